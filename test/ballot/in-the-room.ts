import { create } from "./refusals.ts";

// Who comes, goes, votes for whom and is asked in writing.

export const leave = (unit: string) => create.RecordDeparture({ unit });
export const represent = (principal: string, holder: string) => create.AcceptProxy({ principal, holder });
export const withdraw = (principal: string) => create.WithdrawProxy({ principal });
export const consult = (unit: string) => create.ConsultInWriting({ unit });
export const votingOpened = (figures: object) => ({
  type: "VotingOpened" as const,
  data: { eligible: 8, needed: 6, present: 6, openedOn: "2023-01-09", ...figures },
});

/** More than half of those present, which eight units make five. */
export const ofThePresent = { numerator: 1, denominator: 2, strict: true, base: "present" } as const;
