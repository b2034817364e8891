"use strict";
exports.id = 69;
exports.ids = [69];
exports.modules = {

/***/ 2689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ optionalCacheFolder),
/* harmony export */   n: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var _client_cache_root_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4378);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1406);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3368);




/**
 * Where this process keeps things between runs: in the tool cache of the runner, or in the user's cache directory. Code
 * `destination-unavailable` if neither can be used; see {@link cacheRoot}.
 */
function cacheFolder() {
    return (0,_client_cache_root_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheRoot */ .P)((0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().places.cache);
}
/** The same for what is only a convenience: undefined if there is no such place, which the log then says. */
async function optionalCacheFolder() {
    try {
        return await cacheFolder();
    }
    catch (error) {
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE))
            throw error;
        (0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`Checksums are not remembered: ${error.message}`);
        return undefined;
    }
}


/***/ }),

/***/ 354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ib: () => (/* binding */ standingAt),
/* harmony export */   LZ: () => (/* binding */ statsOf),
/* harmony export */   dp: () => (/* binding */ requireOwnPlace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _client_checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3203);
/* harmony import */ var _client_concurrency_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7032);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1935);
/* harmony import */ var _client_manifest_directories_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7380);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2377);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6820);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8807);










const MOST_CONFLICTS = 1000;
/** Refuses to write in one of the service's own directories, with code `invalid-input`. */
function requireOwnPlace({ registry, staging }, destination, input = 'destination') {
    for (const [name, directory] of Object.entries({ registry, staging })) {
        if (!(0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .isInside */ .FK)(directory, destination))
            continue;
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE('invalid-input', `${input} should be outside of the ${name}, but ${destination} is in ${directory}`, { input, hint: 'Choose a place in the workspace.' });
    }
}
/**
 * Which keys are not at the destination yet. Everything there that is something else is refused before anything is
 * written, as one error with code `already-exists`: nothing is ever overwritten.
 */
async function standingAt(placing) {
    const { from, to, manifest, keys, concurrency, signal } = placing;
    const conflicts = [];
    const missing = [];
    const linked = [];
    const sameSize = [];
    const root = await statsOf(to, { follow: true });
    if (root !== undefined && !root.isDirectory())
        conflicts.push(`${to} is no directory`);
    if (root === undefined)
        return { missing: keys, linked };
    const directories = (0,_client_manifest_directories_js__WEBPACK_IMPORTED_MODULE_4__/* .directoriesOf */ .P)(keys);
    await (0,_client_concurrency_js__WEBPACK_IMPORTED_MODULE_7__/* .forEachConcurrently */ .D)(directories, concurrency, async (directory) => {
        const found = await statsOf(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(to, directory));
        if (found !== undefined && !found.isDirectory())
            conflicts.push(`${directory} is no directory there`);
    }, signal);
    await (0,_client_concurrency_js__WEBPACK_IMPORTED_MODULE_7__/* .forEachConcurrently */ .D)(keys, concurrency, async (key) => {
        const expected = manifest.get(key);
        const found = await statsOf(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(to, key));
        if (found === undefined)
            missing.push(key);
        else if (expected?.md5sum === '') {
            if (!found.isDirectory())
                conflicts.push(`${key} is no directory there`);
        }
        else if (found.isSymbolicLink()) {
            const target = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readlink(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(to, key));
            if (target === node_path__WEBPACK_IMPORTED_MODULE_1___default().join(from, key))
                linked.push(key);
            else
                conflicts.push(`${key} is a link to ${target} there`);
        }
        else if (!found.isFile())
            conflicts.push(`${key} is no file there`);
        else if (found.size !== expected?.size)
            conflicts.push(`${key} has ${found.size} bytes there`);
        else
            sameSize.push({ path: key, sizeBytes: found.size });
    }, signal);
    const sums = await (0,_client_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .md5OfFiles */ .RW)(sameSize, ({ path: key }) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(to, key), { signal });
    for (const [key, sum] of sums) {
        if (sum !== manifest.get(key)?.md5sum)
            conflicts.push(`${key} has another content there`);
    }
    if (conflicts.length === 0)
        return { missing, linked };
    const others = (0,_figures_js__WEBPACK_IMPORTED_MODULE_8__/* .formatNumberOf */ .Of)(conflicts.length, 'other file', 'other files');
    const message = `${to} holds ${others} where the version's should go`;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE('already-exists', `${message}: ${conflicts[0]}`, {
        input: 'destination',
        findings: [message, ...conflicts.sort().slice(0, MOST_CONFLICTS)],
        hint: 'Nothing was written. Remove them first, or choose another destination.',
    });
}
/** What is at a path; undefined if nothing is. */
async function statsOf(item, { follow = false } = {}) {
    try {
        return await (follow ? node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.stat(item) : node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(item));
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes((0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .UQ)(error) ?? ''))
            return undefined;
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE('destination-unavailable', `${item} could not be looked at: ${(0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error)}`, {
            input: 'destination',
            hint: 'Check the directory, and the rights of this user.',
            cause: error,
        });
    }
}


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetch: () => (/* binding */ fetch)
});

// EXTERNAL MODULE: ./build/client/index.js + 59 modules
var client = __webpack_require__(1935);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/client/cache.js
var client_cache = __webpack_require__(5633);
// EXTERNAL MODULE: ./build/client/cached-version.js + 2 modules
var cached_version = __webpack_require__(6849);
// EXTERNAL MODULE: ./build/client/filesystem-work.js
var filesystem_work = __webpack_require__(396);
// EXTERNAL MODULE: ./build/client/upload/confirm.js
var upload_confirm = __webpack_require__(5369);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/verbs/cache-folder.js
var cache_folder = __webpack_require__(2689);
// EXTERNAL MODULE: ./build/verbs/destination.js
var verbs_destination = __webpack_require__(354);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(8807);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/client/verified-files.js
var verified_files = __webpack_require__(7257);
// EXTERNAL MODULE: ./build/verbs/verify-files.js
var verify_files = __webpack_require__(9315);
;// CONCATENATED MODULE: ./build/verbs/file-source.js



