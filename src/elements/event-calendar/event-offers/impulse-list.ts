import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isOneClick } from '../../../internal/one-click.ts';
import type { Impulse } from '../../../model/impulse.ts';
import { icon } from '../../shared/icons.ts';
import { EVENT_KIND_ICONS } from '../event-kind-icons.ts';
import { momentWords, offerFormKey, topicLabels, type OfferForm, type OffersContext } from './offers-context.ts';

/** Impulses that wait for a date, and those that have one. */
export const renderImpulses = (impulses: readonly Impulse[], context: OffersContext): TemplateResult =>
  html`<ul class="list" role="list">
    ${repeat(
      impulses,
      ({ id }) => id,
      (impulse) => renderImpulse(impulse, context),
    )}
  </ul>`;

function renderImpulse(impulse: Impulse, context: OffersContext): TemplateResult {
  const { words, headingLevel, form, drawForm } = context;
  const { offers } = words;
  const { id, title, abstract, by, org, topics, minutes, state } = impulse;
  const who = [by?.displayName, (org ?? by?.org)?.name].filter(Boolean).join(', ');
  const meta = [who && offers.by(who), offers.minutes(minutes), topicLabels(topics, words.lang)].filter(Boolean);
  const isOpen = form && 'impulse' in form && form.impulse.id === id;
  return html`<li class="item" data-id=${id} data-state=${state}>
    <p class="state">${icon(EVENT_KIND_ICONS.impulse)} ${stateWords(impulse, context)}</p>
    <div class="name" role="heading" aria-level=${headingLevel}>${title}</div>
    ${abstract ? html`<p class="text">${abstract}</p>` : nothing}
    <p class="meta">${meta.join(' · ')}</p>
    <div class="row">${renderActions(impulse, context)}</div>
    ${renderFailure(id, context)} ${isOpen ? drawForm(form) : nothing}
  </li>`;
}

function stateWords({ state, event }: Impulse, context: OffersContext): string {
  const { offers } = context.words;
  if (state === 'withdrawn') return offers.withdrawn;
  return state === 'dated' && event ? offers.dated(momentWords(event.start, context)) : offers.offered;
}

function renderActions(impulse: Impulse, context: OffersContext): TemplateResult {
  const { words, form, open, port, toEvent } = context;
  const { offers } = words;
  const { id, event, state, can, interested, title } = impulse;
  const now = form && offerFormKey(form);
  const button = (name: 'edit' | 'date' | 'withdraw', label: string, primary = false): TemplateResult => {
    const wanted: OfferForm = { name, impulse };
    return html`<button
      type="button"
      class="button ${primary ? 'primary' : ''}"
      aria-expanded=${now === offerFormKey(wanted)}
      @click=${() => open(now === offerFormKey(wanted) ? undefined : wanted)}
    >
      ${label}<span class="visually-hidden">: ${title}</span>
    </button>`;
  };
  return html`
    ${
      state === 'dated' && event
        ? html`<button type="button" class="button primary" @click=${() => toEvent(event.id, event.start)}>
            ${offers.toEvent}<span class="visually-hidden">: ${title}</span>
          </button>`
        : nothing
    }
    ${can.includes('interest') && port.impulseInterest ? renderInterest(impulse, context) : nothing}
    ${state === 'withdrawn' ? nothing : html`<span class="count" data-count=${id}>${offers.interested(interested)}</span>`}
    ${can.includes('date') && port.dateImpulse ? button('date', offers.setDate, true) : nothing}
    ${can.includes('update') && port.updateImpulse ? button('edit', offers.edit) : nothing}
    ${can.includes('withdraw') && port.withdrawImpulse ? button('withdraw', offers.withdraw) : nothing}
  `;
}

function renderInterest(impulse: Impulse, { source, port, words }: OffersContext): TemplateResult {
  const { offers } = words;
  const mine = impulse.me?.interested === true;
  const onClick = async (): Promise<void> => {
    const changed = await source.deeds.run(impulse.id, !mine, (options) =>
      port.impulseInterest?.(impulse, !mine, options),
    );
    if (!changed) return;
    source.take(changed);
    source.deeds.say(mine ? offers.interestGone : offers.interestSaved);
  };
  return html`<button
    type="button"
    class="button toggle"
    aria-pressed=${mine}
    aria-disabled=${source.deeds.isBusy(impulse.id) ? 'true' : nothing}
    @click=${(event: MouseEvent) => isOneClick(event) && void onClick()}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d=${mine ? 'M5 13l4 4L19 7' : 'M12 5v14M5 12h14'}></path>
    </svg>
    ${offers.interest}<span class="visually-hidden">: ${impulse.title}</span>
  </button>`;
}

/** What went wrong with one entry, beside it. */
export const renderFailure = (key: string, { source, words }: OffersContext): TemplateResult | typeof nothing => {
  const failure = source.deeds.failureOf(key);
  return failure
    ? html`<p class="failure" role="alert">${words.offers.failed(words.failure[failure.kind])}</p>`
    : nothing;
};
