import type { ChairRotationCommand } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { addDays, laterOf } from "../kernel/time.ts";
import type { ChairsKnown, RotationKnown } from "./chairs-known.ts";
import { type Awaited, awaitedSeats, seatingOf } from "./due-seats.ts";
import { matterText } from "./messages.ts";
import { oneByOne, withFlag } from "./office-matters.ts";
import { policiesIn } from "./office-votes.ts";
import type { OpenMatter } from "./open-matter.ts";

/** C14: the conference is closed, and the handover waits for an answer, for people, or for a day that the rotation allows. */
export function handoverMatters(facts: ChairsKnown, id: Id, rotation: RotationKnown): OpenMatter[] {
  return awaitedSeats(facts, id).flatMap((awaited) => {
    const { choice, closed } = awaited;
    const key = `held/${id}/${rotation.bloc}/${choice.season}`;
    const what = closed && (held(facts, rotation, awaited) ?? waiting(facts, { id, rotation }, awaited));
    return what ? [{ key, law: "C14", since: closed.closedOn, ready: [], ...what }] : [];
  });
}

type Open = Pick<OpenMatter, "what"> & Partial<OpenMatter>;

/** A complaint about the vote is open, or its remedy is awaited. */
function held(
  facts: ChairsKnown,
  { bloc }: RotationKnown,
  { choice, closed, held }: Awaited,
): Open | undefined {
  if (!held || !closed) return undefined;
  const { unit, term } = choice;
  const { raisedOn, upheldOn } = held;
  const stated = upheldOn === undefined ? {} : { upheldOn };
  const due =
    upheldOn === undefined
      ? {}
      : { due: addDays(upheldOn, policiesIn(facts, bloc, upheldOn).awaited.remedy) };
  const what = matterText("HandoverHeld", { unit, term, raisedOn, ...stated });
  return { what, since: laterOf(closed.closedOn, raisedOn), ...due };
}

type Of = { id: Id; rotation: RotationKnown };

/** People record it: by the bylaws, with their signatures, or as the rotation has no handover on that day. */
function waiting(facts: ChairsKnown, of: Of, awaited: Awaited): Open | undefined {
  const { choice, closed, readyOn, hindrance, isByHand } = awaited;
  const { unit, term } = choice;
  if (!closed || readyOn === undefined) return undefined;
  const seating = (day: string) => oneByOne(of.id, [seatingOf(awaited, closed, day)]);
  const what = matterText("HandoverAwaited", { unit, term });
  if (!hindrance) return isByHand ? { what, ...seating(readyOn) } : undefined;
  if (hindrance.kind === "unsigned") return { what };
  const { earliest, latest } = hindrance;
  const outside = { what: matterText("HandoverOutsideDays", { unit, term, earliest, latest }) };
  if (hindrance.kind === "late") return { ...outside, ...oneByOne(of.id, tooLate(facts, of, awaited)) };
  return { ...outside, due: latest, ...(!hindrance.isUnsigned && seating(earliest)) };
}

/** Whom nobody handed the chair in time takes it from nobody: the term begins vacant, and the unit is installed. */
function tooLate(
  facts: ChairsKnown,
  { rotation }: Of,
  { choice: { term, unit: chair, basis }, readyOn = "" }: Awaited,
): ChairRotationCommand[] {
  return [
    { type: "BeginVacantTerm", data: { term, begunOn: readyOn } },
    ...withFlag(facts, rotation, {
      type: "InstallChair",
      data: { term, chair, installedOn: readyOn, basis },
    }),
  ];
}
