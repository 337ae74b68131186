import { writeFileSync } from "node:fs";
import { at, files, type Pins, pinOf, pins, textOf, today } from "./logs.ts";

/**
 * `npx tsx test/golden/write.ts` adds the logs and pins that are missing, and changes nothing that is there: it throws
 * where a log or a state has changed. `--anew` writes all of them anew, which nobody does after the release.
 */
const isAnew = process.argv.includes("--anew");
const there: Pins = isAnew || !files.length ? {} : pins();

for (const [name, play] of Object.entries(today)) {
  const text = await play();
  if (!isAnew && files.includes(name) && text !== textOf(name))
    throw new Error(`${name} has changed. Give the new log a name with the next number`);
  writeFileSync(at(name), text);
}

const kept: Pins = {};
for (const name of [...new Set([...files, ...Object.keys(today)])]
  .filter((one) => !one.startsWith("lamp"))
  .sort()) {
  const pin = pinOf(textOf(name));
  const before = there[name];
  for (const [stream, states] of Object.entries(pin.states)) {
    const earlier = before?.states[stream] ?? {};
    for (const [version, digest] of Object.entries(states))
      if (earlier[version] !== undefined && earlier[version] !== digest)
        throw new Error(`the state of ${stream} in ${name} has changed: raise its stateVersion`);
    pin.states[stream] = { ...earlier, ...states };
  }
  kept[name] = pin;
}
writeFileSync(at("pins.json"), `${JSON.stringify(kept, null, 2)}\n`);
