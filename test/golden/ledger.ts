import type { CommandMetadata, Recorded } from "../../src/kernel/recorded.ts";
import { PledgeCommand, type PledgeEvent } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { TooManyConsequences } from "../../src/process/faults.ts";
import { process } from "../../src/process/pure-process.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { still } from "../process/clock.ts";

const { create } = PledgeCommand;
const honour = { kind: "emulationFlag", authority: "UBND tỉnh" } as const;
const register = (id: string) => ({ aggregate: "Pledge", id, command: create.RegisterTitle({ honour }) });
const broken = {
  aggregate: "Pledge",
  id: "invalid",
  command: { type: "RegisterTitle", data: { honour: "flag" } },
};

const seen = { key: "look/refused", content: "look-refused" };

/** It registers who drafts a pledge for a flag; some ask for what comes to nothing. */
const registers = process<object, PledgeEvent>({
  name: "registers",
  version: 1,
  initialState: {},
  want: {
    PledgeDrafted(_, __, { id }) {
      if (id === "unreadable") throw new Error("it cannot read this event");
      if (id === "refused") return [register("nobody")];
      if (id === "invalid") return [broken];
      return Array.from({ length: id === "many" ? 4 : 1 }, () => register(id));
    },
    PledgeWithdrawn: () => [],
  },
});

const looking = { ...registers, open: () => [seen] };

/** A process that meets all that can come of a want: the log that its runner writes. */
export async function playLedger(): Promise<Recorded[]> {
  const store = inMemoryStore();
  const handlers = commandHandlers({ store, deciders: [pledge] });
  const patience = { min: 0, max: 0 };
  const runner = seasonRunner({
    store,
    handlers,
    processes: [looking],
    clock: still(),
    wantsMax: 3,
    patience,
  });
  let count = 0;
  const metadata = (): CommandMetadata => {
    count += 1;
    return { now: new Date("2023-01-20T03:00:00Z"), commandId: `process-${count}`, actor: "thư-ký" };
  };
  const draft = async (id: string) => {
    const command = create.DraftPledge({ bloc: "noi-chinh", unit: id, season: "2023", dueOn: "2023-12-31" });
    const sent = runner.send({ aggregate: "Pledge", id, command }, metadata());
    return await sent.catch((error: unknown) => {
      if (!(error instanceof TooManyConsequences)) throw error;
    });
  };

  for (const id of ["carried", "refused", "invalid", "many"]) await draft(id);
  const refused = (await runner.matters()).find(({ outcome }) => outcome.kind === "refused")?.want ?? "";
  await runner.reopen({ process: "registers", want: refused, reason: "Đã lập giao ước" }, metadata());
  await runner.skip({ process: "registers", want: refused, reason: "Không cần nữa" }, metadata());
  const stopped = (await draft("unreadable"))?.stopped[0]?.eventId ?? "";
  await runner.skip({ process: "registers", event: stopped, reason: "Sự kiện hỏng" }, metadata());
  await draft("after");
  await runner.settle({ process: "registers", ...seen, reason: "Đã xử lý trên giấy" }, metadata());
  await runner.reopen({ process: "registers", ...seen, reason: "Ghi nhầm" }, metadata());
  return wholeLog(store);
}
