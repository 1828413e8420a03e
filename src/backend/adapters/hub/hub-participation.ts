import type { IdeaComment } from '../../../model/idea-participation.ts';
import { BackendError } from '../../backend-error.ts';
import type { WriteOptions } from '../../ports.ts';
import { readHelpOffer, readSupport } from '../../read-participation.ts';
import { person, type Raw } from '../../read-shape.ts';
import type { HubIdeas, IdeaCalls } from './hub-ideas.ts';

type Participation = Pick<
  HubIdeas,
  | 'supports'
  | 'support'
  | 'follow'
  | 'comments'
  | 'comment'
  | 'editComment'
  | 'moveComment'
  | 'react'
  | 'participants'
  | 'helpOffers'
  | 'offerHelp'
  | 'answerHelp'
  | 'report'
  | 'settleReports'
>;

/** What people do with an idea: support, follow, comment, help, report. */
export function createHubParticipation(
  { at, all, send, change, options }: IdeaCalls,
  readComment: (raw: Raw) => IdeaComment,
): Participation {
  const one = async <T>(
    read: (raw: Raw) => T,
    method: string,
    url: string,
    body: unknown,
    given: WriteOptions | undefined,
  ): Promise<T> => {
    const data = await send(method, url, body, given);
    try {
      return read((data ?? {}) as Raw);
    } catch (cause) {
      throw new BackendError('invalid', `Not what was asked from ${url}`, { url, cause });
    }
  };
  const readOffer = (raw: Raw) => readHelpOffer(raw, options);

  return {
    supports: (id, given) => all(at('ideas', id, 'supports'), (raw) => readSupport(raw, options), given),
    support: (id, input, given) => change(input ? 'PUT' : 'DELETE', at('ideas', id, 'supports', 'me'), input, given),
    follow: (id, following, given) => change(following ? 'PUT' : 'DELETE', at('ideas', id, 'follow'), undefined, given),

    comments: (id, given) => all(at('ideas', id, 'comments'), readComment, given),
    comment: (id, input, given) => one(readComment, 'POST', at('ideas', id, 'comments'), input, given),
    editComment: ({ id, etag }, body, given) =>
      one(readComment, 'PATCH', at('comments', id), { body }, { ...given, ifMatch: given?.ifMatch ?? etag }),
    moveComment: ({ id }, action, input, given) =>
      action === 'remove'
        ? one(readComment, 'DELETE', at('comments', id), undefined, given)
        : one(
            readComment,
            'POST',
            at('comments', id, action),
            action === 'hide' ? { reason: input?.reason } : {},
            given,
          ),
    react: ({ id }, reaction, on, given) =>
      one(readComment, on ? 'PUT' : 'DELETE', at('comments', id, 'reactions', reaction, 'me'), undefined, given),
    async participants(id, given) {
      return (
        await all(
          at('ideas', id, 'participants'),
          (raw) => {
            const read = person(raw, options);
            if (!read) throw new TypeError('no displayName');
            return read;
          },
          given,
        )
      ).items;
    },

    helpOffers: (id, given) => all(at('ideas', id, 'help-offers'), readOffer, given),
    offerHelp: (id, input, given) => one(readOffer, 'POST', at('ideas', id, 'help-offers'), input, given),
    answerHelp: ({ id }, action, input, given) =>
      one(readOffer, 'POST', at('help-offers', id, action), input ?? {}, given),

    async report(object, reason, given) {
      await send('POST', at('reports'), { object, reason }, given);
    },
    settleReports: (id, note, given) => change('POST', at('ideas', id, 'reports', 'settle'), { note }, given),
  };
}
