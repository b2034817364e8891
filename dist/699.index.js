"use strict";
exports.id = 699;
exports.ids = [699];
exports.modules = {

/***/ 2185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ fileSteps)
/* harmony export */ });
/**
 * Makes {@link FileSteps}, whose steps may not run at the same time: they share their memory. The positions of the files
 * are neither used nor changed. Threads get this function as text, so it must not refer to anything outside of itself.
 */
function fileSteps() {
    const { createHash } = process.getBuiltinModule('node:crypto');
    const { readSync, writeSync } = process.getBuiltinModule('node:fs');
    const STEP_BYTES = 1024 * 1024;
    const [room, otherRoom] = [Buffer.allocUnsafeSlow(STEP_BYTES), Buffer.allocUnsafeSlow(STEP_BYTES)];
    /** Less than a step only at the end. */
    const read = (descriptor, position, into) => {
        let length = 0;
        while (length < STEP_BYTES) {
            const count = readSync(descriptor, into, length, STEP_BYTES - length, position + length);
            if (count === 0)
                break;
            length += count;
        }
        return into.subarray(0, length);
    };
    const digests = (wanted) => {
        const md5 = wanted.md5 ? createHash('md5') : undefined;
        const sha256 = wanted.sha256 ? createHash('sha256') : undefined;
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
                    done += writeSync(to, chunk, done, chunk.length - done, size + done);
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


/***/ }),

/***/ 6332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ sameContent),
/* harmony export */   DC: () => (/* binding */ hashFile),
/* harmony export */   kr: () => (/* binding */ WORTH_A_THREAD_BYTES),
/* harmony export */   m3: () => (/* binding */ copyFile)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _file_steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2185);
/* harmony import */ var _worker_pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(759);



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
/** Whether two open files are the same, byte by byte. */
function sameContent(file, other, options = {}) {
    return work(file, options, {
        inThread: (thread) => thread.perform({ kind: 'compare', a: file.descriptor, b: other }),
        here: ({ compare }) => compare(file.descriptor, other),
    });
}
/** Bytes that were worked on so far, or are being worked on. */
let begunBytes = 0;
/** In a thread, if one is free, and once there is enough to do; else here, by turns with everything else. */
async function work({ sizeBytes }, { signal }, how) {
    begunBytes += sizeBytes;
    const done = begunBytes < WORTH_A_THREAD_BYTES ? undefined : await (0,_worker_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .withThread */ .P1)(signal, how.inThread);
    return done ?? byTurns(how.here(stepsHere()), signal);
}
let steps;
function stepsHere() {
    steps ??= (0,_file_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .fileSteps */ .o)();
    return steps;
}
async function byTurns(steps, signal) {
    for (;;) {
        signal?.throwIfAborted();
        const step = steps.next();
        if (step.done)
            return step.value;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
    }
}


/***/ }),

/***/ 759:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F5: () => (/* binding */ giveBack),
  m_: () => (/* binding */ haveOneReady),
  et: () => (/* binding */ removeInThread),
  wX: () => (/* binding */ takeFree),
  P1: () => (/* binding */ withThread)
});

// UNUSED EXPORTS: Thread

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
// EXTERNAL MODULE: ./build/fs/large-files/file-steps.js
var file_steps = __webpack_require__(2185);
;// CONCATENATED MODULE: ./build/fs/large-files/worker.js
/** What the thread runs. It must not refer to anything outside of itself: the steps come as an argument. */
function threadMain(fileSteps) {
    const { parentPort } = process.getBuiltinModule('node:worker_threads');
    const { createHash } = process.getBuiltinModule('node:crypto');
    const { readdirSync, rmdirSync, rmSync, unlinkSync } = process.getBuiltinModule('node:fs');
    const { hash, copy, compare } = fileSteps();
    let stream = createHash('md5');
    const toTheEnd = (steps) => {
        let step = steps.next();
        while (!step.done)
            step = steps.next();
        return step.value;
    };
    /** One call of the filesystem for each entry, where `rmSync` takes two. */
    const removeTree = (directory) => {
        for (const entry of readdirSync(directory, { withFileTypes: true })) {
            const item = `${directory}/${entry.name}`;
            if (entry.isDirectory())
                removeTree(item);
            else
                unlinkSync(item);
        }
        rmdirSync(directory);
    };
    const perform = (task) => {
        switch (task.kind) {
            case 'hash':
                return toTheEnd(hash(task.file, task.wanted));
            case 'copy':
                return toTheEnd(copy(task.from, task.to, task.wanted));
            case 'compare':
                return toTheEnd(compare(task.a, task.b));
            case 'remove':
                try {
                    removeTree(task.directory);
                }
                catch {
                    // Somebody else is at it, too: the thorough way, which looks at everything before it is removed.
                    rmSync(task.directory, { recursive: true, force: true, maxRetries: 3 });
                }
                return true;
            case 'piece':
                stream.update(task.bytes);
                return task.bytes.buffer;
            case 'digest': {
                const sum = stream.digest('hex');
                stream = createHash('md5');
                return sum;
            }
        }
    };
    parentPort?.on('message', (task) => {
        try {
            const answer = perform(task);
            parentPort.postMessage({ answer }, answer instanceof ArrayBuffer ? [answer] : []);
        }
        catch (error) {
            // An error loses its code on its way to another thread.
            const { message, ...properties } = Object.assign({ message: String(error) }, error);
            parentPort.postMessage({
                failure: { message: error instanceof Error ? error.message : message, properties },
            });
        }
    });
}

