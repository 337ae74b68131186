import { describe, expect, it } from "vitest";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { CampaignEvent } from "../../src/campaign/messages.ts";
import { PledgeEvent } from "../../src/pledge/messages.ts";
import { followMembers } from "../../src/season/follow-members.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { nominate } from "../../src/season/nominate.ts";
import { seasonProcesses } from "../../src/season/season-processes.ts";
import type { BylawsPolicies } from "../../src/vocabulary/policies.ts";
import { recorded } from "./certified.ts";
import {
  begun,
  bylaws,
  constituted,
  decision,
  type Fact,
  flagTo,
  investigated,
  merged,
  met,
  ofAward,
  ofBloc,
  scored,
} from "./nominated.ts";
import { reading } from "./reading.ts";

// A decision says from when on it holds, and that day may lie ahead. What follows from it comes about on that day: with the
// first fact of the bloc that is recorded from then on, for a process has no clock.

type Dated = [recordedOn: string, fact: Fact];

const logged = (...facts: Dated[]) =>
  facts.map(([day, [stream, event]], at) => {
    const { metadata, ...rest } = recorded(stream, event, at + 1);
    return { ...rest, metadata: { ...metadata, recordedAt: `${day}T03:00:00.000Z` } };
  });
/** What is wanted of each fact in turn, and on which day it is dated. */
const wanted = (process: typeof followMembers | typeof nominate, ...facts: Dated[]) =>
  logged(...facts)
    .map(reading(process))
    .map((wants) =>
      wants.map(({ command: { type, data } }) => [
        type,
        Object.entries(data).find(([field]) => field.endsWith("On"))?.[1],
      ]),
    );
const last = (...of: Parameters<typeof wanted>) => wanted(...of).at(-1);
const open = (...facts: Dated[]) =>
  followMembers
    .matters(followMembers.fold(logged(...facts) as never[]).facts, "bloc")
    .map(({ law, what, since }) => [law, what.type, since]);

const { create } = PledgeEvent;
const drafted = (unit: string): Fact => [
  `Pledge-${unit}`,
  create.PledgeDrafted({ bloc: "bloc", unit, season: "2023", dueOn: "2023-12-31" }),
];
const signed = (unit: string, signedOn: string): Fact => [
  `Pledge-${unit}`,
  create.PledgeSigned({ signatory: { name: "An" }, signedOn }),
];
const assessed = (unit: string, assessedOn: string): Fact => [
  `Pledge-${unit}`,
  create.PledgeAssessed({ assessor: "council", assessedOn, verdict: "fulfilled", verdicts: [] }),
];
const left = (unit: string, leftOn: string, stated: string): Dated => [
  stated,
  ofBloc(BlocEvent.create.MemberLeft({ unit, ground: "withdrawn", leftOn, decision: decision(stated) })),
];
const admitted = (unit: string, admittedOn: string): Fact =>
  ofBloc(BlocEvent.create.MemberAdmitted({ unit, name: unit, admittedOn, decision: decision("2023-01-20") }));
const suspended = (unit: string, suspendedOn: string): Fact =>
  ofBloc(BlocEvent.create.MemberSuspended({ unit, reason: "Tạm dừng", suspendedOn }));
const ruled = (version: number, policies: BylawsPolicies, effectiveFrom: string): Fact =>
  ofBloc(
    BlocEvent.create.BylawsAdopted({
      ...{ version, adoptedOn: "2022-01-02", effectiveFrom, bylaws: { ...bylaws, policies } },
      document: { kind: "bylaws", number: "1/QC", issuedOn: "2022-01-02", issuer: "Khối" },
    }),
  );
/** Any other fact of the bloc. */
const other = drafted("court");
const start: Dated[] = [
  ["2022-01-02", constituted],
  ["2023-01-10", drafted("military")],
  ["2023-01-10", signed("military", "2023-01-10")],
];
const merger: Dated = ["2023-01-20", merged("military", "police", "2023-03-01")];

