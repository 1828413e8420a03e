import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import { icon, ICONS } from '../shared/icons.ts';
import type { CalendarView } from './calendar-place.ts';

export interface ToolbarContext {
  readonly words: CalendarMessages;
  readonly title: string;
  readonly headingLevel: number;
  readonly view: CalendarView;
  /** Views to choose between. */
  readonly views: readonly CalendarView[];
  readonly onStep: (direction: 1 | -1) => void;
  readonly onToday: () => void;
  readonly onView: (view: CalendarView) => void;
  /** The way to any date. */
  readonly jump: TemplateResult | typeof nothing;
}

/** What is shown, the way to other times, and the choice of view. */
export function renderToolbar(context: ToolbarContext): TemplateResult {
  const { words, view } = context;
  const { calendar } = words;
  return html`<div class="toolbar" part="toolbar">
    <div class="heading" role="heading" aria-level=${context.headingLevel}>${context.title}</div>
    ${view === 'program' ? nothing : renderSteps(context)}
    <div class="views" role="group" aria-label=${calendar.view}>
      ${context.views.map(
        (name) =>
          html`<button type="button" class="button" aria-pressed=${name === view} @click=${() => context.onView(name)}>
            ${calendar.views[name]}
          </button>`,
      )}
    </div>
  </div>`;
}

function renderSteps({ words: { calendar }, view, onStep, onToday, jump }: ToolbarContext): TemplateResult {
  const step = (direction: 1 | -1): TemplateResult =>
    html`<button
      type="button"
      class="button icon"
      aria-label=${calendar.steps[view][direction < 0 ? 0 : 1]}
      @click=${() => onStep(direction)}
    >
      <span class="mirrored">${icon(direction < 0 ? ICONS.previous : ICONS.next)}</span>
    </button>`;
  return html`<div class="steps">
    ${step(-1)}
    <button type="button" class="button" @click=${onToday}>${calendar.today}</button>
    ${step(1)} ${jump}
  </div>`;
}
