resource "safetyculture_service_user_token" "scim" {
  name        = "scim"
  permissions = provider::safetyculture::scim_permissions()
}
