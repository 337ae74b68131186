import { describe, expect, it } from "vitest";
import { DamagedEvent } from "../../src/kernel/errors.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import { known } from "../../src/kernel/reading.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import { pledge } from "../../src/pledge/pledge.ts";

const metadata = {
  ...{ eventId: "e", stream: "Pledge-a", version: 3, recordedAt: "2023-01-09T07:30:00.000Z", actor: "a" },
  ...{ correlationId: "c", causationId: "c", commandId: "c", digest: "d", schemaVersion: 1 },
};
const drafted = {
  type: "PledgeDrafted",
  data: { bloc: "b", unit: "a", season: "2022", dueOn: "2022-12-31" },
};

describe("a stored event that has not its form", () => {
  it.each<[string, unknown, object]>([
    [
      "data of the wrong form",
      { ...drafted, data: { ...drafted.data, dueOn: "soon" }, metadata },
      { stream: "Pledge-a", version: 3, problems: [{ field: "data.dueOn", rule: "civilDate" }] },
    ],
    [
      "an envelope of the wrong form",
      { ...drafted, metadata: { ...metadata, actor: 7 } },
      { stream: "Pledge-a", version: 3, problems: [{ field: "metadata.actor", rule: "type" }] },
    ],
    ["no envelope", { ...drafted, metadata: null }, { stream: "?", version: 0 }],
    ["nothing in it", null, { stream: "?", version: 0, problems: [{ field: "", rule: "type" }] }],
  ])("is damaged, and nobody's input: %s", (_, stored, place) => {
    let thrown: unknown;
    try {
      known(pledge, stored as Recorded);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DamagedEvent);
    expect(thrown).not.toBeInstanceOf(InvalidInput);
    expect(thrown).toMatchObject({ ...place, cause: expect.any(InvalidInput) });
  });
});
