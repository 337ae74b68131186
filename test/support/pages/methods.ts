import type * as z from "zod";
import { ruleOf } from "../../../src/ballot/method-to-rule.ts";
import { Method } from "../../../src/ballot/terms.ts";
import { table } from "./page.ts";

type Rule = ReturnType<typeof ruleOf>;

const papers: Record<Rule["paper"], string> = {
  opinions: '`{ kind: "kept", kept: ["a"] }`, or `struck`, or `{ kind: "opinions", for, against }`',
  names: '`{ kind: "names", names: ["a"] }`, or `kept`',
  ranking: '`{ kind: "ranking", ranking: [["a"], ["b", "c"]] }`',
  scores: '`{ kind: "scores", scores: [{ nominee: "a", points: 3 }] }`',
};

/** What `for` of a line counts, for each sort of paper. */
const counted: Record<Rule["paper"], string> = {
  opinions: "papers that keep it",
  names: "papers that name it",
  ranking: "papers that place it first",
  scores: "papers that give it more than 0",
};

const notes = `Any method takes \`{ kind: "blank" }\` and \`{ kind: "invalid", reason }\`, too. A line of a tally has \`for\`
and \`against\` for every method, and \`points\` only for one that counts points: there they are required.
\`tallyOf(terms, canonicalPapers(terms, papers))\` of \`thidua/ballot\` counts papers as tellers count them, for
\`SubmitTally\`. A method without a threshold takes the bar 0/1, and no show of hands.`;

/** The methods of a ballot: their papers, and what a tally says by each. Written from the rules that count. */
export function methodsSection(): string {
  const rows = optionsOf(Method).map((option) => {
    const method = sampleOf(option) as Method;
    const rule = ruleOf(method);
    return [
      `\`${method.kind}\``,
      papers[rule.paper],
      namesOn(rule, option),
      seatsOf(rule),
      rule.inFavour ? "yes" : "no",
      counted[rule.paper],
      rule.paper === "opinions" ? "papers that strike it out" : "0",
      rule.paper === "scores" ? "all its points" : "absent",
    ];
  });
  const head = [
    "method",
    "a paper",
    "names or points",
    "seats",
    "threshold",
    "`for`",
    "`against`",
    "`points`",
  ];
  return [notes, table(head, rows)].join("\n\n");
}

/** How many names a paper may have, or how many points it may give. */
function namesOn({ paper, namesMax, pointsMax }: Rule, option: z.core.$ZodType): string {
  if (pointsMax !== undefined) return "0 to `pointsMax` each";
  if (paper === "ranking") return "any number of ranks";
  const most = namesMax?.({ nominees: Array.from({ length: 9 }, String), seats: 7 });
  if (most === undefined) return "any number";
  if (most === 1) return "one";
  const isOpen = "namesMax" in shapeOf(option);
  if (most !== 7) return "at most `namesMax`";
  return isOpen ? "at most `namesMax`; absent: as many as seats" : "as many as seats";
}

function seatsOf({ seatsMax, nomineesMax }: Rule): string {
  if (seatsMax === 1) return "one only";
  return nomineesMax === undefined ? "any" : `any, of at most ${nomineesMax} nominees`;
}

const optionsOf = (union: unknown) => (union as z.core.$ZodDiscriminatedUnion)._zod.def.options;
const shapeOf = (option: z.core.$ZodType) => (option as z.core.$ZodObject)._zod.def.shape;

/** A method of this kind, with the least of its options. */
function sampleOf(schema: z.core.$ZodType): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "literal":
      return def.values[0];
    case "enum":
      return Object.values(def.entries)[0];
    case "object": {
      const fields = Object.entries(def.shape).filter(([, field]) => field._zod.def.type !== "optional");
      return Object.fromEntries(fields.map(([key, field]) => [key, sampleOf(field)]));
    }
    default:
      return 3;
  }
}
