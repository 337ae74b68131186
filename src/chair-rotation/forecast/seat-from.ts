import type { Citation, Seat } from "./explanation.ts";

/** The seat that follows from the reasons of a forecast alone, one after the other: they explain every chair. */
export function seatFrom(because: readonly Citation[]): Seat {
  return because.reduce<Seat>((seat, one) => one.gives ?? seat, { kind: "vacant" });
}
