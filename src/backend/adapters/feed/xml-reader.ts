import { decodeEntities, escapeHtml } from './xml-text.ts';

/**
 * A reader of XML as feeds have it: what is not well-formed is read as its author meant it, nothing throws. It knows no
 * schema, resolves no external entity and touches no part of the DOM: it works under Trusted Types, in a worker, in Node.
 */

/** What `xml:base`, `xml:lang` and `xmlns` say from an element on. */
export interface XmlScope {
  readonly base?: string;
  readonly lang?: string;
  /** The library's prefix for each prefix of the document. */
  readonly prefixes: Readonly<Record<string, string>>;
}

/** An element. Names are lower case; a known namespace has the prefix that feeds usually give it, whatever theirs is. */
export interface XmlNode {
  readonly name: string;
  /** By name in lower case, with the document's prefix. */
  readonly attrs: ReadonlyMap<string, string>;
  readonly nodes: (XmlNode | string)[];
  readonly scope: XmlScope;
}

/** Namespaces by a part of their address, and the prefix that they get; those of feeds themselves and of XHTML need none. */
const SPACES =
  'dc/elements=dc dc/terms=dcterms modules/content=content modules/syndication=sy modules/=m mrss=media itunes=itunes 22-rdf=rdf creativecommons=cc /cc/=cc feedburner=feedburner 2005/atom= atom/ns= org/rss= net/rss= land.com/rss= tech/rss= rdf/simple= xhtml='
    .split(' ')
    .map((pair) => pair.split('='));
/** Prefixes that mean the same where nobody declares them. */
const USUAL: Readonly<Record<string, string>> = { atom: '', atom10: '', a10: '', xhtml: '', creativecommons: 'cc' };

