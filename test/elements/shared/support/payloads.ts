import { executeServerCommand, readFile } from '@web/test-runner-commands';

/** One known way to smuggle a script through a cleaner. */
export interface Payload {
  readonly id: string;
  readonly payload: string;
}

const PATH = 'shared/corpus/feeds/xss/payloads.json';

/** Why there are no payloads, where there are none. */
export const PAYLOADS_MISSING = '../shared/corpus/feeds/xss is absent';

/**
 * The payloads beside the project: each eighth, or all with VR_FULL=1; none where the folder is absent.
 * @param up the way from the test's folder to the one that holds the project
 */
export async function loadPayloads(up = '../../../../'): Promise<readonly Payload[]> {
  // The runner answers for a file that is not there as for a command that it does not know.
  const text = await readFile({ path: `${up}${PATH}` }).catch(() => undefined);
  if (!text) return [];
  const payloads = JSON.parse(text) as Payload[];
  const isFull = await executeServerCommand<boolean, undefined>('is-full');
  return payloads.filter((_, index) => isFull || index % 8 === 0);
}
