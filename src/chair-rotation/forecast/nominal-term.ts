import type { Id } from "../../kernel/ids.ts";
import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { Span } from "../calendar.ts";
import type { Roster } from "../members.ts";
import type { Citation, Seat } from "./explanation.ts";
import type { Given } from "./seat.ts";

/** A term with the unit whose turn it is by order and roster, before any swap or substitute. */
export type NominalTerm = Span & {
  /** The day whose roster decides: the term's first day, or a later day on which it is asked. */
  day: CivilDate;
  seat: Seat;
  by: Given["by"];
  /** Whoever has the turn may be here: it is deputy where another unit chairs for it. */
  deputy?: UnitId | undefined;
  because: readonly Citation[];
  debt?: Id | undefined;
  /** Elected in rotation: a new lap begins with this term. */
  isNewLap: boolean;
  /** Who was to stand after a unit that has no place in the order of this term. */
  unplaced: ReadonlySet<UnitId>;
  /** The members of that day; it is changed when the next term is reckoned. */
  roster: Roster;
};
