//! The items of a list into whether no two are equal, without comparing each with each.

use std::collections::HashSet;

use super::typed::Value;

/// Whether no two of `items` are equal, as [`unique`](super::unique()) has it for the types of the decoder.
pub(super) fn is_unique(items: &[Value<'_>]) -> bool {
    let mut seen = HashSet::with_capacity(items.len());
    items.iter().all(|item| {
        let mut key = Vec::new();
        // not a number equals nothing
        !write_key(item, &mut key) || seen.insert(key)
    })
}

/// Writes bytes that are the same for two values of one shape exactly if the values are equal. `false` if the value
/// does not even equal itself.
fn write_key(value: &Value<'_>, key: &mut Vec<u8>) -> bool {
    match value {
        Value::Text(text) => write_bytes(text.as_bytes(), key),
        Value::Blob(bytes) => write_bytes(bytes, key),
        Value::Whole(whole) => key.extend(whole.to_le_bytes()),
        Value::Boolean(boolean) => key.push(u8::from(*boolean)),
        Value::Float(float) => return write_double(f64::from(*float), key),
        Value::Double(double) => return write_double(*double, key),
        Value::Timestamp(moment) => {
            key.extend(moment.seconds().to_le_bytes());
            key.extend(moment.subsec_nanos().to_le_bytes());
        }
        Value::Document(document) => {
            let mut writer = super::super::json::Writer::default();
            writer.document(document);
            write_bytes(&writer.into_bytes(), key);
        }
        Value::List { items, .. } => {
            write_length(items.len(), key);
            return items.iter().all(|item| write_key(item, key));
        }
        Value::Map { entries, .. } => {
            write_length(entries.len(), key);
            return entries.iter().all(|(name, value)| {
                write_bytes(name.as_bytes(), key);
                write_key(value, key)
            });
        }
        Value::Structure { set, .. } => {
            write_length(set.len(), key);
            let mut set: Vec<_> = set.iter().collect();
            set.sort_by_key(|(member, _)| member.name);
            return set.into_iter().all(|(member, value)| {
                write_bytes(member.name.as_bytes(), key);
                write_key(value, key)
            });
        }
    }
    true
}

fn write_double(value: f64, key: &mut Vec<u8>) -> bool {
    // the sum makes one zero of two
    key.extend((value + 0.0).to_le_bytes());
    !value.is_nan()
}

fn write_bytes(bytes: &[u8], key: &mut Vec<u8>) {
    write_length(bytes.len(), key);
    key.extend(bytes);
}

fn write_length(length: usize, key: &mut Vec<u8>) {
    key.extend(length.to_le_bytes());
}
