import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BlocEvent, BlocRejection } from "../../src/bloc/messages.ts";
import { CampaignEvent, CampaignRejection } from "../../src/campaign/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { blocEventsEn, blocRejectionsEn } from "../../src/minutes/en/bloc.ts";
import { campaignEventsEn, campaignRejectionsEn } from "../../src/minutes/en/campaign.ts";
import { sayEn } from "../../src/minutes/en/say.ts";
import { sharedRejectionsEn } from "../../src/minutes/en/shared.ts";
import type { Phrases, Say } from "../../src/minutes/language.ts";
import { blocEventsVi, blocRejectionsVi } from "../../src/minutes/vi/bloc.ts";
import { campaignEventsVi, campaignRejectionsVi } from "../../src/minutes/vi/campaign.ts";
import { sayVi } from "../../src/minutes/vi/say.ts";
import { sharedRejectionsVi } from "../../src/minutes/vi/shared.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { issuePlan, launch } from "../campaign/life.ts";

const languages = [
  { name: "Vietnamese", say: sayVi(() => undefined) },
  { name: "English", say: sayEn(() => undefined) },
];

const units = new Map([["enforcement", "Cục Thi hành án dân sự tỉnh"]]);

describe("the sentences on a bloc and a campaign", () => {
  it.each([
    { ...languages[0], phrases: { ...blocEventsVi, ...campaignEventsVi } },
    { ...languages[1], phrases: { ...blocEventsEn, ...campaignEventsEn } },
  ])("say in $name what happened, every day of it included", ({ phrases, say }) => {
    saysAll(fc.oneof(arbitraryOf(BlocEvent), arbitraryOf(CampaignEvent)), phrases, say);
  });

  it.each([
    { ...languages[0], phrases: { ...sharedRejectionsVi, ...blocRejectionsVi, ...campaignRejectionsVi } },
    { ...languages[1], phrases: { ...sharedRejectionsEn, ...blocRejectionsEn, ...campaignRejectionsEn } },
  ])("say in $name what stands against it", ({ phrases, say }) => {
    saysAll(fc.oneof(arbitraryOf(BlocRejection), arbitraryOf(CampaignRejection)), phrases, say);
  });

  it("state the launch and the plan of 2022 as offices write them", () => {
    const say = sayVi((unit) => units.get(unit));
    const { CampaignLaunched, CampaignPlanIssued } = campaignEventsVi;
    expect(CampaignLaunched(launch.data, say)).toContain(
      "theo Chỉ thị số 12/CT-UBND ngày 29/12/2021 của Chủ tịch UBND tỉnh Tây Ninh",
    );
    expect(CampaignPlanIssued(issuePlan.data, say)).toBe(
      "Khối trưởng (Cục Thi hành án dân sự tỉnh) ban hành Kế hoạch số 238/KH-KNC ngày 02/03/2022 của Khối trưởng Khối thi đua Nội chính thực hiện Chỉ thị số 12/CT-UBND ngày 29/12/2021 của Chủ tịch UBND tỉnh Tây Ninh.",
    );
  });
});

function saysAll<M extends Message>(messages: fc.Arbitrary<M>, phrases: Phrases<M>, say: Say | undefined) {
  if (!say) throw new Error("no language");
  fc.assert(
    fc.property(messages, ({ type, data }) => {
      const phrase = phrases[type as M["type"]] as (data: object, say: Say) => string;
      const sentence = phrase(data, say);
      expect(sentence).toMatch(/^\S.*\.$/su);
      expect(sentence).not.toMatch(/undefined|\[object|NaN| {2}|=>/);
      for (const value of Object.values(data))
        if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value))
          expect([say.date(value), say.dayBefore(value)].filter((day) => sentence.includes(day))).not.toEqual(
            [],
          );
    }),
    { numRuns: 400 },
  );
}
