# A token that exists while Terraform applies.
ephemeral "safetyculture_service_user_token" "migration" {
  enabled     = terraform.applying
  name        = "migration"
  permissions = ["inspections.view"]
}

resource "terraform_data" "migrate" {
  provisioner "local-exec" {
    command     = "test -n \"$TOKEN\" # use it here"
    environment = { TOKEN = ephemeral.safetyculture_service_user_token.migration.secret }
  }
}
