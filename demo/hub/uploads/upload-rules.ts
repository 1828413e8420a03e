import { addRules } from '../authorization/can.ts';
import { hasRole, type Caller } from '../authorization/caller.ts';

/** Type of uploads in `can`. */
export const UPLOAD = 'upload';

const isSignedIn = (caller: Caller): boolean => caller.kind === 'account';

addRules(UPLOAD, {
  create: isSignedIn,
  delete: (caller, { createdBy, orgId }) =>
    (caller.kind === 'account' && caller.person.id === createdBy) ||
    (orgId != null && hasRole(caller, ['moderator', 'admin'], orgId)),
});
