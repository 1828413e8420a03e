import type { EventsPort } from '../../../backend/ports.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { listOf, textOf, type FormValue, type FormValues } from '../../../model/form-values.ts';
import type { Impulse } from '../../../model/impulse.ts';
import { circleInput, impulseDateInput, impulseInput } from '../../../model/offer-form.ts';
import type { ConflictRow, Side } from '../../shared/form/form-conflict.ts';
import type { FormSpec } from '../../shared/form/form-fields.ts';
import { askForm, circleForm, dateForm, impulseForm, type OfferFormContext } from './offer-forms.ts';
import { offerFormKey, topicLabels, type OfferForm } from './offers-context.ts';
import type { OffersSource } from './offers-source.ts';

/** The fields of a form. */
export function specOf(form: OfferForm, context: OfferFormContext): FormSpec {
  const { offers } = context.words;
  switch (form.name) {
    case 'offer':
      return impulseForm(context, undefined, form.title);
    case 'found':
      return circleForm(context);
    case 'edit':
      return impulseForm(context, form.impulse);
    case 'date':
      return dateForm(context, form.impulse);
    case 'withdraw':
      return askForm(offerFormKey(form), offers.withdrawAsk(form.impulse.interested), offers.withdrawSend, offers.keep);
    case 'leave': {
      const { me } = form.circle;
      const label = me?.registered ? offers.leave : offers.leaveWaiting;
      return askForm(offerFormKey(form), me?.registered ? offers.leaveAsk : '', label, offers.keep);
    }
  }
}

/** What came of a form: words to say, and an event that the calendar should know. */
export interface OfferOutcome {
  readonly said: string;
  readonly event?: CalendarEvent;
}

/** Sends what a form asked for. Undefined where it failed, for which the source keeps the reason. */
export async function sendForm(
  form: OfferForm,
  values: FormValues,
  {
    source,
    port,
    context,
  }: { readonly source: OffersSource; readonly port: EventsPort; readonly context: OfferFormContext },
): Promise<OfferOutcome | undefined> {
  const { offers } = context.words;
  const { timeZone } = context;
  const key = offerFormKey(form);
  switch (form.name) {
    case 'offer': {
      const input = impulseInput(values);
      const impulse = await source.deeds.run(key, input, (options) => port.offerImpulse?.(input, options));
      if (!impulse) return undefined;
      source.take(impulse);
      return { said: offers.offeredSaid };
    }
    case 'edit': {
      const input = impulseInput(values, form.impulse);
      if (Object.keys(input).length === 0) return { said: offers.saved };
      const impulse = await source.deeds.run(key, input, (options) =>
        port.updateImpulse?.(form.impulse, input, options),
      );
      if (!impulse) return undefined;
      source.take(impulse);
      return { said: offers.saved };
    }
    case 'withdraw': {
      const impulse = await source.deeds.run(key, null, (options) => port.withdrawImpulse?.(form.impulse, options));
      if (!impulse) return undefined;
      source.take(impulse);
      return { said: offers.withdrawnSaid };
    }
    case 'date': {
      const input = impulseDateInput(values, timeZone);
      const event = await source.deeds.run(key, input, (options) => port.dateImpulse?.(form.impulse, input, options));
      if (!event) return undefined;
      source.loadImpulses();
      return { said: offers.datedSaid(form.impulse.interested), event };
    }
    case 'found': {
      const input = circleInput(values, timeZone);
      const event = await source.deeds.run(key, input, (options) => port.createCircle?.(input, options));
      if (!event) return undefined;
      source.loadCircles();
      return { said: offers.foundSaid, event };
    }
    case 'leave': {
      const event = await source.deeds.run(key, null, (options) => port.unregister?.({ id: form.circle.id }, options));
      if (!event) return undefined;
      source.loadCircles();
      return { said: offers.left, event };
    }
  }
}

/** An impulse that somebody else, or the same person elsewhere, has changed meanwhile. */
export interface ImpulseConflict {
  readonly theirs: Impulse;
  readonly values: FormValues;
  readonly picks: Readonly<Record<string, Side>>;
}

const FIELDS = ['title', 'abstract', 'minutes', 'topicIds'] as const;

const valuesOf = (impulse: Impulse): FormValues => ({
  title: impulse.title,
  abstract: impulse.abstract ?? '',
  minutes: String(impulse.minutes),
  topicIds: impulse.topics.map(({ id }) => id),
});

/** Both versions of an impulse; what the writer did not touch is theirs at first. */
export function compareImpulses(base: Impulse, theirs: Impulse, values: FormValues): ImpulseConflict {
  const [was, is] = [valuesOf(base), valuesOf(theirs)];
  const differs = (a: FormValues, b: FormValues, name: string): boolean =>
    JSON.stringify(a[name] ?? '') !== JSON.stringify(b[name] ?? '');
  const picks = FIELDS.filter((name) => differs(values, is, name)).map((name): [string, Side] => [
    name,
    differs(values, was, name) ? 'mine' : 'theirs',
  ]);
  return { theirs, values, picks: Object.fromEntries(picks) };
}

export function impulseRows(
  { theirs, values, picks }: ImpulseConflict,
  { words, vocabulary }: OfferFormContext,
): readonly ConflictRow[] {
  const { fields: says } = words.offers;
  const labels = { title: says.title, abstract: says.abstract, minutes: says.minutes, topicIds: says.topics };
  const text = (from: FormValues, name: string): string =>
    name === 'topicIds'
      ? topicLabels(
          vocabulary.topics.filter(({ id }) => listOf(from, name).includes(id)),
          words.lang,
        )
      : textOf(from, name);
  return FIELDS.filter((name) => picks[name]).map((name) => ({
    name,
    label: labels[name],
    mine: text(values, name),
    theirs: text(valuesOf(theirs), name),
    pick: picks[name] ?? 'mine',
  }));
}

/** What comes of the choice. */
export const mergedImpulse = ({ theirs, values, picks }: ImpulseConflict): FormValues => {
  const merged: Record<string, FormValue> = { ...valuesOf(theirs) };
  for (const name of FIELDS) if (picks[name] === 'mine') merged[name] = values[name] ?? '';
  return merged;
};
