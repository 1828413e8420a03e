import type { Backend } from '../../../../src/backend/ports.ts';
import '../../../../src/elements/peer-profile/vr-peer-profile.define.ts';
import type { VrPeerProfile } from '../../../../src/elements/peer-profile/vr-peer-profile.ts';
import { NOW, profileBackend } from '../../../../stories/peer-profile/sample-profiles.ts';
import { all, byName, focused, isShown, one, textOf } from '../../support/deep.ts';
import { waitUntil } from '../../support/wait-until.ts';

const stages: HTMLElement[] = [];
const realNow = Date.now;

export interface ProfileOptions {
  readonly attributes?: string;
  readonly backend?: Backend;
  readonly width?: number;
}

/** The reader's own entry on the page, at the moment of the samples. */
export async function putProfile({
  attributes = '',
  backend = profileBackend(),
  width = 1100,
}: ProfileOptions = {}): Promise<VrPeerProfile> {
  Date.now = () => Date.parse(NOW);
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  stage.innerHTML = `<vr-peer-profile loading="eager" ${attributes}></vr-peer-profile>`;
  document.body.append(stage);
  stages.push(stage);
  const profile = stage.querySelector('vr-peer-profile')!;
  profile.backend = backend;
  await profile.updateComplete;
  return profile;
}

/** The entry with its form. */
export async function putForm(options: ProfileOptions = {}): Promise<VrPeerProfile> {
  const profile = await putProfile(options);
  await appears(profile, '#in-headline');
  return profile;
}

export function clearStage(): void {
  Date.now = realNow;
  for (const stage of stages.splice(0)) stage.remove();
  document.documentElement.lang = 'de';
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  localStorage.clear();
  sessionStorage.clear();
}

/** Waits until the page says something. */
export const says = (root: Element, text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? textOf(root).includes(text) : text.test(textOf(root))),
    `says ${text}`,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it says: ${textOf(root).slice(-2600)}`);
  });

/** Waits until something can be seen, and gives it back. */
export async function appears<E extends HTMLElement = HTMLElement>(root: Element, selector: string): Promise<E> {
  await waitUntil(() => all(root, selector).some(isShown), `${selector} appears`);
  return all<E>(root, selector).find(isShown)!;
}

/** Writes into a field, as a person would. */
export async function write(root: Element, selector: string, text: string): Promise<void> {
  const field = await appears<HTMLInputElement>(root, selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settle(root);
}

/** Chooses in a list, or a radio button. */
export async function choose(root: Element, selector: string, value?: string): Promise<void> {
  const field = await appears<HTMLSelectElement>(root, selector);
  if (value === undefined) field.click();
  else {
    field.value = value;
    field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }
  await settle(root);
}

/** Presses a button by its name. */
export async function press(root: Element, name: string | RegExp): Promise<void> {
  await waitUntil(() => {
    try {
      return isShown(byName(root, name, 'button'));
    } catch {
      return false;
    }
  }, `button ${name}`);
  byName(root, name, 'button').click();
  await settle(root);
}

/** Hands a file to the field for files of a part. */
export async function pick(root: Element, part: 'vr-peer-photo' | 'vr-peer-import', file: File): Promise<void> {
  const element = await appears(root, part);
  await waitUntil(() => all(element, 'input[type=file]').length > 0, `${part} takes files`);
  const [input] = all<HTMLInputElement>(element, 'input[type=file]');
  const files = new DataTransfer();
  files.items.add(file);
  input!.files = files.files;
  input!.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  await settle(root);
}

/** Opens a part that few need. */
export async function open(root: Element, part: 'data' | 'import'): Promise<void> {
  await appears(root, 'vr-form');
  one(root, `details[data-part=${part}] summary`).click();
}

/** Lets everything draw what it has heard. */
export async function settle(root: Element): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await (root as Partial<VrPeerProfile>).updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Waits until what has the focus says this. */
export const focusSays = (text: string | RegExp): Promise<void> =>
  waitUntil(
    () => {
      const said = focused()?.textContent?.replace(/\s+/g, ' ') ?? '';
      return typeof text === 'string' ? said.includes(text) : text.test(said);
    },
    `${text} has the focus, not ${focused()?.outerHTML.slice(0, 200)}`,
  );

/** A picture as a file. */
export async function picture(width: number, height: number, name = 'ich.png'): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#7a9';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#246';
  context.fillRect(width / 4, height / 4, width / 2, height / 2);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob!], name, { type: 'image/png' });
}
