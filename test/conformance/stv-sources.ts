import type { Nominee, RankedPaper } from "../../src/counting/rule.ts";
import type { StvCount, StvRound } from "../../src/counting/stv/stv.ts";
import { type WigmOptions, wigm } from "../../src/counting/stv/wigm.ts";
import { compare, zero } from "../../src/kernel/fraction.ts";
import type { CaseRunner, TallyCase } from "./case.ts";
import { type Comparison, compared, type Difference, differs } from "./compare.ts";
import { rankedElection } from "./papers.ts";
import { entries, groupsOf } from "./reading.ts";
import { Unread } from "./unread.ts";

type SourceRule = Required<Pick<WigmOptions, "quota" | "surpluses">> & {
  /** What the program does with a rank of several: passes it over, ends the paper there, or does not take it. */
  readonly equalRanks: "passed" | "ends" | "refused";
};

/** The rules of programs that count in fractions, as their documentation describes them. */
export const sourceRules: ReadonlyMap<string, SourceRule> = new Map<string, SourceRule>([
  ["condorcet-php-fractional", { quota: "droop", surpluses: "together", equalRanks: "passed" }],
  ["droop-fractional-python-vote-core", { quota: "droop", surpluses: "together", equalRanks: "refused" }],
  ["pyrankvote-droop-fractional", { quota: "exact", surpluses: "together", equalRanks: "refused" }],
  ["bettervoting-droop-fractional", { quota: "droop", surpluses: "largest", equalRanks: "ends" }],
  ["votekit-fractional", { quota: "droop", surpluses: "together", equalRanks: "refused" }],
]);

export const sourceStv: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase);
  const rule = ruleOf(testCase);
  const papers = election.papers.map((paper) => withoutEquals(paper, rule.equalRanks));
  const tieOrder = testCase.id.startsWith("bettervoting/") ? { tieOrder: testCase.candidates } : {};
  const count = wigm({ ...election, papers }, { quota: rule.quota, surpluses: rule.surpluses, ...tieOrder });
  if (startsAnew(testCase, count)) throw new Unread("a count that starts anew without papers is not built");
  const also = {
    ...context.also,
    quota: quotaOf(count),
    rounds: roundsOf(count),
    hareScoresByPosition: positionsOf(count),
    electedOrder: orderOf(count),
    order: orderOf(count),
  };
  return compared(testCase, count, { ...context, also });
};

/** By their names without signs between the words. Sources reach their quota where this library's exact one is exceeded. */
const quotas = new Map([
  ["droop", "droop"],
  ["hare", "hare"],
  ["hagenbachbischoff", "hagenbachBischoff"],
  ["imperiali", "imperiali"],
] as const);

/** The rule of the source, with the quota that the case names. */
function ruleOf({ options }: TallyCase): SourceRule {
  const rule = sourceRules.get(String(options.variant));
  if (rule === undefined) throw new Unread(`variant ${String(options.variant)} is not built`);
  const { quota, simultaneous = "True", transfer, ...others } = Object.fromEntries(entries(options.votekit));
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Unread(`votekit ${other} is not read`);
  if (transfer !== undefined && !/fractional/.test(String(transfer)))
    throw new Unread(`votekit transfer ${String(transfer)} is not built`);
  const named = options.quota ?? options["condorcetPhp:STV.Quota"] ?? quota;
  const surpluses = String(simultaneous) === "False" ? { surpluses: "oneByOne" as const } : {};
  if (named === undefined) return { ...rule, ...surpluses };
  const found = [...quotas].find(([key]) => key === quotaName(String(named)))?.[1];
  if (found === undefined) throw new Unread(`quota ${String(named)} is not built`);
  return { ...rule, ...surpluses, quota: found };
}

/** `StvQuotas::fromString('Hare quota')`, `StvQuotas::HARE`, `hare`: all the same. */
function quotaName(text: string): string {
  const name = /fromString\((.*)\)/.exec(text)?.[1] ?? text.split("::").at(-1) ?? "";
  return name
    .toLowerCase()
    .replace(/quota/, "")
    .replaceAll(/[^a-z]/g, "");
}

function withoutEquals({ weight, ranking }: RankedPaper, equalRanks: SourceRule["equalRanks"]): RankedPaper {
  const first = ranking.findIndex((rank) => rank.length > 1);
  if (first === -1 || equalRanks === "ends") return { weight, ranking };
  if (equalRanks === "refused") throw new Unread("equal ranks are not read");
  return { weight, ranking: ranking.filter((rank) => rank.length === 1) };
}

