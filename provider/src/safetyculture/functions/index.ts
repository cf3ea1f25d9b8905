import { idleDeadline } from "./idle-deadline.js";
import { scimPermissions } from "./scim-permissions.js";
import { secretFingerprint } from "./secret-fingerprint.js";

/** Functions that configurations call as `provider::safetyculture::…`. */
export const functions = [idleDeadline, scimPermissions, secretFingerprint];
