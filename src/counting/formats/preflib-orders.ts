import type { Nominee, RankedPaper, Weight } from "../rule.ts";
import { countOf, type Header, type Line, type PreflibRule } from "./preflib-header.ts";
import { type FormatProblems, wholeNumber } from "./problem.ts";

/** Reads lines such as `13: 1,{4,3},2`, and checks the counts of the header against them. */
export function ordersOf(
  header: Header,
  nominees: readonly Nominee[],
  uniqueKey: string,
  problems: FormatProblems<PreflibRule>,
  examine: (groups: readonly (readonly Nominee[])[], line: Line) => void,
): RankedPaper[] {
  const voters = countOf(header, "NUMBER VOTERS", problems);
  const unique = countOf(header, uniqueKey, problems);
  const papers: RankedPaper[] = [];
  const seen = new Set<string>();
  let weights = 0n;
  for (const line of header.orders) {
    const paper = paperOf(line, nominees, problems);
    if (paper === undefined) continue;
    const text = canonicalText(paper.ranking);
    if (seen.has(text)) problems.add(line.line, "orderRepeated", line.text);
    seen.add(text);
    examine(paper.ranking, line);
    papers.push(paper);
    weights += BigInt(paper.weight);
  }
  if (problems.found.length > 0) return papers;
  const { lastLine } = header;
  if (BigInt(unique ?? 0) !== BigInt(papers.length))
    problems.add(lastLine, "linesMismatch", papers.length, String(unique));
  if (BigInt(voters ?? 0) !== weights) problems.add(lastLine, "votersMismatch", weights, String(voters));
  return papers;
}

const item = /(\d+|\{[\d,]*\})(,|$)/y;

/**
 * The items of an order, which commas separate: numbers, or groups in braces. Undefined for another text. One after
 * the other, because a pattern for the whole line has no room for millions of them.
 */
function itemsOf(order: string): string[] | undefined {
  const items: string[] = [];
  let at = 0;
  for (let comma = order !== ""; comma; ) {
    item.lastIndex = at;
    const [whole = "", text = "", end] = item.exec(order) ?? [];
    if (text === "") return undefined;
    items.push(text);
    at += whole.length;
    comma = end === ",";
  }
  return at === order.length ? items : undefined;
}

function paperOf(
  { line, text }: Line,
  nominees: readonly Nominee[],
  problems: FormatProblems<PreflibRule>,
): RankedPaper | undefined {
  const colon = text.indexOf(":");
  const weight = wholeNumber(text.slice(0, Math.max(colon, 0)).trim()) || undefined;
  // Two steps, each linear. Blanks around signs are dropped; blanks between digits stay and are an error.
  const spaced = text
    .slice(colon + 1)
    .trim()
    .split(/\s+/)
    .join(" ");
  const order = spaced.replace(/ ?([,{}]) ?/g, "$1").trim();
  if (weight === undefined) {
    problems.add(line, "multiplicity", text);
    return undefined;
  }
  const items = itemsOf(order);
  if (items === undefined) {
    problems.add(line, "order", text);
    return undefined;
  }
  const seen = new Set<string>();
  const nomineeOf = (digits: string): Nominee[] => {
    const nominee = /^[1-9]\d{0,4}$/.test(digits) ? nominees[Number(digits) - 1] : undefined;
    if (nominee === undefined) problems.add(line, "nomineeOutOfRange", digits, `1 to ${nominees.length}`);
    else if (seen.has(nominee)) problems.add(line, "nomineeRepeated", digits);
    if (nominee === undefined) return [];
    seen.add(nominee);
    return [nominee];
  };
  const ranking = items.map((group) =>
    group === "{}" ? [] : group.replace(/[{}]/g, "").split(",").flatMap(nomineeOf),
  );
  return { weight, ranking };
}

/** Equal orders have the same text: the order within a group has no meaning. */
function canonicalText(ranking: RankedPaper["ranking"]): string {
  return JSON.stringify(ranking.map((group) => [...group].sort()));
}

/** Equal papers as one, in the order of their first appearance. PrefLib allows one line for each order. */
export function grouped(papers: readonly RankedPaper[]): RankedPaper[] {
  const byText = new Map<string, RankedPaper>();
  for (const paper of papers) {
    const text = canonicalText(paper.ranking);
    const earlier = byText.get(text);
    const weight = earlier === undefined ? paper.weight : sum([earlier, paper]);
    byText.set(text, { weight, ranking: earlier?.ranking ?? paper.ranking });
  }
  return [...byText.values()];
}

/** The weight of all papers. A weight that is not whole is returned as it is; reading it back then refuses it. */
export function sum(papers: readonly RankedPaper[]): Weight {
  let total = 0n;
  for (const { weight } of papers) {
    if (typeof weight === "number" && !Number.isInteger(weight)) return weight;
    total += BigInt(weight);
  }
  return total <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(total) : total;
}

export function printOrders(nominees: readonly Nominee[], papers: readonly RankedPaper[]): string[] {
  const numbers = new Map(nominees.map((nominee, index) => [nominee, String(index + 1)]));
  const group = (names: readonly Nominee[]) => {
    const digits = names.map((nominee) => numbers.get(nominee) ?? `?${nominee}`);
    return digits.length === 1 ? digits.join() : `{${digits.join(",")}}`;
  };
  return papers.map(({ weight, ranking }) => `${weight}: ${ranking.map(group).join(",")}`.trimEnd());
}
