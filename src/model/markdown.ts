import { untrustedHtml, type UntrustedHtml } from './common.ts';

/**
 * The part of Markdown that people write into ideas and comments: paragraphs with their line breaks, **bold**, *italic*,
 * ~~struck~~, `code`, links and addresses, lists, quotes, code blocks, lines. Headings become bold paragraphs, as the page
 * around has its own. HTML is text like any other, and what is no Markdown stays as it was written; nothing throws.
 *
 * Every step is linear in the length of the text: foreign texts are read with it, long and hostile ones too.
 */
const LONGEST = 200_000;
const DEEPEST = 4;

/** Markdown as HTML, for `<vr-rich-text>` and nothing else. */
export const markdownToHtml = (markdown: string): UntrustedHtml => untrustedHtml(blocks(linesOf(markdown), 0));

/** The words of a text in Markdown, without its marks: for summaries, searches and mails. */
export const markdownToText = (markdown: string): string =>
  blocks(linesOf(markdown), 0)
    .replace(/<br>|<\/?(?:p|li|blockquote|pre|ul|ol)>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => PLAIN[name] ?? '')
    .replace(/\n{2,}/g, '\n')
    .trim();

const PLAIN: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

const linesOf = (markdown: string): readonly string[] =>
  markdown
    .slice(0, LONGEST)
    // Signs that control terminals and readers, not text.

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .split('\n');

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?: +|$)/;
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?: +|$)/;
const isBlank = (line: string): boolean => line.trim() === '';
const startsBlock = (line: string): boolean =>
  FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line) || ITEM.test(line);

function blocks(lines: readonly string[], depth: number): string {
  const html: string[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (isBlank(line)) {
      at++;
      continue;
    }
    const [markup, next] =
      readFence(lines, at) ??
      readHeading(lines, at) ??
      (RULE.test(line) ? (['<hr>', at + 1] as const) : undefined) ??
      (depth < DEEPEST ? (readQuote(lines, at, depth) ?? readList(lines, at, depth)) : undefined) ??
      readParagraph(lines, at, depth);
    html.push(markup);
    at = next;
  }
  return html.join('');
}

/** What was read, and the line after it. */
type Block = readonly [markup: string, next: number];

function readFence(lines: readonly string[], at: number): Block | undefined {
  const mark = FENCE.exec(lines[at] ?? '')?.[1];
  if (!mark) return undefined;
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trim().startsWith(mark)) end++;
  return [`<pre><code>${escape(lines.slice(at + 1, end).join('\n'))}</code></pre>`, end + 1];
}

function readHeading(lines: readonly string[], at: number): Block | undefined {
  const line = lines[at] ?? '';
  const mark = HEADING.exec(line);
  if (!mark) return undefined;
  const text = line.slice(mark[0].length).replace(/ +#+ *$/, '');
  return [text.trim() === '' ? '' : `<p><strong>${inline(text.trim())}</strong></p>`, at + 1];
}

function readQuote(lines: readonly string[], at: number, depth: number): Block | undefined {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end] ?? '')) end++;
  if (end === at) return undefined;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return [`<blockquote>${blocks(inner, depth + 1)}</blockquote>`, end];
}

function readList(lines: readonly string[], at: number, depth: number): Block | undefined {
  const first = ITEM.exec(lines[at] ?? '');
  if (!first) return undefined;
  const ordered = /\d/.test(first[2] ?? '');
  const items: string[] = [];
  let end = at;
  while (end < lines.length) {
    const mark = ITEM.exec(lines[end] ?? '');
    if (!mark || /\d/.test(mark[2] ?? '') !== ordered || RULE.test(lines[end] ?? '')) break;
    const own = [(lines[end] ?? '').slice(mark[0].length)];
    end++;
    // Lines that are set in belong to the item; so does what goes on without a mark of its own.
    while (end < lines.length) {
      const line = lines[end] ?? '';
      const inset = /^ {2,}/.test(line);
      if (isBlank(line) ? !/^ {2,}\S/.test(lines[end + 1] ?? '') : !inset && startsBlock(line)) break;
      own.push(inset ? line.replace(/^ {2,4}/, '') : line);
      end++;
    }
    items.push(`<li>${tight(blocks(own, depth + 1))}</li>`);
    // A blank line between two items parts nothing.
    if (isBlank(lines[end] ?? 'x') && ITEM.test(lines[end + 1] ?? '')) end++;
  }
  const name = ordered ? 'ol' : 'ul';
  return [`<${name}>${items.join('')}</${name}>`, end];
}

/** The one paragraph of an item needs no space of its own. */
const tight = (html: string): string => html.replace(/^<p>([^]*?)<\/p>/, '$1');

function readParagraph(lines: readonly string[], at: number, depth: number): Block {
  let end = at + 1;
  while (end < lines.length && !isBlank(lines[end] ?? '') && (depth >= DEEPEST || !startsBlock(lines[end] ?? '')))
    end++;
  const text = lines.slice(at, end).map((line) => line.trim());
  return [`<p>${inline(text.join('\n'))}</p>`, end];
}

