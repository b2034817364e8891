"use strict";
exports.id = 268;
exports.ids = [268];
exports.modules = {

/***/ 8698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ Arrivals)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2377);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);





/** From the end of one walk to the next; after a long one, one and a half times as long as it took. */
const PAUSE_MS = 10_000;
const PAUSE_FACTOR = 1.5;
/** How long to wait for a walk before what it has seen so far is shown. */
const LONGEST_WAIT_MS = 2_000;
/** Entries that are read at a time. */
const BUFFERED_ENTRIES = 1024;
/**
 * Counts the files that a service has put into the directory of a version, by walking through it again and again. What a
 * walk has seen is shown before it ends, so that large versions are counted, too. The number only grows.
 */
class Arrivals {
    #directory;
    #pauseMs;
    #most;
    #walk;
    #nextAt = Number.NEGATIVE_INFINITY;
    #isStopped = false;
    /** `pauseMs` is the shortest time from the end of one walk to the next. */
    constructor(directory, { pauseMs = PAUSE_MS } = {}) {
        this.#directory = directory;
        this.#pauseMs = pauseMs;
    }
    /** The most that was seen up to now. */
    get soFar() {
        return this.#most;
    }
    /** What has arrived; undefined while there is nothing to be seen. Does not wait for a filesystem that hangs. */
    async latest() {
        if (this.#walk === undefined && performance.now() >= this.#nextAt && !this.#isStopped)
            this.#walk = this.#count();
        await Promise.race([this.#walk, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(LONGEST_WAIT_MS, undefined, { ref: false })]);
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
            for await (const entries of batches(next)) {
                isThere = true;
                for (const entry of entries) {
                    if (entry.isDirectory())
                        open.push(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(next, entry.name));
                    else if (!(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isInternalName */ .Bn)(entry.name))
                        files++;
                }
                note(false);
                if (this.#isStopped)
                    break;
            }
        }
        if (isThere && !this.#isStopped)
            note(true);
        const tookMs = performance.now() - begun;
        this.#nextAt = performance.now() + Math.max(this.#pauseMs, tookMs * PAUSE_FACTOR);
        this.#walk = undefined;
    }
}
/** The entries of a directory, some at a time; at least once, unless it cannot be read. */
async function* batches(directory) {
    try {
        const opened = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.opendir(directory, { bufferSize: BUFFERED_ENTRIES });
        let batch = [];
        for await (const entry of opened) {
            batch.push(entry);
            if (batch.length < BUFFERED_ENTRIES)
                continue;
            yield batch;
            batch = [];
        }
        yield batch;
    }
    catch (error) {
        // It may not be there yet, or not any more; or this machine sees an old state of it.
        if ((0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
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

/***/ 5709:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ maintainersOf),
/* harmony export */   v: () => (/* binding */ asMaintainer)
/* harmony export */ });
/* harmony import */ var _client_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8305);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);


const MOST_OWNERS_NAMED = 10;
/** Who may decide about a project, for people: its owners by name. Never throws: it only goes with something else. */
async function maintainersOf(connection, project, signal) {
    try {
        const { owners } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchPermissions */ .LN)(connection, { project }, { forceRemote: true, signal });
        if (owners.length === 0)
            return 'the administrators of the service (the project has no owners)';
        const named = owners.slice(0, MOST_OWNERS_NAMED).join(', ');
        const rest = owners.length - MOST_OWNERS_NAMED;
        return `the owners of ${project} (${named}${rest > 0 ? ` and ${rest} more` : ''}) and the administrators of the service`;
    }
    catch {
        return `the owners of ${project} and the administrators of the service`;
    }
}
/** Runs a request that only maintainers of the project may make; a refusal names them. */
async function asMaintainer(connection, project, { signal, what }, request) {
    try {
        return await request();
    }
    catch (error) {
        if (!(error instanceof _client_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .NotAuthorized */ .f2))
            throw error;
        const spoofed = error.isAboutSpoofing;
        const hint = spoofed
            ? 'The service has a list of who may act for whom; ask its administrator, or leave spoof out.'
            : `Only ${await maintainersOf(connection, project, signal)} may ${what}.`;
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('not-authorized', error.message, {
            hint,
            ...(spoofed && { input: 'spoof' }),
            ...(error.httpStatus !== undefined && { httpStatus: error.httpStatus }),
            cause: error,
        });
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

/***/ 5067:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ UploadProgress)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8807);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1406);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3368);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4475);




