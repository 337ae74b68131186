import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { Addressed } from "../process/messages.ts";
import { chairMatters, unclearRotations } from "./chair-matters.ts";
import {
  type ChairsKnown,
  type Choice,
  noChairs,
  openRotations,
  type RotationKnown,
  type Seat,
  termAfter,
} from "./chairs-known.ts";
import {
  canServe,
  chairOf,
  fallenOf,
  goneOn,
  lastDay,
  seasonsFor,
  votedChair,
  votedDeputy,
} from "./chosen-chairs.ts";
import type { Claim, Undoing } from "./claim.ts";
import { type Claiming, claiming } from "./claiming.ts";
import { blocBehind, learnOfChairs, rotationsOf } from "./learn-chairs.ts";
import { matterText, type ReasonCode, type SeasonEvent } from "./messages.ts";
import { stewards } from "./stewards.ts";

type Claimed = [key: string, claim: Claim];

/** A scope is a rotation, or a bloc where a vote is for no rotation or for two. */
const rotationScope = (id: Id) => `rotation/${id}`;
const blocScope = (id: Id) => `bloc/${id}`;
const within = (scope: string, kind: string): Id | undefined =>
  scope.startsWith(`${kind}/`) ? scope.slice(kind.length + 1) : undefined;

/**
 * Whom a bloc elects takes the chair of its rotation. The elected are designated for the term after the season, in
 * whatever order their ballots are certified (C11), and taken back where the vote falls before they are in office (C12);
 * a decision of the authority goes before the vote (C13). At the close of the conference the designated takes over, but
 * not while a complaint is open (C14), also from an empty chair or from itself (C15). Once the chair has taken office
 * nothing moves by itself: what falls of the vote is listed (C16). The steward of a running campaign is the chair in
 * office (C27), and the flag is with the chair, or it is listed (X3).
 */
export const seatChair: Claiming<ChairsKnown, SeasonEvent> = /* @__PURE__ */ claiming<
  ChairsKnown,
  SeasonEvent
>({
  name: "seat-chair",
  version: 1,
  facts: noChairs,
  evolve: learnOfChairs,
  scopes: (facts, at) => rotationsOf(facts, at).map(rotationScope),
  all: (facts) => [
    ...[...facts.rotations.keys()].map(rotationScope),
    ...[...facts.seasons.keys()].map(blocScope),
  ],
  claims(facts, scope) {
    const id = within(scope, "rotation");
    const rotation = id === undefined ? undefined : facts.rotations.get(id);
    if (id === undefined || !rotation) return new Map();
    return new Map([
      ...choices(facts, id, rotation).map((choice) => chosen(id, choice)),
      ...handovers(id, rotation),
      ...stewards(facts, id, rotation),
    ]);
  },
  undo: ({ scope, claim }, facts) => takenBack(facts, within(scope, "rotation") ?? "", claim),
  byHand: {
    ChairUndesignated: (facts, { term, chair }, { id }) =>
      keyOf(facts, id, { office: "chair", term, unit: chair }),
    SubstituteNamed: (facts, { term }, { id }) => keyOf(facts, id, { office: "chair", term }),
    TurnDeclined: (facts, { term }, { id }) => keyOf(facts, id, { office: "chair", term }),
    TurnSkipped: (facts, { term }, { id }) => keyOf(facts, id, { office: "chair", term }),
    ChairHeldOver: (facts, { term }, { id }) => keyOf(facts, id, { office: "chair", term }),
    // Whoever was elected and is named by people, too, is no decision against the vote.
    DeputyDesignated: (facts, { term, deputy }, { id }) =>
      keyOf(facts, id, { office: "deputy", term, unit: deputy })
        ? undefined
        : keyOf(facts, id, { office: "deputy", term }),
    DeputyReleased: (facts, { term, deputy, ground }, { id }) =>
      ground === "isChair" ? undefined : keyOf(facts, id, { office: "deputy", term, unit: deputy }),
    CampaignStewardNamed(facts, _, { id }) {
      const bloc = blocBehind(facts, "Campaign", id);
      const [rotation] = bloc === undefined ? [] : openRotations(facts, bloc);
      const seat = facts.rotations.get(rotation ?? "")?.seats.at(-1);
      return seat && `steward/${rotation}/${seat.term}/${id}`;
    },
  },
  matters(facts, scope) {
    const id = within(scope, "rotation");
    return id === undefined ? unclearRotations(facts, within(scope, "bloc") ?? "") : chairMatters(facts, id);
  },
});

