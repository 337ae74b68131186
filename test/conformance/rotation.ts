import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import type { Seat } from "../../src/chair-rotation/forecast/explanation.ts";
import { type ForecastTerm, forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { ChairRotation } from "../../src/chair-rotation/state.ts";
import { check } from "../../src/kernel/input.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import { sent } from "../../src/kernel/sent.ts";
import type { CaseResult, HistoryRunner } from "./case.ts";
import { basis, longAgo, openingOf, policyOf, rosterOf, type Timed } from "./rotation-commands.ts";
import { firstDays } from "./rotation-dates.ts";
import { errorsIn } from "./rotation-errors.ts";
import { type ExpectedTerm, History, type Incident } from "./rotation-history.ts";
import { withPlainIds } from "./rotation-ids.ts";
import { type Owed, termsHeldOver, translations } from "./rotation-incidents.ts";

/**
 * Sends the members, the order and the incidents of a history as commands to the rotation, and compares the forecast
 * with the published terms, one by one. Incidents that move nobody are sent too, and must move nobody.
 */
export const rotationHistory: HistoryRunner = (json) => {
  const read = check(History, json);
  return read.ok ? { ok: true, value: replayed(withPlainIds(read.value)) } : read;
};

function replayed(history: History): CaseResult {
  const { rule, expected, order } = history;
  const [error] = errorsIn(history);
  if (error !== undefined) return failed(error);
  if (policyOf(history) === undefined) return skipped(`not derivable: the rule is ${rule.kind}`);
  if (expected.length === 0) return skipped("not derivable: no terms to compare");
  const isSorted = Array.isArray(order) || rule.kind !== "cycle" || /sort|alphabet|name/i.test(order ?? "");
  if (!isSorted) return skipped("not derivable: the order is no list");
  const days = firstDays(history);
  if (days === undefined) return skipped("not derivable: no first day is known");
  try {
    return rule.kind === "deputy-succeeds" ? succession({ history, days }) : rotation({ history, days });
  } catch (error) {
    // The file has a value that no command can have.
    if (error instanceof InvalidInput) return failed(error.message);
    throw error;
  }
}

function rotation(timed: Timed): CaseResult {
  const run = runOf(timed);
  run.feed([openingOf(timed), ...rosterOf(timed)]);
  for (const incident of inFeedingOrder(timed)) run.incident(incident);
  run.finish();
  return verdict(run, timed.history.expected, new Set());
}

/**
 * Chair and deputy are elected together, and by rule the deputy succeeds. So every elected deputy is sent. A chair is
 * sent only where the rule does not give it: at the beginning, and where there was no deputy.
 */
function succession(timed: Timed): CaseResult {
  const { expected, incidents } = timed.history;
  const run = runOf(timed);
  run.feed([openingOf(timed), ...rosterOf(timed)]);
  for (const incident of inFeedingOrder(timed)) if (incident.kind !== "deputy-left") run.incident(incident);
  const given = new Set<string>();
  for (const [at, { term, chair, deputy }] of expected.entries()) {
    const seat = run.rows()[at]?.chair;
    if (chair && seat?.kind === "open") {
      given.add(term);
      run.feed([ChairRotationCommand.create.DesignateChair({ term, chair, basis, designatedOn: longAgo })]);
    }
    const left = incidents.find((one) => one.kind === "deputy-left" && one.term === term);
    const elected = deputy ?? left?.member;
    if (elected)
      run.feed([
        ChairRotationCommand.create.DesignateDeputy({
          term,
          deputy: elected,
          basis,
          designatedOn: longAgo,
        }),
      ]);
    if (left) run.incident(left);
  }
  run.finish();
  const share = expected.length - given.size;
  return share * 2 < expected.length
    ? skipped("not derivable: hardly a deputy is known")
    : verdict(run, expected, given);
}

/**
 * First the nominal layer, then the overlays, each by term. A swap is agreed under the order that gave its holders
 * their terms. If a new order keeps earlier swaps, that is the old order.
 */
function inFeedingOrder({ history }: Timed): Incident[] {
  const at = new Map(history.expected.map(({ term }, number) => [term, number]));
  const number = (term: string | undefined) => at.get(term ?? "") ?? history.expected.length;
  const byTerm = [...history.incidents].sort(
    (x, y) => number(x.term) - number(y.term) || (x.seq ?? 0) - (y.seq ?? 0),
  );
  const overlays = byTerm.filter(({ kind }) => overlayKinds.has(kind));
  const fed: Incident[] = [];
  for (const incident of byTerm.filter(({ kind }) => !overlayKinds.has(kind))) {
    if (incident.kind === "reorder" && incident.keepSwaps) {
      const from = number(incident.term);
      const agreed = overlays.filter(
        ({ kind, a, b }) =>
          kind === "swap" &&
          Math.min(number(a?.term), number(b?.term)) < from &&
          Math.max(number(a?.term), number(b?.term)) >= from,
      );
      fed.push(...agreed.filter((one) => !fed.includes(one)));
    }
    fed.push(incident);
  }
  return [...fed, ...overlays.filter((one) => !fed.includes(one))];
}

const overlayKinds = new Set(["swap", "substitute", "vacant"]);

/** A time after every day of a history. */
const endOfTime = { now: new Date("9999-12-31T16:59:59.999Z"), commandId: "corpus", actor: "corpus" };

function runOf({ history, days }: Timed) {
  let state: ChairRotation = chairRotation.initialState();
  const refusals: string[] = [];
  const owed: Owed[] = [];
  const claims: (() => string | undefined)[] = [];
  /**
   * Skips of one term are listed in any order, and so are swaps of one term. But a unit may have a turn only after
   * another skip, or a term only after another swap. So they are tried again after each incident.
   */
  let waiting: { commands: readonly ChairRotationCommand[]; refusal: string }[] = [];
  const rows = () =>
    state.status === "blank" ? [] : forecast(state, { number: history.expected.length - 1 });
  const send = (command: ChairRotationCommand): string | undefined => {
    const decision = chairRotation.decide(sent<ChairRotationCommand>(command, endOfTime), state);
    if (!decision.ok) return `${command.type} refused: ${JSON.stringify(decision.rejection)}`;
    state = decision.events.reduce(chairRotation.evolve, state);
    for (const { type, data } of decision.events)
      if (type === "TurnSkipped" && data.owed)
        owed.push({ obligation: data.owed.obligation, unit: data.unit });
    return undefined;
  };
  const feed = (commands: readonly ChairRotationCommand[]): unknown => {
    for (const [at, command] of commands.entries()) {
      const refusal = send(command);
      if (refusal === undefined) continue;
      if (command.type === "SkipTurn") waiting.push({ commands: [command], refusal });
      else if (command.type === "ProposeSwap") return waiting.push({ commands: commands.slice(at), refusal });
      else refusals.push(refusal);
    }
  };
  const feedAgain = () => {
    for (let before = waiting.length + 1; waiting.length > 0 && waiting.length < before; ) {
      before = waiting.length;
      const again = waiting;
      waiting = [];
      for (const { commands } of again) feed(commands);
    }
  };
  const incident = (one: Incident) => {
    const at = history.expected.findIndex(({ term }) => term === one.term);
    const startsOn = days[at];
    const translate = translations.get(one.kind);
    if (startsOn === undefined || translate === undefined) return;
    const commands = translate(one, { history, days, startsOn, at, owed });
    if (one.effect === "none") return tryIdle(one, commands);
    const claim = claimOf(one, { rows, at, history });
    if (one.kind === "vacant") refusals.push(...[claim()].filter((text) => text !== undefined));
    else claims.push(claim);
    feed(commands);
    feedAgain();
  };
  /** What must not change the list is tried all the same: it is refused, or it moves nobody. A join is never refused. */
  const tryIdle = ({ kind, term }: Incident, commands: readonly ChairRotationCommand[]) => {
    const before = chairsOf(rows()).join();
    for (const command of commands) {
      const refusal = send(command);
      if (refusal === undefined) continue;
      if (kind === "join") refusals.push(refusal);
      break;
    }
    if (chairsOf(rows()).join() !== before) refusals.push(`${kind} of ${term} moved somebody`);
  };
  const finish = () => {
    refusals.push(...waiting.map(({ refusal }) => refusal));
    refusals.push(...claims.flatMap((claim) => claim() ?? []));
  };
  return { feed, incident, finish, rows, refusals };
}

/** What an incident says of a member, beside what it asks for; a text where that is not so. */
function claimOf(
  { kind, term, member, nominal, length }: Incident,
  { rows, at, history }: { rows: () => ForecastTerm[]; at: number; history: History },
): () => string | undefined {
  const isChairOf = (unit: string, number: number) => nameOf(rows()[number]?.chair) === unit;
  if (kind === "vacant" && nominal !== undefined)
    return () =>
      isChairOf(nominal, at) ? undefined : `vacant of ${term}: the turn is not that of ${nominal}`;
  const held = kind === "extend" ? termsHeldOver(history, length) : 0;
  if (held > 0 && member !== undefined)
    return () => {
      const terms = Array.from({ length: held + 1 }, (_, more) => at - 1 + more);
      const isHeld = terms.every((number) => number >= rows().length || isChairOf(member, number));
      return isHeld ? undefined : `extend of ${term}: ${member} does not hold over`;
    };
  return () => undefined;
}

const chairsOf = (rows: readonly { chair: Seat }[]) => rows.map(({ chair }) => nameOf(chair));

const nameOf = (seat: Seat | undefined): string =>
  seat?.kind === "unit" ? seat.unit : seat?.kind === "open" ? "(open)" : vacant;
const vacant = "(vacant)";

function verdict(
  { rows, refusals }: ReturnType<typeof runOf>,
  expected: readonly ExpectedTerm[],
  given: ReadonlySet<string>,
): CaseResult {
  const [refusal] = refusals;
  if (refusal !== undefined) return failed(refusal);
  const got = rows();
  const wrong = expected.flatMap(({ term, chair, deputy }, at) => {
    const row = got[at];
    const wanted = chair ? chair : vacant;
    const isChair = given.has(term) || nameOf(row?.chair) === wanted;
    const isDeputy = !deputy || row?.deputy === deputy;
    return isChair && isDeputy ? [] : [{ term, wanted, found: nameOf(row?.chair) }];
  });
  const [first] = wrong;
  if (first === undefined) return { status: "passed" };
  return {
    status: "failed",
    expected: `${first.wanted} in ${first.term}`,
    got: `${first.found} (${wrong.length} of ${expected.length} terms differ)`,
  };
}

function failed(got: string): CaseResult {
  return { status: "failed", expected: "every incident accepted", got };
}

function skipped(reason: string): CaseResult {
  return { status: "skipped", reason };
}
