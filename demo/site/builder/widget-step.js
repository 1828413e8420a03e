/** First step: which widget. */
import { element, icon, newId } from './dom.js';
import { WIDGETS } from './widgets.js';

const ICONS = {
  'event-calendar': 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3M14 14h2M8 17h3',
  'blog-feed': 'M5 4h14v16H5zM8 8h8M8 12h8M8 16h5',
  'idea-board': 'M9 18h6M10 21h4M8.5 15a6 6 0 1 1 7 0c-.6.5-.5 1.5-.5 3h-6c0-1.5.1-2.5-.5-3z',
  'idea-submission': 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4M4 20h16',
  'peer-directory':
    'M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c.5-3.5 2.5-5 5.5-5s5 1.5 5.5 5M16 5.5a3 3 0 0 1 0 5.5M16.5 14c2.5.3 4 1.8 4.5 5',
  'peer-profile':
    'M4 5h16v14H4zM9 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6 16c.4-1.8 1.400-2.5 3-2.5s2.6.7 3 2.5M15 9h3M15 13h3',
};

/** @param {HTMLElement} place @param {(widget: string) => void} choose */
export function widgetStep(place, choose) {
  const cards = WIDGETS.map(({ id, name, does, needs }) => {
    const key = newId('widget');
    const input = element('input', {
      type: 'radio',
      name: 'widget',
      value: id,
      id: key,
      aria: { labelledby: `${key}-name`, describedby: `${key}-text` },
    });
    input.addEventListener('change', () => choose(id));
    return element(
      'label',
      { className: 'card', htmlFor: key },
      input,
      icon(ICONS[id]),
      element(
        'span',
        { className: 'card-text' },
        element('strong', { id: `${key}-name`, textContent: name }),
        element('span', { id: `${key}-text` }, does, ' ', element('small', { textContent: needs })),
      ),
    );
  });
  place.append(
    element(
      'fieldset',
      { className: 'cards' },
      element('legend', { className: 'visually-hidden', textContent: 'Baustein' }),
      ...cards,
    ),
  );
  return {
    show(widget) {
      for (const input of place.querySelectorAll('input')) input.checked = input.value === widget;
    },
  };
}
