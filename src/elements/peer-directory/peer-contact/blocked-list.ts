import { html, nothing, type TemplateResult } from 'lit';
import type { InboxContext } from './inbox-context.ts';
import { dayWords, whoWords } from './contact-words.ts';

/** Whom the reader has blocked; loaded when it is unfolded. */
export function renderBlocked(context: InboxContext, unblock: (id: string, name: string) => void): TemplateResult {
  const { source, words, clock, deeds } = context;
  const { inbox, common, status, failure } = words;
  const { blocked, blockedError } = source;
  const onToggle = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open && !blocked) void source.loadBlocked();
  };
  return html`<details class="blocked" @toggle=${onToggle}>
    <summary>${inbox.blockedTitle}</summary>
    ${
      blockedError
        ? html`<div class="failure" role="alert">
            <p>${failure[blockedError.kind]}</p>
            <button type="button" class="button" @click=${() => source.loadBlocked()}>${common.retry}</button>
          </div>`
        : !blocked
          ? html`<p role="status">${status.loading}</p>`
          : blocked.length === 0
            ? html`<p class="meta">${inbox.blockedNone}</p>`
            : html`<ul class="people" role="list">
                ${blocked.map(({ peer, at }) => {
                  const key = `unblock ${peer.id}`;
                  const wrong = deeds.failureOf(key);
                  return html`<li>
                    <span>${whoWords(peer)} <span class="meta">${inbox.blockedSince(dayWords(at, clock))}</span></span>
                    <button
                      type="button"
                      class="button"
                      aria-label=${inbox.unblockOf(peer.displayName)}
                      aria-disabled=${deeds.isBusy(key) ? 'true' : nothing}
                      @click=${() => unblock(peer.id, peer.displayName)}
                    >
                      ${inbox.unblock}
                    </button>
                    ${wrong ? html`<p class="failure" role="alert">${inbox.failed(failure[wrong.kind])}</p>` : nothing}
                  </li>`;
                })}
              </ul>`
    }
  </details>`;
}
