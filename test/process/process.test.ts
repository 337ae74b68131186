import { describe, expect, it } from "vitest";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { check } from "../../src/kernel/input.ts";
import { contentOfWant } from "../../src/process/matter-content.ts";
import { type Outcome, ProcessCommand, ProcessEvent } from "../../src/process/messages.ts";
import { processLedger } from "../../src/process/process.ts";
import { wantId } from "../../src/process/want-id.ts";
import { given } from "../../src/testing/scenario.ts";
import { register } from "./greeting.ts";

const { create: happened } = ProcessEvent;
const { create } = ProcessCommand;
const begun = happened.ProcessBegun({ process: "strive", version: 1, since: [{ type: "PledgeDrafted" }] });
const answered = happened.EventAnswered({
  event: "e1",
  stream: "Pledge-police",
  wants: [register("police"), register("court")],
  root: "c1",
});
const [first, second] = [0, 1].map((index) => wantId("strive", { event: "e1", index })) as [string, string];
const settled = (want: string, outcome: Outcome) => happened.WantSettled({ want, outcome });
const refusal: Outcome = { kind: "refused", rejection: { type: "PledgeEmpty", data: {} } };
const why = { by: "secretary", reason: "Đã làm trên giấy" };
const openIn = (events: ProcessEvent[]) => {
  const state = processLedger.fold(events);
  return state.status === "running" ? [...state.open] : [];
};

