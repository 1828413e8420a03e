/** What an engine cannot be made to do (test/engines/pages.js) says nothing about the element. */
const verdictOf = ({ skipped, passed, error }) =>
  skipped || error?.message?.includes('This engine cannot') ? 'skipped' : passed ? 'passed' : 'failed';

/**
 * Reporter for Web Test Runner: closes a run with one line that `scripts/test.mjs` adds up.
 * @returns {import('@web/test-runner').Reporter}
 */
export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    const walk = (suite) => {
      for (const test of suite?.tests ?? []) count[verdictOf(test)]++;
      for (const child of suite?.suites ?? []) walk(child);
    };
    for (const session of sessions) {
      walk(session.testResults);
      count.failed += session.errors?.length ?? 0;
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  },
});
