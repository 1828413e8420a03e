const reasons = new Set<object>();

/** The browser asks in words of its own; a page can only say that there is a reason. */
const onBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault();

/**
 * Has the browser ask before the page is left, as long as anybody has a reason: something typed that is kept nowhere.
 * The listener is there only meanwhile, because a page that has one may be kept out of the back-forward cache.
 */
export function warnOnLeaving(owner: object, hasReason: boolean): void {
  if (typeof addEventListener !== 'function' || typeof document !== 'object') return;
  if (hasReason) reasons.add(owner);
  else reasons.delete(owner);
  if (reasons.size > 0) addEventListener('beforeunload', onBeforeUnload);
  else removeEventListener('beforeunload', onBeforeUnload);
}
