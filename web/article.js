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
//   spanwiseArticle.block(index), .count(), .indexOf(node),
//     .edge(node, offset), .firstBelow(line)   find places
//   spanwiseArticle.firstLines(pieces)       measures pieces of the text
//   spanwiseArticle.layOut(index)            prepares scrolling to a block
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

  let blocks = [];
  let sections = [];
  let nearest = {};

  // ends are the UTF-16 offsets at which the blocks end, continuing the indexes
  // of those that go on with the block before, both little-endian in 32 bits. One
  // that does begins a section, which the seams move. head has the classes of the
  // headline and of what belongs to it, which are the first blocks.
  function show(root, text, ends, continuing, head) {
    resized.disconnect();
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
      block.append(text.slice(begin, end));
      blocks.push(block);
      section.append(block);
      section.units += end - begin;
      begin = end;
    }
    root.replaceChildren(page);
    seams.show(root, blocks, pieces, whenIdle);
    if (sections.length > fewSections) reserve(root);
    else sections.forEach(layOutSection);
    resized.observe(root);
    layOutRest(sections, 0);
  }

  // reserve gives every section about the height that it will have, so that
  // the scroll bar tells the truth before all of them have been laid out: a
  // character is about 0.47 em wide, a block's last line half full, and a third
  // of a line lies between blocks.
  function reserve(root) {
    const style = getComputedStyle(root);
    const line = parseFloat(style.lineHeight) || 32;
    const perLine = Math.max(20, root.clientWidth / (0.47 * parseFloat(style.fontSize)));
    for (const section of sections) {
      const count = section.childElementCount;
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
    const to = last.first + last.childElementCount;
    seams.join(first.first, to);
    if (first.first === nearest.from && to === nearest.to) return;
    nearest = { from: first.first, to };
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
    const changes = new Map(pages.split("\f").map((page) => {
      const [index, ...runs] = page.split("\n");
      return [blocks[index], runs];
    }));
    keepSelection(changes, () => changes.forEach((runs, block) => fill(block, runs)));
    changes.forEach((_, block) => seams.redrawn(block.index));
  }

  function fill(block, runs) {
    const text = block.textContent;
    const drawn = document.createDocumentFragment();
    let begin = 0;
    for (const [number, run] of runs.entries()) {
      const [end, name, title] = run.split("\t");
      const piece = text.slice(begin, +end);
      drawn.append(name ? markOf(piece, name, title, number) : piece);
      begin = +end;
    }
    if (begin < text.length) drawn.append(text.slice(begin));
    block.replaceChildren(drawn);
  }

  function markOf(text, name, title, number) {
    const mark = document.createElement("mark");
    mark.className = name;
    mark.title = title;
    mark.dataset.run = number;
    mark.append(text);
    return mark;
  }

  // keepSelection makes a change that replaces the nodes of some blocks, and
  // leaves the person's selection where it was: spans are drawn while somebody
  // drags over the text. It asks for the selection once, before anything has
  // changed; asking in between would have the page laid out each time.
  function keepSelection(changing, change) {
    const selection = getSelection();
    const anchor = kept(selection.anchorNode, selection.anchorOffset);
    const focus = kept(selection.focusNode, selection.focusOffset);
    change();
    if (changing.has(anchor.block) || changing.has(focus.block)) {
      selection.setBaseAndExtent(...placeOf(anchor), ...placeOf(focus));
    }
  }

  // kept is a DOM position; one in a block by what does not change with the
  // block's nodes.
  function kept(node, offset) {
    const block = node && blocks[indexOf(node)];
    return block ? { block, units: unitsBefore(block, node, offset) } : { node, offset };
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

  // firstLines measures pieces of the text, given one a line: the index of the
  // block in which a piece begins, and the UTF-16 offsets in that block between
  // which it lies there. It answers with the box around the first line of each
  // in CSS pixels of the window, left, top, right and bottom; an empty line for
  // one that is not drawn.
  function firstLines(pieces) {
    return pieces.split("\n").map((piece) => firstLine(...piece.split(" ").map(Number))).join("\n");
  }

  function firstLine(index, from, to) {
    if (!blocks[index]) return "";
    const range = document.createRange();
    range.setStart(...placeOf({ block: blocks[index], units: from }));
    range.setEnd(...placeOf({ block: blocks[index], units: to }));
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    const line = boxes.filter((box) => box.top < boxes[0].bottom && box.bottom > boxes[0].top);
    if (!line.length) return "";
    const most = (side) => Math.max(...line.map((box) => box[side]));
    const least = (side) => Math.min(...line.map((box) => box[side]));
    return `${least("left")} ${least("top")} ${most("right")} ${most("bottom")}`;
  }

  // indexOf is the index of the block that a node lies in, or -1.
  function indexOf(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const block = element?.closest("p, h1");
    return block && blocks[block.index] === block ? block.index : -1;
  }

  // edge is the index of the block before which a DOM position lies that is
  // between blocks: an offset among the children of a section, or of all.
  function edge(node, offset) {
    if (node.first !== undefined) return node.first + offset;
    return offset < sections.length ? sections[offset].first : blocks.length;
  }

  // layOut has what lies around a block laid out in its true height, so that
  // scrolling there by what is measured now ends where it should.
  function layOut(index) {
    const at = sections.indexOf(blocks[index]?.parentNode);
    const around = sections.slice(Math.max(0, at - 2), at + 3);
    around.forEach(layOutSection);
    if (at >= 0) seams.join(around[0].first, around.at(-1).first + around.at(-1).childElementCount);
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
    if (window.requestIdleCallback) return void requestIdleCallback(work);
    setTimeout(() => { // not every browser has it
      const end = performance.now() + 8;
      work({ timeRemaining: () => end - performance.now() });
    }, 30);
  }

  // firstBelow is the index of the first block that reaches below a line of the
  // window, in CSS pixels, else the last one's; -1 where there are no blocks.
  // It looks into one section only: measuring has a section laid out.
  function firstBelow(line) {
    const section = firstReaching(sections, line);
    return section ? firstReaching([...section.children], line).index : -1;
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
    show, mark, indexOf, edge, layOut, firstBelow, firstLines,
    block: (index) => blocks[index] ?? null,
    count: () => blocks.length,
  };
})();
