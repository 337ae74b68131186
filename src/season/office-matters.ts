import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { addDays, laterOf } from "../kernel/time.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ChairsKnown, RotationKnown, Seat } from "./chairs-known.ts";
import { basisOn } from "./chosen-chairs.ts";
import { matterText, type ReasonCode } from "./messages.ts";
import { flagBy, heldIn, voteFor } from "./office-known.ts";
import { canServe, fallenOf, isVacated, policiesIn, resultsOf, todayIn } from "./office-votes.ts";
import type { OpenMatter } from "./open-matter.ts";
import type { Result } from "./results-known.ts";

type Vote = NonNullable<ReturnType<typeof voteFor>>;
type Of = { facts: ChairsKnown; id: Id; rotation: RotationKnown; seat: Seat };

/** What is open about the running term: its chair by a vote that fell, or nobody in the chair. */
export function officeMatters(facts: ChairsKnown, id: Id, rotation: RotationKnown): OpenMatter[] {
  const seat = rotation.seats.at(-1);
  if (!seat) return [];
  const of = { facts, id, rotation, seat };
  return [...afterOffice(of), ...vacant(of), ...withoutSteward(of)];
}

/** C16: the vote fell after its chair had taken office. Nothing moves by itself, until the re-vote or a decision. */
function afterOffice(of: Of): OpenMatter[] {
  const { facts, id, rotation, seat } = of;
  const { chosen, chair: unit, term, by } = seat;
  if (by === "decision" || unit === undefined) return [];
  const { bloc } = rotation;
  const vote = voteFor(facts, id);
  if (!vote) return by === "vote" && chosen ? onVoidVote(of, { unit, season: chosen.season }) : [];
  const { season, result, elected } = vote;
  // It has not fallen where the bloc voted again only on the seat that its winner left.
  const voting = { rotation: id, bloc, season, office: "chair" as const };
  const hasLeft = resultsOf(facts, voting).some(
    (one) => one.outcome.elected[0] === unit && isVacated(facts, voting, one),
  );
  if (elected === unit || hasLeft || isAgreedAfter(of, vote)) return [];
  const what = matterText("ChairNotAsElected", { unit, elected, term });
  const since = result.certifiedOn;
  // The re-vote is there. What is awaited is an installation, and its days run from when there is somebody to install.
  const due = addDays(since, policiesIn(facts, bloc, since).awaited.installation);
  const commands = [vacating(of, result), ...installing(of, elected, result)];
  const key = `office/${id}/${bloc}/${season}`;
  return [{ key, law: "C16", what, since, due, ...oneByOne(id, commands) }];
}

/** What people agreed on after the winner of the vote had left the chair, or could not serve, goes against no vote. */
const isAgreedAfter = ({ facts, rotation, seat }: Of, { elected, key }: Vote): boolean =>
  seat.spent === key ||
  (seat.by === "agreement" &&
    !canServe(facts, rotation.bloc, { unit: elected, on: todayIn(facts, rotation.bloc) }));

/** The vote that the chair is in office by counts no more, and there is no other. */
function onVoidVote(
  { facts, id, rotation: { bloc }, seat }: Of,
  { unit, season }: { unit: UnitId; season: Season },
): OpenMatter[] {
  const fallen = fallenOf(facts, { rotation: id, bloc, season, office: "chair" });
  const voidOn = fallen.reduce(
    (day, { annulled, record }) => laterOf(day, annulled?.annulledOn ?? record?.certifiedOn),
    seat.on,
  );
  const due = addDays(voidOn, policiesIn(facts, bloc, voidOn).awaited.revote);
  const what = matterText("ChairOnVoidVote", { unit, term: seat.term, voidOn });
  return [{ key: `office/${id}/${bloc}/${season}`, law: "C16", what, since: voidOn, due, ready: [] }];
}

/** Each command needs the one before it: a chair is vacated, then installed, and then has the flag. */
export const oneByOne = (
  id: Id,
  commands: readonly ChairRotationCommand[],
): Pick<OpenMatter, "ready" | "inOrder"> => ({
  ready: commands.map((one) => to(id, one)),
  ...(commands.length > 1 && { inOrder: true }),
});

const to = (id: Id, command: ChairRotationCommand) => ({ aggregate: "ChairRotation", id, command });

const voidVote: ReasonCode = "chairVoteVoid";

const vacating = ({ rotation, seat }: Of, { certifiedOn }: Result): ChairRotationCommand => ({
  type: "RecordVacancy",
  data: { term: seat.term, from: laterOf(certifiedOn, rotation.lastOn), reason: voidVote },
});

