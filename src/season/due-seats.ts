import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { Season } from "../vocabulary/season.ts";
import { inSeason } from "./by-season.ts";
import {
  type ChairsKnown,
  type Choice,
  isComing,
  isDecision,
  type MeetingKnown,
  type RotationKnown,
  rotationsFor,
  type Seat,
  termAfter,
} from "./chairs-known.ts";
import { type Asked, againstVote, namedIn, seasonsFor, votedChair } from "./chosen-chairs.ts";
import { freeFrom, type Hindrance, hindranceOn } from "./handover-days.ts";
import { flagBy, heldIn } from "./office-known.ts";
import { canServe, goneOn, lastVoteOn, policiesIn, todayIn } from "./office-votes.ts";
import type { BallotKnown, ComplaintKnown } from "./results-known.ts";

/** Who is to take the chair of a coming term, and why it has not come to that. */
export type Awaited = {
  choice: Choice;
  /** The conference that chose, once it is closed. */
  closed?: MeetingKnown & { closedOn: CivilDate };
  /** The complaint that holds the handover. */
  held?: ComplaintKnown;
  /** The first day on which the unit can take the chair; absent while it cannot. */
  readyOn?: CivilDate;
  /** Why the rotation would refuse the handover on that day. */
  hindrance?: Hindrance;
  /**
   * It waits for people to record it: by the bylaws, because a decision after the close names no day for it, or because what
   * was agreed on stands beside a vote that elected another unit, and that holds no more.
   */
  isByHand: boolean;
};

/** Who is to take the chair of each coming term, in the order of the terms. */
export function awaitedSeats(facts: ChairsKnown, id: Id): Awaited[] {
  const rotation = facts.rotations.get(id);
  if (!rotation || rotation.closedOn !== undefined) return [];
  return choicesOf(facts, id, rotation)
    .map((choice) => ({ choice, number: termAfter(rotation.calendar, choice.season)?.number ?? 0 }))
    .toSorted((a, b) => a.number - b.number)
    .map(({ choice, number }) => awaitedBy(facts, { id, rotation, number }, choice));
}

/** Whom the vote chose for each coming term, else whom people named; not whom people decided against. */
function choicesOf(facts: ChairsKnown, id: Id, rotation: RotationKnown): Choice[] {
  const { bloc, aside, calendar } = rotation;
  const isAsked: Asked = (term) => isComing(rotation, term ?? { number: 0 });
  return seasonsChosenIn(facts, id, rotation, isAsked).flatMap((season) => {
    const term = termAfter(calendar, season)?.term;
    const byHand = term === undefined ? undefined : namedIn(facts, rotation, term);
    const voting = { rotation: id, bloc, season };
    if (byHand?.isVoid || byHand?.isPassed || againstVote(facts, voting)) return [];
    const choice = votedChair(facts, voting);
    if (term !== undefined && byHand && choice?.unit !== rotation.named.get(term)?.unit) {
      const { unit, basis, namedOn: chosenOn, decision } = byHand;
      const votedOn = decision ? undefined : lastVoteOn(facts, { ...voting, office: "chair" });
      return [{ season, term, unit, basis, chosenOn, ...(votedOn !== undefined && { votedOn }) }];
    }
    return choice && !aside.has(choice.key ?? "") ? [choice] : [];
  });
}

/** The seasons whose vote or conference is for this rotation and for no other, in their order. */
export function seasonsChosenIn(
  facts: ChairsKnown,
  id: Id,
  rotation: RotationKnown,
  isAsked: Asked = () => true,
): Season[] {
  const voted = seasonsFor(facts, id, rotation, isAsked);
  return [...new Set([...voted, ...seasonsMet(facts, id, rotation, isAsked)])].sort();
}

const seasonsMet = (
  facts: ChairsKnown,
  id: Id,
  { bloc, calendar }: RotationKnown,
  isAsked: Asked,
): Season[] =>
  [...(facts.seasons.get(bloc) ?? [])].flatMap(([season, { meetings }]) =>
    isAsked(termAfter(calendar, season)) &&
    meetings.size > 0 &&
    rotationsFor(facts, bloc, season).join() === id
      ? [season]
      : [],
  );

function awaitedBy(
  facts: ChairsKnown,
  of: { id: Id; rotation: RotationKnown; number: number },
  choice: Choice,
): Awaited {
  const { bloc } = of.rotation;
  const closed = closeFor(facts, bloc, choice);
  const ballot = choice.key === undefined ? undefined : ballotOf(facts, choice);
  const complaints = ballot ? [...ballot.complaints.values()] : [];
  // Bylaws that come into force after the close change nothing of its handover (C32).
  const { complaintHoldsHandover, handover } = policiesIn(facts, bloc, closed?.closedOn);
  const held = complaintHoldsHandover ? complaints.find(isOpen) : undefined;
  const isLate = choice.key === undefined && choice.chosenOn > (closed?.closedOn ?? "");
  const { votedOn } = choice;
  const isByHand = isLate || votedOn !== undefined || handover === "byHand";
  if (!closed) return { choice, isByHand, ...(held && { held }) };
  const answered = complaints.reduce(
    (day, { upheldOn = "", dismissedOn = "" }) => laterOf(laterOf(day, upheldOn), dismissedOn),
    laterOf(laterOf(closed.closedOn, choice.chosenOn), votedOn),
  );
  const on = laterOf(answered, freeFrom(of));
  const readyOn = serviceFrom(facts, bloc, { choice, on });
  const awaited = { choice, closed, isByHand, ...(held && { held }) };
  if (readyOn === undefined) return awaited;
  const hindrance = hindranceOn(facts, of, readyOn);
  return { ...awaited, readyOn, ...(hindrance && { hindrance }) };
}

