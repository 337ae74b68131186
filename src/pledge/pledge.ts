import { decider } from "../kernel/decider.ts";
import { accept, reject } from "../kernel/decision.ts";
import type { Id } from "../kernel/ids.ts";
import type { Decimal } from "../kernel/numbers.ts";
import { same } from "../kernel/same.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import { type Honour, sameHonour } from "../vocabulary/honour.ts";
import type { Person } from "../vocabulary/person.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { verdictOn, verdictOnAll } from "./attainment.ts";
import { type Goal, PledgeCommand, PledgeEvent, PledgeRejection, type Verdict } from "./messages.ts";

type Progress = { value: Decimal; observedOn: CivilDate; evidence: DocumentRef[] };
type Target = { target: Id; name: string; goal: Goal; progress: Progress[] };
type Terms = { unit: UnitId; season: Season; dueOn: CivilDate; targets: Target[]; titles: Honour[] };
type Signature = { signatory: Person; signedOn: CivilDate };

/** One unit's pledge for one season. */
export type Pledge =
  | { status: "blank" }
  | ({ status: "draft" } & Terms)
  | ({ status: "signed" } & Terms & Signature)
  | ({ status: "assessed"; assessor: UnitId; assessedOn: CivilDate; verdict: Verdict } & Terms & Signature)
  | ({ status: "withdrawn"; withdrawnOn: CivilDate; reason: string } & Terms);

const targetsMax = 100;

/**
 * The pledge (giao ước thi đua): drafted, signed, carried out with evidence, assessed by somebody else. What was
 * signed changes by amendment only, and a verdict is never given without evidence.
 */
