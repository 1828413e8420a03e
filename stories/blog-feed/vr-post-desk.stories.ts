import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { VrPostDesk } from '../../src/elements/blog-feed/post-desk/vr-post-desk.ts';
import '../../src/elements/blog-feed/post-desk/vr-post-desk.define.ts';
import type { PostState } from '../../src/model/post.ts';
import { framed } from '../support/story-frame.ts';
import { AYLA, MODERATOR, ownPost, writingPort } from './writing-port.ts';

const STATES: readonly PostState[] = ['returned', 'draft', 'pending', 'scheduled', 'published', 'withdrawn'];

const meta: Meta<VrPostDesk> = {
  title: 'Posts/vr-post-desk',
  component: 'vr-post-desk',
  render: (args) => framed(html`<vr-post-desk .port=${args.port} .me=${args.me ?? AYLA}></vr-post-desk>`),
};
export default meta;
type Story = StoryObj<VrPostDesk>;

/** One's own posts in every state. */
export const Default: Story = { args: { port: writingPort(STATES.map((state) => ownPost(state))) } };

/** What waits for a moderator stands before their own. */
export const Queue: Story = {
  args: {
    port: writingPort([ownPost('pending', { ideaTitle: 'Sitzungsvorlagen auf einer Seite' })], { who: 'moderator' }),
    me: MODERATOR,
  },
};
