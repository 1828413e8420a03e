import type { IdeaVocabulary } from '../../backend/ports.ts';
import type { Me } from '../../model/account.ts';
import type { OrgRef } from '../../model/common.ts';
import {
  EMPTY_IDEA_FORM,
  OPTIONAL_IDEA_FIELDS,
  REQUIRED_IDEA_FIELDS,
  type IdeaForm,
  type IdeaFormField,
} from '../../model/idea-form.ts';
import { IDEA_REACHES } from '../../model/idea.ts';

type Warn = (attribute: string, value: string, fallback: string) => void;

/** What is asked for where the page does not say it: all but the first step. */
const USUAL = Object.keys(OPTIONAL_IDEA_FIELDS).filter((name) => name !== 'first-step');

/** Fields by the attribute `fields`, those that every idea needs among them. */
export function readFields(text: string | undefined, warn: Warn): ReadonlySet<IdeaFormField> {
  const names = text === undefined ? USUAL : text.split(/[\s,]+/).filter(Boolean);
  const optional = names.flatMap((name) => {
    const field = Object.hasOwn(OPTIONAL_IDEA_FIELDS, name) ? OPTIONAL_IDEA_FIELDS[name] : undefined;
    if (!field) warn('fields', name, Object.keys(OPTIONAL_IDEA_FIELDS).join(' '));
    return field ? [field] : [];
  });
  return new Set([...REQUIRED_IDEA_FIELDS, ...optional]);
}

export interface Circumstances {
  readonly vocabulary: IdeaVocabulary | undefined;
  readonly asksOrg: boolean;
  /** The source takes files. */
  readonly takesFiles: boolean;
}

/** Fields that make sense here: without topics, files or administrations to choose from there is nothing to ask. */
export function shownFields(
  chosen: ReadonlySet<IdeaFormField>,
  { vocabulary, asksOrg, takesFiles }: Circumstances,
): ReadonlySet<IdeaFormField> {
  const shown = new Set(chosen);
  if (!asksOrg) shown.delete('orgId');
  if (!takesFiles || !vocabulary?.attachments.files) shown.delete('attachments');
  if (!vocabulary?.topics.length) shown.delete('topicIds');
  return shown;
}

/** Administrations that somebody can choose: those one belongs to, for strangers all. */
export function orgsToChoose(
  me: Me | undefined,
  vocabulary: IdeaVocabulary | undefined,
): readonly (OrgRef & { readonly id: string })[] {
  if (me && !me.anonymous && me.memberships?.length) return me.memberships.map(({ org }) => org);
  return vocabulary?.orgs ?? [];
}

interface Presets {
  readonly topic?: string | undefined;
  readonly org?: string | undefined;
  readonly reach?: string | undefined;
}

/** The form before anybody writes: what the page has set. Names are known once the vocabulary is there. */
export function presetsOf(
  { topic, org, reach }: Presets,
  vocabulary: IdeaVocabulary | undefined,
  lang: string,
  warn: Warn,
): IdeaForm {
  const known = IDEA_REACHES.find((each) => each === reach);
  if (reach && !known) warn('reach', reach, 'none');
  const { topics = [], orgs = [] } = vocabulary ?? {};
  const language = lang === 'en' ? 'en' : 'de';
  const theTopic = topic
    ? topics.find(({ id, label }) => id === topic || label[language] === topic || label.de === topic)
    : undefined;
  if (topic && vocabulary && !theTopic) warn('topic', topic, 'none');
  const theOrg = org
    ? orgs.find(({ id, name }) => id === org || name === org)
    : orgs.length === 1
      ? orgs[0]
      : undefined;
  if (org && vocabulary && !theOrg) warn('org', org, 'none');
  return {
    ...EMPTY_IDEA_FORM,
    reach: known ?? '',
    orgId: theOrg?.id ?? '',
    topicIds: theTopic ? [theTopic.id] : [],
  };
}
