import {
  type Decider as EmmettsDecider,
  DeciderCommandHandler,
  EmmettError,
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
import { type Pledge, type PledgeCommand, PledgeCommand as Pledges } from "../../../src/pledge/messages.ts";
import { pledge } from "../../../src/pledge/pledge.ts";
import type { PledgeEvent } from "../../../src/pledge/messages.ts";
import { scoreboard } from "../../../src/scoreboard/scoreboard.ts";
import type { Caused } from "../../../src/stores/emmett/carried.ts";
import { CommandRefused, emmettDecider } from "../../../src/stores/emmett/emmett-decider.ts";
