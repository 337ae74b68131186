import { BallotCommand, ConferenceCommand, defaultVotingRules } from "thidua";
import type { Message } from "thidua/kernel";

const { create } = BallotCommand;
const electors = ["procuracy", "police", "military", "court"];
export const nominees = ["procuracy", "police"];
const votedOn = "2023-01-09";

export const conference = "hoi-nghi-2022";

/** The conference says which bloc votes, so whom the ballot elects can be proposed for it. */
export const convene = ConferenceCommand.create.ConveneConference({
  bloc: "noi-chinh",
  season: "2022",
  kind: "yearEnd",
  heldOn: votedOn,
  place: "Hội trường",
  host: "police",
  agenda: ["Bình chọn Cờ thi đua"],
  entitled: electors,
  quorum: defaultVotingRules.quorum,
  proxiesMax: defaultVotingRules.proxiesMax,
  bylaws: 1,
});

/** Four units vote in secret for the flag. Half of the papers is enough, and a tie goes to a run-off. */
export const openBallot = create.OpenBallot({
  season: "2022",
  conference,
  purpose: { kind: "honour", honour: { kind: "emulationFlag", authority: "UBND tỉnh" } },
  bylawsVersion: 1,
  electors,
  nominees,
  seats: 1,
  voting: {
    ...defaultVotingRules,
    threshold: { numerator: 1, denominator: 2, strict: false, base: "validPapers" },
    tieLadder: [{ kind: "runOff", roundsMax: 1 }, { kind: "seniority" }],
  },
  method: { kind: "plurality" },
  tellers: { head: { name: "An" }, members: [{ name: "Bình" }, { name: "Chi" }] },
  tieData: { scores: [], seniority: nominees, lotSources: [] },
});

/** From the room of the conference, which this office gives by hand, to two equal tallies: so many papers name each nominee. */
export function voting(votes: Readonly<Record<string, number>>): Message[] {
  const lines = nominees.map((nominee) => ({ nominee, for: votes[nominee] ?? 0, against: 0 }));
  const tally = { valid: electors.length, invalid: 0, blank: 0, lines };
  return [
    create.TakeRoom({ present: electors, proxies: [], openedOn: votedOn }),
    create.OpenVoting({ openedOn: votedOn }),
    ...electors.map((unit) => create.IssuePaper({ unit })),
    create.CountDeposits({ deposited: electors.length }),
    create.CloseBox({}),
    create.OpenBox({
      papers: Object.entries(votes).map(([name, papers]) => ({
        papers,
        paper: { kind: "names", names: [name] },
      })),
    }),
    create.SubmitTally({ teller: "An", tally }),
    create.SubmitTally({ teller: "Bình", tally }),
  ];
}

export const callRunOff = create.CallRunOff({ step: 1, round: 1 });
export const certify = create.CertifyBallot({
  signatories: ["An", "Bình", "Chi"],
  certifiedOn: votedOn,
  complaintsUntil: "2023-01-16",
});
