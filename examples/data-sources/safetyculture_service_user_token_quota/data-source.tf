data "safetyculture_service_user_token_quota" "this" {}

output "room" {
  value = data.safetyculture_service_user_token_quota.this.available
}
