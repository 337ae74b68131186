import { assembled, bothSubmit, certify, clearTally, closeBox, issue, open, openVoting } from "./life.ts";
import { certified, counted, create, hands, type Row, wrong } from "./refusals.ts";

const record = create.RecordParticulars;
const handsInstead = create.ReviseBallot(open({ voting: { form: "showOfHands" } }).data);
const unreturned = [...assembled(), issue("court"), issue("police")];

export const particularsThatCannotBe: Row[] = [
  [
    "it ends before it starts",
    [open()],
    record({ startedAt: { hour: 14, minute: 30 }, endedAt: { hour: 14, minute: 29 } }),
    {
      type: "EndsBeforeItStarts",
      data: { startedAt: { hour: 14, minute: 30 }, endedAt: { hour: 14, minute: 29 } },
    },
  ],
  [
    "a guest is not expected, so it is not absent",
    [open()],
    record({ absences: [{ unit: "guest" }] }),
    { type: "NotAnElector", data: { unit: "guest" } },
  ],
  [
    "a unit is absent twice",
    [open()],
    record({ absences: [{ unit: "court", reason: "ốm" }, { unit: "court" }] }),
    { type: "NamedTwice", data: { unit: "court" } },
  ],
  [
    "a unit was in the room when the vote opened, though it left",
    [...assembled(), create.RecordDeparture({ unit: "court" })],
    record({ absences: [{ unit: "court" }] }),
    { type: "UnitPresent", data: { unit: "court" } },
  ],
  [
    "more papers are out than were printed",
    unreturned,
    record({ printed: 1 }),
    { type: "PrintedDoNotAddUp", data: { printed: 1, issued: 2, spoiled: 0 } },
  ],
  [
    "a printed paper was neither issued nor left over",
    [...unreturned, create.ReplacePaper({ unit: "court", spoiled: 1 }), closeBox],
    record({ printed: 10, leftOver: 6 }),
    { type: "PrintedDoNotAddUp", data: { printed: 10, issued: 2, spoiled: 1, leftOver: 6 } },
  ],
  [
    "a paper that came back is said to be missing",
    counted,
    record({ unreturned: 1 }),
    { type: "IssuedDoNotAddUp", data: { issued: 8, returned: 8, unreturned: 1 } },
  ],
  ["hands need no papers", hands, record({ printed: 8 }), { type: "ParticularsNeedPapers", data: {} }],
  [
    "its particulars are of papers, since before a revision to hands",
    [...[...assembled(), record({ printed: 10 }), handsInstead, openVoting], ...bothSubmit(clearTally)],
    certify,
    { type: "ParticularsNeedPapers", data: {} },
  ],
  [
    "the record is signed",
    certified,
    record({ copies: 2 }),
    wrong("certified", "preparing", "voting", "closed", "unsealed", "discrepancy", "undecided", "decided"),
  ],
  [
    "papers went out after they were said to be left over, and the record is to be signed",
    [open(), record({ printed: 8, leftOver: 1 }), ...counted.slice(1)],
    certified.at(-1) ?? closeBox,
    { type: "PrintedDoNotAddUp", data: { printed: 8, issued: 8, spoiled: 0, leftOver: 1 } },
  ],
  [
    "a unit came after it was said to be absent, and the record is to be signed",
    [open(), record({ absences: [{ unit: "court" }] }), ...counted.slice(1)],
    certified.at(-1) ?? closeBox,
    { type: "UnitPresent", data: { unit: "court" } },
  ],
];
