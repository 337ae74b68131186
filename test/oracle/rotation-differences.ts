import { appointedOn, officeOn } from "../../src/chair-rotation/office-on.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { derivedId } from "../../src/kernel/ids.ts";
import type { Played } from "./played.ts";
import { losesTrack } from "./rotation-losses.ts";

// Where the rotation does otherwise than the model, and for a reason. The sections and laws are those of the design.

/** From this command on the two differ in what only a later answer shows, so the history ends here. */
export const isHiddenFrom = (played: Played): boolean =>
  isKeptByOrder(played) || isPlacedTwice(played) || meetsDebtOfAnotherKind(played);

/** The two give different answers now, and should. */
export const isOtherwise = (played: Played): boolean =>
  owesNothing(played) ||
  standsWithTheLap(played) ||
  staysVacant(played) ||
  isOwedToTheElected(played) ||
  isLaidOnPart(played) ||
  isAppointed(played) ||
  isTakenLate(played) ||
  isCalledAsBefore(played) ||
  isNamedBefore(played) ||
  losesItsDays(played) ||
  losesTheClaim(played) ||
  endsInterim(played) ||
  losesTrack(played);

/** The model knows no order that keeps the swaps when it gives their other half as an own turn (EU, 2007). */
function isKeptByOrder({ command: { type }, decision, answer }: Played): boolean {
  if (type !== "reorder" || !decision.ok || !answer.ok) return false;
  const voids = (events: readonly { type: string }[]) =>
    events.filter((one) => /void/i.test(one.type)).length;
  return voids(decision.events) > voids(answer.events);
}

/** In the model a unit that waits for the next lap keeps waiting when a new order gives it a place, and has two then. */
function isPlacedTwice({ command: { type, order = [] }, before: { standing, pending } }: Played): boolean {
  const waits = (unit: string) => standing.lapJoiners.includes(unit) || pending.length > 0;
  return type === "reorder" && standing.policy.joiner === "nextLap" && order.some(waits);
}

/**
 * Of two turns that are owed for one term, the one that arose first comes first (5). To the model a turn that is owed for
 * a swap has arisen before every turn that was skipped, whenever the swap became void.
 */
function meetsDebtOfAnotherKind({ model, log, command: { type, debt = "", term = 0, at } }: Played): boolean {
  if (type !== "claim") return false;
  const isOfSwap = (id: string) => id.startsWith("swap-");
  const due = model.rows(log, at, term)[term - 1]?.debts.filter((one) => one.due <= term) ?? [];
  const claimed = log.filter((event) => event.type === "claim" && event.term === term);
  const others = [...due.map(({ id }) => id), ...claimed.flatMap((event) => event.debt ?? [])];
  return others.some((id) => isOfSwap(id) !== isOfSwap(debt));
}

/**
 * In the model a unit that had both terms of a swap, since the parties have become one, is owed one of them. The design
 * owes a turn to "who gave already" where the other party leaves; a swap is just "void if both parties become one" (2).
 * That unit has both turns, and another one would be the third ("none twice", L48).
 */
function owesNothing({ command: { type, debt = "" }, after }: Played): boolean {
  const swap = debt.replace(/^swap-/, "");
  return (
    type === "claim" &&
    after.swaps.get(swap)?.status === "voided" &&
    !after.obligations.has(derivedId("owedSwap", after.bloc, swap))
  );
}

const isElected = ({ standing }: OpenedRotation): boolean =>
  standing.policy.succession.kind === "electedInRotation";

/**
 * In the model a unit that is elected, and joined for the next lap, stands alone in a term before that lap. Joiners stand
 * "in the next lap (`nextLap`)", and "when nobody is left to stand the term opens a new lap in which all stand" (7).
 */
function standsWithTheLap({ after }: Played): boolean {
  const { standing, pending } = after;
  const waits =
    standing.lapJoiners.length > 0 ||
    pending.some(({ event: { type } }) => type === "UnitJoinedRotation" || type === "UnitSplitInRotation");
  return isElected(after) && standing.policy.joiner === "nextLap" && waits;
}

/**
 * In the model an open term that is to stay vacant takes a turn of the lap, and can never begin. The vacancy "ends when
 * somebody is elected after all" (4); until then nobody is to be chosen for the term, so it uses up none of those who
 * stand, and "every lap gives each member that could stand throughout one turn" (L54).
 */
const staysVacant = ({ command: { type }, before, after }: Played): boolean =>
  isElected(after) && (hasVacantOpen(after) || (type === "vacantTerm" && hasVacantOpen(before)));

const hasVacantOpen = ({ overlays, served }: OpenedRotation): boolean =>
  [...overlays].some(
    ([number, all]) =>
      number >= served.length && all.some((one) => one.kind === "vacant" && one.bound === undefined),
  );

/**
 * In the model nobody can claim a turn that is owed where chairs are elected. A swap that is void for half leaves such a
 * turn (2), and "every debt that is due is honoured" (L48).
 */
const isOwedToTheElected = ({ command, after }: Played): boolean =>
  command.type === "claim" && isElected(after);

