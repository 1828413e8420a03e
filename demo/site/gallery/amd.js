/*
 * A module loader, as RequireJS, SharePoint and Moodle bring one: scripts that are built for several systems find it, hand
 * themselves over, and start nowhere. Beside it the two names by which Node knows its modules.
 */
(function () {
  const handedOver = [];
  window.define = function (name) {
    handedOver.push(typeof name === 'string' ? name : 'anonymous');
  };
  window.define.amd = { jQuery: true };
  window.require = function () {};
  window.module = { exports: {} };
  window.exports = window.module.exports;
  /** What has handed itself over; looked at from the console. */
  window.handedOver = handedOver;
})();
