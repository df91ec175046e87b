// Starts the program, and tells the page of a newer version that waits.
//
// What the program finds on window:
//   goappGetenv(name)         go-app asks it where the static files are
//   spanwiseUpdateWaiting     true once a newer version is installed and waits
//   "spanwise-update"         the event on window when that becomes true
//   spanwiseFault(what, where)  tells of a fault that was caught
//   "spanwise-fault"          the event on window that follows upon one
//   spanwiseAcceptUpdate()    takes the newer version: reloads the page, once
"use strict";
(() => {
  const settings = document.currentScript.dataset;
  const root = document.documentElement;
  const canUnpack = "DecompressionStream" in window;

  window.goappGetenv = (name) => (name === "GOAPP_STATIC_RESOURCES_URL" ? settings.assets : "");

  // ---- storage that a person has forbidden ---------------------------------

  // Where site data is blocked, reading window.localStorage throws, and go-app
  // reads it before anything else. An empty stand-in that forgets lets the page
  // start and say for itself that nothing is kept.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name];
    } catch {
      const items = new Map();
      Object.defineProperty(window, name, {
        value: {
          get length() { return items.size; },
          key: (n) => [...items.keys()][n] ?? null,
          getItem: (key) => items.get(key) ?? null,
          setItem: (key, value) => void items.set(key, String(value)),
          removeItem: (key) => void items.delete(key),
          clear: () => items.clear(),
        },
      });
    }
  }

  // ---- the program -------------------------------------------------------

  // The program's bytes, packed or not: out of the page (the single file) or
  // fetched. Every host hands over the packed file, so one that cannot
  // compress costs nobody anything; a browser that cannot unpack takes the
  // plain one.
  async function open() {
    const embedded = document.getElementById("program");
    if (embedded) {
      if (!canUnpack) throw new Error("this browser is too old to unpack it; browsers since 2023 can");
      const binary = atob(embedded.textContent);
      embedded.remove();
      const bytes = new Uint8Array(binary.length);
      for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
      return new Blob([bytes]).stream();
    }
    const address = `${settings.assets}/app.wasm${canUnpack ? ".gz" : ""}`;
    const response = await fetch(address);
    if (!response.ok) throw new Error(`the host answered ${response.status} for ${address}`);
    return response.body;
  }

  // Some hosts send a .gz with Content-Encoding: gzip, and then the browser
  // has unpacked it before we see it. The first two bytes tell.
  async function unpack(stream) {
    const reader = stream.getReader();
    const first = await reader.read();
    const packed = !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b;
    const bytes = counted(reader, first, Number(packed ? settings.packed : settings.unpacked));
    return packed ? bytes.pipeThrough(new DecompressionStream("gzip")) : bytes;
  }

  // The rest of a stream whose first part was read already, showing how much
  // of the total has come.
  function counted(reader, first, total) {
    let seen = 0;
    return new ReadableStream({
      async pull(controller) {
        const { done, value } = first ?? (await reader.read());
        first = null;
        if (done) return controller.close();
        seen += value.byteLength;
        progress(seen / total);
        controller.enqueue(value);
      },
    });
  }

  async function instantiate(stream, imports) {
    const response = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
    const result = WebAssembly.instantiateStreaming
      ? await WebAssembly.instantiateStreaming(response, imports)
      : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
    return result.instance;
  }

  async function run() {
    // The browser takes its time to find its databases; it may do so meanwhile.
    try {
      indexedDB.databases?.().catch(() => {});
    } catch {} // storage is forbidden: the program will find that out and say so
    const go = new Go();
    go.env.GOTRACEBACK = "system"; // stack traces with the numbers of functions, which have no names
    const instance = await instantiate(await unpack(await open()), go.importObject);
    const ended = go.run(instance); // comes back when the program first waits, its page drawn
    if (root.dataset.visit === "first" && document.getElementById("preview")) await drawn();
    document.getElementById("shell")?.remove();
    document.getElementById("preview")?.remove();
    root.dataset.program = "running";
    ended.catch(console.error).finally(stopped);
  }

  // Waits, not for ever, until the program has drawn the article that stands in the
  // page already, which can go then.
  async function drawn() {
    for (let n = 0; n < 50 && !document.querySelector("#article-text > *"); n++) {
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  // ---- what is said meanwhile ----------------------------------------------

  let shown = -1;

  function progress(part) {
    const percent = Math.min(100, Math.floor(part * 100));
    const bar = document.getElementById("shell-progress");
    if (percent === shown || !bar) return;
    shown = percent;
    bar.value = part;
    bar.textContent = `${percent} %`;
  }

  function failed(error) {
    root.dataset.program = "failed";
    console.error("the program could not be started:", error);
    document.getElementById("shell")?.setAttribute("data-state", "failed");
    const line = document.getElementById("shell-line");
    if (line) line.textContent = `Spanwise could not be started: ${error.message ?? error}. Check the connection and reload the page.`;
  }

  // The program never ends by itself; when it does, what the page shows is
  // dead, and a person must know that before working on.
  function stopped() {
    root.dataset.program = "stopped";
    tellOf("stopped", "Spanwise has stopped because of a fault of its own. What was shown as saved is kept.");
  }

  // What is said here stands beside the program's page, which may be what failed.
  let note = null;

  function tellOf(id, sentence, ...buttons) {
    note?.remove();
    note = document.createElement("p");
    note.id = id;
    note.setAttribute("role", "alert");
    note.append(sentence, ...buttons, button("Reload the page", () => location.reload()));
    document.body.append(note);
  }

  function button(name, press) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = name;
    element.addEventListener("click", press);
    return element;
  }

  // A fault ends what was being done and nothing else. The program is asked to put
  // its page in order; if that fails too, it is not asked again and again.
  const mostOften = 3; // in a second
  let since = 0;
  let asked = 0;

  window.spanwiseFault = (what, where) => {
    named(where).then((trace) => console.error(`a fault of Spanwise: ${what}\n${trace}`));
    tellOf("fault",
      `Something in Spanwise failed, and what you did last may not have been done (${what}). What was shown as saved is kept.`,
      button("Go on", () => note.remove()));
    const now = performance.now();
    if (now - since > 1000) [since, asked] = [now, 0];
    if (++asked > mostOften) return;
    window.dispatchEvent(new CustomEvent("spanwise-fault"));
  };

  // The program's functions have numbers in place of names: the host has a list of
  // these, which nobody needs but who looks into a fault. A pc is a number and four
  // digits of a place in that function, in base 16.
  async function named(trace) {
    if (!settings.assets) return trace; // the single file has no host
    try {
      const response = await fetch(`${settings.assets}/functions.gz`);
      if (!response.ok) return trace;
      const list = await new Response(await unpack(response.body)).text();
      const names = new Map(list.trim().split("\n").map((line) => line.split(/ (.*)/)));
      return trace.replace(/ pc=0x([0-9a-f]+)[0-9a-f]{4}$/gm, (pc, number) => `${pc} ${names.get(number) ?? ""}`);
    } catch {
      return trace; // the host cannot be reached
    }
  }

  // ---- newer versions ------------------------------------------------------

  let registration = null;

  function announce() {
    window.spanwiseUpdateWaiting = true;
    window.dispatchEvent(new CustomEvent("spanwise-update"));
  }

  // A first version has nothing to replace and is not announced.
  function follow(worker) {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active) announce();
    });
  }

  window.spanwiseAcceptUpdate = () => {
    navigator.serviceWorker?.removeEventListener("controllerchange", announce);
    const worker = registration?.waiting;
    if (!worker) return location.reload();
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") location.reload();
    });
    worker.postMessage("spanwise-accept-update");
  };

  async function register(address) {
    registration = await navigator.serviceWorker.register(address, { updateViaCache: "none" });
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    if (registration.waiting && registration.active) announce();
    // Another tab took the newer version: this page goes on with what it has
    // loaded, and says so.
    navigator.serviceWorker.addEventListener("controllerchange", announce);
    lookForUpdates();
  }

  // A page may stay open for days; look again when it is come back to, at most
  // once an hour.
  function lookForUpdates() {
    let last = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - last < 3600e3) return;
      last = Date.now();
      registration.update().catch(() => {}); // off-line: next time
    });
  }

  // What is kept for off-line is fetched when the first screen has all that it needs.
  const idle = () => new Promise((done) => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: 3000 }) : setTimeout(done, 1000)));

  run()
    .catch(failed)
    .then(idle)
    .then(() => settings.worker && navigator.serviceWorker && register(settings.worker))
    .catch((error) => console.warn("not available off-line:", error));
})();
