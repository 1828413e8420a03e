import './event-program/vr-event-program.define.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../../i18n/date-words.ts';
import { occurrenceKey, type CalendarEvent } from '../../model/calendar-event.ts';
import type { PlacedEvent } from '../../model/event-days.ts';
import { fromEpochDay, toEpochDay } from '../../model/plain-date.ts';
import type { BodyContext } from './calendar-body.ts';

function campsOf({ placed, date, camp }: BodyContext): {
  readonly camps: readonly PlacedEvent[];
  readonly shown: PlacedEvent | undefined;
} {
  const day = toEpochDay(date);
  const camps = placed.filter(({ event }) => event.programme ?? event.sessions?.length);
  const shown =
    camps.find(({ event }) => occurrenceKey(event) === camp) ?? camps.find(({ lastDay }) => lastDay >= day) ?? camps[0];
  return { camps, shown };
}

/** Name of the camp that is shown. */
export const campTitle = (context: BodyContext): string | undefined => campsOf(context).shown?.event.title;

/** The programme of the camp that runs or comes next, or of the one that was chosen. */
export function renderProgram(context: BodyContext): TemplateResult | typeof nothing {
  const { words, locale, reader } = context;
  const { camps, shown } = campsOf(context);
  if (!shown) return nothing;
  const { event } = shown;
  return html`${
    camps.length > 1
      ? html`<label class="camp">
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
      : nothing
  }
    <vr-event-program
      .event=${event}
      .port=${context.port}
      .account=${reader?.account.port}
      .me=${reader?.account.me}
      .storage=${context.storage}
      .headingLevel=${context.headingLevel}
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
