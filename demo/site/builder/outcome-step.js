/** What comes out: the snippet, what is needed once, what IT has to allow, texts for the website's statements. */
import { cssOf } from './colours.js';
import { copyField } from './copy-field.js';
import { element } from './dom.js';

const address = () => location.href.replace(/#.*$/, '');

/** @param {HTMLElement} place */
export function outcomeStep(place) {
  const snippet = copyField({ title: 'Schnipsel', button: 'Schnipsel kopieren' });
  const once = copyField({ title: 'Einmal je Website', level: 4 });
  const css = copyField({
    title: 'Farben, einmal in das CSS der Website',
    level: 4,
    help: 'Ohne diese Zeilen nimmt der Baustein Schrift und Textfarbe Ihrer Website und seine eigene Akzentfarbe.',
  });
  const it = copyField({
    title: 'Was die IT freigeben muss',
    level: 4,
    help: 'Zum Weiterleiten, mit genau den Servern, die gefragt werden.',
    isCode: false,
  });
  const privacy = copyField({
    title: 'Für die Datenschutzerklärung',
    level: 4,
    help: 'Ein Entwurf. Bitte lassen Sie ihn von Ihrer oder Ihrem Datenschutzbeauftragten prüfen.',
    isCode: false,
  });
  const accessibility = copyField({
    title: 'Für die Erklärung zur Barrierefreiheit',
    level: 4,
    help: 'Ein Entwurf, den Sie um das ergänzen, was auf Ihrer Website gilt.',
    isCode: false,
  });
  const plain = copyField({
    title: 'Nur als Link',
    level: 4,
    help: 'Für E-Mails und Systeme, die gar nichts anderes zulassen.',
  });
  const share = copyField({
    title: 'Diese Einstellung weitergeben',
    level: 4,
    help: 'Wer die Adresse öffnet, sieht alles so, wie Sie es gewählt haben.',
    button: 'Link zu dieser Einstellung kopieren',
  });

  const part = (title, ...fields) =>
    element(
      'div',
      { className: 'outcome-part' },
      element('h3', { textContent: title }),
      element('div', { className: 'outcome-fields' }, ...fields.map(({ root }) => root)),
    );
  snippet.root.classList.add('main');
  place.append(
    snippet.root,
    part('Für die IT', once, css, it),
    part('Für Ihre Website', privacy, accessibility, plain, share),
  );

  return {
    /** @param {ReturnType<typeof import('./outcome.js').outcomeOf>} outcome @param {import('./state.js').State} state */
    show(outcome, state) {
      snippet.show(outcome.snippet, { help: outcome.where });
      once.root.hidden = !outcome.once;
      if (outcome.once)
        once.show(outcome.once.text, {
          title: `Einmal je Website: ${outcome.once.title}`,
          help: outcome.once.note ?? 'Ein Skript für alle Bausteine. Steht es schon da, ist nichts mehr zu tun.',
        });
      const lines = cssOf(state.preset, state.colours);
      css.root.hidden = lines === '';
      css.show(lines);
      it.show(outcome.it);
      privacy.show(outcome.privacy);
      accessibility.show(outcome.accessibility);
      plain.show(`${outcome.link.text}: ${outcome.link.href}`);
      share.show(address());
    },
  };
}
