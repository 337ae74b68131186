import { describe, expect, it } from "vitest";
import { award } from "../../src/award/award.ts";
import { awardIdOf } from "../../src/award/award-id.ts";
import { AwardCommand } from "../../src/award/messages.ts";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotCommand } from "../../src/ballot/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { nominate } from "../../src/season/nominate.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { loaded } from "../../src/stores/loading.ts";
import { still } from "../process/clock.ts";
import { atConference, flag, terms } from "./certified.ts";
import { annul, certify } from "./simulator/scripts.ts";
import { cast } from "./simulator/seeded.ts";

const { create } = AwardCommand;
const decision = { kind: "decision", number: "1/QĐ", issuedOn: "2023-02-20", issuer: "UBND tỉnh" } as const;
const vet = create.VetAward({ body: "Ban", vettedOn: "2023-01-15" });
const approve = create.ApproveAward({ council: "Hội đồng", decidedOn: "2023-01-16" });
const decide = create.DecideAward({ decision });
const confer = create.ConferAward({ conferredOn: "2023-03-01", conferredBy: { name: "An" } });
const finalise = BallotCommand.create.FinaliseResult({ finalisedOn: "2023-01-17" });
const byAuthority = BallotCommand.create.AnnulBallot({
  ...annul.data,
  ground: "authority",
  annulledOn: "2023-02-25",
});

const id = awardIdOf({ bloc: "bloc", season: "2022", unit: "procuracy", honour: flag });

/** A season with a ballot for the flag that elects one unit, certified. */
async function elected() {
  const store = inMemoryStore(atConference());
  const handlers = commandHandlers({ store, deciders: [award, ballot] });
  const runner = seasonRunner({ store, handlers, processes: [nominate], clock: still() });
  let count = 0;
  const send = async (aggregate: string, id: string, ...commands: Message[]) => {
    const answers = [];
    for (const command of commands) {
      count += 1;
      const metadata = { now: new Date("2023-03-10T03:00:00Z"), commandId: `c${count}`, actor: "office" };
      const { outcome } = await runner.send({ aggregate, id, command }, metadata);
      answers.push(outcome.ok ? outcome.events.map(({ type }) => type).join() : outcome.rejection.type);
    }
    return answers;
  };
  const hold = (name: string) =>
    send(
      "Ballot",
      name,
      BallotCommand.create.OpenBallot(terms),
      ...cast({ procuracy: 4 }, terms.nominees),
      certify,
    );
  await hold("flag");
  return { runner, send, hold, state: () => loaded({ store, decider: award, id }) };
}

describe("an award from the ballot to its conferral", () => {
  it("waits with the decision until the result is final", async () => {
    const { runner, send, state } = await elected();
    expect(await send("Award", id, vet, approve, decide)).toEqual([
      "AwardVetted",
      "AwardApproved",
      "BasisNotFinal",
    ]);
    await send("Ballot", "flag", finalise);
    expect(await send("Award", id, decide, confer)).toEqual(["AwardDecided", "AwardConferred"]);
    expect([await state(), await runner.matters()]).toMatchObject([
      { status: "conferred", confirmed: { finalisedOn: "2023-01-17" } },
      [],
    ]);
  });

  it("stands on a void basis once the authority has annulled the ballot, until a re-vote stands behind it", async () => {
    const { runner, send, hold, state } = await elected();
    await send("Award", id, vet, approve);
    await send("Ballot", "flag", finalise);
    await send("Award", id, decide);
    await send("Ballot", "flag", byAuthority);
    expect(await state()).toMatchObject({ status: "decided", voided: { reason: "annulled" } });
    expect(await send("Award", id, confer)).toEqual(["BasisIsVoid"]);
    await hold("again");
    expect(await send("Award", id, confer)).toEqual(["BasisNotFinal"]);
    await send("Ballot", "again", finalise);
    expect(await send("Award", id, confer)).toEqual(["AwardConferred"]);
    expect(await runner.matters()).toEqual([]);
  });

  it("is one award, and not two, where the re-vote elects the unit again", async () => {
    const { runner, send, hold, state } = await elected();
    await send("Award", id, vet);
    await send("Ballot", "flag", annul);
    expect(await state()).toMatchObject({ status: "withdrawn", lastOn: "2023-01-15" });
    await hold("again");
    expect(await state()).toMatchObject({ status: "proposed", basis: { ballot: "again" } });
    expect(await runner.matters()).toEqual([]);
  });
});
