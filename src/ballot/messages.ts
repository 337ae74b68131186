import type * as z from "zod/mini";
import { messages } from "../kernel/messages.ts";
import { assemblyCommands, assemblyEvents } from "./messages/assembly.ts";
import { recordCommands, recordEvents } from "./messages/record.ts";
import { tieCommands, tieEvents } from "./messages/ties.ts";
import { voteCommands, voteEvents } from "./messages/votes.ts";

// The messages of a ballot. They are stored, so names are never changed, only added.
// No message of a secret ballot holds a unit beside a choice. No message before the opening of the box holds a choice:
// the root of a seal is over commitments, which say nothing without their salts.
// Each phase has its words in a file of `messages/`.

export { BallotStatus } from "./fields.ts";
export { BallotRejection } from "./rejections.ts";
export { Purpose } from "./terms.ts";

export const BallotCommand = /* @__PURE__ */ messages({
  ...assemblyCommands,
  ...voteCommands,
  ...tieCommands,
  ...recordCommands,
});
export type BallotCommand = z.infer<typeof BallotCommand>;

export const BallotEvent = /* @__PURE__ */ messages({
  ...assemblyEvents,
  ...voteEvents,
  ...tieEvents,
  ...recordEvents,
});
export type BallotEvent = z.infer<typeof BallotEvent>;
