import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { awardIdOf } from "../../src/award/award-id.ts";
import { AwardCommand, type AwardEvent } from "../../src/award/messages.ts";
import { type Award, restsOn } from "../../src/award/state.ts";
import { BallotEvent } from "../../src/ballot/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { sent } from "../../src/kernel/sent.ts";
import { addDays, type CivilDate } from "../../src/kernel/time.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { nominate } from "../../src/season/nominate.ts";
import { certified, convened, flag, recorded, terms } from "./certified.ts";
import { reading } from "./reading.ts";

const units = ["procuracy", "police", "court"];
const ballots = ["first", "second", "third"];
const awardOf = (unit: string) => awardIdOf({ bloc: "bloc", season: "2022", unit, honour: flag });

type Move =
  | { kind: "certify"; ballot: string; elected: string[]; before: number }
  | { kind: "annul" | "finalise"; ballot: string; before: number }
  | { kind: "byHand"; unit: string; deed: Deed };
const deeds = [
  "vet",
  "approve",
  "decide",
  "confer",
  "withdraw",
  "reject",
  "decline",
  "revoke",
  "again",
] as const;

type Deed = (typeof deeds)[number];

const ballot = fc.constantFrom(...ballots);
const before = fc.integer({ min: 0, max: 9 });
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("certify" as const),
      ballot,
      elected: fc.subarray(units),
      before,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("annul", "finalise"), ballot, before }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("byHand" as const),
      unit: fc.constantFrom(...units),
      deed: fc.constantFrom("vet", "approve", "decide", ...deeds),
    }),
  },
);

type Held = { certification: number; certifiedOn: CivilDate; elected: string[]; finalisedOn?: CivilDate };

/** A season in which the process is answered at once. People act too, and what they cannot do is left out. */
class Season {
  readonly awards = new Map<string, Award>(units.map((unit) => [awardOf(unit), award.initialState()]));
  readonly inForce = new Map<string, Held>();
  readonly annulled = new Set<string>();
  /** The wants that came to nothing, with the status that each met. */
  readonly refused: { want: Message; rejection: Message; status: string }[] = [];
  readonly #read = reading(nominate);
  #count = 0;

  electing(unit: string): string[] {
    return [...this.inForce].filter(([, { elected }]) => elected.includes(unit)).map(([id]) => id);
  }

  /** The ballot that counts, as of those in force the one certified first, where it elects the unit. */
  counting(unit: string): string[] {
    const days = [...this.inForce].map(([id, { certifiedOn }]) => `${certifiedOn} ${id}`);
    const [first = ""] = days.sort();
    return this.electing(unit).filter((id) => first.endsWith(` ${id}`));
  }

  convene(): void {
    this.#happened(`Conference-${terms.conference}`, convened("bloc"));
  }

  byHand(unit: string, deed: Deed, day: CivilDate): void {
    const id = awardOf(unit);
    const command = commandOf(deed, day, { state: this.awards.get(id), electing: this.counting(unit) });
    const events = command ? this.#ask(id, command) : [];
    if (Array.isArray(events)) for (const event of events) this.#happened(`Award-${id}`, event);
  }

  ofBallot(one: Exclude<Move, { kind: "byHand" }>, on: CivilDate): void {
    const held = this.inForce.get(one.ballot);
    const event = this.annulled.has(one.ballot) ? undefined : ballotEvent(one, held, on);
    if (event?.type === "BallotCertified") {
      const { certification, certifiedOn, outcome } = event.data;
      this.inForce.set(one.ballot, { certification, certifiedOn, elected: [...outcome.elected] });
    }
    if (event?.type === "ResultFinalised" && held) held.finalisedOn = event.data.finalisedOn;
    if (event?.type === "BallotAnnulled") {
      this.inForce.delete(one.ballot);
      this.annulled.add(one.ballot);
    }
    if (event) this.#happened(`Ballot-${one.ballot}`, event);
  }

  #happened(stream: string, event: SeasonEvent): void {
    this.#count += 1;
    for (const { id, command } of this.#read(recorded(stream, event, this.#count))) {
      const { status } = this.awards.get(id) ?? expect.fail(`${id} is no award`);
      const answer = this.#ask(id, command as AwardCommand);
      if (!Array.isArray(answer)) this.refused.push({ want: command, rejection: answer, status });
    }
  }

  #ask(id: string, command: AwardCommand): Message | AwardEvent[] {
    const state = this.awards.get(id) ?? award.initialState();
    const metadata = { now: new Date("2030-01-01T03:00:00Z"), commandId: "c", actor: "a" };
    const decision = award.decide(sent(command, metadata), state);
    if (!decision.ok) return decision.rejection;
    this.awards.set(id, award.fold(decision.events, state));
    return decision.events;
  }
}

