import { Type } from 'typebox';
import { BackendError } from '../../../src/backend/backend-error.ts';
import { newId } from '../accounts/new-id.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import type { IdeaRow } from '../ideas/idea-rules.ts';
import { defineJob, GiveUpError } from '../jobs/job-kind.ts';
import { webhookPayload, type WebhookEvent } from './webhook-payload.ts';
import { sendWebhook } from './webhook-sender.ts';

/** Tried for about a day: tools of an administration are down for a night. */
const SEND_WEBHOOK = defineJob({
  name: 'webhooks.send',
  data: Type.Object({ webhook: Type.String(), id: Type.String(), body: Type.String() }),
  retries: 10,
  retryAfter: 60,
  timeout: 60,
  concurrency: 2,
  keepFinished: 3_600,
});

type Parts = Pick<Hub, 'config' | 'jobs' | 'clock'>;

/** Says how messages go out. Before the jobs start. */
export function defineWebhooks({ config, jobs, clock }: Parts): void {
  jobs.define(SEND_WEBHOOK, async ({ webhook: name, id, body }) => {
    const webhook = config.webhooks.find((each) => each.id === name);
    if (!webhook) throw new GiveUpError(`There is no webhook "${name}" in the configuration any more.`);
    let status: number;
    try {
      status = await sendWebhook(webhook, { id, body }, clock());
    } catch (error) {
      // An address inside the house that nobody has allowed stays forbidden at every try.
      if (error instanceof BackendError && error.kind === 'denied') throw new GiveUpError(error.message);
      throw error;
    }
    if (status === 410) throw new GiveUpError(`The webhook "${name}" is gone (410).`);
    if (status < 200 || status >= 300) throw new Error(`The webhook "${name}" answers ${status}.`);
  });
}

/**
 * Tells the configured webhooks what has happened to an idea, once the transaction is committed; never when it is not.
 * Nobody outside hears of drafts.
 *
 * @param row the idea as it is afterwards
 */
export async function announce(
  { config, jobs, clock }: Parts,
  transaction: HubTransaction,
  type: WebhookEvent,
  row: IdeaRow,
): Promise<void> {
  const wanted = config.webhooks.filter(({ events }) => events === undefined || events.includes(type));
  if (wanted.length === 0 || row.stage === 'draft') return;
  const body = JSON.stringify(webhookPayload(type, row, { now: clock(), publicUrl: config.publicUrl }));
  for (const { id: webhook } of wanted) {
    await jobs.send(SEND_WEBHOOK, { webhook, id: `msg_${newId()}`, body }, { transaction });
  }
}

/**
 * Like `announce`, for a step on the idea's way.
 * @param now epoch ms at which it was taken: what is let out to its readers at that moment is released
 */
export function announceStep(hub: Parts, transaction: HubTransaction, row: IdeaRow, now: number): Promise<void> {
  if (row.releasedAt?.getTime() === now) return announce(hub, transaction, 'idea.released', row);
  return announce(hub, transaction, row.stage === 'submitted' ? 'idea.submitted' : 'idea.stage-changed', row);
}
