/** The number that an environment variable holds. */
function wholeNumber(name: string, byDefault: number, least: number): number {
  const text = process.env[name];
  if (text === undefined || text === "") return byDefault;
  const value = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value) || value < least)
    throw new Error(`${name} must be a whole number from ${least}, and "${text}" is not`);
  return value;
}

/** All properties draw from this seed, so that a run can be repeated. */
export const seed = wholeNumber("SEED", 20221220, Number.MIN_SAFE_INTEGER);

/** The number of runs of every property is multiplied by this. */
export const times = wholeNumber("TIMES", 1, 1);
