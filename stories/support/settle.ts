import { expect, waitFor } from 'storybook/test';

/** Everything that matches, in whatever shadow root it stands. */
export function findAll<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): E[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element as E] : []),
    ...(element.shadowRoot ? findAll<E>(element.shadowRoot, selector) : []),
  ]);
}

/** The first that matches and can be seen, as soon as it is there. */
export async function find<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Promise<E> {
  let found: E | undefined;
  await waitFor(
    async () => {
      found = findAll<E>(root, selector).find((element) => element.checkVisibility());
      await expect(found, `${selector} appears`).toBeTruthy();
    },
    { timeout: 10_000 },
  );
  return found!;
}

/** Waits until a text can be read. */
export async function reads(root: ParentNode, text: string): Promise<void> {
  await waitFor(
    async () => {
      const shown = findAll(root, '*').some(
        (element) => element.children.length < 4 && element.textContent?.includes(text) && element.checkVisibility(),
      );
      await expect(shown, `"${text}" is shown`).toBe(true);
    },
    { timeout: 10_000 },
  );
}

/** Lets the page believe that it is a fixed moment, until the story ends. */
export function stopClock(now: string): () => void {
  const { now: real } = Date;
  Date.now = () => Date.parse(now);
  return () => {
    Date.now = real;
  };
}
