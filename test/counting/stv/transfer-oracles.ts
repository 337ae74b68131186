/*
 * Rules that transfer surpluses and Meek's reference rule once more, by brute force and as their sources read: one paper
 * at a time, every way in which a tie may fall. Nominees are single letters, and a ranking is a text of them. A number is
 * a whole number of its last decimal place. Each oracle gives every set that may be elected.
 */

type Profile = readonly string[];
type Names = readonly string[];

/** A paper, whom it counts for, and its value: `numerator / denominator`. */
type Held = { ranking: string; holder: string | undefined; value: bigint };
type Stage = { held: readonly Held[]; elected: Names; done: Names; out: Names };

const sum = (values: readonly bigint[]) => values.reduce((all, value) => all + value, 0n);
const nextOf = (ranking: string, among: Names) => [...ranking].find((one) => among.includes(one));

/** How numbers are kept: a vote, and from which difference on two figures differ. */
type Numbers = { one: bigint; differs: bigint };

/** What the rules that transfer surpluses have in common: the papers, and how they move. */
function table(profile: Profile, nominees: Names, quota: bigint, { one, differs }: Numbers) {
  const votes = ({ held, done }: Stage, nominee: string) =>
    done.includes(nominee)
      ? quota
      : sum(held.filter(({ holder }) => holder === nominee).map(({ value }) => value));
  const continuing = ({ elected, out }: Stage) =>
    nominees.filter((nominee) => !elected.includes(nominee) && !out.includes(nominee));
  const moved = (stage: Stage, from: Names, passedOn: (value: bigint) => bigint) =>
    stage.held.map((paper) => {
      if (paper.holder === undefined || !from.includes(paper.holder)) return paper;
      const holder = nextOf(paper.ranking, continuing(stage));
      return { ...paper, holder, value: passedOn(paper.value) };
    });
  return {
    votes,
    continuing,
    first: {
      held: profile.map((ranking) => ({ ranking, holder: ranking[0], value: one })),
      elected: [],
      done: [],
      out: [],
    } satisfies Stage as Stage,
    /** The surplus of one goes on; every paper at `value * surplus / votes`, cut off. */
    transferred(stage: Stage, nominee: string): Stage {
      const all = votes(stage, nominee);
      const elected = [...new Set([...stage.elected, nominee])];
      const held = moved({ ...stage, elected }, [nominee], (value) => (value * (all - quota)) / all);
      return { ...stage, held, elected, done: [...stage.done, nominee] };
    },
    excluded(stage: Stage, gone: Names): Stage {
      const out = [...stage.out, ...gone];
      return { ...stage, out, held: moved({ ...stage, out }, gone, (value) => value) };
    },
    /** Those of whom none has more, or fewer. */
    extreme(stage: Stage, among: Names, sign: 1n | -1n) {
      return among.filter((a) => among.every((b) => sign * (votes(stage, a) - votes(stage, b)) > -differs));
    },
  };
}

/**
 * The reference WIGM rule: whoever reaches the quota is elected at once; the largest surplus first, also one of zero.
 * Where the quota is exact, it is to be exceeded.
 */
const wigmOracle =
  (numbers: Numbers) =>
  (profile: Profile, seats: number, nominees: Names): string[][] => {
    const { one, differs } = numbers;
    const share = (BigInt(profile.length) * one) / BigInt(seats + 1);
    const quota = differs === 1n ? share + 1n : share;
    const needed = differs === 1n ? quota : quota + differs;
    const { votes, continuing, first, transferred, excluded, extreme } = table(
      profile,
      nominees,
      quota,
      numbers,
    );
    const possible: string[][] = [];
    const count = (before: Stage): void => {
      const reached = continuing(before).filter((nominee) => votes(before, nominee) >= needed);
      const stage = { ...before, elected: [...before.elected, ...reached] };
      const left = continuing(stage);
      if (stage.elected.length >= seats) return void possible.push([...stage.elected]);
      if (stage.elected.length + left.length <= seats) return void possible.push([...stage.elected, ...left]);
      const pending = stage.elected.filter((nominee) => !stage.done.includes(nominee));
      if (pending.length > 0)
        for (const nominee of extreme(stage, pending, 1n)) count(transferred(stage, nominee));
      else for (const nominee of extreme(stage, left, -1n)) count(excluded(stage, [nominee]));
    };
    count(first);
    return possible;
  };

/** Four decimals. */
export const referenceWigmOracle = wigmOracle({ one: 10n ** 4n, differs: 1n });

/** In sixty decimals, of which half count: fractions of so few papers differ by far more, or not at all. */
export const exactWigmOracle = wigmOracle({ one: 10n ** 60n, differs: 10n ** 30n });

