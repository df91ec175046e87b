// Starts the second program, which does what is rare and heavy: in a worker, or,
// where the browser gives none, on the page's own thread, beside the page's program.
//
// What the page's program finds on window:
//   spanwiseSecond(receive, ended)   starts it. The promise is of { beside, post }:
//                                    whether it shares the page's thread, and what
//                                    sends it a Uint8Array. receive(bytes) hears what
//                                    comes back, ended(reason) once that it has ended.
// What the second program finds on its global object:
//   spanwiseSecondPort               the port to the page
"use strict";
(() => {
  const settings = document.currentScript.dataset;

  // The second program's bytes, packed or not: out of the page (the single file,
  // as base64) or fetched.
  async function open() {
    const embedded = document.getElementById("second");
    if (embedded) return embedded.textContent;
    const address = `${settings.assets}/second.wasm${"DecompressionStream" in window ? ".gz" : ""}`;
    const response = await fetch(address).catch(() => {
      throw new Error("a part of Spanwise that is needed for this could not be loaded; check the connection and try again");
    });
    if (!response.ok) throw new Error(`a part of Spanwise that is needed for this could not be loaded; the host answered ${response.status} for ${address}`);
    return response.arrayBuffer();
  }

  // What runs in the worker, which gets this function as its source, or here where
  // there is none.
  async function run(packed, port) {
    try {
      const bytes = typeof packed === "string" ? Uint8Array.from(atob(packed), (c) => c.charCodeAt(0)) : new Uint8Array(packed);
      let stream = new Blob([bytes]).stream();
      if (bytes[0] === 0x1f && bytes[1] === 0x8b) stream = stream.pipeThrough(new DecompressionStream("gzip"));
      const response = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
      const go = new Go();
      const { instance } = WebAssembly.instantiateStreaming
        ? await WebAssembly.instantiateStreaming(response, go.importObject)
        : await WebAssembly.instantiate(await response.arrayBuffer(), go.importObject);
      globalThis.spanwiseSecondPort = port;
      await go.run(instance);
      port.postMessage("it has stopped");
    } catch (error) {
      port.postMessage(String(error.message ?? error));
    }
  }

  // The worker's script is put together here, so that it is under the page's own
  // policy on every host, and is the same in the single file, which has no others.
  async function script() {
    const exec = document.getElementById("exec");
    const source = exec.src ? await (await fetch(exec.src)).text() : exec.textContent;
    const begin = `\n${run}\nonmessage = ({ data: [packed, port] }) => run(packed, port);\npostMessage("begun");\n`;
    return new Blob([source, begin], { type: "text/javascript" });
  }

  // A worker whose script runs, or null where there can be none.
  async function startWorker() {
    const address = URL.createObjectURL(await script());
    try {
      const worker = new Worker(address);
      await new Promise((begun, failed) => {
        worker.onmessage = begun;
        worker.onerror = failed;
      });
      return worker;
    } catch (error) {
      console.warn("no worker can be started:", error.message ?? error);
      return null;
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  window.spanwiseSecond = async (receive, ended) => {
    const packed = await open();
    const worker = await startWorker();
    const { port1, port2 } = new MessageChannel();
    const end = (reason) => {
      worker?.terminate();
      port1.close();
      ended(reason);
    };
    port1.onmessage = ({ data }) => (typeof data === "string" ? end(data) : receive(data));
    if (worker) {
      worker.onerror = (event) => end(event.message);
      worker.postMessage([packed, port2], typeof packed === "string" ? [port2] : [packed, port2]);
    } else {
      run(packed, port2);
    }
    return { beside: !worker, post: (bytes) => port1.postMessage(bytes, [bytes.buffer]) };
  };
})();
