import { expect } from '@open-wc/testing';
import {
  failing,
  FULL,
  KALLE,
  manyRows,
  never,
  profileBackend,
  refusing,
  ROSA,
  type ProfileSample,
} from '../../../stories/peer-profile/sample-profiles.ts';
import type { VrPeerProfile } from '../../../src/elements/peer-profile/vr-peer-profile.ts';
import { all, one, textOf } from '../support/deep.ts';
import { appears, choose, clearStage, focusSays, open, pick, press, putForm, says } from './support/stage.ts';

const ORGANISER = { ...FULL, can: [...FULL.can, 'import'] };
const FILE = new File(['Name;Mail\nHenrike Sommer;h@lindenhafen.example\n'], 'amt.csv', { type: 'text/csv' });

describe('Bringing people in from a file', () => {
  afterEach(clearStage);

  async function atFile(
    sample: ProfileSample = {},
  ): Promise<readonly [VrPeerProfile, ReturnType<typeof profileBackend>]> {
    const backend = profileBackend({ me: KALLE, profile: ORGANISER, ...sample });
    const profile = await putForm({ backend });
    await open(profile, 'import');
    await appears(profile, 'vr-peer-import');
    await pick(profile, 'vr-peer-import', FILE);
    return [profile, backend];
  }

  it('is there for organisers only', async () => {
    const profile = await putForm({ backend: profileBackend({ me: ROSA, profile: FULL }) });
    expect(all(profile, 'details[data-part=import]').length).to.equal(0);
  });

  it('shows what the file would do, line by line in words, before anything is done', async () => {
    const [profile, backend] = await atFile();
    await press(profile, 'Vorschau ansehen');
    await focusSays('Vorschau: Noch ist nichts eingetragen');
    const said = textOf(one(profile, 'vr-peer-import'));
    for (const words of [
      '2 Personen neu',
      '1 Person mit Änderungen',
      '2 Zeilen nicht übernommen',
      'Zeichensatz Windows-1252',
      'Geburtstag wird nicht übernommen',
      'Name fehlt',
      'Sprachen: nicht verstanden („Klingonisch“)',
      'kommt in der Datei schon vor',
    ])
      expect(said).to.contain(words);
    expect(said, 'what is wrong comes first').not.to.contain('Henrike Sommer neu');
    expect(backend.asked).to.deep.equal([]);
  });

  it('brings people in, with or without mails, for the chosen organisation', async () => {
    const [profile, backend] = await atFile();
    await choose(one(profile, 'vr-peer-import'), 'select', 'auental');
    await press(profile, 'Vorschau ansehen');
    await says(profile, '2 Personen neu');
    all<HTMLInputElement>(profile, '.choice input[aria-describedby=invite]')[0]!.click();
    await press(profile, '3 Personen eintragen');
    await focusSays('2 Personen neu als Entwurf, 1 Person geändert.');
    await says(profile, '1 E-Mail mit einem Link ist unterwegs.');
    expect(backend.asked).to.deep.equal([['importPeers', { orgId: 'auental', invite: true }]]);
    await press(profile, 'Weitere Datei');
    await says(profile, 'CSV, vCard (.vcf) oder jCard (.json)');
  });

  it('shows ten thousand rows a page at a time', async () => {
    const [profile] = await atFile({ peers: { previewImport: () => Promise.resolve(manyRows(10_000)) } });
    await press(profile, 'Vorschau ansehen');
    await says(profile, '1 bis 50 von 10.000');
    expect(all(profile, 'tbody tr[data-action]').length).to.equal(50);
    await press(profile, 'Nächste');
    await says(profile, '51 bis 100 von 10.000');
    await press(profile, 'Vorige');
    await says(profile, '1 bis 50 von 10.000');
    all<HTMLInputElement>(profile, '.choice input:not([aria-describedby])').at(-1)!.click();
    await says(profile, 'E-Mail-Adresse lässt sich nicht lesen („keine“)');
    expect(all(profile, 'tbody tr[data-action]').length).to.equal(10);
  });

  for (const [what, previewImport, why] of [
    ['a workbook', refusing({ field: 'file', code: 'spreadsheet' }), 'als CSV'],
    ['no column with names', refusing({ field: 'file', code: 'no-name-column' }), 'Nennen Sie eine Spalte „Name“'],
    ['too many rows', refusing({ field: 'file', code: 'too-many', limit: 10_000 }), 'höchstens 10.000'],
    ['too many bytes', failing('invalid', { status: 413 }), 'Die Datei ist zu groß.'],
    [
      'another organisation',
      failing('denied', { status: 403 }),
      'Für diese Organisation können Sie niemanden eintragen.',
    ],
    ['no network', failing('offline'), 'nicht mit dem Netz verbunden'],
  ] as const) {
    it(`says what stands in the way: ${what}`, async () => {
      const [profile] = await atFile({ peers: { previewImport } });
      await press(profile, 'Vorschau ansehen');
      await focusSays(why);
    });
  }

  it('is busy while it reads, and another file calls it off', async () => {
    const [profile] = await atFile({ peers: { previewImport: never } });
    await press(profile, 'Vorschau ansehen');
    await says(profile, 'Die Datei wird gelesen. Eingetragen wird noch nichts.');
    await pick(profile, 'vr-peer-import', FILE);
    await says(profile, 'Vorschau ansehen');
  });

  it('says that nobody can be invited where that is so', async () => {
    const importPeers = refusing({ field: 'invite', code: 'not-allowed' });
    const [profile] = await atFile({ peers: { importPeers } });
    await press(profile, 'Vorschau ansehen');
    await press(profile, '3 Personen eintragen');
    await says(profile, 'Tragen Sie die Personen ohne E-Mail ein.');
  });
});
