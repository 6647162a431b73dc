//! The types through serde: the same as on the wire, in every format that says what a value is.

#![cfg(feature = "serde")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Debug;

use cognito_idp::errors::InvalidParameterException;
use cognito_idp::runtime::{Encode, Timestamp};
use cognito_idp::types::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn user() -> UserType {
    UserType {
        username: Some("jane".to_owned()),
        attributes: Some(vec![AttributeType { value: Some("é \"\n".to_owned()), ..AttributeType::new("email") }]),
        user_create_date: Some(Timestamp::from_millis(1_606_995_525_734)),
        user_last_modified_date: Some(Timestamp::from_seconds(-1)),
        enabled: Some(false),
        user_status: Some(UserStatusType::Unknown("DRAFT".to_owned())),
        ..UserType::default()
    }
}

/// Holds a value to its form on the wire, and reads it back from two formats.
fn same_as_on_the_wire<T>(value: &T) -> Result<(), Box<dyn Error>>
where
    T: Serialize + DeserializeOwned + Encode + Debug + PartialEq,
{
    let wire: serde_json::Value = serde_json::from_slice(&value.to_body())?;
    assert_eq!(serde_json::to_value(value)?, wire);
    let json = serde_json::to_string(value)?;
    assert_eq!(&serde_json::from_str::<T>(&json)?, value);
    let yaml = serde_yaml::to_string(value)?;
    assert_eq!(&serde_yaml::from_str::<T>(&yaml)?, value, "{yaml}");
    Ok(())
}

#[test]
fn values_have_the_form_of_the_wire() -> Result<(), Box<dyn Error>> {
    same_as_on_the_wire(&user())?;
    same_as_on_the_wire(&InvalidParameterException { message: Some("no".to_owned()), ..Default::default() })?;
    let mut image = SetUiCustomizationRequest::new("us-east-1_EXAMPLE");
    image.image_file = Some(vec![0, 255, 16]);
    same_as_on_the_wire(&image)?;
    let mut auth = InitiateAuthRequest::new(AuthFlowType::UserPasswordAuth, "client");
    auth.auth_parameters = Some(BTreeMap::from([("PASSWORD".to_owned(), "secret".to_owned())]));
    same_as_on_the_wire(&auth)?;
    let json =
        r#"{"Username":"jane","Attributes":[{"Name":"email","Value":"é \"\n"}],"UserCreateDate":1606995525.734,"#;
    assert!(serde_json::to_string(&user())?.starts_with(json));
    Ok(())
}

#[test]
fn an_enum_is_its_text() {
    assert_eq!(serde_json::to_string(&UserStatusType::Confirmed).ok().as_deref(), Some("\"CONFIRMED\""));
    assert_eq!(serde_json::from_str::<UserStatusType>("\"CONFIRMED\"").ok(), Some(UserStatusType::Confirmed));
    let unknown = UserStatusType::Unknown("DRAFT".to_owned());
    assert_eq!(serde_json::from_str::<UserStatusType>("\"DRAFT\"").ok(), Some(unknown));
}

#[test]
fn what_is_wrong_with_a_value_is_told() {
    let told = |text: &str| serde_json::from_str::<AttributeType>(text).map_err(|error| error.to_string());
    assert_eq!(told(r#"{"Name":"a","Other":[1]}"#), Ok(AttributeType::new("a")));
    for (text, expected) in [
        (
            r#"{"Value":"a"}"#,
            "AttributeType: 1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be \
             null",
        ),
        (r#"{"Name":{}}"#, "AttributeType: Start of structure or map found where not expected."),
        ("[]", "AttributeType: Start of list found where not expected"),
        ("7", "AttributeType: it is no object, or nested more than 128 deep"),
        ("null", "AttributeType: it is no object, or nested more than 128 deep"),
    ] {
        assert_eq!(told(text), Err(expected.to_owned()), "{text}");
    }
}
