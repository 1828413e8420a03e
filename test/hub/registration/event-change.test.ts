import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import ical from 'node-ical';
import { movedDates } from '../../../demo/hub/registration/moved-dates.ts';
import { onEitherEngine, NOW } from '../support/test-hub.ts';
import { DAY, startMeetingsHub, type MeetingsHub } from './meetings-hub.ts';

const iso = (at: number): string => new Date(at).toISOString().replace('.000', '');
const WEEKS = [1, 2, 3, 4].map((week) => iso(NOW + 7 * week * DAY));
const HOUR = 3_600_000;

onEitherEngine('An event that people are registered for changes', (engine) => {
  let hub: MeetingsHub;
  before(async () => {
    hub = await startMeetingsHub(engine);
  });
  beforeEach(async () => {
    await hub.mails();
    await hub.database.write([], (transaction) => transaction.deleteFrom('notification').execute());
  });
  after(() => hub.close());

  type Who = Parameters<MeetingsHub['as']>[0];
  const join = async (who: Who, id: string, recurrenceId?: string): Promise<void> => {
    const query = recurrenceId ? `?${new URLSearchParams({ recurrenceId }).toString()}` : '';
    const { status, body } = await hub.as(who, `PUT /events/${id}/registration/me${query}`, {});
    assert.equal(status, 200, JSON.stringify(body));
  };
  const refusal = async (id: string, patch: object): Promise<string[]> => {
    const { status, body } = await hub.as('kalle', `PATCH /events/${id}`, patch, { 'if-match': '*' });
    assert.equal(status, 400, JSON.stringify(body));
    return body.fieldErrors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
  };
  const weekly = { recurrence: { rule: 'FREQ=WEEKLY;COUNT=4' }, registration: { mode: 'hub', capacity: 5 } };

  test('everybody with a place or on the waiting list is told what is new, once, with a file that replaces the first', async () => {
    const id = await hub.event({ registration: { mode: 'hub', capacity: 1 } });
    await join('henrik', id);
    await join('mirja', id);
    const [first] = await hub.mails();
    await hub.as('mirja', 'PUT /me/settings', { locale: 'en', digest: 'daily', muted: [] }, { 'if-match': '*' });
    await hub.change(id, {
      start: iso(NOW + 8 * DAY),
      end: iso(NOW + 8 * DAY + HOUR),
      status: 'moved-online',
      place: null,
      onlineUrl: 'https://video.example/raum',
      message: 'Der Saal ist leider nicht zu haben.\nWir sehen uns online!',
    });
    const mails = await hub.mails();
    assert.deepEqual(mails.map(({ to }) => to).sort(), ['henrik', 'mirja']);
    const german = mails.find(({ to }) => to === 'henrik');
    assert.equal(german?.subject, 'Geändert: Meetup: Formulare, die man versteht');
    assert.equal(
      german?.text,
      [
        'Guten Tag Henrik Aktendeckel,',
        '',
        'Ein Termin, zu dem Sie angemeldet sind, hat sich geändert:',
        '',
        'Meetup: Formulare, die man versteht',
        'Dienstag, 23. Juni 2026, 12:00 bis 13:00 Uhr',
        'Online: https://video.example/raum',
        'Es lädt ein: Stadt Lindenhafen',
        `Zum Termin: https://netz.example/#vr-event=${id}`,
        '',
        'Das ist neu:',
        '- Der Termin findet jetzt online statt.',
        '- Zeit: Dienstag, 23. Juni 2026, 12:00 bis 13:00 Uhr (bisher: Montag, 22. Juni 2026, 12:00 bis 14:00 Uhr)',
        '- Der Ort entfällt (bisher: Rathaus, Raum 12, Hafenstraße 1, Lindenhafen).',
        '- Link zur Teilnahme: https://video.example/raum',
        '',
        'Die Organisation schreibt dazu:',
        'Der Saal ist leider nicht zu haben.',
        'Wir sehen uns online!',
        '',
        'Öffnen Sie die Datei im Anhang, um den Termin in Ihren Kalender zu übernehmen.',
        '',
        'Sie können doch nicht? Melden Sie sich beim Termin ab. Dann rückt jemand nach.',
        '',
        'Sie bekommen diese Mail, weil Sie sich angemeldet haben.',
        '',
      ].join('\n'),
    );
    const english = mails.find(({ to }) => to === 'mirja');
    assert.match(english?.text ?? '', /^Hello Mirja Feldweg,[^]*You are on the waiting list here\./);
    assert.doesNotMatch(english?.text ?? '', /video\.example/, 'whoever waits is not told where it meets online');
    assert.equal(english?.file, undefined);
    const line = (file: string | undefined, name: string) =>
      new RegExp(`\r\n${name}[:;](.*)\r\n`).exec(file ?? '')?.[1];
    assert.equal(line(german?.file, 'UID'), line(first?.file, 'UID'));
    assert.ok(Number(line(german?.file, 'SEQUENCE')) > Number(line(first?.file, 'SEQUENCE')));
    const told = await hub.told('henrik');
    assert.deepEqual(told, [
      ['event-changed', 'person-kalle', 'Der Saal ist leider nicht zu haben. Wir sehen uns online!'],
    ]);
    await hub.change(id, { message: 'Bringen Sie ein Formular mit.' });
    const [word] = (await hub.mails()).filter(({ to }) => to === 'henrik');
    assert.equal(word?.subject, 'Nachricht zu: Meetup: Formulare, die man versteht');
    assert.match(word?.text ?? '', /Die Organisation schreibt dazu:\nBringen Sie ein Formular mit\./);
    assert.equal(word?.file, undefined);
    assert.equal((await hub.told('henrik')).at(-1)?.[0], 'event-message');
    await hub.change(id, { description: 'Nur ein Wort mehr' });
    assert.deepEqual(await hub.mails(), [], 'what matters to nobody is told to nobody');
    await hub.change(id, { onlineUrl: 'https://video.example/zweiter-raum' });
    assert.deepEqual(
      (await hub.mails()).map(({ to }) => to),
      ['henrik'],
      'another room online is for those who have a place',
    );
    assert.ok((await hub.told('mirja')).every(([, , text]) => !text?.includes('video.example')));
    await hub.change(id, { status: 'cancelled' });
    const [cancelled] = (await hub.mails()).filter(({ to }) => to === 'henrik');
    assert.equal(cancelled?.subject, 'Abgesagt: Meetup: Formulare, die man versteht');
    assert.equal(cancelled?.method, 'CANCEL');
    assert.match(cancelled?.file ?? '', /\r\nMETHOD:CANCEL\r\n[^]*\r\nSTATUS:CANCELLED\r\n/);
    assert.ok(Number(line(cancelled?.file, 'SEQUENCE')) > Number(line(german?.file, 'SEQUENCE')));
    assert.equal((await hub.told('mirja')).at(-1)?.[0], 'event-cancelled');
  });

  test('one date of a series concerns its people only; a change of the series each whose date it changes', async () => {
    const id = await hub.event(weekly);
    await join('henrik', id, WEEKS[0]);
    await join('henrik', id, WEEKS[2]);
    await join('mirja', id, WEEKS[1]);
    await hub.mails();
    await hub.change(id, { place: { name: 'Bürgerhaus' } }, WEEKS[1]);
    assert.deepEqual(
      (await hub.mails()).map(({ to }) => to),
      ['mirja'],
    );
    await hub.change(id, { place: { name: 'Volkshochschule' } });
    const mails = await hub.mails();
    assert.deepEqual(
      mails.map(({ to }) => to),
      ['henrik'],
      'the date that has its own place keeps it',
    );
    assert.match(mails[0]?.subject ?? '', /^Geändert/);
    assert.equal(mails[0]?.text.match(/Ort: Volkshochschule \(bisher/g)?.length, 2, 'both dates in one mail');
    assert.equal(mails[0]?.file?.match(/BEGIN:VEVENT/g)?.length, 2);
    await hub.change(id, { status: 'cancelled' }, WEEKS[2]);
    const [gone] = await hub.mails();
    assert.deepEqual([gone?.to, gone?.method], ['henrik', 'CANCEL']);
    assert.match(gone?.file ?? '', new RegExp(`UID:${id}-${WEEKS[2]}`));
  });

  test('a series that moves to another weekday takes its people along; what is no date any more is called off', async () => {
    const id = await hub.event(weekly);
    await join('henrik', id, WEEKS[0]);
    await join('mirja', id, WEEKS[3]);
    await hub.mails();
    const moved = WEEKS.map((week) => iso(Date.parse(week) + DAY + HOUR));
    await hub.change(id, {
      start: moved[0],
      end: iso(Date.parse(moved[0] ?? '') + HOUR),
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=3' },
    });
    assert.deepEqual(await hub.state(id), [
      ['henrik', 'registered', moved[0]],
      ['mirja', 'cancelled', WEEKS[3]],
    ]);
    const mails = await hub.mails();
    assert.deepEqual(mails.map(({ to, subject, method }) => [to, subject.split(':')[0], method]).sort(), [
      ['henrik', 'Geändert', 'PUBLISH'],
      ['mirja', 'Cancelled', 'CANCEL'],
    ]);
    const file = mails.find(({ to }) => to === 'henrik')?.file ?? '';
    assert.match(file, new RegExp(`UID:${id}-${moved[0]}`));
    assert.match(
      file,
      new RegExp(`UID:${id}-${WEEKS[0]}[^]*STATUS:CANCELLED`),
      'the entry of before is cancelled in the same file',
    );
    // A calendar program of somebody else reads the same: the new date, and that the old one is off.
    const entries = Object.values(ical.sync.parseICS(file)).filter((entry) => entry?.type === 'VEVENT');
    assert.deepEqual(
      entries.map((entry) => entry?.type === 'VEVENT' && [entry.start.toISOString(), entry.status]).sort(),
      [
        [`${WEEKS[0]?.slice(0, -1)}.000Z`, 'CANCELLED'],
        [`${moved[0]?.slice(0, -1)}.000Z`, 'CONFIRMED'],
      ],
    );
    await hub.change(id, { recurrence: null });
    assert.deepEqual(
      (await hub.state(id)).find(([who]) => who === 'henrik'),
      ['henrik', 'registered', ''],
    );
  });

  test('whoever comes to all dates is told of one that changes, and of dates that are added', async () => {
    const id = await hub.event({ ...weekly, registration: { mode: 'hub', scope: 'series', capacity: 5 } });
    await join('henrik', id);
    await hub.mails();
    await hub.change(id, { status: 'cancelled' }, WEEKS[1]);
    const [one] = await hub.mails();
    assert.equal(one?.subject, 'Abgesagt: Meetup: Formulare, die man versteht');
    assert.match(one?.text ?? '', /29\. Juni 2026/);
    assert.equal(one?.method, 'PUBLISH', 'the series itself goes on');
    assert.match(one?.file ?? '', /RECURRENCE-ID[^]*STATUS:CANCELLED/);
    await hub.change(id, { recurrence: { rule: 'FREQ=WEEKLY;COUNT=5' } });
    const [more] = await hub.mails();
    assert.match(more?.text ?? '', /- Die Reihe hat andere Termine\./);
    await hub.change(id, { status: 'cancelled' });
    assert.equal((await hub.mails())[0]?.method, 'CANCEL');
  });

  test('what an organiser may not do to people who are registered is named field by field', async () => {
    const id = await hub.event({ registration: { mode: 'hub', capacity: 3 } });
    await join('henrik', id);
    await join('mirja', id);
    assert.deepEqual(await refusal(id, { registration: { mode: 'hub', capacity: 1 } }), [
      'registration.capacity below-registered',
    ]);
    assert.deepEqual(await refusal(id, { registration: { mode: 'none' } }), ['registration.mode not-allowed']);
    assert.deepEqual(await refusal(id, { registration: { mode: 'hub', capacity: 3, closesAt: iso(NOW + 8 * DAY) } }), [
      'registration.closesAt after-start',
    ]);
    assert.deepEqual(await refusal(id, { end: iso(NOW + DAY), timeZone: 'Europe/Lindenhafen' }), [
      'timeZone not-found',
      'end order',
    ]);
    const series = await hub.event(weekly);
    await join('henrik', series, WEEKS[0]);
    assert.deepEqual(await refusal(series, { registration: { mode: 'hub', scope: 'series' } }), [
      'registration.scope not-allowed',
    ]);
    // Two who edit at once: the second is told, and nothing of the first is lost.
    const seen = await hub.as('kalle', `GET /events/${id}`);
    await join('cem', id);
    const ifMatch = { 'if-match': String(seen.headers['etag']) };
    const patch = { title: 'Neuer Titel' };
    assert.equal(
      (await hub.as('kalle', `PATCH /events/${id}`, patch, ifMatch)).status,
      200,
      'who registers is no edit',
    );
    assert.equal((await hub.as('kalle', `PATCH /events/${id}`, patch, ifMatch)).status, 412);
  });
});

test('dates find themselves again by the day, the week or the month, and no two become one', () => {
  const zone = 'Europe/Berlin';
  const of = (before: string[], after: string[]) => Object.fromEntries(movedDates(before, before, after, zone));
  const at = (day: string, hour = 16): string => `2026-${day}T${hour}:00:00Z`;
  assert.deepEqual(of([at('06-02'), at('06-09')], [at('06-02', 17), at('06-09', 17)]), {
    [at('06-02')]: at('06-02', 17),
    [at('06-09')]: at('06-09', 17),
  });
  assert.deepEqual(of([at('06-02'), at('06-09')], [at('06-03'), at('06-10')]), {
    [at('06-02')]: at('06-03'),
    [at('06-09')]: at('06-10'),
  });
  assert.deepEqual(of([at('06-02')], [at('06-25')]), { [at('06-02')]: at('06-25') });
  assert.deepEqual(of([at('06-02'), at('06-04')], [at('06-03')]), {}, 'two dates of a week are not one');
  assert.deepEqual(of([at('06-02')], [at('07-09')]), {});
  assert.deepEqual(of(['2026-06-02', '2026-06-09'], ['2026-06-09', '2026-06-16']), { '2026-06-09': '2026-06-09' });
});
