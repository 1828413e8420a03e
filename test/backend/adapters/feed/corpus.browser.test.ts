import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import { BARS, scoreFeed, type FeedRow } from './support/feed-score.ts';

const FOLDER = '../../../../../shared/corpus/feeds/';

describe('feeds of the corpus in a browser', () => {
  it('say what is expected as often as in Node', async function (this: Mocha.Context) {
    // The runner answers for a file that is not there as for a command that it does not know.
    const manifest = await readFile({ path: `${FOLDER}manifest.json` }).catch(() => undefined);
    if (!manifest) return this.skip();
    const rows = (JSON.parse(manifest) as FeedRow[]).filter(({ suite }) => Object.hasOwn(BARS, suite));
    const scores = Object.fromEntries(Object.keys(BARS).map((suite) => [suite, { met: 0, all: 0, missed: [] }]));
    await Promise.all(
      rows.map(async (row) => {
        const text = await readFile({ path: FOLDER + row.file, encoding: 'base64' });
        const bytes = Uint8Array.from(atob(text ?? ''), (sign) => sign.charCodeAt(0));
        scoreFeed(row, bytes, scores[row.suite]!);
      }),
    );
    for (const [suite, bar] of Object.entries(BARS)) {
      const { met, all, missed } = scores[suite]!;
      expect(met / all, `suite ${suite}: ${missed.join('\n')}`).to.be.at.least(bar);
    }
  });
});
