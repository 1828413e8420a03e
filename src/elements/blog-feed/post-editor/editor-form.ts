import type { TemplateResult } from 'lit';
import { rowsOf, textOf, type FormValues } from '../../../model/form-values.ts';
import { POST_SORTS, pictureRows, postFaults, sortOf } from '../../../model/post-form.ts';
import { MATURITIES, MUNICIPALITY_SIZES, POST_LIMITS, REPORT_CHAPTERS } from '../../../model/post.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';
import type { EditorContext } from './form-context.ts';

export interface PostFormContext extends EditorContext {
  /** A draft is saved: it may lack its text. */
  readonly isDraft: boolean;
  /** The control of the pictures, where the source takes some. */
  readonly pictures: TemplateResult | undefined;
  /** Button beside the one that sends. */
  readonly more?: TemplateResult;
}

const isReport = (values: FormValues): boolean => sortOf(values) === 'report';
const isPost = (values: FormValues): boolean => sortOf(values) === 'post';

/** The form of a post. */
export function postForm(context: PostFormContext): FormSpec {
  const { words, post, isDraft, more } = context;
  const { editor } = words;
  const isOut = post?.state === 'published' || post?.state === 'scheduled' || post?.state === 'pending';
  return {
    key: `post ${post?.id ?? 'new'}`,
    fields: postFields(context),
    submit: isOut ? editor.save : editor.toReview,
    cancel: editor.close,
    codes: editor.codes,
    ...(more && { more }),
    check: (values) =>
      Object.fromEntries(
        Object.entries(postFaults(values, isDraft)).map(([name, fault]) => [name, editor.faults[fault]]),
      ),
  };
}

/** Its fields, in their order. */
export function postFields(context: PostFormContext): readonly FormField[] {
  const { words, pictures } = context;
  const { editor, post: names } = words;
  const { fields: says, sections } = editor;
  const what = { title: sections.what };
  const report = { title: sections.report, hint: editor.chaptersHint };
  const text = { title: sections.text };
  return [
    {
      kind: 'radio',
      name: 'sort',
      label: says.sort,
      required: true,
      options: POST_SORTS.map((value) => ({ value, label: editor.sorts[value], hint: editor.sortHints[value] })),
      section: what,
    },
    {
      kind: 'text',
      name: 'title',
      label: says.title,
      hint: says.titleHint,
      max: POST_LIMITS.title,
      required: true,
      section: what,
    },
    {
      kind: 'area',
      name: 'teaser',
      label: says.teaser,
      hint: says.teaserHint,
      max: POST_LIMITS.teaser,
      rows: 2,
      section: what,
    },
    ...REPORT_CHAPTERS.map((name): FormField => ({
      kind: 'area',
      name,
      server: [`chapters.${name}`],
      label: names.chapters[name],
      hint: editor.help[name],
      max: POST_LIMITS.chapter,
      rows: name === 'contact' ? 2 : 5,
      when: isReport,
      section: report,
    })),
    {
      kind: 'area',
      name: 'body',
      label: says.body,
      hint: says.bodyHint,
      max: POST_LIMITS.body,
      rows: 12,
      when: isPost,
      section: text,
    },
    ...(pictures
      ? [
          {
            kind: 'note' as const,
            name: 'images',
            label: sections.pictures,
            text: pictures,
            section: { title: sections.pictures },
          },
        ]
      : []),
    ...sortingFields(context),
  ];
}

function sortingFields({ words, vocabulary, post }: PostFormContext): readonly FormField[] {
  const { editor, post: names } = words;
  const { fields: says } = editor;
  const section = { title: editor.sections.sorting };
  const none = { value: '', label: editor.none };
  const known = vocabulary.orgs.map(({ id, name }) => ({ value: id, label: name }));
  const foreign = post?.org?.id && !known.some(({ value }) => value === post.org?.id) ? post.org : undefined;
  const orgs = foreign ? [{ value: foreign.id ?? '', label: foreign.name }, ...known] : known;
  return [
    {
      kind: 'select',
      name: 'size',
      label: says.size,
      short: true,
      options: [none, ...MUNICIPALITY_SIZES.map((value) => ({ value, label: names.sizes[value] }))],
      when: isReport,
      section,
    },
    {
      kind: 'select',
      name: 'maturity',
      label: says.maturity,
      short: true,
      options: [none, ...MATURITIES.map((value) => ({ value, label: names.maturities[value] }))],
      when: isReport,
      section,
    },
    ...(vocabulary.topics.length > 0
      ? [
          {
            kind: 'checks' as const,
            name: 'topicIds',
            server: ['topics'],
            label: says.topicIds,
            most: POST_LIMITS.topics,
            options: vocabulary.topics.map(({ id, label }) => ({
              value: id,
              label: (words.lang === 'en' ? label.en : label.de) ?? label.de ?? label.en ?? id,
            })),
            section,
          },
        ]
      : []),
    {
      kind: 'text',
      name: 'tags',
      label: says.tags,
      hint: says.tagsHint(POST_LIMITS.tags),
      section,
    },
    ...(orgs.length > 1
      ? [
          {
            kind: 'select' as const,
            name: 'orgId',
            server: ['org'],
            label: says.orgId,
            required: true,
            options: orgs,
            section,
          },
        ]
      : []),
  ];
}

/** What two versions of a post are compared by: the pictures by their words. */
export const comparedFields = (context: PostFormContext): readonly FormField[] =>
  postFields({ ...context, pictures: undefined }).concat({
    kind: 'rows',
    name: 'images',
    label: context.words.editor.sections.pictures,
    columns: [],
    most: 0,
    rowLabel: String,
    add: '',
    remove: String,
  });

/** A value as the reader knows it, for comparing versions. */
export function valueWords(field: FormField, values: FormValues, { words }: PostFormContext): string {
  const text = textOf(values, field.name);
  switch (field.kind) {
    case 'radio':
    case 'select':
      return text === '' ? '' : (field.options.find(({ value }) => value === text)?.label ?? text);
    case 'checks': {
      const chosen: readonly unknown[] = [values[field.name] ?? []].flat();
      return field.options
        .filter(({ value }) => chosen.includes(value))
        .map(({ label }) => label)
        .join(', ');
    }
    case 'rows':
      return rowsOf(values, field.name).length === 0
        ? ''
        : pictureRows(values)
            .map(({ alt, decoration }, index) =>
              [words.editor.pictures.stored(index + 1), decoration === 'yes' ? words.editor.pictures.decoration : alt]
                .filter(Boolean)
                .join(': '),
            )
            .join('\n');
    default:
      return text;
  }
}
