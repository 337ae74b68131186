import type { Recorded } from "../../src/kernel/recorded.ts";
import type { OpenPoint } from "../../src/read/what-is-open.ts";
import type { Ends, Finding } from "./consequences-model.ts";
import type { PlayedSeason } from "./consequences-play.ts";

// What the laws find is judged by today's library here: what is listed for people is met, and what the laws could not know
// when they were written is named, each with its reason.

// biome-ignore lint/suspicious/noExplicitAny: whatever happened, one field of it is looked for.
type Data = any;

/**
 * What the laws say of today's library. They cannot see what is open; a difference that is listed for people is what they
 * ask for. X5: they count each refusal as lost, since nothing kept any; today it stays a
 * matter of its process. C16: they ask that somebody is told when a vote falls after its chair has taken office, and
 * count refusals for it; today it is listed from then on, until a re-vote elects the same unit or the next term begins.
 */
export function lawsToday(
  findings: readonly Finding[],
  { told, lost, open, openAfter, log }: Pick<PlayedSeason, "told" | "lost" | "open" | "openAfter" | "log">,
): Finding[] {
  const kept = told.map((one) => ({
    law: "X5",
    key: `${one.process}/${one.id}`,
    ok: !lost.includes(one),
    detail: `${one.type} was refused (${one.rejection}) and is no matter`,
  }));
  const isAmong = (points: readonly OpenPoint[], { law, key }: Finding) =>
    points.some(
      (one) =>
        [law, ...(listedUnder.get(law)?.laws ?? [])].includes(one.law) && `${one.key}/`.includes(`/${key}/`),
    );
  const wasOpen = (finding: Finding) =>
    finding.law === "C16" &&
    log.some(
      ({ type, metadata }) =>
        (type === "BallotAnnulled" || type === "BallotCertified") &&
        isAmong(openAfter(metadata.eventId), finding),
    );
  const judged = findings.map((one) =>
    one.ok ? one : { ...one, ok: isAmong(open, one) || wasOpen(one) || isMoot(one, log) },
  );
  return [...judged.filter(({ law }) => law !== "X5"), ...kept];
}

/**
 * Where a law was written down for less than can happen today. C9b: a ballot whose last record rests on no run-off stands
 * on none that is void: a recount left no tie. C30: nobody votes in a ballot that was annulled before its first paper, and
 * a run-off keeps the terms of the ballot that called it, whose scores its first paper fixed.
 */
function isMoot(finding: Finding, log: readonly Recorded[]): boolean {
  const { law, key } = finding;
  if (law === "C25") return isConcluded(key, log);
  if (law === "C27") return wasSteward(finding, log);
  if (law === "C16") return areOnlyRunOffs(key, log);
  if (law !== "C9b" && law !== "C30") return false;
  const own = log.filter(({ metadata }) => metadata.stream === `Ballot-${key}`);
  const has = (type: string) => own.some((event) => event.type === type);
  if (law === "C30") return (has("BallotAnnulled") && !has("PaperIssued")) || isRunOff(own);
  const { brokenBy = [] } = (own.findLast(({ type }) => type === "BallotCertified")?.data ?? {}) as Data;
  return !brokenBy.some(({ kind }: { kind: string }) => kind === "runOff");
}

const isRunOff = (ballot: readonly Recorded[]) =>
  (ballot.find(({ type }) => type === "BallotOpened")?.data as Data)?.follows?.kind === "runOff";

/**
 * C16: the laws take a run-off of the chair for a vote of its own. Where only run-offs are void, as after a recount without
 * a tie, and the same unit is elected by all records, the vote stands.
 */
function areOnlyRunOffs(key: string, log: readonly Recorded[]): boolean {
  const [bloc, season] = key.split("/");
  const all = log as readonly { type: string; data: Data; metadata: { stream: string } }[];
  const dataOf = (kind: string) =>
    new Map(all.flatMap(({ type, data, metadata }) => (type === kind ? [[metadata.stream, data]] : [])));
  const [opened, convened] = [dataOf("BallotOpened"), dataOf("ConferenceConvened")];
  const isOfRunOff = ({ follows }: Data): boolean =>
    follows?.kind === "runOff" ||
    (follows?.kind === "revote" && isOfRunOff(opened.get(`Ballot-${follows.ballot}`) ?? {}));
  const votes = [...opened].filter(
    ([, one]) =>
      one.purpose.kind === "chair" &&
      one.season === season &&
      convened.get(`Conference-${one.conference}`)?.bloc === bloc &&
      !isOfRunOff(one),
  );
  return votes.every(([vote]) => {
    const own = all.filter(({ metadata }) => metadata.stream === vote);
    const records = own.filter(({ type }) => type === "BallotCertified");
    const elected = records.map(({ data }) => data.outcome.elected.join());
    return !own.some(({ type }) => type === "BallotAnnulled") && new Set(elected).size <= 1;
  });
}