/** A version in the registry on this machine. */
function registryFiles(root, verify) {
    const check = verify === 'checksum' ? 'checksum' : 'size';
    return {
        root,
        mayHave: () => true,
        openFlags: external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK,
        checkOf: (_, stats) => (stats.isFile() ? check : undefined),
        hint: verify_files/* DAMAGED */.Ax,
    };
}
/** A version of which the cache may have a part; the rest is downloaded by `replace`. */
function cachedFiles({ root, manifest, cached }, replace) {
    return {
        root,
        mayHave: (key) => cached.mayHave(key),
        openFlags: external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOFOLLOW,
        checkOf: (key, stats) => {
            if (!(0,verified_files/* isOwnFile */.Z)(stats) || stats.size !== manifest.get(key)?.size)
                return undefined;
            return cached.isTrusted(key, stats) ? 'size' : 'checksum';
        },
        replace,
        hint: verify_files/* DAMAGED */.Ax,
    };
}

// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/manifest-output.js
var manifest_output = __webpack_require__(4471);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/threads/large-files.js
var large_files = __webpack_require__(4960);
// EXTERNAL MODULE: ./build/client/checksums.js
var checksums = __webpack_require__(3203);
// EXTERNAL MODULE: ./build/client/download.js + 2 modules
var download = __webpack_require__(999);
// EXTERNAL MODULE: ./build/client/reflink.js
var reflink = __webpack_require__(750);
;// CONCATENATED MODULE: ./build/client/checked-copies.js







/**
 * Copies files of a version one by one, each checked by what was read of the open source, and only then put in place.
 * Functions return what is wrong with the source, as the end of a sentence about the file, or undefined. Code
 * `destination-unavailable` for what cannot be written.
 */
class CheckedCopies {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** A file of at most `SMALL_FILE_BYTES`. */
    copySmallNow(key) {
        const { source, placeOf } = this.#options;
        let content;
        try {
            const descriptor = (0,external_node_fs_.openSync)(external_node_path_default().join(source.root, key), source.openFlags);
            try {
                const check = this.#checkOf(key, (0,external_node_fs_.fstatSync)(descriptor));
                if (typeof check === 'string')
                    return check;
                content = (0,checksums/* readSmall */.o5)(descriptor);
                const md5sum = check.wantsChecksum ? (0,checksums/* md5Of */.iF)(content) : '';
                const problem = this.#problemOf(key, { size: content.length, md5sum });
                if (problem !== undefined)
                    return problem;
            }
            finally {
                (0,external_node_fs_.closeSync)(descriptor);
            }
        }
        catch (error) {
            return unreadable(error);
        }
        const { partial, target } = placeOf(key);
        (0,download/* writingAtOnce */.PM)(target, () => {
            try {
                (0,external_node_fs_.writeFileSync)(partial, content, { flag: 'wx' });
                (0,external_node_fs_.renameSync)(partial, target);
            }
            catch (error) {
                (0,external_node_fs_.rmSync)(partial, { force: true });
                throw error;
            }
        });
        return undefined;
    }
    /** A file of any size. */
    async copy(key) {
        const { source } = this.#options;
        let from;
        try {
            from = await external_node_fs_.promises.open(external_node_path_default().join(source.root, key), source.openFlags);
        }
        catch (error) {
            return unreadable(error);
        }
        try {
            return await this.#copyOpen(key, from);
        }
        finally {
            await from.close();
        }
    }
    async #copyOpen(key, from) {
        const stats = await from.stat();
        const check = this.#checkOf(key, stats);
        if (typeof check === 'string')
            return check;
        const { partial, target } = this.#options.placeOf(key);
        return (0,download/* writing */.dV)(target, async () => {
            let isPlaced = false;
            try {
                const copied = (await this.#clone(key, stats, { partial, ...check })) ??
                    (await this.#copyBytes(from, stats.size, { partial, ...check }));
                const problem = typeof copied === 'string' ? copied : this.#problemOf(key, copied);
                if (problem !== undefined)
                    return problem;
                await external_node_fs_.promises.rename(partial, target);
                isPlaced = true;
                return undefined;
            }
            finally {
                if (!isPlaced)
                    await external_node_fs_.promises.rm(partial, { force: true });
            }
        });
    }
    async #copyBytes(from, sizeBytes, { partial, wantsChecksum }) {
        const { signal } = this.#options;
        const to = await external_node_fs_.promises.open(partial, 'wx');
        try {
            return await (0,large_files/* copyFile */.m3)({ descriptor: from.fd, sizeBytes }, to.fd, { wantsChecksum, signal });
        }
        finally {
            await to.close();
        }
    }
    /** Undefined if the filesystem cannot share blocks. What is checked is the clone: its source is found by its path. */
    async #clone(key, stats, { partial, wantsChecksum }) {
        const { source, clones, signal } = this.#options;
        if (!clones || stats.size <= checksums/* SMALL_FILE_BYTES */.XG)
            return undefined;
        const made = await external_node_fs_.promises.open(partial, 'wx');
        try {
            const { dev, mode } = await made.stat();
            const from = external_node_path_default().join(source.root, key);
            const isCloned = await (0,reflink/* reflink */.Y)(from, partial, { between: [stats.dev, dev], exclusive: false });
            if (!isCloned) {
                await external_node_fs_.promises.rm(partial, { force: true });
                return undefined;
            }
            // The copy has the mode of its source, which may be read-only.
            await made.chmod(mode);
            const now = await external_node_fs_.promises.stat(from);
            if (now.ino !== stats.ino || now.ctimeMs !== stats.ctimeMs)
                return 'changed while it was copied';
            const { size } = await made.stat();
            if (!wantsChecksum)
                return { size, md5sum: '' };
            return await (0,large_files/* hashFile */.DC)({ descriptor: made.fd, sizeBytes: size }, { signal });
        }
        finally {
            await made.close();
        }
    }
    #expected(key) {
        return this.#options.manifest.get(key);
    }
    /** How to copy an open file, or what is wrong with it. */
    #checkOf(key, stats) {
        const check = this.#options.source.checkOf(key, stats);
        if (check === undefined)
            return 'is no file that can be used';
        const { size } = this.#expected(key);
        if (stats.size !== size)
            return `should have ${size} bytes, but has ${stats.size}`;
        return { wantsChecksum: check === 'checksum' };
    }
    #problemOf(key, copied) {
        const { size, md5sum } = this.#expected(key);
        if (copied.size !== size)
            return `should have ${size} bytes, but has ${copied.size}`;
        if (copied.md5sum === '' || copied.md5sum === md5sum)
            return undefined;
        return `should have the MD5 ${md5sum}, but has ${copied.md5sum}`;
    }
}
/** Only what the filesystem says of the source: failures to write are thrown elsewhere. */
function unreadable(error) {
    if ((0,errors/* errnoOf */.UQ)(error) === undefined)
        throw error;
    return `could not be read: ${(0,errors/* messageOf */.bD)(error)}`;
}

