import type * as fc from "fast-check";

/** The number of runs of fast-check if a property does not set it. */
const runsByDefault = 100;

export type Runs = {
  seed: number;
  /** Multiplies the runs of each property, even if the property sets their number. */
  times: number;
  /** The file and the name of the running test. */
  test(): { file: string; name: string };
};

/**
 * `fc.assert` with the seed of the run and `times` as many runs. A property that fails says how to run it again.
 * fast-check's own `configureGlobal` is not enough: a property that gives `numRuns` overrides it.
 */
export function repeatable(fastCheck: typeof fc, { seed, times, test }: Runs): typeof fc.assert {
  const reporter = (details: fc.RunDetails<unknown>) => {
    if (!details.failed) return;
    const { file, name } = test();
    const pattern = name.replace(/[\\^$.*+?()[\]{}|'"`!]/g, ".");
    const again = `SEED=${seed} TIMES=${times} npm run test:only -- ${file} -t "${pattern}"`;
    throw new Error(`${fastCheck.defaultReportMessage(details)}\n\nRun it again: ${again}\n`, {
      cause: details.errorInstance,
    });
  };
  const assert = (property: fc.IRawProperty<unknown>, parameters: fc.Parameters<unknown> = {}) =>
    fastCheck.assert(property, {
      seed,
      reporter,
      ...parameters,
      numRuns: (parameters.numRuns ?? runsByDefault) * times,
    });
  return assert as typeof fc.assert;
}
