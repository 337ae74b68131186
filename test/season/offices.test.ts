import { describe, expect, it } from "vitest";
import { BallotCommand } from "../../src/ballot/messages.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { ConferenceCommand } from "../../src/conference/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { seasonRunner } from "../../src/process/runner.ts";
import { openPoints } from "../../src/read/what-is-open.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import { commandHandlers } from "../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { still } from "../process/clock.ts";
import { terms } from "./certified.ts";
import { cast, deciders, seeded } from "./simulator/seeded.ts";

const { create } = BallotCommand;
const certify = (certifiedOn: string) =>
  create.CertifyBallot({ signatories: ["An", "Bình", "Chi"], certifiedOn, complaintsUntil: "2023-01-31" });
const annul = create.AnnulBallot({
  ground: "irregularity",
  reason: "Sai thủ tục",
  annulledOn: "2023-01-12",
});
const person = { name: "An" };
const close = ConferenceCommand.create.CloseConference({
  closedOn: "2023-01-09",
  minutes: { kind: "minutes", number: "1/BB", issuedOn: "2023-01-09", issuer: "Khối" },
  chair: person,
  secretary: person,
  summary: "Xong",
});

/** The office of the bloc, with the process of its chair. Its conference is open, and the chair's ballot is counted. */
async function office() {
  const store = inMemoryStore(await seeded("short"));
  const handlers = commandHandlers({ store, deciders });
  const runner = seasonRunner({ store, handlers, processes: [seatChair], clock: still() });
  const points = openPoints([seatChair]);
  const open = async () => points.open(points.fold(await wholeLog(store)));
  let count = 0;
  /** Sends one command, and gives the events of the rotation that follow from it. */
  const send = async (aggregate: string, id: string, command: Message) => {
    count += 1;
    const now = new Date("2023-01-21T03:00:00Z");
    const metadata = { now, commandId: `office-${count}`, actor: "office", correlationId: "season" };
    const { outcome, consequences } = await runner.send({ aggregate, id, command }, metadata);
    expect(outcome.ok, command.type).toBe(true);
    return consequences.flatMap(({ events = [] }) => events.map(({ type, data }) => ({ type, data })));
  };
  return { runner, send, open };
}

/** A re-vote on the chair, up to its count. */
function revote(unit: string): Message[] {
  const follows = { kind: "revote", ballot: "chair-one", annulledOn: "2023-01-12" } as const;
  const again = {
    ...terms,
    conference: "one",
    purpose: { kind: "chair" as const },
    nominees: [unit],
    follows,
  };
  const voted = cast({ [unit]: 4 }, [unit]).map((command) =>
    command.type === "OpenVoting" ? create.OpenVoting({ openedOn: "2023-01-20" }) : command,
  );
  return [create.OpenBallot(again), ...voted];
}

/** The authority decides who chairs the running term: its chair falls vacant, and that unit is installed. */
function decided(chair: string): Message[] {
  const document = { kind: "decision", number: "9/QĐ", issuedOn: "2023-01-20", issuer: "UBND tỉnh" } as const;
  const on = "2023-01-20";
  return [
    ChairRotationCommand.create.RecordVacancy({ term: "2023", from: on, reason: "Theo quyết định" }),
    ChairRotationCommand.create.InstallChair({
      ...{ term: "2023", chair, installedOn: on, basis: { kind: "document", document } },
    }),
  ];
}

/** A ballot of the deputy, up to its count. */
const deputyBallot = [
  create.OpenBallot({
    ...terms,
    conference: "one",
    purpose: { kind: "deputyChair" },
    nominees: ["police"],
  }),
  ...cast({ police: 4 }, ["police"]),
];

