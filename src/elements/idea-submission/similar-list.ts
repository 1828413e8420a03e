import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../../i18n/date-words.ts';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import { ideaLink } from '../../internal/deep-link.ts';
import { eventLink } from '../../internal/event-link.ts';
import type { SimilarItem } from '../../model/idea.ts';
import { isPlainDate } from '../../model/plain-date.ts';
import { plainDateAt } from '../../model/time-zone.ts';
import { renderStage } from '../shared/idea-stage.ts';

export interface SimilarListContext {
  readonly words: SubmissionMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly headingLevel: number;
  readonly items: readonly SimilarItem[];
  /** The reader opens an entry; true where the page shows it in its own way. */
  readonly onOpen: (item: SimilarItem) => boolean;
}

/** What is there already and may be about the same. It stands beside the form and asks for nothing. */
export function renderSimilar(context: SimilarListContext): TemplateResult {
  const { words, items, headingLevel } = context;
  const { similar } = words.submission;
  return html`<aside class="similar" aria-labelledby="similar-title">
    <div class="similar-title" id="similar-title" role="heading" aria-level=${headingLevel}>${similar.title}</div>
    <p class="hint">${similar.hint}</p>
    <ul>
      ${items.map((item) => renderItem(item, context))}
    </ul>
  </aside>`;
}

function renderItem(item: SimilarItem, context: SimilarListContext): TemplateResult {
  const { words, onOpen } = context;
  const { kind, title, summary, org, stage } = item;
  const address = addressOf(item);
  const when = kind === 'event' && item.start ? dayOf(item.start, context) : '';
  const about = [when, org?.name].filter(Boolean).join(' · ');
  const onClick = (event: MouseEvent): void => {
    if (onOpen(item)) event.preventDefault();
  };
  return html`<li>
    <p class="similar-kind">${kind === 'idea' && stage ? renderStage({ stage }, words) : words.idea.similarKinds[kind]}</p>
    <p class="similar-name">
      ${
        address
          ? html`<a
              href=${address.href}
              target=${address.away ? '_blank' : nothing}
              rel=${address.away ? 'noopener' : nothing}
              @click=${onClick}
              >${title}${
                address.away ? html`<span class="visually-hidden"> (${words.common.openInNewTab})</span>` : nothing
              }</a
            >`
          : title
      }
    </p>
    ${about ? html`<p class="hint">${about}</p>` : nothing} ${summary ? html`<p class="similar-summary">${summary}</p>` : nothing}
  </li>`;
}

function dayOf(start: string, { locale, timeZone }: SimilarListContext): string {
  return shortDay(locale, isPlainDate(start) ? start : plainDateAt(timeZone, Date.parse(start)));
}

/**
 * Where an entry is to be seen: in another widget of this page, else at its own address, in a window of its own, so that
 * what was written stays.
 */
function addressOf({ kind, id, url }: SimilarItem): { readonly href: string; readonly away: boolean } | undefined {
  const isHere = (tag: string): boolean => document.querySelector(tag) !== null;
  if ((kind === 'idea' || kind === 'practice') && isHere('vr-idea-board')) return { href: ideaLink(id), away: false };
  if (kind === 'event' && isHere('vr-event-calendar')) return { href: eventLink(id), away: false };
  const away = safeAddress(url);
  if (away) return { href: away, away: true };
  if (kind === 'peer') return undefined;
  return { href: kind === 'event' ? eventLink(id) : ideaLink(id), away: false };
}

/** Addresses come from the source: only those that lead to a page are followed. */
function safeAddress(url: string | undefined): string | undefined {
  const address = url && URL.canParse(url, location.href) ? new URL(url, location.href) : undefined;
  return address && /^https?:$/.test(address.protocol) ? address.href : undefined;
}
