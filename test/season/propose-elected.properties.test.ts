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
import { proposeElected } from "../../src/season/propose-elected.ts";
import { certified, convened, flag, recorded, terms } from "./certified.ts";
import { reading } from "./reading.ts";

const units = ["procuracy", "police", "court"];
const ballots = ["first", "second", "third"];
const awardOf = (unit: string) => awardIdOf({ bloc: "bloc", season: "2022", unit, honour: flag });

type Move =
  | { kind: "certify"; ballot: string; elected: string[]; before: number }
  | { kind: "annul" | "finalise"; ballot: string; before: number }
  | { kind: "byHand"; unit: string; deed: (typeof deeds)[number] };
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

type Held = { certification: number; elected: string[]; finalisedOn?: CivilDate };

/** A season in which the process is answered at once. People act too, and what they cannot do is left out. */
function played(moves: readonly Move[], convenedAt: number) {
  const read = reading(proposeElected);
  const awards = new Map<string, Award>(units.map((unit) => [awardOf(unit), award.initialState()]));
  const inForce = new Map<string, Held>();
  const annulled = new Set<string>();
  const refused: { want: Message; rejection: Message; status: string }[] = [];
  let [day, count] = ["2023-01-09", 0];

  const happened = (stream: string, event: SeasonEvent) => {
    count += 1;
    for (const { id, command } of read(recorded(stream, event, count))) {
      const state = awards.get(id) ?? expect.fail(`${id} is no award`);
      const rejection = ask(id, command as AwardCommand);
      if (!Array.isArray(rejection)) refused.push({ want: command, rejection, status: state.status });
    }
  };
  /** The events of an accepted command are kept; those of a person are told to the process. */
  const ask = (id: string, command: AwardCommand): Message | AwardEvent[] => {
    const metadata = { now: new Date("2030-01-01T03:00:00Z"), commandId: "c", actor: "a" };
    const decision = award.decide(sent(command, metadata), awards.get(id) ?? award.initialState());
    if (!decision.ok) return decision.rejection;
    awards.set(id, award.fold(decision.events, awards.get(id)));
    return decision.events;
  };
  const electing = (unit: string) =>
    [...inForce].filter(([, { elected }]) => elected.includes(unit)).map(([id]) => id);

  for (const [at, one] of moves.entries()) {
    day = addDays(day, 1);
    if (at === convenedAt) happened(`Conference-${terms.conference}`, convened("bloc"));
    if (one.kind === "byHand") {
      const id = awardOf(one.unit);
      const command = commandOf(one.deed, day, { state: awards.get(id), electing: electing(one.unit) });
      const events = command ? ask(id, command) : [];
      if (!Array.isArray(events)) continue;
      for (const event of events) {
        happened(`Award-${id}`, event);
      }
      continue;
    }
    const event = ballotEvent(one, {
      held: inForce.get(one.ballot),
      annulled,
      on: addDays(day, -one.before),
    });
    if (!event) continue;
    const held = inForce.get(one.ballot);
    if (event.type === "BallotCertified")
      inForce.set(one.ballot, {
        certification: event.data.certification,
        elected: [...event.data.outcome.elected],
      });
    if (event.type === "ResultFinalised" && held) held.finalisedOn = event.data.finalisedOn;
    if (event.type === "BallotAnnulled") inForce.delete(one.ballot);
    if (event.type === "BallotAnnulled") annulled.add(one.ballot);
    happened(`Ballot-${one.ballot}`, event);
  }
  if (convenedAt >= moves.length) happened(`Conference-${terms.conference}`, convened("bloc"));
  return { awards, inForce, refused, electing };
}

function commandOf(
  deed: (typeof deeds)[number],
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

/** What happens to a ballot, where it can: nothing does after its annulment, and no recount once it is final. */
function ballotEvent(
  { kind, ...of }: Exclude<Move, { kind: "byHand" }>,
  { held, annulled, on }: { held: Held | undefined; annulled: ReadonlySet<string>; on: CivilDate },
) {
  const { create } = BallotEvent;
  if (annulled.has(of.ballot)) return undefined;
  if (kind === "certify" && "elected" in of) {
    const certification = (held?.certification ?? 0) + 1;
    return held?.finalisedOn ? undefined : certified(of.elected, { certification, certifiedOn: on });
  }
  if (!held) return undefined;
  if (kind === "annul")
    return create.BallotAnnulled({ ground: "authority", reason: "Sai thủ tục", annulledOn: on });
  if (held.finalisedOn) return undefined;
  const { certification, elected } = held;
  const { outcome } = certified(elected).data;
  return create.ResultFinalised({ certification, outcome, finalisedOn: on });
}

describe("whatever happens to ballots and awards", () => {
  const seasons = fc.array(move, { size: "max", maxLength: 30 });

  it("each award that is not ended rests on a result in force that elects its unit, and is final with it", () => {
    fc.assert(
      fc.property(seasons, fc.nat(35), (moves, convenedAt) => {
        const { awards, inForce, refused, electing } = played(moves, convenedAt % 3 === 0 ? convenedAt : 0);
        for (const unit of units) {
          const state = awards.get(awardOf(unit));
          if (!state || state.status === "blank") {
            expect(electing(unit), `${unit} is not proposed`).toEqual([]);
            continue;
          }
          const { status, basis, voided, confirmed } = state;
          if (basis.kind !== "ballot") expect.fail("no other basis was given");
          const held = inForce.get(basis.ballot);
          const isBehind = held?.elected.includes(unit) ?? false;
          const isLive = ["proposed", "vetted", "returned", "approved"].includes(status);
          const isGranted = ["decided", "conferred"].includes(status);
          if (isLive) expect(isBehind, `${unit}: ${status}`).toBe(true);
          if (isGranted) expect(isBehind !== (voided !== undefined), `${unit}: ${status}`).toBe(true);
          if (voided) expect(restsOn(basis, voided)).toBe(true);
          if ((isLive || isGranted) && isBehind) expect(confirmed?.finalisedOn).toBe(held?.finalisedOn);
          // What a person withdrew stays so as long as the ballot elects the unit that it rested on.
          if (status === "withdrawn" && electing(unit).length > 0) expect(isBehind).toBe(true);
        }
        // A want comes to nothing only where people have ended the award for good.
        for (const { want, rejection, status } of refused) {
          expect([want.type, rejection.type]).toEqual(["ProposeAward", "AwardTaken"]);
          expect(["rejected", "declined", "revoked"]).toContain(status);
        }
      }),
      { numRuns: 400 },
    );
  });
});
