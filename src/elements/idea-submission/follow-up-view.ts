import { html, nothing, type TemplateResult } from 'lit';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import { icon, ICONS } from '../shared/icons.ts';
import { renderStage } from '../shared/idea-stage.ts';
import type { FollowUp } from './follow-up.ts';

export interface FollowUpContext {
  readonly words: SubmissionMessages;
  readonly headingLevel: number;
  readonly followUp: FollowUp;
  readonly onEdit: () => void;
  readonly onAnother: () => void;
}

/** How one's own idea stands. */
export function renderFollowUp(context: FollowUpContext): TemplateResult {
  const { followUp, words, onAnother } = context;
  const { followUp: say } = words.submission;
  const { idea, error, busy, news } = followUp;
  if (!idea) {
    return html`<div role="status">
        ${
          error
            ? html`<p class="error">${icon(ICONS.warning)}<span>${failureText(context)}</span></p>`
            : html`<p>${busy ? say.loading : nothing}</p>`
        }
      </div>
      ${
        error
          ? html`<p class="actions">
              <button type="button" class="button" @click=${() => void followUp.load()}>${words.common.retry}</button>
              <button type="button" class="button" @click=${onAnother}>${say.another}</button>
            </p>`
          : nothing
      }`;
  }
  const stageLine = say.meaning[idea.stage];
  return html`<p class="arrived"><strong>${idea.title}</strong></p>
    <p>${idea.summary}</p>
    <p class="stage-line">
      <span class="visually-hidden">${say.stage}:</span> ${renderStage(idea, words)} ${stageLine ? html`<span>${stageLine}</span>` : nothing}
    </p>
    <p role="status" class="news">${news === 'sent' ? say.sent : news === 'saved' ? say.saved : news === 'withdrawn' ? say.withdrawn : nothing}</p>
    ${idea.reason ? html`<p><strong>${say.reason}:</strong> ${idea.reason}</p>` : nothing}
    ${idea.stage === 'returned' ? renderQuestion(context) : nothing} ${renderActions(context)}`;
}

function renderQuestion({ words, followUp, headingLevel }: FollowUpContext): TemplateResult {
  const { followUp: say } = words.submission;
  const { idea, answer, busy } = followUp;
  return html`<div class="question">
    <div class="sub-title" role="heading" aria-level=${headingLevel}>${say.question}</div>
    <blockquote>${idea?.question}</blockquote>
    ${
      followUp.may('transition:submitted')
        ? html`<div class="field">
              <label for="answer">${say.answer}</label>
              <p class="hint" id="answer-hint">${say.answerHint}</p>
              <textarea
                id="answer"
                rows="4"
                autocomplete="off"
                aria-describedby="answer-hint"
                .value=${answer}
                @input=${(event: InputEvent) => followUp.change({ answer: (event.target as HTMLTextAreaElement).value })}
              ></textarea>
            </div>
            <p class="actions">
              <button type="button" class="button primary" aria-disabled=${busy ? 'true' : 'false'} @click=${() => void followUp.sendAnswer()}>
                ${say.answerSend}
              </button>
            </p>`
        : nothing
    }
  </div>`;
}

function renderActions(context: FollowUpContext): TemplateResult {
  const { words, followUp, onEdit, onAnother } = context;
  const { followUp: say, sending } = words.submission;
  const { reason, reasonMissing, sendError, busy } = followUp;
  const sendFailed = sendError
    ? html`<p class="error" role="alert">
        ${icon(ICONS.warning)}<span>${sending.failed}. ${words.failure[sendError.kind]}</span>
      </p>`
    : nothing;
  if (reason !== undefined) {
    return html`<div class=${reasonMissing ? 'field wrong' : 'field'}>
        <label for="reason">${say.withdrawReason}</label>
        ${
          reasonMissing
            ? html`<p class="error" id="reason-error" role="alert">${icon(ICONS.warning)}<span>${say.withdrawReasonMissing}</span></p>`
            : nothing
        }
        <textarea
          id="reason"
          rows="3"
          autocomplete="off"
          required
          aria-invalid=${reasonMissing ? 'true' : 'false'}
          aria-describedby=${reasonMissing ? 'reason-error' : nothing}
          .value=${reason}
          @input=${(event: InputEvent) => followUp.change({ reason: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
      ${sendFailed}
      <p class="actions">
        <button type="button" class="button primary" aria-disabled=${busy ? 'true' : 'false'} @click=${() => void followUp.withdraw()}>
          ${say.withdraw}
        </button>
        <button type="button" class="button" @click=${() => followUp.change({ reason: undefined })}>
          ${say.withdrawCancel}
        </button>
      </p>`;
  }
  return html`${sendFailed}
    <p class="actions">
      ${
        followUp.may('update')
          ? html`<button type="button" class="button" @click=${onEdit}>${say.edit}</button>`
          : nothing
      }
      ${
        followUp.may('transition:withdrawn')
          ? html`<button type="button" class="button" @click=${() => followUp.change({ reason: '' })}>${say.withdraw}</button>`
          : nothing
      }
      <button type="button" class="button quiet" @click=${onAnother}>${say.another}</button>
    </p>`;
}

function failureText({ followUp, words }: FollowUpContext): string {
  const { followUp: say } = words.submission;
  const kind = followUp.error?.kind;
  if (kind === 'missing') return say.missing;
  return kind === 'denied' ? say.denied : say.failed;
}
