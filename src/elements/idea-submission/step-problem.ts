import type { TemplateResult } from 'lit';
import { renderTextField } from './fields.ts';
import type { FormContext } from './form-context.ts';

/** What is the problem? */
export const renderProblem = (context: FormContext): TemplateResult =>
  renderTextField(context, 'problem', { rows: 5, required: true, hint: context.words.submission.hints.problem });