/** Who is elected takes the chair, and the flag where a unit has it. */
function installing(
  { facts, rotation, seat: { term } }: Of,
  chair: UnitId,
  result: Result,
): ChairRotationCommand[] {
  const on = laterOf(result.certifiedOn, rotation.lastOn);
  const basis = basisOn(result);
  return withFlag(facts, rotation, { type: "InstallChair", data: { term, chair, installedOn: on, basis } });
}

/** Whoever is installed receives the flag where another has it. */
export function withFlag(
  facts: ChairsKnown,
  rotation: RotationKnown,
  install: Extract<ChairRotationCommand, { type: "InstallChair" }>,
): ChairRotationCommand[] {
  const { chair, installedOn: on } = install.data;
  const flag = flagBy(facts, rotation);
  const isMoved = flag && flag.kind !== "lost" && !(flag.kind === "unit" && flag.unit === chair);
  return [install, ...(isMoved ? [receiving({ from: flag, chair, on })] : [])];
}

const receiving = ({
  from,
  chair: unit,
  on: receivedOn,
  condition,
}: {
  from: { kind: "issuer" } | { kind: "unit"; unit: UnitId };
  chair: UnitId;
  on: string;
  condition?: string | undefined;
}): ChairRotationCommand => ({
  type: "ReceiveFlag",
  data: {
    from,
    to: { kind: "unit", unit },
    receivedOn,
    flag: { ...(condition !== undefined && { condition }) },
  },
});

/** C15: nobody holds the chair. It is awaited that somebody is installed. */
function vacant(of: Of): OpenMatter[] {
  const { facts, id, rotation, seat } = of;
  const held = heldIn(facts, id);
  if (!held || held.holder !== undefined) return [];
  const { since } = held;
  const { awaited } = policiesIn(facts, rotation.bloc, since);
  const vote = voteFor(facts, id);
  // Whom the bloc elected left the chair, and the bloc has not voted again.
  const voting = vote && { rotation: id, bloc: rotation.bloc, season: vote.season, office: "chair" as const };
  const isVotedAgain = voting && isVacated(facts, voting, vote.result) && { isVotedAgain: true as const };
  const due = addDays(since, isVotedAgain ? awaited.revote : awaited.installation);
  const isFree =
    held.sitting === undefined &&
    vote &&
    seat.spent !== vote.key &&
    canServe(facts, rotation.bloc, { unit: vote.elected, on: todayIn(facts, rotation.bloc) });
  const ready = oneByOne(id, isFree ? installing(of, vote.elected, vote.result) : []);
  const what = matterText("ChairVacant", { term: seat.term, ...isVotedAgain });
  return [{ key: `vacant/${id}/${seat.term}`, law: "C15", what, since, due, ...ready }];
}

/** C27: nobody is in office who could be the steward of a campaign that runs. */
function withoutSteward({ facts, id, rotation, seat }: Of): OpenMatter[] {
  const held = heldIn(facts, id);
  if (!held || (held.holder ?? held.acting) !== undefined) return [];
  const isRunning = [...facts.campaigns.values()].some(
    ({ bloc, launchedOn, isOver, closesOn }) =>
      bloc === rotation.bloc && launchedOn !== undefined && !isOver && closesOn > held.since,
  );
  if (!isRunning) return [];
  const what = matterText("CampaignWithoutSteward", { term: seat.term });
  return [{ key: `steward/${id}/${seat.term}`, law: "C27", what, since: held.since, ready: [] }];
}

/** X3: the flag is with another unit than the chair, or still with its issuer. */
export function flagMatters(facts: ChairsKnown, id: Id, rotation: RotationKnown): OpenMatter[] {
  const { sitting: chair, holder } = heldIn(facts, id) ?? {};
  const seat = rotation.seats.at(-1);
  const flag = flagBy(facts, rotation);
  const isWithChair = flag?.kind === "unit" && flag.unit === chair;
  if (!flag || flag.kind === "lost" || isWithChair || chair === undefined || !seat) return [];
  const on = laterOf(seat.on, rotation.lastOn);
  const custodian = flag.kind === "unit" ? { custodian: flag.unit } : {};
  const what = matterText("FlagElsewhere", { chair, ...custodian });
  // A unit that is suspended is given no flag.
  const command = receiving({ from: flag, chair, on, condition: seat.asked?.condition });
  const ready = holder === undefined ? [] : [to(id, command)];
  return [{ key: `flag/${id}`, law: "X3", what, since: seat.on, ready }];
}
