import type { FieldErrorCode } from '../../http/http-problem.ts';

/** Why a file cannot be read at all. */
export class ImportFileError extends Error {
  readonly code: FieldErrorCode;
  readonly limit: number | undefined;

  constructor(code: FieldErrorCode, message: string, limit?: number) {
    super(message);
    this.name = 'ImportFileError';
    this.code = code;
    this.limit = limit;
  }
}
