import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import type { VrIdeaBoard } from '../../../src/elements/idea-board/vr-idea-board.ts';
import { accountOf, failing, failingLater, ideasOf, silent } from '../../../stories/idea-board/sample-backend.ts';
import { manyIdeas, movableIdeas, SAMPLE_IDEAS } from '../../../stories/idea-board/sample-ideas.ts';
import { all, isShown } from '../support/deep.ts';
import { flatten } from '../support/flatten.ts';
import { appears, clearBoards, control, putBoard, says, titles } from './support/board-stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const moderated = () => ({ ...ideasOf(movableIdeas()), account: accountOf('moderator') });

/** The states that a reader can meet, each as a way to get there. */
const STATES: Readonly<Record<string, () => Promise<VrIdeaBoard>>> = {
  list: async () => {
    const board = await putBoard();
    await appears(board, '[type=search]');
    return board;
  },
  'list with filters beside': async () => {
    const board = await putBoard({ width: 1200, backend: moderated() });
    await appears(board, '[name=org]');
    return board;
  },
  'list with filters unfolded, narrow': async () => {
    const board = await putBoard({ width: 320, backend: moderated() });
    (await control(board, 'Filter')).click();
    await appears(board, '[name=org]');
    return board;
  },
  'words found': async () => {
    const board = await putBoard();
    const field = (await appears(board, '[type=search]')) as HTMLInputElement;
    field.value = 'Formulare';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await appears(board, 'mark');
    return board;
  },
  board: async () => {
    const board = await putBoard({ attributes: 'view="board"', width: 1200, backend: moderated() });
    (await control(board, /„Schadensmeldung/)).click();
    await appears(board, '.to');
    return board;
  },
  'board, narrow': async () => {
    const board = await putBoard({ attributes: 'view="board"', width: 320, backend: moderated() });
    await appears(board, '.card');
    return board;
  },
  'a form for a step': async () => {
    const board = await putBoard({ attributes: 'view="board"', width: 1200, backend: moderated() });
    (await control(board, /„Rückruf/)).click();
    (await control(board, 'Ruht')).click();
    await appears(board, 'textarea');
    return board;
  },
  queue: async () => {
    const board = await putBoard({ backend: moderated() });
    (await control(board, 'Zu prüfen (3)')).click();
    await says(board, '2 Meldungen');
    return board;
  },
  news: async () => {
    const board = await putBoard({ backend: moderated() });
    (await control(board, /Neu für Sie/)).click();
    (await control(board, 'Benachrichtigungen einstellen')).click();
    await appears(board, '[name=kind]');
    return board;
  },
  loading: () => putBoard({ backend: silent() }),
  empty: async () => {
    const board = await putBoard({ backend: ideasOf([]) });
    await says(board, 'Hier gibt es noch keine Ideen.');
    return board;
  },
  failed: async () => {
    const board = await putBoard({ backend: failing('timeout') });
    await control(board, 'Erneut versuchen');
    return board;
  },
  'old contents': async () => {
    const board = await putBoard({ backend: failingLater(SAMPLE_IDEAS, 'timeout') });
    await says(board, 'Rückruf');
    board.refresh();
    await says(board, 'Stand:');
    return board;
  },
  'more to come': async () => {
    const board = await putBoard({ backend: ideasOf(manyIdeas(60)) });
    await control(board, 'Mehr anzeigen');
    return board;
  },
  'in English': async () => {
    document.documentElement.lang = 'en';
    const board = await putBoard();
    await says(board, 'Looking for support');
    return board;
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

/** Elements that reach beyond the column, apart from what is hidden for eyes. */
function overflowing(root: Element): string[] {
  const { right } = root.getBoundingClientRect();
  return all(root, '*')
    .filter((element) => isShown(element) && !element.closest('.visually-hidden, .columns, svg, dialog'))
    .filter((element) => element.getBoundingClientRect().right > right + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}

describe('<vr-idea-board> for everybody', () => {
  // A dialog that is still rising is paler than it will be.
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));
  afterEach(async () => {
    clearBoards();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none', media: 'screen', reducedMotion: 'no-preference' });
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, put] of Object.entries(STATES)) {
    it(`has nothing that axe objects to: ${name}`, async () => {
      const board = await put();
      await expect(board).to.be.accessible();
    });
  }

  it('has nothing that axe objects to in the dark', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const board = await putBoard({ attributes: 'theme="dark" surface="card"', width: 1200 });
    await appears(board, '[name=org]');
    await expect(board).to.be.accessible();
  });

  for (const view of ['list', 'board']) {
    it(`keeps within 320 px: ${view}`, async () => {
      await setViewport({ width: 320, height: 700 });
      const board = await putBoard({ attributes: `view="${view}"`, width: 320, backend: moderated() });
      await waitUntil(() => titles(board).length > 0, 'ideas');
      await appears(board, '[type=search]');
      (await control(board, 'Filter')).click();
      await board.updateComplete;
      expect(overflowing(board)).to.deep.equal([]);
    });
  }

  it('prints the whole list and no controls, also from the board', async () => {
    const board = await putBoard({ attributes: 'view="board"', backend: ideasOf(SAMPLE_IDEAS) });
    await appears(board, '.card');
    dispatchEvent(new CustomEvent('beforeprint'));
    await board.updateComplete;
    await emulateMedia({ media: 'print' });
    await waitUntil(() => titles(board).length === SAMPLE_IDEAS.length, 'all ideas');
    expect(all(board, 'button, input, select').filter(isShown)).to.deep.equal([]);
    dispatchEvent(new CustomEvent('afterprint'));
  });

  it('is said by a screen reader: what it is, the ways to narrow it, then idea by idea', async () => {
    const board = await putBoard({ width: 1200 });
    await appears(board, '[name=org]');
    const spoken = await transcript(board);
    let at = 0;
    for (const phrase of [
      /^group, Ideen/,
      /heading, Ideen, level 2/,
      /button, Liste, pressed/,
      /button, Tafel, not pressed/,
      /^search, Ideen filtern/,
      /searchbox, Ideen durchsuchen/,
      /combobox/,
      /^group, Stand/,
      /checkbox, Eingereicht \(1\), not checked/,
      /11 Ideen/,
      /^list/,
      /listitem.*position 1, set size 11/,
      /Wird ausprobiert/,
      /Stadt Brückfurt/,
      /heading, Formulare mit Bürgerinnen testen, bevor sie online gehen, level 3/,
      /3 Verwaltungen haben dasselbe Problem · 2 Hilfen gesucht: Recht, Testort/,
    ]) {
      const found = spoken.findIndex((text, index) => index >= at && phrase.test(text));
      expect(found, `${phrase} after "${spoken[at - 1]}" in:\n${spoken.slice(at, at + 40).join('\n')}`).to.be.at.least(
        0,
      );
      at = found + 1;
    }
  });
});
