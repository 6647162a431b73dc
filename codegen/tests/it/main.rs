//! Descriptions -> what comes of them: each folder in `tests/cases` holds a description and either the code that is
//! emitted for it or the report that refuses it.
//!
//! To rewrite the expected files after a change of the generator, and to make those of a new case:
//!
//! ```text
//! UPDATE_EXPECT=1 cargo test -p codegen --test it
//! ```
//!
//! Then read the difference, as the tests cannot know what is right. `tests/cases/README.md` says how to add a case.
//! That emitted code compiles and does its work is tested beside this, in `tests/compiled`: that test links the
//! expected files, while this one must run when they are out of date.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod case;
mod invariants;
mod mutations;
mod nested;

use std::collections::BTreeSet;

/// One test for each listed folder, and the list itself.
macro_rules! cases {
    ($($group:ident { $($rule:ident),* $(,)? })*) => {
        $(mod $group {
            $(#[test]
            fn $rule() {
                crate::case::check(stringify!($group), stringify!($rule));
            })*
        })*

        /// Every listed case: its group and its rule.
        const LISTED: &[(&str, &str)] = &[$($((stringify!($group), stringify!($rule)),)*)*];
    };
}

cases! {
    codec {
        blobs,
        documents,
        nested_lists_and_maps,
        required_within_required,
        timestamps,
    }
    docs {
        documentation,
    }
    errors {
        extra_members,
        messages,
        no_errors,
        sensitive_member,
        statuses,
    }
    names {
        check_functions,
        fields_collide,
        fields_of_an_error_collide,
        functions_collide,
        keywords,
        local_variables,
        methods_collide,
        not_identifiers,
        not_names_of_types,
        odd_enum_values,
        odd_wire_names,
        prelude_types,
        reader_and_reader_value,
        reserved,
        runtime_types,
        rust_names,
        service_like_a_shape,
        service_like_the_runtime,
        shape_and_error_collide,
        types_collide,
        variants_collide,
    }
    operations {
        auth_without_scheme,
        bad_documented_status,
        bad_error_name,
        bad_error_status,
        bad_name,
        described_twice,
        error_declared_twice,
        error_mistyped,
        error_unknown,
        input_is_an_error,
        input_is_no_structure,
        input_mistyped,
        input_unknown,
        too_many_documented_statuses,
    }
    patterns {
        back_reference,
        count_swapped,
        double_quoted,
        inline_flag,
        look_behind_without_end,
        on_several_lines,
        beside_other_problems,
        on_the_wire,
        replaced_on_the_wire,
        range_swapped,
        too_large,
        unclosed_class,
        unclosed_group,
        unknown_escape,
        unknown_property,
    }
    service {
        bad_documented_status,
        bad_name,
        bad_rust_name,
        bad_target_prefix,
        bad_validation_error,
        empty_file,
        name_of_the_crates_own,
        no_description,
        no_operations,
        no_service,
        said_twice,
        same_name,
        several_files,
        several_services,
        signed_service,
        title_without_letters,
        unsigned_service,
        without_input_or_output,
    }
    shapes {
        bad_member_name,
        described_twice,
        enum_value_twice,
        enum_without_values,
        keys_of_other_types,
        length_swapped,
        length_without_bounds,
        list_of_itself,
        list_without_member,
        map_key_is_no_text,
        map_of_itself,
        map_without_key_and_value,
        member_for_members,
        range_beyond_the_type,
        range_not_finite,
        range_of_fractions,
        range_swapped,
        range_without_bounds,
        required_with_default,
        requires_itself,
        requires_itself_in_a_list,
        requires_itself_through_another,
        rust_names_of_no_value,
        target_in_other_case,
        target_is_an_error,
        target_mistyped,
        target_unknown,
        union_member_required,
        union_of_itself,
        union_without_members,
        wire_length_swapped,
    }
    spec {
        anchors,
        bound_is_a_text,
        declared_error_is_neither,
        default_of_nothing,
        default_with_items,
        each_file_tells_its_first,
        file_is_a_list,
        key_stands_twice,
        length_below_zero,
        member_is_a_word,
        member_stands_twice,
        members_are_a_list,
        missing_evidence,
        missing_fault,
        missing_key_of_service,
        missing_target,
        missing_type,
        name_stands_twice,
        not_yaml,
        required_is_no_truth_value,
        section_stands_twice,
        shape_without_anything,
        status_beyond_16_bits,
        tab,
        text_without_quotes,
        two_documents,
        unknown_anchor,
        unknown_auth,
        unknown_fault,
        unknown_format,
        unknown_key_of_error,
        unknown_key_of_length,
        unknown_key_of_member,
        unknown_key_of_operation,
        unknown_key_of_service,
        unknown_key_of_shape,
        unknown_order,
        unknown_protocol,
        unknown_scheme,
        unknown_section,
        unknown_type,
        unknown_wording,
    }
    types {
        default_empty_map,
        defaults,
        empty_structures,
        enums,
        every_type,
        recursive,
        recursive_through_required_list,
        recursive_union,
        sensitive,
        sensitive_items,
        unions,
        unused_shapes,
    }
    validate {
        deep,
        echoed,
        enum_with_bounds,
        lengths,
        pattern_in_parallel,
        patterns,
        ranges,
        report_order,
        smithy_wording,
        unique_items,
    }
    values {
        default_beyond_the_type,
        default_breaks_a_constraint,
        default_of_another_type,
        example_breaks_a_constraint,
        example_of_another_type,
    }
}

/// A folder that is not listed would never be tested.
#[test]
fn every_folder_is_listed() {
    let listed: BTreeSet<String> = LISTED.iter().map(|(group, rule)| format!("{group}/{rule}")).collect();
    assert_eq!(listed.len(), LISTED.len(), "a case is listed twice");
    let missing: Vec<_> = case::folders().into_iter().filter(|folder| !listed.contains(folder)).collect();
    assert!(missing.is_empty(), "add these folders to the list in tests/it/main.rs: {missing:?}");
    let gone: Vec<_> = listed.iter().filter(|folder| !case::folders().contains(folder)).collect();
    assert!(gone.is_empty(), "tests/it/main.rs lists folders that are not there: {gone:?}");
}

/// Emitted code that no test links might not compile.
#[test]
fn every_golden_is_compiled() {
    let linked = include_str!("../compiled/main.rs");
    for folder in case::folders().into_iter().filter(|folder| case::is_good(folder)) {
        let path = format!("#[path = \"../cases/{folder}/expected.rs\"]");
        assert!(linked.contains(&path), "add to tests/compiled/main.rs: {path}");
    }
}
