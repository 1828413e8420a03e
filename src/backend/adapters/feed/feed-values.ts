import { decodeEntities, escapeHtml, wordsOfHtml } from './xml-text.ts';
import { innerHtmlOf, kidsOf, textOf, type XmlNode } from './xml-reader.ts';

/** Values of elements of feeds, whatever way they are written in. */

const MARKUP = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|\w+);/i;
const BINARY = /^(?!text|html|xhtml|application\/(?:xhtml\+)?xml|.*\+xml$)./;

/** The first element of one of the names, by their order, that says something. */
export function firstOf(node: XmlNode, ...names: readonly string[]): XmlNode | undefined {
  for (const name of names) {
    for (const kid of kidsOf(node, name))
      if (kid.nodes.some((each) => typeof each !== 'string' || each.trim())) return kid;
  }
  return undefined;
}

/** The text of the first element of one of the names. */
export const valueOf = (node: XmlNode, ...names: readonly string[]): string | undefined => {
  const found = firstOf(node, ...names);
  return (found && textOf(found).trim()) || undefined;
};

/** An absolute http or https address, as it is written where it is one already. */
export function addressOf(text: string | undefined, base: string | undefined): string | undefined {
  const trimmed = text?.trim();
  if (!trimmed || !URL.canParse(trimmed, base)) return undefined;
  if (/^https?:\/\/\S+$/i.test(trimmed)) return trimmed;
  const url = new URL(trimmed, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** Text of a foreign source in one line: decoded once more and without tags where it has been escaped twice. */
export const lineOf = (text: string): string =>
  MARKUP.test(text)
    ? wordsOfHtml(MARKUP.test(decodeOnce(text)) ? decodeOnce(text) : text)
    : text.replace(/\s+/g, ' ').trim();

const decodeOnce = (text: string): string => (/<\/?[a-z][^<>]*>/i.test(text) ? text : decodeEntities(text));

function decoded(node: XmlNode): string {
  const text = textOf(node);
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return text;
  }
}

/** What an element says, as HTML: escaped, as XHTML, as Base64 or as plain text. */
export function htmlOf(node: XmlNode | undefined, isAtom: boolean): string | undefined {
  if (!node) return undefined;
  const type = (node.attrs.get('type') ?? '').toLowerCase();
  if (node.nodes.some((each) => typeof each !== 'string')) {
    const kids = node.nodes.filter((each) => typeof each !== 'string' || each.trim());
    const [only] = kids;
    const isWrapped = kids.length === 1 && typeof only === 'object' && (only.name === 'div' || only.name === 'body');
    return innerHtmlOf(isWrapped ? only : node).trim() || undefined;
  }
  const isCoded = node.attrs.get('mode') === 'base64' || (isAtom && BINARY.test(type));
  const text = (isCoded ? decoded(node) : textOf(node)).trim();
  const isPlain = !isCoded && (/^text(?:\/plain)?$/.test(type) || (isAtom && !type && !MARKUP.test(text)));
  return (isPlain ? htmlOfText(text) : text) || undefined;
}

/** Plain text as HTML: empty lines part paragraphs. */
export const htmlOfText = (text: string): string =>
  /\n/.test(text.trim())
    ? text
        .trim()
        .split(/\n\s*\n/)
        .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
        .join('')
    : escapeHtml(text.trim());

/** A title as plain text. */
export function titleOf(node: XmlNode | undefined, isAtom: boolean): string {
  if (!node) return '';
  const type = node.attrs.get('type');
  if (node.nodes.some((each) => typeof each !== 'string')) return lineOf(innerHtmlOf(node));
  if (node.attrs.get('mode') === 'base64' || (type && BINARY.test(type))) return lineOf(decoded(node));
  const text = textOf(node);
  return isAtom && type === 'text' ? text.replace(/\s+/g, ' ').trim() : lineOf(text);
}

/** The name of a person, without the e-mail address that stands beside it: `a@b.example (Name)`, `Name <a@b.example>`. */
export function nameOfPerson(text: string): string | undefined {
  const bracket = /\S+@\S+\s*\(([^()]+)\)/.exec(text)?.[1];
  const name = lineOf((bracket ?? text).replace(/[<(]?\b(?:mailto:)?[^\s<>()@]+@[^\s<>()]+[>)]?/g, ''));
  return /[\p{L}\p{N}]/u.test(name) ? name.slice(0, 200) : undefined;
}

/** The same words once, whatever their case, and not too many. */
export function unique(words: readonly (string | undefined)[], most: number): readonly string[] {
  const kept = new Map<string, string>();
  for (const word of words) {
    if (word && !kept.has(word.toLowerCase())) kept.set(word.toLowerCase(), word);
    if (kept.size === most) break;
  }
  return [...kept.values()];
}
