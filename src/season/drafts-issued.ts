import type { DraftKind } from "../conference/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import { defaultPolicies } from "../vocabulary/policies.ts";
import { matterText } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";
import type { Gathering, RoomKnown } from "./room-known.ts";

/** The kinds of drafts that a document of this log follows. Of all others nothing is known here. */
const followed: ReadonlySet<DraftKind> = new Set(["bylaws", "plan", "report", "scoringScale"]);

/** C19: an adopted draft is issued as what it was a draft of. A bloc that is dissolved issues nothing any more (C26). */
export function unissued(facts: RoomKnown, conference: Id, { bloc, drafts }: Gathering): OpenMatter[] {
  if (facts.dissolved.has(bloc)) return [];
  return [...drafts].flatMap(([draft, { title, kind, adoptedOn }]) => {
    if (adoptedOn === undefined || !followed.has(kind)) return [];
    if (issuedIn(facts, bloc).has(nameOf(conference, draft))) return [];
    const what = matterText("DraftNotIssued", { title, kind, adoptedOn });
    const due = addDays(adoptedOn, daysFor(facts, bloc, adoptedOn));
    return [{ key: `issue/${conference}/${draft}`, law: "C19", what, since: adoptedOn, due, ready: [] }];
  });
}

/** In how many days the document follows, by the bylaws in force on the day on which the draft was adopted. */
const daysFor = ({ documentDays }: RoomKnown, bloc: Id, adoptedOn: CivilDate): number =>
  documentDays.get(bloc)?.findLast(({ from }) => from <= adoptedOn)?.days ?? defaultPolicies.awaited.document;

const nameOf = (conference: Id, draft: Id) => `${conference}/${draft}`;
type Adopted = { name: string; conference: Id; kind: DraftKind; adoptedOn: CivilDate };

const worked = new WeakMap<RoomKnown, Map<Id, ReadonlySet<string>>>();

/**
 * The drafts of a bloc that were issued. What is known is looked through once, for all its conferences; a fold still
 * changes it.
 */
function issuedIn(facts: RoomKnown, bloc: Id): ReadonlySet<string> {
  if (!Object.isFrozen(facts)) return matched(facts, bloc);
  const known = worked.get(facts) ?? new Map<Id, ReadonlySet<string>>();
  worked.set(facts, known);
  const found = known.get(bloc) ?? matched(facts, bloc);
  known.set(bloc, found);
  return found;
}

/**
 * Each document is that of one draft. One that names the conference which adopted it is that of its own draft; of all
 * others nobody says which, so each is that of the earliest draft of its kind that had been adopted by then and has none.
 */
function matched({ conferences, issued }: RoomKnown, bloc: Id): ReadonlySet<string> {
  const open = [...conferences]
    .flatMap(([conference, { bloc: of, drafts }]) => (of === bloc ? adoptedAt(conference, drafts) : []))
    .sort((a, b) => byCodePoints(a.adoptedOn + a.name, b.adoptedOn + b.name));
  const documents = [...(issued.get(bloc) ?? [])].sort(
    (a, b) =>
      Number(a.conference === undefined) - Number(b.conference === undefined) || byCodePoints(a.on, b.on),
  );
  const taken = new Set<string>();
  for (const { kind, on, conference: by } of documents) {
    const own = open.find(
      ({ name, conference, ...one }) =>
        one.kind === kind && one.adoptedOn <= on && !taken.has(name) && (by ?? conference) === conference,
    );
    if (own) taken.add(own.name);
  }
  return taken;
}

const adoptedAt = (conference: Id, drafts: Gathering["drafts"]): Adopted[] =>
  [...drafts].flatMap(([draft, { kind, adoptedOn }]) =>
    adoptedOn === undefined ? [] : [{ name: nameOf(conference, draft), conference, kind, adoptedOn }],
  );
