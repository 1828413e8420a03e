import './vr-comment-editor.define.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { REACTIONS, type CommentKind, type IdeaComment, type Reaction } from '../../../model/idea-participation.ts';
import { markdownToHtml } from '../../../model/markdown.ts';
import { icon } from '../../shared/icons.ts';
import type { VrFormInputEvent } from '../../shared/form/events.ts';
import type { VrCommentSendEvent } from './events.ts';
import { failureNote, opener, partState, section } from './page-bits.ts';
import { dayOf, formKey, nameOf, type OpenForm, type PageContext } from './page-context.ts';
import type { FormKeeper } from './page-forms.ts';
import { PAGE_ICONS } from './page-icons.ts';

/** Kinds that a comment of its own can have; answers are given to something. */
const KINDS: readonly CommentKind[] = ['comment', 'question', 'concern', 'experience'];

/** What people say about the idea, with replies beneath what they answer. */
export function renderComments(context: PageContext, keeper: FormKeeper, round: number): TemplateResult {
  const { page, words, idea } = context;
  const { comments } = page.parts;
  const { talk } = words;
  const ids = new Set(comments.items.map(({ id }) => id));
  const first = comments.items.filter(({ parentId }) => !parentId || !ids.has(parentId));
  const count = comments.state === 'ready' ? comments.items.length : idea.counts.comments;
  return section(
    'talk',
    count > 0 ? `${talk.title} (${count})` : talk.title,
    context,
    html`
      ${partState(comments, talk.failed, () => void page.load('comments'), context)}
      ${comments.state === 'ready' && comments.items.length === 0 ? html`<p class="quiet">${talk.none}</p>` : nothing}
      <ol class="comments" role="list">
        ${repeat(
          first,
          ({ id }) => id,
          (comment) => html`<li>${renderThread(comment, comments.items, context, keeper)}</li>`,
        )}
      </ol>
      ${context.may('comment') ? renderNew(context, keeper, round) : nothing}
    `,
  );
}

function renderThread(
  comment: IdeaComment,
  all: readonly IdeaComment[],
  context: PageContext,
  keeper: FormKeeper,
): TemplateResult {
  const replies = all.filter(({ parentId }) => parentId === comment.id);
  return html`${renderComment(comment, context, keeper)}
  ${
    replies.length > 0
      ? html`<ol class="comments replies" role="list" aria-label=${context.words.talk.replies(whoOf(comment, context))}>
          ${repeat(
            replies,
            ({ id }) => id,
            (reply) => html`<li>${renderComment(reply, context, keeper)}</li>`,
          )}
        </ol>`
      : nothing
  }
  ${renderEditor({ name: 'reply', comment }, context, keeper)}`;
}

const whoOf = ({ author, anonymous }: IdeaComment, { words }: PageContext): string =>
  author && !anonymous ? author.displayName : words.talk.anonymous;

function renderComment(comment: IdeaComment, context: PageContext, keeper: FormKeeper): TemplateResult {
  const { words, idea } = context;
  const { talk } = words;
  const { state, kind, author } = comment;
  const wroteIdea = author?.id !== undefined && idea.authors.some(({ id }) => id === author.id);
  const edit: OpenForm = { name: 'edit-comment', comment };
  const editing = context.open !== undefined && formKey(context.open) === formKey(edit);
  return html`<article class="comment" id="comment-${comment.id}" data-state=${state} aria-label=${talk.actionsOf(whoOf(comment, context))}>
    <p class="byline">
      <span class="name">${author && !comment.anonymous ? nameOf(author) : talk.anonymous}</span>
      ${wroteIdea ? html`<span class="quiet">${talk.author}</span>` : nothing}
      <span class="quiet">${dayOf(comment.createdAt, context)}</span>
      ${kind === 'comment' ? nothing : html`<span class="sort">${icon(PAGE_ICONS[kind])} ${words.idea.comments[kind]}</span>`}
      ${comment.editedAt && state === 'visible' ? html`<span class="quiet">${talk.edited}</span>` : nothing}
    </p>
    ${
      state === 'removed'
        ? html`<p class="gone">${talk.removed}</p>`
        : state === 'hidden'
          ? html`<p class="gone">${comment.reason ? talk.hiddenBecause(comment.reason) : talk.hidden}</p>`
          : nothing
    }
    ${state === 'pending' ? html`<p class="gone">${talk.pending}</p>` : nothing}
    ${
      comment.body && !editing
        ? html`<vr-rich-text .content=${markdownToHtml(withMentions(comment))}></vr-rich-text>`
        : nothing
    }
    ${renderEditor(edit, context, keeper)} ${state === 'removed' ? nothing : renderTools(comment, context)}
    ${failureNote(`comment-${comment.id}`, context)}
    ${context.form({ name: 'hide-comment', comment })} ${context.form({ name: 'report-comment', comment })}
    ${renderRemove(comment, context)}
  </article>`;
}

