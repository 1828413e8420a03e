import { html, nothing, type TemplateResult } from 'lit';
import type { OrgRef } from '../../model/common.ts';
import type { IdeaFormError } from '../../model/idea-form.ts';
import { icon, ICONS } from '../shared/icons.ts';
import { controlId, errorText, type FormContext } from './form-context.ts';
import { renderProblem } from './step-problem.ts';
import type { DeskHost } from './desk-host.ts';
import type { SubmissionDesk } from './submission-desk.ts';
import type { FormPlace } from './submission-flow.ts';

export interface SubmissionFormContext extends FormContext {
  readonly desk: SubmissionDesk;
  readonly host: DeskHost;
  readonly orgs: readonly (OrgRef & { readonly id: string })[];
  /** As whom one submits; `full` with what that means. */
  readonly sender: (full: boolean) => TemplateResult | typeof nothing;
  readonly onError: (error: IdeaFormError) => void;
}

/** The present step, or the preview, with the ways on and back. */
export function renderForm(context: SubmissionFormContext): TemplateResult {
  const { words, desk } = context;
  const { flow } = desk;
  const { submission } = words;
  const preview = flow.at === 'preview';
  const send = desk.editing
    ? desk.followUp?.idea?.stage === 'returned'
      ? submission.resubmit
      : submission.saveChanges
    : submission.submit;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (preview) void desk.submit();
    else context.host.onFocus(flow.next() ? 'heading' : 'summary');
  };
  return html`${renderNotices(context)}
    <form novalidate @submit=${onSubmit} @input=${() => desk.begin()} @paste=${(event: ClipboardEvent) => onPaste(event, context)}>
      ${flow.errors.length > 0 ? renderSummary(context) : nothing}
      ${preview ? renderPreview(context) : renderStep(context)} ${renderPot(context)}
      ${desk.sending ? nothing : renderWays(context, preview ? send : submission.next[flow.following])}
    </form>
    ${desk.sending ? renderSending(context) : nothing}`;
}

function onPaste({ clipboardData }: ClipboardEvent, { desk, shown }: SubmissionFormContext): void {
  // Office programs put a picture of copied text beside the text.
  if (!clipboardData || clipboardData.getData('text/plain') || desk.flow.at !== 'needs' || !shown.has('attachments'))
    return;
  void desk.files?.add([...clipboardData.files]);
}

