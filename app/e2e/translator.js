// A browser that translates the page, and others who write into it. Runs before the
// page's scripts.
//
// As Chromium does it, a translation puts the words of each text node, in another
// language, into two font elements in the place of the node, and leaves alone what
// asks for that. A rude one asks nobody.
"use strict";
window.translator = (() => {
  const refuses = (node) => node.parentElement.closest("[translate=no], .notranslate, script, style, textarea");
  const isOurs = (node) => node.parentElement.closest("font");
  const texts = (root, rude) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node; (node = walker.nextNode());) {
      const asked = rude ? node.parentElement.closest("script, style, textarea") : refuses(node);
      if (node.data.trim() && !asked && !isOurs(node)) found.push(node);
    }
    return found;
  };
  // Other words, in another order and of another length.
  const foreign = (text) => text.replace(/(\S+) (\S+)/g, "$2 zu $1");
  const wrap = (node, words) => {
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.append(words);
    outer.append(inner);
    node.replaceWith(outer);
  };
  let observer = null;

  return {
    // Translates the page, or what is below an element.
    translate(rude, root = document.body) {
      for (const node of texts(root, rude)) wrap(node, foreign(node.data));
    },
    // Puts every text node into two elements and leaves the words alone.
    wrap() {
      for (const node of texts(document.body, true)) wrap(node, node.data);
    },
    // Translates the page or what is below an element, and again whatever is drawn.
    insist(rude, root) {
      translator.translate(rude, root);
      observer = new MutationObserver(() => translator.translate(rude, root));
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    },
    leave() { observer.disconnect(); },
    // Something is done to the first text node of the article that has a word: to
    // the piece of it that is the word.
    word(word, change) {
      const node = texts(document.getElementById("article-text"), true).find((text) => text.data.includes(word));
      const piece = node.splitText(node.data.indexOf(word));
      piece.splitText(word.length);
      change(piece);
    },
  };
})();
