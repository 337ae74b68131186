import { expect } from "vitest";
import { tallyOf } from "../../src/ballot/count.ts";
import type { BallotCommand } from "../../src/ballot/messages.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import type { Ballot } from "../../src/ballot/state.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import type { During } from "../../src/kernel/during.ts";
import { electors, kept, ranked } from "./life.ts";
import { create } from "./refusals.ts";

// The commands of a walk, made for the state that they meet.

export const units = electors.slice(0, 4);

export type Die = <T>(faces: readonly T[]) => T;
const days = ["2023-01-09", "2023-01-12", "2023-01-15"];

/** What leads on from this state, most of the time. */
export function usefulFor(state: Ballot, terms: Terms, die: Die): BallotCommand {
  switch (state.status) {
    case "blank":
      return create.OpenBallot(terms);
    case "preparing":
      if (terms.conference !== undefined && die([true, true, false])) return room(die);
      return die([
        ...units.map((unit) => create.CheckIn({ unit })),
        create.AcceptProxy({ principal: die(units), holder: die(units) }),
        create.ConsultInWriting({ unit: die(units) }),
        ...units.map(() => create.OpenVoting({ openedOn: "2023-01-09" })),
      ]);
    case "voting":
      return voteFor(state.voting.form, terms, die);
    case "closed":
      return opening(state, terms, die);
    case "unsealed":
      return tallied(state, terms, die);
    case "discrepancy":
      return again(state, terms, die);
    case "undecided":
      return climbing(state, die);
    case "decided":
      return die([certified(die), certified(die), die(complaints(die)), again(state, terms, die)]);
    case "certified":
      return die([
        ...complaints(die),
        again(state, terms, die),
        again(state, terms, die),
        create.FinaliseResult({ finalisedOn: "2023-01-25" }),
      ]);
    default:
      return anyFor(state, terms, die);
  }
}

const papersOf = (terms: Terms): PaperRead[] => {
  const [a = "", b = a, c] = terms.nominees;
  const none: PaperRead[] = [{ kind: "blank" }, { kind: "invalid", reason: "unreadable" }];
  const { kind } = terms.method;
  if (kind === "instantRunoff" || kind === "stv")
    return [
      ...(a === b ? [] : [ranked(a, b), ranked(b, a)]),
      ranked(a),
      ranked(b),
      ...(c ? [ranked(c, a)] : []),
      ...none,
    ];
  if (kind === "forAndAgainst" || kind === "plurality") return [kept(a), kept(b), kept(a), kept(b), ...none];
  return [kept(a), kept(b), kept(a, b), ...(c ? [kept(c)] : []), ...none];
};

type Begun = Exclude<Ballot, { status: "blank" }>;

/** The room of a conference: mostly open, and with most units in it. */
function room(die: Die): BallotCommand {
  const present = units.filter(() => die([true, true, true, false]));
  const proxies = die([[], [{ principal: die(units), holder: die(units) }]]);
  return create.TakeRoom({ present, proxies, ...(die([true, true, false]) && { openedOn: "2023-01-09" }) });
}

const certified = (die: Die) =>
  create.CertifyBallot({
    ...{ signatories: ["Trần Thị B", "Lê Văn C"], certifiedOn: die(days) },
    complaintsUntil: die(["2023-01-18", "2023-01-20"]),
  });

const complaints = (die: Die): BallotCommand[] => [
  create.ChallengeResult({
    challenge: die(["c1", "c2"]),
    challenger: die(units),
    ground: "x",
    raisedOn: die(days),
  }),
  create.UpholdChallenge({ challenge: die(["c1", "c2"]), reason: "x", decidedOn: die(days) }),
  create.DismissChallenge({ challenge: die(["c1", "c2"]), reason: "x", decidedOn: die(days) }),
];

function voteFor(form: Begun["voting"]["form"], terms: Terms, die: Die): BallotCommand {
  const unit = die(units);
  switch (form) {
    case "secret":
      return die([
        ...Array.from({ length: 24 }, () => create.IssuePaper({ unit })),
        create.ReplacePaper({ unit, spoiled: 1 }),
        create.CountDeposits({ deposited: die([0, 1, 2, 3, 4, 5]) }),
        create.CloseBox({}),
      ]);
    case "showOfHands": {
      const hands = die([0, 1, 2]);
      const lines = terms.nominees.map((nominee, at) => ({ nominee, for: at === 0 ? hands : 1, against: 0 }));
      const tally = { valid: 3, invalid: 0, blank: 0, lines };
      return create.SubmitTally({ teller: die(["Trần Thị B", "Lê Văn C"]), tally });
    }
    case "rollCall":
      return die([
        ...Array.from({ length: 12 }, () => create.RecordCalledVote({ unit, vote: die(papersOf(terms)) })),
        create.CloseRollCall({}),
      ]);
    case "consensus":
      return create.AcclaimNominees({ elected: [die(terms.nominees)] });
  }
}

