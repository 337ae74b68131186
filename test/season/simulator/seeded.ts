import { award } from "../../../src/award/award.ts";
import { ballot } from "../../../src/ballot/ballot.ts";
import { BallotCommand } from "../../../src/ballot/messages.ts";
import { chairRotation } from "../../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand } from "../../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../../src/chair-rotation/policies/presets.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import { commandHandlers } from "../../../src/stores/command-handler.ts";
import { inMemoryStore } from "../../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../../src/stores/whole-log.ts";
import { tellers, terms, units } from "../certified.ts";

export const deciders = [award, ballot, chairRotation];
const { create } = BallotCommand;

export const certify = create.CertifyBallot({
  signatories: ["An", "Bình", "Chi"],
  certifiedOn: "2023-01-09",
  complaintsUntil: "2023-01-16",
});
export const annul = create.AnnulBallot({
  ground: "irregularity",
  reason: "Sai thủ tục",
  annulledOn: "2023-01-12",
});

/** From the check-in to two equal tallies that keep one name alone. */
function cast(kept: string, nominees: readonly string[]): BallotCommand[] {
  const lines = nominees.map((nominee) => ({
    nominee,
    for: nominee === kept ? 4 : 0,
    against: nominee === kept ? 0 : 4,
  }));
  const tally = { valid: 4, invalid: 0, blank: 0, lines };
  return [
    ...units.map((unit) => create.CheckIn({ unit })),
    create.OpenVoting({ openedOn: "2023-01-09" }),
    ...units.map((unit) => create.IssuePaper({ unit })),
    create.CountDeposits({ deposited: 4 }),
    create.CloseBox({}),
    create.OpenBox({ papers: [{ papers: 4, paper: { kind: "kept", kept: [kept] } }] }),
    create.SubmitTally({ teller: "An", tally }),
    create.SubmitTally({ teller: "Bình", tally }),
  ];
}

/** A log in which three ballots are counted and not yet certified, and a rotation is open. */
export async function seeded(): Promise<readonly Recorded[]> {
  const store = inMemoryStore();
  const handlers = commandHandlers({ store, deciders });
  let count = 0;
  const send = async (aggregate: string, id: string, command: BallotCommand | ChairRotationCommand) => {
    count += 1;
    const metadata = { now: new Date("2023-01-09T10:00:00Z"), commandId: `seed${count}`, actor: "office" };
    const result = await handlers.get(aggregate)?.(id, { ...command, metadata });
    if (!result?.ok) throw new Error(`${command.type}: ${JSON.stringify(result)}`);
  };
  const nominees = ["procuracy", "police"];
  for (const id of ["flag", "other"]) {
    await send("Ballot", id, create.OpenBallot({ ...terms, nominees, tellers }));
    for (const command of cast("procuracy", nominees)) await send("Ballot", id, command);
  }
  const chair = { ...terms, nominees: ["police"], purpose: { kind: "chair" as const }, tellers };
  await send("Ballot", "chair", create.OpenBallot(chair));
  for (const command of cast("police", ["police"])) await send("Ballot", "chair", command);
  const opened = ChairRotationCommand.create.OpenRotation({
    bloc: "bloc",
    roster: units.map((unit) => ({ unit })),
    order: units,
    policy: emulationBloc,
    calendar: { term: "2022", startsOn: "2022-01-01", months: 12 },
    chair: "court",
  });
  await send("ChairRotation", "rotation", opened);
  return wholeLog(store);
}
