import { sql } from 'kysely';
import type { NotificationKind } from '../../../src/model/account.ts';
import { defaultSettings } from '../accounts/settings.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import type { Mail } from '../mail/mail.ts';
import { notify } from '../notifications/notify.ts';
import { isGone, itemChanges, registrationMail, type PlaceItem, type Receiver } from './registration-mail.ts';
import { REGISTRATION_WORDS, type PlaceNews } from './registration-words.ts';

/** What stands among somebody's news. What people did themselves is no news to them. */
const NEWS: Readonly<Partial<Record<PlaceNews, NotificationKind>>> = {
  promoted: 'event-promoted',
  removed: 'event-removed',
  changed: 'event-changed',
  message: 'event-message',
  cancelled: 'event-cancelled',
};

interface Told {
  readonly personId: string;
  readonly receiver: Receiver;
  readonly hasAddress: boolean;
}

/**
 * Collects what happens to people's places in one transaction, so that each gets one mail about an event, not one for
 * each of its dates. News in the page that a mail has told already is in no digest again.
 */
export class RegistrationNews {
  readonly #hub: Hub;
  readonly #transaction: HubTransaction;
  readonly #by: string | null;
  readonly #now: number;
  readonly #items = new Map<string, PlaceItem[]>();

  /** @param by id of the person who does it @param now epoch ms */
  constructor(
    hub: Hub,
    transaction: HubTransaction,
    { by, now }: { readonly by: string | null; readonly now: number },
  ) {
    this.#hub = hub;
    this.#transaction = transaction;
    this.#by = by;
    this.#now = now;
  }

  add(personId: string, item: PlaceItem): void {
    const items = this.#items.get(personId);
    if (items) items.push(item);
    else this.#items.set(personId, [item]);
  }

  /** Tells everybody. Last in the transaction. */
  async send(): Promise<void> {
    if (this.#items.size === 0) return;
    const people = await this.#people();
    const mails: Mail[] = [];
    const news = new Map<
      string,
      { kind: NotificationKind; eventId: string; text?: string; mailed: boolean; to: string[] }
    >();
    for (const { personId, receiver, hasAddress } of people) {
      const items = this.#items.get(personId) ?? [];
      const mailed = hasAddress && this.#hub.mailer.isEnabled;
      if (mailed) mails.push(...this.#mailsOf(receiver, items));
      for (const { kind, eventId, text } of this.#newsOf(receiver, items)) {
        const key = JSON.stringify([kind, eventId, text, mailed]);
        const known = news.get(key);
        if (known) known.to.push(personId);
        else news.set(key, { kind, eventId, mailed, to: [personId], ...(text && { text }) });
      }
    }
    for (const { to, ...one } of news.values()) await notify(this.#transaction, { ...one, to, by: this.#by });
    await this.#hub.mailer.sendAll(this.#transaction, mails);
  }

  /** One mail about what is there and one about what is gone: a calendar file is either. */
  #mailsOf(receiver: Receiver, items: readonly PlaceItem[]): Mail[] {
    const groups = new Map<string, [PlaceItem, ...PlaceItem[]]>();
    for (const item of items) {
      const key = `${item.event.id} ${isGone(item)}`;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
    return [...groups.values()].map((group) => registrationMail(this.#hub, receiver, group, this.#now));
  }

  #newsOf({ locale }: Receiver, items: readonly PlaceItem[]) {
    const words = REGISTRATION_WORDS[locale];
    const seen = new Set<string>();
    return items.flatMap((item) => {
      const kind = NEWS[item.kind];
      const key = `${kind} ${item.event.id}`;
      if (!kind || seen.has(key)) return [];
      seen.add(key);
      const changes = item.kind === 'changed' ? itemChanges(item, words, this.#hub.config.timeZone) : [];
      const text = item.message ?? changes.join(' · ');
      return [{ kind, eventId: item.event.id, ...(text && { text }) }];
    });
  }

  async #people(): Promise<Told[]> {
    const rows = await this.#transaction
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.personId')
      .leftJoin('accountSettings', 'accountSettings.accountId', 'account.id')
      .select(['account.id', 'account.personId', 'account.email', 'account.locale'])
      .select(['person.displayName', 'accountSettings.settings'])
      .where('account.personId', '=', sql<string>`any(${[...this.#items.keys()]}::text[])`)
      .execute();
    const defaults = defaultSettings(this.#hub.config);
    return rows.map(({ id, personId, email, locale, displayName, settings }) => ({
      personId,
      hasAddress: email !== null,
      receiver: {
        accountId: id,
        displayName,
        locale: settings?.locale ?? (locale === 'en' || locale === 'de' ? locale : defaults.locale),
      },
    }));
  }
}