describe("the offices of the next season, with all that the runner does", () => {
  it("are taken back with an annulled ballot, and go to whom the next ballot elects", async () => {
    const { runner, send } = await office();
    expect(await send("Ballot", "chair-one", certify("2023-01-09"))).toMatchObject([
      { type: "ChairDesignated", data: { term: "2023", chair: "police", basis: { ballot: "chair-one" } } },
    ]);
    expect(await send("Ballot", "chair-one", annul)).toEqual([
      {
        type: "ChairUndesignated",
        data: {
          term: "2023",
          chair: "police",
          code: "annulled",
          undesignatedOn: "2023-01-12",
          note: "Sai thủ tục",
        },
      },
    ]);
    for (const command of revote("military")) await send("Ballot", "chair-again", command);
    expect(await send("Ballot", "chair-again", certify("2023-01-20"))).toMatchObject([
      { type: "ChairDesignated", data: { chair: "military", basis: { ballot: "chair-again" } } },
    ]);
    expect(await runner.matters()).toEqual([]);
  });

  it("are filled though one unit is elected to both, and the deputy's ballot is certified first", async () => {
    const { runner, send } = await office();
    for (const command of deputyBallot) await send("Ballot", "deputy", command);
    expect(await send("Ballot", "deputy", certify("2023-01-09"))).toMatchObject([
      { type: "DeputyDesignated", data: { deputy: "police" } },
    ]);
    expect(await send("Ballot", "chair-one", certify("2023-01-09"))).toMatchObject([
      { type: "ChairDesignated", data: { chair: "police" } },
      { type: "DeputyReleased", data: { deputy: "police", ground: "isChair" } },
    ]);
    expect(await runner.matters()).toEqual([]);
  });

  it("stay as they are once the chair is handed over, and the annulled vote is listed", async () => {
    const { runner, send, open } = await office();
    await send("Ballot", "chair-one", certify("2023-01-09"));
    expect(await send("Conference", "one", close)).toMatchObject([
      { type: "ChairHandedOver", data: { from: "court", to: "police", flag: {} } },
    ]);
    expect(await send("Ballot", "chair-one", annul)).toEqual([]);
    expect(await runner.matters()).toEqual([]);
    expect(await open()).toMatchObject([
      { law: "C16", what: { type: "ChairOnVoidVote", data: { unit: "police", voidOn: "2023-01-12" } } },
    ]);
  });

  it("change hands by the commands that are ready once a re-vote elects another, and nothing is left open", async () => {
    const { send, open } = await office();
    await send("Ballot", "chair-one", certify("2023-01-09"));
    await send("Conference", "one", close);
    await send("Ballot", "chair-one", annul);
    for (const command of revote("military")) await send("Ballot", "chair-again", command);
    expect(await send("Ballot", "chair-again", certify("2023-01-20"))).toEqual([]);
    const [matter] = await open();
    expect(matter).toMatchObject({
      law: "C16",
      what: { type: "ChairNotAsElected", data: { unit: "police", elected: "military", term: "2023" } },
    });
    const ready = matter?.ready ?? [];
    expect(ready.map(({ command }) => command.type)).toEqual([
      "RecordVacancy",
      "InstallChair",
      "ReceiveFlag",
    ]);
    for (const { aggregate, id, command } of ready) await send(aggregate, id, command);
    expect(await open()).toEqual([]);
  });

  it.each(["military", "court", "police"])(
    "are given to %s by a decision after the vote fell, and the flag by the command that is ready",
    async (chair) => {
      const { send, open } = await office();
      await send("Ballot", "chair-one", certify("2023-01-09"));
      await send("Conference", "one", close);
      await send("Ballot", "chair-one", annul);
      for (const command of decided(chair)) await send("ChairRotation", "one", command);
      const ready = (await open()).flatMap((matter) => matter.ready);
      expect(ready.map(({ command }) => command.type)).toEqual(chair === "police" ? [] : ["ReceiveFlag"]);
      for (const { aggregate, id, command } of ready) await send(aggregate, id, command);
      expect(await open()).toEqual([]);
    },
  );

  it("are taken over on the day on which the last complaint is dismissed", async () => {
    const { send, open } = await office();
    await send("Ballot", "chair-one", certify("2023-01-09"));
    const challenge = "complaint";
    await send(
      "Ballot",
      "chair-one",
      create.ChallengeResult({ challenge, challenger: "court", ground: "Phiếu sai", raisedOn: "2023-01-09" }),
    );
    expect(await send("Conference", "one", close)).toEqual([]);
    expect(await open()).toMatchObject([{ law: "C14", what: { type: "HandoverHeld" } }]);
    const dismiss = create.DismissChallenge({ challenge, reason: "Không đúng", decidedOn: "2023-01-14" });
    expect(await send("Ballot", "chair-one", dismiss)).toMatchObject([
      { type: "ChairHandedOver", data: { to: "police", handedOverOn: "2023-01-14" } },
    ]);
    expect(await open()).toEqual([]);
  });
});
