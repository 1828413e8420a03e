import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Programme, Session } from '../../src/model/calendar-event.ts';
import { sessionClashes, sessionConflicts } from '../../src/model/session-conflicts.ts';
import { sessionEvents } from '../../src/model/session-events.ts';
import { checkSessionForm, EMPTY_SESSION_FORM, sessionErrorsOf, sessionInputOf } from '../../src/model/session-form.ts';
import { sessionGrid, sessionsByTime, timedSessions } from '../../src/model/session-grid.ts';
import { endOfPlace, placeTimes, possibleEnds } from '../../src/model/session-places.ts';

const zone = 'Europe/Berlin';
const on = (time: string): string => `2026-03-20T${time}:00Z`;
const session = (id: string, from: string, to: string, room?: string, more: Partial<Session> = {}): Session => ({
  id,
  title: id,
  start: on(from),
  end: on(to),
  ...(room && { room }),
  state: 'scheduled',
  ...more,
});
const programme: Programme = {
  rooms: ['A', 'B'],
  slots: [
    { start: on('09:00'), end: on('09:45') },
    { start: on('10:00'), end: on('10:45') },
  ],
  proposals: 'open',
};
const shape = (sessions: readonly Session[], frame: Programme | undefined = programme): unknown =>
  sessionGrid({ sessions, programme: frame }, { timeZone: zone }).map(({ day, rooms, rows }) => ({
    day,
    rooms,
    rows: rows.map(({ start, kind, cells, sessions: whole }) => [
      new Date(start).toISOString().slice(11, 16),
      kind,
      kind === 'rooms'
        ? cells.map(({ room, rowSpan, sessions: own }) => [room, rowSpan, own.map((one) => one.session.id).join()])
        : whole.map((one) => one.session.id).join(),
    ]),
  }));

describe('the plan of a camp', () => {
  it('has a row a slot, a field a room, and breaks between', () => {
    assert.deepEqual(shape([session('x', '09:00', '09:45', 'A')]), [
      {
        day: '2026-03-20',
        rooms: ['A', 'B'],
        rows: [
          [
            '09:00',
            'rooms',
            [
              ['A', 1, 'x'],
              ['B', 1, ''],
            ],
          ],
          ['09:45', 'break', ''],
          [
            '10:00',
            'rooms',
            [
              ['A', 1, ''],
              ['B', 1, ''],
            ],
          ],
        ],
      },
    ]);
  });

  it('lets sessions go through several rows, and knows rooms that the frame does not name', () => {
    assert.deepEqual(shape([session('long', '09:00', '10:45', 'A'), session('guest', '10:00', '10:45', 'Hof')]), [
      {
        day: '2026-03-20',
        rooms: ['A', 'B', 'Hof'],
        rows: [
          [
            '09:00',
            'rooms',
            [
              ['A', 3, 'long'],
              ['B', 1, ''],
              ['Hof', 1, ''],
            ],
          ],
          [
            '09:45',
            'rooms',
            [
              ['B', 1, ''],
              ['Hof', 1, ''],
            ],
          ],
          [
            '10:00',
            'rooms',
            [
              ['B', 1, ''],
              ['Hof', 1, 'guest'],
            ],
          ],
        ],
      },
    ]);
  });

  it('shows what is for everybody over the whole width, and beside others in a column of its own', () => {
    const alone = shape([session('all', '09:00', '09:45')]) as { rows: unknown[] }[];
    assert.deepEqual(alone[0]!.rows[0], ['09:00', 'whole', 'all']);
    const beside = shape([session('all', '09:00', '09:45'), session('x', '09:00', '09:45', 'A')]) as {
      rows: unknown[];
    }[];
    assert.deepEqual(beside[0]!.rows[0], [
      '09:00',
      'rooms',
      [
        ['A', 1, 'x'],
        ['B', 1, ''],
        [undefined, 1, 'all'],
      ],
    ]);
  });

  it('puts what overlaps in one room into one field, and leaves proposals out', () => {
    const both = [session('x', '09:00', '09:45', 'A'), session('y', '09:30', '10:45', 'A')];
    const [day] = sessionGrid(
      { sessions: [...both, { id: 'p', title: 'p', state: 'proposed' }], programme },
      { timeZone: zone },
    );
    const cell = day!.rows[0]!.cells[0]!;
    assert.deepEqual(
      cell.sessions.map((one) => one.session.id),
      ['x', 'y'],
    );
    assert.equal(cell.rowSpan, day!.rows.length);
  });

  it('parts days in the zone of the reader, and knows no plan without sessions and slots', () => {
    const late = session('late', '23:30', '23:50', 'A');
    assert.deepEqual(
      sessionGrid({ sessions: [late] }, { timeZone: zone }).map(({ day }) => day),
      ['2026-03-21'],
    );
    assert.deepEqual(
      sessionGrid({ sessions: [late] }, { timeZone: 'UTC' }).map(({ day }) => day),
      ['2026-03-20'],
    );
    assert.deepEqual(sessionGrid({}, { timeZone: zone }), []);
    assert.deepEqual(sessionGrid({ sessions: [{ ...late, start: 'never' }] }, { timeZone: zone }), []);
  });

  it('is a list of what begins together', () => {
    const timed = timedSessions([
      session('b', '10:00', '10:45'),
      session('a', '09:00', '09:45'),
      session('c', '10:00', '10:30'),
    ]);
    assert.deepEqual(
      sessionsByTime(timed).map((at) => at.sessions.map((one) => one.session.id)),
      [['a'], ['c', 'b']],
    );
  });
});

