import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BlocEvent } from "../../src/bloc/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import { recorded, units } from "./certified.ts";
import {
  annulledBallot,
  byDecision,
  closedConference,
  constituted,
  decision,
  dismissed,
  electing,
  metConference,
  openedRotation,
  raised,
  type Told,
} from "./chair-season.ts";
import { wanted } from "./reading.ts";

const unit = fc.constantFrom(...units);

/** What happens to one ballot: it is certified, perhaps counted again, complained about, and perhaps annulled. */
const ballot = (id: string, kind: "chair" | "deputyChair", day: number) =>
  fc
    .record({
      first: unit,
      second: fc.option(unit, { nil: undefined }),
      complaint: id === "chair" ? fc.boolean() : fc.constant(false),
      annulled: fc.boolean(),
    })
    .map(({ first, second, complaint, annulled }): Told[] => [
      electing(id, kind, first, { certifiedOn: `2023-01-0${day}` }),
      ...(second === undefined
        ? []
        : [
            electing(id, kind, second, {
              certification: 2,
              supersedes: 1,
              certifiedOn: `2023-01-0${day + 1}`,
            }),
          ]),
      ...(complaint ? [raised("k", "2023-01-08"), dismissed("k", "2023-01-08")] : []),
      ...(annulled ? [annulledBallot(id, "2023-01-08")] : []),
    ]);

const leaving = fc.option(
  fc
    .tuple(unit, fc.constantFrom("2023-01-03", "2023-01-08"))
    .map(([leaver, leftOn]): Told[] => [
      ["Bloc-a", BlocEvent.create.MemberLeft({ unit: leaver, ground: "transferred", leftOn, decision })],
    ]),
  { nil: [] as Told[] },
);

/** The facts before the close, stream by stream: of one stream they stay in their order. */
const streams = fc
  .record({
    chair: ballot("chair", "chair", 5),
    other: fc.option(ballot("other", "chair", 6), { nil: [] as Told[] }),
    deputy: ballot("deputy", "deputyChair", 5),
    left: leaving,
  })
  .map(({ chair, other, deputy, left }): Told[][] => [
    [openedRotation("a")],
    [metConference("a")],
    [constituted, ...left],
    chair,
    other,
    deputy,
  ]);

/** The facts in an order in which they may come: each time it is chosen which stream goes on. */
function interleaved(all: readonly Told[][], picks: readonly number[]): Told[] {
  const left = all.map((events) => [...events]);
  const order: Told[] = [];
  for (const pick of picks) {
    const open = left.filter((events) => events.length > 0);
    const next = open[pick % Math.max(1, open.length)]?.shift();
    if (next) order.push(next);
  }
  return [...order, ...left.flat()];
}

const picks = fc.array(fc.nat(20), { minLength: 20, maxLength: 20 });

/** What is owed and what is open after these, whatever is named by the events themselves left aside. */
function owed(events: readonly Told[]) {
  const log = events.map(([stream, event], index) => recorded(stream, event, index + 1));
  const { facts } = seatChair.fold(log);
  const scopes = [...seatChair.all(facts)].sort();
  return scopes.map((scope) => ({
    claims: [...seatChair.claims(facts, scope)].map(([key, { content, commands }]) => ({
      key,
      content,
      commands,
    })),
    matters: seatChair.matters(facts, scope),
  }));
}

/** Who is designated once the rotation has carried out all that is wanted of it. */
function designatedBy(events: readonly Told[]): Record<string, string | undefined> {
  const offices: Record<string, string | undefined> = { chair: undefined, deputy: undefined };
  const carry: Record<string, (data: Record<string, string>) => void> = {
    DesignateChair(data) {
      offices.chair ??= data.chair;
      if (offices.deputy === offices.chair) offices.deputy = undefined;
    },
    UndesignateChair(data) {
      if (offices.chair === data.chair) offices.chair = undefined;
    },
    DesignateDeputy(data) {
      offices.deputy = data.deputy;
    },
    ReleaseDeputy(data) {
      if (offices.deputy === data.deputy) offices.deputy = undefined;
    },
  };
  for (const { command } of wanted(seatChair, ...events).flat())
    carry[command.type]?.((command as Message & { data: Record<string, string> }).data);
  return offices;
}

describe("whom a bloc elects", () => {
  it("is owed the same, and the same is open, in whatever order the facts come", () => {
    fc.assert(
      fc.property(streams, picks, picks, fc.boolean(), (all, one, two, isClosed) => {
        const close = isClosed ? [closedConference("a")] : [];
        const [first, second] = [one, two].map((order) => owed([...interleaved(all, order), ...close]));
        expect(first).toEqual(second);
      }),
    );
  });

  it("is designated in the end, and nobody else, in whatever order the facts come", () => {
    fc.assert(
      fc.property(streams, picks, (all, order) => {
        const events = interleaved(all, order);
        const contents = owed(events).flatMap(({ claims }) => claims.map(({ content }) => content));
        const standing = (office: string) =>
          (contents as { office: string; unit: string }[]).find((one) => one.office === office)?.unit;
        expect(designatedBy(events)).toEqual({ chair: standing("chair"), deputy: standing("deputy") });
      }),
    );
  });

  it("takes over at most once, and a decision of the authority before the close is what counts", () => {
    fc.assert(
      fc.property(streams, picks, unit, (all, order, named) => {
        const before = interleaved(all, order);
        const decided = [...before, byDecision(named, "2023-01-08"), closedConference("a")];
        const seats = wanted(seatChair, ...decided)
          .flat()
          .filter(({ command }) => command.type === "SeatChair");
        const isGone = before.some(
          ([, { type, data }]) => type === "MemberLeft" && (data as { unit: string }).unit === named,
        );
        expect(seats.map(({ command }) => (command as { data: { chair?: string } }).data.chair)).toEqual(
          isGone ? [] : [named],
        );
      }),
    );
  });
});
