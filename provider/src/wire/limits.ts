/**
 * How deep types, values and JSON texts may nest. Far beyond any configuration, and far within the stack of Node.js,
 * which is what an endless nesting would otherwise exhaust.
 */
export const MAX_DEPTH = 512;
