/** The page's own switch of direction, as sites in two scripts have it. */
const root = document.documentElement;
document.querySelector('#turn').addEventListener('click', () => {
  root.dir = root.dir === 'rtl' ? 'ltr' : 'rtl';
});