/** python-vote-core takes all papers again when none counts any longer. */
function startsAnew({ id, options }: TallyCase, { rounds }: StvCount): boolean {
  if (!id.startsWith("pyvotecore/")) return false;
  return rounds.slice(0, -1).some((round) => {
    const left = continuing(round);
    const papersGone = left.every(({ votes }) => compare(votes, zero) === 0);
    return papersGone && left.length > options.seats - round.elected.length;
  });
}

const continuing = ({ figures, elected, excluded }: StvRound) =>
  figures.filter(({ nominee }) => !elected.includes(nominee) && !excluded.includes(nominee));

/** Whom a source lists in a round: those who continue, and those who are elected for the last seats. */
function listedIn(round: StvRound): StvRound["figures"] {
  const last = round.conclusions.flatMap((step) =>
    step.type === "NomineeElected" && step.data.ground === "lastVacancies" ? [step.data.nominee] : [],
  );
  const left = new Set([...continuing(round).map(({ nominee }) => nominee), ...last]);
  return round.figures.filter(({ nominee }) => left.has(nominee));
}

function quotaOf({ rounds }: StvCount): Comparison {
  return (expected) => {
    const quota = rounds[0]?.quota;
    return quota !== undefined && near(expected, quota) ? undefined : { expected, got: quota?.numerator };
  };
}

/** Each round of a source lists the figures of those who continue; ours are listed with all others. */
function roundsOf(count: StvCount): Comparison {
  return (expected, _, { scale }) => {
    const rounds = Array.isArray(expected) ? expected : [];
    for (const [index, round] of rounds.entries()) {
      const unknown = Object.keys(round).find((key) => key !== "votes" && key !== "round");
      if (unknown !== undefined) throw new Unread(`${unknown} of a round is not compared`);
      const ours = count.rounds[index];
      // Some sources count on when all seats are filled.
      if (ours === undefined) throw new Unread("rounds after the last seat are not compared");
      const left = new Map(
        (index === 0 ? ours.figures : listedIn(ours)).map((figure) => [figure.nominee, figure]),
      );
      for (const [name, votes] of entries(round.votes)) {
        const figure = left.get(name)?.votes;
        const exact = figure && {
          numerator: figure.numerator,
          denominator: figure.denominator * BigInt(scale),
        };
        if (exact === undefined || !near(votes, exact))
          return {
            expected: `${name} ${votes} in round ${index + 1}`,
            got: exact && Number(exact.numerator),
          };
      }
    }
    return undefined;
  };
}

/** Sources print floats. */
const near = (printed: unknown, exact: { numerator: bigint; denominator: bigint }) =>
  Math.abs(Number(printed) - Number(exact.numerator) / Number(exact.denominator)) < 1e-4;

/** Votes by round, by place in the result; whoever is elected or out has none any longer. */
function positionsOf(count: StvCount): Comparison {
  return (expected) => {
    const names = placesOf(count);
    for (const [place, votes] of entries(expected)) {
      const name = names[Number(place)];
      const wanted: unknown[] = Array.isArray(votes) ? votes : [];
      const got = wanted.map((_, index) => {
        const round = count.rounds[index];
        const figure =
          round && (index === 0 ? round.figures : continuing(round)).find((one) => one.nominee === name);
        return figure === undefined ? 0 : Number(figure.votes.numerator) / Number(figure.votes.denominator);
      });
      const off = wanted.some((value, index) => Math.abs(Number(value) - (got[index] ?? 0)) > 1e-4);
      if (off) return { expected: { [place]: votes }, got: { [String(name)]: got } };
    }
    return undefined;
  };
}

/** The elected in their order, then those who continue, then the excluded, the last one first. */
function placesOf({ electedOrder, rounds, outcome, totals }: StvCount): Nominee[] {
  const gone: Nominee[] = [];
  for (const { excluded } of rounds) gone.push(...excluded.filter((name) => !gone.includes(name)));
  const others = totals.map(({ nominee }) => nominee).filter((name) => !outcome.elected.includes(name));
  return [...electedOrder.flat(), ...others.filter((name) => !gone.includes(name)), ...gone.reverse()];
}

/** Those elected together come in any order. */
function orderOf(count: StvCount): Comparison {
  return (expected): Difference => {
    const names = groupsOf(expected).flat();
    const elected = count.electedOrder.flat();
    if (names.length > elected.length) throw new Unread("an order of those not elected is not compared");
    const rest = [...names];
    const agree = count.electedOrder.every((group) => {
      const next = rest.splice(0, group.length);
      return group.every((name) => next.includes(name));
    });
    return agree ? undefined : differs(names, elected);
  };
}
