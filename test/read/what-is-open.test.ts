import { describe, expect, it } from "vitest";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { contentOfWant } from "../../src/process/matter-content.ts";
import { type Outcome, ProcessEvent } from "../../src/process/messages.ts";
import { wantId } from "../../src/process/want-id.ts";
import { openPoints } from "../../src/read/what-is-open.ts";
import type { Claim } from "../../src/season/claim.ts";
import { claiming } from "../../src/season/claiming.ts";
import { followMembers } from "../../src/season/follow-members.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { oneRoom } from "../../src/season/one-room.ts";
import { logOf } from "../../src/testing/process-scenario.ts";
import { close, convene } from "../conference/life.ts";

const unmet = { type: "FlagNotGiven", data: {} };
const command = { aggregate: "Flag", id: "x", command: { type: "GiveFlag", data: {} } };

/** A conference that is convened for a season owes its host the flag; one that is cancelled does not. */
const flags = claiming<{ hosts: Map<string, string> }, SeasonEvent>({
  name: "flags",
  version: 1,
  facts: { hosts: new Map() },
  evolve: {
    ConferenceConvened: ({ hosts }, { host }, { id }) => void hosts.set(id, host),
    ConferenceCancelled: ({ hosts }, _, { id }) => void hosts.delete(id),
    ConferenceClosed() {},
  },
  scopes: (_, { id }) => [id],
  all: ({ hosts }) => hosts.keys(),
  claims: ({ hosts }, id) =>
    new Map(
      [...hosts].flatMap(([conference, host]): [string, Claim][] =>
        conference === id ? [[id, { law: "C1", content: { host }, commands: [command], unmet }]] : [],
      ),
    ),
  undo: () => ({ commands: [command], unmet }),
  byHand: { ConferenceClosed: (_, __, { id }) => id },
  matters: ({ hosts }, id) =>
    hosts.get(id) === "police"
      ? [
          {
            key: `look/${id}`,
            law: "X3",
            what: { type: "LookAtIt", data: {} },
            since: "2023-01-09",
            ready: [],
          },
        ]
      : [],
});
const points = openPoints([flags]);

type Fact = readonly [stream: string, event: SeasonEvent | ProcessEvent];
const ledger = (event: ProcessEvent): Fact => ["Process-flags", event];
const place = "Conference-conf";
const convened = (host: string): Fact => [
  place,
  ConferenceEvent.create.ConferenceConvened({ ...convene.data, host, entitled: [host] }),
];
const cancelled: Fact = [
  place,
  ConferenceEvent.create.ConferenceCancelled({ reason: "Thiên tai", cancelledOn: "2023-01-08" }),
];
const closed: Fact = [place, ConferenceEvent.create.ConferenceClosed(close.data)];
const began = ledger(
  ProcessEvent.create.ProcessBegun({ process: "flags", version: 1, since: [{ type: "ConferenceConvened" }] }),
);
const want = (event: string) => wantId("flags", { event, index: 0 });
const claim = { key: "conf", law: "C1", unmet };
const wanted = (event: string): Fact =>
  ledger(
    ProcessEvent.create.EventAnswered({ event, stream: place, wants: [{ ...command, claim }], root: "root" }),
  );
const takenBack = (event: string): Fact =>
  ledger(
    ProcessEvent.create.EventAnswered({
      ...{ event, stream: place, root: "root" },
      wants: [{ ...command, claim: { ...claim, takesBack: true } }],
    }),
  );
const settled = (event: string, outcome: Outcome): Fact =>
  ledger(ProcessEvent.create.WantSettled({ want: want(event), outcome }));
const refusal = { type: "AwardSuspended", data: {} };
const refused = (event: string) => settled(event, { kind: "refused", rejection: refusal });
const carried = (event: string) => settled(event, { kind: "carried", stream: "Flag-x", from: 1, to: 1 });

const open = (...facts: Fact[]) => points.open(points.fold(logOf<SeasonEvent | ProcessEvent>(...facts)));
const settledIn = (...facts: Fact[]) =>
  points.settled(points.fold(logOf<SeasonEvent | ProcessEvent>(...facts)));
const asked = [convened("court"), began, wanted("one")];

