//! A manifest -> the example that a crate starts with.

use codegen::{Api, manifest, mock_example};

fn api(name: &str) -> Api {
    Api { name: name.to_owned(), module: name.replace('-', "_") }
}

#[test]
fn a_new_crate_names_the_example_and_what_it_needs() {
    let manifest = manifest("Book Shop");
    assert!(manifest.contains("[dev-dependencies]\nclap"), "{manifest}");
    let example = mock_example(&manifest, &[api("book-shop")]).unwrap_or_default();
    assert!(example.contains("cargo run -p Book-Shop --features mock"), "{example}");
    assert!(example.contains("let served = run(options, Book_Shop::server).await;"), "{example}");
    assert!(!example.contains("api: String"), "{example}");
}

#[test]
fn of_several_apis_the_first_argument_names_one() {
    let example = mock_example(&manifest("shop"), &[api("a-b"), api("c")]).unwrap_or_default();
    assert!(example.contains("value_parser = [\"a-b\", \"c\"]"), "{example}");
    assert!(example.contains("\"a-b\" => run(options, shop::a_b::server).await,"), "{example}");
    assert!(example.contains("_ => run(options, shop::c::server).await,"), "{example}");
}

#[test]
fn a_library_may_have_another_name_than_its_package() {
    let manifest = manifest("shop") + "\n[lib]\nname = \"other\"\n";
    assert!(mock_example(&manifest, &[api("a")]).unwrap_or_default().contains("other::server"));
}

/// The example of the crate that this repository serves is one that any crate starts with.
#[test]
fn the_example_of_this_repository_is_up_to_date() -> std::io::Result<()> {
    let generated = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated");
    let manifest = std::fs::read_to_string(generated.join("Cargo.toml"))?;
    let example = std::fs::read_to_string(generated.join("examples/mock.rs"))?;
    assert_eq!(mock_example(&manifest, &[api("cognito-idp")]), Some(example));
    Ok(())
}

#[test]
fn a_manifest_that_names_no_such_example_gets_none() {
    assert_eq!(mock_example("[package]\nname = \"shop\"\n\n[[bin]]\nname = \"mock\"\n", &[api("a")]), None);
    assert_eq!(mock_example(&manifest("shop"), &[]), None);
}
