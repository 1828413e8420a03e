import type { IdeaVocabulary } from '../../backend/ports.ts';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import type { IdeaForm, IdeaFormError, IdeaFormField } from '../../model/idea-form.ts';

/** What the views of the form's steps are drawn from. */
export interface FormContext {
  readonly words: SubmissionMessages;
  readonly locale: string;
  readonly form: IdeaForm;
  /** The form at the moment: two clicks may come before it is drawn anew. */
  readonly current: () => IdeaForm;
  readonly errors: readonly IdeaFormError[];
  /** Fields that are asked for. */
  readonly shown: ReadonlySet<IdeaFormField>;
  /** Level of headings inside a step. */
  readonly headingLevel: number;
  readonly vocabulary: IdeaVocabulary | undefined;
  readonly onChange: (change: Partial<IdeaForm>) => void;
}

/** Id of a field's control in the form's tree. */
export const controlId = (field: string, part?: string): string => (part ? `field-${field}-${part}` : `field-${field}`);

/** The sentence for an error. */
export function errorText(error: IdeaFormError, { submission }: SubmissionMessages): string {
  const { errors, fields } = submission;
  const { field, code, limit = 0, over = 0, name: file = '' } = error;
  const name = fields[field];
  switch (code) {
    case 'required':
      if (field === 'attachments') return errors.required.alt(file);
      return (errors.required as Readonly<Record<string, unknown>>)[field] as string;
    case 'too-short':
      return errors.tooShort(limit);
    case 'too-long':
      return errors.tooLong(name, over, limit);
    case 'too-many':
      return field === 'needs' ? errors.tooManyNeeds(limit) : errors.tooMany(limit);
    case 'unfinished':
      return submission.attachments.waiting;
    case 'refused':
      return errors.refused(name);
  }
}

/** The first error of a field, or of one of its parts. */
export const errorOf = ({ errors }: FormContext, field: IdeaFormField, part?: string): IdeaFormError | undefined =>
  errors.find((error) => error.field === field && error.part === part);

/** Leads the reader to what an error is about. */
export function focusField(root: ShadowRoot, { field, part }: IdeaFormError): void {
  const control = (part && root.getElementById(controlId(field, part))) || root.getElementById(controlId(field));
  const details = control?.closest('details');
  if (details) details.open = true;
  control?.focus();
}
