import { expect } from '@open-wc/testing';
import {
  BROUGHT,
  CONSENT_TEXT,
  EMPTY,
  ENDING,
  EXPIRED,
  failing,
  FULL,
  HIDDEN,
  LISTED,
  profileBackend,
  refusing,
  ROSA,
  STRANGER,
} from '../../../stories/peer-profile/sample-profiles.ts';
import { all, isShown, one, textOf } from '../support/deep.ts';
import {
  appears,
  choose,
  clearStage,
  focusSays,
  press,
  putForm,
  putProfile,
  says,
  settle,
  write,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('The own entry', () => {
  afterEach(clearStage);

  describe('before it is there', () => {
    it('lets strangers log in, and loads nothing of the form for them', async () => {
      let signIns = 0;
      const signIn = (): Promise<boolean> => {
        signIns++;
        return Promise.resolve(false);
      };
      const profile = await putProfile({ backend: profileBackend({ me: STRANGER, account: { signIn } }) });
      await says(profile, 'Loggen Sie sich ein');
      expect(all(profile, 'vr-peer-entry').length, 'parts of the form').to.equal(0);
      await press(profile, 'Einloggen');
      expect(signIns).to.equal(1);
    });

    it('says so where the source knows no entries of people’s own', async () => {
      const profile = await putProfile({ backend: profileBackend({ peers: { profile: undefined } }) });
      await says(profile, 'Diese Quelle kennt keine eigenen Einträge.');
    });

    it('tells a failure with its cause, and tries again', async () => {
      let tries = 0;
      const load = (): Promise<typeof FULL> => (tries++ === 0 ? failing('timeout')() : Promise.resolve(FULL));
      const profile = await putProfile({ backend: profileBackend({ peers: { profile: load } }) });
      await says(profile, 'Die Quelle antwortet gerade nicht.');
      await press(profile, 'Erneut versuchen');
      await says(profile, 'Entwurf: Nur Sie sehen diesen Eintrag.');
    });
  });

  describe('in the form', () => {
    it('sends only what was changed, says that it is saved, and does not ask on leaving', async () => {
      const backend = profileBackend({ profile: FULL });
      const profile = await putForm({ backend });
      await write(profile, '#in-headline', 'Bürgeramt ohne Wartemarken');
      await choose(profile, '#in-see-headline', 'organisation');
      await press(profile, 'Speichern');
      await says(profile, 'Gespeichert. Noch sehen nur Sie den Eintrag.');
      expect(backend.asked).to.deep.equal([
        ['saveProfile', { headline: 'Bürgeramt ohne Wartemarken', fieldVisibility: { headline: 'organisation' } }],
      ]);
      expect(dispatchEvent(new CustomEvent('beforeunload', { cancelable: true })), 'leaves freely').to.equal(true);
      await focusSays('Gespeichert.');
    });

    it('suggests topics and takes levels, languages and interests', async () => {
      const backend = profileBackend();
      const profile = await putForm({ backend });
      const list = one<HTMLDataListElement>(profile, '#list-expertise-label');
      expect([...list.options].map(({ value }) => value)).to.include('Bürgerbeteiligung');
      await write(profile, '[data-field=expertise] .label input', 'buergerbeteiligung');
      await choose(profile, '[data-field=expertise] .level select', 'expert');
      await write(profile, '[data-field=interests] .label input', 'Gärtnern');
      await choose(profile, '[data-field=languages] .language select', 'gsg');
      await press(profile, 'Speichern');
      await says(profile, 'Gespeichert.');
      expect(backend.asked[0]?.[1]).to.deep.equal({
        expertise: [{ label: 'buergerbeteiligung', topicId: 'beteiligung', level: 'expert' }],
        interests: [{ label: 'Gärtnern' }],
        languages: ['gsg'],
      });
    });

    it('names what is missing or wrong at the field, and what the server refuses', async () => {
      const profile = await putForm({
        backend: profileBackend({
          profile: FULL,
          peers: {
            saveProfile: refusing(
              { field: 'fieldVisibility.bio', code: 'wider-than-entry' },
              { field: 'channels.phone', code: 'too-long', limit: 40 },
            ),
          },
        }),
      });
      await write(profile, '#in-displayName', '');
      await write(profile, '#in-monthlyRequests', '21');
      await press(profile, 'Speichern');
      await says(profile, '2 Angaben fehlen noch oder passen nicht');
      await write(profile, '#in-displayName', 'Rosa W.');
      await write(profile, '#in-monthlyRequests', '3');
      await press(profile, 'Speichern');
      await says(profile, 'Vorstellung: Diese Angabe kann nicht mehr Menschen gezeigt werden als der Eintrag');
      await says(profile, 'Telefon: Bitte auf 40 Zeichen kürzen');
    });

    it('keeps what was typed when it could not be saved', async () => {
      const profile = await putForm({ backend: profileBackend({ peers: { saveProfile: failing('offline') } }) });
      await write(profile, '#in-headline', 'Bleibt stehen');
      await press(profile, 'Speichern');
      await says(profile, 'Ihr Text bleibt hier stehen.');
      expect(one<HTMLInputElement>(profile, '#in-headline').value).to.equal('Bleibt stehen');
    });

    it('brings back in a new page what was typed in this tab, and throws it away on wish', async () => {
      const first = await putForm({ backend: profileBackend({ profile: FULL }), attributes: 'storage="session"' });
      await write(first, '#in-headline', 'Noch nicht fertig');
      dispatchEvent(new CustomEvent('pagehide'));
      first.remove();
      const second = await putForm({ backend: profileBackend({ profile: FULL }), attributes: 'storage="session"' });
      await says(second, 'Ihre Änderungen von vorhin sind wieder da.');
      expect(one<HTMLInputElement>(second, '#in-headline').value).to.equal('Noch nicht fertig');
      await press(second, 'Änderungen verwerfen');
      await says(second, 'Ihre Änderungen sind verworfen.');
      expect(one<HTMLInputElement>(second, '#in-headline').value).to.equal(FULL.headline);
    });

    it('shows what a source locks as text, with where it is changed', async () => {
      const profile = await putForm({ backend: profileBackend({ profile: BROUGHT }) });
      await says(profile, 'Name: Rosa Wiesengrund (kommt aus Personalverzeichnis Lindenhafen, dort ändern)');
      expect(all(profile, '#in-displayName, #in-unit').length).to.equal(0);
    });

    it('asks for no end of an availability that has none, and shows the e-mail address without a field', async () => {
      const profile = await putForm({ backend: profileBackend({ profile: EMPTY }) });
      expect(all(profile, '#in-until').filter(isShown).length).to.equal(0);
      await choose(profile, 'input[name=availability][value=paused]');
      await write(profile, '#in-until', '2026-03-11');
      await press(profile, 'Speichern');
      await says(profile, 'Dieser Tag liegt in der Vergangenheit');
      await says(profile, 'E-Mail: rosa.wiesengrund@lindenhafen.example');
      await says(profile, 'Telefon und Chat sieht niemand, bevor Sie eine Anfrage angenommen haben.');
      expect(all(profile, '#in-email').length).to.equal(0);
    });
  });

  describe('who sees what', () => {
    it('shows each audience what it sees, by what is typed at present', async () => {
      const profile = await putForm({ backend: profileBackend({ profile: FULL }) });
      await appears(profile, 'vr-peer-page');
      const look = (): string => textOf(one(profile, '.look'));
      expect(look(), 'colleagues').to.contain('Seit acht Jahren am Schalter.');
      expect(look(), 'not even the unit’s part').not.to.contain('sie/ihr');
      await choose(profile, 'input[name=audience][value=unit]');
      expect(look(), 'the unit').to.contain('sie/ihr');
      await choose(profile, 'input[name=audience][value=network]');
      expect(look(), 'the network').not.to.contain('Seit acht Jahren am Schalter.');
      expect(look()).to.contain('Bürgerbeteiligung viel Erfahrung');
      await write(profile, '#in-headline', 'Gerade getippt');
      expect(look()).to.contain('Gerade getippt');
      expect(look(), 'no address').not.to.contain('0123');
      await choose(profile, 'input[name=audience][value=public]');
      expect(look()).to.contain('Wer kein Konto im Netzwerk hat, sieht Ihren Eintrag nicht.');
    });

    it('takes parts along when the entry is for fewer people, and says which', async () => {
      const profile = await putForm({ backend: profileBackend({ profile: FULL }) });
      await choose(profile, 'input[name=visibility][value=organisation]');
      await says(profile, 'Keine Angabe reicht weiter als der Eintrag. Deshalb jetzt auch nur „Meine Verwaltung“:');
      expect(one<HTMLSelectElement>(profile, '#in-see-headline').value).to.equal('organisation');
      await says(profile, 'In einem Satz, Was ich kann');
      await choose(profile, '#in-see-bio', 'public');
      await says(profile, 'In einem Satz, Vorstellung, Was ich kann');
      expect(one<HTMLSelectElement>(profile, '#in-see-bio').value).to.equal('organisation');
      await choose(profile, 'input[name=visibility][value=network]');
      expect(one<HTMLSelectElement>(profile, '#in-see-headline').value, 'as it was').to.equal('network');
    });
  });

  describe('changed elsewhere meanwhile', () => {
    it('lays both versions side by side and saves what was chosen', async () => {
      const backend = profileBackend({ profile: FULL });
      const profile = await putForm({ backend });
      await write(profile, '#in-headline', 'Meine Fassung');
      backend.elsewhere({ headline: 'Vom anderen Gerät', function: 'Teamleitung' });
      await press(profile, 'Speichern');
      await focusSays('Inzwischen hat jemand anderes etwas geändert');
      await says(profile, 'Vom anderen Gerät');
      const theirs = one<HTMLInputElement>(profile, '[data-field=function] .theirs input');
      expect(theirs.checked, 'what was not touched is what is saved').to.equal(true);
      await press(profile, 'Auswahl speichern');
      await says(profile, 'Gespeichert.');
      expect(backend.asked.at(-1)).to.deep.equal(['saveProfile', { headline: 'Meine Fassung' }]);
      expect(one<HTMLInputElement>(profile, '#in-function').value).to.equal('Teamleitung');
    });
  });

  describe('in the directory', () => {
    for (const [state, entry, sentence, action] of [
      ['a draft', FULL, 'Entwurf: Nur Sie sehen diesen Eintrag.', 'Zum Veröffentlichen'],
      ['listed', LISTED, 'Im Verzeichnis seit 10. Januar 2026, bis 10. Januar 2027.', 'Verlängern oder herausnehmen'],
      ['about to end', ENDING, 'Nur noch bis 1. April 2026 im Verzeichnis.', 'Verlängern oder herausnehmen'],
      ['taken out', HIDDEN, 'Aus dem Verzeichnis genommen', 'Wieder veröffentlichen'],
      ['expired', EXPIRED, 'Abgelaufen am 1. März 2026', 'Verlängern'],
    ] as const) {
      it(`says in one sentence that it is ${state}, and where to change that`, async () => {
        const profile = await putForm({ backend: profileBackend({ profile: entry }) });
        expect(textOf(one(profile, '.state'))).to.contain(sentence);
        await press(profile, action);
        await focusSays('Veröffentlichen');
      });
    }

    it('shows the whole text and publishes for as long as was chosen', async () => {
      const backend = profileBackend({ profile: FULL });
      const profile = await putForm({ backend });
      expect(one(profile, '.consent-text').textContent).to.equal(CONSENT_TEXT.text);
      await says(profile, 'Fassung 2026-03');
      await choose(profile, 'input[name=months][value="6"]');
      await press(profile, 'Einwilligen und veröffentlichen');
      await says(profile, 'Ihr Eintrag ist veröffentlicht, bis 12. September 2026.');
      expect(backend.asked).to.deep.equal([['consent', { listed: true, textVersion: '2026-03', months: 6 }]]);
      await press(profile, 'Aus dem Verzeichnis nehmen');
      await says(profile, 'Ihr Eintrag ist aus dem Verzeichnis genommen.');
      expect(backend.asked.at(-1)).to.deep.equal(['consent', { listed: false }]);
    });

    it('saves what is typed before it publishes, and publishes nothing that is wrong', async () => {
      const backend = profileBackend({ profile: FULL });
      const profile = await putForm({ backend });
      await write(profile, '#in-displayName', '');
      await press(profile, 'Speichern, einwilligen und veröffentlichen');
      await says(profile, 'Bitte ausfüllen');
      expect(backend.asked).to.deep.equal([]);
      await write(profile, '#in-displayName', 'Rosa W.');
      await press(profile, 'Speichern, einwilligen und veröffentlichen');
      await says(profile, 'Ihr Eintrag ist veröffentlicht');
      expect(backend.asked.map(([method]) => method)).to.deep.equal(['saveProfile', 'consent']);
    });

    it('shows the new text where it has changed meanwhile, and asks once more', async () => {
      let text = CONSENT_TEXT;
      const versions: (string | undefined)[] = [];
      const backend = profileBackend({
        peers: {
          profile: () => Promise.resolve({ ...FULL, consentText: text }),
          consent(input) {
            versions.push(input.textVersion);
            if (input.textVersion === '2026-04') return Promise.resolve({ ...LISTED, consentText: text });
            text = { version: '2026-04', text: 'Der neue Text.' };
            return failing('conflict', { status: 409, problem: { code: 'consent-text' } })();
          },
        },
      });
      const profile = await putForm({ backend });
      await press(profile, 'Einwilligen und veröffentlichen');
      await says(profile, 'Der neue Text.');
      await says(profile, 'Der Text der Einwilligung wurde gerade geändert.');
      await focusSays('Dazu willigen Sie ein');
      await press(profile, 'Einwilligen und veröffentlichen');
      await says(profile, 'Ihr Eintrag ist veröffentlicht');
      expect(versions).to.deep.equal(['2026-03', '2026-04']);
    });

    it('says what is missing for publishing', async () => {
      const { org: _, ...homeless } = EMPTY;
      const consent = refusing({ field: 'org', code: 'required' });
      const profile = await putForm({ backend: profileBackend({ profile: homeless, peers: { consent } }) });
      await says(profile, 'Ihrem Konto ist noch keine Organisation zugeordnet.');
      await press(profile, 'Einwilligen und veröffentlichen');
      await says(profile, 'Zum Veröffentlichen fehlen noch Name oder Organisation.');
    });

    it('tells the page that the entry has changed', async () => {
      const profile = await putForm({ backend: profileBackend({ profile: FULL }) });
      const states: string[] = [];
      profile.addEventListener('vr-profile-changed', ({ detail }) => states.push(detail.profile.state));
      await press(profile, 'Einwilligen und veröffentlichen');
      await waitUntil(() => states.length > 0, 'an event');
      expect(states).to.deep.equal(['listed']);
    });
  });

  describe('brought in by others', () => {
    it('says what is held and from where, and leads to publishing and correcting', async () => {
      const profile = await putForm({ backend: profileBackend({ profile: BROUGHT }) });
      const brought = textOf(one(profile, '.brought'));
      expect(brought).to.contain('Die Angaben kommen aus: Personalverzeichnis Lindenhafen.');
      expect(brought).to.contain('Meldewesen');
      await press(profile, 'Ansehen und veröffentlichen');
      await focusSays('Veröffentlichen');
    });

    it('is refused for good in two steps, and ends calmly', async () => {
      const backend = profileBackend({ profile: BROUGHT });
      const profile = await putForm({ backend });
      const ends: string[] = [];
      profile.addEventListener('vr-profile-ended', ({ detail }) => ends.push(detail.how));
      await press(profile, 'Für immer ablehnen');
      await focusSays('damit kein Abgleich Sie wieder einträgt');
      expect(backend.asked).to.deep.equal([]);
      await press(profile, 'Ja, für immer ablehnen');
      await focusSays('Ihr Eintrag ist gelöscht und kommt nicht wieder');
      expect(backend.asked).to.deep.equal([['removeProfile']]);
      expect(ends).to.deep.equal(['refused']);
      await press(profile, 'Zu meinen Daten');
      await says(profile, 'Meine Daten');
    });
  });

  it('speaks English where the page does', async () => {
    document.documentElement.lang = 'en';
    const profile = await putForm({ backend: profileBackend({ profile: LISTED }) });
    await says(profile, 'In the directory since 10 January 2026, until 10 January 2027.');
    await says(profile, 'Who sees what');
    expect(textOf(profile)).not.to.match(/Speichern|Vorschau/);
  });

  it('belongs to its reader: whoever logs in next sees their own', async () => {
    let me = ROSA;
    let entry = FULL;
    const listeners = new Set<() => void>();
    const profile = await putForm({
      backend: profileBackend({
        peers: { profile: () => Promise.resolve(entry) },
        account: {
          me: () => Promise.resolve(me),
          subscribe(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
        },
      }),
    });
    await write(profile, '#in-headline', 'Von Rosa getippt');
    me = { ...ROSA, person: { id: 'ida-funkenflug', displayName: 'Ida Funkenflug' } };
    entry = { ...EMPTY, id: 'ida-funkenflug', displayName: 'Ida Funkenflug' };
    for (const listener of listeners) listener();
    await waitUntil(() => one<HTMLInputElement>(profile, '#in-displayName').value === 'Ida Funkenflug', 'Ida’s entry');
    await settle(profile);
    expect(one<HTMLInputElement>(profile, '#in-headline').value).to.equal('');
  });
});
