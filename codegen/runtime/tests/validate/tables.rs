//! Static tables as a generator would emit them, written by hand.

use codegen_runtime::pattern::{Length, Pattern, Strategy};
use codegen_runtime::schema::{Constraint, Kind, Member, Shape, Structure, TimestampFormat};

/// A pattern that every value matches, or none: what a pattern means is tested elsewhere.
const fn pattern(source: &'static str, matches: bool) -> Pattern<'static> {
    let strategy = if matches { Strategy::Everything } else { Strategy::Words(&[]) };
    Pattern::new(source, Length::ANY, strategy)
}

const fn shape(name: &'static str, kind: Kind, constraints: &'static [Constraint]) -> Shape {
    Shape { name, kind, constraints, redacted: false, example: None }
}

const fn secret(shape: Shape) -> Shape {
    Shape { redacted: true, ..shape }
}

const fn structure(name: &'static str, members: &'static [Member], report_order: &'static [u16]) -> Shape {
    shape(name, Kind::Structure(Structure { members, report_order }), &[])
}

const fn member(name: &'static str, reported_name: &'static str, shape: &'static Shape) -> Member {
    Member::optional(name, reported_name, shape)
}

#[allow(clippy::needless_pass_by_value)] // reads better around a member than a reference to it
const fn required(member: Member) -> Member {
    Member { required: true, ..member }
}

#[allow(clippy::needless_pass_by_value)] // as above
const fn redacted(member: Member) -> Member {
    Member { redacted: true, ..member }
}

const fn length(min: Option<u64>, max: Option<u64>) -> Constraint {
    Constraint::Length { min, max }
}

static TEXT: Shape = shape("Text", Kind::String, &[]);
static INTEGER: Shape = shape("Count", Kind::Integer, &[]);
static LONG: Shape = shape("Big", Kind::Long, &[]);
static FLOAT: Shape = shape("Ratio", Kind::Float, &[]);
static DOUBLE: Shape = shape("Exact", Kind::Double, &[]);
static BOOLEAN: Shape = shape("Flag", Kind::Boolean, &[]);
static BLOB: Shape = shape("Bytes", Kind::Blob, &[]);
static SECRET_BLOB: Shape = secret(shape("SecretBytes", Kind::Blob, &[]));
static MOMENT: Shape = shape("Moment", Kind::Timestamp(TimestampFormat::EpochSeconds), &[]);
static DATE: Shape = shape("Date", Kind::Timestamp(TimestampFormat::DateTime), &[]);
static HTTP_DATE: Shape = shape("HttpDate", Kind::Timestamp(TimestampFormat::HttpDate), &[]);
static DOCUMENT: Shape = shape("Any", Kind::Document, &[]);
static TEXTS: Shape = shape("Texts", Kind::List(&TEXT), &[]);
static TEXT_MAP: Shape = shape("TextMap", Kind::Map { key: &TEXT, value: &TEXT }, &[]);
static INNER: Shape = structure("Inner", &[member("A", "a", &TEXT), member("B", "b", &INTEGER)], &[0, 1]);
static INNERS: Shape = shape("Inners", Kind::List(&INNER), &[]);
static CHOICE: Shape =
    shape("Choice", Kind::Union(&[member("Text", "text", &SHORT), member("Count", "count", &INTEGER)]), &[]);

/// Every kind of value, nothing required.
pub static EVERY_KIND: Shape = structure(
    "EveryKind",
    &[
        member("Text", "text", &TEXT),
        member("Integer", "integer", &INTEGER),
        member("Long", "long", &LONG),
        member("Float", "float", &FLOAT),
        member("Double", "double", &DOUBLE),
        member("Boolean", "boolean", &BOOLEAN),
        member("Blob", "blob", &BLOB),
        member("SecretBlob", "secretBlob", &SECRET_BLOB),
        member("Moment", "moment", &MOMENT),
        member("Date", "date", &DATE),
        member("HttpDate", "httpDate", &HTTP_DATE),
        member("Document", "document", &DOCUMENT),
        member("Texts", "texts", &TEXTS),
        member("TextMap", "textMap", &TEXT_MAP),
        member("Inner", "inner", &INNER),
        member("Inners", "inners", &INNERS),
        member("Choice", "choice", &CHOICE),
        member("Enum", "enum", &FLOW),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
);

static BAD: Pattern = pattern(r"[\w-]+_[0-9a-zA-Z]+", false);
static PASSWORD: Pattern = pattern(r"[\S]+", false);
static GOOD: Pattern = pattern(r"[a-z ]*", true);

static SHORT: Shape = shape("Short", Kind::String, &[length(Some(1), Some(3))]);
static POOL: Shape = shape("Pool", Kind::String, &[length(Some(1), Some(55)), Constraint::Pattern(&BAD)]);
static PHRASE: Shape = shape("Phrase", Kind::String, &[length(Some(6), Some(256)), Constraint::Pattern(&PASSWORD)]);
static LOWER: Shape = shape("Lower", Kind::String, &[length(Some(0), Some(9)), Constraint::Pattern(&GOOD)]);
static FLOW: Shape = shape(
    "Flow",
    Kind::Enum,
    &[Constraint::Enum {
        values: &["code", "implicit", "client_credentials"],
        reported: &["implicit", "client_credentials", "code"],
    }],
);
static COUNT: Shape = shape("Limit", Kind::Integer, &[Constraint::Range { min: Some(1), max: Some(60) }]);
static SHARE: Shape = shape("Share", Kind::Double, &[Constraint::FloatRange { min: Some(0.5), max: Some(2.0) }]);
static HALF: Shape = shape("Half", Kind::Float, &[Constraint::FloatRange { min: Some(0.5), max: None }]);
static IMAGE: Shape = shape("Image", Kind::Blob, &[length(Some(2), Some(4))]);
static FLOWS: Shape = shape("Flows", Kind::List(&FLOW), &[length(None, Some(3))]);
static SHORTS: Shape = shape("Shorts", Kind::List(&SHORT), &[]);
static POOLS: Shape = shape("Pools", Kind::List(&POOL), &[length(Some(1), Some(2))]);
static LIMITS: Shape = shape("Limits", Kind::List(&COUNT), &[]);
static SHARES: Shape = shape("Shares", Kind::Map { key: &SHORT, value: &SHARE }, &[length(None, Some(2))]);
static UNIQUE: Shape = shape("Unique", Kind::List(&TEXT), &[Constraint::UniqueItems]);
static UNIQUE_DOUBLES: Shape = shape("UniqueDoubles", Kind::List(&DOUBLE), &[Constraint::UniqueItems]);
static UNIQUE_INNERS: Shape = shape("UniqueInners", Kind::List(&INNER), &[Constraint::UniqueItems]);
static GRID: Shape = shape("Grid", Kind::List(&FLOWS), &[]);
static CODES: Shape = shape("Codes", Kind::List(&CODE), &[length(None, Some(1))]);
static CODE: Shape = secret(shape("Code", Kind::String, &[length(None, Some(3))]));

static ATTRIBUTE: Shape = structure(
    "AttributeType",
    &[
        required(member("Name", "name", &SHORT)),
        redacted(member("Value", "value", &SHORT)),
        member("Tags", "tags", &SHORTS),
    ],
    &[0, 2, 1],
);
static ATTRIBUTES: Shape = shape("AttributeList", Kind::List(&ATTRIBUTE), &[length(None, Some(2))]);
static ATTRIBUTE_ROWS: Shape = shape("AttributeRows", Kind::List(&ATTRIBUTES), &[]);
static ATTRIBUTE_MAP: Shape = shape("AttributeMap", Kind::Map { key: &TEXT, value: &ATTRIBUTE }, &[]);
static NODE: Shape = structure("Node", &[member("Next", "next", &NODE), member("Count", "count", &COUNT)], &[0, 1]);

/// Every kind of constraint, nothing required.
pub static EVERY_RULE: Shape = structure(
    "EveryRule",
    &[
        member("UserPoolId", "userPoolId", &POOL),
        redacted(member("Password", "password", &PHRASE)),
        member("Lower", "lower", &LOWER),
        member("Flow", "flow", &FLOW),
        member("Limit", "limit", &COUNT),
        member("Share", "share", &SHARE),
        member("Half", "half", &HALF),
        member("Image", "image", &IMAGE),
        member("AllowedOAuthFlows", "allowedOAuthFlows", &FLOWS),
        member("CallbackURLs", "callbackURLs", &POOLS),
        member("Limits", "limits", &LIMITS),
        member("Shares", "shares", &SHARES),
        member("Unique", "unique", &UNIQUE),
        member("UniqueDoubles", "uniqueDoubles", &UNIQUE_DOUBLES),
        member("UniqueInners", "uniqueInners", &UNIQUE_INNERS),
        member("Grid", "grid", &GRID),
        member("UserAttributes", "userAttributes", &ATTRIBUTES),
        member("Rows", "rows", &ATTRIBUTE_ROWS),
        member("MessageAttributes", "messageAttributes", &ATTRIBUTE_MAP),
        member("Attribute", "attribute", &ATTRIBUTE),
        redacted(member("Hidden", "hidden", &ATTRIBUTES)),
        member("Codes", "codes", &CODES),
        member("Choice", "choice", &CHOICE),
        member("AWSAccountId", "aWSAccountId", &SHORT),
        member("Node", "node", &NODE),
        member("Shorts", "shorts", &SHORTS),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25],
);

/// What must be there, reported in another order than described.
pub static SIGN_UP: Shape = structure(
    "SignUp",
    &[
        required(member("ClientId", "clientId", &SHORT)),
        required(redacted(member("Username", "username", &SHORT))),
        required(redacted(member("Password", "password", &PHRASE))),
        required(member("UserAttributes", "userAttributes", &ATTRIBUTES)),
    ],
    &[2, 3, 1, 0],
);

/// Not a structure: what `validate` is called with for an enum.
pub static BARE_ENUM: &Shape = &FLOW;

/// A union by itself.
pub static BARE_UNION: &Shape = &CHOICE;
