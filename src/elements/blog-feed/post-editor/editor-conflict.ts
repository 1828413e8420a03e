import type { TemplateResult } from 'lit';
import type { FormValues } from '../../../model/form-values.ts';
import { postFormValues } from '../../../model/post-form.ts';
import type { Post } from '../../../model/post.ts';
import {
  compareVersions,
  renderVersions,
  type FormVersions,
  type VersionsContext,
} from '../../shared/form/form-versions.ts';
import { comparedFields, valueWords, type PostFormContext } from './editor-form.ts';

/** Two versions of a post, and which of both holds, field by field. */
export type PostConflict = FormVersions<Post>;

/** Lays what was typed beside what somebody else has saved. */
export const comparePosts = (theirs: Post, mine: FormValues, post: Post | undefined): PostConflict =>
  compareVersions(theirs, { base: postFormValues(post), mine, stored: postFormValues(theirs) });

/** Both versions beside each other, to choose from. */
export const renderPosts = (
  conflict: PostConflict,
  context: PostFormContext,
  rest: Pick<VersionsContext<Post>, 'headingLevel' | 'busy' | 'onChange' | 'onSave' | 'onBack'>,
): TemplateResult =>
  renderVersions(conflict, {
    ...rest,
    fields: comparedFields({ ...context, post: conflict.theirs }),
    valueWords: (field, values) => valueWords(field, values, context),
    words: context.words,
  });
