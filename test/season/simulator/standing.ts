import { award } from "../../../src/award/award.ts";
import { ballot } from "../../../src/ballot/ballot.ts";
import type { BallotEvent } from "../../../src/ballot/messages.ts";
import { chairRotation } from "../../../src/chair-rotation/chair-rotation.ts";
import { derivedId } from "../../../src/kernel/ids.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import type { ProcessEvent } from "../../../src/process/messages.ts";
import type { Breach } from "./audit-process.ts";

/** A want that came to nothing: people have to look at it. */
type Matter = { want: string; aggregate: string; id: string };

/** L25: the open matters of a log, read from the log alone. */
export function mattersOf(log: readonly Recorded[]): Matter[] {
  const events = log as readonly Recorded<ProcessEvent>[];
  const open = new Set(
    events.flatMap(({ type, data }) =>
      type === "WantSettled" && !["carried", "void"].includes(data.outcome.kind) ? [data.want] : [],
    ),
  );
  return events.flatMap(({ type, data, metadata }) => {
    if (type !== "EventAnswered") return [];
    const name = metadata.stream.slice("Process-".length);
    return data.wants.flatMap(({ aggregate, id }, index) => {
      const want = derivedId("want", name, data.event, String(index));
      return open.has(want) ? [{ want, aggregate, id }] : [];
    });
  });
}

/** L20: nothing stands on an annulled ballot, unless what would undo it is an open matter. */
export function standing(log: readonly Recorded[]): Breach[] {
  const matters = new Set(mattersOf(log).map(({ aggregate, id }) => `${aggregate}-${id}`));
  const streams = [...new Set(log.map(({ metadata }) => metadata.stream))];
  const ballots = new Map(
    streams.flatMap((stream) => (stream.startsWith("Ballot-") ? [[stream, ballotIn(log, stream)]] : [])),
  );
  const stands = (stream: string, text: string): Breach[] =>
    matters.has(stream) ? [] : [{ law: "L20", text: `${stream} ${text}` }];
  const annulled = new Set([...ballots].flatMap(([stream, { isAnnulled }]) => (isAnnulled ? [stream] : [])));
  const chairs = streams
    .filter((stream) => designatedBy(log, stream).some((id) => annulled.has(`Ballot-${id}`)))
    .flatMap((stream) => stands(stream, "has a chair by an annulled ballot"));
  const others = [...ballots].flatMap(([stream, { isAnnulled, wasCertified, follows, restsOn }]) => {
    const id = stream.slice("Ballot-".length);
    const parent = ballots.get(`Ballot-${follows}`);
    return [
      ...(isAnnulled && wasCertified ? proposedBy(log, id) : []).flatMap((one) =>
        stands(one, "stands on an annulled ballot"),
      ),
      ...(parent?.isAnnulled && !isAnnulled ? stands(stream, "is the run-off of an annulled ballot") : []),
      ...restsOn.flatMap((child) =>
        ballots.get(`Ballot-${child}`)?.isAnnulled && !isAnnulled
          ? stands(stream, "rests on an annulled run-off")
          : [],
      ),
    ];
  });
  return [...chairs, ...others];
}

/** The ballots by which chairs are designated in a rotation, for coming terms and for those that have begun. */
function designatedBy(log: readonly Recorded[], stream: string): string[] {
  if (!stream.startsWith("ChairRotation-")) return [];
  const state = chairRotation.fold(log.filter(({ metadata }) => metadata.stream === stream) as never[]);
  if (state.status === "blank") return [];
  const decided = [...state.decisions.values(), ...state.served.map((term) => term.decided)].flat();
  return decided.flatMap(({ event: { type, data } }) =>
    type === "ChairDesignated" && data.basis.kind === "conference" ? (data.basis.ballot ?? []) : [],
  );
}

function ballotIn(log: readonly Recorded[], stream: string) {
  const events = log.filter(({ metadata }) => metadata.stream === stream) as Recorded<BallotEvent>[];
  const state = ballot.fold(events);
  const follows = state.status === "blank" ? undefined : state.terms.follows;
  const last = events.findLast(({ type }) => type === "BallotCertified");
  const isStanding = state.status === "certified" || state.status === "final";
  return {
    isAnnulled: state.status === "annulled",
    wasCertified: last !== undefined,
    follows: follows?.kind === "runOff" ? follows.ballot : undefined,
    restsOn:
      isStanding && last?.type === "BallotCertified"
        ? last.data.brokenBy.flatMap((by) => (by.kind === "runOff" ? [by.ballot] : []))
        : [],
  };
}

/** The awards on a ballot that stand. What a person proposes after the annulment is for that person to answer. */
function proposedBy(log: readonly Recorded[], ballotId: string): string[] {
  const annulledAt = log.findIndex(
    ({ type, metadata }) => type === "BallotAnnulled" && metadata.stream === `Ballot-${ballotId}`,
  );
  return [...new Set(log.map(({ metadata }) => metadata.stream))].filter((stream) => {
    if (!stream.startsWith("Award-")) return false;
    const events = log.filter(({ metadata }) => metadata.stream === stream);
    const last = log.findLastIndex(
      ({ type, metadata }) => type === "AwardProposed" && metadata.stream === stream,
    );
    const isByHand = last > annulledAt && /^person/.test(log[last]?.metadata.actor ?? "");
    const state = award.fold(events as never[]);
    if (state.status !== "proposed" || state.basis.kind !== "ballot") return false;
    return state.basis.ballot === ballotId && !isByHand;
  });
}
