import { html, nothing, type TemplateResult } from 'lit';
import type { BlogFeedMessages } from '../../i18n/de/blog-feed.ts';
import { icon, ICONS } from '../shared/icons.ts';

export interface ToolbarContext {
  readonly words: BlogFeedMessages;
  readonly headingLevel: number;
  /** Something stands in the place of the list. */
  readonly opened: boolean;
  readonly onBack: () => void;
  /** Absent where the reader may not write. */
  readonly onWrite: (() => void) | undefined;
  readonly onDesk: (() => void) | undefined;
  /** Absent where nobody can or need sign in. */
  readonly onSignIn: (() => void) | undefined;
}

/** What the widget shows, and what the reader can do here. */
export function renderToolbar(context: ToolbarContext): TemplateResult {
  const { words, opened, onWrite, onDesk, onSignIn } = context;
  const { feed } = words;
  const act = (run: (() => void) | undefined, label: string, look: string): TemplateResult | typeof nothing =>
    run ? html`<button type="button" class="button ${look}" @click=${run}>${label}</button>` : nothing;
  return html`<div class="toolbar" part="toolbar">
    ${
      opened
        ? html`<button type="button" class="button back" @click=${context.onBack}>
            <span class="mirrored">${icon(ICONS.previous)}</span> ${feed.back}
          </button>`
        : html`<div class="heading" role="heading" aria-level=${context.headingLevel} tabindex="-1">${feed.title}</div>
            <div class="acts">
              ${act(onSignIn, feed.signIn, 'quiet')} ${act(onDesk, feed.desk, 'quiet')} ${act(onWrite, feed.write, '')}
            </div>`
    }
  </div>`;
}
