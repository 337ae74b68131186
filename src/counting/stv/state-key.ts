import type { StvState } from "./stv.ts";

/** What is done first in a state, because its branch picks it. */
type Ahead = { readonly action: string; readonly nominees: readonly number[] };

/**
 * The key of a state in the search of branches: equal for states that go on alike. All have in common who has which
 * status, and what is done first; `parts` are what else decides how the rule goes on. No part can be read as another.
 */
export function stateKey(
  { status }: Pick<StvState<unknown>, "status">,
  ahead: Ahead | undefined,
  parts: readonly string[],
): string {
  const lengths = parts.map((part) => part.length).join();
  return `${textOf(status)}${ahead ? `${ahead.action}${ahead.nominees.join()}` : ""}|${lengths}|${parts.join("")}`;
}

const chunk = 8_192;

/** Small numbers as a text, one character each. */
export function textOf(numbers: Uint16Array | Uint8Array): string {
  let text = "";
  for (let at = 0; at < numbers.length; at += chunk)
    text += String.fromCharCode(...numbers.subarray(at, at + chunk));
  return text;
}
