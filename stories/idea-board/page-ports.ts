import { BackendError, type BackendErrorKind, type BackendErrorOptions } from '../../src/backend/backend-error.ts';
import type { AccountPort, IdeasPort } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import type { HelpOffer, IdeaComment } from '../../src/model/idea-participation.ts';
import { IDEA_STAGES, type Idea, type IdeaStage } from '../../src/model/idea.ts';
import { withSupport } from '../../src/model/support-ahead.ts';
import { AUENTAL, BRUECKFURT, COMMENTS, LINDENHAFEN, OFFERS, PEOPLE, ROSA, SUPPORTS } from './page-ideas.ts';

export const ROSA_SIGNED_IN: Me = {
  anonymous: false,
  person: ROSA,
  memberships: [{ org: LINDENHAFEN, roles: ['member'] }],
  can: [],
};

export const COLLEAGUE: Me = {
  anonymous: false,
  person: { id: 'mirja', displayName: 'Mirja Feldweg', org: AUENTAL },
  memberships: [
    { org: AUENTAL, roles: ['member'] },
    { org: BRUECKFURT, roles: ['member'] },
  ],
  can: [],
};

export const NOBODY: Me = { anonymous: true, can: [] };

export const strangersAccount = (): AccountPort => ({
  me: () => Promise.resolve(NOBODY),
  signIn: () => Promise.resolve(false),
});

export interface SampleParts {
  readonly comments?: readonly IdeaComment[];
  readonly offers?: readonly HelpOffer[];
}

/** What a sample port was asked to do: name of the method and what came with it. */
export type Asked = readonly [method: string, ...input: readonly unknown[]];

