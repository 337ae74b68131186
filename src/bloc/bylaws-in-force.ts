import type { CivilDate } from "../kernel/time.ts";
import { faultIn, type Strength } from "./bylaws-faults.ts";
import { activeMembersOn, membersOn } from "./membership.ts";
import type { BlocRejection } from "./messages.ts";
import type { AdoptedBylaws, Bloc } from "./state.ts";

/**
 * The version of the bylaws in force on `date`: the last one adopted of those already effective then. Undefined
 * before the first, and from the day on which the bloc is dissolved.
 */
export function bylawsOn(bloc: Bloc, date: CivilDate): AdoptedBylaws | undefined {
  if (bloc.status === "blank" || (bloc.status === "dissolved" && date >= bloc.dissolvedOn)) return undefined;
  return bloc.bylaws.findLast(({ effectiveFrom }) => effectiveFrom <= date);
}

/** The strength of the bloc on `date`. */
export function strengthOn(bloc: Bloc, date: CivilDate): Strength {
  return { members: membersOn(bloc, date).length, electors: activeMembersOn(bloc, date).length };
}

/**
 * What stands against adopting a version of the bylaws: its number, its days, or its contents, which are judged
 * on the members of the day on which it takes effect.
 */
export function objectionToBylaws(
  bloc: Exclude<Bloc, { status: "blank" }>,
  { version, bylaws, adoptedOn, effectiveFrom }: AdoptedBylaws,
): BlocRejection | undefined {
  const expected = bloc.bylaws.length + 1;
  if (version < expected) return { type: "BylawsVersionTaken", data: { version } };
  if (version > expected) return { type: "BylawsVersionGap", data: { version, expected } };
  const { constitutedOn } = bloc.constitution;
  const [first = adoptedOn] = [adoptedOn, effectiveFrom].toSorted();
  if (first < constitutedOn)
    return { type: "BlocDateTooEarly", data: { date: first, earliest: constitutedOn } };
  return (
    objectionToDays({ adoptedOn, effectiveFrom }, bloc.bylaws.at(-1)) ??
    faultIn(bylaws, strengthOn(bloc, effectiveFrom))
  );
}

type Days = { adoptedOn: CivilDate; effectiveFrom: CivilDate };

/** The first version may reach back to days without any; a later one would change rules that were in force. */
function objectionToDays({ adoptedOn, effectiveFrom }: Days, earlier?: Days): BlocRejection | undefined {
  if (!earlier) return undefined;
  if (adoptedOn < earlier.adoptedOn)
    return { type: "BylawsAdoptedBackwards", data: { date: adoptedOn, earliest: earlier.adoptedOn } };
  if (effectiveFrom < earlier.effectiveFrom)
    return {
      type: "BylawsEffectiveBackwards",
      data: { date: effectiveFrom, earliest: earlier.effectiveFrom },
    };
  if (effectiveFrom < adoptedOn) return { type: "BylawsRetroactive", data: { effectiveFrom, adoptedOn } };
  return undefined;
}
