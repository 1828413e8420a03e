/** 128 random bits as 32 hex digits. `crypto.randomUUID` is missing on http intranets, the random bytes are not. */
export function randomId(): string {
  let text = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) text += byte.toString(16).padStart(2, '0');
  return text;
}
