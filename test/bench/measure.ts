/** One comparison: the same work done here and by each peer, and what it must come to. */
export type Contest = {
  readonly name: string;
  /** The least ratio to the faster peer that is promised. */
  readonly ratioMin?: number;
  /** The most milliseconds that are promised, where there is no peer. */
  readonly millisecondsMax?: number;
  /** The same work on twice as much, and the most that it may cost, as a multiple. */
  readonly doubled?: { readonly work: () => unknown; readonly growthMax: number };
  readonly ours: () => unknown;
  readonly peers: Readonly<Record<string, () => unknown>>;
};

export type Bench = () => Promise<readonly Contest[]>;

/** Runs a contest: first that all results agree, then how long each takes. Says whether it keeps its promise. */
export function hold({ name, ratioMin, millisecondsMax, doubled, ours, peers }: Contest): boolean {
  const expected = JSON.stringify(ours());
  const slower: string[] = [];
  let fastest = Number.POSITIVE_INFINITY;
  const own = bestOf(ours, { runs: 7 });
  for (const [peer, work] of Object.entries(peers)) {
    const got = JSON.stringify(work());
    if (got !== expected) {
      console.log(`${name}: ${peer} comes to ${got}, we to ${expected}`);
      return false;
    }
    const time = bestOf(work, { runs: 2 });
    fastest = Math.min(fastest, time);
    slower.push(`${peer} ${time.toFixed(1)} ms (${(time / own).toFixed(1)}x)`);
  }
  const growth = doubled ? bestOf(doubled.work, { runs: 7 }) / own : 0;
  if (doubled) slower.push(`twice as much ${growth.toFixed(2)}x, promised <= ${doubled.growthMax}x`);
  const isFast = fastest / own >= (ratioMin ?? 0) && own <= (millisecondsMax ?? Number.POSITIVE_INFINITY);
  const kept = isFast && growth <= (doubled?.growthMax ?? Number.POSITIVE_INFINITY);
  const promise = ratioMin ? `>= ${ratioMin}x` : millisecondsMax ? `<= ${millisecondsMax} ms` : "";
  console.log(
    [name.padEnd(34), `${own.toFixed(2)} ms`.padStart(10), ...slower, promise, kept ? "kept" : "BROKEN"].join(
      "  ",
    ),
  );
  return kept;
}

function bestOf(work: () => unknown, { runs }: { runs: number }): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** A small linear congruential generator, so that every run counts the same papers. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
