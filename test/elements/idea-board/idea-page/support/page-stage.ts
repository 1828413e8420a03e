import type { VrIdeaPage } from '../../../../../src/elements/idea-board/idea-page/vr-idea-page.ts';
import '../../../../../src/elements/idea-board/idea-page/vr-idea-page.define.ts';
import type { Idea } from '../../../../../src/model/idea.ts';
import { NOW } from '../../../../../stories/idea-board/page-ideas.ts';
import { portOf, ROSA_SIGNED_IN } from '../../../../../stories/idea-board/page-ports.ts';
import { framed } from '../../../../../stories/support/story-frame.ts';
import { render } from 'lit';
import { all, byName, isShown, textOf } from '../../../support/deep.ts';
import { waitUntil } from '../../../support/wait-until.ts';

const realNow = Date.now;
const stages: HTMLElement[] = [];

/** Takes everything away again. */
export function clearStage(): void {
  Date.now = realNow;
  for (const stage of stages.splice(0)) stage.remove();
  document.documentElement.lang = 'de';
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

/** The page of an idea, drawn with everything that belongs to it. */
export async function putPage(
  idea: Idea,
  { width = 1000, ...more }: Partial<VrIdeaPage> & { readonly width?: number } = {},
): Promise<VrIdeaPage> {
  Date.now = () => Date.parse(NOW);
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  document.body.append(stage);
  stages.push(stage);
  const page = document.createElement('vr-idea-page');
  Object.assign(page, { idea, port: portOf(idea), me: ROSA_SIGNED_IN, ...more });
  render(framed(page as never), stage);
  await waitUntil(() => all(page, 'article')[0]?.getAttribute('aria-busy') === 'false' || !isBusy(page), 'settles');
  await page.updateComplete;
  return page;
}

const isBusy = (page: VrIdeaPage): boolean => page.shadowRoot?.querySelector('[aria-busy=true]') !== null;

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
  await waitUntil(() => {
    try {
      return isShown(byName(root, name));
    } catch {
      return false;
    }
  }, `a control called ${name}`);
  const control = byName(root, name);
  control.click();
  return control;
}

/** A field by the words of its label. */
export function fieldOf<E extends HTMLElement = HTMLInputElement>(root: Element, label: string | RegExp): E {
  const found = all<HTMLLabelElement>(root, 'label').find((each) => {
    const words = (each.textContent ?? '').replace(/\s+/g, ' ').trim();
    return typeof label === 'string' ? words.startsWith(label) : label.test(words);
  });
  if (!found) throw new Error(`No field is called ${label}`);
  const control = found.control ?? (found.getRootNode() as ShadowRoot).getElementById(found.htmlFor);
  if (!control) throw new Error(`The label ${label} has no field`);
  return control as E;
}

/** Writes into a field, as typing does. */
export function write(root: Element, label: string | RegExp, text: string): void {
  const field = fieldOf(root, label);
  field.value = text;
  field.dispatchEvent(new CustomEvent('input', { bubbles: true }));
  field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
}

/** Ticks or chooses what a label says. */
export const tick = (root: Element, label: string | RegExp): void => fieldOf(root, label).click();
