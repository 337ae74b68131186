export { en } from "./en.ts";
export type { Phrases, Say, UnitNames } from "./language.ts";
export { problemMessages } from "./problem-messages.ts";
export { UnknownPhrase } from "./said.ts";
export { explained, type Language, sentence } from "./sentence.ts";
export { vi } from "./vi.ts";
