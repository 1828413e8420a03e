import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/event-calendar/vr-event-month.define.ts';
import { monthName } from '../../src/i18n/date-words.ts';
import { de } from '../../src/i18n/de/calendar.ts';
import { en } from '../../src/i18n/en/calendar.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { placeEvents } from '../../src/model/event-days.ts';
import { LONG_WORDS, manyEvents, SAMPLE_EVENTS } from './sample-events.ts';
import { framed } from '../support/story-frame.ts';

interface Args {
  date: string;
  today: string;
  events: readonly CalendarEvent[];
  firstDay: number;
}

const meta: Meta<Args> = {
  title: 'Event calendar/vr-event-month',
  component: 'vr-event-month',
  args: { date: '2026-03-12', today: '2026-03-12', events: SAMPLE_EVENTS, firstDay: 1 },
  argTypes: { events: { control: false } },
  // A view takes tokens and place from its widget.
  render: ({ date, today, events, firstDay }, { globals }) => {
    const english = globals['lang'] === 'en';
    const locale = english ? 'en-GB' : 'de-DE';
    return framed(html`<vr-event-month
      .date=${date}
      .today=${today}
      .placed=${placeEvents(events, 'Europe/Berlin')}
      .firstDay=${firstDay}
      .label=${monthName(locale, date)}
      .locale=${locale}
      .words=${english ? en : de}
    ></vr-event-month>`);
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = {};
export const WithoutEvents: Story = { args: { events: [] } };
export const Crowded: Story = { args: { events: manyEvents(500) } };
export const LongWords: Story = { args: { events: LONG_WORDS } };
export const FourWeeks: Story = { args: { date: '2021-02-14', events: [] } };
export const FromSunday: Story = { args: { firstDay: 7 } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { dir: 'rtl' } };
export const English: Story = { globals: { lang: 'en' } };
export const Narrow: Story = { globals: { width: '320' } };
