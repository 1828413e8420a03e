/** Second step: where the data come from. Each address is tried as soon as it is typed, and says below it what came. */
import { copyField } from './copy-field.js';
import { debounced, element, field, markInvalid, newId } from './dom.js';
import { absoluteUrl, kindName, KINDS, knownSources, sourceWord, splitKind } from './sources.js';
import { trySource } from './try-source.js';
import { widgetOf } from './widgets.js';

const SIGNS = { ok: 'Gefunden: ', hint: 'Hinweis: ', fault: 'Problem: ' };
/** Longer than a person needs between two letters: nobody is asked for half an address. */
const PAUSE = 900;

/** One finding, with the line for those who run the server. */
function finding({ severity, title, cure, copy }) {
  const line = copy ? copyField({ title: 'Zeile zum Weitergeben' }) : undefined;
  line?.show(copy);
  return element(
    'div',
    { className: `tried ${severity}` },
    element(
      'p',
      { className: 'tried-title' },
      element('span', { className: 'visually-hidden', textContent: SIGNS[severity] }),
      title,
    ),
    cure ? element('p', { textContent: cure }) : undefined,
    line?.root,
  );
}

/** What somebody has chosen; what an answer tells is no reason to begin anew. */
const typed = (sources) => JSON.stringify(sources.map(({ url, kind, label }) => [url, kind, label]));

const problem = (title, cure) => ({ severity: 'fault', title, cure, copy: '' });

const NO_ADDRESS = problem(
  'Das ist keine Adresse.',
  'Schreiben Sie zum Beispiel https://www.ihre-stadt.de/termine.ics. Leerzeichen und Zugangsdaten gehören nicht hinein.',
);

/**
 * @param {HTMLElement} place
 * @param {{ hub: string, site: () => string, change: (sources: import('./sources.js').SourceLine[]) => void,
 *   settled: () => void }} page
 */
