/** Classes, types and ports for those who build on the library. Importing it registers nothing. */
export { VrAuthRequiredEvent } from './elements/backend/events.ts';
export { VrBackend } from './elements/backend/vr-backend.ts';
export { VrPostOpenEvent, VrPostsFilteredEvent } from './elements/blog-feed/events.ts';
export { VrShareEvent, type ShareDetail } from './elements/blog-feed/post-share/events.ts';
export { VrBlogFeed } from './elements/blog-feed/vr-blog-feed.ts';
export { VrEventCalendar } from './elements/event-calendar/vr-event-calendar.ts';
export { VrEventOpenEvent, VrRangeChangedEvent } from './elements/event-calendar/events.ts';
export { VrIdeaBoard } from './elements/idea-board/vr-idea-board.ts';
export { VrIdeasFilteredEvent } from './elements/idea-board/events.ts';
export { VrIdeaSubmittedEvent } from './elements/idea-submission/events.ts';
export { VrIdeaOpenEvent } from './elements/shared/idea-events.ts';
export { VrIdeaSubmission } from './elements/idea-submission/vr-idea-submission.ts';
export { VrPeersFilteredEvent, VrPeerShowEvent } from './elements/peer-directory/events.ts';
export { VrPeerDirectory } from './elements/peer-directory/vr-peer-directory.ts';
export { VrPeerProfile } from './elements/peer-profile/vr-peer-profile.ts';
export {
  PROFILE_ENDS,
  VrProfileChangedEvent,
  VrProfileEndedEvent,
  type ProfileEnd,
} from './elements/peer-profile/events.ts';

export {
  BACKEND_ERROR_KINDS,
  BackendError,
  type BackendErrorKind,
  type BackendErrorOptions,
  type BlockedReason,
} from './backend/backend-error.ts';
export { portContext, type PortContext } from './backend/contexts.ts';
export {
  IDEA_SORTS,
  PORT_NAMES,
  type AccountPort,
  type AdapterFactory,
  type AdapterOptions,
  type Audience,
  type Backend,
  type CallOptions,
  type CommentInput,
  type CreatedIdea,
  type CreateOptions,
  type EventRef,
  type EventsPort,
  type EventsQuery,
  type EventVocabulary,
  type HelpInput,
  type IdeaSort,
  type IdeasPort,
  type IdeasQuery,
  type IdeaVocabulary,
  type ImpulsesQuery,
  type OffersQuery,
  type PeersPort,
  type PeersQuery,
  type PeerVocabulary,
  type PhotoInput,
  type PortName,
  type PostsPort,
  type SupportInput,
  type WriteOptions,
} from './backend/ports.ts';
export { VERSION } from './internal/version.ts';
export {
  EVENT_KINDS,
  EVENT_STATUSES,
  SESSION_STATES,
  type CalendarEvent,
  type CircleInfo,
  type EventAttendance,
  type EventKind,
  type EventMe,
  type EventStatus,
  type Place,
  type Programme,
  type Recurrence,
  type RegistrationInfo,
  type Session,
  type SessionState,
} from './model/calendar-event.ts';
export {
  untrustedHtml,
  type OrgRef,
  type PersonRef,
  type Topic,
  type UntrustedHtml,
  type Visibility,
} from './model/common.ts';
export type { AccountSettings, Erasure, Me, Notification } from './model/account.ts';
export {
  EVENT_LIMITS,
  type CircleInput,
  type EventInput,
  type ImpulseDateInput,
  type ImpulseInput,
  type RegistrationInput,
  type SessionInput,
} from './model/event-input.ts';
export type { IdeaInput, TakeOverInput, TransitionInput } from './model/idea-input.ts';
export type {
  CommentKind,
  CommentState,
  HelpOffer,
  HelpState,
  IdeaComment,
  IdeaSupport,
  Reaction,
  SupportLevel,
  SupportShown,
} from './model/idea-participation.ts';
export {
  HELP_KINDS,
  IDEA_ACTIONS,
  IDEA_LIMITS,
  IDEA_REACHES,
  IDEA_STAGES,
  type Attachment,
  type HelpKind,
  type HelpSize,
  type HistoryEntry,
  type Idea,
  type IdeaAction,
  type IdeaAnswer,
  type IdeaCounts,
  type IdeaMe,
  type IdeaPlace,
  type IdeaReach,
  type IdeaRef,
  type IdeaStage,
  type Indicator,
  type Need,
  type PendingStep,
  type Practice,
  type SimilarItem,
  type Trial,
  type TrialResult,
} from './model/idea.ts';
export {
  CIRCLE_STATES,
  IMPULSE_STATES,
  type CircleState,
  type Impulse,
  type ImpulseState,
  type LearningCircle,
} from './model/impulse.ts';
export {
  REQUEST_STATES,
  type BlockedPeer,
  type ContactInput,
  type ContactRequest,
  type RequestState,
} from './model/contact-request.ts';
export type { ImportPreview, ImportResult, ImportRow } from './model/peer-import.ts';
export {
  CHANNELS,
  PROFILE_SOURCES,
  PROFILE_STATES,
  seenPeer,
  type Channel,
  type Channels,
  type Consent,
  type ConsentInput,
  type FieldVisibility,
  type OfferInput,
  type PeerProfile,
  type ProfileAudience,
  type ProfileInput,
  type ProfileSource,
  type ProfileState,
} from './model/peer-profile.ts';
export {
  AVAILABILITIES,
  CONTRIBUTION_KINDS,
  EXPERTISE_LEVELS,
  OFFER_DIRECTIONS,
  OFFER_FORMS,
  OFFER_STATES,
  PEER_FIELDS,
  PEER_LIMITS,
  type Availability,
  type AvailabilityState,
  type Contribution,
  type ContributionKind,
  type Expertise,
  type ExpertiseLevel,
  type Interest,
  type MatchReason,
  type OfferDirection,
  type OfferForm,
  type OfferState,
  type Peer,
  type PeerBrief,
  type PeerField,
  type PeerMatch,
  type PeerOffer,
} from './model/peer.ts';
export { emptyPage, type FacetCount, type Facets, type Page, type Problem, type SourceRef } from './model/page.ts';
export {
  REGISTRATION_STATES,
  registrationPhase,
  type Registration,
  type RegistrationPhase,
  type RegistrationState,
} from './model/registration.ts';