const LINK =
  /\[([^[\]\n]{1,300})\]\( {0,3}<?([^\s<>()]{1,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,500})?)>?(?: +"[^"\n]{0,300}")? {0,3}\)/y;
const ADDRESS = /https?:\/\/[^\s<>"'`*[\]]+|<(?:https?:\/\/|mailto:)[^\s<>"']{1,2000}>/iy;
const TRAILING = /[.,;:!?)}»“”’_~]+$/u;
const MARK = /\*\*|__|~~|\*|_/y;
const SPECIAL = /[\\`*_~[<\nhH]/g;
const TAGS: Readonly<Record<string, string>> = { '**': 'strong', __: 'strong', '*': 'em', _: 'em', '~~': 'del' };
const WORD = /[\p{L}\p{N}]/u;

/** Text with its marks. A mark that is not closed is text. */
function inline(text: string): string {
  const parts: string[] = [];
  /** Places in `parts` of marks that are open, by mark. */
  const open: Record<string, number[]> = { '**': [], __: [], '*': [], _: [], '~~': [] };
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(text)?.index ?? text.length;
    if (next > at) {
      parts.push(escape(text.slice(at, next)));
      at = next;
      continue;
    }
    const sign = text[at] ?? '';
    if (sign === '\n') {
      parts.push('<br>');
      at++;
    } else if (sign === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) {
      parts.push(escape(text[at + 1] ?? ''));
      at += 2;
    } else if (sign === '`') {
      at = readCode(text, at, parts);
    } else if (sign === '[') {
      const link = take(LINK);
      parts.push(link ? anchor(link[2] ?? '', emphasised(link[1] ?? '')) : '[');
      at += link ? link[0].length : 1;
    } else if (sign === '<' || sign === 'h' || sign === 'H') {
      const address = sign === '<' || !WORD.test(text[at - 1] ?? ' ') ? take(ADDRESS) : null;
      at = address ? readAddress(address[0], at, parts) : at + 1;
      if (!address) parts.push(escape(sign));
    } else {
      const mark = innerFirst(take(MARK)?.[0], text, at, open);
      if (mark) readMark(text, at, mark, parts, open);
      else parts.push(escape(sign));
      at += mark?.length ?? 1;
    }
  }
  return parts.join('');
}

/** Of `***` the mark goes first that was opened last. */
function innerFirst(
  mark: string | undefined,
  text: string,
  at: number,
  open: Readonly<Record<string, readonly number[]>>,
): string | undefined {
  const single = mark?.charAt(0);
  if (mark?.length !== 2 || single === '~' || single === undefined || text[at + 2] !== single) return mark;
  return (open[single]?.at(-1) ?? -1) > (open[mark]?.at(-1) ?? -1) ? single : mark;
}

/** The text of a link may be bold or italic, nothing else. */
const emphasised = (text: string): string =>
  inline(text.replace(/https?:\/\//gi, (scheme) => scheme.replace(':', '\\:')));

function readCode(text: string, at: number, parts: string[]): number {
  const run = /^`+/.exec(text.slice(at, at + 20))?.[0] ?? '`';
  const end = text.indexOf(run, at + run.length);
  if (end < 0) {
    parts.push(run);
    return at + run.length;
  }
  parts.push(
    `<code>${escape(
      text
        .slice(at + run.length, end)
        .replaceAll('\n', ' ')
        .trim(),
    )}</code>`,
  );
  return end + run.length;
}

function readAddress(found: string, at: number, parts: string[]): number {
  const angled = found.startsWith('<');
  const whole = angled ? found.slice(1, -1) : found;
  const trailing = angled ? '' : (TRAILING.exec(whole)?.[0] ?? '');
  // A closing bracket stays where the address itself opened one.
  const kept = trailing.startsWith(')') && whole.includes('(') ? 1 : 0;
  const address = whole.slice(0, whole.length - trailing.length + kept);
  parts.push(anchor(address, escape(address.replace(/^mailto:/i, ''))));
  return at + (angled ? found.length : address.length);
}

/** A link where the address may be one; else its text alone. */
function anchor(address: string, label: string): string {
  const url = address.trim();
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i.test(url) ? `<a href="${escape(url)}">${label}</a>` : label;
}

function readMark(text: string, at: number, mark: string, parts: string[], open: Record<string, number[]>): void {
  const before = text[at - 1] ?? ' ';
  const after = text[at + mark.length] ?? ' ';
  const places = open[mark] ?? [];
  // snake_case is a word, not emphasis.
  const inWord = mark.startsWith('_') && WORD.test(before) && WORD.test(after);
  const start = places.at(-1);
  if (start !== undefined && !/\s/.test(before) && !inWord && start < parts.length - 1) {
    places.pop();
    // What was opened in between is not closed within: it stays text.
    for (const others of Object.values(open)) while ((others.at(-1) ?? -1) > start) others.pop();
    parts[start] = `<${TAGS[mark]}>`;
    parts.push(`</${TAGS[mark]}>`);
    return;
  }
  if (!/\s/.test(after) && !inWord) places.push(parts.length);
  parts.push(escape(mark));
}
