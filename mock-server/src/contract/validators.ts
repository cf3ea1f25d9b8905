import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fastFormats, fullFormats } from "ajv-formats/dist/formats.js";
import type { AnswerOf, OperationDescriptor, OperationTypes, RequestOf, Schema } from "./types.js";

/** Generated from an OpenAPI document. */
export interface ContractModule<Id extends string> {
  readonly operations: readonly OperationDescriptor<Id>[];
  /** The document's schemas: `$id` and `$defs`. */
  readonly schemas: Schema;
}

/** Every error is wanted: a caller sees all violations at once. */
const options = {
  allErrors: true,
  allowUnionTypes: true,
  discriminator: true,
  strictTypes: false,
};

/** Times that come are checked to the day; those that go are made by `Date`, so their form is enough. */
const formatsOfRequests = { uuid: fullFormats.uuid, "date-time": fullFormats["date-time"] };
const formatsOfAnswers = { uuid: fastFormats.uuid, "date-time": fastFormats["date-time"] };

/** Decides whether requests and answers fit a document. Schemas are compiled at their first use. */
export class Validators<Types extends Record<keyof Types, OperationTypes>> {
  /** Fills in the defaults that the document gives. */
  readonly #requests = new Ajv2020({ ...options, formats: formatsOfRequests, useDefaults: true });
  readonly #answers = new Ajv2020({ ...options, formats: formatsOfAnswers });
  readonly #schemasId: string;

  constructor({ operations, schemas }: ContractModule<keyof Types & string>) {
    this.#schemasId = String(schemas["$id"]);
    this.#requests.addSchema(schemas);
    this.#answers.addSchema(schemas);
    for (const { id, request, answer } of operations) {
      this.#requests.addSchema(request, id);
      this.#answers.addSchema(answer, id);
    }
  }

  /** Decides whether `{path, query, body}` is a request of the operation. */
  request<Id extends keyof Types & string>(id: Id): ValidateFunction<RequestOf<Types[Id]>> {
    return known(this.#requests.getSchema<RequestOf<Types[Id]>>(id), id);
  }

  /** Decides whether a body is the operation's answer. */
  answer<Id extends keyof Types & string>(id: Id): ValidateFunction<AnswerOf<Types[Id]>> {
    return known(this.#answers.getSchema<AnswerOf<Types[Id]>>(id), id);
  }

  /** Decides whether a value fits one of the document's schemas. */
  schema<T>(name: string): ValidateFunction<T> {
    return known(this.#answers.getSchema<T>(`${this.#schemasId}#/$defs/${name}`), name);
  }
}

function known<T>(validate: ValidateFunction<T> | undefined, name: string): ValidateFunction<T> {
  if (validate === undefined) throw new Error(`the document has no schema for ${name}`);
  return validate;
}
