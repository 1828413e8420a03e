import { Accounts } from '../accounts/accounts.ts';
import { audit } from '../audit/audit.ts';
import { ANONYMOUS, ROLES, type Role } from '../authorization/caller.ts';
import { openDatabase } from '../database/database.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { Directory } from '../directory/directory.ts';
import { runCommand, UsageError } from './command.ts';

const USAGE = `npm run hub:grant -- PERSON ORGANISATION ROLE[,ROLE…]
PERSON is the e-mail address, or the subject at the identity provider, of somebody who has signed in before.
ROLE is one of ${ROLES.join(', ')}.`;

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** `npm run hub:grant`: gives somebody roles in an organisation, for the first admin above all. */
await runCommand(async ({ config, words }) => {
  const [who, org, list] = words;
  if (!who || !org || !list) throw new UsageError(USAGE);
  const roles = list.split(',').map((role) => role.trim());
  if (!roles.every(isRole)) throw new UsageError(USAGE);
  const database = await openDatabase(config);
  try {
    const directory = new Directory(config);
    const accounts = new Accounts({ config, database, directory });
    await accounts.start();
    const found = await database.kysely
      .selectFrom('account')
      .select(['personId', 'issuer'])
      .where((where) =>
        where.or([where('subject', '=', who), where(where.fn('lower', ['email']), '=', who.toLowerCase())]),
      )
      .execute();
    const [person, second] = found;
    if (!person) throw new UsageError(`Nobody has signed in as "${who}" yet.`);
    if (second)
      throw new UsageError(`"${who}" is more than one account: ${found.map(({ issuer }) => issuer).join(', ')}.`);
    const orgId = directory.organisation(org)?.id ?? org;
    const known = await database.kysely
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', orgId)
      .executeTakeFirst();
    if (!known) throw new UsageError(`There is no organisation "${org}" in the configuration.`);
    await database.write([ACCOUNTS_TOPIC], async (transaction) => {
      await accounts.grant(transaction, { personId: person.personId, orgId, roles });
      await audit(transaction, ANONYMOUS, {
        action: 'membership.grant',
        object: { type: 'membership', id: person.personId, orgId },
        detail: { roles, by: 'command' },
      });
    });
    return `"${who}" is now ${roles.join(', ')} in ${known.name}.`;
  } finally {
    await database.close();
  }
});
