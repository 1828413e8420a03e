/** A report of the browser that a Content-Security-Policy has stopped something. */
export type Violation = Pick<SecurityPolicyViolationEvent, 'effectiveDirective' | 'blockedURI' | 'originalPolicy'>;

/** Watches what the page's policies stop while something is tried. */
export function watchViolations(): { readonly seen: readonly Violation[]; stop(): void } {
  const seen: Violation[] = [];
  const take = (event: SecurityPolicyViolationEvent): void => {
    // A policy that only reports stops nothing.
    if (event.disposition !== 'report') seen.push(event);
  };
  document.addEventListener('securitypolicyviolation', take);
  return { seen, stop: () => document.removeEventListener('securitypolicyviolation', take) };
}

/** Origin of an address; undefined for the words (`inline`, `eval`) that stand in place of one. */
export const originOf = (address: string): string | undefined =>
  URL.canParse(address) && /^(https?|wss?|webcals?):/.test(address)
    ? new URL(address.replace(/^webcal/, 'http')).origin
    : undefined;

/** The report that tells of a stopped request to the origin of an address. */
export function violationFor(address: string, directive: string, seen: readonly Violation[]): Violation | undefined {
  const origin = originOf(address);
  return seen.find(
    ({ effectiveDirective, blockedURI }) =>
      effectiveDirective === directive && hostOf(originOf(blockedURI)) === hostOf(origin),
  );
}

/** `webcal:` is asked by https first, so the scheme does not count. */
const hostOf = (origin: string | undefined): string | undefined => origin && new URL(origin).host;

/**
 * The line as it must be in the policy: what it allows now, and the origins. Without a line of its own `default-src` holds
 * for a directive, so its words go along.
 */
export function allowingLine(policy: string, directive: string, origins: readonly string[]): string {
  const lines = policy.split(';').map((line) => line.trim().split(/\s+/));
  const find = (name: string): string[] | undefined => lines.find(([first]) => first?.toLowerCase() === name)?.slice(1);
  const words = (find(directive) ?? find(directive.replace(/-elem$/, '')) ?? find('default-src') ?? []).filter(
    (word) => word !== "'none'",
  );
  return [directive.replace(/-elem$/, ''), ...new Set([...words, ...origins])].join(' ');
}
