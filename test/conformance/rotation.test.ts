import { describe, expect, it } from "vitest";
import { rotationHistory } from "./rotation.ts";

/** A body of three or four whose terms are years from 2001; each chair one letter, - for nobody. */
const history = (chairs: string, incidents: object[], more: object = {}) => ({
  body: "a body",
  rule: { kind: "cycle" },
  terms: { length: "P1Y", start: "2001" },
  members: [..."abcd"].map((id) => ({ id, name: id.toUpperCase(), joined: "2000" })),
  order: ["a", "b", "c"],
  incidents,
  expected: [...chairs].map((chair, at) => ({
    term: String(2001 + at),
    chair: chair === "-" ? null : chair,
  })),
  ...more,
});
/** An incident of 2002. */
const of = (kind: string, member: string) => ({ term: "2002", kind, member });
const order = (units: string) => ({ term: "2002", kind: "reorder", order: [...units] });
const alphabetical = { rule: { kind: "alphabetical-next", sortKey: "name" }, order: "by name, code points" };
const run = (json: object) => rotationHistory(json);
const passed = { ok: true, value: { status: "passed" } };

describe("a rotation history", () => {
  it.each<[string, string, object[], object?]>([
    ["no incident", "abcabc", []],
    ["reorder", "acbacb", [{ term: "2002", kind: "reorder", order: ["c", "b", "a"] }]],
    [
      "reorder with a prefix",
      "acbabc",
      [{ term: "2002", kind: "reorder", prefix: ["c", "b"], order: ["a", "b", "c"] }],
    ],
    ["insert", "adbcad", [{ term: "2002", kind: "insert", member: "d", after: "a" }]],
    ["remove", "acacac", [{ term: "2002", kind: "remove", member: "b" }]],
    ["join", "abcdab", [{ term: "2002", kind: "join", members: ["d"] }]],
    ["join without effect", "abcabc", [{ term: "2002", kind: "join", members: ["d"], effect: "none" }]],
    ["skip", "acabca", [{ term: "2002", kind: "skip", member: "b" }]],
    [
      "two skips, in any order",
      "aabcab",
      [
        { term: "2002", kind: "skip", member: "c" },
        { term: "2002", kind: "skip", member: "b" },
      ],
    ],
    [
      "suspend and reinstate after that term's own turn",
      "acacab",
      [
        { term: "2002", kind: "suspend", member: "b" },
        { term: "2005", kind: "reinstate", member: "b" },
      ],
    ],
    ["extend over two terms", "abbcab", [{ term: "2003", kind: "extend", member: "b", length: "P2Y" }]],
    ["extend over three terms", "abbbca", [{ term: "2003", kind: "extend", member: "b", length: "P3Y" }]],
    ["extend by half a term", "abcabc", [{ term: "2002", kind: "extend", member: "b", length: "P18M" }]],
    [
      "swap",
      "acbabc",
      [{ term: "2002", kind: "swap", a: { term: "2002", member: "b" }, b: { term: "2003", member: "c" } }],
    ],
    [
      "two swaps of one term, the later one listed first (G20, 2021 and 2022)",
      "cababc",
      [
        { term: "2001", kind: "swap", a: { term: "2001", member: "b" }, b: { term: "2003", member: "c" } },
        { term: "2002", kind: "swap", a: { term: "2001", member: "a" }, b: { term: "2002", member: "b" } },
      ],
    ],
    [
      "two skips in any order and a swap behind them",
      "aacbab",
      [
        { term: "2002", kind: "skip", members: ["c", "b"] },
        { term: "2003", kind: "swap", a: { term: "2003", member: "b" }, b: { term: "2004", member: "c" } },
      ],
    ],
    ["substitute", "adcabc", [{ term: "2002", kind: "substitute", nominal: "b", chair: "d" }]],
    ["vacant", "a-cabc", [{ term: "2002", kind: "vacant", nominal: "b" }]],
    ["expel", "acacac", [{ term: "2002", kind: "expel", member: "b" }]],
    ["boycott", "abcabc", [{ term: "2002", kind: "boycott", member: "b", effect: "none" }]],
    [
      "membership-change and seat-split",
      "abcabc",
      [
        { term: "2002", kind: "membership-change" },
        { term: "2003", kind: "seat-split" },
      ],
    ],
    [
      "an alphabetical rule, a joiner by date and a leaver",
      "bcabdb",
      [],
      {
        ...alphabetical,
        previousChair: { term: "2000", chair: "a" },
        members: [
          { id: "a", name: "A", joined: "1990", left: "2003-06-30" },
          { id: "b", name: "B", joined: "from the beginning" },
          { id: "c", name: "C", joined: "1990", left: "2003-01-01" },
          { id: "d", name: "D", joined: "2003-07-01" },
        ],
      },
    ],
    [
      "a member gone before the first term",
      "ababab",
      [],
      {
        order: ["a", "b", "c"],
        members: [{ id: "a" }, { id: "b" }, { id: "c", joined: "1990", left: "1995" }],
      },
    ],
  ])("with %s is reproduced", (_, chairs, incidents, more = {}) => {
    expect(run(history(chairs, incidents, more))).toEqual(passed);
  });

  it("with a member of several times is reproduced", () => {
    const members = [
      { id: "a", name: "A" },
      { id: "b", name: "B", joined: "2000", left: "2002-12-31" },
      { id: "b", name: "B", joined: "2005", left: "2006-12-31" },
    ];
    expect(run(history("abaabaaa", [], { ...alphabetical, members }))).toEqual(passed);
  });

  it("whose deputies succeed is reproduced, save where there was none", () => {
    const expected = [
      { term: "2001", chair: "a", deputy: "b" },
      { term: "2002", chair: "b", deputy: "c" },
      { term: "2003", chair: "d", deputy: "a" },
      { term: "2004", chair: "a" },
      { term: "2005", chair: "c", deputy: "b" },
    ];
    const incidents = [
      { term: "2003", kind: "succession-broken", member: "c", instead: "d" },
      { term: "2004", kind: "deputy-left", member: "b" },
    ];
    const succession = { rule: { kind: "deputy-succeeds" }, order: "by waiting time", expected };
    expect(run(history("", incidents, succession))).toEqual(passed);
    const wrong = expected.map((one) => (one.term === "2002" ? { ...one, chair: "d" } : one));
    expect(run(history("", incidents, { ...succession, expected: wrong }))).toMatchObject({
      value: { status: "failed" },
    });
  });

  it("fails with the first term that differs, or the incident that was refused", () => {
    expect(run(history("abdabc", []))).toMatchObject({
      value: { expected: "d in 2003", got: "c (1 of 6 terms differ)" },
    });
    const stale = {
      term: "2002",
      kind: "swap",
      a: { term: "2002", member: "c" },
      b: { term: "2003", member: "b" },
    };
    expect(run(history("abcabc", [stale]))).toMatchObject({
      value: { status: "failed", got: expect.stringContaining("SwapHolderStale") },
    });
    expect(run(history("abcabc", [{ term: "2002", kind: "coup" }]))).toMatchObject({
      value: { status: "failed", got: "no incident of the README: coup" },
    });
  });

  it.each<[string, string, object[], object?]>([
    [
      "claim after a skip",
      "acbabc",
      [
        { term: "2002", kind: "skip", member: "b" },
        { term: "2003", kind: "claim", member: "b" },
      ],
    ],
    [
      "nobody as vacant",
      "abc",
      [],
      {
        expected: ["a", "vacant", "c"].map((chair, at) => ({ term: `${2001 + at}`, chair })),
        incidents: [{ term: "2002", kind: "vacant", nominal: "b" }],
      },
    ],
    [
      "a join without effect under an alphabetical rule, whatever its date, and a join later",
      "bcdbcdab",
      [
        { term: "2003", kind: "join", member: "a", effect: "none" },
        { term: "2006", kind: "join", member: "a" },
      ],
      alphabetical,
    ],
    [
      "a join without effect and a new order",
      "abcdab",
      [
        { term: "2002", kind: "join", member: "d", effect: "none" },
        { term: "2004", kind: "reorder", order: ["d", "a", "b"] },
      ],
    ],
    [
      "a swap and a skip without effect, that nobody could have made",
      "abcabc",
      [
        { term: "2002", kind: "skip", member: "c", effect: "none" },
        {
          term: "2002",
          kind: "swap",
          a: { term: "2002", member: "c" },
          b: { term: "2003", member: "b" },
          effect: "none",
        },
      ],
    ],
    [
      "the same order at the end of a lap without effect",
      "abcabc",
      [{ ...order("abc"), term: "2004", effect: "none" }],
    ],
    ["a suspension without effect", "abcabc", [{ ...of("suspend", "d"), effect: "none" }]],
    ["a claim without effect of what is not owed", "abcabc", [{ ...of("claim", "b"), effect: "none" }]],
    [
      "a join without effect, and a place later",
      "abcdab",
      [
        { ...of("join", "d"), effect: "none" },
        { ...of("insert", "d"), term: "2004", after: "c" },
      ],
    ],
  ])("with %s is reproduced as well", (_, chairs, incidents, more = {}) => {
    expect(run(history(chairs, incidents, more))).toEqual(passed);
  });

  it.each<[string, string, object, object?]>([
    ["moves somebody without effect", "acabca", { term: "2002", kind: "skip", member: "b", effect: "none" }],
    ["moves somebody by a suspension without effect", "acabca", { ...of("suspend", "b"), effect: "none" }],
    ["moves somebody by a new order without effect", "acbacb", { ...order("cba"), effect: "none" }],
    [
      "empties a term without effect",
      "a-cabc",
      { term: "2002", kind: "vacant", nominal: "b", effect: "none" },
    ],
    ["is of no expected term", "abc", { term: "1999", kind: "boycott", effect: "none" }],
    ["is of an unknown kind, and without effect", "abc", { term: "2002", kind: "coup", effect: "none" }],
    [
      "is of an unknown kind, where no rule gives the list",
      "abc",
      { term: "2002", kind: "coup" },
      { rule: { kind: "published-list" } },
    ],
    ["has not what its kind needs", "abc", { term: "2002", kind: "swap" }],
    [
      "holds over with another member",
      "abbcab",
      { term: "2003", kind: "extend", member: "c", length: "P2Y" },
    ],
    ["leaves a turn vacant that is another's", "a-cabc", { term: "2002", kind: "vacant", nominal: "c" }],
    ["claims what is not owed", "abcabc", { term: "2003", kind: "claim", member: "b" }],
  ])("fails where an incident %s", (_, chairs, incident, more = {}) => {
    expect(run(history(chairs, [incident], more))).toMatchObject({ value: { status: "failed" } });
  });

  it("may have texts of any length, and ids with spaces", () => {
    const long = " and so on".repeat(500);
    const ids = ["New Zealand", `b${long}`, "c"];
    const [a = "", b = "", c = ""] = ids;
    const expected = [a, c, a, c].map((chair, at) => ({
      term: `Spring ${2001 + at}`,
      chair,
      start: `${2001 + at}${long}`,
    }));
    const members = [
      { id: a, name: a + long, joined: `before there were terms${long}` },
      { id: b, name: b, joined: "2000", left: `2001-05 they left${long}` },
      { id: c, name: c, joined: `1999-02-31${long}` },
    ];
    const incidents = [{ term: "Spring 2003", kind: "event-cancelled", effect: "none", reason: long }];
    expect(run(history("", incidents, { body: long, members, order: ids, expected }))).toEqual(passed);
  });

  it("is skipped with its reason where no rule gives the list", () => {
    expect(run(history("abc", [], { rule: { kind: "published-list" } }))).toMatchObject({
      value: { status: "skipped" },
    });
    expect(run(history("abc", [], { order: "negotiated" }))).toMatchObject({ value: { status: "skipped" } });
    expect(run(history("", []))).toMatchObject({ value: { status: "skipped" } });
  });

  it("is refused when it is something else", () => {
    expect(rotationHistory(7)).toMatchObject({ ok: false });
  });
});
