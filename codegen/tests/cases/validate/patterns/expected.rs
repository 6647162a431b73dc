// @generated from the description beside this, by UPDATE_EXPECT=1 cargo test -p codegen --test it

//! A server of Case (version 1): its types, validators and wire protocol.
//!
//! Implement [`Case`], hand the implementation to [`server`], and serve it: [`Server::respond`] turns
//! one HTTP request into its response. Every method has a default that answers that it is not
//! implemented, so one method is enough to begin with; [`implemented()`] tells which are written.
//!
//! Requests come by awsJson 1.1. A handler only sees input that keeps every constraint of its shapes;
//! what breaks one is answered as the real endpoint answers it. What is done where the real endpoint is
//! unknown is listed [with the runtime](crate::runtime).
//!
//! # Features
//!
//! - `http`, `axum`, `serve`: a tower service, an axum router and a hyper server, in `runtime::http`.
//! - `sigv4`: verifies AWS signatures, in `runtime::auth::sigv4`, for a [`Server::guard`].
//! - `client`: the other direction as well, for clients, gateways and tests: requests are written,
//!   responses and errors read, responses checked.
//! - `gzip`: reads requests that clients compress.
//! - `serde`: serde's traits for all types, in the form of the wire.
//! - `mock`: a server that answers every operation with made-up values, in `mock`.

mod client {
//! The other direction: requests to the wire, responses and errors from it.

use super::types::*;
use crate::runtime::{Encode, Writer};

impl Encode for Codes {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Code", &self.code);
        writer.optional("Same", &self.same);
        writer.optional("Word", &self.word);
        writer.optional("Long", &self.long);
        writer.optional("Wire", &self.wire);
        writer.end_structure();
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Reader};

impl Decode for Codes {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut code = None;
        let mut same = None;
        let mut word = None;
        let mut long = None;
        let mut wire = None;
        while let Some(member) = members.next(reader) {
            match member {
                "Code" => reader.member(&mut code),
                "Same" => reader.member(&mut same),
                "Word" => reader.member(&mut word),
                "Long" => reader.member(&mut long),
                "Wire" => reader.member(&mut wire),
                _ => reader.skip(),
            }
        }
        let Some(code) = code else {
            return reader.reject();
        };
        Some(Self {
            code,
            same,
            word,
            long,
            wire,
        })
    }
}
}

pub mod errors {
//! The errors of the API.
}

mod implemented {
//! Which operations of a server are written.

use super::service::Case;
use crate::runtime::service::{Implemented, method};

/// Which operations the implementation `S` has, and which answer that they are not implemented.
///
/// Displays as a table, to be printed when a server starts. No method is called: they are told apart by the
/// types they return.
#[must_use]
pub fn implemented<S: Case>() -> Implemented {
    Implemented::new([method(S::put)])
}
}

#[cfg(feature = "mock")]
pub mod mock {
//! A server that answers with made-up values.

use super::service::Case;
use super::{operation, schema};
use super::types::*;
use crate::runtime::{Context, Outcome, mock};

/// A mock of Case: it answers every operation with a sample of its output, remembers what it was asked,
/// and fails where it is told to. Hand it to [`server`](super::server), and keep a clone to ask for
/// what was received.
#[must_use]
pub fn mock() -> mock::Mock {
    mock::Mock::new(&schema::SERVICE)
}

impl Case for mock::Mock {
    async fn put(&self, context: &Context, input: Codes) -> Outcome<operation::Put> {
        self.answer(context, input).await
    }
}
}

pub mod operation {
//! A type for each operation: what it takes, answers and raises, for the compiler.

use super::schema;
use super::types;
use crate::runtime::{Exchange, schema as table};

/// `Put`.
pub enum Put {}

impl Exchange for Put {
    type Input = types::Codes;
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::PUT;
}
}

