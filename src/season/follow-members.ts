import type { CampaignCommand } from "../campaign/messages.ts";
import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { ConferenceCommand } from "../conference/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { PledgeCommand } from "../pledge/messages.ts";
import { idOf } from "../process/pure-process.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Claim } from "./claim.ts";
import { type Claiming, claiming } from "./claiming.ts";
import { learnOfMembers } from "./learn-members.ts";
import {
  type BlocKnown,
  endingOf,
  heirsOf,
  invitedTo,
  type MembersKnown,
  membersFollower,
  nobodyKnown,
  type PledgeKnown,
} from "./members-known.ts";
import { matterText, type SeasonEvent } from "./messages.ts";
import { awaitedNext } from "./next-season.ts";
import type { OpenMatter } from "./open-matter.ts";
import { campaignOf, pledgesAround, unconcluded, unsigned } from "./pledges-of-campaigns.ts";
import { scoreboardsFollowed, scoreboardUndone } from "./scoreboards-followed.ts";

type Claimed = readonly (readonly [key: string, claim: Claim])[];

/**
 * What a bloc has follows its members: the rotation has the same ones on every day (C21), a pledge belongs to a member or
 * ends (C22), those are scored who were members on the last day of the season (C23), apart from who is disciplined or
 * under investigation (C31), those are entitled to a conference who
 * are members on its day (C24c), and what a bloc leaves behind when it is dissolved ends (C26). A campaign that is cancelled
 * ends its pledges, and one that is summed up leaves none open (C28). What the next season begins with is awaited (C36).
 */
export const followMembers: Claiming<MembersKnown, SeasonEvent> = /* @__PURE__ */ claiming<
  MembersKnown,
  SeasonEvent
>({
  name: membersFollower,
  version: 1,
  facts: nobodyKnown,
  evolve: learnOfMembers,
  scopes: ({ blocs, blocOf }, { id, stream }) => {
    const bloc = stream.startsWith("Bloc-") ? id : blocOf.get(stream);
    if (bloc === undefined || !blocs.has(bloc)) return [];
    // What happens to a bloc may change what is owed of all that it has.
    return [stream.startsWith("Bloc-") ? bloc : `${bloc}${apart}${stream}`];
  },
  all: ({ blocs }) => blocs.keys(),
  claims({ blocs }, scope) {
    const [id = "", stream] = scope.split(apart);
    const whole = blocs.get(id);
    if (!whole) return new Map();
    const bloc = stream === undefined ? whole : partOf(whole, stream);
    return new Map([
      ...ofRotations(bloc),
      ...ofPledges(bloc),
      ...scoreboardsFollowed(bloc),
      ...ofConferences(bloc),
      ...ofCampaigns(bloc),
    ]);
  },
  // What has happened to members is not undone, and what corrects it is a fact of its own. Only who is scored is known no
  // sooner than on the last day of the season.
  undo({ scope, key, claim }, { blocs }) {
    const bloc = blocs.get(scope.split(apart)[0] ?? "");
    return bloc && (claim.law === "C23" || claim.law === "C31")
      ? scoreboardUndone(bloc, key, claim)
      : undefined;
  },
  matters({ blocs }, id) {
    const bloc = blocs.get(id);
    return bloc
      ? [
          ...hostless(bloc),
          ...undecided(bloc),
          ...unsigned(bloc),
          ...unconcluded(bloc),
          ...awaitedNext(bloc, id),
        ]
      : [];
  },
});

/** Between a bloc and a stream in the name of a scope: no id has a space. */
const apart = " ";

/** A bloc with nothing but one stream of it, which changes nothing of the others. So a year costs the same in any year. */
function partOf(bloc: BlocKnown, stream: string): BlocKnown {
  const id = idOf(stream);
  const only = <T>(aggregate: string, all: Map<Id, T>): Map<Id, T> => {
    const known = stream.startsWith(`${aggregate}-`) ? all.get(id) : undefined;
    return new Map(known === undefined ? [] : [[id, known]]);
  };
  return {
    ...bloc,
    rotations: only("ChairRotation", bloc.rotations),
    pledges: stream.startsWith("Campaign-") ? pledgesAround(bloc, id) : only("Pledge", bloc.pledges),
    boards: only("Scoreboard", bloc.boards),
    conferences: only("Conference", bloc.conferences),
  };
}

