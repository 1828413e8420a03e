import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { dataProtectionPage } from './page.ts';

export const PAGE = fileURLToPath(new URL('../../../docs/data-protection.md', import.meta.url));

/** The page as it lies in the docs: as the formatter of the project leaves it. */
export const formattedPage = async (): Promise<string> =>
  format(dataProtectionPage(), { ...(await resolveConfig(PAGE)), filepath: PAGE });

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, await formattedPage());
