import type { Http } from '../../http.ts';
import { lazyPort, type MethodOf } from '../../lazy-port.ts';
import type { HubEventsOptions } from './hub-events.ts';
import type { HubMeetings } from './hub-meetings.ts';

/** All of `HubMeetings`; which of them the reader may use for an event says its `can[]`. */
const METHODS: Readonly<Record<MethodOf<HubMeetings>, true>> = {
  vocabulary: true,
  create: true,
  update: true,
  register: true,
  unregister: true,
  registrations: true,
  registrationsFile: true,
  removeRegistration: true,
  sessions: true,
  proposeSession: true,
  updateSession: true,
  sessionInterest: true,
  impulses: true,
  offerImpulse: true,
  updateImpulse: true,
  withdrawImpulse: true,
  impulseInterest: true,
  dateImpulse: true,
  circles: true,
  createCircle: true,
};

/** What is done with the hub's events, its code fetched with the first of it: most readers only read. */
export const createLazyHubMeetings = (http: Http, options: HubEventsOptions): HubMeetings =>
  lazyPort<HubMeetings>(Object.keys(METHODS) as MethodOf<HubMeetings>[], async () =>
    (await import('./hub-meetings.ts')).createHubMeetings(http, options),
  );
