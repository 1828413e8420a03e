import { HttpProblem, type FieldError } from './http-problem.ts';

const segmenter = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** Characters as people count them: grapheme clusters of the text in NFC. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Line ends as they come from other programs: RETURN, vertical tab, form feed, and those of Unicode. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Halves of surrogate pairs: in no text that is one. */
const HALVES = /\p{Surrogate}/gu;
/** What nobody types, and no database or feed can hold: control characters, and noncharacters. */
const UNTYPED = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** A text as it is kept: NFC, lines ended by \n, without control characters and halves of surrogate pairs. */
export const plainText = (text: string): string =>
  text.replace(HALVES, '\ufffd').replace(LINE_ENDS, '\n').replace(UNTYPED, '').normalize('NFC').trim();

/** On one line, without what could end it. */
export const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029\s]+/g, ' ').trim();

/** At most so many code points. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

export interface TextBounds {
  readonly min?: number;
  readonly max: number;
  /** The text is one line: line ends and tabs become blanks. */
  readonly line?: boolean;
}

/** Collects what is wrong with the fields of one request, to tell all of it at once. */
export class FieldCheck {
  readonly errors: FieldError[] = [];

  wrong(field: string, code: FieldError['code'], message: string, limit?: number): void {
    this.errors.push({ field, code, message, ...(limit !== undefined && { limit }) });
  }

  /** The text as `plainText` makes it, checked for its length; undefined where there is none. */
  text(field: string, value: string | undefined, { min = 0, max, line = false }: TextBounds): string | undefined {
    if (value === undefined) return undefined;
    const text = line ? plainText(value).replace(/[\n\t]+/g, ' ') : plainText(value);
    // Only where it can matter: counting clusters costs more than counting units, which are never fewer.
    const count = text.length <= max && min <= 1 ? text.length : characterCount(text);
    if (count < min)
      this.wrong(field, min === 1 ? 'required' : 'too-short', `must have at least ${min} characters`, min);
    if (count > max) this.wrong(field, 'too-long', `must have at most ${max} characters`, max);
    return text === '' ? undefined : text;
  }

  /** @throws HttpProblem when anything was wrong */
  done(): void {
    if (this.errors.length > 0) throw new HttpProblem('invalid-request', { fieldErrors: this.errors });
  }
}
