import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type EventPageMessages } from '../../i18n/de/event-page.ts';
import { longDay, shortDay } from '../../i18n/date-words.ts';
import { timeRange, whenWords } from '../../i18n/when-words.ts';
import { recurrenceWords } from '../../i18n/recurrence-words.ts';
import { copyText } from '../../internal/copy-text.ts';
import { eventLink } from '../../internal/event-link.ts';
import type { CalendarEvent, Place, Session } from '../../model/calendar-event.ts';
import { isPlainDate } from '../../model/plain-date.ts';
import { boundToInstant, plainDateAt } from '../../model/time-zone.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { icon, ICONS } from '../shared/icons.ts';
import { saveEventFile } from './event-file.ts';
import { EVENT_KIND_ICONS } from './event-kind-icons.ts';
import { hostOf, safeUrl } from './event-links.ts';
import { detailsStyles } from './vr-event-details.styles.ts';

/**
 * Everything that is known of one event.
 *
 * @summary Shows one event in full; a view without data access of its own.
 * @status stable
 * @since 0.1
 */
export class VrEventDetails extends StyledElement {
  static override styles = [host, controls, detailsStyles];

  @property({ attribute: false }) event: CalendarEvent | undefined;
  /** Level of the heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: EventPageMessages = de;

  /** Leaves out programme, registration and ways out, which a page around it shows in full. */
  @property({ attribute: false }) bare = false;

