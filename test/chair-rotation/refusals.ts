import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand, type ChairRotationRejection } from "../../src/chair-rotation/messages.ts";
import {
  conference,
  consent,
  decision,
  designate,
  flag,
  hand,
  handOver,
  install,
  open,
  opening,
  propose,
  receipt,
} from "./life.ts";
import { done } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo thỏa thuận";

const cycle = opening("abc");
export const running = [cycle, install("2022", "a")];
const swapAgreed = [opening("abc", { swap: "ratified" }), propose("a2022", "b2023"), consent("b")];
/** A vote; only a decision of the authority names a chair under any rule. */
const base = { basis: conference, designatedOn: "2022-01-01" };
/** Something done in the office, so that the days up to it are closed. */
const act = create.RecordVacancy({ term: "2022", from: "2022-02-01", reason });
const acting = create.AppointActingChair({ term: "2022", unit: "b", from: "2022-03-01", reason });
const lot = create.AnnounceOrderLot({
  lot: "lot",
  term: "2023",
  units: ["a", "b"],
  sources: ["Xổ số"],
  announcedOn: "2022-02-01",
});
const drawnOf = (value: string) => [{ source: "Xổ số", values: [value] }];
const drawn = create.DrawOrder({
  lot: "lot",
  drawn: [{ source: "Xổ số", values: ["7"] }],
  drawnOn: "2022-02-02",
});
const unit = (id: string) => ({ kind: "unit", unit: id }) as const;
const toUnit = (from: string, to: string, on = "2023-02-01") =>
  create.ReceiveFlag({ from: unit(from), to: unit(to), receivedOn: on, flag: receipt });
const lost = create.ReportFlagLost({ custodian: unit("judgment"), lostOn: "2022-05-01", reason });
export const owing = [
  opening("abc", { skip: { kind: "whenReady" } }),
  create.SkipTurn({ term: "2023", unit: "b", reason }),
];
export const obligationOf = (commands: ChairRotationCommand[]) => {
  const state = chairRotation.fold(done(...commands));
  return (state.status === "blank" ? undefined : [...state.obligations.keys()][0]) ?? "";
};
const both = opening("abc", { handover: { consent: "both", daysBeforeMax: 0, daysAfterMax: 0 } });
const grouped = opening("abc", {
  succession: { kind: "group", groups: [["a"], ["b", "c"]], within: "designated" },
});
const many = create.OpenRotation({
  ...opening("a").data,
  roster: Array.from({ length: 500 }, (_, at) => ({ unit: `u${at}` })),
});

const suspended = create.SuspendFromRotation({ unit: "b", suspendedOn: "2024-01-01", reason });

const merged = create.MergeInRotation({ units: ["c"], into: "b", mergedOn: "2026-07-01" });
const inRotation = create.OpenRotation({
  ...opening("abc", { succession: { kind: "electedInRotation" } }).data,
  chair: "a",
});

