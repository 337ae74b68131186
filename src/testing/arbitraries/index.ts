export { arbitraryOf, hostileNames } from "./arbitrary-of.ts";
export { type CommandHints, commandsFor } from "./commands-for.ts";
