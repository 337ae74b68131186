import type { CampaignCommand } from "../campaign/messages.ts";
import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { ConferenceCommand } from "../conference/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { earlierOf, laterOf } from "../kernel/time.ts";
import { idOf } from "../process/pure-process.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Claim } from "./claim.ts";
import { type Claiming, claiming } from "./claiming.ts";
import { isTurning } from "./days-of-blocs.ts";
import { learnOfMembers } from "./learn-members.ts";
import {
  absentSince,
  type BlocKnown,
  type Change,
  invitedTo,
  type MembersKnown,
  membersFollower,
  nobodyKnown,
} from "./members-known.ts";
import { matterText, type SeasonEvent } from "./messages.ts";
import { awaitedNext } from "./next-season.ts";
import type { OpenMatter } from "./open-matter.ts";
import { pledgesAround, unconcluded, unsigned } from "./pledges-of-campaigns.ts";
import { pledgesFollowed, undecidedPledges } from "./pledges-of-members.ts";
import { apartKey, scoreboardsFollowed, scoreboardUndone } from "./scoreboards-followed.ts";

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
  scopes: ({ blocs, blocOf }, at) => {
    const { id, stream } = at;
    const bloc = stream.startsWith("Bloc-") ? id : blocOf.get(stream);
    const known = blocs.get(bloc ?? "");
    if (bloc === undefined || !known) return [];
    // What happens to a bloc may change what is owed of all that it has, and so may what takes effect with any event.
    const isOfAll = stream.startsWith("Bloc-") || isTurning(known, at);
    return [isOfAll ? bloc : `${bloc}${apart}${stream}`];
  },
  all: ({ blocs }) => blocs.keys(),
  claims({ blocs }, scope) {
    const [id = "", stream] = scope.split(apart);
    const whole = blocs.get(id);
    if (!whole) return new Map();
    const bloc = stream === undefined ? whole : partOf(whole, stream);
    return new Map([
      ...ofRotations(bloc),
      ...pledgesFollowed(bloc),
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
  around: (scope) => scope.split(apart)[0] ?? scope,
  byHand: {
    UnitExcluded: (_, { unit }, { id }) => apartKey(id, unit),
    UnitReinstated: (_, { unit }, { id }) => apartKey(id, unit),
    ScoreboardCorrected: (_, { exclusions, reinstated }, { id }) =>
      [...exclusions.map(({ unit }) => unit), ...reinstated].map((unit) => apartKey(id, unit)),
  },
  matters({ blocs }, id) {
    const bloc = blocs.get(id);
    return bloc
      ? [
          ...hostless(bloc),
          ...undecidedPledges(bloc),
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
      .filter(({ command, unit }, at, all) => {
        // Whoever is on the roster from the beginning joins once it has left, and not before.
        const isNew = command.type !== "JoinRotation" || !roster.has(unit);
        return isNew || all.slice(0, at).some((earlier) => leaves(earlier, unit));
      })
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

/** Whether a unit is no member of the rotation any more after a change. */
function leaves({ command: { type, data } }: Change, unit: UnitId): boolean {
  if (type === "LeaveRotation") return data.unit === unit;
  if (type === "MergeInRotation") return data.into !== unit && data.units.includes(unit);
  return type === "SplitInRotation" && data.unit === unit && data.heir !== unit;
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
  return [...bloc.conferences].flatMap(([id, one]) => {
    const { host, heldOn, entitled, knownOn, status, settled, calledBy } = one;
    // Once it has met, its list stays.
    const isSettled = status !== "awaited" && settled !== undefined;
    if (status === "over" || isSettled || bloc.dissolved) return [];
    if (invitedTo(bloc, { host, heldOn, entitled })) return [];
    const what = matterText("HostGone", { host, heldOn });
    const absence = absentSince(bloc, host, heldOn);
    const since = absence?.since ?? earlierOf(knownOn, heldOn);
    const cause = absence?.event ?? calledBy;
    return [{ key: `invitation/${id}/host`, law: "C24c", what, since, cause, due: heldOn, ready: [] }];
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
