//! Bodies -> values -> bodies, by emitted `Decode` and `Encode`.

use codegen_runtime::{Decode, Encode, Timestamp};

const DEPTH: usize = 64;

/// Reads a body, and checks that it is written as `expected`.
fn reads<T: Decode + Encode + PartialEq + std::fmt::Debug>(body: &str, expected: &str) -> T {
    let value = T::from_body(body.as_bytes(), DEPTH).unwrap_or_else(|_| panic!("refused: {body}"));
    let written = String::from_utf8(value.to_body()).unwrap();
    assert_eq!(written, expected, "{body}");
    assert_eq!(T::from_body(written.as_bytes(), DEPTH).as_ref(), Ok(&value), "{body}");
    value
}

/// Reads a body that is written as it was read.
fn keeps<T: Decode + Encode + PartialEq + std::fmt::Debug>(body: &str) -> T {
    reads(body, body)
}

fn refuses<T: Decode>(body: &str) {
    assert!(T::from_body(body.as_bytes(), DEPTH).is_err(), "taken: {body}");
}

#[test]
fn a_member_of_each_type() {
    use crate::every_type::types::{Choice, Colour, Everything};
    let required = r#""RequiredStructure":{},"RequiredUnion":{"Number":3},"RequiredList":[],"RequiredMap":{"a":1},"RequiredString":"","RequiredInteger":-1,"RequiredLong":9000000000,"RequiredFloat":0.5,"RequiredDouble":1e300,"RequiredBoolean":false,"RequiredBlob":"AAE=","RequiredTimestamp":1.5,"RequiredDocument":[null,{"a":1}],"RequiredEnum":"RED""#;
    let value: Everything = keeps(&format!("{{{required}}}"));
    assert_eq!(value.required_union, Choice::Number(3));
    assert_eq!(value.required_blob, [0, 1]);
    assert_eq!(value.required_timestamp, Timestamp::from_millis(1500));
    assert_eq!(value.required_enum, Colour::Red);
    assert_eq!(value.structure, None);
    let optional = r#""Structure":{"Text":"a"},"Union":{"Text":""},"List":["a","b"],"Map":{},"String":"\"\\\n","Integer":0,"Long":0,"Float":1,"Double":1,"Boolean":true,"Blob":"","Timestamp":0,"Document":{"z":1,"a":[true]},"Enum":"GREEN""#;
    let body = format!("{{{optional},{required}}}");
    let value = Everything::from_body(body.as_bytes(), DEPTH).unwrap();
    assert_eq!(value.string.as_deref(), Some("\"\\\n"));
    assert_eq!(value.double, Some(1.0));
    assert_eq!(Everything::from_body(&value.to_body(), DEPTH), Ok(value));
    refuses::<Everything>("{}");
    refuses::<Everything>(&body.replace(r#""RequiredInteger":-1"#, r#""RequiredInteger":"1""#));
    refuses::<Everything>(&body.replace(r#""RequiredEnum":"RED""#, r#""RequiredEnum":null"#));
}

#[test]
fn structures_without_members() {
    use crate::empty_structures::types::{PingRequest, PingResponse};
    assert_eq!(reads::<PingRequest>(r#" { "unknown" : [1, {}] } "#, "{}"), PingRequest::default());
    keeps::<PingResponse>("{}");
    refuses::<PingRequest>("[]");
}

#[test]
fn structures_within_themselves() {
    use crate::recursive::types::{Even, Node};
    let node: Node = keeps(
        r#"{"Name":"a","Next":{"Name":"b","Children":[{"Name":"c"}]},"ByName":{"k":{"Name":"d"}},"Pair":{"Odd":{"Even":{}}}}"#,
    );
    assert_eq!(node.next.unwrap().children.unwrap()[0].name, "c");
    keeps::<Even>(r#"{"Odd":{"Even":{"Odd":{"Even":{}}}}}"#);
    let deep = format!("{}{{}}{}", r#"{"Odd":{"Even":"#.repeat(40), "}}".repeat(40));
    refuses::<Even>(&deep);
    keeps::<crate::recursive_through_required_list::types::Tree>(r#"{"Children":[{"Children":[]}]}"#);
    keeps::<crate::recursive_union::types::Holder>(
        r#"{"Expression":{"Pair":{"Left":{"Not":{"Literal":"a"}},"Right":{"All":[]}}}}"#,
    );
}

#[test]
fn exactly_one_member_of_a_union() {
    use crate::unions::types::{Choice, Plain};
    keeps::<Choice>(r#"{"Inner":{"Text":"a"}}"#);
    keeps::<Choice>(r#"{"Bytes":"AA=="}"#);
    keeps::<Choice>(r#"{"Any":[1]}"#);
    assert_eq!(reads::<Plain>(r#"{"Text":null,"Number":3,"More":true}"#, r#"{"Number":3}"#), Plain::Number(3));
    for body in ["{}", r#"{"More":1}"#, r#"{"Text":"a","Number":3}"#, r#"{"Text":null}"#] {
        refuses::<Plain>(body);
    }
}

#[test]
fn defaults_of_absent_members() {
    use crate::defaults::types::{Colour, Mixed, Settings};
    let all = Settings::from_body(b"{}", DEPTH).unwrap();
    assert_eq!(all, Settings::default());
    assert_eq!(
        (all.name.as_str(), all.count, all.below, all.big, all.least),
        ("nobody", 3, -3, 9_000_000_000, i64::MIN)
    );
    assert_eq!((all.on, all.off, all.colour.clone()), (true, false, Colour::Green));
    assert_eq!((all.half.to_bits(), all.whole.to_bits()), (0.5_f32.to_bits(), 2.0_f64.to_bits()));
    assert_eq!(all.moment, Timestamp::from_seconds(1_700_000_000));
    let none = Settings::from_body(br#"{"Name":null,"Count":7}"#, DEPTH).unwrap();
    assert_eq!((none.name.as_str(), none.count), ("nobody", 7));
    assert_eq!(reads::<Mixed>(r#"{"Id":"a"}"#, r#"{"Id":"a","Count":1}"#), Mixed::new("a"));
}

#[test]
fn required_members_of_required_members() {
    use crate::required_within_required::types::Order;
    let (paint, part) = (r#"{"Colour":"RED","Shades":{"a":"GREEN"}}"#, r#"{"Paint":{"Colour":"RED","Shades":{}}}"#);
    let members = [
        format!(r#""Paint":{paint}"#),
        format!(r#""Part":{{"Parts":{{"Left":{part},"Right":{part}}}}}"#),
        r#""Notes":{}"#.to_owned(),
        r#""value":"a""#.to_owned(),
    ];
    let order = Order::from_body(format!("{{{}}}", members.join(",")).as_bytes(), DEPTH).unwrap();
    assert_eq!((order.value.as_str(), order.paint.gloss.to_bits(), order.count), ("a", 0.5_f64.to_bits(), 3));
    assert_eq!(Order::from_body(&order.to_body(), DEPTH), Ok(order));
    for left_out in 0..members.len() {
        let others: Vec<_> =
            members.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, it)| &**it).collect();
        refuses::<Order>(&format!("{{{}}}", others.join(",")));
    }
    refuses::<Order>(&format!("{{{}}}", members.join(",").replacen(r#""Colour":"RED","#, "", 1)));
}

#[test]
fn of_equal_names_the_last_counts() {
    use crate::defaults::types::Mixed;
    assert_eq!(reads::<Mixed>(r#"{"Id":null,"Id":"a","Id":"b"}"#, r#"{"Id":"b","Count":1}"#), Mixed::new("b"));
    assert_eq!(reads::<Mixed>(r#"{"Id":"a","Count":7,"Count":null}"#, r#"{"Id":"a","Count":1}"#), Mixed::new("a"));
    refuses::<Mixed>(r#"{"Id":"a","Id":null}"#);
    use crate::recursive::types::Node;
    assert_eq!(reads::<Node>(r#"{"Name":"a","Next":{"Name":"b"},"Next":null}"#, r#"{"Name":"a"}"#), Node::new("a"));
}

#[test]
fn values_an_enum_does_not_list() {
    use crate::enums::types::{Colour, Paint};
    let paint: Paint = keeps(r#"{"Colour":"light-blue","Others":["BLUE"],"ByColour":{"RED":1}}"#);
    assert_eq!(paint.colour, Colour::LightBlue);
    let other = &paint.others.unwrap()[0];
    assert_eq!(
        (other, other.is_known(), other.to_string().as_str()),
        (&Colour::Unknown("BLUE".to_owned()), false, "BLUE")
    );
}

#[test]
fn three_ways_to_write_a_moment() {
    use crate::timestamps::types::Moments;
    let moments: Moments = keeps(
        r#"{"Plain":1.5,"Unsaid":-1,"Epoch":0,"DateTime":"1985-04-12T23:20:50.52Z","HttpDate":"Tue, 29 Apr 2014 18:30:38 GMT","List":["1970-01-01T00:00:00Z"],"Map":{"a":"Thu, 01 Jan 1970 00:00:00 GMT"}}"#,
    );
    assert_eq!(moments.http_date, Some(Timestamp::from_seconds(1_398_796_238)));
    assert_eq!(moments.list, Some(vec![Timestamp::default()]));
    refuses::<Moments>(r#"{"DateTime":1.5}"#);
    refuses::<Moments>(r#"{"Plain":"1985-04-12T23:20:50.52Z"}"#);
    refuses::<Moments>(r#"{"HttpDate":"yesterday"}"#);
}

#[test]
fn bytes_are_base64() {
    use crate::blobs::types::Bytes;
    let bytes: Bytes = keeps(r#"{"Any":"+/8=","Short":"AA==","List":["",""]}"#);
    assert_eq!(bytes.any, Some(vec![0xfb, 0xff]));
    refuses::<Bytes>(r#"{"Short":"A"}"#);
    refuses::<Bytes>(r#"{"Short":"-_8="}"#);
}

#[test]
fn documents_are_any_json() {
    use crate::documents::types::Documents;
    keeps::<Documents>(
        r#"{"Any":"a","Required":{"a":[1,null,{"b":false}]},"List":[1,"b",{}],"Map":{"k":[[]]},"Named":1.50}"#,
    );
    reads::<Documents>(r#"{"Any":null,"Required":0}"#, r#"{"Required":0}"#);
    refuses::<Documents>(r#"{"Required":null}"#);
}

#[test]
fn lists_and_maps_of_lists_and_maps() {
    use crate::nested_lists_and_maps::types::Nest;
    let nest: Nest =
        keeps(r#"{"Matrix":[[1],[],[2,3]],"Index":{"a":{"b":"c"}},"Groups":{"g":[[4]]},"Deep":[{"x":{"y":"z"}},{}]}"#);
    assert_eq!(nest.matrix.unwrap()[2], [2, 3]);
    assert_eq!(nest.deep[0]["x"]["y"], "z");
}

#[test]
fn odd_names() {
    use crate::odd_enum_values::types::Odd;
    for value in
        ["", "2fa", "a.b/c", "a-b-c", "Unknown", "unknown", "*", "quote \"", "back\\slash", "new\nline", "Größe"]
    {
        assert!(Odd::from(value).is_known(), "{value}");
        assert_eq!(Odd::from(value).as_str(), value);
    }
    keeps::<crate::local_variables::types::Locals>(
        r#"{"reader":"1","Member":"2","members":4,"writer":"5","value":"6","item":"7","name":"8"}"#,
    );
    keeps::<crate::reader_and_reader_value::types::Locals>(
        r#"{"Reader":"1","ReaderValue":"2","Member":3,"MemberValue":"4"}"#,
    );
    keeps::<crate::keywords::types::Keywords>(r#"{"type":"a","self":"b","async":"Self","dyn":5,"match":{"type":"c"}}"#);
    keeps::<crate::rust_names::types::RenamedThing>(r#"{"x":"r","X":"a","choice":{"A":"b"}}"#);
    keeps::<crate::text_without_quotes::types::Thing>(r#"{"Size":"2.50"}"#);
    keeps::<crate::odd_wire_names::types::N2faRequest>(
        r#"{"3d":"a","x.y":"b","x-amz-date":1,"Größe":{"é":"c"},"$":"d"}"#,
    );
}
