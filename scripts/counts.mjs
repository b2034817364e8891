/** A jest reporter that closes with what was skipped, and with one line that says it all, for logs that are read by programs. */
export default class Counts {
  /**
   * @param {unknown} _contexts
   * @param {{
   *   numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number,
   *   testResults: { testResults: { status: string, fullName: string }[] }[]
   * }} results
   */
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults }) {
    const skipped = testResults
      .flatMap((file) => file.testResults)
      .filter(({ status }) => status === 'pending');
    const forUsers = skipped.filter(({ fullName }) => fullName.includes('as root: ')).length;
    if (forUsers > 0) say(`${forUsers} tests skipped: they need several users; run as root`);
    say(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
  }
}

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
