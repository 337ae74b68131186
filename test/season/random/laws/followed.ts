import { addDays, type CivilDate } from "../../../../src/kernel/time.ts";
import { statusOf } from "./awards.ts";
import { activeOn, becameBy, endingOf, type Members, membersOf, onDay, policiesOn } from "./members.ts";
import { agreedIn, decreeOf, designatedIn, rotationOf, takenIn } from "./offices.ts";
import { lawsOfPledges } from "./pledges.ts";
import { blocOf, firstVote, termsOf, votedOn } from "./results.ts";
import { apart, type Finding, type Known, type Story, sameUnits, type Told } from "./told.ts";

/** C21 to C26: what a bloc has follows its members. */
export function lawsOfMembers(known: Known): Finding[] {
  return known.of("Bloc").flatMap((bloc) => {
    const members = membersOf(bloc);
    const one = { known, bloc, members, gone: bloc.first("BlocDissolved") };
    return [
      ...rosters(one),
      ...(one.gone ? [] : lawsOfPledges(known, bloc, members)),
      ...boards(one),
      ...voters(one),
      ...ended(one),
      ...(one.gone ? dissolved(one) : []),
    ];
  });
}

type Case = {
  known: Known;
  bloc: Story;
  members: Members;
  gone: Told<"BlocDissolved"> | undefined;
};

const undecided = ["proposed", "vetted", "returned", "approved"];

/** C21: on the day of each change, and on the day before, the rotation has the members of the bloc. */
function rosters({ known, bloc, members, gone }: Case): Finding[] {
  const rotation = rotationOf(known, bloc.id);
  const opening = rotation?.first("RotationOpened")?.data;
  if (!rotation || !opening) return [];
  const days = [...members.values()]
    .flatMap(({ spells }) =>
      spells.flatMap(({ from, until }) => [from, ...(until === undefined ? [] : [until])]),
    )
    .filter((day) => day > opening.calendar.startsOn);
  return [...new Set(days)]
    .filter((day) => !gone || day < (bloc.first("BlocDissolved")?.data.dissolvedOn ?? ""))
    .flatMap((day) => [addDays(day, -1), day])
    .map((day) => {
      const [is, wanted] = [rosterOn(rotation, day), onDay(members, day)];
      const ok = sameUnits(is, wanted) || known.isListed("C21", rotation.id);
      return { law: "C21", key: `${rotation.id}/${day}`, ok, detail: `roster: ${apart(is, wanted)}` };
    });
}

/** Who is in a rotation on a day, by all that was recorded of it, in the order of the days. */
function rosterOn(rotation: Story, day: CivilDate): string[] {
  const roster = new Set(rotation.first("RotationOpened")?.data.roster.map(({ unit }) => unit));
  const changes = rotation
    .inOrder("UnitJoinedRotation", "UnitLeftRotation", "UnitsMergedInRotation", "UnitSplitInRotation")
    .map((told) => {
      const on =
        told.type === "UnitJoinedRotation"
          ? told.data.joinedOn
          : told.type === "UnitLeftRotation"
            ? addDays(told.data.leftOn, 1)
            : told.type === "UnitsMergedInRotation"
              ? told.data.mergedOn
              : told.data.splitOn;
      return { on, told };
    })
    .filter(({ on }) => on <= day)
    .sort((a, b) => (a.on === b.on ? a.told.n - b.told.n : a.on < b.on ? -1 : 1));
  for (const { told } of changes) {
    if (told.type === "UnitJoinedRotation") roster.add(told.data.unit);
    else if (told.type === "UnitLeftRotation") roster.delete(told.data.unit);
    else if (told.type === "UnitsMergedInRotation") {
      for (const unit of told.data.units) roster.delete(unit);
      roster.add(told.data.into);
    } else {
      const { unit, heir, others } = told.data;
      if (heir !== unit) roster.delete(unit);
      for (const part of [heir, ...others]) roster.add(part);
    }
  }
  return [...roster];
}

