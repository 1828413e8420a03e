import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { PEER_FIELDS } from '../../src/model/peer.ts';
import { seenPeer, type FieldVisibility, type PeerProfile } from '../../src/model/peer-profile.ts';
import { followVisibility, profileChanges, profileFormValues, typedProfile } from '../../src/model/profile-form.ts';

const TOPICS = [
  { id: 'beteiligung', label: { de: 'Bürgerbeteiligung', en: 'Public participation' } },
  { id: 'prozesse', label: { de: 'Prozessaufnahme' } },
];
const everywhere = (visibility: PeerProfile['visibility']): FieldVisibility =>
  Object.fromEntries(PEER_FIELDS.map((field) => [field, visibility])) as FieldVisibility;

const profile: PeerProfile = {
  id: 'rosa',
  displayName: 'Rosa Wiesengrund',
  org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
  unit: 'Bürgeramt',
  bio: 'Ich sitze\nam Schalter.',
  expertise: [{ label: 'Bürgerbeteiligung', topicId: 'beteiligung', level: 'expert' }],
  interests: [],
  languages: ['de'],
  availability: { state: 'limited', until: '2026-12-24' },
  offers: [],
  visibility: 'network',
  fieldVisibility: { ...everywhere('network'), bio: 'organisation' },
  monthlyRequests: 4,
  channels: { email: 'rosa@lindenhafen.example', phone: '0123 456' },
  state: 'draft',
  consentText: { version: '1', text: 'Ich möchte gefunden werden.' },
  profileSource: 'self',
  lockedFields: [],
  can: ['update'],
};
const values = profileFormValues(profile);

suite('The form of the own entry', () => {
  test('An entry that nobody touched has no changes', () => {
    assert.deepEqual(profileChanges(values, profile, TOPICS), {});
  });

  test('Only what was changed is sent, and what was emptied is sent as null', () => {
    const typed = {
      ...values,
      headline: ' Bürgeramt ohne Wartemarken ',
      bio: '',
      phone: '',
      chat: '@rosa',
      availability: 'open',
      monthlyRequests: '6',
      'see-headline': 'public',
    };
    assert.deepEqual(profileChanges(typed, profile, TOPICS), {
      headline: 'Bürgeramt ohne Wartemarken',
      bio: null,
      availability: { state: 'open' },
      monthlyRequests: 6,
      fieldVisibility: { headline: 'public' },
      channels: { phone: null, chat: '@rosa' },
    });
  });

  test('A word that is the name of a topic, in either language and spelling, stands for the topic', () => {
    const typed = {
      ...values,
      expertise: [
        { label: 'Bürgerbeteiligung', level: 'expert' },
        { label: 'prozeßaufnahme', level: 'beginner' },
        { label: '', level: 'average' },
        { label: 'Gärtnern', level: 'average' },
        { label: 'gaertnern', level: 'expert' },
      ],
      interests: [{ label: 'public participation' }],
    };
    const changes = profileChanges(typed, profile, TOPICS);
    assert.deepEqual(changes.expertise, [
      { label: 'Bürgerbeteiligung', topicId: 'beteiligung', level: 'expert' },
      { label: 'prozeßaufnahme', topicId: 'prozesse', level: 'beginner' },
      { label: 'Gärtnern', level: 'average' },
    ]);
    assert.deepEqual(changes.interests, [{ label: 'public participation', topicId: 'beteiligung' }]);
  });

  test('What the source alone changes is neither sent nor shown as typed', () => {
    const locked = { ...profile, lockedFields: ['displayName', 'unit'] as const };
    const typed = { ...values, displayName: 'Somebody', unit: '', headline: 'Neu' };
    assert.deepEqual(profileChanges(typed, locked, TOPICS), { headline: 'Neu' });
    assert.equal(typedProfile(typed, locked, TOPICS).displayName, 'Rosa Wiesengrund');
    assert.equal(typedProfile(typed, locked, TOPICS).unit, 'Bürgeramt');
  });

  test('The preview has no channel, and an emptied text is gone', () => {
    const typed = typedProfile({ ...values, bio: '', 'see-unit': 'self' }, profile, TOPICS);
    const seen = seenPeer(typed, 'network');
    assert.equal(JSON.stringify(seen).includes('@lindenhafen'), false);
    assert.equal(seen?.bio, undefined);
    assert.equal(seen?.unit, undefined);
    assert.equal(seen?.displayName, 'Rosa Wiesengrund');
    assert.equal(seenPeer(typed, 'public'), undefined);
  });

  test('An entry for fewer people takes its parts along, and says which', () => {
    const narrowed = followVisibility({ ...values, visibility: 'organisation' }, 'visibility');
    assert.equal(narrowed['see-headline'], 'organisation');
    assert.equal(narrowed['see-bio'], 'organisation');
    assert.deepEqual(
      narrowed['capped'],
      PEER_FIELDS.filter((field) => field !== 'bio'),
    );
  });

  test('A part cannot be for more people than the entry', () => {
    const widened = followVisibility({ ...values, 'see-bio': 'public' }, 'see-bio');
    assert.equal(widened['see-bio'], 'network');
    assert.deepEqual(widened['capped'], ['bio']);
    const allowed = followVisibility({ ...widened, 'see-bio': 'unit' }, 'see-bio');
    assert.equal(allowed['see-bio'], 'unit');
    assert.deepEqual(allowed['capped'], []);
  });

  test('No wish is forgotten when the audience of the entry passes a smaller one on its way', () => {
    const wished = { ...values, visibility: 'public', 'see-bio': 'public', 'see-headline': 'network' };
    const wide = followVisibility(wished, 'see-bio');
    const unit = followVisibility({ ...wide, visibility: 'unit' }, 'visibility');
    assert.deepEqual([unit['see-bio'], unit['see-headline']], ['unit', 'unit']);
    const network = followVisibility({ ...unit, visibility: 'network' }, 'visibility');
    assert.deepEqual([network['see-bio'], network['see-headline']], ['network', 'network']);
    const held = network['capped'] as readonly string[];
    assert.deepEqual([held.includes('bio'), held.includes('headline')], [true, false]);
    assert.equal(followVisibility({ ...network, visibility: 'public' }, 'visibility')['see-bio'], 'public');
  });

  test('A change of something else leaves what was said about audiences', () => {
    const capped = { ...values, capped: ['bio'] };
    assert.equal(followVisibility(capped, 'headline'), capped);
  });
});
