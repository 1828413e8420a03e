import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeText } from '../../../../src/backend/adapters/icalendar/ics-text.ts';
import { calendarOf, eventOf, read } from './support/calendars.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const good = (uid: string): string => eventOf(`UID:${uid}`, 'DTSTART:20260504T100000Z', 'SUMMARY:Größe; Äpfel');
const titles = async (data: string | Uint8Array): Promise<string[]> =>
  (await read(data)).items.map(({ title }) => title);

describe('the bytes of a calendar', () => {
  const text = calendarOf(eventOf('DTSTART:20260504T100000Z', 'SUMMARY:Größe 🎉'));

  it('may be UTF-8 with or without a mark, UTF-16, or the Windows code page', async () => {
    const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...text.split('').map((char) => char.charCodeAt(0))]).buffer);
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), utf16, utf16.subarray(2)]) {
      assert.deepEqual(await titles(bytes), ['Größe 🎉']);
    }
    const latin = Uint8Array.from(text.replace(' 🎉', ''), (char) => char.charCodeAt(0));
    assert.deepEqual(await titles(latin), ['Größe']);
  });

  it('are read by what they are, not by what the sender says', () => {
    assert.equal(decodeText(utf8('Größe'), 'iso-8859-1'), 'Größe');
    assert.equal(decodeText(Uint8Array.of(0xe4), 'no-such-charset'), 'ä');
    assert.equal(decodeText(Uint8Array.of(0xa4), 'iso-8859-15'), '€');
  });

  it('may be folded in the middle of a character', async () => {
    const [before, after] = text.split('Grö');
    const cut = [...utf8(`${before}Gr`), 0xc3, 13, 10, 32, 0xb6, ...utf8(after ?? '')];
    assert.deepEqual(await titles(Uint8Array.from(cut)), ['Größe 🎉']);
  });
});

describe('the lines of a calendar', () => {
  const text = calendarOf(
    eventOf('DTSTART:20260504T100000Z', 'SUMMARY:Ein langer\r\n  Titel\r\n\t, gefaltet', 'LOCATION:Saal'),
  );

  it('may end in CRLF, LF, CR or CR CR LF', async () => {
    for (const end of ['\r\n', '\n', '\r', '\r\r\n']) {
      assert.deepEqual(await titles(text.replaceAll('\r\n', end)), ['Ein langer Titel, gefaltet'], JSON.stringify(end));
    }
  });

  it('may carry blanks at their ends, empty lines between them and words before them', async () => {
    const blanks = text.replaceAll('END:VEVENT', 'END:VEVENT  \r\n\r\n').replaceAll('BEGIN:VEVENT', 'BEGIN:VEVENT \t');
    assert.equal((await titles(blanks)).length, 1);
    assert.equal((await titles(`HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n\r\n${text}`)).length, 1);
  });

  it('lose the blanks that all of them were filled up with, but not one that is their own', async () => {
    const own = calendarOf(eventOf('DTSTART:20260504T100000Z', 'SUMMARY:Treffen '));
    assert.deepEqual(await titles(own), ['Treffen ']);
    assert.deepEqual(await titles(own.replaceAll('\r\n', '   \r\n')), ['Treffen']);
  });

  it('that are broken cost one property each, and are told with their number', async () => {
    const { items, problems } = await read(
      calendarOf(
        eventOf('DTSTART:20260504T100000Z', 'dies ist keine Zeile', 'GEO:hier;dort', 'URL:https://example.org/a'),
      ),
    );
    assert.equal(items[0]?.url, 'https://example.org/a');
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['invalid-item', 8]],
    );
  });
});

describe('the components of a calendar', () => {
  it('that are broken leave the others as they are', async () => {
    const broken = [
      eventOf('UID:x', 'DTSTART:morgen'),
      eventOf('UID:x'),
      eventOf('UID:x', 'DTSTART:20260231T100000Z'),
      'BEGIN:VEVENT\r\nUID:x\r\nDTSTART:kaputt\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VEVENT',
      'BEGIN:VEVENT\r\nUID:x\r\nDTSTART:kaputt',
      'END:VEVENT',
      'BEGIN:VTODO\r\nSUMMARY:ohne Ende',
    ];
    for (const part of broken) {
      const { items, problems } = await read(calendarOf(good('a'), part, good('b')));
      assert.deepEqual(
        items.map(({ uid }) => uid),
        ['a', 'b'],
        part,
      );
      assert.ok(problems.length > 0, part);
    }
  });

  it('with a broken end, length or rule are shown as far as they are understood', async () => {
    for (const line of [
      'DTEND:gleich',
      'DTEND:20260503T100000Z',
      'DURATION:lang',
      'RRULE:BYDAY=MO',
      'RRULE:FREQ=DAILY;INTERVAL=0',
      'EXDATE:nie',
      'RDATE:nie',
    ]) {
      const { items, problems } = await read(calendarOf(eventOf('DTSTART:20260504T100000Z', line)));
      assert.deepEqual(
        items.map(({ start, end }) => [start, end]),
        [['2026-05-04T10:00:00Z', '2026-05-04T10:00:00Z']],
        line,
      );
      assert.deepEqual(
        problems.map(({ code, item }) => [code, item]),
        [['invalid-item', 'one@test.example']],
        line,
      );
    }
  });

  it('may come in several calendars in one file, in nested order, or without a calendar', async () => {
    assert.equal((await titles(calendarOf(good('a')) + calendarOf(good('b')))).length, 2);
    assert.equal((await titles(`${good('a')}\r\n${good('b')}`)).length, 2);
    assert.equal((await titles(calendarOf(good('a'), 'BEGIN:VCALENDAR', good('b')))).length, 2);
  });

  it('of a file that was cut off are shown up to the cut, which is told', async () => {
    const { items, problems } = await read(calendarOf(good('a'), good('b')).slice(0, -40));
    assert.equal(items[0]?.uid, 'a');
    assert.ok(problems.length > 0);
  });

  it('may stand in each other as deep as they like', async () => {
    const deep = 20_000;
    const nest = `${'BEGIN:X\r\n'.repeat(deep)}${'END:X\r\n'.repeat(deep)}`;
    const { items } = await read(calendarOf(good('a'), nest.trimEnd(), good('b')));
    assert.equal(items.length, 2);
  });
});

describe('the values of a property', () => {
  it('have their escapes undone, those of parameters too', async () => {
    const { items } = await read(
      calendarOf(
        eventOf(
          'DTSTART:20260504T100000Z',
          String.raw`SUMMARY:Eins\, zwei\; drei\\vier\nfünf`,
          `ORGANIZER;CN="Amt: Nord; ^'Mitte^'":mailto:niemand@example.org`,
        ),
      ),
    );
    assert.equal(items[0]?.title, 'Eins, zwei; drei\\vier\nfünf');
    assert.equal(items[0].organiser?.name, 'Amt: Nord; "Mitte"');
  });
});
