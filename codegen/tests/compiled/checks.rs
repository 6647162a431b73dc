//! Values -> what they violate, by emitted `Validate`; and what `Debug` shows of them.

use codegen_runtime::schema::Wording;
use codegen_runtime::{Decode, Encode, Validate};

/// What a body violates, in the words of the wire; nothing if it is good.
fn violations<T: Decode + Encode + Validate>(body: &str) -> String {
    let value = T::from_body(body.as_bytes(), 64).unwrap_or_else(|_| panic!("refused: {body}"));
    let found = value.validate();
    assert_eq!(found.is_ok(), value.is_valid(), "{body}");
    found.map_or_else(|violations| violations.message(Wording::Coral), |()| String::new())
}

fn good<T: Decode + Encode + Validate>(bodies: &[&str]) {
    for body in bodies {
        assert_eq!(violations::<T>(body), "", "{body}");
    }
}

/// Each body violates something at the place beside it.
fn bad<T: Decode + Encode + Validate>(bodies: &[(&str, &str)]) {
    for (body, place) in bodies {
        let found = violations::<T>(body);
        assert!(found.contains(&format!("at '{place}' failed to satisfy constraint")), "{body}: {found}");
    }
}

#[test]
fn lengths() {
    use crate::lengths::types::Sizes;
    good::<Sizes>(&[
        "{}",
        r#"{"Text":"äöüß","AtLeast":"ab","AtMost":"","Exactly":"日本語","Nothing":"","NoLeast":""}"#,
        r#"{"List":["ab"],"NotEmpty":[""],"EmptyList":[],"Map":{"ab":"cd"},"Bytes":"AAA=","Huge":""}"#,
    ]);
    bad::<Sizes>(&[
        (r#"{"Text":"a"}"#, "text"),
        (r#"{"Text":"abcde"}"#, "text"),
        (r#"{"AtLeast":"ä"}"#, "atLeast"),
        (r#"{"Nothing":" "}"#, "nothing"),
        (r#"{"List":[]}"#, "list"),
        (r#"{"List":["ab","ab","ab"]}"#, "list"),
        (r#"{"EmptyList":["a"]}"#, "emptyList"),
        (r#"{"Map":{"ab":"cd","ef":"gh"}}"#, "map"),
        (r#"{"Bytes":"AA=="}"#, "bytes"),
    ]);
}

#[test]
fn ranges() {
    use crate::ranges::types::Numbers;
    let with = |more: &str| format!(r#"{{"Below":-5,"Whole":1{more}}}"#);
    for more in ["", r#","Small":1"#, r#","All":-2147483648"#, r#","AllLong":9223372036854775807"#, r#","Float":0.5"#] {
        good::<Numbers>(&[&with(more)]);
    }
    for (more, place) in [
        (r#","Small":0"#, "small"),
        (r#","AtLeast":-2"#, "atLeast"),
        (r#","Long":9000000001"#, "long"),
        (r#","Float":1.75"#, "float"),
        (r#","Double":1"#, "double"),
    ] {
        bad::<Numbers>(&[(&with(more), place)]);
    }
}

#[test]
fn patterns() {
    use crate::patterns::types::Codes;
    good::<Codes>(&[r#"{"Code":"a_b"}"#, r#"{"Code":"a_b","Word":"abc","Long":"ä","Wire":"a1"}"#]);
    bad::<Codes>(&[
        (r#"{"Code":"a_b "}"#, "code"),
        (r#"{"Code":"a_b","Same":"ab"}"#, "same"),
        (r#"{"Code":"a_b","Word":"admin"}"#, "word"),
        (r#"{"Code":"a_b","Word":"ab"}"#, "word"),
        (r#"{"Code":"a_b","Wire":"a"}"#, "wire"),
    ]);
}

#[test]
fn pattern_in_parallel() {
    use crate::pattern_in_parallel::types::Ids;
    let body = |id: String| format!(r#"{{"Id":"{id}"}}"#);
    let letters = |count: usize| format!("a{}", "_".repeat(count - 1));
    for id in [format!("id-{}", "0".repeat(17)), "0".repeat(18), letters(18), letters(118) + "€", letters(18) + "€"]
    {
        good::<Ids>(&[&body(id)]);
    }
    for id in [String::new(), "0".repeat(17), "0".repeat(19), letters(119), "€".repeat(18), letters(18) + "é"] {
        bad::<Ids>(&[(&body(id), "id")]);
    }
}

#[test]
fn unique_items() {
    use crate::unique_items::types::Lists;
    good::<Lists>(&[
        r#"{"Strings":["a","b"],"Floats":[0.5,1.5],"Documents":[1,"1"],"Maps":[{"a":1},{"a":2}],"Lists":[[1],[1,2]]}"#,
    ]);
    for (name, item, place) in [
        ("Strings", r#""a""#, "strings"),
        ("Integers", "1", "integers"),
        ("Longs", "1", "longs"),
        ("Floats", "0.5", "floats"),
        ("Doubles", "0.5", "doubles"),
        ("Booleans", "true", "booleans"),
        ("Blobs", r#""AA==""#, "blobs"),
        ("Timestamps", "1.5", "timestamps"),
        ("Documents", r#"{"a":[1]}"#, "documents"),
        ("Enums", r#""RED""#, "enums"),
        ("Structures", r#"{"Text":"a"}"#, "structures"),
        ("Unions", r#"{"Number":1}"#, "unions"),
        ("Lists", "[1,2]", "lists"),
        ("Maps", r#"{"a":1}"#, "maps"),
    ] {
        bad::<Lists>(&[(&format!(r#"{{"{name}":[{item},{item}]}}"#), place)]);
    }
}

#[test]
fn values_deep_inside() {
    use crate::deep::types::Outer;
    good::<Outer>(&["{}", r#"{"Users":[{"Name":"a","Age":1}],"Choice":{"Free":""},"Rows":[[0]]}"#]);
    bad::<Outer>(&[
        (r#"{"Users":[{"Name":"a"},{"Name":""}]}"#, "users.2.member.name"),
        (r#"{"Choice":{"User":{"Name":"a","Age":200}}}"#, "choice.user.age"),
        (r#"{"Groups":{"a":[{"Name":"abcd"}]}}"#, "groups.a.member.1.member.name"),
    ]);
    assert_ne!(violations::<Outer>(r#"{"Groups":{"abcd":[]}}"#), "");
    assert_ne!(violations::<Outer>(r#"{"Rows":[[1],[200]]}"#), "");
}

#[test]
fn values_an_enum_does_not_list() {
    use crate::enums::types::Paint;
    good::<Paint>(&[r#"{"Colour":"RED","ByColour":{"GREEN":1}}"#]);
    bad::<Paint>(&[(r#"{"Colour":"BLUE"}"#, "colour")]);
    assert_ne!(violations::<Paint>(r#"{"Colour":"RED","ByColour":{"BLUE":1}}"#), "");
}

#[test]
fn shapes_named_like_variables() {
    use crate::check_functions::types::Holder;
    good::<Holder>(&[r#"{"Value":"a","Values":["a"],"Unique":["a","b"],"Map":{"k":"v"},"Choice":{"Item":"a"}}"#]);
    bad::<Holder>(&[(r#"{"Value":"abcd"}"#, "value"), (r#"{"Unique":["a","a"]}"#, "unique")]);
}

#[test]
fn texts_show_what_the_endpoint_shows() {
    use crate::echoed::types::Clients;
    for (body, shown) in [
        (r#"{"Shown":"ab"}"#, " 'ab'"),
        (r#"{"Told":"ab"}"#, " 'ab'"),
        (r#"{"ListShown":["a","ab"]}"#, " '[a, ab]'"),
        (r#"{"MapShown":{"ab":"a"}}"#, " '{ab=a}'"),
        (
            r#"{"Pairs":[{"Shown":"a","ListShown":["a"]},{}]}"#,
            " '[Pair(shown=a, listShown=[a]), Pair(shown=null, listShown=null)]'",
        ),
        (r#"{"Hidden":"ab"}"#, ""),
        (r#"{"ListHidden":["ab"]}"#, ""),
        (r#"{"ListTold":["ab"]}"#, " '[***Sensitive Data Redacted***]'"),
    ] {
        let found = violations::<Clients>(body);
        assert!(found.starts_with(&format!("1 validation error detected: Value{shown} at '")), "{body}: {found}");
    }
    let shown = format!("{:?}", Clients::from_body(br#"{"Shown":"ab","ListShown":["ab"]}"#, 64).unwrap());
    assert!(!shown.contains("ab"), "to `Debug` it is a secret all the same: {shown}");
}

#[test]
fn debug_shows_no_secret() {
    use crate::sensitive::types::{Secret, SignIn, Token};
    let sign_in = SignIn {
        hint: Some("hunter2".to_owned()),
        answer: Some("hunter2".to_owned()),
        secret: Some(Secret::Code("hunter2".to_owned())),
        ..SignIn::new("jane", "hunter2")
    };
    let shown = format!("{sign_in:?}");
    assert!(shown.contains("jane") && !shown.contains("hunter2"), "{shown}");
    let shown = format!("{:?}", Token { value: Some("hunter2".to_owned()), ..Token::new(60) });
    assert!(!shown.contains("hunter2") && !shown.contains("60"), "{shown}");
    let shown = format!(
        "{:?}",
        crate::sensitive_member::errors::Denied { token: Some("hunter2".to_owned()), ..Default::default() }
    );
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn debug_shows_no_secret_in_a_list() {
    use crate::sensitive_items::types::Vault;
    let body = r#"{"List":["hunter2"],"Nested":[["hunter2"]],"Values":{"a":"hunter2"},"Keys":{"hunter2":"a"}}"#;
    let shown = format!("{:?}", Vault::from_body(body.as_bytes(), 64).unwrap());
    assert!(!shown.contains("hunter2"), "{shown}");
}
