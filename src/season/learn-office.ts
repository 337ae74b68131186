import { type Basis, termNumber } from "../chair-rotation/messages.ts";
import { asItIs } from "../kernel/changing.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import {
  type ChairsKnown,
  type Custody,
  isDecision,
  ofBloc,
  type RotationKnown,
  type Seat,
  startOf,
} from "./chairs-known.ts";
import { namedIn } from "./chosen-chairs.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { chosenBy, depute, notBegun, passedOn } from "./decided-terms.ts";
import { othersAfter } from "./due-seats.ts";
import type { SeasonEvent } from "./messages.ts";
import { heldIn, lastDeputy, voteFor } from "./office-known.ts";

// What people record in a rotation: who is in the chair, whom they designate or decide against, and where the flag is.

type Learn = ClaimingSpec<ChairsKnown, SeasonEvent>["evolve"];

/** Who is in the chair, as people record it. */
export function learnOfOffice(): Learn {
  return {
    RotationOpened(facts, { bloc, chair, deputy, flag, calendar, policy }, { id }) {
      const on = calendar.startsOn;
      const first: Seat[] =
        chair === undefined
          ? []
          : [{ term: calendar.term, number: 0, chair, on, by: "decision", isOpening: true }];
      const keeper =
        chair === undefined ? { kind: "issuer" as const } : { kind: "unit" as const, unit: chair };
      ofBloc(facts, bloc)?.rotations.add(id);
      facts.rotations.set(id, {
        bloc,
        calendar,
        policies: [{ from: 0, policy }],
        ends: new Map(),
        named: new Map(),
        deputed: new Map(deputy === undefined ? [] : [[calendar.term, { unit: deputy }]]),
        aside: new Map(),
        suspended: new Map(),
        seats: first,
        ...(flag && { flag: { ...keeper, since: on } }),
        // A rotation without a chair has done nothing yet.
        lastOn: chair === undefined ? "" : on,
      });
    },
    RotationPolicyAdopted({ rotations }, { term, policy }, { id }) {
      const rotation = rotations.get(id);
      const from = rotation && termNumber(rotation.calendar, term);
      if (rotation && from !== undefined)
        rotation.policies = [...rotation.policies, { from, policy }].toSorted((a, b) => a.from - b.from);
    },
    TermEndChanged({ rotations }, { term, endsOn }, { id }) {
      const rotation = rotations.get(id);
      const number = rotation && termNumber(rotation.calendar, term);
      if (number !== undefined) rotation?.ends.set(number, endsOn);
    },
    UnitSuspendedFromRotation({ rotations }, { unit, suspendedOn: from }, { id }) {
      rotations.get(id)?.suspended.set(unit, { from });
    },
    UnitReinstatedInRotation({ rotations }, { unit, reinstatedOn }, { id }) {
      const spell = rotations.get(id)?.suspended.get(unit);
      if (spell) spell.until = reinstatedOn;
    },
    RotationClosed: ({ rotations }, { closedOn }, { id }) => done(rotations.get(id), closedOn, { closedOn }),
    ChairHandedOver(facts, { term, to: chair, deputy, handedOverOn: on, flag }, { id }) {
      const rotation = facts.rotations.get(id);
      if (!rotation) return;
      begin(facts, id, { term, chair, on, by: byDesignation(facts, id, { term, chair }) });
      if (flag) rotation.flag = { kind: "unit", unit: chair, since: on };
      if (deputy !== undefined) depute(facts, id, { term, unit: deputy });
    },
    ChairInstalled(facts, { term, chair, deputy, installedOn: on, basis }, { id }) {
      // Who is known to have left or to be suspended had taken the chair: that is why another one can be installed.
      const { seat, holder } = heldIn(asItIs(facts), id, on) ?? {};
      if (seat?.chair !== undefined && holder === undefined) flagStays(facts.rotations.get(id), term);
      begin(facts, id, { term, chair, on, by: byBasis(basis) });
      if (deputy !== undefined) depute(facts, id, { term, unit: deputy });
    },
    VacantTermBegun: (facts, { term, begunOn: on }, { id }) => begin(facts, id, { term, on }),
    TermVacated(facts, { term, from, unit }, { id }) {
      const rotation = facts.rotations.get(id);
      if (unit !== undefined && isWholeTerm(rotation, { term, from }))
        return passedOn(facts, id, { term, unit });
      // That of a coming term keeps whose turn it is about; that of a running one is proof that the term has begun.
      if (unit === undefined) flagStays(rotation, term);
      const seat = rotation?.seats.at(-1);
      if (!rotation || seat?.term !== term) return;
      const { chair, ...rest } = seat;
      const spent = spentVote(facts, id, chair);
      rotation.seats = [...rotation.seats.slice(0, -1), { ...rest, vacantFrom: from, ...spent }];
      done(rotation, from);
    },
    ActingChairAppointed({ rotations }, { term, unit, from }, { id }) {
      const rotation = rotations.get(id);
      flagStays(rotation, term);
      done(rotation, from, { acting: unit });
    },
    ActingChairEnded({ rotations }, { endedOn }, { id }) {
      const rotation = rotations.get(id);
      if (rotation) delete rotation.acting;
      done(rotation, endedOn);
    },
  };
}

