/** Elements for the builder, and the one line in which it says what has happened. */

/** @returns {HTMLElement} an element with its properties set and its children inside */
export function element(name, properties = {}, ...children) {
  const { aria = {}, ...own } = properties;
  const made = Object.assign(document.createElement(name), own);
  for (const [key, value] of Object.entries(aria))
    if (value !== undefined) made.setAttribute(key === 'role' ? key : `aria-${key}`, value);
  made.append(...children.filter((child) => child !== undefined && child !== ''));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing that says nothing by itself. @param {string} path of strokes in 24 by 24 */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

let counted = 0;
/** An id that is new on the page. */
export const newId = (stem) => `${stem}-${++counted}`;

/**
 * A labelled field with its help.
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [help]
 */
export function field(label, control, help = '') {
  control.id ||= newId('field');
  const hint = help
    ? element('p', { className: 'field-help', id: `${control.id}-help`, textContent: help })
    : undefined;
  if (hint) control.setAttribute('aria-describedby', hint.id);
  return element(
    'div',
    { className: 'field' },
    element('label', { htmlFor: control.id, textContent: label }),
    control,
    hint,
  );
}

/** A group of fields with its name. */
export function group(name, ...children) {
  return element('fieldset', { className: 'group' }, element('legend', { textContent: name }), ...children);
}

const choice =
  (type) =>
  ({ name, value = 'on', label, checked }) => {
    const input = element('input', { type, name, value, checked, id: newId('choice') });
    return element('label', { className: 'choice', htmlFor: input.id }, input, element('span', { textContent: label }));
  };

/** One choice among several. */
export const radio = choice('radio');

/** Yes or no. */
export const checkbox = choice('checkbox');

/** Says of a field whether what stands in it can be used. */
export function markInvalid(control, isInvalid) {
  if (isInvalid) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
}

/** Something folded away. */
export function fold(title, ...children) {
  return element(
    'details',
    { className: 'fold' },
    element('summary', { textContent: title }),
    element('div', { className: 'fold-body' }, ...children),
  );
}

/** Calls once, when nothing has asked for it for a while. */
export function debounced(call, milliseconds) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...args), milliseconds);
  };
}
