import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import { addMonths } from '../../../model/plain-date.ts';
import { dayWords, type EntryContext } from './entry-context.ts';

/** Months that a consent may be given for. */
export const CONSENT_MONTHS = [6, 12, 24] as const;
export interface PublishContext extends EntryContext {
  readonly months: number;
  /** Something typed is not saved yet. */
  readonly unsaved: boolean;
  readonly busy: boolean;
  readonly failure: BackendError | undefined;
  /** What was just done. */
  readonly said: string;
  readonly onMonths: (months: number) => void;
  readonly onPublish: () => void;
  readonly onHide: () => void;
}

/** What went wrong with publishing, in words. */
function failureWords({ status, kind, problem }: BackendError, { words }: EntryContext): string {
  const { publish, failed } = words.entry;
  if (problem?.['code'] === 'consent-text') return publish.changed;
  if (status === 422) return publish.missing;
  return kind === 'denied' ? publish.notAllowed : failed(words.failure[kind]);
}

/** The text that is consented to, for how long, and the ways in and out of the directory. */
export function renderPublish(context: PublishContext): TemplateResult {
  const { words, profile, headingLevel, months, unsaved, busy, failure, said, today } = context;
  const { publish, sections } = words.entry;
  const { consent, consentText, can, state } = profile;
  const renews = state === 'listed';
  const [plain, typed] = renews ? [publish.renew, publish.renewTyped] : [publish.publish, publish.publishTyped];
  const mayPublish = can.includes('publish');
  return html`<div class="section publish" role="group" aria-labelledby="publish">
    <div class="section-title" id="publish" role="heading" aria-level=${headingLevel} tabindex="-1">
      ${sections.publish}
    </div>
    ${
      consent?.listed
        ? html`<p class="quiet">
            ${publish.given(dayWords(consent.at, context), consent.textVersion)}
            ${consent.textVersion === consentText.version ? nothing : publish.newer}
          </p>`
        : nothing
    }
    <div class="consent" role="group" aria-labelledby="consent" tabindex="-1">
      <p class="consent-head"><strong id="consent">${publish.text}</strong> <span>${publish.version(consentText.version)}</span></p>
      <p class="consent-text">${consentText.text}</p>
    </div>
    ${
      mayPublish
        ? html`<fieldset class="months">
            <legend>${publish.duration}</legend>
            ${CONSENT_MONTHS.map(
              (count) =>
                html`<label class="choice"
                  ><input
                    type="radio"
                    name="months"
                    value=${count}
                    .checked=${count === months}
                    @change=${() => context.onMonths(count)}
                  /><span>${publish.ends(count, dayWords(addMonths(today, count), context))}</span></label
                >`,
            )}
            <p class="quiet">${publish.reminder}</p>
          </fieldset>`
        : html`<p>${publish.notAllowed}</p>`
    }
    ${unsaved && mayPublish ? html`<p class="quiet">${publish.unsaved}</p>` : nothing}
    <div role="alert">
      ${failure ? html`<p class="failure">${failureWords(failure, context)}</p>` : nothing}
    </div>
    <div class="row">
      ${
        mayPublish
          ? html`<button
              type="button"
              class="button primary"
              aria-disabled=${busy ? 'true' : nothing}
              @click=${context.onPublish}
            >
              ${busy ? words.form.working : unsaved ? typed : plain}
            </button>`
          : nothing
      }
      ${
        state === 'listed' && can.includes('hide')
          ? html`<button
              type="button"
              class="button"
              aria-disabled=${busy ? 'true' : nothing}
              aria-describedby="hide-hint"
              @click=${context.onHide}
            >
              ${publish.hide}
            </button>`
          : nothing
      }
    </div>
    ${state === 'listed' && can.includes('hide') ? html`<p class="quiet" id="hide-hint">${publish.hideHint}</p>` : nothing}
    <div role="status">${said ? html`<p class="done" tabindex="-1">${said}</p>` : nothing}</div>
  </div>`;
}
