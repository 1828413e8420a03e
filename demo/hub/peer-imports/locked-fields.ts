import type { FieldError } from '../http/http-problem.ts';

/**
 * What somebody may not change because only its source does. `changed` names the fields whose value would be another one:
 * a form that sends back what it was given changes nothing.
 */
export const lockedFieldErrors = (lockedFields: readonly string[], changed: readonly string[]): FieldError[] =>
  changed
    .filter((field) => lockedFields.includes(field))
    .map((field) => ({ field, code: 'locked' as const, message: 'is changed at its source only' }));
