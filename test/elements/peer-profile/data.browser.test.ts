import { expect } from '@open-wc/testing';
import { failing, FULL, profileBackend } from '../../../stories/peer-profile/sample-profiles.ts';
import { all, one, textOf } from '../support/deep.ts';
import { appears, clearStage, focusSays, open, press, putForm, says, write } from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('What is held about the reader', () => {
  afterEach(clearStage);

  /** Names of the files that the page hands over, with their contents. */
  async function saves(work: () => Promise<void>): Promise<readonly [string, string][]> {
    const files: [string, string][] = [];
    const { click } = HTMLAnchorElement.prototype;
    const pending: Promise<void>[] = [];
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      const { download, href } = this;
      pending.push(
        fetch(href)
          .then((answer) => answer.text())
          .then((text) => void files.push([download, text])),
      );
    };
    try {
      await work();
      await Promise.all(pending);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    return files;
  }

  it('is taken along as JSON and as vCard', async () => {
    const profile = await putForm({ backend: profileBackend({ profile: FULL }) });
    await open(profile, 'data');
    const files = await saves(async () => {
      await press(profile, 'Alles über mich als JSON');
      await says(profile, 'Die Datei meine-daten.json ist gespeichert.');
      await press(profile, 'Mein Eintrag als vCard');
      await says(profile, 'Die Datei mein-eintrag.vcf ist gespeichert.');
    });
    expect(files[0]).to.deep.equal(['meine-daten.json', '{"person":{"displayName":"Rosa Wiesengrund"}}']);
    expect(files[1]?.[1]).to.match(/^BEGIN:VCARD\r\nVERSION:4.0/);
  });

  it('says before what deleting does, in words and numbers', async () => {
    const profile = await putForm({ backend: profileBackend({ profile: FULL }) });
    await open(profile, 'data');
    const erasure = textOf(await appears(profile, '.erasure'));
    for (const said of ['Ihr Eintrag im Verzeichnis', '2 Angebote und Gesuche', '12 Unterstützungen von Ideen'])
      expect(erasure).to.contain(said);
    expect(erasure, 'what there is nothing of').not.to.contain('Ihr Bild');
    expect(erasure).to.match(/unter „Ehemaliges Mitglied“: *2 Ideen *7 Kommentare/);
  });

  it('is asked for anew where it could not be told', async () => {
    let tries = 0;
    const erasure = (): Promise<{ deleted: Record<string, number>; kept: Record<string, number> }> =>
      tries++ === 0 ? failing('timeout')() : Promise.resolve({ deleted: { profile: 1, somethingNew: 2 }, kept: {} });
    const profile = await putForm({ backend: profileBackend({ profile: FULL, account: { erasure } }) });
    await open(profile, 'data');
    await says(profile, 'Die Quelle antwortet gerade nicht.');
    await press(profile, 'Erneut versuchen');
    await says(profile, 'somethingNew: 2');
    await says(profile, 'Es bleibt nichts von Ihnen.');
  });

  it('ends with the entry alone: in two steps, after which one may begin anew', async () => {
    const backend = profileBackend({ profile: FULL });
    const profile = await putForm({ backend });
    await open(profile, 'data');
    await press(profile, 'Nur den Eintrag löschen');
    await focusSays('Das lässt sich nicht rückgängig machen.');
    await press(profile, 'Behalten');
    await focusSays('Nur den Eintrag löschen');
    await press(profile, 'Nur den Eintrag löschen');
    await press(profile, 'Ja, Eintrag löschen');
    await focusSays('Ihr Eintrag ist gelöscht');
    expect(backend.asked).to.deep.equal([['removeProfile']]);
    await press(profile, 'Neu beginnen');
    await says(profile, 'Entwurf: Nur Sie sehen diesen Eintrag.');
    expect(one<HTMLInputElement>(profile, '#in-headline').value).to.equal('');
  });

  it('ends with everything: signed out, nothing on the device, and a calm word', async () => {
    const backend = profileBackend({ profile: FULL });
    const profile = await putForm({ backend, attributes: 'storage="local"' });
    await write(profile, '#in-headline', 'Was niemand mehr lesen soll');
    dispatchEvent(new CustomEvent('pagehide'));
    expect(JSON.stringify({ ...localStorage })).to.contain('Was niemand mehr lesen soll');
    await open(profile, 'data');
    await press(profile, 'Alles über mich löschen');
    expect(backend.asked).to.deep.equal([]);
    await press(profile, 'Ja, alles endgültig löschen');
    await focusSays('Alles über Sie ist gelöscht');
    expect(backend.asked).to.deep.equal([['erase']]);
    await waitUntil(() => all(profile, 'vr-peer-entry').length === 0, 'the form is gone');
    dispatchEvent(new CustomEvent('pagehide'));
    expect(JSON.stringify({ ...localStorage, ...sessionStorage }), 'on the device').not.to.match(/niemand mehr|draft/);
    expect(textOf(profile)).not.to.contain('Einloggen');
  });

  it('stays when erasing fails, and says why', async () => {
    const profile = await putForm({ backend: profileBackend({ profile: FULL, account: { erase: failing('busy') } }) });
    await open(profile, 'data');
    await press(profile, 'Alles über mich löschen');
    await press(profile, 'Ja, alles endgültig löschen');
    await says(profile, 'Das hat nicht geklappt. Die Quelle ist gerade ausgelastet.');
    await says(profile, 'Entwurf');
  });
});
