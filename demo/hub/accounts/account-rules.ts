import { addRules } from '../authorization/can.ts';

/** Type of the object that stands for the caller's own account in `can`. */
export const ACCOUNT = 'account';

// Everybody signed in decides about their own account; who may not see it (`self`) does not get this far.
addRules(ACCOUNT, {
  export: (caller) => caller.kind === 'account',
  delete: (caller) => caller.kind === 'account',
  'change-settings': (caller) => caller.kind === 'account',
});