// EXTERNAL MODULE: ./build/client/concurrency.js
var client_concurrency = __webpack_require__(7032);
// EXTERNAL MODULE: ./build/client/make-directory.js
var make_directory = __webpack_require__(9835);
// EXTERNAL MODULE: ./build/client/manifest-directories.js
var manifest_directories = __webpack_require__(7380);
;// CONCATENATED MODULE: ./build/verbs/place-files.js











const LARGE_FILES_IN_FLIGHT = 8;
/** Opening and closing two files, looking, reading, writing, renaming. */
const CALLS_A_COPY = 9;
const CALLS_A_LINK = 2;
/** What incomplete files are called. */
const PARTIAL = '.gobbler-fetch-';
/** One that nobody has written to for so long was left by a run that was killed. */
const LEFTOVER_MS = 3_600_000;
/**
 * Brings files to a destination: as links, as copies, or (`auto`) as copies that share their blocks where the filesystem
 * can. Each copy is checked before it gets its name, so that nothing wrong is ever there; links are made as they are. No
 * copy shares its inode with its source. Codes `destination-unavailable` for what cannot be written, `content-differs`
 * for files that are missing or wrong in the source and cannot be replaced, and those of `replace`.
 */
async function placeFiles(placing, source, { method, onFile }) {
    const { to, manifest, keys, concurrency, signal } = placing;
    await (0,download/* writing */.dV)(to, () => (0,make_directory/* makeDirectory */.O)(to));
    const directories = (0,manifest_directories/* directoriesWith */.U)(manifest, keys);
    for (const directory of directories) {
        signal.throwIfAborted();
        await (0,download/* writing */.dV)(to, () => (0,make_directory/* makeDirectory */.O)(external_node_path_default().join(to, directory)));
    }
    for (const directory of ['.', ...directories])
        await removeLeftovers(external_node_path_default().join(to, directory));
    // Beside the target: ext4 takes half as long again, or twice, if each file is made in one directory for another.
    const placeOf = (key) => ({
        partial: (0,download/* newPartial */.ah)(external_node_path_default().join(to, external_node_path_default().dirname(key)), PARTIAL),
        target: external_node_path_default().join(to, key),
    });
    const files = keys.filter((key) => !directories.has(key));
    const background = { concurrency, signal };
    if (method === 'symlink') {
        const links = linking(source.root, placeOf, onFile);
        await new filesystem_work/* DiskPace */.F().forEach(files, { ...links, calls: CALLS_A_LINK }, background);
        return;
    }
    const copies = new CheckedCopies({ source, manifest, placeOf, clones: method === 'auto', signal });
    const wrong = new Map();
    const note = (key, problem) => {
        if (problem === undefined)
            onFile();
        else
            wrong.set(key, problem);
    };
    const now = (key) => note(key, copies.copySmallNow(key));
    const later = async (key) => note(key, await copies.copy(key));
    const small = [];
    const large = [];
    for (const key of files) {
        const { size = 0 } = manifest.get(key) ?? {};
        if (!source.mayHave(key))
            wrong.set(key, 'is missing');
        else
            (size <= checksums/* SMALL_FILE_BYTES */.XG ? small : large).push(key);
    }
    await new filesystem_work/* DiskPace */.F().forEach(small, { now, later, calls: CALLS_A_COPY }, background);
    await (0,client_concurrency/* forEachConcurrently */.D)(large, Math.min(concurrency, LARGE_FILES_IN_FLIGHT), later, signal);
    if (wrong.size === 0)
        return;
    const { replace } = source;
    if (replace === undefined) {
        const problems = [...wrong].map(([key, problem]) => `${key} ${problem}`);
        throw (0,verify_files/* differing */.R1)(source.root, problems, source.hint);
    }
    const bring = async (key) => {
        await replace(key, placeOf(key));
        onFile();
    };
    await (0,client_concurrency/* forEachConcurrently */.D)(wrong.keys(), concurrency, bring, signal);
}
function linking(from, placeOf, onFile) {
    const now = (key) => {
        const { partial, target } = placeOf(key);
        (0,download/* writingAtOnce */.PM)(target, () => {
            (0,external_node_fs_.symlinkSync)(external_node_path_default().join(from, key), partial);
            try {
                (0,external_node_fs_.renameSync)(partial, target);
            }
            catch (error) {
                (0,external_node_fs_.rmSync)(partial, { force: true });
                throw error;
            }
        });
        onFile();
    };
    const later = async (key) => {
        const { partial, target } = placeOf(key);
        await (0,download/* writing */.dV)(target, async () => {
            await external_node_fs_.promises.symlink(external_node_path_default().join(from, key), partial);
            try {
                await external_node_fs_.promises.rename(partial, target);
            }
            catch (error) {
                await external_node_fs_.promises.rm(partial, { force: true });
                throw error;
            }
        });
        onFile();
    };
    return { now, later };
}
async function removeLeftovers(directory) {
    for (const name of await (0,download/* writing */.dV)(directory, () => external_node_fs_.promises.readdir(directory))) {
        if (!name.startsWith(PARTIAL))
            continue;
        const item = external_node_path_default().join(directory, name);
        const found = await (0,verbs_destination/* statsOf */.LZ)(item);
        if (found === undefined || Date.now() - found.mtimeMs < LEFTOVER_MS)
            continue;
        await (0,download/* writing */.dV)(item, () => external_node_fs_.promises.rm(item, { force: true }));
    }
}

