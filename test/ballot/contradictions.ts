import type { CountFacts } from "../../src/ballot/publish.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import type { FactsAnswer } from "../../src/ballot/verify/findings.ts";
import { electors, kept, terms as usual } from "./life.ts";
import { type Published, salted } from "./published.ts";

type Unit = CountFacts["attendance"][number];
type Changed = Pick<Published, "facts" | "terms" | "papers">;

const [first = "", second = "", third = ""] = electors;
const inRoom = { here: true, consulted: false, takesPart: "inRoom", paper: "inRoom", spoiled: 0 } as const;
const byLetter = { here: false, consulted: true, takesPart: "inWriting", paper: "inWriting" } as const;
const byProxy = { here: false, takesPart: "byProxy" } as const;
const absent = { here: false, takesPart: undefined, paper: undefined } as const;

/** All electors are in the room, take part and vote alike, with one thing that the terms do not allow. */
function changed({
  roll = {},
  voting,
  without = [],
}: {
  /** What the roll says otherwise of a unit. */
  roll?: { readonly [unit: string]: { [K in keyof Unit]?: Unit[K] | undefined } };
  voting?: Partial<Terms["voting"]>;
  /** Units that are not on the roll at all. */
  without?: readonly string[];
}): Changed {
  const terms = { ...usual, voting: { ...usual.voting, ...voting } };
  const attendance = electors
    .filter((unit) => !without.includes(unit))
    .map((unit) => ({ unit, ...inRoom, ...roll[unit] }))
    .map((unit): Unit => JSON.parse(JSON.stringify(unit)));
  const papers = attendance.filter(({ paper }) => paper !== undefined).length;
  return {
    facts: { attendance, ties: [] },
    terms,
    papers: salted(terms, papers > 0 ? [[papers, kept("procuracy")]] : []),
  };
}

const noQuorum = (present: number): FactsAnswer => {
  return { type: "QuorumNotReached", data: { eligible: 8, present, needed: 6 } };
};
const most = electors.slice(1);

/** Facts that no ballot on their terms has, and what it answers to them. No figure and no signature gives them away. */
export const contradictions = (): [string, Changed, FactsAnswer][] => [
  ["one of eight is present", changed({ without: most }), noQuorum(1)],
  ["nobody is present", changed({ without: electors }), noQuorum(0)],
  [
    "nobody takes part",
    changed({ roll: Object.fromEntries(electors.map((unit) => [unit, { ...absent, here: true }])) }),
    noQuorum(0),
  ],
  [
    "a vote in writing",
    changed({ roll: { [first]: byLetter } }),
    { type: "WrittenVotesNotAllowed", data: {} },
  ],
  [
    "a unit that is asked in writing",
    changed({ roll: { [first]: { consulted: true } } }),
    { type: "WrittenVotesNotAllowed", data: {} },
  ],
  [
    "a proxy that goes two hops",
    changed({ roll: { [first]: { ...byProxy, holder: second }, [second]: { ...inRoom, holder: third } } }),
    { type: "ProxyChained", data: { principal: first, holder: second } },
  ],
  [
    "a proxy to itself",
    changed({ roll: { [first]: { ...byProxy, holder: first } } }),
    { type: "ProxyToSelf", data: { unit: first } },
  ],
  [
    "a proxy too many",
    changed({ roll: { [first]: { ...byProxy, holder: third }, [second]: { ...byProxy, holder: third } } }),
    { type: "TooManyProxies", data: { holder: third, proxiesMax: 1 } },
  ],
  [
    "a proxy where there are none",
    changed({ roll: { [first]: byProxy }, voting: { proxiesMax: 0 } }),
    { type: "UnitAbsent", data: { unit: first } },
  ],
  [
    "a proxy of a unit that is in the room",
    changed({ roll: { [first]: { here: true, paper: undefined, holder: third } } }),
    { type: "UnitPresent", data: { unit: first } },
  ],
  [
    "a paper of a unit that takes no part",
    changed({ roll: { [first]: { takesPart: undefined } } }),
    { type: "VoteBeganWithout", data: { unit: first } },
  ],
  [
    "a spoiled paper of a unit that has none",
    changed({ roll: { [first]: { paper: undefined, spoiled: 1 } } }),
    { type: "PaperNotIssued", data: { unit: first } },
  ],
  [
    "all are for one of them, and nobody may vote for itself",
    changed({ voting: { selfVote: false } }),
    { type: "DiscrepancyFound", data: { reading: 1, discrepancy: { kind: "selfVote" } } },
  ],
  [
    "a show of hands",
    changed({ voting: { form: "showOfHands" } }),
    { type: "BallotHeldOtherwise", data: { form: "showOfHands", selection: "byVote" } },
  ],
];
