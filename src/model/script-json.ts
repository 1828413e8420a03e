/** Signs with which a text could end the element that it stands in, or a line of a script. */
const SIGNS = /[<>&\u2028\u2029]/g;

/** Data as JSON that may stand in a `<script>`: nothing in it can end the element around it. */
export const scriptJson = (data: unknown): string =>
  JSON.stringify(data).replace(SIGNS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
