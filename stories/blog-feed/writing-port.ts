import { BackendError } from '../../src/backend/backend-error.ts';
import type { PostsPort, PostVocabulary } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import type { Topic } from '../../src/model/common.ts';
import type { PostInput, PostPrefill, PostStep } from '../../src/model/post-input.ts';
import type { Post, PostDeed, PostState } from '../../src/model/post.ts';

export const TOPICS: readonly Topic[] = [
  { id: 'verfahren', label: { de: 'Verfahren', en: 'Procedures' } },
  { id: 'beteiligung', label: { de: 'Beteiligung', en: 'Participation' } },
  { id: 'sprache', label: { de: 'Verständliche Sprache', en: 'Plain language' } },
];
const LINDENHAFEN = { id: 'lindenhafen', name: 'Stadt Lindenhafen' };

const meAs = (id: string, displayName: string, role: string): Me => ({
  anonymous: false,
  person: { id, displayName, org: LINDENHAFEN },
  memberships: [{ org: LINDENHAFEN, roles: [role] }],
  can: [],
});
export const AYLA = meAs('ayla', 'Ayla Mutig', 'member');
export const MODERATOR = meAs('rosa', 'Rosa Redlich', 'moderator');
export const STRANGER: Me = { anonymous: true, can: [] };

/** A square of one colour, as an upload would be: no host is asked for it. */
export const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkaPhfDwADRQG/1OsWcQAAAABJRU5ErkJggg==';

export const VOCABULARY: PostVocabulary = {
  topics: TOPICS,
  orgs: [LINDENHAFEN],
  images: { files: 3, bytes: 5_000_000, mediaTypes: ['image/png', 'image/jpeg', 'image/webp'] },
  moderated: true,
};

/** What the idea "Sitzungsvorlagen auf einer Seite" gives for a report. */
export const PREFILL: PostPrefill = {
  ideaTitle: 'Sitzungsvorlagen auf einer Seite',
  input: {
    title: 'Sitzungsvorlagen auf einer Seite',
    chapters: {
      situation: 'Vorlagen für den Stadtrat hatten im Schnitt elf Seiten.',
      approach: 'Drei Monate lang haben zwei Ämter eine Vorlage mit fünf Fragen benutzt.',
      result: '- Seiten je Vorlage: vorher 11, nachher 4\n- Rückfragen: vorher 9, nachher 3',
    },
    topics: ['verfahren'],
    maturity: 'evaluated',
    ideaId: 'i-7',
  },
  missing: ['pitfalls', 'contact'],
};

/** A post of Ayla's that stands somewhere. */
export const ownPost = (state: PostState, more: Partial<Post> = {}): Post => ({
  id: `p-${state}`,
  title: 'Wie wir Sitzungsvorlagen halbiert haben',
  teaser: 'Fünf Fragen, eine Seite: was zwei Ämter in drei Monaten gelernt haben.',
  authors: [{ id: 'ayla', displayName: 'Ayla Mutig', org: LINDENHAFEN }],
  org: LINDENHAFEN,
  tags: ['Vorlagen', 'Stadtrat'],
  topics: [TOPICS[0]!],
  chapters: {
    situation: 'Vorlagen hatten im Schnitt elf Seiten. Gelesen wurde die erste.',
    approach: 'Wir haben eine Vorlage mit **fünf Fragen** gebaut und drei Monate lang erprobt.',
    result: '- Seiten: von 11 auf 4\n- Rückfragen: von 9 auf 3',
    pitfalls: 'Frau Sorgsam aus dem Rechtsamt wollte anfangs jede Anlage zurück.',
  },
  size: 'medium-town',
  maturity: 'everyday',
  images: [{ id: 'u-1', url: PICTURE, alt: 'Eine Seite mit fünf Überschriften' }],
  state,
  updatedAt: '2026-11-20T09:00:00Z',
  ...(state === 'published' && { publishedAt: '2026-11-21T08:00:00Z' }),
  ...(state === 'scheduled' && { publishAt: '2027-01-12T07:00:00Z' }),
  ...(state === 'returned' && { question: 'Wie viel Zeit hat das die Ämter gekostet? Bitte ergänzen Sie eine Zahl.' }),
  can: deedsOf(state, 'author'),
  etag: '"1"',
  ...more,
});

