import { unescapeXml } from './ics-text.ts';

/** One `response` of a multistatus (RFC 4918, 14.24), as far as calendars need it. */
export interface DavResponse {
  /** As it was sent: mostly a path. */
  readonly href: string;
  /** HTTP status of the response itself, where it has one. */
  readonly status?: number;
  /** Texts of the properties that are there, by their names without namespace. */
  readonly texts: ReadonlyMap<string, string>;
  /** Names of the elements in `resourcetype`: `collection`, `calendar`. */
  readonly types: ReadonlySet<string>;
}

interface OpenResponse {
  href: string;
  status?: number;
  readonly texts: Map<string, string>;
  readonly types: Set<string>;
}

interface Token {
  /** Text since the token before, with its entities resolved. */
  readonly text: string;
  /** Name of an element without its prefix; '' for what is none. */
  readonly name: string;
  readonly close: boolean;
  /** Begins and ends at once. */
  readonly empty: boolean;
}

/** Where a tag ends: at the first `>` outside of quotes; -1 where it never does. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const sign = xml[at]!;
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return -1;
}

/** The tags of a text one after the other. What never ends is the end: each sign is looked at once. */
function* tokensOf(xml: string): Generator<Token> {
  let text = '';
  for (let at = 0; ;) {
    const open = xml.indexOf('<', at);
    if (open < 0) return;
    text += unescapeXml(xml.slice(at, open));
    const [head, tail] = xml.startsWith('<!--', open)
      ? [4, '-->']
      : xml.startsWith('<![CDATA[', open)
        ? [9, ']]>']
        : xml.startsWith('<?', open) || xml.startsWith('<!', open)
          ? [2, '>']
          : [1, ''];
    const end = tail ? xml.indexOf(tail, open + head) : endOfTag(xml, open + 1);
    if (end < 0) return;
    at = end + (tail.length || 1);
    if (head === 9) text += xml.slice(open + head, end);
    if (tail) continue;
    const close = xml[open + 1] === '/';
    const name = /^[^\s/]*/.exec(xml.slice(open + (close ? 2 : 1), end))![0].replace(/^.*:/, '');
    yield { text, name, close, empty: xml[end - 1] === '/' };
    text = '';
  }
}

/** As many as a server may send before it is no calendar any more. */
const MAX_RESPONSES = 20_000;
const MAX_DEPTH = 100;

const statusOf = (line: string): number | undefined => {
  const code = /\b([1-5]\d\d)\b/.exec(line)?.[1];
  return code ? Number(code) : undefined;
};

/**
 * Reads a multistatus without the platform's XML parser, which Node has not, and which Trusted Types stop. Prefixes are
 * not looked at: in these answers no two names mean different things. What is not understood is passed over; properties
 * of a `propstat` that failed are none. Undefined where the text is no multistatus at all.
 */
export function readMultistatus(xml: string): readonly DavResponse[] | undefined {
  if (!/<(?:[\w.-]+:)?multistatus\b/.test(xml)) return undefined;
  const responses: OpenResponse[] = [];
  let response: OpenResponse | undefined;
  /** Properties of the `propstat` that is open; its status comes after them. */
  let found: [name: string, text: string][] = [];
  let types: string[] = [];
  let failed = false;
  const path: string[] = [];
  for (const { text, name, close, empty } of tokensOf(xml)) {
    if (responses.length >= MAX_RESPONSES) break;
    if (!close) {
      if (name === 'response') {
        response = { href: '', texts: new Map(), types: new Set() };
        responses.push(response);
      } else if (name === 'propstat') {
        found = [];
        types = [];
        failed = false;
      } else if (path.at(-1) === 'resourcetype') types.push(name);
      if (!empty && path.length < MAX_DEPTH) path.push(name);
      continue;
    }
    const depth = path.lastIndexOf(name);
    if (depth >= 0) path.length = depth;
    const inside = path.at(-1);
    if (name === 'href' && inside === 'response' && response) response.href = text.trim();
    else if (name === 'status' && inside === 'propstat') failed = (statusOf(text) ?? 200) >= 300;
    else if (name === 'status' && inside === 'response' && response) response.status = statusOf(text);
    else if (inside === 'prop') found.push([name, text]);
    else if (name === 'propstat') {
      if (response && !failed) {
        for (const [key, value] of found) response.texts.set(key, value);
        for (const type of types) response.types.add(type);
      }
      // Taken once, however often it is closed.
      found = [];
      types = [];
    }
  }
  return responses;
}
