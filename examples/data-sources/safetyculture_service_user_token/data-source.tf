resource "safetyculture_service_user_token" "power_bi" {
  name        = "power-bi"
  permissions = ["inspections.view"]
}

data "safetyculture_service_user_token" "power_bi" {
  id = safetyculture_service_user_token.power_bi.id
}

output "last_used_at" {
  value = data.safetyculture_service_user_token.power_bi.last_used_at
}
