export { type ContractCase, eventStoreContract, type TestRunner } from "./event-store-contract.ts";
export { given, historyOf, type Result, ScenarioFailed } from "./scenario.ts";
export { ContractBroken, type ContractSizes, type StoreOnTrial } from "./store-contract/trial.ts";
