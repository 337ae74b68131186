import { addDays, type CivilDate } from "../../../../src/kernel/time.ts";
import { becameBy, endingOf, isActive, membersOf, policiesOn } from "./members.ts";
import { ballotsIn, inForce, isDoubted, isRunOff, purposeKey, type Slot, termAfter } from "./results.ts";
import type { Known, Story } from "./told.ts";

// Who is to be in the chair, by the votes and the decisions of the authority alone.

/** The rotation of a bloc that is open; where there is none or more than one, nobody can say which is meant. */
export function rotationOf(known: Known, bloc: string): Story | undefined {
  const open = known.of("ChairRotation").filter((one) => {
    const opening = one.first("RotationOpened")?.data;
    const closed = one.first("RotationClosed");
    // One that is closed because the bloc is dissolved was the one that is meant.
    return opening?.bloc === bloc && (!closed || known.story("Bloc", bloc)?.has("BlocDissolved", closed.n));
  });
  return open.length === 1 ? open[0] : undefined;
}

export type Taken = { n: number; term: string; chair: string | undefined; on: CivilDate; byHand: boolean };

/** The terms that have begun, each with who took it. */
export function takenIn(rotation: Story, before = Number.POSITIVE_INFINITY): Taken[] {
  return rotation
    .inOrder("ChairHandedOver", "ChairInstalled", "VacantTermBegun")
    .filter(({ n }) => n < before)
    .map((told): Taken => {
      const { n, byHand, type, data } = told;
      const term = data.term;
      if (type === "ChairHandedOver")
        return { n, byHand, term, chair: told.data.to, on: told.data.handedOverOn };
      if (type === "ChairInstalled")
        return { n, byHand, term, chair: told.data.chair, on: told.data.installedOn };
      return { n, byHand, term, chair: undefined, on: told.data.begunOn };
    });
}

/** The term that runs before a place in the log, and who holds the chair in it. */
export function running(rotation: Story, before?: number): { term: string; chair: string | undefined } {
  const last = takenIn(rotation, before).at(-1);
  const opening = rotation.first("RotationOpened")?.data;
  return last ?? { term: opening?.chair === undefined ? "" : opening.calendar.term, chair: opening?.chair };
}

/** The decision of the authority on the chair of a term. */
export const decreeOf = (rotation: Story, term: string, before?: number) =>
  rotation
    .all("ChairDesignated")
    .findLast(
      ({ n, data }) =>
        data.term === term && data.basis.kind === "document" && n < (before ?? Number.POSITIVE_INFINITY),
    );

/** Whether the term after a season is to come, or runs, in the rotation of the bloc. */
export function isTermOpen(known: Known, slot: Slot): boolean {
  const rotation = rotationOf(known, slot.bloc);
  if (!rotation || known.story("Bloc", slot.bloc)?.has("BlocDissolved")) return false;
  const term = termAfter(slot);
  const isOpening = rotation.first("RotationOpened")?.data.calendar.term === term;
  return !isOpening && running(rotation).term <= term;
}

/** Whom the conference agreed on for a term, as people recorded it without a ballot, while that stands. */
export function agreedIn(
  rotation: Story,
  term: string,
  before = Number.POSITIVE_INFINITY,
): { unit: string; on: CivilDate } | undefined {
  const told = rotation
    .all("ChairDesignated")
    .findLast(({ n, byHand, data }) => n < before && byHand && data.term === term);
  if (told?.data.basis.kind !== "conference" || told.data.basis.ballot !== undefined) return undefined;
  const { chair: unit, designatedOn: on } = told.data;
  return designatedIn(rotation, term, before) === unit ? { unit, on } : undefined;
}

/** Who is designated for a term before a place in the log. */
export function designatedIn(
  rotation: Story,
  term: string,
  before = Number.POSITIVE_INFINITY,
): string | undefined {
  let chair: string | undefined;
  for (const told of rotation.inOrder("ChairDesignated", "ChairUndesignated", "AgreementVoided")) {
    if (told.n >= before || told.data.term !== term) continue;
    if (told.type === "ChairDesignated") chair = told.data.chair;
    else if (told.type === "ChairUndesignated") chair = undefined;
    else if (told.data.what === "designation" && told.data.unit === chair) chair = undefined;
  }
  return chair;
}

/** Who is designated as the deputy of a term. */
export function deputyIn(rotation: Story, term: string): string | undefined {
  let [deputy, withChair]: [string | undefined, boolean] = [undefined, false];
  for (const told of rotation.inOrder(
    "ChairDesignated",
    "ChairUndesignated",
    "DeputyDesignated",
    "DeputyReleased",
  )) {
    if (told.data.term !== term) continue;
    if (told.type === "ChairDesignated") {
      if (told.data.deputy !== undefined) [deputy, withChair] = [told.data.deputy, true];
    } else if (told.type === "DeputyDesignated") [deputy, withChair] = [told.data.deputy, false];
    else if (told.type === "DeputyReleased" || withChair) deputy = undefined;
  }
  return deputy;
}