describe("the pledge of a unit that will end on a day to come (C22)", () => {
  it("passes on with the first fact that is recorded from that day on, and not before", () => {
    const before: Dated[] = [...start, merger, ["2023-02-28", signed("court", "2023-02-28")]];
    expect(wanted(followMembers, ...before).flat()).toEqual([]);
    expect(last(followMembers, ...before, ["2023-03-01", other])).toEqual([["TransferPledge", "2023-03-01"]]);
    expect(last(followMembers, ...before, ["2023-05-04", other])).toEqual([["TransferPledge", "2023-03-01"]]);
  });

  it("passes on at once where the day has come when that is recorded", () => {
    const late: Dated = ["2023-03-05", merged("military", "police", "2023-03-01")];
    expect(last(followMembers, ...start, late)).toEqual([["TransferPledge", "2023-03-01"]]);
  });

  it("is none the less its own by what another bloc records", () => {
    const elsewhere: Fact = ["Bloc-other", constituted[1]];
    expect(last(followMembers, ...start, merger, ["2023-04-01", elsewhere])).toEqual([]);
  });

  it("is its own whatever a process records that is late, whichever of them that is", () => {
    for (const { name } of seasonProcesses) {
      const log = logged(...start, merger, ["2023-04-01", signed("court", "2023-01-25")]);
      const [effect] = log
        .splice(-1)
        .map((event) => ({ ...event, metadata: { ...event.metadata, actor: name } }));
      expect([...log, ...(effect ? [effect] : [])].map(reading(followMembers)).at(-1)).toEqual([]);
    }
  });

  it("is assessed as its own before that day, also where the verdict is recorded after it", () => {
    const facts: Dated[] = [...start, merger, ["2023-03-05", assessed("military", "2023-02-27")]];
    expect(last(followMembers, ...facts)).toEqual([]);
    expect(open(...facts)).toEqual([]);
  });

  it("is left to people from that day on where the bylaws say so, and nobody is asked before", () => {
    const choose = ruled(1, { pledgeOf: { merged: "choose" } }, "2022-01-02");
    const facts: Dated[] = [["2022-01-02", choose], ...start, merger];
    expect(open(...facts)).toEqual([]);
    expect(open(...facts, ["2023-03-02", other])).toEqual([["C22", "PledgeOfFormerMember", "2023-03-01"]]);
  });
});

describe("bylaws that are adopted and not in force yet", () => {
  const asVoid = (from: string): Dated => ["2023-01-15", ruled(1, { pledgeOf: { merged: "void" } }, from)];

  it("are not those of a unit that ends before their first day, though it was adopted before (C32)", () => {
    const facts = (from: string): Dated[] => [...start, asVoid(from), merger, ["2023-06-01", other]];
    expect(last(followMembers, ...facts("2023-02-15"))).toEqual([["VoidPledge", "2023-03-01"]]);
    expect(last(followMembers, ...facts("2023-03-01"))).toEqual([["VoidPledge", "2023-03-01"]]);
    expect(last(followMembers, ...facts("2023-03-02"))).toEqual([["TransferPledge", "2023-03-01"]]);
  });

  it("say from their first day on who has joined in time to be scored", () => {
    const joined: Dated = ["2022-08-01", admitted("justice", "2022-08-01")];
    const facts: Dated[] = [["2022-01-02", constituted], ["2022-02-01", scored], joined];
    const all = ruled(1, { joinerScoredUntil: 12 }, "2022-11-01");
    const before: Dated[] = [...facts, ["2022-09-01", all], ["2022-10-31", other]];
    expect(wanted(followMembers, ...before).flat()).toEqual([]);
    expect(last(followMembers, ...before, ["2022-11-03", other])).toEqual([["EnterUnit", undefined]]);
    // Those of the next year say nothing of the season.
    const later = ruled(1, { joinerScoredUntil: 12 }, "2023-01-01");
    expect(wanted(followMembers, ...facts, ["2022-09-01", later], ["2023-01-02", other]).flat()).toEqual([]);
  });
});

