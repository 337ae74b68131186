import type { Id } from "../kernel/ids.ts";
import { addDays, type CivilDate, laterOf } from "../kernel/time.ts";
import type { PledgeCommand } from "../pledge/messages.ts";
import type { Claim } from "./claim.ts";
import { type BlocKnown, endingOf, heirsOf, type PledgeKnown } from "./members-known.ts";
import { matterText } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";
import { fateOf } from "./pledge-holders.ts";
import { campaignOf } from "./pledges-of-campaigns.ts";

type Claimed = readonly (readonly [key: string, claim: Claim])[];
type Owed = { law: string; command: Extract<PledgeCommand, { type: "TransferPledge" | "VoidPledge" }> };

/** C22, C26, C28: an open pledge of a unit that is no member, of a bloc that is dissolved, of a cancelled campaign. */
export function pledgesFollowed(bloc: BlocKnown): Claimed {
  return [...bloc.pledges].flatMap(([id, one]): Claimed => {
    const owed = owedOf(bloc, one);
    if (!owed) return [];
    const { law, command } = owed;
    const { type, data } = command;
    const content = type === "TransferPledge" ? { to: data.to } : { ground: data.ground };
    const unmet = matterText("PledgeOfFormerMember", { unit: one.unit, season: one.season });
    return [[`pledge/${id}`, { law, content, commands: [{ aggregate: "Pledge", id, command }], unmet }]];
  });
}

function owedOf(bloc: BlocKnown, one: PledgeKnown): Owed | undefined {
  const { season, campaign, lastOn, isOpen, passed } = one;
  // What passed on before people assessed it stays with its heir. Where it could not pass, that stays open.
  if (passed) return passing(passed, lastOn);
  if (!isOpen) return undefined;
  const voided = (law: string, ground: "blocDissolved" | "campaignCancelled" | "unitEnded", on: CivilDate) =>
    ({ law, command: { type: "VoidPledge", data: { ground, voidedOn: laterOf(on, lastOn) } } }) as const;
  if (bloc.dissolved) return voided("C26", "blocDissolved", bloc.dissolved.on);
  const cancelledOn = campaignOf(bloc, { season, campaign })?.cancelledOn;
  if (cancelledOn !== undefined) return voided("C28", "campaignCancelled", cancelledOn);
  const fate = fateOf(bloc, one);
  if (fate.kind === "void") return voided("C22", "unitEnded", fate.ending.on);
  return fate.kind === "passed" ? passing({ ...fate.ending, to: fate.holder }, lastOn) : undefined;
}

function passing({ to, on, decision }: NonNullable<PledgeKnown["passed"]>, lastOn?: CivilDate): Owed {
  const data = { to, transferredOn: laterOf(on, lastOn), decision };
  return { law: "C22", command: { type: "TransferPledge", data } };
}

/** C22: the bylaws leave it to people what becomes of the pledge of a unit that ended. */
export function undecidedPledges(bloc: BlocKnown): OpenMatter[] {
  return [...bloc.pledges].flatMap(([id, one]) => {
    const { assessedOn, season } = one;
    if (assessedOn !== undefined) return assessedAnyway(bloc, id, one, assessedOn);
    const fate = fateOf(bloc, one);
    if (!one.isOpen || fate.kind !== "choose" || bloc.dissolved || owedOf(bloc, one)) return [];
    const { holder: unit, ending } = fate;
    const on = laterOf(ending.on, one.lastOn);
    const to = (command: PledgeCommand) => ({ aggregate: "Pledge", id, command });
    const { decision } = ending;
    const ready = [
      ...heirsOf(bloc, unit, { on: addDays(ending.on, -1) }).map((heir) =>
        to({ type: "TransferPledge", data: { to: heir, transferredOn: on, decision } }),
      ),
      to({ type: "VoidPledge", data: { ground: "unitEnded", voidedOn: on } }),
    ];
    const what = matterText("PledgeOfFormerMember", { unit, season });
    return [{ key: `pledge/${id}`, law: "C22", what, since: ending.on, cause: ending.event, ready }];
  });
}

/** C22: people assessed the pledge of a unit that had ended, so the verdict is that of no member. */
function assessedAnyway(bloc: BlocKnown, id: Id, one: PledgeKnown, assessedOn: CivilDate): OpenMatter[] {
  const { season, dueOn, heldOn, passed, assessedBy } = one;
  const unit = passed?.to ?? one.unit;
  const ending = endingOf(bloc, unit, { on: passed?.on ?? heldOn });
  if (!ending || ending.on > dueOn || ending.on > assessedOn) return [];
  const what = matterText("PledgeOfFormerMemberAssessed", { unit, season });
  const cause = assessedBy === undefined ? {} : { cause: assessedBy };
  return [{ key: `pledge/${id}`, law: "C22", what, since: assessedOn, ...cause, ready: [] }];
}
