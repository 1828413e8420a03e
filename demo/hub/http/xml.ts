import { plainText } from './characters.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in an element or an attribute of a feed. */
export const escapeXml = (text: string): string =>
  plainText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

export const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
