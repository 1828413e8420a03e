import { gunzipSync, gzipSync } from 'node:zlib';

/** An answer of a source as it is kept until the next reading. */
export interface KeptAnswer {
  /** Address that was asked for, and where the answer came from in the end. */
  readonly asked: string;
  readonly url: string;
  /** Of the headers only those that adapters read. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** Media type of a copy that holds several answers. */
export const KEPT_ANSWERS = 'application/vnd.bausteine.answers+gzip';
const MOST_BYTES = 400_000_000;

export function packAnswers(answers: readonly KeptAnswer[]): Buffer {
  const plain = answers.map(({ bytes, ...rest }) => ({ ...rest, body: Buffer.from(bytes).toString('base64') }));
  return gzipSync(JSON.stringify(plain));
}

/** What was packed; nothing where it is none of that, such as the copy of a calendar before its kind was changed. */
export function unpackAnswers(packed: Uint8Array | null, contentType: string | null): KeptAnswer[] {
  if (packed === null || contentType !== KEPT_ANSWERS) return [];
  const plain = JSON.parse(gunzipSync(packed, { maxOutputLength: MOST_BYTES }).toString()) as (Omit<
    KeptAnswer,
    'bytes'
  > & { readonly body: string })[];
  return plain.map(({ body, ...rest }) => ({ ...rest, bytes: Buffer.from(body, 'base64') }));
}
