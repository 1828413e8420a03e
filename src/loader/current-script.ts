/** The script tag of the classic file. Only while a script runs for the first time does the page tell which it is. */
export const currentScript: Element | null = typeof document === 'object' ? document.currentScript : null;