pub mod patterns {
//! The regular expressions of the API, compiled to static data.

use crate::runtime as rt;

/// What sets of characters are made of: a bit for each of 256 characters in a line.
static LEAVES_1: [u64; 572] = rt::pattern::words(
    "
    0 0 ffffdffe00000000 ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff ffffffffffffffff
    ffffffffffffffff fcffffffffffffff fffffffbffffd7f0 ffffffffffffffff
    fffeffffffffffff fffffffffe7fffff fffffffffffee7ff 1f87ffffff00ff
    ffffffffefffffc0 ffffffffffffffff ffffffffffffffff ffffffffdfffffff
    ffffffffffff3fff ffffffffffffe7ff 3ffffffffffff e7ffffffffffffff
    7fff3fffffffffff ffff07ff4fffffff ffffffffff807fff fffffffbffffffff
    ffffffffffffffff ffffffffffffffff f3c5fdfffff99fef 7fffffcfb080799f
    d36dfdfffff987ee 7fffc05e023987 f3edfdfffffbbfee fe03ffcf00013bbf
    f3edfdfffff99fee ffffcfb0e0399f c3ffc718d63dc7ec 7ffffc000813dc7
    f3fffdfffffddfff ff80ffcf27603ddf f3effdfffffddfff effcf60603ddf
    fffffffffffddfff ffffffcffff0fddf 2ffbfffffc7fffee 1cffc0ff5f847f
    87fffffffffffffe fffffff 3fffffaffffff7d6 f3ff7f5f
    ffffffffffffffff fffe1ffffffffeff dffffffffeffffff 7ffdfff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff ffffffffffff20bf
    ffffffffffffffff ffffffff3d7f3dff 7f3dffffffff3dff ffffffffff7fff3d
    ffffffffff3dffff 1fffffffe7ffffff ffffffff03ffffff 3f3fffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffff1ffffffe 1ffffffffffffff
    7fffff803fffff ddfff000fffff ffffffffffffffff 3ff03ff3fffffff
    ffffffff03ffbfff 1ffffffffffffff ffff07ffffffffff 3fffffffffffff
    fff0fff7fffffff 1f3ffffffffff1 ffff0fffffffffff ffffffffc7ff03ff
    ffffffffcfffffff 9fffffff7fffffff ffff3fff03ff03ff 7fff
    ffffffffffffffff ffffffffffffdfff ffffffffffffffff f00fffffffffffff
    f8ffffffffffffff ffffffffffffe3ff e7ffffffffff07ff 7ffffffffff00ff
    ffffffff3f3fffff 3fffffffaaff3f3f ffdfffffffffffff 7fdcffffefcfffdf
    ffff00ffffff0000 fff300007fffffff ffffffff1fff7fff 1ffffffff0001
    ffffffffffffffff ffffffffffffffff ffffffffffff0fff ffffffffffffffff
    3ffffffffff ffffffff000007ff ffffffffffffffff ffffffffffffffff
    ffffffffffffffff ffcfffffffffffff ffffffffffbfffff ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff fe0fffffffffffff
    ffff20bfffffffff 800180ffffffffff 7f7f7f7f007fffff ffffffff7f7f7f7f
    ffffffffffffffff 3fffffff fffffffffbffffff fffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff ffff0000003fffff
    fffffffffffffffe fffffffffffffffe fffffffffe7fffff ffffffffffffffff
    fffeffffffffffe0 ffffffffffffffff ffffffffffff7fff ffff803fffffffff
    ffffffff7fffffff ffffffffffffffff ffffffffffffffff ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffff1fff ffffffffffff007f
    fffffffffff ffffffffffffffff ffffffffffffffff ffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff fffc00001feb3fff
    3ff1fffffffffff ffffffffffffff ffffffffffffffff ffffffff03ffc03f
    ffffffffffffffff 1fffffff800fffff ffffffffffffffff 7fffffffc3ffbfff
    7fffffffffffff fffffffff3ff3fff ffffffffffffffff 7ffffff8000007
    ffff7f7f007e7e7e ffff0fffffffffff ffffffffffffffff 3ff3fffffffffff
    ffffffffffffffff ffffffffffffffff ffff000fffffffff ffffffffffff87f
    0 0 0 0
    ffffffffffffffff ffff3fffffffffff ffffffffffffffff 3ffffff
    5f7fffffe0f8007f ffffffffffffffdb ffffffffffffffff fffffffffff80007
    ffffffffffffffff ffffffffffffffff fffffffffffcffff ffff0000000080ff
    ffffffff03ffffff ffdf0f7ffff7ffff ffffffffffffffff 1fffffffffffffff
    fffffffffffffffe ffffffffffffffff 7fffffffffffffff 30007f7f1cfcfcfc
    b7ffff7fffffefff 3fff3fff ffffffffffffffff 7ffffffffffffff
    ff8fffffffffff87 ffffffffffffffff 11fff7fff 3fffffffffff0000
    0 0 ffffffff1fffffff fffffff0001ffff
    ffffe00fffffffff 7ffffffffff07ff ffffffffbfffffff 3fff0f
    ffffffffffffffff ffffffffffffffff ffff03ff3fffffff fffffffff0fffff
    ffff00ffffffffff f7ff800fffffffff 1bfbfffbffb7f7ff fffffffffffff
    7fffffffffffff ff003fffff 7fdffffffffffbf 0
    91bffffffffffd3f ffffffffffbfffff ff807fffffff f837ffff00000000
    83ffffff8fffffff 0 f0ffffffffffffff fffffffffffcffff
    873ffffffeeff06f ffffffff01ff01ff ffffffff 7ff87fffffffff
    fe3fffffffffffff ff07ffffff3fffff fe001e03ffff 0
    ffffffffffffffff 1ff 7ffffffffffff fc07ffffffffffff
    3ff00ffffffffff fffffe3fffffffff c03f 0
    0 7fffffff00000000 33bffffffffff f00000000000001c
    ffff00ffffffffff ffff000003ffffff ffff0000000003ff 7fffff00000fff
    ffffffffffffffff 803ffffffffc3fff dfffffffffffffff 3ff01ffffff0007
    ffdfffffffffffff 7fffffffff00ff ffffffffffffffff 1ffffeffffffff
    fffffffffffbffff 3 ffff03ffbfffbd7f 3ff07ffffffffff
    fbedfdfffff99fef 1f1fcfe081399f ffbfffffffff4bff 601bff7a5
    ffffffffffffffff 3efffffff ffffffffffffffff 3ff00ff
    0 0 ff3fffffffffffff 3fffffff
    ffffffffffffffff 1fff03ff001f 3ffffffffffffff fffff03ff
    ffff0fffe7ffffff 7f 0 0
    fffffffffffffff 0 ffffffff00000000 8007ffffffffffff
    f9bfffffff6ff27f 3ff007f fffffcff00000000 1ffcffffff
    ffffffffffffffff ffffffffffff00ff ffff0007ffffffff 1ffffffffffffff
    3ff 0 0 3ff0003ffffffff
    ff7ffffffffffdff ffff1fffffff003f 7ffefffffcffff 0
    b47ffffffffffb7f fffffdbf03ff00ff 3ff01fb7fff 0
    0 0 0 1ffffff00000000
    c7fffffffffdffff 7ffffff 1000000000000 8003ffffffffffff
    ffffffffffffffff ffffffffffffffff 3ffffff 0
    ffffffffffffffff 1f7fffffffffff ffffffffffffffff ffffffffffffffff
    ffffffffffffffff f 0 0
    0 0 ffffffffffff0000 7ffffffffffff
    ffffffffffff ffffffff003fffff ffffffffffffffff ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff 7ffffffffffffff
    ffffffffffffffff 7f 0 0
    3ffffffffffffff 0 0 0
    1ffffffffffffff ffffc3ff7fffffff 7fffffffffffffff 3f3fffffff03ff
    ffffffffffffffff e0fffffbfbff003f ffff 0
    0 3ffffffffffffff 0 0
    0 ffffffffffffffff 7ffffff 0
    ffffffffffffffff ffffffffffff87ff ffff80ff 3001f00000000
    ffffffffffffffff ffffffffffffffff ffffffffffffffff ffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff 80000000003fffff
    1ff 0 0 0
    0 0 0 6fef000000000000
    40007ffffffff ffff00f000270000 ffffffffffffffff ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff fffffffffffffff
    ffffffffffffffff 1fff07ffffffffff f3ff01ff 0
    ffffffffffffffff ffffffffffffffff ffffffffffffffff 3ffffffffffffff
    ffffffffffffffff ffffffffffffffff fffffffffffff 0
    ffff3fffffffffff ffffffffffff007f ffffffffffffffff f
    ffffffffffffffff ffffffffffffffff ffffffffffffffff 3fffffffffffff
    fffffe7fffffffff f807ffffffffffff ffffffffffffffff 7ffffffffff
    ffffffffffffffff 3f 0 fffff000fffff
    ffffffffffffffff 1ffffff007fffff 0 0
    ffffffffffffffff ffffffffffdfffff ebffde64dfffffff ffffffffffffffef
    7bffffffdfdfe7bf fffffffffffdfc5f ffffffffffffffff ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffff3fffffffff ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff ffffffffffffcfff
    ffffffffffffffff ffffffffffffffff fffef8000fff 0
    7e07fffffff 0 0 0
    ffff07dbf9ffff7f 3fffffffffff 8000 0
    3fff1fffffffffff c3ff 0 0
    0 0 7fffffff0000 83ffffffffffffff
    0 0 0 3ffffffffff0000
    0 0 0 87ffffffffff0000
    0 0 0 7fff6f7f00000000
    ffffffffffffffff ffffffffffffffff ffffffffffffffff 7fff9f
    ffffffffffffffff c3ff0fff 0 0
    0 fffe000000000000 1fffffffffffff 0
    3ffffffffffffffe 0 0 0
    af7fe96ffffffef 5ef7f796aa96ea84 ffffbee0ffffbff 3000000000000
    ffff0fffffffffff ffffffffffffffff fffe7fff000fffff 3ffffffffefffe
    ffffffffffffffff ffffffffffffffff 3fffffffffff ffffffc000000000
    fffffffffff0007 3f000301ff 0 0
    ffffffffffffffff ffffffffffffffff ffffffffffffffff 1fff1ffff0ffffff
    ffffffffffffffff f87fffffffffffff ffffffffffffffff 10fff03ffffff
    ffffffffffff0fff ffffffff03ff00ff fff3fffffff00ff 3
    ffffffffffffffff 1fff3fff000fffff ffffffffffff83ff 1ff03ff9fffc07f
    ffffffffffffffff ffffffffffffffff fffffffffff7ffff 3ffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff ffffffff
    3ffffffffffffff ffffffffffffffff ffffffffffffffff ffffffffffffffff
    ffffffff3fffffff ffffffffffffffff ffffffffffffffff ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffff0003ffffffff ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffffffff ffff0001ffffffff
    ffffffffffffffff 3fffffff 0 0
    3fffffff 0 0 0
    ffffffffffffffff ffffffffffff07ff ffffffffffffffff ffffffffffffffff
    ffffffffffffffff ffffffffffffffff ffffffffffff 0
    ffffffffffffffff ffffffffffffffff ffffffffffffffff ffffffffffff",
);

static CHARACTERS_1_ROOTS: [u8; 225] = rt::pattern::bytes(
    "
    0 1 2 3 4 4 4 4 4 4 5 4 4 6 7 8 9 10 11 12 13 7 14 4 15 7 16 17 18 19 20 21
    4 4 4 4 4 4 4 4 4 4 22 23 24 4 25 26 4 27 28 7 7 7 7 7 7 7 7 7 7 7 7 7
    7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7
    7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7
    7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7
    7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7
    7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7
    29",
);

static CHARACTERS_1_BLOCKS: [u8; 480] = rt::pattern::bytes(
    "
    0 1 1 2 1 3 4 5 6 7 8 9 10 11 12 13
    14 1 15 16 1 1 17 18 19 20 21 22 23 1 1 24
    25 26 1 1 27 1 1 1 1 1 1 28 29 30 31 32
    33 34 35 1 1 1 1 1 1 1 1 1 1 1 1 1
    1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
    1 1 1 1 36 1 37 38 39 40 41 42 1 1 1 1
    1 1 1 1 1 1 1 43 44 44 44 44 44 44 44 44
    44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44
    44 44 44 44 44 44 44 44 44 1 45 46 1 47 48 49
    50 51 52 53 54 55 1 56 57 58 59 60 61 62 63 64
    65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80
    1 1 1 81 82 83 44 44 44 44 44 44 44 44 44 84
    1 1 1 1 85 1 1 1 1 1 1 1 1 1 1 1
    1 1 1 86 1 1 87 44 44 44 44 44 44 44 44 44
    44 88 44 44 44 44 44 44 1 1 89 90 44 91 92 93
    1 1 1 1 1 1 1 94 1 1 1 1 95 96 44 44
    44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 97
    1 98 99 44 44 44 44 44 44 44 44 44 100 44 44 44
    44 44 44 44 44 44 44 44 44 44 44 44 101 1 102 103
    104 105 106 107 108 109 110 111 1 1 112 44 44 44 44 113
    114 115 116 44 117 118 44 119 120 121 44 44 122 123 124 44
    125 126 127 1 1 1 128 129 130 1 131 132 44 44 44 44
    1 1 1 1 1 1 133 1 1 1 1 1 1 1 1 1
    1 1 1 1 1 1 1 134 135 1 1 1 1 1 1 1
    1 1 1 1 1 1 1 1 1 1 1 1 1 1 136 1
    1 1 1 1 1 1 1 1 1 1 1 137 1 1 138 44
    44 44 44 44 44 44 44 44 1 1 139 44 44 44 44 44
    1 1 1 140 1 1 1 1 1 1 1 1 1 1 1 1
    1 1 1 141 44 44 44 44 44 44 44 44 44 44 44 44
    44 142 44 44 44 44 44 44 44 44 44 44 44 44 44 44",
);

/// A set of characters beyond ASCII.
static CHARACTERS_1: rt::pattern::Table<'static> = rt::pattern::Table {
    roots: &CHARACTERS_1_ROOTS,
    blocks: &CHARACTERS_1_BLOCKS,
    leaves: &LEAVES_1,
};

