//! The generated crate: a server's handlers, and what lies below them without HTTP's types.

use bytes::Bytes;
use cognito_idp::runtime::{Decode, Encode, Timestamp, Validate};
use cognito_idp::types::{
    AdminCreateUserRequest, AdminCreateUserResponse, CreateUserPoolRequest, CreateUserPoolResponse,
    DescribeUserPoolRequest, DescribeUserPoolResponse, GetSigningCertificateRequest, GetSigningCertificateResponse,
    UserPoolType, UserStatusType, UserType,
};
use cognito_idp::{CognitoIdentityProvider, Context, Operation, Outcome, operation};

use crate::{NOW, POOL, POOL_ARN, State};

/// How deep a body may be nested: more than any request of the API is.
const DEPTH: usize = 128;

/// Lookup, parse, validate, answer and write, as the rivals do it. None if the request is refused.
#[must_use]
pub fn core(target: &str, body: &[u8], state: &State) -> Option<Bytes> {
    let name = target.strip_prefix("AWSCognitoIdentityProviderService.")?;
    Some(match Operation::from_name(name)? {
        Operation::GetSigningCertificate => certificate(state, &read(body)?).to_shared_body(),
        Operation::AdminCreateUser => user(read(body)?).to_shared_body(),
        Operation::CreateUserPool => pool(read(body)?).to_shared_body(),
        _ => return None,
    })
}

fn read<T: Decode + Validate>(body: &[u8]) -> Option<T> {
    T::from_body(body, DEPTH).ok().filter(T::is_valid)
}

fn certificate(state: &State, input: &GetSigningCertificateRequest) -> GetSigningCertificateResponse {
    GetSigningCertificateResponse { certificate: state.certificates.get(&input.user_pool_id).cloned() }
}

fn user(input: AdminCreateUserRequest) -> AdminCreateUserResponse {
    let now = Timestamp::from_millis(NOW);
    let user = UserType {
        username: Some(input.username),
        attributes: input.user_attributes,
        user_create_date: Some(now),
        user_last_modified_date: Some(now),
        enabled: Some(true),
        user_status: Some(UserStatusType::ForceChangePassword),
        ..UserType::default()
    };
    AdminCreateUserResponse { user: Some(user) }
}

fn pool(input: CreateUserPoolRequest) -> CreateUserPoolResponse {
    let now = Timestamp::from_millis(NOW);
    let pool = UserPoolType {
        id: Some(POOL.to_owned()),
        name: Some(input.pool_name),
        policies: input.policies,
        deletion_protection: input.deletion_protection,
        lambda_config: input.lambda_config,
        last_modified_date: Some(now),
        creation_date: Some(now),
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
        estimated_number_of_users: Some(0),
        email_configuration: input.email_configuration,
        sms_configuration: input.sms_configuration,
        user_pool_tags: input.user_pool_tags,
        admin_create_user_config: input.admin_create_user_config,
        user_pool_add_ons: input.user_pool_add_ons,
        dcr_configuration: input.dcr_configuration,
        username_configuration: input.username_configuration,
        arn: Some(POOL_ARN.to_owned()),
        account_recovery_setting: input.account_recovery_setting,
        user_pool_tier: input.user_pool_tier,
        key_configuration: input.key_configuration,
        issuer_configuration: input.issuer_configuration,
        acr_configuration: input.acr_configuration,
        ..UserPoolType::default()
    };
    CreateUserPoolResponse { user_pool: Some(pool) }
}

/// A server of these operations, and of `DescribeUserPool`.
pub struct Pools(pub State);

impl CognitoIdentityProvider for Pools {
    async fn get_signing_certificate(
        &self,
        _context: &Context,
        input: GetSigningCertificateRequest,
    ) -> Outcome<operation::GetSigningCertificate> {
        Ok(certificate(&self.0, &input))
    }

    async fn admin_create_user(
        &self,
        _context: &Context,
        input: AdminCreateUserRequest,
    ) -> Outcome<operation::AdminCreateUser> {
        Ok(user(input))
    }

    async fn create_user_pool(
        &self,
        _context: &Context,
        input: CreateUserPoolRequest,
    ) -> Outcome<operation::CreateUserPool> {
        Ok(pool(input))
    }

    async fn describe_user_pool(
        &self,
        _context: &Context,
        input: DescribeUserPoolRequest,
    ) -> Outcome<operation::DescribeUserPool> {
        let CreateUserPoolResponse { mut user_pool } = pool(CreateUserPoolRequest::new("described"));
        if let Some(pool) = &mut user_pool {
            pool.id = Some(input.user_pool_id);
        }
        Ok(DescribeUserPoolResponse { user_pool })
    }
}
