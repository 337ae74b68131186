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
import { defaultPolicies } from "../../src/vocabulary/policies.ts";
import { adopt, bylaws, particular } from "../bloc/life.ts";
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

describe("the sentence on bylaws", () => {
  const adopted = { ...adopt.data, bylaws: particular };
  const said = (phrase: typeof blocEventsVi.BylawsAdopted, say: Say | undefined, bylaws = particular) =>
    say && phrase({ ...adopted, bylaws }, say);

  it("says what the honours exclude and need, and each policy that is not the usual one", () => {
    expect(said(blocEventsVi.BylawsAdopted, languages[0]?.say)).toMatch(
      /khối đề nghị 1 Cờ thi đua của UBND tỉnh Tây Ninh \(đơn vị phải có đăng ký, giao ước được đánh giá hoàn thành, đơn vị phải có danh hiệu Tập thể lao động xuất sắc của UBND tỉnh Tây Ninh, không đồng thời nhận Bằng khen của UBND tỉnh Tây Ninh\); 2 Bằng khen của UBND tỉnh Tây Ninh; suất bị trống thì bỏ phiếu bổ sung; giao ước của đơn vị bị chia, tách chuyển cho đơn vị kế thừa; đơn vị gia nhập đến hết tháng thứ 9 của năm thi đua được chấm điểm của năm đó; thời hạn: ban hành văn bản đã thông qua dự thảo 20 ngày, thu hồi hiện vật và tiền thưởng 45 ngày\.$/,
    );
    expect(said(blocEventsEn.BylawsAdopted, languages[1]?.say)).toMatch(
      /the bloc votes again on a seat that falls vacant; the pledge of a unit that is split passes to its successor; units that join by the end of month 9 of a season are scored in it; time allowed: the document of an adopted draft 20 days, the return of a revoked award 45 days\.$/,
    );
  });

  it("says nothing of policies that are as usual, whether the bylaws name them or not", () => {
    for (const phrase of [blocEventsVi.BylawsAdopted, blocEventsEn.BylawsAdopted]) {
      const plain = said(phrase, languages[0]?.say, bylaws());
      expect(said(phrase, languages[0]?.say, { ...bylaws(), policies: defaultPolicies })).toBe(plain);
    }
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