/** C21: each change since the rotation began; C26: no rotation of a bloc that is dissolved. */
function ofRotations({ rotations, changes, dissolved }: BlocKnown): Claimed {
  return [...rotations].flatMap(([id, { startsOn, roster, closedOn, lastOn }]) => {
    const to = (command: ChairRotationCommand) => [{ aggregate: "ChairRotation", id, command }];
    const followed = changes
      .filter(({ on }) => on > startsOn && (closedOn === undefined || on <= closedOn))
      .filter(({ command, unit }) => command.type !== "JoinRotation" || !roster.has(unit))
      .map(({ event, unit, command }): Claimed[number] => [
        `rotation/${id}/${event}`,
        {
          law: "C21",
          content: command,
          commands: to(command),
          unmet: matterText("RotationNotFollowed", { unit }),
        },
      ]);
    if (!dissolved || closedOn !== undefined) return followed;
    const { on, reason } = dissolved;
    const command = { type: "CloseRotation", data: { reason, closedOn: laterOf(on, lastOn) } } as const;
    const unmet = matterText("LeftByDissolvedBloc", { what: "rotation" });
    return [
      ...followed,
      [`dissolved/${id}`, { law: "C26", content: { on }, commands: to(command), unmet }] as const,
    ];
  });
}

/** C22, C26, C28: an open pledge of a unit that is no member, of a bloc that is dissolved, of a cancelled campaign. */
function ofPledges(bloc: BlocKnown): Claimed {
  return [...bloc.pledges].flatMap(([id, one]): Claimed => {
    const ended = one.isOpen ? endOf(bloc, one) : undefined;
    if (!ended) return [];
    const { law, command } = ended;
    const { type, data } = command;
    const content = type === "TransferPledge" ? { to: data.to } : { ground: data.ground };
    const unmet = matterText("PledgeOfFormerMember", { unit: one.unit, season: one.season });
    return [[`pledge/${id}`, { law, content, commands: [{ aggregate: "Pledge", id, command }], unmet }]];
  });
}

type Ended = { law: string; command: Extract<PledgeCommand, { type: "TransferPledge" | "VoidPledge" }> };

function endOf(bloc: BlocKnown, { unit, season, campaign, dueOn, lastOn }: PledgeKnown): Ended | undefined {
  const voided = (law: string, ground: "blocDissolved" | "campaignCancelled" | "unitEnded", on: CivilDate) =>
    ({ law, command: { type: "VoidPledge", data: { ground, voidedOn: laterOf(on, lastOn) } } }) as const;
  if (bloc.dissolved) return voided("C26", "blocDissolved", bloc.dissolved.on);
  const cancelledOn = campaignOf(bloc, { season, campaign })?.cancelledOn;
  if (cancelledOn !== undefined) return voided("C28", "campaignCancelled", cancelledOn);
  const ending = endingIn(bloc, unit, dueOn);
  if (!ending) return undefined;
  const { on, how, decision } = ending;
  const rule = bloc.policies.pledgeOf[how];
  if (rule === "choose") return undefined;
  const [to, ...others] = heirsOf(bloc, unit);
  if (rule === "void" || to === undefined) return voided("C22", "unitEnded", on);
  if (others.length > 0 && how !== "split") return undefined;
  const data = { to, transferredOn: laterOf(on, lastOn), decision };
  return { law: "C22", command: { type: "TransferPledge", data } };
}

/** How a unit ended by a day, if it is no member any more. */
function endingIn(bloc: BlocKnown, unit: UnitId, day: CivilDate) {
  const ending = endingOf(bloc, unit);
  return ending && ending.on <= day ? ending : undefined;
}

