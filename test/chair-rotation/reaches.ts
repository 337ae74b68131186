import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { type Scenario, sentOn } from "../support/reach.ts";
import { conference, decision, designate, handOver, open, opening, receipt } from "./life.ts";
import { obligationOf, owing, refusals } from "./refusals.ts";

const { create } = ChairRotationCommand;

const signed = { ...receipt, receipt: { ...decision.document, kind: "minutes" } } as const;

/** What the lives of a rotation do not reach: all that it refuses, and what follows from a turn that is owed. */
export const reaches: readonly Scenario<ChairRotationCommand>[] = [
  ...refusals,
  ["an owed turn is claimed", owing, create.ClaimOwedTurn({ obligation: obligationOf(owing), term: "2025" })],
  [
    "a substitute loses the term with the turn that it was named for",
    [opening("abcd"), create.NameSubstitute({ term: "2023", unit: "b", chair: "d", reason: "theo quy chế" })],
    create.SkipTurn({ term: "2023", unit: "b", reason: "theo quy chế" }),
  ],
  [
    "the authority gives a term by a decision",
    [open],
    create.DesignateChair({ term: "2023", chair: "military", basis: decision, designatedOn: "2022-12-01" }),
  ],
  [
    "the authority decides on a chair who was elected already",
    [open, designate],
    create.DesignateChair({ ...designate.data, basis: decision }),
  ],
  [
    "the authority takes its decision back by a later one, and says why",
    [open, create.DesignateChair({ ...designate.data, basis: decision })],
    create.UndesignateChair({
      term: "2023",
      chair: "police",
      code: "superseded",
      undesignatedOn: "2023-01-10",
      note: "theo quyết định mới",
    }),
  ],
  [
    "the days of its terms are published",
    [],
    create.OpenRotation({
      ...open.data,
      roster: open.data.roster.map((one) => ({ ...one, joinedOn: "2021-01-01" })),
      calendar: { ...open.data.calendar, published: [{ term: "2023", startsOn: "2023-02-01" }] },
    }),
  ],
  [
    "the flag is handed over with a receipt",
    [open, designate],
    create.HandOverChair({ ...handOver.data, flag: signed }),
  ],
  [
    "the flag is received with a receipt",
    [open, designate],
    create.ReceiveFlag({
      from: { kind: "unit", unit: "judgment" },
      to: { kind: "unit", unit: "police" },
      receivedOn: "2023-01-05",
      flag: signed,
    }),
  ],
  [
    "the flag is received, and nobody states its condition",
    [open, designate],
    create.ReceiveFlag({
      from: { kind: "unit", unit: "judgment" },
      to: { kind: "unit", unit: "police" },
      receivedOn: "2023-01-05",
      flag: {},
    }),
  ],
  [
    "the designated chair takes its term at the conference",
    [open, designate],
    create.SeatChair({
      term: "2023",
      chair: "police",
      seatedOn: "2023-01-09",
      basis: conference,
      place: "Hội trường",
      condition: "nguyên vẹn",
    }),
  ],
  [
    "the designated chair takes a chair that nobody holds",
    [opening("abc", { succession: { kind: "elected" } })],
    create.SeatChair({ term: "2023", chair: "b", seatedOn: "2023-01-09", basis: decision }),
  ],
  ["a chair was designated tomorrow", [open], sentOn(designate, "2023-01-08")],
];
