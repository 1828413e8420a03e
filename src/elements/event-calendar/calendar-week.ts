import './vr-event-week.define.ts';
import { html, type TemplateResult } from 'lit';
import type { BodyContext } from './calendar-body.ts';

/** The week that the reader stands in, by day and hour. */
export const renderWeek = (context: BodyContext): TemplateResult =>
  html`<vr-event-week
    .date=${context.date}
    .today=${context.today}
    .placed=${context.placed}
    .sources=${context.sources}
    .firstDay=${context.firstDay}
    .label=${context.title}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .words=${context.words}
    @vr-event-select=${context.onSelect}
    @vr-day-select=${context.onDay}
  ></vr-event-week>`;
