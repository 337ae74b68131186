import { type ChairsKnown, isDecision } from "./chairs-known.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { chosenBy, depute, notBegun, passedOn, takenUp } from "./decided-terms.ts";
import type { SeasonEvent } from "./messages.ts";

type Learn = ClaimingSpec<ChairsKnown, SeasonEvent>["evolve"];

/** Whom people designate, and what they decide against. */
export function learnOfChoices(): Learn {
  return {
    ChairDesignated(facts, { term, chair: unit, deputy, basis, designatedOn: namedOn }, { id }) {
      const rotation = facts.rotations.get(id);
      if (!rotation) return;
      const decision = isDecision(basis) ? { decision: basis.document } : {};
      rotation.named.set(term, { unit, basis, namedOn, ...decision });
      notBegun(rotation, term);
      if (deputy !== undefined) depute(facts, id, { term, unit: deputy, isWithChair: true });
    },
    ChairUndesignated(facts, { term, chair, undesignatedOn }, { id }) {
      const rotation = facts.rotations.get(id);
      if (!rotation) return;
      const choice = chosenBy(facts, id, term) ?? rotation.seats.find((one) => one.term === term)?.chosen;
      if (rotation.named.get(term)?.unit === chair) rotation.named.delete(term);
      else if (choice?.key !== undefined && choice.unit === chair)
        rotation.aside.set(choice.key, undesignatedOn);
      if (rotation.deputed.get(term)?.isWithChair) rotation.deputed.delete(term);
      notBegun(rotation, term);
    },
    SubstituteNamed: (facts, data, { id }) => passedOn(facts, id, data),
    TurnDeclined: (facts, { term, declinedOn: vacatedOn }, { id }) =>
      passedOn(facts, id, { term, vacatedOn }),
    TurnSkipped: (facts, { term }, { id }) => passedOn(facts, id, { term }),
    ChairHeldOver: (facts, { term }, { id }) => passedOn(facts, id, { term }),
    AgreementVoided(facts, { what, term, unit }, { id }) {
      const rotation = facts.rotations.get(id);
      if (what === "substitute" || what === "vacancy") return takenUp(facts, id, term);
      const named = rotation?.named.get(term);
      if (!rotation || what !== "designation" || named?.unit !== unit) return;
      if (named?.decision) rotation.named.set(term, { ...named, isVoid: true });
      else rotation.named.delete(term);
    },
    DeputyDesignated: (facts, { term, deputy: unit }, { id }) => depute(facts, id, { term, unit }),
    DeputyReleased(facts, { term, deputy, releasedOn: on, ground }, { id }) {
      const rotation = facts.rotations.get(id);
      if (ground !== "isChair") depute(facts, id, { term, on });
      else if (rotation?.deputed.get(term)?.unit === deputy) rotation.deputed.delete(term);
    },
  };
}