function opening(state: Begun, terms: Terms, die: Die): BallotCommand {
  const issued = [...state.roll].filter(([, { paper }]) => paper !== undefined).map(([unit]) => unit);
  const heavy = terms.weights !== undefined && issued.includes("court") ? 1 : 0;
  const papers = Array.from({ length: issued.length + heavy }, () => ({
    papers: 1,
    paper: die(papersOf(terms)),
  }));
  return create.OpenBox({ papers });
}

function tallied({ voting }: Begun, terms: Terms, die: Die): BallotCommand {
  if (voting.form !== "secret") return create.CloseRollCall({});
  const tally = tallyOf(terms, voting.papers);
  const wrong = { ...tally, blank: tally.blank + 1 };
  const teller = die(["Trần Thị B", "Lê Văn C"]);
  return create.SubmitTally({ teller, tally: die([tally, tally, tally, tally, wrong]) });
}

/** The votes are counted again: the same papers, or one of them read otherwise. */
function again({ voting }: Begun, terms: Terms, die: Die): BallotCommand {
  if (voting.form === "rollCall" || voting.form === "consensus") return create.CloseRollCall({});
  const reading = voting.reading + 1;
  if (voting.form === "showOfHands") return create.RetakeHands({ reading });
  const [first, ...others] = voting.papers;
  const otherwise = first && [...others, { papers: first.papers, paper: die(papersOf(terms)) }];
  const papers = die([voting.papers, voting.papers, otherwise ?? []]);
  return create.RecountPapers({ reading, papers, reason: "x" });
}

function climbing(state: During<Ballot, "undecided" | "decided">, die: Die): BallotCommand {
  const { step, round } = state.ladder;
  const { tied, seats } = state.outcome.undecided ?? expect.unreachable();
  const decidedOn = die(days);
  const chair = state.chair?.chair ?? "inspectorate";
  switch (state.terms.voting.tieLadder[step - 1]?.kind) {
    case undefined:
      return certified(die);
    case "runOff":
      return create.CallRunOff({ step, round });
    case "chairDecision":
      return die([
        create.NameChair({ chair: die(units), namedOn: decidedOn }),
        create.DecideTie({ step, elected: tied.slice(0, seats), chair, decidedOn }),
        create.DecideTie({ step, elected: tied.slice(-seats), chair, decidedOn }),
      ]);
    case "lot":
      return die([
        create.AnnounceLot({ step }),
        create.DrawLot({
          step,
          drawn: state.terms.tieData.lotSources.map((source) => ({ source, values: [String(die([7, 8]))] })),
        }),
      ]);
    default:
      return create.TakeTieStep({ step });
  }
}

/** Anything, whatever the state: most of it is refused. */
export function anyFor(state: Ballot, terms: Terms, die: Die): BallotCommand {
  const unit = die(units);
  const step = die([1, 2]);
  const some = terms.nominees.slice(0, die([0, 1, 2]));
  return die<BallotCommand>([
    room(die),
    create.CheckIn({ unit }),
    create.RecordDeparture({ unit }),
    create.AcceptProxy({ principal: unit, holder: die(units) }),
    create.WithdrawProxy({ principal: unit }),
    create.ConsultInWriting({ unit }),
    create.OpenVoting({ openedOn: die(days) }),
    create.IssuePaper({ unit }),
    create.ReviseBallot({ ...terms, seats: die([1, 2]) }),
    create.ReviseBallot({ ...terms, nominees: terms.nominees.slice(1), seats: 1 }),
    create.CountDeposits({ deposited: die([1, 2, 3, 4]) }),
    create.RecordCalledVote({ unit, vote: die(papersOf(terms)) }),
    create.ObjectToAcclamation({ unit, reason: "x" }),
    create.AcclaimNominees({ elected: some }),
    create.TakeTieStep({ step }),
    create.CallRunOff({ step, round: die([1, 2]) }),
    create.DecideTie({ step, elected: some, chair: unit, decidedOn: die(days) }),
    certified(die),
    ...complaints(die),
    create.FinaliseResult({ finalisedOn: "2023-01-25" }),
    create.AnnulBallot({
      ground: die(["discrepancy", "challengeUpheld", "noQuorum"]),
      reason: "x",
      annulledOn: "2023-01-15",
    }),
    ...(state.status === "blank" ? [] : [again(state, terms, die), tallied(state, terms, die)]),
  ]);
}
