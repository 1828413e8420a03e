/** Every call can be called off. An abort rejects with the signal's reason (a `DOMException` named `AbortError`). */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Asks the source itself, past copies that an adapter keeps for a while. */
  readonly fresh?: boolean;
}

/** Options of a write. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** A repetition with the same key acts once and gets the first answer. */
  readonly idempotencyKey?: string;
  /** ETag of what the writer saw; refused with `conflict` when somebody else was faster. */
  readonly ifMatch?: string;
  /** The secret of a private link: who holds it acts as the idea's anonymous author. */
  readonly secret?: string;
}
