/** Level 2 constructs for SafetyCulture service user API tokens; `l1` holds what is generated from the schema. */
export * as l1 from "./generated/index.js";
export { SafetycultureProvider, type SafetycultureProviderProps } from "./safetyculture-provider.js";
export {
  EXPIRY_DAYS,
  OnDestroy,
  ServiceUserToken,
  type ServiceUserTokenProps,
} from "./service-user-token.js";