// EXTERNAL MODULE: ./build/verbs/version-to-fetch.js
var version_to_fetch = __webpack_require__(3251);
;// CONCATENATED MODULE: ./build/verbs/bring-version.js
















/** Reduced by the umask, as for any new file. */
const DESTINATION_MODE = 0o666;
/**
 * Gets the selected files to where later steps find them, checked. Codes as `requireSelected`, `placeFiles`, `verifyFiles`
 * and `fetchContent`.
 */
async function bringVersion(connection, ref, bringing) {
    return (await isHere(connection, ref, bringing.remote, bringing.signal))
        ? bringFromRegistry(connection, ref, bringing)
        : bringOverHttp(connection, ref, bringing);
}
/** Whether the version can be read from the registry on this machine. */
async function isHere(connection, ref, remote, signal) {
    if (remote === 'always')
        return false;
    const directory = external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref));
    if (await (0,upload_confirm/* becomesVisible */.H5)(connection, ref, signal))
        return true;
    if (remote === 'auto') {
        (0,log/* line */.n8)(`${directory} cannot be read on this machine: fetching over HTTP`);
        return false;
    }
    throw new client/* GobblerError */.CE('registry-unavailable', `${directory} should be readable here, but is not`, {
        input: 'remote',
        hint: 'Mount the registry on this machine, set registry to where it is, or allow HTTP with remote: auto.',
    });
}
async function bringFromRegistry(connection, ref, bringing) {
    const { destination, method, verify, concurrency, signal, ticker } = bringing;
    const manifest = await (0,client/* fetchManifest */.Cj)(connection, ref, { forceRemote: true, signal });
    const { 'manifest-path': manifestPath } = await (0,manifest_output/* manifestOutputs */.A)(connection, ref, manifest);
    const keys = (0,version_to_fetch/* requireSelected */.b5)(ref, manifest, bringing.selection);
    const root = external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref));
    const check = async (some, how) => {
        const onFile = () => ticker.advance();
        if (how === 'checksum')
            ticker.begin('Verifying', some.length);
        await (0,verify_files/* verifyFiles */.xJ)({ root, manifest, keys: some, concurrency, signal, onFile, hint: verify_files/* DAMAGED */.Ax }, how);
    };
    if (destination === undefined) {
        await check(keys, verify);
        return { path: root, manifest, keys, manifestPath };
    }
    // Nothing is written of a version that is not whole.
    await check(keys, 'size');
    const standing = await (0,verbs_destination/* standingAt */.Ib)({ from: root, to: destination, manifest, keys, concurrency, signal });
    reportPresent(keys, standing);
    const unchecked = method === 'symlink' ? [...standing.missing, ...standing.linked] : standing.linked;
    await check(unchecked, verify);
    await place(standing, registryFiles(root, verify), { ...bringing, manifest, destination });
    return { path: destination, manifest, keys, manifestPath };
}
/** Through the cache, in the tool cache of the runner, which outlives the job, or in that of the user. */
async function bringOverHttp(connection, ref, bringing) {
    const { destination, method, verify, concurrency, signal, ticker } = bringing;
    const cache = await (0,client_cache/* cacheFor */.c9)(connection.url, await (0,cache_folder/* cacheFolder */.n)());
    const options = { concurrency, signal, rehash: verify === 'checksum' };
    const version = await (0,cached_version/* openVersion */.pp)(connection, cache, ref, options);
    const { manifest, content } = version;
    const keys = (0,version_to_fetch/* requireSelected */.b5)(ref, manifest, bringing.selection);
    const manifestPath = external_node_path_default().join(content, layout/* MANIFEST */.e0);
    const intoCache = (some) => {
        const onProgress = ({ files }) => ticker.advance(files);
        ticker.begin('Fetching', some.length);
        return (0,cached_version/* fetchContent */.Ix)(connection, cache, version, some, { ...options, onProgress });
    };
    if (destination === undefined) {
        await intoCache(keys);
        return { path: content, manifest, keys, manifestPath };
    }
    const standing = await (0,verbs_destination/* standingAt */.Ib)({ from: content, to: destination, manifest, keys, concurrency, signal });
    reportPresent(keys, standing);
    const kept = bringing.cache || method === 'symlink';
    if (kept || standing.linked.length > 0)
        await intoCache([...standing.linked, ...(kept ? standing.missing : [])]);
    const pace = new filesystem_work/* DiskPace */.F();
    const cached = await (0,cached_version/* openContent */.Q4)(cache, version, standing.missing, { ...options, pace });
    const source = cachedFiles({ root: content, manifest, cached }, async (key, at) => {
        await (0,cached_version/* downloadEntry */.JZ)(connection, version, key, { ...at, mode: DESTINATION_MODE, pace, signal });
    });
    await place(standing, source, { ...bringing, manifest, destination });
    return { path: destination, manifest, keys, manifestPath };
}
function reportPresent(keys, { missing }) {
    const present = keys.length - missing.length;
    if (present > 0)
        (0,log/* line */.n8)(`There already: ${(0,figures/* formatNumberOf */.Of)(present, 'entry', 'entries')}`);
}
async function place({ missing }, source, bringing) {
    const { destination, manifest, method, concurrency, signal, ticker } = bringing;
    ticker.begin(method === 'symlink' ? 'Linking' : 'Copying', missing.length);
    const placing = { to: destination, manifest, keys: missing, concurrency, signal };
    await placeFiles(placing, source, { method, onFile: () => ticker.advance() });
}

