/**
 * Search of the HTML pack, for old browsers: shows entries with every word, and marks the hits. Without it everything
 * is shown.
 */
export const packScript = `
(function () {
  var box = document.querySelector('.search');
  var field = document.getElementById('q');
  var said = document.getElementById('found');
  var parts = [].slice.call(document.querySelectorAll('[data-part]'));
  var fold = function (text) {
    return text.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/\\u00f8/g, 'o').replace(/\\u00e6/g, 'ae');
  };
  var digits = function (text) { return text.replace(/[^0-9]/g, ''); };
  var known = parts.map(function (part) { return { part: part, text: fold(part.textContent), digits: digits(part.textContent) }; });
  var plain = parts.map(function (part) { return part.innerHTML; });

  function isNumber(word) { return /^[0-9+]{4,}$/.test(word); }
  function holds(one, word) {
    return one.text.indexOf(word) >= 0 || (isNumber(word) && one.digits.indexOf(digits(word)) >= 0);
  }
  function places(text, words) {
    // Folding may make a letter two: each place of the folded text remembers its letter.
    var folded = '', from = [], number = '', digit = [];
    for (var i = 0; i < text.length; i += 1) {
      var made = fold(text.charAt(i));
      for (var j = 0; j < made.length; j += 1) from.push(i);
      folded += made;
      if (/[0-9]/.test(text.charAt(i))) { number += text.charAt(i); digit.push(i); }
    }
    var marked = {};
    function find(word, inText, at) {
      for (var hit = inText.indexOf(word); hit >= 0; hit = inText.indexOf(word, hit + 1))
        for (var k = at[hit]; k <= at[hit + word.length - 1]; k += 1) marked[k] = true;
    }
    words.forEach(function (word) {
      find(word, folded, from);
      if (isNumber(word)) find(digits(word), number, digit);
    });
    return marked;
  }
  function mark(node, words) {
    var text = node.nodeValue, marked = places(text, words);
    if (Object.keys(marked).length === 0) return;
    var piece = document.createDocumentFragment();
    for (var i = 0; i < text.length;) {
      var isHit = marked[i] === true, end = i;
      while (end < text.length && (marked[end] === true) === isHit) end += 1;
      var part = document.createTextNode(text.slice(i, end));
      if (isHit) { var hit = document.createElement('mark'); hit.appendChild(part); piece.appendChild(hit); }
      else piece.appendChild(part);
      i = end;
    }
    node.parentNode.replaceChild(piece, node);
  }
  function markAll(part, words) {
    var walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach(function (node) { mark(node, words); });
  }
  function search() {
    var asked = fold(field.value).trim();
    var joined = asked.replace(/ /g, '');
    var words = isNumber(joined) ? [joined] : asked.split(/ +/).filter(Boolean);
    var count = 0, others = 0;
    known.forEach(function (one, place) {
      one.part.innerHTML = plain[place];
      var shown = words.every(function (word) { return holds(one, word); });
      one.part.hidden = !shown;
      if (shown && one.part.hasAttribute('data-system')) count += 1;
      else if (shown) others += 1;
      if (shown && words.length > 0) markAll(one.part, words);
    });
    said.textContent = words.length === 0 || (count === 0 && others > 0) ? '' : (count === 0 ? said.dataset.none : (count === 1 ? said.dataset.one : said.dataset.many.replace('#', count)));
  }
  box.hidden = false;
  field.addEventListener('input', search);
  box.querySelector('form').addEventListener('submit', function (event) {
    event.preventDefault();
    var first = document.querySelector('[data-system]:not([hidden])');
    if (first) first.scrollIntoView();
  });
})();
`.trim();
