import {
  AVAILABILITIES,
  EXPERTISE_LEVELS,
  OFFER_DIRECTIONS,
  OFFER_FORMS,
  OFFER_STATES,
  type Availability,
  type Expertise,
  type Interest,
  type Peer,
  type PeerBrief,
  type PeerOffer,
} from '../model/peer.ts';
import { few, textUpTo } from './read-limits.ts';
import {
  flag,
  image,
  list,
  address,
  oneOf,
  org,
  readFields,
  shape,
  sourceRef,
  text,
  topic,
  type Fields,
  type Mutable,
  type Raw,
  type Reader,
  type ReadOptions,
} from './read-shape.ts';

/** What a source is believed of texts and lists: more than anybody would write, less than would hurt. */
const line = textUpTo(500);
const prose = textUpTo(10_000);
const MOST = 50;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const day: Reader<string> = (value) => (typeof value === 'string' && DAY.test(value) ? value : undefined);

const level = oneOf(...EXPERTISE_LEVELS);
const expertiseShape = shape<Partial<Expertise>>({ label: line, topicId: text, level }, ['label'], 'label');
/** A word alone is something that somebody knows; how well, it does not say. */
export const expertise: Reader<Expertise> = (value, options) => {
  const read = expertiseShape(value, options);
  return read && ({ ...read, level: read.level ?? 'average' } as Expertise);
};
export const interest = shape<Interest>({ label: line, topicId: text }, ['label'], 'label');
export const availability = shape<Availability>({ state: oneOf(...AVAILABILITIES), until: day }, ['state'], 'state');

/**
 * A portrait, as far as it lies where its source does: who looks at a list of people shall not be known to a third house
 * (Gravatar and others), which a source may name without a thought.
 */
export const portrait: Reader<NonNullable<Peer['photo']>> = (value, options) => {
  const read = image(value, options);
  const { base } = options;
  return read && base && URL.canParse(base) && new URL(read.url).origin === new URL(base).origin ? read : undefined;
};

export const peerBrief = shape<PeerBrief>({ id: text, displayName: text, org, unit: text, photo: portrait }, [
  'id',
  'displayName',
]);

const offerShape = shape<PeerOffer>(
  {
    id: text,
    direction: oneOf(...OFFER_DIRECTIONS),
    topic,
    text: prose,
    form: oneOf(...OFFER_FORMS),
    until: day,
    state: oneOf(...OFFER_STATES),
    peer: peerBrief,
    createdAt: text,
    can: list(text),
    etag: text,
  },
  ['direction', 'topic'],
);
/** An offer of which only direction and topic must be there; where no form is said, it is a talk. */
export const peerOffer: Reader<PeerOffer> = (value, options) => {
  const read = offerShape(value, options);
  if (!read) return undefined;
  const { id = `${read.direction}-${read.topic.id}`, form = 'talk', state = 'open', can = [] } = read;
  return { ...read, id, form, state, can, until: read.until ?? '', createdAt: read.createdAt ?? '' };
};

const PEER: Fields<Omit<Peer, 'contributions' | 'can' | 'me'>> = {
  id: text,
  displayName: line,
  pronouns: line,
  salutation: line,
  function: line,
  org,
  unit: line,
  headline: line,
  bio: prose,
  expertise: few(MOST, expertise),
  interests: few(MOST, interest),
  languages: few(MOST, text),
  photo: portrait,
  availability,
  offers: few(MOST, peerOffer),
  url: address,
  updatedAt: text,
  source: sourceRef,
};

const ME = shape<NonNullable<Peer['me']>>({ self: flag, request: text });

/**
 * Reads a peer in the model's own shape. Fields outside of it, addresses among them, do not get in.
 * @throws {TypeError} for what has no id or no name
 */
export function readPeer(raw: Raw, options: ReadOptions): Peer {
  const peer = readFields(raw, PEER, options, {}) as Mutable<Partial<Peer>>;
  if (!peer.id || !peer.displayName) throw new TypeError('A peer needs id and displayName');
  const me = ME(raw['me'] ?? {}, options);
  return {
    ...(peer as Peer),
    ...(me && Object.keys(me).length > 0 && { me }),
    can: list(text)(raw['can'], options) ?? [],
  };
}
