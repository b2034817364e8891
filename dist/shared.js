exports.ids = [199,214,215,321,544,804,908];
exports.modules = Object.assign({},
(() => {
"use strict";
return {

/***/ 535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ forEachConcurrently),
/* harmony export */   P0: () => (/* binding */ Turns),
/* harmony export */   Qk: () => (/* binding */ allFinished),
/* harmony export */   rq: () => (/* binding */ requireConcurrency)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);

/** Requires a usable number of things at a time: with 0 or NaN, nothing would be done, without an error. */
function requireConcurrency(limit) {
    if (!Number.isInteger(limit) || limit < 1)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('bad-concurrency', { found: String(limit) });
}
/**
 * Runs `work` for every item, at most `limit` at a time. The first failure (or an abort) starts no more work, waits for
 * what is under way, so that nothing is touched after this returns, and is thrown. Code `invalid-input` for a limit that is
 * no whole number, or less than 1.
 */
async function forEachConcurrently(items, limit, work, signal) {
    requireConcurrency(limit);
    const iterator = items[Symbol.iterator]();
    let failure;
    const worker = async () => {
        while (failure === undefined) {
            const next = iterator.next();
            if (next.done === true)
                return;
            try {
                signal?.throwIfAborted();
                await work(next.value);
            }
            catch (error) {
                failure ??= { error };
            }
        }
    };
    await Promise.all(Array.from({ length: limit }, worker));
    if (failure !== undefined)
        throw failure.error;
}
/**
 * Waits for all, and only then throws the first failure, so that nothing is under way any more when this returns: what
 * one of them has put into staging is gone by then.
 */
async function allFinished(work) {
    await Promise.allSettled(work);
    // A cast, since the compiler does not see that awaiting a mapped tuple of promises gives the tuple.
    return (await Promise.all(work));
}
/** Lets at most `limit` pieces of work run at a time; the others wait for their turn, in order. */
class Turns {
    #free;
    #waiting = [];
    constructor(limit) {
        requireConcurrency(limit);
        this.#free = limit;
    }
    async run(work) {
        if (this.#free > 0)
            this.#free -= 1;
        else
            await new Promise((resolve) => this.#waiting.push(resolve));
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free += 1;
            else
                next();
        }
    }
}


/***/ }),

/***/ 1162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kr: () => (/* binding */ WORTH_A_THREAD_BYTES),
  m3: () => (/* binding */ copyFile),
  DC: () => (/* binding */ hashFile),
  Cm: () => (/* binding */ sameContent)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/fs/threads/file-steps.js


const STEP_BYTES = 1024 * 1024;
/**
 * Makes {@link FileSteps}, whose steps may not run at the same time: they share their memory. The positions of the files
 * are neither used nor changed.
 */
function fileSteps() {
    const [room, otherRoom] = [Buffer.allocUnsafeSlow(STEP_BYTES), Buffer.allocUnsafeSlow(STEP_BYTES)];
    /** Less than a step only at the end. */
    const read = (descriptor, position, into) => {
        let length = 0;
        while (length < STEP_BYTES) {
            const count = (0,external_node_fs_.readSync)(descriptor, into, length, STEP_BYTES - length, position + length);
            if (count === 0)
                break;
            length += count;
        }
        return into.subarray(0, length);
    };
    const digests = (wanted) => {
        const md5 = wanted.md5 ? (0,external_node_crypto_.createHash)('md5') : undefined;
        const sha256 = wanted.sha256 ? (0,external_node_crypto_.createHash)('sha256') : undefined;
        return {
            update: (chunk) => {
                md5?.update(chunk);
                sha256?.update(chunk);
            },
            content: (size) => ({
                size,
                md5sum: md5?.digest('hex') ?? '',
                ...(sha256 && { sha256: sha256.digest('hex') }),
            }),
        };
    };
    return {
        *hash(descriptor, wanted) {
            const digest = digests(wanted);
            for (let size = 0;;) {
                const chunk = read(descriptor, size, room);
                digest.update(chunk);
                size += chunk.length;
                if (chunk.length < STEP_BYTES)
                    return digest.content(size);
                yield;
            }
        },
        *copy(from, to, wanted) {
            const digest = digests(wanted);
            for (let size = 0;;) {
                const chunk = read(from, size, room);
                for (let done = 0; done < chunk.length;) {
                    done += (0,external_node_fs_.writeSync)(to, chunk, done, chunk.length - done, size + done);
                }
                digest.update(chunk);
                size += chunk.length;
                if (chunk.length < STEP_BYTES)
                    return digest.content(size);
                yield;
            }
        },
        *compare(a, b) {
            for (let size = 0;;) {
                const [chunk, other] = [read(a, size, room), read(b, size, otherRoom)];
                if (!chunk.equals(other))
                    return false;
                if (chunk.length < STEP_BYTES)
                    return true;
                size += chunk.length;
                yield;
            }
        },
    };
}

// EXTERNAL MODULE: ./build/fs/threads/worker-pool.js + 1 modules
var worker_pool = __webpack_require__(3323);
;// CONCATENATED MODULE: ./build/fs/threads/large-files.js



/** As much is done here before a thread is started, which takes about as long. */
const WORTH_A_THREAD_BYTES = 8 * 1024 * 1024;
const wantedOf = ({ wantsChecksum = true, wantsSha256 = false }) => ({
    md5: wantsChecksum,
    sha256: wantsSha256,
});
/** Size and checksums of an open file, from its start. */
function hashFile(file, options = {}) {
    const wanted = wantedOf(options);
    return work(file, options, {
        inThread: (thread) => thread.perform({ kind: 'hash', file: file.descriptor, wanted }),
        here: ({ hash }) => hash(file.descriptor, wanted),
    });
}
/**
 * Writes the content of an open file to another, which has to be empty. Size, and checksums of what was written: every byte
 * is read once.
 */
function copyFile(file, to, options = {}) {
    const wanted = wantedOf(options);
    return work(file, options, {
        inThread: (thread) => thread.perform({ kind: 'copy', from: file.descriptor, to, wanted }),
        here: ({ copy }) => copy(file.descriptor, to, wanted),
    });
}
/** Returns whether two open files are the same, byte by byte. */
function sameContent(file, other, options = {}) {
    return work(file, options, {
        inThread: (thread) => thread.perform({ kind: 'compare', a: file.descriptor, b: other }),
        here: ({ compare }) => compare(file.descriptor, other),
    });
}
/** Bytes that were worked on so far, or are being worked on. */
let begunBytes = 0;
/** Runs in a thread, if one is free, and once there is enough to do; else here, interleaved with everything else. */
async function work({ sizeBytes }, { signal }, how) {
    begunBytes += sizeBytes;
    const done = begunBytes < WORTH_A_THREAD_BYTES ? undefined : await (0,worker_pool/* withThread */.P1)(signal, how.inThread);
    if (done !== undefined)
        return done;
    steps ??= fileSteps();
    return byTurns(how.here(steps), signal);
}
let steps;
async function byTurns(steps, signal) {
    for (;;) {
        signal?.throwIfAborted();
        const step = steps.next();
        if (step.done)
            return step.value;
        await (0,promises_.setImmediate)();
    }
}


/***/ }),

/***/ 3323:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FG: () => (/* binding */ emptyInThread),
  Mz: () => (/* binding */ errorOf),
  F5: () => (/* binding */ giveBack),
  m_: () => (/* binding */ haveOneReady),
  nB: () => (/* binding */ takeReady),
  h9: () => (/* binding */ takeStarted),
  P1: () => (/* binding */ withThread)
});

// UNUSED EXPORTS: Thread, takeFree

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./build/fs/threads/worker-code.js
/** The program of a worker thread, worker.ts, bundled by scripts/build.mjs. Do not edit. */
const WORKER_CODE = "/******/ (() => { // webpackBootstrap\n/******/ \t\"use strict\";\nvar __webpack_exports__ = {};\n\n;// CONCATENATED MODULE: external \"node:crypto\"\nconst external_node_crypto_namespaceObject = require(\"node:crypto\");\n;// CONCATENATED MODULE: external \"node:fs\"\nconst external_node_fs_namespaceObject = require(\"node:fs\");\n;// CONCATENATED MODULE: external \"node:worker_threads\"\nconst external_node_worker_threads_namespaceObject = require(\"node:worker_threads\");\n;// CONCATENATED MODULE: ./build/fs/replace-file.js\n\n\n/**\n * Replaces a file as a whole: writes a new file `partial` on the same filesystem, and renames it when it is complete. Removes\n * it if that fails. `mode` is reduced by the umask. With `isNew` nothing is replaced; see {@link nameNew}.\n */\nasync function replaceFile(file, content, { partial, mode, isNew = false, }) {\n    try {\n        await fs.writeFile(partial, content, { flag: 'wx', mode });\n        if (isNew)\n            await nameNew(partial, file);\n        else\n            await fs.rename(partial, file);\n    }\n    catch (error) {\n        await fs.rm(partial, { force: true });\n        throw error;\n    }\n}\nconst ONLY_READ = external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK | external_node_fs_namespaceObject.constants.O_NOFOLLOW;\nconst PIECE_BYTES = (/* unused pure expression or super */ null && (1024 * 1024));\n/**\n * Gives a complete file its name, and never replaces anything, as rename(2) would. If something has taken the name meanwhile,\n * that is an error with the code EEXIST, unless it has the same content: somebody else makes the same files, or the client\n * has repeated its call to the file server. For a file that is small enough to be read as a whole.\n */\nfunction nameNewNow(partial, target) {\n    try {\n        (0,external_node_fs_namespaceObject.linkSync)(partial, target);\n    }\n    catch (error) {\n        const code = codeOf(error);\n        if (code === 'ENOENT')\n            throw error;\n        // Without hard links, nothing but a look, as late as possible, keeps this from replacing something.\n        if (code !== 'EEXIST' && (0,external_node_fs_namespaceObject.lstatSync)(target, { throwIfNoEntry: false }) === undefined) {\n            (0,external_node_fs_namespaceObject.renameSync)(partial, target);\n            return;\n        }\n        if (!isSameNow(partial, target))\n            throw taken(error, target);\n    }\n    (0,external_node_fs_namespaceObject.unlinkSync)(partial);\n}\n/** The same in the background, for a file of any size. */\nasync function nameNew(partial, target) {\n    try {\n        await fs.link(partial, target);\n    }\n    catch (error) {\n        const code = codeOf(error);\n        if (code === 'ENOENT')\n            throw error;\n        if (code !== 'EEXIST' && !(await isThere(target)))\n            return fs.rename(partial, target);\n        if (!(await isSame(partial, target)))\n            throw taken(error, target);\n    }\n    await fs.unlink(partial);\n}\nconst codeOf = (error) => error.code ?? '';\n/** Where there are no hard links, the error does not say that the name is taken. */\nconst taken = (error, target) => codeOf(error) === 'EEXIST'\n    ? error\n    : Object.assign(new Error(`EEXIST: file already exists, '${target}'`, { cause: error }), {\n        code: 'EEXIST',\n    });\nconst isThere = (place) => fs.lstat(place).then(() => true, (error) => {\n    if (codeOf(error) === 'ENOENT')\n        return false;\n    throw error;\n});\n/** A symlink, a socket or a closed file cannot be opened: then it is not the same. */\nconst notSame = (error) => {\n    if (codeOf(error) === '')\n        throw error;\n    return false;\n};\nfunction isSameNow(one, other) {\n    let descriptor;\n    try {\n        descriptor = (0,external_node_fs_namespaceObject.openSync)(other, ONLY_READ);\n    }\n    catch (error) {\n        return notSame(error);\n    }\n    try {\n        const [left, right] = [(0,external_node_fs_namespaceObject.lstatSync)(one), (0,external_node_fs_namespaceObject.fstatSync)(descriptor)];\n        if (!right.isFile() || left.size !== right.size)\n            return false;\n        return (0,external_node_fs_namespaceObject.readFileSync)(one).equals((0,external_node_fs_namespaceObject.readFileSync)(descriptor));\n    }\n    finally {\n        (0,external_node_fs_namespaceObject.closeSync)(descriptor);\n    }\n}\nconst isSame = (one, other) => withOpen(one, ONLY_READ, (a) => withOpen(other, ONLY_READ, (b) => haveSameContent(a, b)).catch(notSame));\nasync function haveSameContent(a, b) {\n    const [left, right] = [await a.stat(), await b.stat()];\n    if (!right.isFile() || left.size !== right.size)\n        return false;\n    if (left.ino === right.ino && left.dev === right.dev)\n        return true;\n    const [piece, others] = [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)];\n    for (let at = 0; at < left.size;) {\n        const { bytesRead } = await a.read(piece, 0, PIECE_BYTES, at);\n        const found = await b.read(others, 0, bytesRead, at);\n        if (bytesRead === 0 || found.bytesRead !== bytesRead)\n            return false;\n        if (!piece.subarray(0, bytesRead).equals(others.subarray(0, bytesRead)))\n            return false;\n        at += bytesRead;\n    }\n    return true;\n}\n\n;// CONCATENATED MODULE: ./build/fs/threads/file-steps.js\n\n\nconst STEP_BYTES = 1024 * 1024;\n/**\n * Makes {@link FileSteps}, whose steps may not run at the same time: they share their memory. The positions of the files\n * are neither used nor changed.\n */\nfunction fileSteps() {\n    const [room, otherRoom] = [Buffer.allocUnsafeSlow(STEP_BYTES), Buffer.allocUnsafeSlow(STEP_BYTES)];\n    /** Less than a step only at the end. */\n    const read = (descriptor, position, into) => {\n        let length = 0;\n        while (length < STEP_BYTES) {\n            const count = (0,external_node_fs_namespaceObject.readSync)(descriptor, into, length, STEP_BYTES - length, position + length);\n            if (count === 0)\n                break;\n            length += count;\n        }\n        return into.subarray(0, length);\n    };\n    const digests = (wanted) => {\n        const md5 = wanted.md5 ? (0,external_node_crypto_namespaceObject.createHash)('md5') : undefined;\n        const sha256 = wanted.sha256 ? (0,external_node_crypto_namespaceObject.createHash)('sha256') : undefined;\n        return {\n            update: (chunk) => {\n                md5?.update(chunk);\n                sha256?.update(chunk);\n            },\n            content: (size) => ({\n                size,\n                md5sum: md5?.digest('hex') ?? '',\n                ...(sha256 && { sha256: sha256.digest('hex') }),\n            }),\n        };\n    };\n    return {\n        *hash(descriptor, wanted) {\n            const digest = digests(wanted);\n            for (let size = 0;;) {\n                const chunk = read(descriptor, size, room);\n                digest.update(chunk);\n                size += chunk.length;\n                if (chunk.length < STEP_BYTES)\n                    return digest.content(size);\n                yield;\n            }\n        },\n        *copy(from, to, wanted) {\n            const digest = digests(wanted);\n            for (let size = 0;;) {\n                const chunk = read(from, size, room);\n                for (let done = 0; done < chunk.length;) {\n                    done += (0,external_node_fs_namespaceObject.writeSync)(to, chunk, done, chunk.length - done, size + done);\n                }\n                digest.update(chunk);\n                size += chunk.length;\n                if (chunk.length < STEP_BYTES)\n                    return digest.content(size);\n                yield;\n            }\n        },\n        *compare(a, b) {\n            for (let size = 0;;) {\n                const [chunk, other] = [read(a, size, room), read(b, size, otherRoom)];\n                if (!chunk.equals(other))\n                    return false;\n                if (chunk.length < STEP_BYTES)\n                    return true;\n                size += chunk.length;\n                yield;\n            }\n        },\n    };\n}\n\n;// CONCATENATED MODULE: ./build/fs/threads/worker.js\n\n\n\n\n\nconst { hash, copy, compare } = fileSteps();\nlet stream = (0,external_node_crypto_namespaceObject.createHash)('md5');\nconst toTheEnd = (steps) => {\n    let step = steps.next();\n    while (!step.done)\n        step = steps.next();\n    return step.value;\n};\n/** One call of the filesystem for each entry, where `rmSync` takes two. */\nconst emptyTree = (directory) => {\n    for (const entry of (0,external_node_fs_namespaceObject.readdirSync)(directory, { withFileTypes: true })) {\n        const item = `${directory}/${entry.name}`;\n        if (entry.isDirectory()) {\n            emptyTree(item);\n            (0,external_node_fs_namespaceObject.rmdirSync)(item);\n        }\n        else\n            (0,external_node_fs_namespaceObject.unlinkSync)(item);\n    }\n};\nconst place = (content, partial, target, { mode, isNew }) => {\n    try {\n        (0,external_node_fs_namespaceObject.writeFileSync)(partial, content, { flag: 'wx', mode });\n        if (isNew)\n            nameNewNow(partial, target);\n        else\n            (0,external_node_fs_namespaceObject.renameSync)(partial, target);\n    }\n    catch (error) {\n        (0,external_node_fs_namespaceObject.rmSync)(partial, { force: true });\n        throw error;\n    }\n};\nconst placeAll = (files) => {\n    const { bytes, sizes, texts } = files;\n    const begun = performance.now();\n    const wrong = [];\n    const failed = [];\n    const parts = texts.split('\\0');\n    let end = 0;\n    for (const [at, size] of sizes.entries()) {\n        const [partial = '', target = '', md5sum] = parts.slice(at * 3, at * 3 + 3);\n        const content = bytes.subarray(end, end + size);\n        end += size;\n        if ((0,external_node_crypto_namespaceObject.hash)('md5', content, 'hex') !== md5sum) {\n            wrong.push(at);\n            continue;\n        }\n        try {\n            place(content, partial, target, files);\n        }\n        catch (error) {\n            failed.push({ at, ...failureOf(error) });\n        }\n    }\n    return { memory: bytes.buffer, tookMs: performance.now() - begun, wrong, failed };\n};\n/** Numbers for each link. */\nconst LINK_COLUMNS = 3;\n/** The main thread waits for a batch before it stops. On a filesystem that has become slow, it makes the rest of the links. */\nconst LONGEST_BATCH_MS = 20;\nconst linkAll = ({ from, to, paths }) => {\n    const files = paths.split('\\0');\n    files.pop();\n    const columns = new Float64Array(files.length * LINK_COLUMNS).fill(Number.NaN);\n    const end = performance.now() + LONGEST_BATCH_MS;\n    for (const [at, file] of files.entries()) {\n        if (performance.now() > end)\n            break;\n        const link = `${to}/${file}`;\n        try {\n            (0,external_node_fs_namespaceObject.linkSync)(`${from}/${file}`, link);\n            const { ino, size, mtimeMs } = (0,external_node_fs_namespaceObject.statSync)(link);\n            columns.set([ino, size, mtimeMs], at * LINK_COLUMNS);\n        }\n        catch {\n            // The main thread repeats it, and handles the failure.\n        }\n    }\n    return columns;\n};\nconst failureOf = (error) => {\n    const { message, ...properties } = Object.assign({ message: String(error) }, error);\n    return { message: error instanceof Error ? error.message : message, properties };\n};\nconst perform = (task) => {\n    switch (task.kind) {\n        case 'hash':\n            return toTheEnd(hash(task.file, task.wanted));\n        case 'copy':\n            return toTheEnd(copy(task.from, task.to, task.wanted));\n        case 'compare':\n            return toTheEnd(compare(task.a, task.b));\n        case 'empty':\n            emptyTree(task.directory);\n            return true;\n        case 'piece':\n            stream.update(task.bytes);\n            return task.bytes.buffer;\n        case 'digest': {\n            const sum = stream.digest('hex');\n            stream = (0,external_node_crypto_namespaceObject.createHash)('md5');\n            return sum;\n        }\n        case 'place':\n            return placeAll(task);\n        case 'link':\n            return linkAll(task);\n    }\n};\n/** Memory that goes back to the main thread without being copied. */\nconst memoryOf = (answer) => {\n    if (answer instanceof ArrayBuffer)\n        return [answer];\n    if (answer instanceof Float64Array)\n        return [answer.buffer];\n    return typeof answer === 'object' && 'memory' in answer ? [answer.memory] : [];\n};\nif (external_node_worker_threads_namespaceObject.parentPort === null)\n    throw new Error('This file is the program of a worker thread');\nconst port = external_node_worker_threads_namespaceObject.parentPort;\nport.on('message', (task) => {\n    try {\n        const answer = perform(task);\n        port.postMessage({ answer }, memoryOf(answer));\n    }\n    catch (error) {\n        port.postMessage({ failure: failureOf(error) });\n    }\n});\nport.postMessage({ ready: true });\n\nmodule.exports = __webpack_exports__;\n/******/ })()\n;";

;// CONCATENATED MODULE: ./build/fs/threads/worker-pool.js



/** MD5 is bound by the processor; but one file that never ends must not keep all others out. */
const LEAST_WORKERS = 2;
const MOST_WORKERS = 4;
/** A thread that does one task after another. Alive only as long as the process has other things to do. */
class Thread {
    #thread;
    #waiting = [];
    /** Why it does nothing any more. */
    failure;
    /** Whether it has started, and does what it is asked to at once. */
    hasStarted = false;
    /** Resolves when it has started; false if it cannot, as where a program forbids worker threads. */
    started;
    #setStarted = () => undefined;
    constructor() {
        this.started = new Promise((resolve) => {
            this.#setStarted = resolve;
        });
        this.#thread = new external_node_worker_threads_.Worker(WORKER_CODE, { eval: true, execArgv: [] });
        this.#thread.on('message', (reply) => {
            if ('ready' in reply) {
                // Only now: a process that waits for its start has nothing else to do.
                if (this.#waiting.length === 0)
                    this.#thread.unref();
                this.hasStarted = true;
                this.#setStarted(true);
                return;
            }
            const asked = this.#waiting.shift();
            if (this.#waiting.length === 0)
                this.#thread.unref();
            if ('answer' in reply)
                asked?.resolve(reply.answer);
            else
                asked?.reject(errorOf(reply.failure));
        });
        this.#thread.on('error', (error) => this.#end(error));
        this.#thread.on('exit', () => this.#end(new Error('a thread that works on files has ended')));
    }
    /** Does one thing after another, in the order of the calls. */
    perform(task, transfer = []) {
        return new Promise((resolve, reject) => {
            if (this.failure !== undefined) {
                reject(this.failure);
                return;
            }
            this.#waiting.push({ resolve: (answer) => resolve(answer), reject });
            this.#thread.ref();
            this.#thread.postMessage(task, transfer);
        });
    }
    /** Stops in the middle of whatever it does, which then fails with `reason`. Resolves when nothing is touched any more. */
    async terminate(reason) {
        this.failure ??= reason;
        await this.#thread.terminate();
    }
    #end(error) {
        this.failure ??= error;
        this.#setStarted(false);
        for (const { reject } of this.#waiting.splice(0))
            reject(this.failure);
    }
}
/** A failure in a thread as an error here, with its code. */
const errorOf = ({ message, properties }) => Object.assign(new Error(message), properties);
const free = [];
let busy = 0;
/** By the monotonic clock: after a worker that could not start, none is started for a while. */
let nextStartAt = 0;
const NEXT_START_AFTER_MS = 60_000;
/**
 * One that has nothing to do, to be given back; undefined if there is none. It is not waited for: who has one may keep it
 * for hours, for a file that is large or for a stream that stalls, while what others want takes a moment.
 */
function takeFree() {
    if (areAllBusy())
        return undefined;
    let worker = free.pop();
    while (worker !== undefined && worker.failure !== undefined)
        worker = free.pop();
    worker ??= startThread();
    if (worker !== undefined)
        busy++;
    return worker;
}
const areAllBusy = () => busy >= Math.min(MOST_WORKERS, Math.max(LEAST_WORKERS, (0,external_node_os_.availableParallelism)()));
/** As {@link takeFree}, but only one that has started already, such as by {@link haveOneReady}. */
function takeReady() {
    const at = areAllBusy()
        ? -1
        : free.findIndex((worker) => worker.hasStarted && worker.failure === undefined);
    if (at === -1)
        return undefined;
    busy++;
    return free.splice(at, 1)[0];
}
/** As {@link takeFree}, once it has started; undefined if it cannot, or has ended. */
async function takeStarted() {
    const worker = takeFree();
    if (worker === undefined)
        return undefined;
    const hasStarted = await worker.started;
    if (!hasStarted)
        nextStartAt = performance.now() + NEXT_START_AFTER_MS;
    if (hasStarted && worker.failure === undefined)
        return worker;
    giveBack(worker);
    return undefined;
}
/** Undefined where no thread can be had, as at a limit of processes: then the work is done without. */
function startThread() {
    if (performance.now() < nextStartAt)
        return undefined;
    try {
        return new Thread();
    }
    catch {
        return undefined;
    }
}
/** Starts one while there is nothing else to do, if none is waiting already. */
function haveOneReady() {
    if (busy > 0 || free.length > 0)
        return;
    const thread = startThread();
    if (thread !== undefined)
        free.push(thread);
}
/** Lets others have it. */
function giveBack(worker) {
    busy--;
    if (worker.failure === undefined)
        free.push(worker);
}
/**
 * Returns the result of `work`; undefined if there is no worker for it. An abort ends it in the middle, with the
 * reason.
 */
async function withThread(signal, work) {
    signal?.throwIfAborted();
    const worker = await takeStarted();
    if (worker === undefined)
        return undefined;
    let stopped;
    const stop = () => {
        stopped ??= worker.terminate(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
        signal?.throwIfAborted();
        return await work(worker);
    }
    finally {
        signal?.removeEventListener('abort', stop);
        await stopped;
        giveBack(worker);
    }
}
/**
 * Removes everything in a directory, links as links, in a thread of its own. Throws the first failure. False, and nothing is
 * done, where no thread can be had.
 */
async function emptyInThread(directory) {
    return ((await withThread(undefined, (thread) => thread.perform({ kind: 'empty', directory }))) !== undefined);
}


/***/ }),

/***/ 7608:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ uploadRight),
/* harmony export */   qo: () => (/* binding */ mayMaintainProject),
/* harmony export */   vr: () => (/* binding */ mayMaintainAsset)
/* harmony export */ });
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1838);

/**
 * Returns whether `user` may upload, and whether that upload is trusted. Protocol \u00a710: global write only concerns
 * assets that do not exist yet; otherwise owners pass, and then the first uploader entry that matches decides.
 */
function uploadRight({ user, asset, version, project, existingAsset, now, }) {
    if (existingAsset === undefined && project.globalWrite === true) {
        return { allowed: true, trusted: true, becomesAssetOwner: true };
    }
    if (project.owners.includes(user) || existingAsset?.owners.includes(user)) {
        return { allowed: true, trusted: true, becomesAssetOwner: false };
    }
    const ofAsset = (existingAsset?.uploaders ?? []).map((entry) => ({ ...entry, asset }));
    for (const entry of [...project.uploaders, ...ofAsset]) {
        if (entry.id !== user)
            continue;
        if (entry.asset !== undefined && entry.asset !== asset)
            continue;
        if (entry.version !== undefined && entry.version !== version)
            continue;
        if (entry.until !== undefined) {
            const until = (0,_times_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTimestamp */ .EH)(entry.until);
            if (until === undefined || until < now)
                continue;
        }
        return { allowed: true, trusted: entry.trusted === true, becomesAssetOwner: false };
    }
    return { allowed: false };
}
/**
 * Returns whether `user` may change the project's permissions and decide on probation. Protocol \u00a710, administrators
 * aside.
 */
function mayMaintainProject(user, project) {
    return project.owners.includes(user);
}
/** Returns whether `user` may change the permissions of an asset; undefined if it does not exist yet. Protocol \u00a710. */
function mayMaintainAsset(user, project, existingAsset) {
    return mayMaintainProject(user, project) || existingAsset?.owners.includes(user) === true;
}


/***/ }),

/***/ 7270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ encodeManifest),
/* harmony export */   Gu: () => (/* binding */ encodeLinks),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Nz: () => (/* binding */ manifestPieces),
/* harmony export */   U9: () => (/* binding */ encodeLatest),
/* harmony export */   W6: () => (/* binding */ parseSummary),
/* harmony export */   Zb: () => (/* binding */ parseUsage),
/* harmony export */   cv: () => (/* binding */ parsePermissions),
/* harmony export */   dn: () => (/* binding */ encodableUploaders),
/* harmony export */   lF: () => (/* binding */ parseLatest),
/* harmony export */   pS: () => (/* binding */ parseChanges),
/* harmony export */   wY: () => (/* binding */ encodeUsage),
/* harmony export */   zp: () => (/* binding */ encodeSummary)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7360);
/* harmony import */ var _manifest_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6630);
/* harmony import */ var _manifest_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3499);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3824);




/* Reading: every refusal names the record and the member, with code `corrupt-record`. */
/** Reads a `..manifest`. `where` names it in errors (code `corrupt-record`), for instance its path. */
function parseManifest(content, where) {
    const reader = new _manifest_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ManifestReader */ .p(where);
    reader.write(Buffer.from(content));
    return reader.end();
}
/** Reads a `..summary`. Protocol \u00a73.7. */
function parseSummary(content, where) {
    return (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)(content, where, (value) => {
        const json = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)(value);
        return {
            uploadUserId: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'upload_user_id', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
            uploadStart: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'upload_start', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
            uploadFinish: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'upload_finish', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
            onProbation: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'on_probation', (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)) ?? false,
        };
    });
}
/** Reads a `..latest`: the name of the version. Protocol \u00a73.6. */
function parseLatest(content, where) {
    return (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)(content, where, (value) => (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)(value), 'version', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU));
}
/** Reads a `..usage`: bytes. Protocol \u00a73.4. */
function parseUsage(content, where) {
    return (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)(content, where, (value) => (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)(value), 'total', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9));
}
function uploader(value) {
    const json = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)(value);
    const asset = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'asset', (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq));
    const version = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'version', (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq));
    const until = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'until', (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq));
    const trusted = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'trusted', (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt));
    return {
        id: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'id', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
        ...(asset !== undefined && { asset }),
        ...(version !== undefined && { version }),
        ...(until !== undefined && { until }),
        ...(trusted !== undefined && { trusted }),
    };
}
/** Reads a `..permissions`. A missing or null list counts as empty. Protocol \u00a73.2, \u00a73.3. */
function parsePermissions(content, where) {
    return (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)(content, where, (value) => {
        const json = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)(value);
        const globalWrite = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'global_write', (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt));
        return {
            owners: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'owners', (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)),
            uploaders: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'uploaders', (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(uploader)),
            ...(globalWrite !== undefined && { globalWrite }),
        };
    });
}
/* Writing: the text of each file, byte for byte as the service writes it. Protocol \u00a73. */
function linkTargetFields({ project, asset, version, path }) {
    return { project, asset, version, path };
}
function linkFields({ ancestor, ...target }) {
    return { ...linkTargetFields(target), ancestor: ancestor && linkTargetFields(ancestor) };
}
/** Characters of a piece of text. */
const PIECE_LENGTH = 64 * 1024;
/** The text of a `..manifest`, piece by piece: that of a million links to links is as long as a string may be. */
function* manifestPieces(manifest) {
    let piece = '{';
    let separator = '\n';
    for (const [key, { size, md5sum, link: target }] of (0,_manifest_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedEntries */ .C)(manifest)) {
        const entry = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)({ size, md5sum, link: target && linkFields(target) }, { indent: true });
        // No string in it has a line break.
        piece += `${separator}${MARGIN}${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)(key)}: ${entry.replaceAll('\n', `\n${MARGIN}`)}`;
        separator = ',\n';
        if (piece.length < PIECE_LENGTH)
            continue;
        yield piece;
        piece = '';
    }
    yield `${piece}${manifest.size === 0 ? '' : '\n'}}`;
}
const MARGIN = '    ';
/** The text of a `..manifest`; with `indent: false` the compact form, for outputs. */
function encodeManifest(manifest, { indent = true } = {}) {
    if (indent)
        return [...manifestPieces(manifest)].join('');
    const entries = [...manifest].map(([key, { size, md5sum, link: target }]) => [
        key,
        { size, md5sum, link: target && linkFields(target) },
    ]);
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)(new Map(entries));
}
/** The text of a `..links`. */
function encodeLinks(links) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)(new Map([...links].map(([key, target]) => [key, linkFields(target)])), { indent: true });
}
/** The text of a `..summary`. */
function encodeSummary(summary) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)({
        upload_user_id: summary.uploadUserId,
        upload_start: summary.uploadStart,
        upload_finish: summary.uploadFinish,
        on_probation: summary.onProbation ? true : undefined,
    }, { indent: true });
}
/** The text of a `..latest`. */
function encodeLatest(version) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)({ version }, { indent: true });
}
/** The text of a `..usage` after its first change. */
function encodeUsage(totalBytes) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)({ total: totalBytes }, { indent: true });
}
/** Uploader entries with the wire's field order. */
function encodableUploaders(uploaders) {
    return uploaders.map(({ id, asset, version, until, trusted }) => ({ id, asset, version, until, trusted }));
}
/** Reads the changes in a reply to `reroute_links`. */
function parseChanges(value, where) {
    const change = (element) => {
        const json = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)(element);
        return {
            path: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'path', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
            copy: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'copy', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt),
            source: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'source', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
            usage: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'usage', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9),
        };
    };
    return (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .whole */ .WQ)(value, where, (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(change));
}


/***/ }),

/***/ 1838:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ parseTimestamp),
/* harmony export */   Ey: () => (/* binding */ formatTimestamp),
/* harmony export */   nV: () => (/* binding */ parseInstant)
/* harmony export */ });
/**
 * The service's timestamps: RFC 3339, whole seconds, in the local zone of the process; UTC is written `Z`.
 * Protocol \u00a73.7.
 */
function formatTimestamp(date) {
    const two = (value) => String(value).padStart(2, '0');
    const offset = -date.getTimezoneOffset();
    const zone = offset === 0
        ? 'Z'
        : `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}${zone}`;
}
const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
/**
 * The instant a timestamp means, in milliseconds since the epoch, or undefined if it is none. As lenient as the
 * service and no more (protocol \u00a77): one-digit hours, `,` before fractions and offsets up to `+24:00` pass; hour 24,
 * second 60, impossible dates and lower-case letters do not.
 */
function parseTimestamp(text) {
    const match = RFC3339.exec(text);
    if (match === null)
        return undefined;
    const field = (index) => Number(match[index] ?? 0);
    const [year, month, day, hour, minute, second] = [
        field(1),
        field(2),
        field(3),
        field(4),
        field(5),
        field(6),
    ];
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
        return undefined;
    if (hour > 23 || minute > 59 || second > 59 || field(9) > 24 || field(10) > 60)
        return undefined;
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute, second, Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000));
    const offsetMinutes = (match[8] === '-' ? -1 : 1) * (field(9) * 60 + field(10));
    return date.getTime() - offsetMinutes * 60_000;
}
/** The same instant in nanoseconds, of which timestamps can have as many as their fraction has digits for. */
function parseInstant(text) {
    const milliseconds = parseTimestamp(text);
    if (milliseconds === undefined)
        return undefined;
    const fraction = RFC3339.exec(text)?.[7] ?? '';
    const seconds = BigInt(Math.floor(milliseconds / 1000));
    return seconds * 1000000000n + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
}
function daysIn(year, month) {
    const date = new Date(0);
    date.setUTCFullYear(year, month, 0);
    return date.getUTCDate();
}


/***/ })

};
})(),
(() => {
"use strict";
return {

/***/ 7674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U4: () => (/* binding */ parsedJson),
/* harmony export */   d8: () => (/* binding */ httpDownload),
/* harmony export */   h: () => (/* binding */ SILENCE_MS),
/* harmony export */   hg: () => (/* binding */ CONNECT),
/* harmony export */   lx: () => (/* binding */ httpGet),
/* harmony export */   v7: () => (/* binding */ pause),
/* harmony export */   zA: () => (/* binding */ httpPost)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5023);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2474);
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7261);






/** How long to wait for a connection, and for an answer that has begun, or to a GET. */
const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_MS = 60_000;
/** TCP probes keep firewalls from forgetting a connection that is silent for hours. */
const KEEP_ALIVE_PROBE_MS = 30_000;
/** How to connect, for every connection. */
const CONNECT = {
    timeout: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_PROBE_MS,
};
const GET_ATTEMPTS = 3;
const FIRST_RETRY_MS = 200;
/** A listing of a million files stays below this. */
const LARGEST_ANSWER_BYTES = 128 * 1024 * 1024;
/**
 * The maximum number of lists and objects in an answer. Each takes many times as much memory as its text, and
 * legitimate answers have few: a manifest of a million files, all of them links, has three million.
 */
const MOST_STRUCTURES = 12_000_000;
/** The value of JSON text; undefined for anything else, which callers report. */
function parsedJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
let connections;
/**
 * The connections. Loaded when there is something to ask, since undici is the heaviest thing here. An answer to a POST
 * may take any time: it comes when the work is done (protocol \u00a720 T2). Each POST gets a connection of its own: on one
 * that is kept alive, and that the service has just closed, its fate would be unknown.
 */
function connectionsOf() {
    (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .onDescriptorShortage */ .m)(closeConnections);
    connections ??= __webpack_require__.e(/* import() | http */ 295).then(__webpack_require__.bind(__webpack_require__, 7723)).then((undici) => ({
        GET: new undici.Agent({ connect: CONNECT }),
        POST: new undici.Agent({ connect: CONNECT, pipelining: 0 }),
    }));
    connections.catch(() => {
        connections = undefined; // too many files were open: the next request may have more luck
    });
    return connections;
}
/** Closes all connections, in use or not, and with them the files that they are for the system. */
async function closeConnections() {
    // This runs while a failure is reported: if undici could not be loaded, there is nothing to close.
    const { GET, POST } = (await connections?.catch(() => undefined)) ?? {};
    connections = undefined;
    await Promise.all([GET?.destroy(), POST?.destroy()]);
}
/**
 * GETs `url`, following nothing. Lost connections and the answers of an overloaded proxy (502, 503, 504) are tried
 * again a few times. Errors: `service-unreachable` if nobody answered, `service-misconfigured` for an answer that is
 * too long, the signal's reason if it was aborted.
 */
async function httpGet(url, options = {}) {
    return persistently(url, options.signal, () => exchange(url, 'GET', options));
}
/** GETs `url` like {@link httpGet}, but hands out the body of a 200 in pieces instead of keeping it. Returns the status. */
async function httpDownload(url, options) {
    const { signal, onStart, onChunk } = options;
    const answer = await persistently(url, signal, async () => {
        const { statusCode: status, body } = await open(url, 'GET', signal);
        if (status !== 200) {
            await body.dump();
            return { status };
        }
        await onStart();
        for await (const chunk of body)
            await onChunk(chunk);
        return { status };
    });
    return answer.status;
}
/** Repeats a GET that met a lost connection or an overloaded proxy. Errors of our own are not repeated. */
async function persistently(url, signal, attempt) {
    for (let count = 1;; count++) {
        const last = count === GET_ATTEMPTS;
        try {
            const answer = await attempt();
            if (last || ![502, 503, 504].includes(answer.status))
                return answer;
        }
        catch (error) {
            signal?.throwIfAborted();
            // Only the network's failures may pass.
            if (error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE || (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(error) === undefined)
                throw error;
            if (last || isLasting(error))
                throw unreachable(url, error);
        }
        await pause(FIRST_RETRY_MS * 3 ** (count - 1), signal);
    }
}
/**
 * POSTs to `url` without a body (a body would keep the service from noticing that we have gone, protocol \u00a720 T3), once:
 * nothing is sent again, whatever happens. Waits for the answer as long as it takes. Errors: `service-unreachable` if
 * no connection was made, `connection-lost` if it ended before the answer, the signal's reason if it was aborted, upon
 * which the connection is closed at once.
 */
async function httpPost(url, options = {}) {
    try {
        return await exchange(url, 'POST', options);
    }
    catch (error) {
        options.signal?.throwIfAborted();
        if (error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE)
            throw error;
        if (neverConnected(error))
            throw unreachable(url, error);
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('answer-lost', { url, error: describe(error) }, { cause: error });
    }
}
async function exchange(url, method, { signal, limitBytes = LARGEST_ANSWER_BYTES }) {
    const response = await open(url, method, signal);
    const text = await readText(response.body, limitBytes, url);
    const { date } = response.headers;
    return { status: response.statusCode, date: typeof date === 'string' ? date : undefined, text };
}
async function open(url, method, signal) {
    const begun = performance.now();
    try {
        const response = await request(url, method, signal);
        (0,_trace_js__WEBPACK_IMPORTED_MODULE_6__/* .traceRequest */ .nA)({ method, url, status: response.statusCode, durationMs: performance.now() - begun });
        return response;
    }
    catch (error) {
        (0,_trace_js__WEBPACK_IMPORTED_MODULE_6__/* .traceRequest */ .nA)({ method, url, error: describe(error), durationMs: performance.now() - begun });
        throw error;
    }
}
async function request(url, method, signal) {
    const { [method]: dispatcher } = await connectionsOf();
    const { origin, pathname, search } = new URL(url);
    const isPost = method === 'POST';
    // Each request listens to it while it lasts, and there may be many at a time.
    if (signal !== undefined)
        (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, signal);
    return dispatcher.request({
        origin,
        path: pathname + search,
        method,
        ...(signal && { signal }),
        headers: isPost ? { 'content-length': '0' } : {},
        headersTimeout: isPost ? 0 : SILENCE_MS,
        bodyTimeout: SILENCE_MS,
    });
}
async function readText(body, limitBytes, url) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    let text = '';
    let length = 0;
    let structures = 0;
    for await (const chunk of body) {
        const bytes = chunk;
        length += bytes.length;
        structures += countOf(bytes, OPENING_BRACE) + countOf(bytes, OPENING_BRACKET);
        if (length > limitBytes || structures > MOST_STRUCTURES) {
            body.destroy();
            const found = length > limitBytes
                ? { limit: limitBytes, unit: 'bytes' }
                : { limit: MOST_STRUCTURES, unit: 'structures' };
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('answer-too-large', { url, ...found });
        }
        text += decoder.write(bytes);
    }
    return text + decoder.end();
}
const OPENING_BRACE = 0x7b;
const OPENING_BRACKET = 0x5b;
function countOf(bytes, byte) {
    let count = 0;
    for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1))
        count++;
    return count;
}
/** Waits, with up to a quarter of jitter so that many clients do not return at once; ends early when aborted. */
async function pause(durationMs, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(durationMs * (1 + Math.random() / 4), undefined, { ...(signal && { signal }) });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}
/** Error codes for a certificate that is not trusted. */
const UNTRUSTED = new Set([
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
/** Why no connection can be made, if that will not pass by itself; undefined for all other failures. */
function lastingCause(error) {
    const code = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(error) ?? '';
    if (UNTRUSTED.has(code))
        return 'untrusted-certificate';
    if (code.startsWith('CERT_') || code.startsWith('ERR_TLS_CERT_'))
        return 'invalid-certificate';
    if (code.startsWith('ERR_SSL_') || code === 'EPROTO')
        return 'no-tls';
    return code.startsWith('HPE_') ? 'no-http' : undefined;
}
const isLasting = (error) => lastingCause(error) !== undefined;
/**
 * Whether a request was certainly not sent. The same codes may come from a connection that was made before, such as
 * EHOSTUNREACH when the network fails meanwhile; so it is the system call that counts.
 */
function neverConnected(error) {
    if (error instanceof AggregateError)
        return error.errors.every(neverConnected);
    const { syscall } = error;
    if (syscall === 'connect' || syscall === 'getaddrinfo')
        return true;
    const cause = lastingCause(error);
    if (cause === 'untrusted-certificate' || cause === 'invalid-certificate')
        return true;
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(error) === 'UND_ERR_CONNECT_TIMEOUT';
}
function unreachable(url, error) {
    const cause = lastingCause(error);
    const facts = cause === undefined ? { url, error: describe(error) } : { url, cause, error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(error) ?? '' };
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('unreachable', facts, { cause: error });
}
/** Connecting to several addresses at once fails with an error without a message of its own. */
function describe(error) {
    if (error instanceof AggregateError && error.errors.length > 0)
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error.errors[0]);
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error) || (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(error) || 'unknown network error';
}


/***/ }),

/***/ 8733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ isMissingListing),
/* harmony export */   Vs: () => (/* binding */ isReason),
/* harmony export */   nc: () => (/* binding */ unauthorized)
/* harmony export */ });
/*
 * The reasons of the service, which are all it says about a refusal: the only place where they are matched. They quote
 * names and paths, which may hold any words: only the beginning and the end of a reason are the service's own. Names are in
 * quotation marks, and paths at the end are followed by the error of the system. Protocol \u00a718.
 */
/** The failures that a reason tells apart, besides what the status does. */
const REASONS = {
    unseen: /^failed to access path\b/,
    expired: /is expired$/,
    'in-work': /is already being processed$/,
    exists: /already exists( in "|$)/,
    locked: /timed out waiting for the lock( to be acquired on "|$)/,
    'not-on-probation': /is not on probation$/,
    'no-permission': /: permission denied$/,
};
/** Returns whether a reason is of a kind. */
const isReason = (kind, reason) => REASONS[kind].test(reason);
/** User names of the system have no quotation marks. */
const UNAUTHORIZED = /^(?:failed to find owner of "[^"]*"; )?user "([^"]*)" is not authorized to (spoof "|\w+)/;
/** Parses the reason of a refusal for lack of rights. */
function unauthorized(reason) {
    const [, user, deed] = UNAUTHORIZED.exec(reason) ?? [];
    return { user, isAboutSpoofing: deed === 'spoof "' };
}
/** As the original says it, and as Node does. */
const MISSING_LISTING = /^failed to obtain a directory listing; (?:ENOENT: |.*: no such file or directory$)/s;
/**
 * Returns whether a directory could not be listed since it does not exist, which the status may not tell. Protocol
 * \u00a75.3.
 */
const isMissingListing = (reason) => MISSING_LISTING.test(reason);


/***/ }),

/***/ 8214:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G8: () => (/* binding */ listRemotely),
/* harmony export */   Je: () => (/* binding */ awaitVisible),
/* harmony export */   Lg: () => (/* binding */ refreshRegistry),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   YB: () => (/* binding */ listIfThere),
/* harmony export */   aE: () => (/* binding */ readRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5023);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6464);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(835);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2778);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3499);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2215);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7674);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8733);






/** The largest manifest that is read while its text arrives: that of a million files, all of them links to links, is half of it. */
const LARGEST_MANIFEST_BYTES = 1024 * 1024 * 1024;
/** The largest manifest whose text is kept; all other records are small. */
const LARGEST_MANIFEST_TEXT_BYTES = 256 * 1024 * 1024;
const LARGEST_RECORD_BYTES = 16 * 1024 * 1024;
/** Of a manifest on disk, at a time. */
const PIECE_BYTES = 256 * 1024;
/** Never waits for a FIFO. */
const ONLY_READ = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK;
/**
 * Makes this machine see what the registry holds now in the directory of that path, and on the way there: false if it does
 * not exist. Costs nothing where the registry is never stale.
 */
async function refreshRegistry({ registry, registryFilesystem }, registryPath) {
    if (registryFilesystem?.mayBeStale !== true)
        return true;
    return (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refreshPath */ .hZ)(registry, node_path__WEBPACK_IMPORTED_MODULE_1___default().join(registry, registryPath));
}
/**
 * The text of a record, or undefined if there is none. Read from disk where the registry is visible, and from the service
 * where it is not, with `forceRemote`, or if the disk does not show the record: whether it exists is for the service to
 * tell. `where` names the place in errors. Codes `corrupt-record`, `service-failed`, and those of `httpGet`.
 */
async function readRecord(connection, registryPath, { forceRemote = false, signal } = {}) {
    signal?.throwIfAborted();
    const isManifest = registryPath.endsWith(`/${_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST */ .e0}`);
    const limitBytes = isManifest ? LARGEST_MANIFEST_TEXT_BYTES : LARGEST_RECORD_BYTES;
    if (connection.registryVisible && !forceRemote) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.registry, registryPath);
        try {
            return { text: await readSmall(file, limitBytes, signal), where: file };
        }
        catch (error) {
            signal?.throwIfAborted();
            // Missing, closed, or on a mount that is stale or broken: the service knows.
            if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .U)(error) === undefined)
                throw error;
        }
    }
    const where = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchUrl */ .QJ)(connection, registryPath);
    const answer = await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_6__/* .httpGet */ .lx)(where, { signal, limitBytes });
    if (answer.status === 200)
        return { text: answer.text, where };
    if (answer.status === 404)
        return undefined;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('fetch-failed', { url: where, status: answer.status }, { httpStatus: answer.status });
}
/** Reads a record on disk. Rejects anything but a regular file: reading it might block, or never end. */
async function readSmall(file, limitBytes, signal) {
    return (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_8__/* .withOpen */ .X)(file, ONLY_READ, async (handle) => {
        requireSuitable(file, await handle.stat(), limitBytes);
        return handle.readFile({ encoding: 'utf8', ...(signal && { signal }) });
    });
}
function requireSuitable(file, stats, limitBytes) {
    if (stats.isFile() && stats.size <= limitBytes)
        return;
    const bytes = stats.isFile() ? { bytes: stats.size } : {};
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('record-unsuitable', { file, limitBytes, ...bytes });
}
/** As {@link readRecord} for the manifest of a version, which is read while its text arrives. */
async function readManifest(connection, ref, { forceRemote = false, signal } = {}) {
    signal?.throwIfAborted();
    const registryPath = `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)(ref)}/${_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST */ .e0}`;
    if (connection.registryVisible && !forceRemote) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.registry, registryPath);
        try {
            return { manifest: await manifestOnDisk(file, signal), where: file };
        }
        catch (error) {
            signal?.throwIfAborted();
            // Missing, closed, or on a mount that is stale or broken: the service knows.
            if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .U)(error) === undefined)
                throw error;
        }
    }
    const where = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchUrl */ .QJ)(connection, registryPath);
    let reader = new _protocol_index_js__WEBPACK_IMPORTED_MODULE_9__/* .ManifestReader */ .p(where);
    let bytes = 0;
    const status = await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_6__/* .httpDownload */ .d8)(where, {
        signal,
        onStart: async () => {
            reader = new _protocol_index_js__WEBPACK_IMPORTED_MODULE_9__/* .ManifestReader */ .p(where);
            bytes = 0;
        },
        onChunk: (chunk) => {
            bytes += chunk.length;
            if (bytes > LARGEST_MANIFEST_BYTES)
                throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('answer-too-large', { url: where, limit: LARGEST_MANIFEST_BYTES, unit: 'bytes' });
            reader.write(chunk);
        },
    });
    if (status === 200)
        return { manifest: reader.end(), where };
    if (status === 404)
        return undefined;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('fetch-failed', { url: where, status }, { httpStatus: status });
}
async function manifestOnDisk(file, signal) {
    return (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_8__/* .withOpen */ .X)(file, ONLY_READ, async (handle) => {
        requireSuitable(file, await handle.stat(), LARGEST_MANIFEST_BYTES);
        const reader = new _protocol_index_js__WEBPACK_IMPORTED_MODULE_9__/* .ManifestReader */ .p(file);
        for (let left = LARGEST_MANIFEST_BYTES; left > 0;) {
            signal?.throwIfAborted();
            const { bytesRead, buffer } = await handle.read({ buffer: Buffer.allocUnsafeSlow(PIECE_BYTES) });
            if (bytesRead === 0)
                break;
            reader.write(buffer.subarray(0, bytesRead));
            left -= bytesRead;
        }
        return reader.end();
    });
}
/**
 * As {@link listRemotely}, for a directory that is often missing: first asks whether it is there in a way that is no error
 * for the service, which answers 500 to the listing of a missing one, and logs that. Protocol \u00a75.2.
 */
async function listIfThere(connection, registryPath, signal) {
    // Without its slash, a directory is a redirection, whatever it holds.
    const { status } = await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_6__/* .httpGet */ .lx)((0,_connection_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchUrl */ .QJ)(connection, registryPath), { signal });
    return status === 404 ? undefined : listRemotely(connection, registryPath, { signal });
}
/**
 * Names of what lies directly in a registry directory, directories with a trailing `/`, or (with `recursive`) paths of
 * all files below it and of its empty directories; undefined if it does not exist. Asks the service. Protocol \u00a75.3: the
 * path is decoded twice there, and a missing one may be a 500.
 */
async function listRemotely({ url }, registryPath, { recursive = false, signal } = {}) {
    const encoded = encodeURIComponent(encodeURIComponent(registryPath));
    const where = `${url}/list?path=${encoded}${recursive ? '&recursive=true' : ''}`;
    const answer = await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_6__/* .httpGet */ .lx)(where, { signal });
    const value = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_6__/* .parsedJson */ .U4)(answer.text);
    if (answer.status === 200 && isListing(value))
        return value;
    const reason = typeof value === 'object' && value !== null && 'reason' in value ? String(value.reason) : '';
    if (answer.status === 404 || (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_10__/* .isMissingListing */ .By)(reason))
        return undefined;
    const { status: httpStatus } = answer;
    const details = { httpStatus, ...(reason !== '' && { reason }) };
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('list-failed', { url: where, status: httpStatus, reason }, details);
}
function isListing(value) {
    return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
/** How long a shared filesystem may take to show a version that the service has published. */
const VISIBLE_PATIENCE_MS = 10_000;
const VISIBLE_PAUSE_MS = 200;
/**
 * Waits until this machine shows a published version to this process, and to later ones of the same user, for up to ten
 * seconds. Opens its summary; where the client may have cached an old state, queries the file server anew. Returns whether
 * the version is visible.
 */
async function awaitVisible(connection, ref, signal) {
    if (!connection.registryVisible)
        return false;
    const giveUpAt = performance.now() + VISIBLE_PATIENCE_MS;
    const summary = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.registry, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)(ref), _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .SUMMARY */ .$M);
    for (;;) {
        try {
            await refreshRegistry(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)(ref));
            await (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.open(summary, ONLY_READ)).close();
            return true;
        }
        catch (error) {
            if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .U)(error) === undefined)
                throw error;
            // Later steps could not read it either.
            if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .U)(error) === 'EACCES' || performance.now() > giveUpAt)
                return false;
        }
        await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_6__/* .pause */ .v7)(VISIBLE_PAUSE_MS, signal);
    }
}


/***/ })

};
})(),
(() => {
"use strict";
return {

/***/ 7143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  w: () => (/* binding */ serviceInfo)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/fs/filesystem.js
var filesystem = __webpack_require__(7220);
// EXTERNAL MODULE: ./build/fs/system-errors.js
var system_errors = __webpack_require__(8368);
// EXTERNAL MODULE: ./build/client/connection/http.js
var http = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/fs/fresh.js
var fresh = __webpack_require__(835);
// EXTERNAL MODULE: ./build/fs/open-file.js
var open_file = __webpack_require__(2778);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/connection/service-url.js
var service_url = __webpack_require__(2215);
;// CONCATENATED MODULE: ./build/client/connection/local-registry.js







/** How many records to compare before concluding that this is another registry. */
const MOST_COMPARED = 3;
/** Records that prove something are small. */
const LARGEST_PROOF_BYTES = 1024 * 1024;
/**
 * Why the directory `registry` of this machine should not be read in place of the service, as the end of a sentence;
 * undefined if it is the registry of the service. Proof is a record that the service sends byte by byte as it is on disk: a
 * path may exist here, and be a mount point without its filesystem, or the registry of another Gobbler.
 */
async function registryProblem(service, registry, signal) {
    try {
        // A new state of it, where this machine remembers an old one.
        await (0,fresh/* refreshDirectory */.FD)(registry);
        const entries = await external_node_fs_.promises.readdir(registry);
        // Every Gobbler makes it when it starts (protocol \u00a72).
        if (!entries.includes(layout/* LOGS */.Yy))
            return 'is not the registry of a Gobbler: is its filesystem mounted?';
        // From the strongest proof to the weakest, which would be no answer to a stronger one that fails.
        for (const candidates of [someLogs, someSummaries, somePermissions]) {
            const isSame = await compare(service, registry, await candidates(registry), signal);
            if (isSame === undefined)
                continue;
            return isSame ? undefined : 'is not the registry of this service: their records differ';
        }
        return undefined; // it is empty, so nothing will be read from it: what it does not show is asked of the service
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof gobbler_error/* GobblerError */.CE)
            return `cannot be compared with that of the service: ${error.message}`;
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
        return `cannot be read: ${(0,errno/* messageOf */.b)(error)}`;
    }
}
/** Returns whether one of the records equals the service's; undefined if none of them is there. */
async function compare(service, registry, candidates, signal) {
    let compared;
    for (const candidate of candidates) {
        signal?.throwIfAborted();
        const here = await readProof(external_node_path_default().join(registry, candidate));
        if (here === undefined)
            continue;
        const url = (0,service_url/* fetchUrl */.QJ)(service, candidate);
        const { status, text } = await (0,http/* httpGet */.lx)(url, { signal, limitBytes: LARGEST_PROOF_BYTES });
        if (status === 200 && text === here)
            return true;
        compared = false;
    }
    return compared;
}
/** Names in the log directory of a registry are random, so no two registries have one in common. Protocol \u00a73.10. */
async function someLogs(registry) {
    const found = [];
    try {
        // A busy service has many thousands of them: the directory is not read to its end.
        for await (const { name } of await external_node_fs_.promises.opendir(external_node_path_default().join(registry, layout/* LOGS */.Yy))) {
            if (name.startsWith('.'))
                continue;
            if (found.push(`${layout/* LOGS */.Yy}/${name}`) === MOST_COMPARED)
                break;
        }
    }
    catch (error) {
        // A closed directory proves nothing, but other records may.
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
    }
    return found;
}
async function someSummaries(registry) {
    const found = [];
    for (const project of (await directoriesIn(registry)).slice(0, MOST_COMPARED)) {
        const [asset] = await directoriesIn(external_node_path_default().join(registry, project));
        if (asset === undefined)
            continue;
        const versions = await directoriesIn(external_node_path_default().join(registry, project, asset));
        found.push(...versions.slice(0, MOST_COMPARED).map((version) => `${project}/${asset}/${version}/${layout/* SUMMARY */.$M}`));
    }
    return found;
}
async function somePermissions(registry) {
    const projects = await directoriesIn(registry);
    return projects.slice(0, MOST_COMPARED).map((project) => `${project}/${layout/* PERMISSIONS */.Jj}`);
}
async function directoriesIn(directory) {
    const entries = await external_node_fs_.promises.readdir(directory, { withFileTypes: true });
    const wanted = entries.filter((entry) => entry.isDirectory() && !(0,names/* isInternalName */.Bn)(entry.name));
    return wanted.map(({ name }) => name).sort();
}
/** Undefined for a record that was removed, or replaced by something else, since it was listed. */
function readProof(file) {
    const proof = (0,open_file/* withOpen */.X)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK, async (handle) => {
        const stats = await handle.stat();
        return stats.isFile() && stats.size <= LARGEST_PROOF_BYTES ? handle.readFile('utf8') : undefined;
    });
    return (0,system_errors/* ifThere */.y)(proof);
}

// EXTERNAL MODULE: ./build/client/connection/trace.js
var trace = __webpack_require__(7261);
;// CONCATENATED MODULE: ./build/client/connection/connection.js








/**
 * Returns the answer to `GET /info`: the two directories as the service spells them, unchecked. Protocol \u00a75.4. Codes
 * `service-unreachable`, and `service-misconfigured` if the server is not a Gobbler.
 */
async function serviceInfo(url, { signal } = {}) {
    const address = `${(0,service_url/* normalizeUrl */.l2)(url)}/info`;
    const answer = await (0,http/* httpGet */.lx)(address, { signal, limitBytes: 1024 * 1024 });
    const { status } = answer;
    const notGobbler = (found) => {
        const facts = { url: address, ...(found !== undefined && { found }) };
        return (0,gobbler_error/* gobblerError */.k5)('not-a-gobbler', facts, { httpStatus: status });
    };
    if ([502, 503, 504].includes(status))
        throw (0,gobbler_error/* gobblerError */.k5)('proxy-only', { url: address, status }, { httpStatus: status });
    if (status !== 200)
        throw notGobbler(status);
    let info;
    try {
        info = JSON.parse(answer.text);
    }
    catch (error) {
        throw notGobbler((0,errno/* messageOf */.b)(error));
    }
    const { registry, staging } = (info ?? {});
    if (typeof registry !== 'string' || typeof staging !== 'string')
        throw notGobbler();
    return { registry, staging };
}
/**
 * Asks the service where its directories are. Does not need them to be visible here: what needs staging checks it
 * (see `requireStaging`), and reads fall back to HTTP. Codes as {@link serviceInfo}.
 */
async function connect(url, { staging, registry, signal } = {}) {
    const base = (0,service_url/* normalizeUrl */.l2)(url);
    const info = await serviceInfo(base, { ...(signal && { signal }) });
    for (const kind of ['staging', 'registry']) {
        if (external_node_path_default().isAbsolute(info[kind]) && !info[kind].includes('\0'))
            continue;
        throw (0,gobbler_error/* gobblerError */.k5)('relative-paths', { url: base, kind, path: info[kind] });
    }
    const registryHere = external_node_path_default().resolve(registry ?? info.registry);
    const registryDevice = await deviceOf(registryHere);
    if (registry !== undefined && registryDevice === undefined) {
        throw (0,gobbler_error/* gobblerError */.k5)('registry-missing', { registry: registryHere });
    }
    const isHere = registryDevice !== undefined;
    const problem = isHere ? await registryProblem({ url: base }, registryHere, signal) : undefined;
    const registryVisible = isHere && problem === undefined;
    const stagingHere = external_node_path_default().resolve(staging ?? info.staging);
    const stagingDevice = await deviceOf(stagingHere);
    const connection = {
        url: base,
        staging: stagingHere,
        registry: registryHere,
        serviceRegistry: external_node_path_default().normalize(info.registry).replace(/(?<=.)\/$/, ''),
        registryVisible,
        registryProblem: problem,
        registryFilesystem: registryVisible ? (0,filesystem/* filesystemOf */.f)(registryHere, registryDevice) : undefined,
        stagingFilesystem: stagingDevice === undefined ? undefined : (0,filesystem/* filesystemOf */.f)(stagingHere, stagingDevice),
        serviceStaging: info.staging,
    };
    (0,trace/* traceDecision */.wP)(() => directoriesText(connection));
    return connection;
}
/** Where the directories of a service are read and written, and why. */
function directoriesText({ staging, stagingFilesystem, registry, registryFilesystem, registryProblem: problem = 'is not a directory here', }) {
    const read = registryFilesystem === undefined
        ? `read over HTTP, since ${registry} ${problem}`
        : `read at ${registry} (${registryFilesystem.type})`;
    return `staging is ${staging} (${stagingFilesystem?.type ?? 'not a directory here'}); the registry is ${read}`;
}
/** The device of a directory; undefined for whatever is none, or cannot be looked at from here. */
async function deviceOf(candidate) {
    const stats = await external_node_fs_.promises.stat(candidate).catch((0,system_errors/* ifRefused */.yR)(() => undefined));
    return stats?.isDirectory() ? stats.dev : undefined;
}


/***/ }),

/***/ 9429:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ dirHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7360);


/**
 * The `dirHash` of in-toto's digest sets: Go's "Hash1" of a directory (`golang.org/x/mod/sumdb/dirhash`) in lower-case
 * hexadecimal, without `h1:`. It is the sha256 of the lines `SHA256  PATH` of all files, sorted by the bytes of their paths.
 * `sums` has the sha256 of each file by its path; a path with a line break has no such line, and must not be in it. Pure.
 */
function dirHash(sums) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const path of [...sums.keys()].sort(_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBytes */ .Xo))
        hash.update(`${sums.get(path)}  ${path}\n`);
    return hash.digest('hex');
}


/***/ }),

/***/ 6814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readProvenance),
/* harmony export */   p: () => (/* binding */ findProvenance)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7360);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(461);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4579);
/* harmony import */ var _dir_hash_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9429);
/* harmony import */ var _provenance_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3714);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4782);






/** A version may have any number of JSON files. */
const MOST_CANDIDATES = 4;
const CONTENT_LIMIT = { files: 1000, bytes: 16 * 1024 * 1024 };
/** The best first. */
const MATCHES = ['exact', 'unchecked', 'other-content', 'other-version'];
/**
 * Finds the provenance file of a version, whatever its name: of the JSON files in its top directory, those with `provenance`
 * in the name first, reads at most four, and of the statements takes the first that matches the version best. Undefined if
 * none of these is a statement. Queries the service. Codes of `httpGet`, and `service-failed`.
 */
async function findProvenance(connection, ref, manifest, { contentLimit = CONTENT_LIMIT, signal } = {}) {
    const statements = [];
    // Read once, for whatever number of statements.
    let content;
    const candidates = candidatesIn(manifest).slice(0, MOST_CANDIDATES);
    for (const file of candidates) {
        const entry = manifest.get(file);
        const found = entry && (await readProvenance(connection, ref, { file, entry, signal }));
        if (found === undefined)
            continue;
        const { subject, provenance } = found.statement;
        let match = 'other-version';
        if (subject === (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref)) {
            content ??= readContent(connection, ref, manifest, { candidates, contentLimit, signal });
            match = matchOf(await content, file, provenance.dirHash);
        }
        statements.push({ ...provenance, file, subject, match });
        if (match === 'exact')
            break;
    }
    const rank = ({ match }) => MATCHES.indexOf(match);
    return statements.sort((one, other) => rank(one) - rank(other))[0];
}
async function readContent(connection, ref, manifest, { candidates, contentLimit, signal, }) {
    const files = [];
    let [others, bytes] = [0, 0];
    for (const [key, { size, md5sum }] of manifest) {
        if (md5sum === '')
            continue;
        // No `dirHash` covers it.
        if (key.includes('\n'))
            return 'other-content';
        if (!candidates.includes(key)) {
            others++;
            bytes += size;
        }
        if (others > contentLimit.files || bytes > contentLimit.bytes)
            return 'unchecked';
        files.push({ key, path: `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(ref)}/${key}`, sizeBytes: size });
    }
    const found = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .registrySums */ .K)(connection, files, { visible: false, signal });
    return new Map(files.map(({ key, path }) => [key, found.get(path)]));
}
/** Compares the files of a version, but for the statement itself, with its `dirHash`. */
function matchOf(content, file, stated) {
    if (typeof content === 'string')
        return content;
    const sums = new Map();
    for (const [key, sum] of content) {
        if (key === file)
            continue;
        if (sum === undefined)
            return 'other-content';
        sums.set(key, sum);
    }
    return (0,_dir_hash_js__WEBPACK_IMPORTED_MODULE_4__/* .dirHash */ .Q)(sums) === stated ? 'exact' : 'other-content';
}
/**
 * Reads a provenance file from the service, which must have the size and the MD5 sum of the manifest. Undefined for anything
 * but a statement, which may be about another version. Codes as {@link findProvenance}.
 */
async function readProvenance(connection, ref, { file, entry, signal, }) {
    if (!isPossible(file, entry))
        return undefined;
    const limits = { limitBytes: _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .LARGEST_STATEMENT_BYTES */ .fH, signal };
    const content = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_6__/* .readBytes */ .i)(connection, { ref, path: file, entry }, limits);
    if (content?.isListed !== true)
        return undefined;
    const statement = (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(content.bytes) ? (0,_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .readStatement */ .cO)(content.bytes.toString('utf8')) : undefined;
    return statement && { statement, content: content.bytes };
}
const isPossible = (file, { size, md5sum }) => (0,_provenance_name_js__WEBPACK_IMPORTED_MODULE_7__/* .provenanceNameProblem */ .A)(file) === undefined && md5sum !== '' && size <= _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .LARGEST_STATEMENT_BYTES */ .fH;
function candidatesIn(manifest) {
    const candidates = [];
    for (const [file, entry] of manifest)
        if (isPossible(file, entry))
            candidates.push(file);
    const rank = (file) => (file.toLowerCase().includes('provenance') ? 0 : 1);
    return candidates.sort((one, other) => rank(one) - rank(other) || (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_8__/* .compareBytes */ .Xo)(one, other));
}


/***/ }),

/***/ 3714:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ provenanceNameProblem)
/* harmony export */ });
/** Bytes of the longest name of a file. */
const LONGEST_NAME_BYTES = 255;
const SUFFIX = '.json';
/**
 * Returns the rule that the name of a provenance file breaks, as the end of a sentence; undefined for a good one. It is a
 * single name, which the service does not reserve, and ends with `.json`, so that readers find it.
 */
function provenanceNameProblem(name) {
    if (name.includes('/'))
        return 'may not contain a slash, since the file lies in the top directory of the version';
    if (!name.toLowerCase().endsWith(SUFFIX) || name.length === SUFFIX.length)
        return 'should be a file name that ends with .json';
    if (name.startsWith('..'))
        return 'may not start with two dots, which the service reserves';
    if (!name.isWellFormed() || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
        return 'should be valid Unicode without control characters';
    if (Buffer.byteLength(name) > LONGEST_NAME_BYTES)
        return `may have at most ${LONGEST_NAME_BYTES} bytes`;
    return undefined;
}


/***/ }),

/***/ 4782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   UT: () => (/* binding */ makeStatement),
/* harmony export */   cO: () => (/* binding */ readStatement),
/* harmony export */   fH: () => (/* binding */ LARGEST_STATEMENT_BYTES)
/* harmony export */ });
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7360);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1838);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7674);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2476);



/** Characters of the longest subject: three names of 255 bytes, and two slashes. */
const LONGEST_SUBJECT = 767;
/** The largest provenance file, in bytes. */
const LARGEST_STATEMENT_BYTES = 64 * 1024;
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
const PACKAGE = 'gobbler-action';
/** The page that describes the format. */
const PAGE = 'https://github.com/gobbler-action/gobbler-action/blob/main/docs/provenance.md';
const BUILD_TYPE = `${PAGE}#build-type-v1`;
const BUILDER = `${PAGE}#builder-`;
/**
 * The text of a provenance file: an in-toto statement (v1), not signed, with a predicate of SLSA provenance (v1). Its subject
 * is the version, with the `dirHash` of all other files. Facts that are not plain are left out. Pure.
 */
function makeStatement(ref, { dirHash, ...given }) {
    const { facts } = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .plainFacts */ .UM)(given);
    const { repository, commit, modified, ref: gitRef, workflow, message, actor, user } = facts;
    const { slurmJob, slurmJobName, slurmCluster, runUrl, startedOn, place, actionVersion } = facts;
    const uri = repository && `git+${repository}${gitRef === undefined ? '' : `@${gitRef}`}`;
    const statement = {
        _type: STATEMENT_TYPE,
        subject: [{ name: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref), digest: { dirHash } }],
        predicateType: PREDICATE_TYPE,
        predicate: {
            buildDefinition: {
                buildType: BUILD_TYPE,
                externalParameters: { repository, ref: gitRef, workflow, message },
                internalParameters: { actor, user, modified, slurmJob, slurmJobName, slurmCluster },
                resolvedDependencies: commit === undefined ? undefined : [{ uri, digest: { gitCommit: commit } }],
            },
            runDetails: {
                builder: { id: `${BUILDER}${place}`, version: { [PACKAGE]: actionVersion } },
                metadata: { invocationId: runUrl, startedOn },
            },
        },
    };
    return `${JSON.stringify(statement, null, 2)}\n`;
}
/**
 * Reads a provenance file of a version. Undefined for anything but a statement that {@link makeStatement} can have made for
 * this version: other types, another subject, several subjects, facts that are not plain. Ignores unknown fields, as in-toto
 * asks. Pure.
 */
function parseStatement(text, ref) {
    const { subject, provenance } = readStatement(text) ?? {};
    return subject === (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref) ? provenance : undefined;
}
/** Reads a statement that {@link makeStatement} can have made for any version; undefined for anything else. Pure. */
function readStatement(text) {
    if (Buffer.byteLength(text) > LARGEST_STATEMENT_BYTES)
        return undefined;
    const statement = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parsedJson */ .U4)(text);
    const at = (...path) => path.reduce(_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ownMember */ .nV, statement);
    const subjects = at('subject');
    if (at('_type') !== STATEMENT_TYPE || at('predicateType') !== PREDICATE_TYPE)
        return undefined;
    if (!Array.isArray(subjects) || subjects.length !== 1)
        return undefined;
    const subject = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ownMember */ .nV)(subjects[0], 'name');
    if (typeof subject !== 'string' || subject.length > LONGEST_SUBJECT)
        return undefined;
    const dirHash = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ownMember */ .nV)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ownMember */ .nV)(subjects[0], 'digest'), 'dirHash');
    if (typeof dirHash !== 'string' || !/^[0-9a-f]{64}$/.test(dirHash))
        return undefined;
    const definition = (...path) => at('predicate', 'buildDefinition', ...path);
    const details = (...path) => at('predicate', 'runDetails', ...path);
    const builder = details('builder', 'id');
    const place = _facts_js__WEBPACK_IMPORTED_MODULE_0__/* .PLACES */ .ls.find((one) => builder === `${BUILDER}${one}`);
    const actionVersion = details('builder', 'version', PACKAGE);
    const startedOn = details('metadata', 'startedOn');
    if (definition('buildType') !== BUILD_TYPE || place === undefined)
        return undefined;
    if (typeof actionVersion !== 'string' || !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainFact */ .P$)(actionVersion))
        return undefined;
    if (typeof startedOn !== 'string' || (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTimestamp */ .EH)(startedOn) === undefined)
        return undefined;
    const modified = definition('internalParameters', 'modified') ?? undefined;
    if (modified !== undefined && typeof modified !== 'boolean')
        return undefined;
    const commit = commitOf(definition('resolvedDependencies'));
    const doubtful = {
        ...pick(definition('externalParameters'), ['repository', 'ref', 'workflow', 'message']),
        ...pick(definition('internalParameters'), ['actor', 'user', 'slurmJob', 'slurmJobName', 'slurmCluster']),
        runUrl: details('metadata', 'invocationId'),
        commit,
    };
    const texts = {};
    for (const name of _facts_js__WEBPACK_IMPORTED_MODULE_0__/* .DOUBTFUL_FACTS */ .KS) {
        const value = doubtful[name] ?? undefined;
        if (typeof value === 'string')
            texts[name] = value;
        else if (value !== undefined)
            return undefined;
    }
    const { facts, leftOut } = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .plainFacts */ .UM)({ place, startedOn, actionVersion, ...texts });
    if (leftOut.length > 0)
        return undefined;
    return { subject, provenance: { ...facts, ...(modified !== undefined && { modified }), dirHash } };
}
const pick = (value, names) => Object.fromEntries(names.map((name) => [name, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ownMember */ .nV)(value, name)]));
/** The commit of the first dependency, which is the repository. */
const commitOf = (dependencies) => Array.isArray(dependencies) ? (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ownMember */ .nV)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ownMember */ .nV)(dependencies[0], 'digest'), 'gitCommit') : dependencies;


/***/ }),

/***/ 1700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ amountOfFiles),
/* harmony export */   Pq: () => (/* binding */ differenceOf),
/* harmony export */   oX: () => (/* binding */ largestChanges)
/* harmony export */ });
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7360);

/** The files of a version, and their bytes. Links count as their targets, empty directories not at all. */
function amountOfFiles(manifest) {
    let [files, bytes] = [0, 0];
    for (const { size, md5sum } of manifest.values()) {
        if (md5sum === '')
            continue;
        files++;
        bytes += size;
    }
    return { files, bytes };
}
/** Compares the contents of two versions by sizes and MD5 sums, links aside. Pure. */
function differenceOf(before, after) {
    const added = [];
    const changed = [];
    const removed = [];
    for (const [path, { size, md5sum }] of after) {
        const earlier = before.get(path);
        if (earlier === undefined)
            added.push({ path, beforeBytes: undefined, afterBytes: size });
        else if (earlier.size !== size || earlier.md5sum !== md5sum)
            changed.push({ path, beforeBytes: earlier.size, afterBytes: size });
    }
    for (const [path, { size }] of before)
        if (!after.has(path))
            removed.push({ path, beforeBytes: size, afterBytes: undefined });
    for (const changes of [added, changed, removed])
        changes.sort((one, other) => (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(one.path, other.path));
    const newBytes = bytesOfNewContent(before, after, [...added, ...changed]);
    const [was, is] = [amountOfFiles(before), amountOfFiles(after)];
    return { added, changed, removed, before: was, after: is, newBytes, unchangedBytes: is.bytes - newBytes };
}
function bytesOfNewContent(before, after, changes) {
    if (changes.length === 0)
        return 0;
    const contentOf = ({ size, md5sum }) => `${md5sum} ${size}`;
    const fresh = new Map();
    for (const { path } of changes) {
        const entry = after.get(path);
        if (entry === undefined)
            continue;
        const content = contentOf(entry);
        fresh.set(content, (fresh.get(content) ?? 0) + entry.size);
    }
    for (const entry of before.values())
        fresh.delete(contentOf(entry));
    let bytes = 0;
    for (const ofContent of fresh.values())
        bytes += ofContent;
    return bytes;
}
/** How many more than the wanted changes are kept before the smallest are dropped. */
const SLACK = 1000;
/**
 * The largest changes of a difference, at most `most`: by the bytes of the file before or after, of which the larger
 * counts, and then by path.
 */
function largestChanges(difference, most = Number.POSITIVE_INFINITY) {
    let largest = [];
    const keepLargest = () => {
        largest = largest.sort(largerFirst).slice(0, most);
    };
    for (const kind of ['added', 'changed', 'removed']) {
        for (const change of difference[kind]) {
            largest.push({ kind, ...change });
            if (largest.length > most + SLACK)
                keepLargest();
        }
    }
    keepLargest();
    return largest;
}
const largerFirst = (one, other) => weightOf(other) - weightOf(one) || (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(one.path, other.path);
const weightOf = ({ beforeBytes = 0, afterBytes = 0 }) => Math.max(beforeBytes, afterBytes);


/***/ }),

/***/ 4579:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2215);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7674);




/** Ends a download of which enough has come. */
class Enough extends Error {
}
/**
 * Reads a file from the service, at most `limitBytes` of it, and compares a whole one with the manifest. Undefined if the
 * service does not have it. Codes of `httpGet`, and `service-failed`.
 */
async function readBytes(connection, { ref, path, entry }, { limitBytes, signal }) {
    const url = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(connection, `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(ref)}/${path}`);
    let chunks = [];
    let length = 0;
    let status = 200;
    try {
        status = await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_3__/* .httpDownload */ .d8)(url, {
            signal,
            onStart: async () => {
                chunks = [];
                length = 0;
            },
            onChunk: (chunk) => {
                length += chunk.length;
                chunks.push(chunk);
                if (length > limitBytes)
                    throw new Enough();
            },
        });
    }
    catch (error) {
        if (!(error instanceof Enough))
            throw error;
    }
    if (status === 404 || status === 301)
        return undefined;
    if (status !== 200)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('fetch-failed', { url, status }, { httpStatus: status });
    const isWhole = length <= limitBytes;
    const bytes = Buffer.concat(chunks).subarray(0, limitBytes);
    if (!isWhole)
        return { bytes, isWhole, isListed: undefined };
    const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5').update(bytes).digest('hex');
    return { bytes, isWhole, isListed: length === entry.size && sum === entry.md5sum };
}


/***/ }),

/***/ 3387:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   hF: () => (/* binding */ listProjects),
/* harmony export */   qs: () => (/* binding */ listAssets),
/* harmony export */   yO: () => (/* binding */ listVersions)
/* harmony export */ });
/* unused harmony export listRecursively */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5023);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7360);
/* harmony import */ var _registry_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8214);





/** The projects of a registry, sorted. Protocol \u00a75.3. */
async function listProjects(connection, options = {}) {
    return subdirectories(connection, '', options);
}
/** The assets of a project, sorted. Code `not-found` if there is no such project. Protocol \u00a75.3. */
async function listAssets(connection, project, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .requireNames */ .kR)({ project });
    return subdirectories(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)({ project }), options);
}
/**
 * The versions of an asset, sorted by name; those on probation and those whose upload is running included. Code
 * `not-found` if there is no such asset. Protocol \u00a75.3.
 */
async function listVersions(connection, { project, asset }, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .requireNames */ .kR)({ project, asset });
    return subdirectories(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)({ project, asset }), options);
}
/**
 * Every file of a version, relative to it, and every empty directory with a trailing `/`; sorted. Code `not-found` if
 * there is no such version. Protocol \u00a75.3, \u00a717.5.
 */
async function listFiles(connection, { project, asset, version }, { prefix = '', includeDotdot = true, ...options } = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .requireNames */ .kR)({ project, asset, version });
    const all = await listRecursively(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)({ project, asset, version }), options);
    const isWanted = (file) => file.startsWith(prefix) && (includeDotdot || !file.split('/').some(_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isInternalName */ .Bn));
    return all.filter(isWanted).sort(_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBytes */ .Xo);
}
/**
 * Everything below a registry directory, relative to it: files, links, and empty directories with a trailing `/`. Code
 * `not-found` if it does not exist. Protocol \u00a75.3.
 */
async function listRecursively(connection, registryPath, options = {}) {
    const list = () => listHere(connection, registryPath, options);
    const here = await locally(connection, registryPath, options, list);
    if (here !== undefined)
        return here;
    const found = await (0,_registry_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .listRemotely */ .G8)(connection, registryPath, { recursive: true, signal: options.signal });
    if (found === undefined)
        throw missing(registryPath);
    return found;
}
/** Lists on disk; undefined where that is not wanted, fails, or shows nothing: then the caller queries the service. */
async function locally(connection, registryPath, { forceRemote = false, signal }, list) {
    if (!connection.registryVisible || forceRemote)
        return undefined;
    try {
        const found = (await (0,_registry_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .refreshRegistry */ .Lg)(connection, registryPath)) ? await list() : [];
        return found.length > 0 ? found : undefined;
    }
    catch (error) {
        signal?.throwIfAborted();
        // Missing, closed, or on a mount that is stale or broken: the service knows.
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .errnoOf */ .U)(error) === undefined)
            throw error;
        return undefined;
    }
}
async function listHere({ registry }, registryPath, { signal }) {
    const root = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(registry, registryPath);
    const files = [];
    const pending = [''];
    for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
        signal?.throwIfAborted();
        const entries = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, directory), { withFileTypes: true });
        if (entries.length === 0 && directory !== '')
            files.push(`${directory}/`);
        for (const entry of entries) {
            const relative = directory === '' ? entry.name : `${directory}/${entry.name}`;
            if (entry.isDirectory())
                pending.push(relative);
            else
                files.push(relative);
        }
    }
    return files;
}
/** The names of the directories in a registry directory, without the service's own. */
async function subdirectories(connection, registryPath, options) {
    const here = await locally(connection, registryPath, options, async () => {
        const place = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.registry, registryPath);
        const entries = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(place, { withFileTypes: true });
        const directories = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
        return withoutInternal(directories);
    });
    if (here !== undefined)
        return here;
    const entries = await (0,_registry_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .listRemotely */ .G8)(connection, registryPath, { signal: options.signal });
    if (entries === undefined)
        throw missing(registryPath);
    const directories = entries.filter((name) => name.endsWith('/')).map((name) => name.slice(0, -1));
    return withoutInternal(directories);
}
const withoutInternal = (names) => names.filter((name) => !(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isInternalName */ .Bn)(name)).sort(_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBytes */ .Xo);
function missing(registryPath) {
    const [project = '', asset, version] = registryPath.split('/');
    if (asset === undefined)
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('project-missing', { project });
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('nothing-to-list', {
        name: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)({ project, asset, ...(version && { version }) }),
    });
}


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ manifestDigest),
/* harmony export */   Pv: () => (/* binding */ directoriesOf),
/* harmony export */   UD: () => (/* binding */ directoriesWith)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6630);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7360);



/** Handing over a piece costs as much as hashing a few hundred characters. */
const PIECE_LENGTH = 64 * 1024;
/**
 * The digest of a manifest: the sha256 of its paths, sizes and MD5 sums, as compact JSON, sorted by the bytes of the
 * paths, without links. The same content has the same digest, whatever is linked to where. The reverse is only as
 * strong as MD5: anyone who makes two files of the same MD5 makes two contents of the same digest, which only
 * `compareSums` tells apart.
 */
function manifestDigest(manifest) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let pending = '{';
    let separator = '';
    for (const [key, { size, md5sum }] of (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedEntries */ .C)(manifest)) {
        pending += `${separator}${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)(key)}:{"size":${size},"md5sum":${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeJson */ .Pr)(md5sum)}}`;
        separator = ',';
        if (pending.length < PIECE_LENGTH)
            continue;
        hash.update(pending);
        pending = '';
    }
    return hash.update(`${pending}}`).digest('hex');
}
/** All directories above some keys, relative to the version, each after those above it. */
function directoriesOf(keys) {
    const found = new Set();
    for (const key of keys) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.dirname(key);
        if (found.has(parent))
            continue;
        const segments = parent === '.' ? [] : parent.split('/');
        for (let depth = 1; depth <= segments.length; depth++)
            found.add(segments.slice(0, depth).join('/'));
    }
    return found;
}
/** The same, and the empty directories among the keys. */
function directoriesWith(manifest, keys) {
    const found = new Set(directoriesOf(keys));
    for (const key of keys)
        if (manifest.get(key)?.md5sum === '')
            found.add(key);
    return found;
}


/***/ }),

/***/ 7986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qW: () => (/* binding */ isPlainPath),
/* harmony export */   wH: () => (/* binding */ unpackPath),
/* harmony export */   yU: () => (/* binding */ requirePlainKeys)
/* harmony export */ });
/* unused harmony exports segmentsOf, escapingPath */
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);


/**
 * Takes a path relative to the registry apart. Code `invalid-input` for one that is not relative, or does not reach a
 * version.
 */
function unpackPath(registryPath) {
    const [project, asset, version, ...rest] = segmentsOf(registryPath);
    if (project === undefined || asset === undefined || version === undefined) {
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('registry-path-short', { path: registryPath });
    }
    return { project, asset, version, path: rest.length === 0 ? undefined : rest.join('/') };
}
/**
 * The segments of a relative path. Code `invalid-input` for absolute paths and for segments that could lead anywhere
 * else (`.`, `..`, empty ones; a single slash at the end is fine): what is read and written stays where it belongs.
 */
function segmentsOf(registryPath) {
    const trimmed = registryPath.replace(/\/$/, '');
    if (isPlainPath(trimmed))
        return trimmed.split('/');
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('registry-path-irregular', { path: registryPath });
}
/** Refuses a manifest that lists a path out of its version, or a file of the service's, with code `corrupt-record`. */
function requirePlainKeys(manifest, where) {
    for (const key of manifest.keys()) {
        const isInternal = key.includes('..') && key.split('/').some(_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isInternalName */ .Bn);
        if (isInternal || !isPlainPath(key))
            throw escapingPath(where, key);
    }
}
/** The error for a listed path that would escape its destination. */
function escapingPath(where, listed) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('escaping-path', { where, path: listed });
}
/** Returns whether a path listed by a service is one that a file can have, inside its destination. */
function isPlainPath(listed) {
    return !listed.includes('\0') && listed.isWellFormed() && !LEADS_AWAY.test(listed);
}
/** A segment that is empty, `.` or `..`. */
const LEADS_AWAY = /(?:^|\/)\.{0,2}(?:\/|$)/;


/***/ }),

/***/ 461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ registrySums),
/* harmony export */   s: () => (/* binding */ compareSums)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6464);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6879);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(535);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6820);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2215);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7674);
/* harmony import */ var _registry_reader_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8214);







const DOWNLOADS_IN_FLIGHT = 8;
/**
 * The sha256 of each file as the registry holds it now, by its path there: every byte is read, from disk where that shows
 * the file, and otherwise over HTTP without being kept. A file that is missing, or longer than it should be, has none.
 * Codes `service-failed` and those of `httpGet`.
 */
async function registrySums(connection, files, { visible, signal, onFile }) {
    const sums = new Map();
    // Missing, closed, or on a mount that is stale or broken: the service knows.
    const remote = visible ? [] : [...files];
    if (visible) {
        const placeOf = (file) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.registry, file.path);
        const take = (file, { sha256 }) => {
            if (sha256 !== undefined)
                sums.set(file.path, sha256);
        };
        const wanted = { wantsChecksum: false, wantsSha256: true };
        const onFailure = (file) => void remote.push(file);
        await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashFiles */ .yQ)(files, placeOf, take, { ...wanted, require: requireFile, onFailure, signal, onFile });
    }
    const read = async (file) => {
        const sum = await sumOverHttp(connection, file, signal);
        if (sum !== undefined)
            sums.set(file.path, sum);
        onFile?.(file);
    };
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forEachConcurrently */ .DW)(remote, DOWNLOADS_IN_FLIGHT, read, signal);
    return sums;
}
/** Fails like a filesystem call, upon which the caller queries the service. */
function requireFile(_file, opened) {
    if (!opened.isFile())
        throw Object.assign(new Error('it is no regular file'), { code: 'EINVAL' });
}
async function sumOverHttp(connection, { path: registryPath, sizeBytes }, signal) {
    const url = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_4__/* .addressOf */ .ci)(connection, registryPath);
    let hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let received = 0;
    try {
        const status = await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_5__/* .httpDownload */ .d8)(url, {
            signal,
            onStart: async () => {
                hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
                received = 0;
            },
            onChunk: (chunk) => {
                received += chunk.length;
                if (received > sizeBytes)
                    throw new TooLong();
                hash.update(chunk);
            },
        });
        if (status === 200)
            return hash.digest('hex');
        if (status === 404 || status === 301)
            return undefined;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gobblerError */ .k5)('fetch-failed', { url, status }, { httpStatus: status });
    }
    catch (error) {
        if (error instanceof TooLong)
            return undefined;
        throw error;
    }
}
/** An answer without end must not be read for ever. */
class TooLong extends Error {
}
/**
 * Compares the bytes of a published version with sha256 sums by path. Every file of the manifest is read, and what a link
 * leads to, as sha256sum does. Returns the differences, among them files that are missing on either side. Codes as `registrySums`.
 */
async function compareSums(connection, ref, { manifest, sums }, { signal, onFile } = {}) {
    const differences = [];
    const files = [];
    for (const [key, { size, md5sum }] of manifest) {
        if (md5sum === '')
            continue; // an empty directory
        if (sums.has(key))
            files.push({ key, path: `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_7__/* .refPath */ .NA)(ref)}/${key}`, sizeBytes: size });
        else
            differences.push({ path: key, kind: 'unexpected' });
    }
    for (const key of sums.keys()) {
        const found = manifest.get(key)?.md5sum;
        if (found === undefined)
            differences.push({ path: key, kind: 'missing' });
        else if (found === '')
            differences.push({ path: key, kind: 'directory' });
    }
    const visible = await (0,_registry_reader_js__WEBPACK_IMPORTED_MODULE_8__/* .awaitVisible */ .Je)(connection, ref, signal);
    const seen = await registrySums(connection, files, { visible, signal, onFile });
    for (const { key, path: place, sizeBytes } of files) {
        const [sum, expected] = [seen.get(place), sums.get(key)];
        if (sum === expected)
            continue;
        differences.push(sum === undefined
            ? { path: key, kind: 'unreadable', expected: sizeBytes }
            : { path: key, kind: 'sha256', expected, found: sum });
    }
    return differences;
}


/***/ }),

/***/ 5642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Cj: () => (/* binding */ fetchManifest),
/* harmony export */   J9: () => (/* binding */ findManifest),
/* harmony export */   e7: () => (/* binding */ readBack),
/* harmony export */   wF: () => (/* binding */ fetchLatest),
/* harmony export */   wW: () => (/* binding */ fetchUsage),
/* harmony export */   ws: () => (/* binding */ findSummary),
/* harmony export */   zn: () => (/* binding */ fetchSummary)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(535);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7270);
/* harmony import */ var _registry_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7986);
/* harmony import */ var _registry_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8214);





function missing(ref, record) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('record-missing', { version: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref), record });
}
/**
 * The summary of a version, or undefined while there is none: the version does not exist, or its upload is still
 * running (protocol \u00a73.7).
 */
async function findSummary(connection, ref, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requireVersion */ .eU)(ref);
    const record = await (0,_registry_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .aE)(connection, `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)(ref)}/${_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .SUMMARY */ .$M}`, options);
    return record && (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSummary */ .W6)(record.text, record.where);
}
/**
 * The manifest of a version, or undefined if there is none. One that lists a path out of the version is refused with
 * `corrupt-record`, so the keys can be joined to a directory. Protocol \u00a73.8.
 */
async function findManifest(connection, ref, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requireVersion */ .eU)(ref);
    const read = await (0,_registry_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(connection, ref, options);
    if (read !== undefined)
        (0,_registry_path_js__WEBPACK_IMPORTED_MODULE_5__/* .requirePlainKeys */ .yU)(read.manifest, read.where);
    return read?.manifest;
}
/** The manifest in the text of a record, which may be that of a million files. Codes as {@link findManifest}. */
function manifestOf({ text, where }) {
    const manifest = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parseManifest */ .Ng)(text, where);
    (0,_registry_path_js__WEBPACK_IMPORTED_MODULE_5__/* .requirePlainKeys */ .yU)(manifest, where);
    return manifest;
}
/** The summary of a version. Code `not-found` if the version does not exist or is unfinished. Protocol \u00a73.7. */
async function fetchSummary(connection, ref, options = {}) {
    const summary = await findSummary(connection, ref, options);
    if (summary === undefined)
        throw missing(ref, 'summary');
    return summary;
}
/** The manifest of a version. Code `not-found` if the version does not exist or is unfinished. Protocol \u00a73.8. */
async function fetchManifest(connection, ref, options = {}) {
    const manifest = await findManifest(connection, ref, options);
    if (manifest === undefined)
        throw missing(ref, 'manifest');
    return manifest;
}
/**
 * The name of the latest version of an asset that is not on probation, or undefined if there is none (the asset itself
 * may be missing). Protocol \u00a73.6.
 */
async function fetchLatest(connection, { project, asset }, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requireNames */ .kR)({ project, asset });
    const record = await (0,_registry_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .aE)(connection, `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)({ project, asset })}/${_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .LATEST */ .k0}`, options);
    return record && (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLatest */ .lF)(record.text, record.where);
}
/** Bytes that a project uses. Code `not-found` if there is no such project. Protocol \u00a73.4. */
async function fetchUsage(connection, project, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requireNames */ .kR)({ project });
    const record = await (0,_registry_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .aE)(connection, `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)({ project })}/${_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .USAGE */ .u_}`, options);
    if (record !== undefined)
        return (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parseUsage */ .Zb)(record.text, record.where);
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('project-missing', { project });
}
/** Reads the published version back from the service. */
async function readBack(connection, ref, signal) {
    const options = { forceRemote: true, signal };
    const [summary, manifest] = await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .allFinished */ .Qk)([
        fetchSummary(connection, ref, options),
        fetchManifest(connection, ref, options),
    ]);
    return { summary, manifest };
}


/***/ }),

/***/ 3775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ clocksNotice),
/* harmony export */   CB: () => (/* binding */ readClocks),
/* harmony export */   bN: () => (/* binding */ MAY_DIFFER_S),
/* harmony export */   zd: () => (/* binding */ clockError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7674);
/* harmony import */ var _staging_area_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3621);





/** The service itself takes files for stale that are older (protocol \u00a76.1). */
const MAY_DIFFER_S = 60;
/** By how much the clocks differ, if that is why the service takes our request for stale. Protocol \u00a720 T4. */
async function clockError(file, answer) {
    const age = await ageOf(file, answer);
    if (age === undefined)
        return undefined;
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('clocks-differ', age, { httpStatus: answer.status });
}
/** A notice about a file dated in the future: the service accepts it, but anything based on times may be wrong. */
async function clocksNotice(file, answer) {
    const age = await ageOf(file, answer);
    if (age === undefined || age.seconds > -MAY_DIFFER_S)
        return undefined;
    return `Clocks differ by ${-age.seconds} s: files in staging are dated ahead of the clock of the service. Synchronize them.`;
}
/**
 * Reads the clocks of staging, by a file that is made there for a moment, of the service, and of this machine. Undefined if
 * the service does not report its time. Protocol \u00a720 T4.
 */
async function readClocks(connection, signal) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.staging, (0,_staging_area_js__WEBPACK_IMPORTED_MODULE_3__/* .newRunName */ .D3)());
    await (0,_staging_area_js__WEBPACK_IMPORTED_MODULE_3__/* .writeReadableFile */ .GN)(file, '');
    try {
        const answer = await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_4__/* .httpGet */ .lx)(`${connection.url}/info`, { signal });
        const age = await ageOf(file, answer);
        if (age === undefined)
            return undefined;
        const hereAheadS = Math.round((Date.now() - Date.parse(age.now)) / 1000) || 0;
        return { stagingAheadS: -age.seconds || 0, hereAheadS };
    }
    finally {
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rm(file, { force: true });
    }
}
/** How old a file is by the clock of the service; undefined if it is unknown. */
async function ageOf(file, { date }) {
    const written = (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(file).catch(() => undefined))?.mtime;
    const now = new Date(date ?? Number.NaN);
    if (written === undefined || Number.isNaN(now.getTime()))
        return undefined;
    const seconds = Math.round((now.getTime() - written.getTime()) / 1000) || 0; // JSON has no -0
    return { seconds, written: written.toISOString(), now: now.toISOString() };
}


/***/ }),

/***/ 3004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ DEFAULT_PATIENCE_MS),
/* harmony export */   d: () => (/* binding */ pauseForLock)
/* harmony export */ });
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7674);

/** The service itself waits a minute for each lock (protocol \u00a715); then we pause, so that others get their turn. */
const PAUSE_MS = 5_000;
/** How long to wait for others by default. */
const DEFAULT_PATIENCE_MS = 30 * 60_000;
/** Pauses after a request that has failed because of a lock (`lock-timeout`); throws its error once the time is up. */
async function pauseForLock(error, { giveUpAt, signal, onNotice }) {
    const remainingMs = giveUpAt - Date.now();
    if (remainingMs <= 0)
        throw error;
    const minutes = Math.ceil(remainingMs / 60_000);
    onNotice?.(`Another request holds the lock; retrying for up to ${minutes} more min. (${error.message})`);
    await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(PAUSE_MS, signal);
}


/***/ }),

/***/ 7154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ requireUploaders),
/* harmony export */   LN: () => (/* binding */ fetchPermissions),
/* harmony export */   jb: () => (/* binding */ setPermissions)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2916);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7270);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8208);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1838);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7674);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8214);
/* harmony import */ var _lock_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3004);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6719);






/**
 * The permissions of a project, or those of an asset, which are empty if it has none of its own. Never cached. Code
 * `not-found` for a project that does not exist. Protocol \u00a73.2, \u00a73.3.
 */
async function fetchPermissions(connection, { project, asset }, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireNames */ .kR)({ project, ...(asset !== undefined && { asset }) });
    const place = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .refPath */ .NA)(asset === undefined ? { project } : { project, asset });
    const record = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .aE)(connection, `${place}/${_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .PERMISSIONS */ .Jj}`, options);
    if (record !== undefined)
        return (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePermissions */ .cv)(record.text, record.where);
    if (asset !== undefined)
        return { owners: [], uploaders: [] };
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('project-missing', { project });
}
/**
 * How long a change must persist. A writer that has read the lists before the change writes them back within this time, or
 * within a multiple of the time that this change took itself: on a busy machine, others take as long.
 */
const SETTLED_MS = 2_000;
const SETTLED_TIMES = 3;
const LONGEST_WATCH_MS = 60_000;
const LOOK_EVERY_MS = 200;
/** A lost change is made again this often. */
const MOST_REPEATS = 3;
/**
 * Changes the permissions of a project or an asset, and returns what was sent: the lists as they are now, without those
 * that stay as they were. Appending reads the present lists from the service first; it adds no owner and no identical
 * uploader twice.
 *
 * The service replaces whole lists, so a change that somebody else makes at the same time may undo this one. The change
 * is therefore watched for 2 seconds after the answer, or for longer if it took long, and made again if it is lost, at most 3
 * times. After a lock time-out, the lists are read again. Codes `conflicting-change` if the change is lost even then,
 * `invalid-input`, `not-found`, `not-authorized`, and those of `submit`. Protocol \u00a711.3.
 */
async function setPermissions(connection, of, { owners, uploaders, globalWrite, append = true, dryRun = false, spoof, ...options }) {
    if (of.asset !== undefined && globalWrite !== undefined) {
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('global-write-of-asset', { asset: of.asset, input: 'globalWrite' });
    }
    requireUploaders(uploaders ?? []);
    const asked = { owners, uploaders, globalWrite };
    const { signal, onNotice, lockPatienceMs = _lock_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_PATIENCE_MS */ .D } = options;
    const giveUpAt = Date.now() + lockPatienceMs;
    const read = () => fetchPermissions(connection, of, { forceRemote: true, signal });
    let before;
    for (let repeats = 0;;) {
        const begun = performance.now();
        const present = await read();
        before ??= present;
        const wanted = wantedLists(append ? present : NOBODY, asked);
        if (dryRun)
            return wanted;
        // Only entries that were there in the beginning are to go: others may add some meanwhile.
        const change = changeOf(before, wanted);
        try {
            await (0,_request_js__WEBPACK_IMPORTED_MODULE_6__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_7__/* .setPermissionsRequest */ .U8)(of, wanted, { spoof }), {
                ...options,
                lockPatienceMs: 0,
            });
        }
        catch (error) {
            if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE) || error.code !== 'lock-timeout')
                throw error;
            await (0,_lock_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseForLock */ .d)(error, { giveUpAt, signal, onNotice });
            await options.beforeRepeat?.();
            continue; // others may have changed the lists meanwhile
        }
        const watchMs = Math.max(SETTLED_MS, (performance.now() - begun) * SETTLED_TIMES);
        const lost = await lostSoon(change, read, Math.min(watchMs, LONGEST_WATCH_MS), signal);
        if (lost === undefined)
            return wanted;
        if (repeats++ === MOST_REPEATS) {
            const place = of.asset === undefined ? of.project : (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRef */ .rq)({ project: of.project, asset: of.asset });
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('permissions-undone', { place, times: repeats, lost });
        }
        onNotice?.(`Somebody else has just undone this change (${(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .lostChangeText */ .q)(lost)}); making it again.`);
        // Both may have noticed at the same time.
        await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_9__/* .pause */ .v7)(Math.random() * LOOK_EVERY_MS, signal);
    }
}
const NOBODY = { owners: [], uploaders: [] };
function wantedLists(present, { owners, uploaders, globalWrite }) {
    return {
        ...(owners && { owners: [...new Set([...present.owners, ...owners])] }),
        ...(uploaders && { uploaders: union(present.uploaders, uploaders) }),
        ...(globalWrite !== undefined && { globalWrite }),
    };
}
function changeOf(before, wanted) {
    const { owners, uploaders } = wanted;
    const kept = new Set(uploaders?.map(keyOf));
    return {
        wanted,
        removedOwners: owners ? before.owners.filter((name) => !owners.includes(name)) : [],
        removedUploaders: uploaders ? before.uploaders.map(keyOf).filter((key) => !kept.has(key)) : [],
    };
}
/** Polls until a change has persisted. Returns the parts of it that have been undone, or undefined. */
async function lostSoon(change, read, watchMs, signal) {
    const until = performance.now() + watchMs;
    for (;;) {
        const isLast = performance.now() >= until;
        const lost = lostOf(change, await read());
        if (lost !== undefined || isLast)
            return lost;
        await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_9__/* .pause */ .v7)(LOOK_EVERY_MS, signal);
    }
}
function lostOf(change, now) {
    const { owners = [], uploaders = [], globalWrite } = change.wanted;
    const present = now.uploaders.map(keyOf);
    const owner = owners.find((name) => !now.owners.includes(name));
    if (owner !== undefined)
        return { kind: 'owner-missing', id: owner };
    const uploader = uploaders.find((entry) => !present.includes(keyOf(entry)));
    if (uploader !== undefined)
        return { kind: 'uploader-missing', id: uploader.id };
    if (change.removedOwners.some((name) => now.owners.includes(name)))
        return { kind: 'owner-back' };
    if (change.removedUploaders.some((key) => present.includes(key)))
        return { kind: 'uploader-back' };
    // The first entry that fits decides.
    const places = uploaders.map((entry) => present.indexOf(keyOf(entry)));
    if (places.some((place, index) => place < (places[index - 1] ?? 0)))
        return { kind: 'uploaders-reordered' };
    if (globalWrite === undefined || globalWrite === (now.globalWrite ?? false))
        return undefined;
    return { kind: 'global-write', value: now.globalWrite ?? false };
}
/** Refuses uploaders that the service would refuse, with code `invalid-input`. Protocol \u00a73.2, \u00a77. */
function requireUploaders(uploaders) {
    for (const [index, { id, until }] of uploaders.entries()) {
        if (id === '')
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('uploader-without-id', { index });
        if (until === undefined || (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_10__/* .parseTimestamp */ .EH)(until) !== undefined)
            continue;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('uploader-until', { id, until });
    }
}
function keyOf({ id, asset, version, until, trusted }) {
    return JSON.stringify([id, asset ?? null, version ?? null, until ?? null, trusted ?? null]);
}
function union(present, added) {
    const all = new Map([...present, ...added].map((entry) => [keyOf(entry), entry]));
    return [...all.values()];
}


/***/ }),

/***/ 8946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ successOf),
/* harmony export */   IO: () => (/* binding */ isRefusedFor),
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   Qr: () => (/* binding */ unauthorizedUser)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7674);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8733);


/** Characters; the longest that a service means to say quotes two paths. */
const LONGEST_REASON = 10_000;
function jsonObject(text) {
    const value = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedJson */ .U4)(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
/** The reply, if the request has succeeded: status 200 is not enough, since any mistyped GET gets one (T1, T8). */
function successOf(answer) {
    if (answer.status !== 200)
        return undefined;
    const reply = jsonObject(answer.text);
    return reply?.status === 'SUCCESS' ? reply : undefined;
}
function reasonOf({ text }) {
    const reason = jsonObject(text)?.reason;
    return typeof reason === 'string' ? reason : undefined;
}
/** Whether the service does not see the request file yet, or takes it for stale. */
function isRefusedFor(kind, answer) {
    return answer.status === 400 && (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isReason */ .Vs)(kind, reasonOf(answer) ?? '');
}
/** Whom the service refuses a request, as its reason says it; undefined for any other error. */
function unauthorizedUser(error) {
    if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE) || error.problem !== 'refused-unauthorized')
        return undefined;
    return (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .unauthorized */ .nc)(error.reason ?? '');
}
/**
 * Returns the error for an answer that is not a success. Protocol \u00a718: the status alone does not tell, so the stable
 * parts of the reason decide the code, and the reason is passed on as it is.
 */
function classify(answer, action, url) {
    const { status: httpStatus } = answer;
    const reason = reasonOf(answer);
    if (reason === undefined) {
        const isProxy = [502, 503, 504].includes(httpStatus);
        const facts = { url, status: httpStatus, text: answer.text.slice(0, 80) };
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)(isProxy ? 'answered-by-proxy' : 'unexpected-answer', facts, { httpStatus });
    }
    const shown = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)} \u2026` : reason;
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)(refusalOf(httpStatus, reason), { action, reason: shown }, { httpStatus, reason });
}
function refusalOf(status, reason) {
    if (status === 403)
        return 'refused-unauthorized';
    if (status === 404)
        return 'refused-not-found';
    if (status === 400) {
        if ((0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isReason */ .Vs)('unseen', reason))
            return 'refused-unseen';
        if ((0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isReason */ .Vs)('expired', reason))
            return 'refused-expired';
        if ((0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isReason */ .Vs)('in-work', reason))
            return 'refused-in-work';
        return (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isReason */ .Vs)('exists', reason) ? 'refused-exists' : 'refused-malformed';
    }
    if ((0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isReason */ .Vs)('locked', reason))
        return 'refused-locked';
    if ((0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isReason */ .Vs)('not-on-probation', reason))
        return 'refused-not-on-probation';
    return (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isReason */ .Vs)('no-permission', reason) ? 'refused-no-permission' : 'refused-by-failure';
}


/***/ }),

/***/ 6719:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ stagingWriteError),
/* harmony export */   t: () => (/* binding */ submit)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5023);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8368);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8208);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7674);
/* harmony import */ var _clock_skew_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3775);
/* harmony import */ var _lock_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3004);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8946);
/* harmony import */ var _staging_area_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3621);











/** A network filesystem may show a new file late; the request stays valid for a minute (protocol \u00a76.1). */
const LAG_PATIENCE_MS = 30_000;
const FIRST_LAG_PAUSE_MS = 100;
/** A request that was sent so long after it was written may be stale for that reason alone. */
const LATE_MS = 10_000;
const MOST_RANDOM = 2 ** 47;
const LARGEST_REPLY_BYTES = 64 * 1024 * 1024;
/** Errors of a file server that has not answered, and may still make the file. */
const UNANSWERED = new Set(['EIO', 'ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH']);
/** The effect of these depends on nothing that may have changed since the request was written. */
const MAY_BE_LATE = new Set(['upload', 'health_check']);
/**
 * Writes a request file, has the service run it, and removes the file, whatever happens. Protocol \u00a722.
 *
 * The request is repeated only where that is safe (protocol \u00a718): under the same name while the service does not see
 * the file yet, and under a new name after a lock time-out, or once, if it is an upload that was sent so late that the
 * service takes it for stale, as by a process that a batch system has suspended. Every other failure is thrown with the code
 * that `reply.ts` finds; besides `service-unreachable`, `connection-lost`, and the signal's reason.
 */
async function submit(connection, request, options = {}) {
    const { signal, run = (0,_staging_area_js__WEBPACK_IMPORTED_MODULE_3__/* .newRunName */ .D3)(), lockPatienceMs = _lock_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_PATIENCE_MS */ .D, onNotice } = options;
    const giveUpAt = Date.now() + lockPatienceMs;
    let wasLate = false;
    for (;;) {
        const begunAt = Date.now();
        // Unpredictable, although the run may be known from its directory: nobody can have made it before.
        const name = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .requestFileName */ .NP)(request.action, `${run}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(MOST_RANDOM)}`);
        try {
            return await submitOnce(connection, request, name, options);
        }
        catch (error) {
            if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .GobblerError */ .CE))
                throw error;
            const isLate = error.code === 'request-expired' && Date.now() - begunAt > LATE_MS;
            if (isLate && !wasLate && MAY_BE_LATE.has(request.action)) {
                wasLate = true;
                onNotice?.('The request was sent too late, as after a suspension of this process; repeating it.');
                continue;
            }
            if (error.code !== 'lock-timeout')
                throw error;
            await (0,_lock_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseForLock */ .d)(error, { giveUpAt, signal, onNotice });
            await options.beforeRepeat?.();
        }
    }
}
async function submitOnce(connection, request, name, { signal, onNotice }) {
    signal?.throwIfAborted();
    const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(connection.staging, name);
    const notWritten = (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .refusedAs */ .xb)((error) => stagingWriteError(file, error));
    try {
        await (0,_staging_area_js__WEBPACK_IMPORTED_MODULE_3__/* .writeReadableFile */ .GN)(file, request.content);
    }
    catch (error) {
        if (UNANSWERED.has((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .errnoOf */ .U)(error) ?? ''))
            await remove(file, onNotice);
        return notWritten(error);
    }
    try {
        return await post(connection, name, request, { signal, onNotice });
    }
    finally {
        await remove(file, onNotice);
    }
}
/** Never throws: what became of the request itself is more important. */
async function remove(file, onNotice) {
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.unlink(file);
    }
    catch (error) {
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .errnoOf */ .U)(error) === 'ENOENT')
            return; // never written, or removed by somebody else
        onNotice?.(`The request file ${file} could not be removed: ${(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .b)(error)}`);
    }
}
/** The error for anything that could not be written to staging, with code `staging-unavailable`. */
function stagingWriteError(item, error) {
    const facts = { item, error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .b)(error), errno: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .errnoOf */ .U)(error) };
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gobblerError */ .k5)('staging-write-failed', facts, { cause: error });
}
async function post(connection, name, { action }, { signal, onNotice }) {
    const url = `${connection.url}/new/${encodeURIComponent(name)}`;
    const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(connection.staging, name);
    const giveUpAt = Date.now() + LAG_PATIENCE_MS;
    for (let pauseMs = FIRST_LAG_PAUSE_MS;; pauseMs = Math.min(pauseMs * 2, 5_000)) {
        const answer = await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_9__/* .httpPost */ .zA)(url, { signal, limitBytes: LARGEST_REPLY_BYTES });
        const reply = (0,_reply_js__WEBPACK_IMPORTED_MODULE_10__/* .successOf */ .Bu)(answer);
        if (reply !== undefined) {
            const ahead = action === 'health_check' ? await (0,_clock_skew_js__WEBPACK_IMPORTED_MODULE_11__/* .clocksNotice */ .Ag)(file, answer) : undefined;
            if (ahead !== undefined)
                onNotice?.(ahead);
            return reply;
        }
        const skew = (0,_reply_js__WEBPACK_IMPORTED_MODULE_10__/* .isRefusedFor */ .IO)('expired', answer) ? await (0,_clock_skew_js__WEBPACK_IMPORTED_MODULE_11__/* .clockError */ .zd)(file, answer) : undefined;
        const isLag = (0,_reply_js__WEBPACK_IMPORTED_MODULE_10__/* .isRefusedFor */ .IO)('unseen', answer);
        if (!isLag || Date.now() > giveUpAt)
            throw skew ?? (0,_reply_js__WEBPACK_IMPORTED_MODULE_10__/* .classify */ .L8)(answer, action, url);
        if (pauseMs === FIRST_LAG_PAUSE_MS * 8)
            onNotice?.('The service does not see the request file yet; waiting for it.');
        await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_9__/* .pause */ .v7)(pauseMs, signal);
    }
}


/***/ }),

/***/ 3621:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o1: () => (/* binding */ TRAVERSABLE),
  lK: () => (/* binding */ isRunName),
  yA: () => (/* binding */ keepFresh),
  wq: () => (/* binding */ makeClosedDirectory),
  CP: () => (/* binding */ makeReadableDirectory),
  _L: () => (/* binding */ makeReadableDirectoryNow),
  D3: () => (/* binding */ newRunName),
  $Y: () => (/* binding */ openToService),
  nB: () => (/* binding */ requireStaging),
  HQ: () => (/* binding */ runState),
  Nk: () => (/* binding */ sweepNames),
  ii: () => (/* binding */ sweepStaging),
  ne: () => (/* binding */ withdraw),
  GN: () => (/* binding */ writeReadableFile)
});

// UNUSED EXPORTS: allocateUploadDirectory

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/fs/system-errors.js
var system_errors = __webpack_require__(8368);
// EXTERNAL MODULE: ./build/fs/retry.js
var retry = __webpack_require__(4205);
// EXTERNAL MODULE: ./build/fs/own-files.js
var own_files = __webpack_require__(6617);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: ./build/processes.js
var processes = __webpack_require__(2142);
;// CONCATENATED MODULE: ./build/client/connection/this-machine.js



let tag;
/**
 * Eight hexadecimal digits that tell where a process number means something: this host, since it was booted, in this
 * namespace of processes. Two containers with one host name differ. Where that cannot be found out, a tag that no other
 * process has.
 */
function machineTag() {
    tag ??= makeTag();
    return tag;
}
function makeTag() {
    try {
        const place = `${external_node_os_default().hostname()}\n${(0,processes/* bootId */.aW)()}\n${(0,processes/* pidNamespace */.fP)()}`;
        return (0,external_node_crypto_.createHash)('sha256').update(place).digest('hex').slice(0, 8);
    }
    catch {
        return (0,external_node_crypto_.randomBytes)(4).toString('hex');
    }
}
/** The state of a process that ran where {@link machineTag} was `machine`. A number may be in use again. */
function processState(machine, pid) {
    if (machine !== machineTag())
        return 'elsewhere';
    try {
        process.kill(pid, 0);
        return 'running';
    }
    catch (error) {
        return error.code === 'ESRCH' ? 'ended' : 'running';
    }
}

;// CONCATENATED MODULE: ./build/client/requests/staging-area.js






/** Everything we put into staging carries this mark and 12 bytes that nobody can guess, in hexadecimal digits. */
const MARK = 'gobbler-action-';
const RANDOM_BYTES = 12;
/** Of those of a run, 5 are random; the others tell its machine (4) and process (3), masked by the random ones. */
const RUN_RANDOM_BYTES = 5;
/** The name of a run, alone (its directory) or in the name of one of its request files. */
const OURS = /^(?:request-[a-z_]+-)?(gobbler-action-[0-9a-f]{24})(?:-\d+)?$/;
/** The permissions that others need on staged files: the service reads them as another user. Protocol \u00a74. */
const READABLE = 0o444;
const TRAVERSABLE = 0o555;
/**
 * A fresh name for one run: the name of its directory in staging, and part of the names of its request files. Never
 * starts with a dot, which would make the service ignore the directory (protocol \u00a712.2).
 */
function newRunName() {
    const random = (0,external_node_crypto_.randomBytes)(RUN_RANDOM_BYTES);
    const owner = Buffer.from(machineTag() + process.pid.toString(16).padStart(6, '0'), 'hex');
    return `${MARK}${random.toString('hex')}${masked(owner, random).toString('hex')}`;
}
function masked(owner, random) {
    const mask = (0,external_node_crypto_.createHash)('sha256').update(random).digest();
    return Buffer.from(owner.map((byte, at) => byte ^ (mask[at] ?? 0)));
}
/** The state of the process of a run, by the name of the run. */
function runState(run) {
    const bytes = Buffer.from(run.slice(MARK.length), 'hex');
    const random = bytes.subarray(0, RUN_RANDOM_BYTES);
    const owner = masked(bytes.subarray(RUN_RANDOM_BYTES), random).toString('hex');
    return processState(owner.slice(0, 8), Number.parseInt(owner.slice(8), 16));
}
/** Returns whether a name is one of a run, from {@link newRunName}. */
function isRunName(name) {
    return OURS.exec(name)?.[1] === name;
}
/**
 * Checks that the staging directory is one in which this process can make files. Code `staging-unavailable`.
 */
async function requireStaging({ staging }) {
    const refuse = (found, error) => (0,gobbler_error/* gobblerError */.k5)('staging-unusable', { staging, found, ...(error !== undefined && { error }) });
    try {
        if (!(await external_node_fs_.promises.stat(staging)).isDirectory())
            throw refuse('no-directory');
        await external_node_fs_.promises.access(staging, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
    }
    catch (error) {
        if (error instanceof gobbler_error/* GobblerError */.CE)
            throw error;
        if ((0,errno/* errnoOf */.U)(error) === 'ENOENT')
            throw refuse('missing');
        if ((0,errno/* errnoOf */.U)(error) === 'EROFS')
            throw refuse('read-only');
        throw refuse('not-writable', (0,errno/* messageOf */.b)(error));
    }
}
/**
 * Makes a directory the service can read and nobody else can write. Created under the normal umask, so that default
 * ACLs apply; the mode is only touched if the umask took too much (protocol \u00a74). Fails if anything is there already.
 */
async function makeReadableDirectory(directory) {
    await external_node_fs_.promises.mkdir(directory, { mode: 0o755 });
    const { mode } = await external_node_fs_.promises.lstat(directory);
    if ((mode & TRAVERSABLE) !== TRAVERSABLE)
        await external_node_fs_.promises.chmod(directory, (mode & 0o755) | TRAVERSABLE);
}
/** The same at once. */
function makeReadableDirectoryNow(directory) {
    (0,external_node_fs_.mkdirSync)(directory, { mode: 0o755 });
    const { mode } = (0,external_node_fs_.lstatSync)(directory);
    if ((mode & TRAVERSABLE) !== TRAVERSABLE)
        (0,external_node_fs_.chmodSync)(directory, (mode & 0o755) | TRAVERSABLE);
}
/**
 * Makes a directory in staging to be filled by the caller, whose path {@link uploadDirectory} then takes without
 * copying anything. The caller's to remove. With `create: false` only a name is made up. The name is not one of those
 * that are swept. Code `staging-unavailable`.
 */
async function allocateUploadDirectory(connection, { create = true } = {}) {
    const directory = path.join(connection.staging, `upload-${randomBytes(RANDOM_BYTES).toString('hex')}`);
    if (!create)
        return directory;
    await requireStaging(connection);
    await makeReadableDirectory(directory);
    return directory;
}
/**
 * Makes a directory in staging into which nobody else can look until {@link openToService}. Fails if anything is there
 * already.
 */
async function makeClosedDirectory(directory) {
    await external_node_fs_.promises.mkdir(directory, { mode: 0o700 });
    const { dev, ino, uid } = await external_node_fs_.promises.lstat(directory);
    try {
        requireOwner(uid);
    }
    catch (error) {
        await external_node_fs_.promises.rmdir(directory);
        throw error;
    }
    return { path: directory, dev, ino };
}
/** Lets the service, and everybody, read a directory that is complete now; others can never write to it. */
async function openToService({ path: directory }) {
    await external_node_fs_.promises.chmod(directory, 0o755);
}
/** Writes a new file the service can read; fails if anything is there already, a link included. */
async function writeReadableFile(file, content) {
    const handle = await external_node_fs_.promises.open(file, 'wx', 0o644);
    try {
        try {
            await fillReadable(handle, content);
        }
        finally {
            await handle.close(); // a network filesystem may say only now that it is full
        }
    }
    catch (error) {
        await external_node_fs_.promises.rm(file, { force: true }); // ours, since it was made just now
        throw error;
    }
}
async function fillReadable(handle, content) {
    const { mode, uid } = await handle.stat();
    requireOwner(uid);
    if ((mode & READABLE) !== READABLE)
        await handle.chmod((mode & 0o755) | READABLE);
    await handle.writeFile(content);
}
/**
 * Refuses a filesystem that gives this user's files to somebody else, with code `staging-unavailable`: the service knows
 * users by the owners of their files (protocol \u00a76.4), and nobody could remove them later.
 */
function requireOwner(uid) {
    const mine = process.geteuid?.();
    if (mine === undefined || uid === mine)
        return;
    throw (0,gobbler_error/* gobblerError */.k5)('mapped-user', { uid: mine, found: uid });
}
/**
 * Takes the directory of a run away from a service that may be reading it, so that it fails to publish it rather than taking
 * the files that are not removed yet for all of them. Returns where the directory is then. Its name is that of the run with a
 * number, which sweeps know.
 */
async function withdraw(directory) {
    const withdrawn = `${directory}-0`;
    const isThere = await (0,system_errors/* ifThere */.y)(external_node_fs_.promises.rename(directory, withdrawn).then(() => true));
    return isThere ? withdrawn : directory;
}
/**
 * The present time by the clock of the filesystem that a staging directory is on, in milliseconds since the epoch: that of
 * a file just made there. The clocks of this machine and of a file server may differ by days.
 */
async function presentTime(staging) {
    const probe = external_node_path_default().join(staging, newRunName());
    const handle = await external_node_fs_.promises.open(probe, 'wx', 0o600);
    try {
        return (await handle.stat()).mtimeMs;
    }
    finally {
        await handle.close();
        await external_node_fs_.promises.unlink(probe);
    }
}
/** A run that works touches its directory every hour. After a day, its process number is in use by another process. */
const IN_USE_MS = 24 * 60 * 60_000;
/**
 * Removes leftovers of killed runs from a staging directory: only what bears our naming, belongs to this user and is
 * not a link; at once if their process has run on this machine and has ended. Never throws for a single item.
 */
async function sweepStaging(staging, { runs = [], olderThanMs }) {
    return sweepNames(staging, OURS, async (item, stats, now) => {
        const name = external_node_path_default().basename(item);
        const run = OURS.exec(name)?.[1] ?? '';
        const state = runState(run);
        const isOver = runs.includes(run) || state === 'ended';
        const restMs = state === 'running' ? Math.max(olderThanMs, IN_USE_MS) : olderThanMs;
        if (!isOver && (await now()) - stats.mtimeMs < restMs)
            return undefined;
        await (0,retry/* removeTree */.d)(isRunName(name) && stats.isDirectory() ? await withdraw(item) : item);
        return name;
    });
}
/**
 * Sweeps a staging directory: calls `sweep` for each entry that matches `ours`, belongs to this user and is not a symlink.
 * `sweep` receives the path, the metadata, and a function that returns the present time by the clock of the filesystem. It
 * returns the text for `removed`, or undefined to keep the entry. A failure is reported in `failures`.
 */
async function sweepNames(staging, ours, sweep) {
    const removed = [];
    const failures = [];
    let present;
    const now = () => {
        present ??= presentTime(staging);
        return present;
    };
    for (const name of (await namesIn(staging)).filter((one) => ours.test(one))) {
        const item = external_node_path_default().join(staging, name);
        try {
            const stats = await external_node_fs_.promises.lstat(item);
            if (stats.isSymbolicLink() || !(0,own_files/* isOwn */.NP)(stats))
                continue;
            const text = await sweep(item, stats, now);
            if (text !== undefined)
                removed.push(text);
        }
        catch (error) {
            if ((0,errno/* errnoOf */.U)(error) !== 'ENOENT')
                failures.push(`${item} could not be removed: ${(0,errno/* messageOf */.b)(error)}`);
        }
    }
    return { removed, failures };
}
/** A staging directory that is not there (any more) holds nothing to sweep. */
async function namesIn(staging) {
    try {
        return await external_node_fs_.promises.readdir(staging);
    }
    catch (error) {
        if ((0,errno/* errnoOf */.U)(error) === 'ENOENT')
            return [];
        throw (0,gobbler_error/* gobblerError */.k5)('staging-unlistable', { staging, error: (0,errno/* messageOf */.b)(error) }, { cause: error });
    }
}
const TOUCH_EVERY_MS = 60 * 60_000;
/**
 * Keeps the modification times of directories recent while they are in use. Sweeps remove old ones as leftovers: this
 * client's from staging after a day, the service's after a week (protocol \u00a716). Returns a function that ends it.
 */
function keepFresh(directories, everyMs = TOUCH_EVERY_MS) {
    const touch = () => {
        const now = new Date();
        // One is not there yet, or gone when the work ends just now.
        for (const directory of directories)
            external_node_fs_.promises.utimes(directory, now, now).catch(() => undefined);
    };
    const timer = setInterval(touch, everyMs).unref();
    return () => clearInterval(timer);
}


/***/ }),

/***/ 2098:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TZ: () => (/* binding */ changesFromLatest),
/* harmony export */   Zy: () => (/* binding */ compareVersions)
/* harmony export */ });
/* unused harmony export compareWithLatest */
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5642);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1700);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);


/**
 * Compares a version with another one of its asset, which is named by `other`. `compare` reads the records of that version,
 * and is not called for the version itself.
 */
async function compareVersions(self, other, compare) {
    const { value: version, error } = other;
    if (error !== undefined)
        return { incomparable: { version, error } };
    if (version === undefined || version === self)
        return {};
    const read = await (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)(compare(version));
    return read.error === undefined
        ? { comparison: read.value }
        : { incomparable: { version, error: read.error } };
}
/**
 * Compares the content of a version with that of the latest version of the asset: with what its readers have until this
 * one is approved. Queries the service. Throws only errors that concern more than the records of the latest version.
 */
async function changesFromLatest(connection, ref, manifest, { signal } = {}) {
    const fresh = { forceRemote: true, signal };
    const { project, asset } = ref;
    const latest = await (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)((0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchLatest */ .wF)(connection, ref, fresh));
    return compareVersions(ref.version, latest, async (version) => {
        const before = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchManifest */ .Cj)(connection, { project, asset, version }, fresh);
        return { version, difference: (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .differenceOf */ .Pq)(before, manifest) };
    });
}
/**
 * Compares the content of a version with that of the latest version of the asset: with what its readers have until this
 * one is approved. Undefined if the asset has no latest version, or if it is this one. Queries the service. Codes of
 * `fetchLatest` and `fetchManifest`.
 */
async function compareWithLatest(connection, ref, manifest, options = {}) {
    const { comparison, incomparable } = await changesFromLatest(connection, ref, manifest, options);
    if (incomparable !== undefined)
        throw incomparable.error;
    return comparison;
}


/***/ }),

/***/ 5145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JF: () => (/* binding */ readOne),
/* harmony export */   Mh: () => (/* binding */ unlessUnreadable),
/* harmony export */   nm: () => (/* binding */ READS_IN_FLIGHT)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);

/** How many records of the registry are read at the same time. */
const READS_IN_FLIGHT = 16;
/** Codes of errors that concern one record, so that others may be readable. */
const OF_ONE_RECORD = new Set([
    'not-found',
    'corrupt-record',
    'invalid-name',
    'service-failed',
]);
/** Other errors of this code are about the address of the service. */
const isOfOneRecord = ({ code, problem }) => OF_ONE_RECORD.has(code) || problem === 'answer-too-large';
/** Waits for the read of one record of many. An error that concerns more than this record is thrown. */
async function readOne(read) {
    try {
        return { value: await read };
    }
    catch (error) {
        if (error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE && isOfOneRecord(error))
            return { error };
        throw error;
    }
}
/**
 * Runs the read of one record of many. If that record is unreadable, adds it to `found`; if it does not exist, it has
 * been removed since it was listed. All other errors are thrown.
 */
async function unlessUnreadable(place, found, read) {
    const { error } = await readOne(read());
    if (error !== undefined && error.code !== 'not-found')
        found.push({ place, error });
}


/***/ }),

/***/ 1381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ submitting),
/* harmony export */   IH: () => (/* binding */ actingFor),
/* harmony export */   dp: () => (/* binding */ requireOwnPlace),
/* harmony export */   f2: () => (/* binding */ requireOwnRegistry),
/* harmony export */   m6: () => (/* binding */ connectTo)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _client_connection_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6836);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7143);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3387);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6820);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3455);
/* harmony import */ var _suggestions_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2983);








/**
 * Asks the service where its directories are, and makes sure that those the inputs name are there. Codes as `connect`,
 * `registry-unavailable` and `staging-unavailable`.
 */
async function connectTo({ url, staging, registry }, signal) {
    const connection = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .N)(url, { staging, registry, signal });
    (0,_suggestions_index_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestFrom */ .F)((place, signal) => namesBelow(connection, place, signal));
    if (staging !== undefined)
        await requireStagingHere(connection);
    if (registry !== undefined)
        await requireOwnRegistry(connection, signal);
    return connection;
}
/** The names of projects, of the assets of a project, or of the versions of an asset, as the service has them now. */
function namesBelow(connection, { project, asset }, signal) {
    const fresh = { forceRemote: true, signal };
    if (project === undefined)
        return (0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .listProjects */ .hF)(connection, fresh);
    if (asset === undefined)
        return (0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .listAssets */ .qs)(connection, project, fresh);
    return (0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .listVersions */ .yO)(connection, { project, asset }, fresh);
}
/** How requests are made: the time limit, and the messages while they run. */
function submitting(given, signal) {
    return { signal, lockPatienceMs: given['lock-wait-minutes'], onNotice: _kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8 };
}
/** The user to act for. Omitted for oneself: that needs no permission, and the service may refuse it. */
function actingFor({ spoof }) {
    return spoof === undefined || spoof === (0,_client_connection_index_js__WEBPACK_IMPORTED_MODULE_6__/* .currentUser */ .N)() ? {} : { spoof };
}
const MOST_PROJECTS_LOOKED_FOR = 100;
const MOST_PROJECTS_NAMED = 3;
/**
 * Refuses a registry that the inputs name, if nothing is in it of what the service has: it may be that of another
 * service, or the mount point of one that is not mounted. A few projects are not missed, since network filesystems show
 * old states. Code `registry-unavailable`.
 */
async function requireOwnRegistry(connection, signal) {
    const { registry, url } = connection;
    const projects = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .listProjects */ .hF)(connection, { forceRemote: true, signal });
    for (const project of projects.slice(0, MOST_PROJECTS_LOOKED_FOR)) {
        if (await isDirectory(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(registry, project)))
            return;
    }
    if (projects.length === 0)
        return;
    const named = projects.slice(0, MOST_PROJECTS_NAMED);
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('foreign-registry', { url, registry, projects: named, count: projects.length });
}
/** Refuses a staging directory that the inputs name, but that is none here. Code `staging-unavailable`. */
async function requireStagingHere({ staging }) {
    if (await isDirectory(staging))
        return;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('staging-missing', { staging });
}
/** False for whatever reason it cannot be used from here. */
const isDirectory = (candidate) => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(candidate).then((stats) => stats.isDirectory(), () => false);
/** Refuses to write in one of the service's own directories, with code `invalid-input`. */
function requireOwnPlace({ registry, staging }, destination, input = 'destination') {
    for (const [kind, directory] of [
        ['registry', registry],
        ['staging', staging],
    ]) {
        if ((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_8__/* .isInside */ .FK)(directory, destination))
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('place-of-service', { input, path: destination, kind, directory });
    }
}


/***/ }),

/***/ 2020:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6366);

/** Characters that no shell interprets. */
const PLAIN = /^[\w@%+:,./-]+$/;
const LITERAL = /[\w./-]/;
/**
 * Quotes a text as one word of a command line for bash, zsh and ksh. The result is a line of visible characters, which
 * {@link escapeText} leaves as it is: bytes of characters that cannot be seen are written as in `$'a\x0a'`.
 */
function shellWord(text) {
    if (PLAIN.test(text))
        return text;
    if ((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(text) === text)
        return `'${text.replaceAll("'", `'\\''`)}'`;
    const quoted = Array.from(Buffer.from(text), (byte) => {
        const character = String.fromCharCode(byte);
        return LITERAL.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
    });
    return `$'${quoted.join('')}'`;
}


/***/ }),

/***/ 8995:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b9: () => (/* binding */ TICK_MS),
/* harmony export */   rK: () => (/* binding */ isLineDue),
/* harmony export */   rX: () => (/* binding */ FileTicker)
/* harmony export */ });
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2405);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8034);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3455);

/** Tells in the log, every few seconds, how far the work on files has come. Call {@link stop} in the end. */
class FileTicker {
    #doing = '';
    #done = 0;
    #total = 0;
    #noun = 'file';
    #begun = performance.now();
    #saidAt = this.#begun;
    #timer = setInterval(() => this.#tick(), TICK_MS);
    /** Begins an activity, as `Copying`, on so many files, or on things with another noun. */
    begin(doing, total, noun = 'file') {
        this.#doing = doing;
        this.#total = total;
        this.#noun = noun;
        this.#done = 0;
    }
    /** One more file, or as many as there are now. */
    advance(done = this.#done + 1) {
        this.#done = done;
        if (this.#total > 0)
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().progress?.({ doing: this.#doing, done, total: this.#total, detail: this.#standing() });
    }
    /** Ends the ticking; returns how long it all took. */
    stop() {
        clearInterval(this.#timer);
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().progress?.(undefined);
        return performance.now() - this.#begun;
    }
    #tick() {
        if (this.#total === 0 || (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().progress !== undefined)
            return;
        const now = performance.now();
        if (!isLineDue({ workedMs: now - this.#begun, silentMs: now - this.#saidAt }))
            return;
        this.#saidAt = now;
        const spent = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(now - this.#begun);
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8)(`${this.#doing}: ${this.#standing()}, after ${spent} \u2026`);
    }
    #standing() {
        return `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(this.#done)} of ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(this.#total, this.#noun)}`;
    }
}
/** The clock of everything that tells how long work goes on. */
const TICK_MS = 5_000;
const LONGEST_SILENCE_MS = 60_000;
/** A tick comes a little early or late. */
const TOLERANCE_MS = TICK_MS / 10;
/**
 * Returns whether another line is due about work that goes on: every few seconds at first, then less often, and once a
 * minute at least. Hours of work fill a few screens, not a hundred.
 */
function isLineDue({ workedMs, silentMs }) {
    return silentMs + TOLERANCE_MS >= Math.min(Math.max(workedMs / 10, TICK_MS), LONGEST_SILENCE_MS);
}


/***/ }),

/***/ 4674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ slurmText),
/* harmony export */   Vx: () => (/* binding */ logOrigin),
/* harmony export */   cl: () => (/* binding */ warnOfMismatches),
/* harmony export */   mW: () => (/* binding */ mismatchOf),
/* harmony export */   oG: () => (/* binding */ originRows)
/* harmony export */ });
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9748);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6366);


/** Why the facts of a provenance file are not those of the version; undefined if nothing is wrong with them. */
function mismatchOf({ file, subject, match }) {
    if (match === 'other-version')
        return `${file} is about ${subject}, not about this version`;
    if (match === 'other-content')
        return `${file} is about other content: its dirHash is not that of the files`;
    return undefined;
}
/** Warns of versions whose provenance files describe something else. */
function warnOfMismatches(found) {
    const sentences = found.flatMap(({ ref, origin }) => {
        const mismatch = mismatchOf(origin);
        return mismatch === undefined ? [] : [`${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRef */ .rq)(ref)}: ${mismatch}`];
    });
    if (sentences.length === 0)
        return;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({
        title: 'Provenance of something else',
        sentences,
        hint: 'Do not rely on its facts. Ask the uploader where the version comes from.',
    });
}
const MOST_LINES = 10;
/** Logs where a version comes from, a line for each kind of fact; nothing if there is no such fact. */
function logOrigin(origin, { isOfOther = false } = {}) {
    const { commit, modified, ref, repository, workflow, runUrl, actor, user, file, message } = origin;
    if (isOfOther && hasFacts(origin))
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)('  found by this run:');
    if (file !== undefined)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`  provenance, as its uploader states it (${file}, not signed):`);
    const mismatch = mismatchOf(origin);
    if (mismatch !== undefined)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`  ${mismatch}`);
    if (origin.match === 'unchecked')
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)('  the files were not compared with it');
    if (commit !== undefined)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`  commit ${commit}${modified ? ', with uncommitted changes' : ''}${after(' on ', ref)}${after(' of ', repository)}`);
    if (runUrl !== undefined || workflow !== undefined)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`  run${after(' ', runUrl)}${after(' of ', workflow)}`);
    const job = slurmText(origin);
    if (job !== undefined)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`  ${job}`);
    if (actor !== undefined)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`  started by ${actor}${after(', as user ', user)}`);
    else if (file !== undefined && user !== undefined)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`  as user ${user}`);
    if (message !== undefined)
        for (const text of messageLines(message))
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`  | ${text}`);
}
/** The same as rows of a summary. */
function originRows(origin, { isOfOther = false } = {}) {
    const { commit, modified, ref, repository, workflow, runUrl, actor, user, file, message } = origin;
    const rows = [];
    if (isOfOther && hasFacts(origin))
        rows.push(['Found by', 'this run']);
    const place = [
        ...(ref === undefined ? [] : [`on ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCode */ .tn)(ref)}`]),
        ...(repository === undefined ? [] : [`of ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeLink */ .Es)(repository)}`]),
    ];
    if (commit !== undefined)
        rows.push([
            'Commit',
            [`${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCode */ .tn)(commit)}${modified ? ', with uncommitted changes' : ''}`, ...place].join(' '),
        ]);
    const run = [
        ...(runUrl === undefined ? [] : [(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeLink */ .Es)(runUrl)]),
        ...(workflow === undefined ? [] : [`of ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkup */ .My)(workflow)}`]),
    ];
    if (run.length > 0)
        rows.push(['Run', run.join(' ')]);
    const job = slurmText(origin);
    if (job !== undefined)
        rows.push(['Job', (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkup */ .My)(job)]);
    if (actor !== undefined)
        rows.push([
            'Started by',
            `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCode */ .tn)(actor)}${user === undefined ? '' : `, as user ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCode */ .tn)(user)}`}`,
        ]);
    else if (file !== undefined && user !== undefined)
        rows.push(['User', (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCode */ .tn)(user)]);
    if (message !== undefined)
        rows.push(['Message', messageLines(message).map(_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkup */ .My).join('<br>')]);
    if (file !== undefined) {
        const mismatch = mismatchOf(origin);
        const unchecked = origin.match === 'unchecked' ? ', and not compared with the files' : '';
        const warning = mismatch === undefined ? '' : `<br>\u26a0\ufe0f **${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkup */ .My)(mismatch)}**`;
        rows.push([
            'Provenance',
            `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCode */ .tn)(file)}, as its uploader states it; not signed${unchecked}${warning}`,
        ]);
    }
    return rows;
}
const hasFacts = ({ commit, runUrl, workflow, actor, slurmJob }) => [commit, runUrl, workflow, actor, slurmJob].some((fact) => fact !== undefined);
const after = (words, fact) => (fact === undefined ? '' : words + fact);
/** `Slurm job 17 (train) on cluster hpc`; undefined outside of one. */
function slurmText({ slurmJob, slurmJobName, slurmCluster }) {
    if (slurmJob === undefined)
        return undefined;
    const name = slurmJobName === undefined ? '' : ` (${slurmJobName})`;
    return `Slurm job ${slurmJob}${name}${after(' on cluster ', slurmCluster)}`;
}
function messageLines(message) {
    const all = message.trim().split('\n').map(_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI);
    return all.length > MOST_LINES ? [...all.slice(0, MOST_LINES), '\u2026'] : all;
}


/***/ }),

/***/ 3595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ changesTable),
/* harmony export */   Fl: () => (/* binding */ setChangeOutputs),
/* harmony export */   Lq: () => (/* binding */ changesSinceLatest),
/* harmony export */   QI: () => (/* binding */ changeTotals),
/* harmony export */   QP: () => (/* binding */ changeRows),
/* harmony export */   T4: () => (/* binding */ changesMarkdown),
/* harmony export */   Xz: () => (/* binding */ incomparableFacts),
/* harmony export */   Zg: () => (/* binding */ changeCounts),
/* harmony export */   _1: () => (/* binding */ logChanges),
/* harmony export */   al: () => (/* binding */ logChangeTotals),
/* harmony export */   c$: () => (/* binding */ changesJson),
/* harmony export */   zX: () => (/* binding */ incomparableText)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1700);
/* harmony import */ var _client_review_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2098);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8034);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6366);



/** The longest list that people see; the rest is counted. */
const MOST_SHOWN = 20;
/**
 * Compares a version with the latest one. If that fails, logs the reason and returns it, whatever the service answers: the
 * comparison only supplements other facts.
 */
async function changesSinceLatest(connection, ref, manifest, signal) {
    const found = await changesOrFailure(connection, ref, manifest, signal);
    if (found.incomparable !== undefined)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(incomparableText(found.incomparable));
    return found;
}
async function changesOrFailure(connection, ref, manifest, signal) {
    try {
        return await (0,_client_review_index_js__WEBPACK_IMPORTED_MODULE_1__/* .changesFromLatest */ .TZ)(connection, ref, manifest, { signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE))
            throw error;
        return { incomparable: { version: undefined, error } };
    }
}
/** Says that a version cannot be compared with another one, and why. */
const incomparableText = ({ version, error }) => `It cannot be compared with ${version ?? 'the latest version'}: ${error.message}`;
/** The same for programs. */
const incomparableFacts = ({ version, error }) => ({
    version: version ?? null,
    code: error.code,
    message: error.message,
});
/** `1 added, 20,000 changed, 0 removed`. */
function changeCounts({ added, changed, removed }) {
    const counts = Object.entries({ added, changed, removed });
    return counts.map(([kind, paths]) => `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(paths.length)} ${kind}`).join(', ');
}
/** `12 KiB of new data, 30.7 MiB unchanged`. */
const dataText = ({ newBytes, unchangedBytes }) => `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(newBytes)} of new data, ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(unchangedBytes)} unchanged`;
const totalText = ({ before, after }) => `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .amountText */ .cY)(after)} now, ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .amountText */ .cY)(before)} before`;
/** The sizes of both versions, and how much of the later one is new. */
const changeTotals = (difference) => [
    totalText(difference),
    dataText(difference),
];
/** Logs how a version differs from an earlier one, in numbers. */
function logChangeTotals({ version, difference }) {
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`Compared with version ${version}: ${changeCounts(difference)}`);
    for (const text of changeTotals(difference))
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`  ${text}`);
}
/** Logs the same, and the largest changes, folded. */
function logChanges(changes) {
    logChangeTotals(changes);
    const { difference } = changes;
    const { shown, rest } = largest(difference);
    if (shown.length === 0)
        return;
    const sizes = shown.map(sizeText);
    const width = Math.max(...sizes.map((text) => text.length));
    const lines = shown.map(({ kind, path, ...change }, at) => {
        const earlier = kind === 'changed' ? ` (${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(change.beforeBytes ?? 0)} before)` : '';
        return `${MARKS[kind]} ${sizes[at]?.padStart(width)}  ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(path)}${earlier}`;
    });
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .group */ .Os)('Changes, largest first', rest === undefined ? lines : [...lines, rest]);
}
const MARKS = { added: '+', changed: '~', removed: '-' };
/** The size of a file now; of one that is removed, before. */
const sizeText = ({ beforeBytes = 0, afterBytes = beforeBytes }) => (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(afterBytes);
/** The same totals, as rows of a summary. */
function changeRows({ version, difference }) {
    return [
        [`Compared with ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeCode */ .tn)(version)}`, changeCounts(difference)],
        ['Size before', (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .amountText */ .cY)(difference.before)],
        ['Data', dataText(difference)],
    ];
}
/** The largest changes as a block of a summary; none if nothing differs. */
function changesMarkdown({ difference }, { isOpen }) {
    const { shown, rest } = largest(difference);
    if (shown.length === 0)
        return [];
    const cell = (bytes) => (bytes === undefined ? '' : (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes));
    const rows = shown.map(({ kind, path, beforeBytes, afterBytes }) => `| ${kind} | ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeCode */ .tn)((0,_kit_index_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(path))} | ${cell(beforeBytes)} | ${cell(afterBytes)} |`);
    const table = [
        '| | path | size before | size after |',
        '|---|---|--:|--:|',
        ...rows,
        ...(rest === undefined ? [] : [`| | ${rest} | | |`]),
    ].join('\n');
    const open = isOpen ? '<details open>' : '<details>';
    return [`${open}<summary>Changes, largest first</summary>\n\n${table}\n\n</details>`];
}
/** The largest changes, and a text that counts the others by kind; undefined if there are none. */
function largest(difference) {
    const shown = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .largestChanges */ .oX)(difference, MOST_SHOWN);
    const counts = ['added', 'changed', 'removed'].map((kind) => ({
        kind,
        count: difference[kind].length - shown.filter((change) => change.kind === kind).length,
    }));
    const rest = counts.reduce((sum, { count }) => sum + count, 0);
    const byKind = counts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(count)} ${kind}`);
    return { shown, rest: rest === 0 ? undefined : `\u2026 and ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(rest)} more: ${byKind.join(', ')}` };
}
/** All changes as a table: kind, bytes (before, of what is removed), and path. */
function changesTable(difference) {
    const kinds = ['added', 'changed', 'removed'];
    return {
        columns: [{ title: 'CHANGE' }, { title: 'SIZE', isNumeric: true }, { title: 'PATH' }],
        rows: kinds.flatMap((kind) => difference[kind].map(({ path, beforeBytes = 0, afterBytes = beforeBytes }) => [
            { value: kind },
            { value: afterBytes, shown: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(afterBytes) },
            { value: path },
        ])),
    };
}
/** Sets {@link changeOutputs}. */
function setChangeOutputs(setOutput, { added, changed, removed, before, newBytes, unchangedBytes }) {
    setOutput('files-added', added.length);
    setOutput('files-changed', changed.length);
    setOutput('files-removed', removed.length);
    setOutput('previous-size-bytes', before.bytes);
    setOutput('new-bytes', newBytes);
    setOutput('unchanged-bytes', unchangedBytes);
}
/** The largest changes as JSON: `kind`, `path`, `beforeBytes` and `afterBytes`, which is null where there is no file. */
function changesJson(difference, most) {
    const changes = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .largestChanges */ .oX)(difference, most);
    return JSON.stringify(changes.map(({ kind, path, beforeBytes = null, afterBytes = null }) => ({
        kind,
        path,
        beforeBytes,
        afterBytes,
    })));
}


/***/ }),

/***/ 6664:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ versionUrl),
/* harmony export */   Xt: () => (/* binding */ logHowToApprove),
/* harmony export */   f6: () => (/* binding */ approveCommand),
/* harmony export */   kt: () => (/* binding */ howToApproveMarkdown)
/* harmony export */ });
/* harmony import */ var _client_connection_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2215);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2020);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6366);



/** The address of a version under `/fetch`, where a browser lists its files. */
const versionUrl = (connection, ref) => `${(0,_client_connection_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchUrl */ .QJ)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .refPath */ .NA)(ref))}/`;
/** The command that approves exactly this content, as one line for a shell. */
function approveCommand({ connection: { url }, ref, digest }) {
    const place = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .shellWord */ .r)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .refPath */ .NA)(ref));
    const options = `--manifest-digest ${digest} --url ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .shellWord */ .r)(url)}`;
    // A name may begin like an option.
    return (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .refPath */ .NA)(ref).startsWith('-')
        ? `gobbler approve ${options} -- ${place}`
        : `gobbler approve ${place} ${options}`;
}
/** The command that serves a page with the pending versions of a project, as one line for a shell. */
function reviewCommand({ connection: { url }, ref: { project } }) {
    const [place, address] = [(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .shellWord */ .r)(project), (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .shellWord */ .r)(url)];
    return project.startsWith('-')
        ? `gobbler review --url ${address} -- ${place}`
        : `gobbler review ${place} --url ${address}`;
}
/**
 * Logs what an approver needs: who can approve, the link to the files, and on lines of their own the commands to look at the
 * changes and to approve them.
 */
function logHowToApprove(approvable, maintainers) {
    const { connection, ref } = approvable;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} can be approved by ${maintainers}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`  files: ${versionUrl(connection, ref)}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)('  to see the changes on a page:');
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`    ${reviewCommand(approvable)}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`  to approve exactly this content, run this where ${connection.serviceStaging} is mounted:`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`    ${approveCommand(approvable)}`);
}
/** The same commands, and the workflow step that approves, as blocks of a summary. */
function howToApproveMarkdown(approvable) {
    const { connection, ref, digest } = approvable;
    const { project, asset, version } = ref;
    const inputs = { url: connection.url, project, asset, version, 'manifest-digest': digest };
    return [
        `To see the changes on a page:\n\n${fenced('sh', [reviewCommand(approvable)])}`,
        `To approve exactly this content, run this where ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeCode */ .tn)(connection.serviceStaging)} is mounted:\n\n${fenced('sh', [approveCommand(approvable)])}`,
        `Or add this step to a workflow whose runner acts as an owner of the project:\n\n${fenced('yaml', stepLines('approve', inputs))}`,
    ];
}
const fenced = (language, lines) => [`\`\`\`${language}`, ...lines, '```'].join('\n');
const OURS = 'gobbler-action/gobbler-action';
/** The tag of the newest release of this major version, as in the documentation. */
const NEWEST = 'v0';
/** A workflow step, for copying: the action of that name, from where this one runs. */
function stepLines(action, inputs) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
    const from = repository ? `${repository}/${action}@${ref || NEWEST}` : `${OURS}/${action}@${NEWEST}`;
    const values = Object.entries(inputs).map(([name, value]) => `    ${name}: ${yamlText(value)}`);
    return [`- uses: ${yamlText(from)}`, '  with:', ...values];
}
const PLAIN = /^[A-Za-z][\w./@-]*$|^https?:[\w./:-]+$/;
/** Words that YAML does not read as text. */
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;
/** A text as a YAML scalar in one line of printable characters. Escapes of JSON mean the same in YAML. */
function yamlText(value) {
    if (PLAIN.test(value) && !WORDS.test(value))
        return value;
    return (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(JSON.stringify(value).replaceAll('##[', '#\\u0023['));
}


/***/ }),

/***/ 5157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dO: () => (/* binding */ maintainersOf),
/* harmony export */   j7: () => (/* binding */ findMaintainers),
/* harmony export */   vA: () => (/* binding */ asMaintainer)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7154);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6464);
/* harmony import */ var _client_requests_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8946);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3956);



/**
 * Returns the users who may decide about a project, as text: its owners by name. Never throws: the text only
 * supplements a message.
 */
async function maintainersOf(connection, project, signal) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .maintainersText */ .b)(await findMaintainers(connection, project, signal));
}
/** Returns the users who may decide about a project; without owners if they cannot be read. Never throws. */
async function findMaintainers(connection, project, signal) {
    try {
        const { owners } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchPermissions */ .LN)(connection, { project }, { forceRemote: true, signal });
        return { project, owners };
    }
    catch {
        return { project };
    }
}
/** Runs a request that only maintainers of the project may make; a refusal names them. */
async function asMaintainer(connection, project, { signal, action }, request) {
    try {
        return await request();
    }
    catch (error) {
        const refused = (0,_client_requests_index_js__WEBPACK_IMPORTED_MODULE_2__/* .unauthorizedUser */ .Qr)(error);
        if (refused === undefined || !(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE))
            throw error;
        const { httpStatus, reason } = error;
        const details = { httpStatus, reason, cause: error };
        if (refused.isAboutSpoofing)
            throw (0,_client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('may-not-spoof', { error: error.message }, details);
        const maintainers = await findMaintainers(connection, project, signal);
        throw (0,_client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('not-a-maintainer', { error: error.message, action, maintainers }, details);
    }
}


/***/ }),

/***/ 4444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ versionRows),
/* harmony export */   b1: () => (/* binding */ versionLine),
/* harmony export */   vc: () => (/* binding */ contentSize)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1700);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8034);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6366);


/** The size of a content: `12 files, 3.4 MiB`. Empty directories are left out. */
function contentSize({ manifest }) {
    const { files, bytes } = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .amountOfFiles */ .$k)(manifest);
    return `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(files, 'file')}, ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(bytes)}`;
}
/** The uploader and the digest of a version, as a line of the log: several runners show no summary. */
function versionLine({ uploadUserId, uploadFinish }, digest) {
    return `  uploaded by ${uploadUserId}, finished ${uploadFinish}; manifest-digest ${digest}`;
}
/** The uploader and content of a version, as rows of a summary. */
function versionRows(summary, content) {
    return [
        ['Uploaded', `by ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCode */ .tn)(summary.uploadUserId)}, finished ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkup */ .My)(summary.uploadFinish)}`],
        ['Content', contentSize(content)],
        ['Manifest digest', `<code>${content.digest}</code>`],
    ];
}


/***/ }),

/***/ 522:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ AdaptiveIo)
});

// UNUSED EXPORTS: THIS_THREAD

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/fs/concurrency.js
var fs_concurrency = __webpack_require__(535);
;// CONCATENATED MODULE: ./build/fs/shared-rear.js
/** How many items are handed over at a time. */
const BATCH_ITEMS = 256;
/**
 * Batches in flight at most: enough to keep the other thread busy while this one does not read its messages, for tens of
 * milliseconds.
 */
const MOST_IN_FLIGHT = 16;
/** The rear of a list, which another thread does batch by batch, while this thread does the front. */
class SharedRear {
    #items;
    #thread;
    #inFlight = new Set();
    #left = [];
    #failure;
    #start;
    constructor(items, thread) {
        this.#items = items;
        this.#thread = thread;
        this.#start = items.length;
    }
    /** The index of the first item that was handed over. */
    get start() {
        return this.#start;
    }
    /** Whether a batch has failed. Stop then. */
    get hasFailed() {
        return this.#failure !== undefined;
    }
    /** Hands over more of the items from `done` on, unless the other thread has enough to do. */
    grow(done) {
        // At most half of what this thread still has to do, so that it does not wait long for the last of them.
        const mostInFlight = () => Math.min(MOST_IN_FLIGHT, (this.#start - done) / (2 * BATCH_ITEMS));
        while (this.#inFlight.size + 1 <= mostInFlight() && this.#thread.isReady()) {
            const batch = this.#items.slice(this.#start - BATCH_ITEMS, this.#start);
            this.#start -= BATCH_ITEMS;
            const doing = this.#hand(batch).finally(() => this.#inFlight.delete(doing));
            this.#inFlight.add(doing);
        }
    }
    /** Resolves when nothing is in flight. */
    async settle() {
        await Promise.all(this.#inFlight);
    }
    /** The items handed over that are still to be done, once all has settled. Throws the failure of the other thread. */
    left() {
        if (this.#failure !== undefined)
            throw this.#failure.error;
        return this.#left;
    }
    async #hand(batch) {
        try {
            for (const item of await this.#thread.perform(batch))
                this.#left.push(item);
        }
        catch (error) {
            this.#failure ??= { error };
        }
    }
}

;// CONCATENATED MODULE: ./build/fs/adaptive-io.js




/** Linux counts there. */
const STATUS = '/proc/thread-self/status';
/** Measures the thread that works, by the clock and by the kernel's counter. */
const THIS_THREAD = {
    nowMs: () => performance.now(),
    waits: () => {
        try {
            const [, count] = /^voluntary_ctxt_switches:\s*(\d+)$/m.exec((0,external_node_fs_.readFileSync)(STATUS, 'utf8')) ?? [];
            return Number(count ?? Number.POSITIVE_INFINITY);
        }
        catch {
            return Number.POSITIVE_INFINITY; // no Linux, or no /proc
        }
    },
};
/** Calls that take longer than this, on average, may be better done in the background, if the process waits for them. */
const SLOW_MS = 0.4;
/** Slower calls are not shared with another thread: it makes one at a time, and the background many. */
const FAST_MS = 0.05;
/** How many items this thread does before it shares the others. */
const FIRST_ITEMS = 64;
/** How often the process has to give up the processor for a call, on average, to be waiting rather than computing. */
const WAITS_A_CALL = 0.5;
/** How long the event loop may be held up: timers, signals and the socket have to be served. */
const SLICE_MS = 10;
/** How many items are done before the time is looked at again, at most: few enough for a slice if they become slow. */
const MOST_AT_ONCE = 16;
/** Fewer say nothing about the filesystem. */
const FEW_CALLS = 4;
/** Older measurements are ignored. */
const MEMORY_MS = 200;
/** Over how many operations an average moves. */
const SPAN = 16;
const DEFAULT_IN_FLIGHT = 64;
/** Fewer operations in the background do not fill it, and show nothing. */
const FEWEST_TRIED = 8;
/** How many rounds of operations in the background it takes to compare both forms. The first is not counted. */
const TRIAL_ROUNDS = 4;
/** The background has to be so much faster, since it also takes several times as much processor time. */
const WORTH_IT = 0.9;
/**
 * Operations until the forms are compared again, once the immediate one has turned out to be faster; twice as many after
 * each time. Code that runs for the first time is slow, so the first comparison may be wrong.
 */
const NEXT_TRIAL_AFTER = 100;
/**
 * Does something small for many items, in the form that suits the filesystem: the immediate one to begin with; if operations
 * turn out to be slow, some in the background for comparison, and all others in the form that was faster. Measured: on a
 * local disk the immediate form is several times as fast, with a millisecond of latency the other, and in between (a file
 * server nearby) it depends on the operation and on the processor.
 */
class AdaptiveIo {
    #meter;
    #isSlow = false;
    #backgroundRatio = 1;
    #averageMs = 0;
    #calls = 0;
    #spentMs = 0;
    #nextTrialAfter = NEXT_TRIAL_AFTER;
    /** Counted from when calls have begun to seem slow. */
    #waits = 0;
    #seemsSlow = false;
    /** Operations that are still done at once before the next comparison. */
    #untilTrial = 0;
    constructor(meter = THIS_THREAD) {
        this.#meter = meter;
    }
    /**
     * How long an operation in the background takes, as a multiple of one at once, when both were compared last; 1 before.
     * Below 1, several at a time wait for the filesystem, which takes longer than to get them there.
     */
    get backgroundRatio() {
        return this.#backgroundRatio;
    }
    /** Whether to do work in the background now. */
    get isSlow() {
        return this.#isSlow;
    }
    /** Does something small once, in the form that suits the filesystem. Returns its result. */
    async once({ now, later, calls = 1 }) {
        if (this.#isSlow)
            return later();
        const begun = this.#meter.nowMs();
        const result = now();
        this.note((this.#meter.nowMs() - begun) / calls);
        return result;
    }
    /** Learns how long a call took that was done at once elsewhere, such as in another thread. */
    note(callMs) {
        // A moving average: one hiccup says nothing, however long it is.
        this.#averageMs += (Math.min(callMs, SLOW_MS * 4) - this.#averageMs) / SPAN;
        this.#isSlow = this.#averageMs > SLOW_MS && this.#untilTrial <= 0;
    }
    /** The first failure ends it, and is thrown when nothing is under way any more. */
    async forEach(items, work, { concurrency = DEFAULT_IN_FLIGHT, signal } = {}) {
        (0,fs_concurrency/* requireConcurrency */.rq)(concurrency);
        const { otherThread } = work;
        const rest = otherThread === undefined ? items : await this.#share(items, work, otherThread, signal);
        let done = 0;
        while (done < rest.length && !this.#isSlow) {
            signal?.throwIfAborted();
            const baselineMs = this.#callMs();
            if (baselineMs !== undefined && rest.length - done >= FEWEST_TRIED) {
                const trial = rest.slice(done, done + concurrency * TRIAL_ROUNDS);
                const callMs = await timeOf(trial, this.#meter, { ...work, concurrency, signal });
                done += trial.length;
                this.#backgroundRatio = callMs / baselineMs;
                if (this.#backgroundRatio < WORTH_IT)
                    this.#isSlow = true;
                this.#untilTrial = this.#nextTrialAfter;
                this.#nextTrialAfter *= 2;
                this.#forget();
            }
            else {
                done = this.#doSlice(rest, [done, rest.length], work);
                if (done < rest.length)
                    await (0,promises_.setImmediate)();
            }
        }
        if (done < rest.length)
            await (0,fs_concurrency/* forEachConcurrently */.DW)(rest.slice(done), concurrency, work.later, signal);
    }
    /**
     * As long as calls are fast, does the front of a list here, and the rear in another thread. Returns the items that are
     * still to be done.
     */
    async #share(items, work, otherThread, signal) {
        const rear = new SharedRear(items, otherThread);
        let done = 0;
        try {
            while (done < rear.start && !rear.hasFailed && !this.#isSlow && !this.#seemsSlow) {
                signal?.throwIfAborted();
                const begun = this.#meter.nowMs();
                // A few show whether calls are fast.
                const last = done === 0 ? Math.min(FIRST_ITEMS, rear.start) : rear.start;
                const before = done;
                done = this.#doSlice(items, [before, last], work);
                const calls = (done - before) * (work.calls ?? 1);
                if (this.#meter.nowMs() - begun <= calls * FAST_MS)
                    rear.grow(done);
                await (0,promises_.setImmediate)();
            }
        }
        finally {
            await rear.settle();
        }
        return [...items.slice(done, rear.start), ...rear.left()];
    }
    /** Does as many as fit into a slice of time, of those between two places. Returns how far it got. */
    #doSlice(items, [done, last], { now, calls = 1 }) {
        if (this.#spentMs > MEMORY_MS && this.#calls >= FEW_CALLS)
            this.#forget();
        const mayTry = this.#seemsSlow && this.#untilTrial <= 0;
        const waited = mayTry ? this.#meter.waits() : 0;
        const begun = this.#meter.nowMs();
        let next = done;
        let spentMs = 0;
        // Asking for the time is a call, too: where items are fast, several pass before it is asked for again.
        for (let burst = 1; next < last && spentMs < SLICE_MS;) {
            const end = Math.min(next + burst, last);
            while (next < end)
                now(items[next++]);
            const soFarMs = this.#meter.nowMs() - begun;
            if ((soFarMs - spentMs) * 2 < SLICE_MS - soFarMs && burst < MOST_AT_ONCE)
                burst *= 2;
            spentMs = soFarMs;
        }
        // Over all slices: where a call takes long, only a few fit into one.
        this.#spentMs += spentMs;
        this.#calls += (next - done) * calls;
        this.#untilTrial -= next - done;
        if (mayTry) {
            const waits = this.#meter.waits() - waited;
            this.#waits += Number.isNaN(waits) ? Number.POSITIVE_INFINITY : waits;
        }
        else if (this.#isSlowCall()) {
            // Whether they wait is only counted where it matters.
            this.#seemsSlow = true;
            this.#forget();
        }
        return next;
    }
    /** Whether calls have taken long on average, and there were enough of them to say so. */
    #isSlowCall() {
        return this.#calls >= FEW_CALLS && this.#spentMs / this.#calls > SLOW_MS;
    }
    /** The time of a call, if calls are slow because this thread waits for them, and are not known to be faster this way. */
    #callMs() {
        const isSlow = this.#seemsSlow &&
            this.#untilTrial <= 0 &&
            this.#isSlowCall() &&
            this.#waits / this.#calls >= WAITS_A_CALL;
        return isSlow ? this.#spentMs / this.#calls : undefined;
    }
    #forget() {
        this.#spentMs = 0;
        this.#calls = 0;
        this.#waits = 0;
    }
}
/**
 * Does the items in the background. Returns the time of a call, but for the first round: the threads of the background start
 * with it, and its code is not compiled yet.
 */
async function timeOf(items, { nowMs }, { later, calls = 1, concurrency, signal }) {
    const begun = nowMs();
    const warm = Math.min(concurrency, Math.floor(items.length / 2));
    let done = 0;
    let warmAt = begun;
    await (0,fs_concurrency/* forEachConcurrently */.DW)(items, concurrency, async (item) => {
        await later(item);
        if (++done === warm)
            warmAt = nowMs();
    }, signal);
    return (nowMs() - warmAt) / ((done - warm) * calls);
}


/***/ }),

/***/ 6879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   EW: () => (/* binding */ readSmallFile),
/* harmony export */   RW: () => (/* binding */ md5OfFiles),
/* harmony export */   XG: () => (/* binding */ SMALL_FILE_BYTES),
/* harmony export */   iF: () => (/* binding */ md5Of),
/* harmony export */   o5: () => (/* binding */ readSmall),
/* harmony export */   rw: () => (/* binding */ copyWithChecksum),
/* harmony export */   yQ: () => (/* binding */ hashFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5023);
/* harmony import */ var _adaptive_io_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(522);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(535);
/* harmony import */ var _open_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2778);
/* harmony import */ var _threads_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1162);







/** Files up to this size are read and hashed in one go, which is many times as fast for small ones. */
const SMALL_FILE_BYTES = 1024 * 1024;
/** Hashing is bound by the processor, and so is the number of workers; more files at a time do not help. */
const LARGE_FILES_IN_FLIGHT = 4;
const SMALL_FILES_IN_FLIGHT = 16;
/** The MD5 of bytes in memory, as the service writes it. */
function md5Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('md5', content, 'hex');
}
/** Size and checksums of bytes in memory. */
function contentOf(bytes, { wantsChecksum = true, wantsSha256 = false }) {
    const md5sum = wantsChecksum ? md5Of(bytes) : '';
    return { size: bytes.length, md5sum, ...(wantsSha256 && { sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', bytes, 'hex') }) };
}
/** MD5 of files, each read once. `placeOf` gives the place of a file on this machine. */
async function md5OfFiles(files, placeOf, options = {}) {
    const sums = new Map();
    await hashFiles(files, placeOf, (file, { md5sum }) => sums.set(file.path, md5sum), options);
    return sums;
}
/** Hashes files, each read once; `take` gets what each contains. */
async function hashFiles(files, placeOf, take, options) {
    const { signal, onRead, onFile, require, onFailure } = options;
    const note = (file, content) => {
        onRead?.(file, content.size);
        take(file, content);
        onFile?.(file);
    };
    const failed = (file, error) => {
        if (onFailure === undefined || (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .U)(error) === undefined)
            throw error;
        onFailure(file, error);
    };
    const requiring = (file) => require && ((opened) => require(file, opened));
    const now = (file) => {
        try {
            note(file, contentOf(readSmallFile(placeOf(file), { require: requiring(file) }), options));
        }
        catch (error) {
            failed(file, error);
        }
    };
    const hashSmall = async (file) => contentOf(await readOpened(placeOf(file), requiring(file)), options);
    const hashLarge = (file) => withRequired(placeOf(file), requiring(file), ({ fd: descriptor }) => (0,_threads_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashFile */ .DC)({ descriptor, sizeBytes: file.sizeBytes }, options));
    const later = (hash) => (file) => hash(file)
        .then((content) => note(file, content))
        .catch((error) => failed(file, error));
    const small = files.filter((file) => file.sizeBytes <= SMALL_FILE_BYTES);
    const inFlight = { concurrency: SMALL_FILES_IN_FLIGHT, signal };
    await new _adaptive_io_js__WEBPACK_IMPORTED_MODULE_4__/* .AdaptiveIo */ .p().forEach(small, { now, later: later(hashSmall) }, inFlight);
    const large = files.filter((file) => file.sizeBytes > SMALL_FILE_BYTES);
    await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_5__/* .forEachConcurrently */ .DW)(large, LARGE_FILES_IN_FLIGHT, later(hashLarge), signal);
}
/** One byte more, by which a file is noticed that is not small any more. */
const scratch = Buffer.allocUnsafeSlow(SMALL_FILE_BYTES + 1);
/** Something else may have taken the place of a file; a FIFO must not be waited for. */
const OPEN_TO_READ = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK;
/**
 * A small file's content, or the beginning of a larger one, valid until the next call: always the same memory, so that many
 * files do not pile up.
 */
function readSmallFile(file, { require, onRead, sizeBytes } = {}) {
    return (0,_open_file_js__WEBPACK_IMPORTED_MODULE_6__/* .withOpenNow */ .B)(file, OPEN_TO_READ, (descriptor) => {
        require?.((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor));
        const content = readSmall(descriptor, sizeBytes);
        onRead?.(descriptor);
        return content;
    });
}
/** The same of an open file, from its start. */
function readSmall(descriptor, sizeBytes = Number.POSITIVE_INFINITY) {
    let length = 0;
    for (;;) {
        const bytesRead = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, scratch, length, scratch.length - length, length);
        length += bytesRead;
        if (bytesRead === 0 || length >= sizeBytes || length === scratch.length)
            return scratch.subarray(0, length);
    }
}
/** The same in the background, in memory of its own. */
const readOpened = (file, require) => withRequired(file, require, (handle) => handle.readFile());
/** Opens a file to read it, unless it is refused then. */
function withRequired(file, require, use) {
    return (0,_open_file_js__WEBPACK_IMPORTED_MODULE_6__/* .withOpen */ .X)(file, OPEN_TO_READ, async (handle) => {
        if (require !== undefined)
            require(await handle.stat());
        return use(handle);
    });
}
/**
 * Copies a file and returns checksums of what was copied: every byte is read once. The copy must not exist yet; its mode
 * is `mode`, reduced by the umask. `require` may refuse the file once it is open.
 */
async function copyWithChecksum(from, to, { sizeBytes, mode, require, ...options }) {
    if (sizeBytes <= SMALL_FILE_BYTES) {
        const content = await readOpened(from, require);
        await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.writeFile(to, content, { flag: 'wx', mode });
        return contentOf(content, options);
    }
    return withRequired(from, require, (source) => (0,_open_file_js__WEBPACK_IMPORTED_MODULE_6__/* .withOpen */ .X)(to, 'wx', (target) => (0,_threads_index_js__WEBPACK_IMPORTED_MODULE_3__/* .copyFile */ .m3)({ descriptor: source.fd, sizeBytes }, target.fd, options), mode));
}


/***/ }),

/***/ 4205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ retryStale),
/* harmony export */   d: () => (/* binding */ removeTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5023);
/* harmony import */ var _fresh_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(835);





const STALE_PAUSES_MS = [50, 200, 800];
/** As long as a process of this machine may take to close its files when it ends. */
const REMOVAL_PAUSES_MS = [50, 100, 200, 400, 800, 1_600];
/**
 * Repeats what fails with ESTALE: the file or directory was replaced on the server, and this machine goes by a handle that
 * is no longer valid. Before each repeat, the way to `place` is opened anew. Then throws the ESTALE.
 */
async function retryStale(place, work, onRetry) {
    for (const pauseMs of STALE_PAUSES_MS) {
        try {
            return await work();
        }
        catch (error) {
            if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .U)(error) !== 'ESTALE')
                throw error;
            onRetry?.(`${place} has a stale file handle; opening it again`);
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(pauseMs);
        await (0,_fresh_js__WEBPACK_IMPORTED_MODULE_4__/* .refreshPath */ .hZ)('/', node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(place));
    }
    return work();
}
/**
 * Removes a file, or a directory with all that is in it; links are removed, not followed. That it is gone already is fine.
 * A directory cannot be removed from NFS while a process of this machine has a file open that was in it: tries again for
 * three seconds (ENOTEMPTY, EBUSY), then throws.
 */
async function removeTree(item, onRetry) {
    for (const pauseMs of REMOVAL_PAUSES_MS) {
        try {
            return await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rm(item, { recursive: true, force: true });
        }
        catch (error) {
            if (!['ENOTEMPTY', 'EBUSY', 'EEXIST', 'ESTALE'].includes((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .U)(error) ?? ''))
                throw error;
            if (pauseMs >= 400)
                onRetry?.(`${item} cannot be removed yet (${(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .b)(error)}); trying again`);
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(pauseMs);
    }
    return node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rm(item, { recursive: true, force: true });
}


/***/ }),

/***/ 8368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ ifErrno),
/* harmony export */   xb: () => (/* binding */ refusedAs),
/* harmony export */   y: () => (/* binding */ ifThere),
/* harmony export */   yR: () => (/* binding */ ifRefused)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5023);

/** The result of some work; undefined if its file or directory does not exist. */
const ifThere = (work) => work.catch(ifMissing(() => undefined));
/** Handles, in a `catch`, that a file or directory does not exist; throws everything else. */
const ifMissing = (handle) => ifErrno(['ENOENT', 'ENOTDIR'], handle);
/** Handles, in a `catch`, errors of the system with one of these codes; throws everything else. */
const ifErrno = (codes, handle) => (error) => {
    if (codes.includes((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .U)(error) ?? ''))
        return handle(error);
    throw error;
};
/** Handles, in a `catch`, whatever the system refuses; throws everything else. */
const ifRefused = (handle) => (error) => {
    if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .U)(error) === undefined)
        throw error;
    return handle(error);
};
/** Throws, in a `catch`, what `explain` makes of an error of the system; throws everything else as it is. */
const refusedAs = (explain) => (error) => {
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .U)(error) === undefined ? error : explain(error);
};


/***/ }),

/***/ 8208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fb: () => (/* binding */ deleteRequest),
/* harmony export */   IL: () => (/* binding */ refreshLatestRequest),
/* harmony export */   JN: () => (/* binding */ approveProbationRequest),
/* harmony export */   KL: () => (/* binding */ healthCheckRequest),
/* harmony export */   NP: () => (/* binding */ requestFileName),
/* harmony export */   U8: () => (/* binding */ setPermissionsRequest),
/* harmony export */   Uf: () => (/* binding */ refreshUsageRequest),
/* harmony export */   VZ: () => (/* binding */ rerouteLinksRequest),
/* harmony export */   Xi: () => (/* binding */ createProjectRequest),
/* harmony export */   je: () => (/* binding */ rejectProbationRequest),
/* harmony export */   tk: () => (/* binding */ uploadRequest),
/* harmony export */   w4: () => (/* binding */ validateVersionRequest),
/* harmony export */   xs: () => (/* binding */ reindexVersionRequest)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7360);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7270);


/** The name of a request file: `request-{action}-{suffix}`. Protocol \u00a76.1. */
function requestFileName(action, suffix) {
    return `request-${action}-${suffix}`;
}
function request(action, fields) {
    return { action, content: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeJson */ .Pr)(fields) };
}
/** Protocol \u00a711.2. */
function uploadRequest(upload) {
    const { source, project, asset, version, onProbation, ignoreDot, consume, spoof } = upload;
    return request('upload', {
        source,
        project,
        asset,
        version,
        on_probation: onProbation,
        ignore_dot: ignoreDot,
        consume,
        spoof,
    });
}
/** Permissions as a request carries them: what is left out stays as it is. */
function permissionFields({ owners, uploaders, globalWrite }) {
    return { owners, uploaders: uploaders && (0,_records_js__WEBPACK_IMPORTED_MODULE_1__/* .encodableUploaders */ .dn)(uploaders), global_write: globalWrite };
}
/** Protocol \u00a711.1. Without `permissions` the requester becomes the only owner. */
function createProjectRequest(project, permissions) {
    return request('create_project', { project, permissions: permissions && permissionFields(permissions) });
}
/** Protocol \u00a711.3. */
function setPermissionsRequest({ project, asset }, permissions, { spoof } = {}) {
    return request('set_permissions', { project, asset, permissions: permissionFields(permissions), spoof });
}
/** Protocol \u00a711.4. */
function approveProbationRequest({ project, asset, version }, { spoof } = {}) {
    return request('approve_probation', { project, asset, version, spoof });
}
/** Protocol \u00a711.5. */
function rejectProbationRequest({ project, asset, version }, { force, spoof } = {}) {
    return request('reject_probation', { project, asset, version, force, spoof });
}
/** Protocol \u00a711.6. */
function refreshLatestRequest({ project, asset }) {
    return request('refresh_latest', { project, asset });
}
/** Protocol \u00a711.7. */
function refreshUsageRequest(project) {
    return request('refresh_usage', { project });
}
/** Protocol \u00a711.8. */
function reindexVersionRequest({ project, asset, version }) {
    return request('reindex_version', { project, asset, version });
}
/** Protocol \u00a711.9. */
function validateVersionRequest({ project, asset, version }) {
    return request('validate_version', { project, asset, version });
}
/** The deletion of whatever `target` names. Protocol \u00a711.10. `force` goes on where records are damaged. */
function deleteRequest({ project, asset, version }, force) {
    if (asset === undefined)
        return request('delete_project', { project });
    if (version === undefined)
        return request('delete_asset', { project, asset, force });
    return request('delete_version', { project, asset, version, force });
}
/** Protocol \u00a711.11. */
function rerouteLinksRequest(toDelete, dryRun) {
    const targets = toDelete.map(({ project, asset, version }) => ({ project, asset, version }));
    return request('reroute_links', { to_delete: targets, dry_run: dryRun });
}
/** Protocol \u00a711.12. */
function healthCheckRequest() {
    return request('health_check', {});
}


/***/ })

};
})(),
(() => {
"use strict";
return {

/***/ 7675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ requireCacheRoot),
/* harmony export */   P5: () => (/* binding */ cacheRoot),
/* harmony export */   lD: () => (/* binding */ existingCacheRoots)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5023);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8368);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6617);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8431);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2778);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7261);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6836);





/** Everybody may read cached files, as in the registry; nobody else may write there. */
const ROOT_MODE = 0o755;
const WRITABLE_BY_OTHERS = 0o022;
/**
 * The directory for what is kept between runs: hashes, and files that came over HTTP. The first usable one of
 *
 * 1. `preferred`, which several users may share;
 * 2. the same with the user id appended, if `preferred` belongs to another user;
 * 3. `gobbler-action` in the user's own cache directory.
 *
 * A directory is usable if it belongs to this user and can be written to. It is created if it is missing, and closed to
 * writing by others. Code `destination-unavailable` if there is none, with the reason for each.
 */
async function cacheRoot(preferred) {
    const directories = [];
    for (const candidate of candidates(preferred)) {
        const unusable = await claim(candidate);
        if (unusable === undefined) {
            (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_2__/* .traceDecision */ .wP)(() => `${candidate} is the cache directory`);
            return candidate;
        }
        directories.push(unusable);
    }
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('no-cache-directory', { directories });
}
/** A cache directory that the caller names: that one, or code `destination-unavailable`. */
async function requireCacheRoot(root) {
    const unusable = await claim(root);
    if (unusable === undefined)
        return root;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('cache-directory-unusable', unusable);
}
/** The directories of {@link cacheRoot} that exist and belong to this user; none is created. */
async function existingCacheRoots(preferred) {
    const found = [];
    for (const candidate of candidates(preferred)) {
        const stats = await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)(node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(candidate));
        if (stats?.isDirectory() === true && (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwn */ .NP)(stats))
            found.push(candidate);
    }
    return found;
}
/** After each directory, the one where this user goes if it belongs to somebody else. */
function candidates(preferred) {
    const user = process.geteuid?.();
    const roots = [preferred, ownRoot()].filter((root) => root !== undefined);
    return roots.flatMap((root) => (user === undefined ? [root] : [root, `${root}-${user}`]));
}
function ownRoot() {
    const { XDG_CACHE_HOME } = process.env;
    const home = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_6__/* .homeDirectory */ .R)();
    const folder = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
    const caches = XDG_CACHE_HOME || (home && node_path__WEBPACK_IMPORTED_MODULE_1___default().join(home, folder));
    return caches ? node_path__WEBPACK_IMPORTED_MODULE_1___default().join(caches, 'gobbler-action') : undefined;
}
/** Creates the directory if it is missing. The reason why it cannot be used, or undefined. */
async function claim(root) {
    try {
        await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .makeDirectory */ .O)(root, ROOT_MODE);
        const named = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(root);
        if (!(0,_fs_index_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwn */ .NP)(named))
            return { directory: root, owner: named.uid };
        const owner = await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_8__/* .withOpen */ .X)(root, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY, async (handle) => {
            const stats = await handle.stat();
            if (!(0,_fs_index_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwn */ .NP)(stats))
                return stats.uid;
            if (stats.mode & WRITABLE_BY_OTHERS)
                await handle.chmod(stats.mode & 0o7777 & ~WRITABLE_BY_OTHERS);
            return undefined;
        });
        if (owner !== undefined)
            return { directory: root, owner };
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.access(root, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        return undefined;
    }
    catch (error) {
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .errnoOf */ .U)(error) === undefined)
            throw error;
        return { directory: root, error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .messageOf */ .b)(error) };
    }
}


/***/ }),

/***/ 7442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bm: () => (/* binding */ isCached),
/* harmony export */   c9: () => (/* binding */ cacheFor),
/* harmony export */   kH: () => (/* binding */ removeCacheOf),
/* harmony export */   td: () => (/* binding */ CACHED_MODE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4205);
/* harmony import */ var _cache_root_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7675);




/** Cached files are read-only: what is changed by mistake is changed for later runs, too. */
const CACHED_MODE = 0o444;
/**
 * The part of the cache that belongs to one service, in the directory `root`, by default one of the user's own. Code
 * `destination-unavailable` if it cannot be used; see {@link cacheRoot}.
 */
async function cacheFor(url, root) {
    const place = root === undefined ? await (0,_cache_root_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheRoot */ .P5)() : await (0,_cache_root_js__WEBPACK_IMPORTED_MODULE_2__/* .requireCacheRoot */ .Ic)(root);
    const service = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(place, folderOf(url));
    const versionPlace = ({ project, asset, version }, digest) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(service, 'versions', project, asset, version, digest);
    return {
        record: (registryPath) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(service, 'records', registryPath),
        content: (ref, digest) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(versionPlace(ref, digest), 'content'),
        verified: (ref, digest) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(versionPlace(ref, digest), 'verified'),
        downloads: node_path__WEBPACK_IMPORTED_MODULE_1___default().join(service, 'downloads'),
    };
}
const folderOf = (url) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(url).digest('hex').slice(0, 16);
/**
 * Removes the files of one service from every cache of this user, for a service that will not come back at this address.
 * `preferred` as for {@link cacheRoot}. Errors of the filesystem.
 */
async function removeCacheOf(url, preferred) {
    for (const root of await (0,_cache_root_js__WEBPACK_IMPORTED_MODULE_2__/* .existingCacheRoots */ .lD)(preferred))
        await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .d)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, folderOf(url)));
}
/** Returns whether a directory holds content of a version in such a cache, of any user. */
const isCached = (directory) => /\/[0-9a-f]{16}\/versions\/[^/]+\/[^/]+\/[^/]+\/[^/]+\/content(?:\/|$)/.test(directory);


/***/ }),

/***/ 8591:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ thisActor)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6836);


/** This process, now. */
function thisActor() {
    const user = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .currentUser */ .N)() ?? `user ${process.geteuid?.()}`;
    return { user, host: node_os__WEBPACK_IMPORTED_MODULE_0___default().hostname(), at: new Date().toISOString() };
}


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Om: () => (/* binding */ DEFAULT_KEEP_DAYS),
/* harmony export */   U8: () => (/* binding */ discardMultipartUpload),
/* harmony export */   mD: () => (/* binding */ createMultipartUpload)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5191);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5023);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4205);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9748);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6836);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3621);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6719);
/* harmony import */ var _upload_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4393);
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8591);
/* harmony import */ var _multipart_upload_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7878);










/** The service removes what nobody has touched for a week in any case (protocol \u00a716). */
const DEFAULT_KEEP_DAYS = 7;
/**
 * Starts a multipart upload of one version: makes a directory in staging, to which `stagePart` adds parts from any machine
 * that sees it, and which `submitParts` publishes. Checks everything but the content, as `uploadDirectory` does, and refuses
 * all that is wrong as one `UploadRefused` before it makes anything. No other user can look into the directory. Codes as
 * `uploadDirectory`.
 */
async function createMultipartUpload(connection, { project, asset, version }, { keepDays = DEFAULT_KEEP_DAYS, spoof, signal, onNotice } = {}) {
    const ref = { project, asset, version };
    const run = (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_2__/* .newRunName */ .D3)();
    const actingFor = spoof === (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_3__/* .currentUser */ .N)() ? undefined : spoof;
    const wanted = { ...ref, run, spoof: actingFor, expectsProbation: true, signal, onNotice };
    (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseIfAny */ .Y)(`a multipart upload of ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .formatRef */ .rq)(ref)}`, await (0,_upload_index_js__WEBPACK_IMPORTED_MODULE_6__/* .preflight */ .Mz)(connection, wanted));
    const uploadId = (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_7__/* .newUploadId */ .nJ)();
    const record = { ...ref, started: (0,_actor_js__WEBPACK_IMPORTED_MODULE_8__/* .thisActor */ .Y)(), keepDays };
    // Under a name that is swept after a kill, until it is whole.
    const made = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.staging, run);
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdir(made, { mode: 0o700 });
        const places = (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_7__/* .placesIn */ .yN)(made);
        for (const directory of [places.unfinished, places.parts, places.submits])
            await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdir(directory, { mode: 0o700 });
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(places.record, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rename(made, node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.staging, uploadId));
    }
    catch (error) {
        await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_9__/* .removeTree */ .d)(made);
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_10__/* .errnoOf */ .U)(error) === undefined ? error : (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_11__/* .stagingWriteError */ .f)(made, error);
    }
    return (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_7__/* .openMultipartUpload */ .aL)(connection, uploadId);
}
/** Removes an upload that nobody else knows of, with all that is in it. Others see it disappear at one moment. */
async function discardMultipartUpload(connection, upload) {
    const gone = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.staging, (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_2__/* .newRunName */ .D3)());
    await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rename(upload.path, gone);
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_9__/* .removeTree */ .d)(gone);
}


/***/ }),

/***/ 7878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ sealedBy),
/* harmony export */   aL: () => (/* binding */ openMultipartUpload),
/* harmony export */   eW: () => (/* binding */ UPLOAD_ID),
/* harmony export */   nJ: () => (/* binding */ newUploadId),
/* harmony export */   pU: () => (/* binding */ SEALED),
/* harmony export */   yN: () => (/* binding */ placesIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5023);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6617);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9748);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6836);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3621);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3352);









/** The id of a multipart upload. Differs from the names of runs, so that their sweep leaves it alone. */
const UPLOAD_ID = /^gobbler-multipart-[0-9a-f]{24}$/;
const RANDOM_BYTES = 12;
/** An id that nobody can guess. */
const newUploadId = () => `gobbler-multipart-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(RANDOM_BYTES).toString('hex')}`;
/** The layout of the directory. See docs/decisions/0009. */
const placesIn = (directory) => ({
    record: node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, 'upload.json'),
    /** A directory for each run that is staging a part, `{part}@{generation}`. */
    unfinished: node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, 'unfinished'),
    /** The directories of complete parts, renamed into it. Has another name during a submit. */
    parts: node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, 'parts'),
    /** A heartbeat for each submit, by its run. */
    submits: node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, 'submits'),
    /** The outcome, which stays. */
    submitted: node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, 'submitted.json'),
});
/** `parts`, while the submit of that run holds it. */
const SEALED = /^sealed@(.+)$/;
const sealedBy = (directory, run) => node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, `sealed@${run}`);
/**
 * Opens an upload that was started before, perhaps on another machine. Trusts only files of this user, and follows no
 * link: everybody can write to staging. Codes `invalid-input`, `not-found`, `not-authorized`, `staging-unavailable`,
 * `corrupt-record`; `invalid-input` also if it is for another version than `ref`, where `ref` names one.
 */
async function openMultipartUpload(connection, uploadId, ref = {}) {
    if (!UPLOAD_ID.test(uploadId)) {
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('upload-id-malformed', { uploadId });
    }
    await (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireStaging */ .nB)(connection);
    const place = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(connection.staging, uploadId);
    requireOwn(place, await lookAt(place, connection));
    const record = await (0,_records_js__WEBPACK_IMPORTED_MODULE_5__/* .requireRecord */ .jp)(placesIn(place).record, _records_js__WEBPACK_IMPORTED_MODULE_5__/* .UPLOAD_RECORD */ .YH);
    for (const kind of ['project', 'asset', 'version']) {
        if (ref[kind] === undefined || ref[kind] === record[kind])
            continue;
        const facts = { uploadId, version: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_6__/* .formatRef */ .rq)(record), kind, expected: record[kind], found: ref[kind] };
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('upload-of-other-version', facts);
    }
    const { project, asset, version } = record;
    return { id: uploadId, path: place, ref: { project, asset, version }, record };
}
async function lookAt(place, { staging }) {
    try {
        return await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.lstat(place);
    }
    catch (error) {
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .errnoOf */ .U)(error) === 'ENOENT')
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('upload-missing', { uploadId: node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(place), staging });
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('upload-unreadable', { directory: place, error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .b)(error) }, { cause: error });
    }
}
/** Anybody can make something of that name in staging, but nothing that belongs to this user. */
function requireOwn(place, stats) {
    if ((0,_fs_index_js__WEBPACK_IMPORTED_MODULE_8__/* .isOwn */ .NP)(stats) && stats.isDirectory())
        return;
    const user = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_9__/* .currentUser */ .N)();
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('upload-not-own', {
        path: place,
        ...(user !== undefined && { user }),
        uid: process.geteuid?.(),
        found: stats.isSymbolicLink() ? 'symlink' : stats.isDirectory() ? 'directory' : 'file',
        foundUid: stats.uid,
    });
}


/***/ }),

/***/ 3352:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S1: () => (/* binding */ SUBMITTED_RECORD),
/* harmony export */   Tq: () => (/* binding */ findRecord),
/* harmony export */   YH: () => (/* binding */ UPLOAD_RECORD),
/* harmony export */   Yv: () => (/* binding */ PART_RECORD),
/* harmony export */   jp: () => (/* binding */ requireRecord),
/* harmony export */   qM: () => (/* binding */ damaged),
/* harmony export */   zm: () => (/* binding */ findActor)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6464);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8368);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(835);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7674);





const REF = { project: 'string', asset: 'string', version: 'string' };
const UPLOAD_RECORD = { ...REF, started: 'actor', keepDays: 'number' };
const PART_RECORD = {
    part: 'string',
    generation: 'number',
    path: 'string',
    staged: 'actor',
    filesCount: 'number',
    sizeBytes: 'number',
    entriesCount: 'number',
};
const SUBMITTED_RECORD = {
    ...REF,
    submitted: 'actor',
    parts: 'strings',
    generations: 'numbers',
    manifestDigest: 'string',
};
const ACTOR = { user: 'string', host: 'string', at: 'string' };
/** Reads a record; undefined if there is none. Code `corrupt-record` for anything of another shape. */
async function findRecord(file, shape) {
    // This machine may remember it as missing.
    const text = (await textOf(file)) ?? ((await refreshed(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(file))) ? await textOf(file) : undefined);
    if (text === undefined)
        return undefined;
    const value = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parsedJson */ .U4)(text);
    if (hasShape(value, shape))
        return value;
    throw damaged(file);
}
/** Reads a record. Code `corrupt-record` also if there is none. */
async function requireRecord(file, shape) {
    const record = await findRecord(file, shape);
    if (record === undefined)
        throw damaged(file);
    return record;
}
/** Undefined for a file that does not exist. */
const textOf = (file) => (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ifThere */ .y)(node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(file, 'utf8'));
/** Opens a directory, so that new names in it are seen; false if it does not exist. */
const refreshed = async (directory) => (await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ifThere */ .y)((0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .refreshDirectory */ .FD)(directory).then(() => true))) ?? false;
/** For a file of an upload whose content is not a record. */
function damaged(file) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .gobblerError */ .k5)('upload-record-damaged', { file });
}
function hasShape(value, shape) {
    if (typeof value !== 'object' || value === null)
        return false;
    return Object.entries(shape).every(([name, kind]) => {
        const member = Reflect.get(value, name);
        if (kind === 'actor')
            return hasShape(member, ACTOR);
        if (kind === 'strings')
            return Array.isArray(member) && member.every((one) => typeof one === 'string');
        if (kind === 'numbers')
            return Array.isArray(member) && member.every(Number.isFinite);
        return kind === 'number' ? Number.isFinite(member) : typeof member === 'string';
    });
}
/** The actor in a file that may be half written, or gone by now. */
async function findActor(file) {
    const value = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parsedJson */ .U4)(await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(file, 'utf8').catch(() => ''));
    const members = typeof value === 'object' && value !== null ? Object.values(value) : [];
    return [value, ...members].find((member) => hasShape(member, ACTOR));
}


/***/ }),

/***/ 1449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sweepMultipartUploads)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2206);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4205);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9748);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3621);
/* harmony import */ var _create_upload_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2404);
/* harmony import */ var _multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7878);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3352);









const DAY_MS = 24 * 60 * 60_000;
/**
 * Removes multipart uploads of this user without a change for their `keepDays`, and the records of those that were
 * submitted. Ages go by the clock of the file server. Follows no link. A failure for one of them becomes a sentence.
 */
async function sweepMultipartUploads({ staging, }) {
    return (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_2__/* .sweepNames */ .Nk)(staging, _multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .UPLOAD_ID */ .eW, async (directory, stats, now) => {
        if (!stats.isDirectory())
            return undefined;
        const { record: file } = (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .placesIn */ .yN)(directory);
        const record = await (0,_records_js__WEBPACK_IMPORTED_MODULE_4__/* .findRecord */ .Tq)(file, _records_js__WEBPACK_IMPORTED_MODULE_4__/* .UPLOAD_RECORD */ .YH).catch(() => undefined);
        const restingMs = (await now()) - (await touchedMs(directory));
        if (restingMs < (record?.keepDays ?? _create_upload_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_KEEP_DAYS */ .Om) * DAY_MS)
            return undefined;
        // Renamed first, so that nobody finds half of it.
        const gone = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(staging, (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_2__/* .newRunName */ .D3)());
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rename(directory, gone);
        const wasSubmitted = (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat((0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .placesIn */ .yN)(gone).submitted).catch(() => undefined)) !== undefined;
        await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .removeTree */ .d)(gone);
        return wasSubmitted ? undefined : sentence(node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(directory), record);
    });
}
/** The time of the last change: a part that began or was completed, or a submit. */
async function touchedMs(directory) {
    const { unfinished, parts, submits } = (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .placesIn */ .yN)(directory);
    const times = await Promise.all([directory, unfinished, parts, submits].map((place) => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(place).then((stats) => stats.mtimeMs, () => 0)));
    return Math.max(...times);
}
function sentence(name, record) {
    if (record === undefined)
        return `Removed ${name}, an abandoned multipart upload`;
    const days = record.keepDays === 1 ? 'a day' : `${record.keepDays} days`;
    return `Removed ${name}, a multipart upload of ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_7__/* .formatRef */ .rq)(record)} started by ${(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .actorText */ .f)(record.started)}, without a change for ${days}`;
}


/***/ }),

/***/ 7215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bV: () => (/* binding */ lostEntries),
/* harmony export */   i7: () => (/* binding */ isHeld),
/* harmony export */   nm: () => (/* binding */ READS_IN_FLIGHT),
/* harmony export */   qh: () => (/* binding */ borrowedByHolder),
/* harmony export */   yh: () => (/* binding */ summariesOf)
/* harmony export */ });
/* unused harmony export borrowedIn */
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(535);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1838);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5642);



/** How many records of versions are read at the same time. */
const READS_IN_FLIGHT = 8;
/** The links of a manifest, one by one: there may be a million of them. */
function* borrowedIn(manifest) {
    for (const [key, entry] of manifest)
        if (entry.link !== undefined)
            yield { key, entry, from: entry.link.ancestor ?? entry.link };
}
/**
 * The links of a manifest in groups, each with an answer about the version that has its bytes. `ask` is called once for each
 * version. An answer may be the manifest of a million files, so there are only those of one group at a time.
 */
async function* borrowedByHolder(manifest, ask, signal) {
    const holders = holdersOf(manifest);
    for (let from = 0; from < holders.length; from += READS_IN_FLIGHT) {
        const answers = new Map();
        const note = async (holder) => void answers.set((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refPath */ .NA)(holder), await ask(holder));
        await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .forEachConcurrently */ .DW)(holders.slice(from, from + READS_IN_FLIGHT), READS_IN_FLIGHT, note, signal);
        yield answered(manifest, answers);
    }
}
/** The versions that have the bytes of links, each once. */
function holdersOf(manifest) {
    const holders = new Map();
    let last;
    for (const { from } of borrowedIn(manifest)) {
        // Nearly always the same as of the one before.
        if (last !== undefined && isSameVersion(last, from))
            continue;
        const { project, asset, version } = from;
        last = { project, asset, version };
        holders.set((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refPath */ .NA)(last), last);
    }
    return [...holders.values()];
}
/** The links to versions for which there is an answer. */
function* answered(manifest, answers) {
    let recent;
    for (const item of borrowedIn(manifest)) {
        if (recent === undefined || !isSameVersion(recent.holder, item.from)) {
            const place = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refPath */ .NA)(item.from);
            recent = { holder: item.from, answers: answers.has(place) ? [answers.get(place)] : [] };
        }
        for (const answer of recent.answers)
            yield [item, answer];
    }
}
const isSameVersion = (one, other) => one.version === other.version && one.asset === other.asset && one.project === other.project;
/** Asks for summaries, once for each version. */
function summariesOf(connection, signal) {
    const asked = new Map();
    return (ref) => {
        const place = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refPath */ .NA)(ref);
        const summary = asked.get(place) ?? (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .findSummary */ .ws)(connection, ref, { forceRemote: true, signal });
        asked.set(place, summary);
        return summary;
    };
}
/**
 * Returns the dangling links of a version, each with the file that it leads to: the version that had it was deleted,
 * and its name may be that of another one by now. Deleting does not check for links (protocol \u00a711.10), and the service
 * goes by manifests when it looks for duplicates (\u00a712.1): it links to the missing file as if it were there.
 */
async function lostEntries(connection, ref, manifest, { summaryOf, signal }) {
    const finishOf = (summary) => (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTimestamp */ .EH)(summary?.uploadFinish ?? '') ?? 0;
    const ask = async (holder) => {
        const [summary, own] = [await summaryOf(holder), await summaryOf(ref)];
        if (summary !== undefined && finishOf(summary) < finishOf(own))
            return 'everything';
        // A file that is not older than a link to it may have replaced the file that was linked to, or the link was
        // rerouted.
        const mayStay = summary?.onProbation === false;
        return mayStay ? (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .findManifest */ .J9)(connection, holder, { forceRemote: true, signal }) : undefined;
    };
    const lost = new Map();
    for await (const items of borrowedByHolder(manifest, ask, signal)) {
        for (const [item, held] of items)
            if (held !== 'everything' && !isHeld(item, held))
                lost.set(item.key, item.from);
    }
    return lost;
}
/** Returns whether a manifest has the file that a link stands for. */
function isHeld({ entry, from }, held) {
    const found = held?.get(from.path);
    return found?.size === entry.size && found.md5sum === entry.md5sum;
}


/***/ }),

/***/ 6399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ DuplicateIndex)
/* harmony export */ });
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6820);
/* harmony import */ var _earlier_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8229);


/**
 * Finds files of earlier versions by size and MD5; under the same path, if there are several. The index is built when a
 * file is not found under its own path: in most uploads none is looked for.
 */
class DuplicateIndex {
    #versions;
    #byContent;
    constructor(asset, versions) {
        this.#versions = versions.map((version) => ({
            place: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refPath */ .NA)({ ...asset, version: version.version }),
            version,
        }));
    }
    /** The place of a file with the same size and MD5, relative to the registry; none for an empty MD5, which is unknown. */
    find({ path: key, sizeBytes }, md5sum) {
        if (md5sum === '')
            return undefined;
        for (const { place, version } of this.#versions) {
            const entry = version.manifest.get(key);
            const isSame = entry?.size === sizeBytes && entry.md5sum === md5sum;
            if (isSame && !version.lost.has(key))
                return `${place}/${key}`;
        }
        this.#byContent ??= this.#indexByContent();
        return this.#byContent.get((0,_earlier_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .contentKey */ .l)(sizeBytes, md5sum));
    }
    #indexByContent() {
        const found = new Map();
        for (const { place, version } of this.#versions) {
            for (const [key, { size, md5sum }] of version.manifest) {
                const content = (0,_earlier_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .contentKey */ .l)(size, md5sum);
                if (md5sum === '' || version.lost.has(key) || found.has(content))
                    continue;
                found.set(content, `${place}/${key}`);
            }
        }
        return found;
    }
}


/***/ }),

/***/ 8229:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ contentKey),
/* harmony export */   m: () => (/* binding */ earlierVersions)
/* harmony export */ });
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(535);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6820);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5642);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6764);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8214);
/* harmony import */ var _borrowed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7215);




/** Returns a key that files have in common if and only if size and MD5 are equal. */
const contentKey = (sizeBytes, md5sum) => `${sizeBytes} ${md5sum}`;
/**
 * Reads the manifests that an upload is compared with. Queries the service for the latest version; reads its manifest
 * from disk where possible, since it is permanent but for its links. Code `corrupt-record` if the latest version has none:
 * the service then fails every upload to the asset (protocol \u00a720 T14).
 */
async function earlierVersions(connection, { project, asset }, deduplicate, signal) {
    const asking = { summaryOf: (0,_borrowed_js__WEBPACK_IMPORTED_MODULE_0__/* .summariesOf */ .yh)(connection, signal), signal };
    const read = async (version) => {
        const ref = { project, asset, version };
        const manifest = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .findManifest */ .J9)(connection, ref, { signal });
        if (manifest === undefined)
            return undefined;
        const lost = await (0,_borrowed_js__WEBPACK_IMPORTED_MODULE_0__/* .lostEntries */ .bV)(connection, ref, manifest, asking);
        if (lost.size === 0)
            return { version, manifest, lost };
        // Its links may have been rerouted since this machine has seen it.
        const now = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .findManifest */ .J9)(connection, ref, { forceRemote: true, signal });
        if (now === undefined)
            return undefined;
        return { version, manifest: now, lost: await (0,_borrowed_js__WEBPACK_IMPORTED_MODULE_0__/* .lostEntries */ .bV)(connection, ref, now, asking) };
    };
    const latest = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .withLatest */ .G)(connection, { project, asset }, read, signal);
    if (latest === undefined)
        return { latest, candidates: [] };
    if (deduplicate === 'off')
        return { latest, candidates: [] };
    if (deduplicate === 'latest')
        return { latest, candidates: [latest] };
    const listed = (await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .listRemotely */ .G8)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .refPath */ .NA)({ project, asset }), { signal })) ?? [];
    const others = listed.filter((item) => /^(?!\.\.).*\/$/.test(item)).map((item) => item.slice(0, -1));
    const candidates = [latest];
    const consider = async (version) => {
        const ref = { project, asset, version };
        const summary = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .findSummary */ .ws)(connection, ref, { forceRemote: true, signal });
        const earlier = summary !== undefined && !summary.onProbation ? await read(version) : undefined;
        if (earlier !== undefined)
            candidates.push(earlier);
    };
    const rest = others.filter((version) => version !== latest.version).sort();
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_5__/* .forEachConcurrently */ .DW)(rest, _borrowed_js__WEBPACK_IMPORTED_MODULE_0__/* .READS_IN_FLIGHT */ .nm, consider, signal);
    return { latest, candidates };
}


/***/ }),

/***/ 8994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ hardLinkRule),
/* harmony export */   u: () => (/* binding */ isLinkableMode)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7261);


/** Mode bits that matter: special bits, write for group and others, and read for all of them. */
const RELEVANT = 0o7466;
const READABLE_BY_ALL = 0o444;
/** Returns whether a file of this mode can be hard linked safely: everybody may read it, and only its owner may write. */
const isLinkableMode = (mode) => (mode & RELEVANT) === READABLE_BY_ALL;
/**
 * Returns a rule for which files may be hard linked into staging instead of copied. That is safe for a file of this
 * user that everybody may read and only this user may write, on the same filesystem: nothing about it changes but its
 * link count. (Whether `link` succeeds is up to the filesystem.) With `symlinks: dereference` a file may be elsewhere
 * than its path says, so none is linked.
 */
async function hardLinkRule(connection, symlinks) {
    if (symlinks === 'dereference')
        return () => false;
    const { dev } = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(connection.staging);
    const me = process.geteuid?.();
    (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .traceDecision */ .wP)(() => `files on device ${dev} of user ${me ?? 'unknown'}, which all may read and no other may write, can be hard linked`);
    return (file) => file.dev === dev && (file.uid === me || me === 0) && isLinkableMode(file.mode);
}


/***/ }),

/***/ 1002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ resolveLinks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5023);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5642);





/** As many links as Linux follows, one after another. */
const MOST_STEPS = 40;
/**
 * Finds out where each link of a scan leads, by the text of the link as the service reads it. Only links to published
 * files of the source and to files in finished, non-probational versions of the registry pass.
 */
async function resolveLinks(connection, upload, scan, signal) {
    if (scan.links.length === 0)
        return { links: [], findings: [] };
    const resolver = new Resolver(connection, upload, scan, signal);
    await resolver.run();
    return { links: resolver.links, findings: resolver.findings };
}
class Resolver {
    links = [];
    findings = [];
    #connection;
    #upload;
    #scan;
    #signal;
    #files;
    #links;
    #directories;
    #manifests = new Map();
    constructor(connection, upload, scan, signal) {
        this.#connection = connection;
        this.#upload = upload;
        this.#scan = scan;
        this.#signal = signal;
        this.#files = new Set(scan.files.map((file) => file.path));
        this.#links = new Set(scan.links.map((link) => link.path));
        this.#directories = new Set(scan.directories);
    }
    async run() {
        for (const link of this.#scan.links) {
            this.#signal?.throwIfAborted();
            await this.#resolve(link);
        }
        this.#findEndless();
    }
    #refuseRegistryLink(link, found, version) {
        const facts = { ...link, found, ...(version !== undefined && { version }) };
        this.findings.push({ kind: 'registry-link', facts });
    }
    async #resolve(link) {
        const { root } = this.#scan;
        const absolute = node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(root, node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(link.path), link.text);
        for (const candidate of await this.#spellings(absolute)) {
            const inSource = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .relativeInside */ .JA)(candidate.root, candidate.target);
            if (inSource !== undefined)
                return this.#resolveInSource(link, inSource);
            for (const registry of candidate.registries) {
                const inRegistry = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .relativeInside */ .JA)(registry, candidate.target);
                if (inRegistry !== undefined)
                    return this.#resolveInRegistry(link, inRegistry);
            }
        }
        return this.#refuseOutside(link, absolute);
    }
    /** A target as it is written and, in case a mount or a folder above is reached by another name, as it really is. */
    async #spellings(absolute) {
        const { root } = this.#scan;
        const { registry, serviceRegistry } = this.#connection;
        const written = { target: absolute, root, registries: [serviceRegistry, registry] };
        try {
            const target = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.realpath(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(absolute)), node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(absolute));
            const registries = this.#connection.registryVisible ? [await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.realpath(registry)] : [];
            return [written, { target, root: await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.realpath(root), registries }];
        }
        catch {
            return [written]; // no such folder: the written form decides what to say about it
        }
    }
    async #resolveInSource(link, target) {
        if (this.#files.has(target) || this.#links.has(target)) {
            if (!(await sameFile(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(this.#scan.root, link.path), node_path__WEBPACK_IMPORTED_MODULE_1___default().join(this.#scan.root, target)))) {
                this.findings.push({ kind: 'outside-link', facts: { ...link, isIndirect: true } });
                return;
            }
            this.links.push({ path: link.path, to: 'source', target });
        }
        else if (target === '' || this.#directories.has(target)) {
            this.findings.push({ kind: 'directory-link', facts: { ...link, isOutside: false } });
        }
        else {
            const absolute = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(this.#scan.root, target);
            const state = await describeTarget(absolute);
            if (state === 'directory')
                this.findings.push({ kind: 'directory-link', facts: { ...link, isOutside: false } });
            else if (state === 'file')
                this.findings.push({ kind: 'link-to-left-out', facts: link });
            else
                this.findings.push({ kind: 'dangling-link', facts: { ...link, ...state } });
        }
    }
    async #resolveInRegistry(link, target) {
        const [project, asset, version, ...rest] = target.split('/');
        if (project === undefined || asset === undefined || version === undefined || rest.length === 0) {
            return this.#refuseRegistryLink(link, 'no-file');
        }
        if ([project, asset, version, ...rest].some(_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isInternalName */ .Bn)) {
            return this.#refuseRegistryLink(link, 'internal');
        }
        const ref = { project, asset, version };
        if ([project, asset, version].some((name) => (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .nameProblem */ .rH)(name) !== undefined)) {
            return this.#refuseRegistryLink(link, 'bad-name');
        }
        const manifest = await this.#manifestOf(ref);
        const name = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref);
        if (typeof manifest === 'string')
            return this.#refuseRegistryLink(link, manifest, name);
        const entry = manifest.get(rest.join('/'));
        if (entry === undefined || entry.md5sum === '') {
            return this.#refuseRegistryLink(link, 'unlisted', name);
        }
        this.links.push({ path: link.path, to: 'registry', target, entry });
    }
    /** The manifest of a version that may be linked to, or the reason why it may not be. */
    #manifestOf(ref) {
        const key = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref);
        const known = this.#manifests.get(key) ?? this.#loadManifest(ref, key);
        this.#manifests.set(key, known);
        return known;
    }
    async #loadManifest(ref, name) {
        if (name === (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(this.#upload))
            return 'itself';
        const options = { forceRemote: true, signal: this.#signal };
        const summary = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_4__/* .findSummary */ .ws)(this.#connection, ref, options);
        if (summary === undefined)
            return 'no-version';
        if (summary.onProbation)
            return 'on-probation';
        const manifest = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_4__/* .findManifest */ .J9)(this.#connection, ref, options);
        return manifest ?? 'no-manifest';
    }
    async #refuseOutside(link, absolute) {
        const state = await describeTarget(absolute);
        if (state === 'directory')
            this.findings.push({ kind: 'directory-link', facts: { ...link, isOutside: true } });
        else if (state === 'file')
            this.findings.push({ kind: 'outside-link', facts: { ...link, isIndirect: false } });
        else
            this.findings.push({ kind: 'dangling-link', facts: { ...link, ...state } });
    }
    /** Links to links have to end at a file. */
    #findEndless() {
        const next = new Map(this.links.map((link) => [link.path, link.to === 'source' ? link.target : undefined]));
        const byPath = new Map(this.#scan.links.map((link) => [link.path, link]));
        /** How many links have to be followed from one to where it ends, for those that have been looked at: none twice. */
        const steps = new Map();
        for (const start of next.keys()) {
            const passed = new Set();
            let at = start;
            while (at !== undefined && next.has(at) && !passed.has(at) && !steps.has(at)) {
                passed.add(at);
                at = next.get(at);
            }
            const isCircle = at !== undefined && passed.has(at);
            const beyond = isCircle ? Number.POSITIVE_INFINITY : (steps.get(at ?? '') ?? 0);
            for (const [index, link] of [...passed].entries())
                steps.set(link, beyond + passed.size - index);
            this.#judgeSteps(byPath.get(start), steps.get(start) ?? 0);
        }
    }
    #judgeSteps(link, steps) {
        if (link === undefined || steps <= MOST_STEPS)
            return;
        if (steps === Number.POSITIVE_INFINITY)
            this.findings.push({ kind: 'cyclic-link', facts: link });
        else
            this.findings.push({ kind: 'long-link', facts: { ...link, steps } });
    }
}
/** Returns whether two paths lead to the same file; true if one cannot be followed, which is reported elsewhere. */
async function sameFile(one, other) {
    try {
        const [a, b] = await Promise.all([node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(one), node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(other)]);
        return a.dev === b.dev && a.ino === b.ino;
    }
    catch {
        return true; // dangling, or in a circle
    }
}
/** The kind of a target, or why it cannot be followed. */
async function describeTarget(absolute) {
    try {
        return (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(absolute)).isDirectory() ? 'directory' : 'file';
    }
    catch (error) {
        const code = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return {};
        if (code === 'ELOOP')
            return { isCircle: true };
        return { error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error) };
    }
}


/***/ }),

/***/ 9745:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ lostFindings),
/* harmony export */   Z7: () => (/* binding */ requireWhole),
/* harmony export */   uR: () => (/* binding */ lostFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6464);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8368);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(522);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7360);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9748);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5642);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8214);
/* harmony import */ var _borrowed_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7215);
/* harmony import */ var _earlier_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8229);







/**
 * Refuses files that the latest version lists, but has lost with a version that it links to: the service would link the
 * new ones to nowhere, too (protocol \u00a712.1). Pure. `checksums` has to have what `worthHashing` asks for.
 */
function lostFindings(scan, asset, { latest }, checksums) {
    const lost = new Map(lostFiles(latest).map((file) => [(0,_earlier_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .contentKey */ .l)(file.entry.size, file.entry.md5sum), file]));
    if (lost.size === 0)
        return [];
    return scan.files.flatMap((file) => {
        const found = lost.get((0,_earlier_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .contentKey */ .l)(file.sizeBytes, checksums.get(file.path) ?? ''));
        if (found === undefined)
            return [];
        const same = `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)({ ...asset, version: latest?.version ?? '' })}/${found.key}`;
        const gone = `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(found.from)}/${found.from.path}`;
        return [{ kind: 'lost-content', facts: { path: file.path, same, gone } }];
    });
}
/** The files that a version has lost. */
function lostFiles(version) {
    if (version === undefined)
        return [];
    return [...version.lost].flatMap(([key, from]) => {
        const entry = version.manifest.get(key);
        return entry === undefined ? [] : [{ key, entry, from }];
    });
}
/** How many links are looked at before the next ones are read from the manifest, which may have a million of them. */
const LOOKS_AT_ONCE = 1_000;
/**
 * Refuses a version as incomplete if any of its files is missing: it may consist of links, and the service goes by
 * manifests when it makes them. Queries the versions that have the files and, where the registry is visible, checks
 * each file. Code `content-differs`.
 */
async function requireWhole(connection, ref, manifest, { exactly, signal }) {
    const lost = [];
    const options = { forceRemote: true, signal };
    const ask = async (holder) => {
        const held = exactly ? await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .findManifest */ .J9)(connection, holder, options) : undefined;
        const found = exactly ? held : await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .findSummary */ .ws)(connection, holder, options);
        // Files that cannot be seen on a mount that fails are asked of the service.
        await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_4__/* .refreshRegistry */ .Lg)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(holder)).catch((0,_fs_index_js__WEBPACK_IMPORTED_MODULE_5__/* .ifRefused */ .yR)(() => false));
        return { isThere: found !== undefined, held };
    };
    const file = ({ from: { project, asset, version, path: key } }) => `${connection.registry}/${project}/${asset}/${version}/${key}`;
    const unseen = [];
    const look = (item, sizeBytes) => {
        if (sizeBytes === item.entry.size)
            return;
        if (sizeBytes === undefined)
            unseen.push(item);
        else
            lost.push(lostFile(item, { sizeBytes, expectedBytes: item.entry.size }));
    };
    const looking = {
        now: (item) => look(item, sizeAt(file(item))),
        later: async (item) => look(item, (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(file(item)).catch(() => undefined))?.size),
    };
    const pace = new _fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .AdaptiveIo */ .p();
    let there = [];
    for await (const items of (0,_borrowed_js__WEBPACK_IMPORTED_MODULE_7__/* .borrowedByHolder */ .qh)(manifest, ask, signal)) {
        for (const [item, { isThere, held }] of items) {
            if (!isThere)
                lost.push(lostFile(item, 'nothing'));
            else if (exactly && !(0,_borrowed_js__WEBPACK_IMPORTED_MODULE_7__/* .isHeld */ .i7)(item, held))
                lost.push(lostFile(item, 'another file'));
            else if (connection.registryVisible && there.push(item) === LOOKS_AT_ONCE) {
                await pace.forEach(there, looking, { signal });
                there = [];
            }
        }
    }
    await pace.forEach(there, looking, { signal });
    for (const item of await missingOf(connection, unseen, signal))
        lost.push(lostFile(item, 'nothing'));
    lost.sort((one, other) => (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_8__/* .compareBytes */ .Xo)(one.path, other.path));
    if (lost.length > 0)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .gobblerError */ .k5)('published-incomplete', { version: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_10__/* .formatRef */ .rq)(ref), lost });
}
/** Which files the service does not list either: this machine may have reasons of its own not to show them. */
async function missingOf(connection, unseen, signal) {
    const listed = new Map();
    for (const place of new Set(unseen.map(({ from }) => (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(from))))
        listed.set(place, new Set(await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_4__/* .listRemotely */ .G8)(connection, place, { recursive: true, signal })));
    return unseen.filter(({ from }) => !listed.get((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(from))?.has(from.path));
}
const lostFile = ({ key, from }, found) => ({
    path: key,
    target: `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(from)}/${from.path}`,
    found,
});
/** Bytes of the file behind a path; undefined if nothing can be seen there. */
const sizeAt = (file) => {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.size;
    }
    catch {
        return undefined; // whatever the reason, it cannot be relied upon
    }
};


/***/ }),

/***/ 7192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ WORTH_A_LINK_BYTES),
/* harmony export */   Bq: () => (/* binding */ worthHashing),
/* harmony export */   Xi: () => (/* binding */ finalTargets),
/* harmony export */   _$: () => (/* binding */ sameSized),
/* harmony export */   d7: () => (/* binding */ planUpload),
/* harmony export */   dV: () => (/* binding */ expectedEntries)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _duplicate_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6399);
/* harmony import */ var _lost_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9745);



/**
 * Up to this size a hard link, which the service then reads, costs less than a link into the registry. Measured: making
 * a symbolic link takes about 0.1 ms where its text does not fit into the inode, in which 64 KiB can be hashed.
 */
const WORTH_A_LINK_BYTES = 64 * 1024;
/**
 * Which files should be hashed before the plan is made: those that might be in the registry already, where it pays.
 * Pure. Reading a file costs us what it would cost the service, so where it need not be copied to staging, the service
 * may find out (protocol \u00a712.1); unless it is the target of a link, see {@link planUpload}, or might be what the latest
 * version has lost, see `lostFindings`.
 */
function worthHashing({ scan, links, earlier, mayHardLink, }) {
    const candidateSizes = sizesOf(earlier.candidates);
    const latestSizes = sizesOf(earlier.latest === undefined ? [] : [earlier.latest]);
    const lostSizes = new Set((0,_lost_content_js__WEBPACK_IMPORTED_MODULE_1__/* .lostFiles */ .uR)(earlier.latest).map(({ entry }) => entry.size));
    const targets = targetsOf(links);
    return scan.files.filter((file) => lostSizes.has(file.sizeBytes) || (targets.size > 0 && targets.has(file.path))
        ? latestSizes.has(file.sizeBytes)
        : candidateSizes.has(file.sizeBytes) && !mayHardLink(file));
}
/**
 * The files that might be in an earlier version, by their size. With sha256 sums, all of these are hashed before the plan
 * is made, since the service may link them to something else (see `findLookalikes`). Pure.
 */
function sameSized({ files }, { latest, candidates }) {
    const sizes = sizesOf(latest === undefined ? candidates : [latest, ...candidates]);
    return files.filter((file) => sizes.has(file.sizeBytes));
}
/**
 * Decides how each entry gets into staging. Pure. Links within the source become relative, so that they hold in staging
 * too; links into the registry get the service's own spelling of it (protocol \u00a712.3, \u00a720 T21).
 *
 * A link whose target is in the registry already is staged as a link to there, too: the service would make it a link
 * that leaves the version, which its own validation then refuses.
 */
function planUpload(input) {
    const { scan, links, asset, earlier, checksums, serviceRegistry, mayHardLink, isSame } = input;
    const index = new _duplicate_index_js__WEBPACK_IMPORTED_MODULE_2__/* .DuplicateIndex */ .w(asset, earlier.candidates);
    const latest = new _duplicate_index_js__WEBPACK_IMPORTED_MODULE_2__/* .DuplicateIndex */ .w(asset, earlier.latest === undefined ? [] : [earlier.latest]);
    const targets = targetsOf(links);
    const inRegistry = new Map();
    const [unchanged, hardLinks, copies] = [[], [], []];
    for (const file of scan.files) {
        const isTarget = targets.size > 0 && targets.has(file.path);
        const pays = isTarget || file.sizeBytes > WORTH_A_LINK_BYTES || !mayHardLink(file);
        const md5sum = pays ? (checksums.get(file.path) ?? '') : '';
        const found = pays ? index.find(file, md5sum) : undefined;
        const duplicate = found ?? (isTarget ? latest.find(file, md5sum) : undefined);
        if (duplicate !== undefined && isSame?.(file, duplicate) !== false) {
            inRegistry.set(file.path, duplicate);
            unchanged.push(file);
        }
        else
            (mayHardLink(file) ? hardLinks : copies).push(file);
    }
    const targetOf = finalTargets(links);
    const textOf = (link) => {
        const target = targetOf(link);
        const registryPath = target.to === 'registry' ? target.target : inRegistry.get(target.target);
        if (link.to === 'registry')
            return node_path__WEBPACK_IMPORTED_MODULE_0___default().posix.join(serviceRegistry, link.target);
        if (registryPath !== undefined)
            return node_path__WEBPACK_IMPORTED_MODULE_0___default().posix.join(serviceRegistry, registryPath);
        return node_path__WEBPACK_IMPORTED_MODULE_0___default().posix.relative(node_path__WEBPACK_IMPORTED_MODULE_0___default().posix.dirname(link.path), link.target);
    };
    return {
        directories: scan.directories,
        unchanged,
        hardLinks,
        copies,
        links: [
            ...[...inRegistry].map(([file, target]) => ({
                path: file,
                text: node_path__WEBPACK_IMPORTED_MODULE_0___default().posix.join(serviceRegistry, target),
            })),
            ...links.map((link) => ({ path: link.path, text: textOf(link) })),
        ],
    };
}
/**
 * The entries that the manifest of a source must list, one by one and each once: every file and link, and the
 * directories that hold neither. Pure.
 */
function* expectedEntries(scan, links, checksums) {
    for (const directory of emptyDirectories(scan, links))
        yield [directory, { sizeBytes: 0, md5sum: '' }];
    const targets = targetsOf(links);
    const found = new Map();
    for (const { path: file, sizeBytes } of scan.files) {
        const expected = { sizeBytes, md5sum: checksums.get(file) };
        if (targets.has(file))
            found.set(file, expected);
        yield [file, expected];
    }
    const targetOf = finalTargets(links);
    for (const link of links) {
        const target = targetOf(link);
        const expected = target.to === 'registry'
            ? { sizeBytes: target.entry.size, md5sum: target.entry.md5sum }
            : (found.get(target.target) ?? { sizeBytes: undefined, md5sum: undefined });
        yield [link.path, expected];
    }
}
function emptyDirectories({ files, directories }, links) {
    const empty = new Set(directories);
    let inhabited = '';
    const inhabit = (entry) => {
        // Nearly always the same as of the one before.
        if (entry.startsWith(inhabited) && entry.lastIndexOf('/') === inhabited.length - 1)
            return;
        inhabited = entry.slice(0, entry.lastIndexOf('/') + 1);
        empty.delete(inhabited.slice(0, -1));
    };
    for (const { path: entry } of files)
        inhabit(entry);
    for (const { path: entry } of links)
        inhabit(entry);
    for (const directory of directories)
        inhabit(directory);
    return empty;
}
/** Where a link ends, following links to links; they are known not to turn in circles. */
function finalTargets(links) {
    const byPath = new Map(links.map((link) => [link.path, link]));
    return (link) => {
        let at = link;
        for (let next = byPath.get(at.target); at.to === 'source' && next !== undefined; next = byPath.get(at.target)) {
            at = next;
        }
        return at;
    };
}
/** The files that links of the source lead to. */
function targetsOf(links) {
    return new Set(links.flatMap((link) => (link.to === 'source' ? [link.target] : [])));
}
function sizesOf(versions) {
    const sizes = new Set();
    for (const { manifest } of versions)
        for (const { size } of manifest.values())
            sizes.add(size);
    return sizes;
}


/***/ }),

/***/ 9865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ plannedManifest),
/* harmony export */   m: () => (/* binding */ decisiveFiles)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7192);

/** In place of the checksum of a file that nobody has read; equal to no other. */
const UNREAD = 'unread';
/**
 * The files whose checksums tell which paths have changed since the latest version: those of the size that their path, or
 * that of a link to them, has there. Pure.
 */
function decisiveFiles({ files }, links, latest) {
    if (latest === undefined)
        return [];
    const { manifest } = latest;
    const targetOf = (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .finalTargets */ .Xi)(links);
    const names = new Map(files.map((file) => [file.path, [file.path]]));
    for (const link of links) {
        const { to, target } = targetOf(link);
        if (to === 'source')
            names.get(target)?.push(link.path);
    }
    const isDecisive = ({ path, sizeBytes }) => names.get(path)?.some((name) => manifest.get(name)?.size === sizeBytes) === true;
    return files.filter(isDecisive);
}
/**
 * The content that a version would have, for a comparison with an earlier one; checksums of files that were not read are
 * made up, and equal to none. `generated` is a file that is not in the source. Pure.
 */
function plannedManifest(scan, links, checksums, generated) {
    const planned = new Map(Array.from((0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .expectedEntries */ .dV)(scan, links, checksums), ([path, { sizeBytes = 0, md5sum = UNREAD }]) => [
        path,
        { size: sizeBytes, md5sum },
    ]));
    if (generated !== undefined)
        planned.set(generated.path, { size: generated.sizeBytes, md5sum: UNREAD });
    return planned;
}


/***/ }),

/***/ 1527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ sourceSums)
/* harmony export */ });
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(461);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7192);


/**
 * The sha256 of everything that a source publishes, by path, in the order of its scan. A link has that of the file it leads
 * to, as sha256sum gives it: of the source, or of the registry. `computed` has those of the files.
 */
async function sourceSums(connection, { files }, links, computed, signal) {
    const sums = new Map();
    for (const { path: file } of files) {
        const sum = computed.get(file);
        if (sum === undefined)
            throw new Error(`${JSON.stringify(file)} was not read`);
        sums.set(file, sum);
    }
    const targetOf = (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .finalTargets */ .Xi)(links);
    const borrowed = new Map();
    for (const target of links.map(targetOf)) {
        if (target.to === 'registry')
            borrowed.set(target.target, { path: target.target, sizeBytes: target.entry.size });
    }
    const visible = connection.registryVisible;
    const inRegistry = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .registrySums */ .K)(connection, [...borrowed.values()], { visible, signal });
    for (const link of links) {
        const target = targetOf(link);
        const sum = target.to === 'registry' ? inRegistry.get(target.target) : sums.get(target.target);
        // A file that cannot be read has no sum, so the comparison finds it.
        if (sum !== undefined)
            sums.set(link.path, sum);
    }
    return sums;
}


/***/ }),

/***/ 6764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withLatest)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _registry_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8214);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5642);




/** More versions that are removed one after another mean that the record is wrong. */
const MOST_REMOVED = 3;
/**
 * Uses the latest version of an asset, as the service records it. `use` returns undefined if the version is missing, or a
 * record of it. If it was removed just now, another one has become the latest, and is used instead. Returns undefined if
 * there is no latest version. Code `corrupt-record` if the recorded one stays missing. Protocol \u00a73.6, \u00a720 T14.
 */
async function withLatest(connection, asset, use, signal) {
    const recorded = () => (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchLatest */ .wF)(connection, asset, { forceRemote: true, signal });
    let version = await recorded();
    for (let removed = 1; version !== undefined; removed++) {
        const found = await use(version);
        if (found !== undefined)
            return found;
        const missing = version;
        version = await recorded();
        if (version === missing || (version !== undefined && removed === MOST_REMOVED))
            throw await latestMissing(connection, { ...asset, version: missing }, signal);
    }
    return undefined;
}
/** Tells a version that is gone from one that only lacks a record: the remedies differ. */
async function latestMissing(connection, { project, asset, version }, signal) {
    const place = { project, asset };
    const summary = await (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .findSummary */ .ws)(connection, { ...place, version }, { forceRemote: true, signal });
    const listed = (await (0,_registry_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .listRemotely */ .G8)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(place), { signal })) ?? [];
    const missing = summary !== undefined ? 'manifest' : listed.includes(`${version}/`) ? 'summary' : 'version';
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('latest-missing', { place: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(place), version, missing });
}


/***/ }),

/***/ 4530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AH: () => (/* binding */ selectedKeys),
/* harmony export */   LO: () => (/* binding */ selectPaths),
/* harmony export */   Wm: () => (/* binding */ selectionOf)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5023);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6464);

/** Selects all there is. */
const EVERYTHING = { selects: () => true, maySelectBelow: () => true };
/** The selection that is meant; everything by default. */
function selectionOf(select) {
    if (select === undefined)
        return EVERYTHING;
    return typeof select === 'function' ? { selects: select, maySelectBelow: () => true } : select;
}
/** The keys of a manifest that are selected, in its order. A manifest lists directories only if they are empty. */
function selectedKeys(manifest, select) {
    const { selects } = selectionOf(select);
    const keys = [];
    // One by one: there may be a million of them.
    for (const [key, { md5sum }] of manifest)
        if (selects(key, md5sum === '' ? 'directory' : 'file'))
            keys.push(key);
    return keys;
}
/**
 * The selection that patterns of `@actions/glob` make, relative to the top of a tree: it selects the paths that the
 * package's own `glob()` finds there, without looking at a disk. `!` excludes, and the last pattern that matches decides;
 * a pattern also means all that is in the directories it matches. Empty lines, and those that begin with `#`, mean nothing.
 * A list that only excludes starts from everything, and so does an empty one. Code `invalid-input`, input `files`, for a
 * pattern that is not relative, leaves the tree, or cannot be read.
 */
async function selectPaths(patterns) {
    const lines = patterns
        .flatMap((pattern) => pattern.split('\n'))
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    const meant = lines.every(isNegative) ? ['**', ...lines] : lines;
    if (meant.every((line) => line === '**'))
        return EVERYTHING;
    const { Pattern } = await Promise.all(/* import() | glob */[__webpack_require__.e(115), __webpack_require__.e(801)]).then(__webpack_require__.bind(__webpack_require__, 7715));
    const rules = meant.map((line) => {
        const rooted = rootPattern(line);
        try {
            const pattern = new Pattern(rooted);
            const { negate, segments } = pattern;
            if (endsInGlobstar(pattern))
                return new Rule(pattern);
            return new Rule(pattern, new Pattern(negate, true, [...segments, '**']));
        }
        catch (cause) {
            throw refusal(line, `that can be parsed (${(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(cause)})`, cause);
        }
    });
    return selectionBy(rules.reverse());
}
/** Bits of {@link GlobPattern.match}. */
const BITS = { directory: 1, file: 2 };
/** The rules from the last to the first: the first of those that matches decides. */
function selectionBy(rules) {
    return {
        selects: (path, kind) => {
            const place = placeOf(path);
            const decisive = rules.find((rule) => (rule.match(place) & BITS[kind]) !== 0);
            return decisive !== undefined && !decisive.excludes;
        },
        maySelectBelow: (directory) => {
            const place = placeOf(directory);
            const decisive = rules.find((rule) => rule.excludes ? rule.matchesAllBelow(place) : rule.mayMatchBelow(place));
            return decisive !== undefined && !decisive.excludes;
        },
    };
}
/** A name like any other: a segment of stars matches it, as it does every name. */
const ANY_NAME = 'x';
/** Directories of which it is remembered whether all of their content is matched. */
const MOST_REMEMBERED = 4096;
/** A pattern, with that for the content of the directories it matches, unless it says so itself. */
class Rule {
    #own;
    #content;
    #matchesContent = new Map();
    /** Whether what it matches may have any name: its last segment but `**` is nothing but stars. */
    #takesAnyName;
    constructor(own, content = own) {
        this.#own = own;
        this.#content = content;
        const last = own.segments.findLast((segment) => segment !== '**');
        this.#takesAnyName = !own.trailingSeparator && last !== undefined && /^\*+$/.test(last);
    }
    get excludes() {
        return this.#own.negate;
    }
    /** As bits, like that of a pattern. */
    match(place) {
        const directory = place.slice(0, place.lastIndexOf('/'));
        return this.#matchesContentOf(directory) ? BITS.directory | BITS.file : this.#own.match(place);
    }
    mayMatchBelow(place) {
        return this.#own.partialMatch(place) || this.#content.partialMatch(place);
    }
    /** Errs on the side of no: then something is looked at that need not be. */
    matchesAllBelow(place) {
        if (this.#matchesContentOf(place))
            return true;
        return this.#takesAnyName && this.#own.match(`${place}/${ANY_NAME}`) !== 0;
    }
    /**
     * Returns whether a directory, or one above it, is matched, and so everything below. Called again for each entry in
     * it.
     */
    #matchesContentOf(place) {
        let matches = this.#matchesContent.get(place);
        if (matches === undefined) {
            matches = this.#content.match(`${place}/`) !== 0;
            if (this.#matchesContent.size === MOST_REMEMBERED)
                this.#matchesContent.clear();
            this.#matchesContent.set(place, matches);
        }
        return matches;
    }
}
/** A pattern that ends so has the content of directories in it. */
const endsInGlobstar = ({ segments, trailingSeparator }) => segments.at(-1) === '**' && !trailingSeparator;
/** Patterns have to be absolute, so the tree is given a place: any will do. */
const ROOT = '/tree';
const placeOf = (path) => (path === '' ? ROOT : `${ROOT}/${path}`);
const NEGATIONS = /^(?:!\s*)*/;
const negationsOf = (pattern) => NEGATIONS.exec(pattern)?.[0] ?? '';
const isNegative = (pattern) => negationsOf(pattern).replaceAll(/\s/g, '').length % 2 === 1;
function rootPattern(pattern) {
    const relative = pattern.slice(negationsOf(pattern).length).replace(/^(?:\.\/+)+/, '');
    if (relative === '' || relative.startsWith('/') || /^~(\/|$)/.test(relative))
        throw refusal(pattern, 'relative to directory');
    if (relative.split('/').some((segment) => segment === '..' || segment === '.'))
        throw refusal(pattern, "without '.' and '..'");
    return `${isNegative(pattern) ? '!' : ''}${ROOT}/${relative}`;
}
function refusal(pattern, expected, cause) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gobblerError */ .k5)('bad-pattern', { pattern, expected }, { cause });
}


/***/ }),

/***/ 9906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ NOTHING_LOST),
/* harmony export */   b: () => (/* binding */ LossCount)
/* harmony export */ });
/** The unit of `st_blocks`, whatever the filesystem has. */
const BLOCK_BYTES = 512;
/** A file counts as sparse if so much of its size, and a tenth of it, takes no space. */
const LEAST_HOLE_BYTES = 64 * 1024;
const LEAST_HOLE_SHARE = 0.1;
const RECENT_MS = 60 * 60_000;
/** Nothing is lost. */
const NOTHING_LOST = {
    executable: 0,
    dated: 0,
    sparse: 0,
    sparseBytes: 0,
    allocatedBytes: 0,
    hardLinks: 0,
};
/** Counts what files of a source lose when they are published, by the metadata of the scan. */
class LossCount {
    losses = { ...NOTHING_LOST };
    /** Files with several names, by device and inode. */
    #seen = new Set();
    #nowMs = Date.now();
    add({ dev, ino, mode, mtimeMs, nlink, size, blocks }) {
        const { losses } = this;
        if ((mode & 0o111) !== 0)
            losses.executable++;
        if (Math.abs(this.#nowMs - mtimeMs) > RECENT_MS)
            losses.dated++;
        const allocated = blocks * BLOCK_BYTES;
        if (size - allocated >= Math.max(LEAST_HOLE_BYTES, size * LEAST_HOLE_SHARE)) {
            losses.sparse++;
            losses.sparseBytes += size;
            losses.allocatedBytes += allocated;
        }
        if (nlink === 1)
            return;
        const identity = `${dev}:${ino}`;
        if (this.#seen.has(identity))
            losses.hardLinks++;
        else
            this.#seen.add(identity);
    }
}


/***/ }),

/***/ 7024:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qp: () => (/* binding */ emptyFindings),
/* harmony export */   bX: () => (/* binding */ scanSource),
/* harmony export */   vM: () => (/* binding */ contradictions)
/* harmony export */ });
/* harmony import */ var _select_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4530);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7532);


/** Walks the directory of an upload, or of a part of one, and tells how far it has come. As {@link scan}. */
function scanSource({ directory, symlinks = 'preserve', includeHidden = true, select, concurrency, signal, onEvent, }) {
    const onEntry = (files) => onEvent?.({ kind: 'progress', stage: 'scan', files });
    const onNotice = (sentence) => onEvent?.({ kind: 'notice', sentence });
    const selection = (0,_select_index_js__WEBPACK_IMPORTED_MODULE_0__/* .selectionOf */ .Wm)(select);
    return (0,_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .scan */ .S)(directory, { symlinks, includeHidden, selection, concurrency, signal, onEntry, onNotice });
}
/** A source without files and links, unless the caller allows it. */
function emptyFindings(scanned, { allowEmpty }) {
    const isEmpty = scanned.files.length === 0 && scanned.links.length === 0;
    if (!isEmpty || allowEmpty === true || scanned.findings.length > 0)
        return [];
    const { hidden, unselected } = scanned.leftOut;
    return [{ kind: 'no-files', facts: { directory: scanned.root, hidden, unselected } }];
}
/** Options that cannot be meant together. */
function contradictions(options) {
    const { consume, symlinks } = options;
    if (consume !== true || symlinks !== 'dereference')
        return [];
    return [{ kind: 'contradiction', facts: {} }];
}


/***/ }),

/***/ 7532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ scan),
  L: () => (/* binding */ stateOf)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/fs/fresh.js
var fresh = __webpack_require__(835);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/registry/manifest-digest.js
var manifest_digest = __webpack_require__(4475);
// EXTERNAL MODULE: ./build/client/source/source-tree.js
var source_tree = __webpack_require__(2181);
;// CONCATENATED MODULE: ./build/client/source/entry-filter.js






/**
 * Decides by name and kind which entries of a source tree a scan has to do with. Counts the others, and reports names
 * that cannot be published, unless no pattern selects what has them.
 */
class EntryFilter {
    leftOut = new source_tree/* LeftOutCount */.vI();
    #root;
    #options;
    #report;
    constructor(root, options, report) {
        this.#root = root;
        this.#options = options;
        this.#report = report;
    }
    /** Returns whether to read an entry. `raw` is its name, as bytes where it may not be UTF-8. */
    keeps(directory, raw) {
        const name = String(raw);
        const entryPath = join(directory, name);
        const isHidden = this.#hides(name) && !isFormatMetadata(name);
        const isMangled = typeof raw !== 'string' && !(0,external_node_buffer_.isUtf8)(raw);
        const isKept = !isHidden && !(0,names/* isInternalName */.Bn)(name) && !isMangled;
        if (!(isKept ? this.#mayBeMeant(entryPath) : this.#isMeant(directory, raw))) {
            this.leftOut.addUnselected(entryPath);
            return false;
        }
        if (isHidden)
            this.leftOut.addHidden(entryPath);
        else if ((0,names/* isInternalName */.Bn)(name)) {
            this.#report({ kind: 'internal-name', facts: { path: entryPath } });
        }
        else if (isMangled) {
            const facts = { path: join(directory, escapeBytes(raw)), place: 'name' };
            this.#report({ kind: 'not-utf8', facts });
        }
        return isKept;
    }
    /**
     * Returns whether a directory is walked. If nothing may be selected in it, it is published without content, or left
     * out.
     */
    opens(entryPath) {
        const { selects, maySelectBelow } = this.#options.selection;
        if (this.#hides(external_node_path_default().posix.basename(entryPath))) {
            this.leftOut.addHidden(entryPath); // it has the name of a file that is kept
            return 'left out';
        }
        if (maySelectBelow(entryPath))
            return 'walked';
        const isPublished = selects(entryPath, 'directory');
        this.leftOut.addUnselected(isPublished ? `${entryPath}/*` : entryPath);
        return isPublished ? 'published empty' : 'left out';
    }
    #hides(name) {
        return name.startsWith('.') && !this.#options.includeHidden;
    }
    /** Returns whether an entry, of any kind, or something below it, may be selected. */
    #mayBeMeant(entryPath) {
        const { selects } = this.#options.selection;
        return selects(entryPath, 'file') || this.#isMeantAsDirectory(entryPath);
    }
    #isMeantAsDirectory(entryPath) {
        const { selects, maySelectBelow } = this.#options.selection;
        return selects(entryPath, 'directory') || maySelectBelow(entryPath);
    }
    /**
     * The same for an entry that is not kept: reads its metadata if the answer depends on its kind, since nothing else
     * will.
     */
    #isMeant(directory, raw) {
        const entryPath = join(directory, String(raw));
        const asFile = this.#options.selection.selects(entryPath, 'file');
        const asDirectory = this.#isMeantAsDirectory(entryPath);
        if (asFile === asDirectory)
            return asFile;
        const look = this.#options.symlinks === 'dereference' ? external_node_fs_.statSync : external_node_fs_.lstatSync;
        try {
            const item = Buffer.concat([Buffer.from(`${join(this.#root, directory)}/`), Buffer.from(raw)]);
            return look(item).isDirectory() ? asDirectory : asFile;
        }
        catch {
            return true; // nobody knows, so it is reported
        }
    }
}
/** A path relative to the root, below a directory that is. */
const join = (directory, name) => directory === '' ? name : `${directory}/${name}`;
/** A name with the bytes that are no ASCII as `\\xff`, by which it can be found. */
const escapeBytes = (name) => [...Buffer.from(name)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`))
    .join('');
/**
 * Hidden files without which the data next to them cannot be read as what they are. They are published even where hidden
 * files are left out; directories of such a name are not. docs/uploads.md lists the same formats and names.
 */
const FORMAT_METADATA = new Map([
    // Shapes, types, chunks, groups and attributes; without them, a store is a heap of compressed chunks.
    ['Zarr v2', ['.zarray', '.zgroup', '.zattrs', '.zmetadata']],
    // Dimensions and types, as netCDF wrote them before it moved them into those of Zarr.
    ['NCZarr', ['.nczarr', '.nczgroup', '.nczarray', '.nczattr']],
    // Which files are no part of the standard; without it, the data set is not valid.
    ['BIDS', ['.bidsignore']],
]);
const NAMES = new Set([...FORMAT_METADATA.values()].flat());
/** Returns whether a file of this name is metadata of a data format. */
function isFormatMetadata(name) {
    return NAMES.has(name);
}
/**
 * Which of a tree's directories get published: those that were selected themselves, and those that hold something that
 * is published.
 */
function publishedDirectories(directories, leaves, { selects }) {
    const selected = new Set(directories.filter((directory) => selects(directory, 'directory')));
    if (selected.size === directories.length)
        return directories;
    const needed = (0,manifest_digest/* directoriesOf */.Pv)(leaves.map((leaf) => leaf.path));
    return directories.filter((directory) => needed.has(directory) || selected.has(directory));
}

;// CONCATENATED MODULE: ./build/client/source/file-table.js

const PAGE_FILES = 4096;
/** The metadata of some files, in columns. */
class Page {
    files = 0;
    directories = [];
    names = [];
    devices = new Float64Array(PAGE_FILES);
    inodes = new Float64Array(PAGE_FILES);
    sizes = new Float64Array(PAGE_FILES);
    mtimes = new Float64Array(PAGE_FILES);
    ctimes = new Float64Array(PAGE_FILES);
    users = new Float64Array(PAGE_FILES);
    modes = new Uint16Array(PAGE_FILES);
}
/** A file of a table: a page and a row, and nothing else. */
class TableFile {
    #page;
    #row;
    constructor(page, row) {
        this.#page = page;
        this.#row = row;
    }
    get path() {
        return join(this.#page.directories[this.#row], this.#page.names[this.#row]);
    }
    get dev() {
        return this.#page.devices[this.#row];
    }
    get ino() {
        return this.#page.inodes[this.#row];
    }
    get sizeBytes() {
        return this.#page.sizes[this.#row];
    }
    get mtimeMs() {
        return this.#page.mtimes[this.#row];
    }
    get ctimeMs() {
        return this.#page.ctimes[this.#row];
    }
    get uid() {
        return this.#page.users[this.#row];
    }
    get mode() {
        return this.#page.modes[this.#row];
    }
}
/**
 * Makes the files of a scan, which live until the end of an upload and may be millions. Their metadata is kept in typed
 * arrays, and their paths as directory and name: less than half of what objects of their own take.
 */
class FileTable {
    #page = new Page();
    /** A file of this name in a directory of the source. */
    add(directory, name, { dev, ino, size, mtimeMs, ctimeMs, uid, mode }) {
        if (this.#page.files === PAGE_FILES)
            this.#page = new Page();
        const page = this.#page;
        const row = page.files++;
        page.directories.push(directory);
        page.names.push(name);
        page.devices[row] = dev;
        page.inodes[row] = ino;
        page.sizes[row] = size;
        page.mtimes[row] = mtimeMs;
        page.ctimes[row] = ctimeMs;
        page.users[row] = uid;
        page.modes[row] = mode & 0o7777;
        return new TableFile(page, row);
    }
}

// EXTERNAL MODULE: ./build/client/source/losses.js
var losses = __webpack_require__(9906);
// EXTERNAL MODULE: ./build/fs/open-file.js
var open_file = __webpack_require__(2778);
;// CONCATENATED MODULE: ./build/client/source/pseudo-filesystem.js


/**
 * Filesystems of the kernel, by the type that `statfs` gives. Their files have no content but what the kernel makes up
 * when they are read: the state of this very process, its environment included, or of the machine.
 */
const PSEUDO = new Map([
    [0x9fa0, 'proc'],
    [0x6265_6572, 'sysfs'],
    [0x1cd1, 'devpts'],
    [0x27_e0eb, 'cgroup'],
    [0x6367_7270, 'cgroup2'],
    [0x6462_6720, 'debugfs'],
    [0x7472_6163, 'tracefs'],
    [0x7363_6673, 'securityfs'],
    [0x6265_6570, 'configfs'],
    [0xcafe_4a11, 'bpf'],
    [0x6165_676c, 'pstore'],
    [0xde5e_81e4, 'efivarfs'],
    [0xf97c_ff8c, 'selinuxfs'],
    [0x4341_5d53, 'smackfs'],
    [0x5a3c_69f0, 'apparmorfs'],
    [0x4249_4e4d, 'binfmt_misc'],
    [0x0765_5821, 'resctrl'],
    [0x6e73_6673, 'nsfs'],
    [0x5049_4446, 'pidfs'],
    [0x5049_5045, 'pipefs'],
    [0x534f_434b, 'sockfs'],
    [0x0904_1934, 'anon_inodefs'],
    [0x5345_434d, 'secretmem'],
    [0x6573_5543, 'fusectl'],
    [0x1980_0202, 'mqueue'],
    [0x6759_6969, 'rpc_pipefs'],
    [0x6e66_7364, 'nfsd'],
    [0xabba_1974, 'xenfs'],
    [0x6c6f_6f70, 'binder'],
    [0x9fa1, 'openpromfs'],
]);
/** Neither waits for a FIFO that may have taken the place of a file, nor takes a terminal. */
const ONLY_LOOK = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOCTTY;
/** Finds out which files and directories are on filesystems of the kernel. Opens one of each device. */
class PseudoFilesystems {
    #byDevice = new Map();
    /**
     * The name of the pseudo filesystem that a file or directory is on; undefined for any other. `dev` is its device, as it
     * was found. Throws if it cannot be opened.
     */
    find(item, dev) {
        if (this.#byDevice.has(dev))
            return this.#byDevice.get(dev);
        return (0,open_file/* withOpenNow */.B)(item, ONLY_LOOK, (descriptor) => {
            // The file that was opened, whatever its path leads to by now. Without /proc, there is only the path.
            const opened = `/proc/self/fd/${descriptor}`;
            const { type } = (0,external_node_fs_.statfsSync)((0,external_node_fs_.existsSync)(opened) ? opened : item);
            const name = PSEUDO.get(type >>> 0);
            this.#byDevice.set((0,external_node_fs_.fstatSync)(descriptor).dev, name);
            return name;
        });
    }
}

;// CONCATENATED MODULE: ./build/client/source/scan-failure.js


/**
 * Returns the finding for an entry (relative to the root; empty for the root itself) that the filesystem refuses to
 * show. Throws the error if it is not about the entry.
 */
function failureFinding(root, entryPath, error, symlinks) {
    const code = (0,errno/* errnoOf */.U)(error);
    if (code === 'EMFILE' || code === 'ENFILE')
        throw error;
    if (code === 'ENAMETOOLONG') {
        return { kind: 'path-too-long', facts: { path: entryPath } };
    }
    const isRoot = entryPath === '';
    if (isRoot && (code === 'ENOENT' || code === 'ENOTDIR'))
        return { kind: 'missing-directory', facts: { directory: root } };
    if (code === 'ELOOP' && !isRoot)
        return { kind: 'cyclic-link', facts: { path: entryPath } };
    if ((code === 'ENOENT' || code === 'ENOTDIR') && symlinks === 'dereference')
        return { kind: 'dangling-link', facts: { path: entryPath } };
    const isForbidden = code === 'EACCES' || code === 'EPERM';
    const reason = isForbidden ? {} : { error: (0,errno/* messageOf */.b)(error) };
    return { kind: 'unreadable', facts: { directory: root, path: entryPath, ...reason } };
}
/** The name of an entry's kind, with its article. */
function kindOf(stats) {
    if (stats.isFile())
        return 'a regular file';
    if (stats.isFIFO())
        return 'a FIFO';
    if (stats.isSocket())
        return 'a socket';
    if (stats.isCharacterDevice() || stats.isBlockDevice())
        return 'a device';
    return 'something else';
}
/** Whether this process may read files. */
class ReadAccess {
    #uid = process.geteuid?.();
    #groups = new Set([process.getegid?.(), ...(process.getgroups?.() ?? [])]);
    /** By the permission bits. If they say no, somebody else may know better. */
    byMode({ mode, uid, gid }) {
        if (this.#uid === 0)
            return true;
        const bit = uid === this.#uid ? 0o400 : this.#groups.has(gid) ? 0o040 : 0o004;
        return (mode & bit) !== 0;
    }
    /** By asking the filesystem: an access control list may allow more than the bits. */
    async byAsking(file) {
        try {
            await external_node_fs_.promises.access(file, external_node_fs_.constants.R_OK);
            return true;
        }
        catch {
            return false;
        }
    }
}

// EXTERNAL MODULE: ./build/client/source/set-aside.js
var set_aside = __webpack_require__(8420);
// EXTERNAL MODULE: ./build/client/source/source-reader.js + 1 modules
var source_reader = __webpack_require__(6823);
;// CONCATENATED MODULE: ./build/client/source/scan.js












/**
 * Walks a directory and says what is in it. Reads names and metadata only, and of what cannot be selected, only names.
 * Never throws for what it finds, only when aborted.
 */
async function scan(root, options) {
    const walk = new Walk(external_node_path_default().resolve(root), options);
    await walk.run();
    return walk.result();
}
/** Metadata of an entry takes half a kilobyte until the entry is recorded, and a directory may have a million of them. */
const ENTRIES_AT_ONCE = 4096;
class Walk {
    #root;
    #options;
    #table = new FileTable();
    #files = [];
    #links = [];
    #directories = [];
    /** Those that hold nothing, not even what is left out. */
    #empty = [];
    #findings = [];
    #losses = new losses/* LossCount */.b();
    #access = new ReadAccess();
    #pseudo = new PseudoFilesystems();
    #reader;
    #filter;
    #seen = 0;
    constructor(root, options) {
        this.#root = root;
        this.#options = options;
        this.#reader = new source_reader/* SourceReader */.j(options);
        this.#filter = new EntryFilter(root, options, (finding) => this.#findings.push(finding));
    }
    async run() {
        const lineage = await this.#enterRoot();
        const pending = lineage === undefined ? [] : [{ path: '', lineage }];
        for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
            // Not spread into the arguments of one call: there may be more than a call can take.
            for (const found of (await this.#readDirectory(next)).reverse())
                pending.push(found);
        }
    }
    result() {
        const leaves = [...this.#files, ...this.#links];
        const directories = publishedDirectories(this.#directories, leaves, this.#options.selection);
        const published = new Set(directories);
        for (const directory of this.#empty)
            if (!published.has(directory))
                this.#filter.leftOut.addUnselected(directory);
        return {
            root: this.#root,
            files: this.#files,
            links: this.#links,
            directories,
            findings: this.#findings,
            leftOut: this.#filter.leftOut,
            losses: this.#losses.losses,
            filesystems: this.#reader.filesystems,
            clocks: this.#reader.clocks,
        };
    }
    async #enterRoot() {
        try {
            let stats = await this.#lookAtRoot();
            if (this.#reader.filesystems.of(stats.dev, this.#root).mayBeStale) {
                // Another machine may have put another directory in its place.
                await (0,fresh/* refreshPath */.hZ)('/', this.#root);
                stats = await external_node_fs_.promises.stat(this.#root);
            }
            if (stats.isDirectory())
                return this.#isMadeUp('', stats) ? undefined : [identityOf(stats)];
            const facts = { directory: this.#root, found: kindOf(stats) };
            this.#findings.push({ kind: 'missing-directory', facts });
        }
        catch (error) {
            const directory = this.#root;
            if ((0,errno/* errnoOf */.U)(error) === 'ENOENT')
                this.#findings.push({ kind: 'missing-directory', facts: { directory } });
            else
                this.#findings.push({ kind: 'unreadable', facts: { directory, path: '', error: (0,errno/* messageOf */.b)(error) } });
        }
        return undefined;
    }
    /** A directory that was made again on another machine may be remembered here as missing. */
    async #lookAtRoot() {
        try {
            return await external_node_fs_.promises.stat(this.#root);
        }
        catch (error) {
            if ((0,errno/* errnoOf */.U)(error) !== 'ENOENT' && (0,errno/* errnoOf */.U)(error) !== 'ESTALE')
                throw error;
            await (0,fresh/* refreshPath */.hZ)('/', external_node_path_default().dirname(this.#root));
            return external_node_fs_.promises.stat(this.#root);
        }
    }
    /** Records everything directly in a directory, and returns its subdirectories, sorted. */
    async #readDirectory({ path: directory, lineage }) {
        this.#options.signal?.throwIfAborted();
        const listed = await this.#list(directory);
        if (listed.length === 0 && directory !== '')
            this.#empty.push(directory);
        const names = listed.filter((name) => this.#filter.keeps(directory, name)).map(String);
        names.sort();
        const subdirectories = [];
        for (let at = 0; at < names.length; at += ENTRIES_AT_ONCE) {
            const some = names.slice(at, at + ENTRIES_AT_ONCE);
            for (const found of await this.#readEntries(some, { path: directory, lineage }))
                subdirectories.push(found);
        }
        return subdirectories;
    }
    /** The same for some of the names in a directory. */
    async #readEntries(names, { path: directory, lineage }) {
        const stats = await this.#reader.look(this.#placeOf(directory), names, {
            isWanted: (name) => this.#options.selection.selects(join(directory, name), 'file'),
            onFailure: (name, error) => this.#findFailure(join(directory, name), error),
        });
        const subdirectories = [];
        for (const name of names) {
            const found = stats.get(name);
            if (found === undefined)
                continue;
            const entryPath = join(directory, name);
            this.#options.onEntry?.(++this.#seen);
            if (found.isDirectory()) {
                const opened = this.#filter.opens(entryPath);
                if (opened === 'published empty')
                    this.#directories.push(entryPath);
                if (opened !== 'walked')
                    continue;
                const identity = identityOf(found);
                if (lineage.includes(identity)) {
                    this.#findings.push({ kind: 'cyclic-link', facts: { path: entryPath, isParent: true } });
                    continue;
                }
                if (this.#isMadeUp(entryPath, found))
                    continue;
                subdirectories.push({ path: entryPath, lineage: [...this.#lineageFor(lineage), identity] });
                this.#directories.push(entryPath);
            }
            else if (!this.#options.selection.selects(entryPath, 'file')) {
                this.#filter.leftOut.addUnselected(entryPath);
            }
            else if (found.isSymbolicLink()) {
                await this.#recordLink(entryPath);
            }
            else if (!found.isFile()) {
                this.#findings.push({ kind: 'special-file', facts: { path: entryPath, found: kindOf(found) } });
            }
            else if (this.#access.byMode(found) || (await this.#access.byAsking(this.#placeOf(entryPath)))) {
                if (this.#isMadeUp(entryPath, found))
                    continue;
                this.#losses.add(found);
                this.#files.push(this.#table.add(directory, name, found));
            }
            else
                this.#findings.push({ kind: 'unreadable', facts: { directory: this.#root, path: entryPath } });
        }
        return subdirectories;
    }
    /**
     * Returns whether the kernel synthesizes the content of a file or directory, which is then reported; so is one that
     * cannot be opened.
     */
    #isMadeUp(entryPath, { dev }) {
        try {
            const filesystem = this.#pseudo.find(this.#placeOf(entryPath), dev);
            if (filesystem === undefined)
                return false;
            const facts = { directory: this.#root, path: entryPath, filesystem };
            this.#findings.push({ kind: 'no-fixed-content', facts });
        }
        catch (error) {
            this.#findings.push(failureFinding(this.#root, entryPath, error, this.#options.symlinks));
        }
        return true;
    }
    /** Circles need followed links; without them a deep tree need not carry its lineage along. */
    #lineageFor(lineage) {
        return this.#options.symlinks === 'dereference' ? lineage : [];
    }
    /** The names in a directory, with the entries that a killed run was about to remove (`consume`) back in their places. */
    async #list(directory) {
        try {
            const place = this.#placeOf(directory);
            const names = await this.#reader.list(place);
            const asides = names.filter((name) => typeof name === 'string' && (0,set_aside/* isSetAside */.JA)(name));
            if (asides.length === 0)
                return names;
            for (const aside of asides)
                await this.#restore(directory, aside);
            return (await this.#reader.list(place)).filter((name) => !(0,set_aside/* isSetAside */.JA)(String(name)));
        }
        catch (error) {
            this.#options.signal?.throwIfAborted();
            if ((0,errno/* errnoOf */.U)(error) === undefined)
                throw error;
            this.#findings.push(failureFinding(this.#root, directory, error, this.#options.symlinks));
            return [];
        }
    }
    async #restore(directory, aside) {
        const [entryPath, place] = [join(directory, aside), `${this.#placeOf(directory)}/${aside}`];
        try {
            if (await (0,set_aside/* mayBeInUse */.nE)(place)) {
                this.#findings.push({ kind: 'being-removed', facts: { path: entryPath } });
                return;
            }
            for (const name of await (0,set_aside/* putAllBack */.Mm)(place)) {
                const facts = { path: join(entryPath, name), takenBy: join(directory, name) };
                this.#findings.push({ kind: 'being-removed', facts });
            }
        }
        catch (error) {
            this.#findFailure(entryPath, error);
        }
    }
    #placeOf(entryPath) {
        return entryPath === '' ? this.#root : `${this.#root}/${entryPath}`;
    }
    async #recordLink(entryPath) {
        let text;
        try {
            text = await external_node_fs_.promises.readlink(this.#placeOf(entryPath), { encoding: 'buffer' });
        }
        catch (error) {
            this.#findFailure(entryPath, error);
            return;
        }
        if (this.#options.symlinks === 'error')
            this.#findings.push({ kind: 'link', facts: { path: entryPath } });
        else if (!(0,external_node_buffer_.isUtf8)(text))
            this.#findings.push({ kind: 'not-utf8', facts: { path: entryPath, place: 'target' } });
        else
            this.#links.push({ path: entryPath, text: text.toString('utf8') });
    }
    #findFailure(entryPath, error) {
        const { symlinks, selection } = this.#options;
        const isDangling = symlinks === 'dereference' && LEADS_NOWHERE.has((0,errno/* errnoOf */.U)(error) ?? '');
        // It is no directory, so nothing is below it.
        if (isDangling && !selection.selects(entryPath, 'file'))
            this.#filter.leftOut.addUnselected(entryPath);
        else
            this.#findings.push(failureFinding(this.#root, entryPath, error, symlinks));
    }
}
/** Returns the metadata that identify this state of a file. */
function stateOf({ dev, ino, size: sizeBytes, mtimeMs, ctimeMs }) {
    return { dev, ino, sizeBytes, mtimeMs, ctimeMs };
}
/** Why a link cannot be followed, whoever follows it. */
const LEADS_NOWHERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP']);
const identityOf = (stats) => `${stats.dev}:${stats.ino}`;


/***/ }),

/***/ 8420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ makeAside),
/* harmony export */   JA: () => (/* binding */ isSetAside),
/* harmony export */   Mf: () => (/* binding */ restoreSource),
/* harmony export */   Mm: () => (/* binding */ putAllBack),
/* harmony export */   nE: () => (/* binding */ mayBeInUse),
/* harmony export */   pK: () => (/* binding */ putBack)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5023);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(835);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8368);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3621);





/**
 * The directory into which entries are moved before they are looked at for the last time and removed. It lies in the
 * directory that they come from, so that nothing else can take their place there, and that a kill leaves nothing in
 * doubt: {@link putAllBack} restores them.
 */
const PREFIX = '.consume-';
const ASIDE = /^\.consume-(gobbler-action-[0-9a-f]{24})$/;
/** Returns whether a name is that of such a directory. */
const isSetAside = (name) => ASIDE.test(name);
/** How often a run touches the directory while it is in use. */
const TOUCH_EVERY_MS = 30_000;
/** After so long, the run of another machine has ended. Clocks may differ by minutes. */
const UNTOUCHED_MS = 10 * 60_000;
/** Returns whether the process that has made such a directory may still be running, on this machine or another one. */
async function mayBeInUse(aside) {
    const run = ASIDE.exec(node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(aside))?.[1];
    const state = run === undefined ? 'ended' : (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_2__/* .runState */ .HQ)(run);
    if (state !== 'elsewhere')
        return state === 'running';
    const look = (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .freshStat */ .VG)(aside).catch((0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifErrno */ .E6)(['EACCES', 'EPERM'], () => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(aside)));
    const found = await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)(look);
    return found !== undefined && Date.now() - found.mtimeMs < UNTOUCHED_MS;
}
/** Makes an empty one in `parent`, which nobody else can look into, and keeps its mtime young while it is in use. */
async function makeAside(parent) {
    const aside = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(parent, `${PREFIX}${(0,_requests_index_js__WEBPACK_IMPORTED_MODULE_2__/* .newRunName */ .D3)()}`);
    await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdir(aside, { mode: 0o700 });
    return { path: aside, release: (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_2__/* .keepFresh */ .yA)([aside], TOUCH_EVERY_MS) };
}
/**
 * Moves an entry back to its place in the parent directory. Never overwrites: false if something else has taken its name, and
 * then it stays where it is.
 */
async function putBack(aside, name) {
    const [from, to] = [node_path__WEBPACK_IMPORTED_MODULE_1___default().join(aside, name), node_path__WEBPACK_IMPORTED_MODULE_1___default().join(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(aside), name)];
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.link(from, to);
    }
    catch (error) {
        const code = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(error) ?? '';
        if (code === 'ENOENT' && (await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)(node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(from))) === undefined)
            return true; // somebody else does the same
        if (code === 'EEXIST') {
            // A call that the client has repeated to the file server fails although it was carried out.
            if (!(await isSame(from, to)))
                return false;
        }
        else if (NO_HARD_LINKS.has(code))
            return renameBack(from, to);
        else
            throw error;
    }
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)(node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.unlink(from));
    return true;
}
const NO_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);
async function isSame(one, other) {
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refreshDirectory */ .FD)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(other));
    const [a, b] = await Promise.all([node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(one), node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(other)]);
    return a.dev === b.dev && a.ino === b.ino;
}
/** For filesystems without hard links: nothing but a look, as late as possible, keeps it from overwriting. */
async function renameBack(from, to) {
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .refreshDirectory */ .FD)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(to));
    if ((await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)(node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(to))) !== undefined)
        return false;
    await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rename(from, to);
    return true;
}
/**
 * Restores what a killed run has set aside in `aside`, and removes the directory. Returns the names of entries that stay
 * there, since something else has taken their place.
 */
async function putAllBack(aside) {
    const stays = [];
    for (const name of await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(aside))
        if (!(await putBack(aside, name)))
            stays.push(name);
    if (stays.length === 0)
        await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)(node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rmdir(aside));
    return stays;
}
/**
 * Puts entries back that a killed upload with `consume` was about to remove from `directory`. Returns the paths of entries
 * that stay set aside, since something else has taken their place; and of directories of such entries that a process may
 * still be working on, for up to ten minutes after it was killed on another machine, or that cannot be read.
 */
async function restoreSource(directory) {
    const stays = [];
    const pending = [directory];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        const place = next;
        // A directory that was removed, or is closed to this user, holds nothing that was set aside.
        const entries = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(place, { withFileTypes: true }).catch((0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifErrno */ .E6)(CLOSED, () => []));
        for (const entry of entries.filter((one) => one.isDirectory())) {
            const inner = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(place, entry.name);
            if (!isSetAside(entry.name))
                pending.push(inner);
            else if (await mayBeInUse(inner))
                stays.push(inner);
            else {
                const names = await putAllBack(inner).catch((0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifRefused */ .yR)(() => ['']));
                stays.push(...names.map((name) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(inner, name)));
            }
        }
    }
    return stays;
}
const CLOSED = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'];


/***/ }),

/***/ 6823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ SourceReader),
  d: () => (/* binding */ requireAllRead)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/fs/fresh.js
var fresh = __webpack_require__(835);
;// CONCATENATED MODULE: ./build/fs/clocks.js
/**
 * Bounds for the present time of filesystems, by their own clocks: the times of files are set by the clock of the file
 * server, which may differ from the one of this machine by days. Every time that was seen on a filesystem is past there,
 * and its clock runs as fast as ours since.
 */
class FilesystemClocks {
    /** By device: by how much its clock is ahead of the monotonic clock of this process, at least. */
    #leads = new Map();
    /**
     * Notes that the clock of `dev` had reached `timeMs` (since the epoch) when the monotonic clock of this process showed
     * `at`, which may be later.
     */
    observe(dev, timeMs, at) {
        const lead = timeMs - at;
        if (lead > (this.#leads.get(dev) ?? Number.NEGATIVE_INFINITY))
            this.#leads.set(dev, lead);
    }
    /** A lower bound for the time of `dev` at `at`, in milliseconds since the epoch; undefined if nothing is known. */
    atLeast(dev, at) {
        const lead = this.#leads.get(dev);
        return lead === undefined ? undefined : lead + at;
    }
}

// EXTERNAL MODULE: ./build/fs/adaptive-io.js + 1 modules
var adaptive_io = __webpack_require__(522);
// EXTERNAL MODULE: ./build/fs/retry.js
var retry = __webpack_require__(4205);
// EXTERNAL MODULE: ./build/fs/concurrency.js
var fs_concurrency = __webpack_require__(535);
;// CONCATENATED MODULE: ./build/client/source/source-reader.js



const LINKS_IN_FLIGHT = 64;
/**
 * Lists the directories of a source and reads the metadata of their entries, in the way that suits the filesystem: at
 * once or in the background, and by opening files where metadata may be stale.
 */
class SourceReader {
    filesystems = new fresh/* Filesystems */.H4();
    /** Lower bounds for the present time on each of them. */
    clocks = new FilesystemClocks();
    #options;
    #pace = new adaptive_io/* AdaptiveIo */.p();
    constructor(options) {
        this.#options = options;
    }
    /** The names in a directory, as bytes where they may not be UTF-8. */
    async list(directory) {
        const names = await this.#pace.once({
            now: () => (0,external_node_fs_.readdirSync)(directory),
            later: () => (0,retry/* retryStale */.a)(directory, () => external_node_fs_.promises.readdir(directory), this.#options.onNotice),
        });
        // The sign for bytes that are no UTF-8; but a name may also really contain it.
        if (!names.some((name) => name.includes('\ufffd')))
            return names;
        return external_node_fs_.promises.readdir(directory, { encoding: 'buffer' });
    }
    /** The metadata of entries of a directory that has just been listed, by name; links are followed if they are for that. */
    async look(directory, names, { isWanted, onFailure }) {
        const { concurrency, signal, symlinks, onNotice } = this.#options;
        const stats = new Map();
        const links = [];
        const note = (name, own) => {
            if (symlinks === 'dereference' && own.isSymbolicLink())
                links.push(name);
            else
                stats.set(name, own);
        };
        const placeOf = (name) => `${directory}/${name}`;
        const attempt = async (name, looking, take) => {
            try {
                take(name, await looking);
            }
            catch (error) {
                onFailure(name, error);
            }
        };
        const now = (name) => {
            try {
                const found = this.filesystems.entryNow(placeOf(name), () => isWanted(name));
                note(name, found);
            }
            catch (error) {
                onFailure(name, error);
            }
        };
        const later = (name) => {
            const look = () => this.filesystems.entry(placeOf(name), () => isWanted(name));
            return attempt(name, (0,retry/* retryStale */.a)(placeOf(name), look, onNotice), note);
        };
        await this.#pace.forEach(names, { now, later }, { concurrency, signal });
        const follow = (name) => attempt(name, this.filesystems.target(placeOf(name)), (_, target) => stats.set(name, target));
        await (0,fs_concurrency/* forEachConcurrently */.DW)(links, concurrency ?? LINKS_IN_FLIGHT, follow, signal);
        this.#noteTimes(stats, directory);
        return stats;
    }
    #noteTimes(stats, directory) {
        const [seenAt, nowMs] = [performance.now(), Date.now()];
        const latest = new Map();
        for (const { dev, ctimeMs } of stats.values())
            if (ctimeMs > (latest.get(dev) ?? Number.NEGATIVE_INFINITY))
                latest.set(dev, ctimeMs);
        for (const [dev, ctimeMs] of latest) {
            const isLocal = this.filesystems.of(dev, directory).isLocal;
            this.clocks.observe(dev, isLocal ? nowMs : ctimeMs, seenAt);
        }
    }
}
/**
 * Refuses a source file, with code `invalid-source`, of which another number of bytes was read than it had when it was
 * scanned. Its metadata need not show that: they are older than the last byte, and for some files they say nothing.
 */
function requireAllRead({ path, sizeBytes }, bytesRead) {
    if (bytesRead === sizeBytes)
        return;
    throw (0,gobbler_error/* gobblerError */.k5)('source-shorter', { path, sizeBytes, bytesRead });
}


/***/ }),

/***/ 2181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _5: () => (/* binding */ isUnchanged),
/* harmony export */   eZ: () => (/* binding */ refuseIfChanged),
/* harmony export */   iD: () => (/* binding */ withPath),
/* harmony export */   jr: () => (/* binding */ requireUnchanged),
/* harmony export */   rr: () => (/* binding */ NOTHING_LEFT_OUT),
/* harmony export */   vI: () => (/* binding */ LeftOutCount)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);

/** The same file under another path. */
const withPath = ({ mode, uid, dev, ino, sizeBytes, mtimeMs, ctimeMs }, path) => ({ path, mode, uid, dev, ino, sizeBytes, mtimeMs, ctimeMs });
/** Returns whether a file is the one that was scanned and its metadata show no write since. */
const isUnchanged = (file, now) => now?.size === file.sizeBytes && now.mtimeMs === file.mtimeMs && now.ino === file.ino;
/** Refuses a source file that somebody has written to, or replaced, since it was scanned. */
function requireUnchanged(file, now) {
    if (isUnchanged(file, now))
        return;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('source-changed', { path: file.path });
}
/** Refuses to take a version for what the source holds, with code `content-differs`, if that has changed meanwhile. */
function refuseIfChanged(changed) {
    if (changed.length > 0)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('source-changed-late', { paths: changed.map(({ path }) => path) });
}
const MOST_EXAMPLES = 20;
/** Nothing was left out. */
const NOTHING_LEFT_OUT = {
    hidden: 0,
    hiddenExamples: [],
    unselected: 0,
    unselectedExamples: [],
};
/** Counts what is left out of a source tree, and keeps the first few paths. */
class LeftOutCount {
    hidden = 0;
    unselected = 0;
    hiddenExamples = [];
    unselectedExamples = [];
    addHidden(entryPath) {
        if (++this.hidden <= MOST_EXAMPLES)
            this.hiddenExamples.push(entryPath);
    }
    addUnselected(entryPath) {
        if (++this.unselected <= MOST_EXAMPLES)
            this.unselectedExamples.push(entryPath);
    }
}


/***/ }),

/***/ 4590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QC: () => (/* binding */ UPLOAD_STAGES),
/* harmony export */   V: () => (/* binding */ StageClock),
/* harmony export */   jA: () => (/* binding */ progressOf)
/* harmony export */ });
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7261);

/** The stages of an upload, in the order in which they run. */
const UPLOAD_STAGES = ['scan', 'check', 'hash', 'stage', 'publish', 'confirm', 'clean'];
/** Measures how long each stage takes, and tells when one begins and is done. */
class StageClock {
    spentMs = Object.fromEntries(UPLOAD_STAGES.map((name) => [name, 0]));
    #onEvent;
    constructor(onEvent) {
        this.#onEvent = onEvent;
    }
    async run(stage, work) {
        const begun = performance.now();
        this.#onEvent?.({ kind: 'stage', stage });
        const result = await work();
        const spentMs = performance.now() - begun;
        this.spentMs[stage] += spentMs;
        (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_0__/* .traceDecision */ .wP)(() => `the stage ${stage} took ${spentMs.toFixed(1)} ms`);
        this.#onEvent?.({ kind: 'done', stage, spentMs });
        return result;
    }
}
/** Tells how much of a stage is done, file by file. */
function progressOf(stage, all, onEvent) {
    if (onEvent === undefined)
        return undefined;
    let files = 0;
    let bytes = 0;
    const totals = { totalFiles: all.length, totalBytes: all.reduce((sum, file) => sum + file.sizeBytes, 0) };
    return ({ sizeBytes }) => {
        files++;
        bytes += sizeBytes;
        onEvent({ kind: 'progress', stage, files, bytes, ...totals });
    };
}


/***/ }),

/***/ 7829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ stage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/fs/adaptive-io.js + 1 modules
var adaptive_io = __webpack_require__(522);
// EXTERNAL MODULE: ./build/fs/checksums.js
var fs_checksums = __webpack_require__(6879);
// EXTERNAL MODULE: ./build/fs/concurrency.js
var fs_concurrency = __webpack_require__(535);
// EXTERNAL MODULE: ./build/client/requests/staging-area.js + 1 modules
var staging_area = __webpack_require__(3621);
// EXTERNAL MODULE: ./build/client/staging/staged-copy.js
var staged_copy = __webpack_require__(2925);
// EXTERNAL MODULE: ./build/fs/threads/hard-link-thread.js
var hard_link_thread = __webpack_require__(7914);
// EXTERNAL MODULE: ./build/client/requests/request.js
var request = __webpack_require__(6719);
// EXTERNAL MODULE: ./build/client/source/source-tree.js
var source_tree = __webpack_require__(2181);
;// CONCATENATED MODULE: ./build/client/staging/staged-hard-links.js






/**
 * Hard links files of a source into staging. Returns the linked files, and those that cannot be linked and have to be
 * copied. Codes `invalid-source` for a file that has changed since the scan, `staging-unavailable` for any other failure.
 */
async function stageHardLinks(source, target, files, { pace, concurrency, signal, onLinked }) {
    const [hardLinked, notLinked] = [[], []];
    const succeeded = (file, link) => {
        (0,source_tree/* requireUnchanged */.jr)(file, link);
        hardLinked.push(file);
        onLinked?.(file);
    };
    const failed = (file, error) => {
        if (!CANNOT_LINK.has((0,errno/* errnoOf */.U)(error) ?? ''))
            throw (0,request/* stagingWriteError */.f)(file.path, error);
        notLinked.push(file);
    };
    const pathsOf = ({ path: file }) => [
        `${source}/${file}`,
        `${target}/${file}`,
    ];
    const now = (file) => {
        const [from, to] = pathsOf(file);
        const error = errorOf(() => (0,external_node_fs_.linkSync)(from, to));
        if (isLinked(error))
            succeeded(file, (0,staged_copy/* writtenNow */.yq)(file.path, () => (0,external_node_fs_.statSync)(to)));
        else
            failed(file, error);
    };
    const later = async (file) => {
        const [from, to] = pathsOf(file);
        const error = await external_node_fs_.promises.link(from, to).catch((error) => error);
        if (isLinked(error))
            succeeded(file, await (0,staged_copy/* written */.Mp)(file.path, () => external_node_fs_.promises.stat(to)));
        else
            failed(file, error);
    };
    let thread;
    const isReady = () => {
        thread ??= hard_link_thread/* HardLinkThread */.M.open();
        return thread !== undefined;
    };
    const perform = async (some) => {
        const paths = some.map(({ path: file }) => file);
        const links = (await thread?.link(source, target, paths)) ?? [];
        return some.filter((file, at) => {
            const link = links[at];
            if (link !== undefined)
                succeeded(file, link);
            return link === undefined;
        });
    };
    try {
        await pace.forEach(files, { now, later, otherThread: { isReady, perform } }, { concurrency, signal });
    }
    finally {
        thread?.close();
    }
    return { hardLinked, notLinked };
}
/** Whether a link was made: it exists already if this process or the NFS client has repeated a call that had succeeded. */
const isLinked = (error) => error === undefined || (0,errno/* errnoOf */.U)(error) === 'EEXIST';
/**
 * Another filesystem or owner, too many links, or a filesystem without hard links: then the file is copied. A missing
 * file cannot be copied either, but the copy finds out whether the source or staging is gone.
 */
const CANNOT_LINK = new Set([
    'EXDEV',
    'EPERM',
    'EACCES',
    'EMLINK',
    'ENOTSUP',
    'EOPNOTSUPP',
    'ENOSYS',
    'ENOENT',
]);
/** Returns the thrown error, or undefined. */
function errorOf(work) {
    try {
        work();
    }
    catch (error) {
        return error;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/client/staging/stage.js






/** More copies at a time do not help on a local disk and overload a network filesystem. */
const COPIES_IN_FLIGHT = 8;
/** Where each call has latency, many small ones are what helps. */
const SMALL_COPIES_IN_FLIGHT = 16;
/** Making it, and looking at it. */
const CALLS_A_DIRECTORY = 2;
/** Opening, writing and closing the copy. The source may be on a faster filesystem. */
const CALLS_A_COPY = 3;
/**
 * Carries out a plan in `target`, an empty directory of this run. Reads the source and changes nothing in it. Copies a
 * file that cannot be hard linked after all. Codes `invalid-source` for a source file that has changed since the scan,
 * `staging-unavailable` for a failed write. On failure the caller removes the files made so far.
 */
async function stage(source, target, plan, options) {
    const { concurrency, signal, onFile, pace = new adaptive_io/* AdaptiveIo */.p() } = options;
    const inFlight = { concurrency, signal };
    const making = {
        now: (directory) => (0,staged_copy/* writtenNow */.yq)(directory, () => (0,staging_area/* makeReadableDirectoryNow */._L)(directory)),
        later: (directory) => {
            const repeated = unlessThere(() => isDirectory(directory));
            return (0,staged_copy/* written */.Mp)(directory, () => (0,staging_area/* makeReadableDirectory */.CP)(directory).catch(repeated));
        },
        calls: CALLS_A_DIRECTORY,
    };
    for (const level of byDepth(plan.directories)) {
        const places = level.map((directory) => `${target}/${directory}`);
        await pace.forEach(places, making, inFlight);
    }
    const hardLinking = { ...inFlight, pace, onLinked: onFile };
    const { hardLinked, notLinked } = await stageHardLinks(source, target, plan.hardLinks, hardLinking);
    const copied = [...plan.copies, ...notLinked];
    const pathsOf = ({ path: file }) => [
        `${source}/${file}`,
        `${target}/${file}`,
    ];
    const checksums = new Map();
    const sha256 = new Map();
    const noteCopy = (file, content) => {
        if (content !== undefined && content.md5sum !== '')
            checksums.set(file.path, content.md5sum);
        if (content?.sha256 !== undefined)
            sha256.set(file.path, content.sha256);
        onFile?.(file);
    };
    const isSmall = (file) => file.sizeBytes <= fs_checksums/* SMALL_FILE_BYTES */.XG;
    const { dev: targetDev } = await (0,staged_copy/* written */.Mp)(target, () => external_node_fs_.promises.stat(target));
    const copying = { ...options, stagedMode: new staged_copy/* StagedMode */.Mz(), targetDev };
    const copyingSmall = {
        now: (file) => noteCopy(file, (0,staged_copy/* copySmall */.LQ)(...pathsOf(file), file, copying)),
        later: async (file) => noteCopy(file, await (0,staged_copy/* copySmallLater */.jU)(...pathsOf(file), file, copying)),
        calls: CALLS_A_COPY,
    };
    const smallInFlight = { concurrency: concurrency ?? SMALL_COPIES_IN_FLIGHT, signal };
    await pace.forEach(copied.filter(isSmall), copyingSmall, smallInFlight);
    const large = copied.filter((file) => !isSmall(file));
    const copyLarge = async (file) => noteCopy(file, await (0,staged_copy/* copy */.C)(...pathsOf(file), file, copying));
    await (0,fs_concurrency/* forEachConcurrently */.DW)(large, concurrency ?? COPIES_IN_FLIGHT, copyLarge, signal);
    const symlinking = {
        now: ({ path: link, text }) => (0,staged_copy/* writtenNow */.yq)(`${target}/${link}`, () => (0,external_node_fs_.symlinkSync)(text, `${target}/${link}`)),
        later: ({ path: link, text }) => {
            const place = `${target}/${link}`;
            const isThere = async () => (await external_node_fs_.promises.readlink(place)) === text;
            return (0,staged_copy/* written */.Mp)(place, () => external_node_fs_.promises.symlink(text, place).catch(unlessThere(isThere)));
        },
    };
    await pace.forEach(plan.links, symlinking, inFlight);
    return { hardLinked, copied, checksums, sha256 };
}
/**
 * Passes EEXIST if what was to be made is there: nobody else can make anything in our directory in staging, so our own call
 * has succeeded, and was repeated to the file server by the NFS client.
 */
const unlessThere = (isThere) => async (error) => {
    if ((0,errno/* errnoOf */.U)(error) !== 'EEXIST' || !(await isThere()))
        throw error;
};
const isDirectory = async (place) => (await external_node_fs_.promises.lstat(place)).isDirectory();
/** Directories by how deep they lie: all of one depth can be made at a time, once those above them are. */
function byDepth(directories) {
    const levels = new Map();
    for (const directory of directories) {
        const depth = directory.split('/').length;
        const level = levels.get(depth);
        if (level === undefined)
            levels.set(depth, [directory]);
        else
            level.push(directory);
    }
    return [...levels].sort(([a], [b]) => a - b).map(([, level]) => level);
}


/***/ }),

/***/ 2925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ copy),
/* harmony export */   LQ: () => (/* binding */ copySmall),
/* harmony export */   Mp: () => (/* binding */ written),
/* harmony export */   Mz: () => (/* binding */ StagedMode),
/* harmony export */   jU: () => (/* binding */ copySmallLater),
/* harmony export */   lY: () => (/* binding */ CREATE),
/* harmony export */   n4: () => (/* binding */ STAGED_MODE),
/* harmony export */   yq: () => (/* binding */ writtenNow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5023);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6464);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2778);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6879);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7426);
/* harmony import */ var _fs_threads_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1162);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6719);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2181);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6823);







/** Whatever the source allows: others may read the copy, and never write to it, nor run it as somebody else. */
const STAGED_MODE = 0o644;
/**
 * Nobody else can make anything in our directory in staging, so there is nothing to exclude: O_EXCL would cost another call
 * to the server for each file on NFSv3, and fail where the client repeats a call that was carried out.
 */
const CREATE = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_TRUNC | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW;
/**
 * Gives copies their mode. The umask or a default ACL may take away what the service needs, from all files alike: whether
 * it does is found out by the first one.
 */
class StagedMode {
    #mustChange;
    giveNow(descriptor) {
        this.#mustChange ??= ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor).mode & 0o7777) !== STAGED_MODE;
        if (this.#mustChange)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fchmodSync)(descriptor, STAGED_MODE);
    }
}
/** Returns which checksums of a file are needed; undefined if none is. */
function digestsOf({ needsChecksum, needsSha256 }, file) {
    const [wantsChecksum, wantsSha256] = [needsChecksum(file), needsSha256?.(file) ?? false];
    return wantsChecksum || wantsSha256 ? { wantsChecksum, wantsSha256 } : undefined;
}
/** Copies a small file at once. Returns its checksums, if any are needed. */
function copySmall(from, to, file, options) {
    const { filesystems, stagedMode } = options;
    const content = readSource(from, file, filesystems);
    const fill = (target) => {
        stagedMode.giveNow(target);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(target, content);
    };
    writtenNow(to, () => (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_2__/* .withOpenNow */ .B)(to, CREATE, fill, STAGED_MODE));
    const wanted = digestsOf(options, file);
    return wanted && (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .contentOf */ .$E)(content, wanted);
}
/** The content of a small file, valid until the next call. */
function readSource(from, file, filesystems) {
    const { isLocal } = filesystems.of(file.dev, from);
    try {
        const content = (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readSmallFile */ .EW)(from, {
            // Elsewhere, the look afterwards may be at another file of this name.
            require: isLocal ? undefined : (opened) => (0,_source_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireUnchanged */ .jr)(file, opened),
            onRead: (descriptor) => (0,_source_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireUnchanged */ .jr)(file, filesystems.openedNow(descriptor, from, file.dev)),
            // Others, and files without a size, may hold more than they say.
            sizeBytes: isLocal && file.sizeBytes > 0 ? file.sizeBytes : undefined,
        });
        (0,_source_index_js__WEBPACK_IMPORTED_MODULE_5__/* .requireAllRead */ .d)(file, content.length);
        return content;
    }
    catch (error) {
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .errnoOf */ .U)(error) === undefined ? error : unreadable(from, error);
    }
}
const openLater = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_fs__WEBPACK_IMPORTED_MODULE_0__.open);
const closeLater = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_fs__WEBPACK_IMPORTED_MODULE_0__.close);
/**
 * Copies a small file to a filesystem on which each call takes long: opening and closing it, which ask the file server, in
 * the background. A source on a disk of this machine is read at once, and so little is written to memory at once, too.
 */
async function copySmallLater(from, to, file, options) {
    const { filesystems, stagedMode } = options;
    if (!filesystems.of(file.dev, from).isLocal)
        return copy(from, to, file, options);
    const wanted = digestsOf(options, file);
    return written(to, async () => {
        const target = await openLater(to, CREATE, STAGED_MODE);
        try {
            stagedMode.giveNow(target);
            const content = readSource(from, file, filesystems);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(target, content);
            return wanted && (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .contentOf */ .$E)(content, wanted);
        }
        finally {
            await closeLater(target); // a network filesystem may report only now that it is full
        }
    });
}
/** Copies a file, unless the filesystem can share its blocks. Returns the checksums of what was copied, if asked for. */
async function copy(from, to, file, options) {
    const { filesystems, targetDev, signal } = options;
    const wanted = digestsOf(options, file);
    const mode = STAGED_MODE;
    const require = (opened) => (0,_source_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireUnchanged */ .jr)(file, opened);
    const content = await written(to, async () => {
        if (await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .reflink */ .Y)(from, to, { between: [file.dev, targetDev], exclusive: true }))
            return wanted?.wantsSha256 ? contentOfClone(to, file, { ...wanted, signal }) : undefined;
        if (wanted !== undefined)
            return (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .copyWithChecksum */ .rw)(from, to, { sizeBytes: file.sizeBytes, mode, signal, require, ...wanted });
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.copyFile(from, to, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_EXCL);
        return undefined;
    }, from);
    await written(to, async () => {
        const made = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(to);
        if ((made.mode & 0o7777) !== STAGED_MODE)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(to, STAGED_MODE);
        (0,_source_index_js__WEBPACK_IMPORTED_MODULE_5__/* .requireAllRead */ .d)(file, made.size);
    });
    const now = await filesystems.stat(from, file.dev).catch((error) => {
        throw unreadable(from, error);
    });
    (0,_source_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireUnchanged */ .jr)(file, now);
    return content;
}
/** The checksums of a clone, whose blocks are those of its source. */
async function contentOfClone(clone, file, options) {
    const content = await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_2__/* .withOpen */ .X)(clone, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY, ({ fd: descriptor }) => (0,_fs_threads_index_js__WEBPACK_IMPORTED_MODULE_8__/* .hashFile */ .DC)({ descriptor, sizeBytes: file.sizeBytes }, options));
    (0,_source_index_js__WEBPACK_IMPORTED_MODULE_5__/* .requireAllRead */ .d)(file, content.size);
    return content;
}
/** Writes at once to staging; what the filesystem refuses becomes `staging-unavailable`. */
function writtenNow(item, write) {
    try {
        return write();
    }
    catch (error) {
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .errnoOf */ .U)(error) === undefined ? error : (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_9__/* .stagingWriteError */ .f)(item, error);
    }
}
/** Writes to staging in the background; with a `source`, it may also be that which cannot be read any more. */
async function written(item, write, source) {
    try {
        return await write();
    }
    catch (error) {
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .errnoOf */ .U)(error) === undefined)
            throw error;
        const isOfSource = source !== undefined && (isOfReading(error) || !(await isReadable(source)));
        if (isOfSource)
            throw unreadable(source, error);
        throw (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_9__/* .stagingWriteError */ .f)(item, error);
    }
}
function unreadable(source, error) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_10__/* .gobblerError */ .k5)('source-unreadable', { file: source, error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .b)(error) }, { cause: error });
}
/** Staging is only written to. */
const isOfReading = (error) => error.syscall === 'read';
const isReadable = (file) => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.access(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK).then(() => true, () => false);


/***/ }),

/***/ 4960:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ tellFilesystems)
/* harmony export */ });
/** Tells which filesystems an upload has to do with, since what is promised depends on them, and what is wrong with them. */
function tellFilesystems(connection, scanned, onEvent) {
    const { stagingFilesystem: staging, registryFilesystem: registry } = connection;
    const source = [...new Set(scanned.filesystems.all.map(({ type }) => type))];
    // A source that cannot be opened has none, which is reported as an error soon.
    if (source.length > 0)
        onEvent?.({ kind: 'filesystems', source, staging: staging?.type, registry: registry?.type });
    for (const sentence of problems(connection, scanned))
        onEvent?.({ kind: 'notice', sentence });
}
/** Problems with the mounts, each as a sentence. */
function problems(connection, { filesystems }) {
    const { registry, registryFilesystem, registryProblem, staging, stagingFilesystem } = connection;
    const notices = [];
    if (registryProblem !== undefined)
        notices.push(`Reading the registry over HTTP: ${registry} on this machine ${registryProblem}`);
    const withoutCto = (where, all) => {
        if (!all.some((filesystem) => filesystem?.hasNoCto))
            return;
        notices.push(`${where} is on a filesystem that is mounted with nocto, which may hide changes by other machines. Mount it without nocto.`);
    };
    withoutCto('The source', filesystems.all);
    withoutCto(`The staging directory ${staging}`, [stagingFilesystem]);
    withoutCto(`The registry ${registry}`, [registryFilesystem]);
    return notices;
}


/***/ }),

/***/ 4393:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XY: () => (/* binding */ lengthFindings),
  c2: () => (/* binding */ overlapFindings),
  Mz: () => (/* binding */ preflight),
  S4: () => (/* binding */ stagingFindings)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/fs/concurrency.js
var concurrency = __webpack_require__(535);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/protocol/requests.js
var requests = __webpack_require__(8208);
// EXTERNAL MODULE: ./build/client/download/cache.js
var cache = __webpack_require__(7442);
// EXTERNAL MODULE: ./build/client/registry/registry-reader.js
var registry_reader = __webpack_require__(8214);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/client/requests/staging-area.js + 1 modules
var staging_area = __webpack_require__(3621);
// EXTERNAL MODULE: ./build/client/requests/request.js
var request = __webpack_require__(6719);
// EXTERNAL MODULE: ./build/client/requests/permissions.js
var permissions = __webpack_require__(7154);
// EXTERNAL MODULE: ./build/protocol/permissions.js
var protocol_permissions = __webpack_require__(7608);
// EXTERNAL MODULE: ./build/client/connection/identity.js
var identity = __webpack_require__(6836);
// EXTERNAL MODULE: ./build/client/requests/reply.js
var reply = __webpack_require__(8946);
;// CONCATENATED MODULE: ./build/client/upload/rights.js




const MOST_OWNERS_NAMED = 10;
/**
 * Checks whether the user may upload, as the service would decide it (protocol \u00a710). The records tell, apart from
 * administrators, spoofing, and users without a name on this machine: in these cases, queries the service.
 */
async function rightsFindings(connection, upload, { project, existingAsset }) {
    const { asset, version, spoof, expectsProbation } = upload;
    const user = spoof ?? (0,identity/* currentUser */.N)();
    const right = user === undefined
        ? undefined
        : (0,protocol_permissions/* uploadRight */.KT)({ user, asset, version, project, existingAsset, now: Date.now() });
    const isFine = right?.allowed === true && (right.trusted || expectsProbation);
    if (isFine && spoof === undefined)
        return [];
    const standing = await standingOf(connection, upload);
    if (standing === 'maintainer' || standing === 'other-name')
        return [];
    if (standing === 'may-not-spoof' && spoof !== undefined) {
        return [{ kind: 'spoof', facts: { user: (0,identity/* currentUser */.N)() ?? `${process.geteuid?.()}`, spoof } }];
    }
    if (standing === 'unknown-user') {
        return [{ kind: 'unknown-user', facts: { uid: process.geteuid?.() } }];
    }
    if (isFine || right === undefined || user === undefined)
        return [];
    const where = (0,names/* formatRef */.rq)({ project: upload.project, asset });
    if (right.allowed) {
        return [{ kind: 'untrusted', facts: { user, asset: where } }];
    }
    const owners = project.owners.slice(0, MOST_OWNERS_NAMED);
    return [{ kind: 'not-allowed', facts: { user, asset: where, owners } }];
}
/**
 * Returns the service's view of this user. The registry does not name administrators, but a decision on a version that
 * cannot exist is refused with "not authorized" for everybody but owners and administrators, and with "not found" for
 * them (protocol \u00a76.5). Changes nothing. A user the service has no name for gets no answer, or an error (\u00a76.4).
 */
async function standingOf(connection, { project, spoof, run, signal }) {
    const probe = (0,requests/* approveProbationRequest */.JN)({ project, asset: run, version: run }, { spoof });
    try {
        await (0,request/* submit */.t)(connection, probe, { run, signal });
        return 'maintainer';
    }
    catch (error) {
        if (!(error instanceof gobbler_error/* GobblerError */.CE))
            throw error;
        if (error.code === 'not-found')
            return 'maintainer';
        const refused = (0,reply/* unauthorizedUser */.Qr)(error);
        if (refused !== undefined) {
            if (refused.isAboutSpoofing)
                return 'may-not-spoof';
            // In a container the same user id may have another name than on the service's machine: then only that one counts.
            const user = spoof ?? (0,identity/* currentUser */.N)() ?? '';
            return refused.user === user ? 'other' : 'other-name';
        }
        // Only where there is a reason to suspect it: otherwise the service has other troubles.
        const isNameless = (0,identity/* currentUser */.N)() === undefined;
        if (isNameless && (error.code === 'connection-lost' || error.code === 'service-failed'))
            return 'unknown-user';
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/client/upload/preflight.js









/**
 * Every reason to refuse an upload that lies outside of the source tree: names, the staging directory, whether the
 * service sees it, the project, the rights of the user, the version. Asks the service rather than the disk, since a
 * network filesystem may show an old state. Writes nothing that stays.
 */
async function preflight(connection, upload) {
    const names = nameFindings(upload);
    const staging = await stagingFindings(connection, upload);
    if (names.length > 0)
        return [...names, ...staging];
    const registry = await registryFindings(connection, upload, { canAsk: staging.length === 0 });
    return [...staging, ...registry];
}
/**
 * Refuses a source that contains one of the service's directories and, if it is to be removed afterwards, one that is in
 * the registry or in the cache of fetched versions.
 */
async function overlapFindings({ registry, staging, registryVisible }, { root }, { consume = false }) {
    const real = async (directory) => external_node_fs_.promises.realpath(directory).catch(() => directory);
    const [source, stagingHere, registryHere] = await Promise.all([real(root), real(staging), real(registry)]);
    const findings = [];
    const refuse = (facts) => void findings.push({ kind: 'overlapping-directory', facts: { directory: root, ...facts } });
    if ((0,layout/* isInside */.FK)(source, stagingHere))
        refuse({ other: 'staging directory', path: staging, relation: 'contains' });
    if (registryVisible && (0,layout/* isInside */.FK)(source, registryHere))
        refuse({ other: 'registry', path: registry, relation: 'contains' });
    else if (consume && (0,layout/* isInside */.FK)(registryHere, source))
        refuse({ other: 'registry', path: registry, relation: 'is in' });
    if (consume && (0,cache/* isCached */.bm)(source))
        refuse({ other: 'fetched versions', relation: 'is in' });
    return findings;
}
/** Bytes of the longest path that Linux takes, without the NUL at its end. */
const LONGEST_PATH_BYTES = 4095;
/**
 * Refuses entries whose paths would be too long in staging or in the registry, below other directories than here; with
 * room for the files in which the service keeps the links of a directory (protocol \u00a73.9).
 */
function lengthFindings({ staging, serviceStaging, serviceRegistry }, ref, { files, links, directories }) {
    const places = [staging, serviceStaging].map((directory) => external_node_path_default().join(directory, (0,staging_area/* newRunName */.D3)()));
    places.push(external_node_path_default().join(serviceRegistry, (0,layout/* refPath */.NA)(ref)));
    const longest = Math.max(...places.map((place) => Buffer.byteLength(place)));
    const findings = [];
    const require = (entry) => {
        if (longest + 1 + entry.length * 3 + layout/* LINKS */.A.length < LONGEST_PATH_BYTES)
            return; // whatever its characters
        const beside = external_node_path_default().join(external_node_path_default().dirname(entry), layout/* LINKS */.A);
        const bytes = longest + 1 + Math.max(Buffer.byteLength(entry), Buffer.byteLength(beside));
        if (bytes <= LONGEST_PATH_BYTES)
            return;
        const facts = { path: entry, bytes, mostBytes: LONGEST_PATH_BYTES };
        findings.push({ kind: 'path-too-long', facts });
    };
    for (const { path: file } of files)
        require(file);
    for (const { path: link } of links)
        require(link);
    for (const directory of directories)
        require(directory);
    return findings;
}
function nameFindings(ref) {
    return ['project', 'asset', 'version'].flatMap((kind) => {
        const found = (0,names/* nameProblem */.rH)(ref[kind]);
        if (found === undefined)
            return [];
        return [
            {
                kind: 'bad-name',
                input: kind,
                facts: { kind, ...(typeof ref[kind] === 'string' && { name: ref[kind] }), found },
            },
        ];
    });
}
/**
 * Proves that this process can write to staging, that the service sees the same directory, and that the clocks agree.
 * Returns the reasons to refuse an upload.
 */
async function stagingFindings(connection, { run, signal, onNotice }) {
    const { staging, serviceStaging } = connection;
    try {
        await (0,staging_area/* requireStaging */.nB)(connection);
        await (0,request/* submit */.t)(connection, (0,requests/* healthCheckRequest */.KL)(), { run, signal, onNotice });
        return [];
    }
    catch (error) {
        if (!(error instanceof gobbler_error/* GobblerError */.CE))
            throw error;
        // A service that has retired the health check does not know the request, but has read our file.
        if (error.code === 'request-refused')
            return [];
        const mapped = (0,gobbler_error/* factsOf */.xS)(error, 'mapped-user');
        if (mapped !== undefined)
            return [{ kind: 'mapped-user', facts: mapped }];
        const unwritten = (0,gobbler_error/* factsOf */.xS)(error, 'staging-write-failed');
        if (unwritten !== undefined)
            return [{ kind: 'staging-write-failed', facts: unwritten }];
        const { problem, facts, message } = error;
        const data = { problem, facts, message };
        if (error.code === 'request-expired')
            return [{ kind: 'clock', facts: { error: data } }];
        if (error.code !== 'staging-unavailable')
            throw error;
        // With an answer from the service, the file was written, and the service does not see it.
        const isOurs = error.httpStatus === undefined;
        return [{ kind: 'staging', facts: { staging, serviceStaging, ...(isOurs && { error: data }) } }];
    }
}
async function registryFindings(connection, upload, { canAsk }) {
    const { project, asset, version, signal } = upload;
    const fresh = { forceRemote: true, signal };
    const [ofProject, ofAsset, contents] = await (0,concurrency/* allFinished */.Qk)([
        (0,permissions/* fetchPermissions */.LN)(connection, { project }, fresh).catch((error) => {
            if (error instanceof gobbler_error/* GobblerError */.CE && error.code === 'not-found')
                return undefined;
            throw error;
        }),
        (0,permissions/* fetchPermissions */.LN)(connection, { project, asset }, fresh),
        (0,registry_reader/* listIfThere */.YB)(connection, (0,layout/* refPath */.NA)({ project, asset }), signal),
    ]);
    if (ofProject === undefined)
        return [{ kind: 'no-project', facts: { project } }];
    const findings = [];
    if (contents?.some((name) => name === `${version}/` || name === version)) {
        findings.push(await takenFinding(connection, upload));
    }
    if (canAsk) {
        const existingAsset = contents === undefined ? undefined : ofAsset;
        findings.push(...(await rightsFindings(connection, upload, { project: ofProject, existingAsset })));
    }
    return findings;
}
async function takenFinding(connection, upload) {
    const summary = await (0,versions/* findSummary */.ws)(connection, upload, { forceRemote: true, signal: upload.signal });
    const version = (0,names/* formatRef */.rq)(upload);
    if (summary === undefined)
        return { kind: 'version-unfinished', facts: { version } };
    const { onProbation = false, uploadUserId: user, uploadFinish: uploaded } = summary;
    return { kind: 'version-exists', facts: { version, onProbation, user, uploaded } };
}


/***/ }),

/***/ 6629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ plannedProvenance),
/* harmony export */   FO: () => (/* binding */ findOwnProvenance),
/* harmony export */   eE: () => (/* binding */ provenanceFindings),
/* harmony export */   wL: () => (/* binding */ makeProvenance)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1527);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3714);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4782);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9429);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6814);





/** Reasons to refuse a source for the provenance file that is to be published with it. */
function provenanceFindings({ files, links, directories }, { provenance }) {
    if (provenance === undefined)
        return [];
    const { file } = provenance;
    const found = (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_1__/* .provenanceNameProblem */ .A)(file);
    if (found !== undefined)
        return [{ kind: 'provenance-name', facts: { file, found } }];
    const findings = [];
    if (directories.includes(file))
        findings.push({ kind: 'provenance-taken', facts: { path: file } });
    for (const { path } of [...files, ...links]) {
        if (path === file)
            findings.push({ kind: 'provenance-taken', facts: { path } });
        if (path.includes('\n'))
            findings.push({ kind: 'line-break', facts: { path } });
    }
    return findings;
}
/**
 * Makes the provenance file of an upload; undefined if none is wanted. `sha256` has the sums of all files of the source.
 * Code `corrupt-record` for a link whose file in the registry cannot be read.
 */
async function makeProvenance(context, source, sha256) {
    const { ref, settings } = context;
    if (settings.provenance === undefined || sha256 === undefined)
        return undefined;
    const { file, facts } = settings.provenance;
    const text = (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_2__/* .makeStatement */ .UT)(ref, { ...facts, dirHash: await contentHash(context, source, sha256) });
    const provenance = (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStatement */ .By)(text, ref);
    if (provenance === undefined)
        throw new Error(`${file} would not be a valid provenance file: ${text}`);
    const content = Buffer.from(text);
    const expected = { sizeBytes: content.length, md5sum: digestOf('md5', content) };
    return {
        path: file,
        content,
        expected,
        sha256: digestOf('sha256', content),
        provenance: { ...provenance, file, subject: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref), match: 'exact' },
    };
}
/** The provenance file that an upload would have: all but its digest is known, which is as long as any. */
function plannedProvenance({ ref, settings: { provenance }, }) {
    if (provenance === undefined)
        return undefined;
    const text = (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_2__/* .makeStatement */ .UT)(ref, { ...provenance.facts, dirHash: (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_4__/* .dirHash */ .Q)(new Map()) });
    return { path: provenance.file, sizeBytes: Buffer.byteLength(text) };
}
/**
 * Finds the provenance file in a version that exists, if one is wanted there: under its name, and about the content of the
 * source. Undefined for anything else.
 */
async function findOwnProvenance(context, source, manifest) {
    const { connection, ref, settings, signal } = context;
    const { sha256 } = source.known;
    const file = settings.provenance?.file;
    const entry = file === undefined ? undefined : manifest.get(file);
    if (file === undefined || entry === undefined || sha256 === undefined)
        return undefined;
    const found = await (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readProvenance */ .C)(connection, ref, { file, entry, signal });
    const { subject, provenance } = found?.statement ?? {};
    if (found === undefined || provenance === undefined || subject !== (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref))
        return undefined;
    if (provenance.dirHash !== (await contentHash(context, source, sha256)))
        return undefined;
    return {
        provenance: { ...provenance, file, subject, match: 'exact' },
        sha256: digestOf('sha256', found.content),
    };
}
async function contentHash({ connection, ref, signal }, { scan, links }, sha256) {
    const sums = await (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_6__/* .sourceSums */ .C)(connection, scan, links, sha256, signal);
    const lost = links.find((link) => !sums.has(link.path));
    if (lost !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('link-unreadable', { version: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref), path: lost.path });
    return (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_4__/* .dirHash */ .Q)(sums);
}
const digestOf = (algorithm, content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(content).digest('hex');


/***/ }),

/***/ 3951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ uploadDirectory)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/fs/make-directory.js
var make_directory = __webpack_require__(8431);
// EXTERNAL MODULE: ./build/fs/own-files.js
var own_files = __webpack_require__(6617);
// EXTERNAL MODULE: ./build/fs/replace-file.js
var replace_file = __webpack_require__(4546);
// EXTERNAL MODULE: ./build/fs/system-errors.js
var system_errors = __webpack_require__(8368);
;// CONCATENATED MODULE: ./build/fs/hash-cache.js







/** The cache keeps this many files, the most recently recorded ones: some 40 MiB. */
const MOST_ENTRIES = 400_000;
/** Longer than a tick of the clock of any filesystem: how long a file must have rested before its times tell its state. */
const REST_MS = 2_000;
/** No save takes as long. */
const ABANDONED_MS = 60 * 60_000;
/** The size of one write. */
const PIECE_CHARACTERS = 256 * 1024;
const HEADER = 'gobbler-action hashes 2';
const STATE = /^[^ ]+ [^ ]+ [^ ]+ [0-9a-f]{32}$/;
const SUM_LENGTH = 32;
/**
 * Checksums of files on this machine that were hashed before and have not been touched since. One file, replaced as a
 * whole: runs at the same time may lose each other's additions, but never read half a file. A file that cannot be read,
 * or is not ours, counts as empty.
 */
class HashCache {
    #file;
    #known;
    #added = new Map();
    constructor(file, known) {
        this.#file = file;
        this.#known = known;
    }
    /**
     * Opens the cache in a folder, which is made when something is saved. Only the checksums of `files` are kept in memory: a
     * cache with 400,000 entries is read by every upload, even of a single file.
     */
    static async open(folder, files) {
        const file = external_node_path_default().join(folder, 'hashes');
        const inodes = new Set(files.map(({ ino }) => ino));
        return new HashCache(file, await read(file, (_, ino) => inodes.has(ino)));
    }
    /** The MD5 of a file that is exactly as it was when it was recorded. */
    get(state) {
        const known = this.#known.get(fileOf(state));
        return known?.startsWith(stampOf(state)) ? known.slice(-SUM_LENGTH) : undefined;
    }
    /**
     * Records the MD5 of a file in its present state. Do so only for one that had not been modified for {@link REST_MS} when
     * its reading began.
     */
    add(state, md5sum) {
        this.#added.set(fileOf(state), stampOf(state) + md5sum);
    }
    /** Writes what was added. Failures are the caller's to hide: the cache is a convenience. Nothing is known afterwards. */
    async save() {
        if (this.#added.size === 0)
            return;
        this.#known.clear(); // room for what others have added meanwhile
        const present = await read(this.#file, (file) => !this.#added.has(file));
        await (0,make_directory/* makeDirectory */.O)(external_node_path_default().dirname(this.#file), 0o700);
        await removeAbandoned(this.#file);
        const partial = `${this.#file}-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
        await (0,replace_file/* replaceFile */.fR)(this.#file, pieces(present, this.#added), { partial, mode: 0o600 });
    }
}
/** The text of a cache, piece by piece; without the oldest entries, if there are too many. */
function* pieces(...caches) {
    let surplus = caches.reduce((sum, { size }) => sum + size, 0) - MOST_ENTRIES;
    let piece = `${HEADER}\n`;
    for (const entries of caches) {
        for (const [file, known] of entries) {
            if (surplus-- > 0)
                continue;
            piece += `${file} ${known}\n`;
            if (piece.length < PIECE_CHARACTERS)
                continue;
            yield piece;
            piece = '';
        }
    }
    yield piece;
}
/** Removes what runs that were killed while they saved have left beside the cache. */
async function removeAbandoned(file) {
    const folder = external_node_path_default().dirname(file);
    for (const name of await external_node_fs_.promises.readdir(folder)) {
        if (!/^hashes-[0-9a-f]{12}$/.test(name))
            continue;
        const partial = external_node_path_default().join(folder, name);
        const stats = await external_node_fs_.promises.lstat(partial).catch(() => undefined); // whoever saves now may be done with it
        if (stats !== undefined && Date.now() - stats.mtimeMs > ABANDONED_MS)
            await external_node_fs_.promises.rm(partial, { force: true });
    }
}
/** Which file: its newest state replaces what was known of others, so the cache does not grow with every run. */
const fileOf = ({ dev, ino }) => `${dev} ${ino}`;
/** Which state of it. */
const stampOf = ({ sizeBytes, mtimeMs, ctimeMs }) => `${sizeBytes} ${mtimeMs} ${ctimeMs} `;
/** Reads the entries of the files that `isWanted` accepts. */
async function read(file, isWanted) {
    const known = new Map();
    const text = await readOwn(file).catch((0,system_errors/* ifRefused */.yR)(() => ''));
    if (!text.startsWith(`${HEADER}\n`))
        return known;
    for (let at = HEADER.length + 1, end = 0;; at = end + 1) {
        end = text.indexOf('\n', at);
        if (end === -1)
            return known; // without its end, a line may be a part of one
        const afterDevice = text.indexOf(' ', at) + 1;
        const afterInode = text.indexOf(' ', afterDevice) + 1;
        if (afterInode <= afterDevice || afterInode > end)
            continue; // not a line of this cache
        const key = text.slice(at, afterInode - 1);
        if (!isWanted(key, Number(text.slice(afterDevice, afterInode - 1))))
            continue;
        const state = text.slice(afterInode, end);
        if (STATE.test(state))
            known.set(key, state);
    }
}
/** In a folder that others can write to, somebody else's file is not to be trusted. */
async function readOwn(file) {
    return (0,own_files/* isOwnFile */.Z4)(await external_node_fs_.promises.lstat(file)) ? external_node_fs_.promises.readFile(file, 'utf8') : '';
}

// EXTERNAL MODULE: ./build/fs/checksums.js
var checksums = __webpack_require__(6879);
// EXTERNAL MODULE: ./build/fs/fresh.js
var fresh = __webpack_require__(835);
// EXTERNAL MODULE: ./build/fs/concurrency.js
var concurrency = __webpack_require__(535);
// EXTERNAL MODULE: ./build/fs/adaptive-io.js + 1 modules
var adaptive_io = __webpack_require__(522);
// EXTERNAL MODULE: ./build/client/connection/trace.js
var trace = __webpack_require__(7261);
// EXTERNAL MODULE: ./build/client/source/source-tree.js
var source_tree = __webpack_require__(2181);
// EXTERNAL MODULE: ./build/client/source/source-reader.js + 1 modules
var source_reader = __webpack_require__(6823);
// EXTERNAL MODULE: ./build/client/source/scan.js + 4 modules
var scan = __webpack_require__(7532);
// EXTERNAL MODULE: ./build/client/plan/plan.js
var plan_plan = __webpack_require__(7192);
;// CONCATENATED MODULE: ./build/client/plan/known-checksums.js






const DIRECTORIES_IN_FLIGHT = 64;
/** The checksums of a source's files: remembered from earlier runs, computed, or learned from what was published. */
class KnownChecksums {
    #scan;
    #cache;
    #sums = new Map();
    /** Paths of files whose checksum the caller has given. */
    #given = new Set();
    /** Undefined if they are not asked for. */
    #sha256;
    /** By the monotonic clock of this process. */
    #begunAt = performance.now();
    constructor(scan, cache, { checksums, verify, sha256 }) {
        this.#scan = scan;
        this.#cache = cache;
        this.#sha256 = sha256 ? new Map() : undefined;
        if (verify === 'all')
            return;
        for (const file of scan.files) {
            const given = checksums?.get(file.path);
            if (given !== undefined)
                this.#given.add(file.path);
            const sum = given ?? cache?.get(file);
            if (sum !== undefined)
                this.#sums.set(file.path, sum);
        }
        (0,trace/* traceDecision */.wP)(() => `checksums of ${this.#sums.size} of ${scan.files.length} files are known from earlier runs`);
    }
    /**
     * With what is given, and what is remembered in the cache of `folder`; without one, nothing is. If all are to be
     * computed, neither is used, but what is learned is remembered.
     */
    static async open(scan, { hashCache: folder, ...options }) {
        const cache = folder === undefined ? undefined : await HashCache.open(folder, scan.files);
        return new KnownChecksums(scan, cache, options);
    }
    /** MD5 by relative path; grows with {@link compute}. */
    get sums() {
        return this.#sums;
    }
    /** Likewise the sha256, which is never remembered; undefined unless it is needed. */
    get sha256() {
        return this.#sha256;
    }
    /** Returns whether a checksum of a file is needed, and not known yet. */
    lacks({ path: file }) {
        return !this.#sums.has(file) || this.#sha256?.has(file) === false;
    }
    /**
     * Reads those of the files whose checksum is not known yet. Code `invalid-source` for what cannot be read, or of which
     * more or fewer bytes are read than it had when it was scanned.
     */
    async compute(files, { signal, onFile } = {}) {
        const unknown = files.filter((file) => this.lacks(file));
        const placeOf = (file) => external_node_path_default().join(this.#scan.root, file.path);
        const take = ({ path: file }, { md5sum, sha256 }) => {
            if (!this.#sums.has(file))
                this.#sums.set(file, md5sum);
            if (sha256 !== undefined)
                this.#sha256?.set(file, sha256);
        };
        const wantsSha256 = this.#sha256 !== undefined;
        const checking = { require: source_tree/* requireUnchanged */.jr, onRead: source_reader/* requireAllRead */.d };
        const isGone = (0,system_errors/* refusedAs */.xb)((error) => (0,gobbler_error/* gobblerError */.k5)('source-gone', { error: (0,errno/* messageOf */.b)(error) }, { cause: error }));
        await (0,checksums/* hashFiles */.yQ)(unknown, placeOf, take, { signal, onFile, wantsSha256, ...checking }).catch(isGone);
    }
    /**
     * Checks the source once more, after the service has read it: returns the files that have changed since the scan, and
     * those that nobody has touched at all. (Making and removing a hard link in staging touches a file, too.) Remembers the
     * checksums of the others: from the manifest where the service has read the source itself, and of copies only those that
     * were computed here, since a copy may be damaged.
     *
     * A copy was checked when it was made, so its source is only checked again with `exactly`. Staging may still be removed
     * meanwhile, until `cleaned` resolves. Removing its hard link changes the ctime of a file, so these are checked
     * afterwards: files to remember; with `exactly`, all files; and all files where metadata may be stale.
     */
    async settle(learned, { exactly, cleaned = Promise.resolve() }) {
        const { root, files, directories, filesystems } = this.#scan;
        const untouched = new Set();
        const copied = new Set(learned?.copied);
        const changed = [];
        const cache = learned && this.#cache;
        // The next plan would not ask for others, and to remember one takes as long as to hash it.
        const isWorthRemembering = (file) => cache !== undefined && (copied.has(file) || file.sizeBytes > plan_plan/* WORTH_A_LINK_BYTES */.AL);
        const remember = (file, state) => {
            if (!isWorthRemembering(file))
                return;
            const entry = learned?.manifest.get(file.path);
            const sum = copied.has(file) ? learned?.computed.get(file.path) : entry?.md5sum;
            if (sum === undefined || sum === '' || entry?.size !== file.sizeBytes)
                return;
            if (this.#hasRested(file, file.mtimeMs))
                cache?.add(state, sum);
        };
        const look = (file, stats) => {
            if (stats === undefined || !(0,source_tree/* isUnchanged */._5)(file, stats)) {
                changed.push(file);
                return;
            }
            const hasRested = this.#hasRested(file, file.ctimeMs) && stats.ctimeMs === file.ctimeMs;
            if (exactly && hasRested && !this.#given.has(file.path))
                untouched.add(file);
            remember(file, (0,scan/* stateOf */.L)(stats));
        };
        const inDoubt = exactly ? files : files.filter((file) => !copied.has(file));
        if (!exactly)
            for (const file of copied)
                remember(file, file);
        if (inDoubt.length === 0)
            return { changed, untouched };
        if (filesystems.all.some(({ mayBeStale }) => mayBeStale)) {
            await cleaned; // no time may pass between refreshing a directory and looking at its files
            const places = ['', ...directories].map((directory) => `${root}/${directory}`);
            // A directory that has gone takes its files along, which is found out next.
            const refresh = (place) => (0,fresh/* refreshDirectory */.FD)(place).catch(() => undefined);
            await (0,concurrency/* forEachConcurrently */.DW)(places, DIRECTORIES_IN_FLIGHT, refresh);
        }
        const placeOf = (file) => `${root}/${file.path}`;
        const now = (file) => filesystems.statNow(placeOf(file), file.dev);
        const later = (file) => filesystems.stat(placeOf(file), file.dev);
        const looking = {
            now: (file) => look(file, ifReadable(() => now(file))),
            later: async (file) => look(file, await later(file).catch(() => undefined)),
        };
        const pace = new adaptive_io/* AdaptiveIo */.p();
        const [first, last] = [[], []];
        for (const file of inDoubt)
            (exactly || isWorthRemembering(file) ? last : first).push(file);
        await pace.forEach(first, looking);
        if (last.length > 0)
            await cleaned;
        await pace.forEach(last, looking);
        return { changed, untouched };
    }
    /**
     * Returns whether a file had not been changed for a while when it was read, by the time of its last change. One that
     * was changed just before may be changed again within the same tick of the clock that sets its times, without a trace
     * in them.
     */
    #hasRested({ dev }, changedMs) {
        const readMs = this.#scan.clocks.atLeast(dev, this.#begunAt);
        return readMs !== undefined && readMs - changedMs >= REST_MS;
    }
    /** Writes new checksums to the cache. A failure to write is logged, and is no error. */
    async save(onNotice) {
        const tell = (0,system_errors/* ifRefused */.yR)((error) => onNotice(`The checksums could not be cached for the next run: ${(0,errno/* messageOf */.b)(error)}`));
        await this.#cache?.save().catch(tell);
    }
}
/** Undefined for a file that cannot be read any more, whatever the reason: it has changed. */
function ifReadable(look) {
    try {
        return look();
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/client/requests/lock-retry.js
var lock_retry = __webpack_require__(3004);
// EXTERNAL MODULE: ./build/client/source/scan-source.js
var scan_source = __webpack_require__(7024);
// EXTERNAL MODULE: ./build/errors/upload-refused.js
var upload_refused = __webpack_require__(5191);
// EXTERNAL MODULE: ./build/protocol/names.js
var protocol_names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/plan/links.js
var plan_links = __webpack_require__(1002);
// EXTERNAL MODULE: ./build/client/requests/staging-area.js + 1 modules
var staging_area = __webpack_require__(3621);
// EXTERNAL MODULE: ./build/client/upload/preflight.js + 1 modules
var preflight = __webpack_require__(4393);
// EXTERNAL MODULE: ./build/client/upload/provenance-file.js
var provenance_file = __webpack_require__(6629);
;// CONCATENATED MODULE: ./build/client/upload/check.js








/**
 * Finds every reason to refuse an upload, and throws them as one {@link UploadRefused}. With an existing version, which is
 * only compared, nothing has to be allowed.
 */
async function checkUpload(context, scan, existing) {
    const { connection, ref, settings, signal, stages } = context;
    return stages.run('check', async () => {
        const [found, overlaps, resolved] = await (0,concurrency/* allFinished */.Qk)([
            existing === undefined ? preflightFindings(context) : Promise.resolve([]),
            (0,preflight/* overlapFindings */.c2)(connection, scan, settings),
            (0,plan_links/* resolveLinks */.A)(connection, ref, scan, signal),
        ]);
        const isTaken = ({ kind }) => kind === 'version-exists' || kind === 'version-unfinished';
        const mayBeTaken = settings.ifExists !== 'error' && !settings.dryRun;
        const findings = [
            ...found,
            ...scan.findings,
            ...overlaps,
            ...(0,preflight/* lengthFindings */.XY)(connection, ref, scan),
            ...resolved.findings,
            ...(0,scan_source/* emptyFindings */.Qp)(scan, settings),
            ...(0,scan_source/* contradictions */.vM)(settings),
            ...(0,provenance_file/* provenanceFindings */.eE)(scan, settings),
        ];
        const { links } = resolved;
        try {
            (0,upload_refused/* refuseIfAny */.Y)(`the upload of ${(0,protocol_names/* formatRef */.rq)(ref)}`, findings);
        }
        catch (error) {
            const isOnlyTaken = mayBeTaken && findings.every(isTaken);
            if (!isOnlyTaken || !(error instanceof upload_refused/* UploadRefused */.g))
                throw error;
            return { links, taken: error };
        }
        return { links, taken: undefined };
    });
}
async function preflightFindings(context) {
    const { connection, ref, settings, spoof, signal, onNotice } = context;
    const run = (0,staging_area/* newRunName */.D3)();
    settings.onEvent?.({ kind: 'run', run });
    const expectsProbation = settings.probation || !settings.refuseProbation;
    return (0,preflight/* preflight */.Mz)(connection, { ...ref, run, spoof, signal, expectsProbation, onNotice });
}

// EXTERNAL MODULE: ./build/client/plan/lost-content.js
var lost_content = __webpack_require__(9745);
// EXTERNAL MODULE: ./build/client/plan/source-sums.js
var source_sums = __webpack_require__(1527);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var registry_versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/client/registry/registry-sums.js
var registry_sums = __webpack_require__(461);
// EXTERNAL MODULE: ./build/protocol/requests.js
var requests = __webpack_require__(8208);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/protocol/times.js
var times = __webpack_require__(1838);
// EXTERNAL MODULE: ./build/client/connection/identity.js
var identity = __webpack_require__(6836);
// EXTERNAL MODULE: ./build/client/connection/http.js
var http = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/client/registry/registry-reader.js
var registry_reader = __webpack_require__(8214);
// EXTERNAL MODULE: ./build/client/requests/request.js
var request = __webpack_require__(6719);
;// CONCATENATED MODULE: ./build/client/staging/publish.js





/**
 * Has the service publish the staged directory. A lost answer is not treated as a failure, nor is the request repeated:
 * the registry shows the outcome. Codes as `submit`; `connection-lost` if nothing was published, or the outcome is
 * unknown. Protocol \u00a711.2, \u00a722.
 *
 * Returns why the answer was lost, if it was. Then the registry shows a complete version that this user has begun to
 * upload at about the same time; compare its content before you rely on it.
 */
async function publish(connection, upload, { onCreated, ...options }) {
    const begunMs = Date.now();
    try {
        await (0,request/* submit */.t)(connection, (0,requests/* uploadRequest */.tk)(upload), options);
        onCreated();
        return undefined;
    }
    catch (error) {
        if (!(error instanceof gobbler_error/* GobblerError */.CE) || error.code !== 'connection-lost')
            throw error;
        options.onNotice?.(`${error.message}. Looking at the registry for the outcome of ${(0,protocol_names/* formatRef */.rq)(upload)}.`);
        const user = upload.spoof ?? (0,identity/* currentUser */.N)();
        await requireOutcome(connection, upload, error, { user, begunMs, signal: options.signal });
        options.onNotice?.('A version of that name is complete, although the answer of the service was lost.');
        return error;
    }
}
/** How long a service may need to roll an upload back, or to finish one whose answer was lost. */
const OUTCOME_PATIENCE_MS = 60_000;
const OUTCOME_PAUSE_MS = 500;
/**
 * Finds out how an upload ended whose answer was lost, by looking at the registry (protocol \u00a722). Returns if the
 * version is complete; throws `connection-lost` if nothing of it is left, or if that remains unknown for a minute.
 */
async function requireOutcome(connection, ref, lost, { user, begunMs, signal }) {
    const asset = (0,layout/* refPath */.NA)({ project: ref.project, asset: ref.asset });
    const giveUpAt = Date.now() + OUTCOME_PATIENCE_MS;
    let isThere = false;
    do {
        await (0,http/* pause */.v7)(OUTCOME_PAUSE_MS, signal);
        try {
            const summary = await (0,registry_versions/* findSummary */.ws)(connection, ref, { forceRemote: true, signal });
            if (summary !== undefined) {
                if (isOurs(summary, user, begunMs))
                    return;
                throw lostUpload(ref, lost, { kind: 'other', ...uploadOf(summary) });
            }
            const versions = await (0,registry_reader/* listRemotely */.G8)(connection, asset, { signal });
            if (!versions?.includes(`${ref.version}/`))
                throw lostUpload(ref, lost, { kind: 'nothing' });
            isThere = true;
        }
        catch (error) {
            // The service may be restarting: go on looking until the time is up.
            if (!(error instanceof gobbler_error/* GobblerError */.CE) || !MAY_COME_BACK.has(error.code))
                throw error;
        }
    } while (Date.now() < giveUpAt);
    throw lostUpload(ref, lost, { kind: isThere ? 'unfinished' : 'silent' });
}
/** The errors of a service that restarts, or of a proxy in front of it. */
const MAY_COME_BACK = new Set([
    'service-unreachable',
    'service-failed',
    'registry-unavailable',
]);
/** Clocks may differ by a minute before the service refuses requests, either way. */
const CLOCKS_DIFFER_MS = 120_000;
/** The failure of an upload without an answer, where the version has other content. Code `connection-lost`. */
const publishedAnother = (ref, lost, summary) => lostUpload(ref, lost, { kind: 'differs', ...uploadOf(summary) });
const uploadOf = ({ uploadUserId: user, uploadFinish: uploaded }) => ({ user, uploaded });
/** Returns whether a version may be the upload of this run, rather than of somebody else at the same time. */
function isOurs({ uploadUserId, uploadStart }, user, begunMs) {
    const start = (0,times/* parseTimestamp */.EH)(uploadStart) ?? 0;
    return (user === undefined || uploadUserId === user) && start > begunMs - CLOCKS_DIFFER_MS;
}
function lostUpload(ref, lost, seen) {
    const facts = { version: (0,protocol_names/* formatRef */.rq)(ref), error: lost.message, seen };
    return (0,gobbler_error/* gobblerError */.k5)('outcome-unknown', facts, { cause: lost });
}

// EXTERNAL MODULE: ./build/fs/retry.js
var retry = __webpack_require__(4205);
// EXTERNAL MODULE: ./build/fs/open-file.js
var open_file = __webpack_require__(2778);
// EXTERNAL MODULE: ./build/fs/threads/large-files.js + 1 modules
var large_files = __webpack_require__(1162);
// EXTERNAL MODULE: ./build/client/source/set-aside.js
var set_aside = __webpack_require__(8420);
;// CONCATENATED MODULE: ./build/client/upload/consume.js







/** Entries that are set aside at the same time. */
const BATCH = 256;
const LOOKS_IN_FLIGHT = 8;
const ONLY_READ = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOFOLLOW;
/** The name that an NFS client gives a file that was deleted and is still open. */
const DELETED_BUT_OPEN = /^\.nfs[0-9a-f]{16,}$/;
/**
 * Removes the published entries from the source: files, links, and directories that are empty then, the source itself
 * included. Called once the registry is known to hold everything.
 *
 * A path may lead to another file at any time, so each entry is first moved to where nobody else replaces it, then
 * opened and compared there: inode, size and times and, unless these prove that it was not touched since it was read,
 * the checksum. An entry that differs from the published one is moved back; nothing is overwritten. Returns the entries
 * that stay.
 */
async function removeSource(scan, published) {
    const removal = new Removal(scan, published);
    await removal.run();
    return removal.kept;
}
const pathOf = (entry) => ('file' in entry ? entry.file.path : entry.link.path);
class Removal {
    kept = [];
    #scan;
    #published;
    #directories;
    constructor(scan, published) {
        this.#scan = scan;
        this.#published = published;
        this.#directories = new Set(scan.directories);
    }
    async run() {
        const { root, directories } = this.#scan;
        for (const [directory, entries] of this.#byDirectory()) {
            for (let at = 0; at < entries.length; at += BATCH)
                await this.#removeFrom(directory, entries.slice(at, at + BATCH));
        }
        // The directory in which this process, or the whole job, works has to stay.
        const here = workingDirectory();
        for (const directory of [...directories].reverse().concat('')) {
            const place = external_node_path_default().join(root, directory);
            if (!(0,layout/* isInside */.FK)(place, here))
                await this.#removeDirectory(directory, place);
        }
    }
    #byDirectory() {
        const found = new Map();
        const { files, links } = this.#scan;
        for (const entry of [...files.map((file) => ({ file })), ...links.map((link) => ({ link }))]) {
            const directory = external_node_path_default().dirname(pathOf(entry));
            const entries = found.get(directory);
            if (entries === undefined)
                found.set(directory, [entry]);
            else
                entries.push(entry);
        }
        return found;
    }
    #keep(entry, why, found) {
        const isDirectory = entry === '' || this.#directories.has(entry);
        const message = `${external_node_path_default().join(this.#scan.root, entry)} ${found}`;
        this.kept.push({ path: entry, isDirectory, why, message });
    }
    #refused(entry, error) {
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
        this.#keep(entry, 'refused', `was published, but could not be removed: ${(0,errno/* messageOf */.b)(error)}`);
    }
    async #removeFrom(directory, entries) {
        let asideOfRun;
        try {
            asideOfRun = await (0,set_aside/* makeAside */.Bq)(external_node_path_default().join(this.#scan.root, directory));
        }
        catch (error) {
            if ((0,errno/* errnoOf */.U)(error) === 'ENOENT')
                return; // all of it has gone
            for (const entry of entries)
                this.#refused(pathOf(entry), error);
            return;
        }
        const { path: aside, release } = asideOfRun;
        try {
            const moved = [];
            for (const entry of entries)
                if (await this.#moveTo(aside, pathOf(entry)))
                    moved.push(entry);
            // Lists what the names lead to now: a rename goes by what this machine remembers of a name.
            let isThere;
            try {
                isThere = (await (0,system_errors/* ifThere */.y)(external_node_fs_.promises.readdir(aside))) !== undefined;
            }
            catch (error) {
                for (const entry of moved)
                    await this.#keepRefused(aside, entry, error);
                return;
            }
            if (!isThere)
                return await this.#keepRestored(entries);
            await (0,concurrency/* forEachConcurrently */.DW)(moved, LOOKS_IN_FLIGHT, (entry) => this.#removeOrPutBack(aside, entry));
        }
        finally {
            release();
            await this.#removeAside(aside, entries);
        }
    }
    async #removeAside(aside, entries) {
        try {
            await external_node_fs_.promises.rmdir(aside);
        }
        catch (error) {
            if ((0,errno/* errnoOf */.U)(error) === undefined)
                throw error;
            if ((0,errno/* errnoOf */.U)(error) === 'ENOENT')
                return;
            const names = await external_node_fs_.promises.readdir(aside).catch((0,system_errors/* ifRefused */.yR)(() => []));
            if (names.length === 0) {
                const message = `${aside} is empty, but could not be removed: ${(0,errno/* messageOf */.b)(error)}`;
                const entry = external_node_path_default().relative(this.#scan.root, aside);
                this.kept.push({ path: entry, isDirectory: true, why: 'refused', message });
                return;
            }
            // On NFS an open file that was deleted stays until it is closed; nothing but that is removed.
            const own = new Set(entries.map((entry) => external_node_path_default().basename(pathOf(entry))));
            const isDeleted = (name) => DELETED_BUT_OPEN.test(name) && !own.has(name);
            if (names.every(isDeleted))
                await (0,retry/* removeTree */.d)(aside).catch((0,system_errors/* ifRefused */.yR)(() => undefined));
        }
    }
    /** Another process has taken this one for dead, and put its entries back. */
    async #keepRestored(entries) {
        for (const entry of entries.map(pathOf)) {
            const isThere = (await (0,system_errors/* ifThere */.y)(external_node_fs_.promises.lstat(external_node_path_default().join(this.#scan.root, entry)))) !== undefined;
            if (isThere)
                this.#keep(entry, 'refused', 'was published, and put back by another process');
        }
    }
    async #moveTo(aside, entry) {
        try {
            await external_node_fs_.promises.rename(external_node_path_default().join(this.#scan.root, entry), external_node_path_default().join(aside, external_node_path_default().basename(entry)));
            return true;
        }
        catch (error) {
            if ((0,errno/* errnoOf */.U)(error) !== 'ENOENT')
                this.#refused(entry, error);
            return false;
        }
    }
    async #removeOrPutBack(aside, entry) {
        const name = external_node_path_default().basename(pathOf(entry));
        const place = external_node_path_default().join(aside, name);
        try {
            const isPublished = 'file' in entry ? await this.#isPublished(place, entry.file) : await isThatLink(place, entry.link);
            if (isPublished) {
                await external_node_fs_.promises.unlink(place);
                return;
            }
            const isBack = await (0,set_aside/* putBack */.pK)(aside, name);
            const where = isBack ? 'stays' : `is kept as ${place}, since there is another file of its name by now`;
            this.#keep(pathOf(entry), 'changed', `has changed since it was published, and ${where}`);
        }
        catch (error) {
            await this.#keepRefused(aside, entry, error);
        }
    }
    /** Puts an entry back that the filesystem does not let this user remove. */
    async #keepRefused(aside, entry, error) {
        this.#refused(pathOf(entry), error);
        const name = external_node_path_default().basename(pathOf(entry));
        await (0,set_aside/* putBack */.pK)(aside, name).catch((0,system_errors/* ifRefused */.yR)((again) => {
            this.#keep(pathOf(entry), 'refused', `is left as ${external_node_path_default().join(aside, name)}: ${(0,errno/* messageOf */.b)(again)}`);
        }));
    }
    /** Returns whether the file at `place` is the one that was published, with the same content. */
    async #isPublished(place, file) {
        const expected = this.#published.manifest.get(file.path);
        if (expected === undefined)
            return false;
        const isPublished = (0,open_file/* withOpen */.X)(place, ONLY_READ, async (handle) => {
            const opened = await handle.stat();
            if (!opened.isFile() || !(0,source_tree/* isUnchanged */._5)(file, opened) || opened.size !== expected.size)
                return false;
            if (this.#published.proven.has(file))
                return true;
            const sum = this.#published.sha256?.get(file.path);
            const wantsSha256 = sum !== undefined;
            const found = await (0,large_files/* hashFile */.DC)({ descriptor: handle.fd, sizeBytes: opened.size }, { wantsSha256 });
            const after = await handle.stat();
            return isContent(expected, found) && found.sha256 === sum && isSameState(opened, after);
        });
        return isPublished.catch((0,system_errors/* ifErrno */.E6)(['ELOOP'], () => false)); // a link has taken its place
    }
    async #removeDirectory(entry, place) {
        try {
            await external_node_fs_.promises.rmdir(place);
        }
        catch (error) {
            const code = (0,errno/* errnoOf */.U)(error);
            if (code === 'ENOENT' || code === 'ENOTEMPTY' || code === 'EEXIST')
                return;
            this.#refused(entry, error);
        }
    }
}
const isContent = (expected, { size, md5sum }) => expected.size === size && expected.md5sum === md5sum;
const isSameState = (before, after) => before.size === after.size && before.mtimeMs === after.mtimeMs && before.ctimeMs === after.ctimeMs;
async function isThatLink(place, link) {
    const noLink = (0,system_errors/* ifErrno */.E6)(['EINVAL'], () => undefined);
    return (await external_node_fs_.promises.readlink(place).catch(noLink)) === link.text;
}
/** The root, which is inside of nothing else, if somebody has removed it. */
function workingDirectory() {
    try {
        return process.cwd();
    }
    catch {
        return '/';
    }
}

;// CONCATENATED MODULE: ./build/client/upload/confirm.js








/**
 * Compares what was published with the source, remembers checksums, and with `consume` removes the source. Codes
 * `content-differs`, and `invalid-source` for a file that has changed since it was scanned.
 */
async function confirmUpload(context, source, published) {
    const { staged, lostAnswer, provenance, cleaned } = published;
    const answered = lostAnswer === undefined;
    const { settings, stages, onNotice } = context;
    const { scan, known } = source;
    const sha256 = known.sha256 && new Map([...known.sha256, ...(staged?.sha256 ?? [])]);
    const { proven, ...compared } = await stages.run('confirm', async () => {
        const copied = new Set(staged?.copied);
        const compareAndSettle = async () => {
            const { confirmed, computed } = await compareWithSource(context, source, published);
            const { manifest } = confirmed;
            const learned = settings.verify === 'off' ? undefined : { manifest, copied, computed };
            const settled = await known.settle(learned, { exactly: settings.consume, cleaned });
            return { confirmed, computed, ...settled };
        };
        // Another thread removes staging meanwhile.
        const [{ confirmed, computed, changed, untouched }] = await (0,concurrency/* allFinished */.Qk)([compareAndSettle(), cleaned]);
        const { manifest } = confirmed;
        // A copy was checked when it was made; only what the service has read from the source itself may be in doubt.
        if (settings.verify !== 'off')
            (0,source_tree/* refuseIfChanged */.eZ)(changed.filter((file) => !copied.has(file)));
        await known.save(onNotice);
        const isProven = (file) => copied.has(file) && computed.get(file.path) === manifest.get(file.path)?.md5sum;
        const sums = await requireSums(context, source, { sha256, manifest, answered, provenance });
        return { confirmed, sums, proven: new Set([...untouched].filter(isProven)) };
    });
    const kept = await removePublished(context, scan, { ...compared.confirmed, proven, sha256 });
    return { ...compared, kept, provenance };
}
/** Reads the records back, and compares the manifest with the source. Returns also every checksum of the source. */
async function compareWithSource(context, { scan, links, known }, { staged, lostAnswer, provenance }) {
    const { connection, ref, settings, signal } = context;
    const answered = lostAnswer === undefined;
    const confirmed = await (0,registry_versions/* readBack */.e7)(connection, ref, signal);
    // Somebody else may have published under the same name when the reply was lost: then every byte counts.
    if (!answered)
        await known.compute(scan.files, { signal });
    const computed = new Map([...known.sums, ...(staged?.checksums ?? [])]);
    const compared = settings.verify === 'size' && answered ? new Map() : computed;
    // Before the only copy is removed, everything is compared, whatever `verify` says.
    if (settings.verify !== 'off' || !answered || settings.consume) {
        const expected = () => withProvenance((0,plan_plan/* expectedEntries */.dV)(scan, links, compared), provenance);
        const differences = compare(expected, confirmed.manifest);
        if (!answered && differences.length > 0)
            throw publishedAnother(ref, lostAnswer, confirmed.summary);
        requireNoDifference(ref, differences);
    }
    if (!answered)
        settings.onEvent?.({ kind: 'created' });
    await requireTargets(context, confirmed.manifest);
    return { confirmed, computed };
}
function* withProvenance(entries, provenance) {
    yield* entries;
    if (provenance !== undefined)
        yield [provenance.path, provenance.expected];
}
/** Requires that the files that a version links to exist, above all if the source is removed then. */
async function requireTargets({ connection, ref, settings: { verify, consume }, signal }, manifest) {
    if (verify === 'off' && !consume)
        return;
    await (0,lost_content/* requireWhole */.Z7)(connection, ref, manifest, { exactly: verify === 'all' || consume, signal });
}
/** With `consume`, removes what was published from the source. Returns the entries that stay. */
async function removePublished({ settings, stages, onNotice }, scan, { summary, ...published }) {
    if (!settings.consume || settings.dryRun)
        return [];
    if (summary.onProbation) {
        // A rejection would remove the only copy.
        onNotice(`${scan.root} is kept, although consume is true, because the version is on probation`);
        return [];
    }
    return stages.run('clean', () => removeSource(scan, published));
}
/**
 * Compares every published byte with the sha256 sums of the source, unless `verify` is `off`; and in any case before the
 * source is removed, or if somebody else may have published the version. Returns the sums, with that of the provenance file;
 * undefined if they are not asked for. Code `content-differs`.
 */
async function requireSums({ connection, ref, settings, signal, onNotice, progress }, { scan, links }, { sha256, manifest, answered, provenance, }) {
    if (sha256 === undefined)
        return undefined;
    const sums = await (0,source_sums/* sourceSums */.C)(connection, scan, links, sha256, signal);
    if (provenance !== undefined)
        sums.set(provenance.provenance.file, provenance.sha256);
    if (settings.verify === 'off' && answered && !settings.consume) {
        onNotice('The sha256 sums were not compared with what was published, because verify is off');
        return sums;
    }
    const files = [...manifest.values()].filter(({ md5sum }) => md5sum !== '');
    const sizes = files.map(({ size }) => ({ sizeBytes: size }));
    const onFile = progress('confirm', sizes);
    requireNoDifference(ref, await (0,registry_sums/* compareSums */.s)(connection, ref, { manifest, sums }, { signal, onFile }));
    return sums;
}
/** Refuses a version that differs from what was sent. Code `content-differs`. */
function requireNoDifference(ref, differences) {
    if (differences.length > 0)
        throw (0,gobbler_error/* gobblerError */.k5)('published-differently', { version: (0,protocol_names/* formatRef */.rq)(ref), mismatches: differences });
}
/** Every difference between what is expected, each path once, and a manifest. Pure. May go through what is expected twice. */
function compare(expected, manifest) {
    const differences = [];
    let listed = 0;
    for (const [path, { sizeBytes, md5sum }] of expected()) {
        const entry = manifest.get(path);
        if (entry === undefined) {
            differences.push({ path, kind: 'missing' });
            continue;
        }
        listed++;
        if (sizeBytes !== undefined && entry.size !== sizeBytes)
            differences.push({ path, kind: 'size', expected: sizeBytes, found: entry.size });
        else if (md5sum !== undefined && entry.md5sum !== md5sum)
            differences.push({ path, kind: 'md5', expected: md5sum, found: entry.md5sum });
    }
    if (listed === manifest.size)
        return differences;
    const known = new Set();
    for (const [path] of expected())
        known.add(path);
    for (const path of manifest.keys())
        if (!known.has(path))
            differences.push({ path, kind: 'unexpected' });
    return differences;
}

// EXTERNAL MODULE: ./build/client/source/stages.js
var stages = __webpack_require__(4590);
;// CONCATENATED MODULE: ./build/client/upload/context.js



const withDefaults = (options) => ({
    ...options,
    ifExists: options.ifExists ?? 'error',
    deduplicate: options.deduplicate ?? 'latest',
    verify: options.verify ?? 'checksum',
    symlinks: options.symlinks ?? 'preserve',
    consume: options.consume ?? false,
    probation: options.probation ?? false,
    refuseProbation: options.refuseProbation ?? false,
    dryRun: options.dryRun ?? false,
    // The provenance file has a digest of all files.
    sha256: options.sha256 === true || options.provenance !== undefined,
});
/** Everything that all stages of one upload share. Made once, by `uploadDirectory`, and passed to each stage. */
class UploadContext {
    connection;
    ref;
    settings;
    /** The user to act for; undefined for oneself, which the service refuses unless it lists that (protocol \u00a78). */
    spoof;
    stages;
    #giveUpAt;
    constructor(connection, options) {
        const { project, asset, version, spoof, onEvent } = options;
        this.connection = connection;
        this.ref = { project, asset, version };
        this.settings = withDefaults(options);
        this.spoof = spoof === (0,identity/* currentUser */.N)() ? undefined : spoof;
        this.stages = new stages/* StageClock */.V(onEvent);
    }
    get signal() {
        return this.settings.signal;
    }
    /** Until when to wait for other uploads and for locks: one span of time for all, from when it is first asked for. */
    get giveUpAt() {
        this.#giveUpAt ??= Date.now() + (this.settings.lockPatienceMs ?? lock_retry/* DEFAULT_PATIENCE_MS */.D);
        return this.#giveUpAt;
    }
    /** Reports something that a person should know, as a sentence. */
    onNotice = (sentence) => this.settings.onEvent?.({ kind: 'notice', sentence });
    /** Reports the progress of a stage, file by file; undefined if nobody listens. */
    progress = (stage, files) => (0,stages/* progressOf */.jA)(stage, files, this.settings.onEvent);
}

// EXTERNAL MODULE: ./build/client/upload/upload-result.js
var upload_result = __webpack_require__(7744);
;// CONCATENATED MODULE: ./build/client/upload/existing.js









/** The summary of a finished version of that name, if `ifExists` allows one. */
async function findExisting(context) {
    const { connection, ref, settings, signal } = context;
    if (settings.ifExists === 'error')
        return undefined;
    const names = [ref.project, ref.asset, ref.version];
    if (names.some((name) => (0,protocol_names/* nameProblem */.rH)(name) !== undefined))
        return undefined;
    const summary = await (0,registry_versions/* findSummary */.ws)(connection, ref, { forceRemote: true, signal });
    (0,trace/* traceDecision */.wP)(() => `${(0,protocol_names/* formatRef */.rq)(ref)} ${summary === undefined ? 'does not exist' : 'exists'}`);
    return summary;
}
/** Takes an existing version for the result: if it has the same content, or with `ifExists: 'skip'` whatever it has. */
async function settleExisting(context, source) {
    const { connection, ref, settings, signal, stages, onNotice } = context;
    const { scan, known } = source;
    if (settings.ifExists === 'skip')
        return (0,upload_result/* publishedResult */.G)(context, 'skipped', { scan, confirmed: await (0,registry_versions/* readBack */.e7)(connection, ref, signal) });
    const { confirmed, provenance } = await stages.run('hash', () => requireSameContent(context, source));
    const learned = { manifest: confirmed.manifest, copied: scan.files, computed: known.sums };
    const { changed, untouched } = await known.settle(learned, { exactly: true });
    (0,source_tree/* refuseIfChanged */.eZ)(changed);
    await known.save(onNotice);
    await requireTargets(context, confirmed.manifest);
    const { sha256 } = known;
    const sums = await requireSums(context, source, {
        sha256,
        manifest: confirmed.manifest,
        answered: true,
        provenance,
    });
    const kept = await removePublished(context, scan, { ...confirmed, proven: untouched, sha256 });
    return (0,upload_result/* publishedResult */.G)(context, 'verified', { scan, confirmed, kept, sums, provenance });
}
/**
 * Proves that a version that exists already is what would have been uploaded, without moving a byte: paths and sizes
 * first, and checksums only if those are the same. A provenance file is not compared: if one is to be published, the version
 * has to have one under the same name, about the same content. Code `already-exists` with the paths that differ.
 */
async function requireSameContent(context, source) {
    const { connection, ref, settings, signal, progress } = context;
    const { scan, links, known } = source;
    const existing = await (0,registry_versions/* readBack */.e7)(connection, ref, signal);
    const file = settings.provenance?.file;
    const manifest = file === undefined ? existing.manifest : without(existing.manifest, file);
    const lacksFile = file !== undefined && !existing.manifest.has(file);
    const missing = lacksFile ? [{ path: file, kind: 'missing' }] : [];
    refuseDifferences(ref, existing, [
        ...missing,
        ...compare(() => (0,plan_plan/* expectedEntries */.dV)(scan, links, new Map()), manifest),
    ]);
    await known.compute(scan.files, { signal, onFile: progress('hash', scan.files) });
    refuseDifferences(ref, existing, compare(() => (0,plan_plan/* expectedEntries */.dV)(scan, links, known.sums), manifest));
    const provenance = await (0,provenance_file/* findOwnProvenance */.FO)(context, source, existing.manifest);
    if (file !== undefined && provenance === undefined)
        refuseDifferences(ref, existing, [{ path: file, kind: 'provenance' }]);
    return { confirmed: existing, provenance };
}
function without(manifest, file) {
    const others = new Map(manifest);
    others.delete(file);
    return others;
}
function refuseDifferences(ref, { summary: { uploadUserId: user, uploadFinish: uploaded } }, differences) {
    const facts = { version: (0,protocol_names/* formatRef */.rq)(ref), user, uploaded, mismatches: differences };
    if (differences.length > 0)
        throw (0,gobbler_error/* gobblerError */.k5)('version-differs', facts);
}

// EXTERNAL MODULE: ./build/client/upload/filesystem-facts.js
var filesystem_facts = __webpack_require__(4960);
;// CONCATENATED MODULE: ./build/client/upload/other-uploads.js






/** Most uploads are done in a moment; the pauses between looks grow. */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2_000;
/** A version that nobody has written to for this long, allowing for clock skew, is left over from a crash. */
const RESTING_MS = 180_000;
const other_uploads_LOOKS_IN_FLIGHT = 64;
/**
 * Waits while somebody else is seen uploading to the same asset. A request that waits for the lock of an asset keeps
 * all uploads to the project waiting behind it (protocol \u00a720 T22), so look before asking. Only where the registry is
 * visible, and never for what a crash has left; when the time is up, the service decides. Returns whether it had to wait.
 */
async function awaitOtherUploads(context) {
    const { connection, ref, signal, onNotice } = context;
    if (!connection.registryVisible || context.settings.lockPatienceMs === 0)
        return false;
    for (let looks = 0;; looks++) {
        const running = await runningUpload(connection, ref, signal);
        const remainingMs = running === undefined ? 0 : context.giveUpAt - Date.now();
        if (running === undefined || remainingMs <= 0)
            return looks > 0;
        if (looks === 0) {
            const version = (0,protocol_names/* formatRef */.rq)({ ...ref, version: running });
            const minutes = Math.ceil(remainingMs / 60_000);
            onNotice(`Waiting for up to ${minutes} min for another upload, of ${version}, to finish.`);
        }
        await (0,http/* pause */.v7)(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
    }
}
/** A version that has no summary yet, and was written to just now. */
async function runningUpload(connection, { project, asset }, signal) {
    const place = (0,layout/* refPath */.NA)({ project, asset });
    const directory = external_node_path_default().join(connection.registry, place);
    // To look for a directory that is not there yet would make this machine remember that it is not. A mount that fails
    // shows no upload to wait for: then the service decides.
    const isThere = await (0,registry_reader/* refreshRegistry */.Lg)(connection, place).catch((0,system_errors/* ifRefused */.yR)(() => false));
    if (!isThere)
        return undefined;
    const mayBeStale = connection.registryFilesystem?.mayBeStale === true;
    const unfinished = [];
    const look = async (entry) => {
        if (!entry.isDirectory() || (0,protocol_names/* isInternalName */.Bn)(entry.name))
            return;
        const version = external_node_path_default().join(directory, entry.name);
        const summary = external_node_path_default().join(version, layout/* SUMMARY */.$M);
        if ((await changedMs(summary)) !== undefined)
            return;
        // It may be remembered as missing.
        if (mayBeStale)
            await refreshed(version);
        if ((await changedMs(summary)) === undefined)
            unfinished.push(entry.name);
    };
    await (0,concurrency/* forEachConcurrently */.DW)(await entriesOf(directory), other_uploads_LOOKS_IN_FLIGHT, look, signal);
    for (const name of unfinished) {
        if (await isBeingWritten(external_node_path_default().join(directory, name), { mayBeStale, signal }))
            return name;
    }
    return undefined;
}
/** Follows, from the top, what was written to last: an upload fills one directory after the other. */
async function isBeingWritten(top, { mayBeStale, signal }) {
    const isRecent = (timeMs) => Math.abs(Date.now() - timeMs) < RESTING_MS;
    for (let directory = top; directory !== undefined;) {
        if (mayBeStale)
            await refreshed(directory);
        if (isRecent((await changedMs(directory)) ?? 0))
            return true;
        const within = [];
        const parent = directory;
        let isAnyRecent = false;
        const look = async (entry) => {
            if (isAnyRecent)
                return;
            const place = external_node_path_default().join(parent, entry.name);
            const timeMs = (await changedMs(place)) ?? 0;
            if (isRecent(timeMs))
                isAnyRecent = true;
            else if (entry.isDirectory())
                within.push({ place, timeMs });
        };
        await (0,concurrency/* forEachConcurrently */.DW)(await entriesOf(directory), other_uploads_LOOKS_IN_FLIGHT, look, signal);
        if (isAnyRecent)
            return true;
        directory = within.sort((a, b) => b.timeMs - a.timeMs)[0]?.place;
    }
    return false;
}
/** Opens a directory; one that is not there (any more), or closed, shows nothing that could be waited for. */
const refreshed = (directory) => (0,fresh/* refreshDirectory */.FD)(directory).catch((0,system_errors/* ifRefused */.yR)(() => undefined));
/** A directory that is not there (any more) holds nothing. */
async function entriesOf(directory) {
    return external_node_fs_.promises.readdir(directory, { withFileTypes: true }).catch(() => []);
}
async function changedMs(place) {
    return (await external_node_fs_.promises.lstat(place).catch(() => undefined))?.mtimeMs;
}

// EXTERNAL MODULE: ./build/fs/threads/hard-link-thread.js
var hard_link_thread = __webpack_require__(7914);
// EXTERNAL MODULE: ./build/client/plan/earlier-versions.js
var earlier_versions = __webpack_require__(8229);
// EXTERNAL MODULE: ./build/client/plan/hard-links.js
var hard_links = __webpack_require__(8994);
// EXTERNAL MODULE: ./build/client/plan/planned-content.js
var planned_content = __webpack_require__(9865);
// EXTERNAL MODULE: ./build/client/plan/duplicate-index.js
var duplicate_index = __webpack_require__(6399);
;// CONCATENATED MODULE: ./build/client/plan/lookalikes.js



/**
 * With sha256 sums, reads the files of earlier versions that source files might be linked to, by the client or by the
 * service. With `verify: off` there are no findings. Codes as `registrySums`.
 */
async function findLookalikes(connection, asset, { scan, known: { sums: md5, sha256 }, earlier: { latest, candidates }, }, { verify, signal }) {
    if (sha256 === undefined)
        return { findings: [] };
    const ofService = new duplicate_index/* DuplicateIndex */.w(asset, latest === undefined ? [] : [latest]);
    const ours = new duplicate_index/* DuplicateIndex */.w(asset, candidates);
    const placesOf = (file) => {
        const sum = md5.get(file.path) ?? '';
        return [ofService.find(file, sum), ours.find(file, sum)];
    };
    const wanted = new Map();
    for (const file of scan.files) {
        for (const place of placesOf(file))
            if (place !== undefined)
                wanted.set(place, { path: place, sizeBytes: file.sizeBytes });
    }
    const visible = connection.registryVisible;
    const sums = await (0,registry_sums/* registrySums */.K)(connection, [...wanted.values()], { visible, signal });
    const isSame = (file, place) => sums.get(place) === sha256.get(file.path);
    if (verify === 'off')
        return { isSame, findings: [] };
    const findings = scan.files.flatMap((file) => {
        const [place] = placesOf(file);
        const otherSha256 = place === undefined ? undefined : sums.get(place);
        if (place === undefined || otherSha256 === undefined || isSame(file, place))
            return [];
        const version = (0,layout/* refPath */.NA)({ ...asset, version: latest?.version ?? '' });
        const own = sha256.get(file.path) ?? '';
        const facts = { path: file.path, sha256: own, other: place, version, otherSha256 };
        return [{ kind: 'same-md5', facts }];
    });
    return { isSame, findings };
}

;// CONCATENATED MODULE: ./build/client/upload/planning.js





/**
 * Reads the earlier versions, hashes the files whose checksum the plan depends on, and decides how each entry gets into
 * staging. Refuses files that the service would take for others, or link to a file that is gone.
 */
async function makePlan({ connection, ref, settings, signal, stages, progress }, { scan, links, known }, deduplicate) {
    // A thread takes a while to start.
    if (!settings.dryRun)
        hard_link_thread/* HardLinkThread */.M.prepare(scan.files.length);
    const earlier = await (0,earlier_versions/* earlierVersions */.m)(connection, ref, deduplicate, signal);
    const mayHardLink = await (0,hard_links/* hardLinkRule */.M)(connection, settings.symlinks);
    const input = { scan, links, earlier, mayHardLink };
    const inQuestion = known.sha256 === undefined ? (0,plan_plan/* worthHashing */.Bq)(input) : (0,plan_plan/* sameSized */._$)(scan, earlier);
    // A dry run tells which paths would change.
    const decisive = settings.dryRun ? (0,planned_content/* decisiveFiles */.m)(scan, links, earlier.latest) : [];
    const toHash = settings.verify === 'all' ? scan.files : new Set([...inQuestion, ...decisive]);
    const wanted = [...toHash].filter((file) => known.lacks(file));
    if (wanted.length > 0) {
        const onFile = progress('hash', wanted);
        await stages.run('hash', () => known.compute(wanted, { signal, onFile }));
    }
    const lost = (0,lost_content/* lostFindings */.LP)(scan, ref, earlier, known.sums);
    const { isSame, findings } = await findLookalikes(connection, ref, { scan, known, earlier }, settings);
    (0,upload_refused/* refuseIfAny */.Y)(`the upload of ${(0,protocol_names/* formatRef */.rq)(ref)}`, [...lost, ...findings]);
    const { serviceRegistry } = connection;
    const plan = (0,plan_plan/* planUpload */.d7)({ ...input, asset: ref, checksums: known.sums, serviceRegistry, isSame });
    (0,trace/* traceDecision */.wP)(() => planText(plan, earlier, wanted.length));
    return { earlier, plan };
}
function planText({ unchanged, hardLinks, copies, links }, { candidates }, hashed) {
    const versions = candidates.map(({ version }) => version).join(', ') || 'no earlier version';
    const counts = `unchanged ${unchanged.length}, hard linked ${hardLinks.length}, copied ${copies.length}, links ${links.length - unchanged.length}`;
    return `compared with ${versions}, after hashing ${hashed} files: ${counts}`;
}

// EXTERNAL MODULE: ./build/client/plan/borrowed.js
var borrowed = __webpack_require__(7215);
// EXTERNAL MODULE: ./build/client/registry/registry-path.js
var registry_path = __webpack_require__(7986);
;// CONCATENATED MODULE: ./build/client/staging/in-place.js




/**
 * The base name of a source that can be uploaded from where it is: it lies directly in staging, belongs to this user,
 * and the service would publish exactly what was planned. Undefined if it has to be staged like any other (also deeper
 * in staging: the service only takes directories at its top, protocol \u00a74, \u00a717.3).
 */
async function inPlaceName({ staging }, { root, files, links, directories, leftOut }, plan) {
    const name = external_node_path_default().basename(root);
    if (name.startsWith('.') || name.startsWith('request-') || leftOut.hidden + leftOut.unselected > 0)
        return undefined;
    if (plan.unchanged.length > 0)
        return undefined;
    if (files.some((file) => (file.mode & 0o444) !== 0o444))
        return undefined;
    const texts = new Map(links.map((link) => [link.path, link.text]));
    if (plan.links.length !== links.length || plan.links.some((link) => texts.get(link.path) !== link.text)) {
        return undefined;
    }
    try {
        if (external_node_path_default().dirname(await external_node_fs_.promises.realpath(root)) !== (await external_node_fs_.promises.realpath(staging)))
            return undefined;
        for (const directory of ['.', ...directories]) {
            const stats = await external_node_fs_.promises.lstat(external_node_path_default().join(root, directory));
            if (!stats.isDirectory() || stats.uid !== process.geteuid?.())
                return undefined;
            if ((stats.mode & staging_area/* TRAVERSABLE */.o1) !== staging_area/* TRAVERSABLE */.o1)
                return undefined;
        }
    }
    catch (error) {
        // Staging it hits the same error, and explains it.
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
        return undefined;
    }
    return name;
}

// EXTERNAL MODULE: ./build/fs/threads/worker-pool.js + 1 modules
var worker_pool = __webpack_require__(3323);
// EXTERNAL MODULE: ./build/client/staging/stage.js + 1 modules
var stage = __webpack_require__(7829);
// EXTERNAL MODULE: ./build/client/staging/staged-copy.js
var staged_copy = __webpack_require__(2925);
;// CONCATENATED MODULE: ./build/client/staging/through-staging.js









/**
 * Puts what was planned into staging, has it published, and removes it from there, however it ends: before it throws,
 * and after success while the caller goes on, who has to wait for `cleaned`. Codes as `stage` and `publish`.
 */
async function publishThroughStaging(connection, upload) {
    const { source, plan, request, run, staging, submitting, stages, generate } = upload;
    const target = external_node_path_default().join(connection.staging, run);
    // A hard link in staging is the source file itself: the service must not move it (protocol \u00a712.5).
    const consume = plan.hardLinks.length === 0;
    const own = await (0,staged_copy/* written */.Mp)(target, () => (0,staging_area/* makeClosedDirectory */.wq)(target));
    const stopTouching = (0,staging_area/* keepFresh */.yA)([target]);
    const pace = new adaptive_io/* AdaptiveIo */.p();
    const clean = (isPublished) => remove(own, { plan, pace, isPublished }, submitting.onNotice);
    try {
        const result = await stages.run('stage', async () => {
            const staged = await (0,stage/* stage */.d)(source, target, plan, { ...staging, pace });
            const generated = await generate?.(staged);
            if (generated !== undefined)
                stageGenerated(target, generated);
            await (0,staging_area/* openToService */.$Y)(own);
            return staged;
        });
        // A thread takes a while to start, and the service takes a while to answer.
        if (isWorthAThread(plan, pace))
            (0,worker_pool/* haveOneReady */.m_)();
        const lostAnswer = await stages.run('publish', () => publish(connection, { ...request, source: run, consume }, submitting));
        const cleaned = clean(true);
        // A lot is waited for when something else is done; a little at once, so that a kill finds nothing to leave.
        if (countOf(plan) < MANY_ENTRIES)
            await cleaned;
        else
            cleaned.catch(() => undefined);
        return { ...result, lostAnswer, cleaned };
    }
    catch (error) {
        await clean(false);
        throw error;
    }
    finally {
        stopTouching();
    }
}
function stageGenerated(target, { path: name, content }) {
    const place = `${target}/${name}`;
    const fill = (descriptor) => {
        new staged_copy/* StagedMode */.Mz().giveNow(descriptor);
        (0,external_node_fs_.writeFileSync)(descriptor, content);
    };
    (0,staged_copy/* writtenNow */.yq)(place, () => (0,open_file/* withOpenNow */.B)(place, staged_copy/* CREATE */.lY, fill, staged_copy/* STAGED_MODE */.n4));
}
const REMOVALS_IN_FLIGHT = 64;
/** Fewer are removed before a thread has started. */
const MANY_ENTRIES = 500;
/** A thread makes its calls one after another: so much faster has the background to be, that it is not worth one. */
const MUCH_FASTER = 0.3;
/** Linux removes one entry of a directory at a time, so several at a time help only in several directories. */
const FEWEST_DIRECTORIES = 8;
const isFasterByDirectory = (plan, pace) => pace.backgroundRatio < MUCH_FASTER && plan.directories.length >= FEWEST_DIRECTORIES;
const isWorthAThread = (plan, pace) => !isFasterByDirectory(plan, pace) && countOf(plan) >= MANY_ENTRIES;
const countOf = ({ hardLinks, copies, links }) => hardLinks.length + copies.length + links.length;
/**
 * Removes what is in a directory, except for directories. Listing it first saves a call to the file server for each entry:
 * making the directory readable for the service has made the client forget which entries are there.
 */
async function removeFiles(directory) {
    for (const entry of (await (0,system_errors/* ifThere */.y)(external_node_fs_.promises.readdir(directory, { withFileTypes: true }))) ?? [])
        if (!entry.isDirectory())
            await (0,system_errors/* ifThere */.y)(external_node_fs_.promises.unlink(`${directory}/${entry.name}`));
}
/** The thorough way, which also retries, comes next. */
const tryAgain = (0,system_errors/* ifRefused */.yR)(() => false);
async function remove(own, { plan, pace, isPublished }, onNotice) {
    let directory = own.path;
    try {
        const isOwn = await (0,system_errors/* ifThere */.y)((0,open_file/* withOpen */.X)(own.path, OPEN_DIRECTORY, async (handle) => {
            const { dev, ino } = await handle.stat();
            // Somebody has put another directory there, which is not ours to remove.
            if (dev !== own.dev || ino !== own.ino)
                return undefined;
            if (!isPublished)
                directory = await (0,staging_area/* withdraw */.ne)(own.path);
            const here = (0,external_node_fs_.existsSync)(DESCRIPTORS) ? `${DESCRIPTORS}/${handle.fd}` : directory;
            await empty(here, plan, pace).catch(tryAgain);
            return true;
        }));
        if (isOwn)
            await (0,retry/* removeTree */.d)(directory, onNotice);
    }
    catch (error) {
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
        onNotice?.(`${directory} could not be removed from staging: ${(0,errno/* messageOf */.b)(error)}`);
    }
}
const OPEN_DIRECTORY = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW;
const DESCRIPTORS = '/proc/self/fd';
/** Removes many files in the way that suits the filesystem; leaves little to do, or everything, to {@link removeTree}. */
async function empty(here, plan, pace) {
    if (isWorthAThread(plan, pace))
        await (0,worker_pool/* emptyInThread */.FG)(here);
    else if (isFasterByDirectory(plan, pace)) {
        // It ends with the first failure: where the server has gone, each call takes as long as the mount allows.
        const directories = [here, ...plan.directories.map((name) => `${here}/${name}`)];
        await (0,concurrency/* forEachConcurrently */.DW)(directories, REMOVALS_IN_FLIGHT, removeFiles);
    }
}

;// CONCATENATED MODULE: ./build/client/upload/stage-and-publish.js









/** Carries a plan out once, and has it published. Codes as `stage` and `publish`, but for those that are outcomes. */
async function stageAndPublish(context, source, plan) {
    try {
        return await publishOnce(context, source, plan);
    }
    catch (error) {
        if (!(error instanceof gobbler_error/* GobblerError */.CE))
            throw error;
        if (error.code === 'lock-timeout')
            return { outcome: 'locked', error };
        if (error.code === 'already-exists')
            return { outcome: 'already-exists', error };
        if (error.code === 'service-failed' && plan.unchanged.length > 0 && (await hasLostTarget(context, plan)))
            return { outcome: 'link-target-gone', error };
        throw error;
    }
}
async function publishOnce(context, source, plan) {
    const { connection, ref, settings, spoof, stages, signal, onNotice, progress } = context;
    const { scan, known } = source;
    const { verify, concurrency } = settings;
    const request = { ...ref, spoof, onProbation: settings.probation };
    const run = (0,staging_area/* newRunName */.D3)();
    settings.onEvent?.({ kind: 'run', run });
    const onCreated = () => settings.onEvent?.({ kind: 'created' });
    const submitting = { signal, run, lockPatienceMs: 0, onNotice, onCreated };
    // The source is only read, so no provenance file can be added to one in staging: it is staged like any other.
    const mayBeInPlace = settings.symlinks !== 'dereference' && settings.provenance === undefined;
    const inPlace = mayBeInPlace ? await inPlaceName(connection, scan, plan) : undefined;
    // Only the service reads files that it gets as hard links, or in place, so nothing else has their sha256.
    if (known.sha256 !== undefined) {
        const all = (inPlace === undefined ? plan.hardLinks : scan.files).filter((file) => known.lacks(file));
        const onFile = progress('hash', all);
        if (all.length > 0)
            await stages.run('hash', () => known.compute(all, { signal, onFile }));
    }
    if (inPlace !== undefined) {
        const upload = { ...request, source: inPlace, consume: false };
        const lostAnswer = await stages.run('publish', () => publish(connection, upload, submitting));
        return { outcome: 'published', staged: undefined, lostAnswer, cleaned: Promise.resolve() };
    }
    const comparesChecksums = verify === 'checksum' || verify === 'all';
    // A known checksum is compared with that of the copy in the manifest, which is as good.
    const needsChecksum = (file) => comparesChecksums && !known.sums.has(file.path);
    const needsSha256 = (file) => known.sha256?.has(file.path) === false;
    const onFile = progress('stage', [...plan.hardLinks, ...plan.copies]);
    const { filesystems } = scan;
    const staging = { needsChecksum, needsSha256, filesystems, concurrency, signal, onFile };
    let provenance;
    const generate = async ({ sha256 }) => {
        provenance = await (0,provenance_file/* makeProvenance */.wL)(context, source, known.sha256 && new Map([...known.sha256, ...sha256]));
        return provenance;
    };
    const work = { source: scan.root, plan, request, run, staging, submitting, stages, generate };
    const { lostAnswer, cleaned, ...staged } = await publishThroughStaging(connection, work);
    return { outcome: 'published', staged, lostAnswer, provenance, cleaned };
}
/**
 * Returns whether a link target of a plan in the registry is gone, or on probation. Checks the targets themselves: the
 * reason that the service gives may quote any name.
 */
async function hasLostTarget({ connection, signal }, { links }) {
    const summaryOf = (0,borrowed/* summariesOf */.yh)(connection, signal);
    try {
        for (const { text } of links) {
            const target = external_node_path_default().isAbsolute(text) ? (0,layout/* relativeInside */.JA)(connection.serviceRegistry, text) : undefined;
            if (target === undefined)
                continue;
            const summary = await summaryOf((0,registry_path/* unpackPath */.wH)(target));
            if (summary === undefined || summary.onProbation)
                return true;
            if (connection.registryVisible && !(await exists(external_node_path_default().join(connection.registry, target))))
                return true;
        }
    }
    catch (error) {
        // The service may be restarting: why it has failed is more important.
        if (!(error instanceof gobbler_error/* GobblerError */.CE))
            throw error;
    }
    return false;
}
async function exists(file) {
    try {
        await external_node_fs_.promises.stat(file);
        return true;
    }
    catch {
        return false; // whatever the reason, it cannot be relied upon
    }
}

;// CONCATENATED MODULE: ./build/client/upload/upload-directory.js












/** Link targets disappear one after another only while somebody removes versions: then the upload had better wait. */
const MOST_LOST_TARGETS = 3;
async function uploadDirectory(connection, options) {
    const context = new UploadContext(connection, options);
    const { settings } = context;
    const scan = await context.stages.run('scan', () => (0,scan_source/* scanSource */.bX)(settings));
    (0,filesystem_facts/* tellFilesystems */.Q)(connection, scan, settings.onEvent);
    let existing = await findExisting(context);
    const { links, taken } = await checkUpload(context, scan, existing);
    const source = { scan, links, known: await KnownChecksums.open(scan, settings) };
    let { deduplicate } = settings;
    let planned;
    /** Why the version could not be created, while somebody else may be creating the same one. */
    let conflict = taken;
    let mayExist = conflict !== undefined;
    for (let lostTargets = 0;;) {
        if (existing === undefined && !settings.dryRun) {
            const waited = await awaitOtherUploads(context);
            if (waited)
                planned = undefined;
            if (waited || mayExist)
                existing = await findExisting(context);
        }
        if (existing !== undefined)
            return settleExisting(context, source);
        if (conflict !== undefined)
            throw conflict;
        planned ??= await makePlan(context, source, deduplicate);
        const { earlier, plan } = planned;
        if (settings.dryRun)
            return (0,upload_result/* plannedResult */.U)(context, source, planned);
        const attempt = await stageAndPublish(context, source, plan);
        switch (attempt.outcome) {
            case 'published': {
                const confirmed = await confirmUpload(context, source, attempt);
                const outcome = { scan, plan, earlier, staged: attempt.staged, ...confirmed };
                return (0,upload_result/* publishedResult */.G)(context, 'created', outcome);
            }
            case 'locked':
                await (0,lock_retry/* pauseForLock */.d)(attempt.error, context);
                // The other upload may have created this version, or the latest one.
                mayExist = true;
                planned = undefined;
                break;
            case 'link-target-gone':
                if (++lostTargets === MOST_LOST_TARGETS)
                    throw attempt.error;
                context.onNotice('A file that unchanged files were linked to is gone: uploading them as well.');
                deduplicate = 'off';
                planned = undefined;
                break;
            case 'already-exists':
                if (settings.ifExists === 'error')
                    throw attempt.error;
                conflict = attempt.error;
                mayExist = true;
                break;
        }
    }
}


/***/ }),

/***/ 7744:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ publishedResult),
/* harmony export */   U: () => (/* binding */ plannedResult)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6820);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2215);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9865);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1700);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8214);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2181);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9906);
/* harmony import */ var _provenance_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6629);







/** The result of a dry run. */
function plannedResult(context, { scan, links, known }, { plan, earlier: { latest } }) {
    const { unchanged, hardLinks, copies } = plan;
    const facts = factsOf(context, scan, { unchanged, hardLinked: hardLinks, copied: copies });
    const before = latest?.manifest ?? new Map();
    const difference = (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceOf */ .Pq)(before, (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .plannedManifest */ .k)(scan, links, known.sums, (0,_provenance_file_js__WEBPACK_IMPORTED_MODULE_3__/* .plannedProvenance */ .Ak)(context)));
    return { ...facts, status: 'planned', visible: false, previousVersion: latest?.version, difference };
}
/** The result of an upload whose version is in the registry. Finds out whether this machine shows it. */
async function publishedResult(context, status, { scan, plan, staged, earlier, confirmed: { summary, manifest }, kept = [], sums, provenance }) {
    const placed = { unchanged: plan?.unchanged, hardLinked: staged?.hardLinked, copied: staged?.copied };
    const { files, bytes } = (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .amountOfFiles */ .$k)(manifest);
    let linkedBytes = 0;
    for (const { link, size } of manifest.values())
        if (link !== undefined)
            linkedBytes += size;
    const latest = earlier?.latest;
    return {
        ...factsOf(context, scan, placed),
        status,
        visible: await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_4__/* .awaitVisible */ .Je)(context.connection, context.ref, context.signal),
        summary,
        manifest,
        filesCount: files,
        sizeBytes: bytes,
        linkedBytes,
        kept,
        sums,
        provenance: provenance?.provenance,
        previous: latest && { version: latest.version, difference: (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceOf */ .Pq)(latest.manifest, manifest) },
    };
}
function factsOf({ connection, ref, stages }, scan, { unchanged, hardLinked, copied }) {
    return {
        ref,
        versionPath: node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .refPath */ .NA)(ref)),
        versionUrl: `${(0,_connection_index_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchUrl */ .QJ)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .refPath */ .NA)(ref))}/`,
        stageMs: stages.spentMs,
        leftOut: scan?.leftOut ?? _source_index_js__WEBPACK_IMPORTED_MODULE_7__/* .NOTHING_LEFT_OUT */ .rr,
        losses: scan?.losses ?? _source_index_js__WEBPACK_IMPORTED_MODULE_8__/* .NOTHING_LOST */ .Z,
        placements: {
            unchanged: amountOf(unchanged),
            hardLinked: amountOf(hardLinked),
            copied: amountOf(copied),
        },
    };
}
function amountOf(files = []) {
    return { files: files.length, bytes: files.reduce((sum, file) => sum + file.sizeBytes, 0) };
}


/***/ }),

/***/ 2058:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ optionalCacheFolder),
/* harmony export */   n: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var _client_download_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7675);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2405);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3455);



/**
 * Where this process keeps things between runs: in the tool cache of the runner, or in the user's cache directory. Code
 * `destination-unavailable` if neither can be used; see {@link cacheRoot}.
 */
function cacheFolder() {
    return (0,_client_download_index_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheRoot */ .P5)((0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().places.cache);
}
/** The same for what is only a convenience: undefined if there is no such place, which the log then says. */
async function optionalCacheFolder() {
    try {
        return await cacheFolder();
    }
    catch (error) {
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE))
            throw error;
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`Checksums are not cached: ${error.message}`);
        return undefined;
    }
}


/***/ }),

/***/ 5465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ UploadProgress)
/* harmony export */ });
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2405);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8034);
/* harmony import */ var _file_ticker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);


const DOING = {
    scan: 'Scanning the directory',
    check: 'Checking names, rights and links',
    hash: 'Computing checksums',
    stage: 'Staging',
    publish: 'The service is publishing',
    confirm: 'Reading back what was published',
    clean: 'Cleaning up',
};
/** The log text of a finished stage, before its amount of work; undefined for one that is only worth a line if slow. */
const DONE = {
    scan: 'Scanned',
    check: undefined,
    hash: 'Computed the checksums of',
    stage: 'Staged',
    publish: 'Published by the service:',
    confirm: 'Confirmed that the registry holds the uploaded content:',
    clean: undefined,
};
/** Stages shorter than this are not worth a line, unless they say something else. */
const SHORT_MS = 1_000;
/**
 * Tells in the log where an upload stands: a line when a stage is over, and one every few seconds while it lasts.
 * Call {@link stop} in the end.
 */
class UploadProgress {
    #stage;
    #since = 0;
    #loggedAt = 0;
    #latest;
    #arrivals;
    #ticker = setInterval(() => void this.#tick(), _file_ticker_js__WEBPACK_IMPORTED_MODULE_0__/* .TICK_MS */ .b9);
    #verifies;
    /** `arrivals` counts what the service has published so far, where that can be seen. */
    constructor({ arrivals, verifies = true } = {}) {
        this.#arrivals = arrivals;
        this.#verifies = verifies;
    }
    handle(event) {
        if (event.kind === 'notice')
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(event.sentence);
        else if (event.kind === 'filesystems')
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(filesystemsText(event));
        else if (event.kind === 'progress')
            this.#advance(event);
        else if (event.kind === 'stage')
            this.#begin(event.stage);
        else if (event.kind === 'done')
            this.#finish(event.stage, event.spentMs);
    }
    /** Ends the ticking. If the work was stopped, tells what was under way. */
    stop(signal) {
        clearInterval(this.#ticker);
        this.#arrivals?.stop();
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress?.(undefined);
        if (signal.aborted && this.#stage !== undefined) {
            const spent = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(performance.now() - this.#since);
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`Stopped after ${spent} of this: ${DOING[this.#stage]}${this.#amount()}`);
        }
        this.#stage = undefined;
    }
    #advance(event) {
        this.#latest = event;
        const show = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress;
        const { files, totalFiles, bytes = 0, totalBytes = 0 } = event;
        if (show === undefined || totalFiles === undefined)
            return;
        const [done, total] = totalBytes > 0 ? [bytes, totalBytes] : [files, totalFiles];
        const detail = standing(event, performance.now() - this.#since).join(', ');
        show({ doing: DOING[event.stage], done, total, detail });
    }
    #begin(stage) {
        this.#stage = stage;
        this.#since = performance.now();
        this.#loggedAt = this.#since;
        this.#latest = undefined;
    }
    #finish(stage, spentMs) {
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress?.(undefined);
        const isUnverified = stage === 'confirm' && !this.#verifies;
        const done = isUnverified ? 'Read back what was published:' : DONE[stage];
        const text = done ?? (spentMs > SHORT_MS ? `${DOING[stage]}: done` : undefined);
        const amount = this.#amount();
        // A colon comes before an amount, and means nothing without one.
        if (text !== undefined)
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`${amount === '' ? text.replace(/:$/, '') : text}${amount} in ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(spentMs)}`);
        this.#stage = undefined;
    }
    #amount() {
        if (this.#latest === undefined)
            return '';
        const { files, bytes } = this.#latest;
        const noun = this.#stage === 'scan' ? (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'entry', 'entries') : (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'file');
        return bytes === undefined ? ` ${noun}` : ` ${noun} (${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)})`;
    }
    async #tick() {
        const stage = this.#stage;
        if ((0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress !== undefined && this.#latest?.totalFiles !== undefined)
            return;
        const now = performance.now();
        if (!(0,_file_ticker_js__WEBPACK_IMPORTED_MODULE_0__/* .isLineDue */ .rK)({ workedMs: now - this.#since, silentMs: now - this.#loggedAt }))
            return;
        this.#loggedAt = now;
        const arrived = stage === 'publish' ? await this.#arrivals?.latest() : undefined;
        if (stage === undefined || stage !== this.#stage)
            return;
        const spentMs = performance.now() - this.#since;
        const parts = [`${DOING[stage]} for ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(spentMs)}`];
        if (stage === 'publish') {
            parts.push(`since ${new Date(Date.now() - spentMs).toISOString().slice(11, 19)} UTC`);
        }
        if (arrived !== undefined)
            parts.push(`${arrived.isAll ? '' : 'more than '}${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(arrived.files, 'file')} arrived`);
        if (this.#latest !== undefined)
            parts.push(...standing(this.#latest, spentMs));
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`${parts.join(', ')} \u2026`);
    }
}
function filesystemsText({ source, staging, registry }) {
    const places = [`the source is on ${source.join(' and ')}`];
    if (staging !== undefined)
        places.push(`staging on ${staging}`);
    if (registry !== undefined)
        places.push(`the registry on ${registry}`);
    return `Filesystems: ${places.join(', ')}`;
}
function standing(event, spentMs) {
    const { files, totalFiles, bytes, totalBytes } = event;
    if (totalFiles === undefined || bytes === undefined || totalBytes === undefined) {
        return [`${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'entry', 'entries')} so far`];
    }
    const done = totalBytes > 0 ? bytes / totalBytes : files / totalFiles;
    const parts = [
        `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(files)} of ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(totalFiles, 'file')}`,
        `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)} of ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(totalBytes)}`,
        `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)((bytes / spentMs) * 1000)}/s`,
    ];
    if (done > 0.01)
        parts.push(`about ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)((spentMs / done) * (1 - done))} left`);
    return parts;
}


/***/ }),

/***/ 8443:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ foundOrigin)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6814);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5023);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3455);
/* harmony import */ var _origin_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4674);




/**
 * The provenance file of a version, if it has one; warns of one that describes something else. A failure to read it is a line in the log, and undefined: it is no more
 * than a statement.
 */
async function foundOrigin(connection, ref, manifest, signal) {
    try {
        const origin = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findProvenance */ .p)(connection, ref, manifest, { signal });
        if (origin !== undefined)
            (0,_origin_text_js__WEBPACK_IMPORTED_MODULE_1__/* .warnOfMismatches */ .cl)([{ ref, origin }]);
        return origin;
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE))
            throw error;
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`Its provenance cannot be read: ${(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 3928:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ tellLeftOut)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8054);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8034);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3455);


const MOST_NAMES = 5;
/** Warns of hidden entries that were left out of a source, and lists what `files` has left out. */
function tellLeftOut(leftOut) {
    warnOfHidden(leftOut);
    const { unselected, unselectedExamples } = leftOut;
    if (unselected === 0)
        return;
    const first = unselected > unselectedExamples.length ? `, the first ${unselectedExamples.length}` : '';
    const count = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(unselected, 'entry', 'entries');
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .group */ .Os)(`Left out: ${count} not selected (see files)${first}`, unselectedExamples);
}
/** They may be data: a version that lacks them lacks them for good. */
function warnOfHidden({ hidden, hiddenExamples }) {
    if (hidden === 0)
        return;
    const names = hiddenExamples.slice(0, MOST_NAMES).map((name) => JSON.stringify(name));
    const rest = hidden - names.length;
    const more = rest > 0 ? ` and ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(rest)} more` : '';
    const count = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(hidden, 'hidden entry', 'hidden entries');
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({
        title: 'Hidden files left out',
        sentences: [`${count} left out: ${names.join(', ')}${more}`],
        hint: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Set ${(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('include-hidden-files', 'true')} to publish them, or exclude them with ${(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')} if they are not data.`,
        input: 'include-hidden-files',
    });
}


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ tellLosses)
/* harmony export */ });
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8034);

/** Says which properties of files a Gobbler does not preserve, a line for each that applies. */
function tellLosses(losses) {
    const { executable, dated, sparse, sparseBytes, allocatedBytes, hardLinks } = losses;
    const lose = (count) => (count === 1 ? 'loses its' : 'lose their');
    if (executable > 0)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(executable, 'file')} ${lose(executable)} executable bit`);
    if (dated > 0)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(dated, 'file')} ${lose(dated)} ${dated === 1 ? 'timestamp' : 'timestamps'}`);
    if (sparse > 0) {
        const files = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(sparse, 'sparse (or compressed) file');
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${files} ${lose(sparse)} holes: ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(sparseBytes)} instead of ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(allocatedBytes)}`);
    }
    if (hardLinks === 1)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('1 hard link becomes a file of its own');
    if (hardLinks > 1)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(hardLinks, 'hard link')} become files of their own`);
}


/***/ }),

/***/ 7411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ manifestOutputs),
/* harmony export */   v: () => (/* binding */ requireHandover)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4475);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5023);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7270);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6820);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9357);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2405);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(394);






/** Values past 128 KiB break the environment of later steps; half of that leaves them room. */
const LARGEST_MANIFEST_OUTPUT_BYTES = 64 * 1024;
/** Enough for the manifest of some thousand files. */
const HANDOVER_ROOM_BYTES = 1024 * 1024;
/**
 * A manifest for later steps: as text while it is small, always as a file: the one in the registry where this runner
 * sees it, else a copy that is handed over, if there are later steps. A copy that cannot be written is a warning.
 */
async function manifestOutputs(connection, ref, manifest) {
    const compact = leastBytes(manifest) > LARGEST_MANIFEST_OUTPUT_BYTES
        ? undefined
        : (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeManifest */ .Gb)(manifest, { indent: false });
    const truncated = compact === undefined || Buffer.byteLength(compact) > LARGEST_MANIFEST_OUTPUT_BYTES;
    return {
        manifest: truncated ? '' : compact,
        'manifest-path': (await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .tryWriteLater */ .hy)('the manifest', () => manifestFile(connection, ref, manifest))) ?? '',
        'manifest-truncated': truncated,
        'manifest-digest': (0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestDigest */ .It)(manifest),
    };
}
/** Returns a lower bound of the size of a manifest's text, to avoid building one that is too long. */
function leastBytes(manifest) {
    const LEAST_OF_ENTRY = '"":{"size":0,"md5sum":""},'.length;
    let bytes = 0;
    for (const key of manifest.keys())
        bytes += LEAST_OF_ENTRY + key.length;
    return bytes;
}
/**
 * Refuses to begin where a manifest could not be handed over in the end: where this runner does not see the registry, and
 * a copy cannot be written. Code `destination-unavailable`.
 */
async function requireHandover({ registryVisible }) {
    const { handover } = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().places;
    if (registryVisible || handover === undefined)
        return;
    try {
        const folder = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(handover, 'gobbler-manifest-'));
        try {
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .requireRoom */ .h)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, 'manifest.json'), HANDOVER_ROOM_BYTES);
        }
        finally {
            await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rm(folder, { recursive: true });
        }
    }
    catch (error) {
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .errnoOf */ .U)(error) === undefined)
            throw error;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .gobblerError */ .k5)('manifest-unwritable', { error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .b)(error) }, { cause: error });
    }
}
async function manifestFile(connection, ref, manifest) {
    const inRegistry = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.registry, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_9__/* .refPath */ .NA)(ref), _protocol_index_js__WEBPACK_IMPORTED_MODULE_9__/* .MANIFEST */ .e0);
    if (connection.registryVisible && (await isReadable(inRegistry)))
        return inRegistry;
    const { handover } = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().places;
    if (handover === undefined)
        return '';
    const folder = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(handover, 'gobbler-manifest-'));
    const copy = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, 'manifest.json');
    await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(copy, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestPieces */ .Nz)(manifest));
    return copy;
}
async function isReadable(file) {
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.access(file);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 3216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ publishingOptions),
  n: () => (/* binding */ publishingProgress)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
;// CONCATENATED MODULE: ./build/commands/progress/arrivals.js





const TIMING = { pauseMs: 10_000, pauseFactor: 1.5, waitMs: 2_000 };
/** Entries that are read at a time. */
const BUFFERED_ENTRIES = 1024;
/**
 * Counts the files that a service has put into the directory of a version, by walking through it again and again. Shows
 * the count during a walk, so that large versions are counted, too. The number only grows.
 */
class Arrivals {
    #directory;
    #timing;
    #most;
    #walk;
    #nextAt = Number.NEGATIVE_INFINITY;
    #isStopped = false;
    constructor(directory, timing = TIMING) {
        this.#directory = directory;
        this.#timing = timing;
    }
    /** The most that was seen up to now. */
    get soFar() {
        return this.#most;
    }
    /** Returns the latest count; undefined while nothing is visible. Does not wait for a filesystem that hangs. */
    async latest() {
        if (this.#walk === undefined && performance.now() >= this.#nextAt && !this.#isStopped)
            this.#walk = this.#count();
        await Promise.race([this.#walk, (0,promises_.setTimeout)(this.#timing.waitMs, undefined, { ref: false })]);
        return this.soFar;
    }
    /** Ends the walk. */
    stop() {
        this.#isStopped = true;
    }
    async #count() {
        const begun = performance.now();
        let files = 0;
        const note = (isAll) => {
            if (files > (this.#most?.files ?? -1) || (isAll && files === this.#most?.files))
                this.#most = { files, isAll };
        };
        const open = [this.#directory];
        let isThere = false;
        for (let next = open.pop(); next !== undefined && !this.#isStopped; next = open.pop()) {
            try {
                for await (const entry of await external_node_fs_.promises.opendir(next, { bufferSize: BUFFERED_ENTRIES })) {
                    if (this.#isStopped)
                        break;
                    if (entry.isDirectory())
                        open.push(external_node_path_default().join(next, entry.name));
                    else if (!(0,names/* isInternalName */.Bn)(entry.name))
                        files++;
                    note(false);
                }
                isThere = true;
            }
            catch (error) {
                // It may not be there yet, or not any more; or this machine sees an old state of it.
                if ((0,errno/* errnoOf */.U)(error) === undefined)
                    throw error;
            }
        }
        if (isThere && !this.#isStopped)
            note(true);
        const tookMs = performance.now() - begun;
        const { pauseMs, pauseFactor } = this.#timing;
        this.#nextAt = performance.now() + Math.max(pauseMs, tookMs * pauseFactor);
        this.#walk = undefined;
    }
}

// EXTERNAL MODULE: ./build/commands/progress/progress.js
var progress = __webpack_require__(5465);
;// CONCATENATED MODULE: ./build/commands/upload/publishing.js



/** How to publish, as the client wants it. */
const publishingOptions = (given, { provenance }) => ({
    provenance,
    probation: given.probation,
    refuseProbation: given['if-probational'] === 'error',
    ifExists: given['if-exists'],
    deduplicate: given.deduplicate,
    verify: given.verify,
    sha256: given['checksums-file'] !== undefined,
    concurrency: given.concurrency,
    spoof: given.spoof,
    lockPatienceMs: given['lock-wait-minutes'],
});
/** Tells in the log where the publication of a version stands. */
function publishingProgress(connection, ref, { verify }) {
    const directory = external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref));
    const arrivals = connection.registryVisible ? new Arrivals(directory) : undefined;
    return new progress/* UploadProgress */.T({ arrivals, verifies: verify !== 'off' });
}


/***/ }),

/***/ 9470:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lj: () => (/* binding */ sweepAbandoned),
/* harmony export */   ZW: () => (/* binding */ sweepLeftovers),
/* harmony export */   fQ: () => (/* binding */ STALE_MS)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3621);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1449);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3455);


/** Leftovers of killed runs of this user are swept once they are older. */
const STALE_MS = 24 * 60 * 60_000;
/** Removes what older runs of this user have left in staging, and all that `runs`, which are over, have. */
async function sweepLeftovers(staging, runs = []) {
    const { removed, failures } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .sweepStaging */ .ii)(staging, { runs, olderThanMs: STALE_MS });
    for (const name of removed)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`Removed ${name}, left in staging by a run that was killed`);
    if (failures.length > 0)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({ title: 'Leftovers in staging', sentences: failures });
}
/** Removes abandoned multipart uploads of this user. */
async function sweepAbandoned(connection) {
    const { removed, failures } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .sweepMultipartUploads */ .$)(connection);
    for (const sentence of removed)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(sentence);
    if (failures.length > 0)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({ title: 'Leftovers in staging', sentences: failures });
}


/***/ }),

/***/ 6415:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gD: () => (/* binding */ writeChecksums),
/* harmony export */   lX: () => (/* binding */ removeChecksums),
/* harmony export */   m0: () => (/* binding */ requireWritableChecksums),
/* harmony export */   zs: () => (/* binding */ writeDifference)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5023);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8431);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2405);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(394);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3455);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5060);








/** Written to find out whether a file can be written. */
const ROOM_BYTES = 64 * 1024;
/** Writes how a version differs from the one before as JSON, for later steps; returns the file, or nothing without them. */
async function writeDifference({ version, difference }) {
    const { handover } = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .host */ .H)().places;
    if (handover === undefined)
        return '';
    const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(handover, 'gobbler-')), 'difference.json');
    const paths = ['added', 'changed', 'removed'].map((kind) => [
        kind,
        difference[kind].map((change) => change.path),
    ]);
    const record = { previous: version, ...Object.fromEntries(paths) };
    await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.writeFile(file, `${JSON.stringify(record, null, 2)}\n`);
    return file;
}
/**
 * Refuses a file of checksums that could not be written when it is time, by writing to it, or to a file in the nearest
 * directory above that exists, and taking that back; or that lies in a directory of the service. Codes
 * `destination-unavailable`, `invalid-input`.
 */
async function requireWritableChecksums(connection, file) {
    (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireOwnPlace */ .dp)(connection, file, 'checksums-file');
    try {
        const existing = await nearestExisting(file);
        const isDirectory = (await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.stat(existing)).isDirectory();
        if (existing === file) {
            if (isDirectory)
                throw unwritableChecksums('check', { directory: file });
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .requireRoom */ .h)(file, ROOM_BYTES);
        }
        else {
            if (!isDirectory)
                throw unwritableChecksums('check', { notDirectory: existing });
            await requireRoomIn(existing);
        }
    }
    catch (error) {
        throw error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .GobblerError */ .CE ? error : failedChecksums('check', error);
    }
}
async function requireRoomIn(directory) {
    const trial = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(directory, `.gobbler-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(12).toString('hex')}`);
    try {
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .requireRoom */ .h)(trial, ROOM_BYTES, { isNew: true });
    }
    finally {
        await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.rm(trial, { force: true });
    }
}
async function nearestExisting(file) {
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.lstat(file);
    }
    catch (error) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file);
        if (!['ENOENT', 'ENOTDIR'].includes((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .errnoOf */ .U)(error) ?? '') || parent === file)
            throw error;
        return nearestExisting(parent);
    }
    // A link to nothing can neither be written to nor have anything below it.
    await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.stat(file);
    return file;
}
/** Writes sha256 sums, in the format of `sha256sum`. Code `destination-unavailable`. */
async function writeChecksums(file, sums) {
    try {
        await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_8__/* .makeDirectory */ .O)(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file));
        await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.writeFile(file, (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .formatSums */ .K)(sums));
    }
    catch (error) {
        throw failedChecksums('write', error);
    }
}
/**
 * Removes the file where there are no sums to write, so that no later step takes older ones for those of this version, and
 * warns of it. Code `destination-unavailable`.
 */
async function removeChecksums(file, why) {
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.rm(file, { force: true });
    }
    catch (error) {
        throw failedChecksums('remove', error);
    }
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_10__/* .annotateWarning */ .tf)({
        title: 'No checksums',
        sentences: [`${file} is not written: ${why}`],
        input: 'checksums-file',
    });
}
function unwritableChecksums(step, found, cause) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gobblerError */ .k5)('checksums-unwritable', { step, found }, { cause });
}
const failedChecksums = (step, cause) => unwritableChecksums(step, { error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .b)(cause) }, cause);


/***/ }),

/***/ 1558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  im: () => (/* binding */ OUTCOMES),
  FJ: () => (/* binding */ reportKept),
  _S: () => (/* binding */ reportPlan),
  fV: () => (/* binding */ reportVersion)
});

// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/errors/codes.js
var codes = __webpack_require__(3337);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/kit/format.js
var format = __webpack_require__(8034);
// EXTERNAL MODULE: ./build/commands/kit/runtime.js
var runtime = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/commands/kit/output-writes.js
var output_writes = __webpack_require__(9357);
// EXTERNAL MODULE: ./build/commands/kit/summary.js
var kit_summary = __webpack_require__(3009);
// EXTERNAL MODULE: ./build/commands/provenance/origin-text.js
var origin_text = __webpack_require__(4674);
// EXTERNAL MODULE: ./build/commands/provenance/found-origin.js
var found_origin = __webpack_require__(8443);
// EXTERNAL MODULE: ./build/commands/versions/changes.js
var versions_changes = __webpack_require__(3595);
// EXTERNAL MODULE: ./build/commands/versions/how-to-approve.js
var how_to_approve = __webpack_require__(6664);
// EXTERNAL MODULE: ./build/commands/versions/version-facts.js
var version_facts = __webpack_require__(4444);
// EXTERNAL MODULE: ./build/commands/versions/maintainers.js
var versions_maintainers = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/commands/upload/manifest-output.js
var manifest_output = __webpack_require__(7411);
// EXTERNAL MODULE: ./build/commands/upload/upload-files.js
var upload_files = __webpack_require__(6415);
// EXTERNAL MODULE: ./build/client/source/stages.js
var stages = __webpack_require__(4590);
// EXTERNAL MODULE: ./build/commands/kit/escape.js
var kit_escape = __webpack_require__(6366);
;// CONCATENATED MODULE: ./build/commands/upload/upload-summary.js





const HEADINGS = {
    created: 'published',
    verified: 'already exists, with the same content',
    skipped: 'already exists, and was left unchanged',
};
/** The state of a version on probation; who acts next follows. */
const ON_PROBATION = 'It is not the latest version until it is approved; a rejection removes it.';
/** One screen about a published version: its state and what to do next, what and where, and where the time went. */
function uploadMarkdown(result, facts) {
    const { ref, summary, status, linkedBytes } = result;
    const { changes, incomparable } = facts;
    const icon = summary.onProbation ? '\ud83d\udfe1' : '\u2705';
    const state = summary.onProbation ? `${HEADINGS[status]}, on probation` : HEADINGS[status];
    const rows = [
        ['Content', (0,format/* amountText */.cY)({ files: result.filesCount, bytes: result.sizeBytes })],
    ];
    if (changes !== undefined)
        rows.push(...(0,versions_changes/* changeRows */.QP)(changes));
    if (incomparable !== undefined)
        rows.push(['Changes', (0,kit_escape/* escapeMarkup */.My)((0,versions_changes/* incomparableText */.zX)(incomparable))]);
    rows.push(['Path', result.visible ? (0,kit_escape/* escapeCode */.tn)(result.versionPath) : 'not visible on this machine'], ['URL', (0,kit_escape/* escapeLink */.Es)(result.versionUrl)], ['Uploaded', `by ${(0,kit_escape/* escapeCode */.tn)(summary.uploadUserId)}, finished ${(0,kit_escape/* escapeMarkup */.My)(summary.uploadFinish)}`], ['Manifest digest', `<code>${facts.digest}</code>`]);
    const isOfOther = facts.origin.file === undefined && status !== 'created';
    rows.push(...(0,origin_text/* originRows */.oG)(facts.origin, { isOfOther }));
    if (status === 'created')
        rows.push(['Transfer', placementCell(result)]);
    if (status === 'created' && changes === undefined && linkedBytes > 0)
        rows.push(['In the registry before', `${(0,format/* formatBytes */.z3)(linkedBytes)} of it`]);
    rows.push(...leftOutRows(result));
    const kept = result.kept.filter(({ isDirectory }) => !isDirectory).length;
    if (kept > 0)
        rows.push(['Not removed', `${(0,format/* formatCount */.B4)(kept)} source files (see the log)`]);
    const spent = stages/* UPLOAD_STAGES */.QC.filter((stage) => result.stageMs[stage] > 0);
    const times = spent.map((stage) => `${stage} ${(0,format/* formatDuration */.a3)(result.stageMs[stage])}`);
    if (times.length > 0)
        rows.push(['Time', times.join(', ')]);
    return [
        `### ${icon} ${(0,kit_escape/* escapeMarkup */.My)((0,names/* formatRef */.rq)(ref))} ${state}`,
        ...(facts.maintainers === undefined
            ? []
            : [`${ON_PROBATION} That is up to ${(0,kit_escape/* escapeMarkup */.My)(facts.maintainers)}.`]),
        (0,kit_summary/* factTable */.Bu)(rows),
        ...(changes === undefined ? [] : (0,versions_changes/* changesMarkdown */.T4)(changes, { isOpen: summary.onProbation })),
        ...(summary.onProbation ? (0,how_to_approve/* howToApproveMarkdown */.kt)(facts) : []),
    ];
}
/** Describes what an upload would do. */
function planMarkdown(result) {
    const rows = [['Transfer', placementCell(result)], ...leftOutRows(result)];
    return [`### \u26aa ${(0,kit_escape/* escapeMarkup */.My)((0,names/* formatRef */.rq)(result.ref))} could be published (dry run)`, (0,kit_summary/* factTable */.Bu)(rows)];
}
/** How the bytes got, or would get, to the service; what has none of them is left out. */
const placementCell = (result) => placementsOf(result).join('<br>') || 'nothing';
/** How the files got there: how many in which way, a line each. */
function placementsOf({ placements: { unchanged, hardLinked, copied } }) {
    const ways = [
        [copied, 'copied'],
        [hardLinked, 'not copied, since staging is on the same filesystem'],
        [unchanged, 'unchanged since an earlier version'],
    ];
    const used = ways.filter(([{ files }]) => files > 0);
    return used.map(([amount, how]) => `${(0,format/* amountText */.cY)(amount)} ${how}`);
}
function leftOutRows({ leftOut: { hidden, unselected } }) {
    const parts = [
        ...(hidden > 0 ? [`${(0,format/* formatCount */.B4)(hidden)} hidden`] : []),
        ...(unselected > 0 ? [`${(0,format/* formatCount */.B4)(unselected)} not selected`] : []),
    ];
    return parts.length === 0 ? [] : [['Left out', parts.join(', ')]];
}

;// CONCATENATED MODULE: ./build/commands/upload/upload-report.js








/** Tells what an upload would do. */
async function reportPlan({ inputs: given, setOutput }, result) {
    const { difference, previousVersion } = result;
    const { unchanged, hardLinked, copied } = result.placements;
    (0,log/* line */.n8)(`Nothing was uploaded (dry-run). To publish ${(0,names/* formatRef */.rq)(given)}:`);
    (0,log/* line */.n8)(`  ${(0,format/* amountText */.cY)(unchanged)} unchanged since an earlier version`);
    (0,log/* line */.n8)(`  ${(0,format/* amountText */.cY)(hardLinked)} to publish without a copy, since staging is on the same filesystem`);
    (0,log/* line */.n8)(`  ${(0,format/* amountText */.cY)(copied)} to copy`);
    if (previousVersion !== undefined) {
        const changes = { version: previousVersion, difference };
        ((0,runtime/* host */.H)().table === undefined ? versions_changes/* logChanges */._1 : versions_changes/* logChangeTotals */.al)(changes);
        setOutput('previous-version', previousVersion);
        (0,versions_changes/* setChangeOutputs */.Fl)(setOutput, difference);
        setOutput('diff-path', (await (0,output_writes/* tryWriteLater */.hy)('the difference', () => (0,upload_files/* writeDifference */.zs)(changes))) ?? '');
    }
    (0,runtime/* host */.H)().table?.((0,versions_changes/* changesTable */.EI)(difference));
    setOutput('copied-bytes', copied.bytes);
    setOutput('version-path', result.versionPath);
    setOutput('version-url', result.versionUrl);
    await (0,kit_summary/* writeSummary */.Sy)(...planMarkdown(result));
}
/** Hands a version on to later steps and to people. Code `on-probation` if it is, and the inputs say that this is a failure. */
async function reportVersion(connection, context, result) {
    const { inputs: given, setOutput, signal } = context;
    const { ref, summary } = result;
    const provenance = result.provenance ?? (await earlierProvenance(connection, result, signal));
    const described = await (0,manifest_output/* manifestOutputs */.A)(connection, ref, result.manifest);
    for (const name of ['manifest', 'manifest-path', 'manifest-truncated', 'manifest-digest']) {
        setOutput(name, described[name]);
    }
    // A path that later steps cannot read would only mislead them.
    setOutput('version-path', result.visible ? result.versionPath : '');
    setOutput('version-url', result.versionUrl);
    setOutput('probational', summary.onProbation);
    setOutput('files-count', result.filesCount);
    setOutput('size-bytes', result.sizeBytes);
    setOutput('copied-bytes', result.placements.copied.bytes);
    setOutput('linked-bytes', result.linkedBytes);
    const { comparison: changes, incomparable } = summary.onProbation && result.previous === undefined
        ? await (0,versions_changes/* changesSinceLatest */.Lq)(connection, ref, result.manifest, signal)
        : { comparison: result.previous };
    if (changes !== undefined) {
        setOutput('previous-version', changes.version);
        (0,versions_changes/* setChangeOutputs */.Fl)(setOutput, changes.difference);
        setOutput('diff-path', (await (0,output_writes/* tryWriteLater */.hy)('the difference', () => (0,upload_files/* writeDifference */.zs)(changes))) ?? '');
    }
    const checksumsFile = given['checksums-file'];
    if (checksumsFile !== undefined) {
        const { sums } = result;
        const uncompared = `${(0,names/* formatRef */.rq)(ref)} already existed, and was not compared`;
        await (0,output_writes/* tryWriteLater */.hy)('checksums-file', () => sums === undefined ? (0,upload_files/* removeChecksums */.lX)(checksumsFile, uncompared) : (0,upload_files/* writeChecksums */.gD)(checksumsFile, sums));
    }
    if (described['manifest-truncated'] && described['manifest-path'] !== '')
        (0,log/* line */.n8)('The manifest is too long for the output manifest: use manifest-path');
    if (!result.visible)
        (0,log/* line */.n8)(`${result.versionPath} cannot be read on this machine: use version-url`);
    const content = `${(0,format/* formatNumberOf */.Of)(result.filesCount, 'file')}, ${(0,format/* formatBytes */.z3)(result.sizeBytes)}`;
    const linked = changes === undefined && result.linkedBytes > 0
        ? `, of which the registry had ${(0,format/* formatBytes */.z3)(result.linkedBytes)} already`
        : '';
    const state = summary.onProbation ? ', on probation' : '';
    (0,log/* line */.n8)(`${(0,names/* formatRef */.rq)(ref)} ${OUTCOMES[result.status]}: ${content}${linked}${state}`);
    if (result.status === 'created')
        for (const moved of placementsOf(result))
            (0,log/* line */.n8)(`  ${moved}`);
    (0,log/* line */.n8)(`  at ${result.versionPath}`);
    if (!summary.onProbation)
        (0,log/* line */.n8)(`  files: ${(0,how_to_approve/* versionUrl */.Aj)(connection, ref)}`);
    (0,log/* line */.n8)((0,version_facts/* versionLine */.b1)(summary, described['manifest-digest']));
    const origin = provenance ?? context.origin.facts;
    (0,origin_text/* logOrigin */.Vx)(origin, { isOfOther: provenance === undefined && result.status !== 'created' });
    if (changes !== undefined)
        (summary.onProbation ? versions_changes/* logChanges */._1 : versions_changes/* logChangeTotals */.al)(changes);
    const approvable = { connection, ref, digest: described['manifest-digest'] };
    const maintainers = summary.onProbation ? await (0,versions_maintainers/* maintainersOf */.dO)(connection, ref.project, signal) : undefined;
    if (maintainers !== undefined) {
        setOutput('approve-command', (0,how_to_approve/* approveCommand */.f6)(approvable));
        (0,how_to_approve/* logHowToApprove */.Xt)(approvable, maintainers);
    }
    await (0,kit_summary/* writeSummary */.Sy)(...uploadMarkdown(result, { ...approvable, changes, incomparable, maintainers, origin }));
    if (result.status === 'created' && summary.onProbation && !given.probation)
        refuseProbation(context, result);
}
/** The provenance file of a version that existed already. */
async function earlierProvenance(connection, { ref, status, manifest }, signal) {
    return status === 'created' ? undefined : (0,found_origin/* foundOrigin */.D)(connection, ref, manifest, signal);
}
/** Warns once of the entries that `consume` has left in the source: no error, since the version is published. */
function reportKept({ inputs: given, setOutput }, result) {
    const { status, kept, summary, filesCount, provenance } = result;
    // Nobody knows what of the source that version has.
    if (status === 'skipped')
        return;
    const entries = kept.filter(({ isDirectory }) => !isDirectory);
    // Nothing is removed for a version on probation. The provenance file is not from the source.
    const ofSource = filesCount - (provenance === undefined ? 0 : 1);
    setOutput('source-kept', summary.onProbation ? ofSource : entries.length);
    if (kept.length === 0)
        return;
    const number = (0,format/* formatNumberOf */.Of)(entries.length, 'entry', 'entries');
    const what = entries.length === 0 ? 'directories that were emptied' : `${number} that were published`;
    (0,log/* annotateWarning */.tf)({
        title: 'Source not removed',
        sentences: [
            `consume left ${what} in ${given.directory}`,
            ...kept.slice(0, MOST_KEPT).map(({ message }) => message),
            ...(kept.length > MOST_KEPT ? [`\u2026 and ${kept.length - MOST_KEPT} more`] : []),
        ],
        isHeaded: true,
        hint: 'Give this user the right to write to the directories, or remove the entries by hand.',
        input: 'consume',
    });
}
const MOST_KEPT = 5;
/** How a version stands after the upload, as the end of a sentence. */
const OUTCOMES = {
    created: 'is published',
    verified: 'already exists, with the same content',
    skipped: 'already exists, and was left unchanged',
};
function refuseProbation({ inputs: given }, { ref, summary }) {
    const policy = given['if-probational'];
    if (policy === 'ignore')
        return;
    const refusal = (0,gobbler_error/* gobblerError */.k5)('published-on-probation', {
        version: (0,names/* formatRef */.rq)(ref),
        user: summary.uploadUserId,
    });
    if (policy === 'error')
        throw refusal;
    const { code, message, advice, input } = refusal;
    (0,log/* annotateWarning */.tf)({ title: codes/* ERROR_TITLES */.N[code], sentences: [message], hint: advice, input });
}


/***/ }),

/***/ 5060:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ formatSums),
/* harmony export */   P: () => (/* binding */ readSums)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5023);


/**
 * The text of a file of sha256 sums, as sha256sum writes it: a line for each name, in the given order. Names with a
 * backslash or a line break are escaped, and their line begins with a backslash.
 */
function formatSums(sums) {
    let text = '';
    for (const [name, sum] of sums) {
        const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
        text += `${escaped === name ? '' : '\\'}${sum}  ${escaped}\n`;
    }
    return text;
}
/** A sum, a space, a space or a star (of `--binary`), and a name; after a backslash, the name is escaped. */
const LINE = /^(\\?)([0-9a-fA-F]{64}) [ *](.+)$/s;
const LONGEST_QUOTED = 200;
const ESCAPES = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
/**
 * Reads a file of sha256 sums as sha256sum writes them: names relative to the version, `./` in front or not. Code
 * `invalid-input` for a file that cannot be read, that has a line of another form, or two sums for one name.
 */
async function readSums(file) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(file));
    }
    catch (error) {
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gobblerError */ .k5)('sums-unreadable', { file, error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error) }, { cause: error });
    }
    const sums = new Map();
    for (const [index, line] of text.split('\n').entries()) {
        if (line === '' || line === '\r')
            continue;
        const where = { file, line: index + 1 };
        const [, mark, sum, written] = LINE.exec(line.replace(/\r$/, '')) ?? [];
        const name = written === undefined ? undefined : nameOf(written, mark === '\\');
        if (sum === undefined || name === undefined) {
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gobblerError */ .k5)('sums-malformed', { ...where, text: line.slice(0, LONGEST_QUOTED) });
        }
        const known = sums.get(name);
        if (known !== undefined && known !== sum.toLowerCase())
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gobblerError */ .k5)('sums-contradictory', { ...where, name });
        sums.set(name, sum.toLowerCase());
    }
    return sums;
}
/** The name as a manifest has it; undefined for escapes that sha256sum does not write. */
function nameOf(written, isEscaped) {
    let name = written;
    if (isEscaped) {
        if (!/^(?:[^\\]|\\[\\nr])*$/s.test(written))
            return undefined;
        name = written.replace(/\\[\\nr]/g, (pair) => ESCAPES[pair] ?? pair);
    }
    return name.replace(/^(?:\.\/+)+/, '');
}


/***/ }),

/***/ 8431:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ makeDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5023);



/**
 * Makes a directory and its missing parents; returns whether it was missing. Unlike the recursive `mkdir` of Node it
 * comes to an end where a directory that exists refuses new ones with ENOENT, as `/proc` does, and mount points of
 * automounters.
 */
async function makeDirectory(directory, mode = 0o777) {
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdir(directory, { mode });
    }
    catch (error) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(directory);
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .U)(error) !== 'ENOENT' || parent === directory) {
            if ((await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(directory).catch(() => undefined))?.isDirectory())
                return false;
            throw error;
        }
        await makeDirectory(parent, mode);
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdir(directory, { mode }).catch((again) => {
            if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .U)(again) !== 'EEXIST')
                throw again; // somebody else was as fast
        });
    }
    return true;
}


/***/ }),

/***/ 7426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ reflink)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5023);


/** Errors of a filesystem that cannot share blocks, or not with the other one. */
const CANNOT_SHARE = new Set(['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EINVAL', 'ENOTTY', 'EPERM']);
/** Pairs of devices that have refused; they are not asked again for every file. */
const refused = new Set();
/**
 * Makes `to` a copy of `from` that shares its blocks, if the filesystem can. Returns whether it did; if not, `to` does
 * not exist. `between` are the device numbers of both. With `exclusive`, `to` must not exist yet.
 */
async function reflink(from, to, { between, exclusive }) {
    const pair = between.join(' ');
    if (refused.has(pair))
        return false;
    try {
        const mode = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE_FORCE | (exclusive ? node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_EXCL : 0);
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.copyFile(from, to, mode);
        return true;
    }
    catch (error) {
        if (!CANNOT_SHARE.has((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .U)(error) ?? ''))
            throw error;
        refused.add(pair);
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rm(to, { force: true });
        return false;
    }
}


/***/ }),

/***/ 4546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YH: () => (/* binding */ nameNewNow),
/* harmony export */   fR: () => (/* binding */ replaceFile),
/* harmony export */   kb: () => (/* binding */ nameNew)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _open_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2778);


/**
 * Replaces a file as a whole: writes a new file `partial` on the same filesystem, and renames it when it is complete. Removes
 * it if that fails. `mode` is reduced by the umask. With `isNew` nothing is replaced; see {@link nameNew}.
 */
async function replaceFile(file, content, { partial, mode, isNew = false, }) {
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(partial, content, { flag: 'wx', mode });
        if (isNew)
            await nameNew(partial, file);
        else
            await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rename(partial, file);
    }
    catch (error) {
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rm(partial, { force: true });
        throw error;
    }
}
const ONLY_READ = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW;
const PIECE_BYTES = 1024 * 1024;
/**
 * Gives a complete file its name, and never replaces anything, as rename(2) would. If something has taken the name meanwhile,
 * that is an error with the code EEXIST, unless it has the same content: somebody else makes the same files, or the client
 * has repeated its call to the file server. For a file that is small enough to be read as a whole.
 */
function nameNewNow(partial, target) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(partial, target);
    }
    catch (error) {
        const code = codeOf(error);
        if (code === 'ENOENT')
            throw error;
        // Without hard links, nothing but a look, as late as possible, keeps this from replacing something.
        if (code !== 'EEXIST' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(target, { throwIfNoEntry: false }) === undefined) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(partial, target);
            return;
        }
        if (!isSameNow(partial, target))
            throw taken(error, target);
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(partial);
}
/** The same in the background, for a file of any size. */
async function nameNew(partial, target) {
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.link(partial, target);
    }
    catch (error) {
        const code = codeOf(error);
        if (code === 'ENOENT')
            throw error;
        if (code !== 'EEXIST' && !(await isThere(target)))
            return node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rename(partial, target);
        if (!(await isSame(partial, target)))
            throw taken(error, target);
    }
    await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.unlink(partial);
}
const codeOf = (error) => error.code ?? '';
/** Where there are no hard links, the error does not say that the name is taken. */
const taken = (error, target) => codeOf(error) === 'EEXIST'
    ? error
    : Object.assign(new Error(`EEXIST: file already exists, '${target}'`, { cause: error }), {
        code: 'EEXIST',
    });
const isThere = (place) => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(place).then(() => true, (error) => {
    if (codeOf(error) === 'ENOENT')
        return false;
    throw error;
});
/** A symlink, a socket or a closed file cannot be opened: then it is not the same. */
const notSame = (error) => {
    if (codeOf(error) === '')
        throw error;
    return false;
};
function isSameNow(one, other) {
    let descriptor;
    try {
        descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(other, ONLY_READ);
    }
    catch (error) {
        return notSame(error);
    }
    try {
        const [left, right] = [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(one), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor)];
        if (!right.isFile() || left.size !== right.size)
            return false;
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(one).equals((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor));
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
const isSame = (one, other) => (0,_open_file_js__WEBPACK_IMPORTED_MODULE_1__/* .withOpen */ .X)(one, ONLY_READ, (a) => (0,_open_file_js__WEBPACK_IMPORTED_MODULE_1__/* .withOpen */ .X)(other, ONLY_READ, (b) => haveSameContent(a, b)).catch(notSame));
async function haveSameContent(a, b) {
    const [left, right] = [await a.stat(), await b.stat()];
    if (!right.isFile() || left.size !== right.size)
        return false;
    if (left.ino === right.ino && left.dev === right.dev)
        return true;
    const [piece, others] = [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)];
    for (let at = 0; at < left.size;) {
        const { bytesRead } = await a.read(piece, 0, PIECE_BYTES, at);
        const found = await b.read(others, 0, bytesRead, at);
        if (bytesRead === 0 || found.bytesRead !== bytesRead)
            return false;
        if (!piece.subarray(0, bytesRead).equals(others.subarray(0, bytesRead)))
            return false;
        at += bytesRead;
    }
    return true;
}


/***/ }),

/***/ 7914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ HardLinkThread)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _worker_pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3323);


/** Measured: for 5,000 files it gains nothing, since it takes as long to start. */
const WORTH_A_THREAD_FILES = 10_000;
/**
 * Makes hard links to many files in a thread of its own, several at a time: handing over one takes as long as making it. It
 * reports no failures: the caller makes the link again, and handles them. To be closed.
 */
class HardLinkThread {
    #thread;
    constructor(thread) {
        this.#thread = thread;
    }
    /** Starts a thread ahead of time, if there are enough files and processors for one. */
    static prepare(files) {
        if (files >= WORTH_A_THREAD_FILES && (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)() > 1)
            (0,_worker_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .haveOneReady */ .m_)();
    }
    /** A thread that has started; undefined if there is none yet. */
    static open() {
        const thread = (0,_worker_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .takeReady */ .nB)();
        return thread && new HardLinkThread(thread);
    }
    /**
     * Links files of a directory into another one, where each gets the same relative path. Returns the metadata of each link;
     * undefined where one was not made, its metadata cannot be read, or there was not enough time.
     */
    async link(from, to, paths) {
        const task = { kind: 'link', from, to, paths: paths.map((path) => `${path}\0`).join('') };
        const columns = await this.#thread.perform(task).catch((error) => {
            // The thread has ended without reporting which links it made: the caller makes all of them again.
            if (this.#thread.failure === undefined)
                throw error;
            return new Float64Array();
        });
        const width = columns.length / paths.length;
        return paths.map((_, at) => {
            const [ino = Number.NaN, size = 0, mtimeMs = 0] = columns.subarray(at * width, (at + 1) * width);
            return Number.isNaN(ino) ? undefined : { ino, size, mtimeMs };
        });
    }
    /** Gives the worker back. */
    close() {
        (0,_worker_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .giveBack */ .F5)(this.#thread);
    }
}


/***/ })

};
})(),
(() => {
"use strict";
return {

/***/ 9518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ actingUser)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8208);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8946);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6719);
/* harmony import */ var _staging_area_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3621);





/**
 * Asks the service who this process is. The registry does not name administrators, but a request of theirs about a
 * project that does not exist is refused with "not found", and everybody else's with "not authorized" and the user's
 * name (protocol \u00a76.5). Changes nothing. Codes of `submit`, such as `staging-unavailable`.
 */
async function actingUser(connection, options = {}) {
    const { run = (0,_staging_area_js__WEBPACK_IMPORTED_MODULE_0__/* .newRunName */ .D3)() } = options;
    try {
        await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refreshUsageRequest */ .Uf)(run), { ...options, run });
    }
    catch (error) {
        const refused = (0,_reply_js__WEBPACK_IMPORTED_MODULE_3__/* .unauthorizedUser */ .Qr)(error);
        if (refused !== undefined)
            return { user: refused.user, isAdministrator: false };
        if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE) || error.code !== 'not-found')
            throw error;
    }
    return { user: undefined, isAdministrator: true };
}


/***/ }),

/***/ 8265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ reindexVersion),
/* harmony export */   JN: () => (/* binding */ refreshLatest),
/* harmony export */   Mc: () => (/* binding */ rerouteLinks),
/* harmony export */   Pj: () => (/* binding */ validateVersion),
/* harmony export */   Vx: () => (/* binding */ removeAsset),
/* harmony export */   bI: () => (/* binding */ removeVersion),
/* harmony export */   gA: () => (/* binding */ createProject),
/* harmony export */   n2: () => (/* binding */ refreshUsage),
/* harmony export */   oE: () => (/* binding */ removeProject)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8208);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7270);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7154);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6719);




/* Requests of administrators. Each throws `not-authorized` for everybody else, and the codes of `submit`. */
/** Removes a project with everything in it. One that does not exist is fine. Protocol \u00a711.10. */
async function removeProject(connection, project, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireName */ .rI)('project', project);
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteRequest */ .Fb)({ project }), options);
}
/**
 * Removes an asset with all its versions. One that does not exist is fine. `force` goes on although records are
 * damaged; the usage of the project may be wrong then. Protocol \u00a711.10.
 */
async function removeAsset(connection, { project, asset }, { force, ...options } = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireNames */ .kR)({ project, asset });
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteRequest */ .Fb)({ project, asset }, force), options);
}
/**
 * Removes a version. One that does not exist is fine. The next older version becomes the latest (protocol \u00a720 T14).
 * With `force` it works on a version that a crash has left unfinished. Links from elsewhere would dangle: see
 * {@link rerouteLinks}. Protocol \u00a711.10.
 */
async function removeVersion(connection, { project, asset, version }, { force, ...options } = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireNames */ .kR)({ project, asset, version });
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteRequest */ .Fb)({ project, asset, version }, force), options);
}
/**
 * Changes every link into the paths `toDelete`, so that none dangles afterwards: to an older ancestor, or to a
 * copy. Returns the changes, with `dryRun` without making them. Deletes nothing itself. Everything in `toDelete` has to
 * exist. Protocol \u00a711.11, \u00a714.
 */
async function rerouteLinks(connection, toDelete, { dryRun = false, ...options } = {}) {
    for (const { project, asset, version } of toDelete) {
        (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireNames */ .kR)({
            project,
            ...(asset !== undefined && { asset }),
            ...(version !== undefined && { version }),
        });
        if (version === undefined || asset !== undefined)
            continue;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('version-without-asset', { project, version });
    }
    const { changes } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rerouteLinksRequest */ .VZ)(toDelete, dryRun), options);
    return (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parseChanges */ .pS)(changes, 'the list of changes');
}
/** Finds the latest version of an asset anew, and returns its name; undefined if all are on probation. Protocol \u00a711.6. */
async function refreshLatest(connection, { project, asset }, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireNames */ .kR)({ project, asset });
    const { version } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refreshLatestRequest */ .IL)({ project, asset }), options);
    if (version !== undefined && typeof version !== 'string')
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('incomplete-reply', { member: 'version', expected: 'a string' });
    return version;
}
/** Adds up the sizes of a project anew, and returns them in bytes. Protocol \u00a711.7. */
async function refreshUsage(connection, project, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireName */ .rI)('project', project);
    const { total } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refreshUsageRequest */ .Uf)(project), options);
    if (typeof total !== 'number')
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('incomplete-reply', { member: 'total', expected: 'a number' });
    return total;
}
/** Rewrites the manifest and the links of a version from its files on disk. Protocol \u00a711.8. */
async function reindexVersion(connection, ref, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireVersion */ .eU)(ref);
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .reindexVersionRequest */ .xs)(ref), options);
}
/**
 * Proves that a version on disk is what its records say, every checksum included. Code `content-differs`, with the
 * service's first finding, if it is not: the service reports that like an outage (protocol \u00a718, \u00a720 T7). Protocol \u00a711.9.
 */
async function validateVersion(connection, ref, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireVersion */ .eU)(ref);
    try {
        await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .validateVersionRequest */ .w4)(ref), options);
    }
    catch (error) {
        if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE) || error.code !== 'service-failed')
            throw error;
        const facts = { version: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRef */ .rq)(ref), error: error.message };
        const { httpStatus, reason } = error;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('version-invalid', facts, { httpStatus, reason, cause: error });
    }
}
/**
 * Creates a project; administrators only. Without `owners` the requester becomes the only one. Codes `already-exists`,
 * `not-authorized`, `invalid-input` for uploaders that make no sense, and those of `submit`. Protocol \u00a711.1.
 */
async function createProject(connection, project, { owners, uploaders, globalWrite, ...options } = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireName */ .rI)('project', project);
    (0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .requireUploaders */ .$S)(uploaders ?? []);
    const permissions = {
        ...(owners && { owners }),
        ...(uploaders && { uploaders }),
        ...(globalWrite !== undefined && { globalWrite }),
    };
    const isEmpty = Object.keys(permissions).length === 0;
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .createProjectRequest */ .Xi)(project, isEmpty ? undefined : permissions), options);
}


/***/ }),

/***/ 7611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ approvableProjects)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6464);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(535);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7608);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6836);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3387);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7154);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9518);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5145);







/**
 * Finds the projects in which this user can approve and reject: those that the user owns, or all for an administrator
 * (protocol \u00a710). If the user does not own all projects by the name on this machine, asks the service for the user's name
 * and rights, which takes a request in staging. Codes of `listProjects` and `fetchPermissions`.
 */
async function approvableProjects(connection, { signal } = {}) {
    const all = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listProjects */ .hF)(connection, { signal });
    const permissions = new Map();
    const unreadable = [];
    const read = (project) => (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessUnreadable */ .Mh)(project, unreadable, async () => {
        permissions.set(project, await (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchPermissions */ .LN)(connection, { project }, { signal }));
    });
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forEachConcurrently */ .DW)(all, _unreadable_js__WEBPACK_IMPORTED_MODULE_1__/* .READS_IN_FLIGHT */ .nm, read, signal);
    const ownedBy = (user) => all.filter((project) => {
        const ofProject = permissions.get(project);
        return user !== undefined && ofProject !== undefined && (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .mayMaintainProject */ .qo)(user, ofProject);
    });
    const facts = { of: all.length, unreadable };
    const user = (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_5__/* .currentUser */ .N)();
    const owned = ownedBy(user);
    const known = owned.length === all.length ? undefined : await askService(connection, signal);
    if (known === undefined)
        return { ...facts, projects: owned, user, isAdministrator: undefined };
    const { isAdministrator } = known;
    const name = known.user ?? user;
    return { ...facts, projects: isAdministrator ? all : ownedBy(name), user: name, isAdministrator };
}
/** Undefined where staging cannot be used, or the service refuses to tell. */
async function askService(connection, signal) {
    if (connection.stagingFilesystem === undefined)
        return undefined;
    try {
        return await (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_6__/* .actingUser */ .e)(connection, { signal, lockPatienceMs: 0 });
    }
    catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .GobblerError */ .CE))
            throw error;
        return undefined;
    }
}


/***/ }),

/***/ 2837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jZ: () => (/* binding */ pendingVersions),
/* harmony export */   rj: () => (/* binding */ findPending),
/* harmony export */   y: () => (/* binding */ reviewPending)
/* harmony export */ });
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(535);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1838);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7360);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6814);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3387);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5642);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1700);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4475);
/* harmony import */ var _compare_with_latest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2098);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _version_states_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7175);







/** A list reads the bytes of small versions only, to compare them with their provenance files. */
const contentLimit = { files: 50, bytes: 1024 * 1024 };
/** Manifests may be large: few are in memory at the same time. */
const ASSETS_IN_FLIGHT = 2;
/**
 * Finds the versions on probation in some projects, the newest first. Reads a summary of every version, some at a time:
 * from disk where the registry is visible, but the service decides whether a version is still on probation. Projects and
 * assets that do not exist have none. Codes of `listAssets`, `listVersions` and `findSummary`.
 */
async function findPending(connection, projects, { asset, signal, onProgress } = {}) {
    const unreadable = [];
    const assets = [];
    const listProject = (project) => (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .unlessUnreadable */ .Mh)(project, unreadable, async () => {
        const names = asset === undefined ? await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .listAssets */ .qs)(connection, project, { signal }) : [asset];
        assets.push(...names.map((name) => ({ project, asset: name })));
    });
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_2__/* .forEachConcurrently */ .DW)(projects, _unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .READS_IN_FLIGHT */ .nm, listProject, signal);
    const all = [];
    const listAsset = (ref) => (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .unlessUnreadable */ .Mh)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref), unreadable, async () => {
        const names = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .listVersions */ .yO)(connection, ref, { signal });
        for (const version of names)
            all.push({ ...ref, version });
    });
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_2__/* .forEachConcurrently */ .DW)(assets, _unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .READS_IN_FLIGHT */ .nm, listAsset, signal);
    let done = 0;
    const found = await (0,_version_states_js__WEBPACK_IMPORTED_MODULE_4__/* .summariesOf */ .y)(connection, all, {
        signal,
        onVersion: () => onProgress?.(++done, all.length),
    });
    const candidates = all.filter((ref) => found.summaries.get(ref)?.onProbation === true);
    const now = await (0,_version_states_js__WEBPACK_IMPORTED_MODULE_4__/* .summariesOf */ .y)(connection, candidates, { forceRemote: true, signal });
    unreadable.push(...found.unreadable, ...now.unreadable);
    const versions = Array.from(now.summaries, ([ref, summary]) => ({ ref, summary }));
    return { versions: versions.filter(({ summary }) => summary.onProbation).sort(newestFirst), unreadable };
}
/**
 * Compares versions on probation with the latest versions of their assets. Reads all manifests and provenance files, from the
 * service. The newest are first. Codes of `fetchLatest` and `fetchManifest`.
 */
async function reviewPending(connection, pending, { signal } = {}) {
    const unreadable = [];
    const versions = [];
    const review = async (ofAsset) => {
        versions.push(...(await reviewAsset(connection, ofAsset, unreadable, signal)));
    };
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_2__/* .forEachConcurrently */ .DW)(byAsset(pending), ASSETS_IN_FLIGHT, review, signal);
    return { versions: versions.sort(newestFirst), unreadable };
}
/**
 * Finds the versions on probation in some projects, and compares each with the latest version of its asset. Codes of
 * `findPending` and `reviewPending`.
 */
async function pendingVersions(connection, projects, options = {}) {
    const found = await findPending(connection, projects, options);
    const { versions, unreadable } = await reviewPending(connection, found.versions, options);
    return { versions, unreadable: [...found.unreadable, ...unreadable] };
}
function byAsset(all) {
    const groups = new Map();
    for (const pending of all) {
        const { project, asset } = pending.ref;
        const place = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)({ project, asset });
        const group = groups.get(place);
        if (group === undefined)
            groups.set(place, [pending]);
        else
            group.push(pending);
    }
    return groups.values();
}
/** Compares the versions of one asset with its latest one. */
async function reviewAsset(connection, pending, unreadable, signal) {
    const [first] = pending;
    if (first === undefined)
        return [];
    const { project, asset } = first.ref;
    const fresh = { forceRemote: true, signal };
    const named = await (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)((0,_registry_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchLatest */ .wF)(connection, { project, asset }, fresh));
    const { comparison: latest, incomparable } = await (0,_compare_with_latest_js__WEBPACK_IMPORTED_MODULE_6__/* .compareVersions */ .Zy)(undefined, named, async (version) => ({
        version,
        manifest: await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchManifest */ .Cj)(connection, { project, asset, version }, fresh),
    }));
    const reviewed = [];
    for (const { ref, summary } of pending) {
        let manifest;
        await (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .unlessUnreadable */ .Mh)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref), unreadable, async () => {
            manifest = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchManifest */ .Cj)(connection, ref, fresh);
        });
        let provenance;
        await (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .unlessUnreadable */ .Mh)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref), unreadable, async () => {
            provenance = manifest && (await (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_7__/* .findProvenance */ .p)(connection, ref, manifest, { contentLimit, signal }));
        });
        reviewed.push({
            ref,
            summary,
            content: manifest && (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_8__/* .amountOfFiles */ .$k)(manifest),
            manifestDigest: manifest && (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestDigest */ .It)(manifest),
            provenance,
            changes: manifest && latest && latest.version !== ref.version ? changeNumbers(latest, manifest) : undefined,
            incomparable,
        });
    }
    return reviewed;
}
function changeNumbers(latest, manifest) {
    const { added, changed, removed, before, newBytes, unchangedBytes } = (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_8__/* .differenceOf */ .Pq)(latest.manifest, manifest);
    return {
        version: latest.version,
        added: added.length,
        changed: changed.length,
        removed: removed.length,
        before,
        newBytes,
        unchangedBytes,
    };
}
function newestFirst(one, other) {
    const finish = ({ summary }) => (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_10__/* .parseTimestamp */ .EH)(summary.uploadFinish) ?? 0;
    return finish(other) - finish(one) || (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_11__/* .compareBytes */ .Xo)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(one.ref), (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(other.ref));
}


/***/ }),

/***/ 7175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ versionStates),
/* harmony export */   y: () => (/* binding */ summariesOf)
/* harmony export */ });
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(535);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9748);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3387);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5642);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5145);




/**
 * The states of all versions of an asset. Reads one summary for each, from disk where the registry is visible. Codes of
 * `listVersions`, `fetchLatest` and `findSummary`.
 */
async function versionStates(connection, { project, asset }, options = {}) {
    const names = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listVersions */ .yO)(connection, { project, asset }, options);
    const latest = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchLatest */ .wF)(connection, { project, asset }, options);
    const refs = names.map((version) => ({ project, asset, version }));
    const { summaries, unreadable } = await summariesOf(connection, refs, options);
    const failed = new Set(unreadable.map(({ place }) => place));
    const versions = refs.map((ref) => {
        const summary = summaries.get(ref);
        const facts = { ref, isLatest: ref.version === latest, summary };
        if (summary !== undefined)
            return { ...facts, state: summary.onProbation ? 'pending' : 'approved' };
        return { ...facts, state: failed.has((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(ref)) ? 'unreadable' : 'unfinished' };
    });
    return { versions, unreadable };
}
/** Reads the summaries of many versions; versions without one are left out. */
async function summariesOf(connection, refs, { onVersion, ...options } = {}) {
    const summaries = new Map();
    const unreadable = [];
    const read = async (ref) => {
        await (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessUnreadable */ .Mh)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(ref), unreadable, async () => {
            const summary = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .findSummary */ .ws)(connection, ref, options);
            if (summary !== undefined)
                summaries.set(ref, summary);
        });
        onVersion?.();
    };
    await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .forEachConcurrently */ .DW)(refs, _unreadable_js__WEBPACK_IMPORTED_MODULE_3__/* .READS_IN_FLIGHT */ .nm, read, options.signal);
    return { summaries, unreadable };
}


/***/ }),

/***/ 9829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yN: () => (/* binding */ decisionInputs),
  NT: () => (/* binding */ decisionOutputs),
  Km: () => (/* binding */ removePending),
  d9: () => (/* binding */ requireRejectable),
  DJ: () => (/* binding */ takeOffProbation)
});

// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/protocol/requests.js
var requests = __webpack_require__(8208);
// EXTERNAL MODULE: ./build/client/requests/request.js
var request = __webpack_require__(6719);
;// CONCATENATED MODULE: ./build/client/requests/probation.js


/**
 * Takes a version off probation; owners of the project and administrators only. It becomes the latest version if it
 * finished later than the present one (protocol \u00a720 T16). Codes `not-on-probation`, `not-found`, `not-authorized`, and
 * those of `submit`. Protocol \u00a711.4.
 */
async function approveProbation(connection, ref, { spoof, ...options } = {}) {
    (0,names/* requireVersion */.eU)(ref);
    await (0,request/* submit */.t)(connection, (0,requests/* approveProbationRequest */.JN)(ref, { spoof }), options);
}
/**
 * Removes a version that is on probation; owners of the project and administrators only. `force` goes on although the
 * manifest is damaged. Codes as {@link approveProbation}. Protocol \u00a711.5.
 */
async function rejectProbation(connection, ref, { spoof, force, ...options } = {}) {
    (0,names/* requireVersion */.eU)(ref);
    await (0,request/* submit */.t)(connection, (0,requests/* rejectProbationRequest */.je)(ref, { spoof, force }), options);
}

// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/versions/maintainers.js
var maintainers = __webpack_require__(5157);
;// CONCATENATED MODULE: ./build/commands/approval/decision.js




/** The inputs that name a version and the content to decide about. `version` describes the input of that name. */
const decisionInputs = (version) => ({
    project: (0,inputs/* requiredText */.$4)('Project of the version'),
    asset: (0,inputs/* requiredText */.$4)('Asset of the version'),
    version: (0,inputs/* requiredText */.$4)(version),
    'manifest-digest': (0,inputs/* digest */.br)('Digest of the reviewed content, from an output `manifest-digest` or `gobbler status`; refuse any other'),
});
/** The outputs that say which version was decided about. */
const decisionOutputs = {
    'version-path': 'Absolute path of the version in the registry',
    'manifest-digest': 'A sha256 over paths, sizes and MD5 sums, links left out',
};
/** Has the service approve a version. False if somebody else has done so meanwhile. */
function takeOffProbation(version, options) {
    const { connection, ref } = version;
    return decide(version, {
        action: 'approve',
        request: () => approveProbation(connection, ref, options),
        unless: ['not-on-probation', 'connection-lost'],
        isDone: (now) => now.kind === 'complete' && !now.summary.onProbation,
        done: 'approved',
    });
}
/** Has the service remove a version that is on probation. False if it has gone by itself meanwhile. */
function removePending(version, options) {
    const { connection, ref } = version;
    return decide(version, {
        action: 'reject',
        request: () => rejectProbation(connection, ref, options),
        unless: ['not-found', 'not-on-probation', 'connection-lost'],
        isDone: (now, error) => {
            if (now.kind === 'complete' && !now.summary.onProbation)
                throw approvedAlready(version, error);
            return isGone(now);
        },
        done: 'gone',
    });
}
/** A version that is gone is as good as rejected; but a name that never led anywhere is a mistake. */
function requireRejectable(version, state) {
    if (state.kind === 'complete') {
        if (!state.summary.onProbation)
            throw approvedAlready(version);
    }
    else if (!isGone(state))
        throw version.incomplete(state, 'reject');
}
const isGone = (state) => state.kind === 'absent' && state.missing === 'version';
function approvedAlready({ name }, cause) {
    return (0,gobbler_error/* gobblerError */.k5)('approved-already', { version: name }, { cause });
}
/** Asks the service for a decision. False if the version was decided about so by somebody else, or by itself, meanwhile. */
async function decide(version, { action, request, isDone, unless, done }) {
    const { connection, ref, signal } = version;
    try {
        await (0,maintainers/* asMaintainer */.vA)(connection, ref.project, { signal, action }, request);
        return true;
    }
    catch (error) {
        if (!(error instanceof gobbler_error/* GobblerError */.CE) || !unless.includes(error.code))
            throw error;
        if (!isDone(await version.look(), error))
            throw error;
        (0,log/* line */.n8)(`${error.message}. The registry says that it is ${done}.`);
        return error.code === 'connection-lost';
    }
}


/***/ }),

/***/ 1774:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ requireOtherApprover)
/* harmony export */ });
/* harmony import */ var _client_connection_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6836);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9518);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2405);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3455);




/**
 * Compares the accounts that approve a version, this user's and the one that `spoof` names, with the one that has uploaded
 * it. If they are the same, refuses the approval with `require-other-approver`, and otherwise logs in a workflow that the
 * account proves nothing: jobs of one runner share it, whoever has started them. A user without a name on this machine may be
 * the uploader, and one may have another name where the service runs, as in a container: with `require-other-approver`, the
 * service is asked, which names all users but its administrators. Codes `not-authorized`, and those of `actingUser`.
 */
async function requireOtherApprover({ connection, name: version }, { uploadUserId: uploader, onProbation }, { spoof, 'require-other-approver': isRequired, asking }) {
    const self = (0,_client_connection_index_js__WEBPACK_IMPORTED_MODULE_0__/* .currentUser */ .N)();
    const approver = spoof === uploader ? spoof : self;
    if (isRequired) {
        const user = approver === uploader ? undefined : (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .actingUser */ .e)(connection, asking)).user;
        const isSelf = user === uploader || approver === uploader || (user ?? approver) === undefined;
        if (isSelf)
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('approver-is-uploader', { version, uploader, approver: user ?? approver });
    }
    if (approver !== uploader || !onProbation || !(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .host */ .H)().isWorkflow)
        return;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8)(`${uploader} has uploaded ${version} and approves it: one account for both proves nothing. The only gate is the protection by the forge, such as required reviewers of the job's environment`);
}


/***/ }),

/***/ 9159:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ unlessNotFound),
/* harmony export */   r: () => (/* binding */ RemoteVersion)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5642);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7154);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3387);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7143);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4475);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6464);
/* harmony import */ var _client_registry_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(461);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3455);
/* harmony import */ var _progress_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8995);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4444);








/** A version as one command sees it. Always asks the service, since network filesystems show old states. */
class RemoteVersion {
    connection;
    ref;
    signal;
    /** `project/asset/version`. */
    name;
    /** Absolute path in the registry. */
    path;
    #fresh;
    constructor(connection, ref, signal) {
        this.connection = connection;
        this.ref = ref;
        this.signal = signal;
        this.name = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref);
        this.path = node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(ref));
        this.#fresh = { forceRemote: true, signal };
    }
    /**
     * Makes sure that a "not there" comes from the service itself: behind the 404 of a proxy, or of another service at the
     * same address, the version may be unchanged. Throws if the state is uncertain.
     */
    async look() {
        const { connection, ref } = this;
        const summary = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .findSummary */ .ws)(connection, ref, this.#fresh);
        if (summary !== undefined)
            return { kind: 'complete', summary };
        await this.#requireSameService();
        const permissions = await unlessNotFound((0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchPermissions */ .LN)(connection, { project: ref.project }, this.#fresh));
        if (permissions === undefined)
            return { kind: 'absent', missing: 'project' };
        const versions = await unlessNotFound((0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .listVersions */ .yO)(connection, ref, this.#fresh));
        if (versions === undefined)
            return { kind: 'absent', missing: 'asset' };
        return versions.includes(ref.version) ? { kind: 'unfinished' } : { kind: 'absent', missing: 'version' };
    }
    async #requireSameService() {
        const { url, serviceStaging: expected } = this.connection;
        const { staging: found } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_6__/* .serviceInfo */ .w)(url, { signal: this.signal });
        if (found !== expected)
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('other-service', { url, expected, found });
    }
    /** The summary of a version that is there. Throws an error for which `lacksVersion` holds for one that is not, or not yet. */
    async requireComplete(purpose) {
        const state = await this.look();
        if (state.kind === 'complete')
            return state.summary;
        throw this.incomplete(state, purpose);
    }
    /** The error for a version that is not there, or not yet. */
    incomplete(state, purpose) {
        if (state.kind === 'unfinished')
            return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('version-not-finished', { version: this.name, purpose });
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('version-missing', { ...this.ref, missing: state.missing, purpose });
    }
    /** The content of the version, from the service. Codes as `fetchManifest`. */
    async content() {
        const manifest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .fetchManifest */ .Cj)(this.connection, this.ref, this.#fresh);
        return { manifest, digest: (0,_client_index_js__WEBPACK_IMPORTED_MODULE_8__/* .manifestDigest */ .It)(manifest) };
    }
    /** Refuses a content that is not the one that was pinned, if one was, with code `content-differs`. */
    requirePinned(pinned, { digest }) {
        if (pinned === undefined || pinned === digest)
            return;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .gobblerError */ .k5)('pinned-differently', { version: this.name, pinned, digest });
    }
    /** The latest version of the asset; undefined if there is none. */
    latest() {
        return (0,_client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .fetchLatest */ .wF)(this.connection, this.ref, this.#fresh);
    }
    /** Compares every byte with `checksums-file`. Returns how they differ. Codes as `compareSums`. */
    async differences(content, sums) {
        const { manifest } = content;
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .line */ .n8)(`Comparing ${(0,_version_facts_js__WEBPACK_IMPORTED_MODULE_10__/* .contentSize */ .vc)(content)} of ${this.name} with checksums-file`);
        const ticker = new _progress_index_js__WEBPACK_IMPORTED_MODULE_11__/* .FileTicker */ .rX();
        ticker.begin('Comparing', manifest.size);
        try {
            const options = { signal: this.signal, onFile: () => ticker.advance() };
            return await (0,_client_registry_index_js__WEBPACK_IMPORTED_MODULE_12__/* .compareSums */ .s)(this.connection, this.ref, { manifest, sums }, options);
        }
        finally {
            ticker.stop();
        }
    }
}
/** Returns the result of a read, or undefined if the service says that it does not exist. */
async function unlessNotFound(read) {
    try {
        return await read;
    }
    catch (error) {
        if (error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .GobblerError */ .CE && error.code === 'not-found')
            return undefined;
        throw error;
    }
}


/***/ })

};
})(),
(() => {
"use strict";
return {

/***/ 5925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runUpload: () => (/* binding */ runUpload),
/* harmony export */   sweepAfterUpload: () => (/* binding */ sweepAfterUpload)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4530);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3951);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(5191);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(8420);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6820);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2058);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2405);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3009);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(6366);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8034);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3555);
/* harmony import */ var _left_out_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3928);
/* harmony import */ var _losses_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7451);
/* harmony import */ var _manifest_output_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7411);
/* harmony import */ var _publishing_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3216);
/* harmony import */ var _staging_sweep_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9470);
/* harmony import */ var _upload_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6415);
/* harmony import */ var _upload_report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1558);












/** State passed to the post step. Saved before the first thing is made in staging. */
const STATE_STAGING = 'staging';
const STATE_RUN = 'run';
const STATE_CONSUMING = 'consuming';
/** Publishes a directory as a new version, and tells people and later steps. */
async function runUpload(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`Publishing ${given.directory} as ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(given)} at ${given.url}`);
    const select = withoutChecksums(given, await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .selectPaths */ .LO)(given.files));
    const origin = await (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_3__/* .findOrigin */ .U)(given);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().keep(STATE_STAGING, connection.staging);
    await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_6__/* .sweepLeftovers */ .ZW)(connection.staging);
    const checksumsFile = given['checksums-file'];
    if (checksumsFile !== undefined)
        await (0,_upload_files_js__WEBPACK_IMPORTED_MODULE_7__/* .requireWritableChecksums */ .m0)(connection, checksumsFile);
    if (!given['dry-run'])
        await (0,_manifest_output_js__WEBPACK_IMPORTED_MODULE_8__/* .requireHandover */ .v)(connection);
    const result = await uploadOrSkip(connection, context, { select, origin });
    if (result?.status !== 'created')
        setOutput('created', false);
    if (result === undefined)
        return setOutput('status', 'skipped');
    if (result.status !== 'planned')
        context.accomplished(result.status, `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(given)} ${_upload_report_js__WEBPACK_IMPORTED_MODULE_9__/* .OUTCOMES */ .im[result.status]}`);
    (0,_left_out_js__WEBPACK_IMPORTED_MODULE_10__/* .tellLeftOut */ .B)(result.leftOut);
    if (result.status !== 'skipped')
        (0,_losses_js__WEBPACK_IMPORTED_MODULE_11__/* .tellLosses */ .x)(result.losses);
    if (result.status === 'planned')
        await (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_9__/* .reportPlan */ ._S)(context, result);
    else {
        await (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_9__/* .reportVersion */ .fV)(connection, { ...context, origin }, result);
        if (given.consume)
            (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_9__/* .reportKept */ .FJ)(context, result);
    }
    setOutput('status', result.status);
}
/** The file for checksums describes the version, and is no part of it: else the next run would find it in the directory. */
function withoutChecksums({ directory, 'checksums-file': file }, selection) {
    const own = file && (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_12__/* .relativeInside */ .JA)(directory, file);
    if (!own)
        return selection;
    return { ...selection, selects: (entry, kind) => entry !== own && selection.selects(entry, kind) };
}
/** Uploads; undefined if there was nothing to upload and the step is to go on all the same. */
async function uploadOrSkip(connection, { inputs: given, setOutput, signal }, { select, origin }) {
    const progress = (0,_publishing_js__WEBPACK_IMPORTED_MODULE_13__/* .publishingProgress */ .n)(connection, given, given);
    try {
        return await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_14__/* .uploadDirectory */ .z)(connection, {
            project: given.project,
            asset: given.asset,
            version: given.version,
            directory: given.directory,
            symlinks: given.symlinks,
            includeHidden: given['include-hidden-files'],
            select,
            ...(0,_publishing_js__WEBPACK_IMPORTED_MODULE_13__/* .publishingOptions */ .W)(given, origin),
            consume: given.consume,
            hashCache: given['hash-cache'] ? await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_15__/* .optionalCacheFolder */ .H)() : undefined,
            dryRun: given['dry-run'],
            signal,
            onEvent: (event) => {
                if (event.kind === 'run')
                    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().keep(STATE_RUN, event.run);
                if (event.kind === 'stage' && event.stage === 'clean')
                    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().keep(STATE_CONSUMING, given.directory);
                if (event.kind === 'created')
                    setOutput('created', true);
                progress.handle(event);
            },
        });
    }
    catch (error) {
        const onlyEmpty = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_16__/* .UploadRefused */ .g && error.groups.every((group) => group.kind === 'no-files');
        if (!onlyEmpty || given['if-no-files-found'] === 'error')
            throw error;
        const sentences = [`${error.message}. Nothing was uploaded.`];
        await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_17__/* .writeSummary */ .Sy)(`### \u26aa ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_18__/* .escapeMarkup */ .My)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(given))} was not published: no files found`);
        if (given['if-no-files-found'] === 'ignore')
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(sentences.join());
        else
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .annotateWarning */ .tf)({ title: 'No files found', sentences, hint: error.advice, input: 'directory' });
        return undefined;
    }
    finally {
        progress.stop(signal);
    }
}
/**
 * Removes what a killed run left in staging, and what older ones of this user did, and puts entries of the source back that
 * it was about to remove.
 */
async function sweepAfterUpload() {
    try {
        const consuming = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().recall(STATE_CONSUMING);
        if (consuming !== '')
            await restoreConsumed(consuming);
    }
    finally {
        const staging = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().recall(STATE_STAGING);
        const ended = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().recall(STATE_RUN);
        if (staging !== '')
            await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_6__/* .sweepLeftovers */ .ZW)(staging, ended === '' ? [] : [ended]);
    }
}
async function restoreConsumed(directory) {
    const stays = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_19__/* .restoreSource */ .Mf)(directory);
    if (stays.length === 0)
        return;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .annotateWarning */ .tf)({
        title: 'Source not restored',
        sentences: [
            `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_20__/* .formatNumberOf */ .Of)(stays.length, 'entry', 'entries')} of ${directory} stay set aside: another process may be at work on them, or other files have taken their place`,
            ...stays.slice(0, MOST_STAYING),
            ...(stays.length > MOST_STAYING ? [`\u2026 and ${stays.length - MOST_STAYING} more`] : []),
        ],
        isHeaded: true,
        hint: 'Compare each with the file that has its name, and remove one of them.',
        input: 'consume',
    });
}
/** More are only counted. */
const MOST_STAYING = 10;


/***/ })

};
})(),
(() => {
"use strict";
return {

/***/ 7220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ filesystemOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Filesystems whose metadata is never stale here: local ones, and cluster filesystems that keep all machines coherent. By
 * the magic number of `statfs(2)`; every other type, FUSE and overlay included, may be stale.
 */
const COHERENT = new Map([
    [0xef53, 'ext4'],
    [0x58465342, 'xfs'],
    [0x9123683e, 'btrfs'],
    [0x2fc12fc1, 'zfs'],
    [0x01021994, 'tmpfs'],
    [0x858458f6, 'ramfs'],
    [0xf2f52010, 'f2fs'],
    [0xca451a4e, 'bcachefs'],
    [0x3153464a, 'jfs'],
    [0x52654973, 'reiserfs'],
    [0x3434, 'nilfs2'],
    [0x4d44, 'vfat'],
    [0x2011bab0, 'exfat'],
    [0x7366746e, 'ntfs3'],
    [0x9660, 'iso9660'],
    [0x73717368, 'squashfs'],
    [0xe0f5e1e2, 'erofs'],
    [0x0bd00bd0, 'lustre'],
    [0x47504653, 'gpfs'],
]);
/** Those of them that several machines mount. */
const SHARED = new Set(['lustre', 'gpfs']);
/** Names for messages where the mount table does not have one. */
const OTHERS = new Map([
    [0x6969, 'nfs'],
    [0xff534d42, 'cifs'],
    [0xfe534d42, 'smb2'],
    [0x517b, 'smb'],
    [0x01021997, '9p'],
    [0x5346414f, 'afs'],
    [0x65735546, 'fuse'],
    [0x19830326, 'beegfs'],
    [0x00c36400, 'ceph'],
    [0x794c7630, 'overlay'],
]);
/** The filesystem that `place` is on; with its device, if that is known, also its mount options. */
function filesystemOf(place, dev) {
    const magic = magicOf(place);
    const mount = dev === undefined ? undefined : mountOf(dev);
    const coherent = magic === undefined ? undefined : COHERENT.get(magic);
    const unnamed = magic === undefined ? 'unknown' : `type 0x${magic.toString(16)}`;
    return {
        isLocal: coherent !== undefined && !SHARED.has(coherent),
        type: mount?.type ?? coherent ?? (magic === undefined ? undefined : OTHERS.get(magic)) ?? unnamed,
        mayBeStale: coherent === undefined,
        hasNoCto: mount?.options.includes('nocto') ?? false,
    };
}
/** Undefined if the filesystem does not answer: then nothing is known of it, and it may be stale. */
function magicOf(place) {
    let stats;
    try {
        stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statfsSync)(place);
    }
    catch {
        return undefined;
    }
    // 32 bits, which some architectures extend with the sign.
    return process.platform === 'linux' ? stats.type >>> 0 : undefined;
}
/** The line of `/proc/self/mountinfo` about a device; undefined if there is none, as for subvolumes and outside of Linux. */
function mountOf(dev) {
    let table;
    try {
        table = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/self/mountinfo', 'utf8');
    }
    catch {
        return undefined;
    }
    const wanted = `${majorOf(dev)}:${minorOf(dev)}`;
    for (const line of table.split('\n')) {
        const [before = '', after = ''] = line.split(' - ');
        if (before.split(' ')[2] !== wanted)
            continue;
        const [type = '', , options = ''] = after.split(' ');
        return { type, options: options.split(',') };
    }
    return undefined;
}
/* The layout of dev_t in glibc. Numbers up to 2^53 are exact, and device numbers of Linux are shorter. */
const majorOf = (dev) => Math.floor(dev / 2 ** 8) % 2 ** 12;
const minorOf = (dev) => (dev % 2 ** 8) + Math.floor(dev / 2 ** 20) * 2 ** 8;


/***/ }),

/***/ 835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ refreshDirectory),
/* harmony export */   H4: () => (/* binding */ Filesystems),
/* harmony export */   VG: () => (/* binding */ freshStat),
/* harmony export */   hZ: () => (/* binding */ refreshPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5023);
/* harmony import */ var _filesystem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7220);
/* harmony import */ var _open_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2778);





/*
 * Metadata as the file server has it now.
 *
 * On a network filesystem, `stat`, `lstat`, `access` and path lookups answer from a cache of this machine, which may be a
 * minute old, or older. `open` asks the server for the attributes of the file, and `opendir` for those of the directory; if
 * the directory has changed, all that is remembered of its names is dropped, names that did not exist included. So every
 * decision that depends on what other machines do rests on one of the functions below.
 *
 * They cost a call or two to the server each. For a filesystem that is never stale (see `Filesystem.mayBeStale`), callers use
 * `lstat` instead.
 */
/** Never waits for a FIFO. */
const OPEN_FOLLOWING = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK;
const OPEN_ENTRY = OPEN_FOLLOWING | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW;
const OPEN_DIRECTORY = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY;
/**
 * The metadata of a regular file or directory: opens it. If the name may lead to another file by now, open or list its
 * directory first. Throws what `open` throws: ELOOP for a symlink (unless `flags` follow it), EACCES for a file that this
 * user cannot read; then `lstat` would not know better. Not for devices, on which `open` may have an effect.
 */
const freshStatNow = (file, flags = OPEN_ENTRY) => (0,_open_file_js__WEBPACK_IMPORTED_MODULE_2__/* .withOpenNow */ .B)(file, flags, (descriptor) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor));
/** The same in the background. */
const freshStat = (file, flags = OPEN_ENTRY) => (0,_open_file_js__WEBPACK_IMPORTED_MODULE_2__/* .withOpen */ .X)(file, flags, (handle) => handle.stat());
/** Asks the server for a directory anew: what is remembered of names in it, missing ones included, is dropped. */
async function refreshDirectory(directory) {
    await (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.open(directory, OPEN_DIRECTORY)).close();
}
/**
 * Opens each directory on the way from `base` down to `directory`, so that a lookup below finds what the server has now.
 * Returns whether all of them are there. Directories that this user may not open are passed: `x` is enough to get through them.
 */
async function refreshPath(base, directory) {
    let place = base;
    for (const name of ['', ...node_path__WEBPACK_IMPORTED_MODULE_1___default().relative(base, directory).split((node_path__WEBPACK_IMPORTED_MODULE_1___default().sep))]) {
        place = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(place, name);
        try {
            await refreshDirectory(place);
        }
        catch (error) {
            const code = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .U)(error);
            if (code === 'ENOENT' || code === 'ENOTDIR')
                return false;
            if (code !== 'EACCES' && code !== 'EPERM')
                throw error;
        }
    }
    return true;
}
const always = () => true;
/** The metadata of the file behind a symlink, wherever that is; for what the link itself is, see `lstat`. */
async function freshTarget(link) {
    const target = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.realpath(link);
    await refreshPath('/', node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(target));
    return freshStat(await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.realpath(link));
}
/**
 * The filesystems that a piece of work comes across, by device, and metadata that is fresh on each: by opening the file where
 * a remembered answer may be stale, and by a plain `stat` elsewhere, which costs a local disk nothing.
 */
class Filesystems {
    #byDevice = new Map();
    /** The filesystem of device `dev` (`st_dev`), of which `place` is a part. */
    of(dev, place) {
        const known = this.#byDevice.get(dev);
        if (known !== undefined)
            return known;
        const found = (0,_filesystem_js__WEBPACK_IMPORTED_MODULE_4__/* .filesystemOf */ .f)(place, dev);
        this.#byDevice.set(dev, found);
        return found;
    }
    /** All that were come across so far. */
    get all() {
        return [...this.#byDevice.values()];
    }
    /** The metadata of a regular file that was seen on `dev`; a symlink to it is followed. */
    statNow(file, dev) {
        return this.of(dev, file).mayBeStale ? freshStatNow(file, OPEN_FOLLOWING) : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file);
    }
    /** The same in the background. */
    stat(file, dev) {
        return this.of(dev, file).mayBeStale ? freshStat(file, OPEN_FOLLOWING) : node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(file);
    }
    /** The metadata of a regular file that was opened as `descriptor`, on `dev`, as they are now. */
    openedNow(descriptor, file, dev) {
        return this.of(dev, file).mayBeStale ? freshStatNow(file, OPEN_FOLLOWING) : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
    }
    /**
     * The metadata of an entry of a directory that has just been listed, links not followed. The type of a file never
     * changes, so a remembered one is right, and tells what is safe to open. `mayOpen` is asked first.
     */
    entryNow(entry, mayOpen = always) {
        const seen = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(entry);
        return this.#isInDoubt(entry, seen) && mayOpen() ? freshStatNow(entry) : seen;
    }
    /** The same in the background. */
    async entry(entry, mayOpen = always) {
        const seen = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(entry);
        return this.#isInDoubt(entry, seen) && mayOpen() ? freshStat(entry) : seen;
    }
    #isInDoubt(entry, seen) {
        return seen.isFile() && this.of(seen.dev, entry).mayBeStale;
    }
    /** The metadata of what a symlink leads to. */
    async target(link) {
        const seen = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(link);
        return this.of(seen.dev, link).mayBeStale ? freshTarget(link) : seen;
    }
}


/***/ }),

/***/ 7360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   Xo: () => (/* binding */ compareBytes),
/* harmony export */   nV: () => (/* binding */ ownMember)
/* harmony export */ });
/** A member of a foreign object's own, whatever its name; undefined for anything else. */
function ownMember(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined;
}
const SHORT_ESCAPES = {
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '"': '\\"',
    '\\': '\\\\',
};
const NEEDS_ESCAPE = /["\\\u0000-\u001f<>&\u2028\u2029\ud800-\udfff]/;
const ESCAPED = /["\\\u0000-\u001f<>&\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
function escapeCharacter(character) {
    const short = SHORT_ESCAPES[character];
    if (short !== undefined)
        return short;
    const code = character.charCodeAt(0);
    if (code >= 0xd800 && code <= 0xdfff)
        return '\\ufffd';
    return `\\u${code.toString(16).padStart(4, '0')}`;
}
/** A JSON string literal with the service's escapes. */
function encodeString(text) {
    return NEEDS_ESCAPE.test(text) ? `"${text.replace(ESCAPED, escapeCharacter)}"` : `"${text}"`;
}
/** Orders strings by their UTF-8 bytes, which differs from the engine's order for characters beyond U+FFFF. */
function compareBytes(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const xSurrogate = x >= 0xd800 && x <= 0xdfff;
        const ySurrogate = y >= 0xd800 && y <= 0xdfff;
        if (xSurrogate !== ySurrogate)
            return xSurrogate ? 1 : -1;
        return x - y;
    }
    return a.length - b.length;
}
/**
 * Encodes a value as the service does: compact, or with `indent` four spaces a level (the form of its files; no
 * newline at the end).
 */
function encodeJson(value, { indent = false } = {}) {
    // Names are encoded one by one, many thousands of them, and need nothing of what follows.
    if (typeof value === 'string')
        return encodeString(value);
    const newline = indent ? '\n' : '';
    const colon = indent ? ': ' : ':';
    const encode = (item, margin) => {
        if (item === null || typeof item === 'boolean')
            return String(item);
        if (typeof item === 'number')
            return encodeNumber(item);
        if (typeof item === 'string')
            return encodeString(item);
        const inner = indent ? `${margin}    ` : '';
        const wrap = (open, parts, close) => parts.length === 0
            ? open + close
            : `${open}${newline}${inner}${parts.join(`,${newline}${inner}`)}${newline}${margin}${close}`;
        if (isArray(item))
            return wrap('[', item.map((element) => encode(element, inner)), ']');
        const member = (key, content) => encodeString(key) + colon + encode(content, inner);
        const parts = [];
        if (item instanceof Map) {
            for (const key of [...item.keys()].sort(compareBytes))
                parts.push(member(key, item.get(key)));
        }
        else {
            for (const [key, content] of Object.entries(item))
                if (content !== undefined)
                    parts.push(member(key, content));
        }
        return wrap('{', parts, '}');
    };
    return encode(value, '');
}
function encodeNumber(value) {
    if (!Number.isSafeInteger(value))
        throw new TypeError(`${value} is not an exact integer`);
    return String(value);
}
const isArray = (value) => Array.isArray(value);


/***/ }),

/***/ 6820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ SUMMARY),
/* harmony export */   A: () => (/* binding */ LINKS),
/* harmony export */   AC: () => (/* binding */ LOCK_USAGE),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   JA: () => (/* binding */ relativeInside),
/* harmony export */   Jj: () => (/* binding */ PERMISSIONS),
/* harmony export */   NA: () => (/* binding */ refPath),
/* harmony export */   YM: () => (/* binding */ LOCK),
/* harmony export */   Yy: () => (/* binding */ LOGS),
/* harmony export */   e0: () => (/* binding */ MANIFEST),
/* harmony export */   fA: () => (/* binding */ LOCK_NEW_DIRECTORY),
/* harmony export */   ju: () => (/* binding */ QUOTA),
/* harmony export */   k0: () => (/* binding */ LATEST),
/* harmony export */   u_: () => (/* binding */ USAGE)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** Base names of the records and lock files that the service keeps in a registry. Protocol \u00a73. */
const MANIFEST = '..manifest';
const SUMMARY = '..summary';
const LINKS = '..links';
const LATEST = '..latest';
const PERMISSIONS = '..permissions';
const QUOTA = '..quota';
const USAGE = '..usage';
const LOGS = '..logs';
const LOCK = '..LOCK';
const LOCK_NEW_DIRECTORY = '..LOCK_NEWDIR';
const LOCK_USAGE = '..LOCK_USAGE';
/** Registry-relative path of a project, asset or version, with `/` separators. */
function refPath(ref) {
    const parts = [ref.project];
    if ('asset' in ref)
        parts.push(ref.asset);
    if ('version' in ref)
        parts.push(ref.version);
    return parts.join('/');
}
/**
 * Returns whether the absolute path `candidate` is `root` itself or lies below it. Lexical, as the service decides it
 * (protocol \u00a712.3): links are not resolved, and `/data/files-old` is not inside `/data/files`.
 */
function isInside(root, candidate) {
    return relativeInside(root, candidate) !== undefined;
}
/** The path of `candidate` relative to `root`, `''` for the root itself, or undefined if it lies outside. */
function relativeInside(root, candidate) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_0___default().relative(root, candidate);
    if (relative === '..' || relative.startsWith(`..${(node_path__WEBPACK_IMPORTED_MODULE_0___default().sep)}`) || node_path__WEBPACK_IMPORTED_MODULE_0___default().isAbsolute(relative))
        return undefined;
    return relative;
}


/***/ }),

/***/ 6630:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ sortedEntries),
/* harmony export */   m: () => (/* binding */ manifestEntry)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7360);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3824);


/** The entries in the order of their paths, by bytes, in which most manifests are: then nothing has to be sorted. */
function sortedEntries(manifest) {
    let last = '';
    for (const key of manifest.keys()) {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(last, key) > 0)
            return [...manifest].sort(([one], [other]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(one, other));
        last = key;
    }
    return manifest;
}
function linkTarget(value) {
    const json = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)(value);
    return {
        project: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'project', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
        asset: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'asset', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
        version: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'version', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
        path: (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'path', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    };
}
const optionalTarget = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(linkTarget);
function link(value) {
    const ancestor = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)(value), 'ancestor', optionalTarget);
    const target = linkTarget(value);
    if (ancestor === undefined)
        return target;
    const { project, asset, version, path } = target;
    return { project, asset, version, path, ancestor };
}
const optionalLink = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(link);
/** Reads an entry of a manifest. */
function manifestEntry(value) {
    const json = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ik)(value);
    const size = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'size', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej);
    const md5sum = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'md5sum', _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq);
    const target = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(json, 'link', optionalLink);
    return target === undefined ? { size, md5sum } : { size, md5sum, link: target };
}


/***/ }),

/***/ 3499:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ ManifestReader)
});

// UNUSED EXPORTS: SMALL_MANIFEST_BYTES

// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/protocol/manifest-entry.js
var manifest_entry = __webpack_require__(6630);
;// CONCATENATED MODULE: ./build/protocol/manifest-rows.js
const PAGE_ROWS = 8192;
const SUM_BYTES = 16;
const FIRST_TEXT_BYTES = 64 * 1024;
/** In `kinds`: the entry has no MD5 sum. The rest is 0, or the number of its link's holder, from 1. */
const NO_SUM = 0x8000_0000;
/** Separates the paths in the text of a row. */
const END = 0;
/** The rows of some entries. */
class Page {
    rows = 0;
    /** Where the text of each row begins: its path; for a link also the paths of its targets, where they are others. */
    starts = new Uint32Array(PAGE_ROWS + 1);
    text = Buffer.allocUnsafeSlow(FIRST_TEXT_BYTES);
    sizes = new Float64Array(PAGE_ROWS);
    sums = Buffer.allocUnsafeSlow(PAGE_ROWS * SUM_BYTES);
    kinds = new Uint32Array(PAGE_ROWS);
    /** Makes room for more text, of exactly this length if nothing else is to follow. */
    resize(bytes) {
        const text = Buffer.allocUnsafeSlow(bytes);
        this.text.copy(text, 0, 0, this.starts[this.rows]);
        this.text = text;
    }
}
/**
 * A manifest whose paths are sorted by their bytes, as services write it. It takes 32 bytes an entry and its path, a fifth
 * of a Map, and gives the garbage collector no work. Entries are made when they are asked for.
 */
class ManifestRows {
    #pages = [];
    #holders = [];
    #holderNumbers = new Map();
    /** The holders of the last link, which nearly always are those of the next one. */
    #lastNumber = 0;
    #size = 0;
    #pathBytes = 0;
    /** The row that was found last: most lookups are in the order of the rows. */
    #found = -1;
    #wanted = Buffer.allocUnsafeSlow(1024);
    get size() {
        return this.#size;
    }
    /** Bytes of all paths, those of link targets included. */
    get pathBytes() {
        return this.#pathBytes;
    }
    /**
     * Adds an entry; `sum` is the text of its MD5. Returns false for one that no row can hold: its path does not come after
     * all others, or its MD5 is none.
     */
    add(path, size, sum, link) {
        const page = this.#openPage();
        const holders = link && this.#holderNumber(link);
        const paths = link && targetPaths(link, path);
        if (!this.#isNext(path) || (link !== undefined && paths === undefined))
            return false;
        const hasSum = sum.to > sum.from;
        if (hasSum && !readSum(sum, page.sums, page.rows * SUM_BYTES))
            return false;
        let end = page.starts[page.rows];
        const length = path.to - path.from + (paths?.length ?? 0);
        if (end + length > page.text.length)
            page.resize((end + length) * 2);
        const { text } = page;
        for (let at = path.from; at < path.to; at++)
            text[end++] = path.text[at];
        if (paths !== undefined)
            end += paths.copy(text, end);
        page.sizes[page.rows] = size;
        page.kinds[page.rows] = (holders ?? 0) | (hasSum ? 0 : NO_SUM);
        page.starts[++page.rows] = end;
        this.#size++;
        this.#pathBytes += length;
        return true;
    }
    /** Gives room back that nothing has been added to. */
    finish() {
        const last = this.#pages.at(-1);
        last?.resize(last.starts[last.rows]);
    }
    #openPage() {
        const last = this.#pages.at(-1);
        if (last !== undefined && last.rows < PAGE_ROWS)
            return last;
        this.finish();
        const page = new Page();
        this.#pages.push(page);
        return page;
    }
    /** Whether a path comes after all others. */
    #isNext(path) {
        return this.#size === 0 || this.#compare(this.#size - 1, path) < 0;
    }
    #holderNumber(link) {
        const last = this.#holders[this.#lastNumber - 1];
        if (last === undefined || !isSame(last, link))
            this.#lastNumber = this.#findHolders(link);
        return this.#lastNumber;
    }
    #findHolders({ project, asset, version, ancestor }) {
        const { project: p, asset: a, version: v } = ancestor ?? {};
        const key = JSON.stringify([project, asset, version, p, a, v]);
        const known = this.#holderNumbers.get(key);
        if (known !== undefined)
            return known;
        const above = ancestor && { project: ancestor.project, asset: ancestor.asset, version: ancestor.version };
        const number = this.#holders.push({ project, asset, version, ancestor: above });
        this.#holderNumbers.set(key, number);
        return number;
    }
    #pageOf(row) {
        return this.#pages[Math.floor(row / PAGE_ROWS)];
    }
    /** Compares the path of a row with another by their bytes. */
    #compare(row, { text: other, from, to }) {
        const page = this.#pageOf(row);
        const { text } = page;
        const start = page.starts[row % PAGE_ROWS];
        const length = endOfPath(page, row % PAGE_ROWS) - start;
        const common = Math.min(length, to - from);
        for (let at = 0; at < common; at++) {
            const difference = text[start + at] - other[from + at];
            if (difference !== 0)
                return difference;
        }
        return length - (to - from);
    }
    #find(path) {
        if (!path.isWellFormed())
            return undefined;
        if (path.length * 3 > this.#wanted.length)
            this.#wanted = Buffer.allocUnsafeSlow(path.length * 3);
        const wanted = { text: this.#wanted, from: 0, to: this.#wanted.write(path) };
        const next = this.#found + 1;
        if (next < this.#size && this.#compare(next, wanted) === 0) {
            this.#found = next;
            return next;
        }
        let [low, high] = [0, this.#size - 1];
        while (low <= high) {
            const middle = Math.floor((low + high) / 2);
            const order = this.#compare(middle, wanted);
            if (order === 0) {
                this.#found = middle;
                return middle;
            }
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return undefined;
    }
    #pathOf(row) {
        const page = this.#pageOf(row);
        return page.text.toString('utf8', page.starts[row % PAGE_ROWS], endOfPath(page, row % PAGE_ROWS));
    }
    #entryOf(row) {
        const page = this.#pageOf(row);
        const at = row % PAGE_ROWS;
        const size = page.sizes[at];
        const kind = page.kinds[at];
        const hasSum = (kind & NO_SUM) === 0;
        const md5sum = hasSum ? page.sums.toString('hex', at * SUM_BYTES, (at + 1) * SUM_BYTES) : '';
        const holders = this.#holders[(kind & ~NO_SUM) - 1];
        return holders === undefined ? { size, md5sum } : { size, md5sum, link: linkOf(page, at, holders) };
    }
    get(path) {
        const row = this.#find(path);
        return row === undefined ? undefined : this.#entryOf(row);
    }
    has(path) {
        return this.#find(path) !== undefined;
    }
    *keys() {
        for (let row = 0; row < this.#size; row++)
            yield this.#pathOf(row);
        return undefined;
    }
    *values() {
        for (let row = 0; row < this.#size; row++)
            yield this.#entryOf(row);
        return undefined;
    }
    *entries() {
        for (let row = 0; row < this.#size; row++)
            yield [this.#pathOf(row), this.#entryOf(row)];
        return undefined;
    }
    [Symbol.iterator]() {
        return this.entries();
    }
    forEach(take, self) {
        for (const [path, entry] of this)
            take.call(self, entry, path, this);
    }
}
function isSame(one, other) {
    if (one.ancestor === undefined || other.ancestor === undefined)
        return one.ancestor === other.ancestor && isSameHolder(one, other);
    return isSameHolder(one, other) && isSameHolder(one.ancestor, other.ancestor);
}
const isSameHolder = (one, other) => one.version === other.version && one.asset === other.asset && one.project === other.project;
function endOfPath({ text, starts, kinds }, row) {
    const end = starts[row + 1];
    return (kinds[row] & ~NO_SUM) === 0 ? end : text.indexOf(END, starts[row]);
}
const SAME_PATH = Buffer.from('\0');
const SAME_PATHS = Buffer.from('\0\0');
/**
 * The text of a link behind its own path: the paths of its target and its ancestor, each empty if it is the path of the
 * link. Undefined if the paths could not be restored from it.
 */
function targetPaths({ path: target, ancestor }, { text, from, to }) {
    const own = Buffer.from(text.buffer, text.byteOffset + from, to - from).toString();
    if (target === own && own !== '' && (ancestor === undefined || ancestor.path === own))
        return ancestor === undefined ? SAME_PATH : SAME_PATHS;
    const paths = ancestor === undefined ? [target] : [target, ancestor.path];
    if (paths.some((path) => path === '' || path.includes('\0') || !path.isWellFormed()))
        return undefined;
    return Buffer.from(paths.map((path) => `\0${path === own ? '' : path}`).join(''));
}
function linkOf(page, row, { project, asset, version, ancestor }) {
    const { text, starts } = page;
    const [ownEnd, end] = [endOfPath(page, row), starts[row + 1]];
    const own = text.toString('utf8', starts[row], ownEnd);
    // Nearly always there is nothing but the separators.
    const separators = ancestor === undefined ? 1 : 2;
    const others = end - ownEnd > separators ? text.toString('utf8', ownEnd, end).split('\0') : undefined;
    const path = others?.[1] || own;
    // Not spread into each other: what V8 makes of that survives young collections, a gigabyte for a million links.
    if (ancestor === undefined)
        return { project, asset, version, path };
    return { project, asset, version, path, ancestor: withPath(ancestor, others?.[2] || own) };
}
const withPath = ({ project, asset, version }, path) => ({
    project,
    asset,
    version,
    path,
});
/** Reads an MD5 sum in lower-case hexadecimal; returns false for anything else. */
function readSum({ text, from, to }, into, at) {
    if (to - from !== SUM_BYTES * 2)
        return false;
    for (let digit = from; digit < to; digit += 2) {
        const high = DIGITS[text[digit]];
        const low = DIGITS[text[digit + 1]];
        if (high + low >= NO_DIGIT)
            return false;
        into[at++] = high * 16 + low;
    }
    return true;
}
const NO_DIGIT = 64;
/** The value of each character. */
const DIGITS = new Uint8Array(256).fill(NO_DIGIT);
for (const [value, digit] of [...'0123456789abcdef'].entries())
    DIGITS[digit.charCodeAt(0)] = value;

// EXTERNAL MODULE: ./build/protocol/reading.js
var reading = __webpack_require__(3824);
;// CONCATENATED MODULE: ./build/protocol/manifest-reader.js




/** Up to this size a manifest is read at once, which takes little memory, whatever the text is. */
const SMALL_MANIFEST_BYTES = 12 * 1024 * 1024;
/** Large ones are read in pieces of at least this size. */
const PIECE_BYTES = 64 * 1024;
/** A manifest of so many entries that are not sorted takes about a gigabyte of memory. */
const MOST_ENTRIES = 4_000_000;
/** The largest text of one whose entries are not in rows: with long names they take as much memory as their text. */
const MOST_IRREGULAR_BYTES = 256 * 1024 * 1024;
/** Bytes of all paths in rows: of a million, each may have 256. */
const MOST_PATH_BYTES = 256 * 1024 * 1024;
/** Bytes of one entry: four names and paths, twice, each character escaped. */
const LONGEST_ENTRY = 128 * 1024;
/** The most invalid entries to remember: a later entry with the same key may replace each. */
const MOST_MISFITS = 100;
/**
 * Reads the text of a manifest as it arrives. Nothing is kept but the entries: the text of a million files has a hundred
 * megabytes, and may be made to take any amount of memory as a JSON value. Accepts what `JSON.parse` does, within the limits
 * above, which bound the memory; but every value must be an object, even one that a later value of the same key replaces. Code
 * `corrupt-record` for everything else, which `where` names.
 */
class ManifestReader {
    #where;
    #sizes;
    #arrived = [];
    #arrivedBytes = 0;
    #isLarge = false;
    /** Where in the whole text the first byte of `#arrived` is. */
    #offset = 0;
    #expects = 'object';
    #count = 0;
    /** A Map once there is an entry that no row can hold. */
    #entries = new ManifestRows();
    /** Invalid entries by key: as with `JSON.parse`, the last one of a key counts. */
    #misfits = new Map();
    #key = { text: NOTHING, from: 0, to: 0 };
    #sum = { text: NOTHING, from: 0, to: 0 };
    constructor(where, sizes = {}) {
        this.#where = where;
        this.#sizes = { smallBytes: SMALL_MANIFEST_BYTES, pieceBytes: PIECE_BYTES, ...sizes };
    }
    /** Takes the next bytes, which must not change any more. */
    write(bytes) {
        this.#arrived.push(bytes);
        this.#arrivedBytes += bytes.length;
        if (this.#arrivedBytes <= (this.#isLarge ? this.#sizes.pieceBytes : this.#sizes.smallBytes))
            return;
        this.#isLarge = true;
        this.#readOn(false);
    }
    /** Ends the text. Returns the manifest. */
    end() {
        if (!this.#isLarge)
            return (0,reading/* record */.g1)(Buffer.concat(this.#arrived).toString(), this.#where, (0,reading/* keyed */.Dh)(manifest_entry/* manifestEntry */.m));
        this.#readOn(true);
        for (const misfit of this.#misfits.values())
            throw misfit;
        if (this.#entries instanceof ManifestRows)
            this.#entries.finish();
        return this.#entries;
    }
    /** Reads every entry of which all has arrived. */
    #readOn(isAll) {
        const text = Buffer.concat(this.#arrived);
        const refuse = (found, at) => this.#refusal(found, at);
        let at = afterSpace(text, 0);
        for (; at < text.length; at = afterSpace(text, at)) {
            const byte = text[at];
            const expects = this.#expects;
            if (expects === 'object') {
                if (byte !== OPEN)
                    throw refuse('has no {', at);
                this.#expects = 'first entry';
                at++;
            }
            else if (byte === CLOSE && (expects === 'separator' || expects === 'first entry')) {
                this.#expects = 'end';
                at++;
            }
            else if (expects === 'separator') {
                if (byte !== COMMA)
                    throw refuse('has no }', at);
                this.#expects = 'entry';
                at++;
            }
            else if (expects === 'end')
                throw refuse('goes on after its end,', at);
            else {
                const end = this.#readEntry(text, at);
                if ((end ?? text.length) - at > LONGEST_ENTRY)
                    throw refuse('has too long an entry', at);
                if (end === undefined)
                    break;
                this.#expects = 'separator';
                at = end;
            }
        }
        if (isAll && (at < text.length || this.#expects !== 'end'))
            throw refuse('ends too early,', text.length);
        this.#offset += at;
        const rest = text.subarray(at);
        this.#arrived = [rest];
        this.#arrivedBytes = isAll ? 0 : rest.length;
    }
    #refusal(found, at, cause) {
        const facts = { record: this.#where, found: `${found} at byte ${this.#offset + at}` };
        return (0,gobbler_error/* gobblerError */.k5)('damaged-manifest', facts, { cause });
    }
    /** Reads the entry that begins here. Returns its end; undefined if not all of it is there. */
    #readEntry(text, from) {
        const end = this.#readPlainEntry(text, from) ?? this.#readAnyEntry(text, from);
        if (end === undefined)
            return undefined;
        if (++this.#count > MOST_ENTRIES)
            throw this.#refusal(`has more than ${MOST_ENTRIES} entries`, from);
        const entries = this.#entries;
        if (entries instanceof ManifestRows) {
            if (entries.pathBytes > MOST_PATH_BYTES)
                throw this.#refusal(`has paths of more than ${MOST_PATH_BYTES} bytes`, from);
        }
        else if (this.#offset + end > MOST_IRREGULAR_BYTES)
            throw this.#refusal(`has entries that are not sorted or not regular, and more than ${MOST_IRREGULAR_BYTES} bytes,`, from);
        return end;
    }
    /** Reads an entry in the form that services give it: an ASCII key without escapes, size, MD5, and nothing else. */
    #readPlainEntry(text, from) {
        const keyEnd = endOfPlainString(text, from);
        let at = after(text, keyEnd, ':');
        at = after(text, at, '{');
        at = after(text, at, '"size"');
        at = afterSpace(text, after(text, at, ':'));
        const sizeAt = at;
        let size = 0;
        for (let digit = text[at]; digit !== undefined && digit >= ZERO && digit <= NINE; digit = text[++at])
            size = size * 10 + digit - ZERO;
        const digits = at - sizeAt;
        if (digits === 0 || digits > MOST_DIGITS || (digits > 1 && text[sizeAt] === ZERO))
            return undefined;
        at = after(text, at, ',');
        at = after(text, at, '"md5sum"');
        at = afterSpace(text, after(text, at, ':'));
        const sumAt = at;
        const sumEnd = endOfPlainString(text, at);
        at = after(text, sumEnd, '}');
        if (at > text.length)
            return undefined;
        setSlice(this.#key, text, from + 1, keyEnd - 1);
        setSlice(this.#sum, text, sumAt + 1, sumEnd - 1);
        const entries = this.#entries;
        const mayBeRow = entries instanceof ManifestRows && this.#misfits.size === 0;
        if (mayBeRow && entries.add(this.#key, size, this.#sum))
            return at;
        const md5sum = text.toString('latin1', sumAt + 1, sumEnd - 1);
        this.#keep(text.toString('latin1', from + 1, keyEnd - 1), { size, md5sum });
        return at;
    }
    #readAnyEntry(text, from) {
        const refuse = (found, at, cause) => this.#refusal(found, at, cause);
        const parse = (begin, end) => {
            try {
                return JSON.parse(text.toString('utf8', begin, end));
            }
            catch (error) {
                throw refuse(`is no JSON (${(0,errno/* messageOf */.b)(error)})`, begin, error);
            }
        };
        if (text[from] !== QUOTE)
            throw refuse('has no key', from);
        const keyEnd = endOfString(text, from);
        const colonAt = afterSpace(text, keyEnd);
        const valueAt = afterSpace(text, colonAt + 1);
        if (valueAt >= text.length)
            return undefined;
        if (text[colonAt] !== COLON)
            throw refuse('has no :', colonAt);
        if (text[valueAt] !== OPEN)
            throw refuse('has no entry', valueAt);
        const end = endOfObject(text, valueAt);
        if (end > text.length || end - from > LONGEST_ENTRY)
            return end > text.length ? undefined : end;
        const key = parse(from, keyEnd);
        const value = parse(valueAt, end);
        try {
            this.#keep(key, (0,reading/* whole */.WQ)(value, this.#where, (json) => (0,reading/* underKey */.ch)(key, json, manifest_entry/* manifestEntry */.m)));
        }
        catch (error) {
            if (!(error instanceof gobbler_error/* GobblerError */.CE))
                throw error;
            this.#misfits.set(key, error);
            if (this.#misfits.size > MOST_MISFITS)
                throw error;
        }
        return end;
    }
    #keep(key, entry) {
        this.#misfits.delete(key);
        if (this.#entries instanceof ManifestRows) {
            if (addRow(this.#entries, key, entry))
                return;
            this.#entries = new Map(this.#entries);
        }
        this.#entries.set(key, entry);
    }
}
function addRow(rows, key, { size, md5sum, link }) {
    if (key.includes('\0') || !key.isWellFormed())
        return false;
    return rows.add(sliceOf(key), size, sliceOf(md5sum), link);
}
const NOTHING = new Uint8Array(0);
const QUOTE = 0x22;
const COMMA = 0x2c;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const FIRST_PRINTABLE = 0x20;
const LAST_ASCII = 0x7f;
/** Of a number that is exact. */
const MOST_DIGITS = 15;
function setSlice(slice, text, from, to) {
    slice.text = text;
    slice.from = from;
    slice.to = to;
}
function sliceOf(content) {
    const text = Buffer.from(content);
    return { text, from: 0, to: text.length };
}
/* The positions that these functions return are beyond the end of a text that does not go on long enough. */
function afterSpace(text, from) {
    let at = from;
    for (let byte = text[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;)
        byte = text[++at];
    return at;
}
/** The position after `characters`, which may follow white space; beyond the end of the text if others follow. */
function after(text, from, characters) {
    let at = afterSpace(text, from);
    for (let index = 0; index < characters.length; index++)
        if (text[at++] !== characters.charCodeAt(index))
            return text.length + 1;
    return at;
}
/** The end of a string of ASCII characters without escapes; beyond the end of the text for any other string. */
function endOfPlainString(text, from) {
    if (text[from] !== QUOTE)
        return text.length + 1;
    for (let at = from + 1; at < text.length; at++) {
        const byte = text[at];
        if (byte === QUOTE)
            return at + 1;
        if (byte < FIRST_PRINTABLE || byte > LAST_ASCII || byte === BACKSLASH)
            break;
    }
    return text.length + 1;
}
function endOfString(text, from) {
    for (let at = from + 1; at < text.length; at++) {
        const byte = text[at];
        if (byte === QUOTE)
            return at + 1;
        if (byte === BACKSLASH)
            at++;
    }
    return text.length + 1;
}
function endOfObject(text, from) {
    let depth = 0;
    for (let at = from; at < text.length; at++) {
        const byte = text[at];
        if (byte === QUOTE)
            at = endOfString(text, at) - 1;
        else if (byte === OPEN || byte === OPEN_LIST)
            depth++;
        else if ((byte === CLOSE || byte === CLOSE_LIST) && --depth === 0)
            return at + 1;
    }
    return text.length + 1;
}


/***/ }),

/***/ 3824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Dh: () => (/* binding */ keyed),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   ch: () => (/* binding */ underKey),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5023);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9748);


/** Something that is not what it should be. Its place is put together on the way up, only when it is needed. */
class Misfit extends Error {
    place = '';
    expected;
    found;
    constructor(expected, found) {
        super(expected);
        this.expected = expected;
        this.found = found;
    }
}
/** Reads a part of something; whatever does not fit is found at that place in it. */
function part(place, name, value, read) {
    try {
        return read(value);
    }
    catch (error) {
        if (error instanceof Misfit)
            error.place = place(name) + error.place;
        throw error;
    }
}
const memberPlace = (name) => `.${name}`;
const keyPlace = (key) => `[${JSON.stringify(key)}]`;
const indexPlace = (index) => `[${index}]`;
/** Reads a member of an object. */
const member = (json, name, read) => part(memberPlace, name, json[name], read);
/** Null counts as missing. */
const optional = (read) => (value) => value === null || value === undefined ? undefined : read(value);
/** Never the content of lists and objects, which may be large and deep beyond measure. */
function shown(found) {
    if (found === undefined)
        return 'nothing';
    if (Array.isArray(found))
        return 'a list';
    if (typeof found === 'object' && found !== null)
        return 'an object';
    return JSON.stringify(typeof found === 'string' ? found.slice(0, 60) : found);
}
/** Runs a reader; `where` names in errors what it reads. Code `corrupt-record` if that is not what it should be. */
function whole(value, where, read) {
    try {
        return read(value);
    }
    catch (error) {
        if (!(error instanceof Misfit))
            throw error;
        const { place, expected, found } = error;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('damaged-record', { record: `${where}${place}`, expected, found: shown(found) });
    }
}
/** Runs a reader on JSON text. As {@link whole}, and also `corrupt-record` if it is no JSON. */
function record(content, where, read) {
    let value;
    try {
        value = JSON.parse(content);
    }
    catch (cause) {
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('not-json', { record: where, error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(cause) }, { cause });
    }
    return whole(value, where, read);
}
function object(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Misfit('an object', value);
    return value;
}
function text(value) {
    if (typeof value !== 'string')
        throw new Misfit('a string', value);
    return value;
}
/** A name of a project, an asset or a version. */
function name(value) {
    const given = text(value);
    if ((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .nameProblem */ .rH)(given) !== undefined)
        throw new Misfit('a valid name', value);
    return given;
}
/** Of bytes or things: exact, and maybe negative. */
function count(value) {
    if (!Number.isSafeInteger(value))
        throw new Misfit('a whole number', value);
    return value;
}
/** Of a file, in bytes. */
function size(value) {
    const bytes = count(value);
    if (bytes < 0)
        throw new Misfit('0 or more', value);
    return bytes;
}
function flag(value) {
    if (typeof value !== 'boolean')
        throw new Misfit('true or false', value);
    return value;
}
/** Null counts as empty, as in the permissions of assets born under global write (protocol \u00a73.3). */
const list = (item) => (value) => {
    if (value === null || value === undefined)
        return [];
    if (!Array.isArray(value))
        throw new Misfit('a list', value);
    return value.map((element, index) => part(indexPlace, String(index), element, item));
};
/** Reads what an object has under a free key. */
const underKey = (key, value, read) => part(keyPlace, key, value, read);
/** An object with free keys. */
const keyed = (item) => (value) => {
    const json = object(value);
    const found = new Map();
    for (const key of Object.keys(json))
        found.set(key, underKey(key, json[key], item));
    return found;
};


/***/ })

};
})());
