/**
 * Gives the focus to a part of an element that was drawn anew, and brings the beginning of the element into sight where
 * it is not: above the view, behind a fixed head of the page (`--vr-sticky-top`, or the page's own `scroll-padding`), or
 * so far below that its contents would not be seen.
 * @param lowest share of the view's height from which on it counts as too far below
 */
export function showStart(element: HTMLElement, part: HTMLElement, lowest = Infinity): void {
  part.focus({ preventScroll: true });
  const head =
    parseFloat(getComputedStyle(element).scrollMarginBlockStart) +
    (parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0);
  const { top } = element.getBoundingClientRect();
  if (top < head || top > innerHeight * lowest) element.scrollIntoView({ block: 'start' });
}
