/** What ends the form: preview, sending, confirmation. */
export { errorsOfProblem, IdeaSender } from './send-idea.ts';
export { renderSendStatus } from './send-status.ts';
export { renderDone } from './submission-done.ts';
export { renderPreview } from './submission-preview.ts';
