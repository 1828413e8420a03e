import type { Backend } from '../../../../src/backend/ports.ts';
import type { VrIdeaSubmission } from '../../../../src/elements/idea-submission/vr-idea-submission.ts';
import '../../../../src/elements/idea-submission/vr-idea-submission.define.ts';
import { NOW, submissionBackend } from '../../../../stories/idea-submission/sample-backends.ts';
import { all, byName, focused, isShown, one, textOf } from '../../support/deep.ts';
import { waitUntil } from '../../support/wait-until.ts';

const stages: HTMLElement[] = [];
const realNow = Date.now;

export interface FormOptions {
  readonly attributes?: string;
  readonly backend?: Backend | null;
  readonly content?: string;
  readonly width?: number;
  /** How far down the page the form stands, as a CSS length; it then waits for the reader, as it does by default. */
  readonly below?: string;
}

/** A form on the page. */
export async function putForm({
  attributes = '',
  backend = submissionBackend(),
  content = '',
  width = 900,
  below,
}: FormOptions = {}): Promise<VrIdeaSubmission> {
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  if (below) stage.style.marginBlockStart = below;
  const loading = below ? 'lazy' : 'eager';
  stage.innerHTML = `<vr-idea-submission loading="${loading}" ${attributes}>${content}</vr-idea-submission>`;
  document.body.append(stage);
  stages.push(stage);
  const form = stage.querySelector('vr-idea-submission')!;
  if (backend) form.backend = backend;
  await form.updateComplete;
  return form;
}

/** Takes everything away again: elements, address, what was kept. */
export function clearStage(): void {
  Date.now = realNow;
  for (const stage of stages.splice(0)) stage.remove();
  document.documentElement.lang = 'de';
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  localStorage.clear();
  sessionStorage.clear();
}

/** Lets the page believe that it is the moment of the samples. */
export const stopClock = (): void => {
  Date.now = () => Date.parse(NOW);
};

/** Waits until the page says something. */
export const says = (element: Element, text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? textOf(element).includes(text) : text.test(textOf(element))),
    `says ${text}`,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it says: ${textOf(element).slice(0, 900)}`);
  });

/** Waits until something can be seen, and gives it back. */
export async function appears<E extends HTMLElement = HTMLElement>(root: Element, selector: string): Promise<E> {
  await waitUntil(() => all(root, selector).some(isShown), `${selector} appears`);
  return all<E>(root, selector).find(isShown)!;
}

/** Writes into a field, as a person would. */
export async function write(form: Element, name: string, text: string): Promise<void> {
  const field = await appears<HTMLInputElement>(form, `[name="${name}"]`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Chooses a radio button or a checkbox. */
export async function choose(form: Element, value: string): Promise<void> {
  (await appears<HTMLInputElement>(form, `input[value="${value}"]`)).click();
}

/** Presses a button by its name. */
export async function pressButton(form: Element, name: string | RegExp): Promise<void> {
  await waitUntil(() => {
    try {
      return isShown(byName(form, name, 'button'));
    } catch {
      return false;
    }
  }, `button ${name}`);
  byName(form, name, 'button').click();
}

/** Presses the button that leads on. */
export async function goOn(form: Element): Promise<void> {
  (await appears(form, 'button[type=submit]')).click();
}

export const PLACES = ['problem', 'idea', 'benefit', 'needs', 'preview'] as const;
export type Place = (typeof PLACES)[number];

/** Fills in the form as far as a place. */
export async function fillTo(form: Element, place: Place): Promise<void> {
  const to = PLACES.indexOf(place);
  await write(form, 'problem', 'Wir suchen jeden Morgen Werkzeug, das ein anderer Trupp mitgenommen hat.');
  if (to < 1) return;
  await goOn(form);
  await write(form, 'title', 'Ein Regal für Werkzeug, das alle brauchen');
  await write(form, 'summary', 'Seltenes Werkzeug steht an einem Ort, mit einer Liste, wer es gerade hat.');
  if (to < 2) return;
  await goOn(form);
  await write(form, 'benefitFor', 'Allen Trupps im Depot.');
  await write(form, 'place', 'Depot Nord');
  const [org] = all<HTMLSelectElement>(form, 'select[name=orgId]');
  if (org) {
    org.value = 'lindenhafen';
    org.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }
  await choose(form, 'between');
  await choose(form, 'kultur');
  if (to < 3) return;
  await goOn(form);
  await choose(form, 'legal');
  if (to < 4) return;
  await goOn(form);
  await says(form, 'Stimmt alles so?');
}

/** Fills in everything and submits. */
export async function submitAll(form: Element): Promise<void> {
  await fillTo(form, 'preview');
  await pressButton(form, 'Idee einreichen');
}

/** The heading has the focus and says this. */
export const headed = (text: string | RegExp): Promise<void> =>
  waitUntil(
    () => {
      const active = focused();
      if (active?.id !== 'heading') return false;
      const said = active.textContent?.replace(/\s+/g, ' ') ?? '';
      return typeof text === 'string' ? said.includes(text) : text.test(said);
    },
    `heading ${text} has the focus, not ${focused()?.outerHTML.slice(0, 120)}`,
  );

/** What the live region said last. */
export const announced = (form: Element): string =>
  one(form, 'p.visually-hidden[role=status]').textContent?.trim() ?? '';

/** A picture of one pixel, as a file. */
export const picture = (name = 'regal.png'): File =>
  new File(
    [
      Uint8Array.from(
        atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
        (char) => char.charCodeAt(0),
      ),
    ],
    name,
    { type: 'image/png' },
  );

/** Hands files to the picker. */
export async function pick(form: Element, ...files: File[]): Promise<void> {
  const input = await appears<HTMLInputElement>(form, 'input[type=file]');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new CustomEvent('change', { bubbles: true }));
}
