import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import type { Backend } from '../../../src/backend/ports.ts';
import type { VrPeerDirectory } from '../../../src/elements/peer-directory/vr-peer-directory.ts';
import {
  accountOf,
  failing,
  failingLater,
  networkOf,
  peersOf,
  silent,
} from '../../../stories/peer-directory/sample-backend.ts';
import { manyPeers, publicPeers, SAMPLE_PEERS } from '../../../stories/peer-directory/sample-peers.ts';
import { all, focused, isShown, one } from '../support/deep.ts';
import { flatten } from '../support/flatten.ts';
import { press, type as typeKeys } from '../support/keys.ts';
import { announced, appears, clearDirectories, control, names, putDirectory, says } from './support/directory-stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const member = (): Backend => ({ ...networkOf(SAMPLE_PEERS), account: accountOf('member') });
const stranger = (): Backend => ({ ...networkOf(publicPeers()), account: accountOf(undefined) });

/** The states that a reader can meet, each as a way to get there. */
const STATES: Readonly<Record<string, () => Promise<VrPeerDirectory>>> = {
  'cards and filters': async () => {
    const directory = await putDirectory({ backend: member(), width: 1200 });
    await says(directory, 'Passt zu Ihnen: bietet');
    await appears(directory, '[name=org]');
    return directory;
  },
  'a list, narrow, with filters unfolded': async () => {
    const directory = await putDirectory({ backend: member(), width: 320, attributes: 'view="list"' });
    (await control(directory, 'Filter')).click();
    await appears(directory, '[name=org]');
    return directory;
  },
  'words found': async () => {
    const directory = await putDirectory();
    const field = (await appears(directory, '[type=search]')) as HTMLInputElement;
    field.value = 'Beteiligung';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await appears(directory, 'mark');
    return directory;
  },
  'a person': async () => {
    const directory = await putDirectory({ backend: member(), attributes: 'idea-url="/ideen"' });
    directory.open('mara');
    await says(directory, 'Sitzungsvorlagen auf zwei Seiten');
    return directory;
  },
  'a person, for strangers': async () => {
    const directory = await putDirectory({ backend: stranger(), width: 320 });
    directory.open('mara');
    await says(directory, 'Wer eingeloggt ist');
    return directory;
  },
  strangers: async () => {
    const directory = await putDirectory({ backend: stranger() });
    await says(directory, 'Sie sehen nur öffentliche Einträge');
    return directory;
  },
  loading: () => putDirectory({ backend: silent() }),
  empty: async () => {
    const directory = await putDirectory({ backend: peersOf([]), attributes: 'profile-url="/eintrag"' });
    await says(directory, 'Hier steht noch niemand.');
    return directory;
  },
  'nobody found': async () => {
    const directory = await putDirectory({ backend: member(), attributes: 'q="Raumfahrt"' });
    await says(directory, 'Niemand passt');
    return directory;
  },
  failed: async () => {
    const directory = await putDirectory({ backend: failing('timeout') });
    await control(directory, 'Erneut versuchen');
    return directory;
  },
  'not for strangers': async () => {
    const directory = await putDirectory({ backend: { ...failing('denied'), account: accountOf(undefined) } });
    await says(directory, 'nur für Menschen aus dem Netzwerk');
    return directory;
  },
  'old contents': async () => {
    const directory = await putDirectory({ backend: failingLater(SAMPLE_PEERS, 'timeout') });
    await says(directory, 'Mara');
    directory.reload();
    await says(directory, 'Stand:');
    return directory;
  },
  'more to come': async () => {
    const directory = await putDirectory({ backend: peersOf(manyPeers(60)) });
    await control(directory, 'Mehr anzeigen');
    return directory;
  },
  'in English': async () => {
    document.documentElement.lang = 'en';
    const directory = await putDirectory({ backend: member() });
    await says(directory, 'A match for you: offers what you seek');
    return directory;
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

describe('<vr-peer-directory> for everybody', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));
  afterEach(async () => {
    clearDirectories();
    await emulateMedia({ colorScheme: 'light', media: 'screen', reducedMotion: 'no-preference' });
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, put] of Object.entries(STATES)) {
    it(`has nothing that axe objects to: ${name}`, async () => {
      const directory = await put();
      await expect(directory).to.be.accessible();
    });
  }

  it('has nothing that axe objects to in the dark, and keeps within 320 px', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    await setViewport({ width: 320, height: 700 });
    for (const view of ['cards', 'list']) {
      const directory = await putDirectory({
        attributes: `theme="dark" surface="card" view="${view}"`,
        width: 320,
        backend: member(),
      });
      await says(directory, 'Passt zu Ihnen: bietet');
      await appears(directory, '[type=search]');
      await expect(directory).to.be.accessible();
      expect(overflowing(directory)).to.deep.equal([]);
      directory.open('mara');
      await says(directory, 'Sitzungsvorlagen auf zwei Seiten');
      await expect(directory).to.be.accessible();
      expect(overflowing(directory)).to.deep.equal([]);
      clearDirectories();
    }
  });

  it('can be used by keyboard alone: search, narrow, open, go back, go on', async () => {
    const directory = await putDirectory({ backend: member(), width: 900 });
    const field = await appears(directory, '[type=search]');
    field.focus();
    await typeKeys('Sprache');
    await waitUntil(() => announced(directory) === '3 Personen gefunden', 'found');
    await press('Tab');
    expect(focused()?.textContent).to.contain('Filter');
    await press('Enter');
    await appears(directory, '[name=org]');
    await press('Tab');
    await press('Tab');
    await press(' ');
    await waitUntil(() => names(directory).length < 3, 'narrowed');
    const name = one(directory, '[data-open]');
    name.focus();
    await press('Enter');
    const back = await control(directory, 'Zurück zu den Menschen');
    expect(focused()?.classList.contains('page')).to.equal(true);
    back.focus();
    await press('Enter');
    await waitUntil(() => focused()?.dataset['open'] !== undefined, 'back at the name');
  });

  it('prints people and no controls', async () => {
    const directory = await putDirectory({ backend: member(), width: 1200 });
    await appears(directory, '[name=org]');
    await emulateMedia({ media: 'print' });
    dispatchEvent(new CustomEvent('beforeprint'));
    await directory.updateComplete;
    expect(names(directory)).to.have.length(SAMPLE_PEERS.length);
    expect(all(directory, 'button, input, nav').filter(isShown)).to.deep.equal([]);
    dispatchEvent(new CustomEvent('afterprint'));
  });

  it('keeps its looks on a page that resets everything', async () => {
    const reset = document.createElement('style');
    reset.textContent =
      '* { all: unset !important; font: 9px/1 serif !important; } vr-avatar { display: none } a { display: block }';
    document.head.append(reset);
    try {
      const directory = await putDirectory({ backend: member() });
      await says(directory, 'Mara Kestner');
      const card = one(directory, '[data-peer=mara]');
      expect(parseFloat(getComputedStyle(one(card, '.name')).fontSize)).to.be.at.least(16);
      expect(one(card, 'vr-avatar').getBoundingClientRect().width).to.equal(40);
    } finally {
      reset.remove();
    }
  });

  it('writes names from right to left as they are written, in a page from left to right', async () => {
    const directory = await putDirectory({ backend: member() });
    await says(directory, 'أمل السيد');
    const card = one(directory, '[data-peer=amal]');
    expect(getComputedStyle(one(card, 'bdi')).unicodeBidi).to.match(/isolate/);
    expect(one(card, '.disc').textContent?.trim()).to.equal('أ\u200cس');
  });

  it('is said by a screen reader: what it is, its parts, the ways to narrow it, then person by person', async () => {
    const directory = await putDirectory({ backend: member(), width: 1200 });
    await appears(directory, '[name=org]');
    await says(directory, 'Passt zu Ihnen: bietet');
    await waitUntil(() => all(directory, '.number').length > 0, 'the number of requests');
    expectInOrder(await transcript(directory), [
      /^group, Menschen/,
      /heading, Menschen, level 2/,
      /^navigation, Bereiche/,
      /link, Menschen, current/,
      /link, Bietet und sucht/,
      /link, Anfragen \(2 warten auf Antwort\)/,
      /^search, Menschen suchen und filtern/,
      /searchbox, Menschen suchen/,
      /^group, Verwaltung/,
      /checkbox, Stadt Lindenhafen \(3\), not checked/,
      /7 Personen/,
      /button, Karten, pressed/,
      /^list/,
      /listitem.*position 1, set size 7/,
      /heading, Mara Kestner, level 3/,
      /Kreis Auental, Organisation und Digitales/,
      /Bietet/,
      /Bürgerbeteiligung, Moderation/,
      /Passt zu Ihnen: bietet, was Sie suchen: Moderation/,
      /button, Kontakt anfragen: Mara Kestner/,
      /heading, Jonas von Ried, level 3/,
    ]);
  });

  it('is said by a screen reader on the page of a person: who, how to reach them, then what they bring', async () => {
    const directory = await putDirectory({ backend: member() });
    directory.open('mara');
    await says(directory, 'Sitzungsvorlagen auf zwei Seiten');
    expectInOrder(await transcript(directory), [
      /button, Zurück zu den Menschen/,
      /^group, Mara Kestner/,
      /heading, Mara Kestner, level 2/,
      /sie\/ihr/,
      /Kreis Auental, Organisation und Digitales/,
      /Offen für Anfragen/,
      /button, Kontakt anfragen/,
      /heading, Bietet, level 3/,
      /Bürgerbeteiligung/,
      /Gespräch, bis 30. September 2027/,
      /button, Dazu Kontakt anfragen: Bürgerbeteiligung/,
      /heading, Über mich, level 3/,
      /heading, Im Netzwerk dabei, level 3/,
      /heading, Kennt sich aus mit, level 3/,
      /viel Erfahrung/,
    ]);
  });
});
