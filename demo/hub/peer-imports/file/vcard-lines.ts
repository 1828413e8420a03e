import type { CardProperty } from './card-person.ts';

const CARET: Readonly<Record<string, string>> = { '^n': '\n', "^'": '"', '^^': '^' };

/** Lines without their folds (RFC 6350, 3.2); a fold of quoted-printable ends with `=` (vCard 2.1, as Outlook writes it). */
function logicalLines(text: string): { readonly line: number; readonly text: string }[] {
  const lines: { line: number; text: string }[] = [];
  let quotedGoesOn = false;
  text.split(/\r\n|\n|\r/).forEach((part, index) => {
    const last = lines.at(-1);
    if (last && quotedGoesOn) last.text = last.text.slice(0, -1) + part;
    else if (last && /^[ \t]/.test(part)) last.text += part.slice(1);
    else lines.push({ line: index + 1, text: part });
    const current = lines.at(-1)?.text ?? '';
    quotedGoesOn = current.endsWith('=') && /^[^:]*ENCODING=QUOTED-PRINTABLE/i.test(current);
  });
  return lines;
}

/** Parts at a sign that stands neither in quotes nor behind a backslash. */
export function splitAt(text: string, sign: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\\') {
      part += char + (text[at + 1] ?? '');
      at++;
    } else if (char === '"') {
      quoted = !quoted;
      part += char;
    } else if (char === sign && !quoted) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part];
}

const unescaped = (text: string): string =>
  text.replace(/\\([nN,;:\\])/g, (_all, char: string) => (char === 'n' || char === 'N' ? '\n' : char));

/** Parts of a value; quotes in a value are quotes and nothing else. */
const partsOf = (value: string): string[] =>
  value
    .replace(/\\[^]|[^\\]/g, (char) => (char === ';' ? '\u0000' : char))
    .split('\u0000')
    .map((part) => unescaped(part).trim());

function decodeQuoted(value: string, charset: string | undefined): string {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < value.length; at++) {
    const hex = value[at] === '=' ? /^[0-9a-f]{2}/i.exec(value.slice(at + 1, at + 3)) : null;
    if (hex) {
      bytes.push(parseInt(hex[0], 16));
      at += 2;
    } else bytes.push(...encoder.encode(value[at]));
  }
  const all = Uint8Array.from(bytes);
  try {
    return new TextDecoder(charset ?? 'utf-8', { fatal: true }).decode(all);
  } catch {
    // A label that nobody knows, or that is not true.
    return new TextDecoder('windows-1252').decode(all);
  }
}

function propertyOf(text: string): CardProperty | undefined {
  const [head = '', ...rest] = splitAt(text, ':');
  if (rest.length === 0) return undefined;
  const [full = '', ...written] = splitAt(head, ';');
  // `item1.EMAIL`: a group, as Apple's address book writes it.
  const name = full.slice(full.lastIndexOf('.') + 1).toUpperCase();
  const params = new Map<string, string>();
  for (const param of written) {
    const at = param.indexOf('=');
    // vCard 2.1 names a type or an encoding without saying that it is one.
    const [key, value] =
      at < 0
        ? [/^(quoted-printable|base64|8bit)$/i.test(param) ? 'ENCODING' : 'TYPE', param]
        : [param.slice(0, at).trim().toUpperCase(), param.slice(at + 1).replaceAll('"', '')];
    const before = params.get(key);
    const plain = value.replace(/\^[n'^]/g, (found) => CARET[found] ?? found);
    params.set(key, before === undefined ? plain : `${before},${plain}`);
  }
  const raw = text.slice(head.length + 1);
  const isQuoted = /quoted-printable/i.test(params.get('ENCODING') ?? '');
  const value = isQuoted ? decodeQuoted(raw, params.get('CHARSET')) : raw;
  return {
    name,
    params,
    text: unescaped(value).trim(),
    parts: partsOf(value),
  };
}

export interface WrittenCard {
  readonly line: number;
  readonly properties: readonly CardProperty[];
  /** It has no end: what is read of it may be half a card. */
  readonly broken?: boolean;
}

/** The cards of a file, of vCard 2.1 to 4.0. What is no property is passed over. */
export function readCards(text: string, most: number): WrittenCard[] {
  const cards: WrittenCard[] = [];
  let open: { line: number; properties: CardProperty[] } | undefined;
  for (const { line, text: content } of logicalLines(text)) {
    if (cards.length >= most) break;
    if (/^BEGIN:VCARD\s*$/i.test(content)) {
      if (open) cards.push({ ...open, broken: true });
      open = { line, properties: [] };
    } else if (/^END:VCARD\s*$/i.test(content)) {
      if (open) cards.push(open);
      open = undefined;
    } else if (open) {
      const property = propertyOf(content);
      if (property) open.properties.push(property);
    }
  }
  if (open) cards.push({ ...open, broken: true });
  return cards;
}
