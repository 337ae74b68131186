import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import type { Message } from "../../src/kernel/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { OpenPoint } from "../../src/read/what-is-open.ts";
import type { Ends, Finding, OfficeCommand, OfficeView, Told } from "./consequences-model.ts";

// The office and the laws speak the words of an earlier library. All that differs today stands in this file, and each
// difference with its reason.

/** A command as the library takes it today, and the day on which it is recorded. */
export type Sending = OfficeCommand & { day: string };

/** When the office acts, and what it sees. */
type Around = { day: string; view: OfficeView };

/**
 * The office elects whom it likes, a chair twice in a row, too. The preset had the succession `elected` when the laws were
 * measured; today it elects in rotation, and would refuse such a chair.
 */
export const officePolicy: RotationPolicy = { ...emulationBloc, succession: { kind: "elected" } };

/** A command of the office as today's library takes it: mostly itself, sometimes others as well, seldom nothing. */
export function toToday(command: OfficeCommand, around: Around): Sending[] {
  const sending = { ...command, day: around.day };
  return commands.get(command.command.type)?.today(sending, around) ?? [sending];
}

/** An event of today's log as the laws and the office read it; `before` are those of its stream, read so. */
export function asOracleReads(event: Recorded, before: readonly Recorded[]): Recorded {
  return events.get(event.type)?.read(event, before) ?? event;
}

/**
 * What the laws say of today's library. They cannot see what is open; a difference that is listed for people is what they
 * ask for. X5: they count each refusal as lost, since nothing kept any; today it stays a
 * matter of its process.
 */
export function lawsToday(
  findings: readonly Finding[],
  {
    told,
    lost,
    open,
    log,
  }: {
    told: readonly Told[];
    lost: readonly Told[];
    open: readonly OpenPoint[];
    log: readonly Recorded[];
  },
): Finding[] {
  const kept = told.map((one) => ({
    law: "X5",
    key: `${one.process}/${one.id}`,
    ok: !lost.includes(one),
    detail: `${one.type} was refused (${one.rejection}) and is no matter`,
  }));
  const isOpen = ({ law, key }: Finding) => {
    const laws = [law, ...(listedUnder.get(law)?.laws ?? [])];
    return open.some((one) => laws.includes(one.law) && `${one.key}/`.includes(`/${key}/`));
  };
  const isMet = (one: Finding) => isOpen(one) || (one.law === "C25" && isConcluded(one.key, log));
  const judged = findings.map((one) => (one.ok ? one : { ...one, ok: isMet(one) }));
  return [...judged.filter(({ law }) => law !== "X5"), ...kept];
}

