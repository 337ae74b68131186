export { bloc } from "./bloc.ts";
export { bylawsOn, objectionToBylaws, type Strength, strengthOn } from "./bylaws.ts";
export {
  BlocCommand,
  BlocEvent,
  BlocKind,
  BlocRejection,
  DisciplineForm,
  InvestigationFinding,
  LeavingGround,
  NamedUnit,
} from "./messages.ts";
export {
  activeMembersOn,
  blocNameOn,
  disciplinesFor,
  investigationsOn,
  membersOn,
  nameOn,
} from "./questions.ts";
export type {
  AdoptedBylaws,
  Bloc,
  BlocFacts,
  DatedName,
  Discipline,
  Investigation,
  Member,
  Members,
  Membership,
  Suspension,
} from "./state.ts";