const ballotOf = ({ results }: ChairsKnown, { basis }: Choice): BallotKnown | undefined =>
  basis.kind === "document" ? undefined : results.ballots.get(basis.ballot ?? "");

/** A complaint is open until it is dismissed, or upheld and its remedy has come. */
const isOpen = ({ dismissedOn, isRemedied }: ComplaintKnown): boolean =>
  dismissedOn === undefined && isRemedied === undefined;

/** The close of the conference that chose; where none did, the first close of a conference that reviews the season. */
function closeFor(facts: ChairsKnown, bloc: Id, { basis, season }: Choice): Awaited["closed"] {
  const own = basis.kind === "conference" ? [facts.meetings.get(basis.conference)] : undefined;
  const met = () => [...(inSeason(facts.seasons, { bloc, season })?.meetings ?? [])];
  const all = own ?? met().map((id) => facts.meetings.get(id));
  const closed = all.flatMap((one) =>
    one?.closedOn !== undefined && !one.isMidTerm ? [{ ...one, closedOn: one.closedOn }] : [],
  );
  return closed.toSorted((a, b) => byCodePoints(a.closedOn, b.closedOn))[0];
}

/** The first day from that day on on which a unit is a member that takes part, by what is known. */
function serviceFrom(
  facts: ChairsKnown,
  bloc: Id,
  { choice, on }: { choice: Choice; on: CivilDate },
): CivilDate | undefined {
  const { unit } = choice;
  const gone = goneOn(facts, bloc, choice);
  if (gone !== undefined && gone <= on) return undefined;
  if (canServe(facts, bloc, { unit, on })) return on;
  const suspensions = facts.members.blocs.get(bloc)?.members.get(unit)?.suspensions ?? [];
  const today = todayIn(facts, bloc);
  return suspensions
    .flatMap(({ until }) => (until !== undefined && until > on && until <= today ? [until] : []))
    .find((day) => canServe(facts, bloc, { unit, on: day }));
}

/** The term that is to begin next by the handover of a chair, if all that it waits for has come. */
export function dueSeat(facts: ChairsKnown, id: Id): { seat: Seat; takesFlag: boolean } | undefined {
  const rotation = facts.rotations.get(id);
  if (!rotation) return undefined;
  const due = awaitedSeats(facts, id).find(
    (one) => one.readyOn !== undefined && !one.held && !one.isByHand && !one.hindrance,
  );
  if (!due) return undefined;
  const { choice, closed, readyOn: on = "" } = due;
  const next = termAfter(rotation.calendar, choice.season);
  if (!next || !closed) return undefined;
  const { place, condition } = closed;
  const { holder: outgoing, acting } = heldIn(facts, id, on) ?? {};
  const others = othersAfter(facts, id, on);
  const flag = flagBy(facts, rotation, on);
  const law = lawOf(rotation, { number: next.number, outgoing, unit: choice.unit });
  const { season, unit: chair } = choice;
  const stated = condition === undefined ? {} : { condition };
  const asked = { law, season, place, ...stated, ...(rotation.flag && { flag: rotation.flag }) };
  // Where a term has not begun before it, only who held the chair gives the flag, and not who acts for it.
  const giver = law === "C14t" ? outgoing : (outgoing ?? acting);
  const takesFlag = flag?.kind === "unit" && flag.unit === giver && giver !== chair;
  const by = choice.key !== undefined ? "vote" : isDecision(choice.basis) ? "decision" : "agreement";
  return { seat: { ...next, chair, on, asked, chosen: choice, ...others, by }, takesFlag };
}

/** The day on which somebody came into the office who was not in it on the day on which a next term begins. */
export function othersAfter(facts: ChairsKnown, id: Id, on: CivilDate): Pick<Seat, "others"> {
  const since = heldIn(facts, id)?.since ?? "";
  return since > on ? { others: since } : {};
}

/** The command by which who was chosen takes the chair. */
export function seatingOf(
  { choice: { term, unit: chair, basis } }: Awaited,
  { place, condition }: MeetingKnown,
  seatedOn: CivilDate,
): ChairRotationCommand {
  const stated = condition === undefined ? {} : { condition };
  return { type: "SeatChair", data: { term, chair, seatedOn, basis, place, ...stated } };
}

/** C14t: a term before it never began; C15: nobody is in the chair, or the same unit; C14: the chair is handed over. */
function lawOf(
  { seats }: RotationKnown,
  { number, outgoing, unit }: { number: number; outgoing: string | undefined; unit: string },
): string {
  // A rotation without a chair is in its first term.
  const running = seats.at(-1)?.number ?? Math.min(0, number - 1);
  if (running !== number - 1) return "C14t";
  return outgoing === undefined || outgoing === unit ? "C15" : "C14";
}
