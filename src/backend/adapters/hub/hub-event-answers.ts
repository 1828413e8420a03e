import type { Session } from '../../../model/calendar-event.ts';
import type { OrgRef, Topic } from '../../../model/common.ts';
import { CIRCLE_STATES, IMPULSE_STATES, type Impulse, type LearningCircle } from '../../../model/impulse.ts';
import { REGISTRATION_STATES, type Registration } from '../../../model/registration.ts';
import { BackendError } from '../../backend-error.ts';
import type { EventVocabulary } from '../../ports.ts';
import { session } from '../../read-meeting.ts';
import {
  address,
  flag,
  list,
  number,
  oneOf,
  org,
  person,
  shape,
  text,
  topic,
  type Raw,
  type ReadOptions,
} from '../../read-shape.ts';
import { time } from '../../read-time.ts';

const knownOrg = shape<OrgRef & { readonly id: string }>({ id: text, name: text, url: address }, ['id', 'name']);

/** @throws {BackendError} `invalid` */
export function readVocabulary(data: unknown, url: string, options: ReadOptions): EventVocabulary {
  const raw = (data ?? {}) as Raw;
  const orgs = list(knownOrg)(raw.orgs, options);
  if (!orgs) throw new BackendError('invalid', `No vocabulary from ${url}`, { url });
  const topics: readonly Topic[] = list(topic)(raw.topics, options) ?? [];
  const keptDays = typeof raw.keptDays === 'number' ? { keptDays: raw.keptDays } : {};
  return { topics, orgs, offers: raw.offers === true, mails: raw.mails === true, ...keptDays };
}

/** Makes a reader of list items that throws for what is none. */
const demanding =
  <T>(read: (raw: Raw, options: ReadOptions) => T | undefined, what: string) =>
  (raw: Raw, options: ReadOptions): T => {
    const item = read(raw, options);
    if (!item) throw new TypeError(`No ${what}`);
    return item;
  };

export const readSession: (raw: Raw, options: ReadOptions) => Session = demanding(session, 'session');

export const readRegistration: (raw: Raw, options: ReadOptions) => Registration = demanding(
  shape<Registration>(
    {
      id: text,
      person,
      state: oneOf(...REGISTRATION_STATES),
      waitingPosition: number,
      note: text,
      needs: text,
      createdAt: time,
    },
    ['id', 'state', 'createdAt'],
  ),
  'registration',
);

const impulse = shape<Impulse>(
  {
    id: text,
    title: text,
    abstract: text,
    by: person,
    org,
    topics: list(topic),
    minutes: number,
    state: oneOf(...IMPULSE_STATES),
    interested: number,
    me: shape<NonNullable<Impulse['me']>>({ interested: flag, author: flag }),
    event: shape<NonNullable<Impulse['event']>>({ id: text, title: text, start: time }, ['id', 'title', 'start']),
    createdAt: time,
    can: list(text),
    etag: text,
  },
  ['id', 'title', 'minutes', 'state', 'createdAt'],
);

export const readImpulse = demanding((raw, options): Impulse | undefined => {
  const read = impulse(raw, options);
  return read && { ...read, topics: read.topics ?? [], interested: read.interested ?? 0, can: read.can ?? [] };
}, 'impulse');

const circle = shape<LearningCircle>(
  {
    id: text,
    title: text,
    summary: text,
    guideUrl: address,
    by: person,
    org,
    topics: list(topic),
    dates: list(shape<{ start: string; end: string }>({ start: time, end: time }, ['start', 'end'])),
    places: number,
    registered: number,
    waiting: number,
    members: list(person),
    state: oneOf(...CIRCLE_STATES),
    me: shape<NonNullable<LearningCircle['me']>>({ registered: flag, waitingPosition: number }),
    can: list(text),
  },
  ['id', 'title', 'dates', 'places', 'state'],
);

export const readCircle = demanding((raw, options): LearningCircle | undefined => {
  const read = circle(raw, options);
  return (
    read && {
      ...read,
      topics: read.topics ?? [],
      registered: read.registered ?? 0,
      waiting: read.waiting ?? 0,
      can: read.can ?? [],
    }
  );
}, 'learning circle');