/** The type of a refusal, the commands before, the command that is refused, and the data of the refusal. */
export const refusals: readonly [
  type: ChairRotationRejection["type"],
  before: readonly ChairRotationCommand[],
  command: ChairRotationCommand,
  data: object,
][] = [
  ["WrongState", [], designate, { aggregate: "ChairRotation", status: "blank", allowed: ["open"] }],
  ["RotationTaken", [cycle], open, { bloc: "bloc" }],
  ["RosterEmpty", [], create.OpenRotation({ ...cycle.data, roster: [] }), {}],
  [
    "UnitTwiceInRotation",
    [],
    create.OpenRotation({ ...cycle.data, roster: [{ unit: "a" }, { unit: "a" }] }),
    { unit: "a" },
  ],
  ["UnitNotInRotation", [], create.OpenRotation({ ...cycle.data, chair: "x" }), { unit: "x" }],
  [
    "UnitInRotationAlready",
    [cycle],
    create.JoinRotation({ unit: "a", joinedOn: "2022-01-01" }),
    { unit: "a" },
  ],
  [
    "UnitNotSuspended",
    [cycle],
    create.ReinstateInRotation({ unit: "a", reinstatedOn: "2022-01-01" }),
    { unit: "a" },
  ],
  [
    "UnitSuspended",
    [cycle, create.SuspendFromRotation({ unit: "a", suspendedOn: "2023-01-01", reason })],
    propose("a2022", "b2023"),
    { unit: "a" },
  ],
  [
    "UnitSuspended",
    [
      opening("ab", { succession: { kind: "elected" } }),
      create.SuspendFromRotation({ unit: "b", suspendedOn: "2021-12-01", reason }),
    ],
    create.DesignateChair({ term: "2023", chair: "b", ...base }),
    { unit: "b" },
  ],
  [
    "TooManyUnitsInRotation",
    [many],
    create.JoinRotation({ unit: "a", joinedOn: "2022-01-01" }),
    { unitsMax: 500 },
  ],
  ["OrderEmpty", [cycle], create.ReplaceOrder({ term: "2023", order: [], effective: "atOnce", reason }), {}],
  ["TermUnknown", [cycle], create.HoldOver({ term: "constructor", reason }), { term: "constructor" }],
  [
    "TermNameUncountable",
    [],
    create.OpenRotation({ ...cycle.data, calendar: { term: "2022", startsOn: "2022-01-01", months: 6 } }),
    { term: "2022", months: 6 },
  ],
  [
    "TermBegunAlready",
    running,
    create.SkipTurn({ term: "2022", unit: "a", reason }),
    { term: "2022", running: "2022" },
  ],
  ["TermNotNext", running, hand("2024", "a", "c"), { term: "2024", next: "2023" }],
  ["TermNotRunning", [cycle], acting, { term: "2022" }],
  [
    "TermEndsBeforeItStarts",
    [cycle],
    create.ChangeTermEnd({ term: "2023", endsOn: "2023-01-01", reason }),
    { term: "2023", startsOn: "2023-01-01" },
  ],
  [
    "TermEndsBeforeLastAct",
    [...running, act],
    create.ChangeTermEnd({ term: "2022", endsOn: "2022-02-01", reason }),
    { term: "2022", doneOn: "2022-02-01" },
  ],
  [
    "DateBeyondCalendar",
    [cycle],
    create.JoinRotation({ unit: "d", joinedOn: "9999-01-01" }),
    { date: "9999-01-01" },
  ],
  [
    "DateOutside",
    running,
    create.RecordVacancy({ term: "2022", from: "2021-12-31", reason }),
    { date: "2021-12-31", earliest: "2022-01-01" },
  ],
  [
    "DeputyIsChair",
    [open],
    create.DesignateChair({
      term: "2023",
      chair: "police",
      deputy: "police",
      basis: conference,
      designatedOn: "2023-01-01",
    }),
    { unit: "police" },
  ],
  // The unit chaired the running term and left the chair.
  [
    "DeputyIsChair",
    [open, create.RecordVacancy({ term: "2022", from: "2022-03-01", reason })],
    create.DesignateDeputy({
      term: "2022",
      deputy: "judgment",
      basis: decision,
      designatedOn: "2022-03-02",
    }),
    { unit: "judgment" },
  ],
  [
    "NotDeputyOfTerm",
    [open],
    create.ReleaseDeputy({ term: "2022", deputy: "military", releasedOn: "2022-05-01", reason }),
    { unit: "military" },
  ],
  [
    "ChairOutOfTurn",
    [cycle],
    create.DesignateChair({ term: "2023", chair: "c", ...base }),
    { chair: "c", holder: "b" },
  ],
  [
    "ChairNotInGroup",
    [grouped, create.DesignateChair({ term: "2022", chair: "a", ...base })],
    create.DesignateChair({ term: "2023", chair: "a", ...base }),
    { group: ["b", "c"] },
  ],
  [
    "ChairDesignatedAlready",
    [open, designate],
    create.DesignateChair({ term: "2023", chair: "military", ...base }),
    { chair: "police" },
  ],
  [
    "ChairNotDesignated",
    [open, designate],
    create.UndesignateChair({
      term: "2023",
      chair: "military",
      code: "byBloc",
      undesignatedOn: "2023-01-10",
    }),
    { term: "2023", chair: "military", designated: "police" },
  ],
  [
    "ChairNotDesignated",
    [open],
    create.UndesignateChair({ term: "2023", chair: "police", code: "byBloc", undesignatedOn: "2022-01-10" }),
    { term: "2023", chair: "police" },
  ],
  [
    "ChairNamedByDecision",
    [open, create.DesignateChair({ ...designate.data, chair: "military", basis: decision })],
    designate,
    { term: "2023", chair: "military", decision: decision.document },
  ],
  [
    "DateOutside",
    [open, designate],
    create.UndesignateChair({
      term: "2023",
      chair: "police",
      code: "annulled",
      undesignatedOn: "2023-01-08",
    }),
    { date: "2023-01-08", earliest: "2023-01-09" },
  ],
  ["TermWithoutChair", [open], handOver, { term: "2023" }],
  ["TermHasChair", [cycle], create.BeginVacantTerm({ term: "2022", begunOn: "2022-01-01" }), { chair: "a" }],
  [
    "NotHolderOfTerm",
    [cycle],
    create.DeclineTurn({ term: "2023", unit: "c", declinedOn: "2022-01-01", reason }),
    { unit: "c", holder: "b" },
  ],
  ["NotHolderOfChair", running, hand("2023", "c", "b"), { unit: "c", holder: "a" }],
  ["ChairHeldAlready", running, install("2023", "b"), { term: "2022", holder: "a" }],
  [
    "HandoverOutsideTolerance",
    [open, designate],
    create.HandOverChair({ term: "2023", from: "judgment", to: "police", handedOverOn: "2023-04-02" }),
    { earliest: "2022-11-02", latest: "2023-04-01" },
  ],
  [
    "HandoverUnsigned",
    [both, install("2022", "a")],
    hand("2023", "a", "b"),
    { missing: ["handedBy", "receivedBy"] },
  ],
  [
    "ActingChairAlready",
    [...running, acting],
    create.AppointActingChair({ ...acting.data, unit: "c" }),
    { unit: "b" },
  ],
  ["ActingChairHoldsChair", running, create.AppointActingChair({ ...acting.data, unit: "a" }), { unit: "a" }],
  ["NobodyActing", running, create.EndActing({ unit: "b", endedOn: "2022-04-01" }), { unit: "b" }],
  [
    "TermVacantAlready",
    [cycle, create.RecordVacancy({ term: "2023", from: "2023-01-01", reason })],
    create.RecordVacancy({ term: "2023", from: "2023-02-01", reason }),
    { term: "2023" },
  ],
  [
    "SubstituteIsHolder",
    [cycle],
    create.NameSubstitute({ term: "2023", unit: "b", chair: "b", reason }),
    { unit: "b" },
  ],
  ["NothingToHoldOver", [cycle], create.HoldOver({ term: "2022", reason }), { term: "2022" }],
  [
    "ObligationUnknown",
    [cycle],
    create.ClaimOwedTurn({ obligation: "x", term: "2024" }),
    { obligation: "x" },
  ],
  [
    "ObligationNotOpen",
    [...owing, create.BreakObligation({ obligation: obligationOf(owing), brokenOn: "2022-05-01", reason })],
    create.ClaimOwedTurn({ obligation: obligationOf(owing), term: "2024" }),
    { status: "broken" },
  ],
  [
    "MergeIntoItself",
    [cycle],
    create.MergeInRotation({ units: ["a"], into: "a", mergedOn: "2023-01-01" }),
    { unit: "a" },
  ],
  [
    "SplitIntoItself",
    [cycle],
    create.SplitInRotation({ unit: "a", heir: "d", others: ["a"], splitOn: "2023-01-01" }),
    { unit: "a" },
  ],
  ["SwapUnknown", [cycle], consent("b"), { swap: "swap" }],
  ["SwapTaken", [cycle, propose("a2022", "b2023")], propose("a2022", "c2024"), { swap: "swap" }],
  ["SwapOfOneTerm", [cycle], propose("a2022", "b2022"), { term: "2022" }],
  ["SwapOfOneUnit", [cycle], propose("a2022", "a2025"), { unit: "a" }],
  ["SwapHolderStale", [cycle], propose("a2022", "c2023"), { unit: "c", holder: "b" }],
  ["SwapConsentNotSought", [cycle, propose("a2022", "b2023")], consent("c"), { unit: "c" }],
  [
    "SwapNotOpen",
    [cycle, propose("a2022", "b2023"), create.ExpireSwap({ swap: "swap", expiredOn: "2023-01-01" })],
    consent("b"),
    { status: "expired" },
  ],
  [
    "SwapNotConsented",
    [opening("abc", { swap: "ratified" }), propose("a2022", "b2023")],
    create.RatifySwap({ swap: "swap", ratifiedOn: "2022-03-03", basis: decision }),
    { missing: ["b"] },
  ],
  [
    "SwapStillOpen",
    swapAgreed,
    create.ExpireSwap({ swap: "swap", expiredOn: "2022-12-31" }),
    { expiresOn: "2022-12-31" },
  ],
  ["LotUnknown", [cycle], drawn, { lot: "lot" }],
  ["LotTaken", [cycle, lot], create.AnnounceOrderLot({ ...lot.data, units: ["b", "a"] }), { lot: "lot" }],
  [
    "LotDrawnAlready",
    [cycle, lot, drawn],
    create.DrawOrder({ ...drawn.data, drawn: drawnOf("8") }),
    { lot: "lot" },
  ],
  [
    "LotDrawnOtherwise",
    [cycle, lot],
    create.DrawOrder({ ...drawn.data, drawn: [{ source: "Khác", values: ["7"] }] }),
    { announced: ["Xổ số"] },
  ],
  ["NoFlag", running, toUnit("a", "b"), {}],
  ["NotCustodian", [open, designate], toUnit("military", "police"), { custodian: unit("judgment") }],
  ["FlagIsLost", [open, designate, lost], toUnit("judgment", "police"), {}],
  [
    "FlagNotLost",
    [open],
    create.ReplaceFlag({ flag: { ...flag, flag: "other" }, to: unit("judgment") }),
    { custodian: unit("judgment") },
  ],
  [
    "FlagNotLost",
    [open],
    create.ReportFlagFound({ to: unit("judgment"), foundOn: "2022-05-02" }),
    { custodian: unit("judgment") },
  ],
  ["NoFlag", running, create.ReportFlagFound({ to: unit("a"), foundOn: "2022-05-02" }), {}],
  [
    "FlagWithoutOffice",
    [open, lost],
    create.ReportFlagFound({ to: unit("military"), foundOn: "2022-05-02" }),
    { unit: "military" },
  ],
  [
    "DateOutside",
    [open, lost],
    create.ReportFlagFound({ to: unit("judgment"), foundOn: "2022-04-30" }),
    { date: "2022-04-30", earliest: "2022-05-01" },
  ],
  ["FlagWithoutOffice", [open, designate], toUnit("judgment", "military"), { unit: "military" }],
  // What differs in one field from what was recorded is not so already.
  [
    "UnitInRotationAlready",
    [cycle, create.JoinRotation({ unit: "d", name: "D", joinedOn: "2022-02-01" })],
    create.JoinRotation({ unit: "d", joinedOn: "2022-02-01" }),
    { unit: "d" },
  ],
  [
    "NotHolderOfTerm",
    [cycle, create.SkipTurn({ term: "2023", unit: "b", reason })],
    create.SkipTurn({ term: "2023", unit: "b", reason: "lý do khác" }),
    { unit: "b", holder: "c" },
  ],
  [
    "NotDeputyOfTerm",
    [open, create.ReleaseDeputy({ term: "2022", deputy: "police", releasedOn: "2022-05-01", reason })],
    create.ReleaseDeputy({ term: "2022", deputy: "police", releasedOn: "2022-05-02", reason }),
    { unit: "police" },
  ],
  [
    "LotDrawnAlready",
    [cycle, lot, drawn],
    create.DrawOrder({ ...drawn.data, drawnOn: "2022-02-03" }),
    { lot: "lot" },
  ],
  [
    "NotCustodian",
    [open, designate, toUnit("judgment", "police", "2023-01-05")],
    toUnit("judgment", "police", "2023-01-06"),
    { custodian: unit("police") },
  ],
  ["FlagIsLost", [open, lost], create.ReportFlagLost({ ...lost.data, custodian: unit("police") }), {}],
  // A fact is refused where it does not fit on its day, or where a later one would no longer fit.
  [
    "UnitNotSuspended",
    [cycle, suspended],
    create.ReinstateInRotation({ unit: "b", reinstatedOn: "2023-12-31" }),
    { unit: "b" },
  ],
  [
    "UnitNotInRotation",
    [cycle, create.JoinRotation({ unit: "d", joinedOn: "2024-01-01" })],
    create.LeaveRotation({ unit: "d", leftOn: "2022-12-31", reason }),
    { unit: "d" },
  ],
  [
    "FactContradicted",
    [cycle, merged],
    create.LeaveRotation({ unit: "c", leftOn: "2026-05-31", reason }),
    { unit: "c", on: "2026-07-01", fact: "UnitsMergedInRotation" },
  ],
  [
    "UnitEnded",
    [cycle, merged],
    create.JoinRotation({ unit: "c", joinedOn: "2027-01-01" }),
    { unit: "c", into: "b" },
  ],
  // Of a unit that has ended the refusal tells since when, and who stands for it.
  [
    "UnitNotInRotation",
    [cycle, merged],
    create.MergeInRotation({ units: ["c"], into: "b", mergedOn: "2026-09-01" }),
    { unit: "c", since: "2026-07-01", into: "b" },
  ],
  [
    "UnitNotInRotation",
    [inRotation, merged],
    create.DesignateChair({ term: "2027", chair: "c", basis: conference, designatedOn: "2022-01-01" }),
    { unit: "c", since: "2026-07-01", into: "b" },
  ],
  // A fact that is recorded late acts from the first open day, and is refused where it does not fit on that day.
  [
    "UnitNotInRotation",
    [...running, create.LeaveRotation({ unit: "c", leftOn: "2021-12-31", reason }), act],
    create.RenameInRotation({ unit: "c", name: "C", renamedOn: "2021-06-01" }),
    { unit: "c", actsOn: "2022-02-02" },
  ],
  [
    "UnitInRotationAlready",
    [...running, act],
    create.JoinRotation({ unit: "c", joinedOn: "2021-06-01" }),
    { unit: "c", actsOn: "2022-02-02" },
  ],
  [
    "UnitNotSuspended",
    [...running, act],
    create.ReinstateInRotation({ unit: "c", reinstatedOn: "2021-06-01" }),
    { unit: "c", actsOn: "2022-02-02" },
  ],
  [
    "UnitEnded",
    [...running, create.MergeInRotation({ units: ["c"], into: "b", mergedOn: "2022-01-15" }), act],
    create.JoinRotation({ unit: "c", joinedOn: "2021-06-01" }),
    { unit: "c", into: "b", actsOn: "2022-02-02" },
  ],
  [
    "UnitNotInOrder",
    [cycle, create.RemoveFromOrder({ term: "2024", unit: "c", reason })],
    create.PlaceInOrder({ term: "2024", unit: "b", place: { kind: "after", unit: "c" }, reason }),
    { term: "2024", unit: "c" },
  ],
  [
    "PlacedAfterItself",
    [cycle],
    create.PlaceInOrder({ term: "2024", unit: "b", place: { kind: "after", unit: "b" }, reason }),
    { unit: "b" },
  ],
  [
    "OrderGoesByKey",
    [opening("abcd", { succession: { kind: "alphabetical" } }), install("2022", "a")],
    create.JoinRotation({ unit: "x", joinedOn: "2023-06-01", place: { kind: "first" } }),
    { term: "2024" },
  ],
  [
    "WithoutEffect",
    [cycle, create.RenameInRotation({ unit: "b", name: "B", renamedOn: "2023-01-01" })],
    create.RenameInRotation({ unit: "b", name: "B", renamedOn: "2024-01-01" }),
    {},
  ],
  [
    "EarlierTermOpen",
    [inRotation],
    create.DesignateChair({ term: "2024", chair: "b", ...base }),
    { term: "2024", earlier: "2023" },
  ],
  [
    "UnitHadItsTurn",
    [inRotation, create.DesignateChair({ term: "2023", chair: "b", ...base })],
    create.DesignateChair({ term: "2024", chair: "b", ...base }),
    { term: "2024", unit: "b" },
  ],
  [
    "UnitDoesNotStand",
    [inRotation, create.RemoveFromOrder({ term: "2023", unit: "b", reason })],
    create.DesignateChair({ term: "2023", chair: "b", ...base }),
    { term: "2023", unit: "b", because: "notPlaced" },
  ],
  [
    "ObligationNotYetArisen",
    owing,
    create.ClaimOwedTurn({ obligation: obligationOf(owing), term: "2023" }),
    { passed: "2023" },
  ],
];
