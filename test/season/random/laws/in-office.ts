import type { CivilDate } from "../../../../src/kernel/time.ts";
import { endingOf, isActive, membersOf } from "./members.ts";
import { heirOf, rotationOf, running, takenIn } from "./offices.ts";
import type { Finding, Known, Story } from "./told.ts";

/** C27, X3, X9, X13: the flag, the terms and the campaigns of whoever is in office. */
export function lawsInOffice(known: Known, end: CivilDate): Finding[] {
  const byRotation = known
    .of("ChairRotation")
    .flatMap((rotation) => [...flag(known, rotation, end), ...inTurn(rotation), ...alone(known, rotation)]);
  return [...byRotation, ...stewards(known)];
}

/**
 * X3: the flag is with the chair, with its issuer, or lost; or it is listed. Where the chair has ended without an heir there
 * is none that could have it: the empty chair is listed (C15), and the flag again once somebody is in the chair. Nobody
 * holds an office in a rotation that is closed, as that of a dissolved bloc is (C26).
 */
function flag(known: Known, rotation: Story, end: CivilDate): Finding[] {
  const opening = rotation.first("RotationOpened")?.data;
  if (!opening?.flag || takenIn(rotation).length === 0 || rotation.has("RotationClosed")) return [];
  let custodian: string | undefined = opening.chair;
  for (const told of rotation.inOrder("ChairHandedOver", "FlagReceived", "FlagLost", "FlagReplaced")) {
    if (told.type === "ChairHandedOver") custodian = told.data.flag ? told.data.to : custodian;
    else if (told.type === "FlagLost") custodian = undefined;
    else custodian = told.data.to.kind === "unit" ? told.data.to.unit : undefined;
  }
  const heir = (unit: string | undefined) => heirOf(known, opening.bloc, unit, end);
  const { chair } = running(rotation);
  const isEmpty =
    chair !== undefined &&
    endingOf(
      membersOf(known.story("Bloc", opening.bloc)),
      heir(chair) ?? "",
      takenIn(rotation).at(-1)?.on,
    ) !== undefined;
  const ok =
    custodian === undefined ||
    chair === undefined ||
    heir(custodian) === heir(chair) ||
    known.isListed(["X3", "C14", ...(isEmpty ? ["C15"] : [])], rotation.id);
  return [{ law: "X3", key: rotation.id, ok, detail: `chair ${chair}, flag with ${custodian}` }];
}

/** X13: terms follow one another, none is left out. */
function inTurn(rotation: Story): Finding[] {
  const first = rotation.first("RotationOpened")?.data;
  const begun = takenIn(rotation).map(({ term }) => Number(term));
  const from = Number(first?.calendar.term) + (first?.chair === undefined ? 0 : 1);
  const ok = begun.every((term, at) => term === from + at);
  return begun.length === 0 ? [] : [{ law: "X13", key: rotation.id, ok, detail: begun.join() }];
}

/** X9: a rotation that no vote of its bloc is for is as it was opened. */
function alone(known: Known, rotation: Story): Finding[] {
  const bloc = rotation.first("RotationOpened")?.data.bloc;
  const isOther = bloc !== undefined && !known.story("Bloc", bloc);
  const moved = rotation.inOrder("ChairDesignated", "ChairHandedOver", "ChairInstalled", "DeputyDesignated");
  return isOther
    ? [{ law: "X9", key: rotation.id, ok: moved.length === 0, detail: `${moved.length} events` }]
    : [];
}

/** The day of what was told right before a place in the log. */
const dayBefore = ({ log }: Known, n: number): CivilDate =>
  log[Math.min(n, log.length) - 1]?.metadata.recordedAt.slice(0, 10) ?? "";

/** C27: while a campaign runs, its steward is the chair in office from the handover on. */
function stewards(known: Known): Finding[] {
  return known.of("Campaign").flatMap((campaign): Finding[] => {
    const draft = campaign.first("CampaignDrafted")?.data;
    const rotation = draft && rotationOf(known, draft.bloc);
    if (!draft || !rotation || !campaign.has("CampaignLaunched")) return [];
    const ends = campaign.inOrder("CampaignSummedUp", "CampaignCancelled")[0]?.n ?? Number.POSITIVE_INFINITY;
    const day = dayBefore(known, ends);
    const closesOn = campaign.last("CampaignExtended", ends)?.data.closesOn ?? draft.closesOn;
    // A campaign whose time is over may be left to whoever ran it by then.
    const isOver = closesOn < day;
    const at = isOver ? closesOn : day;
    const last = takenIn(rotation, ends).at(-1);
    const then = takenIn(rotation, ends).findLast(({ on }) => !isOver || on < closesOn);
    if (!last || then?.chair === undefined || then.term < draft.season) return [];
    const become = (unit: string | undefined, by: CivilDate) => heirOf(known, draft.bloc, unit, by);
    const chair = become(then.chair, at);
    // A chair that is suspended, or has left with no heir, is another matter, and so is one that came back after it left.
    const members = membersOf(known.story("Bloc", draft.bloc), ends);
    const left = endingOf(members, chair ?? "", then.on)?.on ?? at;
    if (!isActive(members, chair ?? "", at) || left < at) return [];
    const steward = campaign.last("CampaignStewardNamed", ends)?.data.chair;
    const chairs = [then.chair, chair, become(then.chair, day), last.chair, become(last.chair, day)];
    const ok =
      (closesOn <= then.on && steward === undefined) ||
      chairs.includes(steward) ||
      known.isListed("C27", campaign.id);
    return [{ law: "C27", key: campaign.id, ok, detail: `chair ${chair}, steward ${steward}` }];
  });
}
