import { countGraphemes } from './graphemes.ts';
import type { IdeaInput } from './idea-input.ts';
import { HELP_KINDS, IDEA_LIMITS, IDEA_REACHES, type HelpKind, type Idea, type IdeaReach } from './idea.ts';

/** The session of a camp that an idea comes from. */
export interface IdeaOrigin {
  /** What the session is called. */
  readonly title: string;
  readonly eventId?: string;
  readonly sessionId?: string;
}

/** What somebody has written so far. Plain data: it is kept as a draft and sent as an `IdeaInput`. */
export interface IdeaForm {
  readonly problem: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly benefitFor: string;
  readonly place: string;
  /** Organisation it is for; empty for the author's own. */
  readonly orgId: string;
  readonly reach: IdeaReach | '';
  readonly topicIds: readonly string[];
  readonly firstStep: string;
  readonly needs: readonly { readonly kind: HelpKind; readonly text: string }[];
  readonly origin?: IdeaOrigin;
}

export type IdeaFormField = Exclude<keyof IdeaForm, 'origin'> | 'attachments';
/** Fields of plain text. */
export type IdeaTextField = 'problem' | 'title' | 'summary' | 'body' | 'benefitFor' | 'place' | 'firstStep';

export const EMPTY_IDEA_FORM: IdeaForm = {
  problem: '',
  title: '',
  summary: '',
  body: '',
  benefitFor: '',
  place: '',
  orgId: '',
  reach: '',
  topicIds: [],
  firstStep: '',
  needs: [],
};

export const IDEA_FORM_STEPS = ['problem', 'idea', 'benefit', 'needs'] as const;
export type IdeaFormStep = (typeof IDEA_FORM_STEPS)[number];

const FIELDS_OF_STEP: Readonly<Record<IdeaFormStep, readonly IdeaFormField[]>> = {
  problem: ['problem'],
  idea: ['title', 'summary', 'body'],
  benefit: ['benefitFor', 'place', 'orgId', 'reach', 'topicIds'],
  needs: ['firstStep', 'needs', 'attachments'],
};

/** Fields that a page may leave out or add, by their names in the attribute `fields`. */
export const OPTIONAL_IDEA_FIELDS: Readonly<Record<string, IdeaFormField>> = {
  problem: 'problem',
  body: 'body',
  'benefit-for': 'benefitFor',
  place: 'place',
  topics: 'topicIds',
  'first-step': 'firstStep',
  needs: 'needs',
  attachments: 'attachments',
};

/** Fields without which there is no idea, and the choice of an organisation, which is shown where there is one. */
export const REQUIRED_IDEA_FIELDS: readonly IdeaFormField[] = ['title', 'summary', 'orgId', 'reach'];

/** The shown fields of a step, in their order. */
export const fieldsOfStep = (step: IdeaFormStep, shown: ReadonlySet<IdeaFormField>): readonly IdeaFormField[] =>
  FIELDS_OF_STEP[step].filter((field) => shown.has(field));

/** Steps that have something to ask. */
export const stepsWith = (shown: ReadonlySet<IdeaFormField>): readonly IdeaFormStep[] =>
  IDEA_FORM_STEPS.filter((step) => fieldsOfStep(step, shown).length > 0);

/** The step that asks for a field. */
export const stepOfField = (field: string): IdeaFormStep | undefined =>
  IDEA_FORM_STEPS.find((step) => FIELDS_OF_STEP[step].some((name) => name === field));

/** What is wrong with a field; the sentence is made from `code` by the dictionaries. */
export interface IdeaFormError {
  readonly field: IdeaFormField;
  /** Kind of the need whose text is meant, or key of the attachment. */
  readonly part?: string;
  readonly code: 'required' | 'too-short' | 'too-long' | 'too-many' | 'refused' | 'unfinished';
  readonly limit?: number;
  /** By how much it is passed. */
  readonly over?: number;
  /** Name of the file that is meant. */
  readonly name?: string;
}

const MUST: readonly IdeaFormField[] = ['problem', 'title', 'summary', 'orgId', 'reach'];
const LONGEST: Readonly<Record<IdeaTextField, number>> = {
  problem: IDEA_LIMITS.problem,
  title: IDEA_LIMITS.title,
  summary: IDEA_LIMITS.summary,
  body: IDEA_LIMITS.body,
  benefitFor: IDEA_LIMITS.benefitFor,
  place: IDEA_LIMITS.place,
  firstStep: IDEA_LIMITS.firstStep,
};

/** Longest text of a field, in grapheme clusters. */
export const limitOfField = (field: IdeaTextField): number => LONGEST[field];

const isText = (field: IdeaFormField): field is IdeaTextField => field in LONGEST;

/** What is wrong with these fields of a form. `orgId` counts as missing only where one must be chosen. */
export function checkIdeaForm(form: IdeaForm, fields: readonly IdeaFormField[]): readonly IdeaFormError[] {
  return fields.flatMap((field) => checkField(form, field));
}

