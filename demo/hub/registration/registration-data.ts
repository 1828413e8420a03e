import { boundToInstant } from '../../../src/model/time-zone.ts';
import type { PersonalDataPart } from '../accounts/personal-data.ts';
import type { HubTransaction } from '../database/database.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { findEvent } from '../events/event-store.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { fillPlaces } from './places.ts';
import { overAt, wantedDate, type WantedDate } from './registration-moment.ts';
import { RegistrationNews } from './registration-news.ts';

/** Whether the date of a registration is over; a date that is not there any more is over at its own time. */
async function isOver(
  transaction: HubTransaction,
  { recurrenceKey }: { readonly recurrenceKey: string },
  event: StoredEvent,
  { timeZone, now }: { readonly timeZone: string; readonly now: number },
): Promise<{ readonly over: boolean; readonly date: WantedDate | undefined }> {
  const date = await wantedDate(transaction, event, recurrenceKey || undefined, timeZone).catch((error: unknown) => {
    if (error instanceof HttpProblem) return undefined;
    throw error;
  });
  const end = date ? await overAt(transaction, event, date, timeZone) : boundToInstant(recurrenceKey, timeZone);
  return { over: end <= now, date };
}

/**
 * What a person registered for. With the account, coming dates lose them, and whoever waits gets the place; of past ones
 * the count stays, under no name.
 */
export const registrationData = (hub: Hub): PersonalDataPart => ({
  name: 'registrations',
  export: (transaction, { personId }) =>
    transaction
      .selectFrom('eventRegistration')
      .select(['eventId', 'recurrenceKey', 'state', 'note', 'needs', 'createdAt', 'updatedAt'])
      .where('personId', '=', personId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
  async foresee(transaction, { personId }) {
    const rows = await transaction
      .selectFrom('eventRegistration')
      .select(['eventId', 'recurrenceKey'])
      .where('personId', '=', personId)
      .execute();
    let past = 0;
    for (const row of rows) {
      const event = await findEvent(transaction, row.eventId);
      const { timeZone } = hub.config;
      if (event && (await isOver(transaction, row, event, { timeZone, now: hub.clock() })).over) past += 1;
    }
    return { deleted: { registrations: rows.length - past }, kept: { registrations: past } };
  },
  async erase({ transaction, personId, pseudonym }) {
    const now = hub.clock();
    const rows = await transaction
      .selectFrom('eventRegistration')
      .select(['id', 'eventId', 'recurrenceKey', 'state'])
      .where('personId', '=', personId)
      // In one order for everybody: two erasures at once wait for each other instead of for ever.
      .orderBy('eventId')
      .orderBy('recurrenceKey')
      .execute();
    const news = new RegistrationNews(hub, transaction, { by: null, now });
    const past: string[] = [];
    for (const { id, eventId, recurrenceKey, state } of rows) {
      const event = await findEvent(transaction, eventId, true);
      if (!event) continue;
      const { timeZone } = hub.config;
      const { over, date } = await isOver(transaction, { recurrenceKey }, event, { timeZone, now });
      if (over) {
        past.push(id);
        continue;
      }
      await transaction.deleteFrom('eventRegistration').where('id', '=', id).execute();
      if (date && state === 'registered') await fillPlaces(transaction, { event, ...date }, news, now);
    }
    if (past.length > 0) {
      await transaction
        .updateTable('eventRegistration')
        .set({ personId: pseudonym, note: null, needs: null })
        .where('id', 'in', past)
        .execute();
    }
    await news.send();
  },
});
