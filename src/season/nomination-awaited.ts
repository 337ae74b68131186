import type { DataOf } from "../kernel/messages.ts";
import { addDays, type CivilDate, laterOf } from "../kernel/time.ts";
import { policiesOf } from "../vocabulary/policies.ts";
import { isPaused } from "./eligibility.ts";
import { type MatterText, matterText } from "./messages.ts";
import { type Nomination, owedBy, restsOnOther, voidUnder } from "./nomination.ts";
import type { Around } from "./nomination-claims.ts";
import { isLive, keyOf, subject } from "./nomination-subject.ts";
import type { NominationsKnown } from "./nominations-known.ts";
import type { OpenMatter } from "./open-matter.ts";

type Step = DataOf<MatterText, "AwardStepAwaited">["step"];
type Due = { step: Step; since: CivilDate };

/** C35: what comes next with an award, and by when. */
export function awaited(around: Around, one: Nomination): OpenMatter[] {
  const days = policiesOf(around.nominations.bylaws).awaited;
  return stepsDue(around, one).map(({ step, since }) => ({
    key: `${keyOf("awaited", around.season, one)}/${step}`,
    law: "C35",
    what: matterText("AwardStepAwaited", { ...subject(around.season, one), step }),
    since,
    due: addDays(since, days[step]),
    ready: [],
  }));
}

function stepsDue({ facts, season }: Around, one: Nomination): Due[] {
  const { known } = one;
  const { stage, stageOn = "" } = known;
  if (stage === "revoked")
    return known.wasConferred && known.recoveredOn === undefined
      ? [{ step: "recovery", since: stageOn }]
      : [];
  if (!isLive(one)) return [];
  // What is granted goes on, whatever has come over its unit since; only what is undecided waits.
  if (stage === "decided")
    return voidUnder(season, one)
      ? []
      : [
          ...(known.publishedOn === undefined ? [{ step: "publication" as const, since: stageOn }] : []),
          { step: "conferral", since: stageOn },
        ];
  if (stage === "conferred" || isPaused(facts, season, known)) return [];
  const behind = restsOnOther(one) ? "" : (owedBy(one)?.ballot ?? "");
  if (stage === "returned" && known.returnedFor === behind) return [{ step: "resubmission", since: stageOn }];
  const since = known.dossierFor === behind ? undefined : closedOnFor(facts, one);
  return since === undefined ? [] : [{ step: "dossier", since }];
}

/** From when on its dossier is due: from the close of the conference that elected it, or agreed on it, or from a vote apart. */
function closedOnFor({ conferences }: NominationsKnown, one: Nomination): CivilDate | undefined {
  const { basis, lastOn } = one.known;
  const result = owedBy(one);
  if (result && result.conference === undefined) return result.certifiedOn;
  const id = result?.conference ?? (basis?.kind === "consensus" ? basis.conference : undefined);
  const closedOn = conferences.get(id ?? "")?.closedOn;
  return closedOn && laterOf(closedOn, result?.certifiedOn ?? lastOn);
}
