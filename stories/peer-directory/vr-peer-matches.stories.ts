import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { BackendError } from '../../src/backend/backend-error.ts';
import type { VrPeerMatches } from '../../src/elements/peer-directory/peer-offers/vr-peer-matches.ts';
import '../../src/elements/peer-directory/peer-offers/vr-peer-matches.define.ts';
import { framed } from '../support/story-frame.ts';
import { ROSA, STRANGER } from './contact-people.ts';
import { offersPort } from './offers-port.ts';

const meta: Meta<VrPeerMatches> = {
  title: 'Peers/vr-peer-matches',
  component: 'vr-peer-matches',
  render: (args) =>
    framed(html`<vr-peer-matches
      .port=${args.port}
      .me=${args.me ?? ROSA}
      .profileUrl=${'https://lindenhafen.example/mein-eintrag'}
    ></vr-peer-matches>`),
};
export default meta;
type Story = StoryObj<VrPeerMatches>;

/** Other organisations first, each with the reason in words. */
export const Default: Story = { args: { port: offersPort() } };

/** Nobody fits yet: what to fill in. */
export const Nobody: Story = { args: { port: offersPort({ matches: [] }) } };

export const Stranger: Story = { args: { port: offersPort(), me: STRANGER } };

export const Loading: Story = {
  args: { port: { ...offersPort(), matches: () => new Promise<never>(() => undefined) } },
};

export const Failed: Story = {
  args: { port: { ...offersPort(), matches: () => Promise.reject(new BackendError('timeout', 'Planned failure')) } },
};
