import { html, nothing, type TemplateResult } from 'lit';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import { icon, ICONS } from '../shared/icons.ts';

export const BOARD_VIEWS = ['list', 'board'] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

export interface BoardToolbarContext {
  readonly words: IdeaBoardMessages;
  readonly headingLevel: number;
  /** undefined where there is only one: the queue is a list. */
  readonly view: BoardView | undefined;
  /** An idea stands in the place of the list. */
  readonly opened: boolean;
  /** Unread news; undefined for readers who have none. */
  readonly unread: number | undefined;
  readonly onView: (view: BoardView) => void;
  readonly onBack: () => void;
  readonly onNews: () => void;
  /** Absent where nobody can or need sign in. */
  readonly onSignIn: (() => void) | undefined;
}

/** What is shown, the choice of view, what is new for the reader, and the way in. */
export function renderToolbar(context: BoardToolbarContext): TemplateResult {
  const { words, view, opened, unread, onSignIn } = context;
  const { board } = words;
  return html`<div class="toolbar" part="toolbar">
    ${
      opened
        ? html`<button type="button" class="button back" @click=${context.onBack}>
            <span class="mirrored">${icon(ICONS.previous)}</span> ${board.back}
          </button>`
        : html`<div class="heading" role="heading" aria-level=${context.headingLevel} tabindex="-1">
            ${board.title}
          </div>`
    }
    <div class="personal">
      ${
        unread === undefined
          ? nothing
          : html`<button
              type="button"
              class="button quiet news"
              aria-label=${board.newsLabel(unread)}
              @click=${context.onNews}
            >
              ${board.news(0)}${unread > 0 ? html` <span class="unread">${unread}</span>` : nothing}
            </button>`
      }
      ${
        onSignIn
          ? html`<button type="button" class="button quiet" @click=${onSignIn}>${board.signIn}</button>`
          : nothing
      }
    </div>
    ${
      opened || !view
        ? nothing
        : html`<div class="views" role="group" aria-label=${board.view}>
            ${BOARD_VIEWS.map(
              (name) =>
                html`<button
                  type="button"
                  class="button"
                  aria-pressed=${name === view}
                  @click=${() => context.onView(name)}
                >
                  ${board.views[name]}
                </button>`,
            )}
          </div>`
    }
  </div>`;
}
