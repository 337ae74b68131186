import { nameOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { type ForecastTerm, forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand, type ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { sent } from "../../src/kernel/sent.ts";
import { addDays } from "../../src/kernel/time.ts";
import { metadata, openingOf, unitAt } from "./rotation-histories.ts";

const { create } = ChairRotationCommand;
const reason = "measured";
const units = 12;

/**
 * A rotation in which something of every kind happens, until its log has so many events: in each term one or two
 * things are decided about the coming ones, and then the chair is handed over.
 */
export function busyOf(eventsMin: number): ChairRotationEvent[] {
  const events = openingOf(units, "cycle", unitAt(0, units));
  let state = chairRotation.fold(events);
  const send = (command: ChairRotationCommand) => {
    const decision = chairRotation.decide(sent(command, metadata), state);
    if (!decision.ok) return;
    events.push(...decision.events);
    state = decision.events.reduce(chairRotation.evolve, state);
  };
  for (let turn = 0; events.length < eventsMin && state.status === "open"; turn += 1) {
    for (const command of happeningIn(state, turn)) send(command);
    if (state.status === "open") send(handover(state));
  }
  return events.slice(0, eventsMin);
}

const unitIn = ({ chair }: ForecastTerm): string => (chair.kind === "unit" ? chair.unit : "");

function handover(state: OpenedRotation): ChairRotationCommand {
  const [row] = rowsOf(state, 1);
  if (!row) throw new Error("the calendar has the term");
  const { holder = "" } = officeOn(state, row.startsOn);
  return create.HandOverChair({
    term: row.term,
    from: holder,
    to: unitIn(row),
    handedOverOn: row.startsOn,
  });
}

const rowsOf = (state: OpenedRotation, terms: number) => forecast(state, { terms }).slice(-terms);

/** What happens in a term: a thing or two, and of ten terms each is another. */
function happeningIn(state: OpenedRotation, turn: number): ChairRotationCommand[] {
  const [next, second, third] = rowsOf(state, 3);
  if (!next || !second || !third) return [];
  const on = next.startsOn;
  const unit = unitIn(third);
  const [swap, joiner] = [`swap-${turn}`, `joiner-${turn - (turn % 10)}`];
  const [a, b] = [second, third].map((row) => ({ term: row.term, unit: unitIn(row) }));
  switch (turn % 10) {
    case 0:
      return [create.JoinRotation({ unit: joiner, joinedOn: on })];
    case 1:
      return [create.SuspendFromRotation({ unit, suspendedOn: on, reason })];
    case 2:
      return [create.SkipTurn({ term: next.term, unit: unitIn(next), reason })];
    case 3:
      return suspendedIn(state).map((one) => create.ReinstateInRotation({ unit: one, reinstatedOn: on }));
    case 4:
      return a && b
        ? [
            create.ProposeSwap({ swap, a, b, proposedBy: a.unit, proposedOn: on }),
            create.ConsentToSwap({ swap, unit: b.unit, consentedOn: on }),
            create.RatifySwap({ swap, ratifiedOn: on, basis: { kind: "conference", conference: "bench" } }),
          ]
        : [];
    case 5:
      return [create.RenameInRotation({ unit, name: `Sở ${turn}`, renamedOn: on })];
    case 6:
      return [create.NameSubstitute({ term: next.term, unit: unitIn(next), chair: unit, reason })];
    case 7:
      return [create.NoteIncident({ term: nameOf(state.calendar, state.served.length), incident: "note" })];
    case 8:
      return [create.LeaveRotation({ unit: joiner, leftOn: on, reason })];
    default:
      return [create.PlaceInOrder({ term: third.term, unit, place: { kind: "end" }, reason })];
  }
}

const suspendedIn = ({ lastRoster }: OpenedRotation): string[] =>
  [...lastRoster.members].flatMap(([unit, { suspension }]) => (suspension ? [unit] : []));

/** The flag goes to its issuer and back to the chair, so many times, each with a receipt and by a command of its own. */
export function receiving(receipts: number): () => string {
  const [opened] = openingOf(units, "cycle", unitAt(0, units));
  if (opened?.type !== "RotationOpened") throw new Error("the rotation was not opened");
  const flag = { flag: "flag", issuer: "bench", issuedOn: "2021-01-01" };
  const [chair, issuer] = [{ kind: "unit", unit: unitAt(0, units) }, { kind: "issuer" }] as const;
  return () => {
    let state = chairRotation.fold([{ ...opened, data: { ...opened.data, flag } }]);
    for (let at = 0; at < receipts; at += 1) {
      const [from, to] = at % 2 === 0 ? [chair, issuer] : [issuer, chair];
      const receivedOn = addDays("2022-01-01", Math.floor(at / 4));
      const command = create.ReceiveFlag({ from, to, receivedOn, flag: { condition: "good" } });
      const decision = chairRotation.decide(sent(command, metadata), state);
      if (!decision.ok) throw new Error(`the receipt is refused: ${decision.rejection.type}`);
      state = decision.events.reduce(chairRotation.evolve, state);
    }
    return state.status;
  };
}
