import { activeOn, membersOf } from "./members.ts";
import { conferenceOf, termsOf } from "./results.ts";
import { apart, type Finding, type Known, type Story, sameUnits } from "./told.ts";

/** C17 to C20, C24c: a conference and what is done in it are one. */
export function lawsOfRoom(known: Known): Finding[] {
  return [
    ...known
      .of("Ballot")
      .flatMap((ballot) => [
        ...oneRoom(known, ballot),
        ...opensWithIt(known, ballot),
        ...isMinuted(known, ballot),
      ]),
    ...known
      .of("Conference")
      .flatMap((conference) => [
        ...endsInMinutes(known, conference),
        ...cancelled(known, conference),
        ...issued(known, conference),
        ...signed(known, conference),
        ...entitled(known, conference),
      ]),
  ];
}

type Room = { present: Set<string>; represented: Map<string, string> };

/** Who was in the room of a conference before a place in the log, and whom they represented. */
function roomAt(conference: Story, before: number): Room {
  const room: Room = { present: new Set(), represented: new Map() };
  for (const told of conference.inOrder(
    "UnitArrived",
    "UnitLeftRoom",
    "ConferenceAdjourned",
    "ProxyAccredited",
    "ProxyEnded",
    "InvitationRevised",
  )) {
    if (told.n >= before) break;
    if (told.type === "UnitArrived") room.present.add(told.data.unit);
    else if (told.type === "UnitLeftRoom") room.present.delete(told.data.unit);
    else if (told.type === "ConferenceAdjourned") room.present.clear();
    else if (told.type === "ProxyAccredited") room.represented.set(told.data.principal, told.data.holder);
    else if (told.type === "ProxyEnded") room.represented.delete(told.data.principal);
    else
      for (const unit of [...room.present]) if (!told.data.entitled.includes(unit)) room.present.delete(unit);
  }
  return room;
}

/** Who was in the room of a ballot, by its own log. `RoomTaken` gives the room of the conference as a whole. */
function rollAt(ballot: Story, before: number): Room {
  const whole = ballot.named("RoomTaken").findLast(({ n }) => n < before);
  const { present = [], proxies = [] } = (whole?.data ?? {}) as {
    present?: string[];
    proxies?: { principal: string; holder: string }[];
  };
  const room: Room = {
    present: new Set(present),
    represented: new Map(proxies.map(({ principal, holder }) => [principal, holder])),
  };
  for (const told of ballot.inOrder("UnitCheckedIn", "UnitLeft", "ProxyAccepted", "ProxyRevoked")) {
    if (told.n >= before || told.n < (whole?.n ?? 0)) continue;
    if (told.type === "UnitCheckedIn") room.present.add(told.data.unit);
    else if (told.type === "UnitLeft") room.present.delete(told.data.unit);
    else if (told.type === "ProxyAccepted") room.represented.set(told.data.principal, told.data.holder);
    else room.represented.delete(told.data.principal);
  }
  return room;
}

/** C17: when a vote opens, whoever is there by the ballot is in the room among its electors; and so are the proxies. */
function oneRoom(known: Known, ballot: Story): Finding[] {
  const opened = ballot.last("VotingOpened");
  const conference = conferenceOf(known, ballot);
  const terms = termsOf(ballot, opened?.n);
  if (!opened || !conference || !terms) return [];
  const voters = terms.electors.filter((unit) => !terms.recused.includes(unit));
  const seen = (room: Room) => [
    ...voters.filter((unit) => room.present.has(unit)),
    ...voters.flatMap((unit) => {
      const holder = room.represented.get(unit);
      const isThere = holder !== undefined && voters.includes(holder) && room.present.has(holder);
      return isThere && !room.present.has(unit) ? [`${unit} by ${holder}`] : [];
    }),
  ];
  const [roll, room] = [seen(rollAt(ballot, opened.n)), seen(roomAt(conference, opened.n))];
  const ok = sameUnits(roll, room) || known.isListed("C17", ballot.id);
  return [
    { law: "C17", key: ballot.id, ok, detail: `in the ballot and not in the room: ${apart(roll, room)}` },
  ];
}

/** Whether a conference has opened and has neither closed nor been adjourned or cancelled since. */
function isOpenAt(conference: Story, before: number): boolean {
  const last = conference
    .inOrder("ConferenceOpened", "ConferenceAdjourned", "ConferenceCancelled", "ConferenceClosed")
    .findLast(({ n }) => n < before);
  return last?.type === "ConferenceOpened";
}

