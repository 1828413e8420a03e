/** Hands a text over as a file to save. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after this turn; a minute is long enough for the slowest.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