describe('what stands against a place', () => {
  const mara = { id: 'mara', displayName: 'Mara Kestner' };
  const there = [
    session('x', '09:00', '09:45', 'Saal', { hosts: [mara] }),
    session('gone', '09:00', '09:45', 'Saal', { state: 'cancelled' }),
  ];
  const kinds = (candidate: Partial<Session>): string[] =>
    sessionConflicts(there, { start: on('09:30'), end: on('10:00'), ...candidate }).map(
      ({ kind, name }) => `${kind} ${name}`,
    );

  it('is the same room, whoever typed it how, and the same host, by id or else by name', () => {
    assert.deepEqual(kinds({ room: ' saal' }), ['room Saal']);
    assert.deepEqual(kinds({ room: 'B', hosts: [{ ...mara, displayName: 'M. Kestner' }] }), ['host M. Kestner']);
    assert.deepEqual(kinds({ hosts: [{ displayName: 'mara kestner' }] }), ['host mara kestner']);
    assert.deepEqual(kinds({ hosts: [{ id: 'other', displayName: 'Mara Kestner' }] }), []);
  });

  it('is nothing before and after, itself, or while there is no time', () => {
    assert.deepEqual(kinds({ room: 'Saal', start: on('09:45') }), []);
    assert.deepEqual(kinds({ id: 'x', room: 'Saal' }), []);
    assert.deepEqual(sessionConflicts(there, { room: 'Saal' }), []);
  });

  it('is told for a list, each with the titles of the others', () => {
    const clashes = sessionClashes([
      session('a', '09:00', '10:00'),
      session('b', '09:30', '10:30'),
      session('c', '10:30', '11:00'),
    ]);
    assert.deepEqual(
      [...clashes],
      [
        ['a', ['b']],
        ['b', ['a']],
      ],
    );
  });
});

describe('places of a camp', () => {
  const event = { start: on('08:00'), end: '2026-03-21T12:00:00Z', allDay: false };

  it('are its slots, with the ends that follow on the same day', () => {
    const times = placeTimes({ ...event, programme }, zone);
    assert.equal(times.length, 2);
    assert.equal(endOfPlace(times[0]!.start, { minutes: 30 }, times), Date.parse(on('09:30')));
    assert.equal(endOfPlace(times[0]!.start, { minutes: 90 }, times), times[0]!.end);
    assert.deepEqual(
      possibleEnds(times[0]!.start, times, zone),
      times.map(({ end }) => end),
    );
  });

  it('are the hours of its days where it has none', () => {
    const times = placeTimes(event, zone).map(({ start }) => new Date(start).toISOString().slice(8, 16));
    assert.equal(times[0], '20T08:00');
    assert.equal(times.at(-1), '21T11:00');
    assert.ok(times.includes('21T08:00'));
    assert.ok(!times.includes('20T20:00'));
  });
});

describe('sessions as events of a calendar file', () => {
  it('keep their names and take what the camp says, as text and not as HTML', () => {
    const [event, ...rest] = sessionEvents(
      { uid: 'camp@x', title: 'Camp', start: on('08:00'), end: on('18:00'), allDay: false, place: { name: 'Haus' } },
      [
        session('x', '09:00', '09:45', 'Saal', { abstract: 'Mehr <b>Mut</b>\n& Zeit' }),
        { id: 'p', title: 'p', state: 'proposed' },
      ],
    );
    assert.deepEqual(rest, []);
    assert.equal(event!.uid, 'session-x-camp@x');
    assert.equal(event!.place?.name, 'Saal, Haus');
    assert.equal(event!.description, '<p>Mehr &lt;b&gt;Mut&lt;/b&gt;<br>&amp; Zeit</p>');
  });
});

describe('the form of a session', () => {
  it('asks for a title, and for lengths that can be', () => {
    const codes = (form: Partial<typeof EMPTY_SESSION_FORM>): string[] =>
      checkSessionForm({ ...EMPTY_SESSION_FORM, ...form }).map(({ field, code }) => `${field} ${code}`);
    assert.deepEqual(codes({ title: ' ' }), ['title required']);
    assert.deepEqual(codes({ title: 'x'.repeat(121), minutes: '4' }), ['title too-long', 'minutes minutes']);
    assert.deepEqual(codes({ title: 'x', minutes: '45' }), []);
  });

  it('sends of a change what is another, and names the fields of a refusal', () => {
    const before: Session = { id: 'x', title: 'Alt', abstract: 'Text', minutes: 45, state: 'proposed' };
    assert.deepEqual(sessionInputOf({ title: 'Neu', abstract: '', track: '', minutes: '45' }, before), {
      title: 'Neu',
      abstract: null,
    });
    assert.deepEqual(sessionErrorsOf({ fieldErrors: [{ field: 'track', code: 'not-found' }, { field: 'x' }, null] }), [
      { field: 'track', code: 'refused' },
    ]);
  });
});