function renderSummary(context: SubmissionFormContext): TemplateResult {
  const { words, errors, headingLevel, onError } = context;
  const title = words.submission.errors.title(errors.length);
  const follow = (event: MouseEvent, error: IdeaFormError): void => {
    event.preventDefault();
    onError(error);
  };
  return html`<div class="summary" id="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
    <div class="sub-title" id="summary-title" role="heading" aria-level=${headingLevel}>${icon(ICONS.warning)} ${title}</div>
    <ul>
      ${errors.map(
        (error) =>
          html`<li>
            <a href=${`${location.href.split('#')[0]}#${controlId(error.field)}`} @click=${(event: MouseEvent) => follow(event, error)}
              >${errorText(error, words)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}

function renderStep(context: SubmissionFormContext): TemplateResult {
  const { desk, host, orgs, vocabulary, shown, form } = context;
  const { at } = desk.flow;
  if (at === 'problem') return renderProblem(context);
  const later = host.later.get();
  if (!later || at === 'preview') return renderWait(context);
  const limits = vocabulary?.attachments;
  return later.renderStep(at, {
    ...context,
    orgs,
    audience: (reach) => desk.audience.of(reach, form.orgId),
    attachments:
      limits && desk.files && shown.has('attachments')
        ? later.renderAttachments({ ...context, files: desk.files, limits, announce: (text) => desk.announce(text) })
        : nothing,
  });
}

function renderPreview(context: SubmissionFormContext): TemplateResult {
  const { desk, host, orgs } = context;
  const last = host.last.get();
  if (!last) return renderWait(context);
  return last.renderPreview({
    ...context,
    orgs,
    files: desk.files?.items ?? [],
    locked: desk.sending,
    sender: desk.editing ? nothing : context.sender(true),
    onEdit: (step) => {
      desk.flow.go(step);
      host.onFocus('heading');
    },
  });
}

function renderSending(context: SubmissionFormContext): TemplateResult | typeof nothing {
  const { words, desk, host } = context;
  const last = host.last.get();
  if (!last) return nothing;
  const waiting = desk.files?.items.some(({ state }) => state === 'waiting');
  return last.renderSendStatus({
    words,
    entry: desk.post.entry,
    files: desk.uploading ? (waiting ? 'waiting' : 'uploading') : undefined,
    kept: !desk.uploading && !desk.editing && desk.drafts.kind !== 'none',
    maySignIn: host.account.maySignIn,
    onResend: () => desk.resend(),
    onEdit: desk.post.mayWithdraw ? () => desk.withdraw() : undefined,
    onSignIn: () => void desk.signIn(),
    onReload: desk.editing ? (replace) => void desk.reload(replace) : undefined,
  });
}

/** Programs fill in every field; people do not see this one. */
const renderPot = ({ desk, words }: SubmissionFormContext): TemplateResult =>
  html`<div class="pot" aria-hidden="true">
    <label
      >${words.submission.website}
      <input
        name="website"
        type="text"
        tabindex="-1"
        autocomplete="off"
        .value=${desk.website}
        @input=${(event: InputEvent) => (desk.website = (event.target as HTMLInputElement).value)}
    /></label>
  </div>`;

function renderWays({ words, desk, host }: SubmissionFormContext, next: string): TemplateResult {
  const { flow } = desk;
  const onBack = (): void => {
    flow.back();
    host.onFocus('heading');
  };
  return html`<p class="ways">
    <button type="submit" class="button primary">${next}</button>
    ${
      flow.previous
        ? html`<button type="button" class="button quiet" @click=${onBack}>${words.submission.back}</button>`
        : nothing
    }
  </p>`;
}

function renderNotices(context: SubmissionFormContext): TemplateResult | typeof nothing {
  const { words, desk, host, form } = context;
  const { origin } = form;
  const parts = origin || desk.origin.offered ? host.later.get() : undefined;
  return html`${renderDraftNotice(context)}
  ${desk.origin.offered ? parts?.renderOffered(words, desk.origin.offered.title, (replace) => desk.origin.settle(replace)) : nothing}
  ${origin && !desk.editing ? parts?.renderOrigin(words, origin.title, () => desk.origin.detach()) : nothing}`;
}

function renderDraftNotice({ words, desk, host }: SubmissionFormContext): TemplateResult | typeof nothing {
  const later = desk.drafts.restored || desk.drafts.elsewhere ? host.later.get() : undefined;
  if (!later) return nothing;
  if (desk.drafts.elsewhere)
    return later.renderElsewhere(
      words,
      () => desk.adopt(),
      () => desk.drafts.keep(),
    );
  return later.renderRestored(words, desk.drafts.restored === 'sign-in', () => desk.discard());
}

const renderWait = ({ words }: FormContext): TemplateResult =>
  html`<p role="status" class="wait">${words.status.loading}</p>`;

/** Where one is: the name of the form, the step's number, the step's question. */
export function renderHeading(context: FormContext & { readonly desk: SubmissionDesk }, level: number): TemplateResult {
  const { words, desk } = context;
  const { submission } = words;
  const { flow, done, followUp, editing } = desk;
  let [where, title]: readonly [string, string] = ['', ''];
  if (done) title = submission.done.title;
  else if (followUp && !editing) title = submission.followUp.title;
  else [where, title] = placeWords(flow.at, flow.steps.indexOf(flow.at as never), flow.steps.length, context);
  const label = `${editing ? submission.followUp.edit : submission.label}${where ? ` · ${where}` : ''}`;
  return html`<div class="heading" id="heading" role="heading" aria-level=${level} tabindex="-1">
      <span class="where">${label}</span> <span class="title">${title}</span>
    </div>
    ${
      done || (followUp && !editing)
        ? nothing
        : html`<div class="progress" aria-hidden="true">
            ${[...flow.steps, 'preview' as const].map(
              (step, index, all) => html`<i class=${index <= all.indexOf(flow.at) ? 'reached' : ''}></i>`,
            )}
          </div>`
    }`;
}

function placeWords(
  at: FormPlace,
  index: number,
  count: number,
  { words, desk }: FormContext & { readonly desk: SubmissionDesk },
): readonly [string, string] {
  const { submission } = words;
  if (at === 'preview')
    return [submission.lastStep, desk.sending ? submission.sending.title : submission.preview.title];
  return [submission.step(index + 1, count), submission.steps[at]];
}
