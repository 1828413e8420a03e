import DOMPurify, { type Config } from 'dompurify';
import { trustedPolicy } from '../backend/trusted-types.ts';

/** Cleans HTML by DOMPurify, for browsers without `Element.setHTML`. Its own Trusted Types policy would need a name on the page's list, so it takes ours. */
export function purify(html: string, elements: readonly string[], attributes: readonly string[]): DocumentFragment {
  const policy = trustedPolicy();
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...elements],
    ALLOWED_ATTR: [...attributes],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
    ...(policy ? { TRUSTED_TYPES_POLICY: policy as unknown as NonNullable<Config['TRUSTED_TYPES_POLICY']> } : {}),
  });
}
