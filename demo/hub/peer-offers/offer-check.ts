import { addMonths, isPlainDate } from '../../../src/model/plain-date.ts';
import { OFFER_DIRECTIONS, OFFER_FORMS, OFFER_STATES, PEER_LIMITS } from '../../../src/model/peer.ts';
import type { OfferInput } from '../../../src/model/peer-profile.ts';
import type { Directory } from '../directory/directory.ts';
import type { FieldCheck } from '../http/characters.ts';
import type { OfferRow } from '../peers/peer-store.ts';

/** The longest that an offer stands without being renewed. */
const MOST_MONTHS = 12;
/** Marks that turn the direction of what stands behind them: in a list they would turn other people's lines. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

export type CheckedOffer = Pick<OfferRow, 'direction' | 'topic' | 'text' | 'form' | 'until' | 'state'>;

interface CheckParts {
  readonly directory: Directory;
  readonly today: string;
  readonly check: FieldCheck;
}

function checkedUntil(until: string | undefined, { today, check }: CheckParts): string {
  if (until === undefined) check.wrong('until', 'required', 'must be there');
  else if (!isPlainDate(until)) check.wrong('until', 'format', 'is no day of the calendar');
  else if (until < today) check.wrong('until', 'out-of-range', 'must not be over');
  else if (until > addMonths(today, MOST_MONTHS)) {
    check.wrong('until', 'out-of-range', `must be at most ${MOST_MONTHS} months ahead`, MOST_MONTHS);
  }
  return until ?? today;
}

/** A topic of the network by its id or name, else a word of the person's own. */
function checkedTopic(topic: string | undefined, { directory, check }: CheckParts): string {
  const bounds = { min: 1, max: PEER_LIMITS.label, line: true };
  const word = (topic ?? '').replace(DIRECTIONS, '').replace(/[^\S\n]+/g, ' ');
  const known = directory.topic(word.trim());
  if (known) return known.id;
  const text = check.text('topic', word, bounds) ?? '';
  if (text !== '' && !/[\p{L}\p{N}]/u.test(text)) check.wrong('topic', 'required', 'must have a letter');
  return text;
}

/** What an input makes of an offer, or of none yet. */
export function checkOffer(input: OfferInput, before: OfferRow | undefined, parts: CheckParts): CheckedOffer {
  const { check } = parts;
  const direction = input.direction ?? OFFER_DIRECTIONS.find((known) => known === before?.direction);
  if (direction === undefined) check.wrong('direction', 'required', 'must be offer or seek');
  const form = input.form ?? OFFER_FORMS.find((known) => known === before?.form) ?? 'talk';
  const state = input.state ?? OFFER_STATES.find((known) => known === before?.state) ?? 'open';
  const topic = before && input.topic === undefined ? before.topic : checkedTopic(input.topic, parts);
  const text =
    input.text === undefined && before
      ? before.text
      : (check.text('text', (input.text ?? '').replace(DIRECTIONS, ''), { max: PEER_LIMITS.offerText }) ?? null);
  // What is over may be closed as it stands; what stands open has a day ahead.
  const isKept = before !== undefined && input.until === undefined && (state !== 'open' || before.state === 'open');
  const until = isKept ? before.until : checkedUntil(input.until ?? before?.until, parts);
  return { direction: direction ?? 'offer', topic, text, form, until, state };
}
