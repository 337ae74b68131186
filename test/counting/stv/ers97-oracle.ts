/*
 * The rules of the Electoral Reform Society (third edition, 1997) once more, by brute force and as section 5 reads: one
 * paper at a time, every way in which a lot may fall. Nominees are single letters, and a ranking is a text of them. Votes
 * are hundredths. Gives every set that may be elected.
 */

type Names = readonly string[];
/** `batch`: with which transfer it came, 0 for the first stage. A batch is all the papers of one value in a transfer. */
type Held = { ranking: string; holder: string | undefined; value: number; batch: number };
type Votes = ReadonlyMap<string, number>;

type Stage = {
  held: readonly Held[];
  quota: number;
  elected: Names;
  out: Names;
  /** Whose surplus is transferred: they keep what they had left. */
  kept: Votes;
  /** Votes at the first stage, and after each batch. */
  points: readonly Votes[];
};

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

export function ers97Oracle(profile: readonly string[], seats: number, nominees: Names): string[][] {
  const valid = profile.length * 100;
  const quotaOf = (votes: number) => Math.ceil(votes / (seats + 1));
  const possible: string[][] = [];

  const of = ({ held, kept }: Stage, one: string) =>
    kept.get(one) ?? total(held.filter(({ holder }) => holder === one).map(({ value }) => value));
  const all = (stage: Stage): Votes => new Map(nominees.map((one) => [one, of(stage, one)]));
  const continuing = ({ elected, out }: Stage) =>
    nominees.filter((one) => !elected.includes(one) && !out.includes(one));
  const open = ({ elected }: Stage) => seats - elected.length;
  const nonTransferable = (stage: Stage) => valid - total(nominees.map((one) => of(stage, one)));

  /** Of level nominees those whom the earliest point where they had unequal votes puts first, or last (5.2.3, 5.2.5). */
  const atEarliest = ({ points }: Stage, tied: Names, best: (...figures: number[]) => number): Names => {
    for (const point of points) {
      const figures = tied.map((one) => point.get(one) ?? 0);
      const wanted = best(...figures);
      const left = tied.filter((_, place) => figures[place] === wanted);
      if (left.length < tied.length) return atEarliest({ points } as Stage, left, best);
    }
    return tied;
  };

  /** 5.1.7, 5.3.13, 5.4.9 and 5.6.2. */
  const deemElected = (stage: Stage): Stage => {
    const left = continuing(stage);
    if (open(stage) === 0 || left.length === 0) return stage;
    const most = Math.max(...left.map((one) => of(stage, one)));
    const keptByElected = total(stage.elected.map((one) => Math.min(of(stage, one), stage.quota)));
    const active = valid - keptByElected - nonTransferable(stage);
    if (most < stage.quota && most * (open(stage) + 1) < active) return stage;
    let best: Names = left.filter((one) => of(stage, one) === most);
    if (best.length > open(stage)) best = atEarliest(stage, best, Math.max);
    if (best.length > open(stage)) return stage;
    return deemElected({ ...stage, elected: [...stage.elected, ...best] });
  };

  /** Hands on the papers of a batch; those that nobody can use stay where `else` says. */
  const moved = (stage: Stage, batch: readonly Held[], value: number, or?: string): Stage => {
    const number = stage.points.length;
    const next = ({ ranking }: Held) => [...ranking].find((one) => continuing(stage).includes(one));
    const held = stage.held.map((paper) => {
      if (!batch.includes(paper)) return paper;
      const holder = next(paper);
      if (holder === undefined && or !== undefined) return paper;
      return { ...paper, holder, value, batch: number };
    });
    return { ...stage, held };
  };
  const withPoint = (stage: Stage): Stage => ({ ...stage, points: [...stage.points, all(stage)] });

  /** 5.3: the papers of the last batch that can be used, at the surplus divided by their number or their own value. */
  const surplusMoved = (stage: Stage, one: string): Stage => {
    const surplus = of(stage, one) - stage.quota;
    const own = stage.held.filter(({ holder }) => holder === one);
    const last = Math.max(...own.map(({ batch }) => batch));
    const usable = own.filter(
      ({ batch, ranking }) =>
        batch === last && [...ranking].some((other) => continuing(stage).includes(other)),
    );
    const present = usable[0]?.value ?? 0;
    const value = present * usable.length > surplus ? Math.floor(surplus / usable.length) : present;
    const kept = new Map([...stage.kept, [one, stage.quota]]);
    return deemElected(withPoint({ ...moved(stage, usable, value, one), kept }));
  };

  /** 5.4 and 5.5: batch by batch, from the highest value; the quota falls as long as nobody is elected (5.4.8). */
  const papersMoved = (before: Stage, gone: Names): Stage => {
    let stage: Stage = { ...before, out: [...before.out, ...gone] };
    const own = stage.held.filter(({ holder }) => holder !== undefined && gone.includes(holder));
    for (const value of [...new Set(own.map((paper) => paper.value))].sort((a, b) => b - a)) {
      if (open(stage) === 0) return stage;
      const batch = own.filter((paper) => paper.value === value);
      const lost = nonTransferable(stage);
      stage = withPoint(moved(stage, batch, value));
      if (stage.elected.length === 0 && nonTransferable(stage) > lost)
        stage = { ...stage, quota: quotaOf(valid - nonTransferable(stage)) };
      stage = deemElected(stage);
    }
    return stage;
  };

  /** 5.2. */
  const count = (stage: Stage): void => {
    const left = continuing(stage);
    if (open(stage) === 0) return void possible.push([...stage.elected]);
    if (left.length <= open(stage)) return void possible.push([...stage.elected, ...left]);
    const votes = left.map((one) => of(stage, one)).sort((a, b) => a - b);
    const above = stage.elected.filter((one) => of(stage, one) > stage.quota);
    const surplus = total(above.map((one) => of(stage, one) - stage.quota));
    // Sets of the lowest, level ones together, that may be excluded at once (5.2.5).
    const [together = []] = votes
      .map((most) => left.filter((one) => of(stage, one) <= most))
      .filter((set) => {
        const others = left.filter((one) => !set.includes(one));
        const sum = total(set.map((one) => of(stage, one))) + surplus;
        return others.length >= open(stage) && others.every((one) => sum <= of(stage, one));
      })
      .sort((a, b) => b.length - a.length);
    const isDeferred = surplus <= (votes[1] ?? 0) - (votes[0] ?? 0) || together.length > 1;
    if (above.length > 0 && !isDeferred) {
      const largest = Math.max(...above.map((one) => of(stage, one)));
      const tied = above.filter((one) => of(stage, one) === largest);
      for (const one of atEarliest(stage, tied, Math.max)) count(surplusMoved(stage, one));
      return;
    }
    const lowest = left.filter((one) => of(stage, one) === votes[0]);
    const choices =
      together.length > 1 ? [together] : atEarliest(stage, lowest, Math.min).map((one) => [one]);
    for (const gone of choices) {
      const rest = left.filter((one) => !gone.includes(one));
      // 5.5.1
      if (rest.length <= open(stage)) possible.push([...stage.elected, ...rest]);
      else count(papersMoved(stage, gone));
    }
  };

  const first: Stage = {
    held: profile.map((ranking) => ({ ranking, holder: ranking[0], value: 100, batch: 0 })),
    quota: quotaOf(valid),
    elected: [],
    out: [],
    kept: new Map(),
    points: [],
  };
  count(deemElected(withPoint(first)));
  return possible;
}
