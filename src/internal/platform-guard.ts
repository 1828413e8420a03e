/** What is told where the platform is not whole (VR011). */
export const PLATFORM_BROKEN =
  'A script of this page has replaced parts of the browser, or the browser is too old; nothing is started, links stay.';

/**
 * Whether the page has left the platform whole. Old libraries replace parts of it (MooTools 1.4: `Event` and its
 * subclasses throw), and old browsers lack some; then nothing is defined, and the editors' links stay as they are.
 */
export function isPlatformWhole(): boolean {
  try {
    class Probe extends CustomEvent<number> {
      #inner = 1;
      get inner(): number {
        return this.#inner;
      }
    }
    const probe = new Probe('vr-probe', { detail: 1 });
    return (
      probe.inner === 1 &&
      probe.detail === 1 &&
      typeof customElements.define === 'function' &&
      typeof AbortSignal.any === 'function' &&
      'adoptedStyleSheets' in document &&
      new Set([1]).size + [...new Map([[1, 2]])].length === 2
    );
  } catch {
    return false; // The answer itself: the page's own console already names who broke what.
  }
}
