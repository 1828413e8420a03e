import type { Backend } from '../../../../src/backend/ports.ts';
import type { VrPeerDirectory } from '../../../../src/elements/peer-directory/vr-peer-directory.ts';
import '../../../../src/elements/peer-directory/vr-peer-directory.define.ts';
import { peersOf } from '../../../../stories/peer-directory/sample-backend.ts';
import { NOW, SAMPLE_PEERS } from '../../../../stories/peer-directory/sample-peers.ts';
import { all, isShown } from '../../support/deep.ts';

export { appears, control, says } from '../../idea-board/support/board-stage.ts';

const realNow = Date.now;
const stages: HTMLElement[] = [];

export function clearDirectories(): void {
  Date.now = realNow;
  for (const stage of stages.splice(0)) stage.remove();
  document.documentElement.lang = 'de';
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

export interface DirectoryOptions {
  /** Attributes, as they stand in the tag. */
  readonly attributes?: string;
  readonly backend?: Backend | null;
  /** Width of the column in CSS pixels. */
  readonly width?: number;
}

/** A directory on the page, with the sample people unless another backend is given. */
export async function putDirectory({
  attributes = '',
  backend = peersOf(SAMPLE_PEERS),
  width = 900,
}: DirectoryOptions = {}): Promise<VrPeerDirectory> {
  Date.now = () => Date.parse(NOW);
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  stage.innerHTML = `<vr-peer-directory loading="eager" ${attributes}><a href="/menschen">Zu den Menschen</a></vr-peer-directory>`;
  document.body.append(stage);
  stages.push(stage);
  const directory = stage.querySelector('vr-peer-directory')!;
  if (backend) directory.backend = backend;
  await directory.updateComplete;
  return directory;
}

/** Names of the people who are shown, in their order. */
export const names = (root: Element): string[] =>
  all(root, '[data-open]')
    .filter(isShown)
    .map((link) => link.textContent?.trim() ?? '');

/** What was last said of the number of people. */
export const announced = (root: Element): string => all(root, '.base > [role=status]')[0]?.textContent?.trim() ?? '';

/** Types into a field as a reader does, letter by letter. */
export function type(field: HTMLElement, text: string): void {
  const input = field as HTMLInputElement;
  for (let end = 1; end <= text.length; end++) {
    input.value = text.slice(0, end);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}
