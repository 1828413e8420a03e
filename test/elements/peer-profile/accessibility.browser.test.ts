import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  BROUGHT,
  ENDING,
  failing,
  FULL,
  KALLE,
  LISTED,
  never,
  profileBackend,
  refusing,
  STRANGER,
} from '../../../stories/peer-profile/sample-profiles.ts';
import type { VrPeerProfile } from '../../../src/elements/peer-profile/vr-peer-profile.ts';
import { all, focused, isShown, one } from '../support/deep.ts';
import { flatten } from '../support/flatten.ts';
import { press as hit, type } from '../support/keys.ts';
import {
  appears,
  choose,
  clearStage,
  focusSays,
  open,
  pick,
  picture,
  press,
  putForm,
  putProfile,
  says,
  write,
} from './support/stage.ts';

const ORGANISER = { ...FULL, can: [...FULL.can, 'import'] };

/** The states that a person can meet, each as a way to get there. */
const STATES: Readonly<Record<string, (width: number) => Promise<VrPeerProfile>>> = {
  'signed out': async (width) => {
    const profile = await putProfile({ width, backend: profileBackend({ me: STRANGER }) });
    await says(profile, 'Einloggen');
    return profile;
  },
  loading: async (width) => {
    const profile = await putProfile({ width, backend: profileBackend({ peers: { profile: never } }) });
    await says(profile, 'Ihr Eintrag wird geladen');
    return profile;
  },
  failed: async (width) => {
    const profile = await putProfile({ width, backend: profileBackend({ peers: { profile: failing('denied') } }) });
    await says(profile, 'nur eingeloggt zu sehen');
    return profile;
  },
  'about to end, with unsaved changes': async (width) => {
    const profile = await putForm({ width, backend: profileBackend({ profile: ENDING }) });
    await write(profile, '#in-headline', 'Noch nicht gespeichert');
    return profile;
  },
  'brought in, asked whether to refuse': async (width) => {
    const profile = await putForm({ width, backend: profileBackend({ profile: BROUGHT }) });
    await press(profile, 'Für immer ablehnen');
    return profile;
  },
  'faults, for the public': async (width) => {
    const saveProfile = refusing({ field: 'headline', code: 'too-long', limit: 140 }, { field: 'bio', code: 'format' });
    const profile = await putForm({ width, backend: profileBackend({ profile: LISTED, peers: { saveProfile } }) });
    await choose(profile, 'input[name=audience][value=public]');
    await choose(profile, 'input[name=visibility][value=organisation]');
    await press(profile, 'Speichern');
    await says(profile, '2 Angaben fehlen noch oder passen nicht');
    return profile;
  },
  'two versions': async (width) => {
    const backend = profileBackend({ profile: FULL });
    const profile = await putForm({ width, backend });
    await write(profile, '#in-headline', 'Meine Fassung');
    backend.elsewhere({ headline: 'Vom anderen Gerät', languages: ['de'] });
    await press(profile, 'Speichern');
    await says(profile, 'Vom anderen Gerät');
    return profile;
  },
  picture: async (width) => {
    const profile = await putForm({ width });
    await pick(profile, 'vr-peer-photo', await picture(1200, 800));
    await appears(profile, '.square');
    return profile;
  },
  'data, asked whether to delete': async (width) => {
    const profile = await putForm({ width, backend: profileBackend({ profile: FULL }) });
    await open(profile, 'data');
    await press(profile, 'Alles über mich löschen');
    await says(profile, 'Ehemaliges Mitglied');
    return profile;
  },
  'import, looked at': async (width) => {
    const profile = await putForm({ width, backend: profileBackend({ me: KALLE, profile: ORGANISER }) });
    await open(profile, 'import');
    await pick(profile, 'vr-peer-import', new File(['Name\nA\n'], 'amt.csv'));
    await press(profile, 'Vorschau ansehen');
    await says(profile, '2 Personen neu');
    return profile;
  },
  ended: async (width) => {
    const profile = await putForm({ width, backend: profileBackend({ profile: FULL }) });
    await open(profile, 'data');
    await press(profile, 'Nur den Eintrag löschen');
    await press(profile, 'Ja, Eintrag löschen');
    await says(profile, 'Ihr Eintrag ist gelöscht');
    return profile;
  },
};

