import type { Backend } from '../../../../src/backend/ports.ts';
import type { VrBlogFeed } from '../../../../src/elements/blog-feed/vr-blog-feed.ts';
import '../../../../src/elements/blog-feed/vr-blog-feed.define.ts';
import { postsOf } from '../../../../stories/blog-feed/sample-backend.ts';
import { NOW, SAMPLE_POSTS } from '../../../../stories/blog-feed/sample-posts.ts';
import { all, isShown } from '../../support/deep.ts';

export { appears, control, says } from '../../idea-board/support/board-stage.ts';

const realNow = Date.now;
const stages: HTMLElement[] = [];

export function clearFeeds(): void {
  Date.now = realNow;
  for (const stage of stages.splice(0)) stage.remove();
  document.documentElement.lang = 'de';
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

export interface FeedOptions {
  /** Attributes, as they stand in the tag. */
  readonly attributes?: string;
  readonly backend?: Backend | null;
  /** Width of the column in CSS pixels. */
  readonly width?: number;
}

/** A feed on the page, with the sample posts unless another backend is given. */
export async function putFeed({
  attributes = '',
  backend = postsOf(SAMPLE_POSTS),
  width = 900,
}: FeedOptions = {}): Promise<VrBlogFeed> {
  Date.now = () => Date.parse(NOW);
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  stage.innerHTML = `<vr-blog-feed loading="eager" ${attributes}><a href="/berichte">Zu den Berichten</a></vr-blog-feed>`;
  document.body.append(stage);
  stages.push(stage);
  const feed = stage.querySelector('vr-blog-feed')!;
  if (backend) feed.backend = backend;
  await feed.updateComplete;
  return feed;
}

/** Titles of the posts that are shown, in their order. */
export const titles = (root: Element): string[] =>
  all(root, '.title a')
    .filter(isShown)
    .map((link) => link.textContent?.trim() ?? '');

/** What was last said of the number of posts. */
export const announced = (root: Element): string => all(root, '.base > [role=status]')[0]?.textContent?.trim() ?? '';

/** Types into a field without a pause between the letters, however busy the machine is. */
export function typeInto(field: HTMLElement, text: string): void {
  const input = field as HTMLInputElement;
  for (let end = 1; end <= text.length; end++) {
    input.value = text.slice(0, end);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}
