import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { type Coming, comingRowAt, unitIn } from "../forecast/coming-terms.ts";
import type { OpenedRotation } from "../state.ts";
import { isAssignment } from "../words.ts";
import { namesByDay } from "./cited.ts";
import type { World } from "./replay.ts";

/** A coming term, and the day on which one asks. */
export type Asked = { number: number; askedOn?: CivilDate | undefined };

/**
 * What is said of a coming term, and the same as two texts to compare: of its turn, and of what lies on it. `facts` are
 * those by which the units have their names.
 */
export type Answer = {
  row: Coming;
  facts: OpenedRotation["facts"];
  names: ReadonlyMap<UnitId, string>;
  turn: string;
  chair: string;
};

/** The answer in a world; `like` is another answer, which spares the names where the facts are the same. */
export function answerIn(
  { state, voids }: World,
  { number, askedOn }: Asked,
  like?: Answer,
): Answer | undefined {
  if (state.status === "blank") return undefined;
  const row = comingRowAt(state, number, askedOn);
  if (!row) return undefined;
  const { facts } = state;
  const names = like && isSameNaming(like, { row, facts }) ? like.names : namesByDay(state)(row.day);
  const { nominal, chair, by, because, startsOn, vacantFrom } = row;
  const name = (unit: UnitId | undefined) => unit && names.get(unit);
  const passed = because.flatMap((one) => (one.kind === "rule" ? one.passed : []));
  const laid = because.flatMap((one) =>
    one.kind === "event" && agreements.has(one.event.type) ? [one.event] : [],
  );
  // Without a decision of the authority that confirms a vote, the term would be given by the vote alone.
  const isAssigned = because.some(
    (one) =>
      one.kind === "event" && one.event.type === "ChairDesignated" && isAssignment(one.event.data.basis),
  );
  const ended = voids.filter(({ numbers }) => numbers.includes(number));
  return {
    row,
    facts,
    names,
    turn: JSON.stringify([nominal, name(unitIn(nominal)), by, passed, startsOn, isAssigned]),
    chair: JSON.stringify([chair, name(unitIn(chair)), vacantFrom, laid, ended]),
  };
}

/** Whether the units are called alike on the day of both answers, since the facts are the same. */
function isSameNaming(a: Answer, { row, facts }: Pick<Answer, "row" | "facts">): boolean {
  const isSame = (fact: Answer["facts"][number], other: Answer["facts"][number] | undefined) =>
    fact.on === other?.on && fact.event.data === other.event.data;
  return (
    a.row.day === row.day &&
    a.facts.length === facts.length &&
    facts.every((fact, at) => isSame(fact, a.facts[at]))
  );
}

const agreements: ReadonlySet<string> = new Set(["SwapProposed", "SubstituteNamed", "TermVacated"]);
