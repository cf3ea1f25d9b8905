/** Version of the plugin and of this package. */
export const VERSION = "0.1.0";
