//! Values as the vectors give them to programs -> the JSON that the wire has for them, worked out from the shapes
//! without any of the code under test.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use serde_json::{Map, Value, json};

use crate::service::Service;
use crate::suite::{Shape, TimestampFormat};

/// What the wire has for a value of a shape.
pub fn to_wire(service: &Service, shape: &str, value: &Value) -> Value {
    let entries = |shape_of: &dyn Fn(&str) -> String| -> Value {
        // an absent value is not written
        let present = value.as_object().unwrap().iter().filter(|(_, value)| !value.is_null());
        let written = present.map(|(name, value)| (name.clone(), to_wire(service, &shape_of(name), value)));
        Value::Object(written.collect::<Map<_, _>>())
    };
    match service.shape(shape) {
        Shape::Structure { members, document: false } => entries(&|name| members[name].shape.clone()),
        Shape::Map { value } => entries(&|_| value.shape.clone()),
        Shape::List { member } => {
            value.as_array().unwrap().iter().map(|item| to_wire(service, &member.shape, item)).collect()
        }
        Shape::Blob => json!(STANDARD.encode(value.as_str().unwrap())),
        Shape::Timestamp { timestamp_format } => timestamp(value, timestamp_format),
        Shape::Structure { document: true, .. }
        | Shape::String
        | Shape::Integer
        | Shape::Long
        | Shape::Float
        | Shape::Double
        | Shape::Boolean => value.clone(),
    }
}

fn timestamp(seconds: &Value, format: TimestampFormat) -> Value {
    #[allow(clippy::cast_possible_truncation)] // the vectors' moments are of this age, to the millisecond
    let moment = || Timestamp::from_millisecond((seconds.as_f64().unwrap() * 1000.0).round() as i64).unwrap();
    match format {
        TimestampFormat::EpochSeconds => seconds.clone(),
        TimestampFormat::DateTime => json!(moment().to_string()),
        TimestampFormat::HttpDate => {
            json!(DateTimePrinter::new().timestamp_to_rfc9110_string(&moment()).unwrap())
        }
    }
}

/// Whether two JSON values are equal: `1` and `1.0` are.
pub fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) if one.is_f64() || other.is_f64() => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| equal(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let is_in_other = |(name, value)| other.get(name).is_some_and(|other| equal(value, other));
            one.len() == other.len() && one.iter().all(is_in_other)
        }
        _ => one == other,
    }
}
