//! The texts of the types that read the language -> its keys and words, as serde knows them.

use syn::{Attribute, Field, Fields, Item, LitStr, Type};

/// The keys and words of the language.
pub struct Language {
    /// Keys by type, in order.
    pub structs: Vec<(String, Vec<Key>)>,
    /// Words by type, in order.
    pub enums: Vec<(String, Vec<String>)>,
}

pub struct Key {
    pub name: String,
    pub required: bool,
}

/// Reads the types. An attribute of serde that this does not know fails, since it may change keys.
pub fn parse(texts: &[String]) -> Language {
    let mut language = Language { structs: Vec::new(), enums: Vec::new() };
    for item in texts.iter().flat_map(|text| syn::parse_file(text).unwrap().items) {
        match item {
            Item::Struct(item) => {
                let Serde { deny_unknown_fields, .. } = serde(&item.attrs);
                let Fields::Named(fields) = item.fields else { continue };
                assert!(deny_unknown_fields, "{} takes unknown keys", item.ident);
                let keys: Vec<_> = fields.named.iter().map(key).collect();
                if !keys.is_empty() {
                    language.structs.push((item.ident.to_string(), keys));
                }
            }
            Item::Enum(item) => {
                let Serde { rename_all, untagged, .. } = serde(&item.attrs);
                if untagged {
                    continue;
                }
                assert!(rename_all.is_none_or(|case| case == "snake_case"), "{}", item.ident);
                let words = item.variants.iter().map(|variant| {
                    let Serde { rename, .. } = serde(&variant.attrs);
                    rename.unwrap_or_else(|| snake_case(&variant.ident.to_string()))
                });
                language.enums.push((item.ident.to_string(), words.collect()));
            }
            _ => {}
        }
    }
    assert!(language.structs.len() > 5 && language.enums.len() > 5, "the types of the language are elsewhere");
    language
}

fn key(field: &Field) -> Key {
    let Serde { rename, default, .. } = serde(&field.attrs);
    let name = field.ident.as_ref().unwrap().to_string();
    let name = rename.unwrap_or_else(|| name.trim_start_matches("r#").to_owned());
    let optional = matches!(&field.ty, Type::Path(path) if path.path.segments.last().unwrap().ident == "Option");
    assert!(default || !optional, "`{name}` is an option and has no `default`");
    Key { name, required: !default }
}

fn snake_case(name: &str) -> String {
    let mut out = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(character.to_ascii_lowercase());
    }
    out
}

#[derive(Default)]
struct Serde {
    rename: Option<String>,
    rename_all: Option<String>,
    default: bool,
    untagged: bool,
    deny_unknown_fields: bool,
}

fn serde(attributes: &[Attribute]) -> Serde {
    let mut serde = Serde::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let parsed = attribute.parse_nested_meta(|meta| {
            let text = || meta.value()?.parse::<LitStr>().map(|text| text.value());
            match meta.path.require_ident()?.to_string().as_str() {
                "rename" => serde.rename = Some(text()?),
                "rename_all" => serde.rename_all = Some(text()?),
                "default" => serde.default = true,
                "untagged" => serde.untagged = true,
                "deny_unknown_fields" => serde.deny_unknown_fields = true,
                // what is printed, how what is wrong is told, and that an option is not read from nothing
                "skip_serializing_if" | "expecting" | "deserialize_with" => drop(text()?),
                other => panic!("teach codegen/tests/language/source.rs what `{other}` does to the language"),
            }
            Ok(())
        });
        parsed.unwrap();
    }
    serde
}
