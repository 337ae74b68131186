import { countOf, largest } from "./large.ts";

/** Counts one of the largest ballots. Writes the kilobytes that the process took at most before the count, and in all. */
const one = largest[Number(process.argv[2])];
if (one === undefined) throw new Error(`no ballot ${process.argv[2]}`);
const count = countOf(one);
const { maxRSS: before } = process.resourceUsage();
count();
console.log(JSON.stringify({ before, peak: process.resourceUsage().maxRSS }));
