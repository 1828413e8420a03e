import type { Transporter } from 'nodemailer';
import type { HubConfig } from '../config/config.ts';
import type { HubDatabase, HubTransaction } from '../database/database.ts';
import { defineJob, GiveUpError, type JobRun } from '../jobs/job-kind.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { MailSchema, type Mail } from './mail.ts';
import { openTransport } from './mail-transport.ts';

/** Tried for about a day: mail servers are down for hours. */
export const SEND_MAIL = defineJob({
  name: 'mail.send',
  data: MailSchema,
  retries: 10,
  retryAfter: 60,
  timeout: 120,
  keepFinished: 3_600,
});

type Parts = {
  readonly config: Pick<HubConfig, 'mail' | 'publicUrl'>;
  readonly database: HubDatabase;
  readonly jobs: Jobs;
};

/** Sends mails behind the answers, where the configuration names a mail server. */
export class Mailer {
  readonly #parts: Parts;
  readonly #transport: Transporter | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { smtpUrl } = parts.config.mail;
    this.#transport = smtpUrl === undefined ? undefined : openTransport(smtpUrl);
    parts.jobs.define(SEND_MAIL, (mail, run) => this.#deliver(mail, run));
  }

  /** Without a mail server nothing is sent, and whoever shows this to people has to say so. */
  get isEnabled(): boolean {
    return this.#transport !== undefined;
  }

  /**
   * Sends a mail once the transaction is committed; never when it is not.
   * @returns whether a mail will be sent
   * @throws Error for a subject or an address that could break out of its header
   */
  async send(transaction: HubTransaction, mail: Mail): Promise<boolean> {
    if (!this.isEnabled) return false;
    await this.#parts.jobs.send(SEND_MAIL, mail, { transaction });
    return true;
  }

  /** Sends many mails as `send` sends one, at the cost of a few. */
  async sendAll(transaction: HubTransaction, mails: readonly Mail[]): Promise<boolean> {
    if (!this.isEnabled) return false;
    await this.#parts.jobs.sendAll(SEND_MAIL, mails, transaction);
    return true;
  }

  async #addressOf({ to }: Mail): Promise<string | undefined> {
    if ('address' in to) return to.address;
    const account = await this.#parts.database.kysely
      .selectFrom('account')
      .select('email')
      .where('id', '=', to.accountId)
      .executeTakeFirst();
    return account?.email ?? undefined;
  }

  async #deliver(mail: Mail, { id }: JobRun): Promise<void> {
    if (!this.#transport) throw new GiveUpError('No mail server is configured any more.');
    const address = await this.#addressOf(mail);
    if (address === undefined) return;
    const { mail: settings, publicUrl } = this.#parts.config;
    const host = publicUrl ? new URL(publicUrl).hostname : 'localhost';
    const { subject, text, calendar, unsubscribeUrl } = mail;
    try {
      await this.#transport.sendMail({
        from: settings.from,
        to: { name: '', address },
        subject,
        text,
        // A second try after an answer that was lost is the same mail to those who receive it.
        messageId: `<${id}@${host}>`,
        // Tells absence notes not to answer (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(unsubscribeUrl && { list: { unsubscribe: unsubscribeUrl } }),
        ...(calendar && {
          icalEvent: { method: calendar.method, filename: calendar.fileName, content: calendar.content },
        }),
      });
    } catch (error) {
      const { responseCode = 0 } = error as { responseCode?: number };
      // What the server refuses for good (RFC 5321, 4.2.1) it refuses again.
      if (responseCode >= 500) throw new GiveUpError(`The mail server refuses it for good (${responseCode}).`);
      throw new Error(responseCode ? `The mail server answers ${responseCode}.` : (error as Error).message);
    }
  }

  close(): void {
    this.#transport?.close();
  }
}
