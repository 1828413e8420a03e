/**
 * Calls back when something that failed may work now: the network or the page is back, or the reader looks again. Gives
 * what ends it. Outside of a page nothing ever comes.
 */
export function onSecondChance(listener: () => void): () => void {
  if (typeof document !== 'object') return () => undefined;
  const onSight = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', onSight);
  addEventListener('online', listener);
  addEventListener('pageshow', listener);
  return () => {
    document.removeEventListener('visibilitychange', onSight);
    removeEventListener('online', listener);
    removeEventListener('pageshow', listener);
  };
}
