/**
 * The season of the article from which this library was built, through the public API alone.
 *
 *   tsx examples/tay-ninh-2022.ts                    plays the season and prints it in Vietnamese
 *   tsx examples/tay-ninh-2022.ts --en               the same in English
 *   tsx examples/tay-ninh-2022.ts --events FILE      writes the events to FILE, one JSON object on each line
 *   tsx examples/tay-ninh-2022.ts --read FILE        plays nothing: reads FILE and prints the same text
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  award,
  ballot,
  bloc,
  campaign,
  chairRotation,
  conference,
  fromJsonLines,
  inMemoryStore,
  pledge,
  type Recorded,
  type SeasonEvent,
  toJsonLines,
  wholeLog,
} from "thidua";
import { processLedger } from "thidua/process";
import { openPoints } from "thidua/read";
import { seasonProcesses } from "thidua/season";
import { narrate } from "./tay-ninh/narrate.ts";
import { playSeason } from "./tay-ninh/play.ts";

const { values } = parseArgs({
  options: { en: { type: "boolean" }, events: { type: "string" }, read: { type: "string" } },
});

const text = values.read === undefined ? await played() : readFileSync(values.read, "utf8");
if (values.events !== undefined) writeFileSync(values.events, text);
// In both cases the text comes from the stored events: a season is its events and nothing else.
const deciders = [award, ballot, bloc, campaign, chairRotation, conference, pledge];
const events = fromJsonLines(text, [...deciders, processLedger]);
// The ledgers of the processes say why something followed. The story is told by the rest.
const facts = events.filter(({ metadata }) => !metadata.stream.startsWith(`${processLedger.name}-`));
const points = openPoints(seasonProcesses);
const open = points.open(points.fold(events));
process.stdout.write(narrate(facts as Recorded<SeasonEvent>[], values.en ? "en" : "vi", open));

async function played(): Promise<string> {
  const store = inMemoryStore();
  await playSeason(store);
  return toJsonLines(await wholeLog(store));
}