function deedsOf(state: PostState, who: 'author' | 'moderator'): readonly PostDeed[] {
  const steps: Readonly<Record<PostState, readonly PostDeed[]>> = {
    draft: who === 'author' ? ['update', 'submit', 'delete'] : ['update', 'publish', 'schedule', 'delete'],
    returned: who === 'author' ? ['update', 'submit', 'delete'] : ['update'],
    pending: who === 'author' ? ['update', 'withdraw'] : ['update', 'publish', 'schedule', 'return'],
    scheduled: who === 'author' ? ['withdraw'] : ['update', 'publish', 'schedule', 'withdraw'],
    published: ['update', 'withdraw'],
    withdrawn: who === 'author' ? ['update', 'submit'] : ['update', 'publish'],
  };
  return steps[state];
}

export interface WritingPort extends PostsPort {
  /** What was done, in its order. */
  readonly calls: (readonly unknown[])[];
  /** Somebody else changes a post. */
  change(id: string, change: Partial<Post>): void;
}

const AFTER: Readonly<Record<PostStep['to'], PostState>> = {
  submit: 'pending',
  publish: 'published',
  schedule: 'scheduled',
  return: 'returned',
  withdraw: 'withdrawn',
};

/** A port that keeps posts, and refuses what was changed meanwhile, as the hub does. */
export function writingPort(
  posts: readonly Post[] = [],
  { who = 'author', vocabulary = VOCABULARY }: { who?: 'author' | 'moderator'; vocabulary?: PostVocabulary } = {},
): WritingPort {
  const kept = new Map(posts.map((post) => [post.id, { ...post, can: deedsOf(post.state ?? 'draft', who) }]));
  const calls: (readonly unknown[])[] = [];
  const uploads = new Map<string, string>();
  const find = (id: string, ifMatch?: string): Post => {
    const post = kept.get(id);
    if (!post) throw new BackendError('missing', `No post ${id}`, { status: 404 });
    if (ifMatch !== undefined && ifMatch !== post.etag)
      throw new BackendError('conflict', 'Changed meanwhile', { status: 412 });
    return post;
  };
  const put = (post: Post): Post => {
    const etag = `"${Number((post.etag ?? '"0"').replaceAll('"', '')) + 1}"`;
    const next = { ...post, etag, can: deedsOf(post.state ?? 'draft', who) };
    kept.set(post.id, next);
    return next;
  };
  const applied = (post: Post, { topics, images, size, maturity, ideaId, ...input }: PostInput): Post => ({
    ...post,
    ...(input as Partial<Post>),
    ...(topics && { topics: TOPICS.filter(({ id }) => topics.includes(id)) }),
    ...(images && { images: images.map(({ id, alt }) => ({ id, alt, url: uploads.get(id) ?? PICTURE })) }),
    ...(size && { size }),
    ...(maturity && { maturity }),
    ...(ideaId && { ideaId, ideaTitle: PREFILL.ideaTitle }),
  });
  return {
    calls,
    change: (id, change) => void put({ ...find(id), ...change }),
    list: async ({ mine, queue }) => {
      const all = [...kept.values()];
      const items = mine
        ? all.filter(({ authors }) => authors[0]?.id === (who === 'author' ? 'ayla' : 'rosa'))
        : queue
          ? all.filter(({ state }) => state === 'pending')
          : all.filter(({ state }) => state === 'published');
      return { items, problems: [], total: items.length };
    },
    get: async (id) => find(id),
    vocabulary: async () => vocabulary,
    prefill: async () => PREFILL,
    create: async (input) => {
      calls.push(['create', input]);
      const id = `neu-${kept.size + 1}`;
      const { person } = who === 'author' ? AYLA : MODERATOR;
      const blank: Post = { id, title: '', teaser: '', tags: [], authors: person ? [person] : [], state: 'draft' };
      return put(applied(blank, input));
    },
    update: async (id, input, { ifMatch } = {}) => {
      const post = find(id, ifMatch);
      calls.push(['update', id, input]);
      return put(applied(post, input));
    },
    step: async (id, step, { ifMatch } = {}) => {
      const post = find(id, ifMatch);
      calls.push(['step', id, step]);
      return put({
        ...post,
        state: AFTER[step.to],
        ...(step.publishAt && { publishAt: step.publishAt }),
        ...(step.to === 'return' && step.note && { question: step.note }),
      });
    },
    remove: async (id) => {
      calls.push(['remove', id]);
      kept.delete(id);
    },
    attach: async (file, { alt }, { onProgress } = {}) => {
      calls.push(['attach', file.name, alt]);
      onProgress?.(1);
      const id = `u-${uploads.size + 2}`;
      uploads.set(id, PICTURE);
      return { id, url: PICTURE };
    },
  };
}
