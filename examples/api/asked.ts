import { check, Id, InvalidInput, type Message } from "thidua/kernel";
import type { KeyedRequest } from "./kept-answers.ts";

export type Asked = KeyedRequest & { command: Message };

/** What is read of a request before anything is kept or carried out. */
type Received = {
  path: string;
  header(name: string): string | undefined;
  arrayBuffer(): Promise<ArrayBuffer>;
};

/**
 * Reads the request for a command. Put a login of yours here: whoever asks says who it is (`Actor`), and is believed.
 * @throws {InvalidInput} naming the header, or the body where that is no JSON in UTF-8
 */
export async function askedIn(request: Received): Promise<Asked> {
  const key = idIn("Idempotency-Key", request.header("Idempotency-Key"));
  const actor = idIn("Actor", request.header("Actor") ?? "nobody");
  const { text, command } = jsonIn(await request.arrayBuffer());
  return { key, actor, path: request.path, body: text, command };
}

function idIn(field: string, received: string | undefined): Id {
  if (received === undefined) throw new InvalidInput([{ field, rule: "required", value: "undefined" }]);
  const read = check(Id, received);
  if (read.ok) return read.value;
  throw new InvalidInput(read.problems.map((problem) => ({ ...problem, field })));
}

/** Whether it is a command, the library says when it reads it. */
function jsonIn(bytes: ArrayBuffer): { text: string; command: Message } {
  try {
    // Bytes of another encoding are refused: a name would be stored without its letters.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, command: JSON.parse(text) };
  } catch {
    const value = JSON.stringify(new TextDecoder().decode(bytes.slice(0, 60)));
    throw new InvalidInput([{ field: "", rule: "json", expected: "UTF-8", value }]);
  }
}
