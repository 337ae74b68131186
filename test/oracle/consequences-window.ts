import type { Message } from "../../src/kernel/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { Addressed, ProcessEvent } from "../../src/process/messages.ts";
import { idOf } from "../../src/process/pure-process.ts";
import { wantId } from "../../src/process/want-id.ts";
import type { EventStore, Position } from "../../src/stores/event-store.ts";
import type { OfficeView, Told } from "./consequences-model.ts";
import { asOracleReads } from "./consequences-today.ts";

type Wanted = Addressed & { process: string; bySeason: string };

/** Reads on in a store, for the office and for the laws: what happened, as they read it, and what nobody carried out. */
export function officeWindow(store: EventStore, view: OfficeView) {
  let after: Position | undefined;
  const log: Recorded[] = [];
  const streams = new Map<string, Recorded[]>();
  const days = new Map<string, string>();
  const wants = new Map<string, Wanted>();
  const told: (Told & { want: string })[] = [];

  function show(stored: Recorded) {
    const { stream, eventId, recordedAt } = stored.metadata;
    days.set(eventId, recordedAt);
    const before = streams.get(stream) ?? [];
    streams.set(stream, before);
    for (const event of asOracleReads(stored, before)) {
      before.push(event);
      log.push(event);
      view.push(event);
    }
  }

  function keep(process: string, entry: Recorded<ProcessEvent>) {
    if (entry.type === "EventAnswered")
      for (const [index, wanted] of entry.data.wants.entries()) {
        const { event } = entry.data;
        const bySeason = seasonOf(days.get(event) ?? "");
        wants.set(wantId(process, { event, index }), { ...wanted, process, bySeason });
      }
    if (entry.type !== "WantSettled") return;
    const { want, outcome } = entry.data;
    const wanted = wants.get(want);
    if (!wanted || outcome.kind === "carried" || outcome.kind === "void") return;
    const { aggregate, id, command, bySeason } = wanted;
    const rejection = outcome.kind === "refused" ? outcome.rejection.type : outcome.kind;
    told.push({ want, process, aggregate, id, type: command.type, rejection, bySeason });
  }

  return {
    log,
    told,
    wants: () => wants.size,
    async look(): Promise<void> {
      for (;;) {
        const page = await store.readAll({ after, limit: 1_000 });
        for (const { event } of page) {
          const { stream } = event.metadata;
          if (stream.startsWith("Process-")) keep(idOf(stream), event as Recorded<ProcessEvent & Message>);
          else show(event);
        }
        after = page.at(-1)?.position ?? after;
        if (page.length === 0) return;
      }
    },
  };
}

/** The season of a conference that is held in January or February is that of the year before. */
function seasonOf(recordedAt: string): string {
  const [year, month] = recordedAt.split("-");
  return String(Number(year) - (month === "01" || month === "02" ? 1 : 0));
}
