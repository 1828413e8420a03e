import { hasAddress, withoutAddresses } from '../../../src/backend/no-addresses.ts';
import type { PostsPort } from '../../../src/backend/posts-port.ts';
import type { PersonRef } from '../../../src/model/common.ts';
import type { Page, Problem } from '../../../src/model/page.ts';
import type { Post } from '../../../src/model/post.ts';
import { withReport } from '../../../src/model/report-lens.ts';
import type { SourceConfig } from '../config/config.ts';
import type { Directory } from '../directory/directory.ts';

const PAGE = 100;

export interface PostsRead {
  readonly posts: readonly Post[];
  readonly problems: readonly Problem[];
}

/** `Anna Muster` of `anna@muster.example (Anna Muster)`, which RSS asks for; nobody where there is only the address. */
function authorOf(author: PersonRef): PersonRef[] {
  const { displayName } = author;
  if (!hasAddress(displayName)) return [author];
  const name = withoutAddresses(displayName)
    .replace(/…|mailto:|[<>()"]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}/u.test(name) ? [{ ...author, displayName: name }] : [];
}

/** A post as the hub keeps it: no addresses of its authors, and what the configuration says of its source. */
function gatheredPost(post: Post, { org, topics = [] }: SourceConfig, directory: Directory): Post {
  const organisation = post.org ?? (org === undefined ? undefined : directory.orgRef(org));
  const named = topics.flatMap((id) => directory.topic(id) ?? []).map(({ id, label }) => ({ id, label }));
  const authors = post.authors.flatMap(authorOf);
  return withReport({
    ...post,
    authors,
    ...(organisation && { org: organisation }),
    ...(named.length > 0 && { topics: [...(post.topics ?? []), ...named] }),
  });
}

export interface ReadPostsOptions {
  readonly source: SourceConfig;
  readonly directory: Directory;
  /** Posts at most. */
  readonly most: number;
  /** Ids at the source of what is here already: a page of nothing new ends the reading. Without them all is read. */
  readonly known?: ReadonlySet<string>;
}

/**
 * Reads the posts of a source, the newest first, page by page.
 * @throws BackendError where not even the first page can be had; what fails later is a problem beside what was read
 */
export async function readPosts(
  port: PostsPort,
  { source, directory, most, known }: ReadPostsOptions,
): Promise<PostsRead> {
  const posts = new Map<string, Post>();
  const problems: Problem[] = [];
  for (let cursor: string | undefined; ;) {
    let page: Page<Post>;
    try {
      page = await port.list({ limit: Math.min(PAGE, most), ...(cursor && { cursor }) });
    } catch (error) {
      if (cursor === undefined) throw error;
      problems.push({ code: 'limit-reached', detail: `only the first ${posts.size} posts could be read` });
      break;
    }
    if (cursor === undefined) problems.push(...page.problems);
    const isNew = page.items.some(({ id }) => !known?.has(id));
    for (const item of page.items) {
      if (posts.size >= most) break;
      posts.set(item.id, gatheredPost(item, source, directory));
    }
    if (posts.size >= most) {
      if (page.next || page.items.length > most)
        problems.push({ code: 'limit-reached', detail: `only the newest ${most} posts are kept` });
      break;
    }
    if (!page.next || page.next === cursor || !isNew) break;
    cursor = page.next;
  }
  return { posts: [...posts.values()], problems };
}
