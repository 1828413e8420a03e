/** The page of the run in a browser: one form, its draft and its outbox, by the number in the address. */
import { createHubBackend } from '../../../src/backend/adapters/hub/hub-adapter.ts';
import type { CreatedIdea } from '../../../src/backend/ports.ts';
import { draftScope } from '../../../src/internal/draft-scope.ts';
import { DraftStore } from '../../../src/internal/draft-store.ts';
import { Outbox } from '../../../src/internal/outbox.ts';
import type { IdeaInput } from '../../../src/model/idea-input.ts';

const scope = draftScope({
  endpoint: location.origin,
  user: undefined,
  form: new URLSearchParams(location.search).get('n')!,
});
const { ideas } = createHubBackend({ src: location.origin, timeout: 3000 });
const draft = new DraftStore<IdeaInput>({ storage: 'local', scope, read: (value) => value as IdeaInput });
const outbox = new Outbox<IdeaInput, CreatedIdea>({
  storage: 'local',
  scope,
  delays: [60, 1500],
  run: ({ input, key }, signal) => ideas!.create!(input, { idempotencyKey: key, signal }),
});

export interface ClientAnswer {
  readonly state: string;
  readonly ideaId: string | undefined;
  readonly why: string;
  readonly tries: number;
}

/** What the run asks of the page. */
export interface Client {
  type(input: IdeaInput): void;
  /** Title of the draft that was kept. */
  open(): string | undefined;
  /** Sends the draft as it is. */
  send(): void;
  settled(): Promise<ClientAnswer>;
}

let input: IdeaInput | undefined;

const client: Client = {
  type(value) {
    input = value;
    draft.save(value);
    draft.flush();
  },
  open() {
    input = draft.open()?.value;
    return input?.title;
  },
  send() {
    outbox.enqueue({ operation: 'ideas.create', input: input!, id: 'only' });
    draft.erase();
  },
  async settled() {
    outbox.resume();
    const { state, result, error, tries } = await outbox.settled('only');
    outbox.forget('only');
    return { state, ideaId: result?.idea.id, why: error ? `${error.kind} ${error.message}` : '', tries: tries + 1 };
  },
};
Object.assign(globalThis, { client });
