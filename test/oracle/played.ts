import type { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import type { Model, ModelCommand, ModelDecision, ModelLog, ModelPolicy } from "./rotation-model.ts";

/** A command with both answers, and the rotation before and after it. */
export type Played = {
  model: Model;
  log: ModelLog;
  command: ModelCommand;
  decision: ModelDecision;
  answer: ReturnType<typeof chairRotation.decide>;
  before: OpenedRotation;
  after: OpenedRotation;
  joiner: ModelPolicy["joiner"];
};
