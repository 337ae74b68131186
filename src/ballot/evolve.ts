import type { Id } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { recordedPapers } from "./canonical-paper.ts";
import type { PaperGroup, Terms } from "./messages.ts";
import { isPresent, type Presence, presenceOf, type Roll, voters } from "./roll.ts";
import type { Ballot, Held, Ladder, Open, Voting } from "./state.ts";

// What events do to a ballot, in parts.

export function emptyVoting({ voting: { form, selection } }: Terms): Voting {
  if (selection === "consensus") return { form: "consensus" };
  switch (form) {
    case "secret":
      return { form, deposited: 0, papers: recordedPapers([]), reading: 1, tallies: new Map() };
    case "showOfHands":
      return { form, reading: 1, tallies: new Map() };
    case "rollCall":
      return { form, calls: new Map() };
  }
}

/** What a ballot keeps through all its states. */
export function heldOf({ terms, roll, voting, certifications, challenges, lastOn }: Open): Held {
  return { terms, roll, voting, certifications, challenges, lastOn };
}

export function laterOf(one: CivilDate, other: CivilDate): CivilDate {
  return one < other ? other : one;
}

/** A challenge has its answer. */
export function answered(
  state: Ballot,
  answer: "upheld" | "dismissed",
  { challenge, decidedOn }: { challenge: Id; decidedOn: CivilDate },
): void {
  const standing = state.status === "blank" ? undefined : state.challenges.get(challenge);
  if (state.status === "blank" || !standing) return;
  standing.answer = answer;
  state.lastOn = laterOf(state.lastOn, decidedOn);
}

export function changed(state: Ballot, status: "voting" | "closed" | "unsealed"): Ballot | undefined {
  return state.status === "blank" ? undefined : { ...heldOf(state), status };
}

/** Who is in the room, and nothing else, of those who have a vote by the terms. */
export function onlyHere(roll: Roll, terms: Terms): Roll {
  const here = voters(terms).filter((unit) => presenceOf(roll, unit).here);
  return new Map(here.map((unit) => [unit, { here: true, consulted: false, spoiled: 0 }]));
}

export function mark(state: Ballot, unit: UnitId, marks: Partial<Presence>): void {
  if (state.status === "blank") return;
  state.roll.set(unit, { ...presenceOf(state.roll, unit), ...marks });
}

/** It has its paper, or has called its vote: in the room, or in writing. */
export function hasVoted(state: Ballot, unit: UnitId): void {
  if (state.status === "blank") return;
  mark(state, unit, { paper: isPresent(state.roll, unit) ? "inRoom" : "inWriting" });
}

/** Its proxy is revoked. */
export function withoutProxy(state: Ballot, unit: UnitId): void {
  if (state.status === "blank") return;
  const { holder: _, ...rest } = presenceOf(state.roll, unit);
  state.roll.set(unit, rest);
}

/** The papers, or the hands, as they were read again: the tellers begin anew, and complaints have led to something. */
export function readAgain(
  state: Ballot,
  status: "unsealed" | "voting",
  { reading, papers }: { reading: number; papers: PaperGroup[] },
): Ballot | undefined {
  if (state.status === "blank" || !("tallies" in state.voting)) return undefined;
  const read = { reading, tallies: new Map() };
  const voting: Voting =
    state.voting.form === "secret"
      ? { ...state.voting, ...read, papers: recordedPapers(papers) }
      : { ...state.voting, ...read };
  const challenges = new Map(
    [...state.challenges].map(([id, challenge]) => [
      id,
      { ...challenge, remedied: challenge.answer === "upheld" },
    ]),
  );
  return { ...heldOf(state), status, voting, challenges };
}

export function ladderFrom(step: number): Ladder {
  return { step, lotAnnounced: false, brokenBy: [] };
}
