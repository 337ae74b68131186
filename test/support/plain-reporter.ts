import type { UserConsoleLog } from "vitest";
import type { Reporter, SerializedError, TestCase, TestModule, Vitest } from "vitest/node";
import { seed, times } from "./runs.ts";

type Failure = { message?: string; stack?: string; diff?: string; cause?: unknown };

/**
 * Prints the seed of the properties, every failure, and what a test prints. It says nothing about tests that pass. It
 * ends with one line that a script can read.
 */
export default class PlainReporter implements Reporter {
  #count = { passed: 0, failed: 0, skipped: 0 };

  #vitest: Vitest | undefined;

  onInit(vitest: Vitest) {
    this.#vitest = vitest;
  }

  /** In watch mode it runs for each run. */
  onTestRunStart() {
    this.#count = { passed: 0, failed: 0, skipped: 0 };
    const repeat = times === 1 ? "SEED= changes it" : `SEED=${seed} npm run test:deep -- ${times} repeats it`;
    this.#print(`seed ${seed} (${repeat})`);
  }

  onUserConsoleLog({ content, type }: UserConsoleLog) {
    process[type].write(content);
  }

  onTestCaseResult(test: TestCase) {
    const result = test.result();
    const { state, errors } = result;
    if (state === "pending") return;
    // With -t, vitest reports each test outside the pattern as skipped. Nobody wants to read their names.
    if (state === "skipped" && this.#vitest?.config.testNamePattern) return;
    this.#count[state] += 1;
    if (result.state === "skipped")
      this.#print(`skipped: ${test.fullName}${result.note === undefined ? "" : `: ${result.note}`}`);
    if (state === "failed")
      this.#print(`\nFAILED ${test.module.relativeModuleId} > ${test.fullName}`, errors);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    for (const module of modules) {
      const errors = module.errors();
      if (errors.length > 0)
        this.#print(`\nFAILED ${module.relativeModuleId} (it could not be read)`, errors);
      this.#count.failed += errors.length;
    }
    if (unhandled.length > 0) this.#print("\nFAILED outside any test", unhandled);
    this.#count.failed += unhandled.length;
    const { passed, failed, skipped } = this.#count;
    this.#print(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  }

  #print(line: string, errors: readonly Failure[] | undefined = []) {
    process.stdout.write(`${line}\n`);
    for (const error of errors) this.#printError(error);
  }

  /** The error and what caused it: a property fails because of the test inside it. */
  #printError({ stack, message, diff, cause }: Failure) {
    // The stack of a test that took too long is that of its place, and does not repeat the message.
    const told = stack && (!message || stack.includes(message)) ? stack : [message, stack].join("\n");
    process.stdout.write(`${told.trim() || "no message"}\n${diff === undefined ? "" : `${diff}\n`}`);
    if (typeof cause !== "object" || cause === null) return;
    process.stdout.write("caused by ");
    this.#printError(cause);
  }
}
