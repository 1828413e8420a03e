import { render } from 'lit';
import type { VrEventPage } from '../../../../../src/elements/event-calendar/event-page/vr-event-page.ts';
import '../../../../../src/elements/event-calendar/event-page/vr-event-page.define.ts';
import type { CalendarEvent } from '../../../../../src/model/calendar-event.ts';
import { NOW } from '../../../../../stories/event-calendar/page-events.ts';
import { memberAccount, ROSA_SIGNED_IN, samplePort } from '../../../../../stories/event-calendar/page-ports.ts';
import { framed } from '../../../../../stories/support/story-frame.ts';
import { all, byName, isShown, textOf } from '../../../support/deep.ts';
import { waitUntil } from '../../../support/wait-until.ts';

const realNow = Date.now;
const stages: HTMLElement[] = [];

/** Takes everything away again. */
export function clearStage(): void {
  Date.now = realNow;
  for (const stage of stages.splice(0)) stage.remove();
  document.documentElement.lang = 'de';
  sessionStorage.clear();
  localStorage.clear();
}

/** The page of an event as its calendar shows it, drawn with all that comes later. */
export async function putPage(
  event: CalendarEvent,
  { width = 700, ...more }: Partial<VrEventPage> & { readonly width?: number } = {},
): Promise<VrEventPage> {
  Date.now = () => Date.parse(NOW);
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  document.body.append(stage);
  stages.push(stage);
  const page = document.createElement('vr-event-page');
  Object.assign(page, { event, port: samplePort(event), account: memberAccount(), me: ROSA_SIGNED_IN, ...more });
  render(framed(page as never), stage);
  await says(page, event.title);
  await appears(page, '#title');
  return page;
}

/** Waits until the page says something. */
export const says = (page: Element, text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? textOf(page).includes(text) : text.test(textOf(page))),
    `says ${text}`,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it says: ${textOf(page).slice(0, 3000)}`);
  });

/** Waits until something can be seen, and gives it back. */
export async function appears<E extends HTMLElement = HTMLElement>(root: Element, selector: string): Promise<E> {
  await waitUntil(() => all(root, selector).some(isShown), `${selector} appears`);
  return all<E>(root, selector).find(isShown)!;
}

/** Clicks what is called so, as soon as it is there. */
export async function choose(root: Element, name: string | RegExp): Promise<HTMLElement> {
  await waitUntil(() => has(root, name), `a control called ${name}`);
  const control = byName(root, name);
  control.click();
  return control;
}

/** Whether a reader finds what is called so. */
export function has(root: Element, name: string | RegExp): boolean {
  try {
    return isShown(byName(root, name));
  } catch {
    return false;
  }
}

/** Types into a field, as a reader does. */
export function type(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
