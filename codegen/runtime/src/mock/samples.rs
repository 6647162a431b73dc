//! The static tables of an API -> the inputs, outputs and errors of all operations, for a program that tries a client.

use super::super::codec::Encode;
use super::super::json::Document;
use super::super::schema::{Error, Kind, Member, Operation, Service, Shape};
use super::fail::Failed;
use super::sample::{least, sample};

/// A JSON object of what can be sent and what the mock answers:
/// `{"operations": [{"name", "input": {"minimal", "maximal"} | null, "output": {…} | null, "timestamps", "blobs",
/// "errors"}], "errors": [{"name", "status", "members": {…}}]}`.
///
/// `timestamps` and `blobs` are the places of values that are not what they look like in JSON, such as
/// `output.User.Created`, `input.Items[].Bytes` and, for the values of a map, `output.Logs{}.Time`. The `errors` of an
/// operation are the names of those that it declares.
pub(super) fn samples(service: &Service) -> Vec<u8> {
    let operations = service.operations.iter().map(|operation| describe(operation)).collect();
    let errors = service.errors.iter().map(|error| describe_error(error)).collect();
    object(vec![("operations", Document::Array(operations)), ("errors", Document::Array(errors))]).to_body()
}

fn describe(operation: &Operation) -> Document {
    let Operation { name, auth: _, input, output, errors, documented_statuses: _ } = *operation;
    let mut places = Places::default();
    for (path, shape) in [("input", input), ("output", output)] {
        if let Some(shape) = shape {
            places.find(path, shape);
        }
    }
    let input = input.map(|shape| object(vec![("minimal", made(least(shape))), ("maximal", made(sample(shape)))]));
    object(vec![
        ("name", Document::from(name)),
        ("input", made(input)),
        ("output", made(output.and_then(sample))),
        ("timestamps", texts(places.timestamps.iter().map(String::as_str))),
        ("blobs", texts(places.blobs.iter().map(String::as_str))),
        ("errors", texts(errors.iter().map(|declared| declared.name))),
    ])
}

fn describe_error(error: &'static Error) -> Document {
    let Error { name, shape: _, fault: _, status } = error;
    object(vec![
        ("name", Document::from(*name)),
        ("status", Document::from(i64::from(*status))),
        ("members", Failed::new(error).into_members()),
    ])
}

/// The places of timestamps and blobs.
#[derive(Default)]
struct Places {
    timestamps: Vec<String>,
    blobs: Vec<String>,
    /// The shapes that are being looked through: samples do not repeat one in itself either.
    open: Vec<&'static Shape>,
}

impl Places {
    fn find(&mut self, path: &str, shape: &'static Shape) {
        if self.open.iter().any(|open| std::ptr::eq(*open, shape)) {
            return;
        }
        self.open.push(shape);
        match &shape.kind {
            Kind::Structure(structure) => self.members(path, structure.members),
            Kind::Union(members) => self.members(path, members),
            Kind::List(item) => self.find(&format!("{path}[]"), item),
            Kind::Map { key: _, value } => self.find(&format!("{path}{{}}"), value),
            Kind::Blob => self.blobs.push(path.to_owned()),
            Kind::Timestamp(_) => self.timestamps.push(path.to_owned()),
            Kind::String
            | Kind::Enum
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Document => {}
        }
        self.open.pop();
    }

    fn members(&mut self, path: &str, members: &'static [Member]) {
        for member in members {
            self.find(&format!("{path}.{}", member.name), member.shape);
        }
    }
}

fn object(members: Vec<(&str, Document)>) -> Document {
    Document::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// `null` where there is no such value.
fn made(value: Option<Document>) -> Document {
    value.unwrap_or_default()
}

fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> Document {
    Document::Array(texts.map(Document::from).collect())
}
