import { BlocCommand } from "../../src/bloc/messages.ts";
import type { VotingRules } from "../../src/vocabulary/voting-rules.ts";
import { type Scenario, sentOn } from "../support/reach.ts";
import {
  admit,
  adopt,
  adoptAnew,
  bylaws,
  conclude,
  constitute,
  court,
  discipline,
  dissolve,
  enforcement,
  investigate,
  justice,
  lift,
  merge,
  particular,
  police,
  procuracy,
  reconstitute,
  reinstate,
  release,
  rename,
  suspend,
  unfitHonours,
} from "./life.ts";

const { create } = BlocCommand;
const alone = create.ConstituteBloc({ ...constitute.data, members: [police] });
const adopting = (voting: Partial<VotingRules>, honours = bylaws().honours) =>
  create.AdoptBylaws({ ...adopt.data, bylaws: { ...bylaws(voting), honours } });

/** What the lives of a bloc do not reach. */
export const reaches: Scenario<BlocCommand>[] = [
  ["nothing is constituted", [], admit],
  ["it is dissolved", [constitute, dissolve], admit],
  [
    "it is constituted otherwise",
    [constitute],
    create.ConstituteBloc({ ...constitute.data, kind: "cluster" }),
  ],
  ["the decision is of tomorrow", [constitute], sentOn(admit, "2022-03-24")],
  [
    "a unit joined before the bloc began",
    [constitute],
    create.AdmitMember({ ...admit.data, admittedOn: "2022-01-09" }),
  ],
  [
    "the bylaws were adopted before the bloc began",
    [constitute],
    create.AdoptBylaws({ ...adopt.data, adoptedOn: "2022-01-09" }),
  ],
  [
    "the bylaws take effect before those before them",
    [constitute, adopt],
    create.AdoptBylaws({ ...adoptAnew.data, effectiveFrom: "2022-01-09" }),
  ],
  [
    "it ends before a member joins",
    [constitute, admit],
    create.DissolveBloc({ ...dissolve.data, dissolvedOn: "2022-03-31" }),
  ],
  [
    "a member joins",
    [constitute],
    create.AdmitMember({ ...police, admittedOn: "2022-04-01", decision: admit.data.decision }),
  ],
  ["a stranger leaves", [constitute], create.ReleaseMember({ ...release.data, unit: "justice" })],
  ["a list names a unit twice", [], create.ConstituteBloc({ ...constitute.data, members: [police, police] })],
  [
    "a list names two units alike",
    [],
    create.ConstituteBloc({ ...constitute.data, members: [police, { ...court, name: police.name }] }),
  ],
  ["a member takes another's name", [constitute], create.RenameMember({ ...rename.data, name: police.name })],
  [
    "a unit merges into itself",
    [constitute, admit],
    create.MergeMembers({ ...merge.data, units: ["justice"] }),
  ],
  [
    "there are as many members as there may be",
    [
      create.ConstituteBloc({
        ...constitute.data,
        members: Array.from({ length: 200 }, (_, at) => ({ unit: `u${at}`, name: `Đơn vị ${at}` })),
      }),
    ],
    admit,
  ],
  ["the last member leaves", [alone], create.ReleaseMember({ ...release.data, unit: "police" })],
  [
    "a member is suspended twice",
    [constitute, suspend],
    create.SuspendMember({ ...suspend.data, reason: "Lý do khác" }),
  ],
  ["a member is not suspended", [constitute], reinstate],
  [
    "it is reinstated before its suspension",
    [constitute, suspend],
    create.ReinstateMember({ ...reinstate.data, reinstatedOn: "2022-10-04" }),
  ],
  ["a version is taken", [constitute, adopt], create.AdoptBylaws({ ...adopt.data, adoptedOn: "2022-03-03" })],
  ["a version is left out", [constitute], adoptAnew],
  [
    "bylaws change the past",
    [constitute, adopt],
    create.AdoptBylaws({ ...adoptAnew.data, effectiveFrom: "2023-01-08" }),
  ],
  [
    "nobody reaches the threshold",
    [constitute],
    adopting({
      selfVote: false,
      threshold: { numerator: 9, denominator: 10, strict: false, base: "allEligible" },
    }),
  ],
  [
    "nobody is there to make the quorum",
    [
      constitute,
      ...constitute.data.members.map(({ unit }) =>
        create.SuspendMember({ ...suspend.data, unit, suspendedOn: "2022-02-01" }),
      ),
    ],
    create.AdoptBylaws({ ...adopt.data, effectiveFrom: "2022-03-02" }),
  ],
  ...unfitHonours.map(
    (unfit, at): Scenario<BlocCommand> => [`honours do not fit ${at + 1}`, [constitute], adopting({}, unfit)],
  ),
  ["bylaws say all that they can", [constitute], create.AdoptBylaws({ ...adopt.data, bylaws: particular })],
  [
    "a stranger is disciplined",
    [constitute],
    create.DisciplineUnit({ ...discipline.data, unit: "inspectorate" }),
  ],
  [
    "a unit is disciplined after it left",
    [constitute, release],
    create.DisciplineUnit({ ...discipline.data, unit: "military" }),
  ],
  [
    "a unit is disciplined once the bloc is dissolved",
    [constitute, dissolve],
    create.DisciplineUnit({ ...discipline.data, disciplinedOn: "2023-06-30" }),
  ],
  [
    "a discipline is recorded otherwise",
    [constitute, discipline],
    create.DisciplineUnit({ ...discipline.data, form: "warning" }),
  ],
  ["no discipline is there to be lifted", [constitute], lift],
  [
    "a discipline is lifted twice",
    [constitute, discipline, lift],
    create.LiftDiscipline({ ...lift.data, liftedOn: "2023-01-06", note: "Theo đơn khiếu nại" }),
  ],
  [
    "a discipline is lifted before it stood",
    [constitute, discipline],
    create.LiftDiscipline({ ...lift.data, liftedOn: "2022-11-09" }),
  ],
  [
    "a stranger is investigated",
    [constitute],
    create.OpenInvestigation({ ...investigate.data, unit: "inspectorate" }),
  ],
  [
    "an investigation is recorded otherwise",
    [constitute, investigate],
    create.OpenInvestigation({ ...investigate.data, body: "Công an tỉnh", note: "Đơn tố cáo" }),
  ],
  ["no investigation is there to be closed", [constitute], conclude],
  [
    "an investigation is closed twice",
    [constitute, investigate, conclude],
    create.CloseInvestigation({ ...conclude.data, finding: "cleared", note: "Kết luận bổ sung" }),
  ],
  [
    "an investigation is closed before it began",
    [constitute, investigate],
    create.CloseInvestigation({ ...conclude.data, closedOn: "2022-10-04" }),
  ],
  ["a rung is named twice", [constitute], adopting({ tieLadder: [{ kind: "score" }, { kind: "score" }] })],
  [
    "a rung follows a vacant seat",
    [constitute],
    adopting({ tieLadder: [{ kind: "vacantSeat" }, { kind: "score" }] }),
  ],
  [
    "a new list begins before the last change",
    [constitute, rename],
    create.ReconstituteBloc({
      ...reconstitute.data,
      members: [police, procuracy, court, { ...enforcement, name: "Cục khác" }],
      reconstitutedOn: "2022-05-31",
    }),
  ],
  [
    "a member is renamed under a decision",
    [constitute],
    create.RenameMember({ ...rename.data, decision: admit.data.decision }),
  ],
  [
    "a member is suspended under a decision",
    [constitute],
    create.SuspendMember({ ...suspend.data, decision: admit.data.decision }),
  ],
  [
    "a member is reinstated under a decision",
    [constitute, suspend],
    create.ReinstateMember({ ...reinstate.data, decision: admit.data.decision }),
  ],
  [
    "a unit that left comes back",
    [constitute, admit, merge],
    create.AdmitMember({ ...enforcement, admittedOn: "2022-09-01", decision: admit.data.decision }),
  ],
  [
    "two parts have one name",
    [constitute, admit],
    create.SplitMember({
      unit: "justice",
      into: [justice, { unit: "x", name: justice.name }],
      splitOn: "2022-10-01",
      decision: admit.data.decision,
    }),
  ],
];
