import { statusOf } from "./laws/awards.ts";
import { holderOf } from "./laws/eligible.ts";
import { deputyIn, designatedIn, running } from "./laws/offices.ts";
import { termsOf } from "./laws/results.ts";
import { type Known, read, type Story } from "./laws/told.ts";
import type { Played } from "./play.ts";

/** What stands at the end of a season, a line each: for comparing two ways of playing the same facts. */
export function endsOf(played: Pick<Played, "log" | "open" | "refused">): string[] {
  const known = read({ ...played, isProcess: (actor) => actor !== "office" });
  const lines = [
    ...known.of("Award").flatMap((one) => awardLines(one)),
    ...known.of("Ballot").map((one) => ballotLine(one)),
    ...known.of("ChairRotation").flatMap((one) => chairLines(one)),
    ...known.of("Pledge").map((one) => `pledge ${one.id} ${holderOf(one)} ${isEnded(one)}`),
    ...known.of("Conference").map((one) => `conference ${one.id} ${entitledIn(one)} ${settledIn(one)}`),
    ...known.of("Scoreboard").map((one) => `board ${one.id} ${rankedIn(one)}`),
    ...known
      .of("Campaign")
      .map((one) => `campaign ${one.id} ${one.last("CampaignStewardNamed")?.data.chair}`),
    ...openLines(known),
  ];
  return lines.sort();
}

/**
 * A proposal that a process took back is as one that was never made: of a flag and a certificate for one unit, the
 * certificate is proposed and withdrawn where it was certified first, and else it is not proposed at all (C3). What people
 * withdrew was decided by them, and is compared.
 */
function awardLines(one: Story): string[] {
  const status = statusOf(one);
  const isTakenBack = status === "withdrawn" && !one.last("AwardWithdrawn")?.byHand;
  return isTakenBack ? [] : [`award ${one.id} ${status} ${ownerOf(one)} ${restsOn(one)}`];
}

/** The ballot whose final result it rests on, and whether nobody goes on with it. */
function restsOn(one: Story): string {
  const isSuspended =
    one.inOrder("ConsiderationSuspended", "ConsiderationResumed").at(-1)?.type === "ConsiderationSuspended";
  return `${one.last("BasisConfirmed")?.data.ballot ?? "-"} ${isSuspended ? "suspended" : ""}`;
}

const ownerOf = (one: Story) =>
  one.last("AwardTransferred")?.data.to ?? one.last("AwardProposed")?.data.unit ?? "nobody";

function ballotLine(one: Story): string {
  const terms = termsOf(one);
  const elected = one.last("BallotCertified")?.data.outcome.elected.join() ?? "-";
  const end = one.has("BallotAnnulled") ? "annulled" : "";
  // Whether its lists were still revised before it was annulled without a record is no end.
  if (end !== "" && elected === "-") return `ballot ${one.id} ${end}`;
  const lists = [terms?.nominees ?? [], terms?.electors ?? []].map((units) => [...units].sort().join());
  const scores = terms?.tieData.scores.map(({ unit, points }) => `${unit} ${points}`).sort();
  const parts = [terms?.seats, ...lists, elected, end, scores?.join()];
  return `ballot ${one.id} ${parts.join(" ")}`;
}

function chairLines(one: Story): string[] {
  const { term, chair } = running(one);
  const terms = [
    ...new Set(one.inOrder("ChairDesignated", "DeputyDesignated").map(({ data }) => data.term)),
  ].sort();
  const designated = terms.map(
    (of) => `rotation ${one.id} ${of}: ${designatedIn(one, of)}, ${deputyIn(one, of)}`,
  );
  return [`rotation ${one.id} ${chair} in ${term}`, ...designated];
}

const isEnded = (one: Story) =>
  (["PledgeAssessed", "PledgeWithdrawn", "PledgeVoided", "PledgeLapsed"] as const)
    .filter((type) => one.has(type))
    .join();

const entitledIn = (one: Story) =>
  [...(one.inOrder("ConferenceConvened", "InvitationRevised").at(-1)?.data.entitled ?? [])].sort().join();

function settledIn(one: Story): string {
  const ends = new Map(one.all("BallotSettled").map(({ data }) => [data.ballot, data.end]));
  return [...ends]
    .map((pair) => pair.join(" "))
    .sort()
    .join();
}

const rankedIn = (one: Story) =>
  (one.inOrder("ScoreboardFinalised", "ScoreboardCorrected").at(-1)?.data.results ?? [])
    .map(({ unit, points }) => `${unit} ${points}`)
    .sort()
    .join();

/**
 * What is open, without the days: they are those of the recording, and others may record sooner. What stands behind another
 * point is told once that one is settled, and here nobody settles any.
 */
const openLines = ({ open }: Known) => {
  const keys = new Set(open.map(({ key }) => key));
  const told = open.filter(({ behind }) => behind === undefined || !keys.has(behind));
  return [
    ...new Set(told.map(({ process, key, law, what }) => `open ${process} ${law} ${key} ${what.type}`)),
  ];
};
