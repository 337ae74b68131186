import type { BallotEvent } from "../ballot/messages.ts";
import type { DataOf } from "../kernel/messages.ts";

type Method = DataOf<BallotEvent, "BallotOpened">["method"];

/** The same method among fewer: a paper never names more than there are nominees. */
export function methodAmong(method: Method, nominees: number): Method {
  const isAbove = "namesMax" in method && method.namesMax !== undefined && method.namesMax > nominees;
  return isAbove ? { ...method, namesMax: nominees } : method;
}
