import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { Backend, IdeasQuery } from '../../../src/backend/ports.ts';
import type { Idea } from '../../../src/model/idea.ts';
import { accountOf, failing, ideasOf, readOnly } from '../../../stories/idea-board/sample-backend.ts';
import { manyIdeas, movableIdeas, SAMPLE_IDEAS } from '../../../stories/idea-board/sample-ideas.ts';
import { all, byName, focused, isShown, one, textOf, weight } from '../support/deep.ts';
import { press } from '../support/keys.ts';
import { announced, appears, clearBoards, control, putBoard, says, titles } from './support/board-stage.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Types into a field as a reader does, letter by letter. */
function type(field: HTMLElement, text: string): void {
  const input = field as HTMLInputElement;
  for (let end = 1; end <= text.length; end++) {
    input.value = text.slice(0, end);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

/** A backend that tells what it was asked. */
function watched(backend: Backend): Backend & { readonly asked: IdeasQuery[] } {
  const asked: IdeasQuery[] = [];
  const { ideas } = backend;
  const list: NonNullable<Backend['ideas']>['list'] = (query, options) => {
    asked.push(query);
    return ideas!.list(query, options);
  };
  return { ...backend, ideas: { ...ideas, list }, asked };
}

describe('<vr-idea-board>', () => {
  afterEach(clearBoards);

  it('shows what is sought and who has the same problem', async () => {
    const board = await putBoard();
    await says(board, '3 Verwaltungen haben dasselbe Problem · 2 Hilfen gesucht: Recht, Testort');
    expect(textOf(board)).to.contain('Von Ihnen: Haben wir auch');
    expect(titles(board)[0]).to.equal('Formulare mit Bürgerinnen testen, bevor sie online gehen');
  });

  it('searches a moment after the last letter, tells the number, and marks the words', async () => {
    const backend = watched(ideasOf(SAMPLE_IDEAS));
    const board = await putBoard({ backend });
    const field = await appears(board, '[type=search]');
    const before = backend.asked.length;
    type(field, 'Bescheide');
    await waitUntil(() => announced(board) === '1 Idee gefunden', 'tells the number');
    expect(backend.asked.slice(before).map(({ q }) => q)).to.deep.equal(['Bescheide']);
    expect(all(board, 'mark').map((mark) => mark.textContent)).to.include('Bescheide');
    (await control(board, 'Filter zurücksetzen')).click();
    await waitUntil(() => titles(board).length === SAMPLE_IDEAS.length, 'all again');
    expect(focused()?.getAttribute('type')).to.equal('search');
  });

  it('narrows by what is checked, and disables what no idea has', async () => {
    const board = await putBoard({ width: 1200 });
    const auental = await appears(board, '[name=org][value=auental]');
    auental.click();
    await waitUntil(() => announced(board) === '3 Ideen gefunden', `tells the number, not ${announced(board)}`);
    const open = one<HTMLInputElement>(board, '[name=stage][value=open]');
    expect(open.disabled).to.equal(true);
    expect(open.closest('label')?.textContent).to.match(/Sucht Unterstützung \(0\)/);
  });

  it('says that a choice has no ideas, and leads out of it', async () => {
    const board = await putBoard();
    type(await appears(board, '[type=search]'), 'Raumfahrt');
    await says(board, 'Zu dieser Auswahl gibt es keine Ideen.');
    byName(one(board, '.content'), 'Filter zurücksetzen').click();
    await waitUntil(() => titles(board).length === SAMPLE_IDEAS.length, 'all again');
  });

  it('opens an idea in the place of the list and gives the focus back', async () => {
    const board = await putBoard();
    await says(board, 'Rückruf');
    all(board, '[data-open=ruecknahme]')[0]?.click();
    const back = await control(board, 'Zurück zu den Ideen');
    expect(location.hash).to.equal('#vr-idea=ruecknahme');
    expect(titles(board)).to.deep.equal([]);
    expect(focused()?.getAttribute('aria-label')).to.equal('Rückruf statt Warteschleife');
    back.click();
    await waitUntil(() => focused()?.dataset['open'] === 'ruecknahme', 'focus on its title');
    expect(location.hash).to.equal('');
  });

  it('leaves an idea to a page that shows it in its own way', async () => {
    const board = await putBoard();
    await says(board, 'Rückruf');
    let wanted = '';
    board.addEventListener('vr-idea-open', (event) => {
      event.preventDefault();
      wanted = event.detail.id;
    });
    all(board, '[data-open=ruecknahme]')[0]?.click();
    expect(wanted).to.equal('ruecknahme');
    await board.updateComplete;
    expect(titles(board)).to.have.length(SAMPLE_IDEAS.length);
  });

  it('follows the address of the page, also back', async () => {
    history.replaceState(null, '', '#vr-idea=formulare');
    const board = await putBoard();
    await control(board, 'Zurück zu den Ideen');
    await says(board, 'Formulare mit Bürgerinnen');
    location.hash = '';
    await waitUntil(() => titles(board).length === SAMPLE_IDEAS.length, 'the list again');
  });

  it('says when a linked idea is not to be seen', async () => {
    history.replaceState(null, '', '#vr-idea=keine');
    const board = await putBoard();
    await says(board, 'Diese Idee ist hier nicht zu sehen.');
  });

  it('draws a part of 5,000 ideas, and all of what is shown for paper', async () => {
    const board = await putBoard({ backend: ideasOf(manyIdeas(5000)), attributes: 'limit="50"' });
    await says(board, '5.000 Ideen');
    for (let round = 1; round <= 4; round++) {
      byName(board, 'Mehr anzeigen').click();
      await waitUntil(
        () => (one(board, 'vr-idea-list') as unknown as { ideas: unknown[] }).ideas.length >= 50 * (round + 1),
        'more',
      );
      await board.updateComplete;
    }
    expect(weight(board)).to.be.below(1500);
    dispatchEvent(new CustomEvent('beforeprint'));
    await board.updateComplete;
    await waitUntil(() => all(board, '[data-open]').length >= 250, 'whole list');
    dispatchEvent(new CustomEvent('afterprint'));
  });

  it('carries 5,000 ideas on the board within 1,500 elements', async () => {
    const board = await putBoard({ backend: ideasOf(manyIdeas(5000)), attributes: 'view="board"', width: 1200 });
    await waitUntil(() => all(board, '.card').length >= 60, 'columns fill');
    expect(weight(board)).to.be.below(1500);
  });

  it('goes on at the first new idea after "Mehr anzeigen"', async () => {
    const ideas = manyIdeas(45);
    const board = await putBoard({ backend: ideasOf(ideas) });
    await says(board, '45 Ideen');
    byName(board, 'Mehr anzeigen').click();
    await waitUntil(() => focused()?.textContent?.includes('(21)') === true, `focus, not ${focused()?.textContent}`);
  });

  describe('by stage', () => {
    const putColumns = (backend: Backend = ideasOf(movableIdeas()), width = 1200): ReturnType<typeof putBoard> =>
      putBoard({ backend, attributes: 'view="board"', width });

    it('has a column for each stage of the way, with heading and number', async () => {
      const board = await putColumns();
      await appears(board, '.column');
      const heads = all(board, '.column > .head').map(textOf);
      expect(heads).to.have.length(8);
      expect(heads[1]).to.equal('Sucht Unterstützung 2');
      (await appears(board, '.side input')).click();
      await waitUntil(() => all(board, '.column').length === 10, 'two beside the way');
    });

    it('moves a card by keyboard, tells it, and keeps the focus with the card', async () => {
      const board = await putColumns();
      const move = await control(board, '„Schadensmeldung direkt vom Bauhof-Fahrzeug“ verschieben nach …');
      move.focus();
      await press('Enter');
      await waitUntil(() => all(board, '.to').length === 2, 'where to');
      await press('Escape');
      await waitUntil(() => all(board, '.to').length === 0 && focused() === move, 'closes');
      await press('Enter');
      (await control(one(board, '[data-idea=bauhof-tablet]'), 'Sucht Unterstützung')).focus();
      await press('Enter');
      await waitUntil(
        () => announced(board) === '„Schadensmeldung direkt vom Bauhof-Fahrzeug“ ist jetzt in: Sucht Unterstützung',
        `is told, not "${announced(board)}"`,
      );
      expect(one(board, '[data-idea=bauhof-tablet]').closest<HTMLElement>('.column')?.dataset['stage']).to.equal(
        'open',
      );
      await waitUntil(() => focused()?.dataset['open'] === 'bauhof-tablet', 'focus on the card');
    });

    it('gives the focus back to the card when a form is left', async () => {
      const board = await putColumns();
      (await control(board, /„Rückruf/)).click();
      (await control(one(board, '[data-idea=ruecknahme]'), 'Ruht')).click();
      await appears(board, 'textarea');
      (await control(one(board, 'vr-idea-step'), 'Abbrechen')).click();
      await waitUntil(
        () => focused()?.closest<HTMLElement>('[data-idea]')?.dataset['idea'] === 'ruecknahme',
        'focus on the card',
      );
    });

    it('puts a card back where it was when the step is refused, and says why', async () => {
      const backend = ideasOf(movableIdeas());
      backend.ideas.transition = () => Promise.reject(new BackendError('conflict', 'Planned'));
      const board = await putColumns(backend);
      (await control(board, /„Schadensmeldung/)).click();
      (await control(one(board, '[data-idea=bauhof-tablet]'), 'Sucht Unterstützung')).click();
      await waitUntil(() => announced(board).includes('bleibt, wo es war. Jemand anderes'), 'tells why');
      expect(one(board, '[data-idea=bauhof-tablet]').closest<HTMLElement>('.column')?.dataset['stage']).to.equal(
        'submitted',
      );
    });

    it('asks for what a step needs', async () => {
      const board = await putColumns();
      (await control(board, /„Rückruf/)).click();
      (await control(one(board, '[data-idea=ruecknahme]'), 'Ruht')).click();
      const dialog = await appears(board, 'dialog[open]');
      await says(dialog, 'Nächster Stand: Ruht');
      await appears(board, 'textarea');
    });

    it('moves a card by dragging it over a column that it may go to', async () => {
      const board = await putColumns();
      const card = await appears(board, '[data-idea=bauhof-tablet]');
      const dataTransfer = new DataTransfer();
      const drag = (type: string, target: Element): boolean =>
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
      drag('dragstart', card);
      await waitUntil(() => all(board, '.column.open').length === 1, 'shows where');
      const column = one(board, '.column[data-stage=open]');
      expect(drag('dragover', one(board, '.column[data-stage=trying]'))).to.equal(true);
      expect(drag('dragover', column)).to.equal(false);
      drag('drop', column);
      await waitUntil(() => announced(board).includes('ist jetzt in'), 'is told');
    });

    it('shows one stage at a time in a narrow column, without scrolling sideways', async () => {
      const board = await putColumns(ideasOf(movableIdeas()), 320);
      const stage = (await appears(board, '.choice select')) as HTMLSelectElement;
      stage.value = 'open';
      stage.dispatchEvent(new CustomEvent('change', { bubbles: true }));
      await waitUntil(() => titles(board).length === 2, 'two open ideas');
      expect(board.scrollWidth).to.be.at.most(320);
    });

    it('cannot move anything in a source that is only read', async () => {
      const board = await putColumns(readOnly(SAMPLE_IDEAS));
      await appears(board, '.card');
      expect(all(board, '.move')).to.have.length(0);
    });
  });

  describe('for those who are signed in', () => {
    it('offers to sign in, and asks anew afterwards', async () => {
      const backend = watched(ideasOf(SAMPLE_IDEAS));
      const board = await putBoard({ backend: { ...backend, account: accountOf(undefined) } });
      const before = backend.asked.length;
      (await control(board, 'Einloggen')).click();
      await says(board, 'Meine Ideen');
      expect(backend.asked.length).to.be.above(before);
    });

    it('shows moderators what waits for them, and why', async () => {
      const board = await putBoard({ backend: { ...ideasOf(SAMPLE_IDEAS), account: accountOf('moderator') } });
      (await control(board, 'Zu prüfen (3)')).click();
      await says(board, 'Neu: wartet auf Freigabe');
      expect(textOf(board)).to.contain('2 Meldungen').and.to.contain('Kommentar wartet auf Freigabe');
    });

    it('has no queue for members', async () => {
      const board = await putBoard({ backend: { ...ideasOf(SAMPLE_IDEAS), account: accountOf('member') } });
      await says(board, 'Meine Ideen');
      expect(textOf(board)).not.to.contain('Zu prüfen');
    });

    it('tells what is new, marks it as read, and opens its idea', async () => {
      const board = await putBoard({ backend: { ...ideasOf(SAMPLE_IDEAS), account: accountOf('member') } });
      const news = await control(board, 'Neu für Sie, 2 ungelesene Nachrichten');
      news.click();
      const item = await control(board, /Mirja Feldweg bietet Hilfe für/);
      item.click();
      await control(board, 'Zurück zu den Ideen');
      await waitUntil(() => all(board, 'dialog[open]').length === 0, 'dialog closes');
      await control(board, 'Neu für Sie, 1 ungelesene Nachricht');
    });

    it('opens what is new where a mail leads to it', async () => {
      history.replaceState(null, '', '#vr-notifications');
      const board = await putBoard({ backend: { ...ideasOf(SAMPLE_IDEAS), account: accountOf('member') } });
      await control(board, 'Benachrichtigungen einstellen');
      expect(titles(board)).to.have.length(SAMPLE_IDEAS.length);
    });

    it('lets each kind of news be switched', async () => {
      const board = await putBoard({ backend: { ...ideasOf(SAMPLE_IDEAS), account: accountOf('member') } });
      (await control(board, /Neu für Sie/)).click();
      (await control(board, 'Benachrichtigungen einstellen')).click();
      const support = (await appears(board, '[name=kind][value=support]')) as HTMLInputElement;
      expect(support.checked).to.equal(false);
      support.click();
      await says(board, 'Die Einstellungen sind gespeichert.');
    });
  });

  it('tells of new ideas without moving what is read', async () => {
    let ideas: readonly Idea[] = SAMPLE_IDEAS.slice(1);
    const backend: Backend = { ideas: { list: async (query, options) => ideasOf(ideas).ideas.list(query, options) } };
    const board = await putBoard({ backend });
    await says(board, 'Rückruf');
    const first = titles(board)[0];
    ideas = SAMPLE_IDEAS;
    board.refresh();
    const fresh = await control(board, '1 neue Idee anzeigen');
    expect(titles(board)[0]).to.equal(first);
    fresh.click();
    await waitUntil(() => focused()?.dataset['open'] === 'formulare', 'focus on the first');
  });

  it('says what is wrong and tries again', async () => {
    const board = await putBoard({ backend: failing('denied') });
    await says(board, 'Diese Inhalte sind nur eingeloggt zu sehen.');
    await control(board, 'Erneut versuchen');
  });

  it('shows the link of the editor while there is no source', async () => {
    const board = await putBoard({ backend: null });
    expect(textOf(board)).to.equal('Zu den Ideen');
  });

  it('keeps to what the attributes name, and does not offer it again', async () => {
    const board = await putBoard({ attributes: 'stage="open trying" topic="digital"', width: 1200 });
    await waitUntil(() => titles(board).length === 3, 'three ideas');
    await appears(board, '[name=org]');
    expect(all(board, '[name=stage]').filter(isShown)).to.have.length(0);
  });
});
