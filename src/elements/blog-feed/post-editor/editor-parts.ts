import { html, nothing, type TemplateResult } from 'lit';
import type { AccountPort, PostsPort } from '../../../backend/ports.ts';
import { postLink } from '../../../internal/post-link.ts';
import type { Me } from '../../../model/account.ts';
import type { PostPrefill } from '../../../model/post-input.ts';
import type { Post } from '../../../model/post.ts';
import type { EditorSource } from './editor-source.ts';
import type { Step } from './editor-steps.ts';
import { momentWords, titleOf, type EditorContext } from './form-context.ts';

/** What has happened. */
export interface Done {
  readonly step: Step;
  readonly post: Post;
}

/** Whether the reader may write this post, or a new one. */
export function mayWrite(port: PostsPort, { post }: EditorSource): boolean {
  if (!post) return port.create !== undefined;
  return port.update !== undefined && (post.can ?? []).includes('update');
}

/** Strangers are told what signing in would give. */
export const renderLocked = (
  account: AccountPort | undefined,
  me: Me | undefined,
  { editor }: EditorContext['words'],
  failed: boolean,
  onSignIn: () => void,
): TemplateResult =>
  html`<p>${editor.signInHint}</p>
    ${
      me?.anonymous && account?.signIn
        ? html`<div class="row">
            <button type="button" class="button primary" @click=${onSignIn}>${editor.signIn}</button>
          </div>`
        : nothing
    }
    <div role="alert">${failed ? html`<p class="failure">${editor.signInFailed}</p>` : nothing}</div>`;

/** What the idea gave, and what it has nothing for. */
export function renderPrefill(
  prefill: PostPrefill | undefined,
  failed: boolean,
  { words, locale }: Pick<EditorContext, 'words' | 'locale'>,
): TemplateResult | typeof nothing {
  const { editor, post } = words;
  if (failed) return html`<p class="note">${editor.prefillFailed}</p>`;
  if (!prefill) return nothing;
  const missing = new Intl.ListFormat(locale).format(prefill.missing.map((chapter) => post.chapters[chapter]));
  return html`<div class="note stacked">
    <p>${editor.prefilled(prefill.ideaTitle)}</p>
    ${missing ? html`<p>${editor.prefillMissing(missing)}</p>` : nothing}
  </div>`;
}

export interface DoneActions {
  readonly onClose: () => void;
  readonly onAnother: () => void;
}

/** What has happened, and what comes next. */
export function renderDone(
  { step, post }: Done,
  context: EditorContext,
  { onClose, onAnother }: DoneActions,
): TemplateResult {
  const { words } = context;
  const { editor } = words;
  const title = titleOf(post, words);
  const said =
    step === 'schedule' ? editor.done.schedule(title, momentWords(post.publishAt, context)) : editor.done[step](title);
  return html`<div class="done" role="status" tabindex="-1">
    <p>${said}</p>
    <div class="row">
      <button type="button" class="button primary" @click=${onClose}>${editor.finish}</button>
      ${
        step === 'publish'
          ? html`<a class="button" href=${postLink(post.id)} @click=${onClose}>${editor.read}</a>`
          : nothing
      }
      ${
        step === 'publish' || step === 'submit'
          ? html`<button type="button" class="button" @click=${onAnother}>${editor.another}</button>`
          : nothing
      }
    </div>
  </div>`;
}
