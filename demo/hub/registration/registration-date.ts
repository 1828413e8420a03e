import type { RegistrationInfo } from '../../../src/model/calendar-event.ts';
import type { AnswerDate } from '../events/event-mapping.ts';
import { contentOf, type StoredEvent } from '../events/event-rows.ts';

/** How people register for one date, as the series and this date's own changes say; undefined where they do not, here. */
export function hubRegistration(event: StoredEvent, recurrenceKey: string): RegistrationInfo | undefined {
  if (event.sourceId !== null) return undefined;
  const override =
    recurrenceKey === '' ? undefined : event.overrides.find(({ recurrenceId }) => recurrenceId === recurrenceKey);
  const { registration } = contentOf(event.document, override);
  if (registration?.mode !== 'hub') return undefined;
  // What a registration is for belongs to the series.
  const scope = event.document.registration?.scope;
  return { ...registration, ...(scope && { scope }) };
}

/** Whether a registration that is kept under this key is one for a whole series. */
export const isWholeSeries = (event: StoredEvent, recurrenceKey: string): boolean =>
  event.series !== null && recurrenceKey === '';

/**
 * The key that a date's registrations are kept under: its own, or '' where one registration holds for all dates.
 * Undefined for the head of a series that people register for date by date.
 */
export function registrationKey(
  event: StoredEvent,
  date: Pick<AnswerDate, 'recurrenceKey'> | undefined,
): string | undefined {
  if (!event.series || event.document.registration?.scope === 'series') return '';
  return date && date.recurrenceKey !== '' ? date.recurrenceKey : undefined;
}