const VOID = /^(?:br|img|hr|input|wbr|area|embed|param|meta)$/;
/** Elements that never stand in one another: one that begins closes the one that was left open. */
const LINE = /^(?:title|link|guid|pubdate|id|updated|published|category|description|summary)$/;
const START = /([a-z_][\w.-]*)(?::([\w.-]+))?/iy;
const ATTRIBUTE = /\s*([^\s=>"'/<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|["'=/\s]/y;
const DOCTYPE = /<!doctype[^[>]*\[(?:[^\]"']|"[^"]*"|'[^']*')*\]\s*>/iy;
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<]{0,64})"|'([^'&<]{0,64})')\s*>/g;
/** Deeper than anybody writes; what is below is read as if it stood here. */
const MAX_DEPTH = 200;
const MAX_PREFIXES = 100;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** The whole document below one nameless element. */
export function readXml(source: string): XmlNode {
  const text = source.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufeff]+/g, '');
  const root: XmlNode = { name: '', attrs: NO_ATTRIBUTES, nodes: [], scope: { prefixes: USUAL } };
  const open = [root];
  let own: Map<string, string> | undefined;
  let skipped = 0;
  let at = 0;
  const top = (): XmlNode => open[open.length - 1] ?? root;
  const put = (part: string): void => {
    if (part) top().nodes.push(decodeEntities(part, own));
  };

  while (at < text.length) {
    const start = text.indexOf('<', at);
    put(text.slice(at, start < 0 ? undefined : start));
    if (start < 0) break;
    const sign = text[start + 1];
    if (sign === '!' || sign === '?') {
      if (text.startsWith('<![CDATA[', start)) {
        at = endOf(text, ']]>', start + 9);
        const part = text.slice(start + 9, text.startsWith(']]>', at - 3) ? at - 3 : at);
        if (part) top().nodes.push(part);
      } else if (text.startsWith('<!--', start)) at = endOf(text, '-->', start + 4);
      else if (sign === '?') at = endOf(text, '>', start);
      else {
        // Once: a second one has nothing to say, and looking for the end of thousands takes for ever.
        DOCTYPE.lastIndex = start;
        const type = own ? undefined : DOCTYPE.exec(text)?.[0];
        own ??= new Map();
        at = type ? start + type.length : endOf(text, '>', start);
        for (const [, name, one, two] of type?.matchAll(ENTITY) ?? []) own.set(name!, one ?? two ?? '');
      }
      continue;
    }
    const isEnd = sign === '/';
    START.lastIndex = start + (isEnd ? 2 : 1);
    const named = START.exec(text);
    const next = text.indexOf('<', start + 1);
    const piece = text.slice(0, next < 0 ? undefined : next);
    if (!named || !piece.includes('>', START.lastIndex)) {
      // A sign of its own, as in "less than < 5".
      put(text.slice(start, start + 1));
      at = start + 1;
      continue;
    }
    at = START.lastIndex;
    if (isEnd) {
      at = endOf(text, '>', at);
      if (skipped > 0) skipped--;
      else {
        const name = nameOf(named, top().scope);
        let depth = open.length - 1;
        while (depth > 0 && open[depth]?.name !== name) depth--;
        if (depth > 0) open.length = depth;
      }
      continue;
    }
    const attrs = new Map<string, string>();
    ATTRIBUTE.lastIndex = at;
    for (let found = ATTRIBUTE.exec(piece); found; found = ATTRIBUTE.exec(piece)) {
      at = ATTRIBUTE.lastIndex;
      if (found[1]) attrs.set(found[1].toLowerCase(), decodeEntities(found[2] ?? found[3] ?? found[4] ?? '', own));
    }
    at = endOf(piece, '>', at);
    const scope = scopeOf(attrs, top().scope);
    const name = nameOf(named, scope);
    if (LINE.test(name) && LINE.test(top().name)) open.pop();
    if (name === 'item' || name === 'entry') {
      const same = open.findIndex((node) => node.name === name);
      if (same > 0) open.length = same;
    }
    const node: XmlNode = { name, attrs: attrs.size > 0 ? attrs : NO_ATTRIBUTES, nodes: [], scope };
    top().nodes.push(node);
    if (piece[at - 2] === '/' || VOID.test(name)) continue;
    if (open.length < MAX_DEPTH) open.push(node);
    else skipped++;
  }
  return root;
}

/** The place after the next sign, or the end. */
function endOf(text: string, sign: string, from: number): number {
  const place = text.indexOf(sign, from);
  return place < 0 ? text.length : place + sign.length;
}

function nameOf([, first, second]: RegExpExecArray, { prefixes }: XmlScope): string {
  const name = (second ?? first ?? '').toLowerCase();
  const given = second === undefined ? '' : (first ?? '').toLowerCase();
  const prefix = Object.hasOwn(prefixes, given) ? prefixes[given] : given;
  return prefix ? `${prefix}:${name}` : name;
}

function scopeOf(attrs: ReadonlyMap<string, string>, outer: XmlScope): XmlScope {
  let { base, lang } = outer;
  let prefixes: Record<string, string> | undefined;
  for (const [name, value] of attrs) {
    if (name === 'xml:base') base = base && URL.canParse(value, base) ? new URL(value, base).href : value;
    else if (name === 'xml:lang') lang = value;
    else if (/^xmlns(?::|$)/.test(name) && Object.keys((prefixes ??= { ...outer.prefixes })).length < MAX_PREFIXES) {
      prefixes[name.slice(6)] = prefixOf(value, name.slice(6));
    }
  }
  const isSame = base === outer.base && lang === outer.lang && !prefixes;
  return isSame
    ? outer
    : { prefixes: prefixes ?? outer.prefixes, ...(base ? { base } : {}), ...(lang ? { lang } : {}) };
}

const prefixOf = (address: string, given: string): string =>
  SPACES.find(([part = '']) => address.toLowerCase().includes(part))?.[1] ?? (given in USUAL ? `x-${given}` : given);

export const hasKids = (node: XmlNode): boolean => node.nodes.some((each) => typeof each !== 'string');

/** The text of an element and of all in it. */
export const textOf = (node: XmlNode): string =>
  node.nodes.map((each) => (typeof each === 'string' ? each : textOf(each))).join('');

/** What stands in an element, as HTML. */
export const innerHtmlOf = (node: XmlNode): string =>
  node.nodes.map((each) => (typeof each === 'string' ? escapeHtml(each) : outerHtmlOf(each))).join('');

function outerHtmlOf(node: XmlNode): string {
  const name = node.name.slice(node.name.indexOf(':') + 1);
  let tag = name;
  for (const [key, value] of node.attrs)
    if (!key.includes(':') && key !== 'xmlns') tag += ` ${key}="${escapeHtml(value)}"`;
  return VOID.test(name) ? `<${tag}>` : `<${tag}>${innerHtmlOf(node)}</${name}>`;
}

export const attr = (node: XmlNode, name: string): string | undefined => node.attrs.get(name);

/** Elements directly in one. */
export function kidsOf(node: XmlNode, name: string): readonly XmlNode[] {
  const kids: XmlNode[] = [];
  for (const each of node.nodes) if (typeof each !== 'string' && each.name === name) kids.push(each);
  return kids;
}
