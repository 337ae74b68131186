import { whose } from "./rotation-commands.ts";
import type { History, Incident } from "./rotation-history.ts";
import { translations } from "./rotation-incidents.ts";

/** What is wrong with the file: an incident that the README does not know, or one of a term that is not expected. */
export function errorsIn({ incidents, expected }: History): string[] {
  const terms = new Set(expected.map(({ term }) => term));
  return incidents.flatMap((incident) => {
    const { kind, term } = incident;
    if (!translations.has(kind)) return [`no incident of the README: ${kind}`];
    if (!terms.has(term)) return [`${kind} of ${term}, which is no expected term`];
    const missing = lacking(incident);
    return missing === undefined ? [] : [`${kind} of ${term} has no ${missing}`];
  });
}

/** The field that an incident of its kind cannot be without. */
function lacking(incident: Incident): string | undefined {
  const { kind, a, b, order, nominal, chair, instead, member } = incident;
  if (kind === "swap") return a && b ? undefined : "two sides";
  if (kind === "reorder") return order ? undefined : "order";
  if (kind === "substitute")
    return nominal === undefined ? "nominal" : chair === undefined ? "chair" : undefined;
  if (kind === "succession-broken") return instead === undefined ? "instead" : undefined;
  if (kind === "deputy-left") return member === undefined ? "member" : undefined;
  return ofMembers.has(kind) && whose(incident).length === 0 ? "member" : undefined;
}

const ofMembers = new Set(["insert", "remove", "join", "skip", "suspend", "reinstate", "expel", "claim"]);
