/**
 * A connection of its own for `changed`: a connected `Client` of `pg`, which the pool does not give to others, or a
 * `PGlite`.
 */
export type PostgresListener =
  | {
      on(event: "notification", told: (message: { channel: string }) => void): unknown;
      query(text: string): Promise<unknown>;
    }
  | { listen(channel: string, told: () => void): Promise<unknown> };

/** `changed` over one connection, which begins to listen when somebody first asks for it. */
export function changedBy(listener: PostgresListener, channel: string): (wake: () => void) => () => void {
  const listeners = new Set<() => void>();
  let listens = false;
  const told = () => {
    for (const wake of listeners) wake();
  };
  return (wake) => {
    // The same function may be given twice, and each is taken back by itself.
    const own = () => wake();
    listeners.add(own);
    if (!listens) {
      listens = true;
      // A hint may be lost, and so may all of them: whoever listens asks now and then.
      listen(listener, channel, told).catch(() => {
        listens = false;
      });
    }
    return () => void listeners.delete(own);
  };
}

async function listen(listener: PostgresListener, channel: string, told: () => void): Promise<void> {
  if ("listen" in listener) await listener.listen(channel, told);
  else {
    await listener.query(`listen ${channel}`);
    listener.on("notification", (message) => {
      if (message.channel === channel) told();
    });
  }
  // Something may have come between the question of who listens and the beginning.
  told();
}
