import { warnOnce } from '../internal/warn.ts';
import { linkPatterns } from './link-pattern.ts';
import { isAloneInBlock, linkTarget, type LinkTarget } from './link-target.ts';
import { createWidget, fillMount, mountAttributes, wrapLink } from './mount.ts';
import { isTag, TAGS } from './tag-map.ts';

const MOUNTED = 'data-vr-mounted';

/**
 * Turns mounts and links into widgets, each once: `div.vr-mount[data-vr-widget]`, `a.vr-embed`, `span.vr-embed` around a
 * link, and bare links to an address of `links` (`data-vr-links`) that are all of their block.
 */
export function startMounts(
  elements: readonly HTMLElement[],
  links: string | undefined,
  load: (tag: string) => Promise<boolean>,
): void {
  const listed = linkPatterns(links, location.href);
  for (const element of elements) {
    if (!element.isConnected || element.hasAttribute(MOUNTED) || isInsideWidget(element)) continue;
    const isLink = element instanceof HTMLAnchorElement;
    const target = isLink ? targetOfLink(element, listed) : targetOfMount(element);
    if (!target) continue;
    const tag = `vr-${target.widget}`;
    if (!isTag(tag)) {
      warnOnce('VR012', `There is no widget "${target.widget}"; there are: ${widgetNames()}.`, element);
      continue;
    }
    element.setAttribute(MOUNTED, '');
    void load(tag).then((defined) => {
      if (!defined) element.removeAttribute(MOUNTED);
      else (isLink ? wrapLink : fillMount)(element, createWidget(element.ownerDocument, tag, target.attributes));
    });
  }
}

function targetOfLink(link: HTMLAnchorElement, listed: readonly RegExp[]): LinkTarget | undefined {
  const chosen = link.classList.contains('vr-embed');
  if (!chosen && !(listed.some((pattern) => pattern.test(link.href)) && isAloneInBlock(link))) return undefined;
  return targetOf(link, link);
}

function targetOfMount(element: HTMLElement): LinkTarget | undefined {
  // Wikis let a link have no class of ours, but a span around it.
  if (element.classList.contains('vr-embed'))
    return targetOf(element, element.querySelector<HTMLAnchorElement>('a[href]'));
  return element.hasAttribute('data-vr-widget') ? targetOf(element, null) : undefined;
}

/** Attributes of ours say more than the address of the link does. */
function targetOf(element: HTMLElement, link: HTMLAnchorElement | null): LinkTarget | undefined {
  const given = mountAttributes(element);
  const named = element.getAttribute('data-vr-widget');
  const target = link && /^https?:$/.test(link.protocol) ? linkTarget(link.href) : undefined;
  if (named === null) return target && { ...target, attributes: { ...target.attributes, ...given } };
  const widget = named.replace(/^vr-/, '');
  if ('src' in given || 'backend' in given) return { widget, attributes: given };
  const own = target?.widget === widget ? target.attributes : link ? { src: link.href } : {};
  return { widget, attributes: { ...own, ...given } };
}

const widgetNames = (): string =>
  Object.keys(TAGS)
    .filter((tag) => tag !== 'vr-backend')
    .map((tag) => tag.slice(3))
    .join(', ');

/** Links inside a tag or a mount are what stands there without the script. */
function isInsideWidget(element: Element): boolean {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent.localName === 'vr-backend') continue;
    if (parent.localName.startsWith('vr-') || parent.matches('.vr-mount,.vr-embed')) return true;
  }
  return false;
}
