/** Version of this copy of the library; equals `version` in package.json. */
export const VERSION = '0.1.0';
