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

const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/g;
/** As many as a server may send before it is no calendar any more. */
const MAX_RESPONSES = 20_000;

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
  let text = '';
  let last = 0;
  for (let token = TOKEN.exec(xml); token && responses.length < MAX_RESPONSES; token = TOKEN.exec(xml)) {
    text += unescapeXml(xml.slice(last, token.index));
    last = TOKEN.lastIndex;
    const [, cdata, close, name, selfClosed] = token;
    if (cdata !== undefined) text += cdata;
    if (!name) continue;
    if (!close) {
      if (name === 'response') {
        response = { href: '', texts: new Map(), types: new Set() };
        responses.push(response);
      } else if (name === 'propstat') {
        found = [];
        types = [];
        failed = false;
      } else if (path.at(-1) === 'resourcetype') types.push(name);
      if (!selfClosed) path.push(name);
      text = '';
      continue;
    }
    const depth = path.lastIndexOf(name);
    if (depth >= 0) path.length = depth;
    const inside = path.at(-1);
    if (name === 'href' && inside === 'response' && response) response.href = text.trim();
    else if (name === 'status' && inside === 'propstat') failed = (statusOf(text) ?? 200) >= 300;
    else if (name === 'status' && inside === 'response' && response) response.status = statusOf(text);
    else if (inside === 'prop') found.push([name, text]);
    else if (name === 'propstat' && response && !failed) {
      for (const [key, value] of found) response.texts.set(key, value);
      for (const type of types) response.types.add(type);
    }
    text = '';
  }
  TOKEN.lastIndex = 0;
  return responses;
}
