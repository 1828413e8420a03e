import { sendKeys, sendMouse } from '@web/test-runner-commands';

/** Presses a key, with others held down. */
export async function press(key: string, ...held: string[]): Promise<void> {
  for (const down of held) await sendKeys({ down });
  await sendKeys({ press: key });
  for (const up of held) await sendKeys({ up });
}

export const type = (text: string): Promise<void> => sendKeys({ type: text });

/** Clicks with the mouse on the middle of an element, or at a place of the page. */
export async function click(target: Element | readonly [number, number]): Promise<void> {
  let at = target as readonly [number, number];
  if (target instanceof Element) {
    target.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = target.getBoundingClientRect();
    at = [left + width / 2, top + height / 2];
  }
  await sendMouse({ type: 'click', position: [Math.round(at[0]), Math.round(at[1])] });
}