  @state() private repeats = '';
  @state() private copied: 'no' | 'yes' | 'by-hand' = 'no';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('event') && !changed.has('words')) return;
    this.copied = 'no';
    this.repeats = '';
    const { event } = this;
    if (!event?.recurrence) return;
    void recurrenceWords(event.recurrence, this.timeZone, this.locale, this.words.lang).then((words) => {
      if (this.event === event) this.repeats = words;
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { event } = this;
    if (!event) return nothing;
    const { calendar } = this.words;
    const kind = event.kind ?? 'other';
    const status = calendar.statuses[event.status ?? 'scheduled'];
    return html`<article data-status=${event.status ?? nothing}>
      <p class="kind">
        ${icon(EVENT_KIND_ICONS[kind])} ${calendar.kinds[kind]}${
          status ? html` <strong class="status">${status}</strong>` : nothing
        }
      </p>
      <div class="title" role="heading" aria-level=${this.headingLevel}>${event.title}</div>
      ${event.summary ? html`<p class="summary">${event.summary}</p>` : nothing} ${this.#renderFacts(event)}
      ${
        event.description
          ? html`<vr-rich-text .content=${event.description} .base=${event.url ?? event.source?.url}></vr-rich-text>`
          : nothing
      }
      ${
        this.bare
          ? nothing
          : html`${this.#renderSessions(event)} ${this.#renderRegistration(event)} ${this.#renderActions(event)}`
      }
    </article>`;
  }

  #renderFacts(event: CalendarEvent): TemplateResult {
    const { calendar } = this.words;
    const { place, organiser, topics, attendance } = event;
    const language = this.words.lang === 'en' ? 'en' : 'de';
    return html`<dl>
      <dt>${calendar.when}</dt>
      <dd>
        ${whenWords(event, this.timeZone, this.locale, this.words)}
        ${this.#otherZone(event)}
        ${this.#change(event)}
      </dd>
      ${
        this.repeats
          ? html`<dt>${calendar.repeats}</dt>
            <dd>${this.repeats}</dd>`
          : nothing
      }
      ${
        place || attendance || event.onlineUrl
          ? html`<dt>${calendar.where}</dt>
            <dd>
              ${place ? html`<span>${place.name}</span>` : nothing}
              ${place?.address && place.address !== place.name ? html`<span>${place.address}</span>` : nothing}
              ${place ? this.#map(place) : nothing}
              ${attendance && !(place && attendance === 'onsite') ? html`<span>${calendar.attendance[attendance]}</span>` : nothing}
              ${event.onlineUrl ? this.#link(event.onlineUrl, calendar.joinOnline) : nothing}
            </dd>`
          : nothing
      }
      ${
        organiser
          ? html`<dt>${calendar.organiser}</dt>
            <dd>${organiser.url ? this.#link(organiser.url, organiser.name) : organiser.name}</dd>`
          : nothing
      }
      ${
        topics?.length
          ? html`<dt>${calendar.topics}</dt>
            <dd>${topics.map(({ id, label }) => label[language] ?? label.de ?? label.en ?? id).join(', ')}</dd>`
          : nothing
      }
      ${
        event.links?.length
          ? html`<dt>${calendar.links}</dt>
            <dd>${event.links.map(({ url, label }) => html`<span>${this.#link(url, label ?? hostOf(url))}</span>`)}</dd>`
          : nothing
      }
      ${
        event.source?.label
          ? html`<dt>${calendar.source}</dt>
            <dd>${event.source.label}</dd>`
          : nothing
      }
    </dl>`;
  }

  /** What sets this date apart from its series, as far as it is known. */
  #change(event: CalendarEvent): TemplateResult | typeof nothing {
    const { recurrenceId, start, changed } = event;
    if (!changed) return nothing;
    const { calendar, page } = this.words;
    const isMoved =
      recurrenceId !== undefined &&
      boundToInstant(recurrenceId, this.timeZone) !== boundToInstant(start, this.timeZone);
    if (!isMoved) return html`<span class="quiet">${calendar.changed}</span>`;
    const allDay = isPlainDate(recurrenceId);
    const planned = { uid: '', title: '', start: recurrenceId, end: recurrenceId, allDay };
    return html`<span class="moved">
      ${page.movedFrom(whenWords(planned, this.timeZone, this.locale, this.words))}
    </span>`;
  }

  /** A map of a street or a point, as a link: nothing of it is loaded before it is wanted. */
  #map({ name, address, lat, lon }: Place): TemplateResult | typeof nothing {
    const base = 'https://www.openstreetmap.org/';
    const point = lat !== undefined && lon !== undefined;
    if (!point && !address) return nothing;
    const href = point
      ? `${base}?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`
      : `${base}search?query=${encodeURIComponent(address ?? name)}`;
    return html`<span>${this.#link(href, this.words.page.map)}</span>`;
  }

  /** The event's own clock, where it goes differently at that moment. */
  #otherZone(event: CalendarEvent): TemplateResult | typeof nothing {
    const { timeZone } = event;
    if (event.allDay || !timeZone || timeZone === this.timeZone) return nothing;
    const there = whenWords(event, timeZone, this.locale, this.words);
    if (there === whenWords(event, this.timeZone, this.locale, this.words)) return nothing;
    const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
    return html`<span class="quiet">${this.words.calendar.otherZone(there, place)}</span>`;
  }

  #renderSessions(event: CalendarEvent): TemplateResult | typeof nothing {
    const sessions = (event.sessions ?? []).filter(({ state }) => state === 'scheduled');
    if (sessions.length === 0) return nothing;
    const days = new Map<string, Session[]>();
    for (const session of sessions.sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))) {
      const day = session.start ? plainDateAt(this.timeZone, Date.parse(session.start)) : '';
      days.set(day, [...(days.get(day) ?? []), session]);
    }
    const level = Math.min(6, this.headingLevel + 1);
    return html`<section class="programme">
      <div class="subtitle" role="heading" aria-level=${level}>${this.words.calendar.programme}</div>
      ${[...days].map(
        ([day, items]) => html`
          ${day ? html`<p class="quiet">${longDay(this.locale, day)}</p>` : nothing}
          <ul role="list">
            ${items.map((session) => this.#renderSession(session))}
          </ul>
        `,
      )}
    </section>`;
  }

  #renderSession({ title, start, end, room, track, hosts }: Session): TemplateResult {
    const time = start
      ? timeRange({ uid: '', title, start, end: end ?? start, allDay: false }, this.timeZone, this.words)
      : '';
    const meta = [time, room, track, hosts?.map((person) => person.displayName).join(', ')].filter(Boolean);
    return html`<li>
      <strong>${title}</strong>
      <span class="quiet">${meta.join(' · ')}</span>
    </li>`;
  }

  #renderRegistration({ registration, status }: CalendarEvent): TemplateResult | typeof nothing {
    if (!registration || registration.mode === 'none' || status === 'cancelled') return nothing;
    const { registration: words } = this.words.calendar;
    const { capacity, registered, waiting, closesAt, url } = registration;
    const free = capacity === undefined ? undefined : Math.max(0, capacity - (registered ?? 0));
    const lines = [
      free === undefined ? '' : free === 0 ? words.full : words.places(free),
      free === 0 && waiting ? words.waiting(waiting) : '',
      closesAt ? words.until(shortDay(this.locale, plainDateAt(this.timeZone, Date.parse(closesAt)))) : '',
    ].filter(Boolean);
    return html`<div class="registration">
      ${lines.length > 0 ? html`<p>${lines.join(' · ')}</p>` : nothing}
      ${
        url && registration.mode === 'external'
          ? html`<a class="button primary" href=${safeUrl(url) ?? nothing} target="_blank" rel="noopener noreferrer">
            ${words.external(hostOf(url))} ${icon(ICONS.external)}
            <span class="visually-hidden">${this.words.common.openInNewTab}</span>
          </a>`
          : nothing
      }
    </div>`;
  }

  #renderActions(event: CalendarEvent): TemplateResult {
    const { calendar, common } = this.words;
    const href = event.url ? safeUrl(event.url) : undefined;
    return html`<div class="actions">
      <button type="button" class="button" @click=${() => saveEventFile(event)}>
        ${icon(ICONS.save)} ${calendar.saveEvent}
      </button>
      <button type="button" class="button" @click=${() => this.#copy(event)}>
        ${icon(ICONS.link)} ${calendar.copyLink}
      </button>
      ${
        href
          ? html`<a class="button quiet" href=${href} target="_blank" rel="noopener noreferrer">
            ${calendar.moreAbout} ${icon(ICONS.external)}
            <span class="visually-hidden">${common.openInNewTab}</span>
          </a>`
          : nothing
      }
      <label class=${this.copied === 'by-hand' ? 'copy' : 'visually-hidden'}>
        ${calendar.linkToCopy}
        <input readonly tabindex=${this.copied === 'by-hand' ? 0 : -1} />
      </label>
      <p role="status">${this.copied === 'yes' ? calendar.linkCopied : nothing}</p>
    </div>`;
  }

  #link(url: string, label: string): TemplateResult {
    const href = safeUrl(url);
    if (!href) return html`${label}`;
    return html`<a href=${href} rel="noopener noreferrer">${label}</a>`;
  }

  async #copy(event: CalendarEvent): Promise<void> {
    const field = this.renderRoot.querySelector('input');
    if (!field) return;
    this.copied = (await copyText(eventLink(event.uid, event.recurrenceId), field)) ? 'yes' : 'by-hand';
  }
}
