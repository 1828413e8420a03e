import './vr-event-agenda.define.ts';
import { html, type TemplateResult } from 'lit';
import { eventsOfDay } from '../../model/event-days.ts';
import { toEpochDay } from '../../model/plain-date.ts';
import type { BodyContext } from './calendar-body.ts';
import type { VrEventsMoreEvent } from './more-event.ts';
import { inDays } from './placed-events.ts';

/** The events as a list through the months. */
export function renderList(context: BodyContext): TemplateResult {
  const { onLater, onEarlier } = context;
  return html`<vr-event-agenda
    .placed=${context.placed}
    .from=${toEpochDay(context.from)}
    .start=${toEpochDay(context.shown.from)}
    .limit=${context.limit}
    .complete=${context.complete}
    .more=${onLater !== undefined}
    .earlier=${onEarlier !== undefined}
    .months=${context.endless}
    .headingLevel=${context.headingLevel}
    .today=${context.today}
    .sources=${context.sources}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .words=${context.words}
    @vr-event-select=${context.onSelect}
    @vr-events-more=${({ detail }: VrEventsMoreEvent) => (detail.earlier ? onEarlier?.() : onLater?.())}
  ></vr-event-agenda>`;
}

/** The events of the days that are shown: of one day, or of a week in a narrow column. */
export function renderDays(context: BodyContext): TemplateResult {
  const placed = inDays(context.placed, context.shown);
  return renderList({
    ...context,
    placed,
    from: context.shown.from,
    endless: false,
    onLater: undefined,
    onEarlier: undefined,
  });
}

/** The events of the day that the reader stands on, below a narrow month. */
export function renderDay(context: BodyContext): TemplateResult {
  const placed = eventsOfDay(context.placed, toEpochDay(context.date));
  if (placed.length === 0) return html`<p class="quiet">${context.words.calendar.dayEmpty}</p>`;
  const shown = { ...context.shown, from: context.date };
  return renderList({
    ...context,
    placed,
    shown,
    from: context.date,
    endless: false,
    onLater: undefined,
    onEarlier: undefined,
  });
}
