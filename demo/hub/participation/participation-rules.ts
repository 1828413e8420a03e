import type { IdeaStage } from '../../../src/model/idea.ts';
import { actionsOf, addRules, addVisibility, can, maySee, type Guarded, type Rule } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { GuardedIdea } from '../ideas/idea-rules.ts';

/** What somebody said, as rules look at it. */
export interface GuardedComment extends Guarded {
  readonly type: 'idea-comment';
  readonly idea: GuardedIdea;
  readonly state: string;
  /** null where it was said without a name: by the author of an anonymous idea. */
  readonly createdBy: string | null;
  readonly isReply: boolean;
}

/** Help that somebody offers, as rules look at it. */
export interface GuardedOffer extends Guarded {
  readonly type: 'help-offer';
  readonly idea: GuardedIdea;
  readonly state: string;
  readonly createdBy: string;
  readonly thanked: boolean;
}

const commentRule =
  (check: (caller: Caller, comment: GuardedComment) => boolean): Rule =>
  (caller, object) =>
    check(caller, object as GuardedComment);

const offerRule =
  (check: (caller: Caller, offer: GuardedOffer) => boolean): Rule =>
  (caller, object) =>
    check(caller, object as GuardedOffer);

export const isOwnComment = (caller: Caller, { idea, createdBy }: GuardedComment): boolean =>
  createdBy === null ? idea.actors.has('author') : caller.kind === 'account' && caller.person.id === createdBy;

/** Whoever moderates the idea, or whose words they are, reads what others do not (yet). */
export const mayReadHeld = (caller: Caller, comment: GuardedComment): boolean =>
  isOwnComment(caller, comment) || can(caller, 'moderate', comment.idea);

addVisibility(
  'idea-comment',
  commentRule(
    (caller, comment) => maySee(caller, comment.idea) && (comment.state !== 'pending' || mayReadHeld(caller, comment)),
  ),
);

addRules('idea-comment', {
  update: commentRule(
    (caller, comment) =>
      isOwnComment(caller, comment) &&
      (comment.state === 'visible' || comment.state === 'pending') &&
      can(caller, 'comment', comment.idea),
  ),
  remove: commentRule((caller, comment) => isOwnComment(caller, comment) && comment.state !== 'removed'),
  hide: commentRule(
    (caller, { idea, state }) => (state === 'visible' || state === 'pending') && can(caller, 'moderate', idea),
  ),
  show: commentRule(
    (caller, { idea, state }) => (state === 'hidden' || state === 'pending') && can(caller, 'moderate', idea),
  ),
  reply: commentRule(
    (caller, { idea, state, isReply }) => !isReply && state === 'visible' && can(caller, 'comment', idea),
  ),
  react: commentRule(
    (caller, comment) => caller.kind === 'account' && comment.state === 'visible' && !isOwnComment(caller, comment),
  ),
  report: commentRule((caller, comment) => comment.state === 'visible' && !isOwnComment(caller, comment)),
});

/** Authors, and the Patin or Pate, know who offers help. */
const isAsked = ({ actors }: GuardedIdea): boolean => actors.has('author') || actors.has('patron');

const ENDED: readonly IdeaStage[] = ['stopped', 'declined', 'merged', 'withdrawn'];

/** They also say which help is taken, as long as the idea goes on. */
const answers = (idea: GuardedIdea): boolean => isAsked(idea) && !ENDED.includes(idea.row.stage);

const isOfferer = (caller: Caller, { createdBy }: GuardedOffer): boolean =>
  caller.kind === 'account' && caller.person.id === createdBy;

/** What others read of an offer before it is taken is its kind and size. */
export const mayReadOfferer = (caller: Caller, offer: GuardedOffer): boolean =>
  isOfferer(caller, offer) || isAsked(offer.idea) || offer.state === 'accepted' || offer.state === 'done';

/** Words of an offer are for the authors and whoever offers. */
export const mayReadOfferText = (caller: Caller, offer: GuardedOffer): boolean =>
  isOfferer(caller, offer) || offer.idea.actors.has('author');

addVisibility(
  'help-offer',
  offerRule(
    (caller, offer) =>
      maySee(caller, offer.idea) &&
      (isOfferer(caller, offer) || isAsked(offer.idea) || (offer.state !== 'declined' && offer.state !== 'withdrawn')),
  ),
);

addRules('help-offer', {
  accept: offerRule((_caller, { idea, state }) => state === 'offered' && answers(idea)),
  decline: offerRule((_caller, { idea, state }) => state === 'offered' && answers(idea)),
  done: offerRule((_caller, { idea, state }) => state === 'accepted' && isAsked(idea)),
  thank: offerRule((_caller, { idea, state, thanked }) => state === 'done' && !thanked && isAsked(idea)),
  withdraw: offerRule(
    (caller, offer) => isOfferer(caller, offer) && (offer.state === 'offered' || offer.state === 'accepted'),
  ),
});

export const commentActions = (caller: Caller, comment: GuardedComment): string[] => actionsOf(caller, comment);
export const offerActions = (caller: Caller, offer: GuardedOffer): string[] => actionsOf(caller, offer);
