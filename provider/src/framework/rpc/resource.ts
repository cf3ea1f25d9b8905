import * as protocol from "../../wire/gen/tfplugin6.js";
import type { Runtime } from "../runtime.js";
import { applyResource } from "./resource-apply.js";
import { importResource } from "./resource-import.js";
import { moveResource } from "./resource-move.js";
import { planResource } from "./resource-plan.js";
import { readResource } from "./resource-read.js";
import { upgradeResource } from "./resource-upgrade.js";
import { type Rpcs, rpc } from "./rpc.js";
import { finder } from "./type-names.js";
import { validate } from "./validate.js";

/** The RPCs about managed resources. */
export function resourceRpcs(runtime: Runtime): Rpcs {
  const { provider } = runtime;
  const find = finder(provider, "resource", provider.resources);
  const subject =
    (doing: string) =>
    ({ typeName = "" }: { typeName?: string }) => ({
      doing: `${doing} ${typeName}`,
      fields: { tf_resource_type: typeName },
    });

  return {
    ValidateResourceConfig: rpc(
      runtime,
      "ValidateResourceConfig",
      {
        request: protocol.ValidateResourceConfig_Request,
        response: protocol.ValidateResourceConfig_Response,
      },
      {
        subject: subject("validating"),
        answer: async (request, call) => validate(call.about(find(request.typeName)), request, call),
        fallback: () => ({}),
      },
    ),

    UpgradeResourceState: rpc(
      runtime,
      "UpgradeResourceState",
      { request: protocol.UpgradeResourceState_Request, response: protocol.UpgradeResourceState_Response },
      {
        subject: subject("reading the stored state of"),
        answer: async (request, call) => upgradeResource(call.about(find(request.typeName)), request, call),
        fallback: () => ({}),
      },
    ),

    ReadResource: rpc(
      runtime,
      "ReadResource",
      { request: protocol.ReadResource_Request, response: protocol.ReadResource_Response },
      {
        subject: subject("reading"),
        answer: async (request, call) => readResource(call.about(find(request.typeName)), request, call),
        fallback: ({ currentState, private: stored }) => ({
          ...(currentState ? { newState: currentState } : {}),
          ...(stored ? { private: stored } : {}),
        }),
      },
    ),

    PlanResourceChange: rpc(
      runtime,
      "PlanResourceChange",
      { request: protocol.PlanResourceChange_Request, response: protocol.PlanResourceChange_Response },
      {
        subject: subject("planning"),
        answer: async (request, call) => planResource(call.about(find(request.typeName)), request, call),
        fallback: ({ priorState, priorPrivate }) => ({
          ...(priorState ? { plannedState: priorState } : {}),
          ...(priorPrivate ? { plannedPrivate: priorPrivate } : {}),
        }),
      },
    ),

    ApplyResourceChange: rpc(
      runtime,
      "ApplyResourceChange",
      { request: protocol.ApplyResourceChange_Request, response: protocol.ApplyResourceChange_Response },
      {
        subject: subject("applying"),
        answer: async (request, call) => applyResource(call.about(find(request.typeName)), request, call),
        fallback: ({ priorState, plannedPrivate }) => ({
          ...(priorState ? { newState: priorState } : {}),
          ...(plannedPrivate ? { private: plannedPrivate } : {}),
        }),
      },
    ),

    ImportResourceState: rpc(
      runtime,
      "ImportResourceState",
      { request: protocol.ImportResourceState_Request, response: protocol.ImportResourceState_Response },
      {
        subject: subject("importing"),
        answer: async (request, call) => importResource(call.about(find(request.typeName)), request, call),
        fallback: () => ({}),
      },
    ),

    MoveResourceState: rpc(
      runtime,
      "MoveResourceState",
      { request: protocol.MoveResourceState_Request, response: protocol.MoveResourceState_Response },
      {
        subject: ({ targetTypeName: typeName = "" }) => subject("moving an object to")({ typeName }),
        answer: async (request, call) =>
          moveResource(call.about(find(request.targetTypeName)), request, call),
        fallback: () => ({}),
      },
    ),
  };
}
