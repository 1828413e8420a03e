import { Type } from 'typebox';
import { oneOf } from '../config/config-schema.ts';
import { EVENT_KINDS } from '../../../src/model/calendar-event.ts';

export { oneOf };

/** RFC 3339 instant. */
export const Instant = Type.String({ format: 'date-time', description: 'RFC 3339 instant' });
/** Instant or plain date. */
export const InstantOrDate = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?$',
  maxLength: 40,
  description: 'RFC 3339 instant, or plain date (midnight in the time zone of the hub)',
});
export const Id = Type.String({ minLength: 1, maxLength: 128 });
export const HttpUrl = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2000 });
export const Visibility = oneOf(['self', 'unit', 'organisation', 'network', 'public'] as const);
export const Can = Type.Array(Type.String(), { description: 'what the caller may do with this object' });
export const EventKindSchema = oneOf(EVENT_KINDS);

export const OrgRefSchema = Type.Object({
  id: Type.Optional(Type.String()),
  name: Type.String(),
  url: Type.Optional(Type.String()),
});

export const ImageSchema = Type.Object({ url: Type.String(), alt: Type.Optional(Type.String()) });

/** Never an e-mail address. */
export const PersonRefSchema = Type.Object({
  id: Type.Optional(Type.String()),
  displayName: Type.String(),
  org: Type.Optional(OrgRefSchema),
  photo: Type.Optional(ImageSchema),
});

export const TopicSchema = Type.Object({
  id: Type.String(),
  label: Type.Object({ de: Type.Optional(Type.String()), en: Type.Optional(Type.String()) }),
  broader: Type.Optional(Type.String()),
});

export const SourceRefSchema = Type.Object({
  id: Type.String(),
  label: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
});

/** A part of the answer that is missing or old (`Problem` in the model). */
export const PartProblemSchema = Type.Object({
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  kind: Type.Optional(Type.String()),
  item: Type.Optional(Type.String()),
  line: Type.Optional(Type.Integer()),
  source: Type.Optional(SourceRefSchema),
  since: Type.Optional(Type.String()),
});

export const FacetSchema = Type.Array(
  Type.Object({ value: Type.String(), label: Type.Optional(Type.String()), count: Type.Integer() }),
);

/** RFC 9457 problem details as every failing route answers. */
export const ProblemDetailsSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String()),
    retryAfter: Type.Optional(Type.Integer({ description: 'seconds' })),
    fieldErrors: Type.Optional(
      Type.Array(
        Type.Object({
          field: Type.String(),
          code: Type.String(),
          message: Type.String(),
          limit: Type.Optional(Type.Number()),
        }),
      ),
    ),
  },
  { $id: 'ProblemDetails' },
);

export const LimitQuery = Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 50 }));
export const CursorQuery = Type.Optional(Type.String({ maxLength: 1000 }));
