import { expect } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import { BallotEvent } from "../../src/ballot/messages.ts";
import type { PaperGroup } from "../../src/ballot/paper.ts";
import type { Outcome } from "../../src/ballot/result.ts";
import type { Ballot } from "../../src/ballot/state.ts";
import type { Terms } from "../../src/ballot/terms.ts";
import { check } from "../../src/kernel/input.ts";
import type { DataOf } from "../../src/kernel/messages.ts";

type Counted = DataOf<BallotEvent, "BallotCounted">;
type Certified = DataOf<BallotEvent, "BallotCertified">;

/**
 * A ballot as its events alone tell it, kept beside the aggregate and without any of its code: what must hold of every
 * log, whatever was sent.
 */
export class Model {
  readonly log: BallotEvent[] = [];
  certified: Certified | undefined;
  outcome: Outcome | undefined;
  #terms: Terms | undefined;
  #frozen: string | undefined;
  #isOpen = false;
  #here = new Set<string>();
  #holders = new Map<string, string>();
  #asked = new Set<string>();
  #fixed = new Map<string, "room" | "writing">();
  #issued = new Set<string>();
  #papers: readonly PaperGroup[] = [];
  #called = new Set<string>();

  take(event: BallotEvent, state: Ballot): void {
    expect(check(BallotEvent, event)).toEqual({ ok: true, value: event });
    if (this.log.length > 0) expect(this.log.at(-1)?.type).not.toBe("BallotAnnulled");
    this.log.push(event);
    this.#takeTerms(event, state);
    this.#takeRoll(event);
    if (event.type === "BoxOpened" || event.type === "PapersRecounted") this.#papers = event.data.papers;
    if (event.type === "BallotCounted") this.#expectCounted(event.data);
    if (event.type === "BallotCertified") this.#expectCertified(event.data);
    if (event.type === "ResultFinalised") {
      expect(event.data.certification).toBe(this.certified?.certification);
      expect(event.data.outcome).toEqual(this.certified?.outcome);
      this.#expectAnswered();
    } else if ("outcome" in event.data) this.#expectShared(event.data.outcome);
  }

  /** The log alone gives the state that the commands led to. */
  expectReplayed(state: Ballot): void {
    const plain = (value: unknown) => JSON.stringify(value, (_, x) => (x instanceof Map ? [...x] : x));
    expect(plain(ballot.fold(this.log))).toBe(plain(state));
  }

  get terms(): Terms {
    return this.#terms ?? expect.unreachable();
  }

