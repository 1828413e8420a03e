import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PostsPort } from '../../../backend/ports.ts';
import { shortDay } from '../../../i18n/date-words.ts';
import type { PostEditorMessages } from '../../../i18n/de/post-editor.ts';
import type { PageLane } from '../../../internal/page-lane.ts';
import type { Post } from '../../../model/post.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { typedTime } from '../../../model/wall-clock.ts';
import { icon } from '../../shared/icons.ts';
import { STATE_ICONS } from './desk-icons.ts';

/** What the desk is drawn with. */
export interface DeskContext {
  readonly words: PostEditorMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly port: PostsPort;
  /** Level of the items' headings, 1 to 6. */
  readonly headingLevel: number;
  /** Posts that are gone. */
  readonly gone: ReadonlySet<string>;
  /** Draws the question before a post is deleted, where it stands open. */
  readonly asking: (post: Post) => unknown;
  readonly onEdit: (id: string) => void;
  readonly onRead: (id: string) => void;
  readonly onDelete: (post: Post) => void;
}

/** Posts, one below the other, with what can be done with them; the next page on wish. */
export function renderPosts(
  lane: PageLane<Post>,
  empty: string,
  context: DeskContext,
  isQueue: boolean,
): TemplateResult {
  const { words, gone } = context;
  const posts = lane.items.filter(({ id }) => !gone.has(id));
  if (lane.error && posts.length === 0) {
    return html`<vr-status
      .state=${'failed'}
      .error=${lane.error}
      .words=${words}
      @vr-status-retry=${() => lane.more()}
    ></vr-status>`;
  }
  if (posts.length === 0 && (lane.busy || lane.hasMore))
    return html`<p class="quiet" role="status">${words.desk.loading}</p>`;
  if (posts.length === 0) return html`<p class="quiet">${empty}</p>`;
  return html`<ul class="posts" role="list">
      ${repeat(
        posts,
        ({ id }) => id,
        (post) => renderPost(post, context, isQueue),
      )}
    </ul>
    ${lane.error ? html`<p class="failure" role="alert">${words.failure[lane.error.kind]}</p>` : nothing}
    ${
      lane.hasMore
        ? html`<button type="button" class="button more" aria-disabled=${lane.busy ? 'true' : nothing} @click=${() => lane.more()}>
            ${lane.busy ? words.status.loading : words.common.showMore}
          </button>`
        : nothing
    }`;
}

function renderPost(post: Post, context: DeskContext, isQueue: boolean): TemplateResult {
  const { words, headingLevel, asking, port, onEdit, onRead, onDelete } = context;
  const { desk } = words;
  const { id, state = 'draft', can = [], question, authors, org, ideaTitle } = post;
  const title = post.title.trim() || desk.untitled;
  const by = isQueue ? [...authors.map(({ displayName }) => displayName), org?.name].filter(Boolean).join(', ') : '';
  const isEdited = can.some((deed) => deed !== 'delete');
  const named = (label: string): TemplateResult => html`${label}<span class="visually-hidden">: ${title}</span>`;
  return html`<li class="post" data-id=${id}>
    <p class="state" data-state=${state}>
      ${icon(STATE_ICONS[state])}<span>${[desk.states[state], whenWords(post, context)].filter(Boolean).join(' · ')}</span>
    </p>
    <div class="name" role="heading" aria-level=${headingLevel} tabindex="-1">${title}</div>
    ${by || ideaTitle ? html`<p class="quiet">${[by, ideaTitle && desk.ofIdea(ideaTitle)].filter(Boolean).join(' · ')}</p>` : nothing}
    ${question && state === 'returned' ? html`<p class="question"><strong>${desk.question}</strong> ${question}</p>` : nothing}
    <div class="row">
      ${
        isEdited
          ? html`<button type="button" class="button small" @click=${() => onEdit(id)}>${named(editWord(state, isQueue, words))}</button>`
          : nothing
      }
      ${
        state === 'published'
          ? html`<button type="button" class="button small quiet" @click=${() => onRead(id)}>${named(desk.read)}</button>`
          : nothing
      }
      ${
        can.includes('delete') && port.remove
          ? html`<button type="button" class="button small quiet" data-delete=${id} @click=${() => onDelete(post)}>${named(desk.delete)}</button>`
          : nothing
      }
    </div>
    ${asking(post)}
  </li>`;
}

function editWord(state: Post['state'], isQueue: boolean, { desk }: PostEditorMessages): string {
  if (isQueue) return desk.examine;
  if (state === 'draft' || state === 'returned') return desk.goOn;
  return state === 'pending' || state === 'scheduled' ? desk.look : desk.edit;
}

/** When the post came, comes or was changed. */
function whenWords(
  { state, updatedAt, publishedAt, publishAt }: Post,
  { words, locale, timeZone }: DeskContext,
): string {
  const { desk, editor } = words;
  const isKnown = (at: string | undefined): at is string => at !== undefined && !Number.isNaN(Date.parse(at));
  const day = (at: string): string => shortDay(locale, plainDateAt(timeZone, Date.parse(at)));
  if (state === 'scheduled' && isKnown(publishAt)) {
    const { date, time } = typedTime(publishAt, timeZone);
    return desk.scheduled(editor.clock(shortDay(locale, date), time));
  }
  if (state === 'published' && isKnown(publishedAt)) return desk.published(day(publishedAt));
  if (!isKnown(updatedAt)) return '';
  return state === 'pending' ? desk.since(day(updatedAt)) : desk.changed(day(updatedAt));
}
