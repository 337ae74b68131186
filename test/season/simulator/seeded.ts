import { award } from "../../../src/award/award.ts";
import { ballot } from "../../../src/ballot/ballot.ts";
import { BallotCommand } from "../../../src/ballot/messages.ts";
import type { Terms } from "../../../src/ballot/terms.ts";
import { bloc } from "../../../src/bloc/bloc.ts";
import { BlocCommand } from "../../../src/bloc/messages.ts";
import { chairRotation } from "../../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand } from "../../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../../src/chair-rotation/policies/presets.ts";
import { conference } from "../../../src/conference/conference.ts";
import { ConferenceCommand } from "../../../src/conference/messages.ts";
import type { Message } from "../../../src/kernel/messages.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import { commandHandlers } from "../../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../../src/stores/whole-log.ts";
import { takeRoom } from "../../ballot/life.ts";
import { bylawsWith, tellers, terms, units } from "../certified.ts";

export const deciders = [award, ballot, bloc, chairRotation, conference];
const { create } = BallotCommand;

/** What four papers keep: so many keep each name. */
export type Kept = Readonly<Record<string, number>>;
export const nominees = ["procuracy", "police"];

export function tallies(kept: Kept, names: readonly string[] = nominees): BallotCommand[] {
  const lines = names.map((nominee) => ({
    nominee,
    for: kept[nominee] ?? 0,
    against: 4 - (kept[nominee] ?? 0),
  }));
  const tally = { valid: 4, invalid: 0, blank: 0, lines };
  return ["An", "Bình"].map((teller) => create.SubmitTally({ teller, tally }));
}

export function papersOf(kept: Kept) {
  return Object.entries(kept).map(([name, papers]) => ({
    papers,
    paper: { kind: "kept" as const, kept: [name] },
  }));
}

/** From the check-in to two equal tallies. */
export function cast(kept: Kept, names: readonly string[] = nominees): BallotCommand[] {
  return [
    takeRoom(units),
    create.OpenVoting({ openedOn: "2023-01-09" }),
    ...units.map((unit) => create.IssuePaper({ unit })),
    create.CountDeposits({ deposited: 4 }),
    create.CloseBox({}),
    create.OpenBox({ papers: papersOf(kept) }),
    ...tallies(kept, names),
  ];
}

/** Two level nominees of whom half is asked, with one run-off to part them, and then seniority. */
const tied: Terms = {
  ...terms,
  nominees,
  tellers,
  voting: {
    ...terms.voting,
    threshold: { ...terms.voting.threshold, strict: false },
    tieLadder: [{ kind: "runOff", roundsMax: 1 }, { kind: "seniority" }],
  },
  tieData: { ...terms.tieData, seniority: nominees },
};

/** One bloc with what most seasons have, or two with a run-off and a handover. */
export type Size = "short" | "long";

/**
 * A log of one or two blocs. In each a conference is open, a ballot for the flag and one for the chair are counted and
 * not yet certified, and a rotation is open; in a long one a third ballot is tied.
 */
export async function seeded(size: Size = "long"): Promise<readonly Recorded[]> {
  const store = inMemoryStore();
  const handlers = commandHandlers({ store, deciders });
  let count = 0;
  const send = async (aggregate: string, id: string, ...commands: Message[]) => {
    for (const command of commands) {
      count += 1;
      const metadata = { now: new Date("2023-01-09T10:00:00Z"), commandId: `seed${count}`, actor: "office" };
      const result = await handlers.get(aggregate)?.(id, { ...command, metadata });
      if (!result?.ok) throw new Error(`${command.type}: ${JSON.stringify(result)}`);
    }
  };
  const hold = (id: string, opened: Terms, kept: Kept) =>
    send("Ballot", id, create.OpenBallot(opened), ...cast(kept, opened.nominees));
  for (const id of size === "long" ? ["one", "two"] : ["one"]) {
    await send("Bloc", id, ...constitutionOf(id));
    await send("Conference", id, ...conferenceOf(id));
    const held = { ...terms, tellers, conference: id };
    await hold(`flag-${id}`, { ...held, nominees }, { procuracy: 4 });
    await hold(`chair-${id}`, { ...held, nominees: ["police"], purpose: { kind: "chair" } }, { police: 4 });
    await send("ChairRotation", id, rotationOf(id));
  }
  if (size === "long") await hold("tied", { ...tied, conference: "one" }, { procuracy: 2, police: 2 });
  return wholeLog(store);
}

function constitutionOf(bloc: string): Message[] {
  const document = { number: "1/QĐ", issuedOn: "2022-01-01", issuer: "UBND tỉnh" };
  return [
    BlocCommand.create.ConstituteBloc({
      ...{ name: `Khối ${bloc}`, kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2022-01-01" },
      members: units.map((unit) => ({ unit, name: `Đơn vị ${unit}` })),
      decision: { kind: "decision", ...document },
    }),
    BlocCommand.create.AdoptBylaws({
      ...{ version: 1, bylaws: bylawsWith(1), adoptedOn: "2022-01-01", effectiveFrom: "2022-01-01" },
      document: { kind: "bylaws", ...document },
    }),
  ];
}

function conferenceOf(bloc: string): Message[] {
  const { create } = ConferenceCommand;
  const person = { name: "An" };
  const convened = create.ConveneConference({
    bloc,
    season: "2022",
    kind: "yearEnd",
    heldOn: "2023-01-09",
    place: "Hội trường",
    host: "court",
    agenda: ["Tổng kết"],
    entitled: units,
    quorum: terms.voting.quorum,
    proxiesMax: 0,
    bylaws: 1,
  });
  return [
    convened,
    ...units.flatMap((unit) => {
      const delegates = [{ person: { name: `Đại diện ${unit}` }, role: "leader" as const }];
      return [
        create.AccreditDelegation({ unit, delegates, accreditedOn: "2023-01-09" }),
        create.CheckInUnit({ unit }),
      ];
    }),
    create.OpenConference({ openedOn: "2023-01-09", chair: person, secretary: person }),
  ];
}

function rotationOf(bloc: string): ChairRotationCommand {
  return ChairRotationCommand.create.OpenRotation({
    bloc,
    roster: units.map((unit) => ({ unit })),
    order: units,
    policy: emulationBloc,
    calendar: { term: "2022", startsOn: "2022-01-01", months: 12 },
    chair: "court",
    flag: { flag: "flag", issuer: "UBND tỉnh", issuedOn: "2021-01-15" },
  });
}
