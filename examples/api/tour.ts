import { PledgeCommand } from "thidua";
import type { Message } from "thidua/kernel";
import { callRunOff, certify, conference, convene, openBallot, voting } from "./tied-ballot.ts";

type Followed = { process: string; command: Message; id: string; outcome: { kind: string } };
type Body = { detail?: string; events?: readonly Message[]; followed?: readonly Followed[] };
type Answer = { status: number; replayed: boolean; body: Body };

const pledges = PledgeCommand.create;
const draft = pledges.DraftPledge({
  bloc: "internal-affairs",
  unit: "police",
  season: "2022",
  dueOn: "2022-12-31",
});
const sign = pledges.SignPledge({ signatory: { name: "Nguyễn Văn A" }, signedOn: "2022-02-10" });

/** Requests to two servers of one database, with what they answer. */
export async function tour([first, second]: readonly [string, string], say: (line: string) => void) {
  const at = sender(say);
  say("1. Một lệnh, gửi hai lần, lần sau tới máy chủ kia");
  await at(first, "/Pledge/police-2022", { key: "lenh-1", command: draft });
  await at(second, "/Pledge/police-2022", { key: "lenh-1", command: draft });

  say("2. Cùng một mã, lệnh khác");
  await at(second, "/Pledge/police-2022", { key: "lenh-1", command: sign });

  say("3. Quy tắc không cho phép, và dữ liệu sai dạng");
  await at(first, "/Pledge/police-2022", { key: "lenh-2", command: sign });
  const wrong = { type: "DraftPledge", data: { ...draft.data, dueOn: "2022-02-30" } };
  await at(first, "/Pledge/police-2023", { key: "lenh-3", command: wrong });

  say("4. Bằng phiếu: bỏ phiếu lại ở một cuộc bỏ phiếu do chương trình mở");
  await quietly(second, `/Conference/${conference}`, [convene]);
  const votes = (id: string, command: Message[]) => quietly(second, `/Ballot/${id}`, command);
  await votes("co-2022", [openBallot, ...voting({ procuracy: 2, police: 2 })]);
  const called = await at(first, "/Ballot/co-2022", { key: "bo-phieu-lai", command: callRunOff });
  const runOff = followedBy(called).find(({ command }) => command === "OpenBallot")?.id ?? "";
  await votes(runOff, voting({ procuracy: 3, police: 1 }));
  await at(second, `/Ballot/${runOff}`, { key: "bien-ban-1", command: certify, shown: "/Ballot/…" });
  say("   Hỏi trước khi ký:");
  for (const line of await toldBefore(first, "/Ballot/co-2022", certify)) say(`     ${shortened(line)}`);
  await at(first, "/Ballot/co-2022", { key: "bien-ban-2", command: certify });

  say("5. Danh sách, do máy chủ nào cũng trả lời như nhau");
  for (const path of ["/awards", "/open"])
    for (const server of [first, second]) say(`   GET ${path}: ${await shown(server, path)}`);
  say("6. Mô tả dịch vụ");
  const { paths } = (await (await fetch(`${first}/openapi.json`)).json()) as { paths: object };
  say(`   GET /openapi.json: ${Object.keys(paths).length} đường dẫn`);
}

const sender =
  (say: (line: string) => void) =>
  async (
    server: string,
    path: string,
    { key, command, shown = path }: { key: string; command: Message; shown?: string },
  ): Promise<Answer> => {
    const answer = await post(server, path, key, command);
    const again = answer.replayed ? ", câu trả lời đã lưu" : "";
    say(`   POST ${shown} [${key}] ${command.type}: ${answer.status}${again}`);
    const { detail, events } = answer.body;
    say(`     ${detail ?? events?.map(({ type }) => type).join(", ")}`);
    for (const { process, command: type, outcome } of followedBy(answer))
      say(`     → ${process}: ${type} (${outcome})`);
    return answer;
  };

async function post(server: string, path: string, key: string, command: Message): Promise<Answer> {
  const response = await fetch(server + path, {
    method: "POST",
    headers: { "Idempotency-Key": key, Actor: "van-phong", "Content-Type": "application/json" },
    body: JSON.stringify(command),
  });
  const replayed = response.headers.has("Idempotent-Replayed");
  return { status: response.status, replayed, body: (await response.json()) as Body };
}

/** What a command would lead to, in Vietnamese. */
async function toldBefore(server: string, path: string, command: Message): Promise<string[]> {
  const { body } = await post(server, `${path}/consequences`, "hoi-truoc", command);
  return (body as { text: string[] }).text;
}

const shortened = (line: string) => (line.length > 100 ? `${line.slice(0, 99)}…` : line);

/** Commands of which none is refused. */
async function quietly(server: string, path: string, commands: readonly Message[]): Promise<void> {
  for (const [at, command] of commands.entries()) {
    const { status, body } = await post(server, path, `${path}-${at}`, command);
    if (status !== 200) throw new Error(`${command.type}: ${JSON.stringify(body)}`);
  }
}

/** What the processes did because of it. */
const followedBy = ({ body }: Answer) =>
  (body.followed ?? []).map(({ process, command, id, outcome }) => ({
    process,
    id,
    command: command.type,
    outcome: outcome.kind,
  }));

/** A list, shortened to what a reader looks for. */
async function shown(server: string, path: string): Promise<string> {
  type Row = { unit: string; status: string } | { text: string };
  const rows = (await (await fetch(server + path)).json()) as Row[];
  const told = rows.map((row) => ("text" in row ? row.text : `${row.unit} (${row.status})`));
  return told.join(", ") || "không có";
}
