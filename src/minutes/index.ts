export { en } from "./en.ts";
export { extendLanguage } from "./extend-language.ts";
export type { OwnPhrases, Phrases, Say, UnitNames, WordsOfAggregates } from "./language.ts";
export { problemMessages } from "./problem-messages.ts";
export { UnknownPhrase } from "./said.ts";
export { explained, type Language, sentence } from "./sentence.ts";
export { vi } from "./vi.ts";