static CLASS_1: rt::pattern::Class<'static> = rt::pattern::Class::new(
    &[(b'!', b'~')],
    rt::pattern::Set::Table(&CHARACTERS_1),
);

static CLASS_2: rt::pattern::Class<'static> = rt::pattern::Class::new(
    &[(b'0', b'9'), (b'a', b'z')],
    rt::pattern::Set::Nothing,
);

static CODE_LETTERS: rt::pattern::Letters<'static> = rt::pattern::Letters {
    ascii: &rt::pattern::ascii(
        &[
            (b'-', b'-', 1),
            (b'0', b'9', 2),
            (b'A', b'Z', 2),
            (b'_', b'_', 3),
            (b'a', b'z', 2),
        ],
    ),
    beyond: &[],
    other: 0,
};

static CODE_ROWS: [u64; 4] = rt::pattern::words("
    0 12492480 18498480 c30c480");

/// The values that match `[\w-]+_[0-9a-zA-Z]+` as a whole.
pub static CODE: rt::pattern::Pattern<'static> = rt::pattern::Pattern::new(
    "[\\w-]+_[0-9a-zA-Z]+",
    rt::pattern::Length::ANY,
    rt::pattern::Strategy::SmallAutomaton(rt::pattern::SmallAutomaton {
        letters: CODE_LETTERS,
        rows: &CODE_ROWS,
        ascii: &rt::pattern::ascii_rows(CODE_LETTERS.ascii, &CODE_ROWS),
        start: 6,
        accepting: 24,
        loops: rt::pattern::Loops {
            first: 3,
            ranges: &[
                &[(b'-', b'-'), (b'0', b'9'), (b'A', b'Z'), (b'a', b'z')],
                &[(b'0', b'9'), (b'A', b'Z'), (b'a', b'z')],
            ],
        },
    }),
);

