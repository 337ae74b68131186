import * as fc from "fast-check";

type Line = { type: string; data: object; metadata: { version: number; stream: string } & object };
type Place = { holder: Record<string, unknown>; key: string };

/** A place in a log, from which a damage chooses. */
type Die = (sides: number) => number;

/** Every way in which files are damaged: by disks, by editors, by merges, and by people who want another result. */
const damages: Record<string, (lines: string[], die: Die) => string> = {
  "a bit flipped": (lines, die) =>
    ofBytes(lines, (bytes) => bytes.with(die(bytes.length), (bytes[die(bytes.length)] ?? 0) ^ (1 << die(8)))),
  "a byte changed": (lines, die) => ofBytes(lines, (bytes) => bytes.with(die(bytes.length), die(256))),
  "letters lost": (lines, die) => ofText(lines, (text) => spliced(text, die(text.length), 1 + die(4), "")),
  "a letter put in": (lines, die) =>
    ofText(lines, (text) => spliced(text, die(text.length), 0, strange[die(strange.length)] ?? "")),
  "cut anywhere": (lines, die) => ofText(lines, (text) => text.slice(0, die(text.length))),
  "its beginning cut": (lines, die) => ofText(lines, (text) => text.slice(die(text.length))),
  "cut at the end of a line": (lines, die) => joined(lines.slice(0, die(lines.length))),
  "a line deleted": (lines, die) => joined(lines.toSpliced(die(lines.length), 1)),
  "a line doubled": (lines, die) => {
    const at = die(lines.length);
    return joined(lines.toSpliced(at, 0, lines[at] ?? ""));
  },
  "a line again at the end": (lines, die) => joined([...lines, lines[die(lines.length)] ?? ""]),
  "two lines swapped": (lines, die) => {
    const [one, other] = [die(lines.length), die(lines.length)];
    return joined(lines.with(one, lines[other] ?? "").with(other, lines[one] ?? ""));
  },
  "another version": (lines, die) =>
    edited(lines, die, ({ metadata }) => {
      metadata.version = [0, -1, 1, 2, metadata.version + 1, 0.5, 1e308][die(7)] ?? 1;
    }),
  "another stream": (lines, die) =>
    edited(lines, die, ({ metadata }, all) => {
      metadata.stream =
        [...all.map((line) => line.metadata.stream), "Pledge-x", "__proto__-x", ""][die(all.length + 3)] ??
        "";
    }),
  "another type": (lines, die) =>
    edited(lines, die, (line, all) => {
      line.type = [...all.map(({ type }) => type), "constructor", "__proto__", ""][die(all.length + 3)] ?? "";
    }),
  "another form": (lines, die) =>
    edited(lines, die, ({ metadata }) => {
      Object.assign(metadata, { schemaVersion: [0, 2, 1_000, "1", null][die(5)] });
    }),
  "the data of another event": (lines, die) =>
    edited(lines, die, (line, all) => {
      line.data = all[die(all.length)]?.data ?? {};
    }),
  "a field lost": (lines, die) =>
    edited(lines, die, (line) => {
      const { holder, key } = placeIn(line, die);
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
    }),
  "a value changed": (lines, die) =>
    edited(lines, die, (line) => {
      const { holder, key } = placeIn(line, die);
      holder[key] = poison[die(poison.length)];
    }),
  "a number changed": (lines, die) => ofText(lines, (text) => nthReplaced(text, /\d/g, die, `${die(10)}`)),
  "a field put in": (lines, die) =>
    edited(lines, die, (line) => {
      const { holder, key } = placeIn(line, die);
      const at = typeof holder[key] === "object" && holder[key] !== null ? holder[key] : holder;
      Object.defineProperty(at, ["extra", "__proto__", "toJSON"][die(3)] ?? "", {
        value: 1,
        enumerable: true,
      });
    }),
  "a key twice": (lines, die) => {
    const at = die(lines.length);
    const other = JSON.parse(lines[die(lines.length)] ?? "") as Line;
    const data = `,"data":${JSON.stringify(other.data)}`;
    const [line = ""] = lines.slice(at);
    return joined(
      lines.with(
        at,
        line.replace(/,"metadata":/, () => `${data},"metadata":`),
      ),
    );
  },
  "a key twice within": (lines, die) => {
    const at = die(lines.length);
    const [line = ""] = lines.slice(at);
    return joined(lines.with(at, nthReplaced(line, /("[a-zA-Z]+":)("[^"]*")/g, die, '$1$2,$1"police"')));
  },
  "blanks put in": (lines) => lines.map((line) => ` ${line} \r`).join("\n"),
  "an empty line put in": (lines, die) => joined(lines.toSpliced(die(lines.length), 0, "")),
  "brackets without end": (lines, die) => joined(lines.with(die(lines.length), "[".repeat(5_000))),
  "a value without end put in": (lines, die) => {
    const at = die(lines.length);
    const deep = `{"deep":${"[".repeat(9_000)}${"]".repeat(9_000)},`;
    return joined(
      lines.with(
        at,
        (lines[at] ?? "").replace(/\{/, () => deep),
      ),
    );
  },
  "its letters taken apart": (lines) => joined(lines).normalize("NFD"),
};

const strange = ['"', "{", "}", ",", "\\", "\n", "\r", "\u2028", "\ufeff", "0", "-", "\u0000", " ", "\u0301"];
const poison = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  "",
  "__proto__",
  "police",
  [],
  {},
  [[]],
  "a\u200b",
  "\ud800",
];

/** A log, as lines, with a fault in it; sometimes the fault changes nothing. */
export function damaged(lines: readonly string[]): fc.Arbitrary<{ kind: string; text: string }> {
  const kinds = fc.constantFrom(...Object.keys(damages));
  return fc.tuple(kinds, fc.array(fc.nat(), { minLength: 6, maxLength: 6 })).map(([kind, rolls]) => {
    let roll = 0;
    const die: Die = (sides) => {
      roll += 1;
      return (rolls[roll % rolls.length] ?? 0) % sides;
    };
    return { kind, text: damages[kind]?.([...lines], die) ?? "" };
  });
}

const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
const ofText = (lines: readonly string[], edit: (text: string) => string) => edit(joined(lines));
const spliced = (text: string, at: number, count: number, put: string) =>
  text.slice(0, at) + put + text.slice(at + count);

function ofBytes(lines: readonly string[], edit: (bytes: Uint8Array) => Uint8Array): string {
  return new TextDecoder().decode(edit(new TextEncoder().encode(joined(lines))));
}

function edited(lines: string[], die: Die, edit: (line: Line, all: readonly Line[]) => void): string {
  const all = lines.map((line) => JSON.parse(line) as Line);
  const at = die(lines.length);
  const line = JSON.parse(lines[at] ?? "") as Line;
  edit(line, all);
  return joined(lines.with(at, JSON.stringify(line)));
}

/** Any place in a value, at any depth. */
function placeIn(value: object, die: Die): Place {
  const places: Place[] = [];
  const visit = (holder: Record<string, unknown>) => {
    for (const [key, item] of Object.entries(holder)) {
      places.push({ holder, key });
      if (typeof item === "object" && item !== null) visit(item as Record<string, unknown>);
    }
  };
  visit(value as Record<string, unknown>);
  return places[die(places.length)] as Place;
}

function nthReplaced(text: string, pattern: RegExp, die: Die, put: string): string {
  const found = [...text.matchAll(pattern)];
  const match = found[die(Math.max(1, found.length))];
  if (!match) return text;
  const once = new RegExp(pattern.source);
  return spliced(text, match.index, match[0].length, match[0].replace(once, put));
}
