import {
  DeciderCommandHandler,
  EmmettError,
  type Decider as EmmettsDecider,
  getInMemoryEventStore,
} from "@event-driven-io/emmett";
import { describe, expect, expectTypeOf, it } from "vitest";
import { award } from "../../../src/award/award.ts";
import { ballot } from "../../../src/ballot/ballot.ts";
import { bloc } from "../../../src/bloc/bloc.ts";
import { campaign } from "../../../src/campaign/campaign.ts";
import { chairRotation } from "../../../src/chair-rotation/chair-rotation.ts";
import { conference } from "../../../src/conference/conference.ts";
import type { CommandMetadata } from "../../../src/kernel/recorded.ts";
import type { PledgeCommand, PledgeEvent } from "../../../src/pledge/messages.ts";
import { pledge } from "../../../src/pledge/pledge.ts";
import type { Pledge } from "../../../src/pledge/state.ts";
import { scoreboard } from "../../../src/scoreboard/scoreboard.ts";
import type { Caused } from "../../../src/stores/emmett/carried.ts";
import { CommandRefused, emmettDecider } from "../../../src/stores/emmett/emmett-decider.ts";
import { draft, promise, sign } from "../../pledge/life.ts";
import { ordered } from "./ordered.ts";

describe("a decider for Emmett", () => {
  it("is one by Emmett's own types, whatever the aggregate", () => {
    type Command = PledgeCommand & { metadata: CommandMetadata };
    expectTypeOf(emmettDecider(pledge)).toExtend<EmmettsDecider<Pledge, Command, Caused<PledgeEvent>>>();
    const handlers = [
      DeciderCommandHandler(emmettDecider(award)),
      DeciderCommandHandler(emmettDecider(ballot)),
      DeciderCommandHandler(emmettDecider(bloc)),
      DeciderCommandHandler(emmettDecider(campaign)),
      DeciderCommandHandler(emmettDecider(chairRotation)),
      DeciderCommandHandler(emmettDecider(conference)),
      DeciderCommandHandler(emmettDecider(pledge)),
      DeciderCommandHandler(emmettDecider(scoreboard)),
    ];
    expect(handlers).toHaveLength(8);
  });

  it("carries out commands over Emmett's store in memory, in streams with our names", async () => {
    const store = getInMemoryEventStore();
    const handle = DeciderCommandHandler(emmettDecider(pledge));
    await handle(store, "police-2022", ordered(draft, "c1"));
    const { newState, newEvents } = await handle(store, "police-2022", [
      ordered(promise, "c2"),
      ordered(sign, "c3"),
    ]);
    expect(newState.status).toBe("signed");
    expect(newEvents.map(({ type }) => type)).toEqual(["TargetPromised", "PledgeSigned"]);
    const { events } = await store.readStream("Pledge-police-2022");
    expect(events.map(({ metadata }) => metadata)).toMatchObject([
      { commandId: "c1", actor: "office", recordedAt: "2023-01-09T07:30:00.000Z" },
      { commandId: "c2" },
      { commandId: "c3" },
    ]);
  });

  it("throws a refusal that Emmett takes for an illegal state, with the rejection as data", async () => {
    const handle = DeciderCommandHandler(emmettDecider(pledge));
    const store = getInMemoryEventStore();
    await handle(store, "police-2022", ordered(draft, "c1"));
    const refused: unknown = await handle(store, "police-2022", ordered(sign, "c2")).catch((error) => error);
    expect(refused).toBeInstanceOf(CommandRefused);
    expect(refused).toMatchObject({ rejection: { type: "PledgeEmpty", data: {} } });
    expect(EmmettError.isInstanceOf(refused, EmmettError.Codes.IllegalStateError)).toBe(true);
    expect((await store.readStream("Pledge-police-2022")).events).toHaveLength(1);
  });

  it("refuses a command and metadata that have not their form, as an input that is not valid", () => {
    const { decide, initialState } = emmettDecider(pledge);
    const broken = { ...ordered(draft, ""), data: {} } as never;
    try {
      decide(broken, initialState());
      expect.unreachable();
    } catch (error) {
      expect(EmmettError.isInstanceOf(error, EmmettError.Codes.ValidationError)).toBe(true);
      const fields = (error as { problems: { field: string }[] }).problems.map(({ field }) => field);
      expect(fields).toEqual(expect.arrayContaining(["data.unit", "metadata.commandId"]));
    }
    expect(() => decide({ ...draft, metadata: undefined } as never, initialState())).toThrow(/metadata/);
  });

  it("takes a command that says of itself that it is one", () => {
    const { decide, initialState } = emmettDecider(pledge);
    const said = { ...ordered(draft, "c1"), kind: "Command" as const };
    expect(decide(said, initialState())).toHaveLength(1);
  });

  it("does not take a number for a text that Emmett's parser made one of, and reads its own texts", () => {
    const { decide, evolve, initialState } = emmettDecider(pledge);
    const drafted = evolve(initialState(), decide(ordered(draft, "c1"), initialState())[0] as never);
    const digits = { ...promise, data: { ...promise.data, target: "00123456789012345678" } };
    const [promised] = decide(ordered(digits as typeof promise, "c2"), drafted);
    const place = { messageId: "m2", streamName: "Pledge-police-2022", streamPosition: 2n };
    const parsed = {
      ...promised,
      data: { ...promised?.data, target: 123456789012345678n },
      metadata: { ...promised?.metadata, ...place },
    };
    expect(evolve(drafted, parsed as never)).toMatchObject({ targets: [{ target: "00123456789012345678" }] });
    const { thidua: _, ...without } = parsed.metadata;
    expect(() => evolve(drafted, { ...parsed, metadata: without } as never)).toThrow(
      /Pledge-police-2022, version 2 is damaged.*target/,
    );
  });
});
