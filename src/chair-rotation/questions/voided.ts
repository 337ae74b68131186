import type { Id } from "../../kernel/ids.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { nameOf } from "../calendar.ts";
import type { ChairRotationEvent } from "../messages.ts";
import type { ChairRotation, EventData, Obligation } from "../state.ts";
import type { SwapSide, TermId } from "../words.ts";

type AgreementVoided = EventData<"AgreementVoided">;

/** What was agreed about turns and would be void, with the reason. */
export type VoidedAgreement =
  | { what: "swap"; swap: Id; a: SwapSide; b: SwapSide; because: EventData<"SwapVoided">["because"] }
  | {
      what: AgreementVoided["what"];
      term: TermId;
      unit?: UnitId | undefined;
      because: AgreementVoided["because"];
    };

/** What would become of an owed turn; `gone` is one that was owed for a turn that is not passed after all. */
export type DebtChange = {
  obligation: Id;
  unit: UnitId;
  /** The term of the turn that the unit did not have. */
  passed: TermId;
  /** The term in which it is due, where that is known. */
  due?: TermId | undefined;
  becomes: Obligation["status"] | "gone";
};

/** What the events of a decision void, in their order. */
export function voidedIn(events: readonly ChairRotationEvent[], after: ChairRotation): VoidedAgreement[] {
  return events.flatMap((event): VoidedAgreement[] => {
    if (event.type === "AgreementVoided") {
      const { what, term, unit, because } = event.data;
      return [{ what, term, unit, because }];
    }
    if (event.type !== "SwapVoided" || after.status === "blank") return [];
    const { swap, because } = event.data;
    const known = after.swaps.get(swap);
    return known ? [{ what: "swap", swap, a: known.a, b: known.b, because }] : [];
  });
}

/** The owed turns that are open on one side only. */
export function debtChanges(before: ChairRotation, after: ChairRotation): DebtChange[] {
  if (after.status === "blank") return [];
  const were = openDebts(before);
  const are = openDebts(after);
  const change = (
    { obligation, unit, passed, due }: Obligation,
    becomes: DebtChange["becomes"],
  ): DebtChange => ({
    obligation,
    unit,
    passed,
    ...(due !== undefined && { due: nameOf(after.calendar, due) }),
    becomes,
  });
  const arisen = are.filter((one) => !were.some((was) => was.obligation === one.obligation));
  const ended = were.filter((one) => !are.some((is) => is.obligation === one.obligation));
  return [
    ...arisen.map((one) => change(one, "open")),
    ...ended.map((one) => change(one, after.obligations.get(one.obligation)?.status ?? "gone")),
  ];
}

const openDebts = (rotation: ChairRotation): Obligation[] =>
  rotation.status === "blank"
    ? []
    : [...rotation.obligations.values()].filter(({ status }) => status === "open");
