/** What JSON:API of Drupal sends (jsonapi.org 1.0), as far as events are made of it. Nothing in it is certain. */

export interface DrupalResource {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly attributes?: unknown;
  readonly relationships?: unknown;
  readonly links?: unknown;
}

/** Which fields of a content type say what; names as JSON:API has them. */
export interface DrupalFields {
  readonly start?: string;
  readonly end?: string;
  readonly place?: string;
  readonly organiser?: string;
  readonly registration?: string;
  readonly online?: string;
}

/** How a field of dates is kept, which decides what it can be compared with. */
export type DateForm = 'text' | 'range' | 'epoch-range';

/** Names that people give such fields, behind `field_`. */
export const FIELD_WORDS: Readonly<Record<keyof DrupalFields, RegExp>> = {
  start:
    /^(?:field_)?(?:event_?|termin_?)?(?:when|dates?|datum|date_?range|daterange|start|beginn|zeit(?:raum)?|termine?|time)(?:_|$)/,
  end: /^(?:field_)?(?:event_?|termin_?)?(?:end|ende|bis)(?:_|$)/,
  place: /^(?:field_)?(?:event_?)?(?:place|location|ort|venue|address|adresse|veranstaltungsort|where)(?:_|$)/,
  organiser: /^(?:field_)?(?:event_?)?(?:organi[sz]er|veranstalter|organisation|traeger|host)(?:_|$)/,
  registration: /^(?:field_)?(?:event_?)?(?:registration|anmeldung|anmeldelink|tickets?)(?:_|$)/,
  online: /^(?:field_)?(?:event_?)?(?:online|virtual|stream|video|meeting)(?:_|$)/,
};
