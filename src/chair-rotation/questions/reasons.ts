import { type Answer, type Asked, answerIn } from "./answer.ts";
import { mayMatter } from "./may-matter.ts";
import { type Entry, lastWorld, type Replay, worldWithout } from "./replay.ts";

/** An event without which the answer would be another, and that answer; `gives` says which part of it differs. */
export type Reason = { entry: Entry; gives: "turn" | "chair"; otherwise: Answer | undefined };

/** The events without which the answer would be another, in the order of the log. */
export function reasonsOf(replay: Replay, asked: Asked): Reason[] {
  const answer = answerIn(lastWorld(replay), asked);
  if (!answer) return [];
  return replay.entries.filter(mayMatter(replay, asked, answer)).flatMap((entry): Reason[] => {
    const world = worldWithout(replay, entry.position);
    const isAsItWas = world.state === lastWorld(replay).state && world.voids === lastWorld(replay).voids;
    if (isAsItWas) return [];
    const otherwise = answerIn(world, asked, answer);
    if (otherwise?.turn !== answer.turn) return [{ entry, gives: "turn", otherwise }];
    return otherwise.chair === answer.chair ? [] : [{ entry, gives: "chair", otherwise }];
  });
}
