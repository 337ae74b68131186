import { PledgeCommand, PledgeEvent } from "../../src/pledge/messages.ts";
import { process } from "../../src/process/pure-process.ts";

/** A small process: a unit that has drafted a pledge registers for a flag, and lets that be when it withdraws. */
export const honour = { kind: "emulationFlag", authority: "UBND tỉnh" } as const;

export const register = (id: string) => ({
  aggregate: "Pledge",
  id,
  command: PledgeCommand.create.RegisterTitle({ honour }),
});

export const strive = process<{ drafted: Map<string, string> }, PledgeEvent>({
  name: "strive",
  version: 1,
  initialState: { drafted: new Map() },
  evolve: {
    PledgeDrafted(state, { unit }, { id }) {
      state.drafted.set(id, unit);
    },
    PledgeWithdrawn(state, _, { id }) {
      state.drafted.delete(id);
    },
  },
  want: {
    PledgeDrafted: ({ drafted }, _, { id }) => (drafted.has(id) ? [] : [register(id)]),
    PledgeSigned: ({ drafted }, _, { id }) => (drafted.has(id) ? [register(id)] : []),
  },
});

const { create } = PledgeEvent;
export const drafted = create.PledgeDrafted({
  bloc: "noi-chinh",
  unit: "police",
  season: "2022",
  dueOn: "2022-12-31",
});
export const signed = create.PledgeSigned({ signatory: { name: "An" }, signedOn: "2022-02-10" });
export const withdrawn = create.PledgeWithdrawn({ reason: "Giải thể", withdrawnOn: "2022-06-01" });
