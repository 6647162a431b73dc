//! Wire protocols: how an operation, its input and its outcome are laid out in an HTTP request and response.

pub mod aws_json;
mod coding;
mod coral_json;
