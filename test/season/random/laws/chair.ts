import { type CivilDate, laterOf } from "../../../../src/kernel/time.ts";
import { lawsInOffice } from "./in-office.ts";
import { isActive, isMember, membersOf, policiesOn } from "./members.ts";
import {
  agreedIn,
  chairBy,
  chairDue,
  decreeOf,
  deputyIn,
  designatedIn,
  heirOf,
  isHindered,
  isTermListed,
  rotationOf,
  running,
  type Taken,
  takenIn,
  winnerOf,
} from "./offices.ts";
import {
  ballotsIn,
  nameOf,
  purposeKey,
  type Slot,
  slotsOf,
  termAfter,
  termsOf,
  yearEndOf,
} from "./results.ts";
import type { Finding, Known, Story } from "./told.ts";

type Case = {
  known: Known;
  slot: Slot;
  rotation: Story;
  term: string;
  office: Taken | undefined;
  /** The last day of all that is told. */
  end: CivilDate;
};

/** C11 to C16, C27, X2, X3, X13: who is designated, who takes the chair, and what is told when that was wrong. */
export function lawsOfChair(known: Known): Finding[] {
  const end = known.log.at(-1)?.metadata.recordedAt.slice(0, 10) ?? "";
  const bySlot = slotsOf(known).flatMap((slot) => {
    const rotation = rotationOf(known, slot.bloc);
    if (!rotation || known.story("Bloc", slot.bloc)?.has("BlocDissolved")) return [];
    const term = termAfter(slot);
    const office = takenIn(rotation).find((one) => one.term === term);
    const one: Case = { known, slot, rotation, term, office, end };
    return [...designated(one), ...deputy(one), ...handedOver(one), ...afterOffice(one), ...members(one)];
  });
  return [...bySlot, ...asked(known), ...lawsInOffice(known, end)];
}

/** C14r: no chair is asked to take a term that the rotation does not let it take: nobody is in office by that. */
function asked(known: Known): Finding[] {
  const taken = known.of("ChairRotation").flatMap((rotation) =>
    takenIn(rotation)
      .filter(({ byHand }) => !byHand)
      .map(({ term }) => ({ law: "C14r", key: `${rotation.id}/${term}`, ok: true, detail: "" })),
  );
  const refused = known.refused.flatMap(({ want: { id, command }, rejection }) =>
    command.type === "SeatChair"
      ? [{ law: "C14r", key: id, ok: false, detail: `${rejection.type} ${JSON.stringify(command.data)}` }]
      : [],
  );
  return [...taken, ...refused];
}

/** All records and annulments of the votes for an office. */
const turnsOf = ({ known, slot }: Case, purpose: string) =>
  ballotsIn(known, slot).flatMap((ballot) => {
    const terms = termsOf(ballot);
    return terms && purposeKey(terms.purpose) === purpose
      ? ballot.inOrder("BallotCertified", "BallotAnnulled")
      : [];
  });

/** C11, C12, C13: until the chair is taken, whoever is designated is whom the authority named, or else the bloc elected. */
function designated(one: Case): Finding[] {
  const { known, slot, rotation, term, office } = one;
  const day = servedOn(one);
  const before = office?.n ?? Number.POSITIVE_INFINITY;
  const decree = decreeOf(rotation, term, before);
  const turns = turnsOf(one, "chair").filter(({ n }) => n < before);
  if (!decree && turns.length === 0) return [];
  const wanted = chairBy(known, slot, rotation, { before, day });
  const isVoid = turns.some((told) => told.type === "BallotAnnulled" || told.data.supersedes !== undefined);
  const law = decree ? "C13" : isVoid ? "C12" : "C11";
  // A term that has begun vacant was nobody's; what counts is who was to have it.
  const stands = office?.chair ?? designatedIn(rotation, term, before);
  const isAgreed = agreedIn(rotation, term, before)?.unit === stands;
  // Once the elected has ended, there is nobody but whom people agreed on.
  const isOnly =
    wanted !== undefined && !isMember(membersOf(known.story("Bloc", slot.bloc)), wanted, one.end);
  const ok =
    stands === wanted ||
    (decree && heirOf(known, slot.bloc, stands, day) === wanted) ||
    (stands === undefined && hasGone(one, wanted)) ||
    (isAgreed && (isPast(one) || isOnly)) ||
    isTermListed(known, ["C11", "C12", "C13", "C25"], slot, rotation);
  return [{ law, key: nameOf(slot), ok, detail: `wanted ${wanted}, designated ${stands}` }];
}

