import { createHmac } from 'node:crypto';
import { Agent, fetch as undiciFetch } from 'undici';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { WebhookConfig } from '../config/config-schema.ts';
import { addressCheck, checkLiteral, guardedLookup } from '../sources/address-guard.ts';

const TIMEOUT_MS = 15_000;

/** One message on its way; `id` is the same at every try, so that a receiver can tell it knows it already. */
export interface WebhookMessage {
  readonly id: string;
  readonly body: string;
}

/** The signature of a message (Standard Webhooks 1.0: HMAC-SHA256 over id, time and body; the key is the decoded secret). */
function signatureOf(secret: string, { id, body }: WebhookMessage, seconds: number): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

/**
 * Sends one message and gives the status of the answer. Each connection is checked like those to sources; redirects are
 * not followed, because what they lead to is nobody's configuration.
 *
 * @param now epoch ms
 * @throws BackendError where no answer comes or the address may not be asked
 */
export async function sendWebhook(
  { url, secret = '', allowPrivate = [] }: WebhookConfig,
  message: WebhookMessage,
  now: number,
): Promise<number> {
  const isAllowed = addressCheck(allowPrivate);
  const address = new URL(url);
  checkLiteral(address.hostname, isAllowed);
  const seconds = Math.floor(now / 1000);
  const agent = new Agent({ connect: { lookup: guardedLookup(isAllowed), timeout: 5_000 } });
  try {
    const response = await undiciFetch(address, {
      dispatcher: agent,
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Bausteine-Hub (webhook)',
        'webhook-id': message.id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signatureOf(secret, message, seconds),
      },
      body: message.body,
    });
    // What it says is read by nobody.
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const cause = (error as Error).cause;
    if (cause instanceof BackendError) throw cause;
    const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? (error as Error).name;
    throw new BackendError('unknown', `no answer: ${code}`, { cause: error });
  } finally {
    await agent.destroy();
  }
}
