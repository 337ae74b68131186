import { describe, expect, it } from "vitest";
import { pauseUntilWoken } from "../../src/process/clock.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { still } from "./clock.ts";
import { strive } from "./greeting.ts";
import { started } from "./running.ts";

describe("the pause of a reader", () => {
  it("is none where it was told to end before", async () => {
    const asked = { store: {}, clock: still(), signal: AbortSignal.abort() };
    await expect(pauseUntilWoken(1_000, asked)).resolves.toBeUndefined();
  });

  it("keeps no worker that is told to end during its last question", async () => {
    const ending = new AbortController();
    const { changed: _, ...inner } = inMemoryStore();
    const store = {
      ...inner,
      async readAll(options: Parameters<typeof inner.readAll>[0]) {
        const page = await inner.readAll(options);
        if (page.length === 0) ending.abort();
        return page;
      },
    };
    await expect(
      started([strive], { store }).runner.follow({ signal: ending.signal }),
    ).resolves.toBeUndefined();
  });
});
