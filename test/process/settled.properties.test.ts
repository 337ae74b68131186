import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOfMatter, contentOfWant } from "../../src/process/matter-content.ts";
import { ProcessCommand, ProcessEvent } from "../../src/process/messages.ts";
import { type Ledger, ledgerApart, ledgerWith, processLedger } from "../../src/process/process.ts";
import { wantId } from "../../src/process/want-id.ts";
import { register } from "./greeting.ts";

const { create } = ProcessCommand;
const why = { by: "clerk", reason: "Đã làm trên giấy" };
const key = "title/police";
const refusals = ["PledgeEmpty", "TitleTaken"].map((type) => ({
  kind: "refused" as const,
  rejection: { type, data: {} },
}));
const want = wantId("strive", { event: "e1", index: 0 });
const begun: ProcessEvent[] = [
  ProcessEvent.create.ProcessBegun({ process: "strive", version: 1, since: [{ type: "PledgeDrafted" }] }),
  ProcessEvent.create.EventAnswered({
    event: "e1",
    stream: "Pledge-police",
    wants: [register("police")],
    root: "c1",
  }),
];

/** What people and the runner do about one want, which is refused now for one reason and now for another. */
type Move =
  | { how: "refuse"; as: number }
  | { how: "settle"; seen: number }
  | { how: "reopen" | "open again" };
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ how: fc.constant("refuse" as const), as: fc.nat(1) }),
  fc.record({ how: fc.constant("settle" as const), seen: fc.nat(1) }),
  fc.record({ how: fc.constantFrom("reopen" as const, "open again" as const) }),
);

/** The same in the words of an office: why it was refused, if it was, and whether the clerk has settled just that. */
type Model = { refusedAs: number | undefined; settled: Set<number> };

const contents = refusals.map((outcome) => contentOfWant(want, outcome));

function commandOf(made: Move, model: Model): ProcessCommand | undefined {
  const open = model.refusedAs === undefined ? [] : [contents[model.refusedAs] ?? ""];
  const seen = (which: number) => ({ key, content: contents[which] ?? "", ...why });
  if (made.how === "settle") return create.SettleMatter({ ...seen(made.seen), open });
  if (made.how === "reopen") return create.ReopenWant({ want, ...why });
  if (made.how === "open again") return create.ReopenMatter(seen(model.refusedAs ?? 0));
  return undefined;
}

/** Whether it is to be accepted; the model is as it is after it. */
function expected(made: Move, model: Model): boolean {
  const { refusedAs, settled } = model;
  switch (made.how) {
    case "refuse":
      model.refusedAs ??= made.as;
      return true;
    case "settle":
      if (settled.has(made.seen)) return true;
      if (refusedAs === made.seen) settled.add(made.seen);
      return refusedAs === made.seen;
    case "reopen":
      if (refusedAs !== undefined) settled.delete(refusedAs);
      model.refusedAs = undefined;
      return true;
    case "open again":
      return settled.delete(refusedAs ?? 0);
  }
}

describe("what people settle by hand", () => {
  it("is hidden while it is what they settled, and seen anew with another content or once it is tried again", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let ledger: Ledger = processLedger.fold(begun);
        const model: Model = { refusedAs: undefined, settled: new Set() };
        for (const made of moves) {
          const command = commandOf(made, model);
          const isRefusedAnew = made.how === "refuse" && model.refusedAs === undefined;
          const isAccepted = expected(made, model);
          if (command) {
            const decision = processLedger.decide(command, ledger);
            expect(decision.ok).toBe(isAccepted);
            if (decision.ok) ledger = processLedger.fold(decision.events, ledger);
          } else if (isRefusedAnew) {
            const outcome = refusals[model.refusedAs ?? 0] ?? { kind: "void" as const };
            ledger = processLedger.fold([ProcessEvent.create.WantSettled({ want, outcome })], ledger);
          }
          const settled = ledger.status === "running" ? [...ledger.settled.keys()].sort() : [];
          expect(settled).toEqual([...model.settled].map((one) => contents[one]).sort());
        }
      }),
    );
  });

  it("is so in the ledger that a runner goes on with, event by event, as in one that is folded", () => {
    const told = fc.constantFrom<ProcessEvent>(
      ...refusals.map((outcome) => ProcessEvent.create.WantSettled({ want, outcome })),
      ProcessEvent.create.WantReopened({ want, ...why }),
      ...contents.map((content) => ProcessEvent.create.MatterSettled({ key, content, ...why })),
      ProcessEvent.create.MatterReopened({ key, content: contents[0] ?? "", ...why }),
      ...["e1", "e2"].map((event) =>
        ProcessEvent.create.EventSkipped({ event, stream: "Pledge-police", root: "c1", ...why }),
      ),
    );
    fc.assert(
      fc.property(fc.array(told, { maxLength: 30 }), (events) => {
        let made: Ledger = processLedger.fold(begun);
        const grown = begun.reduce(ledgerWith, processLedger.initialState());
        for (const event of events) {
          const forked = ledgerApart(grown);
          try {
            made = processLedger.evolve(made, event);
          } catch (error) {
            // Nothing has changed, and what it was forked as stays as it was.
            expect(() => ledgerWith(grown, event)).toThrow(String((error as Error).message));
            expect(grown).toEqual(forked);
            continue;
          }
          const before = processLedger.fold([], forked);
          ledgerWith(grown, event);
          expect(grown).toEqual(made);
          expect(forked).toEqual(before);
        }
      }),
    );
  });

  it("is known by what is said of it, and not by when it is due or how it could be settled", () => {
    const matter = { key, law: "C19", what: { type: "DraftNotIssued", data: {} }, since: "2023-01-09" };
    const content = contentOfMatter(matter);
    expect(contentOfMatter({ ...matter, ...{ due: "2023-02-08", ready: [] } })).toBe(content);
    for (const other of [
      { key: "x" },
      { law: "C20" },
      { since: "2023-01-10" },
      { what: { type: "DraftNotIssued", data: { title: "x" } } },
    ])
      expect(contentOfMatter({ ...matter, ...other })).not.toBe(content);
  });
});
