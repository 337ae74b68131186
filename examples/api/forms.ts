import { ProposalBasis } from "thidua/award";
import { jsonSchema } from "thidua/kernel";
import { Outcome } from "thidua/process";

// The forms of what this service answers, as JSON Schema.

export type Json = { readonly [key: string]: unknown };

export const json = (schema: Json): Json => ({ "application/json": { schema } });
export const list = (items: Json): Json => ({ type: "array", items });

/** An object with these fields; those after them may be missing. */
const object = (fields: Json, optional: Json = {}): Json => ({
  type: "object",
  required: Object.keys(fields),
  properties: { ...fields, ...optional },
});

const text = { type: "string" };
const day = { type: "string", format: "date" };
const whole = { type: "integer", minimum: 0 };
const yesOrNo = { type: "boolean" };
const honour = object({ kind: text, authority: text });
const { $schema: _, ...outcome } = jsonSchema(Outcome);
const { $schema: __, ...basis } = jsonSchema(ProposalBasis);

export const pledgeRow = object(
  {
    pledge: text,
    bloc: text,
    unit: text,
    season: text,
    status: text,
    dueOn: day,
    targets: whole,
    titles: list(honour),
  },
  { signedOn: day },
);

export const awardRow = object({
  award: text,
  bloc: text,
  unit: text,
  season: text,
  honour,
  status: text,
  basis,
  isBasisVoid: yesOrNo,
  lastOn: day,
  isSuspended: yesOrNo,
});

const message = object({ type: text, data: { type: "object" } });
const claim = object({ key: text, law: text, unmet: message }, { takesBack: yesOrNo });

/** A command that a process wanted of an event, and what came of it. */
const wanted = object(
  { process: text, want: text, event: text, aggregate: text, id: text, command: message, outcome },
  { claim },
);
export const matter = wanted;

const addressed = object({ aggregate: text, id: text, command: message }, { claim });
const point = {
  ...{ process: text, key: text, content: text, law: text, what: message, since: day },
  ready: list(addressed),
};
const pointMore = { refusal: message, due: day, inOrder: yesOrNo, want: text, cause: text };
/** Something that is open, with its text in the language of the sender. */
export const openPoint = object({ ...point, text }, pointMore);
/** What is settled by hand: the point as it was seen, and why. */
export const settling = object({ process: text, key: text, content: text, reason: text });
export const settledNow = object({ events: list({ type: "object" }), version: whole }, { repeated: yesOrNo });
/** What a command would lead to, with its text in the language of the sender. */
export const foreseen = object({
  accepted: yesOrNo,
  followed: list(wanted),
  opens: list(object(point, pointMore)),
  closes: list(object(point, pointMore)),
  complete: yesOrNo,
  text: list(text),
});
export const followed = object({ followed: list(wanted), complete: yesOrNo });

const error = object({ name: text, message: text });
export const status = object({
  processes: list(
    object(
      { process: text, version: whole, answered: whole, standsBy: yesOrNo },
      { stopped: object({ process: text, eventId: text, stream: text, error }) },
    ),
  ),
  work: list(object({ name: text, goesOn: yesOrNo }, { error })),
});
