/** An answer before it is bytes. */
export type Answer = JsonAnswer | RawAnswer;

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An answer that is not the API's. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: string;
  readonly contentType: string;
}
