import type { Backend } from '../../../../src/backend/ports.ts';
import type { VrIdeaBoard } from '../../../../src/elements/idea-board/vr-idea-board.ts';
import '../../../../src/elements/idea-board/vr-idea-board.define.ts';
import { ideasOf } from '../../../../stories/idea-board/sample-backend.ts';
import { NOW, SAMPLE_IDEAS } from '../../../../stories/idea-board/sample-ideas.ts';
import { all, byName, isShown, textOf } from '../../support/deep.ts';
import { waitUntil } from '../../support/wait-until.ts';

const realNow = Date.now;
const stages: HTMLElement[] = [];

export function clearBoards(): void {
  Date.now = realNow;
  for (const stage of stages.splice(0)) stage.remove();
  document.documentElement.lang = 'de';
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

export interface BoardOptions {
  /** Attributes, as they stand in the tag. */
  readonly attributes?: string;
  readonly backend?: Backend | null;
  /** Width of the column in CSS pixels. */
  readonly width?: number;
}

/** A board on the page, with the sample ideas unless another backend is given. */
export async function putBoard({
  attributes = '',
  backend = ideasOf(SAMPLE_IDEAS),
  width = 900,
}: BoardOptions = {}): Promise<VrIdeaBoard> {
  Date.now = () => Date.parse(NOW);
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  stage.innerHTML = `<vr-idea-board loading="eager" ${attributes}><a href="/ideen">Zu den Ideen</a></vr-idea-board>`;
  document.body.append(stage);
  stages.push(stage);
  const board = stage.querySelector('vr-idea-board')!;
  if (backend) board.backend = backend;
  await board.updateComplete;
  return board;
}

/** Waits until the page says something. */
export const says = (element: Element, text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? textOf(element).includes(text) : text.test(textOf(element))),
    `says ${text}`,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it says: ${textOf(element).slice(0, 800)}`);
  });

/** Waits until something can be seen, and gives it back. */
export async function appears(root: Element, selector: string): Promise<HTMLElement> {
  await waitUntil(() => all(root, selector).some(isShown), `${selector} appears`);
  return all(root, selector).find(isShown)!;
}

/** Waits until a control is there, and gives it back. */
export async function control(root: Element, name: string | RegExp): Promise<HTMLElement> {
  let found: HTMLElement | undefined;
  await waitUntil(() => {
    try {
      found = byName(root, name);
    } catch {
      found = undefined;
    }
    return found !== undefined && isShown(found);
  }, `${name} appears`);
  return found!;
}

/** Titles of the ideas that are shown, in their order. */
export const titles = (root: Element): string[] =>
  all(root, '[data-open]')
    .filter(isShown)
    .map((title) => title.textContent?.trim() ?? '');

/** What the board tells screen readers beside what is seen. */
export const announced = (board: Element): string =>
  all(board, '.visually-hidden[role=status]')
    .map((region) => region.textContent?.trim() ?? '')
    .join(' ')
    .trim();
