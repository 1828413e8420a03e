import { html, type TemplateResult } from 'lit';
import type { BackendErrorKind } from '../../backend/backend-error.ts';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import type { Idea } from '../../model/idea.ts';
import type { PageContext } from './board-page.ts';

/** The place of an opened idea: its page, or why it is not there yet. */
export function renderOpened(
  part: { readonly renderPage: (context: PageContext) => TemplateResult } | undefined,
  { board, failure }: IdeaBoardMessages,
  error: BackendErrorKind | undefined,
  { idea, ...context }: Omit<PageContext, 'idea'> & { readonly idea: Idea | undefined },
): TemplateResult {
  const why = error === 'missing' || error === 'denied' ? board.ideaMissing : error && failure[error];
  return html`<div class="page" tabindex="-1" role="group" aria-label=${idea?.title ?? board.title}>
    ${idea && part ? part.renderPage({ idea, ...context }) : html`<p role="status">${why ?? board.ideaLoading}</p>`}
  </div>`;
}
