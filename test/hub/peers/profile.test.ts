import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { moveEntries } from '../../../demo/hub/peers/belonging.ts';
import { careForPeers } from '../../../demo/hub/peers/peer-care.ts';
import type { Visibility } from '../../../src/model/common.ts';
import { seenPeer, type PeerProfile, type ProfileAudience } from '../../../src/model/peer-profile.ts';
import { AUDIENCES, PEER_FIELDS, type Peer } from '../../../src/model/peer.ts';
import type { Who } from '../participation/ideas-hub.ts';
import { DAY } from '../registration/meetings-hub.ts';
import { NOW, onEitherEngine } from '../support/test-hub.ts';
import { startPeersHub, type PeersHub } from './peers-hub.ts';

const ID = 'person-rosa';

/** Everything that an entry may say of itself; picture, offers and what was done come from elsewhere. */
const WHOLE = {
  pronouns: 'sie/ihr',
  salutation: 'gern per Du',
  function: 'Sachbearbeitung',
  unit: 'Bürgeramt',
  headline: 'Ich weiß, welche Formulare niemand versteht.',
  bio: 'Seit neun Jahren\nam Schalter.',
  expertise: [
    { label: 'Transparenz', level: 'expert' },
    { label: 'Formulare', level: 'average' },
  ],
  interests: [{ label: 'Prozessaufnahme' }],
  languages: ['de', 'en'],
  availability: { state: 'limited' },
};

/** Who looks, and as whom. */
const READERS: readonly (readonly [Who, ProfileAudience])[] = [
  ['stranger', 'public'],
  ['cem', 'network'],
  ['ayla', 'organisation'],
  ['kalle', 'unit'],
];

/** Which audiences a part with this visibility reaches. */
const REACHES: Readonly<Record<Visibility, readonly ProfileAudience[]>> = {
  public: ['public', 'network', 'organisation', 'unit'],
  network: ['network', 'organisation', 'unit'],
  organisation: ['organisation', 'unit'],
  unit: ['unit'],
  self: [],
};

const fieldsOf = (visibility: Visibility) => Object.fromEntries(PEER_FIELDS.map((field) => [field, visibility]));
/** What others see of it, without what depends on who reads. */
const shown = ({ can: _can, me: _me, offers, ...peer }: Peer) => ({
  ...peer,
  ...(offers && { offers: offers.map(({ can: _actions, ...offer }) => offer) }),
});

