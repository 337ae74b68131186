import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterEach } from "../../src/chair-rotation/evolving.ts";
import type { NominalTerm } from "../../src/chair-rotation/forecast/nominal-term.ts";
import { comingTerms } from "../../src/chair-rotation/forecast/reckoning.ts";
import { replanning } from "../../src/chair-rotation/forecast/replan.ts";
import type { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { nameFrom } from "../../src/chair-rotation/names.ts";
import { type Agenda, type AgendaTerm, agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { movedBy } from "../../src/chair-rotation/questions/moved.ts";
import { type History, history, lived } from "./histories.ts";

const last = 14;

/** All that a calendar says of a term, as a text. */
function said({ names }: Agenda, term: AgendaTerm): string {
  const { chair, nominal, departure, interims, tenures, deputies, certainty, isCancelled } = term;
  const day = tenures[0]?.from ?? term.startsOn;
  const turn = departure && nominal.kind === "unit" ? nominal.unit : undefined;
  // Of a term that has begun the tenures say who sat in the chair, also that nobody did.
  const named = chair.kind === "unit" ? [chair.unit] : chair.kind === "open" ? chair.among : [];
  const chairs = tenures.length > 0 ? [] : named;
  const sitting = [...tenures, ...deputies, ...interims].map(({ unit }) => unit);
  const called = [...chairs, turn, tenures.length > 0 ? undefined : term.deputy, ...sitting].map(
    (unit) => unit && [unit, nameFrom(names.get(unit) ?? [], day)],
  );
  const spans = [tenures, deputies].map((all) => all.map(({ from }) => from));
  const until = tenures.at(-1)?.until ?? term.endsOn;
  return JSON.stringify([day, until, chair.kind, called, departure, interims, spans, certainty, isCancelled]);
}

const handedSaid = ({ names }: Agenda, { from, to, deputy, on }: Agenda["handovers"][number]): string =>
  JSON.stringify([from, to, deputy].map((unit) => unit && nameFrom(names.get(unit) ?? [], on)));

/** How often each text has changed from one prefix of the events to the next. */
function changes(texts: readonly (readonly string[])[]): number[] {
  const counts: number[] = [];
  for (const [at, now] of texts.entries())
    for (const [number, text] of now.entries()) {
      const was = texts[at - 1]?.[number];
      counts[number] = (counts[number] ?? 0) + (was !== undefined && was !== text ? 1 : 0);
    }
  return counts;
}

/** A turn that is owed for the term after the next one is broken when the next one has just begun. */
const brokenDebt: History = {
  units: 1,
  policy: { skip: { kind: "defer", terms: 2 } },
  deeds: (["decline", "advance", "break"] as const).map((deed) => ({ deed, x: 0, y: 0, z: 0 })),
};

/** The running term is vacated from its first day on: a new name of the unit that had the chair is not said of it. */
const vacatedAtOnce: History = {
  flag: true,
  units: 1,
  policy: { succession: { kind: "cycle" } },
  deeds: (["vacateNow", "rename"] as const).map((deed) => ({ deed, x: 0, y: 0, z: 0 })),
};

/** Something is done after the next terms should have begun, and facts of the days between meet them. */
const overdue: History = {
  flag: true,
  units: 2,
  policy: { succession: { kind: "cycle" }, skip: { kind: "forfeit" } },
  deeds: [
    { deed: "split", x: 0, y: 0, z: 1 },
    { deed: "skip", x: 0, y: 0, z: 0 },
    { deed: "acting", x: 1, y: 0, z: 2 },
  ],
};

type Row = Pick<NominalTerm, "number" | "startsOn" | "endsOn" | "seat" | "by" | "deputy">;
const rowOf = ({ number, startsOn, endsOn, seat, by, deputy }: NominalTerm): Row => {
  return { number, startsOn, endsOn, seat, by, deputy };
};

describe("the coming terms, reckoned anew where an event moves them", () => {
  it("are the same as all terms reckoned anew", () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (one, far, near) => {
          const { state, steps } = lived(one);
          const opened = { type: "RotationOpened", data: state.opening } as const;
          const replan = replanning(last, { near, far });
          const rows = new Map<number, Row>();
          const events: ChairRotationEvent[] = [opened, ...steps.flatMap((step) => step.events)];
          for (const { state: now, event } of afterEach(events)) {
            if (now.status === "blank") continue;
            replan(now, movedBy(now, event), (term) => rows.set(term.number, rowOf(term)));
            const next = now.served.length;
            const enough = ({ number }: { number: number }) => number >= last;
            const all = comingTerms(now, { enough }, rowOf).filter(({ number }) => number <= last);
            expect(all).toEqual([...rows.values()].filter(({ number }) => number >= next).sort(byNumber));
          }
        },
      ),
      {
        numRuns: 150,
        examples: [
          [brokenDebt, 1, 1],
          [overdue, 1, 1],
        ],
      },
    );
  });
});

const byNumber = (a: Row, b: Row) => a.number - b.number;

describe("the revision of an entry", () => {
  it("is the number of events after which the calendar said something else of it", () => {
    fc.assert(
      fc.property(history, (one) => {
        const { state, steps } = lived(one);
        const opened = { type: "RotationOpened", data: state.opening } as const;
        const events: ChairRotationEvent[] = [opened, ...steps.flatMap((step) => step.events)];
        const agendas = events.map((_, at) => agenda(events.slice(0, at + 1), { number: last }));
        const now = agendas.at(-1);
        const terms = agendas.map((old) => old.terms.map((term) => said(old, term)));
        expect(now?.terms.map(({ revision }) => revision)).toEqual(changes(terms));
        const handovers = agendas.map((old) => old.handovers.map((handed) => handedSaid(old, handed)));
        expect(now?.handovers.map(({ revision }) => revision)).toEqual(changes(handovers));
      }),
      { numRuns: 60, examples: [[vacatedAtOnce]] },
    );
  });
});
