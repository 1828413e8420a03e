import type { FastifyInstance, InjectOptions } from 'fastify';

/** One address of the hub with one method; `path` has its parameters as `:name`. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every route that the hub answers, described or not: what is added tomorrow is among them. */
export function routesOf(app: FastifyInstance): readonly Route[] {
  const routes: Route[] = [];
  const path: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^((?:│ {3}| {4})*)[├└]── (.*) \(([A-Z, ]+)\)$/.exec(line);
    const [, indent = '', part = '', methods = ''] = found ?? [];
    if (!found) continue;
    path.length = indent.length / 4;
    path.push(part.replace(/\(\^[^)]*\)/g, ''));
    if (part.startsWith('*')) continue;
    for (const method of methods.split(', ')) {
      if (method !== 'HEAD' && method !== 'OPTIONS') routes.push({ method, path: path.join('') });
    }
  }
  return routes;
}

/** A text and what it may hide: other spellings of a text as formats write it. */
function spellingsOf(text: string): string {
  const lower = text.toLowerCase();
  const spellings = [lower, lower.replace(/[\s()/-]+/g, '')];
  // Soft line breaks and codes of mails, folded lines of calendars and cards.
  spellings.push(
    lower
      .replace(/=\r?\n/g, '')
      .replace(/\r?\n[ \t]/g, '')
      .replace(/=([0-9a-f]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
  spellings.push(lower.replace(/%([0-9a-f]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))));
  spellings.push(lower.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code))));
  spellings.push(lower.replace(/&#x([0-9a-f]+);/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16))));
  spellings.push(lower.replace(/\\u([0-9a-f]{4})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16))));
  // Cursors, mails and pictures in a text.
  for (const [code] of text.replace(/\r?\n/g, '').matchAll(/[A-Za-z0-9+/_-]{16,}/g))
    spellings.push(Buffer.from(code, 'base64').toString('latin1').toLowerCase());
  return spellings.join('\n');
}

/** The same page is answered to many. */
const read = new Map<string, string>();

/** Which of the marks stand in a text, in whatever spelling. */
export function marksIn(text: string, marks: readonly string[]): readonly string[] {
  const known = read.get(text) ?? spellingsOf(text);
  if (text.length > 2_000) read.set(text, known);
  return marks.filter((mark) => known.includes(mark));
}

export interface ReadAnswer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** A whole answer: its status, its headers as a text, its body. */
export async function answerOf(app: FastifyInstance, request: InjectOptions): Promise<ReadAnswer> {
  const { statusCode, headers, body } = await app.inject(request);
  return { status: statusCode, headers: JSON.stringify(headers), body };
}
