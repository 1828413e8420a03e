import type { FastifyServerOptions } from 'fastify';
import type { HubConfig } from '../config/config.ts';

/** Where lines of the log go; default: the standard output. */
export interface LogStream {
  write(line: string): void;
}

/** What of an error an operator needs. Drivers of databases hang the statement and all its values on theirs. */
function errorForLog(error: unknown): object {
  const { name, message, stack, code, statusCode, constraint, table, cause } = (error ?? {}) as {
    readonly [name: string]: unknown;
  };
  return {
    type: name,
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(statusCode !== undefined && { statusCode }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    ...(cause instanceof Error && { cause: errorForLog(cause) }),
  };
}

/**
 * How the hub logs. What people search for, write and are reached by is in no line at any level: of an address that was
 * asked for only the path, of an error not the values that it came about with.
 */
export const logOptions = (
  { logLevel }: Pick<HubConfig, 'logLevel'>,
  stream?: LogStream,
): FastifyServerOptions['logger'] =>
  logLevel === 'silent'
    ? false
    : {
        level: logLevel,
        serializers: {
          req: ({ method, url }) => ({ method, url: url.split('?')[0] ?? '' }),
          err: errorForLog as never,
        },
        ...(stream && { stream }),
      };
