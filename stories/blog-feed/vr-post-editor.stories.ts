import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { BackendError } from '../../src/backend/backend-error.ts';
import type { VrPostEditor } from '../../src/elements/blog-feed/post-editor/vr-post-editor.ts';
import '../../src/elements/blog-feed/post-editor/vr-post-editor.define.ts';
import { framed } from '../support/story-frame.ts';
import { AYLA, MODERATOR, ownPost, STRANGER, writingPort } from './writing-port.ts';

const meta: Meta<VrPostEditor> = {
  title: 'Posts/vr-post-editor',
  component: 'vr-post-editor',
  render: (args) =>
    framed(html`<vr-post-editor
      .port=${args.port}
      .postId=${args.postId}
      .ideaId=${args.ideaId}
      .me=${args.me ?? AYLA}
      .account=${args.account}
    ></vr-post-editor>`),
};
export default meta;
type Story = StoryObj<VrPostEditor>;

/** A report of an idea: what its trial and practice record say stands in the form. */
export const FromIdea: Story = { args: { port: writingPort(), ideaId: 'i-7' } };

/** The moderators have asked something; pictures are described. */
export const Returned: Story = { args: { port: writingPort([ownPost('returned')]), postId: 'p-returned' } };

/** A moderator reads what waits, as its readers will. */
export const Examined: Story = {
  args: { port: writingPort([ownPost('pending')], { who: 'moderator' }), postId: 'p-pending', me: MODERATOR },
};

export const Stranger: Story = {
  args: {
    port: writingPort(),
    me: STRANGER,
    account: { me: () => Promise.resolve(STRANGER), signIn: () => Promise.resolve(false) },
  },
};

export const Failed: Story = {
  args: {
    port: { ...writingPort(), get: () => Promise.reject(new BackendError('timeout', 'Planned failure')) },
    postId: 'p-draft',
  },
};
