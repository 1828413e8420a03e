/** What a picture may bring along. Scripts that load lazily keep its address aside in the last two. */
export const ATTRIBUTES = ['src', 'alt', 'width', 'height', 'data-src', 'data-lazy-src'] as const;

/** Pictures so small only count readers. */
const PIXELS = 2;

/**
 * Cleans the pictures of a text that is no part of the page yet: only those stay that may be loaded, without a word to
 * their host of where they are shown. What was there for a picture alone goes with it.
 */
export function cleanPictures(
  root: Element,
  base: string | undefined,
  allows: (url: string) => boolean = () => false,
): void {
  for (const picture of root.querySelectorAll('img')) {
    const url = addressOf(picture, base);
    const sizes = [numberOf(picture, 'width'), numberOf(picture, 'height')];
    const counts = sizes.some((size) => size !== undefined && size <= PIXELS);
    if (url && !counts && allows(url)) keep(picture, url, sizes);
    else remove(picture, root);
  }
  // A link to the large picture has no name where the picture has none.
  for (const link of root.querySelectorAll('a')) {
    const picture = link.querySelector('img');
    if (picture?.getAttribute('alt') === '' && link.textContent.trim() === '') link.replaceWith(picture);
  }
}

function addressOf(picture: Element, base: string | undefined): string | undefined {
  for (const name of ['data-src', 'data-lazy-src', 'src']) {
    const text = picture.getAttribute(name)?.trim();
    if (!text || !URL.canParse(text, base)) continue;
    const { protocol, href } = new URL(text, base);
    if (protocol === 'https:' || protocol === 'http:') return href;
  }
  return undefined;
}

function numberOf(picture: Element, name: string): number | undefined {
  const text = picture.getAttribute(name);
  return text !== null && /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined;
}

function keep(picture: HTMLImageElement, url: string, [width, height]: readonly (number | undefined)[]): void {
  const alt = picture.getAttribute('alt') ?? '';
  for (const { name } of [...picture.attributes]) if (!['dir', 'lang'].includes(name)) picture.removeAttribute(name);
  // Lazily, and without telling where from, before it has an address.
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('decoding', 'async');
  picture.setAttribute('referrerpolicy', 'no-referrer');
  picture.setAttribute('alt', alt);
  if (width && height) {
    picture.setAttribute('width', String(width));
    picture.setAttribute('height', String(height));
  }
  picture.setAttribute('src', url);
}

/** Takes a picture away, and the link, the figure or the paragraph around it where nothing else is left to see. */
function remove(picture: Element, root: Element): void {
  let parent: Element | null = picture.parentElement;
  picture.remove();
  while (parent && parent !== root && parent.matches('a, figure, p')) {
    const next: Element | null = parent.parentElement;
    const rest = parent.cloneNode(true) as Element;
    // Words under a picture that is not there explain nothing.
    if (parent.matches('figure')) rest.querySelector('figcaption')?.remove();
    if (rest.textContent.trim() !== '' || rest.querySelector('img, table, hr')) return;
    parent.remove();
    parent = next;
  }
}
