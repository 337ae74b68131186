import type { BallotEvent } from "../ballot/messages.ts";
import type { ChairRotationCommand, ChairRotationEvent } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Addressed } from "../process/messages.ts";
import { type Process, process } from "../process/pure-process.ts";
import { nextSeason, type Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { SeasonEvent } from "./messages.ts";

/** In the language of the documents, because the reason is stored and printed with them. */
const recounted = "Kết quả kiểm phiếu đã được xác nhận lại sau khi kiểm phiếu lại";

type Certified = DataOf<BallotEvent, "BallotCertified">;

/** Whom a ballot elects to an office of a bloc, by its last record. */
type Result = {
  ballot: Id;
  bloc: Id;
  season: Season;
  office: "chair" | "deputy";
  unit: UnitId;
  conference: Id;
  certifiedOn: CivilDate;
};

type Results = ReadonlyMap<Id, Result>;

/** The results in the order in which they were certified, the bloc of each conference, and that of the rotation. */
type OfficeElected = { results: Map<Id, Result>; blocs: Map<Id, Id>; bloc: Id | undefined };

/** Who is elected in a season. A deputy who is elected as the chair, too, is the chair. */
type Elected = { chair?: Result | undefined; deputy?: Result | undefined };

/** Why something is otherwise than before, and since when; `day` is that of the result itself unless given. */
type Cause = {
  season: Season;
  day?: CivilDate;
  code: "annulled" | "recounted";
  reason: string;
  note?: string;
};

/**
 * The bloc elects at the conference of a season; the elected units are designated for the next season, in whatever order
 * their ballots are certified. What a ballot has led to is taken back when it is annulled, or certified anew with another
 * result. The bloc of a ballot is that of its conference, and the rotation is asked once it is opened for that bloc.
 */
export function designateElected({ rotation }: { rotation: Id }): Process<OfficeElected, SeasonEvent> {
  const toRotation = (commands: readonly ChairRotationCommand[]): Addressed[] =>
    commands.map((command) => ({ aggregate: "ChairRotation", id: rotation, command }));
  return process<OfficeElected, SeasonEvent>({
    name: `designate-elected:${rotation}`,
    version: 1,
    initialState: { results: new Map(), blocs: new Map(), bloc: undefined },
    evolve: {
      ConferenceConvened({ blocs }, { bloc }, { id }) {
        blocs.set(id, bloc);
      },
      RotationOpened(state, { bloc }, { id }) {
        if (id === rotation) state.bloc = bloc;
      },
      BallotCertified({ results, blocs }, data, { id }) {
        certify(results, blocs, { ...data, id });
      },
      BallotAnnulled({ results }, _, { id }) {
        results.delete(id);
      },
    },
    want: {
      RotationOpened: ({ results }, opening, { id }) =>
        id === rotation ? toRotation(electedBefore(results, opening)) : [],
      BallotCertified: (state, data, { id }) => toRotation(afterCertified(state, { ...data, id })),
      BallotAnnulled: (state, data, { id }) => toRotation(afterAnnulled(state, { ...data, id })),
    },
  });
}

/** Who was elected before the rotation was opened, for a term that has not begun by then. */
function electedBefore(
  results: Results,
  { bloc, calendar, chair }: DataOf<ChairRotationEvent, "RotationOpened">,
): ChairRotationCommand[] {
  const seasons = new Set([...results.values()].map(({ season }) => season));
  return [...seasons].flatMap((season) => {
    const term = nextSeason(season);
    const isComing = term > calendar.term || (term === calendar.term && chair === undefined);
    // Nothing has been asked of it yet, so nothing is taken back.
    const cause = { season, code: "recounted", reason: recounted } as const;
    return isComing ? difference({}, electedIn(results, { bloc, season }), cause) : [];
  });
}

function afterCertified(
  { results, blocs, bloc }: OfficeElected,
  data: Certified & { id: Id },
): ChairRotationCommand[] {
  if (bloc === undefined) return [];
  const { id, season, certifiedOn: day } = data;
  const after = new Map(results);
  certify(after, blocs, data);
  const cause = { season, day, code: "recounted", reason: recounted } as const;
  const is = electedIn(after, { bloc, season });
  const own = after.get(id);
  // Of two results the first one counts. The rotation refuses the second, so that people learn of it.
  const isSecond = own?.bloc === bloc && own.office === "chair" && own.unit !== is.chair?.unit;
  return [
    ...difference(electedIn(results, { bloc, season }), is, cause),
    ...(isSecond ? difference({}, { chair: own }, cause) : []),
  ];
}

function afterAnnulled(
  { results, bloc }: OfficeElected,
  { id, annulledOn: day, reason }: DataOf<BallotEvent, "BallotAnnulled"> & { id: Id },
): ChairRotationCommand[] {
  const { season } = results.get(id) ?? {};
  if (bloc === undefined || season === undefined) return [];
  const after = new Map(results);
  after.delete(id);
  const cause = { season, day, code: "annulled", reason, note: reason } as const;
  return difference(electedIn(results, { bloc, season }), electedIn(after, { bloc, season }), cause);
}

/** Remembers whom a ballot elects. A run-off elects nobody: the ballot that called it does, once it is certified. */
function certify(
  results: Map<Id, Result>,
  blocs: ReadonlyMap<Id, Id>,
  { id: ballot, purpose, season, conference, outcome, follows, certifiedOn }: Certified & { id: Id },
): void {
  const bloc = conference === undefined ? undefined : blocs.get(conference);
  if (conference === undefined || bloc === undefined || follows?.kind === "runOff") return;
  if (purpose.kind !== "chair" && purpose.kind !== "deputyChair") return;
  const [unit] = outcome.elected;
  const office = purpose.kind === "chair" ? "chair" : "deputy";
  if (unit === undefined) results.delete(ballot);
  else results.set(ballot, { ballot, bloc, season, office, unit, conference, certifiedOn });
}

/** Who is elected, by the ballot that was certified first where there are two for one office. */
function electedIn(results: Results, { bloc, season }: { bloc: Id; season: Season }): Elected {
  const all = [...results.values()].filter((one) => one.bloc === bloc && one.season === season);
  const chair = all.find(({ office }) => office === "chair");
  const deputy = all.find(({ office }) => office === "deputy");
  return { chair, deputy: deputy?.unit === chair?.unit ? undefined : deputy };
}

/**
 * What brings the rotation from one result to another: nothing where they say the same. Chair and deputy are asked for
 * apart, so that a deputy who cannot serve costs nobody the chair.
 */
const difference = (was: Elected, is: Elected, cause: Cause): ChairRotationCommand[] => [
  ...chairDifference(was.chair, is.chair, cause),
  ...deputyDifference(was.deputy, is, cause),
];

function chairDifference(was: Result | undefined, is: Result | undefined, cause: Cause) {
  const { code, note, season } = cause;
  const term = nextSeason(season);
  const commands: ChairRotationCommand[] = [];
  if (was?.unit === is?.unit) return commands;
  if (was) {
    const undesignatedOn = cause.day ?? was.certifiedOn;
    const data = { term, chair: was.unit, code, undesignatedOn, ...(note !== undefined && { note }) };
    commands.push({ type: "UndesignateChair", data });
  }
  if (is) commands.push({ type: "DesignateChair", data: { term, chair: is.unit, ...choice(is, cause) } });
  return commands;
}

function deputyDifference(
  was: Result | undefined,
  { chair, deputy: is }: Elected,
  cause: Cause,
): ChairRotationCommand[] {
  const term = nextSeason(cause.season);
  if (was?.unit === is?.unit) return [];
  if (is) return [{ type: "DesignateDeputy", data: { term, deputy: is.unit, ...choice(is, cause) } }];
  // The rotation itself leaves out a deputy who is designated as the chair.
  if (!was || was.unit === chair?.unit) return [];
  const { unit: deputy, certifiedOn } = was;
  const data = { term, deputy, releasedOn: cause.day ?? certifiedOn, reason: cause.reason };
  return [{ type: "ReleaseDeputy", data }];
}

const choice = ({ conference, ballot, certifiedOn }: Result, { day }: Cause) => ({
  basis: { kind: "conference" as const, conference, ballot },
  designatedOn: day ?? certifiedOn,
});
