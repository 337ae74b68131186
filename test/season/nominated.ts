import { awardIdOf } from "../../src/award/award-id.ts";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { PledgeEvent } from "../../src/pledge/messages.ts";
import { ScoreboardEvent } from "../../src/scoreboard/messages.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import type { Bylaws } from "../../src/vocabulary/bylaws.ts";
import type { Honour } from "../../src/vocabulary/honour.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";
import { certificate, certified, convened, flag, terms, units } from "./certified.ts";

/** A fact, and the stream in which it is. */
export type Fact = [stream: string, event: SeasonEvent];

export const decision = (issuedOn: string) =>
  ({ kind: "decision", number: "1/QĐ", issuedOn, issuer: "UBND tỉnh" }) as const;

export const bylaws: Bylaws = {
  voting: defaultVotingRules,
  honours: [
    { honour: flag, seats: 1 },
    { honour: certificate, seats: 2 },
  ],
  chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
};

export const ofBloc = (event: SeasonEvent): Fact => ["Bloc-bloc", event];
export const constituted = ofBloc(
  BlocEvent.create.BlocConstituted({
    ...{ name: "Khối", kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2022-01-01" },
    members: units.map((unit) => ({ unit, name: unit })),
    decision: decision("2022-01-01"),
  }),
);
export const adopted = (change: Partial<Bylaws> = {}) =>
  ofBloc(
    BlocEvent.create.BylawsAdopted({
      ...{ version: 1, adoptedOn: "2022-01-02", effectiveFrom: "2022-01-02" },
      bylaws: { ...bylaws, ...change },
      document: { kind: "bylaws", number: "1/QC", issuedOn: "2022-01-02", issuer: "Khối" },
    }),
  );
export const met: Fact = [`Conference-${terms.conference}`, convened("bloc")];
/** A bloc with its bylaws and its year-end conference. */
export const begun: Fact[] = [constituted, adopted(), met];

type Record = Parameters<typeof certified>[1];
export const elects = (ballot: string, honour: Honour, elected: string[], change: Record = {}): Fact => [
  `Ballot-${ballot}`,
  certified(elected, { purpose: { kind: "honour", honour }, ...change }),
];
export const flagTo = (...elected: string[]) => elects("flag", flag, elected);
export const certificatesTo = (...elected: string[]) => elects("certificates", certificate, elected);
export const recount = (ballot: string, honour: Honour, elected: string[], certifiedOn = "2023-01-12") =>
  elects(ballot, honour, elected, { certification: 2, supersedes: 1, certifiedOn });
export const annulled = (ballot: string, annulledOn = "2023-01-13"): Fact => [
  `Ballot-${ballot}`,
  BallotEvent.create.BallotAnnulled({ ground: "authority", reason: "Sai thủ tục", annulledOn }),
];

export const left = (unit: string, leftOn: string) =>
  ofBloc(BlocEvent.create.MemberLeft({ unit, ground: "dissolved", leftOn, decision: decision(leftOn) }));
export const merged = (unit: string, into: string, mergedOn: string) =>
  ofBloc(BlocEvent.create.MembersMerged({ units: [unit], into, mergedOn, decision: decision(mergedOn) }));
export const disciplined = (unit: string, disciplinedOn: string, season = "2022") =>
  ofBloc(
    BlocEvent.create.UnitDisciplined({
      ...{ discipline: `${unit}-k`, unit, form: "reprimand", season, disciplinedOn },
      decision: decision(disciplinedOn),
    }),
  );
export const lifted = (unit: string, liftedOn: string) =>
  ofBloc(
    BlocEvent.create.DisciplineLifted({
      ...{ discipline: `${unit}-k`, unit, liftedOn },
      decision: decision(liftedOn),
    }),
  );
export const investigated = (unit: string, openedOn: string) =>
  ofBloc(
    BlocEvent.create.InvestigationOpened({ investigation: `${unit}-i`, unit, body: "Thanh tra", openedOn }),
  );
export const cleared = (unit: string, closedOn: string) =>
  ofBloc(
    BlocEvent.create.InvestigationClosed({ investigation: `${unit}-i`, unit, closedOn, finding: "cleared" }),
  );

const board = (event: SeasonEvent): Fact => ["Scoreboard-board", event];
export const scored = board(ScoreboardEvent.create.ScoreboardOpened({ bloc: "bloc", season: "2022", units }));
export const apart = (unit: string, ground: "disciplined" | "underInvestigation") =>
  board(ScoreboardEvent.create.UnitExcluded({ unit, ground, reason: "Khiển trách" }));
export const ranked = (unit: string) =>
  board(ScoreboardEvent.create.UnitReinstated({ unit, reason: "Nhầm" }));

/** The pledge of a unit, signed, with the titles that it registers for, and what became of it. */
export function pledged(
  unit: string,
  { titles = [], verdict }: { titles?: Honour[]; verdict?: "fulfilled" | "partly" | "unfulfilled" },
): Fact[] {
  const of = (event: SeasonEvent): Fact => [`Pledge-${unit}`, event];
  const { create } = PledgeEvent;
  return [
    of(create.PledgeDrafted({ bloc: "bloc", unit, season: "2022", dueOn: "2022-12-31" })),
    ...titles.map((honour) => of(create.TitleRegistered({ honour }))),
    of(create.PledgeSigned({ signatory: { name: "An" }, signedOn: "2022-02-01" })),
    ...(verdict
      ? [of(create.PledgeAssessed({ assessor: "court", assessedOn: "2022-12-31", verdicts: [], verdict }))]
      : []),
  ];
}
export const pledgeWithdrawn = (unit: string, withdrawnOn: string): Fact => [
  `Pledge-${unit}`,
  PledgeEvent.create.PledgeWithdrawn({ reason: "Không thực hiện được", withdrawnOn }),
];

export const awardOf = (unit: string, honour: Honour = flag) =>
  awardIdOf({ bloc: "bloc", season: "2022", unit, honour });
export const ofAward = (unit: string, event: SeasonEvent, honour: Honour = flag): Fact => [
  `Award-${awardOf(unit, honour)}`,
  event,
];