describe("the ledger of a process", () => {
  it("keeps what is wanted in its order until each is settled", () => {
    expect(openIn([begun, answered])).toEqual([first, second]);
    expect(openIn([begun, answered, settled(first, { kind: "void" })])).toEqual([second]);
  });

  it("lets a person skip what is still to be carried out, once", () => {
    const skip = create.SkipWant({ want: first, ...why });
    const result = given(processLedger, [begun, answered]).when(skip);
    const skipped = settled(first, { kind: "skipped", ...why });
    result.thenEvents(skipped);
    given(processLedger, [begun, answered, skipped]).when(skip).thenNothing();
    given(processLedger, [begun, answered, settled(first, { kind: "void" })])
      .when(skip)
      .thenRejected("WantDone", { want: first });
    given(processLedger, [begun]).when(skip).thenRejected("WantUnknown", { want: first });
  });

  it("lets a person have tried again what came to nothing, and nothing else", () => {
    const reopen = create.ReopenWant({ want: first, ...why });
    const reopened = happened.WantReopened({ want: first, ...why });
    const refused = [begun, answered, settled(first, refusal)];
    given(processLedger, refused).when(reopen).thenEvents(reopened);
    given(processLedger, [...refused, reopened])
      .when(reopen)
      .thenNothing();
    expect(openIn([...refused, reopened])).toEqual([second, first]);
    const done = settled(first, { kind: "carried", stream: "Pledge-police", from: 2, to: 2 });
    given(processLedger, [begun, answered, done]).when(reopen).thenRejected("WantDone", { want: first });
    given(processLedger, [begun]).when(reopen).thenRejected("WantUnknown", { want: first });
  });

  it("lets a person have an event passed over that is not answered, once", () => {
    const skip = create.SkipEvent({ event: "e1", stream: "Pledge-police", root: "c1", ...why });
    const skipped = happened.EventSkipped(skip.data);
    given(processLedger, [begun]).when(skip).thenEvents(skipped);
    given(processLedger, [begun, skipped]).when(skip).thenNothing();
    given(processLedger, [begun, answered]).when(skip).thenRejected("EventTaken", { event: "e1" });
    given(processLedger)
      .when(skip)
      .thenRejected("WrongState", { aggregate: "Process", status: "blank", allowed: ["running"] });
  });

  it("lets a person have an event forgotten that only a later version cannot remember", () => {
    const skip = { event: "e1", stream: "Pledge-police", root: "c1", ...why };
    const forget = (version: number) => create.SkipEvent({ ...skip, version });
    const newer = happened.ProcessBegun({ ...begun.data, version: 2 });
    const forgotten = happened.EventSkipped(skip);
    given(processLedger, [begun, answered, newer]).when(forget(2)).thenEvents(forgotten);
    given(processLedger, [begun, answered, newer, forgotten]).when(forget(2)).thenNothing();
    for (const [history, version] of [
      [[begun, answered], 1],
      [[begun, answered, newer], 1],
      [[begun, answered, newer, happened.ProcessBegun({ ...begun.data, version: 3 })], 2],
    ] as const)
      given(processLedger, [...history])
        .when(forget(version))
        .thenRejected("EventTaken", { event: "e1" });
    expect(openIn([begun, answered, newer, forgotten])).toEqual([first, second]);
  });

  it("lets a person settle what is open as it was seen, once, and open it again", () => {
    const matter = { key: "award/x", content: "m1", ...why };
    const settle = create.SettleMatter({ ...matter, open: ["m0", "m1"] });
    const isSettled = happened.MatterSettled(matter);
    const reopened = happened.MatterReopened(matter);
    given(processLedger, [begun]).when(settle).thenEvents(isSettled);
    given(processLedger, [begun, isSettled]).when(settle).thenNothing();
    given(processLedger, [begun])
      .when(create.SettleMatter({ ...matter, open: ["m2"] }))
      .thenRejected("MatterNotOpen", { key: "award/x" });
    given(processLedger, [begun, isSettled]).when(create.ReopenMatter(matter)).thenEvents(reopened);
    given(processLedger, [begun, isSettled, reopened]).when(settle).thenEvents(isSettled);
    given(processLedger, [begun])
      .when(create.ReopenMatter(matter))
      .thenRejected("MatterNotSettled", { key: "award/x" });
  });

  it("forgets that a want was settled by hand once it is tried again", () => {
    const content = contentOfWant(first, refusal);
    const isSettled = happened.MatterSettled({ key: "award/x", content, ...why });
    const log = [begun, answered, settled(first, refusal), isSettled];
    const keysIn = (events: ProcessEvent[]) => {
      const state = processLedger.fold(events);
      return state.status === "running" ? [...state.settled.values()].map(({ key }) => key) : [];
    };
    expect(keysIn(log)).toEqual(["award/x"]);
    expect(keysIn([...log, happened.WantReopened({ want: first, ...why })])).toEqual([]);
  });

  it.each<[string, ProcessEvent[]]>([
    ["begins a version after a lower one", [begun, begun]],
    ["begins as one process", [begun, happened.ProcessBegun({ ...begun.data, process: "x", version: 2 })]],
    [
      "answers each type from one place",
      [happened.ProcessBegun({ ...begun.data, since: [...begun.data.since, ...begun.data.since] })],
    ],
    ["answers an event once", [begun, answered, answered]],
    ["skips no event that it has answered", [begun, answered, happened.EventSkipped({ ...skippedData() })]],
    ["settles what it wants", [begun, settled(first, { kind: "void" })]],
    ["settles a want once", [begun, answered, settled(first, refusal), settled(first, refusal)]],
    [
      "settles an open matter once",
      [
        begun,
        happened.MatterSettled({ key: "k", content: "m", ...why }),
        happened.MatterSettled({ key: "k", content: "m", ...why }),
      ],
    ],
    [
      "opens again what was settled by hand",
      [begun, happened.MatterReopened({ key: "k", content: "m", ...why })],
    ],
    ["opens again what came to nothing", [begun, answered, happened.WantReopened({ want: first, ...why })]],
  ])("%s: a log that says otherwise is damaged", (_, log) => {
    expect(() => processLedger.fold(log)).toThrow(ImpossibleEvent);
  });

  it("stores of a command what JSON can hold, absent fields absent", () => {
    const wanted = { aggregate: "Pledge", id: "a", command: { type: "X", data: { on: undefined, to: [1] } } };
    const event = happened.EventAnswered({ ...answered.data, wants: [wanted] });
    expect(JSON.stringify(event.data.wants)).toBe(
      '[{"aggregate":"Pledge","id":"a","command":{"type":"X","data":{"to":[1]}}}]',
    );
    expect("on" in (event.data.wants[0]?.command.data ?? {})).toBe(false);
    for (const data of [{ at: new Date(0) }, { n: Number.NaN }, { f: () => 1 }, [1], null, new Map()]) {
      const input = { ...answered.data, wants: [{ ...wanted, command: { type: "X", data } }] };
      expect(check(ProcessEvent.data.EventAnswered, input).ok).toBe(false);
    }
  });
});

function skippedData() {
  return { event: "e1", stream: "Pledge-police", root: "c1", ...why };
}
