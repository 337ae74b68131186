import type { Contest, Verdict } from "./measure.ts";

const widths = { name: 44, figure: 12 };

/** The head of a table of contests against these peers. */
export function headOf(peers: readonly string[]): string {
  const columns = ["ours ms", ...peers.map((peer) => `${peer} ms`), "ratio", "promised"];
  return line("", columns, "");
}

/** The result of a contest, as a line below the head. */
export function rowOf(contest: Contest, verdict: Verdict, peers: readonly string[]): string {
  if (!verdict.agreed)
    return `${contest.name.padEnd(widths.name)}  OUTCOMES DISAGREE: ${verdict.disagreement}`;
  const times = peers.map((peer) => digits(verdict.peers[peer]?.milliseconds));
  const { growth, ratio, megabytes } = verdict;
  const compared = growth === undefined ? multiple(ratio) : `doubled ${multiple(growth)}`;
  const shown = megabytes
    ? `${megabytes.before.toFixed(0)} + ${(megabytes.peak - megabytes.before).toFixed(0)} MB`
    : compared;
  const own = megabytes === undefined ? digits(verdict.milliseconds) : "-";
  const columns = [own, ...times, shown, promiseOf(contest)];
  const agreement = Object.keys(contest.peers).length > 0 ? "outcomes agree" : "";
  const promised = promiseOf(contest) !== "";
  return line(
    contest.name,
    columns,
    [agreement, promised && !verdict.kept && "MISSED"].filter(Boolean).join(", "),
  );
}

function promiseOf({ ratioMin, millisecondsMax, costMax, doubled, megabytes }: Contest): string {
  if (megabytes !== undefined) return `<= ${megabytes.max} MB`;
  if (ratioMin !== undefined) return `>= ${ratioMin}x`;
  if (costMax !== undefined) return `>= ${(1 / costMax).toFixed(2)}x`;
  const most = millisecondsMax === undefined ? "" : `<= ${millisecondsMax} ms`;
  return doubled ? `${most}, ${doubled.growthMax}x`.replace(/^, /, "") : most;
}

function line(name: string, columns: readonly string[], remark: string): string {
  const figures = columns.map((column) =>
    column.padStart(widths.figure + (column.length > widths.figure ? 3 : 0)),
  );
  return `${name.padEnd(widths.name)}${figures.join(" ")}  ${remark}`.trimEnd();
}

function digits(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return "-";
  return milliseconds < 10 ? milliseconds.toFixed(3) : milliseconds.toFixed(1);
}

function multiple(ratio: number | undefined): string {
  return ratio === undefined ? "" : `${ratio.toFixed(2)}x`;
}