/** A source that holds one idea and does what it is asked, without rules. `asked` tells what it was asked. */
export function portOf(
  given: Idea,
  { comments = COMMENTS, offers = OFFERS }: SampleParts = {},
  asked: Asked[] = [],
): Required<Omit<IdeasPort, 'feedUrl'>> {
  let idea = given;
  let talk = comments;
  let help = offers;
  let made = 0;
  const change = (method: string, next: Idea, ...input: readonly unknown[]): Promise<Idea> => {
    asked.push([method, ...input]);
    idea = { ...next, etag: `"${++made + 1}"`, updatedAt: `2026-03-12T10:00:${String(made).padStart(2, '0')}Z` };
    return Promise.resolve(idea);
  };
  const putComment = (comment: IdeaComment): Promise<IdeaComment> => {
    talk = talk.some(({ id }) => id === comment.id)
      ? talk.map((each) => (each.id === comment.id ? comment : each))
      : [...talk, comment];
    return Promise.resolve(comment);
  };
  return {
    list: ({ q = '' }) =>
      Promise.resolve({
        items: [{ ...given, id: 'andere', title: `Eine andere Idee zu ${q}` }, given],
        problems: [],
      }),
    get: () => Promise.resolve(idea),
    vocabulary: () =>
      Promise.resolve({ topics: [], orgs: [], anonymous: true, attachments: { files: 0, bytes: 0, mediaTypes: [] } }),
    similar: () => Promise.resolve([]),
    audience: ({ reach }) =>
      Promise.resolve(
        reach === 'within'
          ? { public: false, orgs: [LINDENHAFEN], people: 120 }
          : { public: reach === 'civil', orgs: [LINDENHAFEN, AUENTAL, BRUECKFURT], people: 430 },
      ),
    create: () => Promise.resolve({ idea }),
    update: (id, input) =>
      change(
        'update',
        {
          ...idea,
          ...(Object.fromEntries(Object.entries(input).map(([k, v]) => [k, v ?? undefined])) as Partial<Idea>),
        },
        id,
        input,
      ),
    transition: (id, input) =>
      change(
        'transition',
        {
          ...idea,
          stage: IDEA_STAGES.find((stage: IdeaStage) => stage === input.to) ?? idea.stage,
          can: idea.can.filter((name) => !name.startsWith('transition:')),
          history: [
            ...(idea.history ?? []),
            { at: '2026-03-12T10:00:00Z', by: ROSA, action: 'transition', from: idea.stage, to: input.to },
          ],
          ...(input.trial && { trial: input.trial }),
        },
        id,
        input,
      ),
    settle: (id, input) => change('settle', { ...idea, pending: undefined }, id, input),
    takeOver: (id, input) => {
      asked.push(['takeOver', id, input]);
      return Promise.resolve({ ...idea, id: 'neu', title: input.title ?? idea.title, stage: 'trying' });
    },
    answer: (id, input) =>
      change('answer', { ...idea, answer: { ...input, by: ROSA, at: '2026-03-12T10:00:00Z' } }, id, input),
    attach: () => Promise.reject(new BackendError('unsupported', 'No files in samples')),
    supports: () => Promise.resolve({ items: SUPPORTS, problems: [] }),
    support: (id, input) => change('support', withSupport(idea, input, LINDENHAFEN), id, input),
    follow: (id, following) => change('follow', { ...idea, me: { ...idea.me, following } }, id, following),
    comments: () => Promise.resolve({ items: talk, problems: [] }),
    comment: (id, input) => {
      asked.push(['comment', id, input]);
      return putComment({
        id: `neu-${++made}`,
        ideaId: id,
        kind: input.kind,
        body: input.body,
        parentId: input.parentId,
        author: ROSA,
        state: 'visible',
        createdAt: '2026-03-12T10:00:00Z',
        can: ['update', 'remove', 'react'],
      });
    },
    editComment: (comment, body) => {
      asked.push(['editComment', comment.id, body]);
      return putComment({ ...comment, body, editedAt: '2026-03-12T10:00:00Z' });
    },
    moveComment: (comment, action, input) => {
      asked.push(['moveComment', comment.id, action, input]);
      const state = action === 'remove' ? 'removed' : action === 'hide' ? 'hidden' : 'visible';
      return putComment({
        ...comment,
        state,
        reason: input?.reason,
        body: state === 'removed' ? '' : comment.body,
        can: state === 'hidden' ? ['show'] : ['react', 'hide'],
      });
    },
    react: (comment, reaction, on) => {
      asked.push(['react', comment.id, reaction, on]);
      return putComment(talk.find(({ id }) => id === comment.id) ?? comment).then((known) => {
        const before = known.reactions?.[reaction] ?? 0;
        const own = (known.me?.reactions ?? []).filter((each) => each !== reaction);
        return putComment({
          ...known,
          reactions: { ...known.reactions, [reaction]: before + (on ? 1 : -1) },
          me: { reactions: on ? [...own, reaction] : own },
        });
      });
    },
    participants: () => Promise.resolve(PEOPLE),
    helpOffers: () => Promise.resolve({ items: help, problems: [] }),
    offerHelp: (id, input) => {
      asked.push(['offerHelp', id, input]);
      const offer: HelpOffer = {
        id: `angebot-${++made}`,
        ideaId: id,
        ...input,
        person: ROSA,
        state: 'offered',
        createdAt: '2026-03-12T10:00:00Z',
        can: ['withdraw'],
      };
      help = [...help, offer];
      return Promise.resolve(offer);
    },
    answerHelp: (offer, action, input) => {
      asked.push(['answerHelp', offer.id, action, input]);
      const states = { accept: 'accepted', decline: 'declined', done: 'done', withdraw: 'withdrawn' } as const;
      const next: HelpOffer = {
        ...offer,
        state: states[action],
        thanks: input?.thanks,
        can: action === 'accept' ? ['done'] : [],
      };
      help = help.map((each) => (each.id === offer.id ? next : each));
      return Promise.resolve(next);
    },
    report: (object, reason) => {
      asked.push(['report', object, reason]);
      return Promise.resolve();
    },
    settleReports: (id, note) => change('settleReports', { ...idea, reports: 0 }, id, note),
  };
}

/** A source whose writes fail; what is read arrives. */
export function failingPort(given: Idea, kind: BackendErrorKind, options: BackendErrorOptions = {}): IdeasPort {
  const fail = (): Promise<never> => Promise.reject(new BackendError(kind, `Planned failure of kind ${kind}`, options));
  return {
    ...portOf(given),
    update: fail,
    transition: fail,
    settle: fail,
    takeOver: fail,
    answer: fail,
    support: fail,
    follow: fail,
    comment: fail,
    editComment: fail,
    moveComment: fail,
    react: fail,
    offerHelp: fail,
    answerHelp: fail,
    report: fail,
    settleReports: fail,
  };
}

/** A source that can only be read, and knows nothing but ideas. */
export const readOnlyPort = (given: Idea): IdeasPort => ({
  list: () => Promise.resolve({ items: [given], problems: [] }),
  get: () => Promise.resolve(given),
});
