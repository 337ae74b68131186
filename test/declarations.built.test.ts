import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { languageService } from "./support/language-service.ts";
import { root } from "./support/packed.ts";

/** The declarations of the package as a program that imports it finds them. */
const built = {
  paths: { thidua: ["./dist/index.d.ts"], "thidua/*": ["./dist/*/index.d.ts"] },
  baseUrl: root,
};

describe("the declarations of the package", () => {
  const metadata = '{ now: new Date(0), commandId: "c", actor: "office" }';
  const program = `
    import { aggregates, pledge, PledgeCommand, type PledgeEvent, ballot, BallotCommand, DocumentRef } from "thidua";
    export const signed = PledgeCommand.create.SignPledge({ signatory: { name: "An" }, signedOn: "2022-02-10" });
    export const decision = pledge.decide({ ...signed, metadata: ${metadata} }, pledge.initialState());
    export const event = (event: PledgeEvent) => event;
    export const at = ballot.fold([]);
    export const read = DocumentRef.parse({});
    export const day = signed.data.signedOn;
    export const byName = aggregates.Pledge;
    export const box = BallotCommand.create.CountDeposits({ deposited: 3 }).data.deposited;
  `;
  const { file, service } = languageService(program, built);
  const hover = (name: string, within = name) => {
    const at = program.indexOf(within) + within.lastIndexOf(name);
    const info = service.getQuickInfoAtPosition(file, at);
    return {
      text: ts.displayPartsToString(info?.displayParts),
      comment: ts.displayPartsToString(info?.documentation),
    };
  };

  it("hold no error, as a program sees them", () => {
    expect(service.getSemanticDiagnostics(file).map(({ messageText }) => messageText)).toEqual([]);
  });

  it.each([
    ["byName", "const byName", "const byName: Decider<Pledge, PledgeCommand, PledgeEvent, PledgeRejection>"],
    ["pledge", ", pledge", "const pledge: Decider<Pledge, PledgeCommand, PledgeEvent, PledgeRejection>"],
    ["decide", "pledge.decide", "decide(command: Sent<PledgeCommand>, state: Pledge)"],
    ["decision", "const decision", "const decision: Decision<PledgeEvent, PledgeRejection>"],
    ["SignPledge", "create.SignPledge", "(data: { signatory: Person; signedOn: CivilDate; }) => SignPledge"],
    ["event", "(event: PledgeEvent)", "PledgeEvent"],
    ["fold", "ballot.fold", "fold(events: Iterable<BallotEvent>, from?: Ballot | undefined): Ballot"],
    ["read", "const read", "const read: DocumentRef"],
  ])("show %s by the names of its types", (name, within, expected) => {
    const { text } = hover(name, within);
    expect(text.replace(/\s+/g, " ")).toContain(expected);
    expect(text.length).toBeLessThan(200);
  });

  it("keep the comments of words, and give each field one of its own or that of its schema", () => {
    expect(hover("SignPledge", "create.SignPledge").comment).toBe(
      "Freezes the targets; refused while there is none.",
    );
    expect(hover("signedOn", "data.signedOn").comment).toContain("A day of the civil (Gregorian) calendar");
    expect(hover("deposited", "data.deposited").comment).not.toBe("");
  });
});

describe("the types of each schema, built and in the sources", () => {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .filter((path) => ts.sys.fileExists(join(root, "dist", path.replace(/\.ts$/, ".d.ts"))))
    .map((path) => ({ path, names: schemaNames(readFileSync(join(root, "src", path), "utf8")) }))
    .filter(({ names }) => names.length > 0);
  const lines = files.flatMap(({ path, names }, at) => [
    `import * as source${at} from "../src/${path}";`,
    `import * as built${at} from "../dist/${path.replace(/\.ts$/, ".js")}";`,
    ...names.flatMap((name) => [
      `export const ${name}${at}: Same<source${at}.${name}, built${at}.${name}> = true;`,
      `export const ${name}${at}Input: Same<Input<typeof source${at}.${name}>, Input<typeof built${at}.${name}>> = true;`,
    ]),
  ]);
  const head = `
    import type * as z from "zod";
    type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
    type Input<S> = S extends { create: infer C }
      ? { [K in keyof C]: C[K] extends (data: infer D) => infer M ? { data: D; message: M } : never }
      : z.input<S & z.core.$ZodType>;
  `;
  const { file, service } = languageService(`${head}${lines.join("\n")}`);

  it("are the same, to the last optional field", () => {
    expect(lines.length).toBeGreaterThan(200);
    const faults = service.getSemanticDiagnostics(file).map(({ start = 0, messageText }) => ({
      at: service
        .getProgram()
        ?.getSourceFile(file)
        ?.text.slice(start, start + 60),
      messageText,
    }));
    expect(faults).toEqual([]);
  });
});

/** The constants of a module that have a type of the same name. */
function schemaNames(text: string): string[] {
  return [...text.matchAll(/^export const (\w+)\b/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => new RegExp(`^export type ${name} = z\\.infer`, "m").test(text));
}
