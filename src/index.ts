/** Classes, types and ports for those who build on the library. Importing it registers nothing. */
export { VrBackend } from './elements/backend/vr-backend.ts';
export { VrEventCalendar } from './elements/event-calendar/vr-event-calendar.ts';
export { VrEventOpenEvent, VrRangeChangedEvent } from './elements/event-calendar/events.ts';
export { VrIdeaBoard } from './elements/idea-board/vr-idea-board.ts';
export { VrIdeasFilteredEvent } from './elements/idea-board/events.ts';
export { VrIdeaSubmittedEvent } from './elements/idea-submission/events.ts';
export { VrIdeaOpenEvent } from './elements/shared/idea-events.ts';
export { VrIdeaSubmission } from './elements/idea-submission/vr-idea-submission.ts';

export {
  BACKEND_ERROR_KINDS,
  BackendError,
  type BackendErrorKind,
  type BackendErrorOptions,
  type BlockedReason,
} from './backend/backend-error.ts';
export { portContext, type PortContext } from './backend/contexts.ts';
export {
  PORT_NAMES,
  type AdapterFactory,
  type AdapterOptions,
  type Backend,
  type CallOptions,
  type EventsPort,
  type EventsQuery,
  type IdeasPort,
  type PeersPort,
  type PortName,
  type PostsPort,
} from './backend/ports.ts';
export { VERSION } from './internal/version.ts';
export {
  EVENT_KINDS,
  EVENT_STATUSES,
  type CalendarEvent,
  type EventAttendance,
  type EventKind,
  type EventStatus,
  type Place,
  type Recurrence,
  type RegistrationInfo,
  type Session,
} from './model/calendar-event.ts';
export {
  untrustedHtml,
  type OrgRef,
  type PersonRef,
  type Topic,
  type UntrustedHtml,
  type Visibility,
} from './model/common.ts';
export { emptyPage, type Page, type Problem, type SourceRef } from './model/page.ts';
