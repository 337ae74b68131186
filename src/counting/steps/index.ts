export { CountStep } from "./count-step.ts";
export { RoundConclusion } from "./round-conclusion.ts";