/** C24c: whoever is a member on the day is entitled; C26: nobody meets for a bloc that is dissolved. */
function ofConferences(bloc: BlocKnown): Claimed {
  const { dissolved } = bloc;
  return [...bloc.conferences].flatMap(([id, one]): Claimed => {
    const to = (command: ConferenceCommand) => [{ aggregate: "Conference", id, command }];
    if (one.status === "over") return [];
    if (dissolved && one.status === "awaited" && one.heldOn >= dissolved.on) {
      const { on, reason } = dissolved;
      const command = { type: "CancelConference", data: { reason, cancelledOn: on } } as const;
      const unmet = matterText("LeftByDissolvedBloc", { what: "conference" });
      return [[`dissolved/${id}`, { law: "C26", content: { on }, commands: to(command), unmet }]];
    }
    const invited = one.settled ?? invitedTo(bloc, one);
    if (!invited) return [];
    const data = { ...invited, entitled: [...invited.entitled] };
    const command: ConferenceCommand = { type: "ReviseInvitation", data };
    const unmet = matterText("InvitationNotRevised", { heldOn: one.heldOn });
    return [[`invitation/${id}`, { law: "C24c", content: invited, commands: to(command), unmet }]];
  });
}

/** C24c: a conference whose host takes part no more, and which nobody hosts in its place. */
function hostless(bloc: BlocKnown): OpenMatter[] {
  // A conference may be of a bloc that has no log here: nobody knows its members then.
  if (bloc.members.size === 0) return [];
  return [...bloc.conferences].flatMap(([id, { host, heldOn, entitled, status, settled }]) => {
    // Once it has met, its list stays.
    const isSettled = status !== "awaited" && settled !== undefined;
    if (status === "over" || isSettled || bloc.dissolved) return [];
    if (invitedTo(bloc, { host, heldOn, entitled })) return [];
    const what = matterText("HostGone", { host, heldOn });
    const since = endingOf(bloc, host)?.on ?? heldOn;
    return [{ key: `invitation/${id}/host`, law: "C24c", what, since, due: heldOn, ready: [] }];
  });
}

/** C26: no campaign of a bloc that is dissolved. */
function ofCampaigns({ campaigns, dissolved }: BlocKnown): Claimed {
  if (!dissolved) return [];
  const { on: cancelledOn, reason, decision: document } = dissolved;
  return [...campaigns].flatMap(([id, one]): Claimed => {
    // One that was over by then is to be summed up, and its verdicts stay.
    const isOver = one.closesOn <= cancelledOn || one.summedUpOn !== undefined;
    if (one.cancelledOn !== undefined || isOver) return [];
    const command: CampaignCommand = { type: "CancelCampaign", data: { reason, cancelledOn, document } };
    const unmet = matterText("LeftByDissolvedBloc", { what: "campaign" });
    const commands = [{ aggregate: "Campaign", id, command }];
    return [[`dissolved/${id}`, { law: "C26", content: { cancelledOn }, commands, unmet }]];
  });
}

/** C22: the bylaws leave it to people what becomes of the pledge of a unit that ended. */
function undecided(bloc: BlocKnown): OpenMatter[] {
  return [...bloc.pledges].flatMap(([id, one]) => {
    const { assessedOn } = one;
    if (assessedOn !== undefined) return assessedAnyway(bloc, id, one, assessedOn);
    const ending = one.isOpen && !endOf(bloc, one) ? endingIn(bloc, one.unit, one.dueOn) : undefined;
    if (!ending || bloc.dissolved) return [];
    const on = laterOf(ending.on, one.lastOn);
    const to = (command: PledgeCommand) => ({ aggregate: "Pledge", id, command });
    const { decision } = ending;
    const ready = [
      ...heirsOf(bloc, one.unit).map((heir) =>
        to({ type: "TransferPledge", data: { to: heir, transferredOn: on, decision } }),
      ),
      to({ type: "VoidPledge", data: { ground: "unitEnded", voidedOn: on } }),
    ];
    const what = matterText("PledgeOfFormerMember", { unit: one.unit, season: one.season });
    return [{ key: `pledge/${id}`, law: "C22", what, since: ending.on, ready }];
  });
}

/** C22: people assessed the pledge of a unit that had ended, so the verdict is that of no member. */
function assessedAnyway(bloc: BlocKnown, id: Id, one: PledgeKnown, assessedOn: CivilDate): OpenMatter[] {
  const { unit, season } = one;
  const ending = endingIn(bloc, unit, one.dueOn);
  if (!ending || ending.on > assessedOn) return [];
  const what = matterText("PledgeOfFormerMemberAssessed", { unit, season });
  return [{ key: `pledge/${id}`, law: "C22", what, since: assessedOn, ready: [] }];
}