/** Names of those who were told stand out. */
function withMentions({ body, mentions = [] }: IdeaComment): string {
  let text = body;
  for (const { displayName } of mentions) {
    if (/^[\p{L}\p{M}\p{N} .'’-]+$/u.test(displayName))
      text = text.replaceAll(`@${displayName}`, `**@${displayName}**`);
  }
  return text;
}

function renderTools(comment: IdeaComment, context: PageContext): TemplateResult {
  const { words, port, page } = context;
  const { talk } = words;
  const can = (action: string): boolean => comment.can.includes(action);
  const small = 'button small quiet';
  const show = (): void => {
    const name = `comment-${comment.id}`;
    void page.run(name, () => port?.moveComment?.(comment, 'show', {}, page.writing(name, 'show')), {
      said: talk.shownDone,
      take: (next) => page.takeComment(next),
    });
  };
  return html`<div class="row tools">
    ${comment.state === 'visible' ? REACTIONS.map((reaction) => renderReaction(comment, reaction, context)) : nothing}
    ${can('reply') && port?.comment ? opener({ name: 'reply', comment }, talk.reply, context, small) : nothing}
    ${can('update') && port?.editComment ? opener({ name: 'edit-comment', comment }, talk.edit, context, small) : nothing}
    ${
      can('remove') && port?.moveComment
        ? opener({ name: 'remove-comment', comment }, talk.remove, context, small)
        : nothing
    }
    ${can('hide') && port?.moveComment ? opener({ name: 'hide-comment', comment }, talk.hide, context, small) : nothing}
    ${
      can('show') && port?.moveComment
        ? html`<button type="button" class=${small} @click=${show}>
            ${comment.state === 'pending' ? talk.release : talk.show}
          </button>`
        : nothing
    }
    ${can('report') && port?.report ? opener({ name: 'report-comment', comment }, talk.report, context, small) : nothing}
  </div>`;
}

const REACTION_ICONS: Readonly<Record<Reaction, string>> = {
  thanks: PAGE_ICONS.hands,
  insight: PAGE_ICONS.interesting,
  heart: PAGE_ICONS.thanks,
};

function renderReaction(
  comment: IdeaComment,
  reaction: Reaction,
  { words, page, port }: PageContext,
): TemplateResult | typeof nothing {
  const count = comment.reactions?.[reaction] ?? 0;
  const own = comment.me?.reactions?.includes(reaction) ?? false;
  const name = words.idea.reactions[reaction];
  if (!comment.can.includes('react') || !port?.react) {
    return count > 0
      ? html`<span class="quiet reaction">${icon(REACTION_ICONS[reaction])} ${name} ${count}</span>`
      : nothing;
  }
  const toggle = async (): Promise<void> => {
    const key = `react-${comment.id}-${reaction}`;
    const others = (comment.me?.reactions ?? []).filter((each) => each !== reaction);
    page.takeComment({
      ...comment,
      reactions: { ...comment.reactions, [reaction]: Math.max(0, count + (own ? -1 : 1)) },
      me: { reactions: own ? others : [...others, reaction] },
    });
    const done = await page.run(key, () => port.react?.(comment, reaction, !own, page.writing(key, !own)), {
      take: (next) => page.takeComment(next),
    });
    if (done) return;
    page.takeComment(comment);
    page.tellFailure(key, true);
  };
  return html`<button type="button" class="button small quiet reaction" aria-pressed=${own} @click=${toggle}>
    ${icon(REACTION_ICONS[reaction])} <span>${name}</span> ${count > 0 ? html`<span class="count">${count}</span>` : nothing}
  </button>`;
}

function renderRemove(comment: IdeaComment, context: PageContext): TemplateResult | typeof nothing {
  const form: OpenForm = { name: 'remove-comment', comment };
  const { open, page, port, words } = context;
  const key = formKey(form);
  if (!open || formKey(open) !== key) return nothing;
  const remove = async (): Promise<void> => {
    const done = await page.run(key, () => port?.moveComment?.(comment, 'remove', {}, page.writing(key, 'remove')), {
      said: words.talk.removedDone,
      take: (next) => page.takeComment(next),
    });
    if (done) context.toggle(undefined);
  };
  return html`<div class="form" data-form=${key} role="group" aria-label=${words.talk.removeSure}>
    <p>${words.talk.removeSure}</p>
    ${failureNote(key, context)}
    <div class="row">
      <button type="button" class="button small grave" @click=${remove}>${words.talk.removeYes}</button>
      <button type="button" class="button small quiet" @click=${() => context.toggle(undefined)}>
        ${words.page.cancel}
      </button>
    </div>
  </div>`;
}

/** The editor of a reply or of a change, where it is the open form. */
function renderEditor(
  form: OpenForm & { readonly name: 'reply' | 'edit-comment' | 'hide-comment' | 'report-comment' | 'remove-comment' },
  context: PageContext,
  keeper: FormKeeper,
): TemplateResult | typeof nothing {
  const { open, page, port, words, idea } = context;
  const key = formKey(form);
  if (!open || formKey(open) !== key) return nothing;
  const { comment } = form;
  const { talk } = words;
  const reply = form.name === 'reply';
  // What stands there now; `comment` is what stood there when the editor was opened.
  const saved = page.parts.comments.items.find(({ id }) => id === comment.id) ?? comment;
  const opened = 'comment' in open ? open.comment : comment;
  const conflict = !reply && page.failureOf(key)?.kind === 'conflict' && saved.body !== opened.body;
  const send = async ({ detail }: VrCommentSendEvent): Promise<void> => {
    const { kind, body, mentionIds } = detail;
    const input = {
      kind: reply ? ('answer' as const) : kind,
      body,
      parentId: comment.parentId ?? comment.id,
      mentionIds,
    };
    const done = await page.run(
      key,
      () =>
        reply
          ? port?.comment?.(idea.id, input, page.writing(key, input))
          : port?.editComment?.(saved, body, page.writing(key, body, saved.etag)),
      {
        said: reply ? talk.sent : talk.saved,
        take: (next) => page.takeComment(next),
      },
    );
    if (done) keeper.close(key);
    else if (page.failureOf(key)?.kind === 'conflict') void page.load('comments');
  };
  return html`<div class="form" data-form=${key}>
    <vr-comment-editor
      .key=${key}
      .label=${reply ? talk.replyTo(whoOf(comment, context)) : talk.write}
      .submit=${reply ? talk.sendReply : talk.save}
      .text=${reply ? '' : comment.body}
      .draft=${keeper.draftOf(key)}
      .people=${page.parts.people.items}
      .theirs=${conflict ? saved.body : undefined}
      .busy=${page.isBusy(key)}
      .failure=${page.failureOf(key)}
      .cancellable=${true}
      .words=${words}
      @vr-comment-send=${send}
      @vr-people-wanted=${() => wantPeople(context)}
      @vr-form-cancel=${() => context.toggle(undefined)}
      @vr-form-input=${({ detail }: VrFormInputEvent) => keeper.keep(key, detail.values)}
    ></vr-comment-editor>
  </div>`;
}

function wantPeople({ page }: PageContext): void {
  if (page.parts.people.state === 'none' || page.parts.people.state === 'failed') void page.load('people');
}

function renderNew(context: PageContext, keeper: FormKeeper, round: number): TemplateResult {
  const { page, port, words, idea } = context;
  const { talk } = words;
  const key = 'comment';
  const send = async ({ detail }: VrCommentSendEvent): Promise<void> => {
    let pending = false;
    const done = await page.run(key, () => port?.comment?.(idea.id, detail, page.writing(key, detail)), {
      said: talk.sent,
      take: (next) => {
        pending = next.state === 'pending';
        page.takeComment(next);
      },
    });
    if (pending) page.say(talk.sentPending);
    if (done) keeper.close(key);
  };
  return html`<vr-comment-editor
    class="new"
    .key=${`comment-${idea.id}-${round}`}
    .label=${talk.write}
    .submit=${talk.send}
    .draft=${keeper.draftOf(key)}
    .kinds=${KINDS}
    .people=${page.parts.people.items}
    .busy=${page.isBusy(key)}
    .failure=${page.failureOf(key)}
    .words=${words}
    @vr-comment-send=${send}
    @vr-people-wanted=${() => wantPeople(context)}
    @vr-form-input=${({ detail }: VrFormInputEvent) => keeper.keep(key, detail.values)}
  ></vr-comment-editor>`;
}
