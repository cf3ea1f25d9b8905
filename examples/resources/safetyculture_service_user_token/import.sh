# By id, or by name where the name is unique.
terraform import safetyculture_service_user_token.power_bi 6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69
terraform import safetyculture_service_user_token.power_bi "name:power-bi"
