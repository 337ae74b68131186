import type { Ground, ProposalBasis } from "../award/messages.ts";
import type { DisciplineForm } from "../bloc/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Verdict } from "../pledge/messages.ts";
import type { At } from "../process/pure-process.ts";
import type { Bylaws } from "../vocabulary/bylaws.ts";
import type { Honour } from "../vocabulary/honour.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { isTurning } from "./days-of-blocs.ts";
import { type MembersKnown, nobodyKnown } from "./members-known.ts";
import { noResults, type ResultsKnown } from "./results-known.ts";

/** How far people have brought an award. Absent while it is only proposed, or would be. */
export type Stage = "returned" | "rejected" | "decided" | "conferred" | "declined" | "revoked";

/** An award that results lead to or that people proposed. What the process asks for itself it does not learn. */
export type AwardKnown = {
  /** The unit that was elected or proposed, and the one that has the award now: another one after a transfer. */
  of: UnitId;
  unit: UnitId;
  honour: Honour;
  /** The ballots that elect the unit, or did once. */
  ballots: readonly Id[];
  /** What a person proposed it on, where that is not the result that counts. */
  basis?: ProposalBasis | undefined;
  /** The ballot that counts, where a person proposed it on that before the process did. */
  led?: Id | undefined;
  /** How often people proposed it. */
  proposals: number;
  stage?: Stage | undefined;
  /** The day of the stage. */
  stageOn?: CivilDate | undefined;
  /** What its dossier was handed in for: a ballot, or nothing of the kind. Absent while there is no dossier. */
  dossierFor?: Id | "";
  /** The same for what was sent back. */
  returnedFor?: Id | "";
  /** The ballot that counted when the authority granted it, where one elected the unit. */
  grantedFor?: Id | undefined;
  wasGranted: boolean;
  wasConferred: boolean;
  publishedOn?: CivilDate;
  recoveredOn?: CivilDate;
  /** The ballot against whose election people decided: they withdrew the proposal. */
  restsFrom?: Id | undefined;
  /** The day on which people proposed its unit, or passed it on to the one that has it now. */
  heldOn?: CivilDate | undefined;
  /** Why people suspended its consideration, while they do. */
  suspended?: Ground | undefined;
  /** What people go on in spite of: why it would be suspended, and what it rested on then. */
  resumedFrom?: string | undefined;
  /** The last day that is known of it: nothing of it is dated before. */
  lastOn?: CivilDate;
};

/** An award with which nobody has done anything yet. */
export const newAward = ({ unit, honour }: Pick<AwardKnown, "unit" | "honour">): AwardKnown => ({
  ...{ of: unit, unit, honour, ballots: [], proposals: 0 },
  ...{ wasGranted: false, wasConferred: false },
});

export type PledgeKnown = {
  unit: UnitId;
  titles: readonly Honour[];
  status: "draft" | "signed" | "ended";
  verdict?: Verdict;
};

/** That a unit is listed apart on a scoreboard, on grounds that bear on awards; or only follows from what its bloc said. */
export type Apart = { ground: "disciplined" | "underInvestigation"; on: CivilDate; isFollowed?: boolean };

/** What is known of the honours of one bloc in one season. */
export type HonoursKnown = {
  bloc: Id;
  season: Season;
  results: ResultsKnown;
  /** The day of the vote, by ballot. */
  votedOn: Map<Id, CivilDate>;
  /** The version of the bylaws that the first ballot was held under: the lowest of all of them. */
  version?: number;
  awards: Map<Id, AwardKnown>;
  pledges: Map<Id, PledgeKnown>;
  /** By scoreboard. */
  apart: Map<Id, Map<UnitId, Apart>>;
  /** The last day of what befell a unit in the season, its pledge or its place on the scoreboard. */
  days: Map<UnitId, CivilDate>;
};