// EXTERNAL MODULE: ./build/verbs/file-ticker.js
var file_ticker = __webpack_require__(5409);
// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(851);
// EXTERNAL MODULE: ./build/verbs/inputs.js
var inputs = __webpack_require__(8441);
// EXTERNAL MODULE: ./build/verbs/service-connection.js + 1 modules
var service_connection = __webpack_require__(1974);
// EXTERNAL MODULE: ./build/verbs/service-inputs.js
var service_inputs = __webpack_require__(8827);
// EXTERNAL MODULE: ./build/verbs/summary.js
var verbs_summary = __webpack_require__(3566);
// EXTERNAL MODULE: ./build/verbs/verb.js + 2 modules
var verb = __webpack_require__(8951);
// EXTERNAL MODULE: ./build/verbs/version-facts.js
var version_facts = __webpack_require__(4375);
;// CONCATENATED MODULE: ./build/verbs/fetch.js















const DEFAULT_CONCURRENCY = 16;
const fetch_inputs = {
    project: (0,inputs/* requiredText */.$4)(),
    asset: (0,inputs/* requiredText */.$4)(),
    version: (0,inputs/* text */.Qq)(),
    destination: (0,inputs/* optionalPath */.s2)(),
    files: (0,inputs/* lines */.Mn)('**'),
    method: (0,inputs/* choice */.Yq)(['auto', 'copy', 'symlink'], 'auto'),
    remote: (0,inputs/* choice */.Yq)(['auto', 'never', 'always'], 'auto'),
    cache: (0,inputs/* flag */.Jt)(false),
    verify: (0,inputs/* choice */.Yq)(['checksum', 'size', 'off'], 'size'),
    'allow-probational': (0,inputs/* flag */.Jt)(false),
    'if-not-found': (0,inputs/* choice */.Yq)(['error', 'warn', 'ignore'], 'error'),
    concurrency: (0,inputs/* integerOrAuto */.NJ)({ from: 1, to: 1024 }),
    ...service_inputs/* serviceInputs */.r7,
    'timeout-minutes': (0,inputs/* minutes */.Gx)(0),
    'show-summary': (0,inputs/* flag */.Jt)(true),
};
const outputs = [
    'status',
    'found',
    'path',
    'version',
    'manifest-path',
    'manifest-digest',
    'files-count',
    'size-bytes',
];
/** Makes a version available to later steps: in place, as copies, or as links. */
const fetch = (0,verb/* defineVerb */.P)({
    name: 'fetch',
    inputs: fetch_inputs,
    outputs,
    failed: (given) => `${nameOf(given)} was not fetched`,
    unanswered: { found: false, 'files-count': 0, 'size-bytes': 0 },
    run,
});
const nameOf = ({ project, asset, version }) => version === undefined
    ? `the latest version of ${(0,names/* formatRef */.rq)({ project, asset })}`
    : (0,names/* formatRef */.rq)({ project, asset, version });
async function run(context) {
    const { inputs: given, signal } = context;
    (0,names/* requireNames */.kR)({
        project: given.project,
        asset: given.asset,
        ...(given.version && { version: given.version }),
    });
    const selection = await (0,client/* selectPaths */.LO)(given.files);
    (0,log/* line */.n8)(`Fetching ${nameOf(given)} from ${given.url}`);
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    if (given.destination !== undefined)
        (0,verbs_destination/* requireOwnPlace */.dp)(connection, given.destination);
    const ticker = new file_ticker/* FileTicker */.r();
    try {
        const { project, asset, version, 'allow-probational': allowProbational } = given;
        const wanted = { project, asset, version, allowProbational };
        const { ref, summary } = await (0,version_to_fetch/* versionToFetch */.M6)(connection, wanted, signal);
        const concurrency = given.concurrency ?? DEFAULT_CONCURRENCY;
        const brought = await bringVersion(connection, ref, { ...given, selection, concurrency, signal, ticker });
        context.accomplished('fetched', `${(0,names/* formatRef */.rq)(ref)} is at ${brought.path}`);
        await report({ ref, summary, ...brought }, context, ticker);
    }
    catch (error) {
        if (!(error instanceof version_to_fetch/* NotFound */.Mk) || given['if-not-found'] === 'error')
            throw error;
        await reportNotFound(error, context);
    }
    finally {
        ticker.stop();
    }
}
async function report(found, { inputs: given, setOutput }, ticker) {
    const { ref, summary, manifest, keys } = found;
    const entries = keys.flatMap((key) => manifest.get(key) ?? []).filter(({ md5sum }) => md5sum !== '');
    const bytes = entries.reduce((sum, { size }) => sum + size, 0);
    const digest = (0,client/* manifestDigest */.It)(manifest);
    setOutput('found', true);
    setOutput('path', found.path);
    setOutput('version', ref.version);
    setOutput('manifest-path', found.manifestPath);
    setOutput('manifest-digest', digest);
    setOutput('files-count', entries.length);
    setOutput('size-bytes', bytes);
    const amount = (0,figures/* amountText */.cY)({ files: entries.length, bytes });
    const spent = (0,figures/* formatDuration */.a3)(ticker.stop());
    (0,log/* line */.n8)(`${(0,names/* formatRef */.rq)(ref)} is at ${found.path}: ${amount} in ${spent}, manifest-digest ${digest}`);
    const rows = (0,version_facts/* versionRows */.QI)(summary, { manifest, digest });
    if (keys.length < manifest.size)
        rows.push(['Selected', amount]);
    rows.push(['Path', (0,harmless/* harmlessCode */.tt)(found.path)], ['Time', spent]);
    if (given.version === undefined)
        rows.unshift(['Version', `${(0,harmless/* harmlessCode */.tt)(ref.version)}, the latest`]);
    await (0,verbs_summary/* writeSummary */.Sy)(`### ✅ ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(ref))} fetched`, (0,verbs_summary/* factTable */.Bu)(rows));
    setOutput('status', 'fetched');
}
async function reportNotFound(error, { inputs: given, setOutput }) {
    if (given['if-not-found'] === 'ignore')
        (0,log/* line */.n8)(error.message);
    else {
        const { message, hint, input } = error;
        (0,log/* annotateWarning */.tf)({ title: 'Not found', sentences: [message], hint, input });
    }
    await (0,verbs_summary/* writeSummary */.Sy)(`### ⚪ ${(0,harmless/* harmlessMarkup */.km)(nameOf(given))} was not found`);
    setOutput('status', 'not-found');
}