onEitherEngine('One’s own entry', (engine) => {
  let hub: PeersHub;
  before(async () => {
    hub = await startPeersHub(engine);
  });
  after(() => hub.close());

  const codes = (body: { fieldErrors?: { field: string; code: string }[] }): (readonly [string, string])[] =>
    (body.fieldErrors ?? []).map(({ field, code }) => [field, code]);
  const read = (who: Who) => hub.as(who, `GET /peers/${ID}`);

  test('is a draft of the account that nobody keeps, until somebody writes in it', async () => {
    const stranger = await hub.as('stranger', 'GET /me/profile');
    assert.equal(stranger.status, 401);
    const { body, headers } = await hub.as('rosa', 'GET /me/profile');
    const { displayName, org, unit, state, channels, visibility, can } = body as PeerProfile;
    assert.deepEqual(
      { displayName, org: org?.name, unit, state, channels, visibility },
      {
        displayName: 'Rosa Wiesengrund',
        org: 'Stadt Lindenhafen',
        unit: 'Bürgeramt',
        state: 'draft',
        channels: { email: 'rosa@lindenhafen.example' },
        visibility: 'network',
      },
    );
    assert.deepEqual([...can].sort(), ['export', 'photo', 'publish', 'update']);
    assert.match(String(headers.etag), /^"0\./);
    const kept = await hub.database.kysely.selectFrom('peerProfile').select('personId').execute();
    assert.deepEqual(kept, []);
  });

  test('tells what is consented to in the language that is asked for', async () => {
    const texts: string[] = [];
    for (const language of ['de-DE,de;q=0.9', 'en', 'fr']) {
      const { body } = await hub.as('rosa', 'GET /me/profile', undefined, { 'accept-language': language });
      texts.push(body.consentText.text);
    }
    assert.match(texts[0] ?? '', /^Ich möchte im Verzeichnis von .+ gefunden werden\./);
    assert.match(texts[1] ?? '', /^I want to be found/);
    assert.equal(texts[2], texts[0]);
  });

  describe('is seen', () => {
    before(async () => {
      const idea = await hub.idea({ reach: 'civil' });
      assert.ok(idea);
      await hub.publish('rosa', { ...WHOLE, visibility: 'public' });
      await hub.database.write(['peer'], async (transaction) => {
        await transaction
          .insertInto('peerOffer')
          .values({
            id: 'offer-1',
            personId: ID,
            direction: 'offer',
            topic: 'transparenz',
            form: 'talk',
            until: '2026-12-31',
            state: 'open',
          })
          .execute();
        await transaction
          .insertInto('upload')
          .values({
            id: 'portrait-1',
            visibility: 'self',
            mediaType: 'image/jpeg',
            fileName: 'p.jpg',
            bytes: 1,
            sha256: 'x',
          })
          .execute();
        await transaction
          .updateTable('peerProfile')
          .set({ photoId: 'portrait-1' })
          .where('personId', '=', ID)
          .execute();
      });
    });

    for (const visibility of AUDIENCES) {
      test(`part by part: what is for “${visibility}”, by nobody beyond`, async () => {
        const { body: profile } = await hub.as('rosa', 'PUT /me/profile', { fieldVisibility: fieldsOf(visibility) });
        for (const [who, audience] of READERS) {
          const { status, body } = await read(who);
          assert.equal(status, 200, who);
          const seen = PEER_FIELDS.filter((field) => field in body);
          assert.deepEqual(seen, REACHES[visibility].includes(audience) ? PEER_FIELDS : [], `${who}: ${visibility}`);
          const expected = seenPeer(profile as PeerProfile, audience);
          assert.ok(expected);
          assert.deepEqual(shown(body as Peer), shown({ ...expected, can: [] }), who);
          assert.equal(JSON.stringify(body).includes('@'), false, 'no address');
        }
        const { body: own } = await read('rosa');
        assert.deepEqual(
          PEER_FIELDS.filter((field) => field in own),
          PEER_FIELDS,
        );
        assert.deepEqual(own.me, { self: true });
      });
    }

    test('as a whole by those whom it is for; everybody else hears that nobody is listed', async () => {
      for (const visibility of AUDIENCES) {
        await hub.as('rosa', 'PUT /me/profile', { visibility });
        for (const [who, audience] of READERS) {
          const { status, body } = await read(who);
          const isSeen = REACHES[visibility].includes(audience);
          assert.equal(status, isSeen ? 200 : 404, `${who}: ${visibility}`);
          if (!isSeen) assert.equal(body.code, 'not-listed');
        }
        assert.equal((await read('rosa')).status, 200);
      }
      const nobody = await hub.as('cem', 'GET /peers/nobody');
      assert.deepEqual([nobody.status, nobody.body.code], [404, 'not-listed']);
      const { body } = await hub.as('rosa', 'PUT /me/profile', { visibility: 'public' });
      assert.equal(body.fieldVisibility.headline, 'self', 'what was narrowed is not opened again by itself');
    });

    test('with what the reader may do: ask for contact, while the person answers', async () => {
      assert.deepEqual((await read('stranger')).body.can, []);
      assert.deepEqual((await read('cem')).body.can, ['contact']);
      assert.deepEqual((await read('rosa')).body.can, ['update']);
      await hub.as('rosa', 'PUT /me/profile', { availability: { state: 'paused', until: '2026-06-20' } });
      assert.deepEqual((await read('cem')).body.can, []);
      hub.now = NOW + 10 * DAY;
      assert.deepEqual((await read('cem')).body.can, ['contact'], 'a pause ends by itself');
      hub.now = NOW;
      await hub.as('rosa', 'PUT /me/profile', { availability: { state: 'open' } });
    });
  });

  test('shows ideas only to those who may read the idea itself, and never those without a name', async () => {
    await hub.publish('kalle', { visibility: 'public', fieldVisibility: { contributions: 'public' } });
    const write = async (title: string, visibility: string, anonymous = false) => {
      const id = await hub.idea({ title });
      const changes = { authorIds: ['person-kalle'], visibility: visibility as never, anonymous };
      await hub.database.write(['idea'], (transaction) =>
        transaction.updateTable('idea').set(changes).where('id', '=', id).execute(),
      );
    };
    await write('Für alle zu lesen', 'public');
    await write('Nur im Haus zu lesen', 'organisation');
    await write('Ohne Namen gesagt', 'public', true);
    const titles = async (who: Who) => {
      const { body } = await hub.as(who, 'GET /peers/person-kalle');
      return (body.contributions as { title: string }[] | undefined)?.map(({ title }) => title).toSorted();
    };
    assert.deepEqual(await titles('stranger'), ['Für alle zu lesen']);
    assert.deepEqual(await titles('cem'), ['Für alle zu lesen']);
    assert.deepEqual(await titles('ayla'), ['Für alle zu lesen', 'Nur im Haus zu lesen']);
  });

  test('goes along when its person changes organisation; what a source has said stays', async () => {
    await hub.publish('ayla', { visibility: 'organisation', unit: 'Stabsstelle' });
    const move = (orgId: string) =>
      hub.database.write(['account'], (transaction) =>
        transaction.updateTable('membership').set({ orgId }).where('personId', '=', 'person-ayla').execute(),
      );
    const seenBy = async () => {
      const answers = [];
      for (const who of ['kalle', 'cem'] as const) answers.push((await hub.as(who, 'GET /peers/person-ayla')).status);
      return answers;
    };
    assert.equal(await moveEntries(hub.parts), 0);
    assert.deepEqual(await seenBy(), [200, 404]);
    await move('brueckfurt');
    assert.equal(await moveEntries(hub.parts), 1);
    assert.equal(await moveEntries(hub.parts), 0);
    assert.deepEqual(await seenBy(), [404, 200]);
    await hub.as('ayla', 'DELETE /me/profile');
    await move('lindenhafen');
  });

  test('two edits at once: the second is told, and loses nothing', async () => {
    const { headers } = await hub.as('mirja', 'PUT /me/profile', { headline: 'Eins' });
    const etag = { 'if-match': String(headers.etag) };
    assert.equal((await hub.as('mirja', 'PUT /me/profile', { headline: 'Zwei' }, etag)).status, 200);
    const late = await hub.as('mirja', 'PUT /me/profile', { bio: 'Zu spät' }, etag);
    assert.deepEqual([late.status, late.body.code], [412, 'precondition-failed']);
    const { body } = await hub.as('mirja', 'GET /me/profile');
    assert.deepEqual([body.headline, body.bio], ['Zwei', undefined]);

    const fresh = String((await hub.as('henrik', 'GET /me/profile')).headers.etag);
    const first = await Promise.all(
      ['A', 'B'].map((headline) => hub.as('henrik', 'PUT /me/profile', { headline }, { 'if-match': fresh })),
    );
    assert.deepEqual(first.map(({ status }) => status).toSorted(), [200, 412], 'also while nothing is kept yet');
  });

  describe('with input that is not as it should be', () => {
    const save = (input: object) => hub.as('mirja', 'PUT /me/profile', input);

    test('keeps names of every kind, and takes away what would turn or hide them', async () => {
      const names = [
        ['Ö', 'Ö'],
        ['O\u0308', 'Ö'],
        ['Freya von und zu Nebelbank', 'Freya von und zu Nebelbank'],
        ['نور السحاب', 'نور السحاب'],
        ['\u202eRosa\u202c \u0007W.\n\t X', 'Rosa W. X'],
        ['木漏れ日 そよか', '木漏れ日 そよか'],
        ['👩🏽‍🚒 Flo', '👩🏽‍🚒 Flo'],
      ];
      for (const [given, kept] of names) {
        const { status, body } = await save({ displayName: given });
        assert.deepEqual([status, body.displayName], [200, kept]);
      }
      const cleared = await save({ displayName: 'Mirja Feldweg', headline: null, languages: ['DE', 'de', 'sr-latn'] });
      assert.equal(cleared.body.headline, undefined);
      assert.deepEqual(cleared.body.languages, ['de', 'sr-Latn']);
      const people = await hub.database.kysely
        .selectFrom('person')
        .select('displayName')
        .where('id', '=', 'person-mirja')
        .execute();
      assert.deepEqual(people, [{ displayName: 'Mirja Feldweg' }]);
    });

    test('says of each field what is wrong with it, and keeps nothing', async () => {
      const before = (await hub.as('mirja', 'GET /me/profile')).headers.etag;
      const cases: readonly (readonly [object, readonly (readonly [string, string])[]])[] = [
        [{ displayName: ' \u200b ' }, [['displayName', 'required']]],
        [{ displayName: '1 2 3' }, [['displayName', 'required']]],
        [{ displayName: 'mirja@auental.example' }, [['displayName', 'not-allowed']]],
        [
          { displayName: 'M'.repeat(81), headline: 'x'.repeat(141) },
          [
            ['headline', 'too-long'],
            ['displayName', 'too-long'],
          ],
        ],
        [
          { expertise: Array.from({ length: 50 }, (_, index) => ({ label: `Thema ${index}`, level: 'average' })) },
          [['expertise', 'too-many']],
        ],
        [{ interests: [{ label: 'x', topicId: 'nie-gehört' }] }, [['interests.0.topicId', 'not-found']]],
        [{ languages: ['de', 'kein deutsch'] }, [['languages.1', 'format']]],
        [{ availability: { state: 'paused', until: '2026-06-14' } }, [['availability.until', 'out-of-range']]],
        [{ availability: { state: 'paused', until: '2026-02-30' } }, [['availability.until', 'format']]],
        [{ monthlyRequests: 21 }, [['monthlyRequests', 'out-of-range']]],
        [{ channels: { phone: 'ruf mich an' } }, [['channels.phone', 'format']]],
        [
          { visibility: 'organisation', fieldVisibility: { bio: 'public' } },
          [['fieldVisibility.bio', 'wider-than-entry']],
        ],
        [{ bio: 'x'.repeat(1001) }, [['bio', 'too-long']]],
      ];
      for (const [input, expected] of cases) {
        const { status, body } = await save(input);
        assert.deepEqual([status, codes(body)], [400, expected], JSON.stringify(input).slice(0, 80));
      }
      assert.equal((await save({ email: 'x@y.example' })).status, 400, 'the address is the account’s');
      assert.equal((await hub.as('mirja', 'GET /me/profile')).headers.etag, before);
    });

    test('counts fifty topics as one where they mean one, and knows a topic by its name', async () => {
      const expertise = Array.from({ length: 50 }, () => ({ label: 'transparenz', level: 'expert' }));
      const { status, body } = await save({ expertise });
      assert.equal(status, 200);
      assert.deepEqual(body.expertise, [{ label: 'transparenz', topicId: 'transparenz', level: 'expert' }]);
    });

    test('leaves what a source has locked, and lets through what says the same', async () => {
      await hub.database.write(['peer'], (transaction) =>
        transaction
          .updateTable('peerProfile')
          .set({ source: 'scim', lockedFields: ['displayName', 'unit'] })
          .where('personId', '=', 'person-mirja')
          .execute(),
      );
      const refused = await save({ displayName: 'Wer anders', unit: 'Anderswo', headline: 'Neu' });
      assert.deepEqual(codes(refused.body), [
        ['displayName', 'locked'],
        ['unit', 'locked'],
      ]);
      assert.equal((await save({ displayName: 'Mirja Feldweg', headline: 'Neu' })).status, 200);
    });
  });

  describe('and consent', () => {
    const publish = (input: object) => hub.as('cem', 'PUT /me/profile/consent', input);

    test('goes by the text that was shown, for two years at most', async () => {
      const { body: profile } = await hub.as('cem', 'GET /me/profile');
      const textVersion = profile.consentText.version as string;
      assert.deepEqual(codes((await publish({ listed: true })).body), [['textVersion', 'required']]);
      assert.deepEqual(codes((await publish({ listed: true, textVersion, months: 25 })).body), [
        ['months', 'out-of-range'],
      ]);
      const other = await publish({ listed: true, textVersion: '1999-01' });
      assert.deepEqual([other.status, other.body.code], [409, 'consent-text']);
      assert.equal((await hub.as('rosa', 'GET /peers/person-cem')).status, 404, 'nobody is listed by a try');
      const { body } = await publish({ listed: true, textVersion });
      assert.deepEqual(body.consent, {
        listed: true,
        at: new Date(NOW).toISOString(),
        textVersion,
        expiresAt: '2028-06-15T10:00:00.000Z',
      });
      assert.deepEqual([body.state, (await hub.as('rosa', 'GET /peers/person-cem')).status], ['listed', 200]);
    });

    test('taken back, the entry is gone at once, also for who has it in a list', async () => {
      const { body: list } = await hub.as('rosa', 'GET /peers');
      assert.ok((list.items as Peer[]).some(({ id }) => id === 'person-cem'));
      const { body } = await publish({ listed: false });
      assert.equal(body.state, 'hidden');
      const { status, body: problem } = await hub.as('rosa', 'GET /peers/person-cem');
      assert.deepEqual([status, problem.code], [404, 'not-listed']);
      const { body: after } = await hub.as('rosa', 'GET /peers');
      assert.equal(
        (after.items as Peer[]).some(({ id }) => id === 'person-cem'),
        false,
      );
    });

    test('needs an organisation and a name that is none of a mailbox', async () => {
      const { body: profile } = await hub.as('cem', 'GET /me/profile');
      const set = (values: { displayName: string }) =>
        hub.database.write(['peer', 'account'], (transaction) =>
          transaction.updateTable('person').set(values).where('id', '=', 'person-cem').execute(),
        );
      await set({ displayName: 'cem@brueckfurt.example' });
      const refused = await publish({ listed: true, textVersion: profile.consentText.version });
      assert.deepEqual(codes(refused.body), [['displayName', 'not-allowed']]);
      await set({ displayName: 'Cem Brückenbauer' });
    });

    test('is spoken of 30 days before its end and at its end, each once, in the person’s language; nothing is deleted', async () => {
      const { body } = await hub.publish('cem', { headline: 'Offene Daten, offene Türen' });
      const end = Date.parse(body.consent.expiresAt as string);
      await hub.mails();
      hub.now = end - 31 * DAY;
      assert.equal((await careForPeers(hub.parts)).reminded, 0);
      hub.now = end - 30 * DAY;
      assert.equal((await careForPeers(hub.parts)).reminded, 3, 'Rosa, Kalle and Cem');
      assert.equal((await careForPeers(hub.parts)).reminded, 0, 'once');
      const mail = (await hub.mails()).find(({ to }) => to === 'cem');
      assert.match(mail?.subject ?? '', /läuft am 15\. Juni 2028 ab$/);
      assert.match(mail?.text ?? '', /https:\/\/netz\.example\/#vr-peer-profile/);
      assert.equal((await hub.as('rosa', 'GET /peers/person-cem')).status, 200);

      await hub.as('cem', 'PUT /me/settings', { locale: 'en', digest: 'never' }, { 'if-match': '*' });
      hub.now = end;
      const { status, body: problem } = await hub.as('rosa', 'GET /peers/person-cem');
      assert.deepEqual([status, problem.code], [404, 'not-listed'], 'by the clock, before any job');
      assert.equal((await careForPeers(hub.parts)).expired, 3);
      assert.equal((await careForPeers(hub.parts)).expired, 0, 'once');
      assert.match((await hub.mails()).find(({ to }) => to === 'cem')?.subject ?? '', /has run out$/);
      const kinds = (await hub.told('cem')).map(([kind]) => kind);
      assert.deepEqual(kinds.slice(-2), ['profile-expiring', 'profile-expired']);

      const { body: own } = await hub.as('cem', 'GET /me/profile');
      assert.deepEqual([own.state, own.headline], ['expired', 'Offene Daten, offene Türen']);
      const renewed = await publish({ listed: true, textVersion: own.consentText.version, months: 1 });
      assert.equal(renewed.body.state, 'listed');
      assert.equal((await careForPeers(hub.parts)).reminded, 0, 'a short consent is spoken of a week before');
      hub.now = Date.parse(renewed.body.consent.expiresAt as string) - 7 * DAY;
      assert.equal((await careForPeers(hub.parts)).reminded, 1);
      hub.now = NOW;
    });

    test('of offers that end: once, a week before', async () => {
      await hub.database.write(['peer'], (transaction) =>
        transaction
          .updateTable('peerOffer')
          .set({ createdAt: new Date(NOW) })
          .where('id', '=', 'offer-1')
          .execute(),
      );
      hub.now = Date.parse('2026-12-23T12:00:00Z');
      assert.equal((await careForPeers(hub.parts)).offers, 0);
      hub.now = Date.parse('2026-12-24T12:00:00Z');
      assert.equal((await careForPeers(hub.parts)).offers, 1);
      assert.equal((await careForPeers(hub.parts)).offers, 0);
      assert.deepEqual((await hub.told('rosa')).at(-1), ['offer-expiring', null, 'Transparenz']);
      hub.now = NOW;
    });
  });
});
