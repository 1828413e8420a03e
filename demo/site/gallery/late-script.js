/* What a plugin does that makes pages "faster", or one that asks for consent first: the script comes after five seconds. */
setTimeout(function () {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = '/dist/autoload.js';
  document.head.append(script);
}, 5000);
