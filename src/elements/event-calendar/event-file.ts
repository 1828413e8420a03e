import type { CalendarEvent } from '../../model/calendar-event.ts';
import { saveFile } from '../../internal/save-file.ts';

/** A text as the name of a file. */
export const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'termin';

/** One date of a series, saved alone, stands for itself. */
function singleOccurrence(event: CalendarEvent): CalendarEvent {
  const { recurrence: _, recurrenceId, ...single } = event;
  return recurrenceId ? { ...single, uid: `${event.uid}-${recurrenceId}` } : single;
}

/** Hands one event over as a calendar file (RFC 5545). */
export async function saveEventFile(event: CalendarEvent): Promise<void> {
  const { writeCalendar } = await import('../../model/icalendar-writer.ts');
  const now = new Date().toISOString();
  saveFile(
    `${fileName(event.title)}.ics`,
    'text/calendar;charset=utf-8',
    writeCalendar([singleOccurrence(event)], { now }),
  );
}
