import type { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import type { ModelCommand, ModelDecision } from "./rotation-model.ts";

/** A command with both answers, and the rotation after it. */
export type Played = {
  command: ModelCommand;
  decision: ModelDecision;
  answer: ReturnType<typeof chairRotation.decide>;
  after: OpenedRotation;
};

/** Where the rotation does otherwise than the model, and for a reason. The history ends there. */
export const isOtherwise = (played: Played): boolean =>
  owesNothing(played) ||
  standsWithTheLap(played) ||
  staysVacant(played) ||
  isOwedToTheElected(played) ||
  isLaidOnPart(played) ||
  isAppointed(played) ||
  isTakenLate(played) ||
  comesBackByName(played) ||
  isNamedBefore(played) ||
  losesItsDays(played);

/** In the model a unit that had both terms of a swap, since the parties have become one, is owed one of them. */
const owesNothing = ({ answer }: Played): boolean =>
  answer.ok &&
  answer.events.some(
    ({ type, data }) => type === "SwapVoided" && data.because === "sameUnit" && data.owed === undefined,
  );

const isElected = ({ standing }: OpenedRotation): boolean =>
  standing.policy.succession.kind === "electedInRotation";

/** In the model a unit that is elected, and joined for the next lap, stands alone in a term before that lap. */
function standsWithTheLap({ after }: Played): boolean {
  const { standing, pending } = after;
  const waits =
    standing.lapJoiners.length > 0 ||
    pending.some(({ event: { type } }) => type === "UnitJoinedRotation" || type === "UnitSplitInRotation");
  return isElected(after) && standing.policy.joiner === "nextLap" && waits;
}

/** In the model an open term takes a turn of the lap although nobody is to be chosen for it. */
const staysVacant = ({ after }: Played): boolean =>
  isElected(after) &&
  [...after.overlays].some(
    ([number, all]) =>
      number >= after.served.length && all.some((one) => one.kind === "vacant" && one.bound === undefined),
  );

/** In the model nobody can claim a turn that is owed where chairs are elected. */
const isOwedToTheElected = ({ command, after }: Played): boolean =>
  command.type === "claim" && isElected(after);

/** In the model what leaves only the last part of a term vacant is the last word about the term. */
function isLaidOnPart({ command, decision, answer, after }: Played): boolean {
  const laying = ["swap", "consent", "vacancy", "substitute"].includes(command.type);
  const hasPart = [...after.overlays.values()].some((all) => all.some((one) => one.kind === "vacant"));
  return laying && answer.ok && !decision.ok && hasPart;
}

/** In the model nobody is appointed while the deputy acts by the policy, or ends its acting while it is suspended. */
const isAppointed = ({ command, decision, answer }: Played): boolean =>
  (command.type === "acting" || command.type === "actingEnds") && answer.ok && !decision.ok;

/** In the model a chair that nobody holds is not taken after the days that a handover may be late. */
const isTakenLate = ({ decision, answer }: Played): boolean =>
  answer.ok && !decision.ok && decision.reason === "HandoverOutsideTolerance";

/** In the model a unit that comes back has lost its name. */
function comesBackByName({ after: { facts } }: Played): boolean {
  const named = new Set<string>();
  return facts.some(({ event: { type, data } }) => {
    if (type === "UnitRenamedInRotation") named.add(data.unit);
    if (type === "UnitJoinedRotation") return named.has(data.unit);
    if (type === "UnitSplitInRotation") return [data.heir, ...data.others].some((unit) => named.has(unit));
    return type === "UnitsMergedInRotation" && named.has(data.into);
  });
}

/** In the model a name is refused where a later one would then change nothing. */
const isNamedBefore = ({ command, decision, answer }: Played): boolean =>
  command.type === "rename" && answer.ok && !decision.ok;

/** In the model a vacancy of the last part of a term stays when another end of a term has moved it off its days (L52). */
const losesItsDays = ({ answer }: Played): boolean =>
  answer.ok &&
  answer.events.some(({ type, data }) => type === "AgreementVoided" && data.because === "daysMoved");
