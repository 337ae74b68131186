import type { BallotCommand } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { Claim, Claims, Undoing } from "./claim.ts";
import { type Claiming, claiming } from "./claiming.ts";
import { learnOfRounds } from "./learn-rounds.ts";
import { matterText, type SeasonEvent } from "./messages.ts";
import { blocOfBallot, firstOf, roundsBefore } from "./results-known.ts";
import { mattersOfRounds } from "./round-matters.ts";
import { calledTerms, governed, termsOf } from "./round-terms.ts";
import { noRounds, type RoundsKnown, type Terms } from "./rounds-known.ts";
import { isHeld, isRoundOwed } from "./rounds-owed.ts";
import { toldToParent } from "./run-offs-told.ts";
import { goneSince, settingAside, voiding } from "./void-ballots.ts";

type Claimed = readonly (readonly [key: string, claim: Claim])[];

/**
 * The ballots of a bloc and a season belong together. The bloc votes honour by honour, in the order of its own bylaws:
 * when a round is certified, the next one is opened among the rest (C7), and it follows the round before until its first
 * paper (C8). A tie is voted again by a run-off, on the terms that it was called on; what that came to reaches the ballot
 * that called it, through any re-vote (C9), and no ballot stands on a run-off that is void (C9b). What came of a ballot that
 * counts for nothing counts for nothing (C10).
 *
 * Until the first paper of a ballot its electors and nominees are the active members of its day (C24), without whoever is
 * disciplined for the season of an honour (C31), and its scores are those last finalised or corrected (C30).
 *
 * All is found in what has happened: one such process serves all blocs and seasons of a store.
 */
export const holdRounds: Claiming<RoundsKnown, SeasonEvent> = /* @__PURE__ */ claiming<
  RoundsKnown,
  SeasonEvent
>({
  name: "hold-rounds",
  version: 1,
  facts: noRounds,
  evolve: learnOfRounds,
  scopes(known, { id, stream }) {
    const [aggregate] = stream.split("-");
    if (aggregate === "Ballot") return scopeOf(known, id) ?? [];
    if (aggregate === "Bloc") return scopesOf(known, id);
    if (aggregate === "Conference") return scopesOf(known, known.results.blocs.get(id) ?? "");
    const board = known.boards.get(id);
    return board ? [`${board.bloc}/${board.season}`] : [];
  },
  all: (known) => scopesOf(known),
  claims(known, scope): Claims {
    const ballots = ballotsIn(known, scope);
    return new Map([
      ...ballots.flatMap((id) => voided(known, scope, id)),
      ...ballots.flatMap((id) => (known.calls.has(id) ? runOff(known, scope, id) : terms(known, scope, id))),
      ...told(known, scope, ballots),
    ]);
  },
  undo({ key, claim }, known) {
    const id = claim.commands[0]?.id;
    return key.startsWith("terms/") && id !== undefined ? undone(known, id, claim) : undefined;
  },
  matters: (known, scope) => mattersOfRounds(known, { scope, ballots: ballotsIn(known, scope) }),
});

/** A tree of ballots is of the bloc and the season of its first one. */
function scopeOf(known: RoundsKnown, ballot: Id): [string] | undefined {
  const { ballots, blocs } = known.results;
  let first = firstOf(ballots, ballot);
  for (const seen = new Set<Id>(); !seen.has(first); ) {
    seen.add(first);
    const follows = ballots.get(first)?.follows;
    if (follows) first = firstOf(ballots, follows.ballot);
  }
  const set = known.votes.get(first)?.terms;
  return set && [`${blocOfBallot({ blocs }, set) ?? ""}/${set.season}`];
}

/** The scopes of a bloc; of all blocs where none is named. Of a ballot whose conference is unknown the bloc is empty. */
function scopesOf(known: RoundsKnown, bloc?: Id): string[] {
  const all = [...known.votes.keys()].flatMap((id) => scopeOf(known, id) ?? []);
  return [...new Set(all)].filter((scope) => bloc === undefined || scope.startsWith(`${bloc}/`));
}

