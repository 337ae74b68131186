import { addDays, type CivilDate } from "../../../../src/kernel/time.ts";
import { holderOf } from "./eligible.ts";
import { type Ending, endingOf, type Members, policiesOn } from "./members.ts";
import type { Finding, Known, Story } from "./told.ts";

/** C22: no open pledge of a unit that is no member; it passes to its heir where the bylaws say so. */
export function lawsOfPledges(known: Known, bloc: Story, members: Members): Finding[] {
  return known.of("Pledge").flatMap((pledge): Finding[] => {
    const drafted = pledge.first("PledgeDrafted")?.data;
    if (drafted?.bloc !== bloc.id) return [];
    const unit = holderOf(pledge);
    const moved = pledge.last("PledgeTransferred");
    const signedOn = pledge.first("PledgeSigned")?.data.signedOn ?? pledge.first("PledgeDrafted")?.day ?? "";
    // It belongs to one membership: of a unit that left and came back, to the one in which it was signed or taken over.
    const ending = endingOf(members, unit, moved?.data.transferredOn ?? signedOn);
    const assessedOn = pledge.first("PledgeAssessed")?.data.assessedOn;
    const from = moved && endingOf(members, moved.data.from, addDays(moved.data.transferredOn, -1));
    const isRightHeir =
      !moved ||
      moved.byHand ||
      // New bylaws change nothing that has begun (C32): those count that were in force when the unit ended.
      isHeir({ known, bloc, members }, from, { to: moved.data.to, day: moved.day });
    const wrong = { law: "C22", key: pledge.id, ok: false, detail: `passed on to ${moved?.data.to}` };
    if (!isRightHeir) return [wrong];
    const voided = pledge.last("PledgeVoided");
    if (voided?.data.ground === "unitEnded" && !(ending && ending.on <= voided.day))
      return [{ ...wrong, detail: `void, though ${unit} had not ended` }];
    if (!ending || ending.on > drafted.dueOn) return moved ? [{ ...wrong, ok: true }] : [];
    const isOpen =
      !pledge.has("PledgeWithdrawn") && !pledge.has("PledgeVoided") && !pledge.has("PledgeLapsed");
    const isLate = assessedOn === undefined ? isOpen : assessedOn >= ending.on;
    const ok = !isLate || known.isListed("C22", pledge.id);
    return [{ law: "C22", key: pledge.id, ok, detail: `open, though ${unit} ended on ${ending.on}` }];
  });
}

type Of = { known: Known; bloc: Story; members: Members };

/** Whether a unit is an heir of one that ended, or the heir of that, to whom pledges pass by the bylaws of each day. */
function isHeir(of: Of, ending: Ending | undefined, { to, day }: { to: string; day: CivilDate }): boolean {
  if (!ending || ending.on > day) return false;
  if (policiesOn(of.known, of.bloc.id, ending.on).pledgeOf[ending.how] !== "transfer") return false;
  const next = endingOf(of.members, ending.heirs[0] ?? "", ending.on);
  return ending.heirs.includes(to) || isHeir(of, next, { to, day });
}
