import type { CreatedIdea, IdeasPort } from '../../backend/ports.ts';
import type { StorageKind } from '../../internal/device-store.ts';
import { Outbox, type OutboxEntry } from '../../internal/outbox.ts';
import type { BackendError } from '../../backend/backend-error.ts';
import { noSource } from '../../internal/as-backend-error.ts';
import type { IdeaInput } from '../../model/idea-input.ts';
import type { IdeaFormError, IdeaFormField } from '../../model/idea-form.ts';
import { HELP_KINDS, type Idea } from '../../model/idea.ts';

/** What is to be sent: a new idea, or the change of one that is there. Plain data: it may wait on the device. */
export interface SendOrder {
  readonly input: IdeaInput;
  /** Of the field that people do not see. */
  readonly website: string;
  /** Milliseconds that filling in took. */
  readonly filledIn: number;
  readonly change?: { readonly id: string; readonly etag?: string; readonly resubmit: boolean };
}

export type SendEntry = OutboxEntry<SendOrder, CreatedIdea>;

export interface IdeaSenderOptions {
  readonly storage: StorageKind;
  readonly scope: string;
  readonly port: () => IdeasPort | undefined;
  /** Of the private link whose idea is changed. It is asked for at each try and never kept with an order. */
  readonly secret: () => string | undefined;
  readonly onChange: (entry: SendEntry | undefined) => void;
}

/** Sends one idea at a time, through the outbox. */
export class IdeaSender {
  readonly #options: IdeaSenderOptions;
  readonly #outbox: Outbox<SendOrder, CreatedIdea>;
  /** Ideas whose change has arrived while a step after it has not. */
  readonly #changed = new Map<string, Idea>();

  constructor(options: IdeaSenderOptions) {
    this.#options = options;
    const { storage, scope, onChange } = options;
    this.#outbox = new Outbox({ storage, scope, run: (entry, signal) => this.#run(entry, signal) });
    this.#outbox.subscribe(() => onChange(this.entry));
  }

  get storage(): StorageKind {
    return this.#options.storage;
  }

  /** The youngest order; there is one at a time. */
  get entry(): SendEntry | undefined {
    return this.#outbox.entries.at(-1);
  }

  /** Goes on with what a reload of the page interrupted. */
  resume(): void {
    this.#outbox.resume();
  }

  send(order: SendOrder): void {
    this.#outbox.enqueue({ operation: order.change ? 'ideas.change' : 'ideas.create', input: order });
  }

  retry(): void {
    const { entry } = this;
    if (entry) this.#outbox.retry(entry.id);
  }

  /** Takes the order back to change it; false where it may have arrived. */
  withdraw(): boolean {
    const { entry } = this;
    return !entry || this.#outbox.withdraw(entry.id) !== undefined;
  }

  /** The confirmation has been shown. */
  forget(): void {
    const { entry } = this;
    if (entry) this.#outbox.forget(entry.id);
  }

  dispose(): void {
    this.#outbox.dispose();
  }

  async #run({ id: entryId, input: order, key }: SendEntry, signal: AbortSignal): Promise<CreatedIdea> {
    const port = this.#options.port();
    const { input, website, filledIn, change } = order;
    if (!change) {
      if (!port?.create) throw noSource();
      return port.create(input, { idempotencyKey: key, signal, filledIn, ...(website && { website }) });
    }
    if (!port?.update) throw noSource();
    const { id, etag, resubmit } = change;
    const secret = this.#options.secret();
    const options = { signal, ...(secret && { secret }) };
    let idea = this.#changed.get(entryId);
    if (!idea) {
      idea = await port.update(id, input, { ...options, idempotencyKey: key, ...(etag && { ifMatch: etag }) });
      this.#changed.set(entryId, idea);
    }
    if (resubmit && idea.stage !== 'submitted' && port.transition) {
      idea = await port.transition(id, { to: 'submitted' }, { ...options, idempotencyKey: `${key}-submitted` });
    }
    return { idea };
  }
}

/** Names of fields on the wire that the form calls otherwise. */
const FORM_NAMES: Readonly<Record<string, IdeaFormField>> = { attachmentIds: 'attachments', place: 'place' };
const FORM_FIELDS: readonly string[] = [
  'problem',
  'title',
  'summary',
  'body',
  'benefitFor',
  'place',
  'orgId',
  'reach',
  'topicIds',
  'firstStep',
  'needs',
];

const CODES: Readonly<Record<string, IdeaFormError['code']>> = {
  required: 'required',
  'too-short': 'too-short',
  'too-long': 'too-long',
  'too-many': 'too-many',
};

/** The fields that a server names in its problem, as errors of the form. Those that the form does not have are left out. */
export function errorsOfProblem(error: BackendError | undefined, input: IdeaInput): readonly IdeaFormError[] {
  const fieldErrors = error?.problem?.['fieldErrors'];
  if (!Array.isArray(fieldErrors)) return [];
  return (fieldErrors as readonly unknown[]).flatMap((each): IdeaFormError[] => {
    const { field, code, limit } = (each ?? {}) as Readonly<Record<string, unknown>>;
    const [name = '', index = ''] = String(field).split('.');
    const known = FORM_NAMES[name] ?? FORM_FIELDS.find((candidate) => candidate === name);
    if (!known) return [];
    const kind = known === 'needs' ? HELP_KINDS.find((each) => each === input.needs?.[Number(index)]?.kind) : undefined;
    const own = CODES[String(code)];
    // Words for "missing" and "too short" are there for the fields that can be.
    const fits =
      own === 'too-long'
        ? typeof limit === 'number'
        : own === 'too-short'
          ? known === 'title'
          : own === 'required'
            ? MUST.has(known)
            : own;
    return [
      {
        field: known as IdeaFormField,
        code: fits && own ? own : 'refused',
        ...(kind && { part: kind }),
        ...(typeof limit === 'number' && { limit }),
      },
    ];
  });
}

const MUST: ReadonlySet<string> = new Set(['problem', 'title', 'summary', 'orgId', 'reach']);
