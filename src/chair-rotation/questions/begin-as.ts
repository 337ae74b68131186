import { ImpossibleEvent } from "../../kernel/errors.ts";
import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { type Coming, unitIn } from "../forecast/coming-terms.ts";
import type { NominalTerm } from "../forecast/nominal-term.ts";
import { comingTerms } from "../forecast/reckoning.ts";
import { copyOfStanding, keyOf, type Standing } from "../forecast/standing.ts";
import { objectionIn } from "../members.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { rosterOn } from "../roster-on.ts";
import type { ChairRotation, OpenedRotation } from "../state.ts";

/** An event that begins a term. */
type Beginning = Extract<
  ChairRotationEvent,
  { type: "ChairHandedOver" | "ChairInstalled" | "VacantTermBegun" }
>;

/** The rotation after one more event: in a copy or, where nobody else has the rotation, in place. */
export type Evolve = (state: ChairRotation, event: ChairRotationEvent) => ChairRotation;

/** Whose turn a begun term was, and by which step. */
export type Turn = { by: Coming["by"]; unit: UnitId | undefined };

export function isBeginning(event: ChairRotationEvent, { served }: OpenedRotation): event is Beginning {
  if (event.type === "ChairInstalled") return event.data.term !== served.at(-1)?.term;
  return event.type === "ChairHandedOver" || event.type === "VacantTermBegun";
}

export function begunOn({ type, data }: Beginning): CivilDate {
  if (type === "ChairHandedOver") return data.handedOverOn;
  return type === "ChairInstalled" ? data.installedOn : data.begunOn;
}

/** Whose turn the term that an event begins is in a rotation, by its rule. */
export function turnIn(state: ChairRotation, event: Beginning): Turn {
  if (state.status === "blank") return { by: "rule", unit: undefined };
  const number = state.served.length;
  const [turn] = comingTerms(
    state,
    { enough: (span) => span.number >= number, askedOn: begunOn(event) },
    asTurn,
  );
  return turn ?? { by: "rule", unit: undefined };
}

const asTurn = ({ by, seat }: NominalTerm): Turn => ({ by, unit: unitIn(seat) });

/**
 * The rotation after a term has begun with the turn that it had. Where the rule would now give the turn to another
 * unit, the order goes on after the one that had it; where that one does not exist, after the one before.
 */
export function beginAs(
  state: ChairRotation,
  event: Beginning,
  { had, evolve }: { had?: Turn | undefined; evolve: Evolve },
): ChairRotation {
  if (state.status !== "open") return state;
  if (had === undefined || turnIn(state, event).unit === had.unit) return begun(state, event, evolve);
  const { unit } = had;
  const isAble = unit !== undefined && objectionIn(rosterOn(state, begunOn(event)), unit) === undefined;
  if (!isAble) {
    const before = copyOfStanding(state.standing);
    const after = begun(state, event, evolve);
    return after.status === "open" ? { ...after, standing: goneOn(after.standing, before) } : after;
  }
  const after = begun(assigned(state, event, { chair: unit, evolve }), event, evolve);
  const goesOn = had.by === "rule" || had.by === "opening";
  return after.status === "open" && goesOn
    ? { ...after, standing: goneOnAfter(after.standing, unit) }
    : after;
}

/** Who hands over may not hold the chair now, or may not exist: the term begins all the same. */
function begun(state: ChairRotation, event: Beginning, evolve: Evolve): ChairRotation {
  try {
    return evolve(state, event);
  } catch (error) {
    if (!(error instanceof ImpossibleEvent)) throw error;
    const { term, startsOn, turnOf } = event.data;
    const data = { term, startsOn, begunOn: begunOn(event), ...(turnOf !== undefined && { turnOf }) };
    return evolve(state, { type: "VacantTermBegun", data });
  }
}

/** The unit gets the turn of the next term by decision. */
function assigned(
  state: ChairRotation,
  event: Beginning,
  { chair, evolve }: { chair: UnitId; evolve: Evolve },
): ChairRotation {
  const designatedOn = begunOn(event);
  const document = { kind: "decision", number: "0", issuedOn: designatedOn, issuer: "thidua" } as const;
  return evolve(state, {
    type: "ChairDesignated",
    data: { term: event.data.term, chair, basis: { kind: "document", document }, designatedOn },
  });
}

function goneOnAfter(standing: Standing, unit: UnitId): Standing {
  const { order, prefix, ahead } = standing;
  return {
    ...standing,
    at: order.indexOf(unit),
    lastKey: keyOf(standing, unit),
    prefix: prefix.slice(prefix.indexOf(unit) + 1),
    ahead: new Set([...ahead].filter((one) => one !== unit)),
  };
}

/** Nobody has had this turn: the order goes on as before it. */
function goneOn(after: Standing, before: Standing): Standing {
  const { lastKey, groupAt, had, opened, isPreviousOpen, previous, prefix, ahead, waiting } = before;
  const last = before.order[before.at];
  const at = last === undefined ? before.at : after.order.indexOf(last);
  return { ...after, at, lastKey, groupAt, had, opened, isPreviousOpen, previous, prefix, ahead, waiting };
}
