import type { AwardCommand } from "../award/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { Addressed } from "../process/messages.ts";
import { type At, type Process, process } from "../process/pure-process.ts";
import {
  annulled,
  type Change,
  certified,
  changesBy,
  convened,
  type Elected,
  type Led,
  type Lost,
  type News,
  type Result,
  resultOf,
} from "./elected-memory.ts";
import type { SeasonEvent } from "./messages.ts";

/**
 * The units that a certified ballot elects to an honour are proposed for it. When a recount certifies another result, or
 * the ballot is annulled, the proposals that rest on it are withdrawn; where the authority has decided already, the basis
 * of the award is void. Once the result is final, the basis of each is confirmed.
 *
 * What says the same of a unit as before changes nothing: what people withdrew stays withdrawn. A run-off proposes
 * nobody: the ballot that called it does so once it is certified. A ballot without a conference names no bloc, so what
 * follows from it is done by hand.
 */
export const proposeElected: Process<Elected, SeasonEvent> = /* @__PURE__ */ process<Elected, SeasonEvent>({
  name: "propose-elected",
  version: 1,
  initialState: { blocs: new Map(), results: new Map(), waiting: new Map(), awards: new Map() },
  evolve: {
    ConferenceConvened(state, { bloc }, { id }) {
      state.blocs.set(id, bloc);
      for (const news of convened(state, id, bloc)) take(state, news);
    },
    BallotCertified(state, data, { id }) {
      const result = resultOf(data);
      if (result && !state.blocs.has(result.conference)) state.waiting.set(id, result);
      for (const news of certified(state, id, result)) take(state, news);
    },
    BallotAnnulled(state, data, { id }) {
      state.waiting.delete(id);
      for (const news of annulled(state, id, data)) take(state, news);
    },
    ResultFinalised({ results, waiting }, { finalisedOn }, { id }) {
      const result = results.get(id) ?? waiting.get(id);
      if (result) result.finalisedOn = finalisedOn;
    },
    // What people do with an award: the process says nothing to one that they have ended, and dates nothing before it.
    AwardProposed: stepped(({ proposedOn }) => proposedOn, "open"),
    AwardWithdrawn: stepped(({ withdrawnOn }) => withdrawnOn, "withdrawn"),
    BasisReplaced: stepped(({ proposedOn }) => proposedOn, "decided"),
    AwardTransferred: stepped(({ transferredOn }) => transferredOn),
    AwardVetted: stepped(({ vettedOn }) => vettedOn),
    AwardReturned: stepped(({ returnedOn }) => returnedOn),
    AwardResubmitted: stepped(({ resubmittedOn }) => resubmittedOn),
    ConsiderationSuspended: stepped(({ suspendedOn }) => suspendedOn),
    ConsiderationResumed: stepped(({ resumedOn }) => resumedOn),
    AwardApproved: stepped(({ decidedOn }) => decidedOn),
    AwardRejected: stepped(({ decidedOn }) => decidedOn, "ended"),
    AwardDecided: stepped(({ decision }) => decision.issuedOn, "decided"),
    AwardConferred: stepped(({ conferredOn }) => conferredOn),
    AwardDeclined: stepped(({ declinedOn }) => declinedOn, "ended"),
    AwardRevoked: stepped(({ decision }) => decision.issuedOn, "ended"),
  },
  want: {
    ConferenceConvened: (state, { bloc }, { id }) => wantsOf(state, convened(state, id, bloc)),
    BallotCertified: (state, data, { id }) => wantsOf(state, certified(state, id, resultOf(data))),
    BallotAnnulled: (state, data, { id }) => wantsOf(state, annulled(state, id, data)),
    ResultFinalised(state, { finalisedOn }, { id: ballot }) {
      const result = state.results.get(ballot);
      const bloc = state.blocs.get(result?.conference ?? "");
      if (!result || bloc === undefined) return [];
      const resting = changesBy(state, { ballot, bloc, result }).filter(
        ({ led }) => led.ballots[0] === ballot && (led.stage === "open" || led.stage === "decided"),
      );
      return resting.map(({ award }) => to(award, confirmation(ballot, { ...result, finalisedOn })));
    },
    // A person may propose anew on a result that is final, and decide just when it is lost.
    AwardProposed: ({ results }, { basis, unit }, { id }) => {
      const result = basis.kind === "ballot" ? results.get(basis.ballot) : undefined;
      if (basis.kind !== "ballot" || !result?.elected.includes(unit)) return [];
      return result.finalisedOn === undefined ? [] : [to(id, confirmation(basis.ballot, result))];
    },
    AwardDecided({ awards }, _, { id }) {
      const { lost } = awards.get(id) ?? {};
      return lost ? [to(id, { type: "VoidBasis", data: lost })] : [];
    },
  },
});

