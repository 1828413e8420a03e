import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PostsPort } from '../../../backend/ports.ts';
import { newReportLink, postLink } from '../../../internal/post-link.ts';
import type { Idea } from '../../../model/idea.ts';
import type { Post } from '../../../model/post.ts';
import { section } from './page-bits.ts';
import { dayOf, nameOf, safeUrl, type PageContext } from './page-context.ts';

export interface ReportsContext {
  readonly host: ReactiveControllerHost;
  readonly posts: PostsPort;
  /** Page with the reports. */
  readonly feedUrl: string | undefined;
}

interface Found {
  readonly state: 'asking' | 'ready' | 'failed';
  readonly items: readonly Post[];
}

const MOST = 20;
/** Stages in which somebody knows what came of it. */
const WRITTEN_OF = ['evaluated', 'adopted', 'documented', 'transfer'];
/** Each page asks once for each idea that it shows. */
const known = new WeakMap<ReactiveControllerHost, { readonly posts: PostsPort; readonly id: string; found: Found }>();

/** What was written about the idea, and the way to write about it. */
export function renderReports(
  context: PageContext,
  { host, posts, feedUrl }: ReportsContext,
): TemplateResult | typeof nothing {
  const { idea, me, words } = context;
  const { reports: says } = words;
  const found = askFor(idea, posts, host);
  // Without a place that shows reports, they are read where they come from.
  const isHere = feedUrl !== undefined || document.querySelector('vr-blog-feed') !== null;
  const mayWrite = isHere && posts.create !== undefined && me?.anonymous === false && WRITTEN_OF.includes(idea.stage);
  if (found.items.length === 0 && !mayWrite) return nothing;
  return section(
    'reports',
    says.title,
    context,
    html`${
      found.items.length > 0
        ? html`<ul class="refs" role="list">
            ${found.items.map((post) => html`<li>${renderReport(post, isHere, context, feedUrl)}</li>`)}
          </ul>`
        : html`<p class="quiet" role="status">
            ${found.state === 'asking' ? says.loading : found.state === 'failed' ? says.failed : says.none}
          </p>`
    }
    ${mayWrite ? html`<p><a class="button" href=${newReportLink(idea.id, feedUrl)}>${says.write}</a></p>` : nothing}`,
  );
}

function renderReport(post: Post, isHere: boolean, context: PageContext, feedUrl: string | undefined): TemplateResult {
  const { id, title, authors, org, publishedAt } = post;
  const href = isHere ? postLink(id, feedUrl) : safeUrl(post.url);
  const [author] = authors;
  const about = [author ? nameOf(author) : org?.name, publishedAt && dayOf(publishedAt, context)];
  return html`${href ? html`<a href=${href}>${title}</a>` : title}
    <span class="quiet">${about.filter(Boolean).join(' · ')}</span>`;
}

function askFor({ id }: Idea, posts: PostsPort, host: ReactiveControllerHost): Found {
  const before = known.get(host);
  if (before?.posts === posts && before.id === id) return before.found;
  const asked = { posts, id, found: { state: 'asking', items: [] } as Found };
  known.set(host, asked);
  void posts
    .list({ idea: id, limit: MOST })
    .then(
      ({ items }) => (asked.found = { state: 'ready', items }),
      () => (asked.found = { state: 'failed', items: [] }),
    )
    .then(() => host.requestUpdate());
  return asked.found;
}
