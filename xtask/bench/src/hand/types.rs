//! What three operations take and answer.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::settings::{
    AccountRecovery, AcrLevel, AddOns, AdminCreateUserConfig, Attribute, DcrConfiguration, DeviceConfiguration,
    EmailConfiguration, IssuerConfiguration, KeyConfiguration, LambdaConfig, Policies, SchemaAttribute,
    SmsConfiguration, UpdateSettings, UsernameConfiguration, VerificationTemplate,
};
use super::words::{Alias, DeletionProtection, DeliveryMedium, MessageAction, Mfa, Tier, Verified};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetSigningCertificate {
    pub user_pool_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "what is read is not all answered")]
pub struct AdminCreateUser {
    pub user_pool_id: String,
    pub username: String,
    pub user_attributes: Option<Vec<Attribute>>,
    pub validation_data: Option<Vec<Attribute>>,
    pub temporary_password: Option<String>,
    pub force_alias_creation: Option<bool>,
    pub message_action: Option<MessageAction>,
    pub desired_delivery_mediums: Option<Vec<DeliveryMedium>>,
    pub client_metadata: Option<HashMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateUserPool {
    pub pool_name: String,
    pub policies: Option<Policies>,
    pub deletion_protection: Option<DeletionProtection>,
    pub lambda_config: Option<LambdaConfig>,
    pub auto_verified_attributes: Option<Vec<Verified>>,
    pub alias_attributes: Option<Vec<Alias>>,
    pub username_attributes: Option<Vec<Verified>>,
    pub sms_verification_message: Option<String>,
    pub email_verification_message: Option<String>,
    pub email_verification_subject: Option<String>,
    pub verification_message_template: Option<VerificationTemplate>,
    pub sms_authentication_message: Option<String>,
    pub mfa_configuration: Option<Mfa>,
    pub user_attribute_update_settings: Option<UpdateSettings>,
    pub device_configuration: Option<DeviceConfiguration>,
    pub email_configuration: Option<EmailConfiguration>,
    pub sms_configuration: Option<SmsConfiguration>,
    pub user_pool_tags: Option<HashMap<String, String>>,
    pub admin_create_user_config: Option<AdminCreateUserConfig>,
    pub schema: Option<Vec<SchemaAttribute>>,
    pub user_pool_add_ons: Option<AddOns>,
    pub dcr_configuration: Option<DcrConfiguration>,
    pub username_configuration: Option<UsernameConfiguration>,
    pub account_recovery_setting: Option<AccountRecovery>,
    pub user_pool_tier: Option<Tier>,
    pub key_configuration: Option<KeyConfiguration>,
    pub issuer_configuration: Option<IssuerConfiguration>,
    pub acr_configuration: Option<HashMap<String, AcrLevel>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SigningCertificate {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreatedUser {
    pub user: Account,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Account {
    pub username: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Vec<Attribute>>,
    pub user_create_date: f64,
    pub user_last_modified_date: f64,
    pub enabled: bool,
    pub user_status: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreatedPool {
    pub user_pool: Pool,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Pool {
    pub id: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policies: Option<Policies>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deletion_protection: Option<DeletionProtection>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lambda_config: Option<LambdaConfig>,
    pub last_modified_date: f64,
    pub creation_date: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema_attributes: Option<Vec<SchemaAttribute>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_verified_attributes: Option<Vec<Verified>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias_attributes: Option<Vec<Alias>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username_attributes: Option<Vec<Verified>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sms_verification_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_verification_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_verification_subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_message_template: Option<VerificationTemplate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sms_authentication_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_attribute_update_settings: Option<UpdateSettings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mfa_configuration: Option<Mfa>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_configuration: Option<DeviceConfiguration>,
    pub estimated_number_of_users: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_configuration: Option<EmailConfiguration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sms_configuration: Option<SmsConfiguration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_pool_tags: Option<HashMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin_create_user_config: Option<AdminCreateUserConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_pool_add_ons: Option<AddOns>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dcr_configuration: Option<DcrConfiguration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username_configuration: Option<UsernameConfiguration>,
    pub arn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_recovery_setting: Option<AccountRecovery>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_pool_tier: Option<Tier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_configuration: Option<KeyConfiguration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_configuration: Option<IssuerConfiguration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acr_configuration: Option<HashMap<String, AcrLevel>>,
}
