// Stands in the page for the person: it finds the places that events name, does
// what hands cannot, and keeps the page from leaving. The tests put it into every
// page before the page's own scripts.
//
// What the tests call, on window.monkey:
//   spots(list)          the points of the places, null for what is not there
//   select(how, a, b)    selects by script, as the page's own or others' scripts do
//   meddle(how, a)       changes what is drawn, as translators and extensions do
//   paste(text)          pastes into what has the focus
//   fail(how)            has the database fail
//   export()             what the button Export hands over
//   seen()               what is on the page, for a look
//   retry()              saves again what could not be saved
"use strict";
(() => {
  const region = () => document.querySelector("[role=region][aria-label='Article text']");
  const pick = (list, share) => list[Math.min(list.length - 1, Math.floor(share * list.length))];

  // ---- places ---------------------------------------------------------------

  // scope is what a person can reach: the innermost dialog, or all of the page.
  // One time in ten it is all of the page whatever is open.
  const scope = (y) => (y < 0.9 && [...document.querySelectorAll("dialog[open]")].at(-1)) || document.documentElement;

  const reachable = (selector, y) => [...scope(y).querySelectorAll(selector)].filter((e) => e.checkVisibility({ visibilityProperty: true }));

  const finders = {
    button: "button, summary, label, [role=button], [role=option], [role=tab], input[type=checkbox], input[type=radio]",
    field: "input:not([type=file], [type=checkbox], [type=radio]), textarea, select",
    mark: "[role=region][aria-label='Article text'] mark",
  };

  function textNodes(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  // letter is the DOM position of a letter of the text, as far on as the share.
  function letter(share) {
    const nodes = region() ? textNodes(region()) : [];
    const all = nodes.reduce((sum, node) => sum + node.length, 0);
    let left = Math.floor(share * all);
    for (const node of nodes) {
      if (left < node.length) return [node, left];
      left -= node.length;
    }
    return null;
  }

  function position({ on, x, y = 0 }) {
    if (on === "text") return letter(x);
    const node = pick(textNodes(document.documentElement).filter((n) => n.parentElement.checkVisibility()), x);
    return node && [node, Math.floor(y * (node.length + 1))];
  }

  const inWindow = (r) => r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;

  function point(spot) {
    const { on, x, y = 0 } = spot;
    if (on === "window") return [x * innerWidth, y * innerHeight];
    if (on === "text") {
      const at = letter(x);
      if (!at) return null;
      const range = document.createRange();
      range.setStart(...at);
      range.setEnd(at[0], at[1] + 1);
      if (!inWindow(range.getBoundingClientRect())) at[0].parentElement.scrollIntoView({ block: "center" });
      const r = range.getBoundingClientRect();
      return [r.left + r.width * y, r.top + r.height / 2];
    }
    const element = pick(finders[on] ? reachable(finders[on], y) : [], x);
    if (!element) return null;
    if (!inWindow(element.getBoundingClientRect())) element.scrollIntoView({ block: "center" });
    const r = element.getBoundingClientRect();
    return [r.left + r.width / 2, r.top + r.height / 2];
  }

  // spots gives the points of places, and whether the window shows them: what is
  // outside of it no pointer can reach.
  const spots = (list) => list.map(point).map((p) => p && p[0] >= 0 && p[1] >= 0 && p[0] < innerWidth && p[1] < innerHeight ? p : null);

  // ---- selections -----------------------------------------------------------

  function select(how, a, b) {
    const selection = getSelection();
    const [from, to] = [position(a), position(b)];
    if (how === "nothing") return selection.removeAllRanges();
    if (how === "all") return selection.selectAllChildren(document.documentElement);
    if (!from || !to) return;
    if (how === "children") return selection.selectAllChildren(from[0].parentElement);
    if (how === "caret") return selection.collapse(...from);
    selection.setBaseAndExtent(...from, ...to);
    if (how === "word" || how === "sentence") selection.modify("extend", "forward", how);
    return selection.toString();
  }

  // ---- others at the page ---------------------------------------------------

  const kept = new Map(); // of what was translated: the elements, and the nodes that they replaced

  function translate(node) {
    const inner = document.createElement("font");
    const outer = document.createElement("font");
    inner.append(node.data.replace(/\p{L}+/gu, (word) => [...word].reverse().join("") + "en"));
    outer.append(inner);
    kept.set(outer, node);
    node.replaceWith(outer);
  }

  const translatable = (node) => node.data.trim() && !node.parentElement.closest("head, script, style, textarea, font");

  const meddlers = {
    translate: () => textNodes(document.documentElement).filter((n) => translatable(n) && !n.parentElement.closest("[translate=no], .notranslate")).forEach(translate),
    "translate rudely": () => region() && textNodes(region()).filter(translatable).forEach(translate),
    restore: () => {
      for (const [element, node] of kept) element.replaceWith(node);
      kept.clear();
    },
    wrap: (node, at) => node.length && around(node, at, 1),
    "wrap twice": (node, at) => node.length && around(node, at, 2),
    insert: (node, at) => {
      const word = document.createElement("span");
      word.append(" inserted ");
      node.splitText(at).before(word);
    },
    split: (node, at) => node.splitText(at),
    join: (node) => node.parentElement.normalize(),
    append: () => document.documentElement.append(document.createElement("other-extension")),
    remove: (node) => node.parentElement.closest("[role=region][aria-label='Article text']") && node.remove(),
  };

  function around(node, at, times) {
    const word = node.splitText(Math.min(at, node.length - 1));
    if (word.length > 6) word.splitText(6);
    let inner = word;
    for (let i = 0; i < times; i++) {
      const element = document.createElement("span");
      inner.replaceWith(element);
      element.append(inner);
      inner = element;
    }
  }

  let meddled = false; // since the page was loaded

  function meddle(how, spot) {
    const at = position(spot);
    if (!at) return;
    meddled ||= how !== "append";
    meddlers[how](...at);
  }

  // ---- what comes in, and out -----------------------------------------------

  function paste(text) {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const target = document.activeElement ?? document.documentElement;
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    if (target.dispatchEvent(event)) document.execCommand("insertText", false, text);
  }

  // An export is caught on its way to the downloads, where many would meet.
  const makeURL = URL.createObjectURL;
  const click = HTMLAnchorElement.prototype.click;
  const blobs = new Map();
  let caught = null;
  URL.createObjectURL = (blob) => {
    const address = makeURL.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    caught?.(blobs.get(this.href));
  };

  async function exported() {
    const button = document.querySelector("[aria-label=Export]");
    if (!button) return null;
    const blob = new Promise((resolve) => { caught = resolve; });
    button.click();
    const late = new Promise((resolve) => setTimeout(resolve, 15000, null));
    const file = await Promise.race([blob, late]);
    caught = null;
    return file && file.text();
  }

  // A person who follows a link elsewhere is not at the page any more.
  const stay = (e) => e.target.closest?.("a[target=_blank]") && e.preventDefault();
  addEventListener("click", stay, true);
  addEventListener("auxclick", stay, true);

  // Dialogs of the system are closed as soon as they open.
  const dismissed = async () => { throw new DOMException("The user aborted a request.", "AbortError"); };
  window.showDirectoryPicker = window.showSaveFilePicker = window.showOpenFilePicker = dismissed;
  window.print = () => {};

  // ---- the database ---------------------------------------------------------

  const connections = [];
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    request.addEventListener("success", () => connections.push(request.result));
    return request;
  };

  // writing are the transactions that have added to the journal and not ended.
  const writing = new Set();
  let failing = 0;
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    const t = begin.apply(this, args);
    for (const end of ["complete", "abort"]) t.addEventListener(end, () => writing.delete(t));
    if (failing > 0 && args[1] === "readwrite") {
      failing--;
      setTimeout(() => { try { t.abort(); } catch {} });
    }
    return t;
  };
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...args) {
    if (this.name === "journal") writing.add(this.transaction);
    return add.apply(this, args);
  };

  function fail(how) {
    if (how === "closed") for (const db of connections.splice(0)) db.close();
    else failing = 2;
  }

  // saying is what the page says of saving, in its own words if a translator has
  // put others in their place.
  function saying() {
    const status = document.getElementById("saving-state");
    return [...(status?.childNodes ?? [])].map((node) => (kept.get(node) ?? node).textContent).join("");
  }

  let last = "";
  new MutationObserver(() => {
    if (saying() === last) return;
    last = saying();
    if (last === "Saved" && writing.size) console.error("monkey: Saved was said while the database was still writing");
  }).observe(document, { childList: true, subtree: true, characterData: true });

  // ---- a look ---------------------------------------------------------------

  const seen = () => ({
    program: document.documentElement.dataset.program ?? "",
    saving: saying(),
    text: region()?.textContent ?? null,
    meddled,
    address: location.href,
    said: document.documentElement.innerText.slice(0, 300),
  });

  // retry presses the button that saves again, where there is one.
  const retry = () => [...document.querySelectorAll("button")].find((b) => b.textContent === "Try again")?.click();

  window.monkey = { spots, select, meddle, paste, fail, export: exported, seen, retry };
})();
