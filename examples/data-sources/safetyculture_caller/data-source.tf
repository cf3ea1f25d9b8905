data "safetyculture_caller" "this" {}

output "organization_id" {
  value = data.safetyculture_caller.this.organization_id
}
