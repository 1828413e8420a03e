/** Where a calendar can be subscribed to, as a source names it. */
export interface SubscriptionSource {
  readonly subscribeUrl?: string;
  /** The addresses take `?topic&org&kind`. */
  readonly subscribeFilters?: boolean;
  readonly feeds?: { readonly rss?: string; readonly json?: string };
}

export interface SubscriptionFilter {
  readonly kind?: string;
  readonly topic?: string;
  readonly org?: string;
}

/** Addresses of a subscription, absolute. */
export interface Subscription {
  /** For programs that ask for an address (`https:`, or `http:` on an intranet). */
  readonly https: string;
  /** For programs that the device opens by itself. */
  readonly webcal: string;
  readonly rss?: string;
  readonly json?: string;
  /** They hold the selection alone. */
  readonly filtered: boolean;
}

/**
 * The addresses of a subscription with what a calendar is narrowed to; undefined where the source has none.
 *
 * @param base address that relative ones are meant from
 */
export function subscription(
  source: SubscriptionSource,
  filter: SubscriptionFilter,
  base: string,
): Subscription | undefined {
  const { subscribeUrl, subscribeFilters = false, feeds } = source;
  const wanted = Object.entries(filter).filter(([, value]) => value);
  const filtered = subscribeFilters && wanted.length > 0;
  const absolute = (address: string | undefined): string | undefined => {
    if (!address || !URL.canParse(address, base)) return undefined;
    const url = new URL(address, base);
    if (url.protocol === 'webcal:') return absolute(`https:${address.trim().slice('webcal:'.length)}`);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
    if (filtered) for (const [name, value] of wanted) url.searchParams.set(name, String(value));
    return url.href;
  };
  const https = absolute(subscribeUrl);
  if (!https) return undefined;
  const [rss, json] = [absolute(feeds?.rss), absolute(feeds?.json)];
  return { https, webcal: https.replace(/^https?:/, 'webcal:'), filtered, ...(rss && { rss }), ...(json && { json }) };
}
