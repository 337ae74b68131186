import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import type { Message } from "../../src/kernel/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { inAnotherOrder, listedUnder } from "./consequences-listed.ts";
import type { OfficeCommand, OfficeView } from "./consequences-model.ts";

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

/** An event of today's log as the laws and the office read it, mostly itself; `before` are those of its stream, read so. */
export function asOracleReads(event: Recorded, before: readonly Recorded[]): readonly Recorded[] {
  return events.get(event.type)?.read(event, before) ?? [event];
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
  why: "A re-vote names the day on which the ballot before it was annulled; after the close it belongs to no conference, and names its bloc.",
  today(sending, { view }) {
    const { follows, conference, ...terms } = sending.command.data;
    if (follows?.kind !== "revote") return [sending];
    const annulled = lastOf(view, `Ballot-${follows.ballot}`, "BallotAnnulled");
    const again = { ...follows, ...(annulled && { annulledOn: annulled.annulledOn }) };
    const bloc = isClosed(view, conference)
      ? lastOf(view, `Conference-${conference}`, "ConferenceConvened")?.bloc
      : undefined;
    const held = bloc === undefined ? { conference } : { bloc };
    return [{ ...sending, command: { ...sending.command, data: { ...terms, ...held, follows: again } } }];
  },
};

const isClosed = (view: OfficeView, conference: string) =>
  lastOf(view, `Conference-${conference}`, "ConferenceClosed") !== undefined;

/** Who was in the room of a conference last comes again to what is voted on after it: the laws ask for the same ones. */
function comingAgain(sending: Sending, view: OfficeView): Sending[] {
  const terms: Data = view.terms(sending.id);
  const isApart = terms?.follows?.kind === "revote" && isClosed(view, terms.conference);
  if (!isApart) return [];
  const present = new Set<string>();
  const holders = new Map<string, string>();
  for (const { type, data } of view.streams.get(`Conference-${terms.conference}`) ?? []) {
    const { unit, principal, holder }: Data = data;
    if (type === "UnitArrived") present.add(unit);
    if (type === "UnitLeftRoom") present.delete(unit);
    if (type === "ConferenceAdjourned") present.clear();
    if (type === "ProxyAccredited") holders.set(principal, holder);
    if (type === "ProxyEnded") holders.delete(principal);
  }
  const also = (type: string, data: object) => ({ ...sending, command: { type, data } });
  const isElector = (unit: string) => terms.electors.includes(unit);
  return [
    ...[...present].filter(isElector).map((unit) => also("CheckIn", { unit })),
    ...[...holders]
      .filter(([principal, holder]) => isElector(principal) && isElector(holder))
      .map(([principal, holder]) => also("AcceptProxy", { principal, holder })),
  ];
}

const done = (field: string): Difference => ({
  why: "The office records ahead; today no day of what is done may lie after the day of the command.",
  today: (sending) => [recordedOn(sending, sending.command.data[field])],
});

/** The office leaves a field open that it cannot fill. No library ever took that; it is left out, and counted. */
const without = (field: string, why: string): Difference => ({
  why,
  today: (sending) => (sending.command.data[field] === undefined ? [] : [sending]),
});

const ofTheRoom: Difference = {
  why: "A ballot at a conference takes from it who is there; whoever says so by hand is refused.",
  today: () => [],
};

