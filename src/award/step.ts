import { objectionToDate, unless } from "../kernel/decision.ts";
import { type CommandRule, during } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { AwardEvent, AwardRejection } from "./messages.ts";
import { type Award, type Proposed, toBeFinal } from "./state.ts";

/**
 * What most steps have in common: a step comes once, in order of date, not on a void basis unless it is `evenVoid`, and
 * not while consideration is suspended unless it is `evenSuspended`. Neither its day nor a document that comes with it
 * may lie ahead.
 */
export function step<D>(
  allowed: readonly Proposed["status"][],
  {
    event,
    day,
    documents = () => [],
    otherwise = () => undefined,
    objectionTo = () => undefined,
    earliest = ({ lastOn }) => lastOn,
    evenVoid = false,
    evenSuspended = false,
  }: {
    event: (data: NoInfer<D>) => AwardEvent;
    day: (data: NoInfer<D>) => CivilDate;
    documents?: (data: NoInfer<D>) => readonly (DocumentRef | undefined)[];
    /** What speaks against the step in another status, where `WrongState` does not say it exactly. */
    otherwise?: (state: Proposed) => AwardRejection | undefined;
    objectionTo?: (state: Proposed, data: NoInfer<D>) => AwardRejection | undefined;
    earliest?: (state: Proposed) => CivilDate;
    evenVoid?: boolean;
    evenSuspended?: boolean;
  },
): CommandRule<Award, D, AwardEvent, AwardRejection> {
  return during(allowed, {
    already: (state, data) => same(state.last, event(data)),
    otherwise,
    done: (data) => [day(data), ...documents(data).map((document) => document?.issuedOn)],
    decide(state, data) {
      const objection =
        (evenVoid ? undefined : objectionToBasis(state)) ??
        objectionTo(state, data) ??
        (evenSuspended ? undefined : objectionToConsideration(state)) ??
        objectionToDate(day(data), { earliest: earliest(state) });
      return unless(objection, event(data));
    },
  });
}

/** Why the award goes no further on what it rests on. */
export function objectionToBasis({ voided }: Proposed): AwardRejection | undefined {
  if (!voided) return undefined;
  const { ballot, voidOn, reason } = voided;
  return { type: "BasisIsVoid", data: { ballot, voidOn, reason } };
}

/** Why nothing is granted yet on what the award rests on. */
export function objectionToFinality({ basis, confirmed }: Proposed): AwardRejection | undefined {
  const record = toBeFinal(basis);
  if (!record || confirmed) return undefined;
  const { ballot, certification } = record;
  return { type: "BasisNotFinal", data: { ballot, certification } };
}

function objectionToConsideration({ suspended }: Proposed): AwardRejection | undefined {
  if (!suspended) return undefined;
  const { ground, suspendedOn } = suspended;
  return { type: "AwardSuspended", data: { ground, suspendedOn } };
}

export function objectionToDocument(document: DocumentRef): AwardRejection | undefined {
  return document.kind === "decision" ? undefined : { type: "NotADecision", data: { document } };
}

/** The state after a step that is impossible on a void basis and while consideration is suspended. */
export function stepped(
  state: Proposed,
  status: Proposed["status"],
  lastOn: CivilDate,
  last: AwardEvent,
): Proposed {
  if (state.voided) contradiction("its basis is void");
  if (state.suspended) contradiction("consideration is suspended");
  return settled(state, status, lastOn, last);
}

/** The state after a step that is possible on a void basis too, and that ends a suspension where there is one. */
export function settled(
  state: Proposed,
  status: Proposed["status"],
  lastOn: CivilDate,
  last: AwardEvent,
): Proposed {
  expectInOrder(state, lastOn);
  const { suspended: _, ...rest } = state;
  return { ...rest, status, lastOn, last };
}

/** For events: no later step is recorded, or the event cannot have happened. */
export function expectInOrder({ lastOn }: Proposed, day: CivilDate) {
  if (day < lastOn) contradiction(`a step of ${lastOn} is recorded`);
}
