import { FacetColumn } from './facet-column.ts';
import { htmlToText } from './html-text.ts';
import type { Facets } from './page.ts';
import type { Post, PostSource } from './post.ts';
import type { SearchField } from './text-search.ts';
import type { Topic } from './common.ts';
import { TopicTree } from './topic-tree.ts';

/** Properties that a list of posts is narrowed by. */
export const POST_FACETS = ['tag', 'author', 'source', 'topic', 'size', 'maturity', 'report'] as const;
export type PostFacet = (typeof POST_FACETS)[number];

/** Several values of one property widen, several properties narrow. */
export interface PostFilter extends Readonly<Partial<Record<Exclude<PostFacet, 'report'>, readonly string[]>>> {
  readonly report?: boolean;
  readonly idea?: string;
}

export interface FilteredPosts {
  readonly items: readonly Post[];
  /** Counts as if no choice had been made in that property; what was chosen is there even with 0. */
  readonly facets: Facets;
}

/** Where words are looked for in a post. */
export const POST_FIELDS: readonly SearchField<Post>[] = [
  { weight: 3, text: ({ title }) => title },
  { weight: 2, text: ({ tags }) => tags },
  { weight: 2, text: ({ topics = [] }) => topics.flatMap(({ label }) => [label.de, label.en]) },
  { weight: 2, text: ({ authors, org }) => [...authors.map(({ displayName }) => displayName), org?.name] },
  { weight: 1.5, text: ({ teaser }) => teaser },
  {
    weight: 1,
    // What a reader has cut out of the text stands there already.
    text: ({ content, report }) =>
      content ? htmlToText(content) : Object.values(report ?? {}).map((chapter) => chapter && htmlToText(chapter)),
  },
];

/** The newest first; those without a date come last. */
export function comparePosts({ publishedAt: a = '' }: Post, { publishedAt: b = '' }: Post): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** Whether it tells of an experience; lists may leave its chapters out. */
export const isReport = ({ report }: Post): boolean => report !== undefined;

/** What readers know a source by. */
export const sourceName = ({ label, title, url, id }: PostSource): string => {
  const address = url ?? id;
  return label ?? title ?? (URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : id);
};

/** Tags are one, whatever their case. */
export const tagKey = (tag: string): string => tag.normalize('NFC').trim().toLowerCase();

/** A list of posts that can be asked again and again, the newest first. */
export class PostCollection {
  readonly posts: readonly Post[];
  readonly #columns = Object.fromEntries(POST_FACETS.map((name) => [name, new FacetColumn()])) as Record<
    PostFacet,
    FacetColumn
  >;
  /** Tags as they were written first. */
  readonly #tags = new Map<string, string>();
  /** Sources by their names, which editors may write in place of an id. */
  readonly #sources = new Map<string, string>();
  readonly #topics: TopicTree;

  /** @param scheme topics that the source names by itself; those of the posts are known besides */
  constructor(posts: readonly Post[], scheme: readonly Topic[] = []) {
    this.posts = [...posts].sort(comparePosts);
    this.#topics = new TopicTree(scheme);
    for (const { topics = [] } of posts) for (const topic of topics) this.#topics.learn(topic);
    const columns = this.#columns;
    for (const post of this.posts) {
      const { tags, authors, source, topics = [], size, maturity } = post;
      for (const tag of tags) if (!this.#tags.has(tagKey(tag))) this.#tags.set(tagKey(tag), tag.trim());
      columns.tag.add(tags.map((tag) => this.#tags.get(tagKey(tag))!));
      columns.author.add(authors.map(({ displayName }) => displayName));
      columns.source.add(source ? [source.id] : []);
      if (source) {
        columns.source.label(source.id, sourceName(source));
        for (const name of [source.label, source.title, sourceName(source)])
          if (name && !this.#sources.has(name)) this.#sources.set(name, source.id);
      }
      columns.topic.add(topics.flatMap(({ id }) => this.#topics.withBroader(id)));
      columns.size.add(size ? [size] : []);
      columns.maturity.add(maturity ? [maturity] : []);
      columns.report.add(isReport(post) ? ['yes'] : []);
    }
    for (const [id, label] of this.#topics.labels()) columns.topic.label(id, label);
  }

  /** Topics as far as somebody named them. */
  get topicTree(): TopicTree {
    return this.#topics;
  }

  /**
   * Posts that pass, and the counts of what the list can be narrowed by.
   * @param scores how well each fits what was searched for, 0 for not at all; the best are first then
   */
  filter(filter: PostFilter, scores?: Float64Array): FilteredPosts {
    const columns = this.#columns;
    const chosen = POST_FACETS.flatMap((name) => {
      const values = this.#chosen(name, filter);
      return values.length > 0 ? [{ name, marks: columns[name].choose(values) }] : [];
    });
    const counts = POST_FACETS.map((name) => ({ name, column: columns[name], counter: columns[name].counter() }));
    const passed: number[] = [];
    for (let position = 0; position < this.posts.length; position++) {
      if (scores?.[position] === 0) continue;
      if (filter.idea !== undefined && this.posts[position]!.ideaId !== filter.idea) continue;
      const failed = chosen.filter(({ name, marks }) => !columns[name].has(position, marks));
      // Missing by two properties it counts nowhere, by one only there, where the choice is not looked at.
      if (failed.length > 1) continue;
      const only = failed[0]?.name;
      if (!only) passed.push(position);
      for (const { name, column, counter } of counts) if (!only || only === name) column.count(position, counter);
    }
    if (scores) passed.sort((a, b) => scores[b]! - scores[a]! || a - b);
    return {
      items: passed.map((position) => this.posts[position]!),
      facets: Object.fromEntries(
        counts.map(({ name, column, counter }) => [
          name,
          column.facet(counter, chosen.find((each) => each.name === name)?.marks),
        ]),
      ),
    };
  }

  #chosen(name: PostFacet, filter: PostFilter): readonly string[] {
    if (name === 'report') return filter.report ? ['yes'] : [];
    const values = filter[name] ?? [];
    if (name === 'tag') return values.map((value) => this.#tags.get(tagKey(value)) ?? value);
    if (name === 'source') return values.map((value) => this.#sources.get(value) ?? value);
    return name === 'topic' ? values.map((value) => this.#topics.idOf(value)) : values;
  }
}
