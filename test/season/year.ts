import { BlocCommand } from "../../src/bloc/messages.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { ConferenceCommand } from "../../src/conference/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { PledgeCommand } from "../../src/pledge/messages.ts";
import type { Addressed } from "../../src/process/messages.ts";
import { accredit, checkIn, convene } from "../conference/life.ts";

// A small year of a bloc of four units, as commands.

const units = ["police", "court", "army", "border"];
export const decision = (issuedOn: string) =>
  ({ kind: "decision", number: "1/QĐ", issuedOn, issuer: "UBND tỉnh" }) as const;
const named = (unit: string) => ({ unit, name: `Đơn vị ${unit}` });

export const toBloc = (command: Message): Addressed => ({ aggregate: "Bloc", id: "b", command });
export const toPledge = (id: string, command: Message): Addressed => ({ aggregate: "Pledge", id, command });
export const toConference = (command: Message): Addressed => ({ aggregate: "Conference", id: "k", command });
const toRotation = (command: Message): Addressed => ({ aggregate: "ChairRotation", id: "r", command });

export const constitute = toBloc(
  BlocCommand.create.ConstituteBloc({
    ...{ name: "Khối", kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2022-01-01" },
    members: units.map(named),
    decision: decision("2022-01-01"),
  }),
);
export const merge = toBloc(
  BlocCommand.create.MergeMembers({
    ...{ units: ["army"], into: "border", mergedOn: "2022-06-15" },
    decision: decision("2022-06-15"),
  }),
);
export const openRotation = toRotation(
  ChairRotationCommand.create.OpenRotation({
    bloc: "b",
    roster: units.map((unit) => ({ unit })),
    policy: emulationBloc,
    calendar: { term: "2022", startsOn: "2022-02-01", months: 12 },
  }),
);
export const pledge = (unit: string) =>
  toPledge(unit, PledgeCommand.create.DraftPledge({ bloc: "b", unit, season: "2022", dueOn: "2022-12-31" }));
export const convened = toConference(
  ConferenceCommand.create.ConveneConference({
    ...convene.data,
    ...{ bloc: "b", host: "police", entitled: units },
  }),
);
const person = { name: "An" };
export const inConference = {
  checkIns: units.flatMap((unit) => [accredit(unit), checkIn(unit)].map((command) => toConference(command))),
  open: toConference(
    ConferenceCommand.create.OpenConference({ openedOn: "2023-01-09", chair: person, secretary: person }),
  ),
  table: toConference(
    ConferenceCommand.create.TableDraft({ draft: "p", title: "Quy chế năm 2023", kind: "bylaws" }),
  ),
  adopt: toConference(ConferenceCommand.create.AdoptDraftByConsensus({ draft: "p" })),
  sign: toConference(ConferenceCommand.create.RecordPledgeSigning({ season: "2023", pledges: ["x"] })),
  close: toConference(
    ConferenceCommand.create.CloseConference({
      closedOn: "2023-01-09",
      minutes: { kind: "minutes", number: "1/BB", issuedOn: "2023-01-09", issuer: "Khối" },
      chair: person,
      secretary: person,
      summary: "Xong",
    }),
  ),
};
