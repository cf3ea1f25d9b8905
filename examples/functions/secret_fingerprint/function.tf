output "fingerprint" {
  value = provider::safetyculture::secret_fingerprint("scapi_example")
}
