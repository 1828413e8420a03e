import { html, nothing, type TemplateResult } from 'lit';
import type { Audience } from '../../backend/ports.ts';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import type { OrgRef } from '../../model/common.ts';
import type { IdeaForm, IdeaFormStep } from '../../model/idea-form.ts';
import { HELP_KINDS, IDEA_LIMITS, IDEA_REACHES, type HelpKind, type IdeaReach } from '../../model/idea.ts';
import { renderError, renderOptional, renderTextField } from './fields.ts';
import { controlId, errorOf, type FormContext } from './form-context.ts';

export interface LaterStepsContext extends FormContext {
  /** Administrations to choose from; empty where there is nothing to choose. */
  readonly orgs: readonly (OrgRef & { readonly id: string })[];
  /** Who will see an idea of this reach, as far as it is known yet. */
  readonly audience: (reach: IdeaReach) => Audience | undefined;
  /** The part for files, where there is one. */
  readonly attachments: TemplateResult | typeof nothing;
}

/** The steps after the first. */
export function renderStep(step: IdeaFormStep, context: LaterStepsContext): TemplateResult {
  if (step === 'idea') return renderIdea(context);
  return step === 'benefit' ? renderBenefit(context) : renderNeeds(context);
}

function renderIdea(context: LaterStepsContext): TemplateResult {
  const { words, shown, form, errors } = context;
  const { hints, moreText } = words.submission;
  const open = form.body !== '' || errors.some(({ field }) => field === 'body');
  return html`${renderTextField(context, 'title', { required: true, hint: hints.title })}
  ${renderTextField(context, 'summary', { rows: 4, required: true, hint: hints.summary })}
  ${
    shown.has('body')
      ? html`<details ?open=${open}>
          <summary>${moreText}${renderOptional(context)}</summary>
          ${renderTextField(context, 'body', { rows: 10, hint: hints.body, hideOptional: true })}
        </details>`
      : nothing
  }`;
}

function renderBenefit(context: LaterStepsContext): TemplateResult {
  const { shown, words } = context;
  const { hints } = words.submission;
  return html`${shown.has('benefitFor') ? renderTextField(context, 'benefitFor', { rows: 3, hint: hints.benefitFor }) : nothing}
  ${shown.has('place') ? renderTextField(context, 'place', { hint: hints.place }) : nothing}
  ${shown.has('orgId') ? renderOrg(context) : nothing} ${renderReach(context)}
  ${shown.has('topicIds') ? renderTopics(context) : nothing}`;
}

function renderOrg(context: LaterStepsContext): TemplateResult {
  const { words, form, orgs, onChange } = context;
  const id = controlId('orgId');
  const error = errorOf(context, 'orgId');
  return html`<div class=${error ? 'field wrong' : 'field'}>
    <label for=${id}>${words.submission.fields.orgId}</label>
    ${renderError(error, id, context)}
    <select
      id=${id}
      name="orgId"
      required
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${error ? `${id}-error` : nothing}
      @change=${(event: Event) => onChange({ orgId: (event.target as HTMLSelectElement).value })}
    >
      <option value="" ?selected=${form.orgId === ''}>${words.submission.choose}</option>
      ${orgs.map((org) => html`<option value=${org.id} ?selected=${org.id === form.orgId}>${org.name}</option>`)}
    </select>
  </div>`;
}

function renderReach(context: LaterStepsContext): TemplateResult {
  const { words, form, onChange, audience } = context;
  const id = controlId('reach');
  const error = errorOf(context, 'reach');
  return html`<fieldset
    class=${error ? 'field wrong' : 'field'}
    aria-describedby=${error ? `${id}-error` : nothing}
    role="radiogroup"
    aria-required="true"
  >
    <legend>${words.submission.fields.reach}</legend>
    ${renderError(error, id, context)}
    ${IDEA_REACHES.map(
      (reach, index) =>
        html`<label class="choice">
          <input
            type="radio"
            name="reach"
            id=${index === 0 ? id : `${id}-${reach}`}
            value=${reach}
            required
            aria-describedby=${`${id}-${reach}-who`}
            .checked=${form.reach === reach}
            @change=${() => onChange({ reach })}
          />
          <span class="choice-text">
            <span>${words.idea.reaches[reach]}</span>
            <span class="hint" id=${`${id}-${reach}-who`}>${audienceText(audience(reach), reach, words)}</span>
          </span>
        </label>`,
    )}
  </fieldset>`;
}

