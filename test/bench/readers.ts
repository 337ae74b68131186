import {
  readBlt,
  readCountCsv,
  readPapersCsv,
  readPreflibCategories,
  readPreflibOrders,
} from "../../src/counting/formats/index.ts";
import type { Bench, Contest } from "./measure.ts";

const megabyte = 1_000_000;

/** A head, and a line again and again up to the size. */
const filled = (head: string, line: string) => (megabytes: number) =>
  head + line.repeat(Math.ceil((megabytes * megabyte) / line.length));

const preflib = (type: string, more: string) => `# FILE NAME: x.${type}
# DATA TYPE: ${type}
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 6
${more}# ALTERNATIVE NAME 1: A
# ALTERNATIVE NAME 2: B
# ALTERNATIVE NAME 3: C
`;
const orders = preflib("toc", "# NUMBER UNIQUE ORDERS: 2\n");
const categories = preflib(
  "cat",
  "# NUMBER UNIQUE PREFERENCES: 2\n# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: No\n",
);

const files: Readonly<
  Record<string, [read: (source: string) => unknown, file: (megabytes: number) => string]>
> = {
  "papers, many lines": [readPapersCsv, filled("weight,A,B\r\n", "1,1,2\r\n")],
  "papers, many ranks left out": [readPapersCsv, filled("weight,A,B\r\n", "1,,2\r\n")],
  "papers, ranks of 10,000": [readPapersCsv, filled("weight,A\r\n", "1,10000\r\n")],
  "papers, line ends only": [readPapersCsv, filled("", "\r")],
  "papers, blanks around a name": [readPapersCsv, filled("weight,", " ")],
  "count, many rows": [readCountCsv, filled("row,no nominee,A\r\n", "round 1,0,7/3\r\n")],
  "BLT, many papers": [readBlt, filled("3 1\n", "1 1 2 3 0\n")],
  "BLT, one long paper": [readBlt, filled("3 1\n1 ", "1 2 ")],
  "BLT, open comments": [readBlt, filled("", "/*")],
  "PrefLib, many orders": [readPreflibOrders, filled(orders, "4: 1,{2,3}\n")],
  "PrefLib, one long order": [readPreflibOrders, filled(`${orders}1: `, "1,")],
  "PrefLib, one long group": [readPreflibOrders, filled(`${orders}1: {`, "1,")],
  "PrefLib, blanks in an order": [readPreflibOrders, filled(`${orders}1: 1`, " ")],
  "PrefLib, many categories": [readPreflibCategories, filled(categories, "4: {1,2},3\n")],
};

/** Every reader on 5 and on 10 MB: it takes at most some 2.6 times as long, also for files made to slow it down. */
export const readers: Bench = async () =>
  Object.entries(files).map(([name, [read, file]]): Contest => {
    const [half, whole] = [file(5), file(10)];
    return {
      name,
      ours: () => read(half),
      peers: {},
      doubled: { work: () => read(whole), growthMax: 2.6 },
    };
  });
