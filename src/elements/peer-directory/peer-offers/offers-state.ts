import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { PeerOffersMessages } from '../../../i18n/de/peer-offers.ts';
import type { Problem } from '../../../model/page.ts';

/** A list, as far as what stands in its place depends on it. */
export interface ListState {
  readonly state: 'idle' | 'loading' | 'ready' | 'failed';
  readonly items: readonly unknown[];
  readonly problems: readonly Problem[];
  readonly error?: BackendError | undefined;
}

/** Waiting, empty or failed: what stands in the place of a list, or under it. */
export function renderLane(
  { state, items, error, problems }: ListState,
  empty: string,
  words: PeerOffersMessages,
  onRetry: () => void,
  loading: string = words.offers.loading,
): TemplateResult | typeof nothing {
  if (state === 'ready' && items.length > 0 && problems.length === 0) return nothing;
  if (state === 'loading' && items.length === 0)
    return html`<div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div>
      <p class="visually-hidden" role="status">${loading}</p>`;
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
