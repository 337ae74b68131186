import { isUndecided, type Nomination, owedBy, stands } from "./nomination.ts";
import type { HonoursKnown } from "./nominations-known.ts";

/** Names what is open of one award: by bloc, season, unit and honour, and by its own id. */
export const keyOf = (what: string, { bloc, season }: HonoursKnown, { award, known }: Nomination) =>
  `${what}/${bloc}/${season}/${known.of}/${known.honour.kind}/${award}`;

export const subject = ({ season }: HonoursKnown, { known: { unit, honour } }: Nomination) => ({
  ...{ unit, honour, season },
});

/** Whether somebody goes on with it: it was proposed, and is neither withdrawn nor at its end. */
export const isLive = (one: Nomination) => stands(one) || (owedBy(one) !== undefined && isUndecided(one));