/** Whether a term began vacant, as whoever was to have it had ended while it waited. Until then people were told. */
function hasGone({ known, slot, office }: Case, wanted: string | undefined): boolean {
  if (!office || office.chair !== undefined || wanted === undefined) return false;
  return !isActive(membersOf(known.story("Bloc", slot.bloc), office.n), wanted, office.on);
}

/** The day on which a unit has to be able to serve: that of the handover, or else of the conference or the last vote. */
function servedOn(one: Case): CivilDate {
  const { known, slot, office, end } = one;
  if (office?.chair !== undefined) return office.on;
  const conference = yearEndOf(known, slot);
  const met =
    conference?.first("ConferenceClosed")?.data.closedOn ?? (office ? held(conference) : undefined) ?? end;
  return turnsOf(one, "chair")
    .flatMap((told) => (told.type === "BallotCertified" ? [told.data.certifiedOn] : []))
    .reduce((day, certifiedOn) => laterOf(day, certifiedOn), met);
}

const held = (conference: Story | undefined) => conference?.first("ConferenceConvened")?.data.heldOn;

/** C11: the deputy whom the bloc elected is designated, unless it is the chair or cannot serve. */
function deputy(one: Case): Finding[] {
  const { known, slot, rotation, term, office } = one;
  // After the chair is taken the deputy of its term is another matter.
  const turns = turnsOf(one, "deputyChair").filter(({ n }) => n < (office?.n ?? Number.POSITIVE_INFINITY));
  const later = turnsOf(one, "deputyChair").length > turns.length;
  const chair = office?.chair ?? designatedIn(rotation, term);
  if (turns.length === 0 || later) return [];
  const day = servedOn(one);
  const elected = winnerOf(known, slot, { purpose: "deputyChair", before: office?.n, day } as never);
  const wanted = elected === chair ? undefined : elected;
  const stands = deputyIn(rotation, term);
  const ok =
    stands === wanted ||
    (stands === undefined && hasGone(one, wanted)) ||
    isTermListed(known, ["C11", "C11d", "C12", "C25"], slot, rotation);
  return [{ law: "C11d", key: nameOf(slot), ok, detail: `wanted ${wanted}, deputy ${stands}` }];
}

/** C14, C14t, C15: at the close, or as soon as there is somebody after it, the term begins with its chair. */
function handedOver(one: Case): Finding[] {
  const { known, slot, rotation, office } = one;
  const close = yearEndOf(known, slot)?.first("ConferenceClosed");
  if (!close || policiesOn(known, slot.bloc, close.data.closedOn).handover === "byHand") return [];
  const day = close.data.closedOn;
  const due = firstDue(one, close.n, day);
  if (!due) {
    const isWrong =
      office !== undefined && office.n > close.n && !office.byHand && office.chair !== undefined;
    return [
      { law: "C14", key: nameOf(slot), ok: !isWrong, detail: `${office?.chair} took it by no vote in force` },
    ];
  }
  const before = running(rotation, close.n);
  const holder = heirOf(known, slot.bloc, before.chair, day);
  const { calendar } = rotation.first("RotationOpened")?.data ?? {};
  const isNext = before.term === slot.season || (before.term === "" && calendar?.term === slot.season);
  const law = !isNext ? "C14t" : holder === undefined || holder === due.unit ? "C15" : "C14";
  const ok =
    office?.chair === due.unit ||
    isLeftToPeople(one, { close: close.n, n: due.n }) ||
    isTermListed(known, ["C13", "C14", "C14t", "C15"], slot, rotation) ||
    // Meanwhile whoever waits for the day of a handover may have ended.
    (isHindered(rotation, { term: one.term, day: dayOf(known, due.n), n: due.n }) &&
      isTermListed(known, ["C11", "C12"], slot, rotation));
  return [{ law, key: nameOf(slot), ok, detail: `due ${due.unit}, took ${office?.chair}` }];
}

