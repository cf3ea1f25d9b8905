# Named permissions, and 60 days without use before it expires.
resource "safetyculture_service_user_token" "power_bi" {
  name                   = "power-bi"
  inactivity_expiry_days = 60
  permissions            = ["inspections.view", "inspections.export"]
}

# Every permission that there is. Paused: set enabled to true for a new secret.
resource "safetyculture_service_user_token" "migration" {
  name            = "one-time migration"
  all_permissions = true
  enabled         = false
  on_destroy      = "revoke"

  timeouts = {
    create = "1m"
  }
}
