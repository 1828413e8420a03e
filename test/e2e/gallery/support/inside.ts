import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** What the page's realm knows by `teachPage`. */
export interface Taught {
  deepElements(root: Element): HTMLElement[];
  deepHit(x: number, y: number): Element | null;
}

/** Lets pages be asked about what stands in shadow roots. */
export async function teachPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const walk = (nodes: ParentNode, found: Element[]): void => {
      for (const element of nodes.children) {
        found.push(element);
        if (element.shadowRoot) walk(element.shadowRoot, found);
        walk(element, found);
      }
    };
    Object.assign(globalThis, {
      deepElements(root: Element): Element[] {
        const found = [root];
        walk(root.shadowRoot ?? root, found);
        return found;
      },
      deepHit(x: number, y: number): Element | null {
        let hit = document.elementFromPoint(x, y);
        for (;;) {
          const inner = hit?.shadowRoot?.elementFromPoint(x, y);
          if (!inner || inner === hit) return hit;
          hit = inner;
        }
      },
    });
  });
}

/** What a host's style sheet could spoil, element by element of a widget and all it is drawn of. */
const STYLES = [
  'display',
  'font-size',
  'font-style',
  'font-weight',
  'line-height',
  'text-align',
  'text-indent',
  'text-transform',
  'white-space',
  'visibility',
  'width',
  'height',
] as const;

/** The looks of a widget as lines of text. */
export const looksOf = (widget: Locator, styles: readonly string[] = STYLES): Promise<string[]> =>
  widget.evaluate((root, names) => {
    const elements = (globalThis as unknown as Taught).deepElements(root);
    return elements.map((element) => {
      const style = getComputedStyle(element);
      const name = `${element.localName}.${element.getAttribute('class') ?? ''}`;
      return [name, ...names.map((each) => `${each}: ${style.getPropertyValue(each)}`)].join('; ');
    });
  }, styles);

/** Asserts that two looks are the same, and tells the first few lines that are not. */
export function sameLooks(actual: readonly string[], wanted: readonly string[], what: string): void {
  assert.ok(wanted.length > 20, `${what} is drawn`);
  const different = wanted.flatMap((line, index) =>
    line === actual[index] ? [] : [`${actual[index]}\n    not ${line}`],
  );
  assert.equal(different.length, 0, `${what}: ${different.length} differ\n  ${different.slice(0, 12).join('\n  ')}`);
  assert.equal(actual.length, wanted.length, what);
}

/** What of a widget stands beside its own box, or is cut in itself; hidden words and closed boxes aside. */
export const overflowsOf = (widget: Locator): Promise<string[]> =>
  widget.evaluate((root) => {
    const { left, right } = root.getBoundingClientRect();
    const isClipped = (element: Element): boolean => {
      for (let at: Element | null = element; at && at !== root;) {
        const { overflowX, clipPath, position } = getComputedStyle(at);
        if (clipPath !== 'none' || position === 'fixed' || (at !== element && overflowX !== 'visible')) return true;
        at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host ?? null;
      }
      return false;
    };
    return (globalThis as unknown as Taught)
      .deepElements(root)
      .filter((element) => {
        if (!element.checkVisibility()) return false;
        const box = element.getBoundingClientRect();
        return box.width > 1 && (box.left < left - 1 || box.right > right + 1) && !isClipped(element);
      })
      .map((element) => {
        const box = element.getBoundingClientRect();
        return `${element.localName}.${element.getAttribute('class') ?? ''} ${box.left} to ${box.right} in ${left} to ${right}`;
      });
  });
