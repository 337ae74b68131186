import * as fc from "fast-check";
import { nameOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand, type ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import { decidedOf, type OpenedRotation } from "../../src/chair-rotation/state.ts";
import { addDays } from "../../src/kernel/time.ts";
import { actOf, advance } from "./deeds-in-office.ts";
import { conference, decision, flag, opening, timed } from "./life.ts";
import { redated } from "./redated.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

/**
 * What a body does next, as numbers to choose units and terms by: fit to be shrunk to the shortest history. `days`: so
 * much later than otherwise, or earlier.
 */
export type Deed = { deed: (typeof deeds)[number]; x: number; y: number; z: number; days?: number };
export const deeds = [
  "advance",
  "advance",
  "advance",
  "join",
  "leave",
  "rename",
  "skip",
  "decline",
  "swap",
  "proposeOnly",
  "suspend",
  "reinstate",
  "extend",
  "holdOver",
  "merge",
  "split",
  "place",
  "remove",
  "reorder",
  "substitute",
  "vacate",
  "acting",
  "claim",
  "break",
  "deputy",
  "release",
  "adopt",
  "lot",
  "elect",
  "assign",
  "unelect",
  "settleSwap",
  "vacateNow",
  "installNow",
  "endActing",
  "dissolve",
  "loseFlag",
  "giveFlag",
  "note",
  "close",
] as const;

export const deed: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constantFrom(...deeds),
  x: fc.nat(11),
  y: fc.nat(11),
  z: fc.nat(5),
});

export const policies: fc.Arbitrary<Partial<RotationPolicy>> = fc.record({
  succession: fc.constantFrom<RotationPolicy["succession"]>(
    { kind: "cycle" },
    { kind: "cycle" },
    { kind: "alphabetical" },
    { kind: "longestWaiting" },
    { kind: "deputySucceeds", otherwise: "longestWaiting" },
    { kind: "elected" },
    { kind: "electedInRotation" },
    { kind: "assigned" },
    { kind: "lottery" },
    {
      kind: "group",
      within: "longestWaiting",
      groups: [
        ["a", "b", "c"],
        ["d", "e"],
        ["f", "g", "h"],
      ],
    },
  ),
  merged: fc.constantFrom("takesOver", "asLeaver"),
  substitutes: fc.constantFrom("members", "members", "anybody"),
  merge: fc.record({ place: fc.constantFrom("earlier", "later"), turns: fc.constantFrom("sum", "max") }),
  swap: fc.constantFrom("bothUnits", "bothUnits", "ratified"),
  joiner: fc.constantFrom("end", "byKey", "nextLap", "notEligible"),
  skip: fc.constantFrom<RotationPolicy["skip"]>(
    { kind: "forfeit" },
    { kind: "defer", terms: 2 },
    { kind: "whenReady" },
  ),
  leaver: fc.constantFrom("finish", "deputyActs", "reassign"),
  suspension: fc.constantFrom("keepsPlace", "losesPlace"),
  deputy: fc.constantFrom("none", "designated", "nextChair", "longestWaiting"),
});

/** `flag`: the rotation has a rotating flag, and its first chair is named. */
export type History = {
  flag?: boolean;
  units: number;
  policy: Partial<RotationPolicy>;
  deeds: readonly Deed[];
};

export const history: fc.Arbitrary<History> = fc.record({
  flag: fc.boolean(),
  units: fc.integer({ min: 1, max: 12 }),
  policy: policies,
  deeds: fc.array(deed, { maxLength: 25 }),
});

export type Step = {
  command: ChairRotationCommand;
  before: OpenedRotation;
  after: OpenedRotation;
  events: ChairRotationEvent[];
};

/** The groups of a policy name members only. */
function groupedAmong({ succession }: Partial<RotationPolicy>, roster: string): Partial<RotationPolicy> {
  if (succession?.kind !== "group") return {};
  const groups = succession.groups
    .map((group) => group.filter((unit) => roster.includes(unit)))
    .filter((group) => group.length > 0);
  return { succession: { ...succession, groups } };
}

