import { describe, expect, it } from "vitest";
import type { Message } from "../../../src/kernel/messages.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import { en } from "../../../src/minutes/en.ts";
import { whatIsOpen } from "../../../src/minutes/open-points.ts";
import { finished } from "../../../src/minutes/said.ts";
import { causeOf, deedIn, textAbout, textOf } from "../../../src/minutes/sentence.ts";
import { thingsIn } from "../../../src/minutes/things.ts";
import { vi } from "../../../src/minutes/vi.ts";
import { judgeSeason } from "./judged.ts";
import type { Played } from "./play.ts";

const languages = { vi, en };
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The fields of events that hold an id of something that people know by another name. */
const idFields = new Set([
  ...["ballot", "conference", "campaign", "pledge", "draft", "guest", "challenge", "target", "criterion"],
  ...["practice", "exemplar", "discipline", "investigation", "lot", "swap", "obligation", "flag"],
]);

/**
 * Every id in a log that people should not read: of the streams, and of what stands in them. The name of a bloc may be a
 * letter, and a target a number.
 */
function idsIn(log: readonly Recorded[]): Set<string> {
  const ids = new Set(log.map(({ metadata: { stream } }) => stream.slice(stream.indexOf("-") + 1)));
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [field, inner] of Object.entries(value)) {
      if (idFields.has(field) && typeof inner === "string") ids.add(inner);
      visit(inner);
    }
  };
  for (const { data } of log) visit(data);
  return new Set([...ids].filter((id) => id.length > 1 && !/^\d+$/.test(id)));
}

/** The ids that stand in a text as words. */
function idsSaid(text: string, ids: ReadonlySet<string>): string[] {
  return text.split(/[^\p{L}\p{N}/_-]+/u).filter((word) => ids.has(word));
}

/** All that an office may read of a season: what happened, what is open, and why something was refused. */
function told({ log, open, refused }: Played, language: (typeof languages)["vi"]): [string, string][] {
  const names = (unit: string) => `‹${unit.toUpperCase()}›`;
  const things = thingsIn(log);
  const byId = new Map(log.map((event) => [event.metadata.eventId, event]));
  const telling = { names, things, today: "2024-12-31", eventOf: (id: string) => byId.get(id) };
  const line = (message: Message, text: string): [string, string] => [message.type, finished(text)];
  return [
    ...log.map((event) => line(event, textAbout(language, event, telling))),
    ...log.map((event) => line(event, causeOf(language, event, telling).fact)),
    ...open.map((point): [string, string] => [
      point.what.type,
      whatIsOpen(language, [point], telling).join(),
    ]),
    ...refused.flatMap(({ want: { aggregate, id, command }, rejection }) => {
      const here = { ...telling, stream: `${aggregate}-${id}` };
      return [
        line(rejection, textOf(language, rejection, here)),
        line(command, deedIn(language, command, names)),
      ];
    }),
  ];
}

describe.each(Object.entries(languages))("what is told of random seasons, in %s", (_, language) => {
  it("has no id in any sentence", { timeout: 600_000 }, () => {
    for (const seed of seeds) {
      const { base } = judgeSeason(seed);
      const ids = idsIn(base.log);
      expect(ids.size).toBeGreaterThan(50);
      const found = told(base, language).flatMap(([type, text]) => {
        const said = idsSaid(text, ids);
        return said.length > 0 ? [`${type} (${said.join(", ")}): ${text}`] : [];
      });
      expect([seed, [...new Set(found)].slice(0, 5)]).toEqual([seed, []]);
    }
  });
});

describe.each(Object.entries(languages))("what processes did in random seasons, in %s", (_, language) => {
  it("says whose award or pledge it is about, and of which season", { timeout: 600_000 }, () => {
    const told = new Set<string>();
    for (const seed of seeds.slice(0, 6)) {
      const { log } = judgeSeason(seed).base;
      const telling = { names: (unit: string) => `‹${unit}›`, things: thingsIn(log) };
      for (const event of log) {
        const subject = telling.things.subject(event.metadata.stream);
        if (event.metadata.actor === "office" || !subject) continue;
        const text = finished(textAbout(language, event, telling));
        if ("unit" in subject) expect([event.type, text]).toEqual([event.type, expect.stringContaining("‹")]);
        const needsSeason = "season" in subject && event.type !== "PledgeTransferred";
        if (needsSeason) expect(text).toContain(subject.season);
        told.add(event.type);
      }
    }
    expect(told.size).toBeGreaterThan(10);
  });
});

describe("why a process did something", () => {
  it("is stored as a code with words in each language, or as what a person said", {
    timeout: 600_000,
  }, () => {
    const codes = new Set<string>();
    for (const seed of seeds) {
      const { base } = judgeSeason(seed);
      const reasons = base.log.flatMap(({ data, metadata: { actor } }) => {
        const { reason } = data as { reason?: string };
        return reason === undefined ? [] : [{ reason, byPerson: actor === "office" }];
      });
      const said = new Set(reasons.filter(({ byPerson }) => byPerson).map(({ reason }) => reason));
      const own = reasons.flatMap(({ reason, byPerson }) => (byPerson || said.has(reason) ? [] : [reason]));
      expect([seed, own.filter((reason) => !isWorded(reason))]).toEqual([seed, []]);
      for (const reason of own) codes.add(reason);
    }
    expect(codes.size).toBeGreaterThan(8);
  });
});

/** The reasons of an award that was withdrawn are codes of the award itself. */
const ofAwards = new Set(["recounted", "annulled", "excluded", "unitEnded", "disciplined", "notEligible"]);
const isWorded = (reason: string) =>
  ofAwards.has(reason) || Object.values(languages).every(({ reasons }) => Object.hasOwn(reasons, reason));
