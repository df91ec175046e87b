// Runs a Go test program in this page. What it prints goes out through the
// binding spanwiseOutput, its exit code through spanwiseExit; the files that it
// reads come from the host, read-only.
"use strict";
(async () => {
  const settings = await (await fetch("/settings.json")).json();
  const decoder = new TextDecoder();
  const handles = new Map();
  let nextHandle = 100;

  const failure = (code) => Object.assign(new Error(code), { code });

  const write = (bytes) => {
    const text = decoder.decode(bytes, { stream: true });
    if (text) spanwiseOutput(text);
    return bytes.length;
  };

  async function read(path) {
    const response = await fetch(`/file?path=${encodeURIComponent(path)}`);
    if (!response.ok) throw failure("ENOENT");
    const folder = response.headers.has("X-Folder");
    return folder ? { folder, names: await response.json(), bytes: new Uint8Array() } : { folder, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  const stat = (file) => ({
    dev: 0, ino: 0, nlink: 1, uid: 0, gid: 0, rdev: 0, blksize: 4096, blocks: 0, atimeMs: 0, mtimeMs: 0, ctimeMs: 0,
    mode: file.folder ? 0o40555 : 0o100444, size: file.bytes.length, isDirectory: () => file.folder,
  });

  // answer turns an async function into one with Node's callback.
  const answer = (callback, work) => work().then((value) => callback(null, value), callback);

  const handle = (fd) => {
    const file = handles.get(fd);
    if (!file) throw failure("EBADF");
    return file;
  };

  const refused = (...args) => args.at(-1)(failure("EROFS"));
  globalThis.fs = {
    constants: { O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_TRUNC: 512, O_APPEND: 1024, O_EXCL: 128, O_DIRECTORY: 65536 },
    writeSync: (fd, bytes) => write(bytes),
    write: (fd, bytes, offset, length, position, callback) => callback(null, write(bytes.subarray(offset, offset + length))),
    open: (path, flags, mode, callback) => answer(callback, async () => {
      if (flags & (1 | 2 | 64)) throw failure("EROFS");
      handles.set(++nextHandle, { ...(await read(path)), at: 0 });
      return nextHandle;
    }),
    close: (fd, callback) => { handles.delete(fd); callback(null); },
    fstat: (fd, callback) => answer(callback, async () => stat(handle(fd))),
    stat: (path, callback) => answer(callback, async () => stat(await read(path))),
    lstat: (path, callback) => answer(callback, async () => stat(await read(path))),
    readdir: (path, callback) => answer(callback, async () => {
      const file = await read(path);
      if (!file.folder) throw failure("ENOTDIR");
      return file.names;
    }),
    read: (fd, buffer, offset, length, position, callback) => answer(callback, async () => {
      const file = handle(fd);
      const from = position ?? file.at;
      const part = file.bytes.subarray(from, from + length);
      buffer.set(part, offset);
      if (position == null) file.at += part.length;
      return part.length;
    }),
    fsync: (fd, callback) => callback(null),
    chmod: refused, chown: refused, fchmod: refused, fchown: refused, ftruncate: refused, lchown: refused, link: refused,
    mkdir: refused, readlink: refused, rename: refused, rmdir: refused, symlink: refused, truncate: refused, unlink: refused, utimes: refused,
  };
  globalThis.process = {
    pid: 1, ppid: 0, cwd: () => settings.cwd, chdir() { throw failure("ENOSYS"); }, umask: () => 0,
    getuid: () => 0, getgid: () => 0, geteuid: () => 0, getegid: () => 0, getgroups: () => [],
  };

  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: "/wasm_exec.js", onload: resolve, onerror: reject });
    document.head.append(script);
  });
  const go = new Go();
  go.argv = settings.argv;
  let code = 0;
  go.exit = (exit) => { code = exit; };
  const { instance } = await WebAssembly.instantiateStreaming(fetch("/program"), go.importObject);
  await go.run(instance);
  spanwiseExit(String(code));
})();
