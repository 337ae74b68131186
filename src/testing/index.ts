export { given, historyOf, type Result, ScenarioFailed } from "./scenario.ts";
