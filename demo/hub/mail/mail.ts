import { Type, type Static } from 'typebox';
import { oneOf } from '../http/shared-schemas.ts';

/** One line that goes into a header: no line breaks, no other control characters. */
const HeaderText = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f\\u2028\\u2029]+$' });

/** One address and nothing else: no list, no name, no comment (a subset of RFC 5321, 4.1.2). */
export const MailAddress = Type.String({
  maxLength: 254,
  pattern:
    "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9\\u00a1-\\uffff]([A-Za-z0-9\\u00a1-\\uffff.-]*[A-Za-z0-9\\u00a1-\\uffff])?$",
});

export const MailSchema = Type.Object(
  {
    to: Type.Union([
      // Looked up when the mail is sent: a person who has left by then gets none.
      Type.Object({ accountId: Type.String({ minLength: 1, maxLength: 128 }) }, { additionalProperties: false }),
      Type.Object({ address: MailAddress }, { additionalProperties: false }),
    ]),
    subject: HeaderText(200),
    text: Type.String({ minLength: 1, maxLength: 20_000 }),
    /** Where the receiver switches such mails off (RFC 2369). */
    unsubscribeUrl: Type.Optional(
      Type.String({ pattern: '^https?://[\\x21-\\x3b\\x3d\\x3f-\\x7e]+$', maxLength: 500 }),
    ),
    calendar: Type.Optional(
      Type.Object(
        {
          method: oneOf(['PUBLISH', 'REQUEST', 'CANCEL'] as const),
          fileName: Type.String({ pattern: '^[A-Za-z0-9._-]{1,80}\\.ics$' }),
          content: Type.String({ maxLength: 200_000 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** A mail in plain text to one person, with a calendar file where it is about a date (RFC 5546 methods). */
export type Mail = Static<typeof MailSchema>;
