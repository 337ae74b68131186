import {
  annulRunOffs,
  award,
  BallotCommand,
  BlocCommand,
  ballot,
  bloc,
  CampaignCommand,
  ChairRotationCommand,
  type CommandMetadata,
  ConferenceCommand,
  campaign,
  chairRotation,
  commandHandlers,
  conference,
  type EventStore,
  emulationBloc,
  handOverAtClose,
  holdRunOffs,
  type Message,
  nominate,
  PledgeCommand,
  pledge,
  seasonRunner,
  successiveBallots,
} from "thidua";
import { type Clock, systemClock } from "thidua/process";
import { followMembers, nextBallotId, oneRoom } from "thidua/season";
import * as fact from "./facts.ts";

const { invented, inventedDocument, inventedPerson } = fact;
const flagBallot = "flag-2022";
const certificateBallot = nextBallotId(flagBallot, fact.certificate);

/** The season of the article, command by command. Processes send the commands that follow from events. */
export async function playSeason(store: EventStore): Promise<void> {
  const send = sender(store);

  await constitute(send);
  await launch(send);
  await signPledges(send, { season: "2022", campaign: "2022", signedOn: "2022-02-15" });
  await carryOut(send);
  await confer(send);
}

type Send = (day: string, aggregate: string, id: string, ...commands: Message[]) => Promise<void>;

