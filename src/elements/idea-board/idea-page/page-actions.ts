import { html, nothing, type TemplateResult } from 'lit';
import { copyText } from '../../../internal/copy-text.ts';
import { ideaLink } from '../../../internal/deep-link.ts';
import { icon } from '../../shared/icons.ts';
import { opener } from './page-bits.ts';
import type { PageContext } from './page-context.ts';
import { PAGE_ICONS } from './page-icons.ts';

export interface ActionState {
  readonly copied: 'no' | 'yes' | 'by-hand';
  readonly onCopied: (how: 'yes' | 'by-hand') => void;
  readonly secret: string | undefined;
}

/** What a reader can do beside supporting: follow, pass on, print, report. */
export function renderActions(context: PageContext, { copied, onCopied }: ActionState): TemplateResult {
  const { idea, words, may } = context;
  const { page } = words;
  const copy = async (event: Event): Promise<void> => {
    const field = (event.currentTarget as HTMLElement).closest('.page-actions')?.querySelector('input');
    // The public address: a private link's secret is not to be passed on by mistake.
    if (field) onCopied((await copyText(ideaLink(idea.id), field)) ? 'yes' : 'by-hand');
  };
  return html`<div class="page-actions">
    <div class="row">
      ${may('follow') ? renderFollow(context) : nothing}
      <button type="button" class="button small quiet" @click=${copy}>${icon(PAGE_ICONS.link)} ${page.copyLink}</button>
      <button type="button" class="button small quiet" @click=${() => print()}>
        ${icon(PAGE_ICONS.print)} ${page.print}
      </button>
      ${may('report') ? opener({ name: 'report' }, page.report, context, 'button small quiet', PAGE_ICONS.flag) : nothing}
    </div>
    ${idea.counts.followers > 0 ? html`<p class="quiet">${page.followers(idea.counts.followers)}</p>` : nothing}
    <label class=${copied === 'by-hand' ? 'copy' : 'visually-hidden'}>
      ${page.linkToCopy}
      <input readonly tabindex=${copied === 'by-hand' ? 0 : -1} />
    </label>
    <p class="quiet" role="status">${copied === 'yes' ? page.linkCopied : nothing}</p>
    ${context.form({ name: 'report' })}
  </div>`;
}

function renderFollow({ idea, page, words }: PageContext): TemplateResult {
  const following = idea.me?.following ?? false;
  const toggle = (): void => {
    const { counts, me } = idea;
    const next = {
      ...idea,
      counts: { ...counts, followers: Math.max(0, counts.followers + (following ? -1 : 1)) },
      me: { ...me, following: !following },
    };
    void page.ahead(
      'follow',
      next,
      (port, id) => port.follow?.(id, !following, page.writing('follow', !following)),
      following ? words.page.unfollowed : words.page.followed,
    );
  };
  return html`<button type="button" class="button small" aria-pressed=${following} @click=${toggle}>
    ${icon(PAGE_ICONS.bell)} ${following ? words.page.following : words.page.follow}
  </button>`;
}
