import type { Terms } from "../../../src/ballot/terms.ts";
import { sameHonour } from "../../../src/vocabulary/honour.ts";
import type { UnitId } from "../../../src/vocabulary/unit.ts";
import type { BallotForm } from "../../../src/vocabulary/voting-rules.ts";
import { ballotsOf, electedTo, isSigned, type Purpose, runOffOf, type Seen } from "./ballots-seen.ts";
import { cast, certify, type Favour, tellers } from "./casting.ts";
import { type Course, chairIn } from "./conferences.ts";
import { bylawsIn } from "./founding.ts";
import { activeIn } from "./members.ts";
import { breakOff, objections, voteTwice } from "./objections.ts";
import {
  boardOf,
  certificate,
  conferenceOf,
  type Desk,
  flag,
  heldOn,
  hours,
  january,
  type Luck,
  letter,
  type Year,
} from "./office.ts";
import { pointsIn } from "./scores.ts";

/** One of the matters that a bloc votes on at its conference. */
export type Matter = {
  name: string;
  purpose: Purpose;
  hour: number;
  /** The bloc opens it itself; else it is a round that follows from the one before. */
  own: string | undefined;
  nominees(desk: Desk): UnitId[];
  favour: readonly UnitId[];
};

export const honourOf = (honour: typeof flag | typeof certificate | typeof letter): Purpose => ({
  kind: "honour",
  honour,
});

/** What a bloc votes on: the flag, then certificates among the others, the chair and its deputy. */
export function mattersOf(year: Year): Matter[] {
  const { bloc, season, units, names, luck } = year;
  const all = (desk: Desk) => activeIn(desk, bloc, desk.day);
  const favourOf = (name: string) => luck("favour", name).mixed(names);
  const apart = luck("certificates").has("certificatesApart");
  const again = luck("chair").has("sameChair");
  const [first = ""] = units;
  const others =
    (...honours: Purpose[]) =>
    (desk: Desk) => {
      const elected = honours.flatMap((purpose) => electedTo(desk, year, purpose));
      return all(desk).filter((unit) => !elected.includes(unit));
    };
  const own = (name: string) => `${name}-${bloc}-${season}`;
  const { firstVote, secondVote, thirdVote } = hours;
  return [
    {
      name: "flag",
      purpose: honourOf(flag),
      hour: firstVote,
      own: own("flag"),
      nominees: all,
      favour: favourOf("flag"),
    },
    {
      name: "certificate",
      purpose: honourOf(certificate),
      hour: apart ? firstVote : secondVote,
      own: apart ? own("certificate") : undefined,
      nominees: apart ? all : others(honourOf(flag)),
      // Votes that are held apart mostly want the same unit.
      favour: favourOf(apart && luck("certificates", "favour").happens(0.6) ? "flag" : "certificate"),
    },
    {
      name: "letter",
      purpose: honourOf(letter),
      hour: thirdVote,
      own: undefined,
      nominees: others(honourOf(flag), honourOf(certificate)),
      favour: favourOf("letter"),
    },
    {
      name: "chair",
      purpose: { kind: "chair" },
      hour: firstVote,
      own: own("chair"),
      nominees: (desk) => all(desk).filter((unit) => again || unit !== chairIn(desk, year.rotation)),
      favour: [...(again ? [first] : []), ...favourOf("chair")],
    },
    {
      name: "deputy",
      purpose: { kind: "deputyChair" },
      hour: firstVote,
      own: own("deputy"),
      nominees: all,
      favour: favourOf("deputy"),
    },
  ];
}

/** One matter is voted on, with all that may go wrong in it. */
export function vote(year: Year, course: Course, matter: Matter): void {
  const { luck, on } = year;
  const { name, hour, own, purpose } = matter;
  const about = luck("vote", name);
  const favour: Favour = {
    order: matter.favour,
    isTied: about.has("tie"),
  };
  const form = formOf(about);
  const isWritten = about.has("writtenVotes");
  const isApart = luck("vote", name, "apart").has("votedApart");
  const terms = (desk: Desk) => termsOf(desk, year, matter, { form, isWritten });
  const held = heldOn(year);
  const ofBallot = (of: Terms | undefined) => of && (isApart ? heldIn(of, year.bloc) : of);
  if (own !== undefined) {
    const isPrepared = about.has("prepared");
    on(isPrepared ? january(year, 6) : held, isPrepared ? hour : hours.gathering + 1, name, (desk) =>
      open(desk, own, ofBallot(terms(desk))),
    );
  }
  on(held, hour, name, (desk) => {
    const id = awaiting(desk, year, matter);
    if (id !== undefined) cast(desk, id, { course, favour });
  });
  if (own !== undefined && luck("vote", name, "twice").has("votedTwice"))
    on(held, hours.afterVotes + 1, name, (desk) => voteTwice(desk, year, { course, matter, terms }));
  if (favour.isTied) runOffs(year, course, matter, about);
  if (!breakOff(year, { course, matter, terms })) {
    on(held, hour + 3, name, (desk) => {
      const id = ballotsOf(desk, year, purpose).findLast(({ status }) => status === "decided")?.id;
      if (id !== undefined) certify(desk, id, year);
    });
    objections(year, { course, matter, terms });
  }
  // Most results are final once the time for complaints is over; nobody thinks of the others before February.
  const finalOn = about.has("finalised") ? january(year, 25) : `${year.after}-02-10`;
  on(finalOn, hour, name, (desk) => {
    for (const seen of ballotsOf(desk, year, purpose))
      if (seen.status === "certified" && !isDoubted(seen))
        desk.send("Ballot", seen.id, { type: "FinaliseResult", data: { finalisedOn: desk.day } });
  });
}

