variable "private_jwk" {
  type      = string
  ephemeral = true
  sensitive = true
}

variable "sealed_secret" {
  type = string
}

ephemeral "safetyculture_unsealed_secret" "power_bi" {
  sealed_secret = var.sealed_secret
  private_jwk   = var.private_jwk
}
