import type { Caller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';

export interface AuditEntry {
  /** `<object>.<verb>`, for example `event.cancel`. */
  readonly action: string;
  readonly object: { readonly type: string; readonly id: string; readonly orgId?: string | null };
  /** What changed, in names of fields and states; never addresses, notes or other personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Writes down who did what, in the transaction that does it: an act without its entry cannot be, nor the other way
 * round. Entries are only ever added, and removed after `retention.auditDays`.
 */
export async function audit(transaction: HubTransaction, caller: Caller, entry: AuditEntry): Promise<void> {
  await transaction
    .insertInto('auditEntry')
    .values({
      accountId: caller.kind === 'account' ? caller.accountId : null,
      personId: caller.kind === 'account' ? caller.person.id : null,
      action: entry.action,
      objectType: entry.object.type,
      objectId: entry.object.id,
      orgId: entry.object.orgId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}

/** Removes entries from before an instant (epoch ms); gives their number. */
export async function forgetAudit(transaction: HubTransaction, before: number): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('auditEntry')
    .where('at', '<', new Date(before))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
