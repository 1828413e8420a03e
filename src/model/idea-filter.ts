import type { Topic } from './common.ts';
import type { Idea } from './idea.ts';
import { IDEA_ORDER, type IdeaSort } from './idea-order.ts';
import { indexIdeas } from './idea-search.ts';
import type { FacetCount, Facets } from './page.ts';
import type { TextIndex } from './text-search.ts';

/** Properties that a list is narrowed by, each with the number of ideas a value has. */
export const IDEA_FACETS = ['stage', 'topic', 'org', 'reach', 'need'] as const;
export type IdeaFacet = (typeof IDEA_FACETS)[number];

/** What a reader narrows a list of ideas by: several values of one property widen, several properties narrow. */
export interface IdeaFilter extends Readonly<Partial<Record<IdeaFacet, readonly string[]>>> {
  readonly q?: string;
  /** Without it the newest activity is first; with words and without it, what fits best. */
  readonly sort?: IdeaSort;
  readonly mine?: 'author' | 'following';
  readonly queue?: boolean;
}

export interface FilteredIdeas {
  readonly items: readonly Idea[];
  /** Counts as if no choice had been made in that property; what was chosen is there even with 0. */
  readonly facets: Facets;
}

/** What an organisation or a topic of no scheme is found by. */
const orgValue = ({ id, name }: { readonly id?: string; readonly name: string }): string => id ?? name;

/** A list of ideas that can be asked again and again: words are indexed with the first search. */
export class IdeaCollection {
  readonly ideas: readonly Idea[];
  readonly #values: Readonly<Record<IdeaFacet, readonly (readonly string[])[]>>;
  readonly #labels: Readonly<Record<'topic' | 'org', ReadonlyMap<string, string>>>;
  /** Other names of a topic or an organisation that a filter may use. */
  readonly #names: Readonly<Record<'topic' | 'org', ReadonlyMap<string, string>>>;
  #index: TextIndex<Idea> | undefined;

  constructor(ideas: readonly Idea[]) {
    this.ideas = ideas;
    const topics = new Map<string, Topic>();
    const orgLabels = new Map<string, string>();
    const orgNames = new Map<string, string>();
    for (const idea of ideas) {
      for (const topic of idea.topics) topics.set(topic.id, topic);
      for (const org of idea.orgs) {
        if (!orgLabels.has(orgValue(org))) orgLabels.set(orgValue(org), org.name);
        if (!orgNames.has(org.name)) orgNames.set(org.name, orgValue(org));
      }
    }
    const topicLabels = new Map<string, string>();
    const topicNames = new Map<string, string>();
    for (const { id, label } of topics.values()) {
      topicLabels.set(id, label.de ?? label.en ?? id);
      for (const name of [label.de, label.en]) if (name && !topicNames.has(name)) topicNames.set(name, id);
    }
    this.#labels = { topic: topicLabels, org: orgLabels };
    this.#names = { topic: topicNames, org: orgNames };
    this.#values = {
      stage: ideas.map(({ stage }) => [stage]),
      topic: ideas.map((idea) => withBroader(idea.topics, topics)),
      org: ideas.map(({ orgs }) => unique(orgs.map(orgValue))),
      reach: ideas.map(({ reach }) => (reach ? [reach] : [])),
      need: ideas.map(({ needs }) => unique(needs.flatMap(({ kind, filledBy }) => (filledBy ? [] : [kind])))),
    };
  }

  get index(): TextIndex<Idea> {
    return (this.#index ??= indexIdeas(this.ideas));
  }

  /** Ideas that pass, in order, and the counts of what the list can be narrowed by. */
  filter(filter: IdeaFilter): FilteredIdeas {
    const ranks = filter.q?.trim() ? this.#rank(filter.q) : undefined;
    const chosen = IDEA_FACETS.flatMap((name) => {
      const values = filter[name];
      return values?.length ? [{ name, values: new Set(values.map((value) => this.#valueOf(name, value))) }] : [];
    });
    const counts = new Map(IDEA_FACETS.map((name) => [name, new Map<string, number>()]));
    for (const { name, values } of chosen) for (const value of values) counts.get(name)!.set(value, 0);

    const passed: number[] = [];
    for (let position = 0; position < this.ideas.length; position++) {
      const idea = this.ideas[position]!;
      if ((ranks && !ranks.has(idea)) || !passesOthers(idea, filter)) continue;
      const failed = chosen.filter(
        ({ name, values }) => !this.#values[name][position]!.some((value) => values.has(value)),
      );
      // Missing by two properties it counts nowhere, by one only there, where the choice is not looked at.
      if (failed.length > 1) continue;
      const only = failed[0]?.name;
      for (const name of only ? [only] : IDEA_FACETS) {
        const of = counts.get(name)!;
        for (const value of this.#values[name][position]!) of.set(value, (of.get(value) ?? 0) + 1);
      }
      if (!only) passed.push(position);
    }
    const items = passed.map((position) => this.ideas[position]!);
    if (ranks && !filter.sort) items.sort((a, b) => ranks.get(a)! - ranks.get(b)!);
    else items.sort(IDEA_ORDER[filter.sort ?? 'active']);
    return { items, facets: this.#facets(counts) };
  }

  #rank(q: string): ReadonlyMap<Idea, number> {
    return new Map(this.index.search(q).map(({ item }, rank) => [item, rank]));
  }

  /** Editors may name a topic or an organisation by its word. */
  #valueOf(name: IdeaFacet, value: string): string {
    if ((name !== 'topic' && name !== 'org') || this.#labels[name].has(value)) return value;
    return this.#names[name].get(value) ?? value;
  }

  #facets(counts: ReadonlyMap<IdeaFacet, ReadonlyMap<string, number>>): Facets {
    return Object.fromEntries(
      IDEA_FACETS.map((name) => {
        const labels = name === 'topic' || name === 'org' ? this.#labels[name] : undefined;
        const facet = [...counts.get(name)!].map(([value, count]): FacetCount => {
          const label = labels?.get(value);
          return { value, count, ...(label ? { label } : {}) };
        });
        return [name, facet.sort((a, b) => b.count - a.count || compareText(a.label ?? a.value, b.label ?? b.value))];
      }),
    );
  }
}

function passesOthers(idea: Idea, { mine, queue }: IdeaFilter): boolean {
  if (mine === 'author' && !idea.me?.author) return false;
  if (mine === 'following' && !idea.me?.following) return false;
  return !queue || idea.stage === 'submitted' || (idea.reports ?? 0) > 0;
}

/** Topics and those above them, as far as the list itself names these. */
function withBroader(own: readonly Topic[], all: ReadonlyMap<string, Topic>): readonly string[] {
  const found = new Set<string>();
  for (const topic of own) {
    let each: Topic | undefined = topic;
    while (each && !found.has(each.id)) {
      found.add(each.id);
      each = each.broader === undefined ? undefined : all.get(each.broader);
    }
  }
  return [...found];
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
