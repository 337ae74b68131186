export { calendarEn } from "./en.ts";
export type { CalendarLanguage, Entry } from "./language.ts";
export { type CalendarOptions, rotationCalendar } from "./rotation-calendar.ts";
export { calendarVi } from "./vi.ts";
