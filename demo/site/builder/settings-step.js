/** Third step, left: the settings of the chosen widget, and the colours of the page that it will stand on. */
import { coloursOf, contrastProblems, isColour, PRESETS, presetOf } from './colours.js';
import { checkbox, debounced, element, field, fold, group, markInvalid, newId, radio } from './dom.js';

/** As many choices stand side by side; more are a list to open. */
const MOST_RADIOS = 5;

/** Help that is read with a control, or with a group of them. */
function hintFor(control, help) {
  const hint = element('p', { className: 'field-help', id: newId('help'), textContent: help });
  control.setAttribute('aria-describedby', hint.id);
  return hint;
}

function choiceField({ name, label, help, options, fallback }, value, set) {
  if (fallback && options.length <= MOST_RADIOS) {
    const choices = options.map((option) =>
      radio({
        name: `set-${name}`,
        value: option.value,
        label: option.label,
        checked: option.value === (value || fallback),
      }),
    );
    const made = group(label, element('div', { className: 'choices' }, ...choices));
    if (help) made.append(hintFor(made, help));
    made.addEventListener('change', ({ target }) => set(target.value === fallback ? '' : target.value));
    return made;
  }
  const select = element(
    'select',
    { name: `set-${name}` },
    ...(fallback ? [] : [element('option', { value: '', textContent: 'Ohne Angabe' })]),
    ...options.map((option) => element('option', { value: option.value, textContent: option.label })),
  );
  select.value = value || fallback;
  select.addEventListener('change', () => set(select.value === fallback ? '' : select.value));
  return field(label, select, help);
}

function severalField({ name, label, help, options, separator }, value, set) {
  const chosen = new Set(value.split(separator).map((each) => each.trim()));
  const boxes = options.map((option) =>
    checkbox({ name: `set-${name}`, value: option.value, label: option.label, checked: chosen.has(option.value) }),
  );
  const made = group(label, element('div', { className: 'choices' }, ...boxes));
  if (help) made.append(hintFor(made, help));
  made.addEventListener('change', () => {
    const values = [...made.querySelectorAll('input:checked')].map((input) => input.value);
    set(values.join(separator));
  });
  return made;
}

function switchField({ name, label, help }, value, set) {
  const made = checkbox({ name: `set-${name}`, label, checked: value !== '' });
  const input = made.querySelector('input');
  input.addEventListener('change', () => set(input.checked ? 'on' : ''));
  return help ? element('div', { className: 'field' }, made, hintFor(input, help)) : made;
}

function typedField({ name, type, label, help, fallback, min, max }, value, set) {
  const input = element('input', {
    type: type === 'number' || type === 'date' ? type : 'text',
    name: `set-${name}`,
    value,
    placeholder: type === 'date' ? '' : fallback,
    maxLength: 2000,
  });
  if (type === 'number') Object.assign(input, { min: String(min ?? ''), max: String(max ?? ''), step: '1' });
  const limits = min === undefined ? '' : `${min} bis ${max}. `;
  const made = field(label, input, (limits + help).trim());
  return checked(made, input, debounced(set, 250));
}

/** Hands on what can be used, and says what cannot. */
function checked(made, input, set) {
  const { min, max } = input;
  const error = element('p', { className: 'field-error', id: newId('error'), aria: { role: 'status' } });
  made.append(error);
  const described = [input.getAttribute('aria-describedby'), error.id].filter(Boolean);
  input.setAttribute('aria-describedby', described.join(' '));
  input.addEventListener('input', () => {
    const { valid } = input.validity;
    markInvalid(input, !valid);
    if (valid) error.textContent = '';
    else if (input.type === 'date') error.textContent = 'Bitte ein ganzes Datum eingeben.';
    else
      error.textContent = `Bitte eine ganze Zahl${max ? ` von ${min} bis ${max}` : ''} eingeben. Bis dahin gilt der übliche Wert.`;
    set(valid ? input.value : '');
  });
  return made;
}

const MAKERS = { choice: choiceField, several: severalField, switch: switchField };

const COLOURS = [
  ['accent', 'Akzentfarbe', 'Schaltflächen, Links und Auswahl'],
  ['text', 'Schriftfarbe', ''],
  ['background', 'Hintergrund', ''],
];

/**
 * @param {HTMLElement} place
 * @param {{ set: (name: string, value: string) => void, paint: (look: { preset?: string, colours?: object }) => void }} page
 */
export function settingsStep(place, { set, paint }) {
  const common = element('div', { className: 'fields' });
  const more = element('div', { className: 'fields' });
  const moreFold = fold('Weitere Einstellungen', more);
  const colours = element('div', { className: 'fields' });
  const colourFold = fold('Farben Ihrer Website', colours);
  const warning = element('div', { className: 'colour-warning', aria: { role: 'status' } });
  place.append(common, colourFold, moreFold);
  let shown = '';

  const make = (one, state) =>
    (MAKERS[one.type] ?? typedField)(one, state.settings[one.name] ?? '', (value) => set(one.name, value));

  function drawColours(state) {
    const held = coloursOf(state.preset, state.colours);
    const presets = element(
      'select',
      { name: 'preset' },
      ...PRESETS.map(({ id, name }) => element('option', { value: id, textContent: name })),
    );
    presets.value = presetOf(state.preset).id;
    presets.addEventListener('change', () => paint({ preset: presets.value, colours: {} }));
    const inputs = COLOURS.map(([name, label, help]) => {
      const input = element('input', { type: 'color', name, value: held[name] });
      input.addEventListener('input', () => paint({ colours: { [name]: input.value } }));
      return field(label, input, help);
    });
    const size = element('input', { type: 'number', name: 'size', min: '12', max: '32', value: String(held.size) });
    colours.replaceChildren(
      field('Gestaltung', presets, 'Gezeigt werden Beispielfarben. Auf Ihrer Website gelten deren eigene.'),
      element('div', { className: 'colour-fields' }, ...inputs),
      checked(field('Schriftgröße in Pixeln', size), size, (value) => paint({ colours: { size: value } })),
      warning,
    );
  }

  return {
    /** @param {import('./state.js').State} state @param {readonly import('./fields.js').Field[]} fields */
    show(state, fields, isRestored) {
      if (shown !== state.widget || isRestored) {
        shown = state.widget;
        common.replaceChildren(...fields.filter(({ isCommon }) => isCommon).map((one) => make(one, state)));
        more.replaceChildren(...fields.filter(({ isCommon }) => !isCommon).map((one) => make(one, state)));
        drawColours(state);
        colourFold.open = state.preset !== '' || Object.values(state.colours).some(isColour);
        moreFold.open = fields.some(({ name, isCommon }) => !isCommon && state.settings[name]);
      }
      const held = coloursOf(state.preset, state.colours);
      for (const [name] of COLOURS) {
        const input = colours.querySelector(`[name="${name}"]`);
        if (input.value !== held[name]) input.value = held[name];
      }
      const problems = contrastProblems(held);
      if (warning.textContent !== problems.join(''))
        warning.replaceChildren(...problems.map((textContent) => element('p', { textContent })));
    },
  };
}
