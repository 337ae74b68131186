export { bloc } from "./bloc.ts";
export { bylawsOn, objectionToBylaws, type Strength, strengthOn } from "./bylaws.ts";
export { BlocCommand, BlocEvent, BlocKind, BlocRejection, LeavingGround, NamedUnit } from "./messages.ts";
export { activeMembersOn, blocNameOn, membersOn, nameOn } from "./questions.ts";
export type {
  AdoptedBylaws,
  Bloc,
  BlocFacts,
  DatedName,
  Member,
  Members,
  Membership,
  Suspension,
} from "./state.ts";
