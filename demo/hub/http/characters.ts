import { HttpProblem, type FieldError } from './http-problem.ts';

const segmenter = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** Characters as people count them: grapheme clusters of the text in NFC. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Collects what is wrong with the fields of one request, to tell all of it at once. */
export class FieldCheck {
  readonly errors: FieldError[] = [];

  wrong(field: string, code: FieldError['code'], message: string, limit?: number): void {
    this.errors.push({ field, code, message, ...(limit !== undefined && { limit }) });
  }

  /** The text in NFC without blanks around it, checked for its length; undefined where there is none. */
  text(
    field: string,
    value: string | undefined,
    bounds: { readonly min?: number; readonly max: number },
  ): string | undefined {
    if (value === undefined) return undefined;
    const text = value.normalize('NFC').trim();
    const { min = 0, max } = bounds;
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
