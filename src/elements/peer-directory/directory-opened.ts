import { html, type TemplateResult } from 'lit';
import type { BackendErrorKind } from '../../backend/backend-error.ts';
import type { PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import type { Peer } from '../../model/peer.ts';
import type { PageContext } from './directory-page.ts';

/** The place of an opened person: their page, or why it is not there. */
export function renderOpened(
  part: { readonly renderPage: (context: PageContext) => TemplateResult } | undefined,
  { directory, failure }: PeerDirectoryMessages,
  error: BackendErrorKind | undefined,
  { peer, ...context }: Omit<PageContext, 'peer'> & { readonly peer: Peer | undefined },
): TemplateResult {
  const why = error === 'missing' || error === 'denied' ? directory.peerMissing : error && failure[error];
  return html`<div class="page" tabindex="-1" role="group" aria-label=${peer?.displayName ?? directory.title}>
    ${peer && part ? part.renderPage({ peer, ...context }) : html`<p role="status">${why ?? directory.peerLoading}</p>`}
  </div>`;
}
