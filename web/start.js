// Starts the program, and tells the page of a newer version that waits.
//
// What the program finds on window:
//   goappGetenv(name)         go-app asks it where the static files are
//   spanwiseUpdateWaiting     true once a newer version is installed and waits
//   "spanwise-update"         the event on window when that becomes true
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
    const instance = await instantiate(await unpack(await open()), go.importObject);
    const ended = go.run(instance); // comes back when the program first waits, its page drawn
    document.getElementById("shell")?.remove();
    root.dataset.program = "running";
    ended.catch(console.error).finally(stopped);
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
    const note = document.createElement("p");
    note.id = "stopped";
    note.setAttribute("role", "alert");
    note.textContent = "Spanwise has stopped because of a fault of its own. What was shown as saved is kept.";
    const reload = document.createElement("button");
    reload.textContent = "Reload the page";
    reload.addEventListener("click", () => location.reload());
    note.append(reload);
    document.body.append(note);
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

  run()
    .catch(failed)
    .then(() => settings.worker && navigator.serviceWorker && register(settings.worker))
    .catch((error) => console.warn("not available off-line:", error));
})();
