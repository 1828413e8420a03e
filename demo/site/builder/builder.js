/** The embed builder: what is chosen lives in the address of the page; each change draws what follows from it. */
import { fieldsOf } from './fields.js';
import { attributesOf, outcomeOf, siteOrigin } from './outcome.js';
import { outcomeStep } from './outcome-step.js';
import { UNKNOWN_SITE } from './policy.js';
import { previewStep } from './preview-step.js';
import { settingsStep } from './settings-step.js';
import { sourceStep } from './source-step.js';
import { absoluteUrl, splitKind } from './sources.js';
import { fromQuery, toQuery } from './state.js';
import { systemOf } from './systems.js';
import { systemStep } from './system-step.js';
import { tagOf, widgetOf } from './widgets.js';
import { widgetStep } from './widget-step.js';

const hub = `${location.origin}/`;
const byId = (id) => document.getElementById(id);

/** @returns {Promise<any>} what a file of this server says, or undefined: the builder goes on with less */
async function read(path) {
  try {
    const response = await fetch(path);
    if (response.ok) return await response.json();
    console.warn(`${path} antwortet mit ${response.status}.`);
  } catch (error) {
    console.warn(`${path} ist nicht zu lesen:`, error);
  }
  return undefined;
}

let state = fromQuery(location.search, splitKind);
if (!widgetOf(state.widget)) state.widget = '';

/** Both come once; until then the form has no settings and the script no hash. */
let manifest = { modules: [] };
let hashes = {};

/** What the preview shows: addresses that have been tried, never half of one that somebody is typing. */
let shown = state.sources;

const steps = {
  widget: widgetStep(byId('widget-step'), (widget) => change({ widget, settings: {} })),
  source: sourceStep(byId('source-step'), {
    hub,
    site: () => siteOrigin(state.site) || UNKNOWN_SITE,
    change: (sources) => change({ sources }),
    settled() {
      shown = state.sources;
      draw();
    },
  }),
  settings: settingsStep(byId('settings-step'), {
    set(name, value) {
      const { [name]: _, ...others } = state.settings;
      change({ settings: value === '' ? others : { ...others, [name]: value } });
    },
    paint({ preset = state.preset, colours }) {
      change({ preset, colours: preset === state.preset ? { ...state.colours, ...colours } : {} });
    },
  }),
  preview: previewStep(byId('preview-step'), (width) => change({ width })),
  system: systemStep(byId('system-step'), { hub, choose: change }),
  outcome: outcomeStep(byId('outcome-step')),
};

const hasSource = () => state.sources.some(({ url }) => absoluteUrl(splitKind(url).url, hub) !== undefined);

/** Draws all that follows from the state. A step is there as soon as it makes sense, and stays. */
function draw(isRestored = false) {
  const fields = state.widget ? fieldsOf(manifest, tagOf(state.widget)) : [];
  const isFed = state.widget !== '' && hasSource();
  const isPlaced = isFed && systemOf(state.system) !== undefined;
  byId('daten').hidden = state.widget === '';
  byId('aussehen').hidden = byId('einbauen').hidden = !isFed;
  byId('schnipsel').hidden = !isPlaced;
  steps.widget.show(state.widget);
  steps.source.show(state);
  if (isFed) {
    steps.settings.show(state, fields, isRestored);
    const tried = attributesOf({ ...state, sources: shown }, fields, hub);
    if (tried.src) steps.preview.show(state, tried);
    steps.system.show(state, isRestored);
  }
  if (isPlaced) steps.outcome.show(outcomeOf(state, fields, { hub, hashes }), state);
}

function change(patch) {
  const before = siteOrigin(state.site);
  state = { ...state, ...patch };
  const query = toQuery(state);
  history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
  draw();
  if (siteOrigin(state.site) !== before) steps.source.siteChanged();
}

addEventListener('popstate', () => {
  const query = toQuery(fromQuery(location.search, splitKind));
  // A link within the page comes by here, too.
  if (query === toQuery(state)) return;
  state = fromQuery(location.search, splitKind);
  shown = state.sources;
  draw(true);
});

const form = byId('builder');
form.addEventListener('submit', (event) => event.preventDefault());
form.hidden = false;
draw(true);
[manifest, hashes] = await Promise.all([read('/custom-elements.json'), read('/dist/integrity.json')]).then(
  ([elements = manifest, integrity = hashes]) => [elements, integrity],
);
draw(true);
