export { type BltElection, readBlt, writeBlt } from "./blt.ts";
export type { BltRule } from "./blt-rule.ts";
export {
  type CountCsvRule,
  type CountTable,
  countTableOf,
  readCountCsv,
  writeCountCsv,
} from "./count-csv.ts";
export type { CsvRule, FormulasOption } from "./csv.ts";
export {
  type FormulasReadOption,
  type PapersCsvRule,
  type PapersCsvWriteRule,
  type PapersTable,
  readPapersCsv,
  writePapersCsv,
} from "./papers-csv.ts";
export {
  approvalsOf,
  categoriesOf,
  type PreflibCategories,
  readPreflibCategories,
  writePreflibCategories,
} from "./preflib-categorical.ts";
export { noMetadata, type PreflibMetadata, type PreflibRule } from "./preflib-header.ts";
export {
  type OrdinalType,
  ordinalTypeOf,
  type PreflibOrders,
  readPreflibOrders,
  writePreflibOrders,
} from "./preflib-ordinal.ts";
export type { Converted, FormatProblem, NameRule } from "./problem.ts";
