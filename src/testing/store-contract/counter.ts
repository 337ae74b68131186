import * as z from "zod/mini";
import { decider } from "../../kernel/decider.ts";
import { accept, reject, sharedRejections } from "../../kernel/decision.ts";
import { during, from } from "../../kernel/during.ts";
import { messages } from "../../kernel/messages.ts";
import { integer } from "../../kernel/numbers.ts";

type Counter = { status: "counting"; total: number };

const by = integer({ min: 1, max: 1_000 });
const CounterCommand = /* @__PURE__ */ messages({
  Count: { by },
  CountFrom: { total: integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), by },
});
const CounterEvent = /* @__PURE__ */ messages({ Counted: { by } });
const CounterRejection = /* @__PURE__ */ messages({
  ...sharedRejections("Counter", z.literal("counting")),
  /** Others have counted since. */
  CountedOtherwise: { total: integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) },
});
export type CounterCommand = z.infer<typeof CounterCommand>;
type CounterEvent = z.infer<typeof CounterEvent>;
type CounterRejection = z.infer<typeof CounterRejection>;

/** The least aggregate by which a command handler can be tried: it counts, and knows how far. */
export const counter = /* @__PURE__ */ decider<Counter, CounterCommand, CounterEvent, CounterRejection>({
  name: "Counter",
  commands: CounterCommand,
  events: CounterEvent,
  rejections: CounterRejection,
  initialState: { status: "counting", total: 0 },
  decide: {
    Count: during(["counting"], { decide: (_, { by }) => accept({ type: "Counted", data: { by } }) }),
    CountFrom: during(["counting"], {
      decide: ({ total }, data) =>
        data.total === total
          ? accept({ type: "Counted", data: { by: data.by } })
          : reject({ type: "CountedOtherwise", data: { total } }),
    }),
  },
  evolve: {
    Counted: from(["counting"], (state, { by }) => {
      state.total += by;
    }),
  },
});
