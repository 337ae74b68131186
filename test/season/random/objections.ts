import type { Terms } from "../../../src/ballot/terms.ts";
import { heldIn, type Matter, open } from "./ballots.ts";
import { ballotIn, ballotsOf, isSigned, lastSigned, type Seen } from "./ballots-seen.ts";
import { cast, certify, groupsOf, tally } from "./casting.ts";
import { type Course, close, holdAt, meetAgain } from "./conferences.ts";
import { conferenceOf, type Desk, heldOn, hours, january, type Year } from "./office.ts";

type Voted = { course: Course; matter: Matter; terms(desk: Desk): Terms | undefined };

/**
 * What becomes of a result: it is counted again, annulled and mostly voted again, or a complaint about it is dismissed or
 * left open. It happens before the next round is voted, after all votes, or three days after the close.
 */
export function objections(year: Year, voted: Voted): void {
  const { luck, on } = year;
  const { name, hour, purpose } = voted.matter;
  const about = luck("objection", name);
  const held = heldOn(year);
  const [day, from] = about.one([
    [held, hour + 4],
    [held, hour + 4],
    [held, hours.afterVotes],
    [january(year, 12), hours.firstVote],
  ] as const);
  // What is recorded late is dated before what others did meanwhile.
  const isLate = about.has("recordedLate") && day !== held;
  const happenedOn = isLate ? january(year, 10) : day;
  const result = (desk: Desk) => {
    const seen = lastSigned(desk, year, purpose);
    return seen?.status === "certified" ? seen : undefined;
  };
  // The authority voids a result from outside, when it is final and honours are conferred on it.
  if (luck("overruling", name).has("overruled"))
    on(`${year.after}-03-25`, hours.firstVote, name, (desk) => {
      const seen = lastSigned(desk, year, purpose);
      if (seen?.status === "final") annul(desk, seen, "authority");
    });
  if (about.has("recount")) {
    on(day, from, name, (desk) =>
      recount(
        { ...desk, day: happenedOn },
        year,
        result(desk),
        luck("favour", name, "recount").mixed(year.names),
      ),
    );
    return;
  }
  if (about.has("annulled")) {
    const ground = about.one(["challengeUpheld", "irregularity", "authority"] as const);
    on(day, from, name, (desk) => annul({ ...desk, day: happenedOn }, result(desk), ground));
    const isMet = about.has("extraordinary");
    const meets = isMet && day !== held;
    // One conference is for all that is voted on again that day. Whoever is first opens and closes it: that has an order.
    if (about.has("revoted"))
      on(day, from + 1, meets ? "extraordinary" : name, (desk) => voteAgain(desk, year, voted, meets));
    return;
  }
  if (luck("remedy", name).has("remedyMissing")) {
    on(day, from, name, (desk) => {
      const seen = result(desk);
      if (seen) uphold({ ...desk, day: happenedOn }, seen, "unremedied");
    });
    return;
  }
  const isDismissed = about.has("complaintDismissed");
  if (isDismissed && name === "chair" && luck("answer").has("answeredLate")) answerLate(year, voted, result);
  else if (isDismissed || about.has("complaintOpen"))
    on(isDismissed ? day : held, isDismissed ? from : hour + 4, name, (desk) => {
      const seen = result(desk);
      if (!seen) return;
      complain(desk, seen, "complaint-doubt");
      const answer = { challenge: "complaint-doubt", reason: "Không có cơ sở", decidedOn: desk.day };
      if (isDismissed) desk.send("Ballot", seen.id, { type: "DismissChallenge", data: answer });
    });
}

/**
 * A complaint about the chair is dismissed long after the close, when the rotation has no handover any more. Mostly the
 * authority voids the vote then all the same, and the bloc votes again.
 */
function answerLate(year: Year, voted: Voted, result: (desk: Desk) => Seen | undefined): void {
  const { luck, on, after } = year;
  const { name, hour } = voted.matter;
  const about = luck("answer", "late");
  const isVoid = about.has("revoted");
  on(heldOn(year), hour + 4, name, (desk) => {
    const seen = result(desk);
    if (seen) complain(desk, seen, "doubt");
  });
  on(`${after}-05-10`, hours.firstVote, name, (desk) => {
    const seen = result(desk);
    const data = { challenge: "doubt", reason: "Không có cơ sở", decidedOn: desk.day };
    if (seen) desk.send("Ballot", seen.id, { type: "DismissChallenge", data });
  });
  if (!isVoid) return;
  on(`${after}-05-12`, hours.firstVote, name, (desk) => annul(desk, result(desk), "authority"));
  on(`${after}-05-14`, hours.firstVote, name, (desk) => voteAgain(desk, year, voted, true));
}

