import type { Reporter, TestModule, Vitest } from "vitest/node";

/** Names the tests that were skipped, and ends a test run's output with one line for machines: `N passed, N failed, N skipped`. */
export default class Tally implements Reporter {
  #isFiltered = false;

  onInit(vitest: Vitest): void {
    // Whoever runs some tests by name knows that the others were skipped.
    this.#isFiltered = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state] += 1;
        if (state === "skipped" && !this.#isFiltered) {
          console.log(`skipped: ${module.relativeModuleId} > ${test.fullName}`);
        }
      }
      // A file that could not be loaded has no tests to count, and must not vanish.
      count.failed += module.errors().length;
    }
    const skipped = count.skipped + count.pending;
    console.log(`${count.passed} passed, ${count.failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  }
}