;// CONCATENATED MODULE: ./build/fs/large-files/worker-pool.js




/** MD5 is bound by the processor; but one file that never ends must not keep all others out. */
const LEAST_WORKERS = 2;
const MOST_WORKERS = 4;
/** A thread that does one task after another. Alive only as long as the process has other things to do. */
class Thread {
    #thread;
    #waiting = [];
    /** Why it does nothing any more. */
    failure;
    constructor() {
        // As text, since neither the bundle nor the tests have a file of their own for it.
        this.#thread = new external_node_worker_threads_.Worker(`(${threadMain})(${file_steps/* fileSteps */.o})`, { eval: true, execArgv: [] });
        this.#thread.unref();
        this.#thread.on('message', (reply) => {
            const asked = this.#waiting.shift();
            if (this.#waiting.length === 0)
                this.#thread.unref();
            if ('answer' in reply)
                asked?.resolve(reply.answer);
            else
                asked?.reject(Object.assign(new Error(reply.failure.message), reply.failure.properties));
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
        for (const { reject } of this.#waiting.splice(0))
            reject(this.failure);
    }
}
const free = [];
let busy = 0;
/**
 * One that has nothing to do, to be given back; undefined if there is none. It is not waited for: who has one may keep it
 * for hours, for a file that is large or for a stream that stalls, while what others want takes a moment.
 */
function takeFree() {
    if (busy >= Math.min(MOST_WORKERS, Math.max(LEAST_WORKERS, (0,external_node_os_.availableParallelism)())))
        return undefined;
    let worker = free.pop();
    while (worker !== undefined && worker.failure !== undefined)
        worker = free.pop();
    worker ??= startThread();
    if (worker !== undefined)
        busy++;
    return worker;
}
/** Undefined where no thread can be had, as at a limit of processes: then the work is done without. */
function startThread() {
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
/** What `work` gives; undefined if there is no worker for it. An abort ends it in the middle, with the reason. */
async function withThread(signal, work) {
    signal?.throwIfAborted();
    const worker = takeFree();
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
 * Removes a directory with everything in it, links as links, in a thread of its own. That it is gone already is fine.
 * False, and nothing is done, where no thread can be had.
 */
async function removeInThread(directory) {
    return ((await withThread(undefined, (thread) => thread.perform({ kind: 'remove', directory }))) !== undefined);
}


/***/ }),

/***/ 7360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ encodeJson),
/* harmony export */   X: () => (/* binding */ compareBytes)
/* harmony export */ });
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

/** Base names of the records and lock files that the service keeps in a registry. Protocol §3. */
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
 * Whether the absolute path `candidate` is `root` itself or lies below it. Lexical, as the service decides it
 * (protocol §12.3): links are not resolved, and `/data/files-old` is not inside `/data/files`.
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

/***/ 7608:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ uploadRight),
/* harmony export */   qo: () => (/* binding */ mayMaintainProject),
/* harmony export */   vr: () => (/* binding */ mayMaintainAsset)
/* harmony export */ });
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1838);

