import * as fc from "fast-check";
import { expect } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import type { BallotCommand, BallotEvent } from "../../src/ballot/messages.ts";
import { objectionToTerms } from "../../src/ballot/opening.ts";
import type { Ballot } from "../../src/ballot/state.ts";
import type { Method, Terms } from "../../src/ballot/terms.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { sent } from "../../src/kernel/sent.ts";
import { holdRounds } from "../../src/season/hold-rounds.ts";
import type { TieStep } from "../../src/vocabulary/voting-rules.ts";
import { reading } from "../season/reading.ts";
import { terms as life, open } from "./life.ts";
import { noBar } from "./refusals.ts";
import { anyFor, type Die, units, usefulFor } from "./walk-commands.ts";
import { Model } from "./walk-model.ts";

/** One step of a walk: what is useful now, or anything at all; `dice` make the choices of it. */
export type Move = { useful: boolean; inRunOff: boolean; dice: number };

const move: fc.Arbitrary<Move> = fc.record({
  useful: fc.integer({ min: 0, max: 3 }).map((at) => at > 0),
  inRunOff: fc.boolean(),
  dice: fc.nat(),
});

export const moves = (length: number) =>
  fc.array(move, { minLength: length, maxLength: length, size: "max" });

const field = units.slice(0, 3);
const inFavour: readonly Method["kind"][] = ["forAndAgainst", "plurality", "approval"];
const ladders: readonly TieStep[][] = [
  [],
  [{ kind: "score" }],
  [{ kind: "lot" }],
  [{ kind: "runOff", roundsMax: 2 }, { kind: "lot" }],
  [{ kind: "runOff", roundsMax: 1 }, { kind: "score" }],
  [{ kind: "runOff", roundsMax: 2 }],
  [{ kind: "chairDecision" }],
  [{ kind: "seniority" }, { kind: "vacantSeat" }],
];

/** Terms of every form, by methods of every kind of paper. */
export const termsOfAnyForm: fc.Arbitrary<Terms> = fc
  .record({
    form: fc.constantFrom("secret" as const, "secret" as const, "showOfHands" as const, "rollCall" as const),
    selection: fc.integer({ min: 0, max: 7 }).map((at) => (at === 0 ? "consensus" : "byVote")),
    method: fc.constantFrom<Method>(
      { kind: "forAndAgainst" },
      { kind: "plurality" },
      { kind: "approval" },
      { kind: "instantRunoff" },
      { kind: "stv", variant: "scottish" },
      { kind: "pav" },
    ),
    base: fc.constantFrom(
      "allEligible",
      "presentOrConsulted",
      "papersIssued",
      "papersReturned",
      "validPapers",
    ),
    tieLadder: fc.constantFrom(...ladders),
    seats: fc.integer({ min: 1, max: 2 }),
    heavy: fc.boolean(),
    recused: fc.boolean(),
    atConference: fc.boolean(),
    flags: fc.record({ writtenVotes: fc.boolean(), recusedInBase: fc.boolean() }),
    blankPapers: fc.constantFrom("valid" as const, "invalid" as const),
    selfVote: fc.boolean(),
    quarters: fc.integer({ min: 0, max: 1 }),
    chair: fc.constantFrom(undefined, "inspectorate", "procuracy"),
  })
  .map(({ form, selection, method, base, tieLadder, seats, heavy, recused, flags, ...others }) => {
    const { quarters: numerator, blankPapers, selfVote, chair, atConference } = others;
    const { chair: _, ...tieData } = life.tieData;
    const threshold = inFavour.includes(method.kind) ? { ...noBar, numerator, denominator: 4, base } : noBar;
    const quorum = { numerator: 1, denominator: 2, strict: false };
    return open({
      ...{ electors: units, nominees: field, method, seats },
      ...(atConference && { conference: "conference-2022" }),
      recused: recused ? units.slice(3) : [],
      tieData: { ...tieData, ...(chair !== undefined && { chair }) },
      ...(heavy && { weights: [{ unit: "court", votes: 2 }] }),
      voting: { form, selection, quorum, threshold, tieLadder, selfVote, proxiesMax: 1 },
      procedure: { ...flags, blankPapers, nomineeTellers: true },
    }).data;
  })
  .filter((terms) => objectionToTerms(terms) === undefined);

/** Ballots one after the other, the run-offs that they call, and a model beside each. */
export class Walk {
  readonly ballots = new Map<string, { state: Ballot; model: Model }>();
  readonly #read = reading(holdRounds);
  readonly #terms: Terms;
  sent = 0;

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  step({ useful, inRunOff, dice }: Move): void {
    const open = [...this.ballots].filter(([, { state }]) => !isOver(state)).map(([id]) => id);
    // The newest run-off, or the ballot that called it; and another ballot once all are over.
    const id = (inRunOff ? open.at(-1) : open[0]) ?? `flag-${this.ballots.size}`;
    const state = this.ballots.get(id)?.state ?? ballot.initialState();
    let at = dice;
    const die: Die = (faces) => {
      // The usual constants of Park and Miller: what matters is only that a walk can be repeated.
      at = (at * 48_271 + 11) % 2_147_483_647;
      return faces[at % faces.length] ?? expect.unreachable();
    };
    const terms = state.status === "blank" ? this.#terms : state.terms;
    this.send(id, useful ? usefulFor(state, terms, die) : anyFor(state, terms, die));
  }

  /** Sends a command, and all that follows from it. */
  send(id: string, command: BallotCommand): void {
    this.sent += 1;
    const known = this.ballots.get(id) ?? { state: ballot.initialState(), model: new Model() };
    const now = new Date(Date.UTC(2023, 1, 1));
    const decision = ballot.decide(
      sent(command, { now, commandId: `c${this.sent}`, actor: "desk" }),
      known.state,
    );
    if (!decision.ok) return;
    for (const event of decision.events) {
      known.state = ballot.evolve(known.state, event);
      this.ballots.set(id, known);
      known.model.take(event, known.state);
    }
    for (const event of decision.events)
      for (const wanted of this.#read(recorded(id, event)))
        this.send(wanted.id, wanted.command as BallotCommand);
  }
}

const isOver = ({ status }: Ballot) => status === "final" || status === "annulled";

function recorded(id: string, event: BallotEvent): Recorded<BallotEvent> {
  const ids = { eventId: "e", correlationId: "c", causationId: "c", commandId: "c" };
  const metadata = {
    ...ids,
    stream: `Ballot-${id}`,
    version: 1,
    recordedAt: "2023-02-01T00:00:00.000Z",
    actor: "x",
  };
  return { ...event, metadata } as Recorded<BallotEvent>;
}
