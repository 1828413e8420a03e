import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { VrEventEditor } from '../../src/elements/event-calendar/event-editor/vr-event-editor.ts';
import '../../src/elements/event-calendar/event-editor/vr-event-editor.define.ts';
import { organiserPort, ORGANISER, OWN_EVENT, OWN_SERIES, STRANGER, VOCABULARY } from './organiser-port.ts';
import { framed } from '../support/story-frame.ts';

const meta: Meta<VrEventEditor> = {
  title: 'Event calendar/vr-event-editor',
  component: 'vr-event-editor',
  render: (args) =>
    framed(html`<vr-event-editor
      .event=${args.event}
      .date=${'2026-11-10'}
      .task=${args.task ?? 'edit'}
      .port=${args.port}
      .me=${args.me ?? ORGANISER}
    ></vr-event-editor>`),
};
export default meta;
type Story = StoryObj<VrEventEditor>;

/** A new event: a meetup of the organiser's own administration, on the day that was asked for. */
export const New: Story = { args: { port: organiserPort() } };

/** An event with people who have a place: fewer places are refused, and they hear of the change. */
export const Edit: Story = { args: { port: organiserPort([OWN_EVENT]), event: OWN_EVENT } };

/** A date of a series: it is asked first what is meant. */
export const OneOrAll: Story = { args: { port: organiserPort([OWN_SERIES]), event: OWN_SERIES } };

/** A series by a rule that no simple choice says: it is kept, and said in words. */
export const ForeignRule: Story = {
  args: {
    port: organiserPort([{ ...OWN_EVENT, recurrence: { rule: 'FREQ=YEARLY;BYMONTH=11;BYDAY=2TU' } }]),
    event: { ...OWN_EVENT, recurrence: { rule: 'FREQ=YEARLY;BYMONTH=11;BYDAY=2TU' } },
  },
};

const CAMP = {
  ...OWN_EVENT,
  kind: 'camp',
  title: 'Camp Lindenhafen',
  programme: {
    rooms: ['Saal', 'Werkraum'],
    slots: [{ start: '2026-11-10T13:00:00Z', end: '2026-11-10T13:45:00Z' }],
    proposals: 'open',
  },
} as const;

/** A camp has rooms, tracks and slots. */
export const Camp: Story = { args: { port: organiserPort([CAMP]), event: CAMP } };

/** Called off with a reason. */
export const Cancel: Story = { args: { port: organiserPort([OWN_EVENT]), event: OWN_EVENT, task: 'cancel' } };

export const MoveOnline: Story = { args: { port: organiserPort([OWN_EVENT]), event: OWN_EVENT, task: 'move-online' } };

/** A cancellation is taken back. */
export const Restore: Story = {
  args: {
    port: organiserPort([{ ...OWN_EVENT, status: 'cancelled' }]),
    event: { ...OWN_EVENT, status: 'cancelled' },
    task: 'restore',
  },
};

/** Nobody has signed in. */
export const Stranger: Story = { args: { port: organiserPort(), me: STRANGER } };

/** The reader may invite for nobody. */
export const NotAnOrganiser: Story = { args: { port: organiserPort([], { ...VOCABULARY, orgs: [] }) } };

/** The event is still on its way. */
export const Loading: Story = {
  args: { port: { ...organiserPort(), get: () => new Promise<never>(() => undefined) }, event: OWN_EVENT },
};
