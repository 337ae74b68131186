import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { timelineEn } from "../../src/timeline/en.ts";
import { timeline } from "../../src/timeline/timeline.ts";
import { timelineVi } from "../../src/timeline/vi.ts";
import { eventsOf, hostileName, streams } from "../calendar/rotations.ts";
import { opening } from "../chair-rotation/life.ts";
import { all, ofClass, type Read, readXml } from "./xml.ts";

const language = fc.constantFrom(timelineVi, timelineEn);

/** Everything that has a place lies within the picture. */
function expectInside(root: Read) {
  const [width, height] = ["width", "height"].map((name) => Number(root.attributes.get(name)));
  for (const { name, attributes } of all(root)) {
    const isOne = ["rect", "circle", "line"].includes(name) && attributes.get("width") !== "100%";
    for (const [key, value] of isOne ? attributes : []) {
      const size = Number(attributes.get(key === "x" ? "width" : "height") ?? 0);
      if (/^(x|x1|x2|cx)$/.test(key))
        expect(Number(value) + (key === "x" ? size : 0)).toBeLessThanOrEqual(width ?? 0);
      if (/^(y|y1|y2|cy)$/.test(key))
        expect(Number(value) + (key === "y" ? size : 0)).toBeLessThanOrEqual(height ?? 0);
      if (/^(x|y|cx|cy|r|rx|width|height)$/.test(key)) expect(Number(value)).toBeGreaterThanOrEqual(0);
    }
  }
}

describe("the picture of any rotation", () => {
  it("is well-formed, within its own edges, with all of its terms, whatever units are called", () => {
    fc.assert(
      fc.property(
        streams,
        fc.array(hostileName, { minLength: 1, maxLength: 5 }),
        language,
        (events, pool, spoken) => {
          const plan = agenda(events, { number: 9 });
          const root = readXml(
            timeline(plan, { language: spoken, names: (id) => pool[id.length % pool.length] }),
          );
          expect(ofClass(root, "term")).toHaveLength(plan.terms.length);
          expectInside(root);
          expect(all(root).some(({ name }) => name === "script")).toBe(false);
        },
      ),
      { numRuns: 80 },
    );
  });

  it("is the same for equal events, and shows every overlay that the agenda holds", () => {
    fc.assert(
      fc.property(streams, (events) => {
        const stored = JSON.parse(JSON.stringify(events)) as ChairRotationEvent[];
        const plan = agenda(events, { number: 12 });
        const svg = timeline(plan, { language: timelineVi });
        expect(timeline(agenda(stored, { number: 12 }), { language: timelineVi })).toBe(svg);
        const root = readXml(svg);
        for (const kind of ["swap", "substitute"]) {
          // Who leaves the chair on the day on which it takes it has no bar.
          const sits = ({ tenures }: (typeof plan.terms)[number]) =>
            tenures.length === 0 || tenures.some(({ unit }) => unit !== undefined);
          const those = plan.terms.filter((term) => term.departure?.kind === kind && sits(term));
          expect(ofClass(root, kind).length).toBeGreaterThanOrEqual(those.length);
        }
        const acting = plan.terms.flatMap(({ interims }) => interims);
        expect(ofClass(root, "interim")).toHaveLength(acting.length);
        const deputies = plan.terms
          .filter(({ isCancelled }) => !isCancelled)
          .flatMap<unknown>(({ certainty, deputy, deputies: all }) =>
            certainty === "served" ? all : deputy === undefined ? [] : [deputy],
          );
        expect(ofClass(root, "deputy")).toHaveLength(deputies.length);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [1, 1],
    [1, 150],
    [8, 10],
    [28, 146],
    [30, 150],
    [30, 1],
  ])(
    "of %d units and %d terms has a row for each and a bar for each, none of them hidden",
    (units, terms) => {
      const alphabet = "abcdefghijklmnopqrstuvwxyzABCD".slice(0, units);
      const root = readXml(
        timeline(agenda(eventsOf(opening(alphabet)), { number: terms - 1 }), { language: timelineVi }),
      );
      const bars = ofClass(root, "chair");
      expect(bars).toHaveLength(terms);
      const places = new Set(bars.map(({ attributes }) => attributes.get("y")));
      expect(places.size).toBe(Math.min(units, terms));
      for (const { attributes } of bars) expect(Number(attributes.get("width"))).toBeGreaterThanOrEqual(9);
      expectInside(root);
    },
  );
});
