import { sensitivePatterns } from "../contract/generated/operations.js";
import type { Secret } from "../secret.js";

const REMOVED = "[secret]";
const MAX_LENGTH = 1000;

/**
 * Cleans text that comes from outside before it goes into a message: removes the client's credential and every value of
 * the form that the contract marks as sensitive, removes control characters, and limits the length.
 */
export class Redactor {
  readonly #credential: Secret;
  readonly #patterns = sensitivePatterns.map((pattern) => new RegExp(pattern, "g"));

  constructor(credential: Secret) {
    this.#credential = credential;
  }

  /** The text, fit to be shown. */
  clean(text: string): string {
    let shown = text.slice(0, 10 * MAX_LENGTH).replaceAll(this.#credential.reveal(), REMOVED);
    for (const pattern of this.#patterns) shown = shown.replace(pattern, REMOVED);
    shown = shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
    return shown.length > MAX_LENGTH ? `${shown.slice(0, MAX_LENGTH)}…` : shown;
  }
}
