import type { Certainty } from "../chair-rotation/forecast/forecast.ts";
import type { Agenda, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import { arrowAt, signAt as changeSignAt } from "./change-marks.ts";
import { flagAt, ring } from "./handover-mark.ts";
import type { Mark, TimelineLanguage } from "./language.ts";
import { hasChair, hasVacancy, lostTurn, margin } from "./layout.ts";
import {
  absentLook,
  barLook,
  cancelledLook,
  flagLook,
  type Hue,
  ink,
  interimLook,
  lostLook,
  openLook,
  paper,
  suspendedLook,
  turnLook,
  vacantLook,
} from "./look.ts";
import { type Attributes, element, escaped, widthOf } from "./markup.ts";
import { signAt } from "./term-marks.ts";

const [lineHeight, swatchWidth, size] = [26, 26, 12];

/** A mark of the picture, and the certainties with which it occurs: each has a look of its own. */
type Shown = { mark: Mark; certainties: readonly Certainty[] };

/** The legend below `top`, on as many lines as `width` needs, and its height. */
export function legendOf(
  marks: readonly Shown[],
  language: TimelineLanguage,
  { top, width, hatch }: { top: number; width: number; hatch: string },
): { markup: string; height: number } {
  let [x, line] = [margin, 0];
  const items = marks.map(({ mark, certainties }) => {
    const words = language.legend[mark];
    const looks = certainties.length > 0 ? certainties : (["served"] as const);
    const swatches = looks.length * (swatchWidth + 4) + 4;
    const room = swatches + widthOf(words, size) + 20;
    if (x > margin && x + room > width - margin) [x, line] = [margin, line + 1];
    const y = top + line * lineHeight;
    const item =
      looks.map((one, at) => swatch(mark, one, { x: x + at * (swatchWidth + 4), y, hatch })).join("") +
      element("text", { x: x + swatches, y: y + 12, "font-size": size, fill: ink }, escaped(words));
    x += room;
    return item;
  });
  return {
    markup: element("g", { class: "legend" }, ...items),
    height: marks.length === 0 ? 0 : (line + 1) * lineHeight,
  };
}

function swatch(
  mark: Mark,
  certainty: Certainty,
  { x, y, hatch }: { x: number; y: number; hatch: string },
): string {
  const middle = x + swatchWidth / 2;
  switch (mark) {
    case "handoverWithFlag":
      return flagAt(x + 9, y + 11);
    case "handover":
      return (
        element("line", { x1: middle, x2: middle, y1: y - 2, y2: y + 14, stroke: ink }) + ring(middle, y + 13)
      );
    case "joined":
    case "left":
    case "ended":
      return changeSignAt(mark, middle, y + 8);
    case "merged":
      return arrowAt(middle, y, y + 16);
    default: {
      const height = mark === "deputy" ? 11 : mark === "interim" || mark === "stands" ? 9 : 15;
      const place = { x, y: y + 8 - height / 2, width: swatchWidth, height, rx: 3 };
      const look = lookOf(mark, certainty, hatch);
      const isSolid = certainty === "served";
      const sign = mark === "swap" || mark === "substitute" ? mark : undefined;
      const plate = { x: middle - 7, y: y + 1, width: 14, height: 14, fill: paper };
      return (
        element("rect", { ...place, ...look }) +
        (sign && !isSolid ? element("rect", plate) : "") +
        (sign ? signAt(sign, middle, y + 8, 5, isSolid ? paper : ink) : "")
      );
    }
  }
}

type BarMark = Exclude<Mark, "handover" | "handoverWithFlag" | "joined" | "left" | "ended" | "merged">;

function lookOf(mark: BarMark, certainty: Certainty, hatch: string): Attributes {
  switch (mark) {
    case "swap":
    case "substitute":
    case "deputy":
      return barLook(mark, certainty, hatch);
    case "interim":
      return interimLook;
    case "turnOf":
      return turnLook;
    case "vacant":
      return vacantLook(hatch);
    case "open":
    case "stands":
      return openLook(hatch);
    case "cancelled":
      return cancelledLook;
    case "absent":
      return absentLook;
    case "suspended":
      return suspendedLook(hatch);
    case "flagLost":
      return lostLook;
    case "flag":
      return flagLook;
    default:
      return barLook("chair", mark, hatch);
  }
}

/**
 * The marks in the picture, in the legend's order, and only those; `isAbsent`, `isSuspended`: some unit is no member, or
 * is suspended, for a time.
 */
export function marksIn(
  { terms, handovers, changes, flag }: Pick<Agenda, "terms" | "handovers" | "changes" | "flag">,
  { isAbsent, isSuspended }: { isAbsent: boolean; isSuspended: boolean },
): Shown[] {
  const live = terms.filter(({ isCancelled }) => !isCancelled);
  const hueOf = ({ departure }: AgendaTerm): Hue =>
    departure && departure.kind !== "vacant" ? departure.kind : "chair";
  const chaired = live.filter(hasChair);
  // The deputy of a term whose chair is still to be chosen is no more certain than others far ahead.
  const lookFor = ({ certainty }: AgendaTerm) => (certainty === "open" ? "conditional" : certainty);
  const certaintiesOf = (those: readonly AgendaTerm[]) =>
    (["served", "assigned", "nominal", "conditional"] as const).filter((certainty) =>
      those.some((term) => lookFor(term) === certainty),
    );
  const by = (hue: Hue) => certaintiesOf(chaired.filter((term) => hueOf(term) === hue));
  const end = terms.at(-1)?.endsOn ?? "";
  const within = changes.filter(({ on }) => on < end);
  const has = (...kinds: readonly string[]) => within.some(({ kind }) => kinds.includes(kind));
  const kinds: [Mark, readonly Certainty[]][] = [
    [
      "deputy",
      certaintiesOf(
        live.filter(({ certainty, deputy, deputies }) =>
          certainty === "served" ? deputies.length > 0 : deputy !== undefined,
        ),
      ),
    ],
    ["swap", by("swap")],
    ["substitute", by("substitute")],
  ];
  const present: [Mark, boolean][] = [
    ["turnOf", live.some((term) => lostTurn(term) !== undefined)],
    ["interim", live.some(({ interims: all }) => all.length > 0)],
    ["vacant", live.some(hasVacancy)],
    ["open", live.some(({ chair }) => chair.kind === "open")],
    ["stands", live.some(({ chair }) => chair.kind === "open" && chair.among.length > 0)],
    ["cancelled", live.length < terms.length],
    ["handover", handovers.some((one) => one.flag === undefined)],
    ["handoverWithFlag", handovers.some((one) => one.flag !== undefined)],
    ["joined", within.some(({ begun }) => begun.length > 0)],
    ["left", has("left")],
    ["ended", has("ended", "merged", "split")],
    ["merged", has("merged", "split")],
    ["absent", isAbsent],
    ["suspended", isSuspended],
    ["flag", flag.some(({ custodian }) => custodian.kind !== "lost")],
    ["flagLost", flag.some(({ custodian }) => custodian.kind === "lost")],
  ];
  return [
    ...by("chair").map((certainty): Shown => ({ mark: certainty, certainties: [certainty] })),
    ...kinds.flatMap(([mark, certainties]) => (certainties.length > 0 ? [{ mark, certainties }] : [])),
    ...present.flatMap(([mark, isThere]) => (isThere ? [{ mark, certainties: [] }] : [])),
  ];
}
