import type { CalendarEvent, Session } from '../../../model/calendar-event.ts';
import type { EventInput, SessionInput } from '../../../model/event-input.ts';
import type { Impulse } from '../../../model/impulse.ts';
import type { Page } from '../../../model/page.ts';
import { BackendError } from '../../backend-error.ts';
import { parseJson, type Http, type HttpAnswer } from '../../http.ts';
import type { MethodOf } from '../../lazy-port.ts';
import type { CallOptions, EventRef, EventsPort, WriteOptions } from '../../ports.ts';
import { readMeeting } from '../../read-meeting.ts';
import type { Raw, ReadOptions } from '../../read-shape.ts';
import { readCircle, readImpulse, readRegistration, readSession, readVocabulary } from './hub-event-answers.ts';
import type { HubEventsOptions } from './hub-events.ts';
import { readHubList, readItems } from './hub-page.ts';

/** What is done with events beyond reading them. */
export type HubMeetings = Required<Pick<EventsPort, Exclude<MethodOf<EventsPort>, 'list' | 'get'>>>;

/** The hub writes organisations and topics as objects with their ids. */
function bodyOf({ orgId, topicIds, ...input }: EventInput): Raw {
  return {
    ...input,
    ...(orgId !== undefined && { organiser: { id: orgId } }),
    ...(topicIds && { topics: topicIds.map((id) => ({ id })) }),
  };
}

/** Registrations, programmes, impulses and circles over the hub's REST (`docs/hub.md`). */
export function createHubMeetings(http: Http, { base, timeZone }: HubEventsOptions): HubMeetings {
  const options: ReadOptions = { timeZone, base: `${base}/` };
  const at = (...path: readonly string[]): string => `${base}/api/v1/${path.map(encodeURIComponent).join('/')}`;
  const dated = (url: string, { recurrenceId }: EventRef): string =>
    recurrenceId ? `${url}?${new URLSearchParams({ recurrenceId }).toString()}` : url;

  const one = <T>(answer: HttpAnswer, url: string, read: (raw: Raw, options: ReadOptions) => T): T => {
    try {
      return read((parseJson(answer) ?? {}) as Raw, options);
    } catch (cause) {
      throw new BackendError('invalid', `Not understood: ${url}`, { url, cause });
    }
  };
  const eventOf = (answer: HttpAnswer, url: string): CalendarEvent => {
    const event = one(answer, url, readMeeting);
    const etag = answer.headers.get('etag');
    return etag ? { ...event, etag } : event;
  };
  const send = (method: string, url: string, body: unknown, given: WriteOptions = {}): Promise<HttpAnswer> => {
    const { signal, idempotencyKey, ifMatch } = given;
    return http.send(method, url, body, { signal, idempotencyKey, ifMatch });
  };
  const sendEvent = async (method: string, url: string, body: unknown, given?: WriteOptions): Promise<CalendarEvent> =>
    eventOf(await send(method, url, body, given), url);
  const sendSession = async (method: string, url: string, body: unknown, given?: WriteOptions): Promise<Session> =>
    one(await send(method, url, body, given), url, readSession);
  const sendImpulse = async (method: string, url: string, body: unknown, given?: WriteOptions): Promise<Impulse> =>
    one(await send(method, url, body, given), url, readImpulse);

  const listOf = async <T>(
    url: string,
    read: (raw: Raw, options: ReadOptions) => T,
    { signal }: CallOptions = {},
  ): Promise<Page<T>> => {
    const { items, problems, total, nextCursor } = readHubList((await http.json(url, { signal })).data, url);
    const good = readItems(items, (raw) => read(raw, options));
    return {
      items: good.items,
      problems: [...problems, ...good.problems],
      ...(total === undefined ? {} : { total }),
      ...(nextCursor ? { next: nextCursor } : {}),
    };
  };

  return {
    async vocabulary({ signal } = {}) {
      const url = at('events', 'vocabulary');
      return readVocabulary((await http.json(url, { signal })).data, url, options);
    },
    create: (input, given) => sendEvent('POST', at('events'), bodyOf(input), given),
    update: (event, input, given) => sendEvent('PATCH', dated(at('events', event.id), event), bodyOf(input), given),

    register: (event, input, given) =>
      sendEvent('PUT', dated(at('events', event.id, 'registration', 'me'), event), input, given),
    unregister: (event, given) =>
      sendEvent('DELETE', dated(at('events', event.id, 'registration', 'me'), event), undefined, given),
    registrations(event, given) {
      const search = new URLSearchParams();
      const { recurrenceId, cursor } = { ...event, ...given };
      for (const [name, value] of Object.entries({ recurrenceId, cursor })) if (value) search.set(name, value);
      const url = at('events', event.id, 'registrations');
      return listOf(search.size > 0 ? `${url}?${search.toString()}` : url, readRegistration, given);
    },
    async registrationsFile(event, { signal } = {}) {
      const { bytes } = await http.get(dated(at('events', event.id, 'registrations.csv'), event), { signal });
      // The byte order mark is part of the file: spreadsheets know the encoding by it.
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
    async removeRegistration(event, registrationId, given) {
      await send('DELETE', at('events', event.id, 'registrations', registrationId), undefined, given);
    },

    sessions: (eventId, given) => listOf(at('events', eventId, 'sessions'), readSession, given),
    proposeSession: (eventId, input, given) => sendSession('POST', at('events', eventId, 'sessions'), input, given),
    updateSession: ({ id, etag }, input: SessionInput, given) =>
      sendSession('PATCH', at('sessions', id), input, { ...given, ifMatch: given?.ifMatch ?? etag }),
    sessionInterest: ({ id }, interested, given) =>
      sendSession(interested ? 'PUT' : 'DELETE', at('sessions', id, 'interest', 'me'), undefined, given),

    impulses({ q, topic, mine, limit, cursor }, given) {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries({ q, topic, mine, cursor })) if (value) search.set(name, value);
      if (limit !== undefined) search.set('limit', String(limit));
      return listOf(`${at('impulses')}?${search.toString()}`, readImpulse, given);
    },
    offerImpulse: (input, given) => sendImpulse('POST', at('impulses'), input, given),
    updateImpulse: ({ id, etag }, input, given) =>
      sendImpulse('PATCH', at('impulses', id), input, { ...given, ifMatch: given?.ifMatch ?? etag }),
    withdrawImpulse: ({ id }, given) => sendImpulse('DELETE', at('impulses', id), undefined, given),
    impulseInterest: ({ id }, interested, given) =>
      sendImpulse(interested ? 'PUT' : 'DELETE', at('impulses', id, 'interest', 'me'), undefined, given),
    dateImpulse: ({ id }, input, given) => sendEvent('POST', at('impulses', id, 'date'), input, given),

    circles: (given) => listOf(at('circles'), readCircle, given),
    createCircle: (input, given) => sendEvent('POST', at('circles'), input, given),
  };
}
