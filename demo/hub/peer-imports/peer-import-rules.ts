import { addRules } from '../authorization/can.ts';
import { hasRole } from '../authorization/caller.ts';

/** Type of imports of people in `can`. */
export const PEER_IMPORT = 'peer-import';

// Who looks after an organisation's people brings them in: as drafts, which each of them publishes or not.
addRules(PEER_IMPORT, {
  create: (caller, { orgId }) =>
    orgId ? hasRole(caller, ['organiser', 'moderator', 'admin'], orgId) : hasRole(caller, ['admin']),
});
