/** Whether a picture's address may be loaded on this page. */
export type AllowsImage = (url: string) => boolean;

/** Which hosts pictures may come from: the page's own, those that the editor has named, or none. */
export const IMAGE_POLICIES = ['own', 'listed', 'none'] as const;
export type ImagePolicy = (typeof IMAGE_POLICIES)[number];

/** No picture at all. */
export const NO_IMAGES: AllowsImage = () => false;

/** `host` of an address, or of a bare name; undefined where it is none. */
function hostOf(text: string): string | undefined {
  const address = text.replace(/^[a-z][a-z0-9-]*\+/i, '');
  const url = address.includes('/') ? address : `https://${address}`;
  return URL.canParse(url, location.href) ? new URL(url, location.href).host : undefined;
}

/**
 * What a policy allows. A reader's browser tells its address to every host that it loads a picture from: by default it is
 * the page's own host alone. `listed` adds the hosts of the `sources` and those that the editor has `named`, both as
 * written in attributes, parted by blanks, commas or semicolons.
 */
export function allowedImages(policy: ImagePolicy, sources = '', named = ''): AllowsImage {
  if (policy === 'none') return NO_IMAGES;
  const hosts = new Set([location.host]);
  if (policy === 'listed') {
    for (const word of [...sources.split(/\s+/), ...named.split(/[\s,;]+/)]) {
      const host = word && hostOf(word);
      if (host) hosts.add(host);
    }
  }
  return (url) => {
    if (!URL.canParse(url, location.href)) return false;
    const { protocol, host, origin } = new URL(url, location.href);
    // What this page has made itself contacts nobody.
    if (protocol === 'blob:') return origin === location.origin;
    // A page that is read safely is not to load something that others can read along.
    const isSafe = protocol === 'https:' || (protocol === 'http:' && location.protocol === 'http:');
    return isSafe && hosts.has(host);
  };
}
