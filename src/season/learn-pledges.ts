import { asItIs } from "../kernel/changing.ts";
import { type CivilDate, earlierOf } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { recordedDayOf } from "./days-of-blocs.ts";
import { type BlocKnown, blocOf, type MembersKnown, type PledgeKnown } from "./members-known.ts";
import type { SeasonEvent } from "./messages.ts";
import { fateOf } from "./pledge-holders.ts";

/** What becomes of the pledges of a bloc, as people say. */
export const learnOfPledges: ClaimingSpec<MembersKnown, SeasonEvent>["evolve"] = {
  PledgeDrafted(facts, { bloc, unit, season, campaign, dueOn }, at) {
    facts.blocOf.set(at.stream, bloc);
    // Nobody says on which day a pledge was drafted. What is recorded late has come about by its last day.
    const heldOn = earlierOf(recordedDayOf(at), dueOn);
    const terms = { unit, season, campaign, dueOn, heldOn };
    blocOf(facts, bloc).pledges.set(at.id, { ...terms, isSigned: false, isOpen: true });
  },
  PledgeSigned: (facts, { signedOn }, at) =>
    learn(facts, at, ({ heldOn }) => ({
      ...{ lastOn: signedOn, isSigned: true, heldOn: earlierOf(heldOn, signedOn) },
    })),
  PledgeTransferred: (facts, { to, transferredOn }, at) =>
    learn(facts, at, () => ({ unit: to, lastOn: transferredOn, heldOn: transferredOn })),
  PledgeAssessed: (facts, { assessedOn }, at) =>
    learn(facts, at, (one, bloc) => ({
      ...{ isOpen: false, assessedOn, assessedBy: at.metadata.eventId },
      ...passedBy(bloc, one, assessedOn),
    })),
  PledgeWithdrawn: closed,
  PledgeVoided: closed,
  PledgeLapsed: closed,
};

/** A pledge has ended without a verdict. */
function closed(facts: MembersKnown, _: object, at: At): void {
  learn(facts, at, () => ({ isOpen: false }));
}

/** The heir to whom a pledge has passed by what befell its unit by the day of its verdict. */
function passedBy(bloc: BlocKnown, one: PledgeKnown, day: CivilDate): Pick<PledgeKnown, "passed"> {
  const fate = fateOf(asItIs(bloc), one, day);
  if (fate.kind !== "passed") return {};
  const { on, decision } = fate.ending;
  return { passed: { to: fate.holder, on, decision } };
}

function learn(
  facts: MembersKnown,
  { stream, id }: At,
  change: (one: PledgeKnown, bloc: BlocKnown) => Partial<PledgeKnown>,
): void {
  const bloc = facts.blocs.get(facts.blocOf.get(stream) ?? "");
  const one = bloc?.pledges.get(id);
  if (bloc && one) Object.assign(one, change(one, bloc));
}
