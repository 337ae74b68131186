export { timelineEn } from "./en.ts";
export type { Mark, TimelineLanguage } from "./language.ts";
export { type TimelineOptions, timeline } from "./timeline.ts";
export { timelineVi } from "./vi.ts";
