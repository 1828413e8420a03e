import type { OrgRef, PersonRef, Topic } from './common.ts';

export const IMPULSE_STATES = ['offered', 'dated', 'withdrawn'] as const;
export type ImpulseState = (typeof IMPULSE_STATES)[number];

/** A short online session that a member gives to colleagues of other administrations, first by interest, then with a date. */
export interface Impulse {
  readonly id: string;
  readonly title: string;
  /** Plain text. */
  readonly abstract?: string;
  readonly by?: PersonRef;
  readonly org?: OrgRef;
  readonly topics: readonly Topic[];
  readonly minutes: number;
  readonly state: ImpulseState;
  readonly interested: number;
  readonly me?: { readonly interested?: boolean; readonly author?: boolean };
  /** What it became. */
  readonly event?: { readonly id: string; readonly title: string; readonly start: string };
  readonly createdAt: string;
  /** `update`, `date`, `withdraw`, `interest`. */
  readonly can: readonly string[];
  readonly etag?: string;
}

export const CIRCLE_STATES = ['open', 'full', 'running', 'ended'] as const;
export type CircleState = (typeof CIRCLE_STATES)[number];

/**
 * A small fixed group that meets several times by a guide. It is an event of kind `learning-circle` whose registration is
 * for the whole series; `id` is that event's. `open`: before its first meeting, with places left.
 */
export interface LearningCircle {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly guideUrl?: string;
  readonly by?: PersonRef;
  readonly org?: OrgRef;
  readonly topics: readonly Topic[];
  readonly dates: readonly { readonly start: string; readonly end: string }[];
  readonly places: number;
  readonly registered: number;
  readonly waiting: number;
  /** For those within it and its organisers only. */
  readonly members?: readonly PersonRef[];
  readonly state: CircleState;
  readonly me?: { readonly registered?: boolean; readonly waitingPosition?: number };
  /** `register`, `unregister`, `update`, `cancel`. */
  readonly can: readonly string[];
}
