/** Reads `data-vr-links`: addresses parted by white space, relative ones against the page. */
export const linkPatterns = (text: string | undefined, base: string): readonly RegExp[] =>
  (text ?? '').split(/\s+/).flatMap((pattern) => (pattern && toPattern(pattern, base)) || []);

function toPattern(text: string, base: string): RegExp | undefined {
  // A star may stand in the host, where an address may not have one.
  const absolute = /^https?:\/\//i.test(text) ? text : URL.canParse(text, base) ? new URL(text, base).href : undefined;
  if (!absolute) return undefined;
  const escaped = absolute.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${escaped}`, 'i');
}
