import { type Disagreement, groups, playHistory } from "./rotation.ts";
import { modelOfRotation } from "./rotation-model.ts";

/** `npm run oracle -- rotation HISTORIES SEED [GROUP]` plays random histories beside the reference model. */
const [what, count = "200", first = "1", only = ""] = process.argv.slice(2);
if (what !== "rotation" || !/^\d+$/.test(count) || !/^\d+$/.test(first)) {
  process.stderr.write("npm run oracle -- rotation HISTORIES SEED\n");
  process.exit(2);
}
const model = await modelOfRotation();
if (!model) {
  process.stdout.write("The reference model is not here: ../shared/oracle/rotation\n");
  process.exit(0);
}

const told = ({ seed, step, command, what: said }: Disagreement) =>
  `; first: seed ${seed}, step ${step}, ${command.type}: ${said}\n    ${JSON.stringify(command)}`;

let [passed, failed] = [0, 0];
for (const group of groups.filter(({ name }) => name.includes(only))) {
  let steps = 0;
  const found: Disagreement[] = [];
  for (let at = 0; at < Number(count); at += 1) {
    const result = playHistory(model, group, Number(first) * 1_000_003 + at);
    if (typeof result === "number") steps += result;
    else found.push(result);
  }
  failed += found.length;
  passed += Number(count) - found.length;
  const [disagreement] = found;
  process.stdout.write(
    `${group.name}: ${found.length} of ${count} disagree, ${steps} commands agreed${disagreement ? told(disagreement) : ""}\n`,
  );
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
