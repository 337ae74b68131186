import type { ContractSizes, StoreOnTrial } from "../../src/testing/store-contract/trial.ts";

/** A database that gives each case of the contract a store of its own. */
export type Trials = { makeStore: () => StoreOnTrial | Promise<StoreOnTrial>; close: () => unknown };

/** A store that this machine may have: its cases, or why there are none. */
export type Available = {
  name: string;
  sizes?: Partial<ContractSizes>;
  open: () => Promise<Trials | string>;
};
