import type { Static, TSchema } from 'typebox';

/** A kind of work that is done behind the answers: its name, the shape of its data, how often it is tried. */
export interface JobKind<S extends TSchema = TSchema> {
  /** `<module>.<verb>`; also the name of its queue. */
  readonly name: string;
  /** Checked when it is sent and again before it runs: a job may be older than the program that runs it. */
  readonly data: S;
  /** Tries after the first that failed, each waiting about twice as long as the one before. Default 5. */
  readonly retries?: number;
  /** Seconds before the second try. Default 30. */
  readonly retryAfter?: number;
  /** Seconds after which a run counts as failed. Default 900. */
  readonly timeout?: number;
  /** How many run at once in one process. Default 1. */
  readonly concurrency?: number;
  /** While one waits, another is not added; one for each `key` where jobs are sent with keys. Fixed at the first start. */
  readonly once?: boolean;
  /** Seconds that finished jobs are kept for. Default one day. */
  readonly keepFinished?: number;
}

export const defineJob = <S extends TSchema>(kind: JobKind<S>): JobKind<S> => kind;

export interface JobRun {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the time is up or the hub stops. */
  readonly signal: AbortSignal;
}

/** Does the work; whatever it throws is a failed try. A job may run twice when the hub dies in between. */
export type JobHandler<S extends TSchema = TSchema> = (data: Static<S>, run: JobRun) => Promise<void>;

/** Thrown by a handler when another try cannot help: the job is put aside at once. */
export class GiveUpError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GiveUpError';
  }
}