/// The values that match `[\p{L}\p{M}\p{S}\p{N}\p{P}]+` as a whole.
pub static LONG: rt::pattern::Pattern<'static> = rt::pattern::Pattern::new(
    "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
    rt::pattern::Length {
        min: 1,
        max: u32::MAX,
    },
    rt::pattern::Strategy::Run(&CLASS_1),
);

/// The values that match `[a-z0-9]+` as a whole.
pub static WIRE: rt::pattern::Pattern<'static> = rt::pattern::Pattern::new(
    "[a-z0-9]+",
    rt::pattern::Length {
        min: 1,
        max: u32::MAX,
    },
    rt::pattern::Strategy::Run(&CLASS_2),
);

static WORD_LETTERS: rt::pattern::Letters<'static> = rt::pattern::Letters {
    ascii: &rt::pattern::ascii(
        &[
            (b'a', b'a', 1),
            (b'b', b'c', 2),
            (b'd', b'd', 3),
            (b'e', b'h', 2),
            (b'i', b'i', 4),
            (b'j', b'l', 2),
            (b'm', b'm', 5),
            (b'n', b'n', 6),
            (b'o', b'z', 2),
        ],
    ),
    beyond: &[],
    other: 0,
};

static WORD_STEPS: [u16; 77] = rt::pattern::steps(
    7,
    "
    0 0 0 0 0 0 0
    0 2 3 3 3 3 3
    0 4 4 5 4 4 4
    0 4 4 4 4 4 4
    0 6 6 6 6 6 6
    0 6 6 6 6 7 6
    0 8 8 8 8 8 8
    0 8 8 8 9 8 8
    0 10 10 10 10 10 10
    0 10 10 10 10 10 0
    0 0 0 0 0 0 0",
);

