import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import type { FlagTaker } from "../../src/chair-rotation/words.ts";
import { derivedId } from "../../src/kernel/ids.ts";
import { addDays } from "../../src/kernel/time.ts";
import type { Model, ModelCommand, ModelLog, ModelOpening } from "./rotation-model.ts";

const { create } = ChairRotationCommand;
const basis = { kind: "conference", conference: "conference" } as const;
const reason = "theo quy chế";
const bloc = "bloc";
const flag = { condition: "nguyên vẹn" };

/** Terms are years from 2024 on. */
export const termOf = (number: number): string => String(2024 + number);

export function openingOf({ units, policy, chair, startsOn }: ModelOpening): ChairRotationCommand {
  const { rule, skip, leaver, heir, joiner, merge, before, after } = policy;
  return create.OpenRotation({
    bloc,
    roster: units.map((unit) => ({ unit })),
    policy: {
      ...emulationBloc,
      succession: { kind: rule === "elected" ? "electedInRotation" : "cycle" },
      skip: typeof skip === "string" ? { kind: skip } : { kind: "defer", terms: skip.defer },
      leaver,
      merged: heir,
      joiner,
      merge: { place: merge, turns: "sum" },
      deputy: "none",
      handover: { consent: "outgoing", daysBeforeMax: before, daysAfterMax: after },
      horizonTerms: 9,
    },
    calendar: { term: termOf(0), startsOn, months: 12 },
    chair,
    flag: { flag: "flag", issuer: "Khối", issuedOn: startsOn },
  });
}

const custodian = (who = "issuer"): FlagTaker =>
  who === "issuer" ? { kind: "issuer" } : { kind: "unit", unit: who };

/** The same command in the words of the rotation. */
export function commandOf(model: Model, log: ModelLog, command: ModelCommand): ChairRotationCommand {
  const { type, at, on = at, unit = "", units = [], chair = "", deputy, order = [] } = command;
  const running = termOf(model.running(log));
  const term = termOf(command.term ?? 0);
  const named = deputy === undefined ? {} : { deputy };
  switch (type) {
    case "join":
      return create.JoinRotation({ unit, joinedOn: on });
    case "leave":
      return create.LeaveRotation({
        unit,
        leftOn: addDays(on, -1),
        ...(command.ceases && { ceases: true as const }),
        reason,
      });
    case "merge":
      return create.MergeInRotation({ units, into: command.into ?? "", mergedOn: on });
    case "split":
      return create.SplitInRotation({
        unit,
        heir: command.heir ?? "",
        others: command.others ?? [],
        splitOn: on,
      });
    case "rename":
      return create.RenameInRotation({ unit, name: command.name ?? "", renamedOn: on });
    case "suspend":
      return create.SuspendFromRotation({ unit, suspendedOn: on, reason });
    case "reinstate":
      return create.ReinstateInRotation({ unit, reinstatedOn: on });
    case "handover":
      return create.HandOverChair({
        term,
        from: command.from ?? "",
        to: chair,
        ...named,
        handedOverOn: on,
        ...(command.flag && { flag }),
      });
    case "vacantTerm":
      return create.BeginVacantTerm({ term, begunOn: on });
    case "installNext":
      return create.InstallChair({ term, chair, ...named, installedOn: on, basis });
    case "install":
      return create.InstallChair({ term: running, chair, ...named, installedOn: on, basis });
    case "vacate":
      return create.RecordVacancy({ term: running, from: on, reason });
    case "acting":
      return create.AppointActingChair({ term: running, unit, from: on, reason });
    case "actingEnds":
      return create.EndActing({ unit, endedOn: on });
    case "flag":
      return create.ReceiveFlag({
        from: custodian(command.from),
        to: custodian(command.to),
        receivedOn: on,
        flag,
      });
    case "designate":
      return create.DesignateChair({ term, chair, basis, designatedOn: at });
    case "skip":
      return create.SkipTurn({ term, unit, reason });
    case "hold":
      return create.HoldOver({ term, reason });
    case "claim":
      return create.ClaimOwedTurn({ obligation: obligationOf(model, log, command), term });
    case "substitute":
      return create.NameSubstitute({ term, unit, chair, reason });
    case "vacancy":
      return create.RecordVacancy({ term, from: command.from ?? "", reason });
    case "swap": {
      const side = (one = { term: 0, unit: "" }) => ({ term: termOf(one.term), unit: one.unit });
      const [a, b] = [side(command.a), side(command.b)];
      return create.ProposeSwap({
        swap: `swap${log.length}`,
        a,
        b,
        proposedBy: command.by ?? "",
        proposedOn: at,
      });
    }
    case "consent":
      return create.ConsentToSwap({ swap: command.swap ?? "", unit, consentedOn: at });
    case "reorder":
      return create.ReplaceOrder({ term, order, effective: "atOnce", keepSwaps: true, reason });
    case "termEnd":
      return create.ChangeTermEnd({ term, endsOn: command.endsOn ?? "", reason });
    default:
      throw new Error(`unknown command ${type}`);
  }
}

/** The model calls a debt by the unit that was passed, which may be the heir of the unit that was skipped. */
function obligationOf(model: Model, log: ModelLog, { debt = "", at }: ModelCommand): string {
  const ofSwap = /^swap-(.*)$/.exec(debt);
  if (ofSwap) return derivedId("owedSwap", bloc, ofSwap[1] ?? "");
  const [, number = "", unit = ""] = /^skip-(\d+)-(.*)$/.exec(debt) ?? [];
  const t = Number(number);
  const day = model.rows(log, at, t)[t]?.day ?? at;
  const skip = log.find(
    (event) => event.type === "skip" && event.term === t && model.heir(log, event.unit ?? "", day) === unit,
  );
  return derivedId("owedTurn", bloc, termOf(t), skip?.unit ?? unit);
}
