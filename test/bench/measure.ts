/** One comparison: the same work done here and by each peer, and what it must come to. */
export type Contest = {
  readonly name: string;
  /** The least ratio to the faster peer that is promised. */
  readonly ratioMin?: number;
  /** How many times `ours` does what the name says, 1 by default: a time is too short to measure alone. */
  readonly times?: number;
  /** The most milliseconds that are promised, where there is no peer. */
  readonly millisecondsMax?: number;
  /** The most that it may cost as a multiple of the one peer, where the peer is what it could cost at best. */
  readonly costMax?: number;
  /** The same work on twice as much, and the most that it may cost, as a multiple. */
  readonly doubled?: { readonly work: () => unknown; readonly growthMax: number };
  readonly ours: () => unknown;
  readonly peers: Readonly<Record<string, () => unknown>>;
};

export type Bench = () => Promise<readonly Contest[]>;

export type Verdict = {
  /** Whether all come to the same. */
  readonly agreed: boolean;
  /** Whether it is as fast as promised. */
  readonly kept: boolean;
  /** Our milliseconds, those of each peer, and how many times ours each peer takes: medians. */
  readonly milliseconds: number;
  readonly peers: Readonly<Record<string, { readonly milliseconds: number; readonly ratio: number }>>;
  /** The ratio to the faster peer; of `doubled`, how many times as much twice the work costs. */
  readonly ratio?: number;
  readonly growth?: number;
  readonly disagreement?: string;
};

const rounds = 9;
const roundsMin = 3;
/** After so many milliseconds a contest ends with the round, however few there were. */
const enough = 8_000;
/** A peer so many times slower than another in one round is not the faster of the two: it need not run again. */
const outrun = 3;

/**
 * Runs a contest: first that all results agree, then how long each takes. On a machine that does other work too a
 * single time says little, so ours and the peers' run in turn, each ratio is of two runs that were neighbours, and
 * what counts is the median of the ratios.
 */
export function hold(contest: Contest): Verdict {
  const { ours, doubled } = contest;
  const disagreement = disagreementIn(contest);
  if (disagreement !== undefined)
    return { agreed: false, kept: false, milliseconds: 0, peers: {}, disagreement };
  let running = Object.entries({ ...contest.peers, ...(doubled && { doubled: doubled.work }) });
  const own: number[] = [];
  const times = new Map<string, { milliseconds: number[]; ratios: number[] }>();
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    if (round >= roundsMin && performance.now() - start > enough) break;
    const inRound = new Map<string, number>();
    for (const [peer, work] of running) {
      const time = timeOf(ours);
      const theirs = timeOf(work);
      own.push(time);
      inRound.set(peer, theirs);
      const { milliseconds, ratios } = times.get(peer) ?? { milliseconds: [], ratios: [] };
      times.set(peer, { milliseconds: [...milliseconds, theirs], ratios: [...ratios, theirs / time] });
    }
    if (running.length === 0) own.push(timeOf(ours));
    const fastest = Math.min(...inRound.values());
    running = running.filter(([peer]) => (inRound.get(peer) ?? 0) <= outrun * fastest);
  }
  return verdictOf(contest, own, times);
}

function verdictOf(
  { ratioMin, millisecondsMax, costMax, doubled, times = 1 }: Contest,
  own: readonly number[],
  measured: ReadonlyMap<string, { milliseconds: number[]; ratios: number[] }>,
): Verdict {
  const medians = [...measured].map(
    ([peer, { milliseconds, ratios }]) =>
      [peer, { milliseconds: median(milliseconds), ratio: median(ratios) }] as const,
  );
  const peers = Object.fromEntries(medians.filter(([peer]) => peer !== "doubled"));
  const growth = medians.find(([peer]) => peer === "doubled")?.[1].ratio;
  const milliseconds = median(own) / times;
  const ratio = Math.min(...Object.values(peers).map((peer) => peer.ratio));
  const kept =
    ratio >= (ratioMin ?? 0) &&
    1 / ratio <= (costMax ?? Number.POSITIVE_INFINITY) &&
    milliseconds <= (millisecondsMax ?? Number.POSITIVE_INFINITY) &&
    (growth ?? 0) <= (doubled?.growthMax ?? Number.POSITIVE_INFINITY);
  const found = { agreed: true, kept, milliseconds, peers };
  return { ...found, ...(Number.isFinite(ratio) && { ratio }), ...(growth !== undefined && { growth }) };
}

function disagreementIn({ ours, peers }: Contest): string | undefined {
  const expected = JSON.stringify(ours());
  for (const [peer, work] of Object.entries(peers)) {
    const got = JSON.stringify(work());
    if (got !== expected) return `${peer} comes to ${got}, we to ${expected}`;
  }
  return undefined;
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
