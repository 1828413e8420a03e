import type { CalendarEvent, Session } from './calendar-event.ts';
import { untrustedHtml } from './common.ts';
import { timedSessions } from './session-grid.ts';
import { toInstantString } from './time-zone.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** What a calendar program shows below the title: who holds it, and what it is about. */
function describe({ abstract, hosts, track }: Session): string {
  const names = hosts?.map(({ displayName }) => displayName).join(', ') ?? '';
  return [names, track ?? '', abstract ?? '']
    .filter(Boolean)
    .map((part) => `<p>${escaped(part)}</p>`)
    .join('');
}

/**
 * Sessions as events of their own, for calendar files: each keeps one UID for ever, so that a file that is read again
 * moves what has moved. Sessions without a time are left out.
 */
export function sessionEvents(event: CalendarEvent, sessions: readonly Session[]): readonly CalendarEvent[] {
  return timedSessions(sessions).map(({ session, start, end }): CalendarEvent => {
    const where = [session.room, event.place?.name].filter(Boolean).join(', ');
    const description = describe(session);
    return {
      uid: `session-${session.id}-${event.uid}`,
      title: session.title,
      start: toInstantString(start),
      end: toInstantString(end),
      allDay: false,
      ...(event.timeZone && { timeZone: event.timeZone }),
      ...(event.status && { status: event.status }),
      ...(event.kind && { kind: event.kind }),
      ...(where && { place: { name: where, ...(event.place?.address && { address: event.place.address }) } }),
      ...(event.onlineUrl && { onlineUrl: event.onlineUrl }),
      ...(event.url && { url: event.url }),
      ...(event.organiser && { organiser: event.organiser }),
      ...(description && { description: untrustedHtml(description) }),
    };
  });
}