/** A choice of the vote, and the law that it is under. */
type Chosen = { choice: Choice; key: string; office: "chair" | "deputy"; law: string };

/** What the votes of a bloc choose; of a term that has begun, what they had chosen by then. */
function choices(facts: ChairsKnown, id: Id, rotation: RotationKnown): Chosen[] {
  const { bloc, seats } = rotation;
  const running = seats.at(-1)?.term;
  const seatOf = new Map(seats.map((seat) => [seat.term, seat]));
  return seasonsFor(facts, id, rotation).flatMap((season) => {
    const voting = { rotation: id, bloc, season };
    const term = termAfter(rotation.calendar, season);
    const seat = seatOf.get(term?.term ?? "");
    const isPast = !seat && term !== undefined && term.number < (seats.at(-1)?.number ?? 0);
    if (isPast || seat?.isOpening) return [];
    const chair = seat ? seat.chosen : votedChair(facts, voting);
    const deputy = seat && seat.term !== running ? seat.deputy : votedDeputy(facts, voting);
    const isHealed = fallenOf(facts, { ...voting, office: "chair" }).length > 0;
    return [
      { choice: chair, office: "chair" as const, law: isHealed ? "C12" : "C11" },
      { choice: deputy, office: "deputy" as const, law: "C11d" },
    ].flatMap(({ choice, ...how }) =>
      choice?.key === undefined ? [] : [{ choice, key: choice.key, ...how }],
    );
  });
}

/** The key of the claim that people decide against. */
function keyOf(
  facts: ChairsKnown,
  id: Id,
  { office, term, unit }: { office: "chair" | "deputy"; term: string; unit?: string },
): string | undefined {
  const rotation = facts.rotations.get(id);
  const found =
    rotation &&
    choices(facts, id, rotation).find(
      ({ choice, ...one }) =>
        one.office === office && choice.term === term && (unit === undefined || choice.unit === unit),
    );
  return found?.key;
}

/** C11, C12: the elected is designated. Of a term that has begun, the claim is what it was. */
function chosen(id: Id, { key, office, law, choice }: Chosen): Claimed {
  const known = claimed.get(choice);
  if (known?.law === law) return [key, known];
  const { term, unit, season, basis, chosenOn: designatedOn } = choice;
  const ballot = basis.kind === "conference" ? basis.ballot : undefined;
  const command: ChairRotationCommand =
    office === "chair"
      ? { type: "DesignateChair", data: { term, chair: unit, basis, designatedOn } }
      : { type: "DesignateDeputy", data: { term, deputy: unit, basis, designatedOn } };
  const unmet = matterText("ElectedNotDesignated", { office, unit, term });
  const content = { office, season, term, unit, ballot };
  const claim = { law, content, commands: [to(id, command)], unmet };
  claimed.set(choice, claim);
  return [key, claim];
}

/** A rotation has a seat for each year that it knows of, and what was claimed of it stays the same. */
const claimed = new WeakMap<Choice | Seat, Claim>();

const to = (id: Id, command: ChairRotationCommand): Addressed => ({
  aggregate: "ChairRotation",
  id,
  command,
});

