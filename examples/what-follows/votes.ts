import { BallotCommand, ConferenceCommand, type Message } from "thidua";
import * as fact from "./facts.ts";

const { create } = BallotCommand;

/** So many papers that keep these names. */
type Papers = readonly { papers: number; kept: string[] }[];

const inBox = (papers: Papers) =>
  papers.map(({ papers: number, kept }) => ({ papers: number, paper: { kind: "kept" as const, kept } }));

function tallies(nominees: readonly string[], papers: Papers): Message[] {
  const valid = fact.units.length;
  const lines = nominees.map((nominee) => {
    const votes = papers.reduce((sum, one) => sum + (one.kept.includes(nominee) ? one.papers : 0), 0);
    return { nominee, for: votes, against: valid - votes };
  });
  return fact.tellers
    .slice(0, 2)
    .map((teller) => create.SubmitTally({ teller, tally: { valid, invalid: 0, blank: 0, lines } }));
}

/** From the check-in to two equal tallies. */
export const voted = (openedOn: string, nominees: readonly string[], papers: Papers): Message[] => [
  ...fact.units.map((unit) => create.CheckIn({ unit })),
  create.OpenVoting({ openedOn }),
  ...fact.units.map((unit) => create.IssuePaper({ unit })),
  create.CountDeposits({ deposited: fact.units.length }),
  create.CloseBox({}),
  create.OpenBox({ papers: inBox(papers) }),
  ...tallies(nominees, papers),
];

/** The papers are counted again. */
export const recounted = (nominees: readonly string[], papers: Papers): Message[] => [
  create.RecountPapers({ reading: 2, papers: inBox(papers), reason: "Có khiếu nại" }),
  ...tallies(nominees, papers),
];

export const certify = (certifiedOn: string, complaintsUntil: string) =>
  create.CertifyBallot({ signatories: [...fact.tellers], certifiedOn, complaintsUntil });

type Terms = Parameters<typeof create.OpenBallot>[0];

export const terms = (
  own: Pick<Terms, "conference" | "purpose" | "nominees" | "seats" | "follows">,
): Message =>
  create.OpenBallot({
    ...{ season: "2022", bylawsVersion: 1, electors: fact.units, voting: fact.voting },
    method: { kind: "forAndAgainst" },
    tellers: {
      head: { name: fact.tellers[0] ?? "" },
      members: fact.tellers.slice(1).map((name) => ({ name })),
    },
    tieData: { scores: [], seniority: [], lotSources: [] },
    ...own,
  });

/** From the call to the opening. */
export function convened(heldOn: string, kind: "yearEnd" | "extraordinary", host: string): Message[] {
  const { create: conference } = ConferenceCommand;
  const chair = { name: "Nguyễn Văn A", position: "Khối trưởng" };
  return [
    conference.ConveneConference({
      ...{ bloc: fact.bloc, season: "2022", kind, heldOn, place: "Hội trường tỉnh", host },
      agenda: ["Tổng kết năm 2022"],
      entitled: fact.units,
      quorum: fact.voting.quorum,
      proxiesMax: 0,
      bylaws: 1,
    }),
    ...fact.units.flatMap((unit) => [
      conference.AccreditDelegation({
        unit,
        delegates: [{ person: { name: `Đại diện ${unit}` }, role: "leader" }],
        accreditedOn: heldOn,
      }),
      conference.CheckInUnit({ unit }),
    ]),
    conference.OpenConference({ openedOn: heldOn, chair, secretary: { name: "Trần Thị B" } }),
  ];
}