/** A vote on an office is annulled before its record is signed, and mostly held again. */
export function breakOff(year: Year, voted: Voted): boolean {
  const { luck, on } = year;
  const { name, hour, purpose } = voted.matter;
  const about = luck("broken off", name);
  if ((name !== "chair" && name !== "deputy") || !about.has("brokenOff")) return false;
  on(heldOn(year), hour + 3, name, (desk) => {
    const seen = ballotsOf(desk, year, purpose).at(-1);
    if (!seen || isSigned(seen) || seen.status === "annulled") return;
    const data = { ground: "irregularity" as const, reason: "Vi phạm quy chế", annulledOn: desk.day };
    desk.send("Ballot", seen.id, { type: "AnnulBallot", data });
  });
  if (about.has("revoted")) on(heldOn(year), hour + 4, name, (desk) => voteAgain(desk, year, voted, false));
  return true;
}

function complain(desk: Desk, { id, terms: { electors } }: Seen, challenge: string): void {
  const [challenger = ""] = electors;
  const data = { challenge, challenger, ground: "Nghi ngờ kết quả", raisedOn: desk.day };
  desk.send("Ballot", id, { type: "ChallengeResult", data });
}

function uphold(desk: Desk, seen: Seen, challenge: string): void {
  complain(desk, seen, challenge);
  const data = { challenge, reason: "Khiếu nại đúng", decidedOn: desk.day };
  desk.send("Ballot", seen.id, { type: "UpholdChallenge", data });
}

/** A complaint is right, and the votes are counted again, mostly with another result. */
function recount(desk: Desk, year: Year, seen: Seen | undefined, order: readonly string[]): void {
  if (!seen || !("reading" in seen.voting)) return;
  const { id, voting, terms } = seen;
  uphold(desk, seen, "complaint-recount");
  const reading = voting.reading + 1;
  const papers = voting.form === "secret" ? (voting.deposited ?? 0) : Math.max(...handsIn(seen));
  const groups = groupsOf(terms, { order, isTied: false }, papers);
  if (voting.form === "secret")
    desk.send("Ballot", id, {
      type: "RecountPapers",
      data: { reading, papers: groups, reason: "Kiểm phiếu lại" },
    });
  else desk.send("Ballot", id, { type: "RetakeHands", data: { reading } });
  tally(desk, id, groups);
  certify(desk, id, year);
}

/** How many hands there were, by the tallies. */
const handsIn = ({ terms, roll }: Seen): number[] => [
  terms.electors.filter((unit) => roll.get(unit)?.takesPart !== undefined).length,
];

function annul(
  desk: Desk,
  seen: Seen | undefined,
  ground: "challengeUpheld" | "irregularity" | "authority",
): void {
  if (!seen) return;
  if (ground === "challengeUpheld") uphold(desk, seen, "complaint-annulment");
  const data = { ground, reason: "Vi phạm quy chế", annulledOn: desk.day };
  desk.send("Ballot", seen.id, { type: "AnnulBallot", data });
}

/** The bloc votes again on what was annulled: those who were there, or all of a day at a conference for it alone. */
function voteAgain(desk: Desk, year: Year, { course, matter, terms }: Voted, isMet: boolean): void {
  const before = ballotsOf(desk, year, matter.purpose).findLast(({ status }) => status === "annulled");
  if (before?.status !== "annulled") return;
  const { annulledOn } = before.annulment;
  const id = `again-${matter.name}-${year.bloc}-${year.season}`;
  const anew = terms(desk);
  if (!anew || ballotIn(desk, id)) return;
  // While the conference is open the bloc votes again there; after it, at another one or at none.
  const conference = isMet ? meetAgain(desk, year, id) : holdAt(desk, conferenceOf(year), id);
  const follows = { kind: "revote" as const, ballot: before.id, annulledOn };
  open(desk, id, { ...heldIn(anew, year.bloc, conference), follows });
  const order = year.luck("favour", matter.name, "again").mixed(year.names);
  cast(desk, id, { course, favour: { order, isTied: false } });
  certify(desk, id, year);
  if (isMet && conference !== undefined) close(desk, conference);
}

/** A ballot that repeats another one, and does not say so: nobody knows then which of the two was meant. */
export function voteTwice(desk: Desk, year: Year, { course, matter, terms }: Voted): void {
  const { name, purpose } = matter;
  const anew = lastSigned(desk, year, purpose) && terms(desk);
  if (!anew) return;
  const id = `second-${name}-${year.bloc}-${year.season}`;
  open(desk, id, heldIn(anew, year.bloc, holdAt(desk, conferenceOf(year), id)));
  const order = year.luck("favour", name, "twice").mixed(year.names);
  cast(desk, id, { course, favour: { order, isTied: false } });
  certify(desk, id, year);
}
