import { expect } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { tallyOf } from "../../src/ballot/count.ts";
import { BallotCommand, type BallotEvent } from "../../src/ballot/messages.ts";
import type { PaperGroup } from "../../src/ballot/paper.ts";
import type { Ballot } from "../../src/ballot/state.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import { bloc } from "../../src/bloc/bloc.ts";
import type { Message } from "../../src/kernel/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { holdRounds } from "../../src/season/hold-rounds.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { takeRoom } from "../ballot/life.ts";
import { still } from "../process/clock.ts";
import { terms as base, units } from "./certified.ts";

export const { create } = BallotCommand;
export const parent = "parent";

/** What four papers keep, one name each; a name that is not on the paper is that of the first nominee. */
export type Votes = readonly string[];

/** Half of the papers are enough, so two level nominees are tied: two run-offs, then the lot. */
const terms: Terms = {
  ...base,
  nominees: ["police", "procuracy", "military"],
  voting: {
    ...base.voting,
    threshold: { ...base.voting.threshold, numerator: 1, denominator: 4, strict: false },
    tieLadder: [{ kind: "runOff", roundsMax: 2 }, { kind: "lot" }],
  },
  tieData: { ...base.tieData, lotSources: ["Xổ số"] },
};

/** A ballot that may be tied, its rounds and its run-offs, with the process that moves them together. */
export async function season(log: readonly Recorded[] = []) {
  const store = inMemoryStore(log);
  const runner = seasonRunner({
    store,
    clock: still(),
    handlers: commandHandlers({ store, deciders: [ballot, bloc] }),
    processes: [holdRounds],
  });
  let sent = 0;
  const now = new Date("2023-01-12T03:00:00Z");
  const tell = async (aggregate: string, id: string, command: Message) => {
    sent += 1;
    await runner.send({ aggregate, id, command }, { now, commandId: `c${sent}`, actor: "office" });
  };
  const send = async (id: string, ...commands: BallotCommand[]) => {
    for (const command of commands) await tell("Ballot", id, command);
  };
  const logs = async () => {
    const all = new Map<string, BallotEvent[]>();
    for (const { type, data, metadata } of await wholeLog(store)) {
      if (!metadata.stream.startsWith("Ballot-")) continue;
      const id = metadata.stream.slice("Ballot-".length);
      all.set(id, [...(all.get(id) ?? []), { type, data } as BallotEvent]);
    }
    return all;
  };
  const stateOf = async (id: string) => ballot.fold((await logs()).get(id) ?? []);
  const counted = async (id: string, papers: readonly PaperGroup[]) => {
    const state = await stateOf(id);
    if (state.status === "blank") return [];
    const tally = tallyOf(state.terms, canonicalPapers(state.terms, papers));
    return ["An", "Bình"].map((teller) => create.SubmitTally({ teller, tally }));
  };
  await send(parent, create.OpenBallot(terms));

  return {
    tell,
    send,
    whole: () => wholeLog(store),
    logs,
    stateOf,
    /** Holds a ballot from the check-in to its result. */
    async hold(id: string, votes: Votes) {
      const state = await stateOf(id);
      const electors = state.status === "blank" ? units : state.terms.electors;
      const papers = papersOf(state, votes.slice(0, electors.length));
      await send(
        id,
        takeRoom(electors),
        create.OpenVoting({ openedOn: openedOnOf(state) }),
        ...electors.map((unit) => create.IssuePaper({ unit })),
        create.CloseBox({}),
        create.OpenBox({ papers }),
      );
      await send(id, ...(await counted(id, papers)));
    },
    /** Counts the papers of a ballot again, and finds these. */
    async recount(id: string, votes: Votes) {
      const state = await stateOf(id);
      if (state.status === "blank" || state.voting.form !== "secret") return;
      const papers = papersOf(state, votes);
      const reading = state.voting.reading + 1;
      await send(id, create.RecountPapers({ reading, papers, reason: "Kiểm lại" }));
      await send(id, ...(await counted(id, papers)));
    },
    /** Signs the record; of a result that was final, not before the day on which it became so. */
    async certify(id: string) {
      const state = await stateOf(id);
      const certifiedOn = (state.status !== "blank" && state.lastOn) || "2023-01-09";
      const complaintsUntil = certifiedOn > "2023-01-11" ? certifiedOn : "2023-01-11";
      const signatories = ["An", "Bình"];
      await send(id, create.CertifyBallot({ signatories, certifiedOn, complaintsUntil }));
    },
    finalise: (id: string) => send(id, create.FinaliseResult({ finalisedOn: "2023-01-12" })),
    annul: (id: string) =>
      send(
        id,
        create.AnnulBallot({ ground: "irregularity", reason: "Sai quy chế", annulledOn: "2023-01-12" }),
      ),
    /** A unit complains, and is right. */
    uphold: async (id: string, challenge: string) =>
      send(
        id,
        create.ChallengeResult({ challenge, challenger: "court", ground: "Sai", raisedOn: "2023-01-09" }),
        create.UpholdChallenge({ challenge, reason: "Đúng", decidedOn: "2023-01-09" }),
      ),
    /** The next step on the tie of the parent, whichever that is. */
    async climb(value: number) {
      const state = await stateOf(parent);
      if (!("ladder" in state)) return;
      const { step, round } = state.ladder;
      if (step === 1) return send(parent, create.CallRunOff({ step, round }));
      const drawn = [{ source: "Xổ số", values: [String(value)] }];
      await send(parent, create.AnnounceLot({ step }), create.DrawLot({ step, drawn }));
    },
  };
}

