import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { Message } from "../kernel/messages.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { ExclusionGround, ScoreboardCommand } from "../scoreboard/messages.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Claim, Undoing } from "./claim.ts";
import { type BlocKnown, type BoardKnown, disciplinedOn, isMember } from "./members-known.ts";
import { matterText, type ReasonCode } from "./messages.ts";
import { firstDayOf, joinedBy, lastDayOf } from "./seasons-of-blocs.ts";

// C23: who is scored is who was a member on the last day of the season; whoever left before it is listed apart. C31: so is
// whoever is disciplined for the season or under investigation.

/** Why a unit is listed apart, the gravest ground first. */
type Ground = Extract<ExclusionGround, "leftBloc" | "disciplined" | "underInvestigation">;

/** Of each scoreboard: who joined in time and is not on it, and who is on it and is not to be ranked. */
export function scoreboardsFollowed(bloc: BlocKnown): [string, Claim][] {
  return [...bloc.boards].flatMap(([id, board]) => {
    const joined = joinedOn(bloc, board);
    const apart = [...board.units, ...joined]
      .filter((unit) => !board.byHand.has(unit))
      .flatMap((unit) => {
        const ground = groundOf(bloc, board, unit);
        return ground ? [listedApart(id, board, { unit, ground })] : [];
      });
    return [...joined.map((unit) => enteredOn(id, board, unit)), ...apart];
  });
}

/** Whom the process enters, in the order of their ids: each is scored, and people have not put it on the scoreboard. */
function joinedOn(bloc: BlocKnown, board: BoardKnown): UnitId[] {
  const { season, units } = board;
  const isInTime = inTimeFor(bloc, board);
  const lastDay = lastDayOf(season);
  return [...bloc.members.keys()]
    .filter((unit) => !units.has(unit) && isMember(bloc, unit, lastDay) && isInTime(unit))
    .sort(byCodePoints);
}

function groundOf(bloc: BlocKnown, { season }: BoardKnown, unit: UnitId): Ground | undefined {
  const lastDay = lastDayOf(season);
  if (!isMember(bloc, unit, lastDay) && hasLeft(bloc, unit, lastDay)) return "leftBloc";
  if (disciplinedOn(bloc, unit, season) !== undefined) return "disciplined";
  return [...bloc.investigations.values()].includes(unit) ? "underInvestigation" : undefined;
}

/** What takes such a claim back: a unit that was entered is listed apart, and one that was listed apart is ranked again. */
export function scoreboardUndone(bloc: BlocKnown, key: string, { content }: Claim): Undoing | undefined {
  const { board, unit, ground } = content as { board: Id; unit: UnitId; ground?: Ground };
  const known = bloc.boards.get(board);
  // People decided it, or it is on the board by another word.
  if (!known || known.byHand.has(unit)) return undefined;
  if (key.startsWith("entered/"))
    return known.units.has(unit)
      ? undefined
      : { commands: to(board, apart(unit, "leftBloc")), unmet: unmetOf(known, { unit, ground: "leftBloc" }) };
  // Whom the process had entered, and who left, is listed apart for that.
  if (!known.units.has(unit) && !joinedOn(bloc, known).includes(unit)) return undefined;
  const reason: ReasonCode = ground === "leftBloc" ? "unitIsMemberOnLastDay" : "nothingAgainstUnit";
  const unmet = unmetOf(known, { unit, ground: ground ?? "leftBloc", isApart: true });
  return { commands: to(board, { type: "ReinstateUnit", data: { unit, reason } }), unmet };
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
  const commands = to(id, apart(unit, ground));
  const unmet = unmetOf(board, { unit, ground });
  return [`apart/${id}/${unit}`, { law, content: { board: id, unit, ground }, commands, unmet }];
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
function inTimeFor({ members, policies }: BlocKnown, board: BoardKnown): (unit: UnitId) => boolean {
  // New bylaws change nothing of a scoreboard that is final (C32).
  const { season, joinedUntil = policies.joinerScoredUntil } = board;
  const [first, last] = [firstDayOf(season), lastDayOf(season)];
  const until = laterOf(first, joinedBy(season, joinedUntil));
  return (unit) => {
    const joining = members.get(unit)?.spells.findLast(({ from }) => from <= last);
    return joining !== undefined && (joining.isHeir === true || joining.from <= until);
  };
}

/** Whether a unit was a member and is none any more by a day. A unit that never was one is no matter of its members. */
function hasLeft({ members, dissolved }: BlocKnown, unit: UnitId, day: CivilDate): boolean {
  const spells = members.get(unit)?.spells ?? [];
  return spells.some(({ from, until = dissolved?.on }) => from <= day && until !== undefined && until <= day);
}
