import { describe, expect, it, vi } from "vitest";
import { inBackground } from "../../examples/api/in-background.ts";
import { draft, sendTo, twoServers } from "./servers.ts";

const untilAborted = ({ signal }: { signal: AbortSignal }) =>
  new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));

describe("work in the background", () => {
  it("goes on where one part of it stops, which is told by name and reported once", async () => {
    const reports: Error[] = [];
    const broken = vi.fn(() => Promise.reject(new Error("a damaged event")));
    const report = (error: Error) => void reports.push(error);
    const work = inBackground({ lists: broken, processes: untilAborted }, { report, pauseFor: 1 });
    await vi.waitFor(() => expect(broken.mock.calls.length).toBeGreaterThan(2));
    await vi.waitFor(() =>
      expect(work.status()).toEqual([
        { name: "lists", goesOn: false, error: { name: "Error", message: "a damaged event" } },
        { name: "processes", goesOn: true },
      ]),
    );
    expect(reports).toHaveLength(1);
    await work.stop();
  });

  it("begins again, and is told to go on once the log is mended", async () => {
    let isMended = false;
    const part = (options: { signal: AbortSignal }) =>
      isMended ? untilAborted(options) : Promise.reject(new Error("a damaged event"));
    const work = inBackground({ lists: part }, { report: () => undefined, pauseFor: 1 });
    await vi.waitFor(() => expect(work.status()).toMatchObject([{ goesOn: false }]));
    isMended = true;
    await vi.waitFor(() => expect(work.status()).toEqual([{ name: "lists", goesOn: true }]));
    await work.stop();
  });
});

describe("a server beside a newer one", () => {
  it("says what it cannot read any more, and goes on with the rest", async () => {
    const { apps, services, reports, end } = await twoServers();
    const [{ store }] = services;
    await sendTo(apps[0], "k0", { path: "/Pledge/p1" });
    const [event] = await store.read("Pledge-p1");
    if (!event) throw new Error("nothing is stored");
    const newer = (stream: string, type: string, version: number) => {
      const ids = { stream, version, eventId: `new-${stream}`, commandId: `new-${stream}` };
      const metadata = { ...event.metadata, ...ids, schemaVersion: 99 };
      return { stream, expectedVersion: version - 1, events: [{ type, data: {}, metadata }] };
    };
    await store.append([newer("Pledge-p1", "PledgeRenamed", 2), newer("Ballot-b1", "RunOffCalled", 1)]);

    const status = async () => (await apps[1].request("/status")).json();
    const error = { name: "NewerEvent", message: expect.stringContaining("Ballot-b1") };
    await vi.waitFor(async () => {
      expect(await status()).toMatchObject({
        processes: expect.arrayContaining([
          expect.objectContaining({ process: "hold-rounds", stopped: expect.objectContaining({ error }) }),
        ]),
        work: [
          { name: "processes", goesOn: true },
          { name: "lists", goesOn: false, error: { name: "NewerEvent" } },
        ],
      });
    }, 20_000);
    expect(reports.map(({ name }) => name)).toContain("NewerEvent");
    expect((await sendTo(apps[1], "k2", { path: "/Pledge/p2", body: draft })).status).toBe(200);
    await end();
  });
});
