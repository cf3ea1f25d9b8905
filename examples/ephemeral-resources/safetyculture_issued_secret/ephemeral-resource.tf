resource "safetyculture_service_user_token" "power_bi" {
  name           = "power-bi"
  permissions    = ["inspections.view"]
  secret_storage = "none"
}

ephemeral "safetyculture_issued_secret" "power_bi" {
  token_id       = safetyculture_service_user_token.power_bi.id
  secret_version = safetyculture_service_user_token.power_bi.secret_version
}

# In place of this, the write-only argument of a vault's own resource.
resource "terraform_data" "store" {
  triggers_replace = safetyculture_service_user_token.power_bi.secret_version

  provisioner "local-exec" {
    command = "test -n \"$SECRET\""
    environment = {
      SECRET = coalesce(
        ephemeral.safetyculture_issued_secret.power_bi.secret,
        terraform.applying ? null : "not issued in this run",
      )
    }
  }
}
