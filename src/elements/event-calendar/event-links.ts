/** Addresses that a link may have; a foreign calendar could hold `javascript:`. */
export function safeUrl(url: string): string | undefined {
  return /^(?:https?|mailto|tel):/i.test(url.trim()) ? url.trim() : undefined;
}

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
