import { html, nothing, type TemplateResult } from 'lit';
import type { PersonRef } from '../../../model/common.ts';
import { icon } from '../../shared/icons.ts';
import { formKey, type OpenForm, type PageContext } from './page-context.ts';
import type { Part } from './page-parts.ts';

/** A section with its heading. */
export const section = (
  name: string,
  title: string,
  { level }: Pick<PageContext, 'level'>,
  content: unknown,
): TemplateResult =>
  html`<section class=${name} aria-labelledby="title-${name}">
    <div class="subtitle" id="title-${name}" role="heading" aria-level=${level}>${title}</div>
    ${content}
  </section>`;

/** A heading within a section. */
export const minor = (title: string, { level }: Pick<PageContext, 'level'>): TemplateResult =>
  html`<div class="minor" role="heading" aria-level=${Math.min(6, level + 1)}>${title}</div>`;

/** The button that opens a form, and says whether it is open. */
export function opener(
  form: OpenForm,
  label: string,
  { open, toggle }: Pick<PageContext, 'open' | 'toggle'>,
  look = 'button',
  path?: string,
): TemplateResult {
  const key = formKey(form);
  const isOpen = open !== undefined && formKey(open) === key;
  return html`<button
    type="button"
    class=${look}
    data-opens=${key}
    aria-expanded=${isOpen}
    @click=${() => toggle(isOpen ? undefined : form)}
  >
    ${path ? icon(path) : nothing} ${label}
  </button>`;
}

/** Somebody by name, with the organisation beneath. */
export const person = ({ displayName, org }: PersonRef): TemplateResult =>
  html`<span class="person"><span class="name">${displayName}</span>${
    org ? html` <span class="quiet">${org.name}</span>` : nothing
  }</span>`;

/** Another idea, to be opened. */
export const ideaLinkButton = (id: string, title: string, { goTo }: Pick<PageContext, 'goTo'>): TemplateResult =>
  html`<button type="button" class="link" @click=${() => goTo(id)}>${title}</button>`;

/** What stands in a list's place while it is on its way or could not be had. */
export function partState(
  part: Part<unknown>,
  failed: string,
  retry: () => void,
  { words }: Pick<PageContext, 'words'>,
): TemplateResult | typeof nothing {
  if (part.state === 'loading' && part.items.length === 0) {
    return html`<p class="quiet" aria-live="polite">${words.status.loading}</p>`;
  }
  if (part.state !== 'failed') return nothing;
  return html`<div class="note" role="status">
    <p>${failed} ${words.failure[part.error?.kind ?? 'unknown']}</p>
    <button type="button" class="button small" @click=${retry}>${words.common.retry}</button>
  </div>`;
}

/** A failure that belongs to a button without a form. */
export const failureNote = (name: string, { page, words }: PageContext): TemplateResult | typeof nothing => {
  const error = page.failureOf(name);
  return error
    ? html`<p class="failure" role="alert">${words.page.failed(words.failure[error.kind] ?? words.failure.unknown)}</p>`
    : nothing;
};
