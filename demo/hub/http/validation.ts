import AjvCompiler from '@fastify/ajv-compiler';
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';

/**
 * Every wrong field is told at once; what a schema does not know is an error, never silently dropped. That the schemas
 * are schemas is proven by the test of the description, not at each start: Ajv would compile its own meta schema for
 * every plugin first, which took longer than everything else.
 */
const COMMON = {
  allErrors: true,
  removeAdditional: false,
  useDefaults: true,
  meta: false,
  validateSchema: false,
} as const;

type ValidatorFactory = ReturnType<typeof AjvCompiler>;
type ValidatorRoute = Parameters<ReturnType<ValidatorFactory>>[0] & { readonly httpPart?: string };
type Check = ReturnType<ReturnType<ValidatorFactory>>;
type SerializerFactory = ReturnType<typeof SerializerSelector>;

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Compiles what no request has needed yet, one schema at a time between other work.
     * @throws what a schema that cannot be compiled throws
     */
    compileSchemas(): Promise<void>;
  }
}

export interface SchemaCompilers {
  readonly schemaController: FastifyServerOptions['schemaController'];
  install(app: FastifyInstance): void;
}

/**
 * The checks of what comes in and the writers of what goes out, made of the schemas of the routes. Each is compiled when
 * it is first used: a hub has hundreds, and answers before all of them are ready.
 */
export function schemaCompilers(): SchemaCompilers {
  const waiting = new Set<() => unknown>();

  function later<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    const get = (): T => {
      made ??= { value: make() };
      waiting.delete(get);
      return made.value;
    };
    return get;
  }

  /** Texts of an address become numbers and lists; a body says what it means by itself. */
  const buildValidator = (schemas: Parameters<ValidatorFactory>[0], options: Parameters<ValidatorFactory>[1]) => {
    const factory = AjvCompiler();
    const build = (coerceTypes: false | 'array') =>
      later(() =>
        factory(schemas, { ...options, customOptions: { ...COMMON, coerceTypes } } as Parameters<ValidatorFactory>[1]),
      );
    const body = build(false);
    const address = build('array');
    return (route: ValidatorRoute) => {
      const compiled = later((): Check => (route.httpPart === 'body' ? body() : address())(route));
      waiting.add(compiled);
      const check = (data: unknown): unknown => {
        const inner = compiled();
        const answer: unknown = inner(data);
        check.errors = inner.errors;
        return answer;
      };
      check.errors = null as Check['errors'];
      return check;
    };
  };

  const buildSerializer: SerializerFactory = (schemas, options) => {
    const compile = SerializerSelector()(schemas, options);
    return (route) => {
      const compiled = later(() => compile(route));
      waiting.add(compiled);
      return (data) => compiled()(data);
    };
  };

  return {
    schemaController: { compilersFactory: { buildValidator: buildValidator as never, buildSerializer } },
    install(app) {
      app.decorate('compileSchemas', async () => {
        for (const compile of waiting) {
          compile();
          await new Promise((resolve) => setImmediate(resolve));
        }
      });
    },
  };
}
