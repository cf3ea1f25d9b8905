/** Whether a token has been renamed by an overlapping rotation of the token of this name. */
export const isOutgoing = (tokenName: string, name: string): boolean =>
  tokenName !== name && / \(retires [^)]*\)$/u.test(tokenName);