/** A day for each move; what happens to a ballot may be dated before. */
function played(moves: readonly Move[], convenedAt: number): Season {
  const season = new Season();
  const days = moves.map((_, at) => addDays("2023-01-10", at));
  for (const [at, day] of days.entries()) {
    const one = moves[at];
    if (at === convenedAt) season.convene();
    if (one?.kind === "byHand") season.byHand(one.unit, one.deed, day);
    else if (one) season.ofBallot(one, addDays(day, -one.before));
  }
  if (convenedAt >= moves.length) season.convene();
  return season;
}

function commandOf(
  deed: Deed,
  day: CivilDate,
  { state, electing }: { state: Award | undefined; electing: readonly string[] },
) {
  const { create } = AwardCommand;
  const decision = { kind: "decision", number: "1/QĐ", issuedOn: day, issuer: "UBND tỉnh" } as const;
  switch (deed) {
    case "vet":
      return create.VetAward({ body: "Ban", vettedOn: day });
    case "approve":
      return create.ApproveAward({ council: "Hội đồng", decidedOn: day });
    case "decide":
      return create.DecideAward({ decision });
    case "confer":
      return create.ConferAward({ conferredOn: day, conferredBy: { name: "An" } });
    case "withdraw":
      return create.WithdrawProposal({ withdrawnOn: day, reason: "byBloc" });
    case "reject":
      return create.RejectAward({ council: "Hội đồng", decidedOn: day, reason: "Vượt số lượng" });
    case "decline":
      return create.DeclineAward({ declinedOn: day, reason: "Năm trước đã nhận" });
    case "revoke":
      return create.RevokeAward({ ground: "unlawfulProcedure", decision, reason: "Sai thủ tục" });
    case "again":
      // What was withdrawn is proposed again by a person, on the ballot that elects it as before.
      return state?.status === "withdrawn" && electing.some((ballot) => restsOn(state.basis, { ballot }))
        ? create.ProposeAward({ ...state.proposal, proposedOn: day, excludedBy: [] })
        : undefined;
  }
}

/** What happens to a ballot, where it can: there is no recount of a result that is final. */
function ballotEvent(one: Exclude<Move, { kind: "byHand" }>, held: Held | undefined, on: CivilDate) {
  const { create } = BallotEvent;
  const { certification = 0, elected = [], finalisedOn } = held ?? {};
  const isFinal = finalisedOn !== undefined;
  if (one.kind === "certify")
    return isFinal
      ? undefined
      : certified(one.elected, { certification: certification + 1, certifiedOn: on });
  if (!held) return undefined;
  if (one.kind === "annul")
    return create.BallotAnnulled({ ground: "authority", reason: "Sai thủ tục", annulledOn: on });
  const { outcome } = certified(elected).data;
  return isFinal ? undefined : create.ResultFinalised({ certification, outcome, finalisedOn: on });
}

describe("whatever happens to ballots and awards", () => {
  const seasons = fc.array(move, { size: "max", maxLength: 30 });

  it("each award that is not ended rests on a result in force that elects its unit, and is final with it", () => {
    fc.assert(
      fc.property(seasons, fc.nat(35), (moves, at) => {
        const season = played(moves, at % 3 === 0 ? at : 0);
        for (const unit of units) expectToRest(season, unit);
        // A want comes to nothing only where people have ended the award for good.
        for (const { want, rejection, status } of season.refused) {
          expect([want.type, rejection.type]).toEqual(["ProposeAward", "AwardTaken"]);
          expect(["rejected", "declined", "revoked"]).toContain(status);
        }
      }),
      { numRuns: 400 },
    );
  });
});

function expectToRest(season: Season, unit: string): void {
  const state = season.awards.get(awardOf(unit)) ?? expect.fail("no award");
  const elects = season.counting(unit);
  if (state.status === "blank") {
    expect(elects, `${unit} is not proposed`).toEqual([]);
    return;
  }
  const { status, basis, voided, confirmed } = state;
  if (basis.kind !== "ballot") expect.fail("no other basis was given");
  const isLive = ["proposed", "vetted", "returned", "approved"].includes(status);
  const isGranted = ["decided", "conferred"].includes(status);
  // What was granted on a result stays with it while it is in force, also where another one comes to count.
  const isBehind = (isGranted ? season.electing(unit) : elects).includes(basis.ballot);
  if (isLive) expect(isBehind, `${unit}: ${status}`).toBe(true);
  if (isGranted) expect(isBehind !== (voided !== undefined), `${unit}: ${status}`).toBe(true);
  if (voided) expect(restsOn(basis, voided)).toBe(true);
  if ((isLive || isGranted) && isBehind)
    expect(confirmed?.finalisedOn).toBe(season.inForce.get(basis.ballot)?.finalisedOn);
  // What a person withdrew stays so as long as the ballot elects the unit that it rested on.
  if (status === "withdrawn" && elects.length > 0) expect(isBehind).toBe(true);
}
