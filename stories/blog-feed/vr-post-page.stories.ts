import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { VrPostPage } from '../../src/elements/blog-feed/post-page/vr-post-page.ts';
import '../../src/elements/blog-feed/post-page/vr-post-page.define.ts';
import { allowedImages } from '../../src/internal/image-policy.ts';
import { untrustedHtml } from '../../src/model/common.ts';
import { framed } from '../support/story-frame.ts';
import { OWN_REPORT, REPORT } from './sample-article.ts';
import { SAMPLE_POSTS } from './sample-posts.ts';

const own = allowedImages('own');

const meta: Meta<VrPostPage> = {
  title: 'Posts/vr-post-page',
  component: 'vr-post-page',
  render: (args) =>
    framed(html`<vr-post-page
      .post=${args.post}
      .allowsImage=${own}
      .partial=${args.partial ?? false}
      .problem=${args.problem ?? ''}
      .preview=${args.preview ?? false}
      .editable=${args.editable ?? false}
      .share=${args.share}
      .storage=${args.storage ?? 'none'}
      .ideaUrl=${'https://lindenhafen.example/ideen'}
    ></vr-post-page>`),
};
export default meta;
type Story = StoryObj<VrPostPage>;

/** An experience report of a blog: its chapters were found in its text. */
export const Report: Story = { args: { post: REPORT, share: 'mail copy mastodon linkedin threema print' } };

/** A report that was written on the hub, seen by its author. */
export const Own: Story = { args: { post: OWN_REPORT, editable: true } };

/** The source passes on no more than the beginning. */
export const Beginning: Story = { args: { post: SAMPLE_POSTS[1]! } };

/** The reader is warned before the text; its language is another one and is written from right to left. */
export const Warned: Story = {
  args: {
    post: {
      ...SAMPLE_POSTS[3]!,
      title: 'ما تعلمناه من خطة الملفات',
      lang: 'ar',
      content: untrustedHtml('<p>بعد تسعة أشهر توقفنا. كان ذلك صحيحًا.</p>'),
    },
  },
};

/** The text is on its way. */
export const OnItsWay: Story = { args: { post: SAMPLE_POSTS[1]!, partial: true } };