/** The command that opens the rotation of a history. */
export function openingOf({ flag: hasFlag, units, policy }: Omit<History, "deeds">): ChairRotationCommand {
  const roster = "abcdefghijkl".slice(0, units);
  const plain = opening(roster, { ...policy, ...groupedAmong(policy, roster) });
  return hasFlag ? create.OpenRotation({ ...plain.data, chair: "a", flag }) : plain;
}

/** A rotation that came about, with each step that was accepted, and the commands that were accepted and said nothing new. */
export type Life = { state: OpenedRotation; steps: Step[]; saidAgain: Omit<Step, "events">[] };

/** Lives a history; refused commands change nothing and are left out. */
export function lived(one: History, rotation = chairRotation): Life {
  let state = rotation.initialState();
  const [steps, saidAgain]: [Step[], Life["saidAgain"]] = [[], []];
  const send = (command: ChairRotationCommand) => {
    const answer = rotation.decide(timed(command), state);
    if (!answer.ok) return;
    const [before, { events }] = [state, answer];
    state = events.reduce(rotation.evolve, state);
    if (before.status === "blank" || state.status === "blank") return;
    if (events.length === 0) saidAgain.push({ command, before, after: state });
    else steps.push({ command, before, after: state, events });
  };
  send(openingOf(one));
  for (const done of one.deeds) {
    if (state.status === "blank") break;
    for (const command of commandsOf(state, done)) send(redated(command, done.days));
  }
  if (state.status === "blank") throw new Error("a rotation opens");
  return { state, steps, saidAgain };
}

/** The designation of the term is taken back; where there is none it is tried all the same. */
function undesignation(
  state: OpenedRotation,
  { number, term, unit }: { number: number; term: string; unit: string },
): ChairRotationCommand {
  const designated = decidedOf(state, number).flatMap(({ event }) =>
    event.type === "ChairDesignated" ? [event.data] : [],
  );
  const { chair = unit, basis = conference } = designated.at(-1) ?? {};
  const code = basis.kind === "document" ? "superseded" : "annulled";
  return create.UndesignateChair({ term, chair, code, undesignatedOn: "2022-01-06" });
}

