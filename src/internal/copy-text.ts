/**
 * Copies text to the clipboard. On an http intranet there is no clipboard interface; there the old command copies what a
 * field has selected. False where neither is to be had: then the caller shows the text to be copied by hand.
 */
export async function copyText(text: string, field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  field.value = text;
  field.select();
  try {
    if (isSecureContext) {
      // eslint-disable-next-line no-restricted-properties -- the way without it follows
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return document.execCommand('copy');
}