/** A term begins, or its chair is taken anew, as people record it. What was asked for instead has not come about. */
function begin(
  facts: ChairsKnown,
  id: Id,
  { term, chair, on, by }: Pick<Seat, "term" | "chair" | "on" | "by">,
) {
  const rotation = facts.rotations.get(id);
  const number = rotation && termNumber(rotation.calendar, term);
  if (!rotation || number === undefined) return;
  const known = rotation.seats.find((one) => one.term === term);
  const chosen = known?.chosen ?? chosenBy(facts, id, term);
  const seat: Seat = {
    term,
    number,
    on,
    ...(known && { begunOn: known.begunOn ?? known.on }),
    ...(!known && othersAfter(asItIs(facts), id, on)),
    ...(chair !== undefined && { chair }),
    ...(chosen && { chosen }),
    ...(by && { by }),
    ...(known?.spent !== undefined && { spent: known.spent }),
    ...(chair === undefined && { vacantFrom: on }),
  };
  if (!known) keepDeputy(facts, id);
  notBegun(rotation, term);
  rotation.seats = [...rotation.seats.filter((one) => one.number < number), seat];
  delete rotation.acting;
  done(rotation, on);
}

/** By what a chair was installed. Minutes alone are what people agreed on. */
function byBasis(basis: Basis): NonNullable<Seat["by"]> {
  if (isDecision(basis)) return "decision";
  return basis.ballot !== undefined ? "vote" : "agreement";
}

/** By what a chair was designated that takes over; without a designation people passed the turn on. */
function byDesignation(
  facts: ChairsKnown,
  id: Id,
  { term, chair }: { term: string; chair: string },
): NonNullable<Seat["by"]> {
  const known = asItIs(facts);
  const rotation = known.rotations.get(id);
  const named = rotation && namedIn(known, rotation, term);
  if (named?.unit === chair) return byBasis(named.basis);
  const chosen = rotation?.seats.find((one) => one.term === term)?.chosen ?? chosenBy(facts, id, term);
  return chosen?.key !== undefined && chosen.unit === chair ? "vote" : "decision";
}

/** People took the winner of the vote in force out of the chair. */
function spentVote(facts: ChairsKnown, id: Id, chair: string | undefined): Pick<Seat, "spent"> {
  const vote = voteFor(asItIs(facts), id);
  return chair !== undefined && vote?.elected === chair ? { spent: vote.key } : {};
}

/** The deputy of the term that ends stays as it is. */
export function keepDeputy(facts: ChairsKnown, id: Id): void {
  const rotation = facts.rotations.get(id);
  const seat = rotation?.seats.at(-1);
  if (!rotation || !seat || seat.deputy) return;
  const deputy = lastDeputy(asItIs(facts), id);
  if (deputy) rotation.seats = [...rotation.seats.slice(0, -1), { ...seat, deputy }];
}

export function done(
  rotation: RotationKnown | undefined,
  on: CivilDate,
  told: Partial<RotationKnown> = {},
): void {
  if (rotation) Object.assign(rotation, told, { lastOn: laterOf(on, rotation.lastOn) });
}

/** Whether nobody takes a term, and not the rest of it only. */
function isWholeTerm(rotation: RotationKnown | undefined, { term, from }: { term: string; from: CivilDate }) {
  const number = rotation && termNumber(rotation.calendar, term);
  return number !== undefined && rotation && from <= (startOf(rotation, number) ?? from);
}

export function learnOfFlag(): Learn {
  return {
    FlagReceived: ({ rotations }, { to, receivedOn }, { id }) => flagTold(rotations.get(id), receivedOn, to),
    FlagLost: ({ rotations }, { lostOn }, { id }) => flagTold(rotations.get(id), lostOn, { kind: "lost" }),
    FlagFound: ({ rotations }, { to, foundOn }, { id }) => flagTold(rotations.get(id), foundOn, to),
    FlagReplaced: ({ rotations }, { to, flag }, { id }) => flagTold(rotations.get(id), flag.issuedOn, to),
  };
}

/** Where people say that the flag is, it is, whether or not what was asked for before has come about. */
function flagTold(rotation: RotationKnown | undefined, on: CivilDate, to: Custody): void {
  flagStays(rotation);
  done(rotation, on, { flag: { ...to, since: on } });
}

/** The handover of a term has come about, or people tell of the flag: nothing puts it back where it was before. */
function flagStays(rotation: RotationKnown | undefined, term?: string): void {
  if (!rotation) return;
  rotation.seats = rotation.seats.map((seat) => {
    if (!seat.asked?.flag || (term !== undefined && seat.term !== term)) return seat;
    const { flag: _, ...asked } = seat.asked;
    return { ...seat, asked };
  });
}
