export { type ContractCase, eventStoreContract, type TestRunner } from "./event-store-contract.ts";
export { ScenarioFailed } from "./expect-same.ts";
export { logOf, type Wanted } from "./process-scenario.ts";
export { given, historyOf, type Result } from "./scenario.ts";
export { ContractBroken, type ContractSizes, type StoreOnTrial } from "./store-contract/trial.ts";