/**
 * Whether `user` may upload, and whether that upload is trusted. Protocol §10: global write only concerns assets that
 * do not exist yet; otherwise owners pass, and then the first uploader entry that matches decides.
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
/** Whether `user` may change the project's permissions and decide on probation. Protocol §10, administrators aside. */
function mayMaintainProject(user, project) {
    return project.owners.includes(user);
}
/** Whether `user` may change the permissions of an asset; undefined if it does not exist yet. Protocol §10. */
function mayMaintainAsset(user, project, existingAsset) {
    return mayMaintainProject(user, project) || existingAsset?.owners.includes(user) === true;
}


/***/ }),

/***/ 7310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dn: () => (/* binding */ encodableUploaders),
  U9: () => (/* binding */ encodeLatest),
  Gu: () => (/* binding */ encodeLinks),
  Gb: () => (/* binding */ encodeManifest),
  zp: () => (/* binding */ encodeSummary),
  wY: () => (/* binding */ encodeUsage),
  pS: () => (/* binding */ parseChanges),
  lF: () => (/* binding */ parseLatest),
  Ng: () => (/* binding */ parseManifest),
  cv: () => (/* binding */ parsePermissions),
  W6: () => (/* binding */ parseSummary)
});

// UNUSED EXPORTS: parseLinks, parseUsage

// EXTERNAL MODULE: ./build/protocol/json.js
var json = __webpack_require__(7360);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
;// CONCATENATED MODULE: ./build/protocol/large-manifest.js

/** Below this, reading all at once takes a few hundred megabytes at most, whatever the text is. */
const LARGE_TEXT_CHARACTERS = 16 * 1024 * 1024;
/** A manifest of so many entries takes about a gigabyte of memory. */
const MOST_ENTRIES = 4_000_000;
/** Characters of one entry: four names and paths, twice, each character escaped. */
const LONGEST_ENTRY = 128 * 1024;
/** An entry, its link, and the ancestor of that. */
const DEEPEST = 3;
const WHITESPACE = /[ \t\n\r]*/y;
/**
 * The entries of a large manifest one by one, each as the JSON value it is: of the whole, which may be made to take any
 * amount of memory, nothing is kept. Code `corrupt-record` for what is no manifest, or is too large; `where` names it.
 */
function* largeManifestEntries(content, where) {
    const refuse = (found, cause) => new errors/* GobblerError */.CE('corrupt-record', `${where} should be a manifest, but ${found}`, {
        hint: 'The registry holds a damaged record, or the answer is not from a Gobbler.',
        ...(cause !== undefined && { cause }),
    });
    let at = 0;
    const skip = () => {
        WHITESPACE.lastIndex = at;
        at += WHITESPACE.exec(content)?.[0].length ?? 0;
    };
    const take = (character) => {
        skip();
        if (content[at] !== character)
            throw refuse(`has no ${character} at character ${at}`);
        at++;
    };
    const isNext = (character) => {
        skip();
        return content[at] === character;
    };
    const parse = (from) => {
        try {
            return JSON.parse(content.slice(from, at));
        }
        catch (error) {
            throw refuse(`is no JSON at character ${from}: ${(0,errors/* messageOf */.bD)(error)}`, error);
        }
    };
    take('{');
    let count = 0;
    if (isNext('}'))
        at++;
    else {
        do {
            if (count > 0)
                at++; // the comma
            if (++count > MOST_ENTRIES)
                throw refuse(`has more than ${MOST_ENTRIES} entries`);
            skip();
            const keyAt = at;
            at = endOfString(content, at);
            if (at < 0)
                throw refuse(`has no key at character ${keyAt}`);
            const key = parse(keyAt);
            take(':');
            skip();
            const valueAt = at;
            at = endOfObject(content, at);
            if (at < 0)
                throw refuse(`has no entry that it could be at character ${valueAt}`);
            yield [key, parse(valueAt)];
        } while (isNext(','));
        take('}');
    }
    skip();
    if (at < content.length)
        throw refuse(`goes on after its end, at character ${at}`);
}
/** The end of a string that begins here, or -1. */
function endOfString(content, from) {
    if (content.charCodeAt(from) !== QUOTE)
        return -1;
    for (let at = content.indexOf('"', from + 1); at >= 0 && at - from < LONGEST_ENTRY;) {
        let escapes = 0;
        while (content.charCodeAt(at - 1 - escapes) === BACKSLASH)
            escapes++;
        if (escapes % 2 === 0)
            return at + 1;
        at = content.indexOf('"', at + 1);
    }
    return -1;
}
/** The end of an object that begins here and is neither too long nor too deep, or -1. */
function endOfObject(content, from) {
    if (content[from] !== '{')
        return -1;
    let depth = 0;
    for (let at = from; at < content.length && at - from < LONGEST_ENTRY; at++) {
        const character = content.charCodeAt(at);
        if (character === QUOTE) {
            const end = endOfString(content, at);
            if (end < 0)
                return -1;
            at = end - 1;
        }
        else if (character === OPEN && ++depth > DEEPEST)
            return -1;
        else if (character === CLOSE && --depth === 0)
            return at + 1;
        else if (character === LIST)
            return -1;
    }
    return -1;
}
const QUOTE = 0x22;
const LIST = 0x5b;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

