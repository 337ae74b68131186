import { TermId } from "../../src/chair-rotation/words.ts";
import { check } from "../../src/kernel/input.ts";
import type { History } from "./rotation-history.ts";

/**
 * A history whose terms and members have ids that the library takes. The ids of a history are texts of any length, also
 * with spaces; those that are no ids here get numbers, and the names that members are sorted by stay.
 */
export function withPlainIds(history: History): History {
  const members = history.members.map((member) => ({ ...member, name: member.name ?? member.id }));
  const whole: History = { ...history, members };
  const standIns = new Map<string, string>();
  for (const text of idsOf(whole))
    if (!check(TermId, text).ok && !standIns.has(text)) standIns.set(text, `no.${standIns.size + 1}`);
  return renamed(whole, (text) => standIns.get(text) ?? text);
}

function idsOf(history: History): string[] {
  const found: string[] = [];
  renamed(history, (text) => {
    found.push(text);
    return text;
  });
  return found;
}

/** The history with another text for each id. */
function renamed(history: History, of: (text: string) => string): History {
  const opt = (text: string | null | undefined) => (text ? of(text) : text);
  const side = <T extends { term: string; member: string }>(one: T): T => ({
    ...one,
    term: of(one.term),
    member: of(one.member),
  });
  return {
    ...history,
    ...(history.previousChair && {
      previousChair: { ...history.previousChair, chair: of(history.previousChair.chair) },
    }),
    members: history.members.map((member) => ({ ...member, id: of(member.id) })),
    order: Array.isArray(history.order) ? history.order.map(of) : history.order,
    expected: history.expected.map((one) => ({
      ...one,
      term: of(one.term),
      chair: isNobody(one.chair) ? null : opt(one.chair),
      deputy: opt(one.deputy),
    })),
    incidents: history.incidents.map((one) => {
      const { member, members, after, order, prefix, a, b, nominal, chair, instead } = one;
      return {
        ...one,
        term: of(one.term),
        ...(member !== undefined && { member: of(member) }),
        ...(members && { members: members.map(of) }),
        ...(after !== undefined && { after: of(after) }),
        ...(order && { order: order.map(of) }),
        ...(prefix && { prefix: prefix.map(of) }),
        ...(a && { a: side(a) }),
        ...(b && { b: side(b) }),
        ...(nominal !== undefined && { nominal: of(nominal) }),
        ...(chair !== undefined && { chair: of(chair) }),
        ...(instead !== undefined && { instead: of(instead) }),
      };
    }),
  };
}

/** A published term without a chair names nobody, or says so. */
const isNobody = (chair: string | null | undefined) => !chair || /^(none|vacant|nobody)$/i.test(chair);