/** Remembers a step of a person. With a stage it rests on something again, or needs nothing to rest on. */
function stepped<D>(day: (data: NoInfer<D>) => CivilDate, stage?: Led["stage"]) {
  return ({ awards }: Elected, data: D, { id }: At) => {
    const led = awards.get(id) ?? { ballots: [], stage: "open" };
    const { ballots, lost } = led;
    const kept = stage === undefined && lost ? { stage: led.stage, lost } : { stage: stage ?? led.stage };
    awards.set(id, { ballots, ...kept, lastOn: laterOf(day(data), led.lastOn) });
  };
}

/** Remembers another result, and where the awards stand once what it asks for is done. */
function take(state: Elected, news: News): void {
  for (const change of changesBy(state, news))
    state.awards.set(change.award, turned(state, change, news).led);
  const { ballot, result } = news;
  state.waiting.delete(ballot);
  if (result) state.results.set(ballot, result);
  else state.results.delete(ballot);
}

/** Several ballots may elect one unit, so each piece of news is answered after the one before it is taken. */
function wantsOf(state: Elected, [news, ...others]: readonly News[]): Addressed[] {
  if (!news) return [];
  const wants = changesBy(state, news).flatMap((change) =>
    turned(state, change, news).commands.map((command) => to(change.award, command)),
  );
  if (others.length === 0) return wants;
  const after = {
    ...state,
    waiting: new Map(),
    results: new Map(state.results),
    awards: new Map(state.awards),
  };
  take(after, news);
  return [...wants, ...wantsOf(after, others)];
}

/** An award that another ballot stands behind is taken back, and proposed on that. */
function turned(
  { results }: Elected,
  { led, ballots, ...subject }: Change,
  { ballot, result, lost }: News,
): { led: Led; commands: AwardCommand[] } {
  const [before, after] = [led.ballots[0], ballots[0]];
  if (before === after) return { led: { ...led, ballots }, commands: [] };
  const back = before !== undefined && lost ? takenBack(led, lost) : { led, commands: [] };
  const behind = after === ballot ? result : results.get(after ?? "");
  if (after === undefined || !behind) return { ...back, led: { ...back.led, ballots } };
  const proposal = proposed(subject, { ballot: after, result: behind, led: back.led });
  const { lost: _, ...kept } = back.led;
  const stage = kept.stage === "withdrawn" ? "open" : kept.stage;
  return {
    led: { ...kept, stage, ballots, lastOn: proposal.proposedOn },
    commands: [...back.commands, ...proposal.commands],
  };
}

/** What is not decided is withdrawn; what is decided stands, on a basis that is void. */
function takenBack(led: Led, lost: Lost): { led: Led; commands: AwardCommand[] } {
  if (led.stage === "decided")
    return { led: { ...led, lost }, commands: [{ type: "VoidBasis", data: lost }] };
  if (led.stage !== "open") return { led, commands: [] };
  const { voidOn, reason, note } = lost;
  const withdrawnOn = laterOf(voidOn, led.lastOn);
  const data = { withdrawnOn, reason, ...(note !== undefined && { note }) };
  return {
    led: { ...led, stage: "withdrawn", lastOn: withdrawnOn, lost },
    commands: [{ type: "WithdrawProposal", data }],
  };
}

function proposed(
  { bloc, unit }: Pick<Change, "bloc" | "unit">,
  { ballot, result, led }: { ballot: Id; result: Result; led: Led },
): { proposedOn: CivilDate; commands: AwardCommand[] } {
  const { season, honour, certification, certifiedOn, finalisedOn } = result;
  const basis = { kind: "ballot" as const, ballot, certification };
  const proposedOn = laterOf(certifiedOn, led.lastOn);
  const data = { unit, bloc, season, honour, basis, proposedOn, excludedBy: [] };
  // What people have ended is not proposed again by itself: that is refused, and they look at it.
  const isFinal = finalisedOn !== undefined && led.stage !== "ended";
  const confirmed = isFinal ? [confirmation(ballot, result)] : [];
  return { proposedOn, commands: [{ type: "ProposeAward", data }, ...confirmed] };
}

function confirmation(ballot: Id, { certification, finalisedOn = "" }: Result): AwardCommand {
  return { type: "ConfirmBasis", data: { ballot, certification, finalisedOn } };
}

const to = (id: Id, command: AwardCommand): Addressed => ({ aggregate: "Award", id, command });
