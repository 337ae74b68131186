import { accept, reject } from "../kernel/decision.ts";
import type { Begun } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { inOrder } from "../kernel/in-order.ts";
import { same } from "../kernel/same.ts";
import { pending } from "./challenges.ts";
import { countHands, countPapers, tallyOf } from "./count.ts";
import { confirmed, countedAgain, recountDue, resulting } from "./counting-again.ts";
import { duringForm, fromForm } from "./form.ts";
import { ladderAfter } from "./kept-steps.ts";
import type { BallotEvent } from "./messages.ts";
import { outcomeFrom, repeated, sameUnits } from "./outcome.ts";
import { discrepancyBetween, discrepancyFound, objectionToTally } from "./reconciliation.ts";
import type { Discrepancy, Tally } from "./result.ts";
import { objectionToVote, rollCount, unfixed, voters } from "./roll.ts";
import { selfVoteOn } from "./self-vote.ts";
import {
  type Ballot,
  courseOf,
  type Deciding,
  type Evolving,
  lastDayOf,
  statusOf,
  type Voting,
} from "./state.ts";
import type { Terms } from "./terms.ts";

// The tally, from the votes to a result: two tellers who agree with each other and with the papers, or consensus.

type Telling = Extract<Voting, { form: "secret" | "showOfHands" }>;

export const decideTally: Deciding<
  "SubmitTally" | "RetakeHands" | "AcclaimNominees" | "ObjectToAcclamation"
> = {
  SubmitTally: duringForm(
    { secret: ["unsealed"], showOfHands: ["voting"] },
    {
      already: ({ voting }, { teller, tally }) => same(voting.tallies.get(teller), tally),
      otherwise: recountDue,
      decide(state, { teller, tally }) {
        const { terms, voting } = state;
        if (!isTeller(terms, teller)) return reject({ type: "NotATeller", data: { name: teller } });
        const { issued, present } = rollCount(state);
        const objection = objectionToTally(terms, tally, voting.form === "secret" ? issued : present);
        if (objection) return reject(objection);
        const { reading } = voting;
        const submitted = { type: "TallySubmitted", data: { teller, reading, tally } } as const;
        const [other] = [...voting.tallies].filter(([name]) => name !== teller).map(([, counted]) => counted);
        if (other === undefined) return accept(submitted);
        const discrepancy = discrepancyIn(state, other, tally);
        if (discrepancy) return accept<BallotEvent>(submitted, ...discrepancyFound(reading, discrepancy));
        const counted =
          voting.form === "secret" ? countPapers(state, voting.papers) : countHands(state, tally);
        return accept<BallotEvent>(submitted, ...resulting(state, { reading, ...counted }));
      },
    },
  ),

  RetakeHands: duringForm(
    { showOfHands: ["discrepancy", "certified"] },
    {
      already: ({ voting }, { reading }) => reading === voting.reading && reading > 1,
      decide(state, { reading }) {
        const due = state.voting.reading + 1;
        if (reading !== due) return reject({ type: "ReadingNotDue", data: { reading, due } });
        // No paper is left of hands: to raise them again is to vote again, and not to count again.
        if (state.status === "certified" && pending(state, true).length === 0)
          return reject({ type: "NoChallengeUpheld", data: {} });
        return accept({ type: "HandsRetaken", data: { reading } });
      },
    },
  ),

  AcclaimNominees: duringForm(
    { consensus: ["voting"] },
    {
      already: (state, { elected }) => "outcome" in state && sameUnits(state.outcome.elected, elected),
      decide(state, { elected }) {
        const { nominees, seats } = state.terms;
        const stranger = elected.find((unit) => !nominees.includes(unit));
        if (stranger !== undefined) return reject({ type: "NotNominated", data: { unit: stranger } });
        const twice = repeated(elected);
        if (twice !== undefined) return reject({ type: "NamedTwice", data: { unit: twice } });
        if (elected.length > seats)
          return reject({ type: "TooManyElected", data: { elected: elected.length, seats } });
        if (elected.length === 0) return reject({ type: "NobodyNamed", data: {} });
        const objection = objectionTo(state, inOrder(elected));
        if (objection) return reject({ type: "NoConsensusOn", data: objection });
        const notElected = nominees.filter((unit) => !elected.includes(unit));
        const outcome = outcomeFrom({ elected, notElected, vacant: seats - elected.length });
        return accept({ type: "NomineesAcclaimed", data: { elected: outcome.elected, outcome } });
      },
    },
  ),

  ObjectToAcclamation: duringForm(
    { consensus: ["decided"] },
    {
      decide({ terms, roll }, { unit, reason }) {
        const absent = objectionToVote({ terms, roll }, unit);
        if (absent) return reject(absent);
        return accept({ type: "AcclamationVoided", data: { unit, reason } });
      },
    },
  ),
};

