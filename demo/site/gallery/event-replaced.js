/*
 * The well-known patch that gives Internet Explorer its events, put in without looking whether they are there: what it makes
 * are events, but nobody can derive from it.
 */
(function () {
  function OldCustomEvent(type, options) {
    const settings = options || { bubbles: false, cancelable: false, detail: null };
    const event = document.createEvent('CustomEvent');
    event.initCustomEvent(type, settings.bubbles || false, settings.cancelable || false, settings.detail || null);
    return event;
  }
  OldCustomEvent.prototype = window.Event.prototype;
  window.CustomEvent = OldCustomEvent;
  window.Event = OldCustomEvent;
})();
