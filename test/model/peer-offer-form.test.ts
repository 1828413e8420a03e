import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  changedOfferInput,
  newOfferInput,
  offerStanding,
  topicWritten,
  untilFault,
  untilOf,
} from '../../src/model/peer-offer-form.ts';
import type { PeerOffer } from '../../src/model/peer.ts';

const TODAY = '2026-01-31';
const TOPICS = [
  { id: 'buergerbeteiligung', label: { de: 'Bürgerbeteiligung', en: 'Public participation' } },
  { id: 'prozesse', label: { de: 'Prozesse' } },
];
const OFFER: PeerOffer = {
  id: 'o-1',
  direction: 'offer',
  topic: TOPICS[0]!,
  text: 'Ich zeige es.',
  form: 'talk',
  until: '2026-03-01',
  state: 'open',
  createdAt: '2026-01-01T00:00:00Z',
  can: ['update'],
};

describe('form of an offer', () => {
  it('takes a number of months from today, or a day', () => {
    assert.equal(untilOf({ months: '1' }, TODAY), '2026-02-28');
    assert.equal(untilOf({ months: '12' }, TODAY), '2027-01-31');
    assert.equal(untilOf({ months: 'date', until: '2026-05-01' }, TODAY), '2026-05-01');
    assert.equal(untilOf({ months: '99' }, TODAY), '');
    assert.equal(untilOf({}, TODAY), '');
  });

  it('refuses days that are over or more than a year ahead', () => {
    assert.equal(untilFault('2026-01-30', TODAY), 'past');
    assert.equal(untilFault(TODAY, TODAY), undefined);
    assert.equal(untilFault('2027-01-31', TODAY), undefined);
    assert.equal(untilFault('2027-02-01', TODAY), 'too-far');
    assert.equal(untilFault('irgendwann', TODAY), undefined);
  });

  it('finds the topic that was written in either language and any spelling, and leaves other words as they are', () => {
    for (const text of ['Bürgerbeteiligung', 'buergerbeteiligung', 'BÜRGERBETEILIGUNG', 'public participation'])
      assert.equal(topicWritten(text, TOPICS), 'buergerbeteiligung');
    assert.equal(topicWritten('Bauakten', TOPICS), 'Bauakten');
  });

  it('sends what is filled in of a new one, and what was changed of another', () => {
    const values = { topic: ' Prozesse ', form: 'review', text: '', months: '3' };
    assert.deepEqual(newOfferInput(values, 'seek', { topics: TOPICS, today: TODAY }), {
      direction: 'seek',
      topic: 'prozesse',
      form: 'review',
      until: '2026-04-30',
    });
    const same = {
      topic: 'Bürgerbeteiligung',
      text: 'Ich zeige es.',
      form: 'talk',
      months: 'date',
      until: '2026-03-01',
    };
    const known = { topics: TOPICS, today: TODAY };
    assert.deepEqual(changedOfferInput(same, OFFER, 'Bürgerbeteiligung', known), {});
    assert.deepEqual(changedOfferInput({ ...same, text: '', topic: 'Bauakten' }, OFFER, 'Bürgerbeteiligung', known), {
      topic: 'Bauakten',
      text: null,
    });
  });

  it('knows on which day an offer ends soon or has run out', () => {
    assert.equal(offerStanding(OFFER, '2026-02-01'), 'open');
    assert.equal(offerStanding(OFFER, '2026-02-15'), 'ending');
    assert.equal(offerStanding(OFFER, '2026-03-01'), 'ending');
    assert.equal(offerStanding(OFFER, '2026-03-02'), 'expired');
    assert.equal(offerStanding({ ...OFFER, state: 'matched' }, '2026-03-02'), 'matched');
    assert.equal(offerStanding({ state: 'open', until: '' }, TODAY), 'open');
  });
});