export const evolveTally: Evolving<
  | "TallySubmitted"
  | "DiscrepancyFound"
  | "HandsRetaken"
  | "BallotCounted"
  | "ResultConfirmed"
  | "NomineesAcclaimed"
  | "AcclamationVoided"
> = {
  TallySubmitted: fromForm(
    { secret: ["unsealed"], showOfHands: ["voting"] },
    ({ terms, voting }, { teller, reading, tally }) => {
      if (!isTeller(terms, teller)) contradiction(`${JSON.stringify(teller)} is no teller`);
      if (reading !== voting.reading) contradiction(`reading ${voting.reading} is being counted`);
      if (same(voting.tallies.get(teller), tally)) contradiction("this tally is submitted already");
      voting.tallies.set(teller, tally);
    },
  ),
  DiscrepancyFound: fromForm({ secret: ["unsealed"], showOfHands: ["voting"] }, (state, { discrepancy }) => ({
    ...courseOf(state),
    status: "discrepancy",
    discrepancy,
  })),
  HandsRetaken: fromForm({ showOfHands: ["discrepancy", "certified"] }, (state, { reading }) => ({
    ...countedAgain(state),
    status: "voting",
    voting: { ...state.voting, reading, tallies: new Map() },
  })),
  BallotCounted: fromForm(
    { secret: ["unsealed"], showOfHands: ["voting"], rollCall: ["closed"] },
    (state, { form: _form, method: _method, outcome, ...count }) => {
      const { before: _, ...course } = courseOf(state);
      const ladder = ladderAfter(state, [], outcome);
      const result = { count, counted: outcome, outcome, ladder };
      return { ...course, voting: withFirstPapers(state.voting), status: statusOf(outcome), ...result };
    },
  ),
  ResultConfirmed: fromForm({ secret: ["unsealed"], showOfHands: ["voting"] }, confirmed),
  NomineesAcclaimed: fromForm({ consensus: ["voting"] }, (state, { elected, outcome }) => {
    if (objectionTo(state, elected))
      contradiction("a unit objected to these names, and there was no consensus");
    const ladder = ladderAfter(state, [], outcome);
    return { ...courseOf(state), status: "decided", counted: outcome, outcome, ladder };
  }),
  AcclamationVoided: fromForm({ consensus: ["decided"] }, (state, { unit }) => {
    const objections = [...state.objections, { unit, elected: state.outcome.elected }];
    const lastOn = lastDayOf(state);
    return { ...courseOf(state), roll: unfixed(state.roll), status: "preparing", objections, lastOn };
  }),
};

/** Later readings of a box are held against the papers of the first one that gave a result. */
function withFirstPapers(voting: Voting): Voting {
  return voting.form === "secret" ? { firstPapers: voting.papers, ...voting } : voting;
}

/** The objection to these names by a unit that still has a vote. */
function objectionTo({ terms, objections }: Begun<Ballot>, elected: readonly string[]) {
  return objections.find((one) => same(one.elected, elected) && voters(terms).includes(one.unit));
}

const isTeller = ({ tellers: { head, members } }: Terms, teller: string): boolean =>
  [head, ...members].some(({ name }) => name === teller);

/** What does not agree: the two tellers, the tellers and the papers, or the papers and a forbidden vote for oneself. */
function discrepancyIn(
  state: Begun<Ballot> & { voting: Telling },
  first: Tally,
  second: Tally,
): Discrepancy | undefined {
  const { terms, voting } = state;
  const found = discrepancyBetween("tallies", first, second);
  if (found || voting.form === "showOfHands") return found ?? selfVoteOn(state, second);
  return discrepancyBetween("papers", second, tallyOf(terms, voting.papers)) ?? selfVoteOn(state, second);
}
