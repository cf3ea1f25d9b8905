import { ServiceUserTokenOperations } from "./service-user-token-operations.js";

/** Tokens of service users: the operations of the contract, and the sequences that people make of them. */
export class ServiceUserTokens extends ServiceUserTokenOperations {}
