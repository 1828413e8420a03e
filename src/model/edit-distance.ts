/**
 * Whether one word becomes the other by at most so many typing errors: a letter missed, added, mistaken, or two
 * neighbours swapped (optimal string alignment). Stops as soon as it is clear, since it is asked for thousands of words.
 */
export function isWithinEdits(a: string, b: string, most: number): boolean {
  const short = a.length <= b.length ? a : b;
  const long = a.length <= b.length ? b : a;
  if (long.length - short.length > most) return false;
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start++;
  let shortEnd = short.length;
  let longEnd = long.length;
  while (shortEnd > start && short.charCodeAt(shortEnd - 1) === long.charCodeAt(longEnd - 1)) {
    shortEnd--;
    longEnd--;
  }
  const rows = shortEnd - start;
  const columns = longEnd - start;
  if (rows === 0) return columns <= most;

  let before: number[] = [];
  let previous = countUp(columns);
  for (let row = 1; row <= rows; row++) {
    const current = [row];
    let least = row;
    const letter = short.charCodeAt(start + row - 1);
    for (let column = 1; column <= columns; column++) {
      const other = long.charCodeAt(start + column - 1);
      let cost = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (letter === other ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        letter === long.charCodeAt(start + column - 2) &&
        short.charCodeAt(start + row - 2) === other;
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    // A swap looks two rows back, so one row alone does not say that it is over.
    if (least > most && Math.min(...previous) > most) return false;
    before = previous;
    previous = current;
  }
  return previous[columns]! <= most;
}

const countUp = (to: number): number[] => {
  const numbers: number[] = [];
  for (let number = 0; number <= to; number++) numbers.push(number);
  return numbers;
};
