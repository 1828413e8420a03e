import { createHubBackend } from '../../../src/backend/adapters/hub/hub-adapter.ts';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { AccountPort, CreatedIdea, IdeasPort } from '../../../src/backend/ports.ts';
import { draftScope } from '../../../src/internal/draft-scope.ts';
import { Outbox, type OutboxEntry } from '../../../src/internal/outbox.ts';
import type { IdeaInput } from '../../../src/model/idea-input.ts';

/** How somebody is known to the hub: not at all, by the demo's header, or by a session that ends in the middle. */
export type Known = 'stranger' | 'header' | 'session';

export interface SubmitterOptions {
  readonly number: number;
  readonly title: string;
  readonly known: Known;
  /** Id of the demo's person. */
  readonly person: string;
  /** Where requests go: the proxy. */
  readonly proxy: string;
  /** Where the person signs in and out, past all faults. */
  readonly hub: () => string;
  readonly random: () => number;
}

export interface Submission {
  readonly title: string;
  /** Id of the person that it must be by; null for strangers. */
  readonly author: string | null;
  readonly state: 'sent' | 'refused';
  /** Id of the idea as the sender was told. */
  readonly ideaId: string | undefined;
  readonly why: string;
  readonly tries: number;
  readonly reloads: number;
  readonly signIns: number;
}

type Entry = OutboxEntry<IdeaInput, CreatedIdea>;

/** One person with one tab, who submits one idea and does not give up. */
export class Submitter {
  readonly #options: SubmitterOptions;
  #cookie: string | undefined;
  #reloads = 0;
  #signIns = 0;
  #tries = 0;

  constructor(options: SubmitterOptions) {
    this.#options = options;
  }

  async submit(): Promise<Submission> {
    const { number, title, known, person, random } = this.#options;
    if (known === 'session') await this.#signIn();
    let tab = this.#openTab();
    const { id } = tab.outbox.enqueue({ operation: 'ideas.create', input: this.#idea(number, title) });
    let mayReload = random() < 0.25;
    let mayExpire = known === 'session' && random() < 0.5;
    for (;;) {
      const entry = await nextStop(tab.outbox, id, mayReload ? 30 * random() : undefined);
      this.#tries = Math.max(this.#tries, entry.tries);
      if (entry.state === 'sent' || entry.state === 'refused') {
        tab.outbox.forget(id);
        tab.outbox.dispose();
        return this.#told(entry, known === 'stranger' ? null : `demo-${person}`);
      }
      if (entry.state === 'needs-sign-in') {
        // Also the question who has signed in may be lost on its way; then the entry asks again.
        await tab.account.signIn!().catch((error: unknown) => {
          if (!(error instanceof BackendError)) throw error;
        });
        tab.outbox.retry(id);
      } else if (mayReload) {
        mayReload = false;
        this.#reloads++;
        tab.outbox.dispose();
        tab = this.#openTab();
        tab.outbox.resume();
      } else if (mayExpire && entry.state === 'waiting') {
        // What may have arrived in somebody's name goes on without one.
        mayExpire = false;
        await this.#endSession();
      }
    }
  }

  #told({ state, result, error }: Entry, author: string | null): Submission {
    return {
      title: this.#options.title,
      author,
      state: state === 'sent' ? 'sent' : 'refused',
      ideaId: result?.idea.id,
      why: error ? `${error.kind} ${error.status ?? ''} ${JSON.stringify(error.problem ?? error.message)}` : '',
      tries: this.#tries + 1,
      reloads: this.#reloads,
      signIns: this.#signIns,
    };
  }

  #idea(number: number, title: string): IdeaInput {
    return {
      title,
      summary: 'Wer etwas einreicht, soll wissen, dass es angekommen ist, und zwar genau einmal.',
      problem: `Nummer ${number} ging schon einmal verloren.`,
      reach: 'within',
      orgId: this.#options.known === 'stranger' ? 'lindenhafen' : undefined,
    };
  }

  /** A page with the form: a source and an outbox, both new. */
  #openTab(): { readonly outbox: Outbox<IdeaInput, CreatedIdea>; readonly account: AccountPort } {
    const { proxy, number, person, known } = this.#options;
    const { ideas, account } = createHubBackend({
      src: proxy,
      timeout: 3000,
      fetch: (input, init) => this.#fetch(input as string, init),
      signIn: {
        open: async (address) => {
          address.catch(() => undefined);
          await this.#signIn();
          return true;
        },
      },
    });
    const create = (ideas as IdeasPort).create!.bind(ideas);
    const outbox = new Outbox<IdeaInput, CreatedIdea>({
      storage: 'local',
      scope: draftScope({ endpoint: proxy, user: String(number), form: 'idea-submission' }),
      delays: [60, 1500],
      run: ({ input, key }, signal) => create(input, { idempotencyKey: key, signal }),
      mayGo: async (signal) => known === 'stranger' || (await account!.me({ signal })).person?.id === `demo-${person}`,
    });
    return { outbox, account: account! };
  }

  /** As a browser does: with the cookie of the session, or as a program with the demo's header. */
  #fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#options.known === 'header') headers.set('x-demo-person', this.#options.person);
    if (this.#cookie) headers.set('cookie', this.#cookie);
    return fetch(url, { ...init, headers });
  }

  async #signIn(): Promise<void> {
    this.#signIns++;
    const answer = await this.#onOwnPage('POST', { person: this.#options.person });
    this.#cookie = /^[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
  }

  async #endSession(): Promise<void> {
    await this.#onOwnPage('DELETE');
  }

  /** A request of the hub's own page, repeated while the hub is away. */
  async #onOwnPage(method: string, body?: object): Promise<Response> {
    for (;;) {
      try {
        const origin = this.#options.hub();
        const answer = await fetch(`${origin}/api/v1/demo/session`, {
          method,
          headers: {
            origin,
            ...(this.#cookie && { cookie: this.#cookie }),
            ...(body && { 'content-type': 'application/json' }),
          },
          body: body && JSON.stringify(body),
        });
        if (answer.status < 500) return answer;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** The entry when it changes its state for the worse or for good, or after some milliseconds as it is. */
function nextStop(outbox: Outbox<IdeaInput, CreatedIdea>, id: string, within?: number): Promise<Entry> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve(outbox.get(id)!);
    };
    const tries = outbox.get(id)?.tries;
    const look = (): void => {
      const entry = outbox.get(id);
      if (!entry) return;
      const isFinal = entry.state !== 'sending' && entry.state !== 'waiting';
      if (isFinal || (entry.state === 'waiting' && entry.tries !== tries)) done();
    };
    const stop = outbox.subscribe(look);
    const timer = within === undefined ? undefined : setTimeout(done, within);
    look();
  });
}