/** C14, C14t, C15: the term begins, with whoever it was that the bloc had chosen by then. */
function handovers(id: Id, { bloc, seats }: RotationKnown): Claimed[] {
  return seats.flatMap((seat): Claimed[] => {
    const { term, chair, on: seatedOn, asked, chosen: choice } = seat;
    if (!asked || !choice || chair === undefined) return [];
    const { law, season, place, condition } = asked;
    const key = `office/${id}/${bloc}/${season}/${term}`;
    const known = claimed.get(seat);
    if (known) return [[key, known]];
    const data = {
      ...{ term, chair, seatedOn, basis: choice.basis },
      ...(place !== undefined && { place }),
      ...(condition !== undefined && { condition }),
    };
    const unmet = matterText("ChairNotHandedOver", { unit: chair, term });
    const commands = [to(id, { type: "SeatChair", data })];
    const claim = { law, content: { chair, seatedOn }, commands, unmet };
    claimed.set(seat, claim);
    return [[key, claim]];
  });
}

type Content = { office?: "chair" | "deputy"; season: string; term: string; unit: string; ballot: Id };

/** C12: who is no longer elected is taken back, with the reason. */
function takenBack(facts: ChairsKnown, id: Id, { content }: Claim): Undoing | undefined {
  const { office, term, unit } = content as Content;
  if (office === undefined) return undefined;
  const why = whyTakenBack(facts, id, content as Content);
  if (!why) return undefined;
  const { code, on, note } = why;
  const unmet = matterText("ElectedNotTakenBack", { office, unit, term });
  const command: ChairRotationCommand =
    office === "chair"
      ? {
          type: "UndesignateChair",
          data: { term, chair: unit, code, undesignatedOn: on, ...(note !== undefined && { note }) },
        }
      : {
          type: "ReleaseDeputy",
          data: { term, deputy: unit, releasedOn: on, reason: note ?? reasons[code] },
        };
  return { commands: [to(id, command)], unmet };
}

const reasons: Record<"annulled" | "recounted" | "unitEnded", ReasonCode> = {
  annulled: "resultAnnulled",
  recounted: "resultRecounted",
  unitEnded: "unitCannotServe",
};
type Why = { code: keyof typeof reasons; on: CivilDate; note?: string };

/** Why a choice counts no more; nothing where the rotation itself lets it go, or has nothing to do with it any more. */
function whyTakenBack(facts: ChairsKnown, id: Id, content: Content): Why | undefined {
  const { office, season, term, unit, ballot } = content;
  const rotation = facts.rotations.get(id);
  const { annulled, record } = facts.results.ballots.get(ballot) ?? {};
  // A rotation is closed together with its bloc (C26), whichever of the two is known first.
  const isOver = rotation?.closedOn ?? facts.members.blocs.get(rotation?.bloc ?? "")?.dissolved?.on;
  const isOfRotation = isOver === undefined && record !== undefined;
  if (!rotation || !isOfRotation || !seasonsFor(facts, id, rotation).includes(season)) return undefined;
  const { bloc, named, seats } = rotation;
  const { certifiedOn } = record;
  // A chair in office stays, and so does the deputy of a term that has ended.
  const number = termAfter(rotation.calendar, season)?.number ?? -1;
  const running = seats.at(-1)?.number ?? -1;
  if (office === "chair" ? number <= running : number < running) return undefined;
  if (annulled) {
    const { annulledOn, reason } = annulled;
    return { code: "annulled", on: laterOf(annulledOn, certifiedOn), note: reason };
  }
  if (record.outcome.elected[0] !== unit) return { code: "recounted", on: certifiedOn };
  // A decision takes the place of a vote by itself, and who is to chair is left out as deputy.
  const isDecided = office === "chair" && named.get(term)?.decision !== undefined;
  const voting = { rotation: id, bloc, season };
  if (isDecided || (office === "deputy" && chairOf(facts, rotation, { ...voting, term }) === unit))
    return undefined;
  const gone = goneOn(facts, bloc, unit);
  if (gone !== undefined) return { code: "unitEnded", on: laterOf(gone, certifiedOn) };
  if (!canServe(facts, bloc, { unit, on: certifiedOn })) return { code: "unitEnded", on: certifiedOn };
  // The rotation passes over a chair that is suspended; another result that was recorded late goes before this one.
  if (rotation.suspended.has(unit) || !canServe(facts, bloc, { unit, on: lastDay })) return undefined;
  return { code: "recounted", on: certifiedOn };
}
