import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { VrContactRequest } from '../../src/elements/peer-directory/peer-contact/vr-contact-request.ts';
import '../../src/elements/peer-directory/peer-contact/vr-contact-request.define.ts';
import { framed } from '../support/story-frame.ts';
import { MIRJA_PEER, ROSA, STRANGER } from './contact-people.ts';
import { contactPort } from './contact-port.ts';

const meta: Meta<VrContactRequest> = {
  title: 'Peers/vr-contact-request',
  component: 'vr-contact-request',
  render: (args) =>
    framed(html`<vr-contact-request
      .port=${args.port}
      .peer=${args.peer ?? MIRJA_PEER}
      .about=${args.about}
      .me=${args.me ?? ROSA}
      .account=${args.account}
      .profileUrl=${'https://lindenhafen.example/mein-eintrag'}
    ></vr-contact-request>`),
};
export default meta;
type Story = StoryObj<VrContactRequest>;

export const Default: Story = { args: { port: contactPort() } };

/** The answer to an offer. */
export const AboutAnOffer: Story = {
  args: { port: contactPort(), about: { type: 'offer', id: 'o-1', title: 'Bürgerbeteiligung' } },
};

/** The reader's entry names no way to reach them. */
export const NoChannels: Story = { args: { port: contactPort({ profile: { channels: {} } }) } };

/** The other one takes a break. */
export const Paused: Story = {
  args: { port: contactPort(), peer: { ...MIRJA_PEER, availability: { state: 'paused', until: '2999-12-31' } } },
};

/** There is an open request already. */
export const Open: Story = { args: { port: contactPort(), peer: { ...MIRJA_PEER, me: { request: 'sent' } } } };

export const Stranger: Story = {
  args: {
    port: contactPort(),
    me: STRANGER,
    account: { me: () => Promise.resolve(STRANGER), signIn: () => Promise.resolve(false) },
  },
};
