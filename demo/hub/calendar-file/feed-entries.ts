import { htmlToText } from '../../../src/model/html-text.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import type { ListedDate } from '../events/event-query.ts';
import { oneLine } from '../http/characters.ts';
import type { Hub } from '../hub.ts';
import { placeWords, timeWords } from '../registration/date-words.ts';
import { dateView } from '../registration/date-view.ts';
import { eventUrl } from '../registration/registration-calendar.ts';
import { REGISTRATION_WORDS } from '../registration/registration-words.ts';
import { publicAnswers } from './calendar-entries.ts';

const WORDS = {
  de: { events: 'Termine', online: 'Online', place: 'Ort', by: 'Es lädt ein' },
  en: { events: 'Events', online: 'Online', place: 'Place', by: 'Invited by' },
} as const;
const STATUS = {
  de: {
    cancelled: 'Abgesagt',
    postponed: 'Verschoben',
    'moved-online': 'Jetzt online',
    tentative: 'Noch unter Vorbehalt',
  },
  en: { cancelled: 'Cancelled', postponed: 'Postponed', 'moved-online': 'Now online', tentative: 'Tentative' },
} as const;

/** One coming event as feeds tell it. */
export interface FeedEntry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** When, where, and what it is about: a line each. */
  readonly lines: readonly string[];
  readonly published: string;
  readonly modified: string;
  readonly topics: readonly string[];
  readonly organiser?: string;
  readonly image?: string;
  readonly language: string;
}

export interface FeedPlace {
  /** Address of the hub, without a slash at the end. */
  readonly base: string;
  readonly self: string;
  readonly title: string;
  readonly language: 'de' | 'en';
}

export const feedTitle = ({ title, language }: FeedPlace): string => `${title}: ${WORDS[language].events}`;

/** What a reader of feeds needs to decide whether to come; a date of a series is an entry of its own. */
export function feedEntry(
  hub: Pick<Hub, 'config' | 'directory'>,
  { event, date }: ListedDate,
  { base, language }: FeedPlace,
): FeedEntry {
  const answer = publicAnswers(hub)(event, date);
  const { status = 'scheduled', place, attendance, onlineUrl, organiser, topics = [] } = answer;
  const words = WORDS[language];
  const told = status === 'scheduled' ? undefined : STATUS[language][status];
  const when = timeWords(dateView(event, date), REGISTRATION_WORDS[language], hub.config.timeZone);
  const online = attendance === 'online' || attendance === 'hybrid' || status === 'moved-online' || onlineUrl;
  const where = [place && placeWords(place), online && words.online].filter(Boolean).join(' · ');
  const text = oneLine(answer.summary ?? htmlToText(answer.description ?? '')).slice(0, 600);
  return {
    id: `${base}/api/v1/events/${encodeURIComponent(event.id)}${date.recurrenceKey ? `?recurrenceId=${encodeURIComponent(date.recurrenceKey)}` : ''}`,
    url: eventUrl(base, event, date.recurrenceKey),
    title: told ? `${told}: ${oneLine(answer.title)}` : oneLine(answer.title),
    lines: [
      ...(told ? [told] : []),
      when,
      ...(where ? [`${words.place}: ${where}`] : []),
      ...(organiser ? [`${words.by}: ${oneLine(organiser.name)}`] : []),
      ...(text ? [text] : []),
    ],
    published: toInstantString(event.createdAt.getTime()),
    modified: toInstantString(event.updatedAt.getTime()),
    topics: topics.map(({ id, label }) => label[language] ?? label.de ?? id),
    ...(organiser && { organiser: organiser.name }),
    ...(answer.image && /^https?:/.test(answer.image.url) && { image: answer.image.url }),
    language: answer.lang ?? language,
  };
}