describe("what is open", () => {
  it("is what was wanted and refused: why, since when, and what would settle it", () => {
    expect(open(...asked, refused("one"))).toEqual([
      {
        process: "flags",
        ...{ key: "conf", law: "C1", what: unmet, refusal },
        content: contentOfWant(want("one"), { kind: "refused", rejection: refusal }),
        since: "9999-12-31",
        ready: [command],
        want: want("one"),
        cause: "one",
      },
    ]);
  });

  it.each<[string, Fact[]]>([
    ["while it is still to be carried out", asked],
    ["once it is carried out", [...asked, carried("one")]],
    ["once it was so already", [...asked, settled("one", { kind: "void" })]],
    [
      "once what is wanted of a later fact is carried out",
      [...asked, refused("one"), wanted("two"), carried("two")],
    ],
    [
      "once nothing is owed any more and nothing was done",
      [...asked, refused("one"), cancelled, takenBack("two"), refused("two")],
    ],
    [
      "once what was refused is not owed any more, whatever was done before",
      [...asked, carried("one"), convened("police"), wanted("two"), refused("two"), cancelled],
    ],
    ["once a person decides otherwise", [...asked, refused("one"), closed]],
  ])("is nothing %s", (_, facts) => {
    expect(open(...facts)).toEqual([]);
  });

  it("is also what was carried out and cannot be taken back", () => {
    const found = open(...asked, carried("one"), cancelled, takenBack("two"), refused("two"));
    expect(found).toMatchObject([{ key: "conf", want: want("two") }]);
  });

  it.each<[string, Outcome]>([
    ["stopped", { kind: "stopped", wantsMax: 1_000 }],
    ["in no form to be carried out", { kind: "invalid", problems: [] }],
  ])("is what was %s", (_, outcome) => {
    expect(open(...asked, settled("one", outcome))).toMatchObject([{ key: "conf", want: want("one") }]);
  });

  it.each<[string, Fact[]]>([
    ["a want that came to nothing", [...asked, refused("one")]],
    ["what no command settles", [convened("police"), began]],
  ])("is not any more what a person has settled by hand: %s", (_, facts) => {
    const [{ key = "", content = "" } = {}] = open(...facts);
    const by = { by: "clerk", reason: "Đã xử lý trên giấy" };
    const isSettled = ledger(ProcessEvent.create.MatterSettled({ key, content, ...by }));
    expect(open(...facts, isSettled)).toEqual([]);
    expect(settledIn(...facts, isSettled)).toMatchObject([{ key, content, ...by, settledOn: "9999-12-31" }]);
    const again = ledger(ProcessEvent.create.MatterReopened({ key, content, ...by }));
    expect(open(...facts, isSettled, again)).toMatchObject([{ key, content }]);
    expect(settledIn(...facts, isSettled, again)).toEqual([]);
  });

  it("is again what was settled by hand once its content is another", () => {
    const isSettled = (...facts: Fact[]) => {
      const [{ key = "", content = "" } = {}] = open(...facts);
      return ledger(ProcessEvent.create.MatterSettled({ key, content, by: "clerk", reason: "Xong" }));
    };
    const before = [...asked, refused("one")];
    const after = [...before, isSettled(...before), wanted("two"), refused("two")];
    expect(open(...after)).toMatchObject([{ key: "conf", cause: "two" }]);
    const looked = [convened("police"), began];
    const left = [...looked, isSettled(...looked), cancelled];
    expect(open(...left)).toEqual([]);
    expect(settledIn(...left)).toEqual([]);
  });

  it("is not what a person had skipped, who has decided it", () => {
    const skipped = settled("one", { kind: "skipped", by: "clerk", reason: "Không cần" });
    expect(open(...asked, skipped)).toEqual([]);
    expect(settledIn(...asked, skipped)).toMatchObject([{ key: "conf", by: "clerk", reason: "Không cần" }]);
  });

  it("is what no command settles, in the words of the process", () => {
    const found = [{ process: "flags", key: "look/conf", law: "X3", since: "2023-01-09", ready: [] }];
    expect(open(convened("police"))).toMatchObject(found);
  });

  it("is the same however the log is cut into pages", () => {
    const log = logOf<SeasonEvent | ProcessEvent>(
      ...asked,
      carried("one"),
      cancelled,
      takenBack("two"),
      refused("two"),
    );
    const whole = points.open(points.fold(log));
    for (const at of log.keys())
      expect(points.open(points.fold(log.slice(at), points.fold(log.slice(0, at))))).toEqual(whole);
  });

  it("is another projection for other processes or versions, so that nothing kept of one is read as another's", () => {
    const names = [[oneRoom], [followMembers], [oneRoom, followMembers], [{ ...oneRoom, version: 2 }]].map(
      (processes) => openPoints(processes).name,
    );
    expect(new Set(names).size).toBe(4);
    expect(openPoints([followMembers, oneRoom]).name).toBe(names[2]);
  });

  it("knows no effect of the process itself as a fact", () => {
    const [fact] = logOf<SeasonEvent>([place, cancelled[1] as SeasonEvent]);
    if (!fact) expect.fail();
    const metadata = { ...fact.metadata, actor: "flags", commandId: want("one") };
    const log = [...logOf<SeasonEvent | ProcessEvent>(...asked, refused("one")), { ...fact, metadata }];
    expect(points.open(points.fold(log))).toMatchObject([{ key: "conf" }]);
  });
});
