/**
 * Reporter for `node --test`: what failed with its reason, what was skipped, and one closing line that test.mjs adds up.
 */
import { relative } from 'node:path';
import { inspect } from 'node:util';

const root = process.cwd();

/** The error that a test threw; Node wraps it. */
const causeOf = (error) => (error?.cause instanceof Error ? error.cause : error);

const place = ({ file, line }) => (file ? `${relative(root, file)}:${line ?? 1}` : '');

export default async function* report(source) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const reasons = new Map();
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const error = data.details?.error;
    const isSkipped = data.skip !== undefined || data.todo !== undefined;
    // A suite fails with its tests; only one that is skipped as a whole or broke itself counts.
    const ownFault = error?.failureType === 'hookFailed' || error?.failureType === 'testCodeFailure';
    if (data.details?.type === 'suite' && !isSkipped && !ownFault) continue;
    if (isSkipped) {
      count.skipped++;
      const reason = String(data.skip || data.todo || data.name);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    } else if (type === 'test:pass') {
      count.passed++;
    } else if (error?.failureType !== 'subtestsFailed') {
      count.failed++;
      yield `\n✖ ${data.name}  (${place(data)})\n${inspect(causeOf(error), { depth: 3 }).replace(/^/gm, '    ')}\n`;
    }
  }
  for (const [reason, times] of reasons) yield `skipped${times > 1 ? ` ${times}` : ''}: ${reason}\n`;
  yield `\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`;
}
