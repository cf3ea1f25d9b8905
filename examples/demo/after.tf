terraform {
  required_providers {
    safetyculture = { source = "safetyculture-tokens/safetyculture" }
  }
}

provider "safetyculture" {}

resource "safetyculture_service_user_token" "reporting" {
  name                   = "reporting-emea"
  inactivity_expiry_days = 60
  permissions            = ["inspections.view", "inspections.export", "actions.view"]
}

resource "safetyculture_service_user_token" "scim" {
  name                   = "scim-provisioning"
  inactivity_expiry_days = 180
  permissions            = ["platform_management.users", "platform_management.groups"]
}

resource "safetyculture_service_user_token" "backup" {
  name                   = "nightly-backup"
  inactivity_expiry_days = 31
  all_permissions        = true
  on_destroy             = "delete"
}
