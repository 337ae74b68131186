import { describe, expect, it } from "vitest";
import * as z from "zod";
import { problemMessages } from "../../src/minutes/problem-messages.ts";
import { vi } from "../../src/minutes/vi.ts";
import { PledgeCommand } from "../../src/pledge/messages.ts";
import { Season } from "../../src/vocabulary/season.ts";
import { UnitId } from "../../src/vocabulary/unit.ts";

describe("the schemas in an object of zod itself", () => {
  const Form = z.object({ pledge: PledgeCommand, unit: z.optional(UnitId), seasons: z.array(Season).min(1) });

  it("keep their types and read into their canonical form", () => {
    const form: z.infer<typeof Form> = Form.parse({
      pledge: { type: "DropTarget", data: { target: "cases" } },
      seasons: ["2022"],
    });
    expect(form).toEqual({ pledge: PledgeCommand.create.DropTarget({ target: "cases" }), seasons: ["2022"] });
  });

  it("say what is wrong in the reader's language, beside the program's own fields", () => {
    const input = { pledge: { type: "DropTarget", data: { target: "a b" } }, unit: "", seasons: [] };
    const { error } = Form.safeParse(input, { error: problemMessages(vi) });
    expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["pledge.data.target", "Mã không được có khoảng trắng."],
      ["unit", "Quá ngắn (yêu cầu: 1)."],
      ["seasons", "Có quá ít mục (yêu cầu: 1)."],
    ]);
  });

  it("give a form of one command its fields, each with its type", () => {
    const Signing = z.object(PledgeCommand.data.SignPledge.shape).extend({ remember: z.boolean() });
    const { signatory, signedOn, remember }: z.infer<typeof Signing> = Signing.parse({
      signatory: { name: "  Nguyễn  Văn A " },
      signedOn: "2022-02-10",
      remember: true,
    });
    const command = PledgeCommand.create.SignPledge({ signatory, signedOn });
    expect([command.data, remember]).toEqual([
      { signatory: { name: "Nguyễn Văn A" }, signedOn: "2022-02-10" },
      true,
    ]);
  });
});
