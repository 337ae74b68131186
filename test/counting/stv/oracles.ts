/*
 * The rules of the single transferable vote once more, by brute force and as their sources read: one paper at a time,
 * every way in which a tie may fall. Nominees are single letters, and a ranking is a text of them. Each oracle gives
 * every set that may be elected.
 */

/** Instant run-off as everybody learns it: without the lowest, again, until one is left. */
export function runoffOracle(profile: readonly string[], continuing: readonly string[]): string[][] {
  if (continuing.length === 1) return [[...continuing]];
  const tops = profile.map((ranking) => [...ranking].find((one) => continuing.includes(one)));
  const votes = continuing.map((one) => tops.filter((top) => top === one).length);
  return continuing
    .filter((_, index) => votes[index] === Math.min(...votes))
    .flatMap((lowest) =>
      runoffOracle(
        profile,
        continuing.filter((one) => one !== lowest),
      ),
    );
}

type Held = { readonly ranking: string; readonly holder: string | undefined; readonly value: number };

/** SSI 2007/42 read aloud: one paper at a time, in hundred-thousandths of a vote. */
export function order2007(
  profile: readonly string[],
  seats: number,
  nominees: readonly string[],
): string[][] {
  const quota = (Math.floor(profile.length / (seats + 1)) + 1) * 100_000;
  const possible: string[][] = [];
  const next = (ranking: string, continuing: readonly string[]) =>
    [...ranking].find((one) => continuing.includes(one));
  const count = (
    held: readonly Held[],
    past: readonly number[][],
    before: readonly string[],
    transferred: readonly string[],
    out: readonly string[],
  ) => {
    const votes = nominees.map((one) =>
      transferred.includes(one)
        ? quota
        : held.filter(({ holder }) => holder === one).reduce((sum, { value }) => sum + value, 0),
    );
    const of = (one: string, stage: readonly number[] = votes) => stage[nominees.indexOf(one)] ?? 0;
    const open = nominees.filter((one) => !out.includes(one));
    if (open.length <= seats) return void possible.push(open);
    const elected = [...before, ...open.filter((one) => !before.includes(one) && of(one) >= quota)];
    if (elected.length >= seats) return void possible.push(elected);
    const continuing = open.filter((one) => !elected.includes(one));
    if (continuing.length + elected.length <= seats) return void possible.push([...continuing, ...elected]);
    const stages = [...past, votes];
    const extreme = (among: readonly string[], worst: boolean): readonly string[] => {
      let tied = among;
      for (const stage of [...stages].reverse()) {
        const best = (worst ? Math.min : Math.max)(...tied.map((one) => of(one, stage)));
        tied = tied.filter((one) => of(one, stage) === best);
      }
      return tied;
    };
    const surplus = elected.filter((one) => of(one) > quota);
    for (const one of extreme(surplus.length > 0 ? surplus : continuing, surplus.length === 0)) {
      const left = continuing.filter((other) => other !== one);
      const moved = held.map((paperHeld) => {
        if (paperHeld.holder !== one) return paperHeld;
        const value =
          surplus.length > 0 ? Math.floor(((of(one) - quota) * paperHeld.value) / of(one)) : paperHeld.value;
        return { ...paperHeld, value, holder: next(paperHeld.ranking, left) };
      });
      if (surplus.length > 0) count(moved, stages, elected, [...transferred, one], out);
      else count(moved, stages, elected, transferred, [...out, one]);
    }
  };
  count(
    profile.map((ranking) => ({ ranking, value: 100_000, holder: ranking[0] })),
    [],
    [],
    [],
    [],
  );
  return possible;
}

/** Meek's method in floating point, iterated until nothing moves; whatever is within a millionth is level. */
export function meekInFloats(
  profile: readonly string[],
  seats: number,
  nominees: readonly string[],
): string[][] {
  const near = 1e-6;
  const possible: string[][] = [];
  const count = (elected: readonly string[], out: readonly string[]) => {
    const open = nominees.filter((one) => !out.includes(one));
    if (open.length <= seats || elected.length === seats)
      return void possible.push(elected.length === seats ? [...elected] : open);
    const keep = new Map<string, number>(nominees.map((one) => [one, out.includes(one) ? 0 : 1]));
    const hold = () => {
      const votes = new Map(nominees.map((one) => [one, 0]));
      for (const ranking of profile) {
        let weight = 1;
        for (const one of ranking) {
          const part = weight * (keep.get(one) ?? 0);
          votes.set(one, (votes.get(one) ?? 0) + part);
          weight -= part;
        }
      }
      return votes;
    };
    let votes = hold();
    for (let iteration = 0; iteration < 400; iteration++) {
      const quota = [...votes.values()].reduce((a, b) => a + b) / (seats + 1);
      const reached = open.filter((one) => !elected.includes(one) && (votes.get(one) ?? 0) > quota + near);
      if (reached.length > 0) return count([...elected, ...reached], out);
      for (const one of elected) {
        const held = votes.get(one) ?? 0;
        if (held > 0) keep.set(one, Math.min(1, ((keep.get(one) ?? 0) * quota) / held));
      }
      votes = hold();
    }
    const hopeful = open.filter((one) => !elected.includes(one));
    const low = Math.min(...hopeful.map((one) => votes.get(one) ?? 0));
    for (const one of hopeful) if ((votes.get(one) ?? 0) <= low + near) count(elected, [...out, one]);
  };
  count([], []);
  return possible;
}

/**
 * Warren's method in floating point, as "Meek or Warren counting" (Voting matters 1) tells it: a paper pays each elected
 * nominee whom it comes to the same price, or all that it has left. A price above what any paper has left is first
 * lowered to that, then in the ratio of quota and votes, until nothing moves.
 */
export function warrenInFloats(
  profile: readonly string[],
  seats: number,
  nominees: readonly string[],
): string[][] {
  const near = 1e-6;
  const possible: string[][] = [];
  const count = (elected: readonly string[], out: readonly string[]) => {
    const open = nominees.filter((one) => !out.includes(one));
    if (elected.length === seats) return void possible.push([...elected]);
    if (open.length <= seats) return void possible.push(open);
    const hopeful = open.filter((one) => !elected.includes(one));
    const price = new Map(elected.map((one) => [one, 1]));
    for (;;) {
      const votes = new Map(open.map((one) => [one, 0]));
      const most = new Map(open.map((one) => [one, 0]));
      for (const ranking of profile) {
        let left = 1;
        for (const one of [...ranking].filter((name) => open.includes(name))) {
          const paid = Math.min(left, price.get(one) ?? 1);
          votes.set(one, (votes.get(one) ?? 0) + paid);
          most.set(one, Math.max(most.get(one) ?? 0, paid));
          left -= paid;
        }
      }
      const of = (one: string) => votes.get(one) ?? 0;
      const quota = [...votes.values()].reduce((a, b) => a + b) / (seats + 1);
      const reached = hopeful.filter((one) => of(one) > quota + near);
      if (reached.length > 0) return count([...elected, ...reached], out);
      if (elected.every((one) => of(one) < quota + 1e-10)) {
        const low = Math.min(...hopeful.map(of));
        for (const one of hopeful) if (of(one) <= low + near) count(elected, [...out, one]);
        return;
      }
      for (const one of elected)
        if (of(one) > quota) price.set(one, ((most.get(one) ?? 0) * quota) / of(one));
    }
  };
  count([], []);
  return possible;
}
