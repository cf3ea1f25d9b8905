data "safetyculture_service_user_tokens" "soon" {
  status              = "active"
  expires_within_days = 7
}

# Names the integrations that nobody has used for long.
output "about_to_expire" {
  value = { for token in data.safetyculture_service_user_tokens.soon.tokens : token.name => token.expires_at }
}