/// The values that match `^(?!admin)[a-z]{2,5}$` as a whole.
pub static WORD: rt::pattern::Pattern<'static> = rt::pattern::Pattern::new(
    "^(?!admin)[a-z]{2,5}$",
    rt::pattern::Length::ANY,
    rt::pattern::Strategy::Automaton(rt::pattern::Automaton {
        letters: WORD_LETTERS,
        steps: &WORD_STEPS,
        width: 7,
        start: 7,
        accepting: 28,
        loops: rt::pattern::Loops {
            first: 11,
            ranges: &[],
        },
    }),
);
}

pub mod schema {
//! The API as static tables.

pub mod errors {
//! The errors, as static tables.
}

pub mod operations {
//! The operations, as static tables.

use super::shapes;
use crate::runtime::schema::*;

/// `Put`.
pub static PUT: Operation = Operation {
    name: "Put",
    auth: Auth::None,
    input: Some(&shapes::CODES),
    output: None,
    errors: &[],
};
}

pub mod shapes {
//! The shapes, as static tables.

use super::super::patterns;
use crate::runtime::schema::*;

/// `Code`.
pub static CODE: Shape = Shape::new("Code", Kind::String)
    .within(&[Constraint::Pattern(&patterns::CODE)])
    .such_as("\"a_b\"");

/// `Codes`.
pub static CODES: Shape = Shape::structure(
    "Codes",
    &[
        Member::required("Code", "code", &CODE),
        Member::optional("Same", "same", &SAME),
        Member::optional("Word", "word", &WORD),
        Member::optional("Long", "long", &LONG),
        Member::optional("Wire", "wire", &WIRE),
    ],
    &[0, 1, 2, 3, 4],
);

/// `Long`.
pub static LONG: Shape = Shape::new("Long", Kind::String)
    .within(&[Constraint::length_to(131072), Constraint::Pattern(&patterns::LONG)])
    .such_as("\"example\"");

/// `Same`.
pub static SAME: Shape = Shape::new("Same", Kind::String)
    .within(&[Constraint::Pattern(&patterns::CODE)])
    .such_as("\"a_b\"");

/// `Wire`.
pub static WIRE: Shape = Shape::new("Wire", Kind::String)
    .within(&[Constraint::length(2, 3), Constraint::Pattern(&patterns::WIRE)])
    .such_as("\"ab\"");

/// `Word`.
pub static WORD: Shape = Shape::new("Word", Kind::String)
    .within(&[Constraint::length_from(3), Constraint::Pattern(&patterns::WORD)])
    .such_as("\"aaa\"");
}


use crate::runtime::schema::*;

/// The API.
pub static SERVICE: Service = Service {
    name: "case",
    title: "Case",
    version: "1",
    protocol: Protocol::AwsJson11,
    target_prefix: "Case",
    signing_name: None,
    validation: Validation {
        error: "ValidationException",
        wording: Wording::Coral,
    },
    operations: &[&operations::PUT],
    errors: &[],
};
}

