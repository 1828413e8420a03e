import { IDEA_LIMITS } from '../../../src/model/idea.ts';
import type { IdeaStep, StepNeed } from '../../../src/model/idea-life.ts';
import { maySee } from '../authorization/can.ts';
import type { HubTransaction } from '../database/database.ts';
import { FieldCheck } from '../http/characters.ts';
import { guardedIdea, type IdeaRow } from '../ideas/idea-rules.ts';
import type { IdeaChanges } from '../ideas/idea-store.ts';
import type { IdeaDocument } from '../ideas/idea-tables.ts';
import type { IdeaAct } from './idea-act.ts';
import { hasAccount, teamOf } from './idea-people.ts';
import type { PracticeInput, StepInput } from './life-schema.ts';
import { checkIndicators, checkTrial, withAfterValues } from './trial-check.ts';

/** Ideas that others can become part of. */
const MERGED_INTO: readonly string[] = [
  'open',
  'teaming',
  'trying',
  'evaluated',
  'adopted',
  'documented',
  'transfer',
  'parked',
];

interface Draft {
  readonly transaction: HubTransaction;
  readonly row: IdeaRow;
  readonly act: IdeaAct;
  readonly input: StepInput;
  readonly check: FieldCheck;
  /** The idea named by `into`, where there is one. */
  readonly into: IdeaRow | undefined;
  changes: Omit<IdeaChanges, 'document'>;
  document: IdeaDocument;
  note: string | undefined;
}

/** What a step changes, when nothing that it needs is missing. */
export interface CheckedStep {
  readonly changes: IdeaChanges;
  readonly note: string | undefined;
}

type Check = (draft: Draft) => void | Promise<void>;

function demandNote({ check, note, input }: Draft): void {
  if (note === undefined && !check.errors.some(({ field }) => field === 'note')) {
    check.wrong('note', 'required', `must say why, in words, before it goes to ${input.to}`);
  }
}

function checkContent({ row, check }: Draft): void {
  check.text('title', row.title, { min: IDEA_LIMITS.titleMin, max: IDEA_LIMITS.title });
  check.text('summary', row.document.summary, { min: 1, max: IDEA_LIMITS.summary });
}

async function checkSupport({ transaction, row, check }: Draft): Promise<void> {
  const team = (await teamOf(transaction, row.id)).filter((id) => !row.authorIds.includes(id));
  if (team.length === 0) {
    check.wrong('support', 'required', 'there must be an accepted offer of help, or somebody who joins in');
  }
}

async function checkPatron(draft: Draft): Promise<void> {
  const { transaction, row, check, input } = draft;
  const patronId = input.patronId ?? row.patronId;
  if (!patronId) check.wrong('patronId', 'required', 'must name who opens doors for it');
  else if (row.authorIds.includes(patronId)) {
    check.wrong('patronId', 'not-allowed', 'must be somebody else than the authors');
  } else if (!(await hasAccount(transaction, patronId))) {
    check.wrong('patronId', 'not-found', 'must be a person with an account here');
  } else draft.changes = { ...draft.changes, patronId };
}

/** A second loop, or another try after a rest, keeps the trial before it. */
function takeTrial(draft: Draft): void {
  const { check, input, document } = draft;
  const trial = checkTrial(check, input.trial);
  if (!trial) return;
  draft.document = {
    ...document,
    trial,
    ...(document.trial && { pastTrials: [...(document.pastTrials ?? []), document.trial] }),
  };
}

function takeResult(draft: Draft): void {
  const { check, input, document } = draft;
  const after = checkIndicators(check, 'indicators', input.indicators);
  if (!input.result) check.wrong('result', 'required', 'must say whether it works');
  if (!document.trial) return check.wrong('trial', 'required', 'there must have been a trial');
  const indicators = withAfterValues(document.trial.indicators, after);
  if (indicators.length > IDEA_LIMITS.indicators) {
    check.wrong('indicators', 'too-many', 'with those of the trial there are too many', IDEA_LIMITS.indicators);
  }
  if (input.result) draft.document = { ...document, trial: { ...document.trial, indicators, result: input.result } };
}

/** What was learned stands with the trial; where it ends, it is also why. */
function takeLesson(draft: Draft): void {
  const { check, input } = draft;
  const learned = check.text('learned', input.learned ?? '', { min: 1, max: IDEA_LIMITS.learned });
  if (learned === undefined) return;
  const { trial } = draft.document;
  if (trial && (input.to === 'evaluated' || trial.learned === undefined)) {
    draft.document = { ...draft.document, trial: { ...trial, learned } };
  }
  if (input.to === 'stopped') {
    draft.changes = { ...draft.changes, reason: learned };
    draft.note ??= learned;
  }
}

