import * as z from "zod/mini";
import { Id } from "../../kernel/ids.ts";
import { list } from "../../kernel/list.ts";
import { CivilDate } from "../../kernel/time.ts";
import { Drawn, LotSource } from "../../vocabulary/lot.ts";
import { UnitId } from "../../vocabulary/unit.ts";
import { RotationPolicy } from "../policies/policy.ts";
import { Basis, order, Place, reason, TermId, unitInTerm } from "../words.ts";

// The words about the order and the policy: places, new orders, and lots.

const placing = { term: TermId, unit: UnitId, place: Place, reason };
const newOrder = {
  term: TermId,
  order,
  prefix: z.optional(order),
  effective: z.enum(["atOnce", "lapEnds"]),
  keepSwaps: z.optional(z.boolean()),
  reason,
};
const policyChange = { term: TermId, policy: RotationPolicy, basis: Basis };
const lot = {
  lot: Id,
  term: TermId,
  units: order,
  sources: list(LotSource, { min: 1, max: 20 }),
  announcedOn: CivilDate,
};

/** The order or the policy changes. */
export const orderCommands = {
  /** Gives a member a place in the order from `term` on. */
  PlaceInOrder: placing,
  /** Takes a member out of the order from `term` on; it stays a member. */
  RemoveFromOrder: unitInTerm,
  /**
   * Lays down a new order: `prefix` takes the terms from `term` on, then the order begins. With `lapEnds` it
   * waits from `term` on until the running lap has ended. Swaps agreed for later terms are void unless kept.
   */
  ReplaceOrder: newOrder,
  /** Another policy, from a coming term on. */
  AdoptRotationPolicy: policyChange,
  /** Fixes the list of a lot and the sources of its numbers, before anybody can know the numbers. */
  AnnounceOrderLot: lot,
  /** Orders the announced list by the numbers of the sources; anybody can repeat it. */
  DrawOrder: { lot: Id, drawn: Drawn, drawnOn: CivilDate },
};

/** The order or the policy was changed. */
export const orderEvents = {
  UnitPlacedInOrder: placing,
  UnitRemovedFromOrder: unitInTerm,
  OrderReplaced: newOrder,
  RotationPolicyAdopted: policyChange,
  /** The list of a lot was fixed, with its sources, before anybody could know their numbers. */
  OrderLotAnnounced: lot,
  /** The sources gave `drawn`, and by RFC 3797 that is this order: anybody can draw it again. */
  OrderDrawn: { lot: Id, term: TermId, drawn: Drawn, order, drawnOn: CivilDate },
};
