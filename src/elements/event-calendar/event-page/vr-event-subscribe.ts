import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EventsPort, EventsQuery } from '../../../backend/ports.ts';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import { eventPageWords } from '../../../i18n/event-page-words.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import { subscription } from '../../../model/subscription.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import { renderCopyField, type Copied } from '../../shared/copy-field.ts';
import { sectionStyles } from './section.styles.ts';
import { subscribeStyles } from './vr-event-subscribe.styles.ts';

/**
 * How to have a calendar's events in a calendar program of one's own: an address to open and to copy, feeds, and the way
 * in the usual programs.
 *
 * @summary Subscribing to a calendar.
 * @status stable
 * @since 0.3
 */
export class VrEventSubscribe extends StyledElement {
  static override styles = [host, controls, fields, sectionStyles, subscribeStyles];

  /** Where the events come from; without a `subscribeUrl` nothing is shown. */
  @property({ attribute: false }) port: EventsPort | undefined;
  /** What the widget shows, as attributes or the reader have narrowed it; carried into the address where the source can. */
  @property({ attribute: false }) filter: Pick<EventsQuery, 'kind' | 'topic' | 'org'> = {};
  /** The same in words for the reader, such as "Meetup, Digitalisierung". */
  @property({ attribute: false }) filterLabel = '';
  /** Level of the heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;

  @state() private copied: Copied = 'no';

  readonly #localize = new LocalizeController<EventPageMessages>(this, eventPageWords);
  #addresses: ReturnType<typeof subscription>;
  #copyable: string | undefined;

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('port') && !changed.has('filter')) return;
    this.#addresses = this.port && subscription(this.port, this.filter, location.href);
    // The calendar draws anew whenever its events come: only another address makes the word on the copied one untrue.
    const address = this.#addresses?.https;
    if (address !== this.#copyable) this.copied = 'no';
    this.#copyable = address;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { filterLabel, headingLevel } = this;
    const { subscribe } = this.#localize.words;
    if (!this.#addresses) return nothing;
    const { https, webcal, rss, json, filtered } = this.#addresses;
    const copy = renderCopyField({
      copy: subscribe.copy,
      label: subscribe.address,
      copied: subscribe.copied,
      byHand: subscribe.copyByHand,
      text: https,
      state: this.copied,
      shown: true,
      onCopied: (copied) => (this.copied = copied),
    });
    const level = Math.min(6, headingLevel + 1);
    return html`<section aria-labelledby="title">
      <div class="subtitle" id="title" role="heading" aria-level=${headingLevel}>${subscribe.title}</div>
      <p class="text">${subscribe.intro}${filtered && filterLabel ? ` ${subscribe.filtered(filterLabel)}` : nothing}</p>
      <div class="address">${copy.field}</div>
      <div class="row">
        ${copy.button}
        <a class="button" href=${webcal}>${icon(ICONS.save)} ${subscribe.open}</a>
      </div>
      <div class="minor" role="heading" aria-level=${level}>${subscribe.how}</div>
      <dl>
        ${subscribe.programs.map(
          ({ name, steps }) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${steps}</dd>
            </div>`,
        )}
      </dl>
      <p class="quiet">${subscribe.delay}</p>
      ${
        rss || json
          ? html`<p class="feeds">
              <span>${subscribe.feeds}:</span>
              ${rss ? html`<a href=${rss} type="application/rss+xml" rel="alternate">${subscribe.rss}</a>` : nothing}
              ${json ? html`<a href=${json} type="application/feed+json" rel="alternate">${subscribe.json}</a>` : nothing}
            </p>`
          : nothing
      }
    </section>`;
  }
}
