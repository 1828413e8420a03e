import { DAY_MS } from '../../../../src/model/plain-date.ts';
import type { HubTransaction } from '../../database/database.ts';
import type { Hub } from '../../hub.ts';
import type { Mail } from '../../mail/mail.ts';
import type { ImportedFields } from '../../peers/peer-tables.ts';
import { Invitations } from '../../sign-in/invitations/invitations.ts';
import type { Invitable } from '../store-import.ts';
import { heldLines, INVITE_WORDS } from './invite-words.ts';

/** Long enough for a holiday, and the month within which people must be told (GDPR, Art. 14, 3). */
const LINK_DAYS = 28;

export interface InviteOrder {
  readonly people: readonly Invitable[];
  readonly orgId: string;
  /** Who has them invited; a directory is nobody. */
  readonly from?: { readonly displayName: string; readonly personId: string };
  /** What the source calls itself, where it is no file. */
  readonly sourceLabel?: string;
  /** Address of the hub, without a slash at the end. */
  readonly base: string;
  /** Days after which a draft goes that nobody claims; absent: it stays as long as its source names it. */
  readonly unclaimedDays?: number;
}

/** German, but for people whose languages do not have it. */
function languageOf({ languages = [] }: ImportedFields, usual: 'de' | 'en'): 'de' | 'en' {
  if (languages.length === 0 || languages.includes(usual)) return usual;
  if (languages.includes('de')) return 'de';
  return languages.includes('en') ? 'en' : usual;
}

function mailOf(hub: Hub, order: InviteOrder, { email, fields }: Invitable, secret: string): Mail {
  const { title, language } = hub.config;
  const lang = languageOf(fields, language);
  const words = INVITE_WORDS[lang];
  const org = hub.directory.orgRef(order.orgId)?.name ?? order.orgId;
  const held = heldLines(fields, org, words, lang).map(([label, value]) => `- ${label}: ${value}`);
  const source = order.sourceLabel ?? words.file(order.from ? `${org} (${order.from.displayName})` : org);
  return {
    to: { address: email },
    subject: words.subject(title),
    text: [
      words.greeting(fields.displayName ?? ''),
      words.intro(org, title),
      [words.held, ...held, words.source(source)].join('\n'),
      `${words.look}\n${order.base}/sign-in/link#${secret}`,
      `${words.refuse}\n${order.base}/sign-in/refuse#${secret}`,
      [
        words.days(LINK_DAYS),
        order.unclaimedDays === undefined ? words.nothingOfDirectory : words.nothing(order.unclaimedDays),
      ].join(' '),
      words.law(org),
    ].join('\n\n'),
  };
}

/**
 * Mails each of these people a link that signs them in as exactly that person, and one by which they refuse. Who has a
 * link that still works gets no second one.
 * @returns how many mails go out
 */
export async function inviteImported(hub: Hub, transaction: HubTransaction, order: InviteOrder): Promise<number> {
  if (order.people.length === 0 || !hub.mailer.isEnabled || !hub.config.signIn.invitations) return 0;
  const open = await transaction
    .selectFrom('invitation')
    .select('personId')
    .where('personId', 'is not', null)
    .where('expiresAt', '>', new Date(hub.clock()))
    .execute();
  const asked = new Set(open.map(({ personId }) => personId));
  const people = order.people.filter(({ personId }) => !asked.has(personId));
  const invitations = new Invitations(hub);
  const secrets = await invitations.createAll(
    transaction,
    people.map(({ personId, email }) => ({
      email,
      personId,
      orgId: order.orgId,
      returnTo: `${order.base}/#vr-peer-profile`,
      lifetimeMs: LINK_DAYS * DAY_MS,
      ...(order.from && { invitedBy: order.from.personId }),
    })),
  );
  const mails = people.map((person, index) => mailOf(hub, order, person, secrets[index] ?? ''));
  return (await hub.mailer.sendAll(transaction, mails)) ? mails.length : 0;
}
