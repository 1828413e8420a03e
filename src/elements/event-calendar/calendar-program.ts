import './event-program/vr-event-program.define.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../../i18n/date-words.ts';
import { occurrenceKey, type CalendarEvent } from '../../model/calendar-event.ts';
import type { PlacedEvent } from '../../model/event-days.ts';
import { fromEpochDay, toEpochDay } from '../../model/plain-date.ts';
import type { BodyContext } from './calendar-body.ts';

/** The programme of the camp that runs or comes next, or of the one that was chosen. */
export function renderProgram(context: BodyContext): TemplateResult | typeof nothing {
  const { words, locale, camp: chosen, placed, date, reader } = context;
  const day = toEpochDay(date);
  const camps = placed.filter(({ event }) => event.programme ?? event.sessions?.length);
  const shown =
    camps.find(({ event }) => occurrenceKey(event) === chosen) ??
    camps.find(({ lastDay }) => lastDay >= day) ??
    camps[0];
  if (!shown) return nothing;
  const { event } = shown;
  return html`<div class="camp">
      ${
        camps.length > 1
          ? html`<label>
              <span class="label">${words.calendar.kinds.camp}</span>
              <select @change=${(change: Event) => choose(change, camps, context.onCamp)}>
                ${camps.map(
                  (camp) =>
                    html`<option ?selected=${camp === shown}>
                      ${camp.event.title}, ${shortDay(locale, fromEpochDay(camp.firstDay))}
                    </option>`,
                )}
              </select>
            </label>`
          : html`<div class="subheading" role="heading" aria-level=${context.headingLevel}>${event.title}</div>`
      }
    </div>
    <vr-event-program
      .event=${event}
      .port=${context.port}
      .account=${reader?.account.port}
      .me=${reader?.account.me}
      .storage=${context.storage}
      .headingLevel=${Math.min(6, context.headingLevel + 1)}
      .timeZone=${context.timeZone}
      .locale=${locale}
      .ideaUrl=${context.ideaUrl}
      @vr-event-changed=${context.onChanged}
    ></vr-event-program>`;
}

function choose(change: Event, camps: readonly PlacedEvent[], onCamp: (event: CalendarEvent) => void): void {
  const camp = camps[(change.target as HTMLSelectElement).selectedIndex];
  if (camp) onCamp(camp.event);
}
