import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runBrowserFaults } from './support/browser-run.ts';
import { runFaults, type FaultReport } from './support/fault-run.ts';

function assertNothingIsAmiss(report: FaultReport): void {
  const { lost, doubled, mistaken, refused } = report;
  assert.deepEqual({ lost, doubled, mistaken, refused }, { lost: [], doubled: [], mistaken: [], refused: [] });
  assert.equal(report.sent, report.submissions);
  const happened = Object.values(report.faults).reduce((sum, count) => sum + count, 0);
  assert.ok(happened >= report.submissions / 4, `only ${happened} faults happened`);
}

/** `npm run test:faults` does the same with 1,000, and on PostgreSQL. */
describe('submissions through a faulty network', () => {
  it('arrive once each, though the server is killed and sessions end in the middle', async () => {
    const report = await runFaults({ submissions: 40, kills: 1, seed: 20_260_615 });
    assertNothingIsAmiss(report);
    assert.ok(report.kills === 1 && report.reloads > 0);
  });

  it('arrive once each from tabs that were closed with a draft in them, and while they sent', async () => {
    const report = await runBrowserFaults({ submissions: 8, kills: 1, seed: 20_260_615 });
    assertNothingIsAmiss(report);
    assert.ok(report.reloads >= 8);
  });
});
