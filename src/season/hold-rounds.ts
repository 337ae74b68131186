import type { BallotCommand } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { BlocAndSeason } from "./by-season.ts";
import type { Claim, Claims, Undoing } from "./claim.ts";
import { type Claiming, claiming } from "./claiming.ts";
import { learnOfRounds } from "./learn-rounds.ts";
import { matterText, type SeasonEvent } from "./messages.ts";
import { roundsBefore } from "./results-known.ts";
import { mattersOfRounds } from "./round-matters.ts";
import { governed, termsOf } from "./round-terms.ts";
import { heldAt } from "./rounds-held.ts";
import { noRounds, type RoundsKnown, type Terms } from "./rounds-known.ts";
import { ballotsNear, seasonOf, seasonsAround } from "./rounds-near.ts";
import { isHeld, isRoundOwed } from "./rounds-owed.ts";
import { toldToParent } from "./run-offs-told.ts";
import { goneSince, settingAside, voiding } from "./void-ballots.ts";

type Claimed = readonly (readonly [key: string, claim: Claim])[];

/**
 * The ballots of a bloc and a season belong together. The bloc votes honour by honour, in the order of its own bylaws:
 * when a round is certified, the next one is opened among the rest (C7), and it follows the round before until its first
 * paper (C8). It takes place at the same conference, or at none once that is closed (C18, C18c). A tie is voted again by a run-off, on the terms that it was called on; what that came to reaches the ballot
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
    if (aggregate === "Ballot") return [seasonOf(known, id)].flatMap((one) => (one ? [scopeOf(one)] : []));
    if (aggregate === "Bloc") return scopesOf(known, id);
    if (aggregate === "Conference")
      return [...(known.heldAt.get(id) ?? [])].flatMap((ballot) => seasonsAround(known, ballot).map(scopeOf));
    const board = known.boards.get(id);
    return board ? [scopeOf(board)] : [];
  },
  all: (known) => [...known.seasons.keys()].flatMap((bloc) => scopesOf(known, bloc)),
  claims(known, scope): Claims {
    const ballots = ballotsIn(known, scope);
    return new Map([
      ...ballots.flatMap((id) => voided(known, scope, id)),
      ...ballots.flatMap((id) => (known.calls.has(id) ? runOff(known, scope, id) : terms(known, scope, id))),
      ...told(known, scope, ballots),
      ...ballots.flatMap((id) => heldAt(known, scope, id)),
    ]);
  },
  undo({ key, claim }, known) {
    const id = claim.commands[0]?.id;
    return key.startsWith("terms/") && id !== undefined ? undone(known, id, claim) : undefined;
  },
  matters: (known, scope) => mattersOfRounds(known, { scope, ballots: ballotsIn(known, scope) }),
});

const scopeOf = ({ bloc, season }: BlocAndSeason) => `${bloc}/${season}`;

/** The scopes of a bloc. Of a ballot whose conference is unknown the bloc is empty. */
const scopesOf = ({ seasons }: RoundsKnown, bloc: Id): string[] =>
  [...(seasons.get(bloc)?.keys() ?? [])].map((season) => scopeOf({ bloc, season }));

/** The ballots of a scope: first those of which there is anything, then what is owed. */
function ballotsIn(known: RoundsKnown, scope: string): Id[] {
  const end = scope.lastIndexOf("/");
  const of = { bloc: scope.slice(0, end), season: scope.slice(end + 1) };
  const all = [...ballotsNear(known, of)].filter((id) => {
    const season = seasonOf(known, id);
    return season !== undefined && scopeOf(season) === scope;
  });
  const { votes, rounds, calls } = known;
  return [...new Set([votes, rounds, calls].flatMap((some) => all.filter((id) => some.has(id))))];
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

/** C9: the run-off that a ballot calls is opened; it is held elsewhere once its conference is closed (C18). */
function runOff(known: RoundsKnown, scope: string, id: Id): Claimed {
  const call = known.calls.get(id);
  const data = termsOf(known, id);
  const isOver = known.results.ballots.get(id)?.annulled || voiding(known, id);
  if (!call || !data || isOver || goneSince(known, call.parent) !== undefined) return [];
  const { parent, field, seats, round } = call;
  const { conference = "" } = data;
  const unmet = matterText("RunOffNotOpened", { units: field });
  const commands = [to(id, { type: "OpenBallot", data })];
  const again = [to(id, { type: "ReviseBallot", data })];
  const content = { field, seats, conference };
  return [[`run-off/${scope}/${parent}/${round}/${id}`, { law: "C9", content, commands, again, unmet }]];
}

/** C9, C9b: call by call, what each came to. */
function told(known: RoundsKnown, scope: string, ballots: readonly Id[]): Claimed {
  return ballots.flatMap((parent) => {
    const calls = [...(known.called.get(parent) ?? [])];
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
