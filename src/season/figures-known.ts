import { beforeChange } from "../kernel/changing.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { PledgeEvent } from "../pledge/messages.ts";
import type { At } from "../process/pure-process.ts";
import type { Finding, ScoreboardEvent } from "../scoreboard/messages.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type BlocAndSeason, type BySeason, inSeason, seasonWith } from "./by-season.ts";
import type { ClaimingSpec } from "./claiming.ts";
import type { SeasonEvent } from "./messages.ts";

type Report = Omit<DataOf<PledgeEvent, "ProgressReported">, "target">;
/** A pledge as far as its figures go. */
type PledgedKnown = {
  bloc: Id;
  unit: UnitId;
  season: Season;
  /** By target: the report of the last day, and of that the last one. */
  reports: Map<Id, Report>;
  isTakenOver: boolean;
  assessedOn?: CivilDate;
};
/** What people wrote on a sheet for a criterion, and the assessed figure that stood there before. */
type Written = { actual: string; over: string | undefined };
/** A figure that is in force, and the day on which a review or a correction found it. */
type Scored = { actual: string; on?: CivilDate };
export type BoardKnown = {
  bloc: Id;
  season: Season;
  units: Set<UnitId>;
  /** The criteria that have a figure, with their names. */
  criteria: Map<Id, string>;
  /** By unit: what is withheld from it. */
  withheld: Map<UnitId, Set<Id>>;
  written: Map<UnitId, Map<Id, Written>>;
  /** By unit whose sheet is handed in: the figures that are in force. */
  handedIn: Map<UnitId, Map<Id, Scored>>;
};

/** What is known of pledges and scoreboards. */
export type FiguresKnown = {
  pledges: Map<Id, PledgedKnown>;
  boards: Map<Id, BoardKnown>;
  /** Those of each season. */
  seasons: BySeason<{ pledges: Set<Id>; boards: Set<Id> }>;
};

export const noFigures: FiguresKnown = { pledges: new Map(), boards: new Map(), seasons: new Map() };

const figuresIn = ({ seasons }: FiguresKnown, of: BlocAndSeason) =>
  seasonWith(seasons, of, () => ({ pledges: new Set<Id>(), boards: new Set<Id>() }));

export type Assessed = { pledge: Id; target: Id; actual: string; assessedOn: CivilDate } & Pick<
  Report,
  "evidence"
>;

/** The scoreboards on which the figures of a pledge are scored. */
export function boardsOf({ pledges, seasons }: FiguresKnown, pledge: Id): Id[] {
  const known = pledges.get(pledge);
  return known ? [...(inSeason(seasons, known)?.boards ?? [])] : [];
}

/** The pledges of a season that were assessed, each of its unit. Its own goes before one that it took over. */
export function assessedIn(facts: FiguresKnown, board: BoardKnown): Map<UnitId, Assessed[]> {
  const { pledges, seasons } = beforeChange(facts);
  const found = new Map<UnitId, Assessed[]>();
  for (const pledge of inSeason(seasons, board)?.pledges ?? []) {
    const one = pledges.get(pledge);
    if (one?.assessedOn === undefined) continue;
    const { assessedOn } = one;
    const figures = [...one.reports].map(([target, { value: actual, evidence }]) => {
      return { pledge, target, actual, evidence, assessedOn };
    });
    const others = found.get(one.unit) ?? [];
    found.set(one.unit, one.isTakenOver ? [...others, ...figures] : [...figures, ...others]);
  }
  return found;
}

/** The assessed figure of a unit for a criterion: that of the target of its pledge which the criterion names. */
function assessedFor(
  facts: FiguresKnown,
  board: BoardKnown,
  { unit, criterion }: { unit: UnitId; criterion: Id },
): string | undefined {
  return assessedIn(facts, board)
    .get(unit)
    ?.find(({ target }) => target === criterion)?.actual;
}

/**
 * The figure that is in force: while the sheet is a draft the assessed one, unless people wrote another in its place; once
 * it is handed in, what stood there then, or what a review or a correction found.
 */
export function inForce(
  board: BoardKnown,
  { unit, criterion }: { unit: UnitId; criterion: Id },
  assessed: string | undefined,
): Scored | undefined {
  const handedIn = board.handedIn.get(unit);
  if (handedIn) return handedIn.get(criterion);
  const written = board.written.get(unit)?.get(criterion);
  const actual = written && written.over === assessed ? written.actual : (assessed ?? written?.actual);
  return actual === undefined ? undefined : { actual };
}

