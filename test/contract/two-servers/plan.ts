import { BallotCommand } from "../../../src/ballot/messages.ts";
import { ConferenceCommand } from "../../../src/conference/messages.ts";
import type { Id } from "../../../src/kernel/ids.ts";
import type { Message } from "../../../src/kernel/messages.ts";
import { PledgeCommand } from "../../../src/pledge/messages.ts";
import { convened, flag, terms } from "../../season/certified.ts";
import { certify } from "../../season/simulator/scripts.ts";
import { cast } from "../../season/simulator/seeded.ts";

/** One command of the trial, for one aggregate, under an id of its own. */
export type Order = {
  aggregate: "Pledge" | "Ballot" | "Conference";
  id: Id;
  commandId: Id;
  command: Message;
};

export type Size = { writers: number; races: number; ballots: number; pledges: number; reports: number };

const pledges = PledgeCommand.create;
const order = (aggregate: Order["aggregate"], id: Id, commandId: Id, command: Message): Order => ({
  aggregate,
  id,
  commandId,
  command,
});

/** Each ballot is for an honour of its own. */
export const honourOf = (ballot: number) => ({ ...flag, authority: `UBND tỉnh ${ballot}` });

/** What is there before the servers start: a conference, and pledges that are signed. */
export const prepared = ({ pledges: count }: Size): Order[] => [
  order(
    "Conference",
    terms.conference,
    "prepare-conference",
    ConferenceCommand.create.ConveneConference(convened("bloc").data),
  ),
  ...Array.from({ length: count }, (_, at) => {
    const goal = { baseline: "0", goal: "100000", measure: "vụ" };
    const commands = [
      pledges.DraftPledge({ bloc: "noi-chinh", unit: `unit-${at}`, season: "2022", dueOn: "2022-12-31" }),
      pledges.PromiseTarget({ target: "cases", name: "Số vụ", goal }),
      pledges.SignPledge({ signatory: { name: "An" }, signedOn: "2022-01-10" }),
    ];
    return commands.map((command, step) => order("Pledge", `p${at}`, `prepare-${at}-${step}`, command));
  }).flat(),
];

/**
 * What one writer of one server sends, one command after the other. All writers want to create the same `races` pledges,
 * each its own. The ballots are shared out, and all report on the same pledges.
 */
export function planOf(server: number, writer: number, size: Size): Order[] {
  const me = server * size.writers + writer;
  const all = 2 * size.writers;
  const mine = (count: number) =>
    Array.from({ length: count }, (_, at) => at).filter((at) => at % all === me);
  const races = Array.from({ length: size.races }, (_, at) =>
    order(
      "Pledge",
      `race${at}`,
      `race-${at}-${me}`,
      pledges.DraftPledge({ bloc: "noi-chinh", unit: `unit-${me}`, season: "2022", dueOn: "2022-12-31" }),
    ),
  );
  const ballots = mine(size.ballots).flatMap((at) =>
    [openFor(at), ...cast({ procuracy: 4 }, terms.nominees), certify].map((command, step) =>
      order("Ballot", `b${at}`, `ballot-${at}-${step}`, command),
    ),
  );
  const reports = mine(size.reports).map((at) =>
    order(
      "Pledge",
      `p${at % size.pledges}`,
      `report-${at}`,
      pledges.ReportProgress({ target: "cases", value: `${at + 1}`, observedOn: "2022-11-30", evidence: [] }),
    ),
  );
  return [...races, ...interleaved(ballots, reports)];
}

const openFor = (ballot: number) =>
  BallotCommand.create.OpenBallot({ ...terms, purpose: { kind: "honour", honour: honourOf(ballot) } });

/** The first list spread over the second one. */
function interleaved<T>(few: readonly T[], many: readonly T[]): T[] {
  const every = Math.max(1, Math.floor(many.length / (few.length + 1)));
  const woven = many.flatMap((one, at) => {
    const next = at % every === 0 ? few[at / every] : undefined;
    return next === undefined ? [one] : [next, one];
  });
  return [...woven, ...few.slice(Math.ceil(many.length / every))];
}
