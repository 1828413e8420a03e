/** One row of a table. */
export interface CsvRecord {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote that never ends, or ends too late. */
  readonly broken?: boolean;
}

export const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A cell that is longer than this has lost its closing quote. */
const LONGEST_CELL = 5_000;

interface Cell {
  readonly text: string;
  /** Where it ends: at a delimiter, at a line end, or at the end of the text. */
  readonly end: number;
  readonly lines: number;
  readonly broken?: boolean;
}

const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r' || char === undefined;

/** A cell in quotes. A quote inside that nobody has doubled is a quote: people write tables by hand. */
function quotedCell(text: string, start: number, delimiter: Delimiter): Cell {
  for (let at = start + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0 || at - start > LONGEST_CELL) return { text: '', end: text.length, lines: 0, broken: true };
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    let end = at + 1;
    while (text[end] === ' ') end++;
    if (text[end] !== delimiter && !isLineEnd(text[end])) continue;
    const inner = text
      .slice(start + 1, at)
      .replaceAll('""', '"')
      .replace(/\r\n?/g, '\n');
    return { text: inner, end, lines: inner.split('\n').length - 1 };
  }
}

function plainCell(text: string, start: number, delimiter: Delimiter): Cell {
  let end = start;
  while (text[end] !== delimiter && !isLineEnd(text[end])) end++;
  return { text: text.slice(start, end), end, lines: 0 };
}

const lineEndAt = (text: string, at: number): number =>
  text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length);

/** Where the line after this position begins. */
function nextLine(text: string, at: number): number {
  while (!isLineEnd(text[at])) at++;
  return lineEndAt(text, at);
}

/**
 * The rows of a table (RFC 4180), empty ones left out. A quote that is never closed costs its own row and none after it:
 * reading goes on at the next line.
 * @param most rows after which reading ends
 */
export function csvRecords(text: string, delimiter: Delimiter, most: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && records.length < most) {
    const cells: string[] = [];
    const start = at;
    let lines = 0;
    let broken = false;
    for (;;) {
      let first = at;
      while (text[first] === ' ') first++;
      const cell = text[first] === '"' ? quotedCell(text, first, delimiter) : plainCell(text, at, delimiter);
      cells.push(cell.text.trim());
      lines += cell.lines;
      broken ||= cell.broken === true;
      at = cell.end;
      if (text[at] !== delimiter) break;
      at++;
    }
    // A row that reaches over lines and yet has too few cells has swallowed those below it.
    const width = records[0]?.cells.length ?? 0;
    if (!broken && lines > 0 && cells.length < width) broken = true;
    if (broken) {
      at = nextLine(text, start);
      lines = 0;
    } else at = lineEndAt(text, at);
    if (broken || cells.some((cell) => cell !== '')) records.push({ line, cells, ...(broken && { broken }) });
    line += lines + 1;
  }
  return records;
}

/** The delimiter that parts the first line into the most cells outside of quotes. */
export function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, nextLine(text, 0)).replace(/"[^"]*"/g, '');
  const count = (delimiter: Delimiter): number => head.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
