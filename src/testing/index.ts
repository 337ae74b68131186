export { ScenarioFailed } from "./expect-same.ts";
export { logOf, type Wanted } from "./process-scenario.ts";
export { given, historyOf, type Result } from "./scenario.ts";
