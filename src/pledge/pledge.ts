import { appended, beforeChange } from "../kernel/changing.ts";
import { decider } from "../kernel/decider.ts";
import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import { sameHonour } from "../vocabulary/honour.ts";
import { verdictOn, verdictOnAll } from "./attainment.ts";
import { decideEndings, evolveEndings } from "./endings.ts";
import { PledgeCommand, PledgeEvent, PledgeRejection } from "./messages.ts";
import {
  drafterOf,
  hasHeld,
  knownTarget,
  type Pledge,
  type Progress,
  type Signature,
  type Terms,
  targetOf,
} from "./state.ts";

const targetsMax = 100;

/**
 * The pledge (giao ước thi đua): drafted, signed, carried out with evidence, assessed by somebody else. What was
 * signed changes by amendment only, and a verdict is never given without evidence. One that its unit cannot keep
 * passes to the unit's successor or is void.
 */
export const pledge = /* @__PURE__ */ decider<Pledge, PledgeCommand, PledgeEvent, PledgeRejection>({
  name: "Pledge",
  commands: PledgeCommand,
  events: PledgeEvent,
  rejections: PledgeRejection,
  initialState: { status: "blank" },

  decide: {
    DraftPledge: during(["blank"], {
      already(state, terms) {
        const { bloc, season, campaign, dueOn } = state;
        return same(terms, { bloc, unit: drafterOf(state), season, campaign, dueOn });
      },
      otherwise: (state) => ({ type: "PledgeTaken", data: { unit: drafterOf(state), season: state.season } }),
      decide: (_, terms) => accept({ type: "PledgeDrafted", data: terms }),
    }),

    PromiseTarget: during(["draft"], {
      already: (state, target) => same({ ...target, progress: [] }, targetOf(state, target.target)),
      decide(state, target) {
        if (targetOf(state, target.target))
          return reject({ type: "TargetTaken", data: { target: target.target } });
        if (state.targets.length === targetsMax)
          return reject({ type: "TooManyTargets", data: { targetsMax } });
        return accept({ type: "TargetPromised", data: target });
      },
    }),

    DropTarget: during(["draft"], {
      decide: (state, { target }) =>
        targetOf(state, target) ? accept({ type: "TargetDropped", data: { target } }) : accept(),
    }),

    RegisterTitle: during(["draft", "signed"], {
      already: ({ titles }, { honour }) => titles.some((title) => sameHonour(title, honour)),
      decide: (_, { honour }) => accept({ type: "TitleRegistered", data: { honour } }),
    }),

    SignPledge: during(["draft"], {
      already: (state, signature) => state.status === "signed" && same(signature, signatureOf(state)),
      done: ({ signedOn }) => signedOn,
      decide(state, { signatory, signedOn }) {
        if (state.targets.length === 0) return reject({ type: "PledgeEmpty", data: {} });
        const objection = objectionToDate(signedOn, { latest: state.dueOn });
        return unless(objection, { type: "PledgeSigned", data: { signatory, signedOn } });
      },
    }),

    AmendTarget: during(["signed"], {
      done: ({ amendedOn }) => amendedOn,
      decide(state, { target, goal, reason, amendedOn }) {
        const current = targetOf(state, target);
        if (!current) return reject({ type: "TargetUnknown", data: { target } });
        const objection = objectionToDate(amendedOn, running(state));
        if (objection) return reject(objection);
        if (same(current.goal, goal)) return accept();
        return accept({ type: "TargetAmended", data: { target, goal, reason, amendedOn } });
      },
    }),

    ReportProgress: during(["signed"], {
      already: (state, { target, ...progress }) =>
        same(progress, reportFor(state, target, progress.observedOn)),
      done: ({ observedOn, evidence }) => [observedOn, ...evidence.map(({ issuedOn }) => issuedOn)],
      decide(state, report) {
        if (!targetOf(state, report.target))
          return reject({ type: "TargetUnknown", data: { target: report.target } });
        const objection = objectionToDate(report.observedOn, running(state));
        return unless(objection, { type: "ProgressReported", data: report });
      },
    }),

    AssessPledge: during(["signed"], {
      already: (state, { assessor, assessedOn }) =>
        state.status === "assessed" && same([assessor, assessedOn], [state.assessor, state.assessedOn]),
      done: ({ assessedOn }) => assessedOn,
      decide(state, { assessor, assessedOn }) {
        if (hasHeld(state, assessor)) return reject({ type: "AssessorIsPledger", data: { unit: assessor } });
        const objection = objectionToDate(assessedOn, { earliest: lastDayOf(state) });
        if (objection) return reject(objection);
        const verdicts = state.targets.map(({ target, goal, progress }) => {
          return { target, verdict: verdictOn(goal, latest(progress)) };
        });
        const verdict = verdictOnAll(verdicts.map((one) => one.verdict));
        return accept({ type: "PledgeAssessed", data: { assessor, assessedOn, verdicts, verdict } });
      },
    }),

    ...decideEndings,
  },

  evolve: {
    PledgeDrafted: from(["blank"], (_, terms) => ({
      status: "draft",
      ...terms,
      targets: [],
      titles: [],
      transfers: [],
    })),
    TargetPromised: from(["draft"], (state, target) => {
      if (targetOf(state, target.target))
        contradiction(`target ${JSON.stringify(target.target)} is promised already`);
      state.targets.push({ ...target, progress: [] });
    }),
    TargetDropped: from(["draft"], (state, { target }) => {
      knownTarget(state, target);
      state.targets = state.targets.filter((one) => one.target !== target);
    }),
    TitleRegistered: from(["draft", "signed"], (state, { honour }) => {
      if (state.titles.some((title) => sameHonour(title, honour)))
        contradiction("the title is registered already");
      state.titles.push(honour);
    }),
    PledgeSigned: from(["draft"], (state, signature) => {
      if (state.targets.length === 0) contradiction("it has no target");
      return { ...state, ...signature, status: "signed" };
    }),
    TargetAmended: from(["signed"], (state, { target, goal }) => {
      knownTarget(state, target).goal = goal;
    }),
    ProgressReported: from(["signed"], (state, { target, ...progress }) => {
      const known = knownTarget(state, target);
      if (same(beforeChange(known.progress).at(-1), progress))
        contradiction("this is the last report already");
      known.progress = appended(known.progress, progress);
    }),
    PledgeAssessed: from(["signed"], (state, { assessor, assessedOn, verdicts, verdict }) => {
      if (hasHeld(state, assessor)) contradiction("the unit itself is the assessor");
      for (const { target } of verdicts) knownTarget(state, target);
      return { ...state, status: "assessed", assessor, assessedOn, verdict };
    }),
    ...evolveEndings,
  },
});

/** The latest by the day that it speaks of; of the same day, the one reported last. */
function latest(progress: readonly Progress[]): Progress | undefined {
  return progress.reduce<Progress | undefined>(
    (found, next) => (found === undefined || next.observedOn >= found.observedOn ? next : found),
    undefined,
  );
}

/** The last day that anything is known of: a verdict rests on all of it. */
function lastDayOf({ signedOn, targets, transfers }: Terms & Signature): CivilDate {
  const observed = targets.flatMap(({ progress }) => progress.map(({ observedOn }) => observedOn));
  const passed = transfers.map(({ transferredOn }) => transferredOn);
  return [signedOn, ...observed, ...passed].sort().at(-1) ?? signedOn;
}

/** The report that counts for a day: the last one. */
function reportFor(terms: Terms, id: Id, day: CivilDate): Progress | undefined {
  return targetOf(terms, id)?.progress.findLast(({ observedOn }) => observedOn === day);
}

const signatureOf = ({ signatory, signedOn }: Signature): Signature => ({ signatory, signedOn });
const running = ({ signedOn, dueOn }: Terms & Signature) => ({ earliest: signedOn, latest: dueOn });
