//! Random and broken texts, compared with what an independent reader makes of them.

use crate::{DEPTH, SAMPLE, document, skip, written};
use codegen_runtime::json::{Document, Rejected};

/// A small generator of numbers without a pattern (xorshift64*), the same ones in every run with a seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, sides: usize) -> usize {
        usize::try_from(self.roll() >> 16).unwrap() % sides
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn text(&mut self) -> String {
        const CHARACTERS: [char; 22] = [
            'a',
            'Z',
            '0',
            ' ',
            '"',
            '\\',
            '/',
            '\n',
            '\r',
            '\t',
            '\u{0}',
            '\u{8}',
            '\u{c}',
            '\u{1f}',
            '\u{7f}',
            '\u{80}',
            'é',
            '\u{2028}',
            '\u{ffff}',
            '\u{fffd}',
            '😀',
            '\u{10ffff}',
        ];
        (0..self.below(24)).map(|_| self.of(&CHARACTERS)).collect()
    }

    fn number(&mut self) -> serde_json::Number {
        const EDGES: [i64; 7] = [0, -1, i64::MIN, i64::MAX, 2_147_483_647, -2_147_483_648, 9_007_199_254_740_993];
        match self.below(4) {
            0 => self.of(&EDGES).into(),
            1 => self.roll().cast_signed().into(),
            2 => self.roll().into(),
            _ => serde_json::Number::from_f64(f64::from_bits(self.roll())).unwrap_or_else(|| 0.into()),
        }
    }

    fn value(&mut self, depth: usize) -> serde_json::Value {
        use serde_json::Value;
        match self.below(if depth == 0 { 5 } else { 8 }) {
            0 => Value::Null,
            1 => Value::Bool(self.below(2) == 0),
            2 | 3 => Value::Number(self.number()),
            4 => Value::String(self.text()),
            5 => (0..self.below(5)).map(|_| self.value(depth - 1)).collect(),
            _ => Value::Object((0..self.below(5)).map(|_| (self.text(), self.value(depth - 1))).collect()),
        }
    }

    /// A text of the same meaning, laid out otherwise.
    fn layout(&mut self, value: &serde_json::Value) -> String {
        use serde_json::Value;
        let inner = match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::String(text) => self.quoted(text),
            Value::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| self.layout(item)).collect();
                format!("[{}{}]", self.blank(), items.join(","))
            }
            Value::Object(entries) => {
                let entries: Vec<_> = entries
                    .iter()
                    .map(|(key, value)| {
                        format!("{}{}{}:{}", self.blank(), self.quoted(key), self.blank(), self.layout(value))
                    })
                    .collect();
                format!("{{{}{}}}", self.blank(), entries.join(","))
            }
        };
        format!("{}{inner}{}", self.blank(), self.blank())
    }

    fn blank(&mut self) -> &'static str {
        self.of(&["", "", "", " ", "\n", "\t\r\n ", "        "])
    }

    /// A string in which any character may be escaped that need not be.
    fn quoted(&mut self, text: &str) -> String {
        let inner: String = text
            .chars()
            .map(|character| {
                let must = matches!(character, '"' | '\\' | '\0'..='\x1f');
                if must || self.below(4) == 0 {
                    character.encode_utf16(&mut [0; 2]).iter().fold(String::new(), |out, unit| {
                        let unit = if self.below(2) == 0 { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
                        out + &unit
                    })
                } else {
                    character.to_string()
                }
            })
            .collect();
        format!("\"{inner}\"")
    }
}

/// The value as an independent reader would give it. Objects of the sample have no equal names.
fn to_serde(document: &Document) -> serde_json::Value {
    match document {
        Document::Null => serde_json::Value::Null,
        Document::Boolean(value) => (*value).into(),
        Document::Number(number) => serde_json::from_str(number.digits()).expect("a number's digits are a number"),
        Document::String(text) => text.as_str().into(),
        Document::Array(items) => items.iter().map(to_serde).collect(),
        Document::Object(entries) => {
            serde_json::Value::Object(entries.iter().map(|(key, value)| (key.clone(), to_serde(value))).collect())
        }
    }
}

#[test]
fn any_byte_put_anywhere_is_read_as_an_independent_reader_does() {
    let mut bytes = SAMPLE.as_bytes().to_vec();
    for at in 0..bytes.len() {
        let original = bytes[at];
        for byte in 0..=u8::MAX {
            bytes[at] = byte;
            agree(&bytes);
        }
        bytes[at] = original;
    }
}

#[test]
fn random_garbage_is_read_as_an_independent_reader_does() {
    const BYTES: &[u8] = b"{}[]\",:\\ \n0123456789-+.eEtrufalsn/bux\x00\x7f\xc3\xa9";
    let mut dice = Dice::new(11);
    for _ in 0..20_000 {
        let bytes: Vec<u8> = (0..dice.below(24)).map(|_| dice.of(BYTES)).collect();
        agree(&bytes);
    }
}

/// Both readers refuse a text, or both take it for the same value; and passing over it is as strict as reading it.
fn agree(bytes: &[u8]) {
    let ours = Document::parse(bytes, DEPTH);
    assert_eq!(skip(bytes, DEPTH).is_ok(), ours.is_ok(), "{:?}", String::from_utf8_lossy(bytes));
    // the other reader refuses a lone half of a pair and a number beyond the greatest one, which this one must not
    let beyond = |error: &serde_json::Error| {
        let text = error.to_string();
        text.contains("surrogate") || text.contains("end of hex escape") || text.contains("out of range")
    };
    match serde_json::from_slice::<serde_json::Value>(bytes) {
        Ok(theirs) => {
            let ours = ours.unwrap_or_else(|Rejected| panic!("{:?} is refused", String::from_utf8_lossy(bytes)));
            assert_eq!(to_serde(&ours), theirs, "{:?}", String::from_utf8_lossy(bytes));
        }
        Err(error) if beyond(&error) => {}
        Err(error) => assert_eq!(ours, Err(Rejected), "{error}: {:?}", String::from_utf8_lossy(bytes)),
    }
}

#[test]
fn random_documents_go_round() {
    let mut dice = Dice::new(42);
    for _ in 0..5_000 {
        let value = dice.value(5);
        let text = dice.layout(&value);
        let ours = document(&text).unwrap_or_else(|Rejected| panic!("{text} is refused"));
        assert_eq!(to_serde(&ours), value, "{text}");
        assert_eq!(skip(text.as_bytes(), DEPTH), Ok(()), "{text}");
        let again = written(|writer| writer.document(&ours));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&again).unwrap(), value, "{again}");
        assert_eq!(document(&again), Ok(ours), "{again}");
    }
}
