import { html, type TemplateResult } from 'lit';
import type { BackendErrorKind } from '../../backend/backend-error.ts';
import type { BlogFeedMessages } from '../../i18n/de/blog-feed.ts';
import type { Post } from '../../model/post.ts';
import type { PageContext } from './feed-page.ts';
import type { Opened, PartContext } from './feed-part.ts';
import type { DeskContext, EditorContext } from './feed-writing.ts';
import { titleOf } from './post-card.ts';
import type { VrPostSavedEvent } from './post-editor/events.ts';

export interface OpenedContext extends PartContext {
  readonly words: BlogFeedMessages;
  /** The post that is read, as far as it has come. */
  readonly post: Post | undefined;
  /** The rest of it is on its way. */
  readonly partial: boolean;
  /** Why it is not there, or no more of it than the list holds. */
  readonly error: BackendErrorKind | undefined;
  readonly share: string | undefined;
  readonly ideaUrl: string | undefined;
  readonly page: () => { readonly renderPage: (context: PageContext) => TemplateResult } | undefined;
  readonly writing: () =>
    | {
        readonly renderEditor: (context: EditorContext) => TemplateResult;
        readonly renderDesk: (context: DeskContext) => TemplateResult;
      }
    | undefined;
  readonly onClose: () => void;
  readonly onShow: (opened: Opened) => void;
  readonly onSaved: (event: VrPostSavedEvent) => void;
}

/** What stands in the place of the list: a post, the form for one, or what the reader has written. */
export function renderOpened(opened: Opened, context: OpenedContext): TemplateResult {
  const { words, post } = context;
  const { feed } = words;
  const name =
    opened.part === 'post'
      ? post
        ? titleOf(post, words)
        : feed.title
      : opened.part === 'desk'
        ? feed.desk
        : feed.write;
  return html`<div class="page" tabindex="-1" role="group" aria-label=${name}>
    ${opened.part === 'post' ? renderPost(context) : renderWriting(opened, context)}
  </div>`;
}

function renderPost({ words, post, error, page, ...context }: OpenedContext): TemplateResult {
  const part = post && page();
  if (post && part) {
    const onEdit = post.can?.includes('update') ? () => context.onShow({ part: 'editor', id: post.id }) : undefined;
    return part.renderPage({ ...context, post, problem: error ? words.failure[error] : '', onEdit });
  }
  const why = error === 'missing' || error === 'denied' ? words.feed.postMissing : error && words.failure[error];
  return html`<p role="status">${why ?? words.feed.postLoading}</p>`;
}

function renderWriting(opened: Exclude<Opened, { part: 'post' }>, context: OpenedContext): TemplateResult {
  const { words, writing, onShow } = context;
  const part = writing();
  if (!part) return html`<p role="status">${words.feed.partLoading}</p>`;
  if (opened.part === 'editor') return part.renderEditor({ ...context, postId: opened.id, ideaId: opened.ideaId });
  return part.renderDesk({
    ...context,
    onEdit: (id) => onShow({ part: 'editor', id }),
    onRead: (id) => onShow({ part: 'post', id }),
  });
}