pub mod service {
//! What a server implements, and what calls it.

use std::future::Future;
use super::{operation, schema};
use super::types::*;
use crate::runtime::schema as table;
use crate::runtime::service::{call, not_implemented};
use crate::runtime::{Context, Dispatch, Outcome, Reply, Server};

/// The operations of Case, one method each.
///
/// Every method that is not written answers that it is not implemented, so that a server can start with
/// one operation and grow.
pub trait Case: Send + Sync + 'static {
    /// `Put`.
    ///
    /// # Example
    ///
    /// ```json
    /// {"Code":"a_b"}
    /// ```
    ///
    /// is answered with an empty body.
    fn put(
        &self,
        context: &Context,
        input: Codes,
    ) -> impl Future<Output = Outcome<operation::Put>> + Send {
        not_implemented(context, input)
    }
}

/// A server on top of an implementation of the operations, with the settings of the real endpoint.
#[must_use]
pub fn server<S: Case>(service: S) -> Server<Operations<S>> {
    Server::new(Operations(service))
}

/// An implementation of the operations, as the runtime calls it.
#[derive(Clone, Debug)]
pub struct Operations<S>(pub S);

impl<S: Case> Dispatch for Operations<S> {
    const SERVICE: &'static table::Service = &schema::SERVICE;
    type Operation = Operation;

