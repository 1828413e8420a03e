/** Third step, right: the widget as it will be, in a frame of its own at the width of a phone, a tablet or the column. */
import { coloursOf, previewTokens } from './colours.js';
import { debounced, element, group, radio } from './dom.js';
import { tagOf } from './widgets.js';

const WIDTHS = [
  ['320', 'Telefon'],
  ['768', 'Tablet'],
  ['', 'Ganze Breite'],
];
const LOWEST = 240;
const HIGHEST = 760;

/**
 * @param {HTMLElement} place
 * @param {(width: string) => void} setWidth
 */
export function previewStep(place, setWidth) {
  const frame = element('iframe', { title: 'Vorschau des Bausteins', className: 'preview-frame' });
  const stage = element('div', { className: 'preview-stage' }, frame);
  const widths = group(
    'Vorschau',
    element(
      'div',
      { className: 'choices segmented' },
      ...WIDTHS.map(([value, label]) => radio({ name: 'width', value, label, checked: value === '' })),
    ),
  );
  widths.addEventListener('change', ({ target }) => setWidth(target.value));
  const past = element('a', { className: 'skip-preview', href: '#einbauen', textContent: 'Vorschau überspringen' });
  place.append(widths, past, stage);

  let isReady = false;
  let width = '';
  let height = 420;
  let look;
  let sent = '';

  function fit() {
    const room = stage.clientWidth;
    const wanted = width ? Number(width) : room;
    const scale = Math.min(1, room / wanted);
    frame.style.width = `${wanted}px`;
    frame.style.height = `${height}px`;
    frame.style.transform = scale < 1 ? `scale(${scale})` : '';
    stage.style.height = `${Math.ceil(height * scale)}px`;
  }
  new ResizeObserver(fit).observe(stage);

  function send() {
    if (!isReady || !look) return;
    const content = JSON.stringify([look.tag, look.attributes]);
    const { tag, ...colours } = look;
    // A new colour paints what is there; a new setting makes the widget anew.
    frame.contentWindow.postMessage(
      { type: 'vr-preview', ...colours, ...(content !== sent && { tag }) },
      location.origin,
    );
    sent = content;
  }
  const sendSoon = debounced(send, 200);

  addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    if (data?.type === 'vr-preview-ready') {
      isReady = true;
      sent = '';
      send();
    }
    if (data?.type === 'vr-preview-height' && Number.isFinite(data.value)) {
      height = Math.min(HIGHEST, Math.max(LOWEST, data.value));
      fit();
    }
  });

  return {
    /** @param {import('./state.js').State} state @param {Record<string, string>} attributes of the widget */
    show(state, attributes) {
      if (!frame.src) frame.src = '/builder/vorschau';
      width = state.width;
      for (const input of widths.querySelectorAll('input')) input.checked = input.value === width;
      fit();
      const colours = coloursOf(state.preset, state.colours);
      look = {
        tag: tagOf(state.widget),
        attributes,
        tokens: previewTokens(colours),
        text: colours.text,
        background: colours.background,
      };
      sendSoon();
    },
  };
}
