import type { Bylaws, HonourRule } from "../../../../src/vocabulary/bylaws.ts";
import { isLeftByHand, restsByHand } from "./by-hand.ts";
import { barsTo } from "./eligible.ts";
import { bylawsBy, endingOf, membersOf } from "./members.ts";
import {
  ballotsIn,
  electedBy,
  inForce,
  nameOf,
  purposeKey,
  type Result,
  type Slot,
  slotsOf,
  termsOf,
} from "./results.ts";
import type { Finding, Known, Story } from "./told.ts";

/** An award: for whom it was proposed, whose it is now, for what, and how far it has come. */
type Held = { award: Story; of: string; unit: string; honour: string; status: string };
type Case = {
  known: Known;
  slot: Slot;
  rules: readonly HonourRule[];
  results: ReadonlyMap<string, Result | undefined>;
  held: readonly Held[];
};

const undecided = ["proposed", "vetted", "returned", "approved"];
const granted = ["decided", "conferred"];
const live = [...undecided, ...granted];

/** C1 to C6, X1, X4, X11: who is proposed for what follows from the results, the bylaws and what people decided. */
export function lawsOfAwards(known: Known): Finding[] {
  return slotsOf(known).flatMap((slot) => {
    const rules = rulesIn(known, slot)?.honours ?? [];
    const results = new Map(rules.map(({ honour }) => [keyOf(honour), inForce(known, slot, keyOf(honour))]));
    const one: Case = { known, slot, rules, results, held: heldIn(known, slot) };
    return [...elected(one), ...unsupported(one), ...decided(one), ...together(one), ...seats(one)];
  });
}

const keyOf = (honour: HonourRule["honour"]) => purposeKey({ kind: "honour", honour });

/** The bylaws that the first ballot of the season names: they hold for all of it. */
function rulesIn(known: Known, slot: Slot): Bylaws | undefined {
  const [first] = ballotsIn(known, slot).filter((one) => termsOf(one)?.purpose.kind === "honour");
  const version = first && termsOf(first)?.bylawsVersion;
  return version === undefined ? undefined : bylawsBy(known, slot.bloc, version);
}

const isVotedAgain = (known: Known, slot: Slot): boolean =>
  rulesIn(known, slot)?.policies?.vacatedSeat === "voteAgain" &&
  !known.story("Bloc", slot.bloc)?.has("BlocDissolved");

function heldIn(known: Known, { bloc, season }: Slot): Held[] {
  return known.of("Award").flatMap((award) => {
    const proposal = award.last("AwardProposed")?.data;
    if (proposal?.bloc !== bloc || proposal.season !== season) return [];
    const unit = award.last("AwardTransferred")?.data.to ?? proposal.unit;
    return [{ award, of: proposal.unit, unit, honour: keyOf(proposal.honour), status: statusOf(award) }];
  });
}

const steps = {
  AwardProposed: "proposed",
  AwardWithdrawn: "withdrawn",
  AwardVetted: "vetted",
  AwardReturned: "returned",
  AwardResubmitted: "proposed",
  AwardApproved: "approved",
  AwardRejected: "rejected",
  AwardDecided: "decided",
  AwardConferred: "conferred",
  AwardDeclined: "declined",
  AwardRevoked: "revoked",
} as const;
const kinds = Object.keys(steps) as (keyof typeof steps)[];

export function statusOf(award: Story): string {
  const last = award.inOrder(...kinds).at(-1);
  return last ? steps[last.type] : "blank";
}

/** Whether two honours exclude each other: one names the other; where none says anything, flag and certificate do. */
function exclude(rules: readonly HonourRule[], one: string, other: string): boolean {
  if (one === other) return false;
  const names = (a: string, b: string) =>
    rules.some(({ honour, excludes = [] }) => keyOf(honour) === a && excludes.some((it) => keyOf(it) === b));
  if (rules.some(({ excludes }) => excludes !== undefined)) return names(one, other) || names(other, one);
  const [a, b] = [one, other].sort();
  return `${a?.split(" ")[0]} ${b?.split(" ")[0]}` === "certificateOfMerit emulationFlag";
}

