import type { WEBHOOK_EVENTS } from '../config/config-schema.ts';
import { isReleased, type IdeaRow } from '../ideas/idea-rules.ts';

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What a webhook is sent (Standard Webhooks: `type`, `timestamp`, `data`). No person is named in it. */
export interface WebhookPayload {
  readonly type: WebhookEvent;
  /** RFC 3339 instant at which it happened. */
  readonly timestamp: string;
  readonly data: {
    readonly id: string;
    readonly stage: string;
    /** Of public ideas only: the others' words stay among those who may read them. */
    readonly title?: string;
    /** Where the idea is looked at; the page shows it to those who may see it. */
    readonly url?: string;
  };
}

/** @param now epoch ms */
export function webhookPayload(
  type: WebhookEvent,
  row: IdeaRow,
  { now, publicUrl }: { readonly now: number; readonly publicUrl?: string | undefined },
): WebhookPayload {
  return {
    type,
    timestamp: new Date(now).toISOString(),
    data: {
      id: row.id,
      stage: row.stage,
      ...(row.visibility === 'public' && isReleased(row) && { title: row.title }),
      ...(publicUrl && { url: `${publicUrl}/#vr-idea=${encodeURIComponent(row.id)}` }),
    },
  };
}
