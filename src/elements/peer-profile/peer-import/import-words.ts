import type { BackendError } from '../../../backend/backend-error.ts';
import type { PeerImportMessages } from '../../../i18n/de/peer-import.ts';
import type { ImportRow } from '../../../model/peer-import.ts';

/** What is to be said of a row, in words. */
export function problemWords(
  { field = '', code, value }: ImportRow['problems'][number],
  { import: says }: PeerImportMessages,
): string {
  const name = field && Object.hasOwn(says.fields, field) ? says.fields[field]! : field;
  const sentence = Object.hasOwn(says.problems, code)
    ? says.problems[code]!(name || says.aField)
    : says.otherProblem(name);
  return value ? says.withValue(sentence, value) : sentence;
}

/** Why an import failed, in words: what the server says of the file, or what stands in the way of an answer. */
export function failureWords(
  { kind, status, problem }: BackendError,
  { import: says, failure }: PeerImportMessages,
  locale: string,
): string {
  if (status === 413) return says.faults['too-large']!('');
  const listed = problem?.['fieldErrors'];
  const faults = (Array.isArray(listed) ? listed : []) as readonly {
    readonly field?: unknown;
    readonly code?: unknown;
    readonly limit?: unknown;
  }[];
  if (faults.some(({ field }) => field === 'invite')) return says.inviteImpossible;
  const found = faults.find(({ field }) => field === 'file');
  if (found && typeof found.code === 'string' && Object.hasOwn(says.faults, found.code)) {
    const limit = typeof found.limit === 'number' ? found.limit.toLocaleString(locale) : '';
    return says.faults[found.code]!(limit);
  }
  if (found) return says.faults['format']!('');
  return kind === 'denied' && status === 403 ? says.denied : says.failed(failure[kind]);
}

/** 1,2 MB */
export const sizeWords = (bytes: number, locale: string): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(locale)} kB`
    : `${(bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