/**
 * C18: no vote opens unless its conference is open, and of its season. What nobody has voted in by the close is listed where
 * people opened it; a round or a run-off belongs to no closed conference, and goes on without one.
 */
function opensWithIt(known: Known, ballot: Story): Finding[] {
  const opened = ballot.last("VotingOpened");
  const conference = conferenceOf(known, ballot);
  if (!conference) return [];
  const close = conference.first("ConferenceClosed");
  if (!opened || (close && opened.n > close.n)) {
    const isOfPeople = ballot.first("BallotOpened")?.byHand ?? false;
    const isTold = known.isListed(isOfPeople ? ["C18"] : ["C7", "C8", "C9"], ballot.id);
    const isOver = close === undefined || ballot.has("BallotAnnulled") || isTold;
    const detail = "belongs to a conference that is closed";
    return [{ law: "C18", key: `${ballot.id}/close`, ok: isOver && !opened, detail }];
  }
  const isThere = isOpenAt(conference, opened.n);
  const isOfSeason = conference.first("ConferenceConvened")?.data.season === termsOf(ballot)?.season;
  // What was opened all the same, and set aside, has done no harm.
  const ok = (isThere && isOfSeason) || ballot.has("BallotAnnulled") || known.isListed("C18", ballot.id);
  return [{ law: "C18", key: ballot.id, ok, detail: "the conference was not open" }];
}

/** C18c: a round or a run-off that is opened while its conference is open is named in the minutes. */
function isMinuted(known: Known, ballot: Story): Finding[] {
  const opened = ballot.first("BallotOpened");
  const conference = known.story("Conference", opened?.data.conference);
  if (!opened || opened.byHand || !conference || !isOpenAt(conference, opened.n)) return [];
  const isHeld = conference.all("BallotHeld").some(({ data }) => data.ballot === ballot.id);
  const ok = isHeld || known.isListed("C18c", ballot.id);
  return [{ law: "C18c", key: `${ballot.id}/held`, ok, detail: "not held at the conference that is open" }];
}

/** C18c: a conference closes with no ballot going on that it does not name, and its minutes say how each one ended. */
function endsInMinutes(known: Known, conference: Story): Finding[] {
  const close = conference.first("ConferenceClosed");
  return conference.all("BallotHeld").flatMap(({ data: { ballot: id } }): Finding[] => {
    const ballot = known.story("Ballot", id);
    if (!ballot) return [];
    const key = `${conference.id}/${id}`;
    const endBefore = ballot
      .inOrder("BallotCertified", "BallotAnnulled")
      .some(({ n }) => n < (close?.n ?? 0));
    const isNamed = close?.data.leftOpen?.includes(id) ?? false;
    const end = ballot.has("BallotAnnulled")
      ? "annulled"
      : ballot.has("BallotCertified")
        ? "certified"
        : undefined;
    const settled = conference.all("BallotSettled").findLast(({ data }) => data.ballot === id)?.data.end;
    const isSettled = settled === end || known.isListed("C18c", id);
    return [
      ...(close && (ballot.first("BallotOpened")?.n ?? close.n) < close.n
        ? [{ law: "C18c", key, ok: endBefore || isNamed, detail: "closed while it went on" }]
        : []),
      { law: "C18c", key: `${key}/end`, ok: isSettled, detail: `${end}, and by the minutes ${settled}` },
    ];
  });
}

/** C18d: a conference that is cancelled leaves no ballot; what has a record is listed. */
function cancelled(known: Known, conference: Story): Finding[] {
  if (!conference.has("ConferenceCancelled")) return [];
  return known.of("Ballot").flatMap((ballot) => {
    if (termsOf(ballot)?.conference !== conference.id) return [];
    const ok = ballot.has("BallotAnnulled") || known.isListed("C18d", ballot.id);
    return [{ law: "C18d", key: ballot.id, ok, detail: "goes on after its conference was cancelled" }];
  });
}

/** C19: an adopted draft of a plan or a report is issued, or is listed; each document is that of one draft. */
function issued(known: Known, conference: Story): Finding[] {
  const bloc = conference.first("ConferenceConvened")?.data.bloc;
  const isGone = known.story("Bloc", bloc)?.has("BlocDissolved") ?? false;
  return adoptedIn(conference).map(({ name, kind }) => {
    const [, draft = ""] = name.split(" ");
    const isListed = known.isListed("C19", conference.id, draft);
    // A bloc that is dissolved issues nothing any more, and nobody waits for it.
    const ok = isListed === (!isGone && !issuedDrafts(known, bloc, kind).has(name));
    return { law: "C19", key: name, ok, detail: `adopted, and ${isListed ? "listed" : "not listed"}` };
  });
}

