/** From what was chosen to what is pasted: the one place where attributes, addresses and servers come together. */
import { settingsOf } from './fields.js';
import { hostsOf, itText } from './policy.js';
import { pageOf, snippetOf } from './snippet.js';
import {
  absoluteUrl,
  hubAddress,
  knownSources,
  onlyHub,
  pageAddress,
  reachOf,
  sourceAttributes,
  sourceOrigins,
} from './sources.js';
import { formOf, isAddressOnly, isOutside, onceOf, whereOf } from './systems.js';
import { accessibilityText, privacyText } from './texts.js';
import { widgetOf } from './widgets.js';

/** Origin of what somebody has typed for their website; empty where it is no address. */
export function siteOrigin(text) {
  const url = absoluteUrl(text, 'https://invalid.invalid');
  const origin = url && /^https?:/.test(url) ? new URL(url).origin : '';
  return origin === 'https://invalid.invalid' ? '' : origin;
}

/** A folder of scripts, with its slash; that of this server where nothing sensible is typed. */
function libraryFolder(text, hub) {
  const url = text && absoluteUrl(text, hub);
  return (url && /^https?:/.test(url) ? url : `${hub}dist/`).replace(/\/*$/, '/');
}

const LESS =
  'Eine Adresse sagt nur, woher die Daten kommen: Was Sie in Schritt 3 gewählt haben, gilt hier nicht. Sammelt ein Netzwerk (Hub) die Quelle, gilt es.';

/** Where a link without script leads: to a hub's page for the widget, else to the first of the data themselves. */
const defaultLink = ({ kind, address }, widget, attributes, isShown) =>
  kind === 'hub' ? pageOf(hubAddress(address), widget, attributes, isShown) : pageAddress(address);

/** Sources as a hub's configuration names them, so that it gathers them. */
const gathered = (known) =>
  known.map(({ kind = 'feed', address, label }, index) => ({
    id: `quelle-${index + 1}`,
    kind,
    url: address,
    label: label || new URL(address).host,
  }));

/** Attributes of the widget, source first. */
export function attributesOf(state, fields, hub) {
  return { ...sourceAttributes(state.sources, hub), ...settingsOf(fields, state.settings) };
}

/**
 * Everything to paste and to hand on.
 *
 * @param {import('./state.js').State} state
 * @param {readonly import('./fields.js').Field[]} fields of the chosen widget
 * @param {{ hub: string, hashes?: Readonly<Record<string, string>> }} server this hub's origin with a slash, and
 *   `integrity.json` of its own build
 */
export function outcomeOf(state, fields, { hub, hashes = {} }) {
  const widget = widgetOf(state.widget);
  const attributes = attributesOf(state, fields, hub);
  const known = knownSources(state.sources, hub);
  const source = onlyHub(state.sources, hub);
  const form = formOf(state, reachOf(state, hub));
  const isShown = isOutside(form);
  const page = source && pageOf(source, widget.id, attributes, isShown);
  const ownLink = known[0] ? defaultLink(known[0], widget.id, attributes, isShown) : hub;
  const link = {
    // A link that the script makes the widget of has to lead to the data.
    href: (!isAddressOnly(form) && absoluteUrl(state.link, hub)) || ownLink,
    text: state.linkText.trim() || widget.link,
  };
  const folder = libraryFolder(state.library, hub);
  const site = siteOrigin(state.site);
  const script = {
    library: folder,
    // The hash is that of this server's build; a copy elsewhere may be another version.
    integrity: folder === `${hub}dist/` ? (hashes['bausteine.js'] ?? '') : '',
    frame: `${folder}frame.js`,
    links: source ? `${source}embed/` : isAddressOnly(form) ? ownLink : '',
  };
  const { storage = 'none', images = 'own', 'image-hosts': hosts = '' } = attributes;
  const facts = {
    form,
    widget: widget.id,
    system: state.system,
    site,
    // The plugin for WordPress brings the script along.
    library: form === 'shortcode' ? site : new URL(folder).origin,
    hub: source && new URL(source).origin,
    hasHub: known.some(({ kind }) => kind === 'hub'),
    sources: sourceOrigins(state.sources, hub),
    images,
    imageHosts: widget.id === 'blog-feed' && images === 'listed' ? hostsOf(hosts) : [],
    storage,
    gather: gathered(known),
  };
  const isLess = isAddressOnly(form) && !source && Object.keys(settingsOf(fields, state.settings)).length > 0;
  return {
    form,
    link,
    where: `${whereOf(state.system, form)}${isLess ? ` ${LESS}` : ''}`,
    snippet: snippetOf(form, {
      widget: widget.id,
      attributes,
      link,
      page,
      title: state.linkText.trim() || widget.name,
    }),
    once: onceOf(state.system, form, script),
    it: itText(facts),
    privacy: privacyText(facts),
    accessibility: accessibilityText(facts),
  };
}
