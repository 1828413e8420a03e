/** Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1) for forms of the hub's own pages. */
export function parseForm(
  _request: unknown,
  body: string | Buffer,
  done: (error: Error | null, fields?: Record<string, string>) => void,
): void {
  done(null, Object.fromEntries(new URLSearchParams(String(body))));
}
