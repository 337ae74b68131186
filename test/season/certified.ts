import { BallotEvent } from "../../src/ballot/messages.ts";
import { defaultProcedure } from "../../src/ballot/terms.ts";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import type { Bylaws } from "../../src/vocabulary/bylaws.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";

export const flag = { kind: "emulationFlag", authority: "UBND tỉnh" } as const;
export const certificate = { kind: "certificateOfMerit", authority: "UBND tỉnh" } as const;
export const units = ["procuracy", "police", "military", "court"];
export const tellers = { head: { name: "An" }, members: [{ name: "Bình" }, { name: "Chi" }] };

/** An event as a store would give it, of a stream. */
export function recorded<E extends Message & SeasonEvent>(
  stream: string,
  event: E,
  version = 1,
): Recorded<E> {
  const id = `${stream}-${version}-${event.type}`;
  const metadata = {
    eventId: id,
    stream,
    version,
    // At the end of all, so that no fact was stated ahead.
    recordedAt: "2029-12-31T10:00:00.000Z",
    actor: "office",
    correlationId: "season",
    causationId: "command",
    commandId: "command",
    digest: "digest",
    schemaVersion: 1,
  };
  return { ...event, metadata };
}

export const terms = {
  season: "2022",
  conference: "conference-2022",
  purpose: { kind: "honour" as const, honour: flag },
  bylawsVersion: 1,
  electors: units,
  recused: [],
  nominees: units,
  seats: 1,
  voting: { ...defaultVotingRules, tieLadder: [] },
  method: { kind: "forAndAgainst" as const },
  procedure: defaultProcedure,
  tellers,
  tieData: { scores: [], seniority: [], lotSources: [] },
};

/** The conference at which the ballots of these terms are held, of a bloc. */
export const convened = (bloc: string) =>
  ConferenceEvent.create.ConferenceConvened({
    bloc,
    season: "2022",
    kind: "yearEnd",
    heldOn: "2023-01-09",
    place: "Hội trường",
    host: "court",
    agenda: [],
    entitled: units,
    quorum: { numerator: 2, denominator: 3, strict: false },
    proxiesMax: 0,
    bylaws: 1,
  });

/** The bylaws of a bloc: one flag, and so many certificates. */
export const bylawsWith = (certificates: number): Bylaws => ({
  voting: terms.voting,
  honours: [
    { honour: flag, seats: 1 },
    { honour: certificate, seats: certificates },
  ],
  chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
});

export const adopted = (bylaws: Bylaws, { version = 1, effectiveFrom = "2022-01-01" } = {}) =>
  BlocEvent.create.BylawsAdopted({
    ...{ version, bylaws, adoptedOn: effectiveFrom, effectiveFrom },
    document: { kind: "bylaws", number: `${version}/QC`, issuedOn: effectiveFrom, issuer: "Khối" },
  });

/** A log that begins with that conference and with the bylaws of its bloc. */
export const atConference = (bloc = "bloc") => [
  recorded(`Bloc-${bloc}`, adopted(bylawsWith(2))),
  recorded(`Conference-${terms.conference}`, convened(bloc)),
];

type CertifiedData = Parameters<typeof BallotEvent.create.BallotCertified>[0];

/** A certified ballot by whom it elects, and what else is to be otherwise. */
export function certified(elected: string[], change: Partial<CertifiedData> = {}) {
  return BallotEvent.create.BallotCertified({
    certification: 1,
    season: "2022",
    conference: "conference-2022",
    purpose: { kind: "honour", honour: flag },
    bylawsVersion: 1,
    form: "secret",
    selection: "byVote",
    nominees: units,
    seats: 1,
    outcome: {
      kind: elected.length > 0 ? "filled" : "unfilled",
      elected,
      notElected: units.filter((unit) => !elected.includes(unit)),
      vacant: elected.length > 0 ? 0 : 1,
    },
    brokenBy: [],
    tellers,
    signatories: ["An", "Bình", "Chi"],
    certifiedOn: "2023-01-09",
    complaintsUntil: "2023-01-16",
    ...change,
  });
}
