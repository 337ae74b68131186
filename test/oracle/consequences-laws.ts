/** The laws of consequences by number, in the words of the table. A star: no process does it today, so much is owed. */
export const laws: ReadonlyMap<string, string> = new Map([
  ["C1", "one proposal"],
  ["C2", "withdrawn when not elected"],
  ["C2b", "decided, then void: told"],
  ["C3", "exclusion in one go"],
  ["C4", "a decision by hand rests"],
  ["C5", "final before decided *"],
  ["C6", "no member proposed"],
  ["C7", "seats of its own bylaws"],
  ["C8", "a round follows the one before"],
  ["C9", "run-off held"],
  ["C9b", "no result on a void run-off"],
  ["C10", "rounds of a void ballot"],
  ["C11", "chair designated"],
  ["C11d", "deputy designated"],
  ["C12", "healed before office"],
  ["C13", "decision over vote"],
  ["C14", "handover"],
  ["C14t", "term never begun"],
  ["C15", "empty chair, or the same again"],
  ["C16", "void after office: told"],
  ["C17", "one room *"],
  ["C18", "conference open *"],
  ["C18c", "closed with ballots going on *"],
  ["C18d", "cancelled, and its ballots *"],
  ["C19", "adopted drafts *"],
  ["C20", "said to be signed, and signed *"],
  ["C21", "members of the rotation *"],
  ["C22", "pledges of units that left *"],
  ["C23", "units of the scoreboard *"],
  ["C24", "electors and nominees *"],
  ["C24c", "entitled units *"],
  ["C25", "units that ended *"],
  ["C26", "dissolved bloc *"],
  ["C27", "steward of the campaign *"],
  ["C28", "pledges of a cancelled campaign *"],
  ["C29", "figures of pledge and sheet *"],
  ["C30", "scores in ties *"],
  ["C31", "discipline *"],
  ["X1", "no two excluding honours"],
  ["X2", "the chair is a member"],
  ["X3", "flag with the chair"],
  ["X4", "rests on a result"],
  ["X5", "refusals are kept"],
  ["X6", "a bloc's ballots of a day in another order"],
  ["X7", "restarts"],
  ["X8", "two servers"],
  ["X8h", "plain handlers, and a server that follows"],
  ["X9", "the other bloc recorded first"],
  ["X11", "no more than the seats"],
]);

/** What is no law: whether the office could be played at all. Each of these is a fault of the translation. */
export const generator = {
  forms: "generator: commands have no form",
  steps: "generator: steps cannot be made",
};

/**
 * The laws that a calm year breaks today, where nothing goes wrong: no award waits until its result is final, and nobody
 * names the chair as steward. All others hold in it.
 */
export const brokenWhenCalm: ReadonlySet<string> = new Set(["C5", "C27"]);
