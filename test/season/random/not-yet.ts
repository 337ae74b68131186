/**
 * The laws that the processes break in some seasons, each with the reason. They are judged all the same, and left out of
 * what the suite asks for, which is the same seasons each time: `table.ts` looks into as many others as one likes. Once
 * this list is empty, the suite asks for fresh seasons. X6 to X9 are the comparisons of ways to play: `order`, `restart`, `runners`, `handlers`, `blocs`.
 */
export const notYet: ReadonlyMap<string, string> = new Map([
  ["C8", "a round after a round does not get back who is no longer elected, in some seasons"],
  ["C9b", "a ballot rests on a run-off that is void, and is not listed, in some seasons"],
  ["C30", "a ballot that was prepared early keeps the old scores, in some seasons"],
  ["X6", "what is open depends on the order of what commutes, in some seasons"],
  ["X8h", "what is open depends on when a server follows, in some seasons"],
]);

/** The planted faults that are not told from what is listed anyway, each with the reason. */
export const notFoundYet: ReadonlyMap<string, string> = new Map([
  ["a run-off whose re-vote is not told", "no law of the first seasons tells it from a ballot that waits"],
]);
