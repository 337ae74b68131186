import { describe, expect, it } from "vitest";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { Foreseen } from "../../src/read/consequences.ts";
import { type OpenPoint, openPoints } from "../../src/read/what-is-open.ts";
import { seasonProcesses } from "../../src/season/season-processes.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { type Reference, referenceOfConsequences, whereItIs } from "./consequences-model.ts";
import { playSeason } from "./consequences-play.ts";
import { server } from "./consequences-server.ts";
import { officePolicy } from "./consequences-today.ts";

const reference = await referenceOfConsequences();

/** Of so many commands one is asked about before it is sent. */
const every = 12;

/** What was asked, and where what was told is not what happened. */
type Asked = { asked: number; followed: number; opened: number; otherwise: string[] };

const isFact = ({ metadata }: Recorded) => !metadata.stream.startsWith("Process-");
const text = (value: unknown) => JSON.stringify(value);
const sorted = (values: readonly unknown[]) => values.map(text).sort();
const keysOf = (points: readonly OpenPoint[]) => points.map(({ process, key }) => text([process, key]));

/** A server that asks about some commands, sends them, and compares. */
const asking =
  (all: Asked): typeof server =>
  (around) => {
    const one = server(around);
    const points = openPoints(around.processes);
    const seen = async () => {
      const log = await wholeLog(around.store);
      return { facts: log.filter(isFact), size: log.length, open: points.open(points.fold(log)) };
    };
    let count = 0;
    return {
      ...one,
      async send(addressed, metadata) {
        count += 1;
        if (count % every !== 0) return one.send(addressed, metadata);
        const before = await seen();
        const told = await one.ask(addressed, metadata);
        const unchanged = await seen();
        const outcome = await one.send(addressed, metadata);
        const after = await seen();
        all.asked += 1;
        all.followed += told.consequences.length;
        all.opened += told.opens.length;
        if (unchanged.size !== before.size) all.otherwise.push(`${addressed.command.type} was stored`);
        if (!isAsTold(told, { before, after, outcome })) all.otherwise.push(text([addressed, told]));
        return outcome;
      },
    };
  };

type Seen = { facts: readonly Recorded[]; open: readonly OpenPoint[] };

function isAsTold(
  { outcome, consequences, opens, closes }: Foreseen,
  { before, after, outcome: happened }: { before: Seen; after: Seen; outcome: Foreseen["outcome"] },
): boolean {
  const events = [...(outcome.ok ? outcome.events : []), ...consequences.flatMap((one) => one.events)];
  const [were, are] = [new Set(sorted(before.open)), new Set(keysOf(after.open))];
  return (
    text(outcome) === text(happened) &&
    text(sorted(events)) === text(sorted(after.facts.slice(before.facts.length))) &&
    text(sorted(opens)) === text(sorted(after.open).filter((point) => !were.has(point))) &&
    text(keysOf(closes).sort()) ===
      text(
        keysOf(before.open)
          .filter((key) => !are.has(key))
          .sort(),
      )
  );
}

if (!reference) it.skip(`what is told of a random office: ${whereItIs} is not here`, () => {});
else
  describe("what is told of a command of a random office before it is sent", () => {
    it("is what then happens", async () => {
      const laws: Reference = reference;
      const all: Asked = { asked: 0, followed: 0, opened: 0, otherwise: [] };
      for (const seed of [3, 12]) {
        const plan = laws.season2x2(seed, { policy: officePolicy });
        await playSeason({
          reference: laws,
          plan,
          processes: seasonProcesses,
          mode: "base",
          serverOf: asking(all),
        });
      }
      expect(all.otherwise).toEqual([]);
      expect(all.asked).toBeGreaterThan(60);
      expect(all.followed).toBeGreaterThan(0);
      expect(all.opened).toBeGreaterThan(0);
    });
  });