function takeAdoption(draft: Draft): void {
  const { check, input, document } = draft;
  if (!input.adoption) return check.wrong('adoption', 'required', 'must name who to ask and what it takes');
  const contact = check.text('adoption.contact', input.adoption.contact ?? '', { min: 1, max: IDEA_LIMITS.effort });
  const effort = check.text('adoption.effort', input.adoption.effort ?? '', { min: 1, max: IDEA_LIMITS.effort });
  if (contact && effort) draft.document = { ...document, adoption: { contact, effort } };
}

function checkList({ check }: Draft, input: PracticeInput): string[] {
  const { checklist = [] } = input;
  if (checklist.length > IDEA_LIMITS.checklist) {
    check.wrong('practice.checklist', 'too-many', 'has too many points', IDEA_LIMITS.checklist);
    return [];
  }
  const points = checklist.map((point, index) =>
    check.text(`practice.checklist.${index}`, point, { max: IDEA_LIMITS.checklistItem }),
  );
  const kept = points.filter((point) => point !== undefined);
  if (kept.length === 0) check.wrong('practice.checklist', 'required', 'must have at least one point');
  return kept;
}

async function takePractice(draft: Draft): Promise<void> {
  const { check, input, document, act, row, transaction } = draft;
  if (!input.practice) return check.wrong('practice', 'required', 'must say how others can do the same');
  const { url, postId } = input.practice;
  const contact = input.practice.contactId ?? act.by ?? row.authorIds[0];
  if (!contact) check.wrong('practice.contactId', 'required', 'must name who can be asked');
  else if (!(await hasAccount(transaction, contact))) {
    check.wrong('practice.contactId', 'not-found', 'must be a person with an account here');
  }
  const words = (field: 'effort' | 'legalBasis' | 'cost' | 'licence', max: number) => {
    const text = check.text(`practice.${field}`, input.practice?.[field], { max });
    return text === undefined ? {} : { [field]: text };
  };
  draft.document = {
    ...document,
    practice: {
      ...(url !== undefined && { url }),
      ...(postId !== undefined && { postId }),
      checklist: checkList(draft, input.practice),
      ...words('effort', IDEA_LIMITS.effort),
      ...words('legalBasis', IDEA_LIMITS.legalBasis),
      ...words('cost', IDEA_LIMITS.cost),
      ...words('licence', 100),
      contact: contact ?? '',
    },
  };
}

function checkInto({ check, input, into, row, act }: Draft): void {
  if (!input.into) check.wrong('into', 'required', 'must name the idea that it becomes part of');
  else if (input.into === row.id) check.wrong('into', 'not-allowed', 'must be another idea');
  else if (!into || !maySee(act.caller, guardedIdea(act.caller, into))) {
    check.wrong('into', 'not-found', 'must be an idea that you can see');
  } else if (!MERGED_INTO.includes(into.stage)) {
    check.wrong('into', 'not-allowed', `must be an idea that goes on, and this one is ${into.stage}`);
  }
}

/** Where the words of a need come from; needs that are not here are asked elsewhere (who, or whose consent). */
const CHECKS: Readonly<Partial<Record<StepNeed, Check>>> = {
  content: checkContent,
  question(draft) {
    demandNote(draft);
    draft.changes = { ...draft.changes, question: draft.note ?? null };
  },
  reason(draft) {
    demandNote(draft);
    // Why it goes on again stands in its history: it no longer rests.
    const reopened = draft.input.to === 'open';
    draft.changes = { ...draft.changes, reason: reopened ? null : (draft.note ?? null) };
  },
  lesson: takeLesson,
  support: checkSupport,
  patron: checkPatron,
  trial: takeTrial,
  result: takeResult,
  adoption: takeAdoption,
  practice: takePractice,
  into: checkInto,
  'take-over'({ check }) {
    check.wrong('to', 'not-allowed', 'an idea is passed on by POST /ideas/{id}/take-over');
  },
};

/**
 * Asks for everything that a step needs and gives what it changes.
 * @throws HttpProblem `invalid-request` that names every field in which something is missing
 */
export async function checkStep(
  transaction: HubTransaction,
  step: IdeaStep,
  parts: {
    readonly row: IdeaRow;
    readonly act: IdeaAct;
    readonly input: StepInput;
    readonly into?: IdeaRow | undefined;
  },
): Promise<CheckedStep> {
  const { row, act, input, into } = parts;
  const check = new FieldCheck();
  const note = check.text('note', input.note, { max: IDEA_LIMITS.note });
  const draft: Draft = { transaction, row, act, input, check, into, changes: {}, document: row.document, note };
  for (const need of step.needs) await CHECKS[need]?.(draft);
  check.done();
  return {
    changes: { ...draft.changes, ...(draft.document !== row.document && { document: draft.document }) },
    note: draft.note,
  };
}
