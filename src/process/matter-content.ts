import { canonicalText } from "../kernel/canonical.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Outcome } from "./messages.ts";

// What is open, as an id: a person settles just that. It is stored, so it is made of what is said of the matter and of ids.

/** Of what no command settles. Ready commands and the day by which it is due are no part of it. */
export function contentOfMatter({
  key,
  law,
  what,
  since,
}: {
  key: string;
  law: string;
  what: Message;
  since: CivilDate;
}): Id {
  return derivedId("matter", key, canonicalText({ law, what, since }));
}

/** Of a want that came to nothing. */
export function contentOfWant(want: Id, outcome: Outcome): Id {
  return derivedId("matter", want, canonicalText(outcome));
}
