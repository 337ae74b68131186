export { countStepsEn } from "../en/count-steps.ts";
export { UnknownPhrase } from "../said.ts";
export { countStepsVi } from "../vi/count-steps.ts";
export { type CountLanguage, stepSentence } from "./step-sentence.ts";
