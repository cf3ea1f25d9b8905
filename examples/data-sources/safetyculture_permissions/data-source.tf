data "safetyculture_permissions" "inspections" {
  section = "Inspections"
}

resource "safetyculture_service_user_token" "inspections" {
  name        = "everything about inspections"
  permissions = data.safetyculture_permissions.inspections.keys
}
