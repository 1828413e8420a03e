import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { CalendarEvent } from '../../../../src/model/calendar-event.ts';
import { ARRANGED, campPort, failingCamp, type Asked } from '../../../../stories/event-calendar/sample-camp.ts';
import { all, byName, focused, one, textOf } from '../../support/deep.ts';
import { press } from '../../support/keys.ts';
import { appears, choose, clearStage, fieldOf, putProgram, says } from './support/program-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const updates = (asked: readonly Asked[]): readonly unknown[] =>
  asked.filter(([method]) => method === 'update').map(([, id, input]) => [id, input]);

const onSpot = (key: string): Promise<void> =>
  waitUntil(() => focused()?.dataset['spot'] === key, `the focus is on ${key}`).catch((error: unknown) => {
    throw new Error(`${String(error)}; it is on ${focused()?.outerHTML}`);
  });

const at = (time: string, room: string): string => `${Date.parse(`2026-03-${time}:00Z`)}|${room}`;

async function chooseFrom(root: Element, label: string, text: string): Promise<void> {
  const select = fieldOf<HTMLSelectElement>(root, label);
  select.value = [...select.options].find((option) => option.textContent?.trim() === text)!.value;
  select.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  await Promise.resolve();
}

describe('arranging the plan of <vr-event-program>', () => {
  afterEach(clearStage);

  it('places a proposal by keyboard alone, tells slot, room and what is in the way, and takes it back', async () => {
    const asked: Asked[] = [];
    const program = await putProgram(ARRANGED, { port: campPort(ARRANGED, asked) });
    const changed: CalendarEvent[] = [];
    program.addEventListener('vr-event-changed', ({ detail }) => changed.push(detail.event));
    byName(program, 'Plan ordnen').focus();
    await press('Enter');
    await waitUntil(() => all(program, '[data-pick=sitzungen]').length > 0);
    one(program, '[data-pick=sitzungen]').focus();
    await press('Enter');
    await onSpot(at('20T11:00', 'Raum Birke'));
    await press('ArrowUp');
    await onSpot(at('20T10:00', 'Raum Birke'));
    await press('ArrowLeft');
    await onSpot(at('20T10:00', 'Raum Ahorn'));
    await says(program, 'Raum Ahorn ist dann belegt durch „Ein Amt ohne Zettel“.');
    await press('ArrowLeft');
    await onSpot(at('20T10:00', 'Saal'));
    await says(program, 'Mara Kestner ist dann schon bei „Bescheide, die man versteht“.');
    await press('Enter');
    await says(program, 'Hier ist schon etwas eingetragen');
    expect(updates(asked)).to.deep.equal([]);
    await waitUntil(() => focused()?.id === 'despite');
    await choose(program, 'Anderen Platz wählen');
    await onSpot(at('20T10:00', 'Saal'));
    await press('End');
    await press('ArrowDown');
    await onSpot(at('20T11:00', 'Raum Birke'));
    await press('PageDown');
    await waitUntil(() => focused()?.dataset['spot']?.startsWith(String(Date.parse('2026-03-21T09:00:00Z'))) === true);
    await press('PageUp');
    await waitUntil(() => focused()?.dataset['spot']?.startsWith(String(Date.parse('2026-03-20'))) !== true);
    one(program, `[data-spot="${at('20T11:00', 'Raum Birke')}"]`).focus();
    await says(program, 'Fr., 20. März 2026, 12:00–12:30 Uhr, Raum Birke: frei');
    await press('Enter');
    await says(program, '„Sitzungen, die enden“ ist eingetragen');
    expect(updates(asked)).to.deep.equal([
      ['sitzungen', { start: '2026-03-20T11:00:00Z', end: '2026-03-20T11:30:00Z', room: 'Raum Birke' }],
    ]);
    expect(changed.at(-1)?.sessions?.find(({ id }) => id === 'sitzungen')?.state).to.equal('scheduled');
    await waitUntil(() => focused()?.dataset['pick'] === 'sitzungen', 'the focus is on the placed session');
    await choose(program, 'Rückgängig');
    await says(program, '„Sitzungen, die enden“ ist wieder bei den Vorschlägen.');
    expect(updates(asked)[1]).to.deep.equal(['sitzungen', { start: null, state: 'proposed' }]);
  });

  it('gives up with Escape and leaves everything as it was', async () => {
    const asked: Asked[] = [];
    const program = await putProgram(ARRANGED, { port: campPort(ARRANGED, asked) });
    await choose(program, 'Plan ordnen');
    await waitUntil(() => all(program, '[data-pick=zettel]').length > 0);
    one(program, '[data-pick=zettel]').click();
    await onSpot(at('20T10:00', 'Raum Ahorn'));
    await press('ArrowRight');
    await press('Escape');
    await says(program, 'Abgebrochen. Es bleibt, wie es war.');
    await waitUntil(() => focused()?.dataset['pick'] === 'zettel');
    expect(asked).to.deep.equal([]);
  });

  it('places by fields, over what is there where the organiser wants it, and back among the proposals', async () => {
    const asked: Asked[] = [];
    const program = await putProgram(ARRANGED, { width: 320, port: campPort(ARRANGED, asked) });
    await choose(program, 'Plan ordnen');
    await waitUntil(() => all(program, '[data-pick=daten]').length > 0);
    one(program, '[data-pick=daten]').click();
    await waitUntil(() => focused()?.id === 'place-when', 'the first field has the focus');
    await chooseFrom(program, 'Wann', 'Fr., 20. März, 11:00–11:45 Uhr');
    await chooseFrom(program, 'Raum', 'Saal');
    await says(program, 'Saal ist dann belegt durch „Bescheide, die man versteht“.');
    await choose(program, 'Eintragen');
    await choose(program, 'Trotzdem eintragen');
    await says(program, '„Offene Daten aus dem Katasteramt“ ist eingetragen');
    expect(updates(asked)).to.deep.equal([
      ['daten', { start: '2026-03-20T10:00:00Z', end: '2026-03-20T10:45:00Z', room: 'Saal', despiteConflicts: true }],
    ]);
    one(program, '[data-pick=daten]').click();
    await choose(program, 'Zurück zu den Vorschlägen');
    await says(program, 'ist wieder bei den Vorschlägen');
    expect(one(program, 'section').scrollWidth).to.be.at.most(320);
  });

  it('places by dragging, and takes that back to where it was', async () => {
    const asked: Asked[] = [];
    const program = await putProgram(ARRANGED, { port: campPort(ARRANGED, asked) });
    await choose(program, 'Plan ordnen');
    const grip = await appears(program, '[data-session=gespraech] .grip');
    grip.scrollIntoView({ block: 'center' });
    const middle = (element: Element): [number, number] => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    };
    const [x, y] = middle(grip);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x + 20, y] });
    const spot = await appears(program, `[data-spot="${at('20T11:00', 'Raum Birke')}"]`);
    spot.scrollIntoView({ block: 'center' });
    await sendMouse({ type: 'move', position: middle(spot) });
    expect(textOf(one(program, '.ghost'))).to.equal('Vom Formular zum Gespräch');
    await sendMouse({ type: 'move', position: middle(spot) });
    await sendMouse({ type: 'up' });
    await says(program, '„Vom Formular zum Gespräch“ ist eingetragen');
    expect(updates(asked)).to.deep.equal([
      ['gespraech', { start: '2026-03-20T11:00:00Z', end: '2026-03-20T11:45:00Z', room: 'Raum Birke' }],
    ]);
    expect(all(program, '.ghost')).to.deep.equal([]);
    await choose(program, 'Rückgängig');
    await waitUntil(() => updates(asked).length === 2);
    expect((updates(asked)[1] as readonly unknown[])[1]).to.include({ room: 'Raum Ahorn', despiteConflicts: true });
  });

  it('asks again where the source knows of something else, and shows both versions where somebody was faster', async () => {
    const asked: Asked[] = [];
    const port = campPort(ARRANGED, asked);
    const program = await putProgram(ARRANGED, { port });
    await choose(program, 'Plan ordnen');
    await waitUntil(() => all(program, '[data-pick=daten]').length > 0);
    port.meddle('zettel', { room: 'Raum Birke' });
    one(program, '[data-pick=daten]').click();
    await onSpot(at('20T10:00', 'Raum Birke'));
    await press('Enter');
    await says(program, 'Raum Birke ist dann belegt durch „Ein Amt ohne Zettel“.');
    await choose(program, 'Anderen Platz wählen');
    await onSpot(at('20T10:00', 'Raum Birke'));
    port.meddle('daten', { title: 'Offene Daten aus zwei Ämtern' });
    await press('ArrowDown');
    await onSpot(at('20T11:00', 'Raum Birke'));
    await press('Enter');
    await says(program, 'Jemand hat diese Session inzwischen geändert');
    await says(program, 'Fr., 20. März 2026, 12:00–12:45 Uhr, Raum Birke');
    await choose(program, 'Meine Fassung speichern');
    await says(program, 'ist eingetragen');
    expect(updates(asked).length).to.equal(3);
  });

  it('keeps the choice where the source does not answer', async () => {
    const program = await putProgram(ARRANGED, { port: failingCamp(ARRANGED, 'offline') });
    await choose(program, 'Plan ordnen');
    await waitUntil(() => all(program, '[data-pick=sitzungen]').length > 0);
    one(program, '[data-pick=sitzungen]').click();
    await onSpot(at('20T11:00', 'Raum Birke'));
    await press('Enter');
    await says(program, 'Das ist noch nicht angekommen');
    expect(textOf(program)).to.contain('12:00–12:30 Uhr, Raum Birke: frei');
  });
});
