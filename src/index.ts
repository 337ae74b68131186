// What a program of a bloc's season needs. Each aggregate's entry (`thidua/ballot`, `thidua/chair-rotation` ...) has all
// of its own words; exact fractions, the arithmetic of dates and the makers of schemas are in `thidua/kernel`.

export { aggregates } from "./aggregates.ts";
export {
  type Award,
  AwardCommand,
  AwardEvent,
  AwardRejection,
  award,
  excludedBy,
  usualExclusions,
} from "./award/index.ts";
export {
  type Ballot,
  BallotCommand,
  BallotEvent,
  BallotRejection,
  ballot,
  defaultProcedure,
} from "./ballot/index.ts";
export {
  activeMembersOn,
  type Bloc,
  BlocCommand,
  BlocEvent,
  BlocRejection,
  bloc,
  bylawsOn,
  membersOn,
  nameOn,
} from "./bloc/index.ts";
export {
  type Campaign,
  CampaignCommand,
  CampaignEvent,
  CampaignRejection,
  campaign,
} from "./campaign/index.ts";
export {
  type ChairRotation,
  ChairRotationCommand,
  ChairRotationEvent,
  ChairRotationRejection,
  chairRotation,
  diffForecast,
  emulationBloc,
  explain,
  forecast,
  RotationPolicy,
  whenIsTurn,
} from "./chair-rotation/index.ts";
export {
  type Conference,
  ConferenceCommand,
  ConferenceEvent,
  ConferenceRejection,
  conference,
} from "./conference/index.ts";
export {
  type AnyDecider,
  audit,
  CivilDate,
  CommandMetadata,
  type CommandOf,
  check,
  checked,
  type DataOf,
  type Decider,
  type Decision,
  derivedId,
  type EventOf,
  ImpossibleEvent,
  InvalidInput,
  jsonSchema,
  type Message,
  MetadataMissing,
  type Problem,
  type Recorded,
  type RejectionOf,
  run,
  type Sent,
  type StateOf,
  sent,
  UnknownMessage,
} from "./kernel/index.ts";
export {
  en,
  explained,
  type Language,
  problemMessages,
  sentence,
  type UnitNames,
  vi,
} from "./minutes/index.ts";
export {
  attainment,
  type Pledge,
  PledgeCommand,
  PledgeEvent,
  PledgeRejection,
  pledge,
} from "./pledge/index.ts";
export { seasonRunner } from "./process/index.ts";
export {
  type Scoreboard,
  ScoreboardCommand,
  ScoreboardEvent,
  ScoreboardRejection,
  scoreboard,
} from "./scoreboard/index.ts";
export {
  holdRounds,
  nominate,
  type SeasonEvent,
  type SeasonRejection,
  seatChair,
} from "./season/index.ts";
export {
  ConcurrencyConflict,
  commandHandler,
  commandHandlers,
  type EventStore,
  fromJsonLines,
  inMemoryStore,
  loaded,
  toJsonLines,
  wholeLog,
} from "./stores/index.ts";
export {
  atLeast,
  Bylaws,
  DocumentRef,
  defaultVotingRules,
  Honour,
  moreThanHalf,
  Person,
  Season,
  UnitId,
  VotingRules,
} from "./vocabulary/index.ts";
