import { html, nothing, type TemplateResult } from 'lit';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import { shortDay } from '../../../i18n/date-words.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { PersonRef } from '../../../model/common.ts';
import type { Registration } from '../../../model/registration.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { icon } from '../../shared/icons.ts';
import type { PrintSheet } from '../event-program/print-sheet.ts';
import { PAGE_ICONS } from './page-icons.ts';

export interface AttendeesContext {
  readonly words: EventPageMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly items: readonly Registration[];
  readonly mayRemove: boolean;
  /** Whose registration is about to be removed. */
  readonly asked: string | undefined;
  readonly onAsk: (id: string | undefined) => void;
  readonly onRemove: (registration: Registration) => void;
}

export const nameOf = (person: PersonRef | undefined, { attendees }: EventPageMessages): string =>
  person?.displayName ?? attendees.gonePerson;

const stateWords = ({ state, waitingPosition }: Registration, { attendees }: EventPageMessages): string =>
  state === 'waiting' && waitingPosition !== undefined
    ? `${attendees.states.waiting}, ${attendees.position(waitingPosition)}`
    : attendees.states[state];

/**
 * The list as a table. In a narrow column its rows become blocks; the roles are written out, because a table that is laid
 * out as blocks is none any more to some browsers.
 */
export function renderAttendeesTable(context: AttendeesContext): TemplateResult {
  const { words, items, mayRemove } = context;
  const { attendees } = words;
  const head = (label: string): TemplateResult => html`<th role="columnheader" scope="col">${label}</th>`;
  return html`<table role="table" aria-label=${attendees.title}>
    <thead role="rowgroup">
      <tr role="row">
        ${head(attendees.person)} ${head(attendees.state)} ${head(attendees.note)} ${head(attendees.needs)}
        ${mayRemove ? head(attendees.action) : nothing}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map((item) => renderRow(item, context))}
    </tbody>
  </table>`;
}

function renderRow(item: Registration, context: AttendeesContext): TemplateResult {
  const { words, mayRemove, asked, onAsk } = context;
  const { attendees } = words;
  const { id, person, state, note, needs, createdAt } = item;
  const name = nameOf(person, words);
  const text = (label: string, value: string | undefined): TemplateResult =>
    html`<td role="cell" class=${value ? 'said' : 'none'} data-label=${label}>${value ?? ''}</td>`;
  return html`<tr role="row" data-state=${state}>
      <th role="rowheader" scope="row">
        ${name} ${person?.org ? html`<span class="quiet">${person.org.name}</span>` : nothing}
      </th>
      <td role="cell">
        <span class="state">
          ${icon(state === 'registered' ? PAGE_ICONS.check : state === 'waiting' ? PAGE_ICONS.clock : PAGE_ICONS.minus)}
          ${stateWords(item, words)}
        </span>
        <span class="quiet">${attendees.since} ${shortDay(context.locale, plainDateAt(context.timeZone, Date.parse(createdAt)))}</span>
      </td>
      ${text(attendees.note, note)} ${text(attendees.needs, needs)}
      ${
        mayRemove
          ? html`<td role="cell">
              ${
                state !== 'cancelled'
                  ? html`<button
                      type="button"
                      class="button small"
                      aria-label=${attendees.removeLabel(name)}
                      aria-expanded=${asked === id}
                      @click=${() => onAsk(asked === id ? undefined : id)}
                    >
                      ${attendees.remove}
                    </button>`
                  : nothing
              }
            </td>`
          : nothing
      }
    </tr>
    ${asked === id ? renderAsk(item, name, context) : nothing}`;
}

function renderAsk(item: Registration, name: string, { words, onAsk, onRemove }: AttendeesContext): TemplateResult {
  const { attendees, page } = words;
  return html`<tr role="row">
    <td role="cell" colspan="5">
      <div class="ask" role="group" aria-labelledby="ask" tabindex="-1">
        <p id="ask">${attendees.removeAsk(name)}</p>
        <div class="row">
          <button type="button" class="button grave" @click=${() => onRemove(item)}>${attendees.removeYes}</button>
          <button type="button" class="button" @click=${() => onAsk(undefined)}>${page.cancel}</button>
        </div>
      </div>
    </td>
  </tr>`;
}

/** A sheet for the door: who comes, who waits, and room to sign. Needs stand on it, since helpers have to know them. */
export function sheetOf(
  { title }: CalendarEvent,
  when: string,
  items: readonly Registration[],
  words: EventPageMessages,
): PrintSheet {
  const { attendees } = words;
  const columns = [attendees.person, attendees.org, attendees.needs, attendees.signature];
  const part = (state: Registration['state']): PrintSheet['days'] => {
    const rows = items
      .filter((item) => item.state === state)
      .map(({ person, needs = '' }) => [nameOf(person, words), person?.org?.name ?? '', needs, '']);
    return rows.length > 0 ? [{ title: `${attendees.states[state]} (${rows.length})`, columns, rows }] : [];
  };
  return {
    lang: words.lang,
    title: attendees.sheet(title),
    subtitle: when,
    days: [...part('registered'), ...part('waiting')],
  };
}
