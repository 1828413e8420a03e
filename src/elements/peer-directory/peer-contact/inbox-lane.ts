import { html, nothing, type TemplateResult } from 'lit';
import type { ContactRequest } from '../../../model/contact-request.ts';
import type { InboxContext } from './inbox-context.ts';
import { renderRequests } from './inbox-list.ts';
import type { Box } from './inbox-source.ts';

/** One of the two lists: what waits first, then what is settled, and how it stands with the list itself. */
export function renderLane(box: Box, context: InboxContext, hasOrders: boolean): TemplateResult {
  const { source, words, headingLevel } = context;
  const { inbox, common, status } = words;
  const { state, items, next, error, problems } = source.lanes[box];
  const open = items.filter((item) => item.state === 'sent');
  const settled = items.filter((item) => item.state !== 'sent');
  const part = (title: string, requests: readonly ContactRequest[]): TemplateResult | typeof nothing =>
    requests.length > 0
      ? html`<section aria-label=${title}>
          <div class="part" role="heading" aria-level=${headingLevel - 1}>${title}</div>
          ${renderRequests(requests, context)}
        </section>`
      : nothing;
  const isLoading = state === 'loading' || state === 'idle';
  const isEmpty = items.length === 0 && !hasOrders;
  return html`${part(box === 'received' ? inbox.waitingTitle : inbox.openTitle, open)}
    ${part(inbox.settledTitle, settled)}
    ${
      isLoading && items.length === 0
        ? html`<div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div>
            <p class="visually-hidden" role="status">${inbox.loading}</p>`
        : nothing
    }
    ${
      !isLoading && (state === 'failed' || problems.length > 0 || isEmpty)
        ? html`<div role="status">
            <vr-status
              .state=${state === 'failed' ? 'failed' : items.length === 0 ? 'empty' : 'ready'}
              .error=${error}
              .problems=${problems}
              .overContent=${items.length > 0}
              .emptyText=${inbox.empty[box]}
              .words=${words}
              @vr-status-retry=${() => source.load(box)}
            ></vr-status>
          </div>`
        : nothing
    }
    ${
      next
        ? html`<button type="button" class="button more" @click=${() => source.load(box, next)}>
            ${state === 'loading' ? status.loading : common.showMore}
          </button>`
        : nothing
    }`;
}