/** Minneapolis, 167.70: first those who can no longer be elected, then the largest surplus, then the lowest. */
export function minneapolisOracle(profile: Profile, seats: number, nominees: Names): string[][] {
  const numbers = { one: 10_000n, differs: 1n };
  const quota = BigInt(Math.floor(profile.length / (seats + 1)) + 1) * numbers.one;
  const { votes, continuing, first, transferred, excluded, extreme } = table(
    profile,
    nominees,
    quota,
    numbers,
  );
  const possible: string[][] = [];
  const count = (stage: Stage): void => {
    const left = continuing(stage);
    const reaching = left.filter((nominee) => votes(stage, nominee) >= quota);
    if (stage.elected.length + reaching.length >= seats)
      return void possible.push([...stage.elected, ...reaching]);
    const open = seats - stage.elected.length;
    const surplus = sum(reaching.map((nominee) => votes(stage, nominee) - quota));
    // Of all sets of the lowest, the largest that cannot reach anybody else, and leaves enough for the seats.
    const hopeless = left
      .map((top) => left.filter((nominee) => votes(stage, nominee) <= votes(stage, top)))
      .filter((set) => {
        const others = left.filter((nominee) => !set.includes(nominee));
        const reach = sum(set.map((nominee) => votes(stage, nominee))) + surplus;
        return others.length >= Math.max(open, 1) && others.every((other) => reach < votes(stage, other));
      })
      .sort((a, b) => b.length - a.length)[0];
    if (hopeless) return void count(excluded(stage, hopeless));
    if (reaching.length > 0) {
      for (const nominee of extreme(stage, reaching, 1n)) count(transferred(stage, nominee));
      return;
    }
    if (left.length <= open) return void possible.push([...stage.elected, ...left]);
    for (const nominee of extreme(stage, left, -1n)) {
      const gone = excluded(stage, [nominee]);
      if (continuing(gone).length <= open) possible.push([...gone.elected, ...continuing(gone)]);
      else count(gone);
    }
  };
  count(first);
  return possible;
}

/** Choice voting of Californians for Electoral Reform, five decimals: all surpluses in one round, else the lowest. */
export function cferOracle(profile: Profile, seats: number, nominees: Names): string[][] {
  const numbers = { one: 100_000n, differs: 1n };
  const quota = (BigInt(profile.length) * numbers.one) / BigInt(seats + 1) + 1n;
  const { votes, continuing, first, transferred, excluded, extreme } = table(
    profile,
    nominees,
    quota,
    numbers,
  );
  const possible: string[][] = [];
  const count = (before: Stage): void => {
    const left = continuing(before);
    if (before.elected.length + left.length <= seats) return void possible.push([...before.elected, ...left]);
    const reached = left.filter((nominee) => votes(before, nominee) >= quota);
    const stage = { ...before, elected: [...before.elected, ...reached] };
    if (stage.elected.length >= seats) return void possible.push([...stage.elected]);
    const above = stage.elected.filter(
      (nominee) => !stage.done.includes(nominee) && votes(stage, nominee) > quota,
    );
    if (above.length > 0) return void count(above.reduce(transferred, stage));
    // Whoever is left with as many as there are seats is elected before papers move.
    for (const nominee of extreme(stage, continuing(stage), -1n)) {
      const out = [...stage.out, nominee];
      const rest = continuing({ ...stage, out });
      if (stage.elected.length + rest.length <= seats) possible.push([...stage.elected, ...rest]);
      else count(excluded(stage, [nominee]));
    }
  };
  count(first);
  return possible;
}

const billionth = 10n ** 9n;
const upDivided = (dividend: bigint, divisor: bigint) => (dividend + divisor - 1n) / divisor;

/** The reference Meek rule, nine decimals: what is kept and keep factors are rounded up, omega is 0.000001. */
export function referenceMeekOracle(profile: Profile, seats: number, nominees: Names): string[][] {
  const possible: string[][] = [];
  const count = (elected: Names, out: Names, factors: ReadonlyMap<string, bigint>): void => {
    const hopeful = nominees.filter((one) => !elected.includes(one) && !out.includes(one));
    if (elected.length >= seats) return void possible.push([...elected]);
    if (elected.length + hopeful.length <= seats) return void possible.push([...elected, ...hopeful]);
    const keep = new Map(factors);
    for (let before: bigint | undefined; ; ) {
      const votes = votesBy(profile, nominees, keep);
      const of = (one: string) => votes.get(one) ?? 0n;
      const quota = sum([...votes.values()]) / BigInt(seats + 1) + 1n;
      const reached = hopeful.filter((one) => of(one) >= quota);
      if (reached.length > 0) return void count([...elected, ...reached], out, keep);
      const above = sum(elected.map((one) => of(one) - quota));
      const surplus = above > 0n ? above : 0n;
      if (surplus < 1_000n || (before !== undefined && surplus >= before)) {
        const tied = hopeful.filter((one) => hopeful.every((other) => of(one) <= of(other) + surplus));
        for (const one of tied) count(elected, [...out, one], new Map([...keep, [one, 0n]]));
        return;
      }
      before = surplus;
      for (const one of elected)
        keep.set(one, upDivided(upDivided((keep.get(one) ?? 0n) * quota, billionth) * billionth, of(one)));
    }
  };
  count([], [], new Map(nominees.map((one) => [one, billionth])));
  return possible;
}

function votesBy(profile: Profile, nominees: Names, keep: ReadonlyMap<string, bigint>): Map<string, bigint> {
  const votes = new Map(nominees.map((one) => [one, 0n]));
  for (const ranking of profile) {
    let weight = billionth;
    for (const one of ranking) {
      const kept = upDivided(weight * (keep.get(one) ?? 0n), billionth);
      votes.set(one, (votes.get(one) ?? 0n) + kept);
      weight -= kept;
    }
  }
  return votes;
}