/** What today is listed under another law than the one that asks, and why. */
const listedUnder: ReadonlyMap<string, { laws: readonly string[]; why: string }> = new Map([
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

const inAnotherOrder =
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

/** Each word that differs, and why. */
export function differences(): string[] {
  return [
    ...[...commands, ...events].map(([word, { why }]) => `${word}: ${why}`),
    ...[...listedUnder].map(([law, { laws, why }]) => `${law}, listed as ${laws.join()}: ${why}`),
    `X6: ${inAnotherOrder}`,
  ];
}

// biome-ignore lint/suspicious/noExplicitAny: the office's commands are of no schema; the library reads them by its own.
type Data = any;
type Difference = {
  why: string;
  today(sending: Sending & { command: { data: Data } }, around: Around): Sending[];
};

const withData = (sending: Sending, data: object): Sending => ({
  ...sending,
  command: { ...sending.command, data: { ...sending.command.data, ...data } },
});

/** Nothing done is recorded before its day; days are text, and the later one is the greater. */
const recordedOn = (sending: Sending, day: string): Sending => ({
  ...sending,
  day: day > sending.day ? day : sending.day,
});

const reVoted: Difference = {
  why: "A re-vote names the day on which the ballot before it was annulled.",
  today(sending, { view }) {
    const { follows } = sending.command.data;
    if (follows?.kind !== "revote") return [sending];
    const annulled = lastOf(view, `Ballot-${follows.ballot}`, "BallotAnnulled");
    return [
      withData(sending, { follows: { ...follows, ...(annulled && { annulledOn: annulled.annulledOn }) } }),
    ];
  },
};

const done = (field: string): Difference => ({
  why: "The office records ahead; today no day of what is done may lie after the day of the command.",
  today: (sending) => [recordedOn(sending, sending.command.data[field])],
});

/** The office leaves a field open that it cannot fill. No library ever took that; it is left out, and counted. */
const without = (field: string, why: string): Difference => ({
  why,
  today: (sending) => (sending.command.data[field] === undefined ? [] : [sending]),
});

const commands: ReadonlyMap<string, Difference> = new Map<string, Difference>([
  ["OpenBallot", reVoted],
  [
    "OpenVoting",
    {
      why: "No record is signed without the day of the vote, which the office leaves to the clock.",
      today: (sending) => [withData(sending, { openedOn: sending.day })],
    },
  ],
  [
    "RecountPapers",
    {
      why: "Papers with not one in common are another box, and are read only after a complaint was upheld.",
      today(sending, { view }) {
        const { id, day } = sending;
        const challenge = "recount";
        const [challenger] = view.terms(id)?.electors ?? [];
        const also = (type: string, data: object) => ({ ...sending, command: { type, data } });
        return [
          also("ChallengeResult", { challenge, challenger, ground: "Kiểm phiếu sai", raisedOn: day }),
          also("UpholdChallenge", { challenge, reason: "Kiểm phiếu lại", decidedOn: day }),
          sending,
        ];
      },
    },
  ],
  [
    "DraftPledge",
    {
      why: "A pledge names its bloc. The office writes it in the names of its units.",
      today: (sending) => [withData(sending, { bloc: sending.command.data.unit.slice(0, 1) })],
    },
  ],
  [
    "WithdrawProposal",
    {
      why: "A withdrawal says its reason by a code, and free text beside it.",
      today: (sending) => [withData(sending, { reason: "byBloc", note: sending.command.data.reason })],
    },
  ],
  ["ConveneConference", without("host", "A bloc that is dissolved has nobody to host its conference.")],
  ["AccreditProxy", without("holder", "With nobody in the room there is nobody to hold a proxy.")],
  ["ApproveAward", done("decidedOn")],
  ["RejectAward", done("decidedOn")],
  ["ConferAward", done("conferredOn")],
  ["DeclineAward", done("declinedOn")],
  [
    "RevokeAward",
    {
      why: "The day of a revocation is that of its decision, and may not lie ahead either.",
      today: (sending) => [recordedOn(sending, sending.command.data.decision.issuedOn)],
    },
  ],
]);

type EventDifference = { why: string; read(event: Recorded, before: readonly Recorded[]): Recorded };

const withoutUnit: EventDifference = {
  why: "A pledge of a unit that ended could only be withdrawn; today it is void, or its successor's.",
  read: (event) => ({ ...event, type: "PledgeWithdrawn" }),
};

// `AgreementVoided` needs none: only the next designation voids one, as long as nobody carries members into the rotation.
const events: ReadonlyMap<string, EventDifference> = new Map<string, EventDifference>([
  ["PledgeVoided", withoutUnit],
  ["PledgeTransferred", withoutUnit],
  [
    "InvitationRevised",
    {
      why: "An invitation could not be revised; what counts is who is entitled in the end.",
      read(event, before) {
        const convened = before.findLast(({ type }) => type === "ConferenceConvened");
        return convened
          ? { ...convened, data: { ...convened.data, ...event.data }, metadata: event.metadata }
          : event;
      },
    },
  ],
  [
    "ResultConfirmed",
    {
      why: "A recount that finds the same result confirmed its record by a second one.",
      read(event, before) {
        const { certification } = event.data as { certification?: number };
        const record = before.findLast(({ type }) => type === "BallotCertified");
        return certification === undefined || !record
          ? { ...event, type: "BallotCounted" }
          : { ...record, metadata: event.metadata };
      },
    },
  ],
]);

function lastOf(view: OfficeView, stream: string, type: string): Data | undefined {
  return view.streams.get(stream)?.findLast((event: Message) => event.type === type)?.data;
}