/** Whether another honour of the unit stands before this one: it was granted, or it stands higher in the bylaws' list. */
function excludedBy(
  { known, slot, rules, results, held }: Case,
  unit: string,
  honour: string,
): string | undefined {
  const of = (kind: string) => {
    const theirs = held.filter((one) => one.unit === unit && one.honour === kind);
    return (theirs.find(({ status }) => granted.includes(status)) ?? theirs[0])?.status ?? "blank";
  };
  /** What passed to the unit counts as if it had been elected itself. */
  const passed = (kind: string, result: Result | undefined) =>
    held.some(
      (one) =>
        one.unit === unit &&
        one.of !== unit &&
        one.honour === kind &&
        live.includes(one.status) &&
        electedBy(result).includes(one.of),
    );
  const place = rules.findIndex((rule) => keyOf(rule.honour) === honour);
  return rules
    .map((rule) => keyOf(rule.honour))
    .find((other, at) => {
      if (!exclude(rules, honour, other)) return false;
      // What was granted goes before all; where both were, the one that stands first in the list.
      if (granted.includes(of(honour))) return granted.includes(of(other)) && at < place;
      if (granted.includes(of(other))) return true;
      const result = results.get(other);
      if (at < place && passed(other, result)) return true;
      return (
        at < place &&
        electedBy(result).includes(unit) &&
        barsTo(known, slot, { unit, rule: rules[at], result }).length === 0
      );
    });
}

/** C1, C3, C4, C6: each unit that a result elects. */
function elected(one: Case): Finding[] {
  const { known, slot, rules, results, held } = one;
  const members = membersOf(known.story("Bloc", slot.bloc));
  return rules.flatMap((rule): Finding[] => {
    const honour = keyOf(rule.honour);
    const result = results.get(honour);
    return electedBy(result).flatMap((unit): Finding[] => {
      const key = `${nameOf(slot)}/${unit}/${rule.honour.kind}`;
      const awards = held.filter((it) => it.of === unit && it.honour === honour);
      const others = held.filter((it) => it.unit === unit && it.of !== unit && it.honour === honour);
      const is = (statuses: readonly string[]) => awards.some(({ status }) => statuses.includes(status));
      const law = (id: string, ok: boolean, detail: string) => ({ law: id, key, ok, detail });
      // A unit that ended after the vote is a matter of C25, also once it is admitted again.
      const certifiedOn = result?.record.data.certifiedOn ?? "";
      if ((endingOf(members, unit, certifiedOn)?.on ?? "") > certifiedOn) return [];
      const bars = barsTo(known, slot, { unit, rule, result });
      // What people withdrew is decided by hand, and not open (C4): whatever stands against the unit later, too.
      const isLeft = awards.some(({ award }) => isLeftByHand(known, award, { slot, unit, honour }));
      if (bars.length > 0)
        return bars.includes("disciplined")
          ? []
          : [
              law(
                "C6",
                !is(undecided) || known.isListed("C6", unit, slot.season),
                `not eligible: ${bars.join()}`,
              ),
              law(
                "C6v",
                isLeft || known.isListed("C6", unit, slot.season),
                `not eligible, and nobody is told: ${bars.join()}`,
              ),
            ];
      const before = excludedBy(one, unit, honour);
      if (before !== undefined)
        return [
          law("C3", !is(live), `live beside ${before}`),
          law(
            "C3v",
            isLeft || known.isListed("C3", unit, slot.season),
            `excluded by ${before}, and the seat is not listed`,
          ),
        ];
      if (others.some((it) => live.includes(it.status))) {
        const both = [...awards, ...others].filter(({ status }) => live.includes(status));
        const isOne = both.length === 1 || both.every(({ status }) => granted.includes(status));
        const isTold = isLeft || known.isListed(["C3", "X1"], unit, slot.season, "HonourHeldTwice");
        return [law("C3", isOne && isTold, "has it twice, and the seat is not listed")];
      }
      const byHand = awards.some(({ award }) => award.all("AwardWithdrawn").some((it) => it.byHand));
      if (byHand) {
        // By bylaws that say so the bloc votes again on the seat that people left, and by no others.
        const isDue = isLeft && isVotedAgain(known, slot);
        const isAwaited = known.isListed("X12", "vacated", unit, slot.season, rule.honour.kind);
        return [
          ...awards.map(({ award }) =>
            law("C4", restsByHand(known, award, { slot, unit, honour }), "proposed again"),
          ),
          law("C4v", isDue === isAwaited, `left by hand: ${isLeft}, and a vote is awaited: ${isAwaited}`),
        ];
      }
      const standing = awards.filter(({ status }) => status !== "withdrawn").length;
      return [
        law(
          "C1",
          standing === 1 || known.isListed(["C1", "C25"], unit, slot.season),
          `${standing} proposals stand`,
        ),
      ];
    });
  });
}

