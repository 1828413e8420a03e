import type { AccountPort, PostsPort } from '../../backend/ports.ts';
import type { AllowsImage } from '../../internal/image-policy.ts';
import type { Me } from '../../model/account.ts';

/** What every part of the feed is given: it makes its own calls. */
export interface PartContext {
  readonly port: PostsPort | undefined;
  readonly account: AccountPort | undefined;
  readonly me: Me | undefined;
  readonly storage: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly headingLevel: number;
  /** Which pictures may be loaded. */
  readonly allowsImage: AllowsImage;
}

/** What stands in the place of the list. */
export type Opened =
  | { readonly part: 'post'; readonly id: string }
  | { readonly part: 'editor'; readonly id?: string | undefined; readonly ideaId?: string | undefined }
  | { readonly part: 'desk' };
