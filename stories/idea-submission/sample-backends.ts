import { BackendError, type BackendErrorKind, type BackendErrorOptions } from '../../src/backend/backend-error.ts';
import type { AccountPort, Backend, CreateOptions, IdeasPort, IdeaVocabulary } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import type { IdeaInput } from '../../src/model/idea-input.ts';
import type { Attachment, Idea, SimilarItem } from '../../src/model/idea.ts';

/** The moment at which the samples play. */
export const NOW = '2026-03-12T10:00:00+01:00';
export const SECRET = 'probe-geheimnis-0123456789abcdef';

export const VOCABULARY: IdeaVocabulary = {
  topics: [
    { id: 'kultur', label: { de: 'Organisationskultur', en: 'Organisational culture' } },
    { id: 'ko-produktion', label: { de: 'Co-Produktion und Co-Kreation', en: 'Co-production and co-creation' } },
    { id: 'transparenz', label: { de: 'Transparenz', en: 'Transparency' } },
    { id: 'demografie', label: { de: 'Demografischer Wandel', en: 'Demographic change' } },
    { id: 'struktur', label: { de: 'Strukturwandel', en: 'Structural change' } },
    { id: 'klima', label: { de: 'Klimawandel', en: 'Climate change' } },
    { id: 'digital', label: { de: 'Digitale Transformation', en: 'Digital transformation' } },
  ],
  orgs: [
    { id: 'lindenhafen', name: 'Stadt Lindenhafen', kind: 'administration' },
    { id: 'auental', name: 'Kreis Auental', kind: 'administration' },
    { id: 'brueckfurt', name: 'Stadt Brückfurt', kind: 'administration' },
  ],
  anonymous: true,
  attachments: {
    files: 5,
    bytes: 10_000_000,
    mediaTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'application/pdf'],
  },
};

export const SIMILAR: readonly SimilarItem[] = [
  {
    kind: 'idea',
    id: 'fahrten',
    title: 'Fahrten zum Bauhof bündeln',
    summary: 'Wer ohnehin fährt, nimmt mit, was andere brauchen. Eine Tafel am Tor genügt.',
    stage: 'trying',
    org: { id: 'auental', name: 'Kreis Auental' },
  },
  {
    kind: 'practice',
    id: 'zettel',
    title: 'Der Werkstattzettel, den alle verstehen',
    stage: 'documented',
    org: { id: 'brueckfurt', name: 'Stadt Brückfurt' },
    url: 'https://brueckfurt.example/werkstattzettel',
  },
  {
    kind: 'event',
    id: 'treff@lindenhafen.example',
    title: 'Meetup: Wissen aus dem Depot',
    start: '2026-03-26T14:00:00+01:00',
    org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
    url: 'https://lindenhafen.example/treff',
  },
];