  /** From the first vote of any form, the terms are the same for ever. */
  #takeTerms({ type, data }: BallotEvent, state: Ballot): void {
    if (type === "BallotRevised") expect(this.#frozen).toBeUndefined();
    if (type === "BallotOpened" || type === "BallotRevised") this.#terms = data;
    if (type === "PaperIssued" || type === "TallySubmitted" || type === "VoteCalled")
      this.#frozen ??= JSON.stringify(this.#terms);
    if (this.#frozen !== undefined && state.status !== "blank")
      expect(JSON.stringify(state.terms)).toBe(this.#frozen);
  }

  #takeRoll({ type, data }: BallotEvent): void {
    if (type === "RoomTaken") {
      this.#isOpen = data.openedOn !== undefined;
      this.#here = new Set(data.present);
      // A paper that is out stays with whoever received it.
      const kept = [...this.#holders].filter(([unit]) => this.#issued.has(unit) || this.#called.has(unit));
      const fresh = data.proxies.filter(
        ({ principal }) => !this.#issued.has(principal) && !this.#called.has(principal),
      );
      this.#holders = new Map([
        ...kept,
        ...fresh.map(({ principal, holder }): [string, string] => [principal, holder]),
      ]);
    }
    if (type === "UnitCheckedIn") this.#here.add(data.unit);
    if (type === "UnitLeft") this.#here.delete(data.unit);
    if (type === "UnitConsulted") this.#asked.add(data.unit);
    if (type === "ProxyAccepted") {
      expect(this.#holders.has(data.principal) || this.#holders.has(data.holder)).toBe(false);
      expect([...this.#holders.values()]).not.toContain(data.principal);
      this.#holders.set(data.principal, data.holder);
    }
    if (type === "ProxyRevoked") this.#holders.delete(data.principal);
    if (type === "BallotRevised") for (const kept of [this.#holders, this.#asked]) kept.clear();
    if (type === "BallotRevised" || type === "AcclamationVoided") this.#fixed.clear();
    if (type === "VotingOpened") {
      if (this.terms.conference !== undefined) expect(this.#isOpen).toBe(true);
      for (const unit of this.terms.electors) this.#fix(unit);
      expect(data).toMatchObject({ present: this.#of("room") });
      expect(data.present).toBeGreaterThanOrEqual(data.needed);
    }
    if (type === "PaperIssued") {
      expect(this.#fixed.has(data.unit) && !this.#issued.has(data.unit)).toBe(true);
      this.#issued.add(data.unit);
    }
    if (type === "VoteCalled") {
      expect(this.#fixed.has(data.unit) && !this.#called.has(data.unit)).toBe(true);
      this.#called.add(data.unit);
    }
  }

  #fix(unit: string): void {
    // Who was asked in writing and has come since is in the room from the next opening on; who was there stays counted.
    if (this.terms.recused.includes(unit) || this.#fixed.get(unit) === "room") return;
    const holder = this.#holders.get(unit);
    if (this.#here.has(unit) || (holder !== undefined && this.#here.has(holder)))
      this.#fixed.set(unit, "room");
    else if (this.#asked.has(unit)) this.#fixed.set(unit, "writing");
  }

  #votes(units: Iterable<string>): number {
    const { weights = [] } = this.terms;
    return [...units].reduce(
      (sum, unit) => sum + (weights.find((weight) => weight.unit === unit)?.votes ?? 1),
      0,
    );
  }

  #of(part: "room" | "writing"): number {
    return this.#votes([...this.#fixed].filter(([, one]) => one === part).map(([unit]) => unit));
  }

  /** Conservation: papers, the opinions on each nominee, and the base that the threshold names. */
  #expectCounted({ figures, base, lines }: Counted): void {
    const { voting, electors, recused, procedure } = this.terms;
    const isSecret = voting.form === "secret";
    const [present, consulted] = [this.#of("room"), this.#of("writing")];
    const issued = isSecret ? this.#votes(this.#issued) : present + consulted;
    expect(figures).toMatchObject({ present, consulted, issued, electors: this.#votes(electors) });
    expect(figures.valid + figures.invalid).toBe(figures.returned);
    expect(figures.returned).toBeLessThanOrEqual(issued);
    expect(issued).toBeLessThanOrEqual(present + consulted);
    if (isSecret) {
      const counts = (kind: string) => total(this.#papers.filter(({ paper }) => paper.kind === kind));
      const invalid = counts("invalid") + (procedure.blankPapers === "invalid" ? counts("blank") : 0);
      expect(figures).toMatchObject({ returned: total(this.#papers), invalid, blank: counts("blank") });
    }
    if (voting.form === "rollCall") expect(figures.returned).toBe(this.#votes(this.#called));
    for (const line of lines) {
      expect(Math.min(line.for, line.against, line.noOpinion)).toBeGreaterThanOrEqual(0);
      expect(line.for + line.against + line.noOpinion).toBe(figures.valid);
    }
    const entitled = procedure.recusedInBase ? electors : electors.filter((unit) => !recused.includes(unit));
    const bases = {
      allEligible: this.#votes(entitled),
      present,
      presentOrConsulted: present + consulted,
      papersIssued: issued,
      papersReturned: figures.returned,
      validPapers: figures.valid,
    };
    expect(base).toMatchObject({ of: voting.threshold.base, figure: bases[voting.threshold.base] });
    expect(base.figure).toBeGreaterThanOrEqual(figures.valid);
  }

  /** No complaint is open, and one that was upheld has a recount after it, with a record or a confirmation after both. */
  #expectAnswered(): void {
    for (const [raised, { type, data }] of this.log.entries()) {
      if (type !== "ResultChallenged") continue;
      const about = (answer: BallotEvent["type"]) =>
        this.log.findIndex(
          (one) => one.type === answer && "challenge" in one.data && one.data.challenge === data.challenge,
        );
      const upheld = about("ChallengeUpheld");
      expect(Math.max(upheld, about("ChallengeDismissed"))).toBeGreaterThan(raised);
      if (upheld < 0) continue;
      const recount = this.#next(raised, "PapersRecounted", "HandsRetaken");
      const found = this.#next(Math.max(upheld, recount), "BallotCertified", "ResultConfirmed");
      expect([recount, found]).not.toContain(-1);
    }
  }

  #next(after: number, ...types: BallotEvent["type"][]): number {
    return this.log.findIndex(({ type }, at) => at > after && types.includes(type));
  }

  /** Elected, not elected and tied are the nominees; elected, tied-for and vacant are the seats. */
  #expectShared(outcome: Outcome): void {
    const { elected, notElected, undecided, vacant } = outcome;
    const all = [...elected, ...notElected, ...(undecided?.tied ?? [])];
    expect(all.toSorted()).toEqual(this.terms.nominees.toSorted());
    expect(elected.length + (undecided?.seats ?? 0) + vacant).toBe(this.terms.seats);
    if (undecided) expect(undecided.tied.length).toBeGreaterThan(undecided.seats);
    this.outcome = outcome;
  }

  /** Records follow each other, say what was found last, and end complaints no earlier. */
  #expectCertified(record: Certified): void {
    const before = this.certified;
    expect(record.certification).toBe((before?.certification ?? 0) + 1);
    expect(record.supersedes).toBe(before?.certification);
    expect(record.complaintsUntil >= (before?.complaintsUntil ?? "")).toBe(true);
    expect(record.outcome).toEqual(this.outcome);
    this.certified = record;
  }
}

const total = (groups: readonly PaperGroup[]) => groups.reduce((sum, { papers }) => sum + papers, 0);