/** Who will see it, in words. */
export function audienceText(
  audience: Audience | undefined,
  reach: IdeaReach,
  { submission }: SubmissionMessages,
): string {
  const { audience: words } = submission;
  if (!audience) return words.unknown[reach];
  if (audience.public) return words.public;
  const names = audience.orgs.map(({ name }) => name);
  if (names.length === 0) return words.unknown[reach];
  const orgs =
    names.length > 3
      ? words.many(names.length)
      : [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(` ${words.and} `);
  return audience.people ? words.people(audience.people, orgs) : words.of(orgs);
}

function renderTopics(context: LaterStepsContext): TemplateResult | typeof nothing {
  const { words, form, current, onChange, vocabulary } = context;
  const topics = vocabulary?.topics ?? [];
  if (topics.length === 0) return nothing;
  const id = controlId('topicIds');
  const error = errorOf(context, 'topicIds');
  const language = words.lang === 'en' ? 'en' : 'de';
  return html`<fieldset
    class=${error ? 'field wrong' : 'field'}
    aria-describedby=${`${id}-hint${error ? ` ${id}-error` : ''}`}
  >
    <legend>${words.submission.fields.topicIds}${renderOptional(context)}</legend>
    <p class="hint" id=${`${id}-hint`}>${words.submission.hints.topicIds(IDEA_LIMITS.topics)}</p>
    ${renderError(error, id, context)}
    <div class="choices">
      ${topics.map(
        (topic, index) =>
          html`<label class="choice">
            <input
              type="checkbox"
              name="topicIds"
              id=${index === 0 ? id : `${id}-${index}`}
              value=${topic.id}
              .checked=${form.topicIds.includes(topic.id)}
              @change=${(event: Event) =>
                onChange({
                  topicIds: withOrWithout(current().topicIds, topic.id, (event.target as HTMLInputElement).checked),
                })}
            />
            <span>${topic.label[language] ?? topic.label.de ?? topic.id}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

const withOrWithout = (ids: readonly string[], id: string, on: boolean): readonly string[] =>
  on ? [...ids.filter((each) => each !== id), id] : ids.filter((each) => each !== id);

function renderNeeds(context: LaterStepsContext): TemplateResult {
  const { shown, words, attachments } = context;
  const { fields, hints } = words.submission;
  const id = controlId('needs');
  return html`${
    shown.has('firstStep') ? renderTextField(context, 'firstStep', { rows: 3, hint: hints.firstStep }) : nothing
  }
  ${
    shown.has('needs')
      ? html`<fieldset class="field" aria-describedby=${`${id}-hint`}>
          <legend>${fields.needs}${renderOptional(context)}</legend>
          <p class="hint" id=${`${id}-hint`}>${hints.needs}</p>
          ${renderError(errorOf(context, 'needs'), id, context)}
          <div class="choices">${HELP_KINDS.map((kind, index) => renderNeed(context, kind, index))}</div>
        </fieldset>`
      : nothing
  }
  ${attachments}`;
}

function renderNeed(context: LaterStepsContext, kind: HelpKind, index: number): TemplateResult {
  const { words, form, current, onChange } = context;
  const need = form.needs.find((each) => each.kind === kind);
  const name = words.idea.help[kind];
  const error = errorOf(context, 'needs', kind);
  const id = controlId('needs', kind);
  const others = (): IdeaForm['needs'] => current().needs.filter((each) => each.kind !== kind);
  const onToggle = (event: Event): void => {
    const on = (event.target as HTMLInputElement).checked;
    onChange({ needs: inOrder(on ? [...others(), { kind, text: '' }] : others()) });
  };
  return html`<div class=${need ? 'need chosen' : 'need'}>
    <label class="choice">
      <input
        type="checkbox"
        name="needs"
        id=${index === 0 ? controlId('needs') : `${id}-chosen`}
        value=${kind}
        .checked=${need !== undefined}
        @change=${onToggle}
      />
      <span>${name}</span>
    </label>
    ${
      need
        ? html`<div class=${error ? 'need-text wrong' : 'need-text'}>
            <label for=${id}>${words.submission.needText(name)}</label>
            ${renderError(error, id, context)}
            <input
              id=${id}
              type="text"
              autocomplete="off"
              enterkeyhint="next"
              aria-invalid=${error ? 'true' : 'false'}
              aria-describedby=${error ? `${id}-error` : nothing}
              .value=${need.text}
              @input=${(event: InputEvent) =>
                onChange({ needs: inOrder([...others(), { kind, text: (event.target as HTMLInputElement).value }]) })}
            />
          </div>`
        : nothing
    }
  </div>`;
}

const inOrder = <N extends { readonly kind: HelpKind }>(needs: readonly N[]): readonly N[] =>
  HELP_KINDS.flatMap((kind) => needs.filter((need) => need.kind === kind));
