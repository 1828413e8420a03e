import { isOffersLinked, linkedEvent, linkedNewImpulse } from '../../internal/event-link.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import type { Opened } from './calendar-opened.ts';
import type { CalendarSource } from './calendar-source.ts';

/** What a calendar can be told by the address of its page. */
export interface LinkHost {
  readonly element: HTMLElement;
  readonly source: CalendarSource;
  /** Shows an event where it stands. */
  readonly show: (event: CalendarEvent) => void;
  readonly open: (opened: Opened) => void;
}

/**
 * Opens the event, or the offers, that the page's address names. Only the first calendar of a page that is more than a
 * column answers: two dialogs for one link help nobody.
 */
export async function followLink({ element, source, show, open }: LinkHost): Promise<void> {
  const linked = linkedEvent();
  if (!linked && !isOffersLinked()) return;
  const first = document.querySelector(`${element.localName}:not([without-controls])`);
  if (first && first !== element) return;
  if (!linked) {
    const newImpulse = linkedNewImpulse();
    if (source.port?.impulses) open({ kind: 'offers', ...(newImpulse && { newImpulse }) });
    return;
  }
  const { uid, recurrenceId } = linked;
  const event =
    source.query.value?.items.find(
      (item) => item.uid === uid && (!recurrenceId || item.recurrenceId === recurrenceId),
    ) ??
    // Who followed an old link sees the calendar.
    (await source.port?.get?.(uid, { ...(recurrenceId && { recurrenceId }) }).catch(() => undefined));
  if (event && element.isConnected) show(event);
}
