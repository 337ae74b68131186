import { conformance } from "./conformance.ts";
import { methods, rotation } from "./registry.ts";

const { out, errors, exitCode } = conformance(process.argv.slice(2), { methods, rotation });
for (const line of errors) console.error(line);
for (const line of out) console.log(line);
process.exitCode = exitCode;
