/**
 * HTML or text of a foreign source. It may only reach the page through `<vr-rich-text>`, the one cleaning sink;
 * the brand keeps the compiler watching.
 */
export type UntrustedHtml = string & { readonly __untrustedHtml: unique symbol };

/** Marks text of a foreign source as unclean. */
export const untrustedHtml = (text: string): UntrustedHtml => text as UntrustedHtml;

/** Who may see an object (domain: `visibility`). */
export type Visibility = 'self' | 'unit' | 'organisation' | 'network' | 'public';

/** An administration, association or company that somebody belongs to or that invites (schema.org Organization). */
export interface OrgRef {
  readonly id?: string;
  readonly name: string;
  readonly url?: string;
}

/** A person as shown beside something else (schema.org Person). It never carries an e-mail address. */
export interface PersonRef {
  readonly id?: string;
  readonly displayName: string;
  readonly org?: OrgRef;
  readonly photo?: { readonly url: string; readonly alt?: string };
}

/** A topic of the network's SKOS scheme; `label` by language. Sources without a scheme give the word as both. */
export interface Topic {
  readonly id: string;
  readonly label: Readonly<Partial<Record<'de' | 'en', string>>>;
  readonly broader?: string;
}
