import { createHash } from 'node:crypto';
import type { ColumnType } from 'kysely';
import type { Hub } from '../../hub.ts';

export interface SignInAttemptTable {
  stateHash: string;
  issuerId: string;
  codeVerifier: string;
  nonce: string;
  returnTo: string;
  popupOrigin: string | null;
  linkTo: string | null;
  expiresAt: ColumnType<Date, Date, Date>;
}

declare module '../../database/tables.ts' {
  interface Tables {
    signInAttempt: SignInAttemptTable;
  }
}

/** A sign-in that has gone to the identity provider and is to come back. */
export interface Attempt {
  readonly issuerId: string;
  readonly codeVerifier: string;
  readonly nonce: string;
  readonly returnTo: string;
  readonly popupOrigin: string | null;
  /** Account that the identity shall be added to. */
  readonly linkTo: string | null;
}

const LIFETIME_MS = 15 * 60_000;
const hashOf = (state: string): string => createHash('sha256').update(state).digest('base64url');

/** Sign-ins under way, each known by its `state`, each to be used once. */
export class Attempts {
  readonly #hub: Pick<Hub, 'database' | 'clock'>;

  constructor(hub: Pick<Hub, 'database' | 'clock'>) {
    this.#hub = hub;
  }

  async keep(state: string, attempt: Attempt): Promise<void> {
    const { database, clock } = this.#hub;
    await database.write([], async (transaction) => {
      await transaction.deleteFrom('signInAttempt').where('expiresAt', '<', new Date(clock())).execute();
      await transaction
        .insertInto('signInAttempt')
        .values({ ...attempt, stateHash: hashOf(state), expiresAt: new Date(clock() + LIFETIME_MS) })
        .execute();
    });
  }

  /** The attempt, which is gone with this; undefined where there is none or it is too old. */
  take(state: string): Promise<Attempt | undefined> {
    const { database, clock } = this.#hub;
    return database.write([], (transaction) =>
      transaction
        .deleteFrom('signInAttempt')
        .where('stateHash', '=', hashOf(state))
        .where('expiresAt', '>', new Date(clock()))
        .returning(['issuerId', 'codeVerifier', 'nonce', 'returnTo', 'popupOrigin', 'linkTo'])
        .executeTakeFirst(),
    );
  }
}
