import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { BackendError } from '../../src/backend/backend-error.ts';
import type { VrPeerOffers } from '../../src/elements/peer-directory/peer-offers/vr-peer-offers.ts';
import '../../src/elements/peer-directory/peer-offers/vr-peer-offers.define.ts';
import { framed } from '../support/story-frame.ts';
import { ROSA, STRANGER } from './contact-people.ts';
import { offersPort } from './offers-port.ts';

const meta: Meta<VrPeerOffers> = {
  title: 'Peers/vr-peer-offers',
  component: 'vr-peer-offers',
  render: (args) =>
    framed(html`<vr-peer-offers
      .port=${args.port}
      .me=${args.me ?? ROSA}
      .account=${args.account}
      .profileUrl=${'https://lindenhafen.example/mein-eintrag'}
      .eventUrl=${'https://lindenhafen.example/termine'}
    ></vr-peer-offers>`),
};
export default meta;
type Story = StoryObj<VrPeerOffers>;

/** What others offer and seek, and the reader's own ones in every state. */
export const Default: Story = { args: { port: offersPort() } };

/** Nobody has signed in: everything can be read, the way in is shown. */
export const Stranger: Story = {
  args: {
    port: offersPort({ own: [] }),
    me: STRANGER,
    account: { me: () => Promise.resolve(STRANGER), signIn: () => Promise.resolve(false) },
  },
};

/** The reader's entry is a draft, so nobody sees what they put up. */
export const Draft: Story = { args: { port: offersPort({ own: [], profile: { state: 'draft' } }) } };

export const Empty: Story = { args: { port: offersPort({ board: [], own: [] }) } };

export const Loading: Story = {
  args: { port: { ...offersPort(), offers: () => new Promise<never>(() => undefined) } },
};

export const Failed: Story = {
  args: { port: { ...offersPort(), offers: () => Promise.reject(new BackendError('timeout', 'Planned failure')) } },
};