/**
 * People record the handover where a decision after the close names no day for it, where what they agreed on stands beside a
 * vote, or where the rotation has it on other days or by both units; once the next term has begun, it is past.
 */
function isLeftToPeople(one: Case, { close, n }: { close: number; n: number }): boolean {
  const { known, rotation, term, office } = one;
  const isLate = (decreeOf(rotation, term)?.n ?? 0) > close;
  const day = dayOf(known, n);
  const isOpen = isLate || agreedIn(rotation, term) !== undefined || isHindered(rotation, { term, day, n });
  return office?.chair === undefined && isPast(one) && isOpen;
}

const dayOf = ({ log }: Known, n: number): CivilDate => log[n]?.metadata.recordedAt.slice(0, 10) ?? "";

const isPast = ({ rotation, term }: Case) => Number(takenIn(rotation).at(-1)?.term) > Number(term);

/** Who is due at the close; where nobody is, who is as soon as somebody was elected, named, or freed of a complaint. */
function firstDue(one: Case, close: number, day: CivilDate): { unit: string; n: number } | undefined {
  const { known, slot, rotation, term } = one;
  const changes = [
    ...turnsOf(one, "chair").map(({ n }) => n),
    ...ballotsIn(known, slot).flatMap((ballot) => ballot.all("ChallengeDismissed").map(({ n }) => n)),
    ...rotation
      .all("ChairDesignated")
      .filter(({ data }) => data.term === term)
      .map(({ n }) => n),
  ];
  const places = [close, ...changes.filter((n) => n > close).sort((a, b) => a - b)];
  for (const n of places) {
    const due = chairDue(known, slot, rotation, { before: n + 1, day });
    if (due !== undefined) return { unit: due, n };
  }
  return undefined;
}

/** C16: the vote fell, or changed, after the chair was taken: nothing moves, and people are told. */
function afterOffice(one: Case): Finding[] {
  const { known, slot, rotation, term, office } = one;
  if (!office || office.chair === undefined || decreeOf(rotation, term)) return [];
  if (!turnsOf(one, "chair").some(({ n }) => n > office.n)) return [];
  // Once the next term has begun, nothing is to be done about this one.
  if (takenIn(rotation).at(-1)?.n !== office.n) return [];
  // Whoever is elected now may have ended since; what counts is that another one is.
  const isAgreed = agreedIn(rotation, term, office.n)?.unit === office.chair;
  const now = winnerOf(known, slot, { purpose: "chair", day: isAgreed ? "9999-12-31" : office.on });
  if (now === office.chair || (isAgreed && now === undefined)) return [];
  const ok = isTermListed(known, ["C16"], slot, rotation);
  return [{ law: "C16", key: nameOf(slot), ok, detail: `${office.chair} chairs, ${now} is elected` }];
}

/** X2: whoever takes the chair is a member on that day. */
function members({ known, slot, office }: Case): Finding[] {
  if (!office || office.chair === undefined) return [];
  const ok = isMember(membersOf(known.story("Bloc", slot.bloc)), office.chair, office.on);
  return [
    { law: "X2", key: `${nameOf(slot)}/chair`, ok, detail: `${office.chair} is no member on ${office.on}` },
  ];
}
