import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { timeline } from "../../src/timeline/timeline.ts";
import { timelineVi } from "../../src/timeline/vi.ts";
import { eventsOf, streams } from "../calendar/rotations.ts";
import {
  consent,
  decision,
  designate,
  handOver,
  install,
  open,
  opening,
  propose,
} from "../chair-rotation/life.ts";
import { all, ofClass, type Read, readXml } from "./xml.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

/** The relative luminance of a colour, and the contrast of two, as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours of a dark screen by those in the light, from the style sheet of the picture. */
function darkOf(root: Read): Map<string, string> {
  const style = all(root).find(({ name }) => name === "style")?.text ?? "";
  return new Map(
    [...style.matchAll(/\[fill="(#\w{6})"\]\{fill:(#\w{6})\}/g)].map(([, light = "", dark = ""]) => [
      light,
      dark,
    ]),
  );
}

/** Each text with its colour, and the fill of what was last drawn below its middle. */
function textsOn(root: Read): { words: string; fill: string; ground: string }[] {
  const drawn = all(root);
  return drawn.flatMap((read, at) => {
    if (read.name !== "text") return [];
    const [x, y] = ["x", "y"].map((key) => Number(read.attributes.get(key)));
    const below = drawn.slice(0, at).findLast(({ name, attributes }) => {
      const fill = attributes.get("fill");
      if (name !== "rect" || fill === undefined || fill === "none") return false;
      const [left = 0, top = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((key) =>
        Number(attributes.get(key) ?? 0),
      );
      const isSheet = attributes.get("width") === "100%";
      return (
        isSheet ||
        ((x ?? 0) >= left && (x ?? 0) <= left + width && (y ?? 0) - 4 >= top && (y ?? 0) - 4 <= top + height)
      );
    });
    return [
      {
        words: read.text,
        fill: read.attributes.get("fill") ?? "",
        ground: below?.attributes.get("fill") ?? "",
      },
    ];
  });
}

const swapped = [opening("abcd"), install("2022", "a"), propose("b2023", "c2024"), consent("c")];
const rich = eventsOf(
  opening("abcdefgh", { deputy: "nextChair" }),
  install("2022", "a"),
  create.NameSubstitute({ term: "2023", unit: "b", chair: "e", reason }),
  propose("c2024", "d2025"),
  consent("d"),
  create.RecordVacancy({ term: "2027", from: "2027-01-01", reason }),
  create.RecordVacancy({ term: "2022", from: "2022-07-01", reason }),
  create.AppointActingChair({ term: "2022", unit: "b", from: "2022-07-01", reason }),
  create.MergeInRotation({ units: ["h"], into: "g", mergedOn: "2024-03-01" }),
);
const pictures = [
  ["all kinds of marks", rich, 9],
  ["30 terms", rich, 29],
  ["a flag", eventsOf(open, designate, handOver), 3],
  [
    "a chair that was vacated on the day on which it was taken",
    eventsOf(open, create.RecordVacancy({ term: "2022", from: "2022-01-01", reason })),
    3,
  ],
  [
    "a flag that was lost before the picture begins",
    eventsOf(
      open,
      create.ReportFlagLost({
        custodian: { kind: "unit", unit: "judgment" },
        lostOn: "2022-01-01",
        reason,
      }),
    ),
    3,
  ],
  ...["a", "b"].map(
    (chair) =>
      [
        `a term that began vacant, and ${chair} took its chair on the same day`,
        eventsOf(
          opening("ab"),
          install("2022", "a"),
          create.RecordVacancy({ term: "2022", from: "2022-06-01", reason }),
          create.BeginVacantTerm({ term: "2023", begunOn: "2023-12-31" }),
          create.InstallChair({ term: "2023", chair, installedOn: "2023-12-31", basis: decision }),
        ),
        3,
      ] as const,
  ),
  [
    "a designation",
    eventsOf(
      opening("abc", { succession: { kind: "elected" } }),
      install("2022", "a"),
      create.DesignateChair({ term: "2023", chair: "b", basis: decision, designatedOn: "2022-01-01" }),
    ),
    2,
  ],
] as const;
const pictureOf = (events: Parameters<typeof agenda>[0], number: number) =>
  readXml(timeline(agenda(events, { number }), { language: timelineVi }));

function expectLegible(root: Read) {
  const dark = darkOf(root);
  for (const { words, fill, ground } of textsOn(root)) {
    expect([words, contrast(fill, ground) >= 4.5], `${fill} on ${ground}`).toEqual([words, true]);
    const [other, below] = [dark.get(fill), dark.get(ground)];
    expect([words, contrast(other ?? "", below ?? "") >= 4.5], `dark ${other} on ${below}`).toEqual([
      words,
      true,
    ]);
  }
}

/** The look of a bar, without its size. */
const lookOf = ({ attributes }: Read) =>
  ["fill", "stroke", "stroke-dasharray"].map((key) => attributes.get(key) ?? "").join(" ");
const kinds = [
  "chair",
  "deputy",
  "swap",
  "substitute",
  "turn",
  "interim",
  "vacant",
  "open",
  "stands",
  "cancelled",
  "absent",
  "suspended",
];
const looks = (reads: readonly Read[]) => [...new Set(reads.map(lookOf))].sort();

function expectLegendOf(root: Read) {
  const bars = kinds.flatMap((kind) => ofClass(root, kind).filter(({ name }) => name === "rect"));
  const held = ofClass(root, "custody").flatMap(({ children }) =>
    children.filter(({ name }) => name === "rect"),
  );
  const swatches = ofClass(root, "legend").flatMap(({ children }) =>
    children.filter(({ name, attributes }) => name === "rect" && attributes.has("rx")),
  );
  expect(looks(swatches)).toEqual(looks([...bars, ...held]));
}

describe("every text of the picture", () => {
  it.each(pictures)(
    "with %s has a contrast of 4.5 or better, on paper and on a dark screen",
    (_, events, number) => {
      expectLegible(pictureOf(events, number));
    },
  );

  it("has it in the picture of any rotation, and the legend shows the looks of the picture and no others", () => {
    fc.assert(
      fc.property(streams, fc.constantFrom(3, 12), (events, number) => {
        const root = pictureOf(events, number);
        expectLegible(root);
        expectLegendOf(root);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the legend", () => {
  it.each(pictures)("of %s shows the looks of the picture and no others", (_, events, number) => {
    expectLegendOf(pictureOf(events, number));
  });
});

describe("a picture in grey print", () => {
  it("tells certainty by a pattern and never by a lighter colour", () => {
    for (const [, events, number] of pictures)
      for (const { attributes } of all(pictureOf(events, number)))
        expect([...attributes.keys()].filter((key) => key.includes("opacity"))).toEqual([]);
  });

  it("tells a swap and a substitute by a sign where there is no room for words", () => {
    const root = pictureOf(rich, 29);
    for (const kind of ["swap", "substitute"]) {
      const bars = ofClass(root, kind);
      expect(bars.length).toBeGreaterThan(0);
      const signed = ofClass(root, "term").filter(
        ({ children }) =>
          children.some(({ attributes }) => attributes.get("class") === kind) &&
          children.some(({ name }) => name === "path"),
      );
      expect(signed).toHaveLength(bars.length);
    }
    expect(ofClass(pictureOf(eventsOf(...swapped), 29), "swap")).toHaveLength(2);
  });

  it("keeps its fills on paper and drops the bands behind them", () => {
    const style = all(pictureOf(rich, 3)).find(({ name }) => name === "style")?.text;
    expect(style).toMatch(/@media print\{.*print-color-adjust:exact/);
    expect(style).toContain("@media screen and (prefers-color-scheme:dark)");
  });
});
