// Runs the torture's program with the order that stands in the page's address.
"use strict";
(async () => {
  const go = new Go();
  go.argv = ["stream", decodeURIComponent(location.search.slice(1))];
  const { instance } = await WebAssembly.instantiateStreaming(fetch("stream.wasm"), go.importObject);
  await go.run(instance);
})();
