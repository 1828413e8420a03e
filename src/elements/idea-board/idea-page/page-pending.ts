import { html, nothing, type TemplateResult } from 'lit';
import { failureNote, ideaLinkButton, opener } from './page-bits.ts';
import { dayOf, nameOf, type PageContext } from './page-context.ts';

/** What waits for somebody's consent, and for the reader's where it is theirs to give. */
export function renderPending(context: PageContext): TemplateResult | typeof nothing {
  const { idea, words, page, may } = context;
  const { pending: says } = words;
  const { pending, mergeRequests = [] } = idea;
  if (!pending && mergeRequests.length === 0) return nothing;
  const accept = (): void => {
    const input = { accept: true };
    void page.change(
      'accept',
      (port, id) => port.settle?.(id, input, page.writing('accept', { id, ...input })),
      says.settled,
    );
  };
  return html`<div class="panel pending">
    ${
      pending
        ? html`<p class="label">${says.waiting}</p>
            <p>
              ${pending.to === 'merged' ? says.merge(pending.into?.title ?? '') : says.adopted}
              ${pending.into ? ideaLinkButton(pending.into.id, pending.into.title, context) : nothing}
            </p>
            ${pending.reason ? html`<p class="said">${pending.reason}</p>` : nothing}
            <p class="quiet">
              ${
                pending.by
                  ? says.byOn(nameOf(pending.by), dayOf(pending.at, context))
                  : says.since(dayOf(pending.at, context))
              }
            </p>
            ${
              may('confirm') || may('refuse')
                ? html`<div class="row">
                    ${
                      may('confirm')
                        ? html`<button
                            type="button"
                            class="button primary"
                            aria-disabled=${page.isBusy('accept') ? 'true' : nothing}
                            @click=${accept}
                          >
                            ${pending.to === 'adopted' ? says.confirm : says.accept}
                          </button>`
                        : nothing
                    }
                    ${may('refuse') ? opener({ name: 'refuse' }, says.refuse, context) : nothing}
                  </div>`
                : nothing
            }
            ${failureNote('accept', context)} ${context.form({ name: 'refuse' })}`
        : nothing
    }
    ${mergeRequests.map(
      (request) =>
        html`<p>${says.mergeRequest(request.title)}</p>
          <p>
            <button type="button" class="link" @click=${() => context.goTo(request.id)}>
              ${says.openOther(request.title)}
            </button>
          </p>`,
    )}
  </div>`;
}
