import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { objectionToDay, objectionToOneMore } from "./objections.ts";
import { firstDayOf } from "./questions.ts";
import { courseOf, type Deciding, type Evolving } from "./state.ts";

// The good examples that a campaign finds: practices, which other units take over, and exemplary cases.

export const decideGoodExamples: Deciding<"RecordPractice" | "ReplicatePractice" | "RecogniseExemplar"> = {
  RecordPractice: during(["launched"], {
    already(state, practice) {
      const known = courseOf(state)?.practices.get(practice.practice);
      return known !== undefined && same({ ...practice, replicas: known.replicas }, known);
    },
    done: ({ foundOn }) => foundOn,
    decide(state, practice) {
      const { practices } = state.course;
      if (practices.has(practice.practice))
        return reject({ type: "PracticeTaken", data: { practice: practice.practice } });
      const objection =
        objectionToDay(state, practice.foundOn) ?? objectionToOneMore("practices", practices.size);
      return unless(objection, { type: "PracticeFound", data: practice });
    },
  }),

  ReplicatePractice: during(["launched"], {
    already: (state, { practice, ...replica }) =>
      courseOf(state)
        ?.practices.get(practice)
        ?.replicas.some((one) => same(one, replica)) ?? false,
    done: ({ replicatedOn }) => replicatedOn,
    decide({ course }, replica) {
      const { practice, unit, replicatedOn } = replica;
      const found = course.practices.get(practice);
      if (!found) return reject({ type: "PracticeUnknown", data: { practice } });
      if (found.unit === unit) return reject({ type: "PracticeOfOwn", data: { practice, unit } });
      const earlier = found.replicas.find((one) => one.unit === unit);
      if (earlier) {
        const data = { practice, unit, replicatedOn: earlier.replicatedOn };
        return reject({ type: "PracticeReplicatedAlready", data });
      }
      const objection =
        objectionToDate(replicatedOn, { earliest: found.foundOn }) ??
        objectionToOneMore("replicas", found.replicas.length);
      return unless(objection, { type: "PracticeReplicated", data: replica });
    },
  }),

  RecogniseExemplar: during(["launched"], {
    already: (state, recognition) =>
      courseOf(state)
        ?.exemplars.get(recognition.exemplar)
        ?.recognitions.some((one) => same(one, recognition)) ?? false,
    done: ({ recognisedOn, document }) => [recognisedOn, document?.issuedOn],
    decide(state, recognition) {
      const { exemplar, who, level, authority, recognisedOn } = recognition;
      const { exemplars } = state.course;
      const known = exemplars.get(exemplar);
      if (known && !same(known.who, who)) return reject({ type: "ExemplarTaken", data: { exemplar } });
      if (known?.recognitions.some((one) => one.level === level && one.authority === authority))
        return reject({ type: "ExemplarRecognisedAlready", data: { exemplar, level, authority } });
      const objection =
        objectionToDate(recognisedOn, { earliest: firstDayOf(state) }) ??
        (known
          ? objectionToOneMore("recognitions", known.recognitions.length)
          : objectionToOneMore("exemplars", exemplars.size));
      return unless(objection, { type: "ExemplarRecognised", data: recognition });
    },
  }),
};

export const evolveGoodExamples: Evolving<"PracticeFound" | "PracticeReplicated" | "ExemplarRecognised"> = {
  PracticeFound: from(["launched"], ({ course: { practices } }, practice) => {
    if (practices.has(practice.practice))
      contradiction(`practice ${JSON.stringify(practice.practice)} is known already`);
    practices.set(practice.practice, { ...practice, replicas: [] });
  }),
  PracticeReplicated: from(["launched"], ({ course }, { practice, unit, replicatedOn }) => {
    const found =
      course.practices.get(practice) ?? contradiction(`practice ${JSON.stringify(practice)} is unknown`);
    if (found.unit === unit || found.replicas.some((one) => one.unit === unit))
      contradiction(`unit ${JSON.stringify(unit)} has this practice already`);
    found.replicas.push({ unit, replicatedOn });
  }),
  ExemplarRecognised: from(["launched"], ({ course: { exemplars } }, recognition) => {
    const { exemplar, who, level, authority } = recognition;
    const known = exemplars.get(exemplar);
    if (known?.recognitions.some((one) => one.level === level && one.authority === authority))
      contradiction(`exemplar ${JSON.stringify(exemplar)} is recognised already`);
    if (!known) exemplars.set(exemplar, { who, recognitions: [recognition] });
    else if (same(known.who, who)) known.recognitions.push(recognition);
    else contradiction(`exemplar ${JSON.stringify(exemplar)} is another unit or person`);
  }),
};