/** A re-vote is on no day before the annulment that it follows. */
const openedOnOf = (state: Ballot) =>
  state.status !== "blank" && state.terms.follows?.kind === "revote" ? "2023-01-12" : "2023-01-09";

function papersOf(state: Ballot, votes: Votes): PaperGroup[] {
  if (state.status === "blank") return [];
  const { nominees } = state.terms;
  return votes.map((vote) => {
    const kept = nominees.find((unit) => unit === vote) ?? nominees[0] ?? "";
    return {
      papers: 1,
      paper: { kind: "opinions", for: [kept], against: nominees.filter((u) => u !== kept) },
    };
  });
}

type Logs = ReadonlyMap<string, readonly BallotEvent[]>;

/**
 * Parent and run-offs agree: what a certified parent rests on is what its run-offs say, a run-off that it does not rest
 * on is void, and a run-off that it waits for can still give a result.
 */
export function expectAgreement(logs: Logs) {
  const states = new Map([...logs].map(([id, events]) => [id, ballot.fold(events)]));
  const state = states.get(parent);
  if (state?.status === "annulled")
    for (const [id, { status }] of states) expect([id, status]).toEqual([id, "annulled"]);
  if (!state || !("ladder" in state)) return;
  const { ladder, outcome } = state;
  const taken = new Map(ladder.taken.flatMap(({ by }) => (by.kind === "runOff" ? [[by.ballot, by]] : [])));
  for (const [id, runOff] of states) {
    if (runOff.status === "blank" || runOff.terms.follows?.kind !== "runOff") continue;
    const { follows } = runOff.terms;
    if (taken.has(id)) expectResult(runOff, outcome.elected);
    else if (state.status === "certified" || state.status === "final") expect(runOff.status).toBe("annulled");
    if (ladder.calledAs === (follows.call ?? 1) && ladder.round === follows.round && ladder.step === 1)
      expect(["certified", "final", "annulled"]).not.toContain(runOff.status);
  }
  if (ladder.calledAs !== undefined) {
    const open = [...states.values()].some(
      (one) =>
        one.status !== "blank" &&
        one.terms.follows?.kind === "runOff" &&
        (one.terms.follows.call ?? 1) === ladder.calledAs &&
        one.terms.follows.round === ladder.round,
    );
    expect(open, "the run-off that is waited for was opened").toBe(true);
  }
}

/** Whom a certified run-off elects is elected; whom it does not elect, and leaves in no tie, is not. */
function expectResult(runOff: Exclude<Ballot, { status: "blank" }>, elected: readonly string[]) {
  expect(runOff.status).not.toBe("annulled");
  if (runOff.status !== "certified" && runOff.status !== "final") return;
  const { outcome } = runOff;
  for (const unit of outcome.elected) expect(elected).toContain(unit);
  if (outcome.vacant === 0) for (const unit of outcome.notElected) expect(elected).not.toContain(unit);
}
