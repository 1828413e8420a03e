import type { EventOffersMessages } from '../../../i18n/de/event-offers.ts';
import { shortDay } from '../../../i18n/date-words.ts';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import type { Topic } from '../../../model/common.ts';
import type { Impulse, LearningCircle } from '../../../model/impulse.ts';
import { typedTime } from '../../../model/wall-clock.ts';
import type { OffersSource } from './offers-source.ts';

/** What is being asked for in a form. */
export type OfferForm =
  | { readonly name: 'offer'; readonly title?: string }
  | { readonly name: 'found' }
  | { readonly name: 'edit' | 'date' | 'withdraw'; readonly impulse: Impulse }
  | { readonly name: 'leave'; readonly circle: LearningCircle };

/** Name of a form, by which its draft and its failure are kept. */
export const offerFormKey = (form: OfferForm): string =>
  'impulse' in form
    ? `${form.name}-${form.impulse.id}`
    : 'circle' in form
      ? `${form.name}-${form.circle.id}`
      : form.name;

/** What the lists are drawn with. */
export interface OffersContext {
  readonly source: OffersSource;
  readonly port: EventsPort;
  readonly account: AccountPort | undefined;
  readonly words: EventOffersMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly headingLevel: number;
  readonly signedIn: boolean;
  /** The form that is open. */
  readonly form: OfferForm | undefined;
  readonly open: (form: OfferForm | undefined) => void;
  readonly toEvent: (id: string, start?: string) => void;
  readonly drawForm: (form: OfferForm) => unknown;
}

/** Do., 12. März 2026, 14:00 Uhr */
export function momentWords(
  instant: string,
  { locale, timeZone, words }: Pick<OffersContext, 'locale' | 'timeZone' | 'words'>,
): string {
  const { date, time } = typedTime(instant, timeZone);
  return `${shortDay(locale, date)}, ${words.calendar.clock(time)}`;
}

export const topicLabels = (topics: readonly Topic[], lang: string): string =>
  topics.map(({ id, label }) => (lang === 'en' ? label.en : label.de) ?? label.de ?? label.en ?? id).join(', ');
