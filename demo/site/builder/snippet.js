/**
 * The snippet in each of its forms, out of the same attributes. Values come from forms and addresses that anybody can
 * write: each form escapes what its own reader (HTML, a wiki, a shortcode) takes for more than text.
 *
 * @typedef {object} Embed
 * @property {string} widget name of the tag without `vr-`
 * @property {Readonly<Record<string, string>>} attributes in the order in which they are written
 * @property {{ href: string, text: string }} link what stands there without the script
 * @property {string} page address of the widget's own page on a hub; empty where the data are not a hub's
 * @property {string} title what a frame shows, for those who cannot see it
 */

/** Everything that ends or begins something in HTML, in attribute values as in text. */
export const escapeHtml = (text) =>
  String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(/[\r\n\t]+/g, ' ');

/** What a wiki would take for markup, as character references; the browser reads them as the characters again. */
const escapeWiki = (text) =>
  escapeHtml(text).replace(/[[\]{}|~*_=`]/g, (character) => `&#${character.codePointAt(0)};`);

const attribute = (name, value, escape) => (value === '' ? `${name}=""` : `${name}="${escape(value)}"`);

/** ` name="value"` for each; a switch is its name alone in a tag, and empty where it becomes a `data-` attribute. */
const listed = (attributes, escape, prefix = '') =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${value === '' && !prefix ? name : attribute(prefix + name, value, escape)}`)
    .join('');

const anchor = ({ href, text }, escape = escapeHtml, more = '') =>
  `<a${more} href="${escape(href)}">${escape(text)}</a>`;

/** @param {Embed} embed */
const tag = ({ widget, attributes, link }) =>
  `<vr-${widget}${listed(attributes, escapeHtml)}>${anchor(link)}</vr-${widget}>`;

const mountOpening = ({ widget, attributes }, escape) =>
  `<div class="vr-mount" data-vr-widget="${widget}"${listed(attributes, escape, 'data-vr-')}>`;

/** @param {Embed} embed */
const mount = (embed) => `${mountOpening(embed, escapeHtml)}${anchor(embed.link)}</div>`;

/** On a hub the address says everything: class and attributes are what many editors take away. */
const link = ({ widget, attributes, page, link: { href, text } }) =>
  page
    ? `<p>${anchor({ href: page, text }, escapeHtml, ' class="vr-embed"')}</p>`
    : `<p>${anchor({ href, text }, escapeHtml, ` class="vr-embed" data-vr-widget="${widget}"${listed(attributes, escapeHtml, 'data-vr-')}`)}</p>`;

const frame = ({ page, title }, isGrowing) =>
  `<iframe src="${escapeHtml(page)}"${isGrowing ? ' class="vr-frame"' : ''} title="${escapeHtml(title)}" loading="lazy" width="100%" height="700"></iframe>`;

/** WordPress ends a shortcode at the first bracket, and an attribute at its quotation mark. */
const escapeShortcode = (text) => escapeHtml(text).replaceAll('[', '&#91;').replaceAll(']', '&#93;');

const shortcode = ({ widget, attributes, link: { href, text } }) => {
  const all = { ...attributes, 'link-url': href, 'link-text': text };
  const values = Object.entries(all).map(
    ([name, value]) => ` ${name.replaceAll('-', '_')}="${value === '' ? '1' : escapeShortcode(value)}"`,
  );
  return `[vr_${widget.replaceAll('-', '_')}${values.join('')}]`;
};

/** In an address between brackets a blank or a bracket would be its end. */
const wikiAddress = (href) =>
  href.replace(/[\s[\]<>"'|{}]/g, (character) => encodeURIComponent(character).replace("'", '%27'));

const mediawiki = (embed) => {
  const { href, text } = embed.link;
  return `${mountOpening(embed, escapeWiki)}[${wikiAddress(href)} ${escapeWiki(text)}]</div>`;
};

/** What a wiki would take for the end of a link, or for emphasis in it. */
const wikiWords = (text) => text.replace(/[[\]|{}<>%*_/'\\~^#=]+|--+|,,+/g, ' ').trim();

const dokuwiki = ({ page, link: { href, text } }) => `[[${wikiAddress(page || href)}|${wikiWords(text)}]]`;

const xwikiLink = ({ page, link: { href, text } }) => `[[${wikiWords(text)}>>${wikiAddress(page || href)}]]`;

const xwiki = (embed) => {
  // Two braces are the end of the macro, whatever they stand in.
  const html = tag(embed).replaceAll('{', '&#123;').replaceAll('}', '&#125;');
  return `{{html clean="false"}}${html}{{/html}}`;
};

const markdown = ({ page, link: { href, text } }) => {
  const words = text.replace(/[\\[\]*_`<>~]/g, (character) => `\\${character}`);
  const address = (page || href).replace(
    /[()\s<>\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${words}](${address})`;
};

/** By form: what is pasted. @type {Readonly<Record<string, (embed: Embed) => string>>} */
const WRITERS = {
  tag,
  mount,
  link,
  frame: (embed) => frame(embed, true),
  'fixed-frame': (embed) => frame(embed, false),
  shortcode,
  mediawiki,
  dokuwiki,
  xwiki,
  'xwiki-link': xwikiLink,
  markdown,
  address: ({ page }) => page,
  plain: ({ link: { href } }) => href,
};

/**
 * @param {string} form one of `systems.js`
 * @param {Embed} embed
 */
export const snippetOf = (form, embed) => WRITERS[form](embed);

/** What no address says; and what the hub says itself on its pages, whatever their address does. */
const UNSAID = /^(src|labels|loading)$/;
const HUBS_OWN = /^(messages|images|image-hosts|.*-url)$/;

/**
 * Address of the widget's own page on a hub.
 * @param {string} hub address with a slash at the end
 * @param {boolean} isShown the page itself is shown; else the loader makes the widget of a link to it
 */
export function pageOf(hub, widget, attributes, isShown) {
  const url = new URL(`embed/${widget}`, hub);
  for (const [name, value] of Object.entries(attributes))
    if (!UNSAID.test(name) && !(isShown && HUBS_OWN.test(name))) url.searchParams.append(name, value);
  return url.href;
}
