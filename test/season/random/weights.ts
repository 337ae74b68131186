/**
 * How often something goes wrong or otherwise than usual: of a bloc and season, unless the comment says of what. The
 * figures are those of the design of consequences, section 6, and no source counts such things: they are chosen so that
 * each thing happens in some tens of a thousand seasons, most of them together with another one. Where a figure differs
 * from the design, so that a law is asked more often, it says so. What the design leaves to be added stands last.
 */
export const weights = {
  // Votes, of each of a bloc's ballots.
  tie: 0.15,
  runOffVoid: 0.3,
  recount: 0.22,
  annulled: 0.22,
  overruled: 0.03,
  revoted: 0.8,
  complaintDismissed: 0.1,
  complaintOpen: 0.06,
  /** A complaint that is upheld, and nothing is done about it. */
  remedyMissing: 0.05,
  /** Of a complaint about the chair that is dismissed: whether that takes until May. */
  answeredLate: 0.3,
  /** Of a vote on the chair or the deputy: whether it is annulled before its record is signed. */
  brokenOff: 0.04,
  prepared: 0.3,
  finalised: 0.7,
  certificatesApart: 0.2,
  // Conferences.
  absent: 0.25,
  proxy: 0.3,
  adjourned: 0.08,
  /** Twice that of the design: C18d is asked seldom. */
  cancelled: 0.06,
  notOpened: 0.04,
  closedEarly: 0.1,
  draftAdopted: 0.5,
  // Members.
  merger: 0.15,
  leaving: 0.12,
  joining: 0.2,
  suspension: 0.1,
  split: 0.06,
  renaming: 0.08,
  /** Of each change: whether it is recorded in January, around the conference. */
  late: 0.35,
  /** Thrice that of the design: C26 is asked seldom. */
  dissolved: 0.06,
  bylawsChanged: 0.15,
  // Campaigns, pledges and scores; the first two of each unit.
  pledgeMissing: 0.06,
  pledgeWithdrawn: 0.04,
  /** Of each unit. */
  mistyped: 0.04,
  campaignCancelled: 0.07,
  scoresCorrected: 0.08,
  // The chair.
  namedByAuthority: 0.1,
  sameChair: 0.12,
  noChairAtFirst: 0.08,
  /** The conference agrees on a chair, beside the vote or without one. */
  agreed: 0.08,
  /** A rotation lets its chairs be handed over on other days, or by both units only. */
  policyAdopted: 0.08,
  // Awards, of each.
  withdrawnByHand: 0.12,
  decidedEarly: 0.08,
  rejected: 0.1,
  declined: 0.04,
  revoked: 0.03,
  /** Of each proposal of a unit that has ended: whether it passes to an heir, and whether people go on with it otherwise. */
  passedOn: 0.4,
  resumedByHand: 0.3,
  // Added to the design: what its reference has no words for.
  /** Of each change of the members: whether it is recorded some weeks before it takes effect. */
  ahead: 0.25,
  /** Who left in an earlier change, or in an earlier season, is admitted again. */
  readmission: 0.4,
  /** Of new bylaws: whether they take effect on a later day. */
  bylawsLater: 0.5,
  disciplined: 0.1,
  disciplineLifted: 0.2,
  investigated: 0.12,
  investigationClosed: 0.6,
  consolidation: 0.08,
  reconstitution: 0.05,
  showOfHands: 0.12,
  rollCall: 0.12,
  writtenVotes: 0.1,
  extraordinary: 0.25,
  /** Of each ballot that the bloc opens itself: whether it is voted on at no conference. */
  votedApart: 0.04,
  /** Of the same: whether the bloc votes on it a second time, with no word of the first. */
  votedTwice: 0.03,
  /** Of what is done after the close: whether the office records it two days later than it happened. */
  recordedLate: 0.3,
  thirdHonour: 0.3,
  ownExclusions: 0.3,
  needs: 0.3,
  ownPolicies: 0.4,
  formerRotation: 0.2,
  laterRotation: 0.08,
  /** Whether people list a unit apart on the scoreboard, and whether they rank whoever is listed apart, of whom few are. */
  apartByHand: 0.1,
  rankedByHand: 0.8,
  campaignExtended: 0.1,
  planMissing: 0.2,
  summedUp: 0.8,
  signedWithoutPledge: 0.15,
};

export type Weights = Record<keyof typeof weights, number>;

/** A world in which nothing goes wrong, and nothing is unusual. What is usual stays as it is. */
export const calm: Weights = {
  ...(Object.fromEntries(Object.keys(weights).map((key) => [key, 0])) as Weights),
  ...{ revoted: 1, finalised: 1, summedUp: 1 },
};
