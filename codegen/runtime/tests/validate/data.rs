//! Violations as data, without words.

use codegen_runtime::schema::Constraint;
use codegen_runtime::validate::{Broken, Explanation, Segment, Shown, Side, Violation, explain};

use crate::DEPTH;
use crate::tables::{EVERY_RULE, SIGN_UP};

fn violations(body: &str) -> Vec<Violation> {
    match explain(body.as_bytes(), &EVERY_RULE, DEPTH) {
        Explanation::Invalid(violations) => violations.into_iter().collect(),
        Explanation::Malformed | Explanation::Mistyped(_) | Explanation::Acceptable => Vec::new(),
    }
}

#[test]
fn a_violation_knows_its_place_its_constraint_and_its_value() {
    let found = violations(r#"{"UserAttributes":[{"Name":"a","Value":"abcd"},{"Name":"abcd"}]}"#);
    let [hidden, shown] = found.as_slice() else {
        assert_eq!(found.len(), 2);
        return;
    };
    assert_eq!(hidden.value(), &Shown::Redacted);
    assert_eq!(shown.value(), &Shown::Text("abcd".into()));
    assert_eq!(shown.path(), "userAttributes.2.member.name");
    assert_eq!(shown.pointer(), "/UserAttributes/1/Name");
    assert_eq!(shown.size(), Some(4));
    assert!(matches!(
        shown.segments(),
        [Segment::Member(list), Segment::Index(1), Segment::Member(name)]
            if list.name == "UserAttributes" && name.name == "Name"
    ));
    assert!(matches!(
        shown.constraint(),
        Broken::Constraint { constraint: Constraint::Length { min: Some(1), max: Some(3) }, side: Side::Above }
    ));
}

#[test]
fn a_violation_of_items_knows_the_single_items() {
    let found = violations(r#"{"AllowedOAuthFlows":["code","token"]}"#);
    let parts: Vec<_> = found.iter().flat_map(Violation::parts).collect();
    assert!(
        found.iter().all(|violation| matches!(violation.constraint(), Broken::Elements(shape) if shape.name == "Flow"))
    );
    assert_eq!(parts.iter().map(|part| part.pointer()).collect::<Vec<_>>(), ["/1"]);
    assert!(parts.iter().all(|part| *part.value() == Shown::Text("token".into())));
}

#[test]
fn a_missing_member_is_absent() {
    let Explanation::Invalid(violations) = explain(b"{}", &SIGN_UP, DEPTH) else {
        assert_eq!(SIGN_UP.name, "", "members are missing");
        return;
    };
    assert_eq!(violations.len(), 4);
    assert!(!violations.is_empty());
    assert!(violations.iter().all(|violation| matches!(violation.constraint(), Broken::Required)));
    let values: Vec<_> = (&violations).into_iter().map(Violation::value).collect();
    assert_eq!(values, [&Shown::Redacted, &Shown::Absent, &Shown::Redacted, &Shown::Absent]);
}

#[test]
fn debug_ends_even_where_shapes_hold_themselves() {
    let found = violations(r#"{"Node":{"Next":{"Count":0}}}"#);
    let text = format!("{found:?} {:?}", found.first().map(|first| (first.segments(), first.constraint())));
    assert!(text.contains("node.next.count"), "{text}");
    assert!(text.contains(r#"Member("Next")"#), "{text}");
}
