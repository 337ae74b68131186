import type { Begun } from "../kernel/during.ts";
import type { Ballot } from "./state.ts";

/** The challenges that were upheld, dismissed or not answered, and that no recount followed. */
export function pending({ challenges }: Begun<Ballot>, isUpheld: boolean | undefined): string[] {
  return [...challenges]
    .filter(([, { answer, remedied }]) => answer?.isUpheld === isUpheld && !remedied)
    .map(([id]) => id);
}

/** After a recount, nothing is left to do about the complaints that were upheld. */
export function remedied({ challenges }: Begun<Ballot>): Begun<Ballot>["challenges"] {
  return new Map(
    [...challenges].map(([id, challenge]) => [
      id,
      { ...challenge, remedied: challenge.answer?.isUpheld === true },
    ]),
  );
}