export function sourceStep(place, { hub, site, change, settled }) {
  /** @type {import('./sources.js').SourceLine[]} */
  let lines = [];
  let widget = '';
  let rows = [];

  const list = element('div', { className: 'sources' });
  const demo = element('button', {
    type: 'button',
    className: 'quiet',
    textContent: 'Beispieldaten dieses Netzwerks nehmen',
  });
  const add = element('button', { type: 'button', className: 'quiet', textContent: 'Weitere Adresse' });
  place.append(list, element('p', { className: 'source-actions' }, demo, add));

  const tell = () => change(lines.map((line) => ({ ...line })));

  demo.addEventListener('click', () => {
    const at = Math.max(
      0,
      lines.findIndex(({ url }) => url.trim() === ''),
    );
    lines[at] = { ...lines[at], url: hub, kind: 'hub' };
    draw();
    tell();
    rows[at].check();
    rows[at].input.focus();
  });
  add.addEventListener('click', () => {
    lines.push({ url: '', kind: '', label: '' });
    draw();
    tell();
    rows.at(-1).input.focus();
  });

  function makeRow(line, index) {
    const hasSeveral = lines.length > 1;
    const input = element('input', {
      type: 'text',
      inputMode: 'url',
      autocapitalize: 'none',
      spellcheck: false,
      maxLength: 2000,
      value: line.url,
      name: `address-${index}`,
    });
    const kinds = element('select', { name: `kind-${index}` });
    const result = element('div', { className: 'source-result', id: newId('result'), aria: { role: 'status' } });
    let pending = new AbortController();
    let last = '';

    const drawKinds = () => {
      const { port } = widgetOf(widget);
      const [{ kind: found } = {}] = knownSources([{ ...line, kind: '' }], hub);
      const automatic = found ? `${kindName(found)} (erkannt)` : 'Von selbst erkennen';
      kinds.replaceChildren(
        element('option', { value: '', textContent: automatic }),
        ...KINDS.filter(({ ports, id }) => ports.includes(port) || id === line.kind).map(({ id, name }) =>
          element('option', { value: id, textContent: name }),
        ),
      );
      kinds.value = line.kind;
    };

    const show = (...told) => {
      result.replaceChildren(...told.map(finding));
      markInvalid(
        input,
        told.some(({ severity }) => severity === 'fault'),
      );
    };

    const keyOf = (source) => `${source} ${widget} ${site()}`;

    async function check(isAsked = true) {
      if (isAsked) delete line.found;
      const source = sourceWord(line, hub);
      if (!isAsked && keyOf(source) === last) return;
      last = keyOf(source);
      pending.abort();
      pending = new AbortController();
      const { signal } = pending;
      if (line.url.trim() === '') return show();
      if (!source) return show(NO_ADDRESS);
      result.replaceChildren(element('p', { className: 'tried-wait', textContent: 'Die Adresse wird geprüft …' }));
      try {
        const { kind, told } = await trySource(source, widgetOf(widget).port, { signal, site: site() });
        if (signal.aborted) return;
        // Readers' browsers need not find out what this one has: the snippet says it.
        line.found = kind;
        last = keyOf(sourceWord(line, hub));
        drawKinds();
        tell();
        show(...told);
        settled();
      } catch (error) {
        if (signal.aborted) return;
        console.warn('Die Adresse ließ sich nicht prüfen:', error);
        show(
          problem(
            'Die Adresse ließ sich gerade nicht prüfen.',
            'Sie können trotzdem weitermachen, oder erneut prüfen.',
          ),
        );
        settled();
      }
    }
    const checkSoon = debounced(() => void check(false), PAUSE);

    input.addEventListener('input', () => {
      line.url = input.value;
      delete line.found;
      drawKinds();
      tell();
      checkSoon();
    });
    input.addEventListener('change', () => {
      const { kind, url } = splitKind(input.value);
      if (kind && KINDS.some(({ id }) => id === kind)) {
        Object.assign(line, { kind, url });
        input.value = url;
        drawKinds();
        tell();
      }
      void check(false);
    });
    // Several addresses, one a line, as they stand in a list that somebody has.
    input.addEventListener('paste', (event) => {
      const words = (event.clipboardData?.getData('text/plain') ?? '').trim().split(/\s+/);
      if (words.length < 2 || !words.every((word) => absoluteUrl(splitKind(word).url, hub))) return;
      event.preventDefault();
      const added = words.map((word) => ({ ...splitKind(word), label: '' }));
      lines.splice(index, line.url ? 0 : 1, ...added);
      draw();
      tell();
      rows.forEach((row) => row.check());
      rows[index].input.focus();
    });
    kinds.addEventListener('change', () => {
      line.kind = kinds.value;
      drawKinds();
      tell();
      void check();
    });

    const again = element('button', { type: 'button', className: 'quiet', textContent: 'Erneut prüfen' });
    again.addEventListener('click', () => void check());
    const name = element('input', { type: 'text', value: line.label, maxLength: 100, name: `name-${index}` });
    name.addEventListener('input', () => {
      line.label = name.value;
      tell();
    });
    const remove = element('button', {
      type: 'button',
      className: 'quiet',
      textContent: 'Entfernen',
      aria: { label: `Adresse ${index + 1} entfernen` },
    });
    remove.addEventListener('click', () => {
      lines.splice(index, 1);
      draw();
      tell();
      rows[Math.max(0, index - 1)].input.focus();
    });

    const { example, needs } = widgetOf(widget);
    const address = field(
      hasSeveral ? `Adresse ${index + 1}` : 'Adresse der Daten',
      input,
      index === 0 ? `${needs} Zum Beispiel ${example}` : '',
    );
    input.setAttribute(
      'aria-describedby',
      [input.getAttribute('aria-describedby'), result.id].filter(Boolean).join(' '),
    );
    const root = element(
      'div',
      { className: 'source', aria: hasSeveral ? { role: 'group', label: `Adresse ${index + 1}` } : {} },
      address,
      result,
      element(
        'div',
        { className: 'source-more' },
        hasSeveral ? field('Name, den Lesende sehen', name) : undefined,
        field('Art der Quelle', kinds),
        element('p', { className: 'source-buttons' }, again, hasSeveral ? remove : undefined),
      ),
    );
    drawKinds();
    return { root, input, check };
  }

  function draw() {
    rows = lines.map(makeRow);
    list.replaceChildren(...rows.map(({ root }) => root));
  }

  return {
    /** @param {import('./state.js').State} state */
    show(state) {
      const isOther = state.widget !== widget;
      const isSame = typed(state.sources) === typed(lines);
      if (!state.widget || (!isOther && isSame)) return;
      widget = state.widget;
      lines = state.sources.map((line) => ({ ...line }));
      draw();
      for (const { check } of rows) void check();
    },
    /** The website's address is part of what is said about a source. */
    siteChanged() {
      for (const { check } of rows) void check(false);
    },
  };
}
