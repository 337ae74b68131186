export { type MoreOfApi, type OpenApi, openapi } from "./openapi.ts";
export { type HttpProblem, problemType, toProblem } from "./to-problem.ts";
