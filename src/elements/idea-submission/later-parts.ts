/** All that the form needs after its first step. It comes with the first key, so that going on waits for nothing. */
export { AttachmentList } from './attachment-list.ts';
export { renderAttachments } from './attachment-fields.ts';
export { DraftKeeper } from './draft-keeper.ts';
export { renderDraftNote, renderElsewhere, renderOffered, renderOrigin, renderRestored } from './draft-note.ts';
export { renderStep } from './later-steps.ts';
export { renderSimilar } from './similar-list.ts';
export { SimilarSearch } from './similar-search.ts';
