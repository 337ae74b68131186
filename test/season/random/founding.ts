import { bylawsOn } from "../../../src/bloc/bylaws.ts";
import type { RotationPolicy } from "../../../src/chair-rotation/policies/policy.ts";
import { emulationBloc } from "../../../src/chair-rotation/policies/presets.ts";
import type { Bylaws, HonourRule } from "../../../src/vocabulary/bylaws.ts";
import type { BylawsPolicies } from "../../../src/vocabulary/policies.ts";
import type { VotingRules } from "../../../src/vocabulary/voting-rules.ts";
import {
  type BlocPlan,
  certificate,
  type Desk,
  flag,
  hours,
  type Luck,
  letter,
  paperOf,
  type Year,
} from "./office.ts";

/** The office elects whom it likes, a chair twice in a row, too: so no rotation of turns refuses one. */
export const policy: RotationPolicy = { ...emulationBloc, succession: { kind: "elected" } };

const voting: VotingRules = {
  form: "secret",
  selection: "byVote",
  quorum: { numerator: 1, denominator: 2, strict: false },
  // Two level nominees both reach a third, so that there are ties.
  threshold: { numerator: 1, denominator: 3, strict: false, base: "validPapers" },
  selfVote: true,
  proxiesMax: 1,
  tieLadder: [{ kind: "runOff", roundsMax: 2 }],
};

/** What a bloc gives itself: how many certificates, what excludes what, what is asked of a unit, and what follows. */
function bylawsOf(luck: Luck, { seats, hasLetter }: Pick<BlocPlan, "seats" | "hasLetter">): Bylaws {
  const isOwn = luck.has("ownExclusions");
  const needs: HonourRule["needs"] = luck.has("needs")
    ? luck.one([
        { registered: true },
        { verdictAtLeast: "partly" },
        { registered: true, verdictAtLeast: "partly" },
      ] as const)
    : undefined;
  const honours: HonourRule[] = [
    {
      honour: flag,
      seats: 1,
      ...(isOwn && { excludes: luck.one([[certificate], [certificate, letter], []]) }),
    },
    { honour: certificate, seats, ...(needs && { needs }) },
    ...(hasLetter ? [{ honour: letter, seats: 1 }] : []),
  ];
  const listed = honours.map((rule) => ({
    ...rule,
    ...(rule.excludes && {
      excludes: rule.excludes.filter(({ kind }) => honours.some(({ honour }) => honour.kind === kind)),
    }),
  }));
  return {
    voting,
    honours: listed,
    chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
    ...(luck.has("ownPolicies") && { policies: luck.one(ownPolicies) }),
  };
}

const ownPolicies: readonly BylawsPolicies[] = [
  { complaintHoldsHandover: false },
  { handover: "byHand" },
  { decideAfterFinal: false },
  { pledgeOf: { merged: "choose", transferred: "choose" } },
  { joinerScoredUntil: 0 },
  { joinerScoredUntil: 12, awaited: { document: 10 } },
  { vacatedSeat: "voteAgain" },
];

/** A bloc is constituted, gives itself bylaws, and opens its rotation. */
export function found(year: Year): void {
  const { bloc, units, rotation, luck, on } = year;
  const about = luck("founding");
  on("2021-12-01", hours.morning, "founding", (desk) => {
    desk.send("Bloc", bloc, {
      type: "ConstituteBloc",
      data: {
        ...{ name: `Khối ${bloc}`, kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2021-12-01" },
        members: units.map((unit) => ({ unit, name: `Đơn vị ${unit}` })),
        decision: paperOf("decision", `1/QĐ-${bloc}`, "2021-12-01"),
      },
    });
  });
  on(
    "2021-12-10",
    hours.morning,
    "founding",
    adopt(bloc, bylawsOf(luck("bylaws", "2021"), year), "2022-01-01"),
  );
  const first = about.has("noChairAtFirst") ? undefined : units[0];
  on("2022-01-01", hours.morning, "founding", (desk) =>
    openRotation(desk, { bloc, rotation, units, chair: first }),
  );
  // A rotation of the past is closed: the bloc has one that is open.
  const former = `former-${rotation}`;
  if (about.has("formerRotation")) {
    on("2021-12-02", hours.morning, "founding", (desk) =>
      openRotation(desk, { bloc, rotation: former, units, chair: units[1], year: "2021" }),
    );
    on("2021-12-31", hours.morning, "founding", (desk) => {
      const data = { reason: "Hết chu kỳ", closedOn: "2021-12-31" };
      desk.send("ChairRotation", former, { type: "CloseRotation", data });
    });
  }
  // What was elected before it began is none of its business.
  if (about.has("laterRotation"))
    on("2023-02-10", hours.night, "founding", (desk) =>
      openRotation(desk, {
        ...{ bloc: `${bloc}0`, rotation: `later-${rotation}` },
        ...{ units: units.map((unit) => `${bloc}0${unit}`), chair: undefined, year: "2023" },
      }),
    );
}

type Opening = {
  bloc: string;
  rotation: string;
  units: readonly string[];
  chair: string | undefined;
  year?: string;
};

function openRotation(desk: Desk, { bloc, rotation, units, chair, year = "2022" }: Opening): void {
  const order = [...units];
  desk.send("ChairRotation", rotation, {
    type: "OpenRotation",
    data: {
      ...{ bloc, roster: order.map((unit) => ({ unit })), policy, order },
      calendar: { term: year, startsOn: `${year}-01-01`, months: 12 },
      ...(chair !== undefined && { chair }),
      flag: { flag: `flag-${rotation}`, issuer: "UBND tỉnh", issuedOn: "2021-12-01" },
    },
  });
}

function adopt(bloc: string, bylaws: Bylaws, effectiveFrom: string) {
  return (desk: Desk): void => {
    const state = desk.stateOf("Bloc", bloc);
    if (state.status !== "constituted") return;
    const version = state.bylaws.length + 1;
    const document = paperOf("bylaws", `${version}/QC-${bloc}`, desk.day);
    const data = { version, bylaws, adoptedOn: desk.day, effectiveFrom, document };
    desk.send("Bloc", bloc, { type: "AdoptBylaws", data });
  };
}

/** In September a bloc may change its bylaws. */
export function changeBylaws({ bloc, season, after, seats, hasLetter, luck, on }: Year): void {
  const about = luck("new bylaws");
  const day = `${season}-09-10`;
  const later = luck("new bylaws", "later");
  const days = [`${season}-10-20`, `${season}-12-28`, `${after}-01-12`] as const;
  const effectiveFrom = later.has("bylawsLater") ? later.one(days) : day;
  if (about.has("bylawsChanged"))
    on(
      day,
      hours.evening,
      "bylaws",
      adopt(bloc, bylawsOf(about, { seats: (seats % 3) + 1, hasLetter }), effectiveFrom),
    );
}

/** The bylaws in force on a day; a bloc of this office always has some. */
export const bylawsIn = (desk: Desk, bloc: string, day: string) => {
  const state = desk.stateOf("Bloc", bloc);
  return bylawsOn(state, day) ?? bylawsOn(state, "2022-01-01");
};
