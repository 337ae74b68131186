import type { AwardEvent } from "../award/messages.ts";
import type { DataOf } from "../kernel/messages.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { electing, pauseNameOf } from "./eligibility.ts";
import type { SeasonEvent } from "./messages.ts";
import { nominationsIn, owedBy } from "./nomination.ts";
import { bumped } from "./nomination-days.ts";
import {
  type AwardKnown,
  type HonoursKnown,
  honoursOf,
  type NominationsKnown,
  newAward,
  type Stage,
} from "./nominations-known.ts";

type Change = Partial<AwardKnown>;

/** What people do with awards: the process says nothing to one that they have ended, and dates nothing before it. */
export const learnOfAwards: ClaimingSpec<NominationsKnown, SeasonEvent>["evolve"] = {
  AwardProposed: proposed,
  BasisReplaced: proposed,
  AwardWithdrawn(facts, { withdrawnOn }, at) {
    step(facts, at, withdrawnOn, (known, season) => ({
      ...noStage,
      ...{ basis: undefined, led: undefined, suspended: undefined },
      restsFrom: electing(season, known),
    }));
  },
  AwardTransferred(facts, { to, transferredOn }, at) {
    step(facts, at, transferredOn, ({ suspended }) => ({
      ...{ unit: to, heldOn: transferredOn, resumedFrom: undefined },
      suspended: suspended === "unitEnded" ? undefined : suspended,
    }));
  },
  DossierSubmitted: (facts, { submittedOn }, at) => step(facts, at, submittedOn, dealtWith),
  AwardVetted: (facts, { vettedOn }, at) => step(facts, at, vettedOn, dealtWith),
  AwardReturned: (facts, { returnedOn }, at) =>
    step(facts, at, returnedOn, (known, season) => ({
      ...reached("returned", returnedOn),
      ...dealtWith(known, season),
      returnedFor: electing(season, known) ?? "",
    })),
  AwardResubmitted: (facts, { resubmittedOn }, at) => step(facts, at, resubmittedOn, () => noStage),
  ConsiderationSuspended: (facts, { ground, suspendedOn }, at) =>
    step(facts, at, suspendedOn, () => ({ suspended: ground, resumedFrom: undefined })),
  ConsiderationResumed(facts, { resumedOn }, at) {
    step(facts, at, resumedOn, () => ({ suspended: undefined }));
    // The pause is that of the day: only what is recorded of the unit by now counts.
    step(facts, at, resumedOn, (known, season) => ({ resumedFrom: pauseNameOf(facts, season, known) }));
  },
  AwardApproved: (facts, { decidedOn }, at) => step(facts, at, decidedOn, dealtWith),
  AwardRejected: (facts, { decidedOn }, at) =>
    step(facts, at, decidedOn, () => reached("rejected", decidedOn)),
  AwardDecided(facts, { decision }, at) {
    const { issuedOn } = decision;
    step(facts, at, issuedOn, (known, season) => ({
      ...reached("decided", issuedOn),
      ...{ wasGranted: true, grantedFor: electing(season, known) },
    }));
  },
  AwardPublished: (facts, { publishedOn }, at) => step(facts, at, publishedOn, () => ({ publishedOn })),
  AwardConferred: (facts, { conferredOn }, at) =>
    step(facts, at, conferredOn, () => ({ ...reached("conferred", conferredOn), wasConferred: true })),
  AwardDeclined: (facts, { declinedOn }, at) =>
    step(facts, at, declinedOn, () => reached("declined", declinedOn)),
  AwardRevoked: (facts, { decision }, at) =>
    step(facts, at, decision.issuedOn, () => reached("revoked", decision.issuedOn)),
  AwardRecovered: (facts, { recoveredOn }, at) => step(facts, at, recoveredOn, () => ({ recoveredOn })),
};

const reached = (stage: Stage, stageOn: CivilDate): Change => ({ stage, stageOn });
const noStage: Change = { stage: undefined, stageOn: undefined };
/** Whoever deals with it has its dossier. */
const dealtWith = (known: AwardKnown, season: HonoursKnown): Change => ({
  dossierFor: electing(season, known) ?? "",
});

/** A person proposes: on the result that counts, as the process does, or on a basis of their own choice. */
function proposed(facts: NominationsKnown, data: DataOf<AwardEvent, "AwardProposed">, at: At): void {
  const { unit, honour, basis, proposedOn, submission } = data;
  const season = honoursOf(facts, data, at.stream);
  const before = season.awards.get(at.id) ?? newAward({ unit, honour });
  const { led: _, basis: __, ...known } = before;
  const isGranted = known.stage === "decided" || known.stage === "conferred";
  season.awards.set(at.id, {
    ...known,
    ...(isGranted ? {} : noStage),
    ...(submission && { dossierFor: electing(season, known) ?? "" }),
    ...{ unit, heldOn: proposedOn, proposals: known.proposals + 1, restsFrom: undefined },
    lastOn: laterOf(proposedOn, known.lastOn),
  });
  bumped(facts, season, { unit, day: proposedOn });
  const one = nominationsIn(facts, season).all.get(at.id);
  const isLed = basis.kind === "ballot" && one && owedBy(one)?.ballot === basis.ballot;
  const now = season.awards.get(at.id);
  if (now) season.awards.set(at.id, { ...now, ...(isLed ? { led: basis.ballot } : { basis }) });
}

/** Remembers a step of a person. What befalls one award of a unit bears on the others that it excludes. */
function step(
  facts: NominationsKnown,
  { id, stream }: At,
  day: CivilDate,
  change: (known: AwardKnown, season: HonoursKnown) => Change,
): void {
  const season = facts.seasons.get(facts.scopeOf.get(stream) ?? "");
  const known = season?.awards.get(id);
  if (!season || !known) return;
  season.awards.set(id, { ...known, ...change(known, season), lastOn: laterOf(day, known.lastOn) });
  bumped(facts, season, { unit: known.unit, day });
}