/** C23: who is scored was a member on the last day of the season, and joined by the day of the bylaws. */
function boards({ known, bloc, members, gone }: Case): Finding[] {
  if (gone) return [];
  return known.of("Scoreboard").flatMap((board): Finding[] => {
    const opened = board.first("ScoreboardOpened")?.data;
    if (opened?.bloc !== bloc.id) return [];
    const finalised = board.first("ScoreboardFinalised");
    const day = finalised?.data.finalisedOn ?? `${opened.season}-12-31`;
    const until = policiesOn(known, bloc.id, `${opened.season}-12-31`).joinerScoredUntil;
    const isLate = (unit: string) => {
      const last = members
        .get(unit)
        ?.spells.find(({ from }) => from <= day && from.startsWith(opened.season));
      return last?.isAdmission === true && Number(last.from.slice(5, 7)) > until;
    };
    const wanted = onDay(members, day).filter((unit) => !isLate(unit));
    const is = scoredIn(board).filter((unit) => !isLate(unit) || !opened.units.includes(unit));
    const ok = sameUnits(is, wanted) || known.isListed("C23", board.id);
    return [{ law: "C23", key: board.id, ok, detail: `scored: ${apart(is, wanted)}` }];
  });
}

/** The units that are ranked, and those that are listed apart for another reason than that they left. */
function scoredIn(board: Story): string[] {
  const units = new Set(board.first("ScoreboardOpened")?.data.units);
  for (const { data } of board.all("UnitEntered")) units.add(data.unit);
  for (const told of board.inOrder("UnitExcluded", "UnitReinstated")) {
    if (told.type === "UnitReinstated") units.add(told.data.unit);
    else if (told.data.ground === "leftBloc" || told.data.ground === "other") units.delete(told.data.unit);
  }
  return [...units];
}

/** C24: those vote and are nominated who take part in the bloc on the day of the vote. */
function voters({ known, bloc }: Case): Finding[] {
  return known.of("Ballot").flatMap((ballot) => {
    const vote = firstVote(ballot);
    const [terms, day] = [termsOf(ballot), votedOn(ballot)];
    if (vote === Number.POSITIVE_INFINITY || !terms || day === undefined || blocOf(known, ballot) !== bloc.id)
      return [];
    const active = activeOn(membersOf(bloc, vote), day);
    const others = terms.nominees.filter((unit) => !active.includes(unit));
    const isRight = sameUnits(terms.electors, active) && others.length === 0;
    const ok = isRight || known.isListed("C24", ballot.id);
    const detail = `electors: ${apart(terms.electors, active)}, nominees: ${others.join()}`;
    return [{ law: "C24", key: ballot.id, ok, detail }];
  });
}

/** C25: a unit that ended holds no proposal that goes on, and no designation, that nobody is told of. */
function ended({ known, bloc, members, gone }: Case): Finding[] {
  if (gone) return [];
  const early = known.of("Award").flatMap((award): Finding[] => {
    if (award.last("AwardProposed")?.data.bloc !== bloc.id) return [];
    const units = award.inOrder("AwardProposed", "AwardTransferred").map((told) => {
      return told.type === "AwardProposed" ? told.data.unit : told.data.to;
    });
    const endings = units.flatMap(
      (unit) => members.get(unit)?.spells.flatMap((one) => one.ending ?? []) ?? [],
    );
    return award
      .all("ConsiderationSuspended")
      .filter(({ data, byHand }) => data.ground === "unitEnded" && !byHand)
      .map(({ day }) => {
        const ok = endings.some(({ on }) => on <= day);
        return { law: "C25", key: award.id, ok, detail: `suspended on ${day}, before its unit has ended` };
      });
  });
  const proposals = known.of("Award").flatMap((award): Finding[] => {
    const proposal = award.last("AwardProposed")?.data;
    const unit = award.last("AwardTransferred")?.data.to ?? proposal?.unit ?? "";
    if (proposal?.bloc !== bloc.id || !undecided.includes(statusOf(award))) return [];
    if (!endingOf(members, unit, givenOn(known, award))) return [];
    const last = award.inOrder("ConsiderationSuspended", "ConsiderationResumed").at(-1);
    // People may go on with it; while nobody does, that is told apart from what becomes of it.
    const isStopped = last?.type === "ConsiderationSuspended";
    const isTold = known.isListed("C25", award.id, "ConsiderationStopped") === isStopped;
    const ok = (isStopped || last?.byHand === true) && isTold && known.isListed("C25", unit, proposal.season);
    return [{ law: "C25", key: award.id, ok, detail: `${unit} has ended, and its proposal goes on` }];
  });
  const rotation = rotationOf(known, bloc.id);
  const terms = new Set(rotation?.all("ChairDesignated").map(({ data }) => data.term));
  const begun = new Set(rotation ? takenIn(rotation).map(({ term }) => term) : []);
  const designations = [...terms].flatMap((term): Finding[] => {
    const unit = rotation && designatedIn(rotation, term);
    const ending = unit === undefined ? undefined : endingOf(members, unit);
    if (!ending || begun.has(term) || unit === undefined) return [];
    // What a decision or an agreement gave to a unit passes to its heir.
    const isNamed = rotation && (decreeOf(rotation, term) ?? agreedIn(rotation, term)) !== undefined;
    if (isNamed && !endingOf(members, becameBy(members, unit, "9999-12-31"))) return [];
    // A decision that names such a unit is listed by its own law.
    const ok = known.isListed(["C25", "C11", "C12", "C13"], term, rotation?.id ?? "");
    return [{ law: "C25", key: `${bloc.id}/${term}`, ok, detail: `${unit} has ended, and is designated` }];
  });
  return [...early, ...proposals, ...designations];
}

