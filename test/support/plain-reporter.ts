import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";

/** Says nothing of what passes, all of what fails, and ends with one line that a script can read. */
export default class PlainReporter implements Reporter {
  #count = { passed: 0, failed: 0, skipped: 0 };

  onTestCaseResult(test: TestCase) {
    const { state, errors } = test.result();
    if (state === "pending") return;
    this.#count[state] += 1;
    if (state === "skipped")
      this.#print(`skipped: ${test.fullName}${test.options.mode === "skip" ? "" : ` (${test.meta()})`}`);
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

  #print(
    line: string,
    errors: readonly { message?: string; stack?: string; diff?: string }[] | undefined = [],
  ) {
    process.stdout.write(`${line}\n`);
    for (const { stack, message, diff } of errors) {
      process.stdout.write(`${stack ?? message ?? "no message"}\n${diff === undefined ? "" : `${diff}\n`}`);
    }
  }
}