const commands: ReadonlyMap<string, Difference> = new Map<string, Difference>([
  ["OpenBallot", reVoted],
  [
    "AdoptBylaws",
    {
      why: "The laws score whoever is a member on the last day; today bylaws say until when a unit may join for that.",
      today(sending) {
        const { bylaws } = sending.command.data;
        return [withData(sending, { bylaws: { ...bylaws, policies: { joinerScoredUntil: 12 } } })];
      },
    },
  ],
  [
    "FinaliseScoreboard",
    {
      why: "The office scores whom the board named at first; today units that join are entered, and are scored, too.",
      today(sending, { day, view }) {
        const board = view.streams.get(`Scoreboard-${sending.id}`) ?? [];
        const unitsOf = (type: string) =>
          board.flatMap((event) => (event.type === type ? [(event.data as { unit: string }).unit] : []));
        const apart = unitsOf("UnitExcluded");
        const entered = unitsOf("UnitEntered").filter((unit) => !apart.includes(unit));
        const also = (type: string, data: object) => ({ ...sending, command: { type, data } });
        const finding = { kind: "actual", actual: "50" };
        return [
          ...entered.flatMap((unit) => [
            also("EnterSelfScore", { unit, criterion: "t1", finding, evidence: [] }),
            also("SubmitSheet", { unit, submittedOn: day }),
          ]),
          sending,
        ];
      },
    },
  ],
  ["CheckIn", ofTheRoom],
  ["AcceptProxy", ofTheRoom],
  [
    "OpenVoting",
    {
      why: "No record is signed without the day of the vote, which the office leaves to the clock. What is voted on at no conference has a room of its own.",
      today: (sending, { view }) => [
        ...comingAgain(sending, view),
        withData(sending, { openedOn: sending.day }),
      ],
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

type EventDifference = {
  why: string;
  read(event: Recorded, before: readonly Recorded[]): readonly Recorded[];
};

const withoutUnit: EventDifference = {
  why: "A pledge of a unit that ended could only be withdrawn; today it is void, or its successor's.",
  read: (event) => [{ ...event, type: "PledgeWithdrawn" }],
};

/** The conference at which a bloc meets in a season, by the name that the office gives it. */
const atConference: EventDifference = {
  why: "A ballot was always that of a conference. One that names its bloc is read as held at its year-end conference.",
  read(event) {
    const { bloc, ...data }: Data = event.data;
    return bloc === undefined
      ? [event]
      : [{ ...event, data: { ...data, conference: `conf-${bloc}-${data.season}` } }];
  },
};

type Room = { present: readonly string[]; proxies: readonly { principal: string; holder: string }[] };

// `AgreementVoided` needs none: only the next designation voids one, as long as nobody carries members into the rotation.
const events: ReadonlyMap<string, EventDifference> = new Map<string, EventDifference>([
  ["BallotOpened", atConference],
  ["BallotRevised", atConference],
  ["BallotCertified", atConference],
  ["PledgeVoided", withoutUnit],
  ["PledgeTransferred", withoutUnit],
  [
    "VotingOpened",
    {
      why: "Each unit checked in at each ballot and never left it. Today a ballot takes the room of its conference as a whole, and a revision leaves only electors in it; so who is there is read when the vote opens.",
      read(event, before) {
        const dataOf = (...types: string[]): Data =>
          before.findLast(({ type }) => types.includes(type))?.data;
        const { electors = [] } = dataOf("BallotOpened", "BallotRevised") ?? {};
        // A room that a hand makes is told unit by unit, after the last terms.
        const byHand = before.findLast(({ type }) => /^(RoomTaken|UnitCheckedIn|BallotOpened)$/.test(type));
        const taken = byHand?.type === "RoomTaken" ? byHand.data : {};
        const { present = [], proxies = [] }: Partial<Room> = taken;
        const as = (type: string) => (data: object) => ({ ...event, type, data });
        const here = present.filter((unit) => electors.includes(unit)).map((unit) => ({ unit }));
        return [...here.map(as("UnitCheckedIn")), ...proxies.map(as("ProxyAccepted")), event];
      },
    },
  ],
  [
    "UnitExcluded",
    {
      why: "The laws compare whom a board names with the members; a unit that left is listed apart, and is not scored.",
      read(event, before) {
        const { unit, ground } = event.data as { unit: string; ground: string };
        const at = before.findLastIndex(({ type }) => type === "ScoreboardOpened");
        const opened = before[at];
        const { units = [] } = (opened?.data ?? {}) as { units?: readonly string[] };
        if (ground !== "leftBloc" || !opened) return [event];
        // Who was entered before that is named there, unless it has left since.
        const entered = before
          .slice(at)
          .flatMap(({ type, data }) => (type === "UnitEntered" ? [(data as { unit: string }).unit] : []));
        const others = [...new Set([...units, ...entered])].filter((one) => one !== unit);
        return [event, { ...opened, data: { ...opened.data, units: others }, metadata: event.metadata }];
      },
    },
  ],
  [
    "InvitationRevised",
    {
      why: "An invitation could not be revised; what counts is who is entitled in the end.",
      read(event, before) {
        const convened = before.findLast(({ type }) => type === "ConferenceConvened");
        return convened
          ? [{ ...convened, data: { ...convened.data, ...event.data }, metadata: event.metadata }]
          : [event];
      },
    },
  ],
  [
    "ChairUndesignated",
    {
      why: "A designation could not be taken back; nobody is designated from then on. C11 asks of the members of the day of the close, so it reads past one that C25 takes back since.",
      read: (event) =>
        (event.data as Data).code === "unitEnded"
          ? [event]
          : [{ ...event, type: "ChairDesignated", data: { ...event.data, chair: undefined } }],
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
          ? [{ ...event, type: "BallotCounted" }]
          : [{ ...record, metadata: event.metadata }];
      },
    },
  ],
]);

function lastOf(view: OfficeView, stream: string, type: string): Data | undefined {
  return view.streams.get(stream)?.findLast((event: Message) => event.type === type)?.data;
}
