import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { VrIdeaSubmission } from '../../../src/elements/idea-submission/vr-idea-submission.ts';
import {
  failing,
  followUpBackend,
  never,
  QUESTION,
  ROSA,
  SECRET,
  SIMILAR,
  STRANGER,
  submissionBackend,
} from '../../../stories/idea-submission/sample-backends.ts';
import { all, isShown } from '../support/deep.ts';
import { flatten } from '../support/flatten.ts';
import {
  appears,
  clearStage,
  fillTo,
  goOn,
  headed,
  pick,
  picture,
  putForm,
  says,
  submitAll,
  type Place,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const at = (place: Place) => async (): Promise<VrIdeaSubmission> => {
  const form = await putForm({ backend: submissionBackend({ similar: SIMILAR }) });
  await fillTo(form, place);
  if (place === 'problem' || place === 'idea') await appears(form, '.similar');
  return form;
};

/** The states that a person can meet, each as a way to get there. */
const STATES: Readonly<Record<string, () => Promise<VrIdeaSubmission>>> = {
  beginning: async () => {
    const form = await putForm();
    await says(form, 'Sie reichen ohne Namen ein.');
    return form;
  },
  'similar entries': at('problem'),
  idea: at('idea'),
  benefit: at('benefit'),
  needs: at('needs'),
  preview: at('preview'),
  errors: async () => {
    const form = await at('idea')();
    await goOn(form);
    await goOn(form);
    await says(form, '2 Angaben fehlen noch');
    return form;
  },
  files: async () => {
    const form = await at('needs')();
    await pick(form, picture(), new File(['nichts'], 'notiz.txt', { type: 'text/plain' }));
    await says(form, 'Was ist auf dem Bild zu sehen?');
    return form;
  },
  sending: async () => {
    const form = await putForm({ backend: submissionBackend({ create: never }) });
    await submitAll(form);
    await says(form, 'Wird gesendet');
    return form;
  },
  waiting: async () => {
    const form = await putForm({ backend: submissionBackend({ create: failing('offline') }) });
    await submitAll(form);
    await says(form, 'Wartet auf Netz');
    return form;
  },
  refused: async () => {
    const form = await putForm({ backend: submissionBackend({ create: failing('denied', { status: 403 }) }) });
    await submitAll(form);
    await says(form, 'noch nicht angekommen');
    return form;
  },
  'arrived without a name': async () => {
    const form = await putForm();
    await submitAll(form);
    await headed('angekommen');
    return form;
  },
  'arrived with a name': async () => {
    const form = await putForm({ backend: submissionBackend({ me: ROSA }) });
    await submitAll(form);
    await headed('angekommen');
    return form;
  },
  'signed out': async () => {
    const backend = submissionBackend({ me: STRANGER, vocabulary: { anonymous: false }, signIn: async () => false });
    const form = await putForm({ backend });
    await says(form, 'Zum Einreichen loggen Sie sich bitte ein.');
    return form;
  },
  'private link with a question': async () => {
    history.replaceState(null, '', `#vr-idea=idee-1&vr-secret=${SECRET}`);
    const form = await putForm({
      backend: followUpBackend({
        stage: 'returned',
        question: QUESTION,
        can: ['update', 'transition:submitted', 'transition:withdrawn'],
      }),
    });
    await says(form, QUESTION);
    return form;
  },
};

describe('<vr-idea-submission> for everybody', () => {
  afterEach(async () => {
    clearStage();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });

  for (const [name, arrive] of Object.entries(STATES)) {
    it(`has no fault that axe finds, light and dark: ${name}`, async () => {
      const form = await arrive();
      await expect(form).to.be.accessible();
      const { style } = document.documentElement;
      style.setProperty('color-scheme', 'dark');
      style.setProperty('background', '#14191f');
      style.setProperty('color', '#e8edf2');
      try {
        await expect(form).to.be.accessible();
      } finally {
        style.cssText = '';
      }
    });
  }

  it('fits into 320 pixels in every step, with targets of 24 pixels at least', async () => {
    for (const place of ['problem', 'idea', 'benefit', 'needs', 'preview'] as const) {
      const form = await putForm({ width: 320, backend: submissionBackend({ similar: SIMILAR }) });
      await fillTo(form, place);
      await form.updateComplete;
      expect(form.scrollWidth, place).to.be.at.most(320);
      const targets = all(form, 'button, a[href], select, input, textarea, summary').filter(
        (element) => isShown(element) && !element.matches('.visually-hidden, .pot *, p a, li a'),
      );
      for (const target of targets) {
        const { width, height } = (target.closest('label.choice') ?? target).getBoundingClientRect();
        expect(Math.min(width, height), `${place}: ${target.outerHTML.slice(0, 120)}`).to.be.at.least(24);
      }
      form.remove();
    }
  });

  it('shows where one is, what is chosen and what is wrong in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const form = await STATES['errors']!();
    const reached = all(form, '.progress .reached');
    const rest = all(form, '.progress i:not(.reached)');
    const paint = (element: Element): string => getComputedStyle(element).backgroundColor;
    expect(paint(reached[0]!)).not.to.equal(paint(rest[0]!));
    expect(parseFloat(getComputedStyle(all(form, '.field.wrong')[0]!).borderInlineStartWidth)).to.be.at.least(4);
  });

  it('reads well: where one is, the question, its fields with what they ask, and the way on', async () => {
    const form = await putForm();
    await fillTo(form, 'idea');
    const copy = flatten(form);
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
      /^region, Idee einreichen/,
      /^heading, Idee einreichen · Schritt 2 von 4 Was ist Ihre Idee\?, level 2/,
      /Woran erkennt man Ihre Idee wieder/,
      /^textbox, Titel.*required/,
      /von 120 Zeichen/,
      /^button, Weiter zu Nutzen und Ort/,
      /^button, Zurück/,
    ]) {
      const found = spoken.findIndex((text, index) => index >= from && phrase.test(text));
      expect(found, `${phrase} in:\n${spoken.join('\n')}`).to.be.at.least(0);
      from = found + 1;
    }
    expect(spoken.join()).not.to.match(/Website|Bitte leer lassen|undefined|null|NaN/);
  });

  it('says politely how much is similar, and lets go on', async () => {
    const form = await STATES['similar entries']!();
    await waitUntil(() =>
      all(form, 'p.visually-hidden[role=status]')[0]?.textContent?.includes('3 ähnliche Einträge gefunden'),
    );
    await goOn(form);
    await headed('Was ist Ihre Idee?');
  });
});
