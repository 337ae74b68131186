import type { Asked } from "./asked.ts";
import { type Disagreement, groups, playHistory } from "./rotation.ts";
import { modelOfRotation } from "./rotation-model.ts";

/** Plays random histories beside the reference model, and gives the exit code; `words`: a part of the group's name. */
export async function playRotation({ count, first, words: [only = ""], tell }: Asked): Promise<number> {
  const model = await modelOfRotation();
  if (!model) {
    tell("The reference model is not here: ../shared/oracle/rotation");
    return 0;
  }
  let [passed, failed] = [0, 0];
  for (const group of groups.filter(({ name }) => name.includes(only))) {
    let steps = 0;
    const found: Disagreement[] = [];
    for (let at = 0; at < count; at += 1) {
      const result = playHistory(model, group, first * 1_000_003 + at);
      if (typeof result === "number") steps += result;
      else found.push(result);
    }
    failed += found.length;
    passed += count - found.length;
    const [disagreement] = found;
    tell(
      `${group.name}: ${found.length} of ${count} disagree, ${steps} commands agreed${disagreement ? told(disagreement) : ""}`,
    );
  }
  tell(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

const told = ({ seed, step, command, what: said }: Disagreement) =>
  `; first: seed ${seed}, step ${step}, ${command.type}: ${said}\n    ${JSON.stringify(command)}`;
