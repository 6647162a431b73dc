//! Each folder of `tests/import/<vendor>` -> one test: what the importer makes of the model in it.
//!
//! A case is a folder with
//!
//! * `model.json` or `model.yaml`: what the vendor says;
//! * `existing/`, if any: the folder as it is before the import;
//! * `options`, if any: a line `docs none` or `docs import`, a line `provenance <source> <version>`;
//! * `expected/`, `expected.changes` and `expected.notes`: what comes of it, the last two where there is something to
//!   say; or `expected.err`: why nothing does.
//!
//! To add one, make the folder with its model, name it below, and let `UPDATE_EXPECT=1 cargo test -p codegen-import`
//! write the rest; then read what it wrote. Each case is also imported a second time, over its own result: that must
//! change nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use codegen_import::{Docs, Existing, ImportError, Imported, Vendor, import};
use codegen_spec::{self as spec, Source};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// One test for each case, and one that every folder is a case.
macro_rules! cases {
    ($($module:ident, $vendor:expr, [$($case:ident),* $(,)?];)*) => {$(
        mod $module {
            use super::*;

            $(#[test]
            fn $case() -> Outcome<()> {
                check($vendor, &folder(stringify!($module)).join(stringify!($case)))
            })*

            #[test]
            fn every_folder_is_listed() -> Outcome<()> {
                let mut listed = vec![$(stringify!($case).to_owned()),*];
                listed.sort();
                assert_eq!(names(&folder(stringify!($module)))?, listed);
                Ok(())
            }
        }
    )*};
}

cases! {
    botocore, Vendor::Botocore, [
        auth,
        docs_are_left,
        docs_import,
        docs_import_where_missing,
        docs_keep,
        docs_none,
        err_bound_of_size,
        err_declares_no_error,
        err_exception_is_no_structure,
        err_existing_error_twice,
        err_existing_folders,
        err_existing_operation_twice,
        err_existing_services,
        err_existing_twice,
        err_existing_unreadable,
        err_fraction_of_size,
        err_input_of_no_shape,
        err_list_without_member,
        err_member_of_error,
        err_member_of_no_shape,
        err_members_of_one_name,
        err_missing_key,
        err_no_target_prefix,
        err_no_version_of_protocol,
        err_not_json,
        err_operations_of_one_name,
        err_protocol,
        err_unknown_type,
        err_version_of_protocol,
        every_kind_of_shape,
        exception_used_as_value,
        exception_without_mark,
        exceptions,
        left_out,
        location_name,
        merge_adds_a_source,
        merge_keeps_documented_statuses,
        merge_keeps_the_order_of_errors,
        merge_keeps_what_is_written_by_hand,
        merge_takes_errors_away,
        names_that_collide_are_kept,
        names_that_collide_in_rust,
        order_of_members,
        placement_by_kind,
        placement_by_use,
        placement_in_a_single_file,
        protocol_by_second_choice,
        shape_named_like_a_type,
        signing_name,
        signing_of_another_version,
        timestamp_format_of_member,
        unchanged_files_keep_their_text,
        wire_name_of_operation,
    ];
    smithy, Vendor::Smithy, [
        apply,
        auth,
        constraints_of_a_part_of_itself,
        constraints_of_members,
        err_bound_of_size,
        err_declares_no_error,
        err_declares_nothing,
        err_form_of_a_trait,
        err_holds_no_values,
        err_list_without_member,
        err_member_of_no_shape,
        err_mixin_of_itself,
        err_names_clash,
        err_no_mixin,
        err_no_operation,
        err_no_protocol,
        err_no_service,
        err_no_shape_of_the_prelude,
        err_not_json,
        err_operations_clash,
        err_protocol,
        err_timestamp_format,
        err_two_services,
        err_version,
        errors,
        every_kind_of_shape,
        framework_validation,
        integer_enum,
        left_out,
        merge_keeps_patterns_without_anchors,
        mixins,
        patterns_are_searched_for,
        presence_that_is_settled,
        rename,
        resources,
        shape_named_like_a_type,
        signing_that_is_not_listed,
        version_1_0,
        words_of_the_prelude,
    ];
    openapi, Vendor::OpenApi, [
        err_array_without_items,
        err_error_without_name,
        err_member_of_no_shape,
        err_no_operation,
        err_no_post,
        err_no_prefix,
        err_no_target,
        err_not_json,
        err_not_yaml,
        err_two_paths,
        err_two_prefixes,
        err_version,
        error_used_as_value,
        every_kind_of_shape,
        inline_schemas,
        left_out,
        merge_keeps_what_the_form_cannot_say,
        response_by_reference,
        statuses_that_count,
        statuses_that_mean_something,
        version_of_protocol_by_media_type,
        yaml,
    ];
}

