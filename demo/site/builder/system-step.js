/** Fourth step: which system the website runs on, and what else decides about the snippet. */
import { element, field, fold, group, radio } from './dom.js';
import { reachOf } from './sources.js';
import { FORMS, formOf, formsOf, RIGHTS, SYSTEMS, systemOf } from './systems.js';

/**
 * @param {HTMLElement} place
 * @param {{ hub: string, choose: (patch: Partial<import('./state.js').State>) => void }} page
 */
export function systemStep(place, { hub, choose }) {
  const system = element(
    'select',
    { name: 'system' },
    element('option', { value: '', textContent: 'Bitte wählen' }),
    ...SYSTEMS.map(({ id, name }) => element('option', { value: id, textContent: name })),
  );
  system.addEventListener('change', () => choose({ system: system.value, form: '' }));

  const rights = group(
    'Dürfen Sie in WordPress eigenes HTML einfügen?',
    element(
      'div',
      { className: 'choices' },
      ...RIGHTS.map(({ id, name }) => radio({ name: 'rights', value: id, label: name, checked: id === 'unknown' })),
    ),
  );
  rights.addEventListener('change', ({ target }) => choose({ rights: target.value, form: '' }));

  const typed = (name, properties) => {
    const input = element('input', { type: 'text', name, maxLength: 2000, ...properties });
    input.addEventListener('input', () => choose({ [name]: input.value }));
    return input;
  };
  const address = { inputMode: 'url', autocapitalize: 'none', spellcheck: false };
  const inputs = {
    site: typed('site', address),
    linkText: typed('linkText', {}),
    link: typed('link', address),
    library: typed('library', { ...address, placeholder: `${hub}dist/` }),
  };
  const forms = element('div', { className: 'field' });
  const moreFold = fold(
    'Andere Formen, Ersatz-Link und Ort des Skripts',
    forms,
    field(
      'Text des Ersatz-Links',
      inputs.linkText,
      'Er steht da, wo kein Skript läuft. Bei einem Rahmen sagt er Screenreadern, was darin zu sehen ist.',
    ),
    field('Adresse des Ersatz-Links', inputs.link, 'Ohne Angabe die Quelle oder ihre Seite im Netzwerk.'),
    field('Ordner der Bibliothek', inputs.library, 'Wo die IT die Dateien abgelegt hat. Ohne Angabe dieser Server.'),
  );

  place.append(
    element(
      'div',
      { className: 'fields two' },
      field('System', system, 'Davon hängt ab, was beim Speichern erhalten bleibt.'),
      field(
        'Adresse Ihrer Website (freiwillig)',
        inputs.site,
        'Zum Beispiel www.ihre-stadt.de. Damit stimmen die Angaben für die IT genau.',
      ),
    ),
    rights,
    moreFold,
  );

  function drawForms(state) {
    const reach = reachOf(state, hub);
    const offered = systemOf(state.system) ? formsOf(state.system, reach) : [];
    const held = formOf(state, reach);
    forms.hidden = offered.length < 2;
    if (forms.dataset.drawn === `${offered} ${held}`) return;
    const hadFocus = forms.contains(document.activeElement);
    forms.dataset.drawn = `${offered} ${held}`;
    const choices = offered.map((form) => {
      const [name, help] = FORMS[form];
      const made = radio({ name: 'form', value: form, label: '', checked: form === held });
      made
        .querySelector('span')
        .append(element('strong', { textContent: name }), ' ', element('small', { textContent: help }));
      return made;
    });
    const made = group('Form des Schnipsels', element('div', { className: 'choices column' }, ...choices));
    made.addEventListener('change', ({ target }) => choose({ form: target.value }));
    forms.replaceChildren(made);
    if (hadFocus) forms.querySelector('input:checked')?.focus();
  }

  return {
    /** @param {import('./state.js').State} state */
    show(state, isRestored) {
      system.value = systemOf(state.system) ? state.system : '';
      rights.hidden = state.system !== 'wordpress';
      const right = state.rights || 'unknown';
      for (const input of rights.querySelectorAll('input')) input.checked = input.value === right;
      for (const [name, input] of Object.entries(inputs)) if (input.value !== state[name]) input.value = state[name];
      moreFold.hidden = system.value === '';
      if (isRestored) moreFold.open = Boolean(state.form || state.link || state.linkText || state.library);
      drawForms(state);
    },
  };
}
