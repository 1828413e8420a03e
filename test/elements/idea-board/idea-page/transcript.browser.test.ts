import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { AUTHOR_IDEA, EVALUATED_IDEA, OPEN_IDEA } from '../../../../stories/idea-board/page-ideas.ts';
import { one } from '../../support/deep.ts';
import { flatten } from '../../support/flatten.ts';
import { appears, choose, clearStage, putPage, says } from './support/page-stage.ts';

/** Everything that a screen reader says from the beginning of an element to its end. */
async function transcript(element: Element): Promise<string[]> {
  const copy = flatten(element);
  document.body.append(copy);
  try {
    await virtual.start({ container: copy });
    const first = await virtual.lastSpokenPhrase();
    // Behind the end it begins anew.
    do await virtual.next();
    while ((await virtual.lastSpokenPhrase()) !== first);
    return (await virtual.spokenPhraseLog()).slice(0, -1);
  } finally {
    await virtual.stop();
    copy.remove();
  }
}

/** The phrases in their order, whatever stands between them. */
function expectInOrder(spoken: readonly string[], phrases: readonly (string | RegExp)[]): void {
  let at = 0;
  for (const phrase of phrases) {
    const found = spoken.findIndex(
      (text, index) => index >= at && (typeof phrase === 'string' ? text === phrase : phrase.test(text)),
    );
    expect(
      found,
      `"${phrase}" after "${spoken[at - 1] ?? 'the beginning'}" in:\n${spoken.slice(at).join('\n')}`,
    ).to.be.at.least(0);
    at = found + 1;
  }
  expect(spoken.join()).not.to.match(/undefined|null|NaN/);
}

describe('what a screen reader says of <vr-idea-page>', () => {
  afterEach(clearStage);

  it('first what it is and how far, then the story, the ways to take part, and the conversation', async () => {
    const page = await putPage(OPEN_IDEA);
    await says(page, 'Ihr Beitrag');
    expectInOrder(await transcript(one(page, 'article')), [
      'Sucht Unterstützung',
      'Zwischen Verwaltungen',
      'heading, Formulare mit Bürgerinnen testen, bevor sie online gehen, level 2',
      /^Drei Menschen von der Straße/,
      'list, Weg der Idee',
      'Eingereicht',
      /^listitem.*current step/,
      'Offen',
      'hier steht sie',
      'Team',
      'kommt noch',
      /^Offen für alle, die helfen wollen/,
      /^heading, Das Problem/,
      'zwei Stunden am Tag',
      /^heading, Bilder und Dateien/,
      /^(img|image), Ein Tisch im Foyer/,
      'link, leitfaden-kurz.pdf',
      /^heading, Unterstützung/,
      '3 Verwaltungen haben dasselbe Problem',
      'group, Ihre Unterstützung',
      /^button, Interessant.*not pressed/,
      /^button, Haben wir auch.*not pressed/,
      /^button, Ich mache mit.*not pressed/,
      /^heading, Hilfe/,
      /^button, Hilfe anbieten.*not expanded/,
      /^heading, Verlauf/,
      /^heading, Gespräch \(5\)/,
      /^article, Beitrag von Cem Brückenbauer/,
      /^button, Danke 2, pressed/,
      /^list, Antworten an Cem Brückenbauer/,
      /^article, Beitrag von Rosa Wiesengrund/,
      'Dieser Beitrag wurde von der Person entfernt, die ihn schrieb.',
      'group, Was ist es?',
      /^radio, Kommentar/,
      'Ihr Beitrag',
      /^textbox, autocomplete in list/,
      'button, Beitrag senden',
    ]);
  });

  it('the numbers of a trial in a sentence each, then as a table', async () => {
    const page = await putPage(EVALUATED_IDEA);
    await says(page, 'Vorher und nachher');
    expectInOrder(await transcript(one(page, '.trial')), [
      /^heading, Der Versuch/,
      'Rückfragen zum Formular gehen um die Hälfte zurück.',
      /^(img|image), Rückfragen je Woche: vorher 42, nachher 17/,
      /^(img|image), Zeit bis zum Bescheid: vorher 12,5.Tage, nachher 9.Tage/,
      /^table, Vorher und nachher/,
      'columnheader, Was gezählt wurde',
      'rowheader, Rückfragen je Woche',
      'cell, 42',
      'cell, 17',
      /^cell, −60.%$/,
    ]);
  });

  it('of a form what it asks, how to fill it, and what is wrong', async () => {
    const page = await putPage(AUTHOR_IDEA);
    await choose(page, 'Ruhen lassen');
    const form = await appears(page, '[data-form=step-parked]');
    await choose(one(form, '.actions'), 'Ruhen lassen');
    await says(form, 'Bitte ausfüllen');
    expectInOrder(await transcript(form), [
      /^Diese Worte stehen auf der Seite der Idee/,
      'Bitte ausfüllen',
      /^textbox.*invalid.*required|^textbox.*required.*invalid/,
      'button, Ruhen lassen',
      'button, Abbrechen',
    ]);
  });
});