/** What each fact tells of figures. */
export const learnOfFigures: ClaimingSpec<FiguresKnown, SeasonEvent>["evolve"] = {
  PledgeDrafted(facts, { bloc, unit, season }, { id }) {
    figuresIn(facts, { bloc, season }).pledges.add(id);
    facts.pledges.set(id, { bloc, unit, season, reports: new Map(), isTakenOver: false });
  },
  PledgeTransferred({ pledges }, { to }, { id }) {
    const known = pledges.get(id);
    if (known) Object.assign(known, { unit: to, isTakenOver: true });
  },
  ProgressReported({ pledges }, { target, ...report }, { id }) {
    const reports = pledges.get(id)?.reports;
    const last = reports?.get(target);
    if (!last || last.observedOn <= report.observedOn) reports?.set(target, report);
  },
  PledgeAssessed({ pledges }, { assessedOn }, { id }) {
    const known = pledges.get(id);
    if (known) known.assessedOn = assessedOn;
  },
  ScoreboardOpened(facts, { bloc, season, units }, { id }) {
    const none = { criteria: new Map(), withheld: new Map(), written: new Map(), handedIn: new Map() };
    figuresIn(facts, { bloc, season }).boards.add(id);
    facts.boards.set(id, { bloc, season, units: new Set(units), ...none });
  },
  UnitEntered({ boards }, { unit }, { id }) {
    boards.get(id)?.units.add(unit);
  },
  ScaleAdopted({ boards }, { criteria }, { id }) {
    const known = boards.get(id);
    if (!known) return;
    const counted = criteria.filter(({ measure }) => measure.kind === "quantitative");
    known.criteria = new Map(counted.map(({ criterion, name }) => [criterion, name]));
  },
  CriterionWithheld({ boards }, { unit, criterion }, { id }) {
    const known = boards.get(id);
    known?.withheld.set(unit, new Set([...(known.withheld.get(unit) ?? []), criterion]));
  },
  CriterionAssigned({ boards }, { unit, criterion }, { id }) {
    boards.get(id)?.withheld.get(unit)?.delete(criterion);
  },
  SelfScoreEntered(facts, { unit, criterion, finding }, { id }) {
    const known = facts.boards.get(id);
    if (!known || finding.kind !== "actual") return;
    const over = assessedFor(facts, known, { unit, criterion });
    const of = new Map(known.written.get(unit));
    known.written.set(unit, of.set(criterion, { actual: finding.actual, over }));
  },
  SheetSubmitted(facts, { unit }, { id }) {
    const known = facts.boards.get(id);
    if (!known) return;
    const figures = [...known.criteria.keys()].flatMap((criterion): [Id, Scored][] => {
      const figure = inForce(known, { unit, criterion }, assessedFor(facts, known, { unit, criterion }));
      return figure === undefined ? [] : [[criterion, figure]];
    });
    known.handedIn.set(unit, new Map(figures));
  },
  SheetReviewed: (facts, { unit, findings, reviewedOn: on }, at) =>
    found(facts, at, { on, findings: each(unit, findings) }),
  SheetReviewedAgain: (facts, { unit, findings, reviewedOn: on }, at) =>
    found(facts, at, { on, findings: each(unit, findings) }),
  ScoreboardCorrected: (facts, { findings, correctedOn: on }, at) => found(facts, at, { on, findings }),
};

type Found = DataOf<ScoreboardEvent, "ScoreboardCorrected">["findings"];

const each = (unit: UnitId, findings: readonly { criterion: Id; finding: Finding }[]): Found =>
  findings.map(({ criterion, finding }) => ({ unit, criterion, finding }));

/** Figures that a review or a correction found, of sheets that are handed in. */
function found(
  { boards }: FiguresKnown,
  { id }: At,
  { on, findings }: { on: CivilDate; findings: Found },
): void {
  for (const { unit, criterion, finding } of findings) {
    const figures = boards.get(id)?.handedIn.get(unit);
    // What is found as it was is in force since before.
    if (finding.kind === "actual" && figures?.get(criterion)?.actual !== finding.actual)
      figures?.set(criterion, { actual: finding.actual, on });
  }
}
