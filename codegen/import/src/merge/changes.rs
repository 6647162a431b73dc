//! A folder before and after -> what changed, one line each.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};

use super::super::draft::Draft;
use super::super::folder::Folder;

/// What is different in the draft from the folder as it is.
pub(in super::super) fn changes(draft: &Draft, folder: &Folder) -> Vec<String> {
    let mut changes = Changes::default();
    if folder.is_new() {
        let (operations, shapes, errors) = (draft.operations.len(), draft.shapes.len(), draft.errors.len());
        return vec![format!("the folder: new, with {operations} operations, {shapes} shapes and {errors} errors")];
    }
    match &folder.service {
        Some((_, old)) => changes.entry("service", old, &draft.service),
        None => changes.lines.push("service: new".to_owned()),
    }
    changes.kind("operation", &folder.operations, &draft.operations);
    changes.kind("shape", &folder.shapes, &draft.shapes);
    changes.kind("error", &folder.errors, &draft.errors);
    changes.into_lines()
}

#[derive(Default)]
struct Changes {
    lines: Vec<String>,
    /// Texts of documentation that came, went or changed.
    docs: usize,
}

impl Changes {
    fn kind<T: Serialize + PartialEq>(
        &mut self,
        kind: &str,
        old: &BTreeMap<String, (usize, T)>,
        new: &BTreeMap<String, T>,
    ) {
        for name in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
            let place = format!("{kind} {name}");
            match (old.get(name), new.get(name)) {
                (Some((_, old)), Some(new)) => self.entry(&place, old, new),
                (None, Some(_)) => self.lines.push(format!("{place}: new")),
                (Some(_), None) => self.lines.push(format!("{place}: gone")),
                (None, None) => {}
            }
        }
    }

    fn entry<T: Serialize + PartialEq>(&mut self, place: &str, old: &T, new: &T) {
        if old == new {
            return;
        }
        let before = (self.lines.len(), self.docs);
        self.value(place, "", &tree(old), &tree(new));
        if before == (self.lines.len(), self.docs) {
            // JSON objects are compared as sets
            self.lines.push(format!("{place}: order of members"));
        }
    }

    fn value(&mut self, place: &str, path: &str, old: &Value, new: &Value) {
        match (old, new) {
            _ if old == new => {}
            (Value::Object(old), Value::Object(new)) => self.object(place, path, old, new),
            (Value::Array(old), Value::Array(new)) => self.array(place, path, old, new),
            _ => self.lines.push(format!("{place}: {path} {} -> {}", shown(old), shown(new))),
        }
    }

    fn object(&mut self, place: &str, path: &str, old: &Map<String, Value>, new: &Map<String, Value>) {
        for key in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
            let (old, new) = (old.get(key).unwrap_or(&Value::Null), new.get(key).unwrap_or(&Value::Null));
            match (path, key.as_str()) {
                ("", "members") => self.members(place, old, new),
                ("", "doc") if old != new => self.docs += 1,
                ("", _) => self.value(place, key, old, new),
                (_, _) => self.value(place, &format!("{path}.{key}"), old, new),
            }
        }
    }

    fn members(&mut self, place: &str, old: &Value, new: &Value) {
        let none = Map::new();
        let (old, new) = (old.as_object().unwrap_or(&none), new.as_object().unwrap_or(&none));
        for name in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
            let place = format!("{place}, member {name}");
            match (old.get(name), new.get(name)) {
                (Some(old), Some(new)) => self.value(&place, "", old, new),
                (None, Some(_)) => self.lines.push(format!("{place}: new")),
                (Some(_), None) => self.lines.push(format!("{place}: gone")),
                (None, None) => {}
            }
        }
    }

    fn array(&mut self, place: &str, path: &str, old: &[Value], new: &[Value]) {
        let added = new.iter().filter(|item| !old.contains(item)).map(|item| format!("+ {}", shown(item)));
        let removed = old.iter().filter(|item| !new.contains(item)).map(|item| format!("- {}", shown(item)));
        let items: Vec<_> = removed.chain(added).collect();
        let items = if items.is_empty() { "another order".to_owned() } else { items.join(", ") };
        self.lines.push(format!("{place}: {path}: {items}"));
    }

    fn into_lines(self) -> Vec<String> {
        let Self { mut lines, docs } = self;
        if docs > 0 {
            lines.push(format!("documentation: {docs} texts"));
        }
        lines
    }
}

/// An entry as a tree, whatever its type: this file only prints. The types of the language all have one.
fn tree(entry: &impl Serialize) -> Value {
    serde_json::to_value(entry).unwrap_or_default()
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => format!("`{text}`"),
        // an error with the status that documentation prints
        Value::Object(entry) if entry.contains_key("documented_status") => {
            let part = |key: &str| entry.get(key).unwrap_or(&Value::Null);
            format!("{} as {}", shown(part("error")), part("documented_status"))
        }
        other => other.to_string(),
    }
}
