import type { StreamName } from "../kernel/recorded.ts";
import type { StreamStore } from "./event-store.ts";

/** The last work of each stream that is not done yet, by store. */
const tails = /* @__PURE__ */ new WeakMap<StreamStore, Map<StreamName, Promise<unknown>>>();

/**
 * Does one work after the other on a stream of a store object, whoever asks for it. So the commands that one program
 * sends to a stream at once do not get into each other's way.
 */
export async function inTurn<T>(store: StreamStore, stream: StreamName, work: () => Promise<T>): Promise<T> {
  const ofStore = tails.get(store) ?? new Map<StreamName, Promise<unknown>>();
  tails.set(store, ofStore);
  const before = ofStore.get(stream);
  // What went wrong with the work before is for who asked for it.
  const own = before === undefined ? work() : before.then(work, work);
  ofStore.set(stream, own);
  try {
    return await own;
  } finally {
    if (ofStore.get(stream) === own) ofStore.delete(stream);
  }
}
