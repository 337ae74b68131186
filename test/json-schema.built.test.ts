import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { root } from "./support/packed.ts";

type Node = { readonly [key: string]: unknown };
type Message = {
  title: string;
  description?: string;
  properties: { data: { properties: Record<string, Node> } };
};

const schemasOf = (name: string) =>
  JSON.parse(readFileSync(join(root, `dist/schemas/${name}.json`), "utf8")) as {
    $defs: Record<string, { oneOf: Message[] }>;
  };

const aggregates = [
  "bloc",
  "campaign",
  "pledge",
  "scoreboard",
  "conference",
  "ballot",
  "award",
  "chair-rotation",
];

describe("the JSON Schema in the package", () => {
  it.each(aggregates)("of %s describes each command", (name) => {
    const [[, commands] = ["", { oneOf: [] }]] = Object.entries(schemasOf(name).$defs).filter(([key]) =>
      key.endsWith("Command"),
    );
    expect(commands.oneOf.length).toBeGreaterThan(5);
    expect(commands.oneOf.filter(({ description }) => !description).map(({ title }) => title)).toEqual([]);
  });

  it("describes most fields, and the fields inside them", () => {
    const fields = aggregates.flatMap((name) =>
      Object.values(schemasOf(name).$defs).flatMap(({ oneOf }) =>
        oneOf.flatMap(({ properties }) => Object.values(properties.data.properties)),
      ),
    );
    const described = fields.filter(({ description }) => description);
    expect(described.length / fields.length).toBeGreaterThan(0.6);
    const [signature] =
      schemasOf("pledge").$defs.PledgeCommand?.oneOf.filter(({ title }) => title === "SignPledge") ?? [];
    expect(signature?.properties.data.properties).toMatchObject({
      signatory: {
        description: expect.stringContaining("Somebody in an office"),
        properties: {
          name: { description: expect.stringContaining("The name of a person"), maxLength: 100 },
        },
      },
      signedOn: {
        description: expect.stringContaining("A day of the civil (Gregorian) calendar"),
        format: "date",
      },
    });
  });

  it("is read by a validator, and says of a command which field is wrong", () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    for (const name of aggregates) ajv.addSchema(schemasOf(name), name);
    const isCommand = ajv.getSchema("pledge#/$defs/PledgeCommand");
    const data = { signatory: { name: "An" }, signedOn: "2022-02-10" };
    expect(isCommand?.({ type: "SignPledge", data })).toBe(true);
    expect(isCommand?.({ type: "SignPledge", data: { ...data, signedOn: "2022-02-30" } })).toBe(false);
    expect(isCommand?.errors?.map(({ instancePath }) => instancePath)).toContain("/data/signedOn");
  });
});