fn folder(vendor: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import").join(vendor)
}

/// The names in a folder, sorted; none where there is no folder.
fn names(folder: &Path) -> Outcome<Vec<String>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn check(vendor: Vendor, case: &Path) -> Outcome<()> {
    let yaml = case.join("model.yaml");
    let model = fs::read_to_string(if yaml.exists() { yaml } else { case.join("model.json") })?;
    let existing = read(&case.join("existing"), "")?;
    let (docs, provenance) = options(case)?;
    let outcome = import(vendor, &model, &existing, docs, "example", provenance.clone());
    if let Ok(imported) = &outcome {
        let existing: Vec<_> =
            imported.files.iter().map(|(path, text)| Existing { path: path.clone(), text: text.clone() }).collect();
        let again = import(vendor, &model, &existing, docs, "example", provenance)?;
        assert_eq!(again.files, imported.files, "imported again");
        assert!(again.changes.is_empty(), "imported again: {:?}", again.changes);
        let sources: Vec<_> = existing.into_iter().map(|Existing { path, text }| Source { path, text }).collect();
        spec::parse(&sources)?;
    }
    let expected = shown(outcome);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return update(case, &expected);
    }
    let mut found = BTreeMap::new();
    for name in names(case)? {
        match name.as_str() {
            "expected" => {
                let files = read(&case.join(&name), "expected/")?;
                found.extend(files.into_iter().map(|file| (file.path, file.text)));
            }
            name if name.starts_with("expected.") => {
                found.insert(name.to_owned(), fs::read_to_string(case.join(name))?);
            }
            _ => {}
        }
    }
    assert_eq!(expected, found, "run with UPDATE_EXPECT=1 to take what is found here on the left");
    Ok(())
}

/// The files of a folder and of those in it, each with `prefix` before its name.
fn read(folder: &Path, prefix: &str) -> Outcome<Vec<Existing>> {
    let mut files = Vec::new();
    for name in names(folder)? {
        let path = format!("{prefix}{name}");
        if folder.join(&name).is_dir() {
            files.extend(read(&folder.join(&name), &format!("{path}/"))?);
        } else {
            files.push(Existing { path, text: fs::read_to_string(folder.join(&name))? });
        }
    }
    Ok(files)
}

fn options(case: &Path) -> Outcome<(Docs, Option<(String, String)>)> {
    let (mut docs, mut provenance) = (Docs::default(), None);
    let path = case.join("options");
    let text = if path.exists() { fs::read_to_string(path)? } else { String::new() };
    for line in text.lines() {
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["docs", "none"] => docs = Docs::None,
            ["docs", "import"] => docs = Docs::Import,
            ["provenance", source, version] => provenance = Some(((*source).to_owned(), (*version).to_owned())),
            _ => return Err(format!("there is no option `{line}`").into()),
        }
    }
    Ok((docs, provenance))
}

/// The files that a case's folder should hold for an outcome.
fn shown(outcome: Result<Imported, ImportError>) -> BTreeMap<String, String> {
    let lines = |lines: Vec<String>| lines.into_iter().map(|line| line + "\n").collect::<String>();
    match outcome {
        Err(error) => BTreeMap::from([("expected.err".to_owned(), format!("{error}\n"))]),
        Ok(Imported { files, changes, notes }) => {
            let files = files.into_iter().map(|(path, text)| (format!("expected/{path}"), text));
            let said = [("expected.changes".to_owned(), lines(changes)), ("expected.notes".to_owned(), lines(notes))];
            files.chain(said.into_iter().filter(|(_, text)| !text.is_empty())).collect()
        }
    }
}

fn update(case: &Path, expected: &BTreeMap<String, String>) -> Outcome<()> {
    for name in names(case)?.iter().filter(|name| name.starts_with("expected")) {
        let path = case.join(name);
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    for (name, text) in expected {
        let path = case.join(name);
        fs::create_dir_all(path.parent().unwrap_or(case))?;
        fs::write(path, text)?;
    }
    Ok(())
}
