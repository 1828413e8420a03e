/** From what was chosen to what is pasted: the one place where attributes, addresses and servers come together. */
import { settingsOf } from './fields.js';
import { itText } from './policy.js';
import { pageOf, snippetOf } from './snippet.js';
import { absoluteUrl, guessKind, onlyHub, sourceAttributes, sourceOrigins, splitKind } from './sources.js';
import { formOf, onceOf, systemOf } from './systems.js';
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

/** Where a link without script leads: to a hub's page for the widget, else to the first of the data themselves. */
function defaultLink(lines, base, widget, attributes) {
  const first = lines.find(({ url }) => absoluteUrl(splitKind(url).url, base));
  const ofHub = first && onlyHub([first], base);
  if (ofHub) return pageOf(ofHub, widget, attributes);
  return (first ? absoluteUrl(splitKind(first.url).url, base) : base).replace(/^webcals?:/, 'https:');
}

/** Sources as a hub's configuration names them, so that it gathers them. */
const gathered = (lines, base) =>
  lines.flatMap((line, index) => {
    const { kind, url } = splitKind(line.url);
    const address = absoluteUrl(url, base);
    return address
      ? [
          {
            id: `quelle-${index + 1}`,
            kind: line.kind || kind || guessKind(address) || 'feed',
            url: address,
            label: line.label || new URL(address).host,
          },
        ]
      : [];
  });

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
  const source = onlyHub(state.sources, hub);
  const page = source && pageOf(source, widget.id, attributes);
  const link = {
    href: absoluteUrl(state.link, hub) ?? defaultLink(state.sources, hub, widget.id, attributes),
    text: state.linkText.trim() || widget.link,
  };
  const form = formOf(state, source !== '');
  const folder = libraryFolder(state.library, hub);
  const site = siteOrigin(state.site);
  const script = {
    library: folder,
    // The hash is that of this server's build; a copy elsewhere may be another version.
    integrity: folder === `${hub}dist/` ? (hashes['bausteine.js'] ?? '') : '',
    frame: `${folder}frame.js`,
    links: source ? `${source}embed/` : link.href,
  };
  const facts = {
    form,
    widget: widget.id,
    system: state.system,
    site,
    // The plugin for WordPress brings the script along.
    library: form === 'shortcode' ? site : new URL(folder).origin,
    hub: source && new URL(source).origin,
    sources: sourceOrigins(state.sources, hub),
    settings: attributes,
    gather: gathered(state.sources, hub),
  };
  const { storage = 'none', images = 'own', 'image-hosts': imageHosts = '' } = attributes;
  return {
    form,
    link,
    where: systemOf(state.system)?.where ?? '',
    snippet: snippetOf(form, { widget: widget.id, attributes, link, page }),
    once: onceOf(state.system, form, script),
    it: itText(facts),
    privacy: privacyText({ ...facts, storage, images, imageHosts }),
    accessibility: accessibilityText(facts),
  };
}