const DOING = {
    scan: 'Scanning the directory',
    check: 'Checking names, rights and links',
    hash: 'Computing checksums',
    stage: 'Staging',
    publish: 'The service is publishing',
    confirm: 'Reading back what was published',
    clean: 'Cleaning up',
};
/** What is said of a finished stage, around the amount of work it was. */
const DONE = {
    scan: ['Scanned', ''],
    hash: ['Computed the checksums of', ''],
    stage: ['Staged', ''],
    publish: ['Published by the service', ''],
    confirm: ['Confirmed that the registry holds what was sent', ''],
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
    #saidAt = 0;
    #latest;
    #arrivals;
    #ticker = setInterval(() => void this.#tick(), _pace_js__WEBPACK_IMPORTED_MODULE_0__/* .TICK_MS */ .b);
    #verifies;
    /** `arrivals` counts what the service has published so far, where that can be seen. */
    constructor({ arrivals, verifies = true } = {}) {
        this.#arrivals = arrivals;
        this.#verifies = verifies;
    }
    handle(event) {
        if (event.kind === 'notice')
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(event.sentence);
        else if (event.kind === 'filesystems')
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(filesystemsText(event));
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
        (0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress?.(undefined);
        if (signal.aborted && this.#stage !== undefined) {
            const spent = (0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(performance.now() - this.#since);
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`Stopped after ${spent} of this: ${DOING[this.#stage]}${this.#amount()}`);
        }
        this.#stage = undefined;
    }
    #advance(event) {
        this.#latest = event;
        const show = (0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress;
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
        this.#saidAt = this.#since;
        this.#latest = undefined;
    }
    #finish(stage, spentMs) {
        (0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress?.(undefined);
        const said = this.#doneText(stage) ?? (spentMs > SHORT_MS ? [`${DOING[stage]}: done`, ''] : undefined);
        if (said !== undefined)
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`${said[0]}${this.#amount()}${said[1]} in ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(spentMs)}`);
        this.#stage = undefined;
    }
    #doneText(stage) {
        return stage === 'confirm' && !this.#verifies ? ['Read back what was published', ''] : DONE[stage];
    }
    #amount() {
        if (this.#latest === undefined)
            return '';
        const { files, bytes } = this.#latest;
        const noun = this.#stage === 'scan' ? (0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'entry', 'entries') : (0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'file');
        return bytes === undefined ? ` ${noun}` : ` ${noun} (${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)})`;
    }
    async #tick() {
        const stage = this.#stage;
        if ((0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress !== undefined && this.#latest?.totalFiles !== undefined)
            return;
        const now = performance.now();
        if (!(0,_pace_js__WEBPACK_IMPORTED_MODULE_0__/* .isLineDue */ .r)({ workedMs: now - this.#since, silentMs: now - this.#saidAt }))
            return;
        this.#saidAt = now;
        const arrived = stage === 'publish' ? await this.#arrivals?.latest() : undefined;
        if (stage === undefined || stage !== this.#stage)
            return;
        const spentMs = performance.now() - this.#since;
        const parts = [`${DOING[stage]} for ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(spentMs)}`];
        if (stage === 'publish') {
            parts.push(`since ${new Date(Date.now() - spentMs).toISOString().slice(11, 19)} UTC`);
        }
        if (arrived !== undefined)
            parts.push(arrivedText(arrived));
        if (this.#latest !== undefined)
            parts.push(...standing(this.#latest, spentMs));
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`${parts.join(', ')} …`);
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
function arrivedText({ files, isAll }) {
    return `${isAll ? '' : 'more than '}${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'file')} arrived`;
}
function standing(event, spentMs) {
    const { files, totalFiles, bytes, totalBytes } = event;
    if (totalFiles === undefined || bytes === undefined || totalBytes === undefined) {
        return [`${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'entry', 'entries')} so far`];
    }
    const done = totalBytes > 0 ? bytes / totalBytes : files / totalFiles;
    const parts = [
        `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(files)} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(totalFiles, 'file')}`,
        `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(totalBytes)}`,
        `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)((bytes / spentMs) * 1000)}/s`,
    ];
    if (done > 0.01)
        parts.push(`about ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)((spentMs / done) * (1 - done))} left`);
    return parts;
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

/***/ 9388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ formatSums),
/* harmony export */   P: () => (/* binding */ readSums)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2377);


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
        throw unusable(`${file} should be a file of sha256 sums in UTF-8, but cannot be read: ${(0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, error);
    }
    const sums = new Map();
    for (const [index, line] of text.split('\n').entries()) {
        if (line === '' || line === '\r')
            continue;
        const where = `line ${index + 1} of ${file}`;
        const [, mark, sum, written] = LINE.exec(line.replace(/\r$/, '')) ?? [];
        const name = written === undefined ? undefined : nameOf(written, mark === '\\');
        if (sum === undefined || name === undefined) {
            throw unusable(`${where} should be 64 hexadecimal digits, two spaces and a name, but is ${JSON.stringify(line.slice(0, 200))}`);
        }
        const known = sums.get(name);
        if (known !== undefined && known !== sum.toLowerCase())
            throw unusable(`${where} has a second sum for ${JSON.stringify(name)}`);
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
function unusable(sentence, cause) {
    return new _protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('invalid-input', `checksums-file: ${sentence}`, {
        input: 'checksums-file',
        hint: 'Make it in the directory that was published: find . ! -type d -exec sha256sum {} +',
        cause,
    });
}


/***/ }),

/***/ 4506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ sweepAbandoned),
/* harmony export */   Z: () => (/* binding */ sweepLeftovers)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3368);


/** Leftovers of killed runs of this user are swept once they are older. */
const STALE_MS = 24 * 60 * 60_000;
/** Removes what older runs of this user have left in staging, and all that `runs`, which are over, have. */
async function sweepLeftovers(staging, runs = []) {
    const { removed, failures } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .sweepStaging */ .ii)(staging, { runs, olderThanMs: STALE_MS });
    for (const name of removed)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`Removed ${name}, left in staging by a run that was killed`);
    if (failures.length > 0)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({ title: 'Leftovers in staging', sentences: failures });
}
/** Removes areas of this user that were abandoned. */
async function sweepAbandoned(connection) {
    const { removed, failures } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .sweepAreas */ .Tm)(connection);
    for (const sentence of removed)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(sentence);
    if (failures.length > 0)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({ title: 'Leftovers in staging', sentences: failures });
}


/***/ }),

/***/ 8952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stepToPaste)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(851);

const OURS = 'gobbler-action/gobbler-action';
const PLAIN = /^[A-Za-z][\w./@-]*$|^https?:[\w./:-]+$/;
/** What YAML would not take for text. */
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;
/** A workflow step as Markdown, for copying: the action of that name, from where this one runs. */
function stepToPaste(action, inputs) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
    const from = repository ? `${repository}/${action}@${ref || 'main'}` : `${OURS}/${action}@main`;
    const values = Object.entries(inputs).map(([name, value]) => `    ${name}: ${yamlText(value)}`);
    return ['```yaml', `- uses: ${yamlText(from)}`, '  with:', ...values, '```'].join('\n');
}
/** A text as a YAML scalar in one line of printable characters. Escapes of JSON mean the same in YAML. */
function yamlText(value) {
    if (PLAIN.test(value) && !WORDS.test(value))
        return value;
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .harmlessText */ .fT)(JSON.stringify(value).replaceAll('##[', '#\\u0023['));
}


/***/ }),

/***/ 9091:
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
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1935);
/* harmony import */ var _client_make_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9835);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2377);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(354);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1406);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3368);
/* harmony import */ var _sha256sum_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9388);










/** Written to find out whether a file can be written. */
const ROOM_BYTES = 64 * 1024;
/** Writes how a version differs from the one before as JSON, for later steps; returns the file, or nothing without them. */
async function writeDifference({ version, difference, }) {
    const { handover } = (0,_host_js__WEBPACK_IMPORTED_MODULE_8__/* .host */ .H)().places;
    if (handover === undefined)
        return '';
    const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(handover, 'gobbler-')), 'difference.json');
    await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.writeFile(file, `${JSON.stringify({ previous: version, ...difference }, null, 2)}\n`);
    return file;
}
/**
/**
 * Refuses a file of checksums that could not be written when it is time, by writing to it, or to a file in the nearest
 * directory above that exists, and taking that back; or that lies in a directory of the service. Codes
 * `destination-unavailable`, `invalid-input`.
 */
async function requireWritableChecksums(connection, file) {
    (0,_destination_js__WEBPACK_IMPORTED_MODULE_6__/* .requireOwnPlace */ .dp)(connection, file, 'checksums-file');
    try {
        const existing = await nearestExisting(file);
        const isThere = existing === file;
        const stats = await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.stat(existing);
        if (isThere && stats.isDirectory())
            throw new Error(`${file} is a directory`);
        if (!isThere && !stats.isDirectory())
            throw new Error(`${existing} is no directory`);
        await requireRoom(isThere ? file : node_path__WEBPACK_IMPORTED_MODULE_2___default().join(existing, `.gobbler-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(12).toString('hex')}`), isThere);
    }
    catch (error) {
        throw unwritableChecksums('cannot be written', 'Nothing was uploaded.', error);
    }
}
/** Appends to a file, and cuts it again; a new one is removed. */
async function requireRoom(file, isThere) {
    const handle = await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.open(file, isThere ? 'a' : 'ax');
    try {
        const before = await handle.stat();
        try {
            await handle.writeFile(Buffer.alloc(ROOM_BYTES));
        }
        finally {
            if (before.isFile())
                await handle.truncate(before.size);
        }
    }
    finally {
        await handle.close();
        if (!isThere)
            await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.rm(file);
    }
}
async function nearestExisting(file) {
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.lstat(file);
    }
    catch (error) {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file);
        if (!['ENOENT', 'ENOTDIR'].includes((0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .UQ)(error) ?? '') || parent === file)
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
        await (0,_client_make_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .makeDirectory */ .O)(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(file));
        await node_fs__WEBPACK_IMPORTED_MODULE_1__.promises.writeFile(file, (0,_sha256sum_js__WEBPACK_IMPORTED_MODULE_7__/* .formatSums */ .K)(sums));
    }
    catch (error) {
        throw unwritableChecksums('could not be written', 'The version itself is published.', error);
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
        throw unwritableChecksums('could not be removed', 'It holds the sums of an earlier run.', error);
    }
    (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .annotateWarning */ .tf)({
        title: 'No checksums',
        sentences: [`${file} is not written: ${why}`],
        input: 'checksums-file',
    });
}
function unwritableChecksums(what, state, cause) {
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE('destination-unavailable', `checksums-file ${what}: ${(0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(cause)}`, {
        input: 'checksums-file',
        hint: `Check the path and the rights of this user. ${state}`,
        cause,
    });
}


/***/ }),

/***/ 1081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SK: () => (/* binding */ SAID),
  FJ: () => (/* binding */ reportKept),
  _S: () => (/* binding */ reportPlan),
  fV: () => (/* binding */ reportVersion)
});

// EXTERNAL MODULE: ./build/client/index.js + 59 modules
var client = __webpack_require__(1935);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(8807);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/maintainers.js
var verbs_maintainers = __webpack_require__(5709);
// EXTERNAL MODULE: ./build/verbs/manifest-output.js
var manifest_output = __webpack_require__(4471);
// EXTERNAL MODULE: ./build/verbs/paths-list.js
var paths_list = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/verbs/summary.js
var verbs_summary = __webpack_require__(3566);
// EXTERNAL MODULE: ./build/verbs/untold.js
var untold = __webpack_require__(9494);
// EXTERNAL MODULE: ./build/verbs/upload-files.js
var upload_files = __webpack_require__(9091);
// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(851);
// EXTERNAL MODULE: ./build/verbs/step-to-paste.js
var step_to_paste = __webpack_require__(8952);
;// CONCATENATED MODULE: ./build/verbs/upload-summary.js







const MOST_PATHS = 10;
const HEADINGS = {
    created: 'published',
    verified: 'was there already, with the same content',
    skipped: 'was there already, and left as it is',
};
/** One screen about a published version: its state and what to do next, what and where, and where the time went. */
function uploadMarkdown(result, facts) {
    const { ref, summary, previous, status } = result;
    const icon = summary.onProbation ? '🟡' : '✅';
    const state = summary.onProbation ? `${HEADINGS[status]}, on probation` : HEADINGS[status];
    const rows = [
        ['Content', (0,figures/* amountText */.cY)({ files: result.filesCount, bytes: result.sizeBytes })],
        ...(previous === undefined ? [] : [differenceRow(previous)]),
        ['Path', pathCell(result)],
        ['URL', (0,harmless/* harmlessLink */.YM)(result.versionUrl)],
        [
            'Uploaded',
            `by ${(0,harmless/* harmlessCode */.tt)(summary.uploadUserId)}, finished ${(0,harmless/* harmlessMarkup */.km)(summary.uploadFinish)}`,
        ],
        ['Manifest digest', `<code>${facts.digest}</code>`],
        ...(status === 'created' ? movedRows(result) : []),
        ...leftOutRows(result),
        ...keptRows(result),
        ...timeRows(result),
    ];
    return [
        `### ${icon} ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(ref))} ${state}`,
        ...(summary.onProbation ? [probationMarkdown(facts)] : []),
        (0,verbs_summary/* factTable */.Bu)(rows),
        ...(previous === undefined ? [] : differenceDetails(previous.difference)),
        ...(summary.onProbation ? [approvalMarkdown(result, facts)] : []),
    ];
}
/** What an upload would do. */
function planMarkdown(result) {
    const rows = [['To move', placementCell(result)], ...leftOutRows(result)];
    return [`### ⚪ ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(result.ref))} could be published (dry run)`, (0,verbs_summary/* factTable */.Bu)(rows)];
}
function pathCell({ versionPath, visible }) {
    return visible ? (0,harmless/* harmlessCode */.tt)(versionPath) : 'not visible on this machine';
}
function movedRows(result) {
    const { linkedBytes } = result;
    const links = linkedBytes > 0 ? [['Links in the registry', `${(0,figures/* formatBytes */.z3)(linkedBytes)} of it`]] : [];
    return [['Moved', placementCell(result)], ...links];
}
/** How the bytes got, or would get, to the service; what has none of them is left out. */
const placementCell = (result) => placementsOf(result).join('<br>') || 'nothing';
/** How the files got there: how many in which way, a line each. */
function placementsOf({ placements: { unchanged, hardLinked, copied } }) {
    const ways = [
        [copied, 'copied to staging'],
        [hardLinked, 'read by the service in place'],
        [unchanged, 'unchanged, linked to earlier versions'],
    ];
    const used = ways.filter(([{ files }]) => files > 0);
    return used.map(([amount, how]) => `${(0,figures/* amountText */.cY)(amount)} ${how}`);
}
function leftOutRows({ leftOut: { hidden, unselected } }) {
    const parts = [
        ...(hidden > 0 ? [`${(0,figures/* formatCount */.B4)(hidden)} hidden`] : []),
        ...(unselected > 0 ? [`${(0,figures/* formatCount */.B4)(unselected)} not selected`] : []),
    ];
    return parts.length === 0 ? [] : [['Left out', parts.join(', ')]];
}
function keptRows({ kept }) {
    const entries = kept.filter(({ isDirectory }) => !isDirectory).length;
    return entries === 0 ? [] : [['Not removed', `${(0,figures/* formatCount */.B4)(entries)} source files (see the log)`]];
}
function timeRows({ stageMs }) {
    const spent = client/* UPLOAD_STAGES */.QC.filter((stage) => stageMs[stage] > 0);
    if (spent.length === 0)
        return [];
    return [['Time', spent.map((stage) => `${stage} ${(0,figures/* formatDuration */.a3)(stageMs[stage])}`).join(', ')]];
}
function differenceRow({ version, difference }) {
    return [`Against ${(0,harmless/* harmlessCode */.tt)(version)}`, (0,paths_list/* differenceCounts */.Uc)(difference)];
}
/** The first paths that differ, folded; nothing if none does. */
function differenceDetails({ added, changed, removed }) {
    const marked = [
        ...changed.map((path) => `changed ${(0,harmless/* harmlessCode */.tt)((0,paths_list/* shortened */.vI)(path))}`),
        ...added.map((path) => `added ${(0,harmless/* harmlessCode */.tt)((0,paths_list/* shortened */.vI)(path))}`),
        ...removed.map((path) => `removed ${(0,harmless/* harmlessCode */.tt)((0,paths_list/* shortened */.vI)(path))}`),
    ];
    if (marked.length === 0)
        return [];
    const list = (0,verbs_summary/* bulletList */.fF)(marked, MOST_PATHS);
    return [`<details><summary>What has changed</summary>\n\n${list}\n\n</details>`];
}
/** What its state means, and whose turn it is. */
function probationMarkdown({ maintainers }) {
    return `It is not the latest version until it is approved; a rejection removes it. That is up to ${(0,harmless/* harmlessMarkup */.km)(maintainers)}.`;
}
function approvalMarkdown({ ref: { project, asset, version } }, facts) {
    const step = { url: facts.url, project, asset, version, 'manifest-digest': facts.digest };
    return `To approve exactly this content, run this step as one of them:\n\n${(0,step_to_paste/* stepToPaste */.$)('approve', step)}`;
}

;// CONCATENATED MODULE: ./build/verbs/upload-report.js











/** Tells what an upload would do. */
async function reportPlan({ inputs: given, setOutput }, result) {
    const { unchanged, hardLinked, copied } = result.placements;
    (0,log/* line */.n8)(`Nothing was uploaded (dry-run). To publish ${(0,names/* formatRef */.rq)(given)}:`);
    (0,log/* line */.n8)(`  ${(0,figures/* amountText */.cY)(unchanged)} would be linked to earlier versions`);
    (0,log/* line */.n8)(`  ${(0,figures/* amountText */.cY)(hardLinked)} would be read by the service where they are`);
    (0,log/* line */.n8)(`  ${(0,figures/* amountText */.cY)(copied)} would be copied to staging`);
    setOutput('copied-bytes', copied.bytes);
    setOutput('version-path', result.versionPath);
    setOutput('version-url', result.versionUrl);
    await (0,verbs_summary/* writeSummary */.Sy)(...planMarkdown(result));
}
/** Hands a version on to later steps and to people. Code `on-probation` if it is, and the inputs say that this is a failure. */
async function reportVersion(connection, context, result) {
    const { inputs: given, setOutput, signal } = context;
    const { ref, summary, previous } = result;
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
    if (previous !== undefined) {
        const { added, changed, removed } = previous.difference;
        setOutput('previous-version', previous.version);
        setOutput('files-added', added.length);
        setOutput('files-changed', changed.length);
        setOutput('files-removed', removed.length);
        setOutput('diff-path', (await (0,untold/* tellingLater */.Mh)('the difference', () => (0,upload_files/* writeDifference */.zs)(previous))) ?? '');
        (0,log/* line */.n8)(`Against ${JSON.stringify(previous.version)}: ${(0,paths_list/* differenceCounts */.Uc)(previous.difference)}`);
    }
    const checksumsFile = given['checksums-file'];
    if (checksumsFile !== undefined) {
        const { sums } = result;
        const uncompared = `${(0,names/* formatRef */.rq)(ref)} was there already, and was not compared`;
        await (0,untold/* tellingLater */.Mh)('checksums-file', () => sums === undefined ? (0,upload_files/* removeChecksums */.lX)(checksumsFile, uncompared) : (0,upload_files/* writeChecksums */.gD)(checksumsFile, sums));
    }
    if (described['manifest-truncated'] && described['manifest-path'] !== '')
        (0,log/* line */.n8)('The manifest is too long for the output manifest: use manifest-path');
    if (!result.visible)
        (0,log/* line */.n8)(`${result.versionPath} cannot be read on this machine: use version-url`);
    const content = `${(0,figures/* formatNumberOf */.Of)(result.filesCount, 'file')}, ${(0,figures/* formatBytes */.z3)(result.sizeBytes)}`;
    const linked = result.linkedBytes > 0 ? `, of which ${(0,figures/* formatBytes */.z3)(result.linkedBytes)} are links` : '';
    const state = summary.onProbation ? ', on probation' : '';
    (0,log/* line */.n8)(`${(0,names/* formatRef */.rq)(ref)} ${SAID[result.status]}: ${content}${linked}${state}`);
    if (result.status === 'created')
        for (const moved of placementsOf(result))
            (0,log/* line */.n8)(`  ${moved}`);
    (0,log/* line */.n8)(`  at ${result.versionPath}`);
    const maintainers = await (0,verbs_maintainers/* maintainersOf */.d)(connection, ref.project, signal);
    if (summary.onProbation)
        (0,log/* line */.n8)(`  to be approved by ${maintainers}`);
    const review = { url: connection.url, digest: described['manifest-digest'], maintainers };
    await (0,verbs_summary/* writeSummary */.Sy)(...uploadMarkdown(result, review));
    if (result.status === 'created' && summary.onProbation && !given.probation)
        refuseProbation(context, result);
}
/** Says once what `consume` has left of the source: that is no failure, since the version is published. */
function reportKept({ inputs: given, setOutput }, { kept }) {
    const entries = kept.filter(({ isDirectory }) => !isDirectory);
    setOutput('source-kept', entries.length);
    if (kept.length === 0)
        return;
    const number = (0,figures/* formatNumberOf */.Of)(entries.length, 'entry', 'entries');
    const what = entries.length === 0 ? 'directories that were emptied' : `${number} that were published`;
    (0,log/* annotateWarning */.tf)({
        title: 'Source not removed',
        sentences: [
            `consume left ${what} in ${given.directory}`,
            ...kept.slice(0, MOST_KEPT).map(({ message }) => message),
            ...(kept.length > MOST_KEPT ? [`… and ${kept.length - MOST_KEPT} more`] : []),
        ],
        isHeaded: true,
        hint: 'Give this user the right to write to the directories, or remove the entries by hand.',
        input: 'consume',
    });
}
const MOST_KEPT = 5;
/** How a version stands after the upload, as the end of a sentence. */
const SAID = {
    created: 'is published',
    verified: 'is there already, with the same content',
    skipped: 'is there already, and left as it is',
};
function refuseProbation({ inputs: given }, { ref, summary }) {
    const policy = given['if-probational'];
    const sentence = `${(0,names/* formatRef */.rq)(ref)} was published, but on probation, because ${JSON.stringify(summary.uploadUserId)} is not a trusted uploader`;
    const hint = 'It is not the latest version until an owner of the project approves it. Set probation: true if that is intended.';
    if (policy === 'error')
        throw new client/* GobblerError */.CE('on-probation', sentence, { hint, input: 'if-probational' });
    if (policy === 'warn')
        (0,log/* annotateWarning */.tf)({ title: 'On probation', sentences: [sentence], hint, input: 'if-probational' });
}


/***/ })

};
;