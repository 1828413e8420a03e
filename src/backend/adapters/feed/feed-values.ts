import { decodeEntities, escapeHtml, wordsOfHtml } from './xml-text.ts';
import { attr, hasKids, innerHtmlOf, kidsOf, textOf, type XmlNode } from './xml-reader.ts';

/** Values of elements of feeds, whatever way they are written in. */

const MARKUP = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|\w+);/i;
const BINARY = /^application\/(?!.*xml)|^(?:image|audio)\//;

/** The first element of one of the names, by their order, that says something; `a/b` is a `b` in an `a`. */
export function firstOf(node: XmlNode, names: string): XmlNode | undefined {
  for (const name of names.split(' ')) {
    const [first = '', second] = name.split('/');
    const found = second ? kidsOf(node, first).flatMap((kid) => kidsOf(kid, second)) : kidsOf(node, first);
    for (const kid of found) if (hasKids(kid) || textOf(kid).trim()) return kid;
  }
  return undefined;
}

/** The text of the first element of one of the names. */
export const valueOf = (node: XmlNode, names: string): string | undefined => {
  const found = firstOf(node, names);
  return (found && textOf(found).trim()) || undefined;
};

/** An absolute http or https address, as it is written where it is one already. */
export function addressOf(text: string | undefined, base: string | undefined): string | undefined {
  const trimmed = text?.trim();
  if (!trimmed || !URL.canParse(trimmed, base)) return undefined;
  // As it is written: many hosts tell addresses apart by what `URL` would make one. Names of hosts have no case.
  if (/^https?:\/\/[^\sA-Z/][^\s/A-Z]*(?:\/\S*)?$/.test(trimmed)) return trimmed;
  const url = new URL(trimmed, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text of a foreign source in one line: decoded once more and without tags where it has been escaped twice. */
export function lineOf(text: string): string {
  if (!MARKUP.test(text)) return oneLine(text);
  const once = text.includes('<') ? text : decodeEntities(text);
  return MARKUP.test(once) ? wordsOfHtml(once) : oneLine(once);
}

/** What stands in an element, whatever it is written in; HTML where it has elements, without the one around all. */
function contentOf(node: XmlNode): string {
  const text = textOf(node);
  if (hasKids(node)) {
    const [only, ...more] = node.nodes.filter((each) => typeof each !== 'string' || each.trim());
    const isWrapped = more.length === 0 && typeof only === 'object' && /^(?:div|body)$/.test(only.name);
    return innerHtmlOf(isWrapped ? only : node);
  }
  if (attr(node, 'mode') !== 'base64' && !BINARY.test(attr(node, 'type') ?? '')) return text;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** What an element says, as HTML: escaped, as XHTML, as Base64 or as plain text. */
export function htmlOf(node: XmlNode | undefined, isAtom: boolean): string | undefined {
  if (!node) return undefined;
  const type = (attr(node, 'type') ?? '').toLowerCase();
  const text = contentOf(node).trim();
  if (hasKids(node)) return text || undefined;
  const isPlain = /^text(?:\/plain)?$/.test(type) || (isAtom && !type && !MARKUP.test(text));
  return (isPlain ? htmlOfText(text) : text) || undefined;
}

/** Plain text as HTML: empty lines part paragraphs. */
function htmlOfText(text: string): string {
  const html = escapeHtml(text);
  return html.includes('\n') ? `<p>${html.replace(/\n\s*\n/g, '</p><p>').replace(/\n/g, '<br>')}</p>` : html;
}

/** A title as plain text. */
export function titleOf(node: XmlNode | undefined, isAtom: boolean): string {
  const text = node ? contentOf(node) : '';
  return isAtom && node && attr(node, 'type') === 'text' ? oneLine(text) : lineOf(text);
}

/** The name of a person, without the e-mail address that stands beside it: `a@b.example (Name)`, `Name <a@b.example>`. */
export function nameOfPerson(all: string): string | undefined {
  const text = all.slice(0, 500);
  const bracket = /@\S+\s*\(([^()]+)\)/.exec(text)?.[1];
  const name = lineOf((bracket ?? text).replace(/[<(]?(?:mailto:)?[^\s<>()@]+@[^\s<>()]+[>)]?/g, ''));
  return /[\p{L}\p{N}]/u.test(name) ? name.slice(0, 200) : undefined;
}

/** The same words once, whatever their case, and not too many. */
export function unique(words: readonly (string | undefined)[], most: number): readonly string[] {
  const kept = new Map<string, string>();
  for (const word of words)
    if (word && kept.size < most && !kept.has(word.toLowerCase())) kept.set(word.toLowerCase(), word);
  return [...kept.values()];
}