function sender(store: EventStore): Send {
  let today = new Date(0);
  // What follows from a command is recorded on the day on which the season had got to.
  const clock: Clock = { ...systemClock, now: () => today };
  const runner = seasonRunner({
    store,
    clock,
    handlers: commandHandlers({
      store,
      deciders: [award, ballot, bloc, campaign, chairRotation, conference, pledge],
    }),
    processes: [
      annulRunOffs,
      holdRunOffs,
      nominate,
      successiveBallots([
        { honour: fact.flag, seats: 1 },
        { honour: fact.certificate, seats: 2 },
      ]),
      followMembers,
      oneRoom,
      handOverAtClose({ condition: `nguyên vẹn ${invented}` }),
    ],
  });
  let count = 0;
  return async (day, aggregate, id, ...commands) => {
    for (const command of commands) {
      count += 1;
      today = new Date(`${day}T10:00:00Z`);
      const metadata: CommandMetadata = {
        now: today,
        commandId: `tay-ninh-${String(count).padStart(3, "0")}`,
        actor: "bloc-office",
        correlationId: "season-2022",
      };
      const { outcome, complete } = await runner.send({ aggregate, id, command }, metadata);
      if (!outcome.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(outcome.rejection)}`);
      const [matter] = await runner.matters();
      if (matter || !complete) throw new Error(`after ${command.type}: ${JSON.stringify(matter)}`);
    }
  };
}

/** Before the article begins, there is a bloc with bylaws and a chair. */
async function constitute(send: Send): Promise<void> {
  const decision = inventedDocument("decision", "15/QĐ-UBND", "2021-01-15", fact.province);
  await send(
    "2021-01-15",
    "Bloc",
    "noi-chinh",
    BlocCommand.create.ConstituteBloc({
      name: fact.blocName,
      kind: "bloc",
      authority: fact.province,
      members: [...fact.members],
      constitutedOn: "2021-01-15",
      decision,
    }),
    BlocCommand.create.AdoptBylaws({
      version: 1,
      bylaws: {
        voting: fact.voting,
        honours: [
          { honour: fact.flag, seats: 1 },
          { honour: fact.certificate, seats: 2 },
        ],
        chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
      },
      adoptedOn: "2021-01-15",
      effectiveFrom: "2021-01-15",
      document: inventedDocument("bylaws", "01/QC-KNC", "2021-01-15", fact.blocName),
    }),
  );
  await send(
    "2022-01-05",
    "ChairRotation",
    "noi-chinh",
    ChairRotationCommand.create.OpenRotation({
      bloc: "noi-chinh",
      roster: [...fact.members],
      policy: emulationBloc,
      calendar: { term: "2022", startsOn: "2022-01-01", months: 12 },
      chair: fact.outgoingChair,
      flag: { flag: "rotating-flag", issuer: fact.province, issuedOn: "2021-01-15" },
    }),
  );
}

async function launch(send: Send): Promise<void> {
  const { create } = CampaignCommand;
  await send(
    "2021-12-29",
    "Campaign",
    "2022",
    create.DraftCampaign({
      bloc: "noi-chinh",
      season: "2022",
      theme: fact.theme,
      kind: "standing",
      opensOn: "2022-01-01",
      closesOn: "2023-02-01",
    }),
    create.SetCampaignCriterion({ criterion: "work", name: `Kết quả công tác chuyên môn ${invented}` }),
    create.SetCampaignCriterion({ criterion: "movement", name: `Tổ chức phong trào thi đua ${invented}` }),
    create.LaunchCampaign({
      directive: fact.directive,
      launchedOn: "2021-12-29",
      enrolment: { who: "allMembers", opensOn: "2022-01-01", closesOn: "2022-04-01" },
      assessor: `Hội đồng Thi đua - Khen thưởng tỉnh ${invented}`,
    }),
  );
  await send(
    "2022-03-02",
    "Campaign",
    "2022",
    create.IssueCampaignPlan({ plan: fact.plan, directive: fact.directive, chair: fact.outgoingChair }),
  );
}

/**
 * Each unit drafts a pledge with one target, registers for the flag, and signs. The pledges of 2023 have no campaign
 * yet.
 */
async function signPledges(
  send: Send,
  { season, campaign, signedOn }: { season: string; campaign?: string; signedOn: string },
): Promise<void> {
  const { create } = PledgeCommand;
  for (const { unit } of fact.members) {
    await send(
      signedOn,
      "Pledge",
      `${unit}-${season}`,
      create.DraftPledge({
        bloc: "noi-chinh",
        unit,
        season,
        ...(campaign && { campaign }),
        dueOn: `${season}-12-31`,
      }),
      create.PromiseTarget({
        target: "work",
        name: `Tỷ lệ hoàn thành nhiệm vụ chuyên môn ${invented}`,
        goal: { baseline: "90", goal: "95", measure: "%" },
      }),
      create.RegisterTitle({ honour: fact.flag }),
      create.RegisterTitle({ honour: fact.certificate }),
      create.SignPledge({ signatory: inventedPerson("Đại diện lãnh đạo", "Thủ trưởng đơn vị"), signedOn }),
    );
  }
}

async function carryOut(send: Send): Promise<void> {
  const { create } = CampaignCommand;
  await send(
    "2022-09-30",
    "Campaign",
    "2022",
    create.RecordPractice({
      practice: "một-ngày",
      title: `Giải quyết hồ sơ liên ngành trong một ngày ${invented}`,
      unit: "procuracy",
      description: `Cách làm linh hoạt, sáng tạo, hiệu quả ${invented}`,
      foundOn: "2022-06-30",
    }),
    create.ReplicatePractice({ practice: "một-ngày", unit: "police", replicatedOn: "2022-09-30" }),
    create.RecogniseExemplar({
      exemplar: "công-an",
      who: { kind: "unit", unit: "police" },
      merit: `Lập thành tích xuất sắc ${invented}`,
      level: "province",
      authority: fact.province,
      recognisedOn: "2022-09-15",
    }),
  );
}

/** The conference of season 2022, held in January 2023. */
async function confer(send: Send): Promise<void> {
  const { create } = ConferenceCommand;
  const day = fact.conferenceDay;
  const hold = (...commands: Message[]) => send(day, "Conference", "2022", ...commands);

  await send(
    "2022-12-30",
    "Conference",
    "2022",
    create.ConveneConference({
      bloc: "noi-chinh",
      season: "2022",
      kind: "yearEnd",
      heldOn: day,
      place: fact.place,
      host: fact.outgoingChair,
      agenda: ["Tổng kết công tác thi đua, khen thưởng năm 2022", "Ký kết giao ước thi đua năm 2023"],
      entitled: fact.units,
      quorum: fact.voting.quorum,
      proxiesMax: fact.voting.proxiesMax,
      bylaws: 1,
    }),
  );
  for (const member of fact.members) await hold(...attendance(member));
  await hold(
    create.AccreditGuest({ guest: "vice-chair", person: fact.viceChair, mayDirect: true }),
    create.OpenConference({
      openedOn: day,
      chair: inventedPerson("Chủ tọa", "Khối trưởng"),
      secretary: inventedPerson("Thư ký", "Văn phòng Khối"),
    }),
    create.TableDraft({ draft: "báo-cáo", title: `Báo cáo tổng kết năm 2022 ${invented}`, kind: "report" }),
    create.TableDraft({ draft: "phương-hướng", title: `Phương hướng năm 2023 ${invented}`, kind: "plan" }),
    create.DiscussDraft({ draft: "phương-hướng", unit: "military", remark: `Thảo luận sôi nổi ${invented}` }),
    create.AdoptDraftByConsensus({ draft: "báo-cáo" }),
    create.AdoptDraftByConsensus({ draft: "phương-hướng" }),
  );
  await sumUp(send);
  await hold(create.HoldBallot({ ballot: flagBallot, matter: "Bình chọn đơn vị nhận Cờ thi đua" }));
  await vote(send);
  await hold(create.RecordDirectiveSpeech({ guest: "vice-chair", points: fact.speech }));
  await send(
    day,
    "ChairRotation",
    "noi-chinh",
    ChairRotationCommand.create.DesignateChair({
      term: "2023",
      chair: "police",
      deputy: "procuracy",
      basis: { kind: "conference", conference: "2022" },
      designatedOn: day,
    }),
  );
  await signPledges(send, { season: "2023", signedOn: day });
  await hold(
    create.RecordPledgeSigning({ season: "2023", pledges: fact.units.map((unit) => `${unit}-2023`) }),
    create.CloseConference({
      closedOn: day,
      minutes: inventedDocument("minutes", "01/BB-KNC", day, fact.blocName),
      chair: inventedPerson("Chủ tọa", "Khối trưởng"),
      secretary: inventedPerson("Thư ký", "Văn phòng Khối"),
      summary: "Tổng kết công tác thi đua, khen thưởng năm 2022 và ký giao ước thi đua năm 2023",
    }),
  );
}

function attendance({ unit, name }: (typeof fact.members)[number]): Message[] {
  const delegates = [
    { person: inventedPerson("Đại diện lãnh đạo", "Lãnh đạo đơn vị", name), role: "leader" as const },
    { person: inventedPerson("Công chức phụ trách", "Công tác thi đua", name), role: "officer" as const },
  ];
  return [
    ConferenceCommand.create.AccreditDelegation({ unit, delegates, accreditedOn: fact.conferenceDay }),
    ConferenceCommand.create.CheckInUnit({ unit }),
  ];
}

async function sumUp(send: Send): Promise<void> {
  await send(
    fact.conferenceDay,
    "Campaign",
    "2022",
    CampaignCommand.create.SumUpCampaign({
      summedUpOn: fact.conferenceDay,
      report: inventedDocument("report", "05/BC-KNC", fact.conferenceDay, fact.blocName),
      results: fact.results,
      conclusions: fact.conclusions,
      conference: "2022",
    }),
  );
}

const tellers = ["Trưởng ban kiểm phiếu", "Ủy viên kiểm phiếu 1", "Ủy viên kiểm phiếu 2"].map(
  (name) => `${name} ${invented}`,
);

/** Two secret ballots: first for the flag, then for the certificates among the rest. A process opens the second. */
async function vote(send: Send): Promise<void> {
  const [head = "", ...others] = tellers;
  await send(
    fact.conferenceDay,
    "Ballot",
    flagBallot,
    BallotCommand.create.OpenBallot({
      season: "2022",
      conference: "2022",
      purpose: { kind: "honour", honour: fact.flag },
      bylawsVersion: 1,
      electors: fact.units,
      nominees: ["procuracy", "police", "military", "court"],
      seats: 1,
      voting: fact.voting,
      method: { kind: "forAndAgainst" },
      tellers: { head: { name: head }, members: others.map((name) => ({ name })) },
      tieData: { scores: [], seniority: [], lotSources: [], chair: fact.outgoingChair },
    }),
  );
  await castAndCount(send, flagBallot, [
    { papers: 6, kept: ["procuracy"] },
    { papers: 2, kept: ["police"] },
  ]);
  await castAndCount(send, certificateBallot, [
    { papers: 5, kept: ["police", "military"] },
    { papers: 2, kept: ["military", "court"] },
    { papers: 1, kept: ["police"] },
  ]);
}

/** The votes are invented, but the election of the three units is not. */
async function castAndCount(
  send: Send,
  id: string,
  papers: readonly { papers: number; kept: string[] }[],
): Promise<void> {
  const { create } = BallotCommand;
  const cast = (...commands: Message[]) => send(fact.conferenceDay, "Ballot", id, ...commands);
  for (const unit of fact.units) await cast(create.CheckIn({ unit }));
  await cast(create.OpenVoting({ openedOn: fact.conferenceDay }));
  for (const unit of fact.units) await cast(create.IssuePaper({ unit }));
  await cast(
    create.CountDeposits({ deposited: fact.units.length }),
    create.CloseBox({}),
    create.OpenBox({ papers: papers.map(({ papers, kept }) => ({ papers, paper: { kind: "kept", kept } })) }),
  );
  const tally = tallyOf(
    id === flagBallot ? ["procuracy", "police", "military", "court"] : ["police", "military", "court"],
    papers,
  );
  const signatories = [...tellers];
  for (const teller of signatories.slice(0, 2)) await cast(create.SubmitTally({ teller, tally }));
  await cast(
    create.CertifyBallot({ signatories, certifiedOn: fact.conferenceDay, complaintsUntil: "2023-01-16" }),
  );
}

/** What a teller writes down who counts the papers alone. */
function tallyOf(nominees: readonly string[], papers: readonly { papers: number; kept: string[] }[]) {
  const valid = papers.reduce((sum, group) => sum + group.papers, 0);
  const lines = nominees.map((nominee) => {
    const kept = papers.reduce((sum, group) => sum + (group.kept.includes(nominee) ? group.papers : 0), 0);
    return { nominee, for: kept, against: valid - kept };
  });
  return { valid, invalid: 0, blank: 0, lines };
}
