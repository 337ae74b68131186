import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { ScoreboardCommand } from "../scoreboard/messages.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Claim, Undoing } from "./claim.ts";
import { type BlocKnown, type BoardKnown, isMember } from "./members-known.ts";
import { matterText } from "./messages.ts";
import { firstDayOf, joinedBy, lastDayOf } from "./seasons-of-blocs.ts";

// C23: who is scored is who was a member on the last day of the season; whoever left before it is listed apart.

/** Of each scoreboard: who joined in time and is not on it, and who is on it and left. */
export function scoreboardsFollowed(bloc: BlocKnown): [string, Claim][] {
  return [...bloc.boards].flatMap(([id, board]) => {
    const lastDay = lastDayOf(board.season);
    const scored = (unit: UnitId) => isMember(bloc, unit, lastDay);
    const isInTime = inTimeFor(bloc, board.season);
    const joined = [...bloc.members.keys()].filter(
      (unit) => !board.units.has(unit) && scored(unit) && isInTime(unit),
    );
    const left = [...board.units].filter((unit) => !scored(unit) && hasLeft(bloc, unit, lastDay));
    return [
      ...joined.sort(byCodePoints).map((unit) => claimed(id, board, "entered", unit)),
      ...left.filter((unit) => !board.byHand.has(unit)).map((unit) => claimed(id, board, "apart", unit)),
    ];
  });
}

/** What takes such a claim back: a unit that was entered is listed apart, and one that was listed apart is ranked again. */
export function scoreboardUndone(
  { boards }: BlocKnown,
  key: string,
  { content }: Claim,
): Undoing | undefined {
  const { board, unit } = content as { board: Id; unit: UnitId };
  const known = boards.get(board);
  // People decided it, or it is on the board by another word.
  if (!known || known.byHand.has(unit) || (key.startsWith("entered/") && known.units.has(unit)))
    return undefined;
  const unmet = matterText("ScoreboardNotFollowed", { unit, season: known.season });
  return { commands: to(board, key.startsWith("entered/") ? apart(unit) : ranked(unit)), unmet };
}

function claimed(id: Id, { season }: BoardKnown, how: "entered" | "apart", unit: UnitId): [string, Claim] {
  const command: ScoreboardCommand = how === "apart" ? apart(unit) : { type: "EnterUnit", data: { unit } };
  const unmet = matterText("ScoreboardNotFollowed", { unit, season });
  const claim = { law: "C23", content: { board: id, unit, how }, commands: to(id, command), unmet };
  return [`${how}/${id}/${unit}`, claim];
}

const to = (id: Id, command: ScoreboardCommand) => [{ aggregate: "Scoreboard", id, command }];

/** In the language of the documents, because the reasons are stored and printed with them. */
const apart = (unit: UnitId): ScoreboardCommand => {
  return { type: "ExcludeUnit", data: { unit, ground: "leftBloc", reason: "Không còn là thành viên Khối" } };
};
const ranked = (unit: UnitId): ScoreboardCommand => {
  return { type: "ReinstateUnit", data: { unit, reason: "Là thành viên Khối vào ngày cuối năm thi đua" } };
};

/** A unit that joins is scored where it joined by the day of the bylaws; one that succeeds another, on any day. */
function inTimeFor({ members, policies }: BlocKnown, season: Season): (unit: UnitId) => boolean {
  const [first, last] = [firstDayOf(season), lastDayOf(season)];
  const until = laterOf(first, joinedBy(season, policies.joinerScoredUntil));
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
