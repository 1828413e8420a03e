import type { FastifyInstance } from 'fastify';
import { ANONYMOUS } from '../authorization/caller.ts';
import { ConfigError } from '../config/config.ts';
import type { Hub, Identify } from '../hub.ts';
import { demoSignIn } from './demo-sign-in.ts';
import type { CreateSignInMode, SignInMode, SignInModeName } from './sign-in-mode.ts';

/** Nobody signs in: everybody reads what is public. */
const noSignIn: CreateSignInMode = () => ({ identify: () => undefined });

const MODES: Readonly<Partial<Record<SignInModeName, CreateSignInMode>>> = { none: noSignIn, demo: demoSignIn };

export interface SignIn {
  readonly identify: Identify;
  install(app: FastifyInstance): Promise<void>;
}

/**
 * Sign-in as configured.
 * @throws ConfigError where the mode does not exist or must not be used as the hub is set up.
 */
export function createSignIn(hub: Hub): SignIn {
  const { mode } = hub.config.signIn;
  const create = MODES[mode];
  if (!create) {
    const known = Object.keys(MODES).join(' or ');
    throw new ConfigError([`"signIn.mode" is ${mode}, which this version cannot do yet; choose ${known}.`]);
  }
  const made: SignInMode = create(hub);
  return {
    identify: (request, reply) => made.identify(request, reply)?.then((caller) => caller ?? ANONYMOUS) ?? ANONYMOUS,
    async install(app) {
      await made.install?.(app);
    },
  };
}
