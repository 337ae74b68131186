import { awardCommandsEn, awardEventsEn, awardRejectionsEn } from "./en/award.ts";
import { ballotEventsEn } from "./en/ballot.ts";
import { ballotCommandsEn } from "./en/ballot-commands.ts";
import { ballotRejectionsEn } from "./en/ballot-refusals.ts";
import { blocCommandsEn, blocEventsEn, blocRejectionsEn } from "./en/bloc.ts";
import { campaignCommandsEn, campaignEventsEn, campaignRejectionsEn } from "./en/campaign.ts";
import { causesEn } from "./en/causes.ts";
import { chairRotationEventsEn } from "./en/chair-rotation.ts";
import { conferenceCommandsEn, conferenceEventsEn, conferenceRejectionsEn } from "./en/conference.ts";
import { foretoldEn } from "./en/foretold.ts";
import { mattersEn } from "./en/matters.ts";
import { openPointsEn } from "./en/open-points.ts";
import { pledgeCommandsEn, pledgeEventsEn, pledgeRejectionsEn } from "./en/pledge.ts";
import { faultEn, problemEn } from "./en/problem.ts";
import { processEventsEn, processRejectionsEn } from "./en/process.ts";
import { reasonsEn } from "./en/reasons.ts";
import { chairRotationCommandsEn } from "./en/rotation-commands.ts";
import { rotationExplanationEn } from "./en/rotation-explanation.ts";
import { chairRotationRejectionsEn } from "./en/rotation-refusals.ts";
import { sayEn } from "./en/say.ts";
import { scoreboardCommandsEn, scoreboardEventsEn, scoreboardRejectionsEn } from "./en/scoreboard.ts";
import { aggregatesEn, sharedRejectionsEn, wrongStateEn } from "./en/shared.ts";
import { subjectEn } from "./en/subjects.ts";
import type { Language } from "./sentence.ts";
import type { AnyEvent, AnyRejection } from "./words.ts";

/** English. A phrase for each event and each rejection of the library. */
export const en: Language<AnyEvent, AnyRejection> = {
  code: "en",
  say: sayEn,
  problem: problemEn,
  fault: faultEn,
  rotationExplanation: rotationExplanationEn,
  aggregates: aggregatesEn,
  wrongState: wrongStateEn,
  events: {
    ...blocEventsEn,
    ...campaignEventsEn,
    ...pledgeEventsEn,
    ...scoreboardEventsEn,
    ...conferenceEventsEn,
    ...ballotEventsEn,
    ...awardEventsEn,
    ...chairRotationEventsEn,
    ...processEventsEn,
  },
  rejections: {
    ...sharedRejectionsEn,
    ...blocRejectionsEn,
    ...campaignRejectionsEn,
    ...pledgeRejectionsEn,
    ...scoreboardRejectionsEn,
    ...conferenceRejectionsEn,
    ...ballotRejectionsEn,
    ...awardRejectionsEn,
    ...chairRotationRejectionsEn,
    ...processRejectionsEn,
  },
  subject: subjectEn,
  reasons: reasonsEn,
  causes: causesEn,
  matters: mattersEn,
  commands: {
    ...blocCommandsEn,
    ...campaignCommandsEn,
    ...pledgeCommandsEn,
    ...scoreboardCommandsEn,
    ...conferenceCommandsEn,
    ...ballotCommandsEn,
    ...awardCommandsEn,
    ...chairRotationCommandsEn,
  },
  open: openPointsEn,
  foretold: foretoldEn,
};
