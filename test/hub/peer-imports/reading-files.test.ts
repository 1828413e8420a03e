import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Directory } from '../../../demo/hub/directory/directory.ts';
import { ImportFileError } from '../../../demo/hub/peer-imports/file/import-file-error.ts';
import { readPeopleFile } from '../../../demo/hub/peer-imports/file/read-people-file.ts';
import { cleanPerson } from '../../../demo/hub/peer-imports/imported-person.ts';
import { languageTag } from '../../../demo/hub/peer-imports/language-tag.ts';

const directory = new Directory({
  organisations: [],
  topics: [{ id: 'klimawandel', label: { de: 'Klimawandel', en: 'Climate change' } }],
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => (char === '–' ? 0x96 : char.charCodeAt(0)));
const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

const read = (bytes: Uint8Array, most = 10_000) => {
  const file = readPeopleFile(bytes, most);
  return { ...file, people: file.people.map((person) => cleanPerson(person, directory)) };
};

const failure = (bytes: Uint8Array, most?: number): string => {
  try {
    read(bytes, most);
  } catch (error) {
    if (error instanceof ImportFileError) return error.code;
    throw error;
  }
  return 'read';
};

describe('Tables of people', () => {
  const table = [
    'Vorname;Nachname;Organisation;Amt;Funktion;E-Mail-Adresse;Kompetenzen;Sprachen;Geburtsdatum',
    'Jörg;Müller;Stadt Ähringen;Amt für Straßen;Sachbearbeitung – Brücken;Joerg.Mueller@aehringen.example;Klimawandel, Brückenbau;Deutsch, Englisch;01.02.1980',
  ].join('\r\n');

  for (const [name, bytes, encoding] of [
    ['UTF-8', utf8(table), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${table}`), 'utf-8'],
    ['Windows-1252', latin(table), 'windows-1252'],
    ['UTF-16 with a mark', utf16(`\ufeff${table}`), 'utf-16'],
    ['UTF-16 big endian', utf16(`\ufeff${table}`, true), 'utf-16'],
    ['UTF-16 without a mark', utf16(table), 'utf-16'],
  ] as const) {
    test(`reads ${name} as Excel writes it`, () => {
      const file = read(bytes);
      assert.equal(file.kind, 'csv');
      assert.equal(file.encoding, encoding);
      assert.deepEqual(file.people[0]?.fields, {
        displayName: 'Jörg Müller',
        function: 'Sachbearbeitung – Brücken',
        unit: 'Amt für Straßen',
        expertise: [
          { label: 'Klimawandel', topicId: 'klimawandel', level: 'average' },
          { label: 'Brückenbau', level: 'average' },
        ],
        languages: ['de', 'en'],
        email: 'joerg.mueller@aehringen.example',
      });
      assert.equal(file.people[0]?.orgName, 'Stadt Ähringen');
      assert.deepEqual(file.columns.at(-1), { name: 'Geburtsdatum' }, 'an entry needs no birthday');
    });
  }

  test('tells commas, semicolons and tabs apart, with English names and a word of Excel to itself', () => {
    for (const [sign, start] of [
      [',', ''],
      [';', 'sep=;\n'],
      ['\t', ''],
      [';', ''],
    ] as const) {
      const text = `${start}${['Name', 'Email Address', 'Job title'].join(sign)}\n${['"Ada, Countess"', 'ada@x.example', 'Lead'].join(sign)}\n`;
      const { people } = read(utf8(text));
      assert.deepEqual(
        [people[0]?.fields.email, people[0]?.fields.function, people[0]?.line],
        ['ada@x.example', 'Lead', start ? 3 : 2],
        JSON.stringify(text),
      );
    }
  });

  test('keeps line breaks inside of quotes, counts lines as an editor does, and turns sorted names round', () => {
    const { people } = read(
      utf8('Name,Über mich\r\n"Blau, Ida","Erste Zeile\r\nZweite ""Zeile"""\r\n\r\nOle Rot,kurz\r\n'),
    );
    assert.deepEqual(
      people.map(({ line, fields }) => [line, fields.displayName, fields.bio]),
      [
        [2, 'Ida Blau', 'Erste Zeile\nZweite "Zeile"'],
        [5, 'Ole Rot', 'kurz'],
      ],
    );
  });

  test('a broken quote costs its own row and no other', () => {
    const { people } = read(
      utf8('Name;Mail;Amt\nIda;"i@x.example;Amt 1\nOle;o@x.example;Amt 2\nEva "Evi" Grün;e@x.example;"Amt 3'),
    );
    assert.deepEqual(
      people.map(({ line, problems, fields }) => [line, problems[0]?.code, fields.email]),
      [
        [2, 'broken', undefined],
        [3, undefined, 'o@x.example'],
        [4, 'broken', 'e@x.example'],
      ],
    );
  });

  test('says of each cell what is wrong with it', () => {
    const topics = Array.from({ length: 50 }, (_, index) => `Thema ${index + 1}`).join(', ');
    const { people } = read(
      utf8(
        [
          'Name;Mail;Themen;Sprache;Motto;Organisation',
          `Ida;ida@x.example;"${topics}";Klingonisch;${'x'.repeat(200)};`,
          ';leer@x.example;;;;',
          '01.02.1980;datum@x.example;;;;',
          'Ole;kein Postfach;;;;',
          'Eva;;;;;',
          'Ab\u202eiB;Ab B <AB@x.example>;;;;',
        ].join('\n'),
      ),
    );
    assert.deepEqual(
      people.map(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`)),
      [
        ['languages not-allowed', 'expertise too-many', 'headline too-long'],
        ['displayName required'],
        ['displayName format'],
        ['email format'],
        ['email no-address'],
        [],
      ],
    );
    assert.equal(people[0]?.fields.expertise?.length, 12);
    assert.equal(people[0]?.fields.headline?.length, 140);
    assert.deepEqual([people[5]?.fields.displayName, people[5]?.fields.email], ['AbiB', 'ab@x.example']);
  });

  test('says what a file is when it is no table of people', () => {
    assert.equal(failure(utf8('')), 'required');
    assert.equal(failure(utf8('\ufeff \r\n')), 'required');
    assert.equal(failure(utf8('%PDF-1.7\n1 0 obj')), 'not-allowed');
    assert.equal(failure(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])), 'not-allowed');
    assert.equal(failure(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])), 'spreadsheet');
    assert.equal(failure(utf8('Datum;Betrag\n01.02.2026;3')), 'no-name-column');
    assert.equal(failure(utf8('[1, 2')), 'format');
    assert.equal(failure(utf8('["vevent", []]')), 'not-allowed');
  });

  test('takes ten thousand rows, not one more, and is done in a moment', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `Person ${index};p${index}@x.example`);
    const start = performance.now();
    assert.equal(read(utf8(['Name;Mail', ...rows].join('\n'))).people.length, 10_000);
    assert.ok(performance.now() - start < 5_000);
    assert.equal(failure(utf8(['Name;Mail', ...rows, 'Eine;e@x.example'].join('\n'))), 'too-many');
    // Quotes that never close must not make reading quadratic.
    assert.equal(read(utf8(['Name;Mail', ...rows.map((row) => `"${row}`)].join('\n'))).people.length, 10_000);
    assert.ok(performance.now() - start < 20_000);
  });
});

