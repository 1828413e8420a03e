import { BackendError } from '../../src/backend/backend-error.ts';
import type { PeersPort, WriteOptions } from '../../src/backend/ports.ts';
import type { BlockedPeer, ContactInput, ContactRequest } from '../../src/model/contact-request.ts';
import type { Channels, PeerProfile } from '../../src/model/peer-profile.ts';
import type { PeerBrief } from '../../src/model/peer.ts';
import { CEM, HENRIK, IDA, inDays, MIRJA, requests, ROSA_PROFILE } from './contact-people.ts';

export interface ContactPort extends PeersPort {
  /** What was done, in its order. */
  readonly calls: string[];
  /** Somebody else changes a request. */
  change(id: string, change: Partial<ContactRequest>): void;
}

export interface ContactPortOptions {
  readonly items?: readonly ContactRequest[];
  readonly profile?: Partial<PeerProfile>;
  readonly blocked?: readonly BlockedPeer[];
  /** Why writing a request fails, as long as it gives something. */
  readonly refuse?: (tries: number) => BackendError | undefined;
}

const PEOPLE: readonly PeerBrief[] = [HENRIK, MIRJA, CEM, IDA];
/** What the others give. */
export const ADDRESSES: Readonly<Record<string, Channels>> = {
  henrik: { email: 'henrik.aktendeckel@auental.example', phone: '+49 (0)5551 987-0' },
  cem: { email: 'cem@brueckfurt.example', chat: 'https://chat.brueckfurt.example/cem' },
  mirja: { email: 'mirja.feldweg@auental.example' },
};

/** What the hub says when it takes a request not. */
export const refusal = (status: number, code: string, more: object = {}): BackendError =>
  new BackendError(status === 429 ? 'busy' : status === 404 ? 'missing' : 'conflict', `Planned: ${code}`, {
    status,
    problem: { status, code },
    ...more,
  });

/** A port that keeps requests, each once, as the hub does. */
export function contactPort({
  items = requests(),
  profile,
  blocked = [],
  refuse,
}: ContactPortOptions = {}): ContactPort {
  const kept = new Map(items.map((request) => [request.id, request]));
  const byKey = new Map<string, ContactRequest>();
  let blocks = blocked;
  let tries = 0;
  const calls: string[] = [];
  const find = (id: string): ContactRequest => {
    const request = kept.get(id);
    if (!request) throw new BackendError('missing', `No request ${id}`, { status: 404 });
    return request;
  };
  return {
    calls,
    change: (id, change) => void kept.set(id, { ...find(id), ...change }),
    list: async () => ({ items: [], problems: [] }),
    profile: async () => ({ ...ROSA_PROFILE, ...profile }),
    async requestContact(input: ContactInput, options: WriteOptions = {}) {
      tries++;
      const refused = refuse?.(tries);
      if (refused) throw refused;
      const key = options.idempotencyKey ?? '';
      const known = byKey.get(key);
      if (known) return known;
      calls.push(`request ${JSON.stringify(input)} ${key ? 'once' : ''}`);
      const { toId, about, ...rest } = input;
      const request: ContactRequest = {
        id: `s-${kept.size + 10}`,
        box: 'sent',
        peer: PEOPLE.find(({ id }) => id === toId) ?? { id: toId, displayName: toId },
        ...rest,
        ...(about && { about: { ...about, title: 'Angebot' } }),
        state: 'sent',
        createdAt: inDays(0),
        expiresAt: inDays(14),
        can: ['withdraw'],
      };
      kept.set(request.id, request);
      byKey.set(key, request);
      return request;
    },
    async requests({ box }) {
      const all = [...kept.values()].filter((request) => !box || request.box === box);
      const waiting = [...kept.values()].filter((request) => request.box === 'received' && request.state === 'sent');
      return { items: all, problems: [], total: all.length, waiting: waiting.length };
    },
    async request(id) {
      const request = find(id);
      calls.push(`look ${id}`);
      if (request.state !== 'accepted') return request;
      return { ...request, contact: ADDRESSES[request.peer.id] ?? {} };
    },
    async answerRequest({ id }, action, input = {}) {
      const request = find(id);
      calls.push(`${action} ${id} ${(input.reveal ?? []).join(',')}`.trim());
      if (action === 'block') blocks = [...blocks, { peer: request.peer, at: inDays(0) }];
      if (request.state !== 'sent') {
        if (action === 'block') return request;
        throw refusal(409, 'request-over');
      }
      const state = { accept: 'accepted', decline: 'declined', block: 'blocked', withdraw: 'withdrawn' } as const;
      const answered: ContactRequest = {
        ...request,
        state: state[action],
        answeredAt: inDays(0),
        can: action === 'accept' ? ['contact', 'block'] : [],
      };
      kept.set(id, answered);
      return answered;
    },
    blocked: async () => blocks,
    async unblock(personId) {
      calls.push(`unblock ${personId}`);
      blocks = blocks.filter(({ peer }) => peer.id !== personId);
    },
  };
}
