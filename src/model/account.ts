import type { OrgRef, PersonRef } from './common.ts';

/** Who reads, as the backend knows them. */
export interface Me {
  /** Nobody has signed in. */
  readonly anonymous: boolean;
  readonly person?: PersonRef & { readonly id: string };
  readonly memberships?: readonly {
    readonly org: OrgRef & { readonly id: string };
    readonly unit?: string;
    /** member, organiser, moderator, admin */
    readonly roles: readonly string[];
  }[];
  readonly can: readonly string[];
}

/** Something that happened and concerns the reader. The sentence is made from `kind` by the dictionaries. */
export interface Notification {
  readonly id: string;
  /** One of `NOTIFICATION_KINDS`; others are shown by what they are about alone. */
  readonly kind: string;
  readonly at: string;
  readonly read: boolean;
  readonly by?: PersonRef;
  readonly idea?: { readonly id: string; readonly title: string };
  readonly event?: { readonly id: string; readonly title: string };
  readonly impulse?: { readonly id: string; readonly title: string };
  /** A contact request; `title` is what it is about, or empty. */
  readonly contact?: { readonly id: string; readonly title: string };
  readonly post?: { readonly id: string; readonly title: string };
  /** The first words of what was said, plain text. */
  readonly text?: string;
}

export const NOTIFICATION_KINDS = [
  'idea-submitted',
  'idea-question',
  'idea-answered',
  'idea-released',
  'idea-declined',
  'idea-stage',
  'idea-reminder',
  'idea-parked',
  'idea-answer',
  'idea-answer-due',
  'trial-ending',
  'comment',
  'reply',
  'mention',
  'support',
  'help-offered',
  'help-accepted',
  'help-declined',
  'help-thanks',
  'help-withdrawn',
  'patron-named',
  'merge-proposed',
  'merge-settled',
  'adoption-asked',
  'adoption-confirmed',
  'adoption-refused',
  'taken-over',
  'report',
  'report-settled',
  'comment-hidden',
  'event-promoted',
  'event-changed',
  'event-cancelled',
  'event-removed',
  'event-message',
  'session-proposed',
  'session-placed',
  'session-cancelled',
  'impulse-interest',
  'impulse-dated',
  'impulse-reopened',
  'impulse-withdrawn',
  'contact-requested',
  'contact-accepted',
  'contact-declined',
  'profile-expiring',
  'profile-expired',
  'offer-expiring',
  'post-submitted',
  'post-returned',
  'post-published',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const DIGESTS = ['never', 'at-once', 'daily', 'weekly'] as const;
export type Digest = (typeof DIGESTS)[number];

/** What a person has set. */
export interface AccountSettings {
  readonly locale: 'de' | 'en';
  /** How often mails collect what is new. */
  readonly digest: Digest;
  /** Kinds of notifications that are switched off. */
  readonly muted: readonly string[];
  readonly etag?: string;
}

/** What is about to happen with somebody's data when they are erased, in numbers. */
export interface Erasure {
  /** Deleted for good, by what it is: `profile`, `offers`, `requests`, `registrations`, `supports`, `notifications`, `uploads` … */
  readonly deleted: Readonly<Record<string, number>>;
  /** Kept under “former member”, since others rely on it: `ideas`, `comments`, `events`, `sessions`, `help` … */
  readonly kept: Readonly<Record<string, number>>;
}
