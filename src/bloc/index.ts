export { bloc } from "./bloc.ts";
export { faultIn, type Strength } from "./bylaws-faults.ts";
export { bylawsOn, strengthOn } from "./bylaws-in-force.ts";
export { activeMembersOn, blocNameOn, membersOn, nameOn } from "./membership.ts";
export { BlocCommand, BlocEvent, BlocKind, BlocRejection, LeavingGround, NamedUnit } from "./messages.ts";
export type { AdoptedBylaws, Bloc, BlocFacts, DatedName, Member, Members, Membership } from "./state.ts";
