//! A case and what the program makes of it -> whether the server kept it, or why not.

use serde_json::{Value, json};

use crate::program::{Call, Program, Ran};
use crate::sent::Sent;
use crate::service::Service;
use crate::suite::{Case, Exchange, Response};
use crate::wire::{equal, to_wire};

/// Runs a case.
///
/// # Errors
/// Where the server does otherwise than the vector has it: how.
pub fn judge(program: &Program, service: &Service, case: &Case) -> Result<(), String> {
    match &case.exchange {
        Exchange::Input { params, serialized } => {
            let expected = wire(service, case.shape("input"), params);
            let request = Sent::completed(service, case, serialized, &expected);
            saw(&program.run(service, &request, &Call { error: "", answer: "{}" }), &expected)
        }
        Exchange::Output { result, response } => {
            let answer = wire(service, case.shape("output"), result).to_string();
            sent(&program.run(service, &Sent::any(service, case), &Call { error: "", answer: &answer }), response)
        }
        Exchange::Failure { error_code, error, response } => {
            let answer = to_wire(service, error_code, error).to_string();
            sent(
                &program.run(service, &Sent::any(service, case), &Call { error: error_code, answer: &answer }),
                response,
            )
        }
    }
}

/// Lets a case's response body itself be read, which may hold more, or say it in another way, than the server would.
/// `None` where there is nothing to read.
pub fn read(program: &Program, service: &Service, case: &Case) -> Option<Result<(), String>> {
    let (error, shape, value, response) = match &case.exchange {
        Exchange::Input { .. } => return None,
        Exchange::Output { result, response } => ("", case.shape("output")?, result, response),
        Exchange::Failure { error_code, error, response } => {
            (error_code.as_str(), error_code.as_str(), error, response)
        }
    };
    let call = Call { error, answer: response.body.as_deref()? };
    let ran = program.run(service, &Sent::any(service, case), &call);
    let mut expected = to_wire(service, shape, value);
    if !error.is_empty() {
        expected["__type"] = json!(error);
    }
    Some(holds(&ran, &expected))
}

fn wire(service: &Service, shape: Option<&str>, value: &Value) -> Value {
    shape.map_or_else(|| json!({}), |shape| to_wire(service, shape, value))
}

/// Whether the handler saw `expected`.
fn saw(ran: &Ran, expected: &Value) -> Result<(), String> {
    let Ran { received, status, body, .. } = ran;
    let Some(received) = received else {
        return Err(format!("the handler was not called; the server answered {status} {body}"));
    };
    if *status != 200 {
        return Err(format!("the server answered {status} {body}"));
    }
    if equal(received, expected) { Ok(()) } else { Err(format!("the handler saw {received}, not {expected}")) }
}

/// Whether the server sent the response that a vector has.
fn sent(ran: &Ran, expected: &Response) -> Result<(), String> {
    let Response { status_code, headers, body } = expected;
    if ran.status != *status_code {
        return Err(format!("the status is {}, not {status_code}", ran.status));
    }
    // one vector repeats the request's target in its response
    for (name, value) in headers.iter().filter(|(name, _)| *name != "X-Amz-Target") {
        let found = ran.header(name).ok_or_else(|| format!("the header {name} is missing"))?;
        // an identifier is the server's to choose
        if found != value && name != "X-Amzn-Requestid" {
            return Err(format!("the header {name} is {found}, not {value}"));
        }
    }
    match body.as_deref() {
        None => Ok(()),
        Some("") if ran.body.is_empty() => Ok(()),
        Some("") => Err(format!("the body is {}, not empty", ran.body)),
        Some(body) => holds(ran, &without_namespace(serde_json::from_str(body).unwrap())),
    }
}

/// Whether the body is `expected`.
fn holds(ran: &Ran, expected: &Value) -> Result<(), String> {
    let found = serde_json::from_str(&ran.body).map_err(|error| format!("the body is no JSON: {error}"))?;
    if equal(&found, expected) { Ok(()) } else { Err(format!("the body is {found}, not {expected}")) }
}

/// A body whose error is named without its namespace. Clients of both versions read the name after the `#` alone, and
/// a model of botocore, which is what these services are made from, does not know the namespace.
fn without_namespace(mut body: Value) -> Value {
    if let Some(Value::String(name)) = body.get_mut("__type")
        && let Some((_, bare)) = name.split_once('#')
    {
        *name = bare.to_owned();
    }
    body
}
