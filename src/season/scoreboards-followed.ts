import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { Message } from "../kernel/messages.ts";
import { type CivilDate, earlierOf, laterOf } from "../kernel/time.ts";
import type { ExclusionGround, ScoreboardCommand } from "../scoreboard/messages.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Claim, Undoing } from "./claim.ts";
import { type BlocKnown, type BoardKnown, disciplinedOn, isMember, policiesOn } from "./members-known.ts";
import { matterText, type ReasonCode } from "./messages.ts";
import { firstDayOf, joinedBy, lastDayOf } from "./seasons-of-blocs.ts";

// C23: who is scored is who was a member on the last day of the season; whoever left before it is listed apart. C31: so is
// whoever is disciplined for the season or under investigation.

/** Why a unit is listed apart, the gravest ground first. */
type Ground = Extract<ExclusionGround, "leftBloc" | "disciplined" | "underInvestigation">;

export const apartKey = (board: Id, unit: UnitId) => `apart/${board}/${unit}`;

/** Of each scoreboard: who joined in time and is not on it, and who is on it and is not to be ranked. */
export function scoreboardsFollowed(bloc: BlocKnown): [string, Claim][] {
  return [...bloc.boards].flatMap(([id, board]) => {
    const joined = joinedOn(bloc, board);
    const apart = [...board.units, ...joined].flatMap((unit) => {
      const ground = groundOf(bloc, board, unit);
      return ground ? [listedApart(id, board, { unit, ground })] : [];
    });
    return [...joined.map((unit) => enteredOn(id, board, unit)), ...apart];
  });
}

/** Whom the process enters, in the order of their ids: each is scored, and people have not put it on the scoreboard. */
function joinedOn(bloc: BlocKnown, board: BoardKnown): UnitId[] {
  const { units } = board;
  const isInTime = inTimeFor(bloc, board);
  const day = dayFor(bloc, board);
  return [...bloc.members.keys()]
    .filter((unit) => !units.has(unit) && isMember(bloc, unit, day) && isInTime(unit))
    .sort(byCodePoints);
}

/** The day of which the members are scored: the last one of the season, or what has come of it. */
function dayFor({ today }: BlocKnown, { season }: Pick<BoardKnown, "season">): CivilDate {
  return earlierOf(today, lastDayOf(season));
}

/** C32: until when a unit joins to be scored, by the bylaws of that day. */
export const joinerScoredUntil = (bloc: BlocKnown, board: Pick<BoardKnown, "season">): number =>
  policiesOn(bloc, dayFor(bloc, board)).joinerScoredUntil;

function groundOf(bloc: BlocKnown, board: BoardKnown, unit: UnitId): Ground | undefined {
  const { season } = board;
  const day = dayFor(bloc, board);
  if (!isMember(bloc, unit, day) && hasLeft(bloc, unit, day)) return "leftBloc";
  if (disciplinedOn(bloc, unit, season) !== undefined) return "disciplined";
  return [...bloc.investigations.values()].includes(unit) ? "underInvestigation" : undefined;
}

/** What takes such a claim back: a unit that was entered is listed apart, and one that was listed apart is ranked again. */
export function scoreboardUndone(bloc: BlocKnown, key: string, { content }: Claim): Undoing | undefined {
  const { board, unit, ground } = content as { board: Id; unit: UnitId; ground?: Ground };
  const known = bloc.boards.get(board);
  if (!known) return undefined;
  if (key.startsWith("entered/"))
    // It may be on the board by another word.
    return known.units.has(unit)
      ? undefined
      : { commands: to(board, apart(unit, "leftBloc")), unmet: unmetOf(known, { unit, ground: "leftBloc" }) };
  // Whom the process had entered, and who left, is listed apart for that.
  if (!known.units.has(unit) && !joinedOn(bloc, known).includes(unit)) return undefined;
  const reason: ReasonCode = ground === "leftBloc" ? "unitIsMemberOnLastDay" : "nothingAgainstUnit";
  const word = known.apart.get(unit);
  // Whom people listed apart before is so again, on their ground.
  if (word) return apartAgain(board, known, { unit, ...word });
  const unmet = unmetOf(known, { unit, ground: ground ?? "leftBloc", isApart: true });
  return { commands: to(board, { type: "ReinstateUnit", data: { unit, reason } }), unmet };
}

function apartAgain(
  id: Id,
  board: BoardKnown,
  { unit, ground, reason }: { unit: UnitId; ground: ExclusionGround; reason: string },
): Undoing {
  const commands = to(id, { type: "ExcludeUnit", data: { unit, ground, reason } });
  return {
    commands,
    unmet: matterText("UnitRankedOtherwise", { unit, season: board.season, isApart: false }),
  };
}

function enteredOn(id: Id, board: BoardKnown, unit: UnitId): [string, Claim] {
  const commands = to(id, { type: "EnterUnit", data: { unit } });
  const unmet = unmetOf(board, { unit, ground: "leftBloc" });
  return [`entered/${id}/${unit}`, { law: "C23", content: { board: id, unit }, commands, unmet }];
}

function listedApart(
  id: Id,
  board: BoardKnown,
  { unit, ground }: { unit: UnitId; ground: Ground },
): [string, Claim] {
  const law = ground === "leftBloc" ? "C23" : "C31";
  // Where people say the same already, it stands as they said it.
  const commands = board.apart.get(unit)?.ground === ground ? [] : to(id, apart(unit, ground));
  const unmet = unmetOf(board, { unit, ground });
  return [apartKey(id, unit), { law, content: { board: id, unit, ground }, commands, unmet }];
}

function unmetOf(
  { season }: BoardKnown,
  { unit, ground, isApart = false }: { unit: UnitId; ground: Ground; isApart?: boolean },
): Message {
  return ground === "leftBloc"
    ? matterText("ScoreboardNotFollowed", { unit, season })
    : matterText("UnitRankedOtherwise", { unit, season, isApart });
}

const to = (id: Id, command: ScoreboardCommand) => [{ aggregate: "Scoreboard", id, command }];

const apart = (unit: UnitId, ground: Ground): ScoreboardCommand => {
  return { type: "ExcludeUnit", data: { unit, ground, reason: reasons[ground] } };
};

const reasons: Record<Ground, ReasonCode> = {
  leftBloc: "unitIsNoMember",
  disciplined: "unitDisciplined",
  underInvestigation: "unitUnderInvestigation",
};

/** A unit that joins is scored where it joined by the day of the bylaws; one that succeeds another, on any day. */
function inTimeFor(bloc: BlocKnown, board: BoardKnown): (unit: UnitId) => boolean {
  // New bylaws change nothing of a scoreboard that is final (C32).
  const { season, joinedUntil = joinerScoredUntil(bloc, board) } = board;
  const [first, day] = [firstDayOf(season), dayFor(bloc, board)];
  const until = laterOf(first, joinedBy(season, joinedUntil));
  return (unit) => {
    const joining = bloc.members.get(unit)?.spells.findLast(({ from }) => from <= day);
    return joining !== undefined && (joining.isHeir === true || joining.from <= until);
  };
}

/** Whether a unit was a member and is none any more by a day. A unit that never was one is no matter of its members. */
function hasLeft({ members, dissolved }: BlocKnown, unit: UnitId, day: CivilDate): boolean {
  const spells = members.get(unit)?.spells ?? [];
  return spells.some(({ from, until = dissolved?.on }) => from <= day && until !== undefined && until <= day);
}
