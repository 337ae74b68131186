import { describe, expect, it } from "vitest";
import type { Id } from "../../src/kernel/ids.ts";
import { type PledgeCommand, PledgeCommand as Words } from "../../src/pledge/messages.ts";
import { claiming } from "../../src/season/claiming.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { draft, metadata, promise, sign, started, to } from "./running.ts";

const { create } = Words;

/** Every draft is to be signed at once, which is refused while it has no target. */
const signing = claiming<{ drafts: Map<Id, string> }, SeasonEvent>({
  name: "signing",
  version: 1,
  facts: { drafts: new Map() },
  evolve: {
    PledgeDrafted: ({ drafts }, { unit }, { id }) => void drafts.set(id, unit),
    PledgeWithdrawn: ({ drafts }, _, { id }) => void drafts.delete(id),
    PledgeSigned() {},
  },
  scopes: (_, { id }) => [id],
  all: ({ drafts }) => drafts.keys(),
  claims: ({ drafts }, id) =>
    new Map(
      drafts.has(id)
        ? [
            [
              `sign/${id}`,
              { law: "C20", content: {}, commands: [to(id, sign)], unmet: { type: "X", data: {} } },
            ],
          ]
        : [],
    ),
  undo: () => undefined,
  byHand: { PledgeSigned: (_, __, { id }) => `sign/${id}` },
});

describe("what people have to look at", () => {
  const begun = async (...commands: PledgeCommand[]) => {
    const store = inMemoryStore();
    const { runner } = started([signing], { store });
    for (const command of commands)
      expect((await runner.send(to("police", command), metadata())).outcome).toMatchObject({ ok: true });
    return { store, matters: (await runner.matters()).map(({ command }) => command.type) };
  };

  it("is what was refused, while it is asked for", async () => {
    expect((await begun(draft)).matters).toEqual(["SignPledge"]);
  });

  it("is not any more what people have done by hand", async () => {
    expect((await begun(draft, promise, sign)).matters).toEqual([]);
  });

  it("is not any more what nobody owes", async () => {
    const withdraw = create.WithdrawPledge({ reason: "Thôi", withdrawnOn: "2022-03-01" });
    expect((await begun(draft, promise, withdraw)).matters).toEqual([]);
  });

  it("is all that was refused for a runner that has not read the log yet", async () => {
    const { store } = await begun(draft, promise, sign);
    const other = started([signing], { store }).runner;
    expect((await other.matters()).map(({ command }) => command.type)).toEqual(["SignPledge"]);
    await other.send(to("court", draft), metadata());
    expect((await other.matters()).map(({ id }) => id)).toEqual(["court"]);
  });
});
