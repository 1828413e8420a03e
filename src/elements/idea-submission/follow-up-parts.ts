/** What a private link opens. */
export { FollowUp } from './follow-up.ts';
export { renderFollowUp } from './follow-up-view.ts';
