import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import type { VrBlogFeed } from '../../../src/elements/blog-feed/vr-blog-feed.ts';
import { failing, failingLater, postsOf, silent, writableOf } from '../../../stories/blog-feed/sample-backend.ts';
import { manyPosts, SAMPLE_POSTS } from '../../../stories/blog-feed/sample-posts.ts';
import { all, focused, isShown } from '../support/deep.ts';
import { flatten } from '../support/flatten.ts';
import { press, type as typeKeys } from '../support/keys.ts';
import { waitUntil } from '../support/wait-until.ts';
import { announced, appears, clearFeeds, control, putFeed, says, titles } from './support/feed-stage.ts';

/** The states that a reader can meet, each as a way to get there. */
const STATES: Readonly<Record<string, () => Promise<VrBlogFeed>>> = {
  'a list, filters unfolded, one chosen': async () => {
    const feed = await putFeed({ backend: writableOf(SAMPLE_POSTS) });
    (await control(feed, 'Filter')).click();
    (await appears(feed, '[name=report]')).click();
    await says(feed, '2 Beiträge gefunden');
    return feed;
  },
  cards: async () => {
    const feed = await putFeed({ attributes: 'layout="cards"', width: 1200 });
    await appears(feed, '[name=q]');
    return feed;
  },
  'a magazine in English, with more to come': async () => {
    document.documentElement.lang = 'en';
    const feed = await putFeed({ attributes: 'layout="magazine"', backend: postsOf(manyPosts(20)) });
    await control(feed, 'Show more');
    return feed;
  },
  'words found': async () => {
    const feed = await putFeed();
    (await appears(feed, '[name=q]')).focus();
    await typeKeys('Akten');
    await appears(feed, 'mark');
    return feed;
  },
  loading: () => putFeed({ backend: silent() }),
  'nothing found': async () => {
    const feed = await putFeed();
    (await appears(feed, '[name=q]')).focus();
    await typeKeys('Raumfahrt');
    await says(feed, 'Kein Beitrag passt');
    return feed;
  },
  failed: async () => {
    const feed = await putFeed({ backend: failing('timeout') });
    await control(feed, 'Erneut versuchen');
    return feed;
  },
  'old contents': async () => {
    const feed = await putFeed({ backend: failingLater(SAMPLE_POSTS, 'timeout') });
    await says(feed, 'Wie wir');
    feed.reload();
    await says(feed, 'Stand:');
    return feed;
  },
};

/** Everything that a screen reader says from the beginning of an element to its end. */
async function transcript(element: Element): Promise<string[]> {
  const copy = flatten(element);
  document.body.append(copy);
  try {
    await virtual.start({ container: copy });
    const first = await virtual.lastSpokenPhrase();
    do await virtual.next();
    while ((await virtual.lastSpokenPhrase()) !== first);
    return (await virtual.spokenPhraseLog()).slice(0, -1);
  } finally {
    await virtual.stop();
    copy.remove();
  }
}

/** That phrases are said in this order, whatever is said between them. */
function expectInOrder(spoken: readonly string[], phrases: readonly RegExp[]): void {
  let at = 0;
  for (const phrase of phrases) {
    const found = spoken.findIndex((text, index) => index >= at && phrase.test(text));
    expect(found, `${phrase} after "${spoken[at - 1]}" in:\n${spoken.slice(at, at + 40).join('\n')}`).to.be.at.least(0);
    at = found + 1;
  }
}

/** Elements that reach beyond the column, apart from what is hidden for eyes. */
function overflowing(root: Element): string[] {
  const { right } = root.getBoundingClientRect();
  return all(root, '*')
    .filter((element) => isShown(element) && !element.closest('.visually-hidden, svg'))
    .filter((element) => element.getBoundingClientRect().right > right + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}

describe('<vr-blog-feed> for everybody', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));
  afterEach(async () => {
    clearFeeds();
    await emulateMedia({ colorScheme: 'light', media: 'screen', reducedMotion: 'no-preference' });
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, put] of Object.entries(STATES)) {
    it(`has nothing that axe objects to: ${name}`, async () => {
      const feed = await put();
      await expect(feed).to.be.accessible();
    });
  }

  it('has nothing that axe objects to in the dark, and keeps within 320 px', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    await setViewport({ width: 320, height: 700 });
    for (const layout of ['list', 'magazine']) {
      const feed = await putFeed({
        attributes: `theme="dark" surface="card" layout="${layout}" storage="none"`,
        width: 320,
        backend: writableOf(SAMPLE_POSTS),
      });
      (await control(feed, 'Filter')).click();
      await appears(feed, '[name=tag]');
      expect(overflowing(feed)).to.deep.equal([]);
      if (layout === 'list') await expect(feed).to.be.accessible();
      clearFeeds();
    }
  });

  it('can be used by keyboard alone: search, narrow, read, go back', async () => {
    const feed = await putFeed();
    (await appears(feed, '[name=q]')).focus();
    await typeKeys('Vorlage');
    await waitUntil(() => announced(feed) === '1 Beitrag gefunden', 'found');
    await press('Tab');
    expect(focused()?.textContent).to.contain('Filter');
    await press('Tab');
    expect(focused()?.textContent).to.contain('Filter zurücksetzen');
    await press('Tab');
    expect(titles(feed)).to.deep.equal([focused()?.textContent?.trim()]);
    await press('Enter');
    const back = await control(feed, 'Zurück zu den Beiträgen');
    await waitUntil(() => focused()?.classList.contains('page') === true, 'in the post');
    back.focus();
    await press('Enter');
    await waitUntil(() => focused()?.dataset['open'] === 'sitzungsvorlagen', 'back at the title');
  });

  it('is said by a screen reader: what it is, the ways to narrow it, then post by post', async () => {
    const feed = await putFeed();
    await appears(feed, '[name=q]');
    expectInOrder(await transcript(feed), [
      /^group, Erfahrungen aus der Praxis/,
      /heading, Erfahrungen aus der Praxis, level 2/,
      /^search, Beiträge durchsuchen und filtern/,
      /searchbox, Beiträge durchsuchen/,
      /button, Filter, not expanded/,
      /^feed, Erfahrungen aus der Praxis/,
      /article.*position 1, set size 7/,
      /Erfahrungsbericht/,
      /Lesezeit 4 Minuten/,
      /heading, Wie wir Sitzungsvorlagen halbiert haben, level 3/,
      /image, Ein Rathaus mit hellen Fenstern im Morgenlicht/,
      /Elf Seiten im Durchschnitt/,
      /list, Schlagwörter/,
      /link, Weiterlesen: Wie wir Sitzungsvorlagen halbiert haben/,
      /link, Mastodon/,
      /article.*position 2, set size 7/,
    ]);
  });
});
