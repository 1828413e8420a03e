import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { startIdeasHub, type IdeasHub, type Who } from '../participation/ideas-hub.ts';
import { NOW, onEitherEngine } from '../support/test-hub.ts';

const HOUR = 3_600_000;
const at = (ms: number): string => new Date(NOW + ms).toISOString().replace('.000', '');

onEitherEngine('impulses and learning circles', (engine) => {
  let hub: IdeasHub;
  let now = NOW;
  before(async () => {
    hub = await startIdeasHub(engine, { clock: () => now });
  });
  after(() => hub.close());

  const offer = async (who: Who, input: object = {}) => {
    const made = await hub.as(who, 'POST /impulses', { title: 'Wie wir Anträge vorab prüfen', ...input });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body;
  };
  const kindsFor = async (who: Who) => (await hub.told(who)).map(([kind]) => kind);
  const forgetNews = () => hub.database.write([], (transaction) => transaction.deleteFrom('notification').execute());

  it('lets a member offer, others be interested, and tells these first when it has a date', async () => {
    const impulse = await offer('rosa', { abstract: 'Zwanzig Minuten, drei Folien.', topicIds: ['klimawandel'] });
    assert.deepEqual([impulse.state, impulse.minutes, impulse.org.id], ['offered', 30, 'lindenhafen']);
    assert.deepEqual([...impulse.can].sort(), ['date', 'update', 'withdraw']);
    await hub.as('henrik', `PUT /impulses/${impulse.id}/interest/me`);
    const twice = await hub.as('henrik', `PUT /impulses/${impulse.id}/interest/me`);
    assert.deepEqual([twice.body.interested, twice.body.me.interested], [1, true]);
    assert.deepEqual(await hub.told('rosa'), [['impulse-interest', 'person-henrik', null]]);

    const stranger = (await hub.as('stranger', 'GET /impulses')).body.items[0];
    assert.deepEqual(
      [stranger.title, stranger.by, stranger.me, stranger.can],
      [impulse.title, undefined, undefined, []],
    );
    assert.equal((await hub.as('stranger', `PUT /impulses/${impulse.id}/interest/me`)).status, 401);

    await forgetNews();
    const date = { start: at(72 * HOUR), onlineUrl: 'https://raum.example/impuls', capacity: 2 };
    assert.equal((await hub.as('henrik', `POST /impulses/${impulse.id}/date`, date)).status, 403);
    const made = await hub.as('rosa', `POST /impulses/${impulse.id}/date`, date);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { id, kind, end, registration, attendance, summary } = made.body;
    assert.deepEqual(
      [kind, end, attendance, summary, registration.mode, registration.capacity, registration.opensAt],
      ['impulse', at(72.5 * HOUR), 'online', 'Zwanzig Minuten, drei Folien.', 'hub', 2, at(24 * HOUR)],
    );
    assert.deepEqual(await hub.told('henrik'), [['impulse-dated', 'person-rosa', null]]);

    // A day ahead of the others, those who asked for it have the first choice.
    assert.equal((await hub.as('mirja', `PUT /events/${id}/registration/me`, {})).body.code, 'registration-not-open');
    const early = await hub.as('henrik', `PUT /events/${id}/registration/me`, {});
    assert.equal(early.body.me?.registered, true, JSON.stringify(early.body));
    now = NOW + 25 * HOUR;
    assert.equal((await hub.as('mirja', `PUT /events/${id}/registration/me`, {})).status, 200);
    now = NOW;

    const listed = (await hub.as('henrik', 'GET /impulses?mine=interested')).body.items;
    assert.deepEqual(
      listed.map((each: { state: string; event: { id: string } }) => [each.state, each.event.id]),
      [['dated', id]],
    );
    assert.equal((await hub.as('stranger', `GET /events/${id}`)).status, 404);
  });

  it('gives the event to whoever offered it, though a plain member, and to nobody to make something else of', async () => {
    const impulse = await offer('rosa');
    const { body: event } = await hub.as('rosa', `POST /impulses/${impulse.id}/date`, { start: at(72 * HOUR) });
    assert.ok(['update', 'cancel', 'registrations'].every((action) => event.can.includes(action)));
    const patch = async (change: object) => {
      const { headers } = await hub.as('rosa', `GET /events/${event.id}`);
      return hub.as('rosa', `PATCH /events/${event.id}`, change, { 'if-match': String(headers['etag']) });
    };
    assert.equal((await patch({ start: at(96 * HOUR), end: at(97 * HOUR) })).status, 200);
    assert.equal((await patch({ kind: 'meetup' })).status, 403);
    assert.equal((await patch({ organiser: { id: 'auental' } })).status, 403);
    assert.equal((await patch({ status: 'cancelled' })).status, 200);
  });

  it('is offered again when its event is cancelled, with everybody’s interest, and finds another date', async () => {
    const impulse = await offer('rosa');
    await hub.as('henrik', `PUT /impulses/${impulse.id}/interest/me`);
    const date = (hours: number) => hub.as('rosa', `POST /impulses/${impulse.id}/date`, { start: at(hours * HOUR) });
    const { body: event } = await date(72);
    // Its organisation, not whoever offers it.
    const set = async (status: string) => {
      const changed = await hub.as('kalle', `PATCH /events/${event.id}`, { status }, { 'if-match': '*' });
      assert.equal(changed.status, 200, JSON.stringify(changed.body));
    };
    const shown = async () => {
      const { items } = (await hub.as('henrik', 'GET /impulses?mine=interested')).body;
      const found = items.find(({ id }: { id: string }) => id === impulse.id);
      return [found?.state, found?.interested, found?.event?.id];
    };
    await forgetNews();
    await set('cancelled');
    assert.deepEqual(await shown(), ['offered', 1, undefined]);
    assert.deepEqual([await kindsFor('rosa'), await kindsFor('henrik')], [['impulse-reopened'], ['impulse-reopened']]);
    await set('scheduled');
    assert.deepEqual(await shown(), ['dated', 1, event.id], 'it takes place after all');
    await set('cancelled');
    const second = await date(96);
    assert.equal(second.status, 201, JSON.stringify(second.body));
    assert.deepEqual(await shown(), ['dated', 1, second.body.id]);
    assert.deepEqual(
      (await kindsFor('henrik')).toSorted(),
      ['impulse-dated', 'impulse-dated', 'impulse-reopened', 'impulse-reopened'],
      'each time it is told',
    );
    // The first event is none of its dates any more.
    await set('scheduled');
    await set('cancelled');
    assert.deepEqual(await shown(), ['dated', 1, second.body.id]);
  });

  it('is changed and taken back by whoever offers, and says which field is wrong', async () => {
    const impulse = await offer('rosa', { title: 'Formulare kürzen' });
    const change = (who: Who, patch: object, etag = impulse.etag) =>
      hub.as(who, `PATCH /impulses/${impulse.id}`, patch, { 'if-match': etag });
    assert.equal((await change('henrik', { title: 'Anders' })).status, 403);
    const changed = await change('rosa', { title: 'Formulare halbieren', minutes: 45 });
    assert.deepEqual([changed.body.title, changed.body.minutes], ['Formulare halbieren', 45]);
    assert.equal((await change('rosa', { title: 'Aus altem Stand' })).status, 412);
    await hub.as('henrik', `PUT /impulses/${impulse.id}/interest/me`);
    await forgetNews();
    const found = await hub.as('henrik', 'GET /impulses?q=HALBIEREN');
    assert.deepEqual([found.body.total, found.body.items[0]?.id], [1, impulse.id]);

    for (const [input, field, code] of [
      [{ title: 'x'.repeat(121) }, 'title', 'too-long'],
      [{ title: 'Gut', topicIds: ['unsinn'] }, 'topicIds.0', 'not-found'],
      [{ title: 'Gut', minutes: 1 }, 'minutes', 'out-of-range'],
    ] as const) {
      const { status, body } = await hub.as('rosa', 'POST /impulses', input);
      assert.deepEqual([status, body.fieldErrors?.[0]?.field, body.fieldErrors?.[0]?.code], [400, field, code]);
    }
    assert.equal((await hub.as('rosa', 'POST /impulses', { title: 'Fremd', orgId: 'auental' })).status, 403);
    const past = await hub.as('rosa', `POST /impulses/${impulse.id}/date`, { start: at(-HOUR) });
    assert.deepEqual([past.status, past.body.fieldErrors[0].field], [400, 'start']);

    const gone = await hub.as('rosa', `DELETE /impulses/${impulse.id}`);
    assert.equal(gone.body.state, 'withdrawn');
    assert.equal((await hub.as('rosa', `DELETE /impulses/${impulse.id}`)).status, 200);
    assert.deepEqual(await kindsFor('henrik'), ['impulse-withdrawn']);
    assert.equal((await hub.as('henrik', `PUT /impulses/${impulse.id}/interest/me`)).status, 404);
    const mine = (await hub.as('rosa', 'GET /impulses?mine=author')).body.items;
    assert.equal(mine.find(({ id }: { id: string }) => id === impulse.id)?.state, 'withdrawn');
  });

  it('pages through impulses, each once', async () => {
    for (let index = 0; index < 5; index += 1) await offer('cem', { title: `Seite ${index}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await hub.as('kalle', `GET /impulses?q=seite&limit=2${next}`);
      seen.push(...body.items.map(({ title }: { title: string }) => title));
      cursor = body.nextCursor;
    } while (cursor !== null);
    assert.deepEqual([seen.length, new Set(seen).size], [5, 5]);
    assert.equal((await hub.as('kalle', 'GET /impulses?cursor=unsinn')).status, 400);
  });

  it('begins a learning circle with its founder within, and keeps room and members for those within', async () => {
    const dates = [10, 20, 31].map((days) => ({
      start: at(days * 24 * HOUR),
      end: at(days * 24 * HOUR + (days === 31 ? 2 : 1) * HOUR),
    }));
    const founded = await hub.as('henrik', 'POST /circles', {
      title: 'Sprechstunde der Kämmereien',
      guideUrl: 'https://leitfaden.example/lernkreis',
      places: 3,
      dates: [dates[1], dates[0], dates[2]],
      onlineUrl: 'https://raum.example/kreis',
    });
    assert.equal(founded.status, 201, JSON.stringify(founded.body));
    const { id } = founded.body;
    assert.deepEqual([founded.body.start, founded.body.me?.registered], [dates[0]?.start, true]);
    assert.deepEqual(founded.body.recurrence.added, [dates[1]?.start, dates[2]?.start]);

    const outside = (await hub.as('rosa', `GET /events/${id}`)).body;
    assert.deepEqual(
      [outside.onlineUrl, outside.circle, outside.registration.registered, outside.registration.capacity],
      [undefined, { guideUrl: 'https://leitfaden.example/lernkreis' }, 1, 3],
    );
    for (const who of ['rosa', 'kalle'] as const) {
      assert.equal((await hub.as(who, `PUT /events/${id}/registration/me`, {})).status, 200, who);
    }
    const late = await hub.as('ayla', `PUT /events/${id}/registration/me`, {});
    assert.equal(late.body.me.waitingPosition, 1);
    const inside = (await hub.as('rosa', `GET /events/${id}`)).body;
    assert.equal(inside.onlineUrl, 'https://raum.example/kreis');
    assert.deepEqual(
      inside.circle.members.map(({ displayName }: { displayName: string }) => displayName),
      ['Henrik Aktendeckel', 'Rosa Wiesengrund', 'Kalle Uferlos'],
    );

    const of = async (who: Who) =>
      (await hub.as(who, 'GET /circles')).body.items.find((circle: { id: string }) => circle.id === id);
    const seen = await of('ayla');
    assert.deepEqual(
      [seen.state, seen.places, seen.registered, seen.waiting, seen.members, seen.dates],
      ['full', 3, 3, 1, undefined, dates],
    );
    assert.equal((await of('rosa')).members.length, 3);
    assert.equal(await of('stranger'), undefined);
    now = NOW + 11 * 24 * HOUR;
    assert.equal((await of('rosa')).state, 'running');
    now = NOW + 40 * 24 * HOUR;
    assert.equal(await of('rosa'), undefined);
    now = NOW;
  });

  it('refuses a circle whose dates make no sense, and says which', async () => {
    const good = { title: 'Kreis', places: 5 };
    const [first, second] = [
      { start: at(HOUR), end: at(2 * HOUR) },
      { start: at(3 * HOUR), end: at(4 * HOUR) },
    ];
    for (const [input, field, code] of [
      [{ ...good, dates: [first] }, 'dates', 'too-few'],
      [{ ...good, places: 2, dates: [first, second] }, 'places', 'out-of-range'],
      [{ ...good, dates: [first, { start: at(-HOUR), end: at(0) }] }, 'dates.1.start', 'out-of-range'],
      [{ ...good, dates: [first, { start: at(5 * HOUR), end: at(4 * HOUR) }] }, 'dates.1.end', 'order'],
      [{ ...good, dates: [first, { start: at(1.5 * HOUR), end: at(4 * HOUR) }] }, 'dates.1.start', 'order'],
    ] as const) {
      const { status, body } = await hub.as('rosa', 'POST /circles', input);
      const [error] = body.fieldErrors ?? [];
      assert.deepEqual([status, error?.field, error?.code], [400, field, code], JSON.stringify(input));
    }
    assert.equal((await hub.as('stranger', 'POST /circles', { ...good, dates: [first, second] })).status, 401);
  });

  it('tells a form what it may ask for', async () => {
    const member = (await hub.as('rosa', 'GET /events/vocabulary')).body;
    assert.deepEqual([member.orgs, member.offers, member.mails], [[], true, false]);
    assert.ok(member.topics.length > 3);
    const organiser = (await hub.as('kalle', 'GET /events/vocabulary')).body;
    assert.deepEqual(
      organiser.orgs.map(({ id }: { id: string }) => id),
      ['lindenhafen'],
    );
    assert.equal((await hub.as('stranger', 'GET /events/vocabulary')).body.offers, false);
  });

  it('hands out what somebody offered, and forgets what had no date when they leave', async () => {
    const impulse = await offer('mirja', { title: 'Nur angeboten' });
    const dated = await offer('mirja', { title: 'Schon mit Termin' });
    await hub.as('mirja', `POST /impulses/${dated.id}/date`, { start: at(50 * HOUR) });
    const { impulses } = (await hub.as('mirja', 'GET /me/export')).body;
    assert.deepEqual(
      impulses.offered.map(({ title }: { title: string }) => title),
      ['Nur angeboten', 'Schon mit Termin'],
    );
    assert.equal((await hub.as('mirja', 'DELETE /me')).status, 204);
    const { items } = (await hub.as('rosa', 'GET /impulses?limit=50')).body;
    const names = new Map(
      items.map((each: { id: string; by: { displayName: string } }) => [each.id, each.by.displayName]),
    );
    assert.deepEqual([names.has(impulse.id), names.get(dated.id)], [false, 'Ehemaliges Mitglied']);
  });
});
