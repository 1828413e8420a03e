import type { Audience, IdeasPort } from '../../backend/ports.ts';
import type { IdeaReach } from '../../model/idea.ts';

/** Who will see an idea of each reach, asked once for each organisation. */
export class AudienceLookup {
  readonly #port: () => IdeasPort | undefined;
  readonly #onChange: () => void;
  readonly #known = new Map<string, Audience | undefined>();

  constructor(port: () => IdeasPort | undefined, onChange: () => void) {
    this.#port = port;
    this.#onChange = onChange;
  }

  /** Undefined until it is known, and where it cannot be. */
  of(reach: IdeaReach, orgId: string): Audience | undefined {
    const key = `${reach} ${orgId}`;
    const port = this.#port();
    if (this.#known.has(key) || !port?.audience) return this.#known.get(key);
    this.#known.set(key, undefined);
    port.audience({ reach, ...(orgId && { orgId }) }).then(
      (audience) => {
        this.#known.set(key, audience);
        this.#onChange();
      },
      // The general words stay; the next look asks again.
      () => this.#known.delete(key),
    );
    return undefined;
  }

  /** Another person may see other numbers. */
  forget(): void {
    this.#known.clear();
  }
}