export const ROSA: Me = {
  anonymous: false,
  person: { id: 'rosa-wiesengrund', displayName: 'Rosa Wiesengrund' },
  memberships: [{ org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' }, unit: 'Bürgeramt', roles: ['member'] }],
  can: [],
};

/** Somebody who belongs to two administrations. */
export const MIRJA: Me = {
  anonymous: false,
  person: { id: 'mirja-feldweg', displayName: 'Mirja Feldweg' },
  memberships: [
    { org: { id: 'auental', name: 'Kreis Auental' }, roles: ['member'] },
    { org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' }, roles: ['member'] },
  ],
  can: [],
};

export const STRANGER: Me = { anonymous: true, can: [] };

/** An idea as the hub would answer it. */
export const ideaOf = (input: IdeaInput, more: Partial<Idea> = {}): Idea => ({
  id: 'idee-1',
  title: input.title ?? '',
  summary: input.summary ?? '',
  ...(input.problem && { problem: input.problem }),
  ...(input.body && { body: input.body }),
  ...(input.benefitFor && { benefitFor: input.benefitFor }),
  ...(input.place && { place: input.place }),
  reach: input.reach,
  stage: 'submitted',
  authors: [],
  anonymous: true,
  orgs: VOCABULARY.orgs.filter(({ id }) => id === (input.orgId ?? 'lindenhafen')),
  topics: VOCABULARY.topics.filter(({ id }) => input.topicIds?.includes(id)),
  tags: [],
  needs: input.needs ?? [],
  attachments: [],
  counts: { supports: 0, usefulHere: 0, joins: 0, comments: 0, helpOffers: 0, followers: 0, adoptions: 0 },
  etag: '"1"',
  can: ['update', 'transition:withdrawn'],
  ...more,
});

export const SAMPLE_INPUT: IdeaInput = {
  title: 'Ein Regal für Werkzeug, das alle brauchen',
  summary: 'Seltenes Werkzeug steht an einem Ort, mit einer Liste, wer es gerade hat.',
  problem: 'Wir suchen jeden Morgen Werkzeug, das ein anderer Trupp mitgenommen hat.',
  benefitFor: 'Allen Trupps im Depot.',
  reach: 'between',
  orgId: 'lindenhafen',
  topicIds: ['kultur'],
  needs: [{ kind: 'legal', text: 'Haftung beim Verleihen' }],
  place: { name: 'Depot Nord' },
};

/** What a sample backend was told. */
export interface Heard {
  readonly input: IdeaInput;
  readonly options: CreateOptions | undefined;
}

export interface SampleOptions {
  readonly vocabulary?: Partial<IdeaVocabulary>;
  readonly similar?: readonly SimilarItem[];
  readonly me?: Me;
  readonly signIn?: AccountPort['signIn'];
  readonly signOut?: AccountPort['signOut'];
  readonly create?: IdeasPort['create'];
  readonly ideas?: Partial<IdeasPort>;
  readonly events?: readonly CalendarEvent[];
}

/** A source that takes ideas, in memory. */
export function submissionBackend(options: SampleOptions = {}): Backend & { readonly heard: Heard[] } {
  const { vocabulary, similar = [], me, create, ideas, events } = options;
  const heard: Heard[] = [];
  let files = 0;
  let signedIn = me;
  const listeners = new Set<() => void>();
  const become = (person: Me): void => {
    signedIn = person;
    for (const listener of listeners) listener();
  };
  const port: IdeasPort = {
    list: async () => ({ items: [], problems: [] }),
    vocabulary: async () => ({ ...VOCABULARY, ...vocabulary }),
    similar: async () => similar,
    audience: async ({ reach }) =>
      reach === 'within'
        ? { public: false, orgs: [{ name: 'Stadt Lindenhafen' }], people: 34 }
        : reach === 'between'
          ? { public: false, orgs: VOCABULARY.orgs, people: 212 }
          : { public: true, orgs: [] },
    create: async (input, given) => {
      heard.push({ input, options: given });
      if (create) return create(input, given);
      const idea = ideaOf(input, signedIn && !signedIn.anonymous ? { anonymous: false } : {});
      return signedIn && !signedIn.anonymous ? { idea } : { idea, secret: SECRET };
    },
    update: async (id, input) => ideaOf(input, { id, etag: '"2"' }),
    attach: async (file, { alt }, given) => {
      given?.onProgress?.(1);
      const id = `datei-${++files}`;
      const { name: fileName, size: bytes, type: mediaType } = file;
      const attachment: Attachment = {
        id,
        url: `/api/v1/uploads/${id}`,
        mediaType,
        fileName,
        bytes,
        ...(alt && { alt }),
      };
      return attachment;
    },
    ...ideas,
  };
  const account: AccountPort = {
    me: async () => signedIn ?? STRANGER,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...(options.signIn && {
      signIn: async () => {
        const done = await options.signIn!();
        if (done) become(ROSA);
        return done;
      },
    }),
    ...(options.signOut && {
      signOut: async () => {
        await options.signOut!();
        become(STRANGER);
      },
    }),
  };
  return {
    heard,
    ideas: port,
    ...((me || options.signIn) && { account }),
    ...(events && { events: { list: async () => ({ items: events, problems: [] }) } }),
  };
}

/** A write that fails in a way, always or so many times. */
export function failing(
  kind: BackendErrorKind,
  options: BackendErrorOptions = {},
  times = Infinity,
): IdeasPort['create'] {
  let failed = 0;
  return async (input) => {
    if (failed++ < times) throw new BackendError(kind, `Planned failure of kind ${kind}`, options);
    return { idea: ideaOf(input), secret: SECRET };
  };
}

/** A write that never ends. */
export const never: IdeasPort['create'] = () => new Promise(() => undefined);

/** A source that knows one idea by its private link. */
export const followUpBackend = (idea: Partial<Idea>, ideas: Partial<IdeasPort> = {}): Backend => {
  let now = ideaOf(SAMPLE_INPUT, idea);
  return submissionBackend({
    ideas: {
      get: async (id, { secret } = {}) => {
        if (secret !== SECRET || id !== now.id) throw new BackendError('missing', 'No such idea', { status: 404 });
        return now;
      },
      update: async (id, input) => (now = ideaOf({ ...SAMPLE_INPUT, ...input }, { ...idea, id, etag: '"2"' })),
      transition: async (_id, { to }) => (now = { ...now, stage: to, question: undefined, can: ['update'] }),
      ...ideas,
    },
  });
};

export const QUESTION = 'Wer soll das Regal aufräumen, und was passiert, wenn etwas fehlt?';
