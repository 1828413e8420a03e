import type { EventStatus } from '../../../model/calendar-event.ts';
import type { Component } from './ics-property.ts';

/** What the words of a calendar say beyond its properties. */

const MEETING_ADDRESS =
  /https:\/\/(?:[\w-]+\.)*(?:zoom\.us\/[jw]\/|zoom-x\.de\/[jw]\/|teams\.microsoft\.com\/l\/meetup-join\/|teams\.microsoft\.com\/meet\/|teams\.live\.com\/meet\/|meet\.google\.com\/|webex\.com\/|meet\.jit\.si\/|whereby\.com\/|gotomeet(?:ing)?\.(?:com|me)\/|senfcall\.de\/)[^\s<>"')\]]+/i;

/** The address of a video meeting in a running text. */
export const onlineUrlIn = (text: string): string | undefined =>
  MEETING_ADDRESS.exec(text)?.[0].replace(/[.,;:!?]+$/, '');

const TITLE_HINTS: readonly (readonly [EventStatus, RegExp])[] = [
  ['cancelled', /^\W{0,3}(?:abgesagt|entfällt|fällt (?:leider )?aus|cancell?ed)\s*[:!)\]*–-]/i],
  ['postponed', /^\W{0,3}(?:verschoben|verlegt auf unbestimmte zeit|postponed)\s*[:!)\]*–-]/i],
];

/** A status that STATUS cannot name (schema.org's EventStatusType in an X- property), or that people put before the title. */
export function statusHint(component: Component, title: string): EventStatus | undefined {
  for (const { name, value } of component.properties) {
    if (!name.startsWith('X-') || !name.endsWith('STATUS')) continue;
    if (/postponed$/i.test(value.trim())) return 'postponed';
    if (/moved-?online$/i.test(value.trim())) return 'moved-online';
    if (/cancell?ed$/i.test(value.trim())) return 'cancelled';
  }
  return TITLE_HINTS.find(([, pattern]) => pattern.test(title))?.[0];
}
