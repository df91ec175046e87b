// The service worker of one version of the site, in one folder of an origin
// that others may share.
//
// - It installs all files of its version, each checked against its hash, or
//   nothing.
// - It never takes over by itself: a page asks for that when a person accepts.
// - It answers from its own cache and no other.
// - It deletes older caches of its own folder and touches no neighbour's.
"use strict";

const version = "{{.Version}}";
const files = {{.Files}}; // address relative to this file -> hashes, any of which is right

const scope = new URL("./", self.location.href);
const prefix = `spanwise-${scope.pathname}-`;
const cacheName = prefix + version;
const known = new Map(Object.entries(files).map(([address, integrity]) => [new URL(address, scope).href, integrity]));

// A browser that cannot unpack the program needs the plain one, all others
// only the packed one (see start.js).
const needless = "DecompressionStream" in self ? ".wasm" : ".wasm.gz";

async function install() {
  const wanted = [...known].filter(([address]) => !address.endsWith(needless));
  try {
    const cache = await caches.open(cacheName);
    await Promise.all(wanted.map(async ([address, integrity]) => cache.put(address, await download(address, integrity))));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

// The hash keeps a half-uploaded site or a login page of the network in
// between from becoming part of a version.
async function download(address, integrity) {
  const response = await fetch(address, { cache: "no-cache", integrity });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}

// Names of our caches end in a version, so a folder whose own name begins like
// ours (/a/ and /a/-b/) is not mistaken for an older version.
async function deleteOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(prefix) && /^[0-9a-f]{16}$/.test(name.slice(prefix.length)) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}

// The cached file; if the browser has thrown it away, the same bytes from the
// host or an error, never another version's.
async function answer(address) {
  const cache = await caches.open(cacheName);
  return (await cache.match(address)) ?? download(address, known.get(address));
}

// The address as this version knows it. The page is kept once, under its
// folder: many hosts redirect index.html there, and a redirected answer may not
// be given to a navigation.
function plain(url) {
  const address = new URL(url);
  address.search = "";
  address.hash = "";
  return address.href === new URL("index.html", scope).href ? scope.href : address.href;
}

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) => event.waitUntil(deleteOlder()));

self.addEventListener("message", (event) => {
  if (event.data === "spanwise-accept-update") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const address = plain(event.request.url);
  if (event.request.method !== "GET" || !known.has(address)) return;
  event.respondWith(answer(address));
});