describe("a conference whose host will be gone on its day (C24c)", () => {
  it("is told of since that was stated, or since the host was gone", () => {
    const [stream, { type, data }] = met as Fact & [string, { type: string; data: object }];
    const convened: Dated = [
      "2022-12-01",
      [stream, { type, data: { ...data, bloc: "bloc", heldOn: "2023-03-10" } } as SeasonEvent],
    ];
    const facts: Dated[] = [["2022-01-02", constituted], convened];
    const hostless = (since: string) => [["C24c", "HostGone", since]];
    expect(open(...facts, left("court", "2023-03-01", "2023-01-20"))).toEqual(hostless("2023-01-20"));
    expect(open(...facts, left("court", "2023-01-15", "2023-01-20"))).toEqual(hostless("2023-01-15"));
    const away: Dated = ["2023-01-20", suspended("court", "2023-03-01")];
    expect(open(...facts, away)).toEqual(hostless("2023-01-20"));
    expect(open(...facts, left("court", "2023-03-11", "2023-01-20"))).toEqual([]);
  });
});

describe("a scoreboard (C23)", () => {
  it("has who joins or leaves on a day to come on it, or apart, from that day on", () => {
    const facts: Dated[] = [
      ["2022-01-02", constituted],
      ["2022-02-01", scored],
      ["2022-03-01", admitted("justice", "2022-04-01")],
      left("court", "2022-05-01", "2022-03-02"),
      ["2022-03-31", drafted("police")],
      ["2022-04-01", signed("police", "2022-04-01")],
      ["2022-05-02", drafted("justice")],
    ];
    expect(wanted(followMembers, ...facts).slice(2)).toEqual([
      [],
      [],
      [],
      [["EnterUnit", undefined]],
      [["ExcludeUnit", undefined]],
    ]);
  });
});

describe("a unit that left and is admitted again", () => {
  const away: Dated = left("military", "2023-02-01", "2023-02-01");
  const back: Dated = ["2023-04-01", admitted("military", "2023-04-01")];

  it("does not have its pledge again (C22)", () => {
    expect(wanted(followMembers, ...start, away, back).slice(-2)).toEqual([
      [["VoidPledge", "2023-02-01"]],
      [],
    ]);
  });

  it("keeps what it pledges from then on", () => {
    const again: Dated[] = [["2023-04-05", drafted("military")]];
    expect(wanted(followMembers, ["2022-01-02", constituted], away, back, ...again).flat()).toEqual([]);
  });

  it("does not have what passed to its heir", () => {
    const facts: Dated[] = [...start, ["2023-03-01", merged("military", "police", "2023-03-01")]];
    expect(wanted(followMembers, ...facts, back).slice(-2)).toEqual([[["TransferPledge", "2023-03-01"]], []]);
  });

  it("has to sign a pledge anew (C28)", () => {
    const { create } = CampaignEvent;
    const campaign = (event: SeasonEvent): Fact => ["Campaign-c", event];
    const launched: Dated[] = [
      create.CampaignDrafted({
        ...{ bloc: "bloc", season: "2023", theme: "Thi đua", kind: "standing" as const },
        ...{ opensOn: "2023-01-01", closesOn: "2024-01-01" },
      }),
      create.CampaignLaunched({
        directive: { ...decision("2023-01-05"), kind: "directive" as const },
        launchedOn: "2023-01-05",
        enrolment: { who: "allMembers", opensOn: "2023-01-05", closesOn: "2023-06-30" },
        assessor: "Hội đồng",
      }),
    ].map((event) => ["2023-01-05", campaign(event)]);
    const others = ["procuracy", "police", "court"].flatMap((unit): Dated[] => [
      ["2023-01-10", drafted(unit)],
      ["2023-01-10", signed(unit, "2023-01-10")],
    ]);
    const [first, ...pledged] = start as [Dated, ...Dated[]];
    const facts = [first, ...launched, ...others, ...pledged];
    expect(open(...facts)).toEqual([]);
    expect(open(...facts, away, back)).toEqual([["C28", "PledgesAwaited", "2023-01-05"]]);
  });
});

