import type { HubConfig } from '../config/config.ts';
import { sitePolicy } from '../http/security-headers.ts';

type Framing = Pick<HubConfig, 'embed' | 'frameAncestors' | 'signIn' | 'cors'>;

/**
 * Pages that may frame the pages below `/embed`. They show what everybody may see, so any page may, unless the
 * configuration says otherwise. Where a browser signs its reader in within foreign frames too, by a proxy or by cookies
 * that go to other sites, a page around could have its reader click on what they do not see: then those of the site
 * hold.
 */
export function embedAncestors({ embed, frameAncestors, signIn, cors }: Framing): readonly string[] {
  if (embed.frameAncestors) return embed.frameAncestors;
  return signIn.mode === 'proxy' || cors.credentials ? frameAncestors : ['*'];
}

/** The policy of the pages for frames; the widgets work under it without exceptions. */
export const embedPolicy = (config: Framing): string =>
  sitePolicy({ frameAncestors: [...embedAncestors(config)] }, { 'frame-src': null, 'manifest-src': null });

/** Whether scripts of a frame without an origin of its own may read the hub's answers. */
export const isOpenToAll = ({ cors }: Pick<HubConfig, 'cors'>): boolean => cors.origins.includes('*');
