import {
  SESSION_STATES,
  type CalendarEvent,
  type CircleInfo,
  type EventMe,
  type Programme,
  type Session,
} from '../model/calendar-event.ts';
import { readEvent, type MeetingField } from './read-event.ts';
import {
  address,
  flag,
  list,
  number,
  oneOf,
  person,
  readFields,
  shape,
  text,
  type Fields,
  type Mutable,
  type Raw,
  type ReadOptions,
  type Reader,
} from './read-shape.ts';
import { time } from './read-time.ts';

export const session: Reader<Session> = shape<Session>(
  {
    id: text,
    title: text,
    abstract: text,
    start: time,
    end: time,
    room: text,
    track: text,
    minutes: number,
    hosts: list(person),
    state: oneOf(...SESSION_STATES),
    interested: number,
    me: shape<{ interested?: boolean; host?: boolean }>({ interested: flag, host: flag }),
    ideaId: text,
    can: list(text),
    etag: text,
  },
  ['id', 'title', 'state'],
);

const MEETING: Fields<Pick<CalendarEvent, MeetingField>> = {
  sessions: list(session),
  programme: shape<Programme>(
    {
      rooms: list(text),
      tracks: list(text),
      slots: list(shape<{ start: string; end: string }>({ start: time, end: time }, ['start', 'end'])),
      proposals: oneOf('open', 'closed'),
    },
    ['rooms', 'proposals'],
  ),
  circle: shape<CircleInfo>({ guideUrl: address, members: list(person) }),
  me: shape<EventMe>({ registered: flag, waitingPosition: number, note: text, needs: text }),
};

/**
 * An event with what people made of it: its programme, its circle, and how the reader takes part.
 * @throws {TypeError} as `readEvent` does
 */
export function readMeeting(raw: Raw, options: ReadOptions): CalendarEvent {
  const event: Mutable<CalendarEvent> = readEvent(raw, options);
  readFields(raw, MEETING, options, event);
  return event;
}
