import { POST_FACETS, type PostFacet, tagKey } from '../../../src/model/post-filter.ts';
import { foldText } from '../../../src/model/fold-text.ts';
import type { HubConfig } from '../config/config.ts';
import type { Directory } from '../directory/directory.ts';
import { OWN_SOURCE, type Token, type Tokens } from './post-entry.ts';
import type { Chosen } from './post-counts.ts';

/** What a list is narrowed by, as it comes in an address. */
export interface PostFilter {
  readonly tag?: readonly string[];
  readonly author?: readonly string[];
  readonly source?: readonly string[];
  readonly topic?: readonly string[];
  readonly size?: readonly string[];
  readonly maturity?: readonly string[];
  readonly report?: boolean;
}

export type SourceNames = {
  readonly config: Pick<HubConfig, 'title' | 'sources'>;
  readonly directory: Directory;
};

/** The id of a source that is called by it or by its name; a text that is none stands for itself. */
function sourceKey({ config }: SourceNames, text: string): string {
  const name = foldText(text);
  if (text === OWN_SOURCE || foldText(config.title) === name) return OWN_SOURCE;
  const { sources } = config;
  return (sources.find(({ id }) => id === text) ?? sources.find(({ label }) => foldText(label) === name))?.id ?? text;
}

/** Names become values as posts have them; what no post has is counted with none. */
export function readChoice(names: SourceNames, filter: PostFilter, tokens: Tokens): Chosen {
  const keyOf: Readonly<Record<PostFacet, (text: string) => string>> = {
    tag: tagKey,
    author: foldText,
    source: (text) => sourceKey(names, text),
    topic: (text) => names.directory.topicKey(text),
    size: (text) => text,
    maturity: (text) => text,
    report: (text) => text,
  };
  return POST_FACETS.map((facet) => {
    const texts = facet === 'report' ? (filter.report ? ['yes'] : []) : (filter[facet] ?? []);
    if (texts.length === 0) return undefined;
    const wanted = new Set<Token>();
    for (const text of texts) {
      const key = keyOf[facet](text);
      // Only what somebody wrote is remembered: addresses must not fill the memory.
      wanted.add(tokens.find(facet, key) ?? { value: facet === 'tag' || facet === 'author' ? text : key, count: 0 });
    }
    return wanted;
  });
}
