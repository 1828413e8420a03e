import { html, type TemplateResult } from 'lit';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import { icon, ICONS } from '../shared/icons.ts';

export const CALENDAR_VIEWS = ['month', 'agenda'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

export interface ToolbarContext {
  readonly words: CalendarMessages;
  readonly title: string;
  readonly headingLevel: number;
  readonly view: CalendarView;
  readonly onStep: (months: 1 | -1) => void;
  readonly onToday: () => void;
  readonly onView: (view: CalendarView) => void;
}

/** What is shown, the way to other times, and the choice of view. */
export function renderToolbar(context: ToolbarContext): TemplateResult {
  const { words, view, onStep, onToday, onView } = context;
  const { calendar } = words;
  const month = view === 'month';
  return html`<div class="toolbar" part="toolbar">
    <div class="heading" role="heading" aria-level=${context.headingLevel}>${context.title}</div>
    <div class="steps">
      <button
        type="button"
        class="button icon"
        aria-label=${month ? calendar.previousMonth : calendar.previousPeriod}
        @click=${() => onStep(-1)}
      >
        <span class="mirrored">${icon(ICONS.previous)}</span>
      </button>
      <button type="button" class="button" @click=${onToday}>${calendar.today}</button>
      <button
        type="button"
        class="button icon"
        aria-label=${month ? calendar.nextMonth : calendar.nextPeriod}
        @click=${() => onStep(1)}
      >
        <span class="mirrored">${icon(ICONS.next)}</span>
      </button>
    </div>
    <div class="views" role="group" aria-label=${calendar.view}>
      ${CALENDAR_VIEWS.map(
        (name) =>
          html`<button type="button" class="button" aria-pressed=${name === view} @click=${() => onView(name)}>
            ${calendar.views[name]}
          </button>`,
      )}
    </div>
  </div>`;
}
