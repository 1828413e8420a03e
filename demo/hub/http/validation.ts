import AjvCompiler from '@fastify/ajv-compiler';
import type { FastifyServerOptions } from 'fastify';

/** Every wrong field is told at once; what a schema does not know is an error, never silently dropped. */
const COMMON = { allErrors: true, removeAdditional: false, useDefaults: true } as const;

type Factory = ReturnType<typeof AjvCompiler>;
type Route = Parameters<ReturnType<Factory>>[0] & { readonly httpPart?: string };

/** Texts of an address become numbers and lists; a body says what it means by itself. */
const buildValidator = (externalSchemas: Parameters<Factory>[0], options: Parameters<Factory>[1]) => {
  const factory = AjvCompiler();
  const build = (coerceTypes: false | 'array') =>
    factory(externalSchemas, { ...options, customOptions: { ...COMMON, coerceTypes } } as Parameters<Factory>[1]);
  const body = build(false);
  const address = build('array');
  return (route: Route) => (route.httpPart === 'body' ? body(route) : address(route));
};

export const schemaController: FastifyServerOptions['schemaController'] = {
  compilersFactory: { buildValidator: buildValidator as never },
};
