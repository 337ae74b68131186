import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { Addressed } from "../process/messages.ts";
import { chairMatters, unclearRotations } from "./chair-matters.ts";
import { takenBack } from "./chair-undoing.ts";
import {
  type ChairsKnown,
  type Choice,
  noChairs,
  type RotationKnown,
  type Seat,
  termAfter,
} from "./chairs-known.ts";
import { seasonsFor, votedChair, votedDeputy } from "./chosen-chairs.ts";
import type { Claim } from "./claim.ts";
import { type Claiming, claiming } from "./claiming.ts";
import { learnOfChairs, rotationsOf } from "./learn-chairs.ts";
import { matterText, type SeasonEvent } from "./messages.ts";
import { fallenOf, goneOn } from "./office-votes.ts";
import { stewards, stewardsRotation, unclearStewards } from "./stewards.ts";

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
    ...new Set([...facts.seasons.keys(), ...facts.ofBlocs.keys()].map(blocScope)),
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
    DeputyDesignated: (facts, { term, deputy }, { id }) => otherDeputy(facts, id, { term, deputy }),
    ChairDesignated: (facts, { term, deputy }, { id }) =>
      deputy === undefined ? undefined : otherDeputy(facts, id, { term, deputy }),
    DeputyReleased: (facts, { term, deputy, ground }, { id }) =>
      ground === "isChair" ? undefined : keyOf(facts, id, { office: "deputy", term, unit: deputy }),
    CampaignStewardNamed(facts, _, { id }) {
      const campaign = facts.campaigns.get(id);
      const rotation = campaign && stewardsRotation(facts, campaign);
      const seat = facts.rotations.get(rotation ?? "")?.seats.at(-1);
      return seat && `steward/${rotation}/${seat.term}/${id}`;
    },
  },
  matters(facts, scope) {
    const id = within(scope, "rotation");
    if (id !== undefined) return chairMatters(facts, id);
    const bloc = within(scope, "bloc") ?? "";
    return [...unclearRotations(facts, bloc), ...unclearStewards(facts, bloc)];
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
    const voted = seat ? seat.chosen : votedChair(facts, voting);
    const chair = voted && isAgreedOn(rotation, voted) ? undefined : voted;
    const deputy = seat && seat.term !== running ? seat.deputy : votedDeputy(facts, voting);
    // Of a term that is still to come, a unit that has ended by now is no deputy, as it is no chair.
    const isHere = seat || !deputy || goneOn(facts, bloc, deputy) === undefined;
    const isHealed = fallenOf(facts, { ...voting, office: "chair" }).length > 0;
    return [
      { choice: chair, office: "chair" as const, law: isHealed ? "C12" : "C11" },
      { choice: isHere ? deputy : undefined, office: "deputy" as const, law: "C11d" },
    ].flatMap(({ choice, ...how }) =>
      choice?.key === undefined ? [] : [{ choice, key: choice.key, ...how }],
    );
  });
}

/** Whether people agreed on the winner of the vote, too, and recorded it without the ballot: it is designated by that. */
function isAgreedOn({ named }: RotationKnown, { term, unit }: Choice): boolean {
  const { basis, unit: agreed } = named.get(term) ?? {};
  return agreed === unit && basis?.kind === "conference" && basis.ballot === undefined;
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

/** Whoever was elected deputy and is named by people, too, is no decision against the vote. */
const otherDeputy = (facts: ChairsKnown, id: Id, { term, deputy }: { term: string; deputy: string }) =>
  keyOf(facts, id, { office: "deputy", term, unit: deputy })
    ? undefined
    : keyOf(facts, id, { office: "deputy", term });

/** C11, C12: the elected is designated. Of a term that has begun, the claim is what it was. */
function chosen(id: Id, { key, office, law, choice }: Chosen): Claimed {
  const known = claimed.get(choice);
  if (known?.law === law) return [key, known];
  const { term, unit, season, basis, chosenOn: designatedOn } = choice;
  const ballot = basis.kind === "document" ? undefined : basis.ballot;
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
