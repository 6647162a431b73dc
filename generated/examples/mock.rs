//! A server that answers every operation with made-up values, for tests of clients.
//!
//! ```text
//! cargo run -p cognito-idp --features mock --example mock -- --listen 127.0.0.1:9229
//! ```

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;

use cognito_idp::runtime::mock::{Options, run};
use cognito_idp::runtime::{Cors, StatusCodes};

/// Answer every operation with made-up values that keep all constraints.
///
/// GET /_mock/requests answers the last requests as JSON, and DELETE forgets them. GET /_mock/samples answers what can be
/// sent, what is answered, and all errors. PUT /_mock/failures/OPERATION with the name of an error as its body makes that
/// operation fail, DELETE ends that, and GET and DELETE /_mock/failures are for all that fail.
#[derive(Parser)]
struct Arguments {
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:9229")]
    listen: SocketAddr,
    /// HTTP statuses of errors: those that the real endpoint sends, or those that its documentation prints.
    #[arg(long, value_name = "WHICH", default_value = "wire", value_parser = ["wire", "documented"])]
    statuses: String,
    /// Whether scripts of web pages may call it: as the real endpoint has it, or nothing is said of it.
    #[arg(long, value_name = "WHICH", default_value = "wire", value_parser = ["wire", "off"])]
    cors: String,
    /// The least time that an answer takes, in milliseconds.
    #[arg(long, value_name = "MS", default_value_t = 0)]
    latency: u64,
    /// An operation that fails, and the error it fails with; may be given several times.
    #[arg(long, value_name = "OPERATION=ERROR")]
    fail: Vec<String>,
    /// A key whose signatures are good; may be given several times. Without any, signatures are not checked.
    #[arg(long, value_name = "ACCESS_KEY:SECRET[:SESSION_TOKEN]")]
    credentials: Vec<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let options = Options {
        listen: arguments.listen,
        statuses: if arguments.statuses == "documented" { StatusCodes::Documented } else { StatusCodes::Wire },
        cors: if arguments.cors == "off" { Cors::Off } else { Cors::Wire },
        latency: Duration::from_millis(arguments.latency),
        fail: arguments.fail,
        credentials: arguments.credentials,
    };
    let served = run(options, cognito_idp::server).await;
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