/**
 * C27: the laws look at the end, and for the unit that took the chair. Where that was named, and then merged, left or was
 * suspended, the steward is who is in office since: its heir, or who acts for it.
 */
function wasSteward({ law, key }: Finding, log: readonly Recorded[]): boolean {
  if (law !== "C27") return false;
  const [rotation, term] = key.split("/");
  const all = log as readonly { type: string; data: Data; metadata: { stream: string } }[];
  const ofRotation = all.filter(({ metadata }) => metadata.stream === `ChairRotation-${rotation}`);
  const taken = ofRotation.findLast(
    ({ type, data }) => data.term === term && (type === "ChairHandedOver" || type === "ChairInstalled"),
  );
  const chair = taken?.data.to ?? taken?.data.chair;
  const bloc = ofRotation[0]?.data.bloc;
  const campaign = all.find(
    ({ type, data }) => type === "CampaignDrafted" && data.bloc === bloc && data.season === term,
  );
  const isNamed = all.some(
    ({ type, data, metadata }) =>
      type === "CampaignStewardNamed" &&
      metadata.stream === campaign?.metadata.stream &&
      data.chair === chair,
  );
  const isChanged = all.some(
    ({ type, data }) =>
      /^Member(sMerged|sConsolidated|Left|Split|Suspended)$/.test(type) &&
      [data.unit, ...(data.units ?? [])].includes(chair),
  );
  return isNamed && isChanged;
}

/** What today is listed under another law than the one that asks, and why. */
export const listedUnder: ReadonlyMap<string, { laws: readonly string[]; why: string }> = new Map([
  [
    "C1",
    {
      laws: ["C6"],
      why: "Who is elected and disciplined is not eligible, and listed so; the laws ask C1 of every member.",
    },
  ],
  [
    "C25",
    {
      laws: ["C26"],
      why: "For the laws every unit ends with its bloc; what it leaves undecided is listed as left by a dissolved bloc.",
    },
  ],
  [
    "C6",
    {
      laws: ["C25"],
      why: "The laws take the day of a recount for that of the vote. Who was a member and voted, and left before the recount, is proposed, and listed as one that ended.",
    },
  ],
]);

/**
 * C25 speaks of undecided proposals. The laws also ask who was told of an award that was decided, or had come to its end,
 * before its unit did; nobody has to settle that. So it is met where nothing was undecided when the unit ended, and
 * nothing was proposed later.
 */
function isConcluded(key: string, log: readonly Recorded[]): boolean {
  const [bloc, season, unit = "", kind] = key.split("/");
  const awards = new Map<string, string>();
  let hasEnded = false;
  for (const { type, data, metadata } of log as readonly Recorded<{ type: string; data: Data }>[]) {
    const { stream } = metadata;
    const isOf = data.unit === unit && data.season === season && data.honour?.kind === kind;
    if (type === "AwardProposed" && isOf) awards.set(stream, type);
    else if (awards.has(stream) && steps.has(type)) awards.set(stream, type);
    if (stream === `Bloc-${bloc}` && (data.units ?? [data.unit]).includes(unit))
      hasEnded ||= endings.has(type);
    if (stream === `Bloc-${bloc}` && type === "BlocDissolved") hasEnded = true;
    const isNew = type === "AwardProposed" && isOf;
    if (hasEnded && (isNew || (endings.has(type) && [...awards.values()].some((one) => undecided.has(one)))))
      return false;
  }
  return hasEnded;
}

const endings = new Set([
  "MemberLeft",
  "MembersMerged",
  "MembersConsolidated",
  "MemberSplit",
  "BlocDissolved",
]);
const undecided = new Set(["AwardProposed", "AwardVetted", "AwardApproved"]);
const steps = new Set([
  ...undecided,
  ...["AwardWithdrawn", "AwardRejected", "AwardDecided", "AwardConferred", "AwardDeclined", "AwardRevoked"],
]);

export const inAnotherOrder =
  "Ballots of one day in another order propose for a moment whom a higher honour then excludes. What a process has withdrawn stands no more than what was never proposed.";

/** The ends of a season without the awards that a process withdrew last: for two orders of the same ballots (X6). */
export function withoutWithdrawn(
  ends: Ends,
  log: readonly Recorded[],
  isProcess: (actor: string) => boolean,
): Ends {
  const last = new Map<string, Recorded>();
  for (const event of log)
    if (event.type === "AwardProposed" || event.type === "AwardWithdrawn")
      last.set(event.metadata.stream, event);
  const isGone = (line: string) => {
    const event = last.get(`Award-${line.split(" ")[0]}`);
    return event?.type === "AwardWithdrawn" && isProcess(event.metadata.actor);
  };
  return { ...ends, awards: ends.awards.filter((line) => !isGone(line)) };
}
