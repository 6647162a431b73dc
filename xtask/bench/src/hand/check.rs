//! What was read -> whether every constraint is kept.

use std::sync::LazyLock;

use regex::Regex;

use super::settings::{
    Attribute, EmailConfiguration, LambdaConfig, PasswordPolicy, SmsConfiguration, VerificationTemplate,
    VersionedLambda,
};
use super::types::{AdminCreateUser, CreateUserPool, GetSigningCertificate};

/// An input whose constraints can be checked.
pub trait Check {
    /// The name of the first type whose constraint is violated.
    fn check(&self) -> Result<(), &'static str>;
}

type Checked = Result<(), &'static str>;

macro_rules! patterns {
    ($($name:ident = $pattern:literal;)*) => {
        $(static $name: LazyLock<Regex> = LazyLock::new(|| Regex::new(concat!("^(?:", $pattern, ")$")).expect($pattern));)*
    };
}

patterns! {
    POOL_ID = r"[\w-]+_[0-9a-zA-Z]+";
    USERNAME = r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+";
    ATTRIBUTE_NAME = r"[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r ]+";
    PASSWORD = r"[\S]+.*[\S]+";
    POOL_NAME = r"[\w\s+=,.@-]+";
    ARN = r"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?";
    SMS_MESSAGE = r".*\{####\}.*";
    EMAIL_MESSAGE = r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*";
    EMAIL_SUBJECT = r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+";
    EMAIL_BY_LINK = r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{##[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*##\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*";
    EMAIL_ADDRESS = r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+";
    EMAIL_INVITE = r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*";
    CONFIGURATION_SET = r"[a-zA-Z0-9_-]+";
    SCOPE = r"[\x21\x23-\x5B\x5D-\x7E]+";
    LEVEL = r"Level[1-4]";
}

fn ensure(kept: bool, name: &'static str) -> Checked {
    if kept { Ok(()) } else { Err(name) }
}

fn length(value: &str, min: usize, max: usize, name: &'static str) -> Checked {
    ensure((min..=max).contains(&value.chars().count()), name)
}

fn text(value: &str, min: usize, max: usize, pattern: &Regex, name: &'static str) -> Checked {
    length(value, min, max, name)?;
    ensure(pattern.is_match(value), name)
}

fn number(value: Option<i32>, min: i32, max: i32, name: &'static str) -> Checked {
    ensure(value.is_none_or(|value| (min..=max).contains(&value)), name)
}

fn optional(value: Option<&String>, check: impl Fn(&str) -> Checked) -> Checked {
    value.map_or(Ok(()), |value| check(value))
}

fn plain(value: &str) -> Checked {
    length(value, 0, 131_072, "StringType")
}

fn arn(value: &str) -> Checked {
    text(value, 20, 2048, &ARN, "ArnType")
}

fn sms_message(value: &str) -> Checked {
    text(value, 6, 140, &SMS_MESSAGE, "SmsVerificationMessageType")
}

fn email_message(value: &str) -> Checked {
    text(value, 6, 20_000, &EMAIL_MESSAGE, "EmailVerificationMessageType")
}

fn email_subject(value: &str) -> Checked {
    text(value, 1, 140, &EMAIL_SUBJECT, "EmailVerificationSubjectType")
}

fn region(value: &str) -> Checked {
    length(value, 5, 32, "RegionCodeType")
}

fn attributes(list: Option<&Vec<Attribute>>) -> Checked {
    for attribute in list.into_iter().flatten() {
        text(&attribute.name, 1, 32, &ATTRIBUTE_NAME, "AttributeNameType")?;
        optional(attribute.value.as_ref(), |value| length(value, 0, 2048, "AttributeValueType"))?;
    }
    Ok(())
}

impl Check for GetSigningCertificate {
    fn check(&self) -> Checked {
        text(&self.user_pool_id, 1, 55, &POOL_ID, "UserPoolIdType")
    }
}

impl Check for AdminCreateUser {
    fn check(&self) -> Checked {
        text(&self.user_pool_id, 1, 55, &POOL_ID, "UserPoolIdType")?;
        text(&self.username, 1, 128, &USERNAME, "UsernameType")?;
        attributes(self.user_attributes.as_ref())?;
        attributes(self.validation_data.as_ref())?;
        optional(self.temporary_password.as_ref(), |value| text(value, 0, 256, &PASSWORD, "PasswordType"))?;
        for (key, value) in self.client_metadata.iter().flatten() {
            plain(key)?;
            plain(value)?;
        }
        Ok(())
    }
}

impl Check for CreateUserPool {
    fn check(&self) -> Checked {
        text(&self.pool_name, 1, 128, &POOL_NAME, "UserPoolNameType")?;
        if let Some(policies) = &self.policies {
            policies.password_policy.as_ref().map_or(Ok(()), PasswordPolicy::check)?;
            let factors =
                policies.sign_in_policy.as_ref().and_then(|policy| policy.allowed_first_auth_factors.as_ref());
            ensure(factors.is_none_or(|list| (1..=5).contains(&list.len())), "AllowedFirstAuthFactorsListType")?;
        }
        self.lambda_config.as_ref().map_or(Ok(()), LambdaConfig::check)?;
        optional(self.sms_verification_message.as_ref(), sms_message)?;
        optional(self.email_verification_message.as_ref(), email_message)?;
        optional(self.email_verification_subject.as_ref(), email_subject)?;
        self.verification_message_template.as_ref().map_or(Ok(()), VerificationTemplate::check)?;
        optional(self.sms_authentication_message.as_ref(), sms_message)?;
        self.email_configuration.as_ref().map_or(Ok(()), EmailConfiguration::check)?;
        self.sms_configuration.as_ref().map_or(Ok(()), SmsConfiguration::check)?;
        for (key, value) in self.user_pool_tags.iter().flatten() {
            length(key, 1, 128, "TagKeysType")?;
            length(value, 0, 256, "TagValueType")?;
        }
        self.invitation()?;
        self.schema_attributes()?;
        self.more()
    }
}

impl CreateUserPool {
    fn invitation(&self) -> Checked {
        let Some(config) = &self.admin_create_user_config else { return Ok(()) };
        number(config.unused_account_validity_days, 0, 365, "AdminCreateUserUnusedAccountValidityDaysType")?;
        let Some(template) = &config.invite_message_template else { return Ok(()) };
        // its pattern matches everything
        optional(template.sms_message.as_ref(), |value| length(value, 6, 140, "SmsInviteMessageType"))?;
        let email = |value: &str| text(value, 6, 20_000, &EMAIL_INVITE, "EmailInviteMessageType");
        optional(template.email_message.as_ref(), email)?;
        optional(template.email_subject.as_ref(), email_subject)
    }

    fn schema_attributes(&self) -> Checked {
        let Some(schema) = &self.schema else { return Ok(()) };
        ensure((1..=50).contains(&schema.len()), "SchemaAttributesListType")?;
        for attribute in schema {
            optional(attribute.name.as_ref(), |value| text(value, 1, 20, &USERNAME, "CustomAttributeNameType"))?;
            if let Some(bounds) = &attribute.number_attribute_constraints {
                optional(bounds.min_value.as_ref(), plain)?;
                optional(bounds.max_value.as_ref(), plain)?;
            }
            if let Some(bounds) = &attribute.string_attribute_constraints {
                optional(bounds.min_length.as_ref(), plain)?;
                optional(bounds.max_length.as_ref(), plain)?;
            }
        }
        Ok(())
    }

    fn more(&self) -> Checked {
        if let Some(dcr) = &self.dcr_configuration {
            for grants in [&dcr.authenticated_grant_types, &dcr.open_dcr_grant_types].into_iter().flatten() {
                ensure(grants.len() <= 3, "OAuthFlowsType")?;
            }
            ensure(dcr.allowed_scopes.as_ref().is_none_or(|scopes| scopes.len() <= 50), "ScopeListType")?;
            for scope in dcr.allowed_scopes.iter().flatten() {
                text(scope, 1, 256, &SCOPE, "ScopeType")?;
            }
        }
        if let Some(options) = self.account_recovery_setting.as_ref().and_then(|it| it.recovery_mechanisms.as_ref()) {
            ensure((1..=2).contains(&options.len()), "RecoveryMechanismsType")?;
            for option in options {
                number(Some(option.priority), 1, 2, "PriorityType")?;
            }
        }
        let key = self.key_configuration.as_ref().and_then(|key| key.kms_key_arn.as_ref());
        optional(key, |value| text(value, 20, 2048, &ARN, "EncryptionKeyArnType"))?;
        ensure(self.acr_configuration.as_ref().is_none_or(|levels| levels.len() <= 4), "AcrConfigurationType")?;
        for (key, level) in self.acr_configuration.iter().flatten() {
            ensure(LEVEL.is_match(key), "AcrLevelKeyType")?;
            text(&level.acr_value, 1, 64, &SCOPE, "AcrValueType")?;
        }
        Ok(())
    }
}

impl Check for PasswordPolicy {
    fn check(&self) -> Checked {
        number(self.minimum_length, 6, 99, "PasswordPolicyMinLengthType")?;
        number(self.password_history_size, 0, 24, "PasswordHistorySizeType")?;
        number(self.temporary_password_validity_days, 0, 365, "TemporaryPasswordValidityDaysType")
    }
}

impl<V> Check for VersionedLambda<V> {
    fn check(&self) -> Checked {
        arn(&self.lambda_arn)
    }
}

impl Check for LambdaConfig {
    fn check(&self) -> Checked {
        let plain = [
            &self.pre_sign_up,
            &self.custom_message,
            &self.post_confirmation,
            &self.pre_authentication,
            &self.post_authentication,
            &self.define_auth_challenge,
            &self.create_auth_challenge,
            &self.verify_auth_challenge_response,
            &self.pre_token_generation,
            &self.user_migration,
            &self.kms_key_id,
        ];
        plain.into_iter().flatten().try_for_each(|value| arn(value))?;
        self.pre_token_generation_config.as_ref().map_or(Ok(()), Check::check)?;
        let versioned = [&self.custom_sms_sender, &self.custom_email_sender, &self.inbound_federation];
        versioned.into_iter().flatten().try_for_each(Check::check)
    }
}

impl Check for VerificationTemplate {
    fn check(&self) -> Checked {
        optional(self.sms_message.as_ref(), sms_message)?;
        optional(self.email_message.as_ref(), email_message)?;
        optional(self.email_subject.as_ref(), email_subject)?;
        let by_link = |value: &str| text(value, 6, 20_000, &EMAIL_BY_LINK, "EmailVerificationMessageByLinkType");
        optional(self.email_message_by_link.as_ref(), by_link)?;
        optional(self.email_subject_by_link.as_ref(), email_subject)
    }
}

impl Check for EmailConfiguration {
    fn check(&self) -> Checked {
        optional(self.source_arn.as_ref(), arn)?;
        let address = |value: &str| ensure(EMAIL_ADDRESS.is_match(value), "EmailAddressType");
        optional(self.reply_to_email_address.as_ref(), address)?;
        optional(self.from.as_ref(), plain)?;
        let set = |value: &str| text(value, 1, 64, &CONFIGURATION_SET, "SESConfigurationSet");
        optional(self.configuration_set.as_ref(), set)
    }
}

impl Check for SmsConfiguration {
    fn check(&self) -> Checked {
        let caller = |value: &str| {
            length(value, 0, 2048, "OptionalArnType")?;
            ensure(value.is_empty() || ARN.is_match(value), "OptionalArnType")
        };
        optional(self.sns_caller_arn.as_ref(), caller)?;
        optional(self.external_id.as_ref(), plain)?;
        optional(self.sns_region.as_ref(), region)?;
        let Some(eums) = &self.eums_sms else { return Ok(()) };
        arn(&eums.caller_arn)?;
        let texts = [
            &eums.external_id,
            &eums.origination_identity,
            &eums.configuration_set_name,
            &eums.in_entity_id,
            &eums.in_template_id,
        ];
        texts.into_iter().flatten().try_for_each(|value| plain(value))?;
        optional(eums.region.as_ref(), region)
    }
}
