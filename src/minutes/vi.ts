import type { Language } from "./sentence.ts";
import { awardCommandsVi, awardEventsVi, awardRejectionsVi } from "./vi/award.ts";
import { ballotEventsVi } from "./vi/ballot.ts";
import { ballotCommandsVi } from "./vi/ballot-commands.ts";
import { ballotRejectionsVi } from "./vi/ballot-refusals.ts";
import { blocCommandsVi, blocEventsVi, blocRejectionsVi } from "./vi/bloc.ts";
import { campaignCommandsVi, campaignEventsVi, campaignRejectionsVi } from "./vi/campaign.ts";
import { causesVi } from "./vi/causes.ts";
import { chairRotationEventsVi } from "./vi/chair-rotation.ts";
import { conferenceCommandsVi, conferenceEventsVi, conferenceRejectionsVi } from "./vi/conference.ts";
import { foretoldVi } from "./vi/foretold.ts";
import { mattersVi } from "./vi/matters.ts";
import { openPointsVi } from "./vi/open-points.ts";
import { pledgeCommandsVi, pledgeEventsVi, pledgeRejectionsVi } from "./vi/pledge.ts";
import { faultVi, problemVi } from "./vi/problem.ts";
import { processEventsVi, processRejectionsVi } from "./vi/process.ts";
import { reasonsVi } from "./vi/reasons.ts";
import { chairRotationCommandsVi } from "./vi/rotation-commands.ts";
import { rotationExplanationVi } from "./vi/rotation-explanation.ts";
import { chairRotationRejectionsVi } from "./vi/rotation-refusals.ts";
import { sayVi } from "./vi/say.ts";
import { scoreboardCommandsVi, scoreboardEventsVi, scoreboardRejectionsVi } from "./vi/scoreboard.ts";
import { aggregatesVi, sharedRejectionsVi, wrongStateVi } from "./vi/shared.ts";
import { subjectVi } from "./vi/subjects.ts";
import type { AnyEvent, AnyRejection } from "./words.ts";

/** Vietnamese, as offices write it. A phrase for each event and each rejection of the library. */
export const vi: Language<AnyEvent, AnyRejection> = {
  code: "vi",
  say: sayVi,
  problem: problemVi,
  fault: faultVi,
  rotationExplanation: rotationExplanationVi,
  aggregates: aggregatesVi,
  wrongState: wrongStateVi,
  events: {
    ...blocEventsVi,
    ...campaignEventsVi,
    ...pledgeEventsVi,
    ...scoreboardEventsVi,
    ...conferenceEventsVi,
    ...ballotEventsVi,
    ...awardEventsVi,
    ...chairRotationEventsVi,
    ...processEventsVi,
  },
  rejections: {
    ...sharedRejectionsVi,
    ...blocRejectionsVi,
    ...campaignRejectionsVi,
    ...pledgeRejectionsVi,
    ...scoreboardRejectionsVi,
    ...conferenceRejectionsVi,
    ...ballotRejectionsVi,
    ...awardRejectionsVi,
    ...chairRotationRejectionsVi,
    ...processRejectionsVi,
  },
  subject: subjectVi,
  reasons: reasonsVi,
  causes: causesVi,
  matters: mattersVi,
  commands: {
    ...blocCommandsVi,
    ...campaignCommandsVi,
    ...pledgeCommandsVi,
    ...scoreboardCommandsVi,
    ...conferenceCommandsVi,
    ...ballotCommandsVi,
    ...awardCommandsVi,
    ...chairRotationCommandsVi,
  },
  open: openPointsVi,
  foretold: foretoldVi,
};