function commandsOf(state: OpenedRotation, { deed: what, x, y, z, days }: Deed): ChairRotationCommand[] {
  const next = state.served.length;
  const names = [...state.standing.keys.keys()];
  const unit = names[x % names.length] ?? "a";
  const other = names[y % names.length] ?? "a";
  const fresh = `n${names.length}`;
  const number = next + z;
  const rows = forecast(state, { number: next + 12 });
  const row = rows[number];
  const far = rows[number + 1 + (y % 5)];
  if (!row || !far) return [];
  const { term, startsOn } = row;
  const present: ReadonlySet<string> = new Set(rosterOn(state, startsOn).members.keys());
  const holder = row.chair.kind === "unit" ? row.chair.unit : unit;
  const partner = far.chair.kind === "unit" ? far.chair.unit : other;
  const swap = `s${state.swaps.size}`;
  const a = { term, unit: holder };
  const b = { term: far.term, unit: partner };
  const proposed = create.ProposeSwap({ swap, a, b, proposedBy: holder, proposedOn: "2022-01-01" });
  switch (what) {
    case "advance":
      return advance(state, { unit, x, days });
    case "join":
      return [create.JoinRotation({ unit: fresh, name: `${"zmc"[x % 3]}${fresh}`, joinedOn: startsOn })];
    case "leave":
      return [create.LeaveRotation({ unit, leftOn: addDays(startsOn, z - 3), reason })];
    case "rename":
      return [create.RenameInRotation({ unit, name: `new ${unit}`, renamedOn: startsOn })];
    case "skip":
      return [create.SkipTurn({ term, unit: row.nominal.kind === "unit" ? row.nominal.unit : unit, reason })];
    case "decline":
      return [create.DeclineTurn({ term, unit: holder, declinedOn: "2022-01-01", reason })];
    case "swap":
      return [proposed, create.ConsentToSwap({ swap, unit: partner, consentedOn: "2022-01-02" })];
    case "proposeOnly":
      return [proposed];
    case "suspend":
      return [create.SuspendFromRotation({ unit, suspendedOn: startsOn, reason })];
    case "reinstate":
      return [create.ReinstateInRotation({ unit, reinstatedOn: addDays(startsOn, 1) })];
    case "extend":
      return [create.ChangeTermEnd({ term, endsOn: addDays(row.endsOn, 30 * y - 90), reason })];
    case "holdOver":
      return [create.HoldOver({ term, reason })];
    case "merge":
      return [create.MergeInRotation({ units: [unit], into: z % 2 ? other : fresh, mergedOn: startsOn })];
    case "split":
      return [
        create.SplitInRotation({
          unit,
          heir: z % 2 ? unit : fresh,
          others: [`${fresh}b`],
          splitOn: startsOn,
        }),
      ];
    case "place":
      return [create.PlaceInOrder({ term, unit, place: { kind: "after", unit: other }, reason })];
    case "remove":
      return [create.RemoveFromOrder({ term, unit, reason })];
    case "reorder": {
      const order = [...names.slice(x % names.length), ...names.slice(0, x % names.length)];
      const members = order.filter((one) => present.has(one));
      return [
        create.ReplaceOrder({
          term,
          order: members,
          effective: y % 2 ? "atOnce" : "lapEnds",
          keepSwaps: y % 3 === 0,
          reason,
        }),
      ];
    }
    case "substitute":
      return [create.NameSubstitute({ term, unit: holder, chair: other, reason })];
    case "vacate":
      return [create.RecordVacancy({ term, from: startsOn, reason })];
    case "acting":
      return [
        create.AppointActingChair({
          term: nameOf(state.calendar, next - 1),
          unit,
          from: addDays(startsOn, -z),
          reason,
        }),
      ];
    case "claim": {
      const owed = [...state.obligations.values()].find(({ status }) => status === "open");
      return owed ? [create.ClaimOwedTurn({ obligation: owed.obligation, term })] : [];
    }
    case "break": {
      const owed = [...state.obligations.values()].find(({ status }) => status === "open");
      return owed
        ? [create.BreakObligation({ obligation: owed.obligation, brokenOn: "2022-01-01", reason })]
        : [];
    }
    case "deputy":
      return [create.DesignateDeputy({ term, deputy: unit, basis: decision, designatedOn: "2022-01-01" })];
    case "release":
      return row.deputy === undefined
        ? []
        : [create.ReleaseDeputy({ term, deputy: row.deputy, releasedOn: "2022-01-01", reason })];
    case "adopt": {
      const succession = { kind: (["cycle", "alphabetical", "longestWaiting"] as const)[x % 3] ?? "cycle" };
      const policy = { ...state.opening.policy, succession };
      return [create.AdoptRotationPolicy({ term, policy, basis: decision })];
    }
    case "lot": {
      const lot = `lot${state.lots.size}`;
      const units = names.filter((one) => present.has(one));
      const drawn = [{ source: "Xổ số", values: [String(y)] }];
      return [
        create.AnnounceOrderLot({ lot, term, units, sources: ["Xổ số"], announcedOn: "2022-01-01" }),
        create.DrawOrder({ lot, drawn, drawnOn: "2022-01-02" }),
      ];
    }
    case "elect":
    case "assign": {
      const basis = what === "elect" ? conference : decision;
      return [create.DesignateChair({ term, chair: unit, basis, designatedOn: "2022-01-05" })];
    }
    case "unelect":
      return [undesignation(state, { number, term, unit })];
    case "settleSwap": {
      const open = [...state.swaps.values()].find(
        ({ status }) => status === "proposed" || status === "agreed",
      );
      if (!open) return [];
      return z % 2
        ? [create.ExpireSwap({ swap: open.swap, expiredOn: startsOn })]
        : [create.RatifySwap({ swap: open.swap, ratifiedOn: "2022-01-06", basis: decision })];
    }
    case "close":
      // One history in some is closed, and then says no more.
      return x + y + z === 0 ? [create.CloseRotation({ reason, closedOn: startsOn })] : [];
    default:
      return actOf(state, { deed: what, x, y, z });
  }
}
