import { SafetyCultureClient } from "@safetyculture-tokens/sdk";

// The API token of the caller comes from SAFETYCULTURE_API_TOKEN, the address from SAFETYCULTURE_API_URL.
const client = new SafetyCultureClient();

const { token, secret } = await client.serviceUserTokens.create({
  name: "nightly-export",
  inactivity_expiry_days: 31,
  permissions: ["inspections.export"],
});
console.log(`Created ${token.name} (${token.id}), secret ${secret}`); // the secret stays hidden

for await (const { name, status, expires_at } of client.serviceUserTokens.list()) {
  console.log(name, status, expires_at);
}
await client.close();
