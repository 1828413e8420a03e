import type { EventKind } from '../../model/calendar-event.ts';

/** One outline a kind of event, beside its word. */
export const EVENT_KIND_ICONS: Readonly<Record<EventKind, string>> = {
  meetup:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 11a3 3 0 1 0 0-6M2.500 19a5.500 5.500 0 0 1 11 0M16 13.500a5.500 5.500 0 0 1 5.500 5.500',
  camp: 'M12 5L3 20h18zM12 5l-1-2M12 5l1-2M12 12l-4 8M12 12l4 8',
  workshop: 'M4 20l4-1L19 8l-3-3L5 16zM14 7l3 3',
  impulse: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 10.900V15h7v-1.100A6 6 0 0 0 12 3z',
  'learning-circle': 'M4.500 10a8 8 0 0 1 14-2.500M19 4v4h-4M19.500 14a8 8 0 0 1-14 2.500M5 20v-4h4',
  talk: 'M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12h5',
  other: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4',
};
