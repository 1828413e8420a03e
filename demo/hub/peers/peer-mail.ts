import type { HubConfig } from '../config/config.ts';
import { oneLine, shorten } from '../http/characters.ts';
import type { Mail } from '../mail/mail.ts';
import { PEER_MAIL_WORDS, type EntryNews } from './peer-mail-words.ts';

/** Who is told, and in which language. */
export interface EntryOwner {
  readonly accountId: string;
  readonly displayName: string;
  readonly locale: 'de' | 'en';
}

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;
const SUBJECT = 150;

/** That an entry runs out, or has run out, and how it is renewed, as one mail. */
export function entryMail(
  { title, timeZone, publicUrl }: Pick<HubConfig, 'title' | 'timeZone' | 'publicUrl'>,
  { accountId, displayName, locale }: EntryOwner,
  { kind, expiresAt }: { readonly kind: EntryNews; readonly expiresAt: Date },
): Mail {
  const words = PEER_MAIL_WORDS[locale];
  const network = oneLine(title);
  const format = new Intl.DateTimeFormat(LOCALES[locale], { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
  const day = format.format(expiresAt);
  const text = [
    words.greeting(oneLine(displayName)),
    words.sentence[kind](network, day),
    words.renew[kind],
    publicUrl ? words.look(`${publicUrl}/#vr-peer-profile`) : words.lookThere,
    words.nothing[kind],
    words.why(network),
  ].join('\n\n');
  return { to: { accountId }, subject: shorten(words.subject[kind](network, day), SUBJECT), text: `${text}\n` };
}
