import { shortDay } from '../../../i18n/date-words.ts';
import type { PeerContactMessages } from '../../../i18n/de/peer-contact.ts';
import type { Channel } from '../../../model/peer-profile.ts';
import type { PeerBrief } from '../../../model/peer.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { typedTime } from '../../../model/wall-clock.ts';

/** Where and how dates are said. */
export interface Clock {
  readonly locale: string;
  readonly timeZone: string;
}

/** Do., 12. März 2026; empty for what is no instant. */
export function dayWords(instant: string, { locale, timeZone }: Clock): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : shortDay(locale, plainDateAt(timeZone, time));
}

/** 14:05 Uhr on the same day, else Do., 12. März 2026, 14:05 Uhr. */
export function momentWords(instant: number, words: PeerContactMessages, { locale, timeZone }: Clock): string {
  const { date, time } = typedTime(new Date(instant).toISOString(), timeZone);
  const clock = words.contact.clock(time);
  return date === plainDateAt(timeZone, Date.now()) ? clock : `${shortDay(locale, date)}, ${clock}`;
}

/** E-Mail, Telefon */
export const channelNames = (channels: readonly Channel[], words: PeerContactMessages): string =>
  channels.map((channel) => words.contact.channels[channel]).join(', ');

/** Mara Kestner, Kreis Auental */
export const whoWords = ({ displayName, org }: Pick<PeerBrief, 'displayName' | 'org'>): string =>
  [displayName, org?.name].filter(Boolean).join(', ');
