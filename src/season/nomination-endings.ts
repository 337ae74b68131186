import type { AwardCommand } from "../award/messages.ts";
import { addDays, laterOf } from "../kernel/time.ts";
import type { Addressed } from "../process/messages.ts";
import { excludeEachOther } from "../vocabulary/exclusions.ts";
import { sameHonour } from "../vocabulary/honour.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { endingUnder, isPaused, stepDayOf } from "./eligibility.ts";
import { type Ending, heirsOf } from "./members-known.ts";
import { matterText, type ReasonCode } from "./messages.ts";
import { isUndecided, type Nomination, type Nominations } from "./nomination.ts";
import type { Around } from "./nomination-claims.ts";
import { isLive, keyOf, subject } from "./nomination-subject.ts";
import type { OpenMatter } from "./open-matter.ts";

/** C25: the unit has ended, and its proposal is withdrawn or passes to its heir. */
export function ofFormerMember(around: Around, one: Nomination): OpenMatter[] {
  const { facts, season } = around;
  const bloc = facts.members.blocs.get(season.bloc);
  const ending = endingUnder(facts, season, one);
  if (!bloc || !ending || !isLive(one) || one.known.stage === "conferred") return [];
  const what = matterText("AwardOfFormerMember", { ...subject(season, one), endedOn: ending.on });
  const ready = waysOut(around, one, {
    ending,
    heirs: heirsOf(bloc, one.known.unit, { on: addDays(ending.on, -1) }),
  });
  const ended = { key: keyOf("ended", season, one), law: "C25", what, since: ending.on, ready };
  return [ended, ...stopped(around, one, ending)];
}

/** C25: its consideration is suspended until people resume it, whatever they have settled of the unit. */
function stopped({ facts, season }: Around, one: Nomination, { on }: Ending): OpenMatter[] {
  if (!isUndecided(one) || !isPaused(facts, season, one.known)) return [];
  const resumedOn = stepDayOf(facts, season, { known: one.known, ballot: one.result?.ballot });
  const command: AwardCommand = { type: "ResumeConsideration", data: { resumedOn, reason: goesOn } };
  const what = matterText("ConsiderationStopped", { ...subject(season, one), endedOn: on });
  const ready = [{ aggregate: "Award", id: one.award, command }];
  const behind = keyOf("ended", season, one);
  return [{ key: keyOf("stopped", season, one), law: "C25", what, since: on, ready, behind }];
}

const goesOn: ReasonCode = "blocGoesOn";

function waysOut(
  { facts, season, nominations }: Around,
  one: Nomination,
  { ending: { decision }, heirs }: { ending: Ending; heirs: readonly UnitId[] },
): Addressed[] {
  const day = stepDayOf(facts, season, { known: one.known, ballot: one.result?.ballot });
  const to = (command: AwardCommand) => ({ aggregate: "Award", id: one.award, command });
  const transferredOn = laterOf(day, decision.issuedOn);
  return [
    ...(isUndecided(one)
      ? [to({ type: "WithdrawProposal", data: { withdrawnOn: day, reason: "unitEnded" } })]
      : []),
    ...heirs
      .filter((heir) => !hasExcluding(nominations, one, heir))
      .map((heir) =>
        to({ type: "TransferAward", data: { to: heir, transferredOn, decision, excludedBy: [] } }),
      ),
  ];
}

/** Whether the heir has this honour itself, or one that excludes it. */
function hasExcluding({ all, bylaws }: Nominations, one: Nomination, heir: UnitId): boolean {
  const { honour } = one.known;
  return [...all.values()].some(
    ({ known, ...other }) =>
      known.unit === heir &&
      isLive({ known, ...other }) &&
      (sameHonour(known.honour, honour) || excludeEachOther(bylaws, known.honour, honour)),
  );
}
