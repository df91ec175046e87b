// What the adaptor of the outside bench (peerbench/glue.js) needs of its bench,
// and what our own harness measures with it. Runs before the page's scripts.
"use strict";
window.__peer = { variant: "open" };
window.__rt = (() => {
  const frame = () => new Promise(requestAnimationFrame);
  return {
    dbl: async () => { await frame(); await frame(); },
    async until(holds, patience) {
      for (const end = performance.now() + patience; ; await frame()) {
        let value;
        try { value = holds(); } catch { /* not there yet */ }
        if (value) return value;
        if (performance.now() > end) throw new Error(`waited in vain for ${holds}`);
      }
    },
    // The range between two offsets in the text below an element.
    rangeIn(root, start, end) {
      const range = document.createRange();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let before = 0, begun = false;
      for (let node; (node = walker.nextNode()); before += node.data.length) {
        const after = before + node.data.length;
        if (!begun && start < after) { range.setStart(node, start - before); begun = true; }
        if (begun && end <= after) { range.setEnd(node, end - before); return range; }
      }
    },
  };
})();

window.bench = (() => {
  const { dbl, until } = window.__rt;
  const patience = 120e3;
  let doc;
  const timed = async (work) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  // The next frame is on the screen.
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const marked = async (before) => { await until(() => PB.count() > before, patience); await dbl(); };

  return {
    // The article and its spans come in, as a file.
    async prepare(address) {
      await PB.ready();
      doc = await (await fetch(address)).json();
      await PB.prepare(doc);
    },
    // From the click on its title until its spans are painted.
    open: () => timed(async () => {
      await PB.load();
      await until(() => PB.isPainted(doc), patience);
      await dbl();
    }),
    // Brings a phrase into view, holds its label, and gives where to drag.
    async aim(target) {
      await PB.reveal(target.start, target.end);
      PB.setLabel(target.label);
      await dbl();
      getSelection().removeAllRanges();
      const lines = PB.rangeFor(target.start, target.end).getClientRects();
      const first = lines[0], last = lines[lines.length - 1];
      return {
        from: { X: first.left + 0.5, Y: first.top + first.height / 2 },
        to: { X: last.right - 0.5, Y: last.top + last.height / 2 },
      };
    },
    // From the button's release until the mark is painted; asked for before
    // the drag, and awaited after it.
    arm() {
      const before = PB.count();
      bench.mouse = new Promise((done, failed) => addEventListener("mouseup", (event) => {
        marked(before).then(() => done(performance.now() - event.timeStamp), failed);
      }, { capture: true, once: true }));
    },
    // The same by the keyboard.
    async add(target) {
      const before = PB.count();
      PB.add(target.start, target.end, target.label);
      await marked(before);
    },
    async undo() {
      const before = PB.count();
      document.querySelector("[aria-label=Undo]").click();
      await until(() => PB.count() < before, patience);
    },
    // How long until there is text in the middle of the window, or a line beside
    // it where that is between paragraphs, after a jump to a part of the article,
    // between 0 and 1.
    jump: (part) => timed(async () => {
      const scroller = PB.scroller();
      scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight);
      await until(() => {
        const text = document.getElementById("article-text"), box = text.getBoundingClientRect();
        return [0, 24, -24].some((beside) => {
          const at = document.caretPositionFromPoint(box.left + box.width / 3, innerHeight / 2 + beside)?.offsetNode;
          return at?.nodeType === Node.TEXT_NODE && text.contains(at);
        });
      }, patience);
      await painted();
    }),
    // When the whole text has been laid out, which goes on in idle time.
    settled: () => until(() => {
      const last = document.getElementById("article-text").lastElementChild;
      return last.style.contentVisibility === "visible";
    }, patience),
    // Counts the frames of over 50 ms until longFrames is called.
    watchFrames() {
      let last = performance.now(), long = 0, on = true;
      const tick = (now) => {
        if (now - last > 50) long++;
        last = now;
        if (on) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      bench.longFrames = () => { on = false; return long; };
    },
  };
})();