/** C2, C2b, X4: an award whose unit no result elects any more. */
function unsupported({ known, slot, results, held }: Case): Finding[] {
  return held.flatMap(({ award, of, unit, honour, status }): Finding[] => {
    if (electedBy(results.get(honour)).includes(of)) return [];
    const proposal = award.last("AwardProposed")?.data;
    if (proposal?.basis.kind !== "ballot") return [];
    const key = `${nameOf(slot)}/${unit}/${proposal.honour.kind}`;
    const isTold = known.isListed(["C2", "C2b", "C25"], unit, slot.season);
    const wasGranted = granted.includes(status);
    const detail = `${status}, and no result elects it`;
    return [
      ...(wasGranted
        ? [{ law: "C2b", key, ok: isTold, detail }]
        : [{ law: "C2", key, ok: !live.includes(status) || isTold, detail }]),
      { law: "X4", key, ok: !live.includes(status) || isTold, detail },
    ];
  });
}

/** C5: the authority waits until the result is final, unless the bylaws say otherwise. */
function decided({ known, slot, held }: Case): Finding[] {
  return held.flatMap(({ award, unit }) => {
    const decision = award.last("AwardDecided");
    const basis = award.last("AwardProposed", decision?.n)?.data.basis;
    if (!decision || basis?.kind !== "ballot") return [];
    const ballot = known.story("Ballot", basis.ballot);
    const version = ballot && termsOf(ballot)?.bylawsVersion;
    const bylaws = version === undefined ? undefined : bylawsBy(known, slot.bloc, version);
    const mayBeBefore = bylaws?.policies?.decideAfterFinal === false;
    const ok = mayBeBefore || (ballot?.has("ResultFinalised", decision.n) ?? false);
    return [{ law: "C5", key: `${nameOf(slot)}/${unit}`, ok, detail: "decided before the result is final" }];
  });
}

/** X1: no unit has two live honours that exclude each other. */
function together({ slot, rules, held }: Case): Finding[] {
  const standing = held.filter(({ status }) => live.includes(status));
  return standing.map(({ unit, honour }) => {
    const beside = standing.filter((one) => one.unit === unit && exclude(rules, honour, one.honour));
    const detail = `${honour} beside ${beside.map((one) => one.honour).join()}`;
    return { law: "X1", key: `${nameOf(slot)}/${unit}`, ok: beside.length === 0, detail };
  });
}

/** X11: no more live awards of an honour than it has seats. Granted ones whose result is void are a matter of C2b. */
function seats({ slot, rules, results, held }: Case): Finding[] {
  return rules.flatMap(({ honour, seats: most }) => {
    const of = held.filter((one) => one.honour === keyOf(honour) && live.includes(one.status));
    const counted = of.filter(
      ({ of: unit, status }) =>
        !granted.includes(status) || electedBy(results.get(keyOf(honour))).includes(unit),
    );
    if (of.length === 0) return [];
    const detail = `${counted.length} live for ${most}`;
    return [{ law: "X11", key: `${nameOf(slot)}/${honour.kind}`, ok: counted.length <= most, detail }];
  });
}
