import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import { de, type IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { PersonRef } from '../../../model/common.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { Idea, IdeaStage } from '../../../model/idea.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { host } from '../../../styles/host.styles.ts';
import { VrFormInputEvent, type VrFormSubmitEvent } from '../../shared/form/events.ts';
import type { FormOption } from '../../shared/form/form-fields.ts';
import type { VrForm } from '../../shared/form/vr-form.ts';
import { VrIdeaStepCancelEvent, VrIdeaStepEvent } from './events.ts';
import { stepForm, stepInput } from './step-form.ts';

/**
 * What one step of an idea needs, asked for in a form. It sends nothing itself: the step is told by an event, whoever
 * listens says by `busy` and `failure` how it went.
 *
 * @summary The form for one step of an idea.
 * @status stable
 * @since 0.2
 *
 * @fires {VrIdeaStepEvent} vr-idea-step - the step is to be taken
 * @fires {VrIdeaStepCancelEvent} vr-idea-step-cancel - it is not
 */
export class VrIdeaStep extends StyledElement {
  static override styles = [host];

  @property({ attribute: false }) idea: Idea | undefined;
  /** Where the step leads. */
  @property({ attribute: false }) to: IdeaStage | undefined;
  /** Who takes part and may become Patin or Pate, or a contact. */
  @property({ attribute: false }) people: readonly PersonRef[] = [];
  /** Finds ideas that this one could become part of; needed for `merged`. */
  @property({ attribute: false }) find: ((q: string) => Promise<readonly FormOption[]>) | undefined;
  /** What was typed before. */
  @property({ attribute: false }) draft: FormValues | undefined;
  /** The step is being taken. */
  @property({ attribute: false }) busy = false;
  /** Why it could not be taken. */
  @property({ attribute: false }) failure: BackendError | undefined;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: IdeaPageMessages = de;

  protected override render(): TemplateResult | typeof nothing {
    const { idea, to, people, words, locale, find } = this;
    if (!idea || !to) return nothing;
    const today = plainDateAt(this.timeZone, Date.now());
    return html`<vr-form
      .spec=${stepForm({ idea, to, people, words, locale, today, find })}
      .draft=${this.draft}
      .busy=${this.busy}
      .failure=${this.failure}
      .words=${words}
      @vr-form-submit=${({ detail }: VrFormSubmitEvent) =>
        this.dispatchEvent(new VrIdeaStepEvent(stepInput(idea.stage, to, detail.values)))}
      @vr-form-cancel=${() => this.dispatchEvent(new VrIdeaStepCancelEvent())}
      @vr-form-input=${(event: VrFormInputEvent) => this.#onInput(event)}
    ></vr-form>`;
  }

  /** Puts the focus where writing begins. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(async () => {
      const form = this.renderRoot.querySelector<VrForm>('vr-form');
      await form?.updateComplete;
      form?.focus(options);
    });
  }

  /** Who keeps drafts hears of what is typed. */
  #onInput(event: VrFormInputEvent): void {
    this.dispatchEvent(new VrFormInputEvent(event.detail.values));
  }
}
