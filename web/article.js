// Draws the text of the open article, and finds its blocks again.
//
// The program decides what is drawn; this file makes the elements, many at a
// call, because a step from the program into the page costs more than making
// an element does. Text reaches the page as text nodes and in no other way.
//
// What the program finds on window:
//   spanwiseArticle.show(root, text, ends, continuing, head)   fills root with
//     blocks
//   spanwiseArticle.mark(pages)              draws the runs of some blocks
//   spanwiseArticle.near                     what it sets is called with the
//     half-open range of the blocks that lie no farther than half a screen
//     from what is in view, whenever that range changes
//   spanwiseArticle.selection(), .pointAt(x, y), .runAt(element),
//     .firstBelow(line)                      find places of the text
//   spanwiseArticle.select(from, unit, to, unit)   selects a piece of it
//   spanwiseArticle.box(…), .lines(…), .firstLines(pieces)   measure pieces
//   spanwiseArticle.block(index), .indexOf(node)   the element of a block, and
//                                            the block of a node, or -1
//   spanwiseArticle.layOut(index)            prepares scrolling to a block
//
// The page is not ours alone: translations and extensions write into it. So a
// place is told only where a block shows the text that it was given, and nothing
// is measured and nothing drawn from what is found in the page. The program is
// told "changed" in the place of a place where a block showed something else; it
// is drawn anew. "insists" says that it had been drawn anew before, and that
// others have changed it again.
"use strict";
(() => {
  // A section bundles neighbouring blocks, about a screen of them. The styles
  // have the browser lay out a section when it comes near the screen, so that a
  // text of any length opens at once; the rest is laid out in the page's idle
  // time, since a screen reader finds only what is laid out.
  const sectionBlocks = 64;
  const sectionUnits = 3000;

  // So many sections are laid out at once, and nothing is gained by waiting.
  const fewSections = 4;

  // What is near the screen lies no farther than this part of a screen from it.
  const margin = 0.5;

  const seams = window.spanwiseSeams;

  let root = null;
  let blocks = [];
  let sections = [];
  let nearest = {};

  // ends are the UTF-16 offsets at which the blocks end, continuing the indexes
  // of those that go on with the block before, both little-endian in 32 bits. One
  // that does begins a section, which the seams move. head has the classes of the
  // headline and of what belongs to it, which are the first blocks.
  function show(element, text, ends, continuing, head) {
    resized.disconnect();
    root = element;
    nearest = {};
    blocks = [];
    sections = [];
    const page = document.createDocumentFragment();
    const pieces = new Set(new Uint32Array(continuing.buffer));
    let section = null;
    let begin = 0;
    const classes = head.split(" ").filter(Boolean);
    for (const end of new Uint32Array(ends.buffer)) {
      const full = section && (blocks.length - section.first >= sectionBlocks || section.units >= sectionUnits);
      if (!section || full || pieces.has(blocks.length)) {
        section = document.createElement("div");
        section.first = blocks.length;
        section.units = 0;
        sections.push(section);
        page.append(section);
      }
      const kind = classes[blocks.length];
      const block = document.createElement(kind && !blocks.length ? "h1" : "p");
      if (kind) block.className = kind;
      block.index = blocks.length;
      block.own = text.slice(begin, end); // what it shows, if nobody has changed it
      block.runs = [];
      block.home = section;
      block.append(block.own);
      blocks.push(block);
      section.to = blocks.length;
      section.append(block);
      section.units += end - begin;
      begin = end;
    }
    root.replaceChildren(page);
    seams.show(root, blocks, pieces, whenIdle);
    if (sections.length > fewSections) reserve();
    else sections.forEach(layOutSection);
    resized.observe(root);
    layOutRest(sections, 0);
  }

  // reserve gives every section about the height that it will have, so that
  // the scroll bar tells the truth before all of them have been laid out: a
  // character is about 0.47 em wide, a block's last line half full, and a third
  // of a line lies between blocks.
  function reserve() {
    const style = getComputedStyle(root);
    const line = parseFloat(style.lineHeight) || 32;
    const perLine = Math.max(20, root.clientWidth / (0.47 * parseFloat(style.fontSize)));
    for (const section of sections) {
      const count = section.to - section.first;
      const lines = section.units / perLine + count / 2;
      section.style.setProperty("contain-intrinsic-block-size", `auto ${Math.round(lines * line + (count * line) / 3)}px`);
    }
  }

  // look tells the program what is near the screen, if that has changed. It asks
  // a few sections where they are; an IntersectionObserver would ask each of
  // them at every frame.
  function look() {
    if (!sections.length) return;
    const first = firstReaching(sections, -innerHeight * margin);
    const last = firstReaching(sections, innerHeight * (1 + margin));
    seams.join(first.first, last.to);
    if (first.first === nearest.from && last.to === nearest.to) return;
    nearest = { from: first.first, to: last.to };
    window.spanwiseArticle.near?.(nearest.from, nearest.to);
  }

  // What is near changes with scrolling, with the window, and with the heights
  // of sections that are laid out.
  addEventListener("scroll", look, { passive: true });
  addEventListener("resize", look, { passive: true });
  const resized = new ResizeObserver(look);

  // pages has a page for each block that is drawn anew, with form feeds between:
  // a line with the block's index, and then a line for each run: the UTF-16
  // offset in the block at which it ends, its class, its title, with tabs
  // between. A run without a class is plain text, and so is what comes after
  // the last one.
  function mark(pages) {
    const changed = pages.split("\f").map((page) => {
      const [index, ...runs] = page.split("\n");
      blocks[index].runs = runs;
      return blocks[index];
    });
    redraw(new Set(changed));
  }

  function fill(block) {
    settle(block);
    const drawn = document.createDocumentFragment();
    let begin = 0;
    for (const [number, run] of block.runs.entries()) {
      const [end, name, title] = run.split("\t");
      const piece = block.own.slice(begin, +end);
      drawn.append(name ? markOf(piece, name, title, number) : piece);
      begin = +end;
    }
    if (begin < block.own.length) drawn.append(block.own.slice(begin));
    block.replaceChildren(drawn);
  }

  function markOf(text, name, title, number) {
    const mark = document.createElement("mark");
    mark.className = name;
    mark.title = title;
    mark.run = number;
    mark.append(text);
    return mark;
  }

  // settle puts a block where it belongs, if others have taken it from there.
  function settle({ index, home }) {
    if (home.parentNode !== root) putIn(root, sections, sections.indexOf(home), sections.length);
    if (blocks[index].parentNode !== home) putIn(home, blocks, index, home.to);
  }

  function putIn(parent, all, index, end) {
    const after = all.slice(index + 1, end).find((element) => element.parentNode === parent);
    parent.insertBefore(all[index], after ?? null);
  }

  // redraw draws some blocks anew and leaves the person's selection where it was:
  // spans are drawn while somebody drags over the text. It asks for the selection
  // once, before anything has changed; asking in between would have the page laid
  // out each time. What is selected of a text that others have changed cannot be
  // told, and is let go.
  function redraw(changing) {
    const selection = getSelection();
    const ends = [
      kept(changing, selection.anchorNode, selection.anchorOffset),
      kept(changing, selection.focusNode, selection.focusOffset),
    ];
    changing.forEach(fill);
    if (ends.some((end) => end.lost)) selection.removeAllRanges();
    else if (ends.some((end) => end.block)) selection.setBaseAndExtent(...placeOf(ends[0]), ...placeOf(ends[1]));
    changing.forEach((block) => seams.redrawn(block.index));
  }

  // kept is a DOM position; one in a block that is drawn anew by what does not
  // change with the block's nodes.
  function kept(changing, node, offset) {
    const block = node && blockOf(node);
    if (!changing.has(block)) return { node, offset };
    return { block, units: unitsBefore(block, node, offset), lost: !isOwn(block) };
  }

  // isOwn reports whether a block shows the text that it was given.
  function isOwn(block) { return block.textContent === block.own && block.isConnected; }

  // own is the block with that index, drawn anew if others have changed it.
  function own(index) {
    const block = blocks[index];
    if (block && !isOwn(block)) redraw(new Set([block]));
    return block;
  }

  // refused is why no place in a block can be told, or "". The next try counts as
  // the first if it found everything in order.
  function refused(block) {
    const before = block.refused;
    block.refused = !isOwn(block);
    if (!block.refused) return "";
    own(block.index);
    return before ? "insists" : "changed";
  }

  function unitsBefore(block, node, offset) {
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return range.toString().length;
  }

  function placeOf({ block, units, node, offset }) {
    if (!block) return [node, offset];
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = texts.nextNode();
    for (; text && units > text.length; text = texts.nextNode()) units -= text.length;
    return text ? [text, units] : [block, block.childNodes.length];
  }

  // pointsOf are the places in the text of DOM positions: of each the index of a
  // block and the UTF-16 offset in it, with spaces between. One that lies between
  // blocks or outside of the text counts as the beginning of the next block, or as
  // the end of the text.
  function pointsOf(...positions) {
    const within = new Set(positions.map(([node]) => blockOf(node)));
    const refusals = [...within].map((block) => (block ? refused(block) : ""));
    return refusals.sort().at(-1) || positions.map(pointOf).join(" ");
  }

  function pointOf([node, offset]) {
    const block = blockOf(node);
    if (block) return `${block.index} ${unitsBefore(block, node, offset)}`;
    const range = document.createRange();
    range.setStart(node, offset);
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      settle(blocks[middle]);
      if (range.comparePoint(blocks[middle], 0) < 0) low = middle + 1;
      else high = middle;
    }
    return low < blocks.length ? `${low} 0` : `${low - 1} ${blocks[low - 1].own.length}`;
  }

  // selection is what the person has selected: where the gesture began and where it
  // ended, or "" for nothing of the text.
  function selection() {
    const { rangeCount, isCollapsed, anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
    if (!blocks.length || !rangeCount || isCollapsed || !getSelection().getRangeAt(0).intersectsNode(root)) return "";
    return pointsOf([anchorNode, anchorOffset], [focusNode, focusOffset]);
  }

  // pointAt is the place in the text that is drawn at a point of the window, "" for
  // none. A point beside the text counts as the end of its line. WebKit has only the
  // older of the two ways to ask.
  function pointAt(x, y) {
    if (!blocks.length) return "";
    const box = root.getBoundingClientRect();
    const inside = Math.max(box.left + 1, Math.min(x, box.right - 1));
    const at = document.caretPositionFromPoint?.(inside, y);
    const range = at === undefined ? document.caretRangeFromPoint?.(inside, y) : null;
    const node = at?.offsetNode ?? range?.startContainer;
    return node && root.contains(node) ? pointsOf([node, at?.offset ?? range.startOffset]) : "";
  }

  // select makes a piece of the text the page's selection. It ends at the second
  // place, which may come first in the text.
  function select(anchor, anchorUnits, focus, focusUnits) {
    if (!own(anchor) || !own(focus)) return;
    getSelection().setBaseAndExtent(
      ...placeOf({ block: blocks[anchor], units: anchorUnits }), ...placeOf({ block: blocks[focus], units: focusUnits }));
  }

  // rangeOf is a piece of the text, from an offset in a block to one in another.
  function rangeOf(from, fromUnits, to, toUnits) {
    if (!own(from) || !own(to)) return null;
    const range = document.createRange();
    range.setStart(...placeOf({ block: blocks[from], units: fromUnits }));
    range.setEnd(...placeOf({ block: blocks[to], units: toUnits }));
    return range;
  }

  // A box is told in CSS pixels of the window: left, top, right and bottom.
  function told(box) { return `${box.left} ${box.top} ${box.right} ${box.bottom}`; }

  // box is the box around a piece of the text, "" where there is no such piece.
  function box(...piece) {
    const range = rangeOf(...piece);
    return range ? told(range.getBoundingClientRect()) : "";
  }

  // lines are the boxes that a piece of the text is drawn in, one a line and at
  // most so many.
  function lines(most, ...piece) {
    const boxes = rangeOf(...piece)?.getClientRects() ?? [];
    return [...boxes].slice(0, most).map(told).join("\n");
  }

  // firstLines measures pieces of the text, given one a line: the index of the
  // block in which a piece begins, and the UTF-16 offsets in that block between
  // which it lies there. It answers with the box around the first line of each;
  // an empty line for one that is not drawn.
  function firstLines(pieces) {
    return pieces.split("\n").map((piece) => firstLine(...piece.split(" ").map(Number))).join("\n");
  }

  function firstLine(index, from, to) {
    const range = rangeOf(index, from, index, to);
    if (!range) return "";
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    const line = boxes.filter((box) => box.top < boxes[0].bottom && box.bottom > boxes[0].top);
    if (!line.length) return "";
    const most = (side) => Math.max(...line.map((box) => box[side]));
    const least = (side) => Math.min(...line.map((box) => box[side]));
    return told({ left: least("left"), top: least("top"), right: most("right"), bottom: most("bottom") });
  }

  // blockOf is the block that a node draws or lies in, or null.
  function blockOf(node) {
    while (node && blocks[node.index] !== node) node = node.parentNode;
    return node;
  }

  // runAt is which run of which block an element draws or lies in, "" for none. It
  // goes by the marks themselves, whatever text others have put into them.
  function runAt(element) {
    const block = blockOf(element);
    while (block && element !== block && element.run === undefined) element = element.parentNode;
    return block && element !== block ? `${block.index} ${element.run}` : "";
  }

  // layOut has what lies around a block laid out in its true height, so that
  // scrolling there by what is measured now ends where it should.
  function layOut(index) {
    const at = sections.indexOf(blocks[index]?.home);
    const around = sections.slice(Math.max(0, at - 2), at + 3);
    around.forEach(layOutSection);
    if (at >= 0) seams.join(around[0].first, around.at(-1).to);
  }

  function layOutSection(section) {
    section.style.setProperty("content-visibility", "visible");
  }

  // layOutRest goes on from the n-th section whenever the page has nothing else
  // to do, until everything is laid out or another text is shown.
  function layOutRest(of, n) {
    whenIdle((deadline) => {
      while (of === sections && n < of.length && deadline.timeRemaining() > 3) {
        layOutSection(of[n]);
        of[n++].getBoundingClientRect();
      }
      if (of === sections && n < of.length) layOutRest(of, n);
    });
  }

  // A page at which somebody scrolls, types or points has something else to do.
  const rest = 500;
  let stirred = -rest;
  for (const kind of ["scroll", "wheel", "pointerdown", "keydown"]) {
    addEventListener(kind, () => { stirred = performance.now(); }, { capture: true, passive: true });
  }

  function whenIdle(work) {
    const left = stirred + rest - performance.now();
    if (left > 0) return void setTimeout(whenIdle, left, work);
    if (window.requestIdleCallback) return void requestIdleCallback((deadline) => work(atLeast(deadline)), { timeout: 200 });
    setTimeout(() => { // not every browser has it
      const end = performance.now() + 8;
      work({ timeRemaining: () => end - performance.now() });
    }, 30);
  }

  // atLeast gives a page that is never idle a moment all the same.
  function atLeast(deadline) {
    const end = deadline.didTimeout ? performance.now() + 8 : 0;
    return { timeRemaining: () => Math.max(deadline.timeRemaining(), end - performance.now()) };
  }

  // firstBelow is the index of the first block that reaches below a line of the
  // window, in CSS pixels, else the last one's; -1 where there are no blocks.
  // It looks into one section only: measuring has a section laid out.
  function firstBelow(line) {
    const section = firstReaching(sections, line);
    return section ? firstReaching(blocks.slice(section.first, section.to), line).index : -1;
  }

  // firstReaching halves what lies one under another.
  function firstReaching(elements, line) {
    let low = 0;
    let high = elements.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (elements[middle].getBoundingClientRect().bottom > line) high = middle;
      else low = middle + 1;
    }
    return elements[low];
  }

  window.spanwiseArticle = {
    show, mark, selection, pointAt, runAt, select, box, lines, firstLines, layOut, firstBelow,
    block: (index) => blocks[index] ?? null,
    indexOf: (node) => blockOf(node)?.index ?? -1,
  };
})();
