/** An element as it was read: name, attributes, children and text. */
export type Read = { name: string; attributes: Map<string, string>; children: Read[]; text: string };

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["#39", "'"],
]);

/** Characters that an XML 1.0 document may hold (section 2.2). */
const allowed = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;

/**
 * Reads the subset of XML that a picture is written in, strictly: one root, balanced tags, quoted attributes each
 * once, the five entities and no other, ids once. Throws for anything else.
 */
export function readXml(source: string): Read {
  if (!source.isWellFormed() || !allowed.test(source)) throw new Error("a character that XML does not have");
  const token = /<(\/?)([A-Za-z][\w:]*)((?: [A-Za-z][\w:-]*="[^"<]*")*)(\/?)>|([^<]+)/gy;
  const top: Read = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [top];
  const ids = new Set<string>();
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const found = token.exec(source);
    if (!found) throw new Error(`no XML: ${source.slice(at, at + 60)}`);
    const [, closes, name = "", attributes = "", isEmpty, text] = found;
    const inner = open.at(-1);
    if (!inner) throw new Error("more closed than opened");
    if (text !== undefined) inner.text += unescaped(text);
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const read = { name, attributes: attributesOf(attributes), children: [], text: "" };
      const id = read.attributes.get("id");
      if (id !== undefined && ids.has(id)) throw new Error(`id ${id} twice`);
      if (id !== undefined) ids.add(id);
      inner.children.push(read);
      if (!isEmpty) open.push(read);
    }
  }
  const [root] = top.children;
  if (open.length !== 1 || !root || top.children.length !== 1 || top.text !== "")
    throw new Error("not one root");
  return root;
}

function attributesOf(source: string): Map<string, string> {
  const read = new Map<string, string>();
  for (const [, key = "", value = ""] of source.matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
    if (read.has(key)) throw new Error(`${key} twice`);
    read.set(key, unescaped(value));
  }
  return read;
}

function unescaped(text: string): string {
  return text.replace(/&([^;]*;?)/g, (_, entity: string) => {
    const mark = entities.get(entity.replace(/;$/, ""));
    if (mark === undefined || !entity.endsWith(";")) throw new Error(`no entity: &${entity}`);
    return mark;
  });
}

/** All elements below, the root first. */
export const all = (root: Read): Read[] => [root, ...root.children.flatMap(all)];

/** The elements of a class. */
export const ofClass = (root: Read, name: string): Read[] =>
  all(root).filter(({ attributes }) => attributes.get("class")?.split(" ").includes(name));
