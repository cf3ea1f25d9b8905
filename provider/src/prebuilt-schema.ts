/**
 * The response to GetProviderSchema as base64. It is constant, so the build computes it once and puts it in the place of this
 * module in what it packages; here it is undefined, and the response is computed.
 */
export const PREBUILT_SCHEMA: string | undefined = undefined;
