import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import type { CalendarEvent, EventStatus } from '../../model/calendar-event.ts';
import { icon } from '../shared/icons.ts';

const ICONS: Readonly<Record<EventStatus, string>> = {
  scheduled: '',
  tentative: 'M9 9a3 3 0 1 1 4.200 2.700c-.8.400-1.200 1-1.200 2.300M12 17.500v.2',
  cancelled: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM7 7l10 10',
  postponed: 'M12 5a7.500 7.500 0 1 0 7.500 7.500M12 8.500v4l2.500 2M15 5h5M18 2.500L20.500 5 18 7.500',
  'moved-online': 'M4 5h16v11H4zM9 20h6M12 16v4',
};

/** What is unusual about an event, as sign and word; with `changed` also that its date differs from its series. */
export function renderEventStatus(
  { status = 'scheduled', changed }: CalendarEvent,
  { calendar }: CalendarMessages,
  tag: 'short' | 'full',
): TemplateResult | typeof nothing {
  const word = calendar.statuses[status];
  if (tag === 'short') {
    // In a line of a month "Findet online statt" would leave no room for the title.
    const brief = status === 'moved-online' ? calendar.attendance.online : word;
    return word ? html`<em>${icon(ICONS[status])} ${brief}:</em>` : nothing;
  }
  return html`${word ? html` <strong class="status">${icon(ICONS[status])} ${word}</strong>` : nothing}
  ${changed ? html` <span class="changed">${calendar.changedShort}</span>` : nothing}`;
}
