/** Plain data with one thing altered, and where. */
export type Mutation = { where: string; mutant: unknown };

/**
 * Every single mutation of a value of plain data: each text, number and truth value altered, each field left out,
 * each field added to, each item of each array left out, doubled, or exchanged with the next.
 */
export function mutationsOf(value: unknown, where = ""): Mutation[] {
  if (Array.isArray(value)) return mutationsOfArray(value, where);
  if (typeof value !== "object" || value === null) return altered(value).map((mutant) => ({ where, mutant }));
  const fields = Object.entries(value);
  const within = fields.flatMap(([key, item]) => [
    {
      where: `${where}.${key} left out`,
      mutant: Object.fromEntries(fields.filter(([other]) => other !== key)),
    },
    ...mutationsOf(item, `${where}.${key}`).map(({ where: place, mutant }) => {
      return { where: place, mutant: { ...value, [key]: mutant } };
    }),
  ]);
  return [...within, { where: `${where} with a field more`, mutant: { ...value, extra: 1 } }];
}

function mutationsOfArray(items: readonly unknown[], where: string): Mutation[] {
  return items.flatMap((item, at) => {
    const place = `${where}[${at}]`;
    const next = items[at + 1];
    return [
      { where: `${place} left out`, mutant: items.toSpliced(at, 1) },
      { where: `${place} doubled`, mutant: items.toSpliced(at, 0, item) },
      ...(at + 1 < items.length && JSON.stringify(next) !== JSON.stringify(item)
        ? [{ where: `${place} exchanged`, mutant: items.toSpliced(at, 2, next, item) }]
        : []),
      ...mutationsOf(item, place).map((inner) => ({
        where: inner.where,
        mutant: items.with(at, inner.mutant),
      })),
    ];
  });
}

function altered(value: unknown): unknown[] {
  if (typeof value === "number") return [value + 1, value - 1, String(value)];
  if (typeof value === "boolean") return [!value];
  if (typeof value !== "string") return ["something"];
  const digit = value.at(-1) === "0" ? "1" : "0";
  return [`${value}x`, `${value.slice(0, -1)}${digit}`, null];
}
