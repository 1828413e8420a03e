import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { BackendError } from '../../src/backend/backend-error.ts';
import type { VrContactInbox } from '../../src/elements/peer-directory/peer-contact/vr-contact-inbox.ts';
import '../../src/elements/peer-directory/peer-contact/vr-contact-inbox.define.ts';
import { framed } from '../support/story-frame.ts';
import { ROSA, STRANGER } from './contact-people.ts';
import { contactPort } from './contact-port.ts';

const meta: Meta<VrContactInbox> = {
  title: 'Peers/vr-contact-inbox',
  component: 'vr-contact-inbox',
  render: (args) =>
    framed(html`<vr-contact-inbox
      .port=${args.port}
      .requestId=${args.requestId}
      .me=${args.me ?? ROSA}
      .account=${args.account}
      .profileUrl=${'https://lindenhafen.example/mein-eintrag'}
    ></vr-contact-inbox>`),
};
export default meta;
type Story = StoryObj<VrContactInbox>;

/** What waits comes first. */
export const Default: Story = { args: { port: contactPort() } };

/** One that a link names. */
export const Opened: Story = { args: { port: contactPort(), requestId: 'r-1' } };

/** An accepted one: the addresses are not in the page before they are asked for. */
export const Accepted: Story = { args: { port: contactPort(), requestId: 'r-3' } };

/** One that the reader has sent. */
export const Sent: Story = { args: { port: contactPort(), requestId: 's-1' } };

export const Empty: Story = { args: { port: contactPort({ items: [] }) } };

export const Loading: Story = {
  args: { port: { ...contactPort(), requests: () => new Promise<never>(() => undefined) } },
};

export const Failed: Story = {
  args: { port: { ...contactPort(), requests: () => Promise.reject(new BackendError('timeout', 'Planned failure')) } },
};

export const Stranger: Story = {
  args: {
    port: contactPort(),
    me: STRANGER,
    account: { me: () => Promise.resolve(STRANGER), signIn: () => Promise.resolve(false) },
  },
};
