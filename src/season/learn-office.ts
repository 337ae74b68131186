import { termNumber } from "../chair-rotation/messages.ts";
import { asItIs } from "../kernel/changing.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import { type ChairsKnown, type Custody, ofBloc, type RotationKnown, type Seat } from "./chairs-known.ts";
import { seasonsFor, votedChair } from "./chosen-chairs.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { othersAfter } from "./due-seats.ts";
import type { SeasonEvent } from "./messages.ts";
import { heldIn, lastDeputy } from "./office-known.ts";

// What people record in a rotation: who is in the chair, whom they designate or decide against, and where the flag is.

type Learn = ClaimingSpec<ChairsKnown, SeasonEvent>["evolve"];

/** Who is in the chair, as people record it. */
export function learnOfOffice(): Learn {
  return {
    RotationOpened(facts, { bloc, chair, flag, calendar, policy }, { id }) {
      const on = calendar.startsOn;
      const first: Seat[] =
        chair === undefined
          ? []
          : [{ term: calendar.term, number: 0, chair, on, isByHand: true, isOpening: true }];
      const keeper =
        chair === undefined ? { kind: "issuer" as const } : { kind: "unit" as const, unit: chair };
      ofBloc(facts, bloc)?.rotations.add(id);
      facts.rotations.set(id, {
        bloc,
        calendar,
        leaver: policy.leaver,
        isHeirs: policy.merged !== "asLeaver",
        named: new Map(),
        deputed: new Set(),
        aside: new Set(),
        suspended: new Map(),
        seats: first,
        ...(flag && { flag: { ...keeper, since: on } }),
        lastOn: on,
      });
    },
    UnitSuspendedFromRotation({ rotations }, { unit, suspendedOn: from }, { id }) {
      rotations.get(id)?.suspended.set(unit, { from });
    },
    UnitReinstatedInRotation({ rotations }, { unit, reinstatedOn }, { id }) {
      const spell = rotations.get(id)?.suspended.get(unit);
      if (spell) spell.until = reinstatedOn;
    },
    RotationClosed: ({ rotations }, { closedOn }, { id }) => done(rotations.get(id), closedOn, { closedOn }),
    ChairHandedOver(facts, { term, to: chair, handedOverOn: on, flag }, { id }) {
      const rotation = facts.rotations.get(id);
      if (!rotation) return;
      begin(facts, id, { term, chair, on });
      if (flag) rotation.flag = { kind: "unit", unit: chair, since: on };
    },
    ChairInstalled(facts, { term, chair, installedOn: on }, { id }) {
      // Who is known to have left or to be suspended had taken the chair: that is why another one can be installed.
      const { seat, holder } = heldIn(asItIs(facts), id, on) ?? {};
      if (seat?.chair !== undefined && holder === undefined) flagStays(facts.rotations.get(id), term);
      begin(facts, id, { term, chair, on });
    },
    VacantTermBegun: (facts, { term, begunOn: on }, { id }) => begin(facts, id, { term, on }),
    TermVacated({ rotations }, { term, from, unit }, { id }) {
      const rotation = rotations.get(id);
      // That of a coming term keeps whose turn it is about; that of a running one is proof that the term has begun.
      if (unit === undefined) flagStays(rotation, term);
      const seat = rotation?.seats.at(-1);
      if (!rotation || seat?.term !== term) return;
      const { chair: _, ...rest } = seat;
      rotation.seats = [...rotation.seats.slice(0, -1), { ...rest, vacantFrom: from, isByHand: true }];
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
  { term, chair, on }: { term: string; chair?: string; on: CivilDate },
) {
  const rotation = facts.rotations.get(id);
  const number = rotation && termNumber(rotation.calendar, term);
  if (!rotation || number === undefined) return;
  const known = rotation.seats.find((one) => one.term === term);
  const chosen = known?.chosen ?? chosenBy(facts, id, term);
  const isVoted = chosen?.key !== undefined && chosen.unit === chair && !known?.vacantFrom;
  const seat: Seat = {
    term,
    number,
    on,
    ...(!known && othersAfter(asItIs(facts), id, on)),
    ...(chair !== undefined && { chair }),
    ...(chosen && { chosen }),
    ...(!isVoted && { isByHand: true }),
    ...(chair === undefined && { vacantFrom: on }),
  };
  if (!known) keepDeputy(facts, id);
  notBegun(rotation, term);
  rotation.seats = [...rotation.seats.filter((one) => one.number < number), seat];
  delete rotation.acting;
  done(rotation, on);
}

/** What the vote has chosen for a term. */
function chosenBy(facts: ChairsKnown, id: Id, term: string) {
  const known = asItIs(facts);
  const rotation = known.rotations.get(id);
  if (!rotation) return undefined;
  const { bloc } = rotation;
  const choices = seasonsFor(known, id, rotation, (one) => one?.term === term).map((season) =>
    votedChair(known, { rotation: id, bloc, season }),
  );
  return choices.find((choice) => choice?.term === term);
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

/** Whom people designate, and what they decide against. */
export function learnOfChoices(): Learn {
  return {
    ChairDesignated({ rotations }, { term, chair: unit, basis, designatedOn: namedOn }, { id }) {
      const rotation = rotations.get(id);
      if (!rotation) return;
      const isDecision = basis.kind === "document" && basis.document.kind === "decision";
      const decision = isDecision ? { decision: basis.document } : {};
      rotation.named.set(term, { unit, basis, namedOn, ...decision });
      notBegun(rotation, term);
    },
    ChairUndesignated(facts, { term, chair }, { id }) {
      const rotation = facts.rotations.get(id);
      if (!rotation) return;
      const choice = chosenBy(facts, id, term) ?? rotation.seats.find((one) => one.term === term)?.chosen;
      if (rotation.named.get(term)?.unit === chair) rotation.named.delete(term);
      else if (choice?.key !== undefined && choice.unit === chair) rotation.aside.add(choice.key);
      notBegun(rotation, term);
    },
    SubstituteNamed: (facts, { term }, { id }) => decided(facts, id, term),
    TurnDeclined: (facts, { term }, { id }) => decided(facts, id, term),
    TurnSkipped: (facts, { term }, { id }) => decided(facts, id, term),
    ChairHeldOver: (facts, { term }, { id }) => decided(facts, id, term),
    AgreementVoided({ rotations }, { what, term, unit }, { id }) {
      const rotation = rotations.get(id);
      const named = rotation?.named.get(term);
      if (!rotation || what !== "designation" || named?.unit !== unit) return;
      if (named?.decision) rotation.named.set(term, { ...named, isVoid: true });
      else rotation.named.delete(term);
    },
    DeputyDesignated({ rotations }, { term }, { id }) {
      rotations.get(id)?.deputed.add(term);
    },
    DeputyReleased({ rotations }, { term }, { id }) {
      rotations.get(id)?.deputed.delete(term);
    },
  };
}

/** A term of which something is agreed, or taken back, has not begun: what was asked for has not come about. */
function notBegun(rotation: RotationKnown, term: string): void {
  const seat = rotation.seats.find((one) => one.term === term && one.asked);
  if (!seat) return;
  if (seat.asked?.flag) rotation.flag = seat.asked.flag;
  rotation.seats = rotation.seats.filter((one) => one.term !== term);
}

/** People decided on the turn of a term: the vote does not put anybody into it by itself. */
function decided(facts: ChairsKnown, id: Id, term: string): void {
  const rotation = facts.rotations.get(id);
  const choice = chosenBy(facts, id, term);
  if (!rotation) return;
  if (choice?.key !== undefined) rotation.aside.add(choice.key);
  notBegun(rotation, term);
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
