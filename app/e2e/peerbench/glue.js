// The page as peerbench sees it. Everything goes the way a person goes: the
// Import's file input, the list of articles, the label's button and key, the
// Export's download.
(() => {
  const $ = (selector) => document.querySelector(selector);
  const region = () => document.getElementById('article-text');
  const scheme = (labels) => ({
    name: 'Bench',
    labels: labels.map((l, i) => ({
      id: l.name, name: l.name, color: l.color, key: 'asdfghjk'[i], definition: '',
    })),
  });
  const codePoints = (text) => {
    // offsets in UTF-16 to code points, for texts with astral characters too
    if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
    const at = new Uint32Array(text.length + 1);
    for (let i = 0, n = 0; i < text.length; i++) {
      at[i] = n;
      if (!/[\ud800-\udbff]/.test(text[i])) n++;
      at[i + 1] = n;
    }
    return (offset) => at[offset];
  };
  const utf16 = (text) => {
    if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
    const at = [];
    let units = 0;
    for (const c of text) { at.push(units); units += c.length; }
    at.push(units);
    return (offset) => at[offset];
  };
  async function sha256(text) {
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(sum)].map((b) => b.toString(16).padStart(2, '0')).join('');
  }
  async function projectFile(doc) {
    const point = codePoints(doc.text);
    const time = '2026-01-01T00:00:00.000Z';
    return JSON.stringify({
      format: 'spanwise', version: 1, offsets: 'code points', scheme: scheme(doc.labels),
      documents: [{
        id: 'bench', title: 'Bench', outlet: '', language: 'en', published: '', url: '', note: '',
        sha256: await sha256(doc.text), text: doc.text,
      }],
      sets: [{
        document: 'bench', annotator: 'annotator-1', state: 'open',
        spans: doc.spans.map((s) => ({
          id: s.id, label: s.label, ranges: [{ start: point(s.start), end: point(s.end) }],
          text: doc.text.slice(s.start, s.end), note: '', origin: 'import', created: time, modified: time,
        })),
      }],
    });
  }

  let starts, label, wanted;
  const item = () => $('[data-article="bench"]');
  const counted = () => {
    const source = item()?.querySelector('.source')?.textContent ?? '';
    const m = /(\d+) spans?$/.exec(source);
    return m ? +m[1] : 0;
  };
  // Something is marked, so that the import asks and does not open a project of
  // its own, for which the page would load anew.
  async function touch() {
    const node = document.createTreeWalker(region(), NodeFilter.SHOW_TEXT).nextNode();
    getSelection().setBaseAndExtent(node, 0, node, 5);
    const key = $('.labels [data-label]').getAttribute('aria-keyshortcuts');
    region().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await __rt.until(() => region().querySelector('mark') && $('[data-state="Saved"]'));
  }
  // The file is merged, as the work of the one who works here.
  async function merge() {
    const way = () => $('#merge[open] [data-way="merge"]');
    await __rt.until(way, 120000);
    way().click();
    const who = () => $('#merge select[data-person]');
    await __rt.until(who);
    who().selectedIndex = 1;
    who().dispatchEvent(new Event('change', { bubbles: true }));
    const button = () => $('#merge [type="submit"]');
    await __rt.until(() => !way().closest('label').textContent.includes('annotator') && !button().disabled, 120000);
    button().click();
  }
  async function importFile(file) {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const input = document.getElementById('import-file');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await merge();
    await __rt.until(() => item() && counted() === wanted, 120000);
  }
  // A very long line is drawn in pieces: where a paragraph starts is read off the page.
  const paragraph = (offset) => {
    if (!starts) {
      let at = 0;
      starts = [...region().getElementsByTagName('p')].map((p) => (at += p.textContent.length) - p.textContent.length);
    }
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (starts[mid] <= offset) low = mid; else high = mid - 1;
    }
    return low;
  };
  let paragraphs;
  const block = (index) => (paragraphs ||= region().getElementsByTagName('p'))[index];

  // The download of an export is kept here and not written to the disk.
  let exported;
  const click = HTMLAnchorElement.prototype.click;
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => { exported = blob; return create(blob); };
  HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };

  window.PB = {
    ready: () => __rt.until(() => region() && $('[data-state="Saved"]')),
    async prepare(doc) {
      wanted = doc.spans.length;
      starts = null;
      const file = new File([await projectFile(doc)], 'bench.json', { type: 'application/json' });
      await touch();
      if (__peer.variant === 'import') return file;
      await importFile(file);
      await __rt.until(() => $('[data-state="Saved"]'), 120000);
      // An import opens what it brings; opening it is what load is about.
      $('[data-article]:not([data-article="bench"])').click();
      await __rt.until(() => !item().getAttribute('aria-current'));
    },
    async load(file) {
      if (file) await importFile(file);
      if (!item()) throw new Error('not imported');
      item().click();
      await __rt.until(() => item().getAttribute('aria-current'));
    },
    isPainted: () => item().getAttribute('aria-current') && region().querySelector('mark') && $('#spans [data-span]'),
    count: counted,
    async reveal(start, end) {
      // What is above may get its true height only now that it comes near.
      const p = block(paragraph(start));
      for (let i = 0; i < 4; i++) {
        p.scrollIntoView({ block: 'center' });
        await __rt.dbl();
      }
      if (p.clientHeight < innerHeight / 2) return;
      const box = this.rangeFor(start, end).getBoundingClientRect();
      scrollBy(0, box.top - innerHeight / 2);
      await __rt.dbl();
    },
    rangeFor(start, end) {
      const i = paragraph(start);
      return __rt.rangeIn(block(i), start - starts[i], end - starts[i]);
    },
    setLabel(name) {
      label = name;
      const button = $(`.labels [data-label="${name}"]`);
      if (button.getAttribute('aria-pressed') !== 'true') button.click();
    },
    // A selection and the label's key, as the keyboard does it.
    add(start, end, name) {
      const range = this.rangeFor(start, end);
      getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      const key = $(`.labels [data-label="${name}"]`).getAttribute('aria-keyshortcuts');
      region().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    },
    async export() {
      exported = null;
      $('[aria-label="Export"]').click();
      await __rt.until(() => exported, 60000);
      const project = JSON.parse(await exported.text());
      const doc = project.documents.find((d) => d.id === 'bench');
      const unit = utf16(doc.text);
      return project.sets.find((s) => s.document === 'bench').spans.map((s) => ({
        start: unit(s.ranges[0].start), end: unit(s.ranges[0].end), label: s.label,
      }));
    },
    scroller: () => document.scrollingElement,
  };
})();
