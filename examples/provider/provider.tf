terraform {
  required_providers {
    safetyculture = {
      source  = "safetyculture-tokens/safetyculture"
      version = "~> 0.1"
    }
  }
}

# The API token comes from the environment variable SAFETYCULTURE_API_TOKEN.
provider "safetyculture" {
  max_retries             = 4
  request_timeout_seconds = 30
}
