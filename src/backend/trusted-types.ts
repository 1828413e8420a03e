/** The part of the Trusted Types API (W3C) that is used here. */
export interface TrustedPolicy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
  /** @throws {SyntaxError} for anything but JSON, which does nothing wherever it should be run */
  createScript(json: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: TrustedPolicy): TrustedPolicy;
}

let policy: TrustedPolicy | undefined;
let asked = false;

/**
 * The library's one policy, named `vr`: for addresses of its own worker files, for HTML on its way into the cleaner, and
 * for data blocks, which a policy takes for scripts.
 * Undefined where the browser has no Trusted Types, where the page's list forbids the name, or where a second copy of the
 * library has taken it; callers then do without. It never leaves the module graph: a policy on a global would be everybody's.
 */
export function trustedPolicy(): TrustedPolicy | undefined {
  if (asked) return policy;
  asked = true;
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  try {
    policy = factory?.createPolicy('vr', {
      createHTML: (html) => html,
      createScriptURL: (url) => url,
      createScript: (json) => (JSON.parse(json), json),
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return policy;
}
