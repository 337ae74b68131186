import type { ForetoldWords } from "../open-words.ts";

export const foretoldEn: ForetoldWords = {
  refused: (sentence) => `This would be refused: ${sentence}`,
  soAlready: "This would change nothing: it is so already.",
  recorded: "If you record this:",
  follows: "Then follows:",
  nothingFollows: "Nothing else follows.",
  cannot: ({ deed, about, why }) =>
    `Not possible${about === undefined ? "" : ` (${about})`}: ${deed}.${why === undefined ? "" : ` ${why}`}`,
  opens: "Will be open:",
  closes: "Will not be open any more:",
  incomplete: "Not all that follows could be worked out.",
};
