import type { EventKind, EventStatus } from '../../../model/calendar-event.ts';
import type { Component } from './ics-property.ts';

/** What the words of a calendar say beyond its properties: German and English, as people write them. */

const KINDS: readonly (readonly [EventKind, RegExp])[] = [
  ['learning-circle', /^(?:lern(?:zirkel|kreise?|gruppen?|runden?)|working out loud|wol|learning[- ]circles?)$/],
  [
    'camp',
    /^(?:(?:bar|verwaltungs|open[- ]?gov(?:ernment)?)?[- ]?camps?|unconference|großgruppe|konferenz(?:en)?|conference|tagung(?:en)?|kongress)$/,
  ],
  [
    'workshop',
    /^(?:workshops?|werkst(?:att|ätten)|seminare?|schulung(?:en)?|training(?:s)?|fortbildung(?:en)?|kurse?|hackathon)$/,
  ],
  ['impulse', /^(?:impuls(?:e|vortrag|vorträge)?|impulses?|praxisimpulse?|lunch (?:&|and) learn)$/],
  ['talk', /^(?:vortr(?:ag|äge)|talks?|lesung(?:en)?|webinare?|präsentation(?:en)?|podium(?:sdiskussion)?|lectures?)$/],
  ['meetup', /^(?:meet-?ups?|treffen|netzwerktreffen|stammtische?|community|austausch|barabend|get-?together)$/],
];

/** The kind that one of the categories names. */
export function kindOfWords(words: readonly string[]): EventKind | undefined {
  for (const word of words) {
    const lower = word.trim().toLowerCase();
    const found = KINDS.find(([, pattern]) => pattern.test(lower));
    if (found) return found[0];
  }
  return undefined;
}

/** Whether a place is none: "Online", "Zoom", "virtuell per Videokonferenz". */
export const saysOnline = (place: string): boolean =>
  /^(?:rein )?(?:online|virtuell|virtual|digital|remote|zoom|(?:microsoft |ms )?teams|webex|jitsi|bigbluebutton|bbb|video(?:konferenz|call)?|web(?:inar|konferenz)|internet|telefon(?:konferenz)?)\b/i.test(
    place,
  ) && !/\b(?:hybrid|und|and|oder|or)\b|[+&]/i.test(place);

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
