import { statusOf } from "./awards.ts";
import { disciplinesOf, isActive, isInvestigated, isMember, membersOf } from "./members.ts";
import { designatedIn, isTermListed, rotationOf, takenIn } from "./offices.ts";
import { ballotsIn, firstVote, isVoid, nameOf, type Slot, slotsOf, termAfter, termsOf } from "./results.ts";
import type { Finding, Known, Story } from "./told.ts";

const undecided = ["proposed", "vetted", "returned", "approved"];
const granted = ["decided", "conferred"];

/** C31: what discipline, investigation and suspension ask of proposals, nominations and designations. */
export function lawsOfDiscipline(known: Known): Finding[] {
  const proposals = known.of("Award").flatMap((award) => proposalOf(known, award));
  return [
    ...proposals,
    ...known.of("Scoreboard").flatMap((board) => rankings(known, board)),
    ...slotsOf(known).flatMap((slot) => [...nominations(known, slot), ...designation(known, slot)]),
  ];
}

function proposalOf(known: Known, award: Story): Finding[] {
  const proposal = award.last("AwardProposed")?.data;
  const bloc = known.story("Bloc", proposal?.bloc);
  if (!proposal || !bloc || bloc.has("BlocDissolved")) return [];
  const unit = award.last("AwardTransferred")?.data.to ?? proposal.unit;
  const status = statusOf(award);
  const key = `${proposal.bloc}/${proposal.season}/${unit}/${proposal.honour.kind}`;
  const law = (ok: boolean, detail: string) => [{ law: "C31", key, ok, detail }];
  if (disciplinesOf(bloc, { unit, season: proposal.season }).length > 0) {
    if (granted.includes(status))
      return law(known.isListed("C31", unit, proposal.season), "granted, disciplined, and nobody is told");
    return law(
      !undecided.includes(status) || known.isListed("C31", unit, proposal.season),
      `${status} though disciplined`,
    );
  }
  if (!undecided.includes(status)) return [];
  const members = membersOf(bloc);
  const last = award.inOrder("ConsiderationSuspended", "ConsiderationResumed").at(-1);
  const isSuspended = last?.type === "ConsiderationSuspended";
  const end = known.log.at(-1)?.metadata.recordedAt.slice(0, 10) ?? "";
  const isPaused = isMember(members, unit, end) && !isActive(members, unit, end);
  const reasons = [
    ...(isInvestigated(bloc, unit) ? ["investigated"] : []),
    ...(isPaused ? ["suspended from the bloc"] : []),
  ];
  if (reasons.length > 0)
    return law(
      isSuspended || known.isListed("C31", unit, proposal.season),
      `goes on though ${reasons.join()}`,
    );
  const isLeft = last?.type === "ConsiderationSuspended" && last.data.ground === "underInvestigation";
  return isLeft
    ? law(known.isListed("C31", unit, proposal.season), "suspended for an investigation that is over")
    : [];
}

/**
 * Whoever is disciplined for a season or under investigation is listed apart on its scoreboard, and nobody else for that.
 * What people say of a unit stands until something else stands against it; and once more when nothing does.
 */
function rankings(known: Known, board: Story): Finding[] {
  const opened = board.first("ScoreboardOpened")?.data;
  const bloc = known.story("Bloc", opened?.bloc);
  if (!opened || !bloc || bloc.has("BlocDissolved")) return [];
  const { season, units } = opened;
  const scored = new Set([...units, ...board.all("UnitEntered").map(({ data }) => data.unit)]);
  return [...scored].flatMap((unit): Finding[] => {
    const told = board.inOrder("UnitExcluded", "UnitReinstated").filter(({ data }) => data.unit === unit);
    const groundOf = (one: (typeof told)[number] | undefined) =>
      one?.type === "UnitExcluded" ? one.data.ground : undefined;
    const [ground, byHand] = [groundOf(told.at(-1)), told.findLast((one) => one.byHand)];
    if (ground === "leftBloc") return [];
    const against = (before?: number) => groundAgainst(bloc, { unit, season, before });
    const since = byHand?.n ?? 0;
    const turns = [since, ...(byHand ? turnsOf(bloc) : []).filter((n) => n > since)].map((n) => n + 1);
    const isTheirs = byHand !== undefined && turns.every((n) => against(n) === against(since));
    const wanted = isTheirs ? groundOf(byHand) : (against() ?? groundOf(byHand));
    if (wanted === undefined && ground === undefined && !byHand) return [];
    const ok = wanted === ground || known.isListed("C31", board.id, unit);
    const detail = `listed apart for ${ground}, and not for ${wanted}`;
    return [{ law: "C31", key: `${board.id}/${unit}`, ok, detail }];
  });
}

