import { sendKeys, sendMouse } from '@web/test-runner-commands';

/** Presses a key, with others held down. */
export async function press(key: string, ...held: string[]): Promise<void> {
  for (const down of held) await sendKeys({ down });
  await sendKeys({ press: key });
  for (const up of held) await sendKeys({ up });
}

export const type = (text: string): Promise<void> => sendKeys({ type: text });

/** Frames in which something must not have moved, and how many to wait for it at most. */
const STILL = 6;
const PATIENCE = 300;

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** The middle of an element in the window, once it stands still: a dialog rises, and its contents come in later. */
async function middleOf(target: Element): Promise<readonly [number, number]> {
  let last = '';
  for (let frame = 0, still = 0; still < STILL && frame < PATIENCE; frame++) {
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = target.getBoundingClientRect();
    const now = [left, top, width, height].join(' ');
    still = now === last ? still + 1 : 0;
    last = now;
    await nextFrame();
  }
  const { left, top, width, height } = target.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/** Clicks with the mouse on the middle of an element, or at a place of the page. */
export async function click(target: Element | readonly [number, number]): Promise<void> {
  const at = target instanceof Element ? await middleOf(target) : target;
  await sendMouse({ type: 'click', position: [Math.round(at[0]), Math.round(at[1])] });
}
