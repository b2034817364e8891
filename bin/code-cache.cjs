/*
 * Loads the bundle with the code that V8 compiled in an earlier run, which saves up to 35 ms of a command. Node 22 has
 * module.enableCompileCache() for this, but Node 20 does not, and Node never removes files from its cache.
 *
 * Cached code runs as this user, so it is read only from files that this user owns and no checkout can have made, in a
 * directory where nobody else can write. Each file begins with the SHA-256 of its code, because V8 does not notice damage.
 * Its name depends on the source, on the command, which determines what gets compiled, and on Node; V8 checks its own
 * version and flags. Without a usable cache, a run only takes longer. Errors of the filesystem are therefore ignored: the
 * next run compiles again.
 */
const { createHash, randomUUID } = require('node:crypto');
const fs = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const { O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = fs.constants;
const WRITABLE_BY_OTHERS = 0o022;
const DIGEST_BYTES = 32;
/** Git never creates such a file. A cache directory may be in a checkout, whose files are this user's, but written by others. */
const SAVED_MODE = 0o400;
/** A symlink in a directory where nobody else can write is this user's own, such as ~/.cache on a larger disk. */
const MAY_BE_SYMLINK = 0;
const WRAPPER_BEGIN = Buffer.from('(function (exports, require, module, __filename, __dirname) {');
const WRAPPER_END = Buffer.from('\n})');
/** Everything is read into it, one after the other: to touch memory for the first time is slow. Larger than any file. */
let scratch = Buffer.allocUnsafe(1 << 20);
/** The suffix of files that runs which failed have saved. */
const PARTIAL = '-partial';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
/** More are removed, the oldest first. A command has three or four. */
const MOST_FILES = 200;
const MOST_BYTES = 64 * 1024 * 1024;
/** The names that this module gives its files, those of killed runs included. */
const OWN_NAME = /^[a-z]+-[0-9a-f]{24}(-partial)?(\.[0-9a-f-]{36})?$/;

/** Does as `require(file)` does, for a bundle that requires its chunks by `./NAME.js`, and has no `import()`. */
module.exports = function load(file, command) {
  const directory = process.env.NODE_DISABLE_COMPILE_CACHE === '1' ? undefined : trustedDirectory();
  if (directory === undefined) return require(file);
  const purpose = /^[a-z -]*$/.test(command) ? command : '';
  const loaded = new Map();
  const isForHelp = process.argv.some((word) => word === '--help' || word === '-h');
  process.on('exit', (code) => ignoringErrors(() => save(directory, loaded, code === 0 && !isForHelp)));
  return evaluate(require.resolve(file));

  function evaluate(script) {
    const wrapped = readWrapped(script);
    const key = sha256(`${process.version} ${process.arch} ${purpose}\n`, wrapped).toString('hex', 0, 12);
    // The build escapes other characters than ASCII.
    const source = wrapped.toString('latin1');
    const saved = path.join(directory, `${path.basename(script, '.js')}-${key}`);
    const whole = ifUsable(() => readSaved(saved));
    const cachedData = whole || ifUsable(() => readSaved(saved + PARTIAL));
    const compiled = new vm.Script(source, { filename: script, cachedData });
    const isUsed = cachedData !== undefined && !compiled.cachedDataRejected;
    loaded.set(saved, { compiled, isUsed, hasWhole: whole !== undefined });
    const own = { exports: {} };
    const others = createRequire(script);
    const requires = (name) =>
      name.startsWith('./') ? evaluate(path.resolve(path.dirname(script), name)) : others(name);
    compiled.runInThisContext()(own.exports, requires, own, script, path.dirname(script));
    return own.exports;
  }
};

/** The source as a function, in the scratch buffer. */
function readWrapped(script) {
  return withOpen(script, O_RDONLY, (fd) => {
    const [begin, end] = [WRAPPER_BEGIN.length, WRAPPER_END.length];
    const { size } = fs.fstatSync(fd);
    const wrapped = readInto(fd, size, begin, end);
    const missing = begin + size + end - wrapped.length;
    if (missing > 0) throw new Error(`${script} ended at ${size - missing} of ${size} bytes`);
    WRAPPER_BEGIN.copy(wrapped);
    WRAPPER_END.copy(wrapped, begin + size);
    return wrapped;
  });
}

/** Reads a file into the scratch buffer, with room before and after it. Returns the part in use, until the next call. */
function readInto(fd, size, before = 0, after = 0) {
  const end = before + size;
  if (scratch.length < end + after) scratch = Buffer.allocUnsafe(end + after);
  let at = before;
  for (let count = 1; at < end && count > 0; at += count) count = fs.readSync(fd, scratch, at, end - at);
  return scratch.subarray(0, at + after);
}

/**
 * A directory `code` below NODE_COMPILE_CACHE, or beside the checksums of src/client/download/cache-root.ts. It is created
 * below a directory of this user: under sudo, HOME may belong to another one. All directories on the way
 * are checked: a user who can write to ~/.cache can exchange the one in it. Undefined if there is none.
 */
function trustedDirectory() {
  const { HOME, NODE_COMPILE_CACHE, RUNNER_TOOL_CACHE, XDG_CACHE_HOME } = process.env;
  const fromHome = process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  const own = XDG_CACHE_HOME ? [XDG_CACHE_HOME] : [HOME, ...fromHome];
  for (const [root, ...below] of NODE_COMPILE_CACHE ? [[NODE_COMPILE_CACHE]] : [[RUNNER_TOOL_CACHE], own]) {
    if (!root || !path.isAbsolute(root) || !isTrustedDirectory(root)) continue;
    let directory = root;
    const isUsable = [...below, 'gobbler-action', 'code'].every((name) => {
      directory = path.join(directory, name);
      return isTrustedDirectory(directory, MAY_BE_SYMLINK) || isMade(directory);
    });
    if (isUsable) return directory;
  }
  return undefined;
}

function isMade(directory) {
  ifUsable(() => fs.mkdirSync(directory, 0o755));
  return isTrustedDirectory(directory, MAY_BE_SYMLINK);
}

function isTrustedDirectory(directory, flags = O_NOFOLLOW) {
  const open = O_RDONLY | O_DIRECTORY | flags;
  return ifUsable(() => withOpen(directory, open, (fd) => isTrusted(fs.fstatSync(fd)))) === true;
}

function isTrusted({ uid, mode }) {
  return uid === process.geteuid() && (mode & WRITABLE_BY_OTHERS) === 0;
}

function isSaved(stats) {
  return (
    stats.isFile() && isTrusted(stats) && (stats.mode & 0o777) === SAVED_MODE && stats.size <= MOST_BYTES
  );
}

function readSaved(file) {
  // Never waits for a FIFO.
  return withOpen(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, (fd) => {
    const stats = fs.fstatSync(fd);
    if (!isSaved(stats)) return undefined;
    const content = readInto(fd, stats.size);
    const code = content.subarray(DIGEST_BYTES);
    return sha256(code).equals(content.subarray(0, DIGEST_BYTES)) ? code : undefined;
  });
}

function withOpen(file, flags, use) {
  const fd = fs.openSync(file, flags, SAVED_MODE);
  try {
    return use(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * A complete run replaces what it could not use. One that failed or showed help has not compiled all that a complete one needs.
 * But the next one may end in the same way, so it saves the code apart, if it got further than those before: then it has
 * loaded a chunk that nothing is saved of.
 */
function save(directory, loaded, isComplete) {
  const chunks = [...loaded];
  const isFurther = chunks.some(([, { isUsed, hasWhole }]) => !isUsed && !hasWhole);
  let isSavedAny = false;
  for (const [file, { compiled, isUsed, hasWhole }] of chunks) {
    if (isComplete ? isUsed && hasWhole : hasWhole || !isFurther) continue;
    const code = compiled.createCachedData();
    replace(isComplete ? file : file + PARTIAL, Buffer.concat([sha256(code), code]));
    if (isComplete) fs.rmSync(file + PARTIAL, { force: true });
    isSavedAny = true;
  }
  if (isSavedAny) removeOld(directory);
}

/** Leaves nothing behind on a full disk, nor where a new file does not have the mode and the owner that it should have. */
function replace(file, content) {
  const temporary = `${file}.${randomUUID()}`;
  let isInPlace = false;
  try {
    const isWritten = withOpen(temporary, 'wx', (fd) => {
      if (!isSaved(fs.fstatSync(fd))) return false;
      fs.writeFileSync(fd, content);
      return true;
    });
    if (isWritten) fs.renameSync(temporary, file);
    isInPlace = isWritten;
  } finally {
    if (!isInPlace) fs.unlinkSync(temporary);
  }
}

/**
 * Removes old files: those of other versions, and those that killed runs left. A file that is still in use is written again.
 * Never removes anything else: a checkout may have put a symlink to a directory of the user here.
 */
function removeOld(directory) {
  const files = [];
  for (const name of fs.readdirSync(directory)) {
    if (!OWN_NAME.test(name)) continue;
    const file = path.join(directory, name);
    const stats = ifUsable(() => fs.lstatSync(file));
    if (stats !== undefined && isSaved(stats)) files.push({ file, mtimeMs: stats.mtimeMs });
  }
  files.sort((one, other) => other.mtimeMs - one.mtimeMs);
  for (const [at, { file, mtimeMs }] of files.entries()) {
    if (at >= MOST_FILES || mtimeMs < Date.now() - KEPT_MS) ifUsable(() => fs.unlinkSync(file));
  }
}

function sha256(...contents) {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest();
}

/** The work is done: it must not fail because its code cannot be saved, for whatever reason. */
function ignoringErrors(attempt) {
  try {
    attempt();
  } catch (_) {
    // The next run compiles again.
  }
}

function ifUsable(attempt) {
  try {
    return attempt();
  } catch (error) {
    if (error.code === undefined) throw error;
    return undefined;
  }
}
