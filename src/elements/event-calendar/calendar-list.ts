import './vr-event-agenda.define.ts';
import { html, type TemplateResult } from 'lit';
import { eventsOfDay } from '../../model/event-days.ts';
import { toEpochDay } from '../../model/plain-date.ts';
import type { BodyContext } from './calendar-body.ts';

/** The events as a list. */
export function renderList(context: BodyContext): TemplateResult {
  return html`<vr-event-agenda
    .placed=${context.placed}
    .from=${toEpochDay(context.from)}
    .limit=${context.limit}
    .complete=${context.complete}
    .more=${context.onMore !== undefined}
    .headingLevel=${context.headingLevel}
    .today=${context.today}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .words=${context.words}
    @vr-event-select=${context.onSelect}
    @vr-events-more=${context.onMore}
  ></vr-event-agenda>`;
}

/** The events of the day that the reader stands on, below a narrow month. */
export function renderDay(context: BodyContext): TemplateResult {
  const placed = eventsOfDay(context.placed, toEpochDay(context.date));
  if (placed.length === 0) return html`<p class="quiet">${context.words.calendar.dayEmpty}</p>`;
  return renderList({ ...context, placed, from: context.date, onMore: undefined });
}
