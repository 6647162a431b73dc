//! The closed lists of words that the types of three operations use.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum MessageAction {
    Resend,
    Suppress,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum DeliveryMedium {
    Sms,
    Email,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AuthFactor {
    Password,
    EmailOtp,
    SmsOtp,
    WebAuthn,
    SoftwareToken,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum DeletionProtection {
    Active,
    Inactive,
}

#[derive(Serialize, Deserialize)]
pub enum TokenVersion {
    #[serde(rename = "V1_0")]
    V1,
    #[serde(rename = "V2_0")]
    V2,
    #[serde(rename = "V3_0")]
    V3,
}

#[derive(Serialize, Deserialize)]
pub enum FirstVersion {
    #[serde(rename = "V1_0")]
    V1,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verified {
    PhoneNumber,
    Email,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alias {
    PhoneNumber,
    Email,
    PreferredUsername,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EmailOption {
    ConfirmWithLink,
    ConfirmWithCode,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Mfa {
    Off,
    On,
    Optional,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EmailSendingAccount {
    CognitoDefault,
    Developer,
}

#[derive(Serialize, Deserialize)]
pub enum DataType {
    String,
    Number,
    DateTime,
    Boolean,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum SecurityMode {
    Off,
    Audit,
    Enforced,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum EnabledMode {
    Audit,
    Enforced,
}

#[derive(Serialize, Deserialize)]
pub enum Status {
    Enabled,
    Disabled,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grant {
    Code,
    Implicit,
    ClientCredentials,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecoveryName {
    VerifiedEmail,
    VerifiedPhoneNumber,
    AdminOnly,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Tier {
    Lite,
    Essentials,
    Plus,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum KeyType {
    AwsOwnedKey,
    CustomerManagedKey,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Issuer {
    Original,
    Updated,
}
