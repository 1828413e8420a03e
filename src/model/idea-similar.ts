import type { Idea, SimilarItem } from './idea.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { TextIndex } from './text-search.ts';

/** How much of what is being written another idea must have in it; less is chance. */
const SHARE = 0.25;

/** Ideas like what is being written, the best first: one word of weight is enough, and many small ones say nothing. */
export function similarIdeas(
  index: TextIndex<Idea>,
  { q, without, limit = 5 }: { readonly q: string; readonly without?: string; readonly limit?: number },
): readonly SimilarItem[] {
  return index
    .search(q, { any: true, without: STOP_WORDS })
    .filter(({ share, item }) => share >= SHARE && item.id !== without && item.stage !== 'draft')
    .slice(0, Math.max(0, limit))
    .map(({ item }) => toSimilar(item));
}

/** An idea as it is named beside another; one that is documented is a practice already. */
function toSimilar({ id, title, summary, stage, orgs, url }: Idea): SimilarItem {
  const [org] = orgs;
  return {
    kind: stage === 'documented' || stage === 'transfer' ? 'practice' : 'idea',
    id,
    title,
    stage,
    ...(summary ? { summary } : {}),
    ...(org ? { org } : {}),
    ...(url ? { url } : {}),
  };
}
