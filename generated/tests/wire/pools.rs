//! A small server, of which some operations succeed, some fail, and most are not written.

use std::collections::BTreeMap;

use cognito_idp::errors::{
    ForbiddenException, InternalErrorException, InvalidParameterException, NotAuthorizedException,
    ResourceNotFoundException, TooManyRequestsException, UserNotFoundException,
};
use cognito_idp::runtime::Timestamp;
use cognito_idp::types::{
    AdminDeleteUserRequest, AdminGetUserRequest, AdminGetUserResponse, AdminSetUserPasswordRequest,
    AdminSetUserPasswordResponse, AttributeType, ChangePasswordRequest, CreateManagedLoginBrandingRequest,
    CreateManagedLoginBrandingResponse, GetSigningCertificateRequest, GetSigningCertificateResponse, GetUserRequest,
    GetUserResponse, ListTagsForResourceRequest, ListTagsForResourceResponse, ListUsersRequest, ListUsersResponse,
    ManagedLoginBrandingType, UpdateUserAttributesRequest, UpdateUserAttributesResponse, UserStatusType,
};
use cognito_idp::{CognitoIdentityProvider, Context, Outcome, operation};

/// Answers by what a request names.
pub struct Pools;

impl CognitoIdentityProvider for Pools {
    async fn get_signing_certificate(
        &self,
        _: &Context,
        input: GetSigningCertificateRequest,
    ) -> Outcome<operation::GetSigningCertificate> {
        match input.user_pool_id.as_str() {
            "us-east-1_GONE" => {
                let message = format!("User pool {} does not exist.", input.user_pool_id);
                Err(ResourceNotFoundException::with_message(message).into())
            }
            "us-east-1_BROKEN" => Err(InternalErrorException::with_message("Internal server error.").into()),
            "us-east-1_SILENT" => Err(ResourceNotFoundException::default().into()),
            "us-east-1_EMPTY" => Ok(GetSigningCertificateResponse::default()),
            _ => Ok(GetSigningCertificateResponse { certificate: Some("MIICvTCCAaWgAwIBA/+=".to_owned()) }),
        }
    }

    async fn admin_delete_user(
        &self,
        _: &Context,
        input: AdminDeleteUserRequest,
    ) -> Outcome<operation::AdminDeleteUser> {
        match input.username.as_str() {
            "nobody" => Err(UserNotFoundException::with_message("User does not exist.").into()),
            _ => Ok(()),
        }
    }

    async fn admin_set_user_password(
        &self,
        _: &Context,
        _: AdminSetUserPasswordRequest,
    ) -> Outcome<operation::AdminSetUserPassword> {
        Ok(AdminSetUserPasswordResponse::default())
    }

    async fn get_user(&self, _: &Context, input: GetUserRequest) -> Outcome<operation::GetUser> {
        match input.access_token.as_str() {
            "blocked" => Err(ForbiddenException::with_message("Request not allowed due to WAF block.").into()),
            "busy" => Err(TooManyRequestsException::with_message("Rate exceeded").into()),
            "expired" => Err(NotAuthorizedException::with_message("Access Token has expired").into()),
            _ => {
                let attribute = |name: &str, value: &str| AttributeType {
                    value: Some(value.to_owned()),
                    ..AttributeType::new(name)
                };
                let attributes = vec![attribute("email_verified", "true"), attribute("name", "Zoë \"Z\"")];
                Ok(GetUserResponse::new("jane", attributes))
            }
        }
    }

    async fn admin_get_user(&self, _: &Context, input: AdminGetUserRequest) -> Outcome<operation::AdminGetUser> {
        let millis = |millis| Some(Timestamp::from_millis(millis));
        Ok(AdminGetUserResponse {
            user_create_date: millis(1_606_995_525_734),
            user_last_modified_date: millis(1_606_995_525_000),
            enabled: Some(true),
            user_status: Some(UserStatusType::Confirmed),
            ..AdminGetUserResponse::new(input.username)
        })
    }

    async fn list_users(&self, _: &Context, input: ListUsersRequest) -> Outcome<operation::ListUsers> {
        let pagination_token = input.limit.map(|limit| format!("after-{limit}"));
        Ok(ListUsersResponse { users: Some(Vec::new()), pagination_token })
    }

    async fn list_tags_for_resource(
        &self,
        _: &Context,
        _: ListTagsForResourceRequest,
    ) -> Outcome<operation::ListTagsForResource> {
        let tags = [("b", "2"), ("a", "")].map(|(key, value)| (key.to_owned(), value.to_owned()));
        Ok(ListTagsForResourceResponse { tags: Some(BTreeMap::from(tags)) })
    }

    async fn create_managed_login_branding(
        &self,
        _: &Context,
        input: CreateManagedLoginBrandingRequest,
    ) -> Outcome<operation::CreateManagedLoginBranding> {
        let managed_login_branding = Some(ManagedLoginBrandingType {
            use_cognito_provided_values: input.use_cognito_provided_values,
            settings: input.settings,
            assets: input.assets,
            ..ManagedLoginBrandingType::default()
        });
        Ok(CreateManagedLoginBrandingResponse { managed_login_branding })
    }

    async fn change_password(&self, _: &Context, _: ChangePasswordRequest) -> Outcome<operation::ChangePassword> {
        let reason_code = Some("Weak".to_owned());
        Err(InvalidParameterException { reason_code, ..InvalidParameterException::with_message("No.") }.into())
    }

    async fn update_user_attributes(
        &self,
        _: &Context,
        input: UpdateUserAttributesRequest,
    ) -> Outcome<operation::UpdateUserAttributes> {
        match input.user_attributes.first() {
            Some(first) => {
                let message = format!("user.{}: Attribute cannot be updated.\n", first.name);
                Err(InvalidParameterException::with_message(message).into())
            }
            None => Ok(UpdateUserAttributesResponse::default()),
        }
    }
}
