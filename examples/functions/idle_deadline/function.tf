output "deadline" {
  value = provider::safetyculture::idle_deadline("2026-01-01T00:00:00Z", 45)
}