/** On which day a unit got its award: by a transfer, by the vote, or by what people proposed. */
function givenOn(known: Known, award: Story): CivilDate {
  const { basis, proposedOn = "" } = award.last("AwardProposed")?.data ?? {};
  const ballot = basis?.kind === "ballot" ? known.story("Ballot", basis.ballot) : undefined;
  const transferred = award.last("AwardTransferred")?.data.transferredOn;
  return transferred ?? (ballot && votedOn(ballot)) ?? proposedOn;
}

/** C26: what a dissolved bloc leaves ends, or is listed. */
function dissolved({ known, bloc }: Case): Finding[] {
  const law = (id: string, ok: boolean, detail: string) => ({
    law: "C26",
    key: `${bloc.id}/${id}`,
    ok: ok || known.isListed("C26", id),
    detail: `goes on: ${detail}`,
  });
  const rotations = known
    .of("ChairRotation")
    .filter((one) => one.first("RotationOpened")?.data.bloc === bloc.id)
    .map((one) => law(one.id, one.has("RotationClosed"), "rotation"));
  const campaigns = known
    .of("Campaign")
    .filter((one) => one.first("CampaignDrafted")?.data.bloc === bloc.id && one.has("CampaignLaunched"))
    .map((one) => {
      const closesOn =
        one.last("CampaignExtended")?.data.closesOn ?? one.first("CampaignDrafted")?.data.closesOn;
      const isOver = (closesOn ?? "") <= (bloc.first("BlocDissolved")?.data.dissolvedOn ?? "");
      return law(one.id, isOver || one.has("CampaignCancelled") || one.has("CampaignSummedUp"), "campaign");
    });
  const open = known
    .of("Pledge")
    .filter((one) => one.first("PledgeDrafted")?.data.bloc === bloc.id)
    .map((one) => {
      const isOver = (["PledgeAssessed", "PledgeWithdrawn", "PledgeVoided", "PledgeLapsed"] as const).some(
        (type) => one.has(type),
      );
      return law(one.id, isOver, "pledge");
    });
  const ballots = known
    .of("Ballot")
    .filter((one) => blocOf(known, one) === bloc.id)
    .map((one) => law(one.id, one.has("BallotCertified") || one.has("BallotAnnulled"), "ballot"));
  const awards = known
    .of("Award")
    .filter((one) => one.last("AwardProposed")?.data.bloc === bloc.id)
    .map((one) => law(one.id, !undecided.includes(statusOf(one)), "proposal"));
  return [...rotations, ...campaigns, ...open, ...ballots, ...awards];
}