/** Whether a complaint about the result has no answer, or was right and nothing has followed. */
const isDoubted = ({ challenges }: Seen) =>
  [...challenges.values()].some(({ answer, remedied }) => !answer || (answer.isUpheld && !remedied));

const formOf = (about: Luck): BallotForm =>
  about.has("showOfHands") ? "showOfHands" : about.has("rollCall") ? "rollCall" : "secret";

/** Of a matter, the ballot that is to be voted on. */
function awaiting(desk: Desk, year: Year, { purpose }: Matter): string | undefined {
  return ballotsOf(desk, year, purpose).findLast(({ status }) => status === "preparing")?.id;
}

export function open(desk: Desk, id: string, terms: Terms | undefined): void {
  if (terms) desk.send("Ballot", id, { type: "OpenBallot", data: terms });
}

/** The same terms at a conference, or at none: then they name the bloc. */
export function heldIn({ conference: _, ...terms }: Terms, bloc: string, conference?: string): Terms {
  return { ...terms, ...(conference === undefined ? { bloc } : { conference }) };
}

/** The terms as the bylaws have them. Nothing is voted on without nominees, or by a bloc that does not meet. */
function termsOf(
  desk: Desk,
  year: Year,
  { purpose, nominees }: Matter,
  { form, isWritten }: { form: BallotForm; isWritten: boolean },
): Terms | undefined {
  const { bloc, season } = year;
  const bylaws = bylawsIn(desk, bloc, heldOn(year));
  const conference = conferenceOf(year);
  const named = nominees(desk);
  if (!bylaws || named.length === 0 || desk.stateOf("Conference", conference).status === "blank")
    return undefined;
  const rule = bylaws.bylaws.honours.find(
    ({ honour }) => purpose.kind === "honour" && sameHonour(honour, purpose.honour),
  );
  return {
    ...{ season, conference, purpose, bylawsVersion: bylaws.version },
    ...{ electors: activeIn(desk, bloc, desk.day), recused: [], nominees: named },
    ...{ seats: Math.min(rule?.seats ?? 1, named.length), voting: { ...bylaws.bylaws.voting, form } },
    method: { kind: "forAndAgainst" },
    procedure: {
      writtenVotes: isWritten && form !== "showOfHands",
      ...{ nomineeTellers: false, recusedInBase: false, blankPapers: "valid" },
    },
    tellers,
    tieData: { scores: pointsIn(desk, boardOf(year)), seniority: [], lotSources: [] },
  };
}

/** A tie is voted on again; some of these votes are void, and held once more. */
function runOffs(
  year: Year,
  course: Course,
  { name, hour, purpose, favour: order }: Matter,
  about: Luck,
): void {
  const { on } = year;
  const held = heldOn(year);
  const favour: Favour = { order, isTied: false };
  const tied = (desk: Desk) =>
    ballotsOf(desk, year, purpose).findLast(({ status }) => status === "undecided");
  on(held, hour + 1, name, (desk) => {
    const parent = tied(desk);
    if (parent?.status !== "undecided") return;
    const { step, round } = parent.ladder;
    desk.send("Ballot", parent.id, { type: "CallRunOff", data: { step, round } });
  });
  on(held, hour + 2, name, (desk) => {
    const parent = tied(desk);
    const runOff = parent && runOffOf(desk, parent.id);
    if (runOff?.status !== "preparing") return;
    cast(desk, runOff.id, { course, favour });
    certify(desk, runOff.id, year);
  });
  if (!about.has("runOffVoid")) return;
  on(held, hour + 2, name, (desk) => {
    const parent = ballotsOf(desk, year, purpose).findLast(({ status }) => status !== "preparing");
    const runOff = parent && runOffOf(desk, parent.id);
    if (!runOff || !isSigned(runOff)) return;
    const data = { ground: "irregularity", reason: "Vi phạm", annulledOn: desk.day } as const;
    desk.send("Ballot", runOff.id, { type: "AnnulBallot", data });
    const id = `${runOff.id}-again`;
    const follows = { kind: "revote", ballot: runOff.id, annulledOn: desk.day } as const;
    open(desk, id, { ...runOff.terms, follows });
    cast(desk, id, { course, favour: { ...favour, order: [...order].reverse() } });
    certify(desk, id, year);
  });
}
