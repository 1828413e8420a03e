/** A stretch of text, with the address it leads to where it is one. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"']+|\bwww\.[^\s<>"']+/gi;
/** Marks that end a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]}»“”]+$/u;

/** Plain text as paragraphs of lines of parts: blank lines part paragraphs, http addresses become links. */
export function textParagraphs(text: string): TextPart[][][] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => paragraph.split('\n').map(lineParts));
}

function lineParts(line: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const address = withoutTrailing(match[0]);
    const href = /^www\./i.test(address) ? `https://${address}` : address;
    if (!URL.canParse(href)) continue;
    if (match.index > at) parts.push({ text: line.slice(at, match.index) });
    parts.push({ text: address, href });
    at = match.index + address.length;
  }
  if (at < line.length) parts.push({ text: line.slice(at) });
  return parts;
}

/** A closing bracket stays where the address itself opened one. */
function withoutTrailing(address: string): string {
  const end = TRAILING.exec(address);
  if (!end) return address;
  if (end[0].startsWith(')') && address.includes('(')) return address.slice(0, end.index + 1);
  return address.slice(0, end.index);
}