describe("the proposal of a unit", () => {
  const elected: Dated[] = [
    ...begun.map((fact): Dated => ["2023-01-02", fact]),
    ["2023-01-09", flagTo("military")],
  ];
  const openAwards = (...facts: Dated[]) =>
    nominate
      .matters(nominate.fold(logged(...facts) as never[]).facts, "bloc/2022")
      // What stands behind another matter is told once that one is settled.
      .filter(({ law, behind }) => law !== "C35" && behind === undefined)
      .map(({ law, what, since }) => [law, what.type, since]);
  /** Any other fact of the bloc. */
  const later = investigated("court", "2023-01-02");

  it("that will end on a day to come is considered until then, and is no matter before (C25)", () => {
    const before: Dated[] = [...elected, merger, ["2023-02-28", later]];
    expect(
      wanted(nominate, ...before)
        .slice(elected.length)
        .flat(),
    ).toEqual([]);
    expect(openAwards(...before)).toEqual([]);
    const facts: Dated[] = [...before, ["2023-03-04", scored]];
    expect(last(nominate, ...facts)).toEqual([["SuspendConsideration", "2023-03-01"]]);
    expect(openAwards(...facts)).toEqual([["C25", "AwardOfFormerMember", "2023-03-01"]]);
  });

  it("that is suspended from a day to come is considered until then (C31)", () => {
    const before: Dated[] = [...elected, ["2023-01-20", suspended("military", "2023-02-10")]];
    expect(last(nominate, ...before)).toEqual([]);
    expect(last(nominate, ...before, ["2023-02-10", later])).toEqual([
      ["SuspendConsideration", "2023-02-10"],
    ]);
  });

  it("has no step dated before the day on which that takes effect, whatever comes after it", () => {
    const vetted = ofAward("military", {
      type: "AwardVetted",
      data: { body: "Ban", vettedOn: "2023-02-01" },
    } as SeasonEvent);
    const back = ofBloc(
      BlocEvent.create.UnitDisciplined({
        ...{ discipline: "k", unit: "military", form: "reprimand", season: "2022" },
        ...{ disciplinedOn: "2023-02-15", decision: decision("2023-02-15") },
      }),
    );
    const facts: Dated[] = [...elected, merger, ["2023-02-01", vetted], ["2023-03-04", back]];
    expect(last(nominate, ...facts)).toEqual([["WithdrawProposal", "2023-03-01"]]);
  });

  it("that left and is admitted again goes on only once people say so (C25)", () => {
    const away: Dated[] = [left("military", "2023-02-01", "2023-02-01")];
    const back: Dated[] = [["2023-04-01", admitted("military", "2023-04-01")]];
    expect(wanted(nominate, ...elected, ...away, ...back).slice(-2)).toEqual([
      [["SuspendConsideration", "2023-02-01"]],
      [],
    ]);
    expect(openAwards(...elected, ...away, ...back)).toEqual([["C25", "AwardOfFormerMember", "2023-02-01"]]);
  });

  it("that a bloc voted for on the day of its dissolution stands, and is listed for the authority (C26)", () => {
    const dissolved: Dated = [
      "2023-01-09",
      ofBloc(
        BlocEvent.create.BlocDissolved({
          ...{ reason: "Sắp xếp lại", dissolvedOn: "2023-01-09", decision: decision("2023-01-09") },
        }),
      ),
    ];
    expect(last(nominate, ...elected, dissolved)).toEqual([]);
    expect(openAwards(...elected, dissolved)).toEqual([["C26", "AwardOfDissolvedBloc", "2023-01-09"]]);
  });
});
