/** The page that the widget stands on, as far as writing to its own WordPress needs it. */
export interface WordpressPage {
  readonly origin: string;
  /** What WordPress gave this page to prove that a write comes from it (`wp_create_nonce('wp_rest')`). */
  nonce(): string | undefined;
}

interface WordpressGlobals {
  readonly location?: { readonly origin: string };
  readonly wpApiSettings?: { readonly nonce?: unknown };
  readonly wp?: { readonly apiFetch?: { readonly nonceMiddleware?: { readonly nonce?: unknown } } };
}

/** The page as its globals tell it: scripts that WordPress itself puts there; undefined outside of a browser. */
export function wordpressPage(globals: WordpressGlobals = globalThis): WordpressPage | undefined {
  const { location } = globals;
  if (!location) return undefined;
  return {
    origin: location.origin,
    nonce() {
      const nonce = globals.wpApiSettings?.nonce ?? globals.wp?.apiFetch?.nonceMiddleware?.nonce;
      return typeof nonce === 'string' && nonce ? nonce : undefined;
    },
  };
}
