import type { BackendError } from '../../../backend/backend-error.ts';
import type { PeerEntryMessages } from '../../../i18n/de/peer-entry.ts';
import { MAX_PIXELS, type PhotoFault } from './photo-file.ts';

/** Why a picture is refused, and the limit that it passed. */
interface Refusal {
  readonly fault: PhotoFault;
  /** Pixels. */
  readonly limit?: number;
}

/** What the server says of the file, as one of our faults. */
function refusalOf({ status, problem }: BackendError): Refusal | undefined {
  if (status === 413) return { fault: 'too-large' };
  const listed = problem?.['fieldErrors'];
  if (!Array.isArray(listed)) return undefined;
  const found = (listed as readonly { field?: unknown; code?: unknown; limit?: unknown }[]).find(
    ({ field }) => field === 'file',
  );
  if (!found) return undefined;
  if (found.code === 'out-of-range')
    return { fault: 'too-many-pixels', ...(typeof found.limit === 'number' && { limit: found.limit }) };
  if (found.code === 'too-large') return { fault: 'too-large' };
  return { fault: found.code === 'not-allowed' ? 'wrong-type' : 'unreadable' };
}

const million = (count: number): string => String(Math.floor(count / 1_000_000));

/** Why a picture was not taken, in words: by us, or by the server. */
export function faultWords(
  { fault, failure, bytes }: { readonly fault?: PhotoFault; readonly failure?: BackendError; readonly bytes: number },
  { entry, failure: says }: PeerEntryMessages,
): string {
  const refusal: Refusal | undefined = fault ? { fault } : failure && refusalOf(failure);
  if (!refusal) return failure ? entry.failed(says[failure.kind]) : '';
  const { faults } = entry.photo;
  if (refusal.fault === 'too-large') return faults[refusal.fault](`${million(bytes)} MB`);
  if (refusal.fault === 'too-many-pixels') return faults[refusal.fault](million(refusal.limit ?? MAX_PIXELS));
  return faults[refusal.fault];
}
