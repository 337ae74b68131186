import { toBeFinal } from "../../../src/award/state.ts";
import { policy } from "./founding.ts";
import { activeIn, membersIn } from "./members.ts";
import {
  conferenceOf,
  type Desk,
  heldOn,
  hours,
  january,
  type Luck,
  paperOf,
  person,
  type Year,
} from "./office.ts";

/** The authority may name the chair itself, before or after the vote. */
export function nameChair(year: Year): void {
  const { bloc, after, rotation, luck, on } = year;
  const about = luck("authority");
  if (!about.has("namedByAuthority")) return;
  const day = about.one([january(year, 5), january(year, 10)]);
  const place = about.below(9);
  on(day, hours.secondVote, "authority", (desk) => {
    const units = activeIn(desk, bloc, day);
    const chair = units[place % units.length];
    const document = paperOf("decision", `8/QĐ-${after}`, day);
    const data = { term: after, chair, basis: { kind: "document" as const, document }, designatedOn: day };
    if (chair !== undefined)
      desk.send("ChairRotation", rotation, { type: "DesignateChair", data: { ...data, chair } });
  });
}

/** What is proposed for a unit that has ended passes to its heir, or people go on with it; else it stays suspended. */
function ofEnded(year: Year): void {
  const { bloc, luck, on } = year;
  on(january(year, 21), hours.secondVote, "awards", (desk) => {
    const state = desk.stateOf("Bloc", bloc);
    if (state.status === "blank") return;
    for (const id of awardsIn(desk, year, ["proposed"], { isSuspended: true })) {
      const award = desk.stateOf("Award", id);
      if (award.status === "blank" || membersIn(desk, bloc, desk.day).includes(award.unit)) continue;
      const about = luck("ended", award.unit, award.honour.kind);
      const [to] = state.members.get(award.unit)?.memberships.at(-1)?.successors ?? [];
      const decision = paperOf("decision", `9/QĐ-${year.after}`, desk.day);
      const transfer = { transferredOn: desk.day, decision, excludedBy: [] };
      if (about.has("passedOn") && to !== undefined)
        desk.send("Award", id, { type: "TransferAward", data: { to, ...transfer } });
      else if (about.has("resumedByHand")) {
        const data = { resumedOn: desk.day, reason: "Khối quyết định tiếp tục xem xét" };
        desk.send("Award", id, { type: "ResumeConsideration", data });
      }
    }
  });
}

/** The conference may agree on a chair, before it votes or after. */
export function agreeOnChair(year: Year): void {
  const { bloc, after, rotation, luck, on } = year;
  const about = luck("agreement");
  if (!about.has("agreed")) return;
  const hour = about.one([hours.gathering + 2, hours.afterVotes + 2]);
  const place = about.below(9);
  on(heldOn(year), hour, "authority", (desk) => {
    const units = activeIn(desk, bloc, desk.day);
    const chair = units[place % units.length];
    const basis = { kind: "conference" as const, conference: conferenceOf(year) };
    if (chair !== undefined)
      desk.send("ChairRotation", rotation, {
        type: "DesignateChair",
        data: { term: after, chair, basis, designatedOn: desk.day },
      });
  });
}

/** In October a rotation may get other days for the handover of the coming term. */
export function changeDays({ season, after, rotation, luck, on }: Year): void {
  const about = luck("days");
  if (!about.has("policyAdopted")) return;
  const { handover } = policy;
  const other = about.one([
    { ...handover, daysAfterMax: 5 },
    { ...handover, daysAfterMax: 150 },
    { ...handover, consent: "both" as const },
  ]);
  on(`${season}-10-10`, hours.evening, "authority", (desk) => {
    const document = paperOf("bylaws", `3/QC-${after}`, desk.day);
    const data = {
      term: after,
      policy: { ...policy, handover: other },
      basis: { kind: "document" as const, document },
    };
    desk.send("ChairRotation", rotation, { type: "AdoptRotationPolicy", data });
  });
}

