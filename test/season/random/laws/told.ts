import type { Id } from "../../../../src/kernel/ids.ts";
import type { DataOf } from "../../../../src/kernel/messages.ts";
import type { Recorded } from "../../../../src/kernel/recorded.ts";
import type { CivilDate } from "../../../../src/kernel/time.ts";
import type { SeasonEvent } from "../../../../src/season/messages.ts";
import type { Refused, WorldPoint } from "../world.ts";

// A log, read plainly: what each stream tells, with the place of each event in the log. Laws ask it and nothing else. They
// share no code with the processes, so that both cannot be wrong in the same way.

/** What a law found in one place: as it should be, or otherwise. */
export type Finding = { law: string; key: string; ok: boolean; detail: string };

/** `n`: its place in the log. `byHand`: a person did it, and no process. */
export type Told<K extends SeasonEvent["type"]> = {
  n: number;
  data: DataOf<SeasonEvent, K>;
  byHand: boolean;
  /** The day on which it was recorded. */
  day: CivilDate;
  event: Recorded;
};

/** All that one stream tells. */
export class Story {
  readonly id: Id;
  readonly #byType = new Map<string, Told<never>[]>();
  constructor(id: Id) {
    this.id = id;
  }
  add(type: string, told: Told<never>): void {
    const known = this.#byType.get(type);
    if (known) known.push(told);
    else this.#byType.set(type, [told]);
  }
  all<K extends SeasonEvent["type"]>(type: K): readonly Told<K>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly Told<K>[];
  }
  /** By a name that is no word of this library, or not yet. */
  named(type: string): readonly { n: number; data: object }[] {
    return this.#byType.get(type) ?? [];
  }
  first<K extends SeasonEvent["type"]>(type: K): Told<K> | undefined {
    return this.all(type)[0];
  }
  /** The last one, before a place in the log. */
  last<K extends SeasonEvent["type"]>(type: K, before = Number.POSITIVE_INFINITY): Told<K> | undefined {
    return this.all(type).findLast(({ n }) => n < before);
  }
  has(type: SeasonEvent["type"], before?: number): boolean {
    return this.last(type, before) !== undefined;
  }
  /** All of these types, in the order of the log. */
  inOrder<K extends SeasonEvent["type"]>(...types: readonly K[]): { [T in K]: Told<T> & { type: T } }[K][] {
    const all = types.flatMap((type) => this.all(type).map((told) => ({ ...told, type })));
    return all.sort((a, b) => a.n - b.n) as never;
  }
}

export type Aggregate =
  | "Award"
  | "Ballot"
  | "Bloc"
  | "Campaign"
  | "ChairRotation"
  | "Conference"
  | "Pledge"
  | "Scoreboard";

/** What is judged: the log, who wrote into it, what is open at its end, and what was refused. */
export type Judged = {
  log: readonly Recorded[];
  isProcess(actor: string): boolean;
  open: readonly WorldPoint[];
  refused: readonly Refused[];
};

export type Known = Judged & {
  of(aggregate: Aggregate): readonly Story[];
  story(aggregate: Aggregate, id: Id | undefined): Story | undefined;
  /** Whether one of these laws lists something that names all of these for people. */
  isListed(laws: string | readonly string[], ...names: readonly string[]): boolean;
};

export function read(judged: Judged): Known {
  const stories = new Map<string, Map<Id, Story>>();
  for (const [n, event] of judged.log.entries()) {
    const { stream, actor, recordedAt } = event.metadata;
    const at = stream.indexOf("-");
    const [aggregate, id] = [stream.slice(0, at), stream.slice(at + 1)];
    const all = stories.get(aggregate) ?? new Map<Id, Story>();
    stories.set(aggregate, all);
    const story = all.get(id) ?? new Story(id);
    all.set(id, story);
    const data = event.data as never;
    story.add(event.type, { n, data, byHand: !judged.isProcess(actor), day: recordedAt.slice(0, 10), event });
  }
  const points = judged.open.map((point) => ({ law: point.law, text: textOf(point) }));
  return {
    ...judged,
    of: (aggregate) => [...(stories.get(aggregate)?.values() ?? [])],
    story: (aggregate, id) => (id === undefined ? undefined : stories.get(aggregate)?.get(id)),
    isListed(laws, ...names) {
      const asked = typeof laws === "string" ? [laws] : laws;
      return points.some(
        ({ law, text }) => asked.includes(law) && names.every((name) => text.includes(`/${name}/`)),
      );
    },
  };
}

/** All that an open point names, each between slashes: its key, what people read, and the commands that settle it. */
function textOf({ key, what, refusal, ready }: WorldPoint): string {
  const said = JSON.stringify([what, refusal, ready]).replaceAll('"', "/");
  return `/${key}/${said}`;
}

export const sameUnits = (a: Iterable<string>, b: Iterable<string>): boolean =>
  [...a].sort().join("\n") === [...b].sort().join("\n");

/** What is in the one and not in the other, for people who read a finding. */
export function apart(is: Iterable<string>, wanted: Iterable<string>): string {
  const [now, then] = [new Set(is), new Set(wanted)];
  const more = [...now].filter((one) => !then.has(one)).map((one) => `+${one}`);
  const less = [...then].filter((one) => !now.has(one)).map((one) => `-${one}`);
  return [...more, ...less].join(" ");
}
