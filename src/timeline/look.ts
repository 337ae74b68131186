import type { Certainty } from "../chair-rotation/forecast/forecast.ts";
import type { Attributes } from "./markup.ts";

export const ink = "#1d2733";
export const hues = {
  chair: "#1b4f8a",
  swap: "#6b3fa0",
  substitute: "#0b7268",
  deputy: "#b27a00",
  interim: "#c2540a",
  vacant: "#b3261e",
  cancelled: "#7a7f87",
};

/** A served term is solid. The less certain a term is, the lighter is its bar. */
const opacities: Record<Certainty, number> = { served: 1, assigned: 0.62, nominal: 0.3, conditional: 0.1 };

/** The look of a bar: the fill shows the mark and the certainty; a dashed edge means that nothing is settled. */
export function barLook(hue: string, certainty: Certainty): Attributes {
  return {
    fill: hue,
    "fill-opacity": String(opacities[certainty]),
    stroke: hue,
    "stroke-dasharray": certainty === "conditional" ? "4 3" : undefined,
  };
}
