/*
 * What scripts of 2010 did to a page, so that old browsers could follow: they replace what newer browsers have, too. Each of
 * these was measured on real pages (Prototype.js 1.7, core-js 0.x).
 */
(function () {
  // Takes lists with a length, and nothing that is iterated; the function beside it is not known.
  Array.from = function (list) {
    return Array.prototype.slice.call(list);
  };
  Object.values = function (object) {
    const values = [];
    for (const name in object) values.push(object[name]);
    return values;
  };
  Object.keys = function (object) {
    const names = [];
    for (const name in object) if (Object.prototype.hasOwnProperty.call(object, name)) names.push(name);
    return names;
  };
  // A list, not an iterator.
  Array.prototype.entries = function () {
    return this.slice();
  };
  Array.prototype.find = function (matches, context) {
    for (let index = 0; index < this.length; index++) {
      if (matches.call(context, this[index], index, this)) return this[index];
    }
    return undefined;
  };
  const reverse = Array.prototype.reverse;
  Array.prototype.reverse = function (inline) {
    return reverse.call(inline === false ? this : this.slice());
  };
  // Enumerable, as everything was that had no defineProperty.
  ['each', 'first', 'last', 'compact', 'flatten', 'without', 'uniq', 'clone', 'pluck', 'inject'].forEach(
    function (name) {
      Array.prototype[name] = function () {
        return this;
      };
    },
  );
  Element.prototype.hide = function () {
    return this;
  };
  String.prototype.strip = function () {
    return this.replace(/^\s+|\s+$/g, '');
  };
})();
