import type { Id } from "../kernel/ids.ts";
import { laterOf } from "../kernel/time.ts";
import type { ScoreboardCommand } from "../scoreboard/messages.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type Claiming, claiming } from "./claiming.ts";
import {
  type Assessed,
  assessedIn,
  type BoardKnown,
  boardsOf,
  type FiguresKnown,
  inForce,
  learnOfFigures,
  noFigures,
} from "./figures-known.ts";
import { matterText, type SeasonEvent } from "./messages.ts";

/** At most so many documents are the evidence of one score. */
const evidenceMax = 20;

/**
 * A figure is assessed once: a criterion that has the id of a pledge's target has the assessed figure of that target, with
 * its evidence, while the sheet of the unit is a draft (C29). What people wrote in its place stays, and so does what was
 * handed in: then the two figures are listed while they differ.
 */
export const carryFigures: Claiming<FiguresKnown, SeasonEvent> = /* @__PURE__ */ claiming<
  FiguresKnown,
  SeasonEvent
>({
  name: "carry-figures",
  version: 1,
  facts: noFigures,
  evolve: learnOfFigures,
  scopes: (facts, { id, stream }) => {
    if (stream.startsWith("Pledge-")) return boardsOf(facts, id);
    return facts.boards.has(id) ? [id] : [];
  },
  all: ({ boards }) => boards.keys(),
  claims(facts, id) {
    return new Map(
      figuresOf(facts, id)
        .filter(({ board, unit, isCarried }) => isCarried && !board.handedIn.has(unit))
        .map(({ board, unit, criterion, assessed: { actual, evidence } }) => {
          const finding = { kind: "actual" as const, actual };
          const data = { unit, criterion, finding, evidence: evidence.slice(0, evidenceMax) };
          const command: ScoreboardCommand = { type: "EnterSelfScore", data };
          const unmet = matterText("FigureNotCarried", { unit, season: board.season, actual });
          const commands = [{ aggregate: "Scoreboard", id, command }];
          return [keyOf(id, unit, criterion), { law: "C29", content: { actual }, commands, unmet }];
        }),
    );
  },
  // What was carried stays on the sheet until people write something else.
  undo: () => undefined,
  byHand: {
    SelfScoreEntered: (_, { unit, criterion }, { id }) => keyOf(id, unit, criterion),
  },
  matters(facts, id) {
    const figures = figuresOf(facts, id);
    return figures.flatMap(({ board, unit, criterion, assessed }) => {
      const carried = figures.find((one) => one.unit === unit && one.criterion === criterion);
      const scored = inForce(board, { unit, criterion }, carried?.assessed.actual);
      if (scored === undefined || scored.actual === assessed.actual) return [];
      const name = board.criteria.get(criterion) ?? criterion;
      const what = matterText("FiguresDiffer", {
        unit,
        criterion: name,
        pledged: assessed.actual,
        scored: scored.actual,
      });
      const key = `figure/${id}/${assessed.pledge}/${criterion}`;
      return [{ key, law: "C29", what, since: laterOf(assessed.assessedOn, scored.on), ready: [] }];
    });
  },
});

const keyOf = (board: Id, unit: UnitId, criterion: Id) => `figure/${board}/${unit}/${criterion}`;

/** `isCarried`: a unit that took pledges over has one figure on its sheet; the others are listed where they differ. */
type Figure = { board: BoardKnown; unit: UnitId; criterion: Id; assessed: Assessed; isCarried: boolean };

/** The assessed figures of a scoreboard, of the criteria that its units have. */
function figuresOf(facts: FiguresKnown, id: Id): Figure[] {
  const board = facts.boards.get(id);
  if (!board) return [];
  return [...assessedIn(facts, board)].flatMap(([unit, figures]) => {
    if (!board.units.has(unit)) return [];
    const scored = figures.filter(
      ({ target }) => board.criteria.has(target) && !board.withheld.get(unit)?.has(target),
    );
    return scored.map((assessed) => {
      const { target: criterion } = assessed;
      const isCarried = scored.find(({ target }) => target === criterion) === assessed;
      return { board, unit, criterion, assessed, isCarried };
    });
  });
}
