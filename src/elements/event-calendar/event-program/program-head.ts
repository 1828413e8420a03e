import { html, nothing, type TemplateResult } from 'lit';
import type { PlainDate } from '../../../model/plain-date.ts';
import { timedSessions, type GridDay } from '../../../model/session-grid.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { shortDay } from '../../../i18n/date-words.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import { dayName, type ProgramContext } from './program-context.ts';
import { PROGRAM_ICONS } from './program-icons.ts';

/** All sessions, or those of the reader's own programme. */
export type ShownSessions = 'all' | 'own';

export interface BarContext {
  readonly headingLevel: number;
  readonly shown: ShownSessions;
  readonly onShow: (shown: ShownSessions) => void;
  readonly mayArrange: boolean;
  readonly onArrange: () => void;
  /** Saves or prints what is shown. */
  readonly onTake: (how: 'save' | 'print') => void;
}

/** What it is, which sessions of it are shown, and what can be done with it as a whole. */
export function renderBar(context: ProgramContext, bar: BarContext): TemplateResult {
  const { words, own, program, arranging, printing } = context;
  const { program: says, arrange } = words;
  const hasSessions = timedSessions(program.sessions).length > 0;
  const shownOwn = bar.shown === 'own';
  return html`<div class="bar">
    <div class="heading" id="heading" tabindex="-1" role="heading" aria-level=${bar.headingLevel}>${says.title}</div>
    ${
      printing
        ? nothing
        : html`${
            hasSessions && !arranging
              ? html`<div class="views" role="group" aria-label=${says.show}>
                  ${(['all', 'own'] as const).map(
                    (shown) =>
                      html`<button
                        type="button"
                        class="button"
                        aria-pressed=${bar.shown === shown ? 'true' : 'false'}
                        @click=${() => bar.onShow(shown)}
                      >
                        ${shown === 'all' ? says.all : says.own(ownCount(context))}
                      </button>`,
                  )}
                </div>`
              : nothing
          }
          <div class="take">
            ${
              hasSessions && !arranging && (!shownOwn || own.ids.length > 0)
                ? html`<button type="button" class="button quiet" @click=${() => bar.onTake('save')}>
                      ${icon(ICONS.save)} ${shownOwn ? says.saveOwn : says.saveAll}
                    </button>
                    <button type="button" class="button quiet" @click=${() => bar.onTake('print')}>
                      ${icon(PROGRAM_ICONS.print)} ${shownOwn ? says.printOwn : says.printAll}
                    </button>`
                : nothing
            }
            ${
              bar.mayArrange
                ? html`<button type="button" class="button" id="arrange" aria-pressed=${arranging ? 'true' : 'false'} @click=${bar.onArrange}>
                    ${icon(PROGRAM_ICONS.place)} ${arrange.begin}
                  </button>`
                : nothing
            }
          </div>`
    }
  </div>`;
}

/** Sessions of the reader's own programme that are still on the plan. */
const ownCount = ({ program, own }: ProgramContext): number =>
  timedSessions(program.sessions).filter(({ session }) => own.has(session.id)).length;

/** One day at a time, behind tabs; all of them on paper. */
export function renderDays(
  context: ProgramContext,
  shown: GridDay,
  plan: (grid: GridDay) => TemplateResult,
  onDay: (day: PlainDate) => void,
): TemplateResult {
  const { days, words, level, printing } = context;
  if (printing || days.length === 1) {
    return html`${days.map(
      (grid) =>
        html`<div class="day">
          <div class="subtitle" role="heading" aria-level=${level}>${dayName(grid.day, context)}</div>
          ${plan(grid)}
        </div>`,
    )}`;
  }
  const onKeydown = (event: KeyboardEvent): void => {
    const at = days.indexOf(shown);
    const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1, Home: -at, End: days.length - 1 - at }[
      event.key
    ];
    const next = step === undefined ? undefined : days[(at + step + days.length) % days.length];
    if (!next) return;
    event.preventDefault();
    onDay(next.day);
    (event.currentTarget as Element).querySelector<HTMLElement>(`#day-${next.day}`)?.focus();
  };
  return html`<div class="days" role="tablist" aria-label=${words.program.days} @keydown=${onKeydown}>
      ${days.map(({ day }) => {
        const selected = day === shown.day;
        return html`<button
          type="button"
          role="tab"
          id="day-${day}"
          aria-selected=${selected ? 'true' : 'false'}
          aria-controls="plan"
          tabindex=${selected ? 0 : -1}
          @click=${() => onDay(day)}
        >
          ${shortDay(context.locale, day)}${isToday(day, context) ? html` <span class="badge">${words.program.today}</span>` : nothing}
        </button>`;
      })}
    </div>
    <div id="plan" class="day" role="tabpanel" aria-labelledby="day-${shown.day}">${plan(shown)}</div>`;
}

const isToday = (day: PlainDate, { now, timeZone }: ProgramContext): boolean => plainDateAt(timeZone, now) === day;

/** Where the reader's own programme is kept, what is wrong with it, and how to be rid of it. */
export function renderKept(context: ProgramContext): TemplateResult {
  const { own, words, clashes, program } = context;
  const { program: says } = words;
  const clear = (): void => {
    own.clear();
    program.say(says.forgot);
  };
  return html`${
    clashes.size > 0
      ? html`<p class="clash">${icon(ICONS.warning)} <span>${says.clashes(clashes.size)}</span></p>`
      : nothing
  }
    <p class="quiet">
      ${says.kept[own.refused ? 'refused' : own.kind]}
      ${own.ids.length > 0 ? html`<button type="button" class="link" @click=${clear}>${says.forget}</button>` : nothing}
    </p>`;
}

/** What has just happened, with a way back where there is one. */
export function renderNotice({ program, words }: ProgramContext): TemplateResult | typeof nothing {
  const { notice } = program;
  if (!notice) return nothing;
  const undo = (): void => {
    program.notice = undefined;
    notice.undo?.();
  };
  return html`<p class="notice" data-tone=${notice.tone}>
    <span>${notice.text}</span>
    ${
      notice.undo
        ? html`<button type="button" class="button small" @click=${undo}>
          ${icon(PROGRAM_ICONS.undo)} ${words.arrange.undo}
        </button>`
        : nothing
    }
  </p>`;
}

/** What is shown may be old: says so, with another try. */
export function renderFailed({ program, words }: ProgramContext): TemplateResult | typeof nothing {
  const { error, state } = program;
  if (state !== 'failed' || !error) return nothing;
  return html`<div class="note" role="status">
    <p>${words.failure[error.kind]}</p>
    <button type="button" class="button small" @click=${() => void program.load()}>${words.common.retry}</button>
  </div>`;
}
