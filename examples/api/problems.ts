import type { Context } from "hono";
import { type LanguageVariables, languageDetector } from "hono/language";
import { en, vi } from "thidua";
import { type HttpProblem, problemType, toProblem } from "thidua/http";
import type { Message } from "thidua/kernel";
import type { Answer } from "./kept-answers.ts";

export type Env = { Variables: LanguageVariables };

/** The language that the sender prefers, where that is one of the two (`Accept-Language`); else Vietnamese. */
export const language = languageDetector({
  order: ["header"],
  supportedLanguages: ["vi", "en"],
  fallbackLanguage: "vi",
  caches: false,
});

export const languageOf = (c: Context<Env>) => (c.var.language === "en" ? en : vi);

/** What the library has no word for, because it knows no server. */
type Fault = "noSuchPath" | "noSuchMethod" | "tooLarge" | "atWork";

type Phrase = { title: string; detail: string };

const faults: Readonly<Record<Fault, { status: number; retryAfter?: number; vi: Phrase; en: Phrase }>> = {
  noSuchPath: {
    status: 404,
    vi: { title: "Không tìm thấy", detail: "Không có đường dẫn này." },
    en: { title: "Not found", detail: "There is no such path." },
  },
  noSuchMethod: {
    status: 405,
    vi: { title: "Phương thức không dùng được", detail: "Đường dẫn này không nhận phương thức này." },
    en: { title: "Method not allowed", detail: "This path does not take this method." },
  },
  tooLarge: {
    status: 413,
    vi: { title: "Yêu cầu quá lớn", detail: "Yêu cầu lớn hơn mức cho phép. Chưa có gì được lưu." },
    en: { title: "Too large", detail: "The request is larger than what is allowed. Nothing was stored." },
  },
  // As the draft of the IETF on the header Idempotency-Key asks for it.
  atWork: {
    status: 409,
    retryAfter: 1,
    vi: { title: "Đang xử lý", detail: "Yêu cầu này đang được xử lý. Hãy gửi lại với cùng mã." },
    en: {
      title: "Still at work",
      detail: "This request is being carried out. Send it again under the same id.",
    },
  },
};

/** A rejection, an error, or what only a server knows, as an answer in the language of the sender. */
export function problemOf(c: Context<Env>, fault: Error | Message | Fault): Answer {
  const problem = typeof fault === "string" ? ofServer(c, fault) : toProblem(fault, languageOf(c));
  const { status, retryAfter } = problem;
  return { status, type: problemType, body: JSON.stringify(problem), ...(retryAfter && { retryAfter }) };
}

function ofServer(c: Context<Env>, fault: Fault): HttpProblem {
  const { vi, en, ...rest } = faults[fault];
  return { type: `urn:thidua:sample:${fault}`, ...rest, ...(c.var.language === "en" ? en : vi) };
}

/** The library knows it by its name, and tells it in both languages. */
export const keyTaken = () => Object.assign(new Error(), { name: "CommandIdReused" });
