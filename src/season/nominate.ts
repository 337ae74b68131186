import { type Claiming, claiming } from "./claiming.ts";
import { learnOfNominations } from "./learn-nominations.ts";
import type { SeasonEvent } from "./messages.ts";
import { nominationsIn } from "./nomination.ts";
import {
  type Around,
  type Claimed,
  confirmations,
  proposals,
  type Suspended,
  suspensions,
  voidings,
  withdrawals,
} from "./nomination-claims.ts";
import { mattersOf } from "./nomination-matters.ts";
import { resumed, takenBack } from "./nomination-undoing.ts";
import { type NominationsKnown, nothingNominated, scopesAt } from "./nominations-known.ts";

/**
 * Whom the results in force elect, and who is eligible, is proposed for the honour (C1); of honours that exclude each
 * other for one only (C3). Who is not elected any more, was disciplined or proves not to be eligible is withdrawn (C2, C6,
 * C31); where the authority has decided already, people are told, and the basis of the award is void where its result is
 * (C2b). Once a result is final, so is the basis of what rests on it (C5). While a unit is under investigation, and once it
 * has ended, its proposals are considered no further (C31, C25).
 *
 * It has one order for all proposals of a bloc and a season. What says the same of a unit as before changes nothing, so
 * what people withdrew stays withdrawn (C4). A run-off proposes nobody: the ballot that called it does so once it is
 * certified. Of a ballot that has no conference and names no bloc nobody knows whose it is: what follows is done by hand.
 */
export const nominate: Claiming<NominationsKnown, SeasonEvent> = /* @__PURE__ */ claiming<
  NominationsKnown,
  SeasonEvent
>({
  name: "nominate",
  version: 1,
  facts: nothingNominated,
  evolve: learnOfNominations,
  scopes: scopesAt,
  all: ({ seasons }) => seasons.keys(),
  claims(facts, scope) {
    const around = lookAt(facts, scope);
    if (!around) return new Map();
    return new Map([
      ...voidings(around),
      ...proposals(around),
      ...confirmations(around),
      ...withdrawals(around),
      ...suspensions(around),
    ]);
  },
  undo({ scope, key, claim }, facts) {
    const around = lookAt(facts, scope);
    const claimed = claim.content as Claimed;
    const one = around?.nominations.all.get(claimed.award);
    if (!around || !one) return undefined;
    if (key.startsWith("award/")) return takenBack(around, one, claimed.ballot);
    return key.startsWith("suspended/") ? resumed(around, one, claim.content as Suspended) : undefined;
  },
  byHand: {
    // Who resumes the consideration of an award decides against its suspension.
    ConsiderationResumed: (facts, _, { id, stream }) =>
      [...nominate.claims(facts, facts.scopeOf.get(stream) ?? "").keys()].find((key) =>
        key.startsWith(`suspended/${id}/`),
      ),
  },
  matters: (facts, scope) => {
    const around = lookAt(facts, scope);
    return around ? mattersOf(around) : [];
  },
});

function lookAt(facts: NominationsKnown, scope: string): Around | undefined {
  const season = facts.seasons.get(scope);
  return season && { facts, season, nominations: nominationsIn(facts, season) };
}
