import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PERSONAL_TRACE_KINDS, personalTraces } from '../../src/model/personal-traces.ts';

const kindsIn = (text: string): string[] => personalTraces({ body: text }).map(({ kind }) => kind);

describe('personalTraces', () => {
  const finds: readonly (readonly [kind: string, text: string])[] = [
    ['email', 'Fragen an mara.kestner@auental.example bitte.'],
    ['email', 'mara.kestner (at) auental.example'],
    ['phone', 'Rufen Sie an: 0201 88-12345'],
    ['phone', 'Durchwahl 4711'],
    ['phone', '+49 (0) 201 881234'],
    ['iban', 'Konto DE89 3704 0044 0532 0130 00'],
    ['birthday', 'Frau M., geboren am 12.03.1961'],
    ['reference', 'Aktenzeichen: 32-17/2024'],
    ['address', 'wohnt Lindenstraße 12a'],
    ['person', 'Herr Müller-Lüdenscheidt hat das gesagt'],
    ['person', 'Kollegin Aylin Demir weiß mehr'],
    ['person', 'Dr. von Kestner'],
  ];
  for (const [kind, text] of finds) {
    it(`finds ${kind} in "${text}"`, () => assert.ok(kindsIn(text).includes(kind), kindsIn(text).join()));
  }

  const calm = [
    'Wir testen 2026 in drei Ämtern, ab 12.03.2026, mit 1.200 Anträgen.',
    'Das kostet 12.500 Euro im Jahr und spart 40 % der Zeit.',
    'Die Frau Bürgermeisterin ist dafür, die Herren und Damen im Rat auch.',
    'Nach § 35 VwVfG ist das ein Verwaltungsakt (Urteil 2 C 12.20).',
    'Formulare mit Bürgerinnen testen, bevor sie online gehen.',
  ];
  for (const text of calm) it(`is calm about "${text}"`, () => assert.deepEqual(kindsIn(text), []));

  it('shows the sentence around a place, and the field it stands in', () => {
    const [trace] = personalTraces({ problem: 'Es dauert lange. Herr Beispiel wartet seit Mai. Das nervt.' });
    assert.deepEqual(trace, {
      kind: 'person',
      field: 'problem',
      found: 'Herr Beispiel',
      text: 'Herr Beispiel wartet seit Mai.',
    });
  });

  it('names pictures and files, whose contents it does not know', () => {
    const files = [
      { fileName: 'team.jpg', mediaType: 'image/jpeg' },
      { fileName: 'liste.pdf', mediaType: 'application/pdf' },
    ];
    assert.deepEqual(
      personalTraces({}, files).map(({ kind, found }) => [kind, found]),
      [
        ['picture', 'team.jpg'],
        ['file', 'liste.pdf'],
      ],
    );
  });

  it('takes any text, in time that grows with it, and says at most sixty places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { kind, text: around } of personalTraces({ body: text })) {
          assert.ok(PERSONAL_TRACE_KINDS.includes(kind));
          assert.ok(around.length <= 400);
        }
      }),
    );
    for (const piece of ['a@', 'Frau ', '0 ', '12/', 'von ', 'Aktenzeichen ', 'Am A', 'DE89 3704 ', '(']) {
      const begun = process.cpuUsage().user;
      assert.ok(personalTraces({ body: piece.repeat(100_000) }).length <= 60);
      assert.ok(process.cpuUsage().user - begun < 3_000_000, piece);
    }
  });
});
