import type { HubConfig } from '../config/config.ts';
import { oneLine, shorten } from '../http/characters.ts';
import type { Mail } from '../mail/mail.ts';
import type { About } from './contact-about.ts';
import { CONTACT_WORDS, type ContactNews } from './contact-words.ts';

/** Who is told, and in which language. */
export interface ContactReceiver {
  readonly accountId: string;
  readonly displayName: string;
  readonly locale: 'de' | 'en';
}

/** What has happened to a request, as one of the two may know it. */
export interface ContactItem {
  readonly kind: ContactNews;
  readonly id: string;
  /** The other one. */
  readonly who: { readonly displayName: string; readonly org?: { readonly name: string } };
  readonly topic?: string;
  readonly about?: About;
  /** Of a request that has arrived. */
  readonly message?: string;
  readonly expiresAt?: Date;
  /** The other one has given ways to be reached. */
  readonly given?: boolean;
}

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;
const SUBJECT = 150;

/** The words of somebody else, so marked that they are not taken for ours. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/**
 * What has happened to a request for contact, as one mail. Nobody's address is in it, not even after both have agreed:
 * mails are kept where nobody can take anything back.
 */
export function contactMail(
  { title, timeZone, publicUrl }: Pick<HubConfig, 'title' | 'timeZone' | 'publicUrl'>,
  { accountId, displayName, locale }: ContactReceiver,
  { kind, id, who, topic, about, message, expiresAt, given }: ContactItem,
): Mail {
  const words = CONTACT_WORDS[locale];
  const name = oneLine(who.displayName);
  const day = (date: Date): string =>
    new Intl.DateTimeFormat(LOCALES[locale], { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(date);
  const settingsUrl = publicUrl && `${publicUrl}/#vr-notifications`;
  const subjects = [
    ...(topic ? [words.topic(oneLine(topic))] : []),
    ...(about ? [words.about[about.type](oneLine(about.title))] : []),
  ];
  const introduced = kind === 'requested' && who.org ? words.from(name, oneLine(who.org.name)) : name;
  const text = [
    words.greeting(oneLine(displayName)),
    words.sentence[kind](introduced),
    ...(subjects.length > 0 ? [subjects.join('\n')] : []),
    ...(message ? [`${words.message(name)}\n${quoted(message)}`] : []),
    ...(kind === 'requested' && expiresAt ? [words.answer(day(expiresAt))] : []),
    ...(kind === 'accepted' ? [given ? words.given(name) : words.notGiven(name)] : []),
    ...(kind === 'declined' ? [words.elsewhere] : []),
    publicUrl ? words.look(`${publicUrl}/#vr-contact=${encodeURIComponent(id)}`) : words.lookThere,
    ...(kind === 'requested' ? [words.noAddress(name)] : []),
    [words.why[kind](oneLine(title)), ...(settingsUrl ? [words.change(settingsUrl)] : [])].join(' '),
  ].join('\n\n');
  return {
    to: { accountId },
    subject: shorten(words.subject[kind](name), SUBJECT),
    text: `${text.slice(0, 19_900)}\n`,
    ...(settingsUrl && { unsubscribeUrl: settingsUrl }),
  };
}