/**
 * In the model what leaves only the last part of a term vacant is the last word about the term. It "costs only that part;
 * the turn is the chair's" (L52), so the chair may still give its turn away, or end on an earlier day.
 */
function isLaidOnPart({ command, decision, answer, after }: Played): boolean {
  const { type, term, a, b, swap } = command;
  if (!answer.ok) return false;
  // The model takes the last word of a swap, and then the swap is void.
  const isTaken =
    decision.ok &&
    !(type === "consent" && decision.events.some((one) => one.type === "void" && one.of === swap));
  if (isTaken) return false;
  const layersOf = (number = -1) => after.overlays.get(number) ?? [];
  const hasPart = (number?: number) => layersOf(number).some(({ kind }) => kind === "vacant");
  const isUnder = (number?: number) =>
    layersOf(number)
      .slice(0, -1)
      .some(({ kind }) => kind === "vacant");
  const at = after.swaps.get(swap ?? "")?.at;
  if (type === "swap") return hasPart(a?.term) || hasPart(b?.term);
  if (type === "consent") return isUnder(at?.a) || isUnder(at?.b);
  return (type === "vacancy" || type === "substitute") && isUnder(term);
}

/**
 * In the model nobody is appointed while the deputy acts by the policy, or ends its acting while it is suspended. "An
 * appointed acting chair comes before the deputy", and suspension leaves nobody only "while it lasts" (2).
 */
function isAppointed({ command: { type }, decision, answer }: Played): boolean {
  if (!answer.ok || decision.ok) return false;
  const { reason } = decision;
  return (
    (type === "acting" && reason === "ActingChairAlready") ||
    (type === "actingEnds" && reason === "NobodyActing")
  );
}

/** In the model no term begins after the days that a handover may be late; "beyond the tolerance: `BeginVacantTerm` or `InstallChair`" (6). */
const isTakenLate = ({ command: { type }, decision, answer }: Played): boolean =>
  (type === "vacantTerm" || type === "installNext") &&
  answer.ok &&
  !decision.ok &&
  decision.reason === "HandoverOutsideTolerance";

/** In the model a unit that comes back has lost its name. Its name is "the last renaming up to that day" (2). */
const isCalledAsBefore = ({ command: { type, unit = "" }, after }: Played): boolean =>
  type === "rename" && cameBackNamed(after).has(unit);

/** The units that came back after they had been given a name. */
export function cameBackNamed({ facts }: OpenedRotation): Set<string> {
  const named = new Set<string>();
  const back = new Set<string>();
  for (const { event } of facts) {
    const { type, data } = event;
    if (type === "UnitRenamedInRotation") named.add(data.unit);
    for (const unit of cameIn(event)) if (named.has(unit)) back.add(unit);
  }
  return back;
}

function cameIn({ type, data }: OpenedRotation["facts"][number]["event"]): readonly string[] {
  if (type === "UnitJoinedRotation") return [data.unit];
  if (type === "UnitSplitInRotation") return [data.heir, ...data.others];
  return type === "UnitsMergedInRotation" ? [data.into] : [];
}

/** In the model a name is refused where a later one would then change nothing. That one is as true as before (1). */
const isNamedBefore = ({ command, decision, answer }: Played): boolean =>
  command.type === "rename" && answer.ok && !decision.ok && decision.reason === "FactContradicted";

/**
 * In the model a vacancy of the last part of a term stays when another end of a term has moved it off its days. Then it
 * would cost the whole turn, or nothing ("costs only that part", L52; "nothing agreed is without effect", L46).
 */
const losesItsDays = ({ answer }: Played): boolean =>
  answer.ok &&
  answer.events.some(({ type, data }) => type === "AgreementVoided" && data.because === "daysMoved");

/**
 * In the model a turn that is owed has another name once its unit has an heir before the term that it was skipped in, and
 * a claim of it is void. "The heir is owed", and the claim is the heir's like every other word given (2).
 */
function losesTheClaim({ model, log, decision, answer }: Played): boolean {
  if (!decision.ok || !answer.ok) return false;
  const after = decision.log;
  const isOfHeir = (debt = "") => {
    const [, , unit] = /^skip-(\d+)-(.+)$/.exec(debt) ?? [];
    return unit !== undefined && model.heir(after, unit, "9999-12-31") !== unit;
  };
  const isKept = !answer.events.some(({ type, data }) => type === "AgreementVoided" && data.what === "claim");
  const voided = decision.events.flatMap(({ type, of }) => (type === "void" && of !== undefined ? [of] : []));
  return (
    isKept && log.some(({ id, type, debt }) => type === "claim" && voided.includes(id) && isOfHeir(debt))
  );
}

/**
 * In the model the acting of a deputy by the policy can be ended, once another unit that became this one was appointed.
 * It goes on all the same, so the rotation refuses what has no effect (L49).
 */
function endsInterim({ command: { type, unit, on = "" }, before }: Played): boolean {
  if (type !== "actingEnds") return false;
  const { acting, deputy } = officeOn(before, on);
  return acting === unit && deputy === unit && appointedOn(before, on) !== unit;
}
