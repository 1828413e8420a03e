/** The folder of package.json. */
export const root: string;
/** First program of these names on PATH. */
export function findOnPath(names: string[]): string | undefined;
/** True where packages can be installed without asking anybody. */
export function aptIsUsable(): boolean;
/** Installs Debian packages; whether apt-get was content. */
export function apt(...packages: string[]): boolean;
