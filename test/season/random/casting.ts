import type { PaperRead } from "../../../src/ballot/paper.ts";
import type { Tally } from "../../../src/ballot/result.ts";
import { addDays } from "../../../src/kernel/time.ts";
import type { UnitId } from "../../../src/vocabulary/unit.ts";
import { ballotIn, type Seen } from "./ballots-seen.ts";
import type { Course } from "./conferences.ts";
import type { Desk, Year } from "./office.ts";

/** How a ballot is voted: the names in the order of favour, and whether the first two are level. */
export type Favour = { order: readonly UnitId[]; isTied: boolean };
export type Group = { papers: number; paper: PaperRead };

export const tellers = { head: { name: "Trưởng" }, members: [{ name: "Một" }, { name: "Hai" }] };

/** A prepared ballot is voted on, from the room to two equal tallies. */
export function cast(desk: Desk, id: string, { course, favour }: { course: Course; favour: Favour }): void {
  // A ballot of a conference that was cancelled is annulled at once.
  if (ballotIn(desk, id)?.status !== "preparing") return;
  comeTogether(desk, id, course);
  askInWriting(desk, id, course);
  desk.send("Ballot", id, { type: "OpenVoting", data: { openedOn: desk.day } });
  const seen = ballotIn(desk, id);
  if (seen?.status !== "voting") return;
  const here = takingPart(seen);
  const groups = groupsOf(seen.terms, favour, here.length);
  const { form } = seen.terms.voting;
  if (form === "rollCall") {
    callOut(desk, id, here, groups);
    return;
  }
  if (form === "secret") {
    for (const unit of here) desk.send("Ballot", id, { type: "IssuePaper", data: { unit } });
    desk.send("Ballot", id, { type: "CountDeposits", data: { deposited: here.length } });
    desk.send("Ballot", id, { type: "CloseBox", data: {} });
    desk.send("Ballot", id, { type: "OpenBox", data: { papers: groups } });
  }
  tally(desk, id, groups);
}

function callOut(desk: Desk, id: string, here: readonly UnitId[], groups: readonly Group[]): void {
  const votes = groups.flatMap(({ papers, paper }) => Array.from({ length: papers }, () => paper));
  for (const [at, unit] of here.entries()) {
    const vote = votes[at] ?? { kind: "blank" as const };
    desk.send("Ballot", id, { type: "RecordCalledVote", data: { unit, vote } });
  }
  desk.send("Ballot", id, { type: "CloseRollCall", data: {} });
}

/** What is voted on at no conference has a room of its own: each unit that comes is checked in. */
function comeTogether(desk: Desk, id: string, { absent }: Course): void {
  const seen = ballotIn(desk, id);
  if (seen?.status !== "preparing" || seen.terms.conference !== undefined) return;
  for (const unit of seen.terms.electors)
    if (!absent.includes(unit)) desk.send("Ballot", id, { type: "CheckIn", data: { unit } });
}

/** Who is absent may be asked in writing. Who is in the room is told by the conference. */
function askInWriting(desk: Desk, id: string, { absent, hasProxy }: Course): void {
  const seen = ballotIn(desk, id);
  if (seen?.status !== "preparing" || !seen.terms.procedure.writtenVotes) return;
  const [first, second] = absent.filter((unit) => seen.terms.electors.includes(unit));
  const writer = hasProxy ? second : first;
  if (writer !== undefined) desk.send("Ballot", id, { type: "ConsultInWriting", data: { unit: writer } });
}

/** Those who take part in a vote that is open, in the order of the electors. */
const takingPart = ({ terms, roll }: Seen): UnitId[] =>
  terms.electors.filter((unit) => roll.get(unit)?.takesPart !== undefined);

/** What so many papers say: all keep the names in favour, or half of them each of two. */
export function groupsOf(
  { nominees, seats }: Pick<Seen["terms"], "nominees" | "seats">,
  { order, isTied }: Pick<Favour, "order" | "isTied">,
  papers: number,
): Group[] {
  const names = [
    ...order.filter((unit) => nominees.includes(unit)),
    ...nominees.filter((unit) => !order.includes(unit)),
  ];
  const keep = (...kept: readonly (UnitId | undefined)[]): PaperRead => ({
    kind: "kept",
    kept: kept.filter((one) => one !== undefined),
  });
  const half = Math.floor(papers / 2);
  if (papers === 0) return [];
  if (!isTied || seats !== 1 || names.length < 2 || half === 0)
    return [{ papers, paper: keep(...names.slice(0, seats)) }];
  const odd: Group[] = papers % 2 === 1 ? [{ papers: 1, paper: { kind: "blank" } }] : [];
  return [{ papers: half, paper: keep(names[0]) }, { papers: half, paper: keep(names[1]) }, ...odd];
}

/** Two tellers count the same. */
export function tally(desk: Desk, id: string, groups: readonly Group[]): void {
  const seen = ballotIn(desk, id);
  if (!seen) return;
  const count = (counts: (paper: PaperRead) => boolean) =>
    groups.reduce((sum, { papers, paper }) => sum + (counts(paper) ? papers : 0), 0);
  const valid = count(() => true);
  const blank = count(({ kind }) => kind === "blank");
  const lines = seen.terms.nominees.map((nominee) => {
    const kept = count((paper) => paper.kind === "kept" && paper.kept.includes(nominee));
    return { nominee, for: kept, against: valid - blank - kept };
  });
  const counted: Tally = { valid, invalid: 0, blank, lines };
  for (const { name } of [tellers.head, tellers.members[0]].flatMap((teller) => teller ?? []))
    desk.send("Ballot", id, { type: "SubmitTally", data: { teller: name, tally: counted } });
}

/** The tellers sign the record, if there is a result. */
export function certify(desk: Desk, id: string, year: Pick<Year, "after">): void {
  const seen = ballotIn(desk, id);
  if (seen?.status !== "decided") return;
  const usual = `${year.after}-01-${desk.day > `${year.after}-01-09` ? "22" : "16"}`;
  const complaintsUntil = desk.day > usual ? addDays(desk.day, 10) : usual;
  const data = { signatories: ["Trưởng", "Một"], certifiedOn: desk.day, complaintsUntil };
  desk.send("Ballot", id, { type: "CertifyBallot", data });
}