    fn lookup(name: &str) -> Option<Operation> {
        Operation::from_name(name)
    }

    fn describe(operation: Operation) -> &'static table::Operation {
        operation.schema()
    }

    fn dispatch<'a>(
        &'a self,
        operation: Operation,
        context: &'a Context,
        body: &[u8],
    ) -> Reply<'a> {
        let service = &self.0;
        match operation {
            Operation::Put => call(context, body, |input| service.put(context, input)),
        }
    }
}

/// An operation of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// `Put`.
    Put,
}

impl Operation {
    /// All operations, sorted by name.
    pub const ALL: &[Self] = &[Self::Put];

    /// The operation of that name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let operation = match name {
            "Put" => Self::Put,
            _ => return None,
        };
        Some(operation)
    }

    /// Its name on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.schema().name
    }

    /// What the description says of it.
    #[must_use]
    pub fn schema(self) -> &'static table::Operation {
        match self {
            Self::Put => &schema::operations::PUT,
        }
    }
}
}

pub mod types {
//! The structures, unions and enums of the API.

/// `Codes`.
#[derive(Clone, Debug, PartialEq)]
pub struct Codes {
    /// Wire name `Code`, matching `[\w-]+_[0-9a-zA-Z]+`.
    pub code: String,
    /// Wire name `Same`, matching `[\w-]+_[0-9a-zA-Z]+`.
    pub same: Option<String>,
    /// Wire name `Word`, at least 3 characters, matching `^(?!admin)[a-z]{2,5}$`.
    pub word: Option<String>,
    /// Wire name `Long`, at most 131072 characters, matching `[\p{L}\p{M}\p{S}\p{N}\p{P}]+`.
    pub long: Option<String>,
    /// Wire name `Wire`, 2 to 3 characters, matching `[a-z0-9]+`.
    pub wire: Option<String>,
}

impl Codes {
    /// A new `Codes` with its required members; the others are unset.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            same: None,
            word: None,
            long: None,
            wire: None,
        }
    }
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::patterns;
use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;
use crate::runtime::validate::characters;

/// `Code`: matching `[\w-]+_[0-9a-zA-Z]+`.
fn is_code(value: &str) -> bool {
    patterns::CODE.matches(value)
}

impl Validate for Codes {
    const SHAPE: &'static Shape = &shapes::CODES;

    fn is_valid(&self) -> bool {
        is_code(&self.code) && self.same.as_deref().is_none_or(is_same)
            && self.word.as_deref().is_none_or(is_word)
            && self.long.as_deref().is_none_or(is_long)
            && self.wire.as_deref().is_none_or(is_wire)
    }
}

/// `Long`: at most 131072 characters; matching `[\p{L}\p{M}\p{S}\p{N}\p{P}]+`.
fn is_long(value: &str) -> bool {
    characters(value, ..=131_072) && patterns::LONG.matches(value)
}

/// `Same`: matching `[\w-]+_[0-9a-zA-Z]+`.
fn is_same(value: &str) -> bool {
    patterns::CODE.matches(value)
}

/// `Wire`: 2 to 3 characters; matching `[a-z0-9]+`.
fn is_wire(value: &str) -> bool {
    characters(value, 2..=3) && patterns::WIRE.matches(value)
}

/// `Word`: at least 3 characters; matching `^(?!admin)[a-z]{2,5}$`.
fn is_word(value: &str) -> bool {
    characters(value, 3..) && patterns::WORD.matches(value)
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Codes, CODES);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