/** Whom the bloc elects, as far as the unit can serve on a day. */
export function winnerOf(
  known: Known,
  slot: Slot,
  { purpose, before, day }: { purpose: string; before?: number; day: CivilDate },
): string | undefined {
  const { certifiedOn = "", outcome } = inForce(known, slot, purpose, before)?.record.data ?? {};
  const [unit] = outcome?.elected ?? [];
  const members = membersOf(known.story("Bloc", slot.bloc), before);
  if (unit === undefined || !isActive(members, unit, day)) return undefined;
  // Who has left since and came back is not elected by that.
  return (endingOf(members, unit, certifiedOn)?.on ?? "9999") <= day ? undefined : unit;
}

/**
 * Who is to chair the term, before a place in the log: whom the authority named, or else whom the bloc elected, or else whom
 * the conference agreed on.
 */
export function chairBy(known: Known, slot: Slot, rotation: Story, at: { before?: number; day: CivilDate }) {
  const named = namedBy(known, slot, rotation, at) ?? winnerOf(known, slot, { purpose: "chair", ...at });
  if (named !== undefined) return named;
  const agreed = heirOf(known, slot.bloc, agreedIn(rotation, termAfter(slot), at.before)?.unit, at.day);
  const members = membersOf(known.story("Bloc", slot.bloc), at.before);
  return agreed !== undefined && isActive(members, agreed, at.day) ? agreed : undefined;
}

/** Whom the authority named, or its heir by that day. */
function namedBy(known: Known, slot: Slot, rotation: Story, at: { before?: number; day: CivilDate }) {
  const named = decreeOf(rotation, termAfter(slot), at.before)?.data.chair;
  return heirOf(known, slot.bloc, named, at.day) ?? named;
}

/** Who is to take the chair: nobody while a complaint about the vote is open, unless the bylaws say otherwise. */
export function chairDue(known: Known, slot: Slot, rotation: Story, at: { before: number; day: CivilDate }) {
  const named = namedBy(known, slot, rotation, at);
  // No vote takes the place of a decision, also where its unit cannot serve.
  if (named !== undefined)
    return isActive(membersOf(known.story("Bloc", slot.bloc), at.before), named, at.day) ? named : undefined;
  const agreed = agreedIn(rotation, termAfter(slot), at.before);
  const winner = winnerOf(known, slot, { purpose: "chair", ...at });
  // Without a decision neither of the two takes the place of the other.
  const names = agreed && [agreed.unit, heirOf(known, slot.bloc, agreed.unit, at.day)];
  if (agreed && !names?.includes(winner)) return agreedDue(known, slot, agreed, at);
  const result = inForce(known, slot, "chair", at.before);
  // Bylaws that come into force after the close change nothing of its handover (C32).
  const isHeld = policiesOn(known, slot.bloc, at.day).complaintHoldsHandover;
  if (isHeld && result && isDoubted(result.ballot, at.before)) return undefined;
  return winner;
}

/** What was agreed on after the close, or beside a vote that has come to nothing, is for people to hand over. */
function agreedDue(
  known: Known,
  slot: Slot,
  { unit, on }: { unit: string; on: CivilDate },
  { before, day }: { before: number; day: CivilDate },
): string | undefined {
  const isVoted = ballotsIn(known, slot).some((ballot) => {
    const record = ballot.last("BallotCertified", before)?.data;
    return record !== undefined && purposeKey(record.purpose) === "chair" && !isRunOff(known, ballot);
  });
  const heir = heirOf(known, slot.bloc, unit, day) ?? unit;
  const isThere = isActive(membersOf(known.story("Bloc", slot.bloc), before), heir, day);
  return isVoted || on > day || !isThere ? undefined : heir;
}

/**
 * Whether the rotation has no handover of the chair on a day, as it was at a place in the log: by the policy of the term it is
 * late, or both units sign. Terms of this office begin with the year.
 */
export function isHindered(
  rotation: Story,
  { term, day, n }: { term: string; day: CivilDate; n: number },
): boolean {
  const opening = rotation.first("RotationOpened")?.data;
  const adopted = rotation.all("RotationPolicyAdopted").filter((one) => one.n <= n && one.data.term <= term);
  const last = adopted.toSorted((a, b) => (a.data.term < b.data.term ? -1 : 1)).at(-1);
  const { consent, daysAfterMax } = (last?.data ?? opening)?.policy.handover ?? {};
  const isHeld = running(rotation, n + 1).chair !== undefined;
  return isHeld && (consent === "both" || day > addDays(`${term}-01-01`, daysAfterMax ?? 0));
}

/** A unit as it lives on by a day. */
export const heirOf = (known: Known, bloc: string, unit: string | undefined, day: CivilDate) =>
  unit === undefined ? undefined : becameBy(membersOf(known.story("Bloc", bloc)), unit, day);

/** Whether one of these laws lists something of the term of a rotation, by whichever of its names. */
export const isTermListed = (
  known: Known,
  laws: readonly string[],
  { bloc, season }: Slot,
  rotation: Story,
): boolean => {
  const term = termAfter({ bloc, season });
  return [
    [rotation.id, term],
    [bloc, term],
    [bloc, season],
  ].some((names) => known.isListed(laws, ...names));
};
