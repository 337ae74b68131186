import { decider } from "../kernel/decider.ts";
import { objectionToDate, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { same } from "../kernel/same.ts";
import { decideBylaws, evolveBylaws } from "./bylaws.ts";
import { decideDiscipline, evolveDiscipline } from "./discipline.ts";
import { decideMembership, evolveMembership } from "./membership.ts";
import { BlocCommand, BlocEvent, BlocRejection } from "./messages.ts";
import { lastDayOf } from "./questions.ts";
import { decideReconstitution, evolveReconstitution } from "./reconstitution.ts";
import { admit } from "./roster.ts";
import { objectionToList } from "./roster-change.ts";
import type { Bloc, Members } from "./state.ts";

/**
 * The bloc (khối, cụm thi đua): constituted by a decision, its members and bylaws each with their days. A unit that
 * left or was merged stays in its history, and what held on a day is never changed for that day. Discipline of its
 * units and investigations against them are facts beside all this.
 */
export const bloc = /* @__PURE__ */ decider<Bloc, BlocCommand, BlocEvent, BlocRejection>({
  name: "Bloc",
  commands: BlocCommand,
  events: BlocEvent,
  rejections: BlocRejection,
  initialState: { status: "blank" },

  decide: {
    ConstituteBloc: during(["blank"], {
      already: (state, constitution) => same(constitution, state.constitution),
      otherwise({ constitution: { name, constitutedOn } }) {
        return { type: "BlocTaken", data: { name, constitutedOn } };
      },
      // The first day of the bloc may lie ahead.
      done: ({ decision }) => decision.issuedOn,
      decide: (_, constitution) =>
        unless(objectionToList(constitution.members), { type: "BlocConstituted", data: constitution }),
    }),

    ...decideMembership,
    ...decideReconstitution,
    ...decideBylaws,
    ...decideDiscipline,

    DissolveBloc: during(["constituted"], {
      already(state, dissolution) {
        if (state.status !== "dissolved") return false;
        const { dissolvedOn, reason, decision } = state;
        return same(dissolution, { dissolvedOn, reason, decision });
      },
      done: ({ dissolvedOn, decision }) => [dissolvedOn, decision.issuedOn],
      decide(state, dissolution) {
        const objection = objectionToDate(dissolution.dissolvedOn, { earliest: lastDayOf(state) });
        return unless(objection, { type: "BlocDissolved", data: dissolution });
      },
    }),
  },

  evolve: {
    BlocConstituted: from(["blank"], (_, constitution) => {
      const { name, authority, constitutedOn } = constitution;
      const members: Members = new Map();
      for (const member of constitution.members) admit(members, member, constitutedOn);
      const names = [{ name, from: constitutedOn }];
      const [disciplines, investigations] = [new Map(), new Map()];
      return {
        status: "constituted",
        constitution,
        authority,
        names,
        members,
        bylaws: [],
        disciplines,
        investigations,
      };
    }),
    ...evolveMembership,
    ...evolveReconstitution,
    ...evolveBylaws,
    ...evolveDiscipline,
    BlocDissolved: from(["constituted"], (state, dissolution) => ({
      ...state,
      ...dissolution,
      status: "dissolved",
    })),
  },
});
