// Joins the pieces in which a very long line is drawn, so that nobody sees that
// there are several: a piece that goes on with the one before begins on that
// one's last line, where it ends. It is set a line higher and indented by as
// much as that line is long; the styles do both, this file measures.
//
// Where a piece begins depends on all the pieces before it, so what is near the
// screen is joined at once and the rest in the page's idle time. After a jump
// into the middle of a line the join is made from a few pieces above; what is
// on the screen then stays as it is until it has been left.
//
// What article.js finds on window:
//   spanwiseSeams.show(root, blocks, pieces, whenIdle)   another text
//   spanwiseSeams.join(from, to)    joins the blocks of a half-open range
//   spanwiseSeams.redrawn(index)    a block's nodes are others now
"use strict";
(() => {
  // How many pieces above the screen are joined at once, if there are so many.
  const reach = 6;
  // More UTF-16 units than any line holds.
  const farthest = 600;
  // Places that lie this close are the same, in CSS pixels.
  const same = 0.05;

  const pen = document.createElement("canvas").getContext("2d");

  let root = null;
  let blocks = [];
  let continuing = new Set();
  let begins = []; // by block: how far from the line's start it begins, if that is known
  let sure = 0; // the blocks before this one are joined for good
  let near = { from: 0, to: 0 };
  let frame = ""; // the width and the font that all this was measured in
  let whenIdle = null;
  let waiting = false;

  // pieces are the indexes of the blocks that go on with the one before.
  function show(element, all, pieces, idle) {
    root = element;
    blocks = all;
    continuing = pieces;
    begins = [];
    sure = 0;
    frame = "";
    whenIdle = idle;
    continuing.forEach(direct);
  }

  // direct gives a piece the direction of its line, which may begin with letters
  // of the other one.
  function direct(index) {
    const before = blocks[index - 1];
    if (!before.dir) {
      before.dir = "auto";
      before.dir = getComputedStyle(before).direction;
    }
    blocks[index].dir = before.dir;
    blocks[index].home.classList.toggle("rtl", before.dir === "rtl");
  }

  function join(from, to) {
    near = { from, to };
    if (!continuing.size) return;
    followFrame();
    let index = from;
    for (let n = 0; n < reach && unjoined(index); n++) index--;
    let moved = false;
    for (index++; index < to || (moved && begins[index] !== undefined); index++) {
      moved = continuing.has(index) && joinOne(index);
    }
    joinRest();
  }

  const unjoined = (index) => continuing.has(index) && begins[index] === undefined;

  // followFrame begins anew where the width or the font has changed.
  function followFrame() {
    const style = getComputedStyle(root);
    const now = `${root.clientWidth} ${style.font}`;
    if (now === frame) return;
    frame = now;
    pen.font = style.font;
    begins = [];
    sure = 0;
    for (const index of continuing) blocks[index].home.classList.remove("continued");
  }

  // joinOne puts a piece where the one before it ends, and reports whether it
  // was elsewhere.
  function joinOne(index) {
    const begin = endOf(index - 1);
    if (Math.abs(begin - begins[index]) < same) return false;
    begins[index] = begin;
    const section = blocks[index].home;
    section.style.setProperty("--begin", `${begin}px`);
    section.classList.add("continued");
    return true;
  }

  // redrawn joins what comes after a block whose nodes are others now: in rare
  // cases a line breaks elsewhere then.
  function redrawn(index) {
    for (let next = index + 1; begins[next] !== undefined && joinOne(next);) next++;
  }

  // joinRest goes on from the first piece that is not joined for good whenever
  // the page has nothing else to do.
  function joinRest() {
    if (waiting || sure >= blocks.length) return;
    waiting = true;
    whenIdle((deadline) => {
      waiting = false;
      while (sure < blocks.length && !held() && deadline.timeRemaining() > 3) {
        if (continuing.has(sure) && joinOne(sure)) redrawn(sure);
        sure++;
      }
      if (!held()) joinRest();
    });
  }

  // held reports whether the next join would move what is on the screen: pieces
  // that were joined from the middle of their line, after one that is not joined.
  function held() {
    if (!unjoined(sure) || begins[sure + 1] === undefined) return false;
    let end = sure + 1;
    while (begins[end] !== undefined) end++;
    return near.from < end && near.to > sure;
  }

  // endOf is how far from the start of its line a block ends, the white space at
  // its end included, which the browser may leave out.
  function endOf(index) {
    const block = blocks[index];
    const text = block.textContent;
    const units = text.trimEnd().length;
    const box = block.getBoundingClientRect();
    const line = lastLine(block, units);
    const rtl = block.dir === "rtl";
    const far = rtl ? Math.min(...line.map((r) => r.left)) : Math.max(...line.map((r) => r.right));
    const end = line.length ? (rtl ? box.right - far : far - box.left) : 0;
    return Math.min(end + pen.measureText(text.slice(units)).width, box.width);
  }

  // lastLine gives the boxes of the text's pieces on the last line of a block's
  // first so many units.
  function lastLine(block, units) {
    const range = document.createRange();
    range.setStart(...placeIn(block, Math.max(0, units - farthest)));
    range.setEnd(...placeIn(block, units));
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    const lowest = boxes.at(-1);
    return boxes.filter((box) => box.bottom > lowest.top && box.top < lowest.bottom);
  }

  function placeIn(block, units) {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = texts.nextNode();
    for (; text && units > text.length; text = texts.nextNode()) units -= text.length;
    return text ? [text, units] : [block, block.childNodes.length];
  }

  // A copy has no line ends where pieces meet.
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    const range = selection.rangeCount && selection.getRangeAt(0);
    if (!range || !root?.contains(range.commonAncestorContainer) || !holdsSeam(range)) return;
    event.clipboardData.setData("text/plain", range.toString());
    event.preventDefault();
  });

  function holdsSeam(range) {
    return [...continuing].some((index) => range.intersectsNode(blocks[index - 1]) && range.intersectsNode(blocks[index]));
  }

  // A triple click selects the line and not only a piece of it.
  addEventListener("mouseup", (event) => {
    const at = event.detail === 3 ? window.spanwiseArticle.indexOf(event.target) : -1;
    if (at < 0 || !(continuing.has(at) || continuing.has(at + 1))) return;
    let first = at;
    let last = at;
    while (continuing.has(first)) first--;
    while (continuing.has(last + 1)) last++;
    getSelection().setBaseAndExtent(blocks[first], 0, blocks[last], blocks[last].childNodes.length);
  }, { capture: true });

  window.spanwiseSeams = { show, join, redrawn };
})();
