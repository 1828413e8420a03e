import { htmlToText } from '../../../src/model/html-text.ts';
import { DAY_MS, isPlainDate } from '../../../src/model/plain-date.ts';
import { boundToInstant, toInstantString } from '../../../src/model/time-zone.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { publicAnswers } from '../calendar-file/calendar-entries.ts';
import { listEvents, type ListedDate } from '../events/event-query.ts';
import { oneLine, shorten } from '../http/characters.ts';
import { placeWords, timeWords } from '../registration/date-words.ts';
import { dateView } from '../registration/date-view.ts';
import { REGISTRATION_WORDS } from '../registration/registration-words.ts';
import { html, type Html } from '../sign-in/page/html.ts';
import { countOf, embedPath } from './embed-widgets.ts';
import { factLine, type PartContext, type RenderPart } from './part.ts';

const WEEKS = 8;
const TEASER = 400;
const KNOWN = ['kind', 'topic', 'org'] as const;

function renderDate({ hub, asked, words, root }: PartContext, { event, date }: ListedDate): Html {
  const { lang, attributes } = asked;
  const answer = publicAnswers(hub)(event, date);
  const { status = 'scheduled', place, attendance, onlineUrl, organiser, summary, description, url } = answer;
  const zone = attributes.get('time-zone') ?? hub.config.timeZone;
  const isOnline = attendance === 'online' || attendance === 'hybrid' || status === 'moved-online' || onlineUrl;
  const where = factLine([place && placeWords(place), isOnline && words.online]);
  const text = shorten(oneLine(summary ?? htmlToText(description ?? '')), TEASER);
  const title = oneLine(answer.title);
  const file =
    `${root}/api/v1/events/${encodeURIComponent(event.id)}.ics` +
    (date.recurrenceKey ? `?recurrenceId=${encodeURIComponent(date.recurrenceKey)}` : '');
  return html`<li class="entry">
    <p class="when"><time datetime="${date.start}">${timeWords(dateView(event, date), REGISTRATION_WORDS[lang], zone)}</time></p>
    <h2>${url ? html`<a href="${url}" data-away>${title}</a>` : title}</h2>
    ${status !== 'scheduled' && html`<p class="mark">${words.status[status]}</p>`}
    ${text && html`<p lang="${answer.lang ?? hub.config.language}">${text}</p>`}
    <p class="facts">${factLine([where && `${words.place}: ${where}`, organiser && `${words.by}: ${organiser.name}`])}</p>
    <p class="facts"><a href="${file}">${words.fileOf}<span class="unseen"> ${words.about(title)}</span></a></p>
  </li>`;
}

/** The dates of the coming weeks that everybody may see. */
export const eventPart: RenderPart = async (context) => {
  const { hub, request, reply, asked, words, root } = context;
  const { attributes, after } = asked;
  const { config, database, directory } = hub;
  const chosen = attributes.get('date');
  const from = chosen && isPlainDate(chosen) ? boundToInstant(chosen, config.timeZone) : request.now;
  const choice = new URLSearchParams(
    KNOWN.flatMap((name) => (attributes.has(name) ? [[name, attributes.get(name) ?? '']] : [])),
  );
  const query = {
    from: toInstantString(from),
    to: toInstantString(from + WEEKS * 7 * DAY_MS),
    ...Object.fromEntries(choice),
    limit: countOf(attributes.get('limit'), 200, 50),
    ...(after && { cursor: after }),
  };
  const { items, nextCursor } = await listEvents(database.kysely, query, ANONYMOUS, directory, config.timeZone);
  // What is over leaves the page though nobody has changed anything.
  reply.holdsUntil = Math.min(...items.map(({ date }) => boundToInstant(date.end, config.timeZone)), Infinity);
  return {
    body: html`${items.length === 0 && html`<p>${words.none.events}</p>`}
      ${
        items.length > 0 &&
        html`<ol class="entries">
        ${items.map((item) => renderDate(context, item))}
      </ol>`
      }
      ${nextCursor !== null && html`<p><a href="${root}${embedPath(asked, { after: nextCursor })}">${words.more}</a></p>`}`,
    links: [{ href: `${root}/calendar.ics${choice.size > 0 ? `?${choice}` : ''}`, text: words.subscribe }],
  };
};
