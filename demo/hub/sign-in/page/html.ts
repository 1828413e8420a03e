const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A piece of a page that is safe to put into another. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => NAMES[sign] ?? sign);

type Piece = Html | string | number | undefined | false;
type Value = Piece | readonly Piece[];

const renderOne = (piece: Piece): string => {
  if (piece === undefined || piece === false) return '';
  return piece instanceof Html ? piece.text : escape(String(piece));
};

const isList = (value: Value): value is readonly Piece[] => Array.isArray(value);
const render = (value: Value): string => (isList(value) ? value.map(renderOne).join('') : renderOne(value));

/** A piece of a page; every value in it is text unless it is a piece itself. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(strings.reduce((text, part, index) => text + render(values[index - 1]) + part));
