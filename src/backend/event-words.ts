import type { EventKind } from '../model/calendar-event.ts';

/** What the words of a source say beyond its fields: German and English, as people write them. */

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
