/**
 * Whether the page's emergency stop is pulled: `data-vr-disabled` on any script tag turns every widget into the link
 * inside it.
 */
export const isSwitchedOff = (): boolean =>
  typeof document === 'object' &&
  document.querySelector('script[data-vr-disabled]:not([data-vr-disabled="false"])') !== null;