type Asked = { unit: string; season: string; before: number | undefined };

/** What stands against a unit before a place in the log, the gravest first. */
function groundAgainst(bloc: Story, { unit, season, before = Number.POSITIVE_INFINITY }: Asked) {
  const ofUnit = <K extends "UnitDisciplined" | "InvestigationOpened">(type: K) =>
    bloc.all(type).filter(({ n, data }) => n < before && data.unit === unit);
  const isOver = (id: string) =>
    bloc.all("DisciplineLifted").some(({ n, data }) => n < before && data.discipline === id) ||
    bloc.all("InvestigationClosed").some(({ n, data }) => n < before && data.investigation === id);
  const isDisciplined = ofUnit("UnitDisciplined").some(
    ({ data }) => data.season === season && !isOver(data.discipline),
  );
  const isAsked = ofUnit("InvestigationOpened").some(({ data }) => !isOver(data.investigation));
  return isDisciplined ? "disciplined" : isAsked ? "underInvestigation" : undefined;
}

/** The places in the log where what stands against units may change. */
const turnsOf = (bloc: Story): number[] =>
  bloc
    .inOrder("UnitDisciplined", "DisciplineLifted", "InvestigationOpened", "InvestigationClosed")
    .map(({ n }) => n);

/** Whoever is disciplined for a season is off the nominees of a ballot without a vote. */
function nominations(known: Known, slot: Slot): Finding[] {
  const bloc = known.story("Bloc", slot.bloc);
  return ballotsIn(known, slot).flatMap((ballot): Finding[] => {
    const terms = termsOf(ballot);
    const vote = firstVote(ballot);
    if (terms?.purpose.kind !== "honour" || vote === Number.POSITIVE_INFINITY || isVoid(known, ballot))
      return [];
    return terms.nominees.flatMap((unit): Finding[] => {
      const before = disciplinesOf(bloc, { unit, season: slot.season }).some(({ n }) => n < vote);
      if (!before) return [];
      const ok = known.isListed("C31", unit, slot.season);
      return [{ law: "C31", key: `${ballot.id}/${unit}`, ok, detail: "nominated though disciplined" }];
    });
  });
}

/** Whoever is disciplined and designated is listed. */
function designation(known: Known, slot: Slot): Finding[] {
  const rotation = rotationOf(known, slot.bloc);
  const term = termAfter(slot);
  const unit = rotation && designatedIn(rotation, term);
  if (!rotation || unit === undefined || takenIn(rotation).some((one) => one.term === term)) return [];
  const bloc = known.story("Bloc", slot.bloc);
  // A dissolved bloc has no term to come, and nobody is told of it any more.
  if (bloc?.has("BlocDissolved")) return [];
  if (disciplinesOf(bloc, { unit, season: slot.season }).length === 0) return [];
  // Of a unit that has ended by now people are told that, and its discipline is of no more use.
  const isHere = isMember(membersOf(bloc), unit, known.log.at(-1)?.metadata.recordedAt.slice(0, 10) ?? "");
  const ok = isTermListed(known, isHere ? ["C31"] : ["C31", "C11", "C13", "C25"], slot, rotation);
  return [
    { law: "C31", key: `${nameOf(slot)}/chair`, ok, detail: `${unit} is designated though disciplined` },
  ];
}
