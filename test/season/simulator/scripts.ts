import { awardIdOf } from "../../../src/award/award-id.ts";
import { AwardCommand } from "../../../src/award/messages.ts";
import { BallotCommand } from "../../../src/ballot/messages.ts";
import { ConferenceCommand } from "../../../src/conference/messages.ts";
import type { Id } from "../../../src/kernel/ids.ts";
import type { Message } from "../../../src/kernel/messages.ts";
import { runOffId } from "../../../src/season/run-offs-known.ts";
import { flag } from "../certified.ts";
import type { Chance } from "./chance.ts";
import { cast, papersOf, type Size, tallies } from "./seeded.ts";

/** A command, and the aggregate that it is for. */
export type Sent = { aggregate: string; id: Id; command: Message };

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
const toBallot = (id: Id, ...commands: Message[]): Sent[] =>
  commands.map((command) => ({ aggregate: "Ballot", id, command }));

/** A proposal that a ballot leads to, made by hand. */
export const proposeAhead = AwardCommand.create.ProposeAward({
  unit: "procuracy",
  bloc: "one",
  season: "2022",
  honour: flag,
  basis: { kind: "ballot", ballot: "flag-one", certification: 1 },
  proposedOn: "2023-01-09",
  excludedBy: [],
});

/** What each person does, one thing after the other. Persons act side by side. */
export function scripts({ happens }: Chance, size: Size): Sent[][] {
  const short = [
    toBallot("flag-one", certify, ...(happens(0.5) ? [annul] : [])),
    toBallot("chair-one", certify, ...(happens(0.3) ? [annul] : [])),
    byHand({ happens }),
  ];
  if (size === "short") return short;
  const closed = (bloc: string) => (happens(0.5) ? [closing(bloc)] : []);
  const again = happens(0.4) ? recounted({ procuracy: 1, police: 3 }) : [];
  return [
    toBallot("flag-one", certify, ...again, ...(happens(0.4) ? [annul] : [])),
    toBallot("flag-two", certify, ...(happens(0.5) ? [annul] : [])),
    [...toBallot("chair-one", certify, ...(happens(0.3) ? [annul] : [])), ...closed("one")],
    [...closed("two"), ...toBallot("chair-two", certify)],
    runOff({ annulled: happens(0.3), parentAnnulled: happens(0.3) }),
    byHand({ happens }),
  ];
}

/** The papers are counted again and are others, and the result is certified anew. */
function recounted(kept: Record<string, number>): Message[] {
  const papers = papersOf(kept);
  return [create.RecountPapers({ reading: 2, papers, reason: "Kiểm lại" }), ...tallies(kept), certify];
}

/** The tie is sent to a run-off, which a process opens. Both are certified, and perhaps one is annulled. */
function runOff({ annulled, parentAnnulled }: { annulled: boolean; parentAnnulled: boolean }): Sent[] {
  const child = runOffId("tied", { step: 1, round: 1 });
  return [
    ...toBallot("tied", create.CallRunOff({ step: 1, round: 1 })),
    ...toBallot(child, ...cast({ police: 3, procuracy: 1 }), certify),
    ...toBallot("tied", certify),
    ...(annulled ? toBallot(child, annul) : []),
    ...(parentAnnulled ? toBallot("tied", annul) : []),
  ];
}

/** Somebody proposes ahead what a ballot leads to, or withdraws what it led to. */
function byHand({ happens }: Pick<Chance, "happens">): Sent[] {
  const [proposed, withdrawn] = ["one", "two"].map((bloc) =>
    awardIdOf({ bloc, season: "2022", unit: "procuracy", honour: flag }),
  ) as [Id, Id];
  const withdraw = AwardCommand.create.WithdrawProposal({ withdrawnOn: "2023-01-13", reason: "byBloc" });
  const toAward = (id: Id, command: Message) => ({ aggregate: "Award", id, command });
  return [
    ...(happens(0.5) ? [toAward(proposed, proposeAhead)] : []),
    ...(happens(0.5) ? [toAward(proposed, withdraw)] : []),
    ...(happens(0.3) ? [toAward(withdrawn, withdraw)] : []),
  ];
}

function closing(bloc: string): Sent {
  const person = { name: "An" };
  const command = ConferenceCommand.create.CloseConference({
    closedOn: "2023-01-09",
    minutes: { kind: "minutes", number: "1/BB", issuedOn: "2023-01-09", issuer: "Khối" },
    chair: person,
    secretary: person,
    summary: "Xong",
  });
  return { aggregate: "Conference", id: bloc, command };
}