;// CONCATENATED MODULE: ./build/protocol/reading.js

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
const reading_member = (json, name, read) => part(memberPlace, name, json[name], read);
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
        throw new errors/* GobblerError */.CE('corrupt-record', `${where}${place} should be ${expected}, but is ${shown(found)}`, { hint: 'The registry holds a damaged record; tell its administrator.' });
    }
}
/** Runs a reader on JSON text. As {@link whole}, and also `corrupt-record` if it is no JSON. */
function reading_record(content, where, read) {
    let value;
    try {
        value = JSON.parse(content);
    }
    catch (cause) {
        throw new errors/* GobblerError */.CE('corrupt-record', `${where} should be JSON, but is not: ${(0,errors/* messageOf */.bD)(cause)}`, {
            hint: 'The registry holds a damaged record, or the answer is not from a Gobbler.',
            cause,
        });
    }
    return whole(value, where, read);
}
function reading_object(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Misfit('an object', value);
    return value;
}
function reading_text(value) {
    if (typeof value !== 'string')
        throw new Misfit('a string', value);
    return value;
}
/** Of bytes or things: exact, and maybe negative. */
function reading_count(value) {
    if (!Number.isSafeInteger(value))
        throw new Misfit('a whole number', value);
    return value;
}
/** Of a file, in bytes. */
function reading_size(value) {
    const bytes = reading_count(value);
    if (bytes < 0)
        throw new Misfit('0 or more', value);
    return bytes;
}
function flag(value) {
    if (typeof value !== 'boolean')
        throw new Misfit('true or false', value);
    return value;
}
/** Null counts as empty, as in the permissions of assets born under global write (protocol §3.3). */
const list = (item) => (value) => {
    if (value === null || value === undefined)
        return [];
    if (!Array.isArray(value))
        throw new Misfit('a list', value);
    return value.map((element, index) => part(indexPlace, String(index), element, item));
};
/** An object with free keys. */
const reading_keyed = (item) => (value) => {
    const json = reading_object(value);
    const found = new Map();
    for (const key of Object.keys(json))
        found.set(key, part(keyPlace, key, json[key], item));
    return found;
};

;// CONCATENATED MODULE: ./build/protocol/records.js