type Draft = { name: string; kind: "plan" | "report"; of: string; adoptedOn: string };

const adoptedIn = (conference: Story): Draft[] =>
  conference.all("DraftAdopted").flatMap(({ n, data: { draft } }) => {
    const kind = conference.all("DraftTabled").find((one) => one.data.draft === draft)?.data.kind;
    if (kind !== "plan" && kind !== "report") return [];
    const adoptedOn = conference.last("ConferenceOpened", n)?.data.openedOn ?? "";
    return [{ name: `${conference.id} ${draft}`, kind, of: conference.id, adoptedOn }];
  });

/** The drafts of a kind that have their document: the one of the conference that it names, else the earliest without any. */
function issuedDrafts(known: Known, bloc: string | undefined, kind: Draft["kind"]): ReadonlySet<string> {
  const drafts = known
    .of("Conference")
    .filter((one) => one.first("ConferenceConvened")?.data.bloc === bloc)
    .flatMap((one) => adoptedIn(one))
    .filter((one) => one.kind === kind)
    .sort((a, b) =>
      a.adoptedOn + a.name.replace(" ", "/") < b.adoptedOn + b.name.replace(" ", "/") ? -1 : 1,
    );
  const campaigns = known.of("Campaign").filter((one) => one.first("CampaignDrafted")?.data.bloc === bloc);
  const documents: { on: string; of?: string | undefined }[] = campaigns.flatMap((one) =>
    kind === "plan"
      ? one.all("CampaignPlanIssued").map(({ data }) => ({ on: data.plan.issuedOn }))
      : [
          ...one
            .all("MidtermReviewHeld")
            .map(({ data }) => ({ on: data.document.issuedOn, of: data.conference })),
          ...one.all("CampaignSummedUp").map(({ data }) => ({ on: data.report.issuedOn })),
        ],
  );
  const found = new Set<string>();
  const take = (on: string, isOf: (draft: Draft) => boolean) => {
    const own = drafts.find((one) => one.adoptedOn <= on && isOf(one) && !found.has(one.name));
    if (own) found.add(own.name);
  };
  const inOrder = documents.sort((a, b) => (a.on < b.on ? -1 : 1));
  for (const { on, of } of inOrder) if (of !== undefined) take(on, (draft) => draft.of === of);
  for (const { on, of } of inOrder) if (of === undefined) take(on, () => true);
  return found;
}

/** C20: a pledge that the minutes say was signed is signed, or is listed once the conference has closed. */
function signed(known: Known, conference: Story): Finding[] {
  if (!conference.has("ConferenceClosed")) return [];
  return conference.all("PledgeSigningRecorded").flatMap(({ data }) =>
    data.pledges.map((id) => {
      const ok = (known.story("Pledge", id)?.has("PledgeSigned") ?? false) || known.isListed("C20", id);
      return { law: "C20", key: `${conference.id}/${id}`, ok, detail: "said to be signed, and is not" };
    }),
  );
}

/** C24c: when a conference opens, those are entitled who take part in the bloc on its day. */
function entitled(known: Known, conference: Story): Finding[] {
  const opened = conference.first("ConferenceOpened");
  const convened = conference.first("ConferenceConvened")?.data;
  if (!opened || !convened) return [];
  const last = conference
    .inOrder("ConferenceConvened", "InvitationRevised")
    .findLast(({ n }) => n < opened.n);
  const day = conference.last("ConferenceAdjourned", opened.n)?.data.to ?? convened.heldOn;
  const wanted = activeOn(membersOf(known.story("Bloc", convened.bloc), opened.n), day);
  const is = last?.data.entitled ?? [];
  // That its host had left, so that nobody could revise the invitation, is told until the bloc is dissolved.
  const isGone = known.story("Bloc", convened.bloc)?.has("BlocDissolved") ?? false;
  const isTold = known.isListed("C24c", conference.id) || (isGone && !wanted.includes(convened.host));
  const ok = sameUnits(is, wanted) || isTold;
  return [{ law: "C24c", key: conference.id, ok, detail: `entitled: ${apart(is, wanted)}` }];
}
