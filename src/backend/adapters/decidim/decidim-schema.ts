/** What the GraphQL API of Decidim (`POST /api`) answers about a component of proposals. */

export interface TranslatedField {
  readonly translations?: unknown;
}

export interface DecidimProposal {
  readonly id?: unknown;
  readonly title?: TranslatedField | null;
  readonly body?: TranslatedField | null;
  readonly state?: unknown;
  readonly withdrawn?: unknown;
  readonly publishedAt?: unknown;
  readonly createdAt?: unknown;
  readonly updatedAt?: unknown;
  /** null while votes are hidden. */
  readonly voteCount?: unknown;
  readonly totalCommentsCount?: unknown;
  readonly address?: unknown;
  readonly author?: { readonly name?: unknown } | null;
  readonly answer?: TranslatedField | null;
  readonly answeredAt?: unknown;
  readonly taxonomies?: unknown;
  readonly category?: { readonly id?: unknown; readonly name?: TranslatedField | null } | null;
}

const WORDS = 'translations { locale text }';
const PROPOSAL = `id title { ${WORDS} } body { ${WORDS} } state publishedAt createdAt updatedAt voteCount totalCommentsCount
 address author { name } answer { ${WORDS} } answeredAt`;

/** Fields that came with newer versions, and what older ones have in their place; an unknown field fails the question. */
export const VARIANTS = [
  `withdrawn taxonomies { id name { ${WORDS} } }`,
  `category { id name { ${WORDS} } }`,
  '',
] as const;

/** One page of proposals, the newest first. */
export const pageQuery = (
  variant: string,
): string => `query Ideas($component: ID!, $first: Int, $after: String) { component(id: $component) { id ... on Proposals {
 proposals(first: $first, after: $after, order: { publishedAt: "desc" }) {
 pageInfo { hasNextPage endCursor } nodes { ${PROPOSAL} ${variant} } } } } }`;
