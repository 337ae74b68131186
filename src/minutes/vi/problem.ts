import type { Problem } from "../../kernel/problem.ts";

/** The rules for the form of an input, in words. A rule that is not here is named by its code. */
const rules: ReadonlyMap<string, string> = new Map([
  ["required", "còn thiếu"],
  ["type", "sai kiểu dữ liệu"],
  ["min", "nhỏ hơn mức cho phép"],
  ["max", "lớn hơn mức cho phép"],
  ["minLength", "quá ngắn"],
  ["maxLength", "quá dài"],
  ["minItems", "có quá ít mục"],
  ["maxItems", "có quá nhiều mục"],
  ["format", "sai định dạng"],
  ["oneOf", "không thuộc các giá trị cho phép"],
  ["unknownField", "trường này không có trong mẫu"],
  ["readable", "không đọc được"],
  ["wellFormed", "có ký tự bị hỏng"],
  ["noControlCharacters", "có ký tự điều khiển hoặc ký tự ẩn"],
  ["fewMarks", "có chữ mang quá nhiều dấu"],
  ["letterOrDigit", "phải có ít nhất một chữ cái hoặc chữ số"],
  ["noSpaces", "mã không được có khoảng trắng"],
  ["civilDate", "không phải là ngày có thật, viết dạng NĂM-THÁNG-NGÀY"],
  ["instant", "không phải là thời điểm UTC có mili giây"],
  ["season", "không phải là năm thi đua, như 2022 hoặc 2022-2023"],
  ["wholeNumber", "không phải là số nguyên có từ 1 đến 30 chữ số"],
  ["decimal", "không phải là số như 97.5, có nhiều nhất 12 chữ số trước dấu chấm và 6 chữ số sau dấu chấm"],
  ["eachOnce", "lặp lại một giá trị đứng trước"],
  ["papersInBox", "có tổng số phiếu vượt quá số phiếu của một hòm phiếu"],
  ["json", "không phải là JSON"],
  ["byteOrderMark", "bắt đầu bằng dấu thứ tự byte (BOM) mà thư viện không ghi"],
  ["canonical", "không đúng dạng mà thư viện đã ghi"],
  ["olderForm", "không đọc được theo dạng cũ"],
  ["headCount", "số sự kiện không đúng với mã chốt của nhật ký"],
  ["headLink", "các sự kiện không khớp với mã chốt của nhật ký"],
  ["nextVersion", "sự kiện bị thiếu hoặc bị lặp trong chuỗi"],
  ["knownAggregate", "chuỗi sự kiện không rõ thuộc loại nào"],
  ["position", "không phải là vị trí trong nhật ký của kho này"],
  ["unique", "mã đã có rồi"],
  ["commandIdReused", "mã này là của một lệnh khác"],
  ["actorIsProcess", "trùng với tên của một quy trình"],
  ["reachableShare", "tỷ lệ không ai có thể đạt được"],
  ["goalApartFromBaseline", "mục tiêu trùng với mức xuất phát"],
  ["votesWithinMembers", "số phiếu nhiều hơn số thành viên"],
  ["streamName", "không phải là tên chuỗi sự kiện"],
  ["yearRange", "nằm ngoài các năm 1000 đến 2999"],
  ["termsInOrder", "các nhiệm kỳ không theo thứ tự thời gian"],
  ["termNameMax", "tên nhiệm kỳ quá dài"],
  ["termsApart", "có hai nhiệm kỳ trùng tên"],
]);

/** One problem of an input, as a sentence that names field, rule and value. */
export function problemVi({ field, rule, expected, value }: Problem): string {
  const where = field === "" ? "Dữ liệu nhập" : `Trường “${field}”`;
  return `${where}: ${fault({ rule, expected })}; giá trị nhận được: ${value}.`;
}

/** The same beside the field of a form: without its name and its value. */
export function faultVi(problem: Problem): string {
  const text = fault(problem);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function fault({ rule, expected }: { rule: string; expected?: string | undefined }): string {
  const asked = expected === undefined ? "" : ` (yêu cầu: ${expected})`;
  return `${rules.get(rule) ?? `không đạt quy tắc ${rule}`}${asked}`;
}
