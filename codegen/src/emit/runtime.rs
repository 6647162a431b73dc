//! The runtime's sources, which are copied into every crate.

use super::{Content, Module};

/// The files of the runtime: path below its `src`, and text. `lib.rs` becomes the module `runtime`.
macro_rules! sources {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../runtime/src/", $path)))),*]
    };
}

pub(super) fn modules<'m>() -> Vec<Module<'m>> {
    let sources = sources![
        "auth.rs",
        "auth/identity.rs",
        "auth/refusal.rs",
        "auth/sigv4.rs",
        "auth/sigv4/canonical.rs",
        "auth/sigv4/claim.rs",
        "auth/sigv4/credentials.rs",
        "auth/sigv4/signature.rs",
        "auth/sigv4/wording.rs",
        "codec.rs",
        "errors.rs",
        "http.rs",
        "http/serve.rs",
        "http/serve/connection.rs",
        "http/serve/heads.rs",
        "http/serve/version.rs",
        "json.rs",
        "json/document.rs",
        "json/escape.rs",
        "json/number.rs",
        "json/reader.rs",
        "json/reader/members.rs",
        "json/reader/text.rs",
        "json/reader/token.rs",
        "json/room.rs",
        "json/writer.rs",
        "lib.rs",
        "mock.rs",
        "mock/control.rs",
        "mock/credentials.rs",
        "mock/fail.rs",
        "mock/failures.rs",
        "mock/log.rs",
        "mock/run.rs",
        "mock/sample.rs",
        "mock/samples.rs",
        "mock/vary.rs",
        "pattern.rs",
        "pattern/automaton.rs",
        "pattern/class.rs",
        "pattern/letters.rs",
        "pattern/parallel.rs",
        "pattern/set.rs",
        "pattern/text.rs",
        "protocol.rs",
        "protocol/aws_json.rs",
        "protocol/coding.rs",
        "protocol/coral_json.rs",
        "redacted.rs",
        "schema.rs",
        "schema/declare.rs",
        "service.rs",
        "service/context.rs",
        "service/cors.rs",
        "service/implemented.rs",
        "service/request_id.rs",
        "service/settings.rs",
        "timestamp.rs",
        "timestamp/parse.rs",
        "timestamp/text.rs",
        "validate.rs",
        "validate/check.rs",
        "validate/display.rs",
        "validate/explain.rs",
        "validate/type_error.rs",
        "validate/typed.rs",
        "validate/unique.rs",
        "validate/violation.rs",
        "validate/wording.rs",
        "wire_form.rs",
    ];
    sources
        .into_iter()
        .map(|(path, text)| Module {
            path: if path == "lib.rs" { "runtime.rs".to_owned() } else { format!("runtime/{path}") },
            content: Content::Text(text),
        })
        .collect()
}
