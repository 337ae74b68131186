/**
 * The laws that the processes of today break, each with the reason. They are judged all the same, and left out of what
 * the suite asks for. X6 to X9 are the comparisons of ways to play: `order`, `restart`, `runners`, `handlers`, `blocs`.
 */
export const notYet: ReadonlyMap<string, string> = new Map([
  ["C2", "a re-vote of a run-off proposes by itself, and nothing takes that back"],
  ["C2b", "an award that was decided on a void result is listed nowhere"],
  ["C3v", "the seat of an excluded honour is listed nowhere"],
  ["C6", "nobody asks whether an elected unit is eligible"],
  ["C6v", "nobody is told that an elected unit is not eligible"],
  ["C7", "the rounds of a process are configured, and do not follow new bylaws"],
  ["C8", "a round that was voted with the old nominees is listed nowhere"],
  ["C9r", "a ballot is not told of the re-vote of its run-off"],
  ["C10", "the next round of an annulled one goes on"],
  ["C11", "a unit that cannot serve is designated, and is listed nowhere"],
  ["C11d", "a deputy who is the chair or cannot serve is listed nowhere"],
  ["C12", "a re-vote of a run-off elects a chair by itself"],
  ["C13", "a vote after a decision is refused, and is listed nowhere"],
  ["C14", "complaints hold no handover, and bylaws are not asked"],
  ["C14t", "a term that nobody took is never begun"],
  ["C15", "nobody is installed where nobody is in the chair"],
  ["C16", "a vote that falls after the chair was taken is listed nowhere"],
  ["C17", "the office gives each ballot its room by hand"],
  ["C18", "a ballot does not ask whether its conference is open"],
  ["C22", "what is assessed after its unit ended stays so"],
  ["C23", "nobody follows the members on the scoreboard"],
  ["C24", "nobody revises a prepared ballot when members change"],
  ["C25", "nobody asks whether an elected unit has ended"],
  ["C26", "ballots and proposals of a dissolved bloc go on"],
  ["C27", "nobody names the chair as steward"],
  ["C28e", "who has not signed by the end of enrolment is listed nowhere"],
  ["C29", "nobody carries a figure from a pledge to a sheet"],
  ["C30", "nobody revises a prepared ballot when scores are corrected"],
  ["C31", "nobody asks for discipline and investigations"],
  ["X1", "honours that exclude each other are proposed beside each other"],
  ["X3", "a flag that is not with the chair is listed nowhere"],
  ["X4", "what rests on a void result is listed nowhere"],
  ["X5", "what a process that claims nothing was refused is listed nowhere"],
  ["X6", "processes that react depend on the order of what commutes"],
  ["X7", "processes that react forget at a start what they were refused"],
  ["X8", "processes that react depend on who reads first"],
  ["X8h", "processes that react depend on when they read"],
  ["X9", "processes of several blocs depend on which is recorded first"],
  ["X11", "an annulled round leaves awards beside those of the re-vote"],
  ["X12", "two results of one purpose are listed nowhere"],
  ["X13", "a term that nobody took is left out"],
]);

/** The planted faults that today's processes cannot be told from, each with the reason. */
export const notFoundYet: ReadonlyMap<string, string> = new Map([
  ["exclusions that are not asked for", "no process asks for them"],
  ["a run-off whose re-vote is not told", "no process tells of it"],
]);
