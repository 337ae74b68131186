import { deputyIn, designatedIn, isTermOpen, rotationOf, running } from "./offices.ts";
import {
  ballotsIn,
  conferenceOf,
  electedBy,
  inForce,
  isRunOff,
  isVoid,
  nameOf,
  purposeKey,
  remediesDue,
  resultsIn,
  roundsBefore,
  type Slot,
  seriesOf,
  slotsOf,
  termAfter,
  termsOf,
} from "./results.ts";
import type { Finding, Known, Story } from "./told.ts";

/** What is annulled on these grounds was not held, or fell with something that will be voted again. */
const noVotes = ["setAside", "noTieLeft", "roundVoid", "conferenceCancelled"];

/** X12: no series without an end or an awaited re-vote: what was annulled and has no result is listed. */
export function lawsOfRevotes(known: Known): Finding[] {
  return slotsOf(known).flatMap((slot) => {
    if (known.story("Bloc", slot.bloc)?.has("BlocDissolved")) return oneResult(known, slot);
    const remedies = ballotsIn(known, slot).flatMap((ballot) => remedied(known, slot, ballot));
    const owing = ballotsIn(known, slot).filter((ballot) => leavesVote(known, ballot));
    const revotes = owing.flatMap((ballot) => {
      const again = owing.some((one) => one !== ballot && seriesOf(known, one).includes(ballot));
      return again ? [] : ofSeries(known, slot, ballot);
    });
    return [...oneResult(known, slot), ...remedies, ...revotes];
  });
}

/** X12: what a complaint that was upheld asks for has followed, or is listed, for each complaint. */
function remedied(known: Known, slot: Slot, ballot: Story): Finding[] {
  // A round that counts for nothing has no result that could be wrong.
  if (isVoid(known, ballot)) return [];
  const due = remediesDue(ballot);
  return ballot.all("ChallengeUpheld").map(({ data: { challenge } }) => {
    const ok = due.includes(challenge) === known.isListed("X12", ballot.id, challenge);
    const detail = due.includes(challenge)
      ? "no remedy, and nobody is told"
      : "listed, though there is a remedy";
    return { law: "X12", key: `${nameOf(slot)}/${ballot.id}/${challenge}`, ok, detail };
  });
}

function ofSeries(known: Known, slot: Slot, ballot: Story): Finding[] {
  const purpose = purposeKey(termsOf(ballot)?.purpose ?? { kind: "chair" });
  // Nobody in the chair, or one by a void vote, is a matter of its own once somebody was elected (C12, C16).
  if (purpose === "chair" && wasSigned(known, slot)) return [];
  const isDecided =
    inForce(known, slot, purpose) !== undefined ||
    (purpose === "chair"
      ? !lacksChair(known, slot) || known.isListed("X12", ...chairOf(known, slot))
      : purpose === "deputyChair"
        ? !lacksDeputy(known, slot) || known.isListed("X12", ...deputyOf(known, slot))
        : known.isListed("X12", ballot.id));
  const key = `${nameOf(slot)}/${ballot.id}/revote`;
  return [{ law: "X12", key, ok: isDecided, detail: `nobody is told to vote again on ${purpose}` }];
}

const chairOf = (known: Known, { bloc, season }: Slot) => [rotationOf(known, bloc)?.id ?? "", bloc, season];
const wasSigned = (known: Known, slot: Slot) =>
  ballotsIn(known, slot).some(
    (ballot) => ballot.has("BallotCertified") && termsOf(ballot)?.purpose.kind === "chair",
  );

/** The term after the season is to come, and nobody is named for it. */
function lacksChair(known: Known, slot: Slot): boolean {
  const rotation = rotationOf(known, slot.bloc);
  const term = termAfter(slot);
  return (
    rotation !== undefined && designatedIn(rotation, term) === undefined && running(rotation).term < term
  );
}

const deputyOf = (known: Known, { bloc, season }: Slot) => [
  ...[rotationOf(known, bloc)?.id ?? "", bloc, season],
  "deputy",
];

/** The term after the season is to come or runs, and it has no deputy. */
function lacksDeputy(known: Known, slot: Slot): boolean {
  const rotation = rotationOf(known, slot.bloc);
  const term = termAfter(slot);
  if (!rotation || deputyIn(rotation, term) !== undefined) return false;
  return isTermOpen(known, slot);
}

/** Whether a vote was annulled that has to be held again for its own sake (not for C9, C10 or C18d). */
function leavesVote(known: Known, ballot: Story): boolean {
  const annulled = ballot.last("BallotAnnulled");
  if (!annulled || noVotes.includes(annulled.data.ground) || isRunOff(known, ballot)) return false;
  const isMet = !conferenceOf(known, ballot)?.has("ConferenceCancelled");
  return isMet && !roundsBefore(known, ballot).some((one) => one.has("BallotAnnulled"));
}

/** X12: of two results that no re-vote links one counts, and the other is listed. */
function oneResult(known: Known, slot: Slot): Finding[] {
  const purposes = new Set(
    ballotsIn(known, slot).flatMap((ballot) => {
      const terms = termsOf(ballot);
      return terms ? [purposeKey(terms.purpose)] : [];
    }),
  );
  return [...purposes].flatMap((purpose) => {
    const [first, ...others] = resultsIn(known, slot, purpose);
    if (!first) return [];
    // On an office it is told of the term that it is for, while that is to come or runs.
    const isOfOffice = purpose === "chair" || purpose === "deputyChair";
    const ok = isOfOffice
      ? others.length === 0 ||
        !isTermOpen(known, slot) ||
        known.isListed("X12", slot.bloc, slot.season, purpose)
      : others.every((one) => known.isListed("X12", one.ballot.id));
    const detail = `${others.length} more, electing ${others.flatMap(electedBy).join()}`;
    return [{ law: "X12", key: `${nameOf(slot)}/${purpose}`, ok, detail }];
  });
}
