import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaign } from "../../src/campaign/campaign.ts";
import { CampaignCommand } from "../../src/campaign/messages.ts";
import { enrolsOn, runsOn } from "../../src/campaign/questions.ts";
import { sent } from "../../src/kernel/sent.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { describeLaws } from "../support/laws.ts";
import { duties, launch, paths } from "./life.ts";
import { reaches } from "./reaches.ts";

describeLaws({
  decider: campaign,
  paths,
  reaches,
  mayLieAhead: [
    "DraftCampaign.closesOn",
    "DraftCampaign.opensOn",
    "ExtendCampaign.closesOn",
    "LaunchCampaign.enrolment.closesOn",
    "LaunchCampaign.enrolment.opensOn",
    "NameCampaignSteward.since",
  ],
  takenAsSo: {
    "NameCampaignSteward.since": "On a later day that unit is in the chair, too.",
  },
  invariant(state, history) {
    const types = history.map(({ type }) => type);
    if (state.status === "blank") return expect(history).toEqual([]);
    const { terms, criteria, stewards } = state;
    expect(terms.opensOn < terms.closesOn).toBe(true);
    expect(new Set(criteria.map(({ criterion }) => criterion)).size).toBe(criteria.length);
    expect(stewards.map(({ since }) => since)).toEqual(stewards.map(({ since }) => since).toSorted());

    // Rules are frozen at the launch, and a campaign ends once.
    const launched = types.indexOf("CampaignLaunched");
    for (const [at, type] of types.entries()) {
      if (type === "CampaignCriterionSet" || type === "CampaignCriterionDropped")
        expect(launched < 0 || at < launched).toBe(true);
      if (type === "CampaignSummedUp" || type === "CampaignCancelled") expect(at).toBe(types.length - 1);
    }
    if (state.status === "draft" || state.course === undefined) return;

    const { launch: launching, plans, extensions, practices, exemplars, reviews, closesOn } = state.course;
    expect(criteria.length).toBeGreaterThan(0);
    const { enrolment } = launching;
    expect(enrolment.opensOn < enrolment.closesOn && enrolment.closesOn <= closesOn).toBe(true);
    const closes = [terms.closesOn, ...extensions.map((extension) => extension.closesOn)];
    expect(closes).toEqual([...new Set(closes)].toSorted());
    expect(closes.at(-1)).toBe(closesOn);
    for (const { plan, directive } of plans) {
      expect(directive.number).toBe(launching.directive.number);
      expect(plan.issuedOn >= directive.issuedOn).toBe(true);
    }
    for (const { unit, foundOn, replicas } of practices.values()) {
      expect(foundOn < closesOn).toBe(true);
      expect(new Set([unit, ...replicas.map((replica) => replica.unit)]).size).toBe(replicas.length + 1);
      for (const { replicatedOn } of replicas) expect(replicatedOn >= foundOn).toBe(true);
    }
    for (const { who, recognitions } of exemplars.values()) {
      const by = recognitions.map(({ level, authority }) => JSON.stringify([level, authority]));
      expect(new Set(by).size).toBe(by.length);
      for (const recognition of recognitions) expect(recognition.who).toEqual(who);
    }
    if (state.status !== "summedUp") return;
    expect(enrolsOn(state, enrolment.opensOn)).toBe(true);
    for (const { heldOn } of reviews) expect(heldOn <= state.summary.summedUpOn).toBe(true);
    const fields = state.summary.results.map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
  },
});

const commands = fc.array(arbitraryOf(CampaignCommand), { maxLength: 30, size: "max" });

describe("a campaign once launched", () => {
  it("keeps its theme, window, criteria, enrolment and assessor whatever is asked of it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths.slice(0, 3)), commands, (path, random) => {
        const start = path.slice(0, path.indexOf(launch) + 1);
        const rest = [...random, ...path.slice(start.length)];
        let state = [...start, duties].reduce(step, campaign.initialState());
        const frozen = frozenPartOf(state);
        for (const command of rest) {
          state = step(state, command);
          expect(frozenPartOf(state)).toEqual(frozen);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("that is cancelled runs on no day and has no summary", () => {
    fc.assert(
      fc.property(arbitraryOf(CampaignCommand.data.CancelCampaign), commands, (data, random) => {
        const [, , path = []] = paths;
        const start = path.slice(0, 3).reduce(step, campaign.initialState());
        const cancelled = step(start, { type: "CancelCampaign", data });
        fc.pre(cancelled.status === "cancelled");
        const end = random.reduce(step, cancelled);
        expect(end).toEqual(cancelled);
        for (const day of ["2022-01-01", data.cancelledOn]) expect(runsOn(end, day)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

const metadata = { now: new Date("9999-12-31T00:00:00Z"), commandId: "c1", actor: "office" };

type State = ReturnType<typeof campaign.initialState>;

function step(state: State, command: CampaignCommand): State {
  const decision = campaign.decide(sent<CampaignCommand>(command, metadata), state);
  return decision.ok ? campaign.fold(decision.events, state) : state;
}

function frozenPartOf(state: State) {
  if (state.status === "blank" || state.status === "draft") throw new Error(`still ${state.status}`);
  return { terms: state.terms, criteria: state.criteria, launch: state.course?.launch };
}
