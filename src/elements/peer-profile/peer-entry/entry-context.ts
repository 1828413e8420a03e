import type { PeerVocabulary } from '../../../backend/ports.ts';
import type { PeerEntryMessages } from '../../../i18n/de/peer-entry.ts';
import { dateFormat } from '../../../i18n/intl-cache.ts';
import type { Topic } from '../../../model/common.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import { plainDateAt } from '../../../model/time-zone.ts';

/** What the parts of the own entry are drawn from. */
export interface EntryContext {
  readonly words: PeerEntryMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly profile: PeerProfile;
  readonly vocabulary: PeerVocabulary;
  /** What the form holds at present. */
  readonly values: FormValues;
  /** Level of the headings of its sections, 1 to 6. */
  readonly headingLevel: number;
  readonly today: string;
  readonly directoryUrl: string | undefined;
}

export const topicName = ({ id, label }: Topic, lang: string): string =>
  (lang === 'en' ? label.en : label.de) ?? label.de ?? label.en ?? id;

/** 12. März 2026, from a plain date or an instant. */
export function dayWords(when: string, { locale, timeZone }: Pick<EntryContext, 'locale' | 'timeZone'>): string {
  const date = when.length > 10 ? plainDateAt(timeZone, Date.parse(when)) : when;
  return dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
}

/** Spoken in Germany by many, with the sign languages; whoever speaks another one has it in their entry already. */
const LANGUAGES =
  'de en fr tr ar ru pl uk fa ku ro bg hr sr bs sq el it es pt nl da sv no fi cs sk hu sl zh ja ko vi hi ur ta bn th ti am so he nds dsb hsb frr rom lt lv et ka hy az'.split(
    ' ',
  );
/** German Sign Language, ISO 639-3; formats of dates do not name it in German. */
const SIGN_LANGUAGE = 'gsg';

/** What a language is called. */
export function languageName(code: string, { words, locale }: Pick<EntryContext, 'words' | 'locale'>): string {
  if (code === SIGN_LANGUAGE) return words.entry.fields.signLanguage;
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return code;
  }
}

/** The languages to choose from, by name, with those of the entry. */
export function languageOptions(
  context: Pick<EntryContext, 'words' | 'locale' | 'profile'>,
): readonly { readonly value: string; readonly label: string }[] {
  const codes = [...new Set([...LANGUAGES, SIGN_LANGUAGE, ...context.profile.languages])];
  const { compare } = new Intl.Collator(context.locale);
  return codes
    .map((value) => ({ value, label: languageName(value, context) }))
    .sort((one, other) => compare(one.label, other.label));
}
