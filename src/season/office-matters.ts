import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { addDays, laterOf } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ChairsKnown, RotationKnown, Seat } from "./chairs-known.ts";
import { fallenOf, policiesIn, resultsOf } from "./chosen-chairs.ts";
import { matterText, type ReasonCode } from "./messages.ts";
import { flagBy, heldIn } from "./office-known.ts";
import type { OpenMatter } from "./open-matter.ts";
import type { Result } from "./results-known.ts";

type Of = { facts: ChairsKnown; id: Id; rotation: RotationKnown; seat: Seat };

/** What is open about the running term: its chair by a vote that fell, or nobody in the chair. */
export function officeMatters(facts: ChairsKnown, id: Id, rotation: RotationKnown): OpenMatter[] {
  const seat = rotation.seats.at(-1);
  if (!seat) return [];
  const of = { facts, id, rotation, seat };
  return [...afterOffice(of), ...vacant(of), ...withoutSteward(of)];
}

/** The result of the vote for the running term that is in force. */
function resultFor({ facts, id, rotation: { bloc }, seat }: Of): Result | undefined {
  const season = seat.chosen?.season;
  return season === undefined
    ? undefined
    : resultsOf(facts, { rotation: id, bloc, season, office: "chair" })[0];
}

/** C16: the vote fell after its chair had taken office. Nothing moves by itself, until the re-vote or a decision. */
function afterOffice(of: Of): OpenMatter[] {
  const { facts, id, rotation, seat } = of;
  const { chosen, chair: unit, term } = seat;
  if (!chosen || chosen.key === undefined || seat.isByHand || unit === undefined) return [];
  const { bloc } = rotation;
  const { season } = chosen;
  const key = `office/${id}/${bloc}/${season}`;
  const result = resultFor(of);
  const [elected] = result?.outcome.elected ?? [];
  if (elected === unit) return [];
  if (!result || elected === undefined) {
    const fallen = fallenOf(facts, { rotation: id, bloc, season, office: "chair" });
    const voidOn = fallen.reduce(
      (day, { annulled, record }) => laterOf(day, annulled?.annulledOn ?? record?.certifiedOn),
      seat.on,
    );
    const due = addDays(voidOn, policiesIn(facts, bloc).awaited.revote);
    const what = matterText("ChairOnVoidVote", { unit, term, voidOn });
    return [{ key, law: "C16", what, since: voidOn, due, ready: [] }];
  }
  const what = matterText("ChairNotAsElected", { unit, elected, term });
  const since = result.certifiedOn;
  // The re-vote is there. What is awaited is an installation, and its days run from when there is somebody to install.
  const due = addDays(since, policiesIn(facts, bloc).awaited.installation);
  const commands = [vacating(of, result), ...installing(of, elected, result)];
  return [{ key, law: "C16", what, since, due, ...oneByOne(id, commands) }];
}

/** Each command needs the one before it: a chair is vacated, then installed, and then has the flag. */
const oneByOne = (
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
  { certifiedOn, conference, ballot }: Result,
): ChairRotationCommand[] {
  const on = laterOf(certifiedOn, rotation.lastOn);
  if (conference === undefined) return [];
  const basis = { kind: "conference" as const, conference, ballot };
  const flag = flagBy(facts, rotation);
  const isMoved = flag && flag.kind !== "lost" && !(flag.kind === "unit" && flag.unit === chair);
  return [
    { type: "InstallChair", data: { term, chair, installedOn: on, basis } },
    ...(isMoved ? [receiving({ from: flag, chair, on })] : []),
  ];
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
  const due = addDays(since, policiesIn(facts, rotation.bloc).awaited.installation);
  const result = resultFor(of);
  const [elected] = result?.outcome.elected ?? [];
  const isFree = seat.chair === undefined && result && elected !== undefined;
  const ready = oneByOne(id, isFree ? installing(of, elected, result) : []);
  const what = matterText("ChairVacant", { term: seat.term });
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
