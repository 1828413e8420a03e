import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Session } from '../../../model/calendar-event.ts';
import { localTime, possibleEnds } from '../../../model/session-places.ts';
import { fromWallTime } from '../../../model/time-zone.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import type { Arranger } from './arranger.ts';
import { clockAt, dayOf, rangeOf, type ProgramContext } from './program-context.ts';

/** Where the picked session goes, by fields; and what stands against the place, however it was chosen. */
export function renderPlaceForm(context: ProgramContext, arranger: Arranger): TemplateResult | typeof nothing {
  const { words, level, program } = context;
  const { arrange } = words;
  const { picked, place } = arranger;
  if (!picked || program.clash || arranger.dragging) return nothing;
  const objections = arranger.objections();
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    arranger.put();
  };
  return html`<form class="panel placing" novalidate @submit=${onSubmit}>
    <div class="minor" id="place-title" tabindex="-1" role="heading" aria-level=${level}>
      ${arrange.placing(picked.title)}
    </div>
    ${context.narrow ? nothing : html`<p class="quiet">${arrange.keys}</p>`}
    <div class="fields">${arranger.hasSlots ? renderSlot(context, arranger) : renderTimes(context, arranger)}
      ${renderRoom(context, arranger)}</div>
    <p class="where" role="status">
      ${
        place
          ? html`${arranger.words(place)}:
            ${objections.length === 0 ? arrange.isFree : objections.join(' ')}
            ${picked.minutes && place.end - place.start < picked.minutes * 60_000 ? arrange.tooShort(picked.minutes) : nothing}`
          : nothing
      }
    </p>
    ${renderFailure(context, arranger)}
    ${arranger.asking ? renderConflict(objections, context, arranger) : renderButtons(picked, context, arranger)}
  </form>`;
}

function renderButtons(picked: Session, { words }: ProgramContext, arranger: Arranger): TemplateResult {
  const { arrange } = words;
  return html`<div class="row">
    <button type="submit" class="button primary" aria-disabled=${arranger.busy ? 'true' : nothing}>
      ${arranger.busy ? arrange.busy : arrange.enter}
    </button>
    <button type="button" class="button" @click=${() => arranger.cancel()}>${arrange.cancel}</button>
    ${
      picked.state === 'scheduled'
        ? html`<button type="button" class="button quiet" @click=${() => void arranger.unplace(picked)}>
            ${icon(ICONS.previous)} ${arrange.back}
          </button>`
        : nothing
    }
  </div>`;
}

function renderConflict(objections: readonly string[], { words }: ProgramContext, arranger: Arranger): TemplateResult {
  const { arrange } = words;
  return html`<div class="warn" role="alert">
      <p class="strong">${icon(ICONS.warning)} ${arrange.conflictTitle}</p>
      <ul>
        ${objections.map((text) => html`<li>${text}</li>`)}
      </ul>
    </div>
    <div class="row">
      <button type="button" id="despite" class="button" aria-disabled=${arranger.busy ? 'true' : nothing} @click=${() => arranger.put()}>
        ${arrange.despite}
      </button>
      <button type="button" class="button primary" @click=${() => arranger.reconsider()}>${arrange.other}</button>
      <button type="button" class="button quiet" @click=${() => arranger.cancel()}>${arrange.cancel}</button>
    </div>`;
}

function renderFailure({ words }: ProgramContext, { failure, wrong }: Arranger): TemplateResult | typeof nothing {
  const { arrange, sessionForm } = words;
  if (wrong) return html`<p class="error" role="alert">${wrong}</p>`;
  if (!failure) return nothing;
  const text = failure.problem?.['fieldErrors']
    ? arrange.outside
    : sessionForm.failed(failure.kind === 'denied' ? sessionForm.denied : words.failure[failure.kind]);
  return html`<p class="error" role="alert">${text}</p>`;
}

function renderSlot(context: ProgramContext, arranger: Arranger): TemplateResult {
  const { arrange } = context.words;
  const { place, times } = arranger;
  const isOwnTime = place && !times.some(({ start }) => start === place.start);
  const spans = isOwnTime ? [place, ...times] : times;
  const ends = place ? possibleEnds(place.start, times, context.timeZone) : [];
  const all = place && !ends.includes(place.end) ? [place.end, ...ends].sort((a, b) => a - b) : ends;
  const look = (event: Event): void => {
    arranger.lookAt(Number((event.target as HTMLSelectElement).value), place?.room);
    if (arranger.place) context.showPlace(arranger.place);
  };
  return html`<label>
      <span>${arrange.when}</span>
      <select id="place-when" @change=${look}>
        ${spans.map(
          (span) =>
            html`<option value=${span.start} .selected=${live(span.start === place?.start)}>
              ${dayOf(span.start, context).replace(/ \d{4}$/, '')}, ${rangeOf(span, context)}
            </option>`,
        )}
      </select>
    </label>
    ${
      place && all.length > 1
        ? html`<label>
          <span>${arrange.endsAt}</span>
          <select
            @change=${(event: Event) =>
              arranger.lookAt(place.start, place.room, Number((event.target as HTMLSelectElement).value))}
          >
            ${all.map(
              (end) =>
                html`<option value=${end} .selected=${live(end === place.end)}>
                  ${context.words.calendar.clock(clockAt(end, context.timeZone))}
                </option>`,
            )}
          </select>
        </label>`
        : nothing
    }`;
}

/** Without slots any time of the camp will do. */
function renderTimes(context: ProgramContext, arranger: Arranger): TemplateResult {
  const { arrange } = context.words;
  const { timeZone } = context;
  const { place } = arranger;
  const instantOf = (event: Event): number =>
    fromWallTime(timeZone, Date.parse(`${(event.target as HTMLInputElement).value}Z`));
  const start = (event: Event): void => {
    const at = instantOf(event);
    if (Number.isNaN(at)) return;
    arranger.lookAt(at, place?.room);
    if (arranger.place) context.showPlace(arranger.place);
  };
  const end = (event: Event): void => {
    const at = instantOf(event);
    if (place && !Number.isNaN(at)) arranger.lookAt(place.start, place.room, at);
  };
  return html`<label>
      <span>${arrange.from}</span>
      <input type="datetime-local" id="place-when" .value=${live(place ? localTime(place.start, timeZone) : '')} @change=${start} />
    </label>
    <label>
      <span>${arrange.endsAt}</span>
      <input type="datetime-local" .value=${live(place ? localTime(place.end, timeZone) : '')} @change=${end} />
    </label>`;
}

function renderRoom({ words }: ProgramContext, arranger: Arranger): TemplateResult {
  const { arrange } = words;
  const { place } = arranger;
  const choose = (event: Event): void => {
    const room = (event.target as HTMLSelectElement).value;
    if (place) arranger.lookAt(place.start, room || undefined, place.end);
  };
  return html`<label>
    <span>${arrange.room}</span>
    <select @change=${choose}>
      ${arranger.rooms.map(
        (room) => html`<option value=${room} .selected=${live(room === place?.room)}>${room}</option>`,
      )}
      <option value="" .selected=${live(place !== undefined && !place.room)}>${arrange.noRoom}</option>
    </select>
  </label>`;
}
