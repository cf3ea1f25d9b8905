terraform {
  required_providers {
    safetyculture = {
      source  = "safetyculture-tokens/safetyculture"
      version = "~> 0.1"
    }
  }
}

provider "safetyculture" {}

resource "safetyculture_service_user_token" "power_bi" {
  name                   = "power-bi"
  inactivity_expiry_days = 60
  permissions            = ["inspections.view", "inspections.export"]
}

output "power_bi_token" {
  value     = safetyculture_service_user_token.power_bi.secret
  sensitive = true
}
