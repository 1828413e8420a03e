import { render } from 'lit';
import '../../../../../src/elements/event-calendar/event-program/vr-event-program.define.ts';
import type { VrEventProgram } from '../../../../../src/elements/event-calendar/event-program/vr-event-program.ts';
import type { CalendarEvent } from '../../../../../src/model/calendar-event.ts';
import { CAMP_NOW, campPort, MEMBER } from '../../../../../stories/event-calendar/sample-camp.ts';
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
  localStorage.clear();
  sessionStorage.clear();
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

/** Lets the page believe that it is this moment. */
export function setNow(now: string): void {
  Date.now = () => Date.parse(now);
}

/** A programme in a column of this width, with its sessions there. */
export async function putProgram(
  event: CalendarEvent,
  { width = 1000, ...more }: Partial<VrEventProgram> & { readonly width?: number } = {},
): Promise<VrEventProgram> {
  setNow(CAMP_NOW);
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  document.body.append(stage);
  stages.push(stage);
  const program = document.createElement('vr-event-program');
  Object.assign(program, { event, port: campPort(event), me: MEMBER, ...more });
  render(framed(program as never), stage);
  await waitUntil(() => all(program, 'section')[0]?.getAttribute('aria-busy') === 'false', 'settles');
  const isNarrow = width < 640;
  if (event.sessions?.length) {
    await waitUntil(() => all(program, isNarrow ? '.at' : 'table, .at').length > 0, 'the plan is drawn');
    if (isNarrow) await waitUntil(() => all(program, 'table').length === 0, 'the list is drawn');
  }
  return program;
}

/** Waits until it says something. */
export const says = (root: Element, text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? textOf(root).includes(text) : text.test(textOf(root))),
    `says ${text}`,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it says: ${textOf(root).slice(0, 3000)}`);
  });

/** Waits until something can be seen, and gives it back. */
export async function appears<E extends HTMLElement = HTMLElement>(root: Element, selector: string): Promise<E> {
  await waitUntil(() => all(root, selector).some(isShown), `${selector} appears`);
  return all<E>(root, selector).find(isShown)!;
}

/** Clicks what is called so, as soon as it is there. */
export async function choose(root: Element, name: string | RegExp): Promise<HTMLElement> {
  const find = (): HTMLElement | undefined => {
    try {
      return byName(root, name);
    } catch {
      return undefined;
    }
  };
  await waitUntil(() => find() !== undefined && isShown(find()!), `a control called ${name}`);
  const control = find()!;
  control.click();
  return control;
}

/** A field by the words of its label. */
export function fieldOf<E extends HTMLElement = HTMLInputElement>(root: Element, label: string): E {
  const found = all<HTMLLabelElement>(root, 'label').find((each) => (each.textContent ?? '').trim().startsWith(label));
  const control = found?.control ?? (found && (found.getRootNode() as ShadowRoot).getElementById(found.htmlFor));
  if (!control) throw new Error(`No field is called ${label}`);
  return control as E;
}

/** Writes into a field, as typing does. */
export function write(root: Element, label: string, text: string): void {
  const field = fieldOf(root, label);
  field.value = text;
  field.dispatchEvent(new CustomEvent('input', { bubbles: true }));
  field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
}
