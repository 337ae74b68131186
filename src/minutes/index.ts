export { en } from "./en.ts";
export { extendLanguage } from "./extend-language.ts";
export { type Foretold, foretold } from "./foretold.ts";
export type { OwnPhrases, Phrases, Say, UnitNames, WordsOfAggregates } from "./language.ts";
export { type PointText, whatIsOpen, whatWasSettled } from "./open-points.ts";
export { problemMessages } from "./problem-messages.ts";
export { UnknownPhrase } from "./said.ts";
export { commandText, explained, type Language, sentence } from "./sentence.ts";
export { vi } from "./vi.ts";
