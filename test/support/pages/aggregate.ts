import type * as z from "zod";
import { award } from "../../../src/award/award.ts";
import { ballot } from "../../../src/ballot/ballot.ts";
import { bloc } from "../../../src/bloc/bloc.ts";
import { campaign } from "../../../src/campaign/campaign.ts";
import { chairRotation } from "../../../src/chair-rotation/chair-rotation.ts";
import { conference } from "../../../src/conference/conference.ts";
import type { AnyDecider } from "../../../src/kernel/decider.ts";
import { pledge } from "../../../src/pledge/pledge.ts";
import { processLedger } from "../../../src/process/process.ts";
import { scoreboard } from "../../../src/scoreboard/scoreboard.ts";
import type { Sources } from "../architecture.ts";
import { type Rules, rulesIn } from "./rules.ts";

/** All that the page of an aggregate shows. */
export type Aggregate = Rules & {
  name: string;
  decider: AnyDecider;
  /** The schema of each refusal's data, by its name. */
  rejections: Readonly<Record<string, z.core.$ZodType>>;
};

type Words = { types: readonly string[]; data: Readonly<Record<string, z.core.$ZodType>> };

const deciders: Readonly<Record<string, AnyDecider>> = {
  award,
  ballot,
  bloc,
  campaign,
  "chair-rotation": chairRotation,
  conference,
  pledge,
  process: processLedger,
  scoreboard,
};

/** The aggregates by their folder, with what their sources say. */
export function aggregatesIn(sources: Sources): Map<string, Aggregate> {
  return new Map(
    Object.entries(deciders).map(([folder, decider]) => {
      const [{ types: events }, { types, data }] = [wordsOf(decider.events), wordsOf(decider.rejections)];
      const words = { events, rejections: types, statuses: statusesOf(decider) };
      const rules = rulesIn(sources, folder, words);
      return [folder, { ...rules, name: decider.name, decider, rejections: data }];
    }),
  );
}

/** Each status that a command asks for or that an event meets or leads to is one of these. */
function statusesOf({ rejections }: AnyDecider): string[] {
  const shape = wordsOf(rejections).data.WrongState as z.ZodObject | undefined;
  const status = shape?.shape.status as z.ZodEnum | undefined;
  return Object.values(status?.def.entries ?? {}).map(String);
}

/** `messages` makes the schemas of a decider, but their type does not show it. */
function wordsOf(schema: z.core.$ZodType): Words {
  return schema as unknown as Words;
}
