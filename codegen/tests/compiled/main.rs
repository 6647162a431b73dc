//! Emitted code, compiled and put to work: every `expected.rs` of `tests/cases` is a module here.

#![allow(clippy::redundant_closure)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
#![allow(unexpected_cfgs)] // the features of emitted crates are none of this one's
#![allow(clippy::pedantic)] // emitted code is held to the compiler's lints and clippy's own
#![allow(clippy::module_inception, clippy::mixed_attributes_style)] // of printing a crate as one file

mod checks;
mod serving;
mod wire;

// what emitted code calls `crate::runtime`
use codegen_runtime as runtime;

#[rustfmt::skip]
#[path = "../cases/codec/blobs/expected.rs"]
pub mod blobs;
#[rustfmt::skip]
#[path = "../cases/codec/documents/expected.rs"]
pub mod documents;
#[rustfmt::skip]
#[path = "../cases/codec/nested_lists_and_maps/expected.rs"]
pub mod nested_lists_and_maps;
#[rustfmt::skip]
#[path = "../cases/codec/required_within_required/expected.rs"]
pub mod required_within_required;
#[rustfmt::skip]
#[path = "../cases/codec/timestamps/expected.rs"]
pub mod timestamps;
#[rustfmt::skip]
#[path = "../cases/errors/extra_members/expected.rs"]
pub mod extra_members;
#[rustfmt::skip]
#[path = "../cases/errors/messages/expected.rs"]
pub mod messages;
#[rustfmt::skip]
#[path = "../cases/errors/no_errors/expected.rs"]
pub mod no_errors;
#[rustfmt::skip]
#[path = "../cases/errors/sensitive_member/expected.rs"]
pub mod sensitive_member;
#[rustfmt::skip]
#[path = "../cases/errors/statuses/expected.rs"]
pub mod statuses;
#[rustfmt::skip]
#[path = "../cases/names/check_functions/expected.rs"]
pub mod check_functions;
#[rustfmt::skip]
#[path = "../cases/names/keywords/expected.rs"]
pub mod keywords;
#[rustfmt::skip]
#[path = "../cases/names/local_variables/expected.rs"]
pub mod local_variables;
#[rustfmt::skip]
#[path = "../cases/names/odd_enum_values/expected.rs"]
pub mod odd_enum_values;
#[rustfmt::skip]
#[path = "../cases/names/odd_wire_names/expected.rs"]
pub mod odd_wire_names;
#[rustfmt::skip]
#[path = "../cases/names/prelude_types/expected.rs"]
pub mod prelude_types;
#[rustfmt::skip]
#[path = "../cases/names/reader_and_reader_value/expected.rs"]
pub mod reader_and_reader_value;
#[rustfmt::skip]
#[path = "../cases/names/runtime_types/expected.rs"]
pub mod runtime_types;
#[rustfmt::skip]
#[path = "../cases/names/rust_names/expected.rs"]
pub mod rust_names;
#[rustfmt::skip]
#[path = "../cases/names/service_like_the_runtime/expected.rs"]
pub mod service_like_the_runtime;
#[rustfmt::skip]
#[path = "../cases/service/no_operations/expected.rs"]
pub mod no_operations;
#[rustfmt::skip]
#[path = "../cases/service/several_files/expected.rs"]
pub mod several_files;
#[rustfmt::skip]
#[path = "../cases/service/several_services/expected.rs"]
pub mod several_services;
#[rustfmt::skip]
#[path = "../cases/service/signed_service/expected.rs"]
pub mod signed_service;
#[rustfmt::skip]
#[path = "../cases/service/unsigned_service/expected.rs"]
pub mod unsigned_service;
#[rustfmt::skip]
#[path = "../cases/service/without_input_or_output/expected.rs"]
pub mod without_input_or_output;
#[rustfmt::skip]
#[path = "../cases/spec/anchors/expected.rs"]
pub mod anchors;
#[rustfmt::skip]
#[path = "../cases/spec/text_without_quotes/expected.rs"]
pub mod text_without_quotes;
#[rustfmt::skip]
#[path = "../cases/types/default_empty_map/expected.rs"]
pub mod default_empty_map;
#[rustfmt::skip]
#[path = "../cases/types/defaults/expected.rs"]
pub mod defaults;
#[rustfmt::skip]
#[path = "../cases/types/empty_structures/expected.rs"]
pub mod empty_structures;
#[rustfmt::skip]
#[path = "../cases/types/enums/expected.rs"]
pub mod enums;
#[rustfmt::skip]
#[path = "../cases/types/every_type/expected.rs"]
pub mod every_type;
#[rustfmt::skip]
#[path = "../cases/types/recursive/expected.rs"]
pub mod recursive;
#[rustfmt::skip]
#[path = "../cases/types/recursive_through_required_list/expected.rs"]
pub mod recursive_through_required_list;
#[rustfmt::skip]
#[path = "../cases/types/recursive_union/expected.rs"]
pub mod recursive_union;
#[rustfmt::skip]
#[path = "../cases/types/sensitive/expected.rs"]
pub mod sensitive;
#[rustfmt::skip]
#[path = "../cases/types/sensitive_items/expected.rs"]
pub mod sensitive_items;
#[rustfmt::skip]
#[path = "../cases/types/unions/expected.rs"]
pub mod unions;
#[rustfmt::skip]
#[path = "../cases/types/unused_shapes/expected.rs"]
pub mod unused_shapes;
#[rustfmt::skip]
#[path = "../cases/validate/deep/expected.rs"]
pub mod deep;
#[rustfmt::skip]
#[path = "../cases/validate/echoed/expected.rs"]
pub mod echoed;
#[rustfmt::skip]
#[path = "../cases/validate/enum_with_bounds/expected.rs"]
pub mod enum_with_bounds;
#[rustfmt::skip]
#[path = "../cases/validate/lengths/expected.rs"]
pub mod lengths;
#[rustfmt::skip]
#[path = "../cases/validate/pattern_in_parallel/expected.rs"]
pub mod pattern_in_parallel;
#[rustfmt::skip]
#[path = "../cases/validate/patterns/expected.rs"]
pub mod patterns;
#[rustfmt::skip]
#[path = "../cases/validate/ranges/expected.rs"]
pub mod ranges;
#[rustfmt::skip]
#[path = "../cases/validate/report_order/expected.rs"]
pub mod report_order;
#[rustfmt::skip]
#[path = "../cases/validate/smithy_wording/expected.rs"]
pub mod smithy_wording;
#[rustfmt::skip]
#[path = "../cases/validate/unique_items/expected.rs"]
pub mod unique_items;
