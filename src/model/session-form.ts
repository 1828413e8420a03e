import type { Session } from './calendar-event.ts';
import { EVENT_LIMITS, type SessionInput } from './event-input.ts';
import { countGraphemes } from './graphemes.ts';

/** A proposal as it is typed. */
export interface SessionForm {
  readonly title: string;
  readonly abstract: string;
  readonly track: string;
  readonly minutes: string;
}

export type SessionField = keyof SessionForm;

/** What is wrong with a field; the sentence is made from `code` by the dictionaries. */
export interface SessionFormError {
  readonly field: SessionField;
  readonly code: 'required' | 'too-long' | 'minutes' | 'refused';
  readonly limit?: number;
  readonly over?: number;
}

export const EMPTY_SESSION_FORM: SessionForm = { title: '', abstract: '', track: '', minutes: '' };

/** Shortest and longest session, in minutes. */
export const SESSION_MINUTES = { least: 5, most: 480 } as const;

const LONGEST = { title: EVENT_LIMITS.sessionTitle, abstract: EVENT_LIMITS.sessionAbstract } as const;

const clean = (text: string): string => text.trim().normalize('NFC');

/** The form of a session that is there. */
export const formOfSession = ({ title, abstract, track, minutes }: Session): SessionForm => ({
  title,
  abstract: abstract ?? '',
  track: track ?? '',
  minutes: minutes === undefined ? '' : String(minutes),
});

/** Characters that are left in a text field; negative where it is too long. */
export const leftIn = (field: 'title' | 'abstract', text: string): number =>
  LONGEST[field] - countGraphemes(clean(text));

export function checkSessionForm(form: SessionForm): readonly SessionFormError[] {
  const errors: SessionFormError[] = [];
  if (clean(form.title) === '') errors.push({ field: 'title', code: 'required' });
  for (const field of ['title', 'abstract'] as const) {
    const left = leftIn(field, form[field]);
    if (left < 0) errors.push({ field, code: 'too-long', limit: LONGEST[field], over: -left });
  }
  const minutes = form.minutes.trim();
  const { least, most } = SESSION_MINUTES;
  if (minutes !== '' && !(/^\d{1,3}$/.test(minutes) && Number(minutes) >= least && Number(minutes) <= most)) {
    errors.push({ field: 'minutes', code: 'minutes' });
  }
  return errors;
}

/** What is sent: all of a new proposal; of a change what is another than in the session. */
export function sessionInputOf(form: SessionForm, session?: Session): SessionInput {
  const [title, abstract, track] = [clean(form.title), clean(form.abstract), clean(form.track)];
  const minutes = form.minutes.trim() === '' ? undefined : Number(form.minutes);
  if (!session) {
    return { title, ...(abstract && { abstract }), ...(track && { track }), ...(minutes && { minutes }) };
  }
  return {
    ...(title !== session.title && { title }),
    ...(abstract !== (session.abstract ?? '') && { abstract: abstract || null }),
    ...(track !== (session.track ?? '') && { track: track || null }),
    ...(minutes !== session.minutes && { minutes: minutes ?? null }),
  };
}

/** A form out of what a store kept; undefined for what is none. */
export function readSessionForm(kept: unknown): SessionForm | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const given = kept as Readonly<Record<string, unknown>>;
  const text = (name: SessionField): string => (typeof given[name] === 'string' ? given[name] : '');
  return { title: text('title'), abstract: text('abstract'), track: text('track'), minutes: text('minutes') };
}

/** The fields that a server names in its problem. */
export function sessionErrorsOf(problem: Readonly<Record<string, unknown>> | undefined): readonly SessionFormError[] {
  const listed = problem?.['fieldErrors'];
  if (!Array.isArray(listed)) return [];
  return (listed as readonly unknown[]).flatMap((each): SessionFormError[] => {
    const { field, code } = (each ?? {}) as Readonly<Record<string, unknown>>;
    const known = (['title', 'abstract', 'track', 'minutes'] as const).find((name) => name === field);
    if (!known) return [];
    const isMinutes = known === 'minutes' && code !== 'unknown-field';
    const isMissing = known === 'title' && (code === 'required' || code === 'too-short');
    return [{ field: known, code: isMinutes ? 'minutes' : isMissing ? 'required' : 'refused' }];
  });
}
