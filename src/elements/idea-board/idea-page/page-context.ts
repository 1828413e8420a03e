import type { TemplateResult, nothing } from 'lit';
import type { AccountPort, IdeasPort } from '../../../backend/ports.ts';
import { shortDay } from '../../../i18n/date-words.ts';
import type { IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import type { Me } from '../../../model/account.ts';
import type { PersonRef, Topic } from '../../../model/common.ts';
import type { HelpOffer, IdeaComment } from '../../../model/idea-participation.ts';
import type { Idea, IdeaAction, IdeaStage } from '../../../model/idea.ts';
import { isPlainDate } from '../../../model/plain-date.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import type { IdeaPageController } from './idea-page-controller.ts';

/** The one form that is open. */
export type OpenForm =
  | { readonly name: 'step'; readonly to: IdeaStage }
  | { readonly name: 'support' | 'offer' | 'take-over' | 'answer' | 'widen' | 'edit' | 'report' | 'settle' | 'refuse' }
  | { readonly name: 'help'; readonly offer: HelpOffer; readonly action: 'accept' | 'decline' | 'done' }
  | {
      readonly name: 'reply' | 'edit-comment' | 'hide-comment' | 'report-comment' | 'remove-comment';
      readonly comment: IdeaComment;
    };

/** Name of a form among those of the page. */
export const formKey = (form: OpenForm): string =>
  form.name === 'step'
    ? `step-${form.to}`
    : form.name === 'help'
      ? `help-${form.offer.id}-${form.action}`
      : 'comment' in form
        ? `${form.name}-${form.comment.id}`
        : form.name;

/** What every section of the page is drawn from. */
export interface PageContext {
  readonly idea: Idea;
  readonly page: IdeaPageController;
  readonly port: IdeasPort | undefined;
  readonly account: AccountPort | undefined;
  readonly me: Me | undefined;
  readonly words: IdeaPageMessages;
  readonly locale: string;
  readonly timeZone: string;
  /** Level of the headings of sections. */
  readonly level: number;
  /** Plain date. */
  readonly today: string;
  /** Whether the reader may do it and the source can. */
  readonly may: (action: IdeaAction) => boolean;
  readonly open: OpenForm | undefined;
  readonly toggle: (form: OpenForm | undefined) => void;
  /** The form of this name, where it is the open one. */
  readonly form: (form: OpenForm) => TemplateResult | typeof nothing;
  /** Asks that another idea be shown. */
  readonly goTo: (id: string) => void;
}

/** The day of an instant or plain date in words: Do., 12. März 2026. */
export const dayOf = (moment: string, { locale, timeZone }: Pick<PageContext, 'locale' | 'timeZone'>): string => {
  if (isPlainDate(moment)) return shortDay(locale, moment);
  const instant = Date.parse(moment);
  return Number.isNaN(instant) ? moment : shortDay(locale, plainDateAt(timeZone, instant));
};

/** A person with the organisation. */
export const nameOf = ({ displayName, org }: PersonRef): string => (org ? `${displayName}, ${org.name}` : displayName);

export const topicLabel = ({ id, label }: Topic, { words }: Pick<PageContext, 'words'>): string =>
  (words.lang === 'en' ? label.en : label.de) ?? label.de ?? label.en ?? id;

/** Addresses that a link may have; a foreign source could hold `javascript:`. */
export const safeUrl = (url: string | undefined): string | undefined =>
  url && /^(?:https?:\/\/|\/(?!\/)|mailto:)/i.test(url.trim()) ? url.trim() : undefined;

/** A picture's or file's address: also what the reader's own device made. */
export const safeFileUrl = (url: string): string | undefined =>
  /^(?:https?:\/\/|\/(?!\/)|blob:|data:image\/(?:png|jpeg|webp|gif);)/i.test(url.trim()) ? url.trim() : undefined;