function checkField(form: IdeaForm, field: IdeaFormField): readonly IdeaFormError[] {
  if (field === 'attachments') return [];
  if (field === 'needs') {
    const { needText: limit, needs: most } = IDEA_LIMITS;
    if (form.needs.length > most) return [{ field, code: 'too-many', limit: most, over: form.needs.length - most }];
    return form.needs.flatMap(({ kind, text }) => {
      const over = countGraphemes(text.trim()) - limit;
      return over > 0 ? [{ field, part: kind, code: 'too-long' as const, limit, over }] : [];
    });
  }
  if (field === 'topicIds') {
    const over = form.topicIds.length - IDEA_LIMITS.topics;
    return over > 0 ? [{ field, code: 'too-many', limit: IDEA_LIMITS.topics, over }] : [];
  }
  const value = form[field].trim();
  if (value === '') return MUST.includes(field) ? [{ field, code: 'required' }] : [];
  if (!isText(field)) return [];
  const length = countGraphemes(value);
  const limit = LONGEST[field];
  if (length > limit) return [{ field, code: 'too-long', limit, over: length - limit }];
  if (field === 'title' && length < IDEA_LIMITS.titleMin) {
    return [{ field, code: 'too-short', limit: IDEA_LIMITS.titleMin }];
  }
  return [];
}

/** Whether nothing of one's own has been written. Defaults of the page do not count. */
export const isEmptyIdeaForm = (form: IdeaForm, defaults: IdeaForm = EMPTY_IDEA_FORM): boolean =>
  JSON.stringify(form) === JSON.stringify(defaults);

export interface IdeaInputOptions {
  readonly shown: ReadonlySet<IdeaFormField>;
  readonly attachmentIds?: readonly string[];
  readonly eventId?: string;
  readonly lang?: string;
  /** A change of an idea that is there: what was emptied is sent as `null`. */
  readonly change?: boolean;
}

/** What is sent. Fields that were not shown are left out. */
export function ideaInputOf(form: IdeaForm, options: IdeaInputOptions): IdeaInput {
  const { shown, attachmentIds, lang, change = false } = options;
  const eventId = form.origin?.eventId ?? options.eventId;
  const sessionId = form.origin?.sessionId;
  const text = (field: IdeaTextField): string | null | undefined => {
    if (!shown.has(field)) return undefined;
    return form[field].trim().normalize('NFC') || (change ? null : undefined);
  };
  const place = text('place');
  const problem = text('problem');
  const body = text('body');
  const benefitFor = text('benefitFor');
  const firstStep = text('firstStep');
  return {
    title: form.title.trim().normalize('NFC'),
    summary: form.summary.trim().normalize('NFC'),
    ...(form.reach && { reach: form.reach }),
    ...(form.orgId && !change && { orgId: form.orgId }),
    ...(problem !== undefined && { problem }),
    ...(body !== undefined && { body }),
    ...(benefitFor !== undefined && { benefitFor }),
    ...(firstStep !== undefined && { firstStep }),
    ...(place !== undefined && { place: place === null ? null : { name: place } }),
    // A topic that the page has given is kept also where none can be chosen.
    ...((shown.has('topicIds') || form.topicIds.length > 0) && { topicIds: form.topicIds }),
    ...(shown.has('needs') && {
      needs: form.needs.map(({ kind, text: words }) => {
        const trimmed = words.trim().normalize('NFC');
        return trimmed ? { kind, text: trimmed } : { kind };
      }),
    }),
    ...(attachmentIds && (change || attachmentIds.length > 0) && { attachmentIds }),
    ...(eventId && !change && { eventId }),
    ...(sessionId && !change && { sessionId }),
    ...(lang && !change && { lang }),
  };
}

/** The form of an idea that is there, to be changed. */
export const formOfIdea = (idea: Idea): IdeaForm => ({
  problem: idea.problem ?? '',
  title: idea.title,
  summary: idea.summary,
  body: idea.body ?? '',
  benefitFor: idea.benefitFor ?? '',
  place: idea.place?.name ?? '',
  orgId: idea.orgs[0]?.id ?? '',
  reach: idea.reach ?? '',
  topicIds: idea.topics.map(({ id }) => id),
  firstStep: idea.firstStep ?? '',
  needs: idea.needs.map(({ kind, text = '' }) => ({ kind, text })),
});

/** A form out of what a store kept; undefined for what is none. */
export function readIdeaForm(kept: unknown): IdeaForm | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const given = kept as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  const list = (name: string): readonly unknown[] => (Array.isArray(given[name]) ? (given[name] as unknown[]) : []);
  const origin = readOrigin(given['origin']);
  return {
    ...(origin && { origin }),
    problem: text('problem'),
    title: text('title'),
    summary: text('summary'),
    body: text('body'),
    benefitFor: text('benefitFor'),
    place: text('place'),
    orgId: text('orgId'),
    reach: IDEA_REACHES.find((reach) => reach === given['reach']) ?? '',
    topicIds: list('topicIds').filter((id): id is string => typeof id === 'string'),
    firstStep: text('firstStep'),
    needs: list('needs').flatMap((need) => {
      const { kind, text: words } = (need ?? {}) as { readonly kind?: unknown; readonly text?: unknown };
      const known = HELP_KINDS.find((each) => each === kind);
      return known ? [{ kind: known, text: typeof words === 'string' ? words : '' }] : [];
    }),
  };
}

function readOrigin(kept: unknown): IdeaOrigin | undefined {
  const { title, eventId, sessionId } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof title !== 'string') return undefined;
  return {
    title,
    ...(typeof eventId === 'string' && { eventId }),
    ...(typeof sessionId === 'string' && { sessionId }),
  };
}

/** Words that are looked for among what is there already; undefined while there are too few to mean something. */
export function similarQueryOf({ title, problem }: IdeaForm): string | undefined {
  const text = `${title} ${problem}`.replace(/\s+/g, ' ').trim();
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}-]+/gu) ?? [];
  return words.length >= 3 ? [...text].slice(0, 300).join('') : undefined;
}
