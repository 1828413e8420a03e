import { html, nothing, type TemplateResult } from 'lit';
import type { EventOffersMessages } from '../../../i18n/de/event-offers.ts';
import type { Loaded } from './offers-source.ts';

/** Waiting, empty or failed: what stands in the place of a list, or under it. */
export function renderState(
  list: Loaded<unknown>,
  empty: string,
  words: EventOffersMessages,
  onRetry: () => void,
): TemplateResult | typeof nothing {
  const { state, items, error, problems } = list;
  if (state === 'ready' && items.length > 0 && problems.length === 0) return nothing;
  if (state === 'loading' && items.length === 0)
    return html`<div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div>
        <p class="visually-hidden" role="status">${words.offers.loading}</p>`;
  if (state === 'loading' || state === 'idle') return nothing;
  return html`<div role="status">
      <vr-status
        .state=${state === 'failed' ? 'failed' : items.length === 0 ? 'empty' : 'ready'}
        .error=${error}
        .problems=${problems}
        .overContent=${items.length > 0}
        .emptyText=${empty}
        .words=${words}
        @vr-status-retry=${onRetry}
      ></vr-status>
    </div>`;
}
