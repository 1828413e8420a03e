import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryEntry } from '../../../model/idea.ts';
import { section } from './page-bits.ts';
import { dayOf, type PageContext } from './page-context.ts';

const SHOWN = 6;

/** What happened, newest first. */
export function renderHistory(context: PageContext, all: boolean, onMore: () => void): TemplateResult | typeof nothing {
  const history = [...(context.idea.history ?? [])].reverse();
  if (history.length === 0) return nothing;
  const { words } = context;
  return section(
    'history',
    words.history.title,
    context,
    html`<ol role="list">
        ${history.slice(0, all ? undefined : SHOWN).map((entry) => renderEntry(entry, context))}
      </ol>
      ${
        !all && history.length > SHOWN
          ? html`<button type="button" class="link" @click=${onMore}>${words.common.showMore}</button>`
          : nothing
      }`,
  );
}

function renderEntry({ at, by, action, to, note }: HistoryEntry, context: PageContext): TemplateResult {
  const { words } = context;
  const what = words.history.actions[action] ?? (to ? words.idea.stages[to] : undefined) ?? words.history.other;
  return html`<li>
    <span class="name">${what}</span>
    <span class="quiet">${[dayOf(at, context), by?.displayName].filter(Boolean).join(' · ')}</span>
    ${note ? html`<span class="said">${note}</span>` : nothing}
  </li>`;
}
