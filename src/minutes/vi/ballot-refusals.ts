import type { BallotRejection } from "../../ballot/messages.ts";
import { quoted } from "../figures.ts";
import type { OwnPhrases } from "../language.ts";
import { invalidReasonsVi } from "./ballot-count.ts";
import { complaintVi, groundsVi, hourVi } from "./ballot-words.ts";
import { formsVi, methodsVi, paperKindsVi, selectionsVi, tieStepsVi } from "./voting-words.ts";

export const ballotRejectionsVi: OwnPhrases<BallotRejection> = {
  BallotTaken: () => "Cuộc bầu chọn này đã mở với thể lệ khác.",
  RulesFrozen: ({ issued }, say) =>
    `Đã bắt đầu bỏ phiếu hoặc biểu quyết (${say.count(issued)} phiếu) nên không sửa được thể lệ.`,
  BallotHeldOtherwise: ({ form, selection }) =>
    `Cuộc bầu chọn tiến hành bằng hình thức ${formsVi[form]}, chọn ${selectionsVi[selection]}; việc này không thuộc hình thức đó.`,

  RunOffTermsFixed: () =>
    "Bầu chọn lại phải theo đúng thể lệ của cuộc bầu chọn trước; chỉ được thay tổ kiểm phiếu hoặc hội nghị.",

  NoElector: () => "Danh sách đơn vị bỏ phiếu đang để trống.",
  BlocOfConference: () => "Cuộc bầu chọn tiến hành tại hội nghị của khối nên không ghi riêng tên khối.",
  NoNominee: () => "Danh sách bầu chọn chưa có đơn vị nào.",
  NomineeTwice: ({ nominee }, say) => `${say.unit(nominee)} có tên hai lần trong danh sách bầu chọn.`,
  MoreSeatsThanNominees: ({ seats, nominees }, say) =>
    `Cần chọn ${say.count(seats)} đơn vị nhưng danh sách chỉ có ${say.count(nominees)} đơn vị.`,
  ElectorTwice: ({ unit }, say) => `${say.unit(unit)} có tên hai lần trong danh sách đơn vị bỏ phiếu.`,
  WeightTwice: ({ unit }, say) => `Số phiếu của ${say.unit(unit)} được quy định hai lần.`,
  TooManyVotes: ({ votes, votesMax }, say) =>
    `Các đơn vị có tất cả ${say.count(votes)} phiếu; một cuộc bỏ phiếu có nhiều nhất ${say.count(votesMax)} phiếu.`,
  ThresholdUnreachable: ({ nominee, needed, possible, base }, say) =>
    `${say.unit(nominee)} có nhiều nhất ${say.count(possible)} phiếu trên ${say.count(base)} nên không thể đạt tỷ lệ quy định${needed === undefined ? "" : ` (${say.count(needed)} phiếu)`}.`,
  SeatsNeverFilled: ({ seats, fillable, namesMax, needed, base }, say) =>
    `Mỗi phiếu chọn nhiều nhất ${say.count(namesMax)} tên và mỗi đơn vị phải được ${say.count(needed)}/${say.count(base)} phiếu nên nhiều nhất chỉ chọn được ${say.count(fillable)} trong số ${say.count(seats)} đơn vị.`,
  ThresholdNotApplicable: ({ method }) =>
    `Cách tính “${methodsVi[method]}” không đếm phiếu đồng ý nên không áp dụng được tỷ lệ phiếu.`,
  QuorumImpossible: ({ needed, possible, inVotes }, say) =>
    `Cần ít nhất ${say.count(needed)} ${inVotes ? "phiếu" : "đơn vị"} có mặt nhưng chỉ có ${say.count(possible)} ${inVotes ? "phiếu" : "đơn vị"} được tham gia.`,
  BaseLeavesOutWritten: () =>
    "Đơn vị vắng mặt được lấy ý kiến bằng văn bản nên không thể tính tỷ lệ trên số đơn vị có mặt.",
  WrittenVotesNeedPapers: ({ form }) =>
    `Đơn vị vắng mặt được lấy ý kiến bằng văn bản nên không dùng ${formsVi[form]} được.`,
  MethodFillsFewerSeats: ({ method, seatsMax }, say) =>
    `Cách tính “${methodsVi[method]}” chỉ chọn được ${say.count(seatsMax)} đơn vị.`,
  MethodTakesFewerNominees: ({ method, nomineesMax }, say) =>
    `Cách tính “${methodsVi[method]}” chỉ dùng cho nhiều nhất ${say.count(nomineesMax)} đơn vị trong danh sách.`,
  MethodNeedsPapers: ({ method, form }) =>
    `Cách tính “${methodsVi[method]}” cần có phiếu, không dùng cho ${formsVi[form]}.`,
  SealNeedsBox: ({ form, selection }) =>
    `Chỉ bỏ phiếu kín và kiểm phiếu mới có hòm phiếu để niêm phong; cuộc bầu chọn này ${selection === "consensus" ? `chọn ${selectionsVi[selection]}` : `tiến hành bằng hình thức ${formsVi[form]}`}.`,
  EqualFirstNotCounted: ({ method }) =>
    `Theo quy tắc của cách tính “${methodsVi[method]}”, phiếu xếp nhiều đơn vị cùng vị trí thứ nhất là phiếu không hợp lệ, không tính được.`,
  MethodDoesNotConfirm: ({ method }) =>
    `Cách tính “${methodsVi[method]}” không dùng để xác nhận từng đơn vị được.`,
  NomineesNotHighest: ({ highest }, say) =>
    `Danh sách để bỏ phiếu xác nhận phải là các đơn vị có điểm cao nhất: ${say.units(highest)}.`,
  NomineesNotScored: ({ nominees }, say) =>
    `Bỏ phiếu để xác nhận các đơn vị có điểm cao nhất, nhưng chưa có điểm của ${say.units(nominees)}.`,
  NamesMaxAboveNominees: ({ namesMax, nominees }, say) =>
    `Phiếu được chọn ${say.count(namesMax)} tên nhưng danh sách chỉ có ${say.count(nominees)} đơn vị.`,
  TellerTwice: ({ teller }) => `${teller} có tên hai lần trong tổ kiểm phiếu.`,
  TellerIsNominee: ({ teller, unit }, say) =>
    `${teller} thuộc ${say.unit(unit)} là đơn vị trong danh sách bầu chọn nên không tham gia tổ kiểm phiếu được.`,
  TieDataMissing: ({ kind, nominees }, say) =>
    `Chưa có căn cứ để ${tieStepsVi[kind]} khi bằng phiếu đối với ${say.units(nominees)}.`,
  TieDataTwice: ({ kind, unit }, say) =>
    `${say.unit(unit)} có hai số liệu để ${tieStepsVi[kind]} khi bằng phiếu.`,
  TieStepUnreachable: ({ step, kind }, say) =>
    `Bước ${say.count(step)} khi bằng phiếu (${tieStepsVi[kind]}) không bao giờ được dùng, vì bước trước đó đã để khuyết suất.`,
  LotWithoutSource: () => "Có quy định bốc thăm nhưng chưa nêu căn cứ bốc thăm.",
  LotSourceTwice: ({ source }) => `Căn cứ bốc thăm nêu hai lần: ${source}.`,

  RoomOfConference: () =>
    "Cuộc bầu chọn tiến hành tại hội nghị; đơn vị có mặt và ủy quyền lấy theo hội nghị, không ghi riêng.",
  BallotAtNoConference: () => "Cuộc bầu chọn không tiến hành tại hội nghị nào; điểm danh từng đơn vị.",
  ConferenceNotOpen: () => "Chưa mở được bỏ phiếu: hội nghị chưa khai mạc hoặc chưa đủ số đơn vị.",
  NotAnElector: ({ unit }, say) => `${say.unit(unit)} không có quyền bỏ phiếu.`,
  UnitRecused: ({ unit }, say) => `${say.unit(unit)} không bỏ phiếu về việc liên quan đến mình.`,
  UnitAbsent: ({ unit }, say) =>
    `${say.unit(unit)} vắng mặt, không ủy quyền và không được lấy ý kiến bằng văn bản.`,
  UnitPresent: ({ unit }, say) => `${say.unit(unit)} có mặt hoặc đã có đơn vị bỏ phiếu thay.`,
  VoteBeganWithout: ({ unit }, say) =>
    `Cuộc bỏ phiếu đã bắt đầu khi chưa có ${say.unit(unit)} nên đơn vị này không tham gia.`,
  ProxyToSelf: ({ unit }, say) => `${say.unit(unit)} không thể ủy quyền cho chính mình.`,
  ProxyChained: ({ principal, holder }, say) =>
    `Không được ủy quyền lại: ${say.unit(principal)} hoặc ${say.unit(holder)} đã có ủy quyền khác.`,
  ProxyTaken: ({ principal, holder }, say) => `${say.unit(principal)} đã ủy quyền cho ${say.unit(holder)}.`,
  TooManyProxies: ({ holder, proxiesMax }, say) =>
    `${say.unit(holder)} chỉ được nhận nhiều nhất ${say.count(proxiesMax)} ủy quyền.`,
  WrittenVotesNotAllowed: () => "Thể lệ không lấy ý kiến bằng văn bản của đơn vị vắng mặt.",
  VotingDayMissing: () =>
    "Chưa ghi ngày bỏ phiếu; quyết định của Khối trưởng và biên bản kiểm phiếu không được ghi ngày trước ngày bỏ phiếu.",

  PaperAlreadyIssued: ({ unit }, say) => `Phiếu của ${say.unit(unit)} đã phát.`,
  PaperNotIssued: ({ unit }, say) => `Chưa phát phiếu cho ${say.unit(unit)}.`,
  MorePapersThanIssued: ({ papers, issued }, say) =>
    `Có ${say.count(papers)} phiếu trong khi chỉ phát ra ${say.count(issued)} phiếu.`,
  AllPapersInBox: ({ deposited }, say) =>
    `Toàn bộ ${say.count(deposited)} phiếu phát ra đã ở trong hòm nên không còn phiếu nào để đổi.`,
  CountRunsBackwards: ({ given, recorded }, say) =>
    `Số mới (${say.count(given)}) không thể nhỏ hơn số đã ghi (${say.count(recorded)}).`,
  CountLeaps: ({ given, recorded }, say) =>
    `Số mới (${say.count(given)}) phải tiếp theo số đã ghi (${say.count(recorded)}).`,
  BoxIsClosed: ({ deposited }, say) =>
    `Hòm phiếu đã khóa${deposited === undefined ? "" : ` với ${say.count(deposited)} phiếu`}.`,
  BoxNotSealed: () => "Thể lệ yêu cầu niêm phong nhưng tổ kiểm phiếu chưa niêm phong hòm phiếu.",
  SealTaken: ({ sealed }, say) =>
    `Hòm phiếu đã niêm phong với ${say.count(sealed)} phiếu, không niêm phong lại.`,
  PaperOfWrongKind: ({ method, kind }) =>
    `Phiếu ${paperKindsVi[kind]} không tính được theo cách “${methodsVi[method]}”.`,
  InvalidReasonDoesNotFit: ({ method, reason }) =>
    `Theo cách tính “${methodsVi[method]}” và thể lệ này, không có phiếu nào không hợp lệ vì lý do: ${invalidReasonsVi[reason]}.`,
  VoteInvalid: ({ unit, reason }, say) =>
    `Ý kiến biểu quyết của ${say.unit(unit)} không hợp lệ: ${invalidReasonsVi[reason]}.`,
  SelfVote: ({ unit }, say) =>
    `${say.unit(unit)} không được bỏ phiếu cho chính mình, kể cả khi bỏ phiếu thay theo ủy quyền.`,
  NoConsensusOn: ({ unit, elected }, say) =>
    `${say.unit(unit)} đã không đồng ý chọn ${say.units(elected)} nên hiệp thương không thành.`,
  VoteNotCalled: ({ unit }, say) => `${say.unit(unit)} chưa biểu quyết.`,
  VoteTaken: ({ unit }, say) => `${say.unit(unit)} đã biểu quyết.`,

  NotATeller: ({ name }) => `${name} không thuộc tổ kiểm phiếu.`,
  NotNominated: ({ unit }, say) => `${say.unit(unit)} không có tên trong danh sách bầu chọn.`,
  TallyLineTwice: ({ nominee }, say) => `Kết quả kiểm phiếu ghi ${say.unit(nominee)} hai lần.`,
  TallyLineMissing: ({ nominee }, say) => `Kết quả kiểm phiếu thiếu ${say.unit(nominee)}.`,
  TallyImpossible: ({ nominee, votes, votesMax }, say) =>
    `${nominee === undefined ? "Một số tổng của kết quả kiểm phiếu (số phiếu, số phiếu trắng hoặc tổng số phiếu đồng ý của tất cả các đơn vị)" : `Tổng số phiếu hoặc điểm của ${say.unit(nominee)}`} là ${say.count(votes)}, nhiều nhất chỉ có thể là ${say.count(votesMax)}.`,
  RecountDue: ({ form, reading }, say) =>
    `Số liệu không khớp; phải ${form === "showOfHands" ? "biểu quyết giơ tay lại" : "kiểm phiếu lại"} (lần thứ ${say.count(reading)}) hoặc hủy cuộc bầu chọn.`,
  ReadingNotDue: ({ reading, due }, say) =>
    `Không phải lần kiểm phiếu thứ ${say.count(reading)}; lần tiếp theo là lần thứ ${say.count(due)}.`,

  NoTie: () => "Không có trường hợp bằng phiếu nào phải xử lý ở bước này.",
  TieStepNotDue: ({ step, due, kind }, say) =>
    `Không phải bước ${say.count(step)}; bước phải thực hiện là bước ${say.count(due)}: ${tieStepsVi[kind]}.`,
  RoundNotDue: ({ round, due }, say) =>
    `Không phải vòng bầu chọn lại thứ ${say.count(round)}; vòng phải thực hiện là vòng ${say.count(due)}.`,
  RunOffNotCalled: ({ round, call }, say) =>
    `Bầu chọn lại vòng ${say.count(round)}${call === undefined ? "" : `, lần tổ chức thứ ${say.count(call)},`} chưa được tổ chức hoặc đã tổ chức lại.`,
  NotTied: ({ unit }, say) => `${say.unit(unit)} không thuộc các đơn vị bằng phiếu.`,
  NamedTwice: ({ unit }, say) => `${say.unit(unit)} được nêu hai lần.`,
  NobodyNamed: () => "Chưa nêu đơn vị nào; hiệp thương phải chọn ít nhất một đơn vị.",
  TooManyElected: ({ elected, seats }, say) =>
    `Nêu ${say.count(elected)} đơn vị trong khi chỉ chọn ${say.count(seats)}.`,
  TooFewElected: ({ elected, seats }, say) =>
    `Chỉ nêu ${say.count(elected)} đơn vị trong khi phải chọn đủ ${say.count(seats)}.`,
  NotACompletion: ({ elected }, say) =>
    `Theo cách tính đã định, ${say.units(elected)} không thể cùng được bầu chọn.`,
  ChairMissing: () =>
    "Thể lệ giao Khối trưởng quyết định khi bằng phiếu nên hội nghị phải nêu tên đơn vị Khối trưởng trước khi bỏ phiếu.",
  ChairNotAsked: () => "Thể lệ không quy định Khối trưởng quyết định khi bằng phiếu.",
  ChairTaken: ({ chair }, say) => `${say.unit(chair)} đã được giao quyết định khi bằng phiếu.`,
  NotTheChair: ({ chair, named }, say) =>
    `${say.unit(chair)} không được giao quyết định khi bằng phiếu${named === undefined ? "; chưa giao đơn vị nào" : `; đơn vị được giao là ${say.unit(named)}`}.`,
  ChairIsTied: ({ chair }, say) =>
    `${say.unit(chair)} thuộc các đơn vị bằng phiếu nên không được tự quyết định cho mình.`,
  LotNotAnnounced: () => "Chưa công bố danh sách và căn cứ bốc thăm.",
  LotSourcesDiffer: ({ announced }, say) =>
    `Căn cứ bốc thăm phải đúng như đã công bố: ${say.list(announced)}.`,
  SourceDrawnBefore: ({ drawn }, say) =>
    `Căn cứ bốc thăm đã có kết quả khác từ trước (${say.list(drawn.map(({ source, values }) => `${source}: ${values.join(", ")}`))}).`,
  RunOffDoesNotFit: ({ open, tied }, say) =>
    open === 0
      ? "Các đơn vị được bầu chọn khi bầu chọn lại đã chiếm hết suất nên không còn suất nào để bằng phiếu."
      : `Khi bầu chọn lại, chỉ coi là bằng phiếu nếu số đơn vị nhiều hơn số suất còn lại; còn ${say.count(open)} suất nhưng chỉ nêu ${say.count(tied)} đơn vị bằng phiếu.`,

  TieStepsLeft: ({ due, kind }, say) =>
    `Chưa xử lý xong trường hợp bằng phiếu; bước phải thực hiện là bước ${say.count(due)}: ${tieStepsVi[kind]}.`,
  AnnulmentGroundAbsent: ({ ground }) => `Không có căn cứ để hủy với lý do: ${groundsVi[ground]}.`,
  EndsBeforeItStarts: ({ startedAt, endedAt }) =>
    `Giờ kết thúc (${hourVi(endedAt)}) trước giờ bắt đầu (${hourVi(startedAt)}).`,
  ParticularsNeedPapers: () =>
    "Thông tin của biên bản có số liệu về phiếu, nhưng cuộc bầu chọn này không dùng phiếu.",
  PrintedDoNotAddUp: ({ printed, issued, spoiled, leftOver }, say) =>
    `Số phiếu in ra (${say.count(printed)}) không bằng tổng số phiếu phát ra (${say.count(issued)}), phiếu hỏng đã đổi (${say.count(spoiled)})${leftOver === undefined ? "" : ` và phiếu chưa phát (${say.count(leftOver)})`}.`,
  IssuedDoNotAddUp: ({ issued, returned, unreturned }, say) =>
    `Số phiếu phát ra (${say.count(issued)}) không bằng tổng số phiếu thu về (${say.count(returned)}) và phiếu không thu về (${say.count(unreturned)}).`,
  RunOffTaken: ({ certification }, say) =>
    `Vòng bầu chọn lại đã có kết quả theo biên bản kiểm phiếu số ${say.count(certification)}; chỉ biên bản sau mới thay đổi được.`,
  RunOffBallotTaken: ({ round }, say) =>
    `Cuộc bầu chọn này đã là lần bầu chọn lại của vòng ${say.count(round)}; mỗi lần bầu chọn lại là một cuộc riêng.`,
  NoChallengeUpheld: () => "Chưa có khiếu nại nào được chấp nhận nên không thể thay toàn bộ kết quả đã kiểm.",
  HeadDidNotSign: ({ head }) => `Tổ trưởng tổ kiểm phiếu ${head} chưa ký.`,
  TooFewSignatures: ({ signatures, needed }, say) =>
    `Mới có ${say.count(signatures)} chữ ký, cần ít nhất ${say.count(needed)}.`,
  RecordNotSigned: () => "Chưa có biên bản kiểm phiếu nào được ký; khiếu nại là về biên bản đã ký.",
  ChallengeTaken: ({ challenge }, say) =>
    `${complaintVi(challenge, `khiếu nại ${quoted(challenge)}`, say)} đã có với nội dung khác.`,
  ChallengeUnknown: ({ challenge }) => `Không có khiếu nại “${challenge}”.`,
  ChallengeDecided: ({ challenge }, say) =>
    `${complaintVi(challenge, `khiếu nại ${quoted(challenge)}`, say)} đã được giải quyết.`,
  ChallengesPending: ({ challenges }, say) =>
    `Còn khiếu nại chưa xử lý xong: ${say.list(challenges.map((one) => complaintVi(one, quoted(one), say)))}.`,
  TooManyChallenges: ({ challengesMax }, say) => `Chỉ nhận nhiều nhất ${say.count(challengesMax)} khiếu nại.`,
  ComplaintsStillPossible: ({ until }, say) => `Còn nhận khiếu nại đến hết ngày ${say.date(until)}.`,
};