type Discipline = {
  unit: UnitId;
  season: Season;
  form: DisciplineForm;
  on: CivilDate;
  liftedOn?: CivilDate;
};

/** What is known of a bloc besides its members. */
type BlocHonours = {
  bylaws: Map<number, Bylaws>;
  disciplines: Map<Id, Discipline>;
  /** The units that are under investigation, by investigation. */
  investigations: Map<Id, { unit: UnitId; on: CivilDate }>;
  /** The last day of what befell a unit. */
  days: Map<UnitId, CivilDate>;
  /** The scopes of its seasons. */
  scopes: Set<string>;
};

/** The bloc of a conference, and the scopes of its ballots. */
type ConferenceKnown = { bloc: Id; scopes: Set<string>; closedOn?: CivilDate };

/** Ballots whose conference is not convened yet, as far as is known. */
type Unplaced = Pick<HonoursKnown, "results" | "votedOn"> & {
  of: Map<Id, { conference: Id | undefined; season: Season; version: number }>;
};

export type NominationsKnown = {
  members: MembersKnown;
  blocs: Map<Id, BlocHonours>;
  conferences: Map<Id, ConferenceKnown>;
  unplaced: Unplaced;
  /** The bloc and the season of a stream. */
  scopeOf: Map<string, string>;
  seasons: Map<string, HonoursKnown>;
};

/** Before anything has happened. */
export const nothingNominated: NominationsKnown = {
  members: nobodyKnown,
  blocs: new Map(),
  conferences: new Map(),
  unplaced: { results: noResults, votedOn: new Map(), of: new Map() },
  scopeOf: new Map(),
  seasons: new Map(),
};

/** The bloc to which what happens to a stream belongs. */
export function blocAt(facts: NominationsKnown, { id, stream }: At): Id | undefined {
  if (stream.startsWith("Bloc-")) return id;
  if (stream.startsWith("Conference-")) return facts.conferences.get(id)?.bloc;
  return facts.seasons.get(facts.scopeOf.get(stream) ?? "")?.bloc;
}

/** The seasons in which a fact can change who is nominated: all those of a bloc, once something takes effect in it. */
export function scopesAt(facts: NominationsKnown, at: At): readonly string[] {
  const { id, stream } = at;
  const bloc = blocAt(facts, at);
  if (bloc !== undefined && (stream.startsWith("Bloc-") || isTurning(facts.members.blocs.get(bloc), at)))
    return [...(facts.blocs.get(bloc)?.scopes ?? [])];
  if (stream.startsWith("Conference-")) return [...(facts.conferences.get(id)?.scopes ?? [])];
  const scope = facts.scopeOf.get(stream);
  return scope === undefined ? [] : [scope];
}

/** A bloc and a season. No season has a slash in it, so that each pair has a name of its own. */
export const scopeOf = ({ bloc, season }: { bloc: Id; season: Season }) => `${bloc}/${season}`;

export function blocHonours({ blocs }: NominationsKnown, id: Id): BlocHonours {
  const known = blocs.get(id) ?? {
    bylaws: new Map(),
    disciplines: new Map(),
    investigations: new Map(),
    days: new Map(),
    scopes: new Set(),
  };
  blocs.set(id, known);
  return known;
}

/** The honours of a bloc and a season, where what happens in a stream belongs to it from now on. */
export function honoursOf(
  facts: NominationsKnown,
  { bloc, season }: { bloc: Id; season: Season },
  stream: string,
): HonoursKnown {
  const scope = scopeOf({ bloc, season });
  facts.scopeOf.set(stream, scope);
  const known = facts.seasons.get(scope) ?? {
    bloc,
    season,
    results: { blocs: new Map(), ballots: new Map() },
    votedOn: new Map(),
    awards: new Map(),
    pledges: new Map(),
    apart: new Map(),
    days: new Map(),
  };
  facts.seasons.set(scope, known);
  blocHonours(facts, bloc).scopes.add(scope);
  return known;
}
