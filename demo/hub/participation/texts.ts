import { FieldCheck } from '../http/characters.ts';

/** A text that must say something, as it is kept. @throws HttpProblem `invalid-request` */
export function wantedText(field: string, value: string, max: number): string {
  const check = new FieldCheck();
  const text = check.text(field, value, { min: 1, max });
  check.done();
  return text ?? '';
}

/** A text that may be missing, as it is kept. @throws HttpProblem `invalid-request` */
export function optionalText(field: string, value: string | undefined, max: number): string | null {
  const check = new FieldCheck();
  const text = check.text(field, value, { max });
  check.done();
  return text ?? null;
}
