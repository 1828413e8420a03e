import {
  checkIdeaForm,
  EMPTY_IDEA_FORM,
  fieldsOfStep,
  isEmptyIdeaForm,
  stepOfField,
  stepsWith,
  type IdeaForm,
  type IdeaFormError,
  type IdeaFormField,
  type IdeaFormStep,
} from '../../model/idea-form.ts';

/** Where somebody is in the form. */
export type FormPlace = IdeaFormStep | 'preview';

export interface FlowOptions {
  /** Fields that are asked for, in the present circumstances. */
  readonly shown: () => ReadonlySet<IdeaFormField>;
  /** Errors of files, which the flow does not know. */
  readonly fileErrors: () => readonly IdeaFormError[];
  readonly onChange: () => void;
}

/** What has been written, where the person is, and what is wrong: the form without its looks. */
export class SubmissionFlow {
  form: IdeaForm = EMPTY_IDEA_FORM;
  /** What the page has set before anybody wrote. */
  defaults: IdeaForm = EMPTY_IDEA_FORM;
  at: FormPlace = 'problem';
  errors: readonly IdeaFormError[] = [];
  /** Epoch milliseconds of the first thing that was typed. */
  startedAt: number | undefined;
  /** The preview has been seen: from a step that is changed the way leads back there. */
  reviewed = false;

  readonly #options: FlowOptions;
  /** What a link has filled in. */
  #given: Partial<IdeaForm> | undefined;

  constructor(options: FlowOptions) {
    this.#options = options;
  }

  get steps(): readonly IdeaFormStep[] {
    return stepsWith(this.#options.shown());
  }

  /** Nothing of the person's own is in it. */
  get isEmpty(): boolean {
    return isEmptyIdeaForm(this.form, this.defaults);
  }

  /** Where the next button leads. */
  get following(): FormPlace {
    if (this.reviewed) return 'preview';
    const { steps, at } = this;
    return steps[steps.indexOf(at as IdeaFormStep) + 1] ?? 'preview';
  }

  /** Where the way back leads; undefined at the beginning. */
  get previous(): FormPlace | undefined {
    const { steps, at } = this;
    return at === 'preview' ? steps.at(-1) : steps[steps.indexOf(at) - 1];
  }

  /** What is in it came with a link, and the person has not touched it yet. */
  get isGiven(): boolean {
    return this.#given !== undefined && isEmptyIdeaForm(this.form, { ...this.defaults, ...this.#given });
  }

  /** Begins anew with what a link brings. */
  give(given: Partial<IdeaForm>): void {
    this.reset({ ...this.defaults, ...given });
    this.#given = given;
  }

  /** Takes the page's presets, also while nobody has written anything. */
  preset(defaults: IdeaForm): void {
    const given = this.isGiven ? this.#given : undefined;
    const untouched = this.isEmpty;
    this.defaults = defaults;
    if (untouched || given) this.form = { ...defaults, ...given };
  }

  change(change: Partial<IdeaForm>): void {
    this.startedAt ??= Date.now();
    this.form = { ...this.form, ...change };
    // A mended field is told at once; new faults wait for the next button.
    const still = this.#check(this.errors.map(({ field }) => field));
    this.errors = this.errors.flatMap((error) => {
      if (error.code === 'refused' && !(error.field in change)) return [error];
      return still.filter(
        ({ field, part, code }) => field === error.field && part === error.part && code === error.code,
      );
    });
    this.#options.onChange();
  }

  /** Goes on if the step is as it should be; else its errors are there. */
  next(): boolean {
    if (this.at === 'preview') return false;
    this.errors = this.#check(fieldsOfStep(this.at, this.#options.shown()));
    if (this.errors.length === 0) this.go(this.following);
    else this.#options.onChange();
    return this.errors.length === 0;
  }

  back(): void {
    if (this.previous) this.go(this.previous);
  }

  go(place: FormPlace): void {
    this.at = place;
    this.errors = [];
    if (place === 'preview') this.reviewed = true;
    this.#options.onChange();
  }

  /** Checks everything; goes to the first step with an error. */
  checkAll(): boolean {
    const shown = this.#options.shown();
    return this.tell(this.#check(this.steps.flatMap((step) => fieldsOfStep(step, shown))));
  }

  /** Shows errors at their fields, in the first step that has one; true where there are none. */
  tell(errors: readonly IdeaFormError[]): boolean {
    const [first] = errors;
    if (!first) return true;
    const step = stepOfField(first.field) ?? this.steps[0];
    if (step) this.go(step);
    this.errors = errors.filter(({ field }) => stepOfField(field) === step);
    this.#options.onChange();
    return false;
  }

  /** Begins anew, from a form or from nothing. */
  reset(form?: IdeaForm): void {
    this.form = form ?? this.defaults;
    this.#given = undefined;
    this.startedAt = undefined;
    this.reviewed = false;
    this.at = this.steps[0] ?? 'preview';
    this.errors = [];
    this.#options.onChange();
  }

  #check(fields: readonly IdeaFormField[]): readonly IdeaFormError[] {
    const files = fields.includes('attachments') ? this.#options.fileErrors() : [];
    return [...checkIdeaForm(this.form, fields), ...files];
  }
}
