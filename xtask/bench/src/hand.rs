//! A server by hand, as one writes it in a day: serde's derives, owned strings, `regex`, every constraint checked.

mod check;
mod settings;
mod types;
mod words;

use std::fmt::{self, Display, Formatter};

use serde::de::DeserializeOwned;

use crate::{NOW, POOL, POOL_ARN, State};
use check::Check;
use types::{
    Account, AdminCreateUser, CreateUserPool, CreatedPool, CreatedUser, GetSigningCertificate, Pool, SigningCertificate,
};

/// Why a request is refused.
#[derive(Debug)]
pub enum Refused {
    /// No operation has this name.
    Unknown,
    /// The body cannot be read.
    Malformed(serde_json::Error),
    /// A member of this type violates a constraint.
    Invalid(&'static str),
}

impl Display for Refused {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("unknown operation"),
            Self::Malformed(error) => error.fmt(f),
            Self::Invalid(what) => write!(f, "1 validation error detected: {what}"),
        }
    }
}

impl From<serde_json::Error> for Refused {
    fn from(error: serde_json::Error) -> Self {
        Self::Malformed(error)
    }
}

/// Answers a request: lookup, parse, validate, answer and write.
///
/// # Errors
/// Why it is refused.
pub fn answer(target: &str, body: &[u8], state: &State) -> Result<Vec<u8>, Refused> {
    match target.strip_prefix("AWSCognitoIdentityProviderService.") {
        Some("GetSigningCertificate") => {
            let input: GetSigningCertificate = read(body)?;
            let certificate = state.certificates.get(&input.user_pool_id).cloned();
            Ok(serde_json::to_vec(&SigningCertificate { certificate })?)
        }
        Some("AdminCreateUser") => Ok(serde_json::to_vec(&CreatedUser { user: user(read(body)?) })?),
        Some("CreateUserPool") => Ok(serde_json::to_vec(&CreatedPool { user_pool: pool(read(body)?) })?),
        _ => Err(Refused::Unknown),
    }
}

fn read<T: DeserializeOwned + Check>(body: &[u8]) -> Result<T, Refused> {
    let input: T = serde_json::from_slice(body)?;
    input.check().map_err(Refused::Invalid)?;
    Ok(input)
}

#[allow(clippy::cast_precision_loss, reason = "a date of this century is exact")]
const SECONDS: f64 = NOW as f64 / 1000.0;

fn user(input: AdminCreateUser) -> Account {
    Account {
        username: input.username,
        attributes: input.user_attributes,
        user_create_date: SECONDS,
        user_last_modified_date: SECONDS,
        enabled: true,
        user_status: "FORCE_CHANGE_PASSWORD".to_owned(),
    }
}

fn pool(input: CreateUserPool) -> Pool {
    Pool {
        id: POOL.to_owned(),
        name: input.pool_name,
        policies: input.policies,
        deletion_protection: input.deletion_protection,
        lambda_config: input.lambda_config,
        last_modified_date: SECONDS,
        creation_date: SECONDS,
        schema_attributes: input.schema,
        auto_verified_attributes: input.auto_verified_attributes,
        alias_attributes: input.alias_attributes,
        username_attributes: input.username_attributes,
        sms_verification_message: input.sms_verification_message,
        email_verification_message: input.email_verification_message,
        email_verification_subject: input.email_verification_subject,
        verification_message_template: input.verification_message_template,
        sms_authentication_message: input.sms_authentication_message,
        user_attribute_update_settings: input.user_attribute_update_settings,
        mfa_configuration: input.mfa_configuration,
        device_configuration: input.device_configuration,
        estimated_number_of_users: 0,
        email_configuration: input.email_configuration,
        sms_configuration: input.sms_configuration,
        user_pool_tags: input.user_pool_tags,
        admin_create_user_config: input.admin_create_user_config,
        user_pool_add_ons: input.user_pool_add_ons,
        dcr_configuration: input.dcr_configuration,
        username_configuration: input.username_configuration,
        arn: POOL_ARN.to_owned(),
        account_recovery_setting: input.account_recovery_setting,
        user_pool_tier: input.user_pool_tier,
        key_configuration: input.key_configuration,
        issuer_configuration: input.issuer_configuration,
        acr_configuration: input.acr_configuration,
    }
}