describe('<vr-peer-profile> for everybody', () => {
  afterEach(clearStage);

  for (const [name, arrive] of Object.entries(STATES)) {
    it(`has no fault that axe finds, light and dark, and fits into 320 pixels: ${name}`, async () => {
      const profile = await arrive(320);
      await expect(profile).to.be.accessible();
      expect(profile.scrollWidth, 'wider than its place').to.be.at.most(320);
      const targets = all(profile, 'button, a[href], select, input, textarea, summary').filter(
        (element) => isShown(element) && !element.matches('.visually-hidden, p a, li a'),
      );
      for (const target of targets) {
        const { width, height } = (
          target.closest('label.choice, label.tab, label.version') ?? target
        ).getBoundingClientRect();
        expect(Math.min(width, height), target.outerHTML.slice(0, 120)).to.be.at.least(24);
      }
      const { style } = document.documentElement;
      style.setProperty('color-scheme', 'dark');
      style.setProperty('background', '#14191f');
      style.setProperty('color', '#e8edf2');
      try {
        await expect(profile).to.be.accessible();
      } finally {
        style.cssText = '';
      }
    });
  }

  it('is written, looked at and published by keyboard alone', async () => {
    const backend = profileBackend({ profile: FULL });
    const profile = await putForm({ backend });
    /** Goes on by Tab until something has the focus. */
    const tabTo = async (what: (element: HTMLElement) => boolean): Promise<void> => {
      for (let step = 0; step < 80; step++) {
        await hit('Tab');
        if (focused() && what(focused()!)) return;
      }
      throw new Error(`Never reached; the focus is on ${focused()?.outerHTML.slice(0, 200)}`);
    };
    one(profile, '.state button').focus();
    await tabTo(({ id }) => id === 'in-headline');
    await sendKeys({ down: 'Control' });
    await hit('a');
    await sendKeys({ up: 'Control' });
    await type('Fragen Sie mich');
    await tabTo((element) => element.textContent?.trim() === 'Speichern');
    await hit('Enter');
    await focusSays('Gespeichert. Noch sehen nur Sie den Eintrag.');
    await tabTo((element) => element.matches('input[name=audience]'));
    await hit('ArrowRight');
    await says(profile, 'Fragen Sie mich');
    await tabTo((element) => element.matches('input[name=months]'));
    await hit('ArrowUp');
    await tabTo((element) => element.textContent?.trim() === 'Einwilligen und veröffentlichen');
    await hit('Enter');
    await focusSays('Ihr Eintrag ist veröffentlicht, bis 12. März 2027.');
    expect(backend.asked.map(([method]) => method)).to.deep.equal(['saveProfile', 'consent']);
  });

  it('reads well: how it stands, the form by its sections, what others see, what is consented to', async () => {
    const profile = await putForm({ backend: profileBackend({ profile: LISTED }) });
    await appears(profile, 'vr-peer-photo');
    const copy = flatten(profile);
    document.body.append(copy);
    const spoken: string[] = [];
    try {
      await virtual.start({ container: copy });
      const first = await virtual.lastSpokenPhrase();
      do await virtual.next();
      while ((await virtual.lastSpokenPhrase()) !== first);
      spoken.push(...(await virtual.spokenPhraseLog()));
    } finally {
      await virtual.stop();
      copy.remove();
    }
    let from = 0;
    for (const phrase of [
      /^region, Mein Eintrag/,
      /^heading, Mein Eintrag, level 2/,
      /Im Verzeichnis seit 10\. Januar 2026/,
      /^heading, Über mich, level 3/,
      /^textbox, Name.*required/,
      /^heading, Was ich kann und wissen möchte, level 3/,
      /^heading, Ich biete \/ ich suche, level 3/,
      /^heading, Erreichbarkeit, level 3/,
      /^heading, Wer sieht was, level 3/,
      /^button, Speichern/,
      /^heading, Vorschau, level 3/,
      /^group, So sehen Sie/,
      /^heading, Veröffentlichen, level 3/,
      /Dazu willigen Sie ein/,
      /^button, Einwilligen und verlängern/,
      /Meine Daten/,
    ]) {
      const found = spoken.findIndex((text, index) => index >= from && phrase.test(text));
      expect(found, `${phrase} in:\n${spoken.join('\n')}`).to.be.at.least(0);
      from = found + 1;
    }
    expect(spoken.join()).not.to.match(/undefined|null|NaN|\[object/);
  });
});