type Step = (desk: Desk, award: { id: string; luck: Luck }) => void;

/** What is proposed goes through vetting and council to the authority, award by award. */
export function awards(year: Year): void {
  const { after, on } = year;
  ofEnded(year);
  const each = (day: string, statuses: readonly string[], step: Step) =>
    on(day, hours.thirdVote, "awards", (desk) => {
      for (const id of awardsIn(desk, year, statuses)) {
        const state = desk.stateOf("Award", id);
        if (state.status === "blank") continue;
        // By unit and honour, whoever proposed it: it has the same luck in every order of things.
        step(desk, { id, luck: year.luck("award", state.unit, state.honour.kind, day) });
      }
    });
  each(january(year, 11), ["proposed"], (desk, { id, luck }) => {
    if (luck.has("withdrawnByHand")) {
      const data = { withdrawnOn: desk.day, reason: "byBloc" as const, note: "Khối rút đề nghị" };
      desk.send("Award", id, { type: "WithdrawProposal", data });
    } else if (luck.has("decidedEarly")) {
      vet(desk, id);
      approve(desk, id);
      decide(desk, id, `3/QĐ-${after}`);
    }
  });
  each(`${after}-02-01`, ["proposed"], (desk, { id }) => vet(desk, id));
  each(`${after}-02-02`, ["vetted"], (desk, { id, luck }) => {
    if (!luck.has("rejected")) return approve(desk, id);
    const data = { council: "Hội đồng", decidedOn: desk.day, reason: "Quá chỉ tiêu" };
    desk.send("Award", id, { type: "RejectAward", data });
  });
  each(`${after}-02-15`, ["approved"], (desk, { id }) => {
    const state = desk.stateOf("Award", id);
    // The authority waits until the result is final.
    if (state.status === "approved" && (state.confirmed || !toBeFinal(state.basis)))
      decide(desk, id, `5/QĐ-${after}`);
  });
  each(`${after}-02-20`, ["decided"], (desk, { id, luck }) => {
    const data = { declinedOn: desk.day, reason: "Đã nhận năm trước" };
    if (luck.has("declined")) desk.send("Award", id, { type: "DeclineAward", data });
  });
  each(`${after}-02-28`, ["decided"], (desk, { id }) => {
    const data = { conferredOn: desk.day, conferredBy: person("Chủ tịch") };
    desk.send("Award", id, { type: "ConferAward", data });
  });
  each(`${after}-03-20`, ["conferred"], (desk, { id, luck }) => {
    if (!luck.has("revoked")) return;
    const decision = paperOf("decision", `7/QĐ-${after}`, desk.day);
    const data = { ground: "falseAchievement" as const, decision, reason: "Gian dối" };
    desk.send("Award", id, { type: "RevokeAward", data });
  });
}

function awardsIn(
  desk: Desk,
  { bloc, season }: Year,
  statuses: readonly string[],
  { isSuspended = false } = {},
): string[] {
  const all = desk.idsOf("Award").flatMap((id) => {
    const state = desk.stateOf("Award", id);
    if (state.status === "blank" || state.bloc !== bloc || state.season !== season) return [];
    return statuses.includes(state.status) && (state.suspended !== undefined) === isSuspended && !state.voided
      ? [{ id, name: `${state.unit} ${state.honour.kind}` }]
      : [];
  });
  return all.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ id }) => id);
}

const vet = (desk: Desk, id: string) =>
  desk.send("Award", id, {
    type: "VetAward",
    data: { body: "Ban Thi đua - Khen thưởng", vettedOn: desk.day },
  });

const approve = (desk: Desk, id: string): void => {
  desk.send("Award", id, { type: "ApproveAward", data: { council: "Hội đồng", decidedOn: desk.day } });
};

/** Where the authority does not wait until the result is final, it is refused. */
function decide(desk: Desk, id: string, number: string): void {
  desk.send("Award", id, { type: "DecideAward", data: { decision: paperOf("decision", number, desk.day) } });
}
