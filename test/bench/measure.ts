/** One comparison: the same work done here and by each peer, and the promised ratio. */
export type Contest = {
  readonly name: string;
  /** The promised minimum of the ratio to the faster peer. */
  readonly ratioMin?: number;
  /** How many times `ours` does the work; 1 by default. A single time may be too short to measure. */
  readonly times?: number;
  /** The promised maximum of milliseconds, if there is no peer. */
  readonly millisecondsMax?: number;
  /** The promised maximum of megabytes, and what measures them; then no time is measured. */
  readonly megabytes?: { readonly max: number; readonly measure: () => Megabytes };
  /** The promised maximum cost, as a multiple of the only peer. The peer is the best possible cost. */
  readonly costMax?: number;
  /** The same work on twice as much data, and the maximum cost as a multiple. */
  readonly doubled?: { readonly work: () => unknown; readonly growthMax: number };
  /** A database works in another process: then the time is that of the clock. */
  readonly isOutside?: true;
  /** Clears up once all is measured. */
  readonly after?: () => unknown;
  /** Each may be a promise. */
  readonly ours: () => unknown;
  readonly peers: Readonly<Record<string, () => unknown>>;
};

/** The most memory before the work, and with it. */
type Megabytes = { readonly before: number; readonly peak: number };

export type Bench = () => Promise<readonly Contest[]>;

export type Verdict = {
  /** Whether all results agree. */
  readonly agreed: boolean;
  /** Whether the promise holds. */
  readonly kept: boolean;
  /** Medians: our milliseconds, those of each peer, and each peer's time as a multiple of ours. */
  readonly milliseconds: number;
  readonly peers: Readonly<Record<string, { readonly milliseconds: number; readonly ratio: number }>>;
  /** The ratio to the faster peer. For `doubled`: the cost of twice the work as a multiple. */
  readonly ratio?: number;
  readonly growth?: number;
  readonly megabytes?: Megabytes;
  readonly disagreement?: string;
};

const rounds = 9;
const roundsMin = 3;
/** After so many milliseconds a contest ends with the running round. */
const enough = 8_000;
/** A peer that is so many times slower than another in one round does not run again. */
const outrun = 3;

/**
 * Runs a contest: it checks that all results agree, then measures the times. A single time says little on a machine
 * that does other work too. So our code and the peers' run alternately, each ratio compares two neighbouring runs, and
 * the median of the ratios counts. A time is what the process took of the processors, in all of its threads: with what
 * clears memory and compiles beside it, and without the time in which others had the processor. On a machine with nothing
 * else to do it is as long as the clock shows, or longer.
 */
export async function hold(contest: Contest): Promise<Verdict> {
  const verdict = await held(contest);
  await contest.after?.();
  return verdict;
}

async function held(contest: Contest): Promise<Verdict> {
  const { ours, doubled, megabytes } = contest;
  if (megabytes !== undefined) {
    const measured = megabytes.measure();
    return {
      agreed: true,
      kept: measured.peak <= megabytes.max,
      milliseconds: 0,
      peers: {},
      megabytes: measured,
    };
  }
  const disagreement = await disagreementIn(contest);
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
      const time = await timeOf(ours, contest);
      const theirs = await timeOf(work, contest);
      own.push(time);
      inRound.set(peer, theirs);
      const { milliseconds, ratios } = times.get(peer) ?? { milliseconds: [], ratios: [] };
      times.set(peer, { milliseconds: [...milliseconds, theirs], ratios: [...ratios, theirs / time] });
    }
    if (running.length === 0) own.push(await timeOf(ours, contest));
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

async function disagreementIn({ ours, peers }: Contest): Promise<string | undefined> {
  const expected = JSON.stringify(await ours());
  for (const [peer, work] of Object.entries(peers)) {
    const got = JSON.stringify(await work());
    if (got !== expected) return `${peer} comes to ${got}, we to ${expected}`;
  }
  return undefined;
}

async function timeOf(work: () => unknown, { isOutside }: Contest): Promise<number> {
  const [start, begun] = [process.cpuUsage(), performance.now()];
  const result = work();
  // What is no promise is measured to its end, and not one turn longer.
  if (result instanceof Promise) await result;
  if (isOutside) return performance.now() - begun;
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