/* Reading: every refusal names the record and the member, with code `corrupt-record`. */
function linkTarget(value) {
    const json = reading_object(value);
    return {
        project: reading_member(json, 'project', reading_text),
        asset: reading_member(json, 'asset', reading_text),
        version: reading_member(json, 'version', reading_text),
        path: reading_member(json, 'path', reading_text),
    };
}
function records_link(value) {
    const ancestor = reading_member(reading_object(value), 'ancestor', optional(linkTarget));
    return { ...linkTarget(value), ...(ancestor && { ancestor }) };
}
const optionalLink = optional(records_link);
function manifestEntry(value) {
    const json = reading_object(value);
    const size = reading_member(json, 'size', reading_size);
    const md5sum = reading_member(json, 'md5sum', reading_text);
    const target = reading_member(json, 'link', optionalLink);
    return target === undefined ? { size, md5sum } : { size, md5sum, link: target };
}
/** Reads a `..manifest`. `where` names it in errors (code `corrupt-record`), for instance its path. */
function parseManifest(content, where) {
    if (content.length <= LARGE_TEXT_CHARACTERS)
        return reading_record(content, where, reading_keyed(manifestEntry));
    const found = new Map();
    for (const [key, value] of largeManifestEntries(content, where))
        found.set(key, whole(value, `${where}[${JSON.stringify(key)}]`, manifestEntry));
    return found;
}
/** Reads a `..links`: base name to link. Protocol §3.9. */
function parseLinks(content, where) {
    return record(content, where, keyed(records_link));
}
/** Reads a `..summary`. Protocol §3.7. */
function parseSummary(content, where) {
    return reading_record(content, where, (value) => {
        const json = reading_object(value);
        return {
            uploadUserId: reading_member(json, 'upload_user_id', reading_text),
            uploadStart: reading_member(json, 'upload_start', reading_text),
            uploadFinish: reading_member(json, 'upload_finish', reading_text),
            onProbation: reading_member(json, 'on_probation', optional(flag)) ?? false,
        };
    });
}
/** Reads a `..latest`: the name of the version. Protocol §3.6. */
function parseLatest(content, where) {
    return reading_record(content, where, (value) => reading_member(reading_object(value), 'version', reading_text));
}
/** Reads a `..usage`: bytes. Protocol §3.4. */
function parseUsage(content, where) {
    return record(content, where, (value) => member(object(value), 'total', count));
}
function uploader(value) {
    const json = reading_object(value);
    const asset = reading_member(json, 'asset', optional(reading_text));
    const version = reading_member(json, 'version', optional(reading_text));
    const until = reading_member(json, 'until', optional(reading_text));
    const trusted = reading_member(json, 'trusted', optional(flag));
    return {
        id: reading_member(json, 'id', reading_text),
        ...(asset !== undefined && { asset }),
        ...(version !== undefined && { version }),
        ...(until !== undefined && { until }),
        ...(trusted !== undefined && { trusted }),
    };
}
/** Reads a `..permissions`. A missing or null list counts as empty. Protocol §3.2, §3.3. */
function parsePermissions(content, where) {
    return reading_record(content, where, (value) => {
        const json = reading_object(value);
        const globalWrite = reading_member(json, 'global_write', optional(flag));
        return {
            owners: reading_member(json, 'owners', list(reading_text)),
            uploaders: reading_member(json, 'uploaders', list(uploader)),
            ...(globalWrite !== undefined && { globalWrite }),
        };
    });
}
/* Writing: the text of each file, byte for byte as the service writes it. Protocol §3. */
function linkTargetFields({ project, asset, version, path }) {
    return { project, asset, version, path };
}
function linkFields({ ancestor, ...target }) {
    return { ...linkTargetFields(target), ancestor: ancestor && linkTargetFields(ancestor) };
}
/** The text of a `..manifest`; with `indent: false` the compact form, for outputs. */
function encodeManifest(manifest, { indent = true } = {}) {
    const entries = [...manifest].map(([key, { size, md5sum, link: target }]) => [
        key,
        { size, md5sum, link: target && linkFields(target) },
    ]);
    return (0,json/* encodeJson */.P)(new Map(entries), { indent });
}
/** The text of a `..links`. */
function encodeLinks(links) {
    return (0,json/* encodeJson */.P)(new Map([...links].map(([key, target]) => [key, linkFields(target)])), { indent: true });
}
/** The text of a `..summary`. */
function encodeSummary(summary) {
    return (0,json/* encodeJson */.P)({
        upload_user_id: summary.uploadUserId,
        upload_start: summary.uploadStart,
        upload_finish: summary.uploadFinish,
        on_probation: summary.onProbation ? true : undefined,
    }, { indent: true });
}
/** The text of a `..latest`. */
function encodeLatest(version) {
    return (0,json/* encodeJson */.P)({ version }, { indent: true });
}
/** The text of a `..usage` after its first change. */
function encodeUsage(totalBytes) {
    return (0,json/* encodeJson */.P)({ total: totalBytes }, { indent: true });
}
/** Uploader entries with the wire's field order. */
function encodableUploaders(uploaders) {
    return uploaders.map(({ id, asset, version, until, trusted }) => ({ id, asset, version, until, trusted }));
}
/** Reads the changes in a reply to `reroute_links`. */
function parseChanges(value, where) {
    const change = (element) => {
        const json = reading_object(element);
        return {
            path: reading_member(json, 'path', reading_text),
            copy: reading_member(json, 'copy', flag),
            source: reading_member(json, 'source', reading_text),
            usage: reading_member(json, 'usage', reading_count),
        };
    };
    return whole(value, where, list(change));
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
 * Protocol §3.7.
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
 * service and no more (protocol §7): one-digit hours, `,` before fractions and offsets up to `+24:00` pass; hour 24,
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
;