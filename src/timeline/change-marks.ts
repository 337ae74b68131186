import type { RosterChange } from "../chair-rotation/questions/roster-changes.ts";
import type { SuspendedSpan } from "../chair-rotation/questions/suspensions.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type Layout, type Row, rowHeight } from "./layout.ts";
import { absentLook, ink, paper, suspendedLook } from "./look.ts";
import { element, escaped, px } from "./markup.ts";
import type { Pen } from "./term-marks.ts";

/** The signs of a change of the roster: a unit joins, leaves or ends. */
type ChangeSign = "joined" | "left" | "ended";

/** A change of the roster, and how many of that day stand before it. */
export type PlacedChange = RosterChange & { nth: number };

/** Several of one day stand beside each other, so that their arrows can be told apart. */
const xOf = ({ on, nth }: PlacedChange, { layout }: Pen) =>
  Math.min(layout.x(on) + nth * 5, layout.plot.right);

/** A change of the roster on its day: a sign in the row of each unit. */
export function changeMark(change: PlacedChange, pen: Pen): string {
  const x = xOf(change, pen);
  const from = rowsOf(endedBy(change), pen);
  const begun = rowsOf(change.begun, pen);
  const sign: ChangeSign = change.kind === "split" || change.kind === "merged" ? "ended" : change.kind;
  const signs = [
    ...from.map((row) => signAt(sign, x, signY(row))),
    ...begun.map((row) => signAt("joined", x, signY(row))),
  ];
  const title = element("title", {}, escaped(pen.language.change(change, pen.sayOn(change.on))));
  return element("g", { class: `change ${change.kind}` }, title, ...signs);
}

/** The arrows from the units of a merger or a split to those that go on, behind the bars. */
export function changeArrows(change: PlacedChange, pen: Pen): string {
  if (change.kind !== "merged" && change.kind !== "split") return "";
  const x = xOf(change, pen);
  const into = rowsOf(change.into, pen);
  const begun = new Set(rowsOf(change.begun, pen));
  return rowsOf(change.units, pen)
    .flatMap((a) => into.filter((b) => b !== a).map((b) => arrow(x, a, { row: b, isBegun: begun.has(b) })))
    .join("");
}

/** The units that are no members any more after a change. */
const endedBy = ({ kind, units, into }: RosterChange): UnitId[] =>
  kind === "joined" ? [] : units.filter((unit) => !into.includes(unit));

const rowsOf = (units: readonly UnitId[], { layout }: Pen): Row[] =>
  units.flatMap((unit) => layout.rowOf(unit) ?? []);

const signY = (row: Row) => row.top + 5.5;

/** From the row of a unit that ends to the row of the one that goes on: to its bar, or to the sign of its beginning. */
function arrow(x: number, from: Row, { row, isBegun }: { row: Row; isBegun: boolean }): string {
  const side = from.top < row.top ? 1 : -1;
  const end = isBegun ? signY(row) - 6 * side : row.top + rowHeight / 2 - 12 * side;
  return arrowAt(x, signY(from) + 5 * side, end);
}

export function arrowAt(x: number, y1: number, y2: number): string {
  const head = y1 < y2 ? -5 : 5;
  return element("path", {
    d: `M${px(x)} ${px(y1)}V${px(y2)}M${px(x - 3)} ${px(y2 + head)}L${px(x)} ${px(y2)}L${px(x + 3)} ${px(y2 + head)}`,
    fill: "none",
    stroke: ink,
    "stroke-width": 1.4,
  });
}

const strokes: Record<ChangeSign, string> = {
  joined: "M-3 0H3M0 -3V3",
  left: "M-3 0H3",
  ended: "M-2.4 -2.4L2.4 2.4M-2.4 2.4L2.4 -2.4",
};

/** A white disc with plus, minus or cross. */
export function signAt(sign: ChangeSign, x: number, y: number): string {
  const disc = element("circle", { cx: x, cy: y, r: 5, fill: paper, stroke: ink, "stroke-width": 1.2 });
  const mark = element("path", {
    d: strokes[sign],
    transform: `translate(${px(x)} ${px(y)})`,
    fill: "none",
    stroke: ink,
    "stroke-width": 1.5,
  });
  return disc + mark;
}

/** The days of a row on which its unit is no member, in grey behind the bars. */
export function absences(changes: readonly RosterChange[], layout: Layout): string[] {
  const turns = new Map<UnitId, { on: CivilDate; isMember: boolean }[]>();
  const note = (unit: UnitId, on: CivilDate, isMember: boolean) => {
    const noted = turns.get(unit) ?? [];
    turns.set(unit, [...noted, { on, isMember }]);
  };
  for (const change of changes) {
    for (const unit of endedBy(change)) note(unit, change.on, false);
    for (const unit of change.begun) note(unit, change.on, true);
  }
  return [...turns].flatMap(([unit, noted]) => {
    const row = layout.rowOf(unit);
    if (!row) return [];
    const inOrder = noted.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const { left, right } = layout.plot;
    const edges = inOrder.map(({ on }) => layout.x(on));
    const first = inOrder[0]?.isMember ? [[left, edges[0] ?? left] as const] : [];
    const spans = inOrder.flatMap(({ isMember }, at) =>
      isMember ? [] : [[edges[at] ?? left, edges[at + 1] ?? right] as const],
    );
    return [...first, ...spans].flatMap(([from, to]) =>
      to - from < 1
        ? []
        : [
            element("rect", {
              x: from,
              y: row.top + 1,
              width: to - from,
              height: rowHeight - 2,
              ...absentLook,
              class: "absent",
            }),
          ],
    );
  });
}

/** The days of a row on which its unit is suspended, in lines behind the bars. */
export function suspensions(spans: readonly SuspendedSpan[], pen: Pen): string[] {
  const { layout, language } = pen;
  return spans.flatMap((span) => {
    const row = layout.rowOf(span.unit);
    const { unit, from, until } = span;
    const left = layout.x(from);
    const width = (until === undefined ? layout.plot.right : layout.x(until)) - left;
    if (!row || width < 1) return [];
    const through = until && addDays(until, -1);
    const told = language.suspended({ unit, from, through }, pen.sayOn(from));
    const place = { x: left, y: row.top + 1, width, height: rowHeight - 2 };
    const title = element("title", {}, escaped(told));
    const look = { ...suspendedLook(pen.hatch), class: "suspended" };
    return [element("g", {}, title, element("rect", { ...place, ...look }))];
  });
}