export const pledge = /* @__PURE__ */ decider<Pledge, PledgeCommand, PledgeEvent, PledgeRejection>({
  name: "Pledge",
  commands: PledgeCommand,
  events: PledgeEvent,
  rejections: PledgeRejection,
  initialState: { status: "blank" },

  decide: {
    DraftPledge(state, terms) {
      if (state.status === "blank") return accept({ type: "PledgeDrafted", data: terms });
      const { unit, season, dueOn } = state;
      if (same(terms, { unit, season, dueOn })) return accept();
      return reject({ type: "PledgeTaken", data: { unit, season } });
    },

    PromiseTarget(state, target) {
      if (state.status !== "draft") return wrongState(state, "draft");
      const taken = targetOf(state, target.target);
      if (taken && same({ ...target, progress: [] }, taken)) return accept();
      if (taken) return reject({ type: "TargetTaken", data: { target: target.target } });
      if (state.targets.length === targetsMax)
        return reject({ type: "TooManyTargets", data: { targetsMax } });
      return accept({ type: "TargetPromised", data: target });
    },

    DropTarget(state, { target }) {
      if (state.status !== "draft") return wrongState(state, "draft");
      return targetOf(state, target) ? accept({ type: "TargetDropped", data: { target } }) : accept();
    },

    RegisterTitle(state, { honour }) {
      if (state.status !== "draft" && state.status !== "signed") return wrongState(state, "draft", "signed");
      if (state.titles.some((title) => sameHonour(title, honour))) return accept();
      return accept({ type: "TitleRegistered", data: { honour } });
    },

    SignPledge(state, { signatory, signedOn }) {
      if (state.status === "signed" && same({ signatory, signedOn }, signatureOf(state))) return accept();
      if (state.status !== "draft") return wrongState(state, "draft");
      if (state.targets.length === 0) return reject({ type: "PledgeEmpty", data: {} });
      if (signedOn > state.dueOn) return outside(signedOn, { from: "0001-01-01", until: state.dueOn });
      return accept({ type: "PledgeSigned", data: { signatory, signedOn } });
    },

    AmendTarget(state, { target, goal, reason, amendedOn }) {
      if (state.status !== "signed") return wrongState(state, "signed");
      const current = targetOf(state, target);
      if (!current) return reject({ type: "TargetUnknown", data: { target } });
      if (amendedOn < state.signedOn || amendedOn > state.dueOn) return outside(amendedOn, running(state));
      if (same(current.goal, goal)) return accept();
      return accept({ type: "TargetAmended", data: { target, goal, reason, amendedOn } });
    },

    ReportProgress(state, report, metadata) {
      if (state.status !== "signed") return wrongState(state, "signed");
      const target = targetOf(state, report.target);
      if (!target) return reject({ type: "TargetUnknown", data: { target: report.target } });
      const { observedOn } = report;
      if (observedOn < state.signedOn || observedOn > state.dueOn) return outside(observedOn, running(state));
      const today = metadata && civilDateOf(metadata.now);
      if (today && observedOn > today)
        return reject({ type: "DateInFuture", data: { date: observedOn, today } });
      const { target: _, ...progress } = report;
      const standing = target.progress.findLast((earlier) => earlier.observedOn === observedOn);
      if (same(standing, progress)) return accept();
      return accept({ type: "ProgressReported", data: report });
    },

    AssessPledge(state, { assessor, assessedOn }) {
      if (state.status === "assessed" && same([assessor, assessedOn], [state.assessor, state.assessedOn]))
        return accept();
      if (state.status !== "signed") return wrongState(state, "signed");
      if (assessor === state.unit) return reject({ type: "AssessorIsPledger", data: { unit: assessor } });
      const from = lastDayOf(state);
      if (assessedOn < from) return outside(assessedOn, { from, until: "9999-12-31" });
      const verdicts = state.targets.map(({ target, goal, progress }) => {
        return { target, verdict: verdictOn(goal, latest(progress)) };
      });
      const verdict = verdictOnAll(verdicts.map((one) => one.verdict));
      return accept({ type: "PledgeAssessed", data: { assessor, assessedOn, verdicts, verdict } });
    },

    WithdrawPledge(state, { reason, withdrawnOn }) {
      if (state.status === "withdrawn" && same({ reason, withdrawnOn }, withdrawalOf(state))) return accept();
      if (state.status !== "draft" && state.status !== "signed") return wrongState(state, "draft", "signed");
      const from = state.status === "signed" ? state.signedOn : "0001-01-01";
      if (withdrawnOn < from || withdrawnOn > state.dueOn)
        return outside(withdrawnOn, { from, until: state.dueOn });
      return accept({ type: "PledgeWithdrawn", data: { reason, withdrawnOn } });
    },
  },

  evolve: {
    PledgeDrafted: (_, terms) => ({ status: "draft", ...terms, targets: [], titles: [] }),
    TargetPromised(state, target) {
      if (state.status === "draft") state.targets.push({ ...target, progress: [] });
    },
    TargetDropped(state, { target }) {
      if (state.status === "draft") state.targets = state.targets.filter((one) => one.target !== target);
    },
    TitleRegistered(state, { honour }) {
      if (state.status !== "blank") state.titles.push(honour);
    },
    PledgeSigned: (state, signature) =>
      state.status === "draft" ? { ...state, ...signature, status: "signed" } : undefined,
    TargetAmended(state, { target, goal }) {
      const current = targetOf(state, target);
      if (current) current.goal = goal;
    },
    ProgressReported(state, { target, ...progress }) {
      targetOf(state, target)?.progress.push(progress);
    },
    PledgeAssessed: (state, { assessor, assessedOn, verdict }) =>
      state.status === "signed" ? { ...state, status: "assessed", assessor, assessedOn, verdict } : undefined,
    PledgeWithdrawn: (state, { reason, withdrawnOn }) =>
      state.status === "draft" || state.status === "signed"
        ? { ...termsOf(state), status: "withdrawn", reason, withdrawnOn }
        : undefined,
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
function lastDayOf({ signedOn, targets }: Terms & Signature): CivilDate {
  const observed = targets.flatMap(({ progress }) => progress.map(({ observedOn }) => observedOn));
  return [signedOn, ...observed].toSorted().at(-1) ?? signedOn;
}

function targetOf(state: Pledge, id: Id): Target | undefined {
  return state.status === "blank" ? undefined : state.targets.find(({ target }) => target === id);
}

const signatureOf = ({ signatory, signedOn }: Signature): Signature => ({ signatory, signedOn });
const withdrawalOf = ({ reason, withdrawnOn }: { reason: string; withdrawnOn: CivilDate }) => ({
  reason,
  withdrawnOn,
});
const termsOf = ({ unit, season, dueOn, targets, titles }: Terms): Terms => ({
  unit,
  season,
  dueOn,
  targets,
  titles,
});
const running = ({ signedOn, dueOn }: Terms & Signature) => ({ from: signedOn, until: dueOn });

function wrongState({ status }: Pledge, ...allowed: Pledge["status"][]) {
  return reject({ type: "PledgeInWrongState", data: { status, allowed } } as const);
}

function outside(date: CivilDate, { from, until }: { from: CivilDate; until: CivilDate }) {
  return reject({ type: "DateOutsidePledge", data: { date, from, until } } as const);
}
