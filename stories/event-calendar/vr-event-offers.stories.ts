import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { BackendError } from '../../src/backend/backend-error.ts';
import type { VrEventOffers } from '../../src/elements/event-calendar/event-offers/vr-event-offers.ts';
import '../../src/elements/event-calendar/event-offers/vr-event-offers.define.ts';
import { offersPort, ORGANISER, STRANGER } from './organiser-port.ts';
import { framed } from '../support/story-frame.ts';

const meta: Meta<VrEventOffers> = {
  title: 'Event calendar/vr-event-offers',
  component: 'vr-event-offers',
  render: (args) =>
    framed(html`<vr-event-offers
      .port=${args.port}
      .me=${args.me ?? ORGANISER}
      .account=${args.account}
      .newImpulse=${args.newImpulse}
    ></vr-event-offers>`),
};
export default meta;
type Story = StoryObj<VrEventOffers>;

/** Impulses that wait for a date, one that has one, and two circles. */
export const Default: Story = { args: { port: offersPort() } };

/** The form for a new impulse, begun elsewhere with a title. */
export const NewImpulse: Story = {
  args: { port: offersPort(), newImpulse: 'Ich zeige, wie wir Sitzungen auf 45 Minuten kürzen' },
};

/** Nobody has signed in: everything can be read, the way in is shown. */
export const Stranger: Story = {
  args: {
    port: offersPort(),
    me: STRANGER,
    account: { me: () => Promise.resolve(STRANGER), signIn: () => Promise.resolve(false) },
  },
};

export const Empty: Story = { args: { port: offersPort([], []) } };

export const Loading: Story = {
  args: { port: { ...offersPort(), impulses: () => new Promise<never>(() => undefined) } },
};

/** One list does not answer; the other is there. */
export const Failed: Story = {
  args: {
    port: { ...offersPort(), impulses: () => Promise.reject(new BackendError('timeout', 'Planned failure')) },
  },
};
