import { html, nothing, type TemplateResult } from 'lit';
import type { PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import { placeLink, type Section } from '../../internal/directory-link.ts';
import { icon, ICONS } from '../shared/icons.ts';

export const DIRECTORY_VIEWS = ['cards', 'list'] as const;
export type DirectoryView = (typeof DIRECTORY_VIEWS)[number];

export interface ToolbarContext {
  readonly words: PeerDirectoryMessages;
  readonly headingLevel: number;
  readonly section: Section;
  /** Those that the reader and the source have. */
  readonly sections: readonly Section[];
  /** A person stands in the place of the section. */
  readonly opened: boolean;
  /** Requests that wait for the reader's answer. */
  readonly waiting: number;
  /** Where the reader's own entry is. */
  readonly profile: string | undefined;
  readonly onSection: (section: Section) => void;
  readonly onBack: () => void;
  /** Absent where nobody can or need sign in, and where the way in stands below. */
  readonly onSignIn: (() => void) | undefined;
}

/** What the widget shows, the ways to its other parts, and the way in. */
export function renderToolbar(context: ToolbarContext): TemplateResult {
  const { words, opened, sections, profile, onSignIn } = context;
  const { directory } = words;
  return html`<div class="toolbar" part="toolbar">
    ${
      opened
        ? html`<button type="button" class="button back" @click=${context.onBack}>
            <span class="mirrored">${icon(ICONS.previous)}</span> ${directory.back}
          </button>`
        : html`<div class="heading" role="heading" aria-level=${context.headingLevel} tabindex="-1">
            ${directory.title}
          </div>`
    }
    ${
      onSignIn
        ? html`<button type="button" class="button quiet" @click=${onSignIn}>${directory.signIn}</button>`
        : nothing
    }
    ${
      opened || (sections.length < 2 && !profile)
        ? nothing
        : html`<nav aria-label=${directory.sectionsLabel}>
            <ul>
              ${sections.map((section) => html`<li>${renderSection(section, context)}</li>`)}
              ${profile ? html`<li><a class="section" href=${profile}>${directory.profile}</a></li>` : nothing}
            </ul>
          </nav>`
    }
  </div>`;
}

function renderSection(name: Section, { words, section, waiting, onSection }: ToolbarContext): TemplateResult {
  const { directory } = words;
  return html`<a
    class="section"
    href=${placeLink({ section: name })}
    aria-current=${name === section ? 'true' : nothing}
    @click=${(event: MouseEvent) => {
      // A click that the browser has another answer to (a new tab) is left to it.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onSection(name);
    }}
    >${directory.sections[name]}${
      name === 'contacts' && waiting > 0
        ? html` <span class="visually-hidden">(${directory.waiting(waiting)})</span
            ><span class="number" aria-hidden="true">${waiting}</span>`
        : nothing
    }</a
  >`;
}

/** Cards or a compact list. */
export const renderViews = (
  { directory }: PeerDirectoryMessages,
  view: DirectoryView,
  onView: (view: DirectoryView) => void,
): TemplateResult =>
  html`<div class="views" role="group" aria-label=${directory.view}>
    ${DIRECTORY_VIEWS.map(
      (name) =>
        html`<button type="button" class="button" aria-pressed=${name === view} @click=${() => onView(name)}>
          ${directory.views[name]}
        </button>`,
    )}
  </div>`;
