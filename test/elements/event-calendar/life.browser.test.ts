import { expect, nextFrame } from '@open-wc/testing';
import type { Backend, EventsQuery } from '../../../src/backend/ports.ts';
import { backendOf } from '../../../stories/event-calendar/sample-backends.ts';
import { FULL_EVENT, SAMPLE_EVENTS } from '../../../stories/event-calendar/sample-events.ts';
import { watchWarnings, type ConsoleWatch } from '../../support/console-watch.ts';
import { all, byName, isShown, one, textOf } from '../support/deep.ts';
import { press } from '../support/keys.ts';
import {
  clearStage,
  openDialog,
  putCalendar,
  putReadyCalendar,
  putStage,
  says,
  settled,
  stopClock,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const LINK = `#vr-event=${encodeURIComponent(FULL_EVENT.uid)}`;

/** Counts the questions, and which of them were called off. */
function counting(): { backend: Backend; asked: EventsQuery[]; signals: (AbortSignal | undefined)[] } {
  const asked: EventsQuery[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const { events } = backendOf(SAMPLE_EVENTS);
  return {
    asked,
    signals,
    backend: {
      events: {
        list: (query, options) => {
          asked.push(query);
          signals.push(options?.signal);
          return events!.list(query, options);
        },
      },
    },
  };
}

describe("<vr-event-calendar>'s life on a page", () => {
  let watch: ConsoleWatch;
  beforeEach(() => {
    stopClock();
    watch = watchWarnings();
  });
  afterEach(() => {
    watch.restore();
    clearStage();
  });

  it('moves to another place without asking anew or forgetting where the reader was', async () => {
    const { backend, asked } = counting();
    const calendar = await putReadyCalendar({ backend });
    byName(calendar, 'Nächster Monat').click();
    await says(calendar, 'Frühlingstreffen');
    const before = asked.length;
    const elsewhere = putStage('');
    elsewhere.append(calendar);
    await nextFrame();
    await settled(calendar);
    expect(textOf(calendar)).to.contain('April 2026').and.to.contain('Frühlingstreffen');
    expect(asked.length).to.equal(before);
  });

  it('calls off its question when it is taken away, and asks again when it comes back', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const list: NonNullable<Backend['events']>['list'] = (_, options) => {
      signals.push(options?.signal);
      return new Promise(() => undefined);
    };
    const calendar = await putCalendar({ backend: { events: { list } } });
    await waitUntil(() => signals.length === 1);
    const place = calendar.parentElement!;
    calendar.remove();
    await nextFrame();
    expect(signals[0]?.aborted).to.equal(true);
    place.append(calendar);
    await waitUntil(() => signals.length === 2);
    expect(signals[1]?.aborted).to.equal(false);
  });

  it('goes on in a document that adopts it', async () => {
    const frame = document.createElement('iframe');
    putStage('').append(frame);
    const calendar = await putReadyCalendar();
    const home = calendar.parentElement!;
    frame.style.inlineSize = '900px';
    frame.contentDocument!.body.append(calendar);
    await waitUntil(() => all(calendar, 'vr-filter-bar').length > 0 && !calendar.isUpdatePending);
    byName(calendar, 'Nächster Monat').click();
    await waitUntil(() => one(calendar, '[role=grid]').getAttribute('aria-label') === 'April 2026');
    await waitUntil(() => all(calendar, '.event').some((event) => event.textContent?.includes('Frühlingstreffen')));
    const isDressed = (): boolean => {
      const week = one(calendar, '.week');
      return week.ownerDocument.defaultView!.getComputedStyle(week).display === 'grid';
    };
    expect(isDressed()).to.equal(true);
    home.append(calendar);
    await settled(calendar);
    await says(calendar, 'April 2026');
    expect(isDressed()).to.equal(true);
  });

  it('leaves no listeners behind when it is gone', async () => {
    const calendar = await putReadyCalendar();
    calendar.remove();
    await nextFrame();
    dispatchEvent(new CustomEvent('beforeprint'));
    dispatchEvent(new CustomEvent('hashchange'));
    dispatchEvent(new CustomEvent('online'));
    await nextFrame();
    expect(calendar.isUpdatePending).to.equal(false);
    expect(watch.warnings).to.deep.equal([]);
  });

  it('is built by createElement, with properties before and after it stands on the page', async () => {
    const calendar = document.createElement('vr-event-calendar');
    calendar.date = '2026-03-12';
    calendar.loading = 'eager';
    calendar.backend = backendOf(SAMPLE_EVENTS);
    putStage('').append(calendar);
    await says(calendar, 'Feierabendtreff');
  });

  it('asks nothing as long as the reader is far away', async () => {
    const { backend, asked } = counting();
    const stage = putStage(
      '<p style="block-size: 6000px"></p><vr-event-calendar date="2026-03-12"></vr-event-calendar>',
    );
    const calendar = stage.querySelector('vr-event-calendar')!;
    calendar.backend = backend;
    await nextFrame();
    await nextFrame();
    expect(asked).to.deep.equal([]);
    calendar.scrollIntoView();
    await says(calendar, 'Feierabendtreff');
    expect(asked).to.have.length(1);
    window.scrollTo(0, 0);
  });

  it('takes another backend and shows its events alone', async () => {
    const calendar = await putReadyCalendar();
    calendar.backend = backendOf([{ ...FULL_EVENT, title: 'Aus anderer Quelle' }]);
    await says(calendar, 'Aus anderer Quelle');
    expect(textOf(calendar)).not.to.contain('Feierabendtreff');
  });

  describe('links', () => {
    it('writes the open event into the address, and takes it out again', async () => {
      const calendar = await putReadyCalendar();
      byName(calendar, /Werkstatt/).click();
      await openDialog(calendar);
      expect(location.hash).to.equal(`${LINK}&vr-date=${encodeURIComponent(FULL_EVENT.recurrenceId!)}`);
      await press('Escape');
      await waitUntil(() => location.hash === '');
    });

    it('leaves a fragment of the page alone', async () => {
      history.replaceState(null, '', '#kapitel-2');
      const calendar = await putReadyCalendar();
      byName(calendar, /Werkstatt/).click();
      await openDialog(calendar);
      expect(location.hash).to.equal('#kapitel-2');
      await press('Escape');
      await waitUntil(() => all(calendar, 'dialog[open]').length === 0);
      expect(location.hash).to.equal('#kapitel-2');
    });

    it('opens the event that the address names, in its month', async () => {
      history.replaceState(null, '', LINK);
      const calendar = await putReadyCalendar({ attributes: 'date="2026-01-01"' });
      const dialog = await openDialog(calendar);
      expect(dialog.getAttribute('aria-label')).to.equal(FULL_EVENT.title);
      expect(textOf(one(calendar, '.toolbar'))).to.contain('März 2026');
    });

    it('opens it in the first calendar of the page, not in a column beside the contents', async () => {
      history.replaceState(null, '', LINK);
      const stage = putStage(
        '<vr-event-calendar loading="eager" view="agenda" without-controls></vr-event-calendar>'.concat(
          '<vr-event-calendar loading="eager" date="2026-03-12"></vr-event-calendar>',
        ),
      );
      const [column, calendar] = [...stage.querySelectorAll('vr-event-calendar')];
      for (const each of [column!, calendar!]) each.backend = backendOf(SAMPLE_EVENTS);
      await openDialog(calendar!);
      expect(all(column!, 'dialog[open]')).to.have.length(0);
    });

    it('opens nothing for an event that is not there, and survives an address that is none', async () => {
      for (const hash of ['#vr-event=gibt-es-nicht', '#vr-event=%E0%A4%A']) {
        history.replaceState(null, '', hash);
        const calendar = await putReadyCalendar();
        await nextFrame();
        expect(all(calendar, 'dialog[open]')).to.have.length(0);
        calendar.remove();
      }
    });

    it('follows a link on the page to an event', async () => {
      const calendar = await putReadyCalendar();
      location.hash = LINK;
      const dialog = await openDialog(calendar);
      expect(dialog.getAttribute('aria-label')).to.equal(FULL_EVENT.title);
      expect(isShown(dialog)).to.equal(true);
    });
  });
});
