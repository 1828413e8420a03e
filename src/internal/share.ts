/** The browser can hand something over to the device's programs. Not on http intranets, and not everywhere. */
// eslint-disable-next-line no-restricted-properties -- asked for before it is used
export const canShare = (): boolean => typeof navigator.share === 'function';

/** Opens the device's dialog for sharing. False where it may not; who closes the dialog has seen it. */
export async function share(data: {
  readonly title: string;
  readonly text: string;
  readonly url: string;
}): Promise<boolean> {
  try {
    // eslint-disable-next-line no-restricted-properties -- callers ask `canShare` first
    await navigator.share(data);
    return true;
  } catch (error) {
    // AbortError: the reader has closed the dialog. NotAllowedError: a frame that may not open it.
    if (!(error instanceof DOMException)) throw error;
    return error.name === 'AbortError';
  }
}