/***/ }),

/***/ 5409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ FileTicker)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8807);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1406);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3368);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4475);




/** Tells in the log, every few seconds, how far the work on files has come. Call {@link stop} in the end. */
class FileTicker {
    #doing = '';
    #done = 0;
    #total = 0;
    #begun = performance.now();
    #saidAt = this.#begun;
    #timer = setInterval(() => this.#tick(), _pace_js__WEBPACK_IMPORTED_MODULE_0__/* .TICK_MS */ .b);
    /** What is being done, as `Copying`, and to how many files. */
    begin(doing, total) {
        this.#doing = doing;
        this.#total = total;
        this.#done = 0;
    }
    /** One more file, or as many as there are now. */
    advance(done = this.#done + 1) {
        this.#done = done;
        if (this.#total > 0)
            (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().progress?.({ doing: this.#doing, done, total: this.#total, detail: this.#standing() });
    }
    /** Ends the ticking; returns how long it all took. */
    stop() {
        clearInterval(this.#timer);
        (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().progress?.(undefined);
        return performance.now() - this.#begun;
    }
    #tick() {
        if (this.#total === 0 || (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().progress !== undefined)
            return;
        const now = performance.now();
        if (!(0,_pace_js__WEBPACK_IMPORTED_MODULE_0__/* .isLineDue */ .r)({ workedMs: now - this.#begun, silentMs: now - this.#saidAt }))
            return;
        this.#saidAt = now;
        const spent = (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(now - this.#begun);
        (0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`${this.#doing}: ${this.#standing()}, after ${spent} …`);
    }
    #standing() {
        return `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(this.#done)} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumberOf */ .Of)(this.#total, 'file')}`;
    }
}


/***/ }),

/***/ 4471:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ manifestOutputs),
/* harmony export */   v: () => (/* binding */ requireHandover)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1935);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2377);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6820);
/* harmony import */ var _protocol_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7310);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1406);
/* harmony import */ var _untold_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9494);








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
        : (0,_protocol_records_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeManifest */ .Gb)(manifest, { indent: false });
    const truncated = compact === undefined || Buffer.byteLength(compact) > LARGEST_MANIFEST_OUTPUT_BYTES;
    return {
        manifest: truncated ? '' : compact,
        'manifest-path': (await (0,_untold_js__WEBPACK_IMPORTED_MODULE_6__/* .tellingLater */ .Mh)('the manifest', () => manifestFile(connection, ref, manifest))) ?? '',
        'manifest-truncated': truncated,
        'manifest-digest': (0,_client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestDigest */ .It)(manifest),
    };
}
/** What the text of a manifest has at least, to be spared the making of one that is too long. */
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
    const { handover } = (0,_host_js__WEBPACK_IMPORTED_MODULE_7__/* .host */ .H)().places;
    if (registryVisible || handover === undefined)
        return;
    try {
        const folder = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(handover, 'gobbler-manifest-'));
        try {
            await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, 'manifest.json'), Buffer.alloc(HANDOVER_ROOM_BYTES));
        }
        finally {
            await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rm(folder, { recursive: true });
        }
    }
    catch (error) {
        if ((0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE('destination-unavailable', `the manifest cannot be written: ${(0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, {
            hint: 'The registry is not visible here, so later steps need a copy of the manifest: make room in the temporary directory of the runner. Nothing was done.',
            cause: error,
        });
    }
}
async function manifestFile(connection, ref, manifest) {
    const inRegistry = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.registry, (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .refPath */ .NA)(ref), _protocol_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0);
    if (connection.registryVisible && (await isReadable(inRegistry)))
        return inRegistry;
    const { handover } = (0,_host_js__WEBPACK_IMPORTED_MODULE_7__/* .host */ .H)().places;
    if (handover === undefined)
        return '';
    const folder = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(handover, 'gobbler-manifest-'));
    const copy = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, 'manifest.json');
    await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(copy, (0,_protocol_records_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeManifest */ .Gb)(manifest));
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

/***/ 4475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ TICK_MS),
/* harmony export */   r: () => (/* binding */ isLineDue)
/* harmony export */ });
/** The clock of everything that tells how long work goes on. */
const TICK_MS = 5_000;
const LONGEST_SILENCE_MS = 60_000;
/** A tick comes a little early or late. */
const TOLERANCE_MS = TICK_MS / 10;
/**
 * Whether another line is due about work that goes on: every few seconds at first, then less often, and once a minute at
 * least. Hours of work fill a few screens, not a hundred.
 */
function isLineDue({ workedMs, silentMs }) {
    return silentMs + TOLERANCE_MS >= Math.min(Math.max(workedMs / 10, TICK_MS), LONGEST_SILENCE_MS);
}


/***/ }),

/***/ 1974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IH: () => (/* binding */ actingFor),
  m6: () => (/* binding */ connectTo),
  B2: () => (/* binding */ submitting)
});

// EXTERNAL MODULE: ./build/client/identity.js
var identity = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/client/index.js + 59 modules
var client = __webpack_require__(1935);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(8807);
;// CONCATENATED MODULE: ./build/verbs/given-directories.js




const MOST_PROJECTS_LOOKED_FOR = 100;
const MOST_PROJECTS_NAMED = 3;
/**
 * Refuses a registry that the inputs name, if nothing is in it of what the service has: it may be that of another
 * service, or the mount point of one that is not mounted. A few projects are not missed, since network filesystems show
 * old states. Code `registry-unavailable`.
 */
async function requireOwnRegistry(connection, signal) {
    const { registry, url } = connection;
    const projects = await (0,client/* listProjects */.hF)(connection, { forceRemote: true, signal });
    for (const project of projects.slice(0, MOST_PROJECTS_LOOKED_FOR)) {
        if (await isDirectory(external_node_path_default().join(registry, project)))
            return;
    }
    if (projects.length === 0)
        return;
    const named = projects.slice(0, MOST_PROJECTS_NAMED).join(', ');
    const more = projects.length > MOST_PROJECTS_NAMED ? ', …' : '';
    throw new client/* GobblerError */.CE('registry-unavailable', `registry should show what the service at ${url} has, but ${registry} shows nothing of its ` +
        `${(0,figures/* formatNumberOf */.Of)(projects.length, 'project')} (${named}${more})`, {
        input: 'registry',
        hint: 'Give the directory where this machine sees the registry of this service, or leave it out.',
    });
}
/** Refuses a staging directory that the inputs name, but that is none here. Code `staging-unavailable`. */
async function requireStagingHere({ staging }) {
    if (await isDirectory(staging))
        return;
    throw new client/* GobblerError */.CE('staging-unavailable', `staging should be a directory here, but ${staging} is not`, {
        input: 'staging',
        hint: 'Give the directory where this machine sees the staging directory of the service, or leave it out.',
    });
}
async function isDirectory(candidate) {
    try {
        return (await external_node_fs_.promises.stat(candidate)).isDirectory();
    }
    catch {
        return false; // whatever the reason, it cannot be used from here
    }
}

// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
;// CONCATENATED MODULE: ./build/verbs/service-connection.js




/**
 * Asks the service where its directories are, and makes sure that those the inputs name are there. Codes as `connect`,
 * `registry-unavailable` and `staging-unavailable`.
 */
async function connectTo({ url, staging, registry }, signal) {
    const connection = await (0,client/* connect */.Ng)(url, { staging, registry, signal });
    if (staging !== undefined)
        await requireStagingHere(connection);
    if (registry !== undefined)
        await requireOwnRegistry(connection, signal);
    return connection;
}
/** How requests are made: for how long, and what is said meanwhile. */
function submitting(given, signal) {
    return { signal, lockPatienceMs: given['lock-wait-minutes'], onNotice: log/* line */.n8 };
}
/** For whom to act. Acting for oneself needs no leave, and the service may not give it: it is left out. */
function actingFor({ spoof }) {
    return spoof === undefined || spoof === (0,identity/* currentUser */.N)() ? {} : { spoof };
}


/***/ }),

/***/ 9315:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ DAMAGED),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   xJ: () => (/* binding */ verifyFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _client_checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3203);
/* harmony import */ var _client_filesystem_work_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(396);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1935);
/* harmony import */ var _fs_fresh_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(835);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2377);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8807);








/** What to do about a version that is not as its manifest says. */
const DAMAGED = 'The registry may be damaged: have an administrator validate the version.';
/** Holds files against their manifest. Code `content-differs` with everything that is not as it should be. */
async function verifyFiles({ root, manifest, keys, concurrency, signal, onFile, hint, }, check) {
    if (check === 'off')
        return;
    const problems = [];
    const sound = [];
    const files = keys.filter((key) => manifest.get(key)?.md5sum !== '');
    const look = (key, found) => {
        const expected = manifest.get(key)?.size ?? 0;
        if (!(found instanceof node_fs__WEBPACK_IMPORTED_MODULE_0__.Stats))
            problems.push(`${key} could not be looked at: ${(0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(found)}`);
        else if (found.size === expected)
            sound.push({ path: key, sizeBytes: found.size });
        else
            problems.push(`${key} should have ${expected} bytes, but has ${found.size}`);
    };
    const filesystems = new _fs_fresh_js__WEBPACK_IMPORTED_MODULE_5__/* .Filesystems */ .H4();
    const dev = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(root, { throwIfNoEntry: false })?.dev ?? NO_DEVICE;
    await new _client_filesystem_work_js__WEBPACK_IMPORTED_MODULE_3__/* .DiskPace */ .F().forEach(files, {
        now: (key) => look(key, outcomeOf(() => filesystems.statNow(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, key), dev))),
        later: async (key) => {
            const found = await filesystems.stat(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, key), dev).catch((error) => error);
            look(key, found);
        },
    }, { concurrency, signal });
    if (check === 'checksum') {
        const sums = await (0,_client_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .md5OfFiles */ .RW)(sound, ({ path: key }) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, key), { signal, onFile });
        for (const [key, sum] of sums) {
            const expected = manifest.get(key)?.md5sum;
            if (sum !== expected)
                problems.push(`${key} should have the MD5 ${expected}, but has ${sum}`);
        }
    }
    if (problems.length > 0)
        throw differing(root, problems, hint);
}
/** Files that are not as the manifest says, in one error with code `content-differs`. */
function differing(root, problems, hint) {
    const message = `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .formatNumberOf */ .Of)(problems.length, 'file')} in ${root} ${problems.length === 1 ? 'differs' : 'differ'} from the manifest`;
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE('content-differs', `${message}: ${problems[0]}`, {
        input: 'verify',
        findings: [message, ...[...problems].sort()],
        hint,
    });
}
/** Of a directory that is not there: its files are looked for all the same, and are problems then. */
const NO_DEVICE = -1;
/** What some work gives, or what it throws. */
function outcomeOf(work) {
    try {
        return work();
    }
    catch (error) {
        return error;
    }
}


/***/ }),

/***/ 4375:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ versionRows),
/* harmony export */   vP: () => (/* binding */ contentCount),
/* harmony export */   vc: () => (/* binding */ contentSize)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8807);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(851);


/** Files and bytes of a content, empty directories left out. */
function contentCount({ manifest }) {
    const files = [...manifest.values()].filter((entry) => entry.md5sum !== '');
    return { files: files.length, bytes: files.reduce((sum, entry) => sum + entry.size, 0) };
}
/** The same in words: `12 files, 3.4 MiB`. */
function contentSize(content) {
    const { files, bytes } = contentCount(content);
    return `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(files, 'file')}, ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(bytes)}`;
}
/** Who uploaded a version and what it holds, as rows of a summary. */
function versionRows(summary, content) {
    return [
        [
            'Uploaded',
            `by ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessCode */ .tt)(summary.uploadUserId)}, finished ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessMarkup */ .km)(summary.uploadFinish)}`,
        ],
        ['Content', contentSize(content)],
        ['Manifest digest', `<code>${content.digest}</code>`],
    ];
}


/***/ }),

/***/ 9214:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ absence),
/* harmony export */   B: () => (/* binding */ lookAtVersion)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);

/** What is not there, by its name and the names above it. */
function absence({ project, asset, version }, missing) {
    const name = JSON.stringify({ project, asset, version }[missing]);
    const whose = { project: '', asset: ` of ${project}`, version: ` of ${project}/${asset}` }[missing];
    return `${missing} ${name}${whose} does not exist`;
}
/**
 * Looks at a version, always by asking the service, since network filesystems show old states. What answers "not there"
 * is made sure to be the service itself: behind the 404 of a proxy, or of another service at the same address, the
 * version may be as it was. Whatever cannot be told for certain is thrown.
 */
async function lookAtVersion(connection, ref, signal) {
    const fresh = { forceRemote: true, signal };
    const summary = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findSummary */ .ws)(connection, ref, fresh);
    if (summary !== undefined)
        return { kind: 'complete', summary };
    await requireSameService(connection, signal);
    if (!(await exists((0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchPermissions */ .LN)(connection, { project: ref.project }, fresh)))) {
        return { kind: 'absent', missing: 'project' };
    }
    const versions = await exists((0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listVersions */ .yO)(connection, ref, fresh));
    if (versions === undefined)
        return { kind: 'absent', missing: 'asset' };
    return versions.includes(ref.version) ? { kind: 'unfinished' } : { kind: 'absent', missing: 'version' };
}
/** What a read gives, or undefined if the service says that it does not exist. */
async function exists(read) {
    try {
        return await read;
    }
    catch (error) {
        if (error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE && error.code === 'not-found')
            return undefined;
        throw error;
    }
}
async function requireSameService({ url, serviceStaging }, signal) {
    const { staging } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceInfo */ .wJ)(url, { signal });
    if (staging === serviceStaging)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('service-misconfigured', `${url} should be the service with the staging directory ${serviceStaging}, but now has ${staging}`, { input: 'url', hint: 'Another Gobbler answers at this address.' });
}


/***/ }),

/***/ 3251:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M6: () => (/* binding */ versionToFetch),
/* harmony export */   Mk: () => (/* binding */ NotFound),
/* harmony export */   b5: () => (/* binding */ requireSelected),
/* harmony export */   x$: () => (/* binding */ requireComplete)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8807);
/* harmony import */ var _version_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9214);




/** What was asked for does not exist, for which the user may have other plans than a failure. */
class NotFound extends _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE {
    constructor(message, hint, input) {
        super('not-found', message, { hint, input });
    }
}
/** The version that was asked for, or the latest one, if it may be used. Throws {@link NotFound}, and code `on-probation`. */
async function versionToFetch(connection, wanted, signal) {
    const asset = { project: wanted.project, asset: wanted.asset };
    const version = wanted.version ?? (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchLatest */ .wF)(connection, asset, { forceRemote: true, signal }));
    if (version === undefined) {
        const hint = 'Check project and asset. Versions on probation are never the latest: name such a version.';
        throw new NotFound(`${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(asset)} does not exist, or has no approved version`, hint, 'project, asset');
    }
    const ref = { ...asset, version };
    const summary = requireComplete(ref, await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtVersion */ .B)(connection, ref, signal));
    if (summary.onProbation && !wanted.allowProbational) {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('on-probation', `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref)} is on probation: nobody has approved it yet`, {
            input: 'allow-probational',
            hint: 'Wait until an owner of the project approves it, or set allow-probational: true. It may still be rejected, and vanish.',
        });
    }
    return { ref, summary };
}
/** The keys of a version that are selected. Throws {@link NotFound} if none is, unless the version is empty. */
function requireSelected(ref, manifest, selection) {
    const keys = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .selectedKeys */ .AH)(manifest, selection);
    if (keys.length > 0 || manifest.size === 0)
        return keys;
    const hint = `The version has ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(manifest.size, 'entry', 'entries')}; patterns are relative to it.`;
    throw new NotFound(`files selects nothing of ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref)}`, hint, 'files');
}
/** The summary of a version that is there. Throws {@link NotFound} for one that is not, or not yet. */
function requireComplete(ref, state) {
    if (state.kind === 'complete')
        return state.summary;
    if (state.kind === 'unfinished') {
        throw new NotFound(`the upload of ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref)} has not finished`, 'Try it later. If it never finishes, its upload has crashed, and an administrator has to delete it (with force).', 'version');
    }
    throw new NotFound((0,_version_state_js__WEBPACK_IMPORTED_MODULE_2__/* .absence */ .A)(ref, state.missing), 'Check the names; a version on probation may also have been rejected.', state.missing);
}


/***/ })

};
;