//! A server of one operation: `GetSigningCertificate`, with real certificates.
//!
//! ```text
//! cargo run -p cognito-idp --features serve --example signing_certificate -- --listen 127.0.0.1:9229
//! ```

use std::collections::HashMap;
use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Parser;
use cognito_idp::errors::{InternalErrorException, ResourceNotFoundException};
use cognito_idp::operation;
use cognito_idp::runtime::http::serve;
use cognito_idp::types::{GetSigningCertificateRequest, GetSigningCertificateResponse};
use cognito_idp::{CognitoIdentityProvider, Context, Outcome, StatusCodes, server};
use rcgen::{CertificateParams, DnType, KeyPair, PKCS_RSA_SHA256};
use time::{Duration, OffsetDateTime};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

/// Answer GetSigningCertificate with a real X.509 certificate for each user pool.
#[derive(Parser)]
struct Arguments {
    /// Address and port to listen on.
    #[arg(long, default_value = "127.0.0.1:9229")]
    listen: SocketAddr,
    /// A user pool that exists; may be given several times.
    #[arg(long = "pool", value_name = "ID", default_value = "us-east-1_EXAMPLE")]
    pools: Vec<String>,
    /// Send the statuses that the API's documentation prints (480, 481, 482) in place of the real ones.
    #[arg(long)]
    documented_statuses: bool,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let pools = Pools::issue(&arguments.pools)?;
    let statuses = if arguments.documented_statuses { StatusCodes::Documented } else { StatusCodes::Wire };
    let listener = TcpListener::bind(arguments.listen).await?;
    println!("listening on http://{} for {}", listener.local_addr()?, arguments.pools.join(", "));
    serve(listener, server(pools).statuses(statuses), stop()?).await?;
    Ok(())
}

/// Done when the process is asked to end.
fn stop() -> std::io::Result<impl Future<Output = ()>> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// How many years a certificate is valid.
const VALID: i32 = 10;

/// How many years after a certificate the next one is issued.
const RENEWED: i32 = 1;

/// The same day and time some years later; a 29 February is followed by a 28 February.
fn years_later(at: OffsetDateTime, years: i32) -> OffsetDateTime {
    let year = at.year() + years;
    at.replace_year(year).or_else(|_| (at - Duration::DAY).replace_year(year)).unwrap_or(at)
}

/// The user pools that exist, each with the certificate it signs with.
struct Pools(HashMap<String, Mutex<Issued>>);

/// A certificate and when it was issued.
struct Issued {
    /// X.509, DER, base64, on one line.
    certificate: String,
    at: OffsetDateTime,
}

impl Pools {
    fn issue(ids: &[String]) -> Result<Self, rcgen::Error> {
        let now = OffsetDateTime::now_utc();
        let issued = ids.iter().map(|id| Ok((id.clone(), Mutex::new(Issued::new(id, now)?))));
        issued.collect::<Result<_, _>>().map(Self)
    }
}

impl Issued {
    /// A self-signed certificate of a fresh RSA key, as SAML's receivers expect one.
    fn new(pool: &str, at: OffsetDateTime) -> Result<Self, rcgen::Error> {
        let key = KeyPair::generate_for(&PKCS_RSA_SHA256)?;
        let mut parameters = CertificateParams::default();
        parameters.distinguished_name.push(DnType::CommonName, pool);
        parameters.not_before = at;
        parameters.not_after = years_later(at, VALID);
        let certificate = STANDARD.encode(parameters.self_signed(&key)?.der());
        Ok(Self { certificate, at })
    }
}

impl CognitoIdentityProvider for Pools {
    async fn get_signing_certificate(
        &self,
        _context: &Context,
        input: GetSigningCertificateRequest,
    ) -> Outcome<operation::GetSigningCertificate> {
        let id = input.user_pool_id;
        let Some(pool) = self.0.get(&id) else {
            return Err(ResourceNotFoundException::with_message(format!("User pool {id} does not exist.")).into());
        };
        let mut issued = pool.lock().unwrap_or_else(PoisonError::into_inner);
        let now = OffsetDateTime::now_utc();
        if now >= years_later(issued.at, RENEWED) {
            *issued = Issued::new(&id, now).map_err(|error| InternalErrorException::with_message(error.to_string()))?;
        }
        Ok(GetSigningCertificateResponse { certificate: Some(issued.certificate.clone()) })
    }
}