function ballotsIn(known: RoundsKnown, scope: string): Id[] {
  const all = new Set([...known.votes.keys(), ...known.rounds.keys(), ...known.calls.keys()]);
  return [...all].filter((id) => scopeOf(known, id)?.[0] === scope);
}

const to = (id: Id, command: BallotCommand) => ({ aggregate: "Ballot", id, command });
const of = ({ purpose, season }: Pick<Terms, "purpose" | "season">) => ({ purpose, season });

/** C10: what counts for nothing is annulled. */
function voided(known: RoundsKnown, scope: string, id: Id): Claimed {
  const data = isHeld(known, id) ? voiding(known, id) : undefined;
  const held = termsOf(known, id);
  if (!data || !held) return [];
  const unmet = matterText("BallotOfVoidOne", {
    ...of(held),
    ground: data.ground === "roundVoid" ? "roundVoid" : "noTieLeft",
  });
  const commands = [to(id, { type: "AnnulBallot", data })];
  return [[`void/${scope}/${id}/next`, { law: "C10", content: { ground: data.ground }, commands, unmet }]];
}

/** C9: the run-off that a ballot calls is opened. */
function runOff(known: RoundsKnown, scope: string, id: Id): Claimed {
  const call = known.calls.get(id);
  const data = calledTerms(known, id);
  const isOver = known.results.ballots.get(id)?.annulled || voiding(known, id);
  if (!call || !data || isOver || goneSince(known, call.parent) !== undefined) return [];
  const { parent, field, seats, round } = call;
  const unmet = matterText("RunOffNotOpened", { units: field });
  const commands = [to(id, { type: "OpenBallot", data })];
  return [
    [`run-off/${scope}/${parent}/${round}/${id}`, { law: "C9", content: { field, seats }, commands, unmet }],
  ];
}

/** C9, C9b: call by call, what each came to. */
function told(known: RoundsKnown, scope: string, ballots: readonly Id[]): Claimed {
  return ballots.flatMap((parent) => {
    const calls = [...known.calls].filter(([, call]) => call.parent === parent).map(([id]) => id);
    return calls.flatMap((id, at): Claimed => {
      const claim = toldToParent(known, id, calls.slice(0, at));
      return claim ? [[`told/${scope}/${parent}/${id}`, claim]] : [];
    });
  });
}

/** C7, C8, C24, C30, C31: a round is opened on its terms; what others opened is revised where its terms differ. */
function terms(known: RoundsKnown, scope: string, id: Id): Claimed {
  const data = termsOf(known, id);
  if (!data || goneSince(known, id) !== undefined) return [];
  const set = known.votes.get(id)?.terms;
  const content = governed(data);
  const revised = [to(id, { type: "ReviseBallot", data })];
  const key = `terms/${scope}/${id}`;
  if (!set) {
    if (!isRoundOwed(known, id)) return [];
    const opened = [to(id, { type: "OpenBallot", data })];
    const unmet = matterText("RoundNotOpened", of(data));
    return [[key, { law: "C7", content, commands: opened, again: revised, unmet }]];
  }
  if (same(content, governed(set))) return [];
  const { electors, nominees } = governed(set);
  const isOfMembers = !same([electors, nominees], [data.electors, data.nominees]);
  const isRound = roundsBefore(known.results, id).length > 0;
  const law = isRound ? "C8" : isOfMembers ? "C24" : "C30";
  return [[key, { law, content, commands: revised, unmet: matterText("BallotNotRevised", of(data)) }]];
}

/** What was revised is as it was set; a round that nobody owes any more is set aside. */
function undone(known: RoundsKnown, id: Id, { unmet }: Claim): Undoing | undefined {
  const { terms: set, begun } = known.votes.get(id) ?? {};
  if (begun || goneSince(known, id) !== undefined) return undefined;
  const data = termsOf(known, id);
  if (set && data) return { commands: [to(id, { type: "ReviseBallot", data })], unmet };
  const before = known.rounds.get(id)?.before;
  if (before === undefined || isRoundOwed(known, id)) return undefined;
  const since = known.results.ballots.get(before)?.record?.certifiedOn;
  if (since === undefined) return undefined;
  return { commands: [to(id, { type: "AnnulBallot", data: settingAside(known, id, since) })], unmet };
}