describe('Cards', () => {
  test('reads vCard 4 with expertise and interests, the preferred address at work first', () => {
    const { kind, people, columns } = read(
      utf8(
        [
          'BEGIN:VCARD', 'VERSION:4.0', 'UID:urn:uuid:1', 'FN:Dalia Birk', ' enblatt', 'N:Birkenblatt;Dalia;;;',
          'ORG:Kreis Bergtal;Amt 7\\; Bau;Team 1', 'TITLE:Leitung\\, Bau', 'EMAIL;TYPE=home;PREF=1:privat@x.example',
          'EMAIL;TYPE=work:dalia@bergtal.example', 'TEL;TYPE=work:+49 000', 'LANG;PREF=2:en', 'LANG;PREF=1:de-DE',
          'EXPERTISE;LEVEL=expert:Klimawandel', 'INTEREST;LEVEL=high:Radwege', 'HOBBY:Segeln', 'BDAY:19800101',
          'NOTE:schwierig im Umgang', 'END:VCARD', '',
        ].join('\r\n'), // prettier-ignore
      ),
    );
    assert.equal(kind, 'vcard');
    assert.deepEqual(people[0]?.fields, {
      displayName: 'Dalia Birkenblatt',
      function: 'Leitung, Bau',
      unit: 'Amt 7; Bau, Team 1',
      expertise: [{ label: 'Klimawandel', topicId: 'klimawandel', level: 'expert' }],
      interests: [{ label: 'Radwege' }],
      languages: ['de', 'en'],
      email: 'dalia@bergtal.example',
    });
    assert.equal(people[0]?.key, 'urn:uuid:1');
    const left = columns.filter(({ field }) => field === undefined).map(({ name }) => name);
    assert.deepEqual(left, ['TEL', 'HOBBY', 'BDAY', 'NOTE']);
  });

  test('reads what Outlook writes: quoted-printable with soft line ends, a charset, groups, several cards', () => {
    const text = [
      'BEGIN:VCARD', 'VERSION:2.1', 'N;LANGUAGE=de;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg',
      'FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:J=F6rg M=FC=', 'ller', 'EMAIL;PREF;INTERNET:joerg@x.example',
      'TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Sachbearbeitung Br=C3=BCcken', 'END:VCARD',
      'BEGIN:VCARD', 'VERSION:3.0', 'N:Rot;Ole;;;', 'item1.EMAIL;type=INTERNET;type=pref:ole@x.example', 'ORG:Stadt A;;',
      'END:VCARD', 'BEGIN:VCARD', 'FN:Halbe Karte',
    ].join('\r\n'); // prettier-ignore
    const { people } = read(utf8(text));
    assert.deepEqual(
      people.map(({ fields, problems }) => [fields.displayName, fields.function, fields.email, problems[0]?.code]),
      [
        ['Jörg Müller', 'Sachbearbeitung Brücken', 'joerg@x.example', undefined],
        ['Ole Rot', undefined, 'ole@x.example', undefined],
        ['Halbe Karte', undefined, undefined, 'broken'],
      ],
    );
  });

  test('reads jCard, one or many', () => {
    const card = [
      'vcard',
      [
        ['version', {}, 'text', '4.0'],
        ['fn', {}, 'text', 'Ida Blau'],
        ['org', {}, 'text', ['Stadt A', 'Amt 1']],
        ['email', { type: ['work', 'x'] }, 'text', 'ida@x.example'],
        ['expertise', { level: 'beginner' }, 'text', 'Recht'],
      ],
    ];
    const expected = {
      displayName: 'Ida Blau',
      unit: 'Amt 1',
      expertise: [{ label: 'Recht', level: 'beginner' }],
      email: 'ida@x.example',
    };
    assert.deepEqual(read(utf8(JSON.stringify(card))).people[0]?.fields, expected);
    const many = read(utf8(JSON.stringify([card, ['vcard', 'none']])));
    assert.equal(many.kind, 'jcard');
    assert.deepEqual(many.people[0]?.fields, expected);
    assert.equal(many.people[1]?.problems[0]?.code, 'broken');
  });
});

test('Languages are told by name or code', () => {
  const words = [
    'Deutsch',
    'de_DE',
    'English',
    'Leichte Sprache',
    'Türkisch',
    'Deutsche Gebärdensprache',
    'xx',
    'Franzoesisch',
  ];
  assert.deepEqual(words.map(languageTag), ['de', 'de', 'en', undefined, 'tr', 'gsg', undefined, 'fr']);
});
