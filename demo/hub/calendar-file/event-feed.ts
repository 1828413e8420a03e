import { htmlToText } from '../../../src/model/html-text.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import type { ListedDate } from '../events/event-query.ts';
import { oneLine } from '../http/characters.ts';
import type { FeedHead, FeedItem } from '../feeds/feed-item.ts';
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

export const eventFeedHead = (
  { title, language }: Pick<Hub['config'], 'title' | 'language'>,
  base: string,
  path: string,
): FeedHead => ({
  title: `${title}: ${WORDS[language].events}`,
  home: `${base}/`,
  self: `${base}${path}`,
  language,
  author: title,
});

/** What a reader of feeds needs to decide whether to come; a date of a series is an item of its own. */
export function eventFeedItem(
  hub: Pick<Hub, 'config' | 'directory'>,
  { event, date }: ListedDate,
  base: string,
): FeedItem {
  const { language, timeZone } = hub.config;
  const answer = publicAnswers(hub)(event, date);
  const { status = 'scheduled', place, attendance, onlineUrl, organiser, topics = [], image } = answer;
  const words = WORDS[language];
  const told = status === 'scheduled' ? undefined : STATUS[language][status];
  const when = timeWords(dateView(event, date), REGISTRATION_WORDS[language], timeZone);
  const online = attendance === 'online' || attendance === 'hybrid' || status === 'moved-online' || onlineUrl;
  const where = [place && placeWords(place), online && words.online].filter(Boolean).join(' · ');
  const text = oneLine(answer.summary ?? htmlToText(answer.description ?? '')).slice(0, 600);
  const lines = [
    ...(told ? [told] : []),
    when,
    ...(where ? [`${words.place}: ${where}`] : []),
    ...(organiser ? [`${words.by}: ${oneLine(organiser.name)}`] : []),
    ...(text ? [text] : []),
  ];
  return {
    id: `${base}/api/v1/events/${encodeURIComponent(event.id)}${date.recurrenceKey ? `?recurrenceId=${encodeURIComponent(date.recurrenceKey)}` : ''}`,
    url: eventUrl(base, event, date.recurrenceKey),
    title: told ? `${told}: ${oneLine(answer.title)}` : oneLine(answer.title),
    summary: lines.join('\n'),
    published: toInstantString(event.createdAt.getTime()),
    updated: toInstantString(event.updatedAt.getTime()),
    authors: organiser ? [organiser.name] : [],
    categories: topics.map(({ id, label }) => ({ term: id, label: label[language] ?? label.de ?? id })),
    ...(image && { image: { url: image.url, ...(image.alt && { alt: image.alt }) } }),
    language: answer.lang ?? language,
  };
}
