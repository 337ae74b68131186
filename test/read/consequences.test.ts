import { describe, expect, it } from "vitest";
import { PledgeCommand } from "../../src/pledge/messages.ts";
import type { Addressed } from "../../src/process/messages.ts";
import { followMembers } from "../../src/season/follow-members.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { askedAndSent, askingOffice } from "../season/foreseen.ts";
import { constitute, convened, inConference, merge, openRotation, pledge, toPledge } from "../season/year.ts";

const { checkIns, open, table, adopt, sign, close } = inConference;
const meeting = [constitute, convened, ...checkIns, open, table];

async function yearOf(commands: readonly Addressed[], store: EventStore = inMemoryStore()) {
  const office = askingOffice(store);
  for (const command of commands)
    expect((await office.send(command)).outcome, command.command.type).toMatchObject({ ok: true });
  return { store, office, asked: (command: Addressed) => askedAndSent(office, store, command) };
}

describe("what a command would lead to", () => {
  it("is what each process would do, by which law and for which event", async () => {
    const { asked } = await yearOf([constitute, openRotation, pledge("army")]);
    const { outcome, consequences, opens, closes, complete } = await asked(merge);
    expect(outcome).toMatchObject({ ok: true, events: [{ type: "MembersMerged" }] });
    expect(consequences).toMatchObject([
      {
        process: "follow-members",
        claim: { law: "C21" },
        cause: { type: "MembersMerged" },
        events: [{ type: "UnitsMergedInRotation" }],
      },
      { claim: { law: "C22" }, cause: { type: "MembersMerged" }, events: [{ type: "PledgeTransferred" }] },
    ]);
    expect([opens, closes, complete]).toEqual([[], [], true]);
  });

  it("is also what would be open, and what would not be any more", async () => {
    const { asked, office } = await yearOf([...meeting, sign]);
    expect((await asked(adopt)).opens).toMatchObject([{ law: "C19", what: { type: "DraftNotIssued" } }]);
    const { opens } = await asked(close);
    const next = opens.filter(({ law }) => law === "C36");
    expect(next.map(({ what }) => what)).toContainEqual({
      type: "SeasonNotPrepared",
      data: { what: "directive", season: "2023" },
    });
    expect(opens.filter((one) => !next.includes(one))).toMatchObject([
      { law: "C20", key: "pledge/k/x", what: { type: "PledgeNotSigned" } },
    ]);
    const drafted = { ...pledge("police"), id: "x" };
    const changed = await asked(drafted);
    expect(changed).toMatchObject({ opens: [{ key: "pledge/k/x" }], closes: [] });
    await office.send(
      toPledge(
        "x",
        PledgeCommand.create.PromiseTarget({
          ...{ target: "t", name: "Chỉ tiêu", goal: { baseline: "1", goal: "2", measure: "vụ" } },
        }),
      ),
    );
    const signing = PledgeCommand.create.SignPledge({
      signatory: { name: "An" },
      signedOn: "2022-02-10",
    });
    expect(await asked(toPledge("x", signing))).toMatchObject({
      opens: [],
      closes: [{ key: "pledge/k/x", what: { data: { unit: "police" } } }],
    });
  });

  it("does not bring back what a person has settled by hand", async () => {
    const { asked, office } = await yearOf([...meeting, adopt]);
    const [{ process = "", key = "", content = "" } = {}] = await office.open();
    const settled = { process, key, content, reason: "Ban hành bằng văn bản khác" };
    expect(await office.runner.settle(settled, office.metadata())).toMatchObject({ ok: true });
    expect(await office.open()).toEqual([]);
    expect(await asked(sign)).toMatchObject({ outcome: { ok: true }, opens: [], closes: [] });
  });

  it("is nothing where the command is refused", async () => {
    const { asked } = await yearOf([constitute]);
    expect(await asked(open)).toMatchObject({
      outcome: { ok: false, rejection: { type: "WrongState" } },
      consequences: [],
      opens: [],
      closes: [],
    });
  });

  it("is told by a runner that has just begun, too, and by one whose process has stopped", async () => {
    const { store } = await yearOf([constitute, openRotation, pledge("army")]);
    const office = askingOffice(store, { name: "other" });
    expect((await office.ask(merge)).consequences).toHaveLength(2);
    const broken = {
      ...followMembers,
      want: () => {
        throw new Error("broken");
      },
    };
    const stopped = await askingOffice(store, { name: "third", processes: [broken] }).ask(merge);
    expect(stopped).toMatchObject({ complete: false, stopped: [{ process: "follow-members" }], opens: [] });
  });

  it("reads only what it touches where the runner has read the log, and appends nothing", async () => {
    const inner = inMemoryStore();
    let isAsking = false;
    let placed = 0;
    const read = new Set<string>();
    const store: EventStore = {
      async read(stream, options) {
        const events = await inner.read(stream, options);
        if (isAsking && events.length > 0) read.add(stream);
        return events;
      },
      append(writes) {
        if (isAsking) throw new Error("something was stored");
        return inner.append(writes);
      },
      async readAll(options) {
        const page = await inner.readAll(options);
        if (isAsking) placed += page.length;
        return page;
      },
    };
    const others = ["police", "court", "border"].map(pledge);
    const { office } = await yearOf([constitute, openRotation, ...others, pledge("army")], store);
    isAsking = true;
    expect((await office.ask(merge)).consequences).toHaveLength(2);
    expect(placed).toBe(0);
    expect([...read].filter((stream) => !stream.startsWith("Process-")).sort()).toEqual([
      "Bloc-b",
      "ChairRotation-r",
      "Pledge-army",
    ]);
  });
});
