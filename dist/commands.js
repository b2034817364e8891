exports.ids = [217,641];
exports.modules = Object.assign({},
(() => {
"use strict";
return {

/***/ 8461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ mayCollide),
/* harmony export */   l: () => (/* binding */ collisionsOf)
/* harmony export */ });
/** Returns whether two parts can have a path in common: only if one lies at or below where the other does. Pure. */
function mayCollide(one, other) {
    const [outer, inner] = [one.path, other.path].sort((a, b) => a.length - b.length);
    return outer === '' || outer === inner || inner.startsWith(`${outer}/`);
}
/**
 * A finding for every path in two parts: a file or link in both, or a file in one and a directory in the other. Parts may
 * share directories. `input` names the input that the caller can change. Pure.
 */
function collisionsOf(parts, input) {
    const claimed = new Map();
    const findings = [];
    for (const { record, entries } of parts) {
        for (const { path, kind } of entries) {
            const earlier = claimed.get(path);
            if (earlier === undefined)
                claimed.set(path, { record, kind });
            else if (earlier.kind !== 'directory' || kind !== 'directory') {
                const both = [earlier, { record, kind }];
                const parts = both.map(({ record: { part, staged }, kind }) => ({ part, kind, staged }));
                findings.push({ kind: 'collision', input, facts: { path, parts } });
            }
        }
    }
    return findings;
}


/***/ }),

/***/ 3398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ writeListing),
/* harmony export */   nG: () => (/* binding */ filesIn),
/* harmony export */   vS: () => (/* binding */ readListing)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3352);



/** The directory with the files of a run, laid out as in the version. */
const filesIn = (run) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(run, 'files');
const listingIn = (run) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(run, 'listing');
/** Lines that are joined before they are written. */
const LINES_AT_A_TIME = 1_000;
/** Writes the entries of a run, a line of JSON for each; parents before children. */
async function writeListing(run, entries) {
    await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(listingIn(run), linesOf(entries), { flag: 'wx', mode: 0o600 });
}
function* linesOf(entries) {
    for (let at = 0; at < entries.length; at += LINES_AT_A_TIME) {
        const lines = entries.slice(at, at + LINES_AT_A_TIME).map((entry) => `${JSON.stringify(entry)}\n`);
        yield lines.join('');
    }
}
/** Reads the entries of a run. Code `corrupt-record` for an incomplete listing. */
async function readListing(run, { entriesCount }) {
    const file = listingIn(run);
    const lines = (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(file, 'utf8')).split('\n').slice(0, -1);
    if (lines.length !== entriesCount)
        throw (0,_records_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(file);
    try {
        return lines.map((line) => JSON.parse(line));
    }
    catch {
        throw (0,_records_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(file);
    }
}


/***/ }),

/***/ 2033:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ findReplaced),
/* harmony export */   Rn: () => (/* binding */ recordIn),
/* harmony export */   UN: () => (/* binding */ runsIn),
/* harmony export */   p2: () => (/* binding */ PartRun),
/* harmony export */   us: () => (/* binding */ completeParts),
/* harmony export */   wC: () => (/* binding */ requirePartName)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5023);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8368);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4205);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connection_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7674);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3621);
/* harmony import */ var _requests_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3004);
/* harmony import */ var _multipart_upload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7878);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3352);
/* harmony import */ var _upload_state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5877);










/** Leaves room for the number of the run within the limit of the filesystem. */
const LONGEST_PART_BYTES = 200;
const RUN = /^(.+)@(\d+)$/s;
/** How often `parts` may be found between two names. */
const MOST_MOMENTS = 3;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** Refuses a name that no part can have, with code `invalid-name`. */
function requirePartName(part) {
    const [bytes, limitBytes] = [Buffer.byteLength(part), LONGEST_PART_BYTES];
    if (bytes > limitBytes)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('part-name-unusable', { part, found: { bytes, limitBytes } });
    // Submit reads `parts` as lines.
    if (/^[\s#]|[\r\n]|\s$/.test(part))
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('part-name-unusable', { part, found: 'no-line' });
    const rule = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .nameProblem */ .rH)(part);
    if (rule !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('part-name-unusable', { part, found: { rule } });
}
/** The record in the directory of a run. */
const recordIn = (run) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(run, 'part.json');
/** The directories of runs in `unfinished` or `parts`. Throws ENOENT if it does not exist. */
async function runsIn(directory, ofPart) {
    return (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(directory)).flatMap((name) => {
        const [, part, generation] = RUN.exec(name) ?? [];
        if (part === undefined || (ofPart !== undefined && part !== ofPart))
            return [];
        return [{ part, generation: Number(generation), path: node_path__WEBPACK_IMPORTED_MODULE_1___default().join(directory, name) }];
    });
}
/** The directory of every complete part, sorted by name: of several runs of a part, the last one counts. */
async function completeParts(parts) {
    const latest = new Map();
    for (const run of await runsIn(parts)) {
        if (run.generation > (latest.get(run.part)?.generation ?? 0))
            latest.set(run.part, run);
    }
    return [...latest.values()].sort((a, b) => (a.part < b.part ? -1 : 1));
}
/**
 * The record of a part that a run is going to replace; undefined if there is none, or if it is damaged, which staging the
 * part again repairs.
 */
async function findReplaced(upload, part) {
    const runs = await completeParts((0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .placesIn */ .yN)(upload.path).parts);
    const earlier = runs.find((run) => run.part === part);
    if (earlier === undefined)
        return undefined;
    try {
        return await (0,_records_js__WEBPACK_IMPORTED_MODULE_5__/* .findRecord */ .Tq)(recordIn(earlier.path), _records_js__WEBPACK_IMPORTED_MODULE_5__/* .PART_RECORD */ .Yv);
    }
    catch (error) {
        if (error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE && error.code === 'corrupt-record')
            return undefined;
        throw error;
    }
}
const lastOf = (runs) => Math.max(0, ...runs.map(({ generation }) => generation));
/**
 * One run of a part. It fills a directory in `unfinished`, and renames it into `parts`. Runs of a part are numbered; the one
 * that began last counts, whenever earlier ones end, and removes their directories. No clock is involved.
 */
class PartRun {
    #upload;
    #part;
    generation;
    /** The directory to fill. */
    directory;
    /** Whether the directory is in `parts`: then it belongs to the upload. */
    #isDone = false;
    constructor(upload, part, generation) {
        this.#upload = upload;
        this.#part = part;
        this.generation = generation;
        this.directory = node_path__WEBPACK_IMPORTED_MODULE_1___default().join((0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .placesIn */ .yN)(upload.path).unfinished, `${part}@${generation}`);
    }
    /** Takes the next number, makes the directory, and stops earlier runs of this part. */
    static async begin(upload, record) {
        const { part } = record;
        const { unfinished, parts } = (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .placesIn */ .yN)(upload.path);
        for (let tried = 0;;) {
            const known = [...(await runsIn(unfinished, part)), ...(await runsIn(parts, part))];
            tried = 1 + Math.max(tried, lastOf(known));
            const run = new PartRun(upload, part, tried);
            const isNew = node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdir(run.directory, { mode: 0o700 }).then(() => true);
            if (!(await isNew.catch((0,_fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .ifErrno */ .E6)(['EEXIST'], () => false))))
                continue;
            try {
                await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(recordIn(run.directory), JSON.stringify(record), { mode: 0o600 });
                // Another run may have had this number, and be complete by now.
                if (lastOf(await runsIn(parts, part)) < tried) {
                    await run.#stopEarlier();
                    return run;
                }
            }
            catch (error) {
                await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .removeTree */ .d)(run.directory); // else submit would take this run for unfinished
                throw error;
            }
            await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .removeTree */ .d)(run.directory);
        }
    }
    /** Removes the directories of earlier runs, which then cannot be completed. */
    async #stopEarlier() {
        for (const run of await runsIn((0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .placesIn */ .yN)(this.#upload.path).unfinished, this.#part)) {
            if (run.generation >= this.generation)
                continue;
            // Renamed first: a run that is half removed must not be completed.
            const gone = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(this.#upload.path), (0,_requests_index_js__WEBPACK_IMPORTED_MODULE_8__/* .newRunName */ .D3)());
            if ((await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .ifThere */ .y)(node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rename(run.path, gone).then(() => true))) === undefined)
                continue;
            // That run may still fill it; then a later sweep removes it.
            await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .removeTree */ .d)(gone).catch(() => undefined);
        }
    }
    /**
     * Makes the directory the content of the part, at one moment, and removes earlier ones. If a submit has begun just then,
     * waits for its outcome: returns only if the part counts. Codes `already-exists` if another run of the part has begun
     * meanwhile, or if the upload was submitted without this one; `lock-timeout` during a submit.
     */
    async commit(record, waiting) {
        const { parts } = (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .placesIn */ .yN)(this.#upload.path);
        try {
            await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(recordIn(this.directory), JSON.stringify(record));
            await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rename(this.directory, node_path__WEBPACK_IMPORTED_MODULE_1___default().join(parts, node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(this.directory)));
        }
        catch (error) {
            // A call that the client has repeated to the file server fails although it was carried out.
            if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .errnoOf */ .U)(error) !== 'ENOENT' || !(await this.#isCommitted()))
                throw await this.explain(error);
        }
        this.#isDone = true;
        await this.#awaitVerdict(waiting);
        // The part counts now; a later sweep removes what cannot be removed.
        await this.#removeReplaced(parts).catch(() => undefined);
    }
    async #removeReplaced(parts) {
        for (const run of await runsIn(parts, this.#part)) {
            if (run.generation < this.generation)
                await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .removeTree */ .d)(run.path);
        }
    }
    /** Returns whether the directory is in `parts`, under its present name. */
    async #isCommitted() {
        const parts = await (0,_upload_state_js__WEBPACK_IMPORTED_MODULE_10__/* .partsOf */ .CI)(this.#upload);
        const runs = parts === undefined ? undefined : await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .ifThere */ .y)(runsIn(parts, this.#part));
        return runs?.some(({ generation }) => generation === this.generation) ?? false;
    }
    /**
     * Waits until the part is sure to count. A rename on NFS goes by the remembered handle of the directory, so this run may
     * have landed there after a submit on another machine had renamed `parts`, and perhaps read it. Then the submit decides: if
     * it succeeds, it records the parts of the version; if it fails, it gives `parts` back, with this run. Codes
     * `already-exists` if the version was published without it, `not-found` if the upload is gone, `lock-timeout` if the submit
     * takes longer than half an hour.
     */
    async #awaitVerdict({ signal, onNotice }) {
        const upload = this.#upload;
        const part = this.#part;
        const facts = { part, uploadId: upload.id };
        const giveUpAt = performance.now() + _requests_index_js__WEBPACK_IMPORTED_MODULE_11__/* .DEFAULT_PATIENCE_MS */ .D;
        for (let looks = 0;; looks++) {
            signal?.throwIfAborted();
            // In this order: if the submit ends between the two, the next look finds the outcome.
            const parts = await (0,_upload_state_js__WEBPACK_IMPORTED_MODULE_10__/* .partsOf */ .CI)(upload);
            const submitted = await (0,_upload_state_js__WEBPACK_IMPORTED_MODULE_10__/* .findSubmitted */ .vw)(upload);
            if (submitted !== undefined) {
                const at = submitted.parts.indexOf(part);
                if ((submitted.generations[at] ?? 0) >= this.generation)
                    return;
                const version = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(upload.ref);
                throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('part-too-late', { ...facts, version, by: submitted.submitted });
            }
            if (parts === (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .placesIn */ .yN)(upload.path).parts) {
                // A later run may have replaced this one by now.
                const runs = (await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .ifThere */ .y)(runsIn(parts, part))) ?? [];
                if (lastOf(runs) >= this.generation)
                    return;
            }
            if (parts === undefined && looks > MOST_MOMENTS)
                await (0,_upload_state_js__WEBPACK_IMPORTED_MODULE_10__/* .requireOpen */ .gb)(upload); // it was removed
            if (performance.now() > giveUpAt)
                throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('part-undecided', facts);
            if (looks === 1)
                onNotice?.(`A submit of ${upload.id} has begun; waiting to see whether it includes part ${JSON.stringify(part)}.`);
            await (0,_connection_index_js__WEBPACK_IMPORTED_MODULE_12__/* .pause */ .v7)(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
        }
    }
    /** The reason why files of this run have gone, if the error results from that; else the error. */
    async explain(error) {
        if (this.#isDone || (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .errnoOf */ .U)(error) !== 'ENOENT')
            return error;
        const { unfinished, parts } = (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .placesIn */ .yN)(this.#upload.path);
        const runs = (await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .ifThere */ .y)(runsIn(unfinished, this.#part))) ?? [];
        try {
            await (0,_upload_state_js__WEBPACK_IMPORTED_MODULE_10__/* .requireOpen */ .gb)(this.#upload);
        }
        catch (reason) {
            return reason;
        }
        if (runs.some(({ generation }) => generation === this.generation))
            return error;
        const others = [...runs, ...((await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .ifThere */ .y)(runsIn(parts, this.#part))) ?? [])];
        const later = others.find(({ generation }) => generation === lastOf(others));
        const by = later === undefined ? undefined : await (0,_records_js__WEBPACK_IMPORTED_MODULE_5__/* .findActor */ .zm)(recordIn(later.path));
        const facts = { part: this.#part, version: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(this.#upload.ref), ...(by && { by }) };
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('part-superseded', facts, { cause: error });
    }
    /** Removes the directory, unless the part counts. */
    async abandon() {
        if (!this.#isDone)
            await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .removeTree */ .d)(this.directory);
    }
}


/***/ }),

/***/ 5877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   gb: () => (/* binding */ requireOpen),
/* harmony export */   vw: () => (/* binding */ findSubmitted)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6464);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8368);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9748);
/* harmony import */ var _multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7878);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3352);







/** The outcome of an upload that was submitted; undefined for others. */
function findSubmitted(upload) {
    return (0,_records_js__WEBPACK_IMPORTED_MODULE_2__/* .findRecord */ .Tq)((0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .placesIn */ .yN)(upload.path).submitted, _records_js__WEBPACK_IMPORTED_MODULE_2__/* .SUBMITTED_RECORD */ .S1);
}
/** The run of the submit that holds the upload; undefined while parts can be staged. */
async function holderOf(upload) {
    for (const name of await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(upload.path)) {
        const [, run] = _multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .SEALED */ .pU.exec(name) ?? [];
        if (run !== undefined)
            return run;
    }
    return undefined;
}
/** The directory of complete parts, under its present name; undefined after a submit. */
async function partsOf(upload) {
    const { parts } = (0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .placesIn */ .yN)(upload.path);
    const names = (await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifThere */ .y)(node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(upload.path))) ?? [];
    const name = names.find((one) => one === node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(parts) || _multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .SEALED */ .pU.test(one));
    return name === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_1___default().join(upload.path, name);
}
/** Refuses an upload that takes no more parts. Codes `already-exists`, `lock-timeout` and `not-found`. */
async function requireOpen(upload) {
    const submitted = await findSubmitted(upload);
    const facts = { uploadId: upload.id, version: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .formatRef */ .rq)(upload.ref) };
    if (submitted !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gobblerError */ .k5)('upload-submitted', { ...facts, by: submitted.submitted });
    const removed = (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .ifErrno */ .E6)(['ENOENT'], () => {
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gobblerError */ .k5)('upload-removed', facts);
    });
    const holder = await holderOf(upload).catch(removed);
    if (holder === undefined)
        return;
    const by = await (0,_records_js__WEBPACK_IMPORTED_MODULE_2__/* .findActor */ .zm)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join((0,_multipart_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .placesIn */ .yN)(upload.path).submits, holder));
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gobblerError */ .k5)('upload-being-submitted', { ...facts, ...(by && { by }) });
}


/***/ }),

/***/ 4440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createProject: () => (/* binding */ createProject)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7154);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8265);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3009);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6366);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9159);
/* harmony import */ var _permission_changes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9755);
/* harmony import */ var _uploader_list_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4507);








const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Project to create'),
    owners: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .nameLines */ .RA)('Names of its owners, one per line. Defaults to the user who creates it; `[]` is the empty list'),
    uploaders: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('YAML or JSON list of entries with `id`, and optionally `asset`, `version`, `until` (a time like 2030-12-31T23:59:59Z) and `trusted`'),
    'if-exists': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('Behavior if the project exists: `skip` or `error`. An existing project is never changed', ['skip', 'error'], 'skip'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requestInputs */ .jU,
};
const outputs = {
    status: '`created`, `skipped`, `failed`, `timed-out` or `cancelled`',
    changed: '`true` if this step created it',
    before: 'Permissions before, as JSON; empty if it did not exist',
    after: 'Permissions after, as JSON',
};
/** Makes sure that there is a project, for administrators of the service. */
const createProject = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'create-project',
    inputs,
    outputs,
    failed: ({ project }) => `project ${project} was not created`,
    unanswered: { changed: false },
    run,
});
async function run({ inputs: given, setOutput, accomplished, signal }) {
    const { project, owners } = given;
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireName */ .rI)('project', project);
    const uploaders = await (0,_uploader_list_js__WEBPACK_IMPORTED_MODULE_4__/* .parseUploaders */ .x)(given.uploaders);
    const wanted = { ...(owners && { owners }), ...(uploaders && { uploaders }) };
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`Creating the project ${project} at ${given.url}`);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_6__/* .connectTo */ .m6)(given, signal);
    const before = await permissionsOf(connection, project, signal);
    setOutput('before', (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .permissionsJson */ .FU)(before));
    const changed = before === undefined && (await createOrSkip(connection, given, wanted, signal));
    if (changed)
        accomplished('created', `project ${project} is created`);
    const after = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_8__/* .fetchPermissions */ .LN)(connection, { project }, { forceRemote: true, signal });
    setOutput('after', (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .permissionsJson */ .FU)(after));
    setOutput('changed', changed);
    if (!changed && given['if-exists'] === 'error')
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .gobblerError */ .k5)('project-exists', { project });
    if (changed)
        await reportCreated(project, after);
    else
        await reportExisting(project, after, wanted);
    setOutput('status', changed ? 'created' : 'skipped');
}
/** False if somebody else has created it meanwhile. */
async function createOrSkip(connection, given, wanted, signal) {
    const { project } = given;
    try {
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .createProject */ .gA)(connection, project, { ...wanted, ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_6__/* .submitting */ .B2)(given, signal) });
        return true;
    }
    catch (error) {
        if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .GobblerError */ .CE))
            throw error;
        if (error.code === 'not-authorized') {
            const { httpStatus, reason } = error;
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .gobblerError */ .k5)('not-an-administrator', { error: error.message }, { httpStatus, reason, cause: error });
        }
        if (error.code !== 'already-exists' && error.code !== 'connection-lost')
            throw error;
        const now = await permissionsOf(connection, project, signal);
        if (now !== undefined)
            return error.code === 'connection-lost';
        if (error.code === 'connection-lost')
            throw error;
        const { message, httpStatus, reason } = error;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .gobblerError */ .k5)('project-incomplete', { error: message }, { httpStatus, reason, cause: error });
    }
}
function permissionsOf(connection, project, signal) {
    return (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_11__/* .unlessNotFound */ .C)((0,_client_index_js__WEBPACK_IMPORTED_MODULE_8__/* .fetchPermissions */ .LN)(connection, { project }, { forceRemote: true, signal }));
}
async function reportCreated(project, after) {
    const granted = (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .permissionChanges */ .BZ)(undefined, after);
    if (granted.length === 0)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`Project ${project} is created: nobody but administrators may use it yet`);
    else
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .group */ .Os)(`Project ${project} is created`, (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .changeLines */ .Ow)(granted));
    const table = granted.length === 0 ? 'Nobody but administrators may use it yet.' : (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .changesTable */ .EI)(granted);
    await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_12__/* .writeSummary */ .Sy)(`### \u2705 Project ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_13__/* .escapeCode */ .tn)(project)} created`, table);
}
async function reportExisting(project, after, wanted) {
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`Project ${project} already exists: nothing to do`);
    const differences = (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .permissionChanges */ .BZ)(after, { ...after, ...wanted });
    const parts = [`### \u26aa Project ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_13__/* .escapeCode */ .tn)(project)} already exists`];
    if (differences.length > 0) {
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .annotateWarning */ .tf)({
            title: 'Permissions differ',
            sentences: [
                `Project ${JSON.stringify(project)} exists with other permissions:`,
                ...(0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .changeLines */ .Ow)(differences),
            ],
            hint: 'To change them, use the action set-permissions.',
        });
        parts.push('To be as asked for, its permissions would have to change:', (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .changesTable */ .EI)(differences));
    }
    await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_12__/* .writeSummary */ .Sy)(...parts);
}


/***/ }),

/***/ 9755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ permissionChanges),
/* harmony export */   EI: () => (/* binding */ changesTable),
/* harmony export */   FU: () => (/* binding */ permissionsJson),
/* harmony export */   Ow: () => (/* binding */ changeLines),
/* harmony export */   aw: () => (/* binding */ uploaderText)
/* harmony export */ });
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7360);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7270);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6366);


const MOST_ROWS = 50;
/** Permissions as the registry writes them, in one line; empty if there are none. */
function permissionsJson(permissions) {
    if (permissions === undefined)
        return '';
    const { owners, uploaders, globalWrite } = permissions;
    return (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeJson */ .Pr)({ owners, uploaders: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .encodableUploaders */ .dn)(uploaders), global_write: globalWrite });
}
/**
 * Returns the differences between two permissions, list by list. The order of uploaders matters: the first match
 * decides.
 */
function permissionChanges(before, after) {
    const lists = [
        ['owner', before?.owners ?? [], after.owners],
        ['uploader', (before?.uploaders ?? []).map(uploaderText), after.uploaders.map(uploaderText)],
        ['global write', globalWriteText(before), globalWriteText(after)],
    ];
    const changes = lists.flatMap(([kind, earlier, later]) => [
        ...earlier.filter((text) => !later.includes(text)).map((text) => ({ sign: '-', kind, text })),
        ...later.filter((text) => !earlier.includes(text)).map((text) => ({ sign: '+', kind, text })),
    ]);
    const [earlier, later] = [before?.uploaders ?? [], after.uploaders].map((list) => list.map(uploaderText));
    if (changes.length > 0 || String(earlier) === String(later))
        return changes;
    return [{ sign: '+', kind: 'uploader', text: 'the same entries, in another order' }];
}
/** Changes as lines of a log. */
function changeLines(changes) {
    return changes.map(({ sign, kind, text }) => `${sign} ${kind} ${text}`);
}
/** Changes as a table of a summary; a long one is cut, with the number of the others. */
function changesTable(changes) {
    const rows = changes
        .slice(0, MOST_ROWS)
        .map(({ sign, kind, text }) => `| ${sign === '+' ? 'added' : 'removed'} | ${kind} | ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeCode */ .tn)((0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(text))} |`);
    const rest = changes.length - MOST_ROWS;
    if (rest > 0)
        rows.push(`| | | \u2026 and ${rest} more |`);
    return ['| | | |', '|---|---|---|', ...rows].join('\n');
}
/** An uploader in words: `alicia (asset a, trusted)`. */
function uploaderText({ id, asset, version, until, trusted }) {
    const limits = [
        ...(asset === undefined ? [] : [`asset ${asset}`]),
        ...(version === undefined ? [] : [`version ${version}`]),
        ...(until === undefined ? [] : [`until ${until}`]),
        ...(trusted === undefined ? [] : [trusted ? 'trusted' : 'not trusted']),
    ];
    return limits.length === 0 ? id : `${id} (${limits.join(', ')})`;
}
function globalWriteText(permissions) {
    return permissions?.globalWrite === undefined ? [] : [String(permissions.globalWrite)];
}


/***/ }),

/***/ 9934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   permissions: () => (/* binding */ permissions)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7154);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3455);
/* harmony import */ var _permission_changes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9755);





const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Project to show, or that contains the asset to show'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Asset to show; omit to show the project itself'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .timeoutInput */ .sR,
};
const outputs = {
    status: '`found`, `failed`, `timed-out` or `cancelled`',
    permissions: 'The permissions as JSON',
};
/** The command `permissions`: shows the permissions of a project or an asset. */
const permissions = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'permissions',
    inputs,
    outputs,
    failed: ({ project }) => `the permissions of ${project} are not known`,
    run,
});
async function run({ inputs: given, setOutput, signal }) {
    const { project, asset } = given;
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireNames */ .kR)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .givenNames */ .Sh)({ project, asset }));
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    const found = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchPermissions */ .LN)(connection, { project, asset }, { forceRemote: true, signal });
    setOutput('permissions', (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_6__/* .permissionsJson */ .FU)(found));
    const lines = (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_6__/* .changeLines */ .Ow)((0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_6__/* .permissionChanges */ .BZ)(undefined, found)).map((change) => change.slice(2));
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .group */ .Os)(`Permissions of ${asset === undefined ? project : `${project}/${asset}`}`, lines);
    setOutput('status', 'found');
}


/***/ }),

/***/ 7681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refresh: () => (/* binding */ refresh)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8265);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8034);




const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Project whose usage to add up, or that contains the asset'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Asset whose latest version to find'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requestInputs */ .jU,
};
const outputs = {
    status: '`refreshed`, `failed`, `timed-out` or `cancelled`',
    'size-bytes': 'Of a project, the size of all files that are not links',
    latest: 'Of an asset, its latest version; empty if none is approved',
};
const nameOf = ({ project, asset }) => asset === undefined ? project : `${project}/${asset}`;
/**
 * The command `refresh`: has the service find the usage of a project, or the latest version of an asset, anew. For
 * administrators of the service.
 */
const refresh = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'refresh',
    inputs,
    outputs,
    failed: (given) => `${nameOf(given)} was not refreshed`,
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireNames */ .kR)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .givenNames */ .Sh)({ project: given.project, asset: given.asset }));
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    if (given.asset === undefined)
        await refreshProject(connection, context);
    else
        await refreshAsset(connection, { project: given.project, asset: given.asset }, context);
    setOutput('status', 'refreshed');
}
async function refreshProject(connection, { inputs: given, setOutput, signal, accomplished }) {
    const { project } = given;
    const bytes = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .refreshUsage */ .n2)(connection, project, (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .submitting */ .B2)(given, signal));
    accomplished('refreshed', `the usage of ${project} is refreshed`);
    setOutput('size-bytes', bytes);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${project} uses ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .formatBytes */ .z3)(bytes)}`);
}
async function refreshAsset(connection, ref, { inputs: given, setOutput, signal, accomplished }) {
    const latest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .refreshLatest */ .JN)(connection, ref, (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .submitting */ .B2)(given, signal));
    accomplished('refreshed', `the latest version of ${nameOf(ref)} is refreshed`);
    if (latest !== undefined)
        setOutput('latest', latest);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${nameOf(ref)} ${latest === undefined ? 'has no approved version' : `has the latest version ${latest}`}`);
}


/***/ }),

/***/ 9321:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reindex: () => (/* binding */ reindex)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8265);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3455);




const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Project of the version'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Asset of the version'),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Version to reindex'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requestInputs */ .jU,
};
const outputs = { status: '`reindexed`, `failed`, `timed-out` or `cancelled`' };
/**
 * The command `reindex`: has the service rewrite the manifest and the links of a version from its files on disk. For
 * administrators of the service.
 */
const reindex = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'reindex',
    inputs,
    outputs,
    failed: (given) => `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(given)} was not reindexed`,
    run,
});
async function run({ inputs: given, setOutput, signal, accomplished }) {
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireVersion */ .eU)(ref);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .reindexVersion */ .IL)(connection, ref, (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .submitting */ .B2)(given, signal));
    accomplished('reindexed', `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} is reindexed`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`The records of ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} now match its files`);
    setOutput('status', 'reindexed');
}


/***/ }),

/***/ 2564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   remove: () => (/* binding */ remove)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5642);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6464);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3387);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8265);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4768);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8034);





const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Project to remove, or that contains the asset or version to remove'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Asset to remove, or that contains the version to remove'),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Version to remove'),
    force: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Proceed despite damaged records or a crashed upload', false),
    reroute: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Reroute links from other versions to the removed files instead of leaving them dangling', true),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requestInputs */ .jU,
};
const outputs = {
    status: '`removed`, `failed`, `timed-out` or `cancelled`',
    'rerouted-links': 'With `reroute`, the number of links that lead elsewhere now',
};
const nameOf = ({ project, asset, version }) => [project, asset, version].filter((name) => name !== undefined).join('/');
/** Removes a project, an asset or a version for good, for administrators of the service. */
const remove = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'remove',
    inputs,
    outputs,
    failed: (given) => `${nameOf(given)} was not removed`,
    unanswered: { 'rerouted-links': 0 },
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    const { project, asset, version } = given;
    const target = { project, asset, version };
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireNames */ .kR)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .givenNames */ .Sh)(target));
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    await requireThere(connection, target, signal);
    const shown = await contentOf(connection, target, signal);
    if (await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .requireConfirmation */ .L)(`remove ${shown}`, signal)) {
        const found = await contentOf(connection, target, signal);
        if (found !== shown)
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gobblerError */ .k5)('removal-changed', { shown, found });
    }
    const submit = (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .submitting */ .B2)(given, signal);
    if (given.reroute)
        setOutput('rerouted-links', await reroute(connection, target, context));
    await removeTarget(connection, target, { ...submit, force: given.force });
    context.accomplished('removed', `${nameOf(target)} is removed`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`${nameOf(target)} is removed`);
    setOutput('status', 'removed');
}
/** The name of what is removed, and how much is in it or who has uploaded it. */
async function contentOf(connection, { project, asset, version }, signal) {
    const name = nameOf({ project, asset, version });
    const fresh = { forceRemote: true, signal };
    if (version !== undefined) {
        // One whose summary is missing or damaged can be removed with force.
        const summary = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_8__/* .findSummary */ .ws)(connection, { project, asset, version }, fresh).catch((error) => {
            if (error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .GobblerError */ .CE && error.code === 'corrupt-record')
                return undefined;
            throw error;
        });
        if (summary === undefined)
            return name;
        return `${name}, uploaded by ${summary.uploadUserId} at ${summary.uploadFinish}`;
    }
    if (asset === undefined)
        return `${name} with ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .formatNumberOf */ .Of)((await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .listAssets */ .qs)(connection, project, fresh)).length, 'asset')}`;
    const versions = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .listVersions */ .yO)(connection, { project, asset }, fresh);
    return `${name} with ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .formatNumberOf */ .Of)(versions.length, 'version')}`;
}
/** The service reports success for a missing item, so a mistyped name would be reported as removed. */
async function requireThere(connection, target, signal) {
    const { project, asset, version } = target;
    const fresh = { forceRemote: true, signal };
    const isThere = asset === undefined
        ? (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .listProjects */ .hF)(connection, fresh)).includes(project)
        : version === undefined
            ? (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .listAssets */ .qs)(connection, project, fresh)).includes(asset)
            : (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .listVersions */ .yO)(connection, { project, asset }, fresh)).includes(version);
    if (isThere)
        return;
    const kind = asset === undefined ? 'project' : version === undefined ? 'asset' : 'version';
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gobblerError */ .k5)('removal-missing', { name: nameOf(target), kind });
}
/**
 * Other versions may have their unchanged files there: lets those links lead elsewhere, and returns how many. With force,
 * it goes on where the service cannot, which stops at the first damaged record of the registry.
 */
async function reroute(connection, target, { inputs: given, signal }) {
    try {
        const changes = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_11__/* .rerouteLinks */ .Mc)(connection, [target], (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .submitting */ .B2)(given, signal));
        const links = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .formatNumberOf */ .Of)(changes.length, 'link');
        if (changes.length > 0)
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`${links} into ${nameOf(target)} now lead elsewhere`);
        return changes.length;
    }
    catch (error) {
        if (!given.force || !(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .GobblerError */ .CE) || error.code !== 'service-failed')
            throw error;
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .annotateWarning */ .tf)({
            title: 'Links are not rerouted',
            sentences: [error.message],
            hint: `Check other versions for links into ${nameOf(target)}, which are dangling now.`,
            input: 'reroute',
        });
        return 0;
    }
}
async function removeTarget(connection, { project, asset, version }, { force, ...submit }) {
    if (asset === undefined)
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_11__/* .removeProject */ .oE)(connection, project, submit);
    else if (version === undefined)
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_11__/* .removeAsset */ .Vx)(connection, { project, asset }, { ...submit, force });
    else
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_11__/* .removeVersion */ .bI)(connection, { project, asset, version }, { ...submit, force });
}


/***/ }),

/***/ 2027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  setPermissions: () => (/* binding */ setPermissions)
});

// EXTERNAL MODULE: ./build/client/connection/identity.js
var identity = __webpack_require__(6836);
// EXTERNAL MODULE: ./build/client/requests/permissions.js
var permissions = __webpack_require__(7154);
// EXTERNAL MODULE: ./build/client/registry/listing.js
var listing = __webpack_require__(3387);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/errors/hint.js
var hint = __webpack_require__(8054);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/commands/connect/service-inputs.js
var service_inputs = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/kit/summary.js
var summary = __webpack_require__(3009);
// EXTERNAL MODULE: ./build/commands/kit/escape.js
var kit_escape = __webpack_require__(6366);
// EXTERNAL MODULE: ./build/commands/versions/maintainers.js
var maintainers = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/protocol/permissions.js
var protocol_permissions = __webpack_require__(7608);
;// CONCATENATED MODULE: ./build/commands/admin/lockout.js


/**
 * Refuses a change after which the user who makes it could make no other, with code `invalid-input`. A user who is no
 * owner now is an administrator, or will be refused by the service anyway.
 */
function requireNoLockout({ user, asset, project, before, after }) {
    if (user === undefined)
        return;
    const may = (permissions) => asset === undefined
        ? (0,protocol_permissions/* mayMaintainProject */.qo)(user, permissions)
        : (0,protocol_permissions/* mayMaintainAsset */.vr)(user, project, permissions);
    if (!may(before) || may(after))
        return;
    throw (0,gobbler_error/* gobblerError */.k5)('lockout', { user });
}
/**
 * New entries that change nothing, with the earlier ones that decide instead: of the entries that fit an upload, the
 * service takes the first.
 */
function shadowedUploaders(before, after) {
    const fresh = after.slice(before.length);
    return fresh.flatMap((entry) => {
        const by = before.find((earlier) => covers(earlier, entry));
        return by === undefined || (by.trusted === true) === (entry.trusted === true) ? [] : [{ entry, by }];
    });
}
/** Returns whether `earlier` fits every upload that `entry` fits. */
function covers(earlier, entry) {
    return (earlier.id === entry.id &&
        earlier.until === undefined &&
        (earlier.asset === undefined || earlier.asset === entry.asset) &&
        (earlier.version === undefined || earlier.version === entry.version));
}

// EXTERNAL MODULE: ./build/commands/admin/permission-changes.js
var permission_changes = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/commands/admin/uploader-list.js
var uploader_list = __webpack_require__(4507);
;// CONCATENATED MODULE: ./build/commands/admin/set-permissions.js










const set_permissions_inputs = {
    project: (0,inputs/* requiredText */.$4)('Project to change, or that contains the asset to change'),
    asset: (0,inputs/* text */.Qq)('Asset to change; omit to change the project itself'),
    owners: (0,inputs/* nameLines */.RA)('Names of owners, one per line; `[]` is the empty list. Unchanged if omitted'),
    uploaders: (0,inputs/* text */.Qq)('YAML or JSON list of entries with `id`, and optionally `asset`, `version`, `until` (a time like 2030-12-31T23:59:59Z) and `trusted`; `[]` is the empty list. Unchanged if omitted'),
    'global-write': (0,inputs/* optionalFlag */.bS)('Permission for anybody to create assets in the project, `true` or `false`. Unchanged if omitted'),
    mode: (0,inputs/* choice */.Yq)('`append` adds to the lists, `replace` replaces the given ones', ['append', 'replace'], 'append'),
    'dry-run': (0,inputs/* flag */.Jt)('Only report what would change', false),
    'prevent-lockout': (0,inputs/* flag */.Jt)('Refuse a change that would leave its author unable to make another', true),
    ...service_inputs/* serviceInputs */.r7,
    ...service_inputs/* spoofableInputs */.bc,
};
const outputs = {
    status: '`changed`, `unchanged`, `planned` (a dry run that would change something), `failed`, `timed-out` or `cancelled`',
    changed: '`true` if this step changed anything',
    before: 'Permissions before, as JSON',
    after: 'Permissions after, as JSON; in a dry run, what they would be',
};
/** Changes who may do what in a project or an asset. Sends nothing if all is as it should be. */
const setPermissions = (0,command/* defineCommand */.N)({
    name: 'set-permissions',
    inputs: set_permissions_inputs,
    outputs,
    failed: (given) => `the permissions of ${placeOf(given)} were not changed`,
    unanswered: { changed: false },
    run,
});
const placeOf = ({ project, asset }) => asset === undefined ? project : `${project}/${asset}`;
async function run({ inputs: given, setOutput, accomplished, signal }) {
    const of = { project: given.project, asset: given.asset };
    (0,names/* requireNames */.kR)((0,names/* givenNames */.Sh)(of));
    const asked = await askedFor(given);
    (0,log/* line */.n8)(`${given['dry-run'] ? 'Comparing' : 'Setting'} the permissions of ${placeOf(of)} at ${given.url}`);
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    const fresh = { forceRemote: true, signal };
    const project = await (0,permissions/* fetchPermissions */.LN)(connection, { project: of.project }, fresh);
    const before = of.asset === undefined ? project : await (0,permissions/* fetchPermissions */.LN)(connection, of, fresh);
    setOutput('before', (0,permission_changes/* permissionsJson */.FU)(before));
    const append = given.mode === 'append';
    const lists = await (0,permissions/* setPermissions */.jb)(connection, of, { ...asked, append, dryRun: true, signal });
    const wanted = { ...before, ...lists };
    const changes = (0,permission_changes/* permissionChanges */.BZ)(before, wanted);
    const user = given.spoof ?? (0,identity/* currentUser */.N)();
    if (given['prevent-lockout'])
        requireNoLockout({ user, asset: of.asset, project, before, after: wanted });
    if (append)
        warnOfShadowed(before, wanted);
    const isPlan = given['dry-run'] && changes.length > 0;
    const changed = changes.length > 0 && !isPlan;
    let after = wanted;
    if (changed) {
        await warnOfNewAsset(connection, of, signal);
        await (0,maintainers/* asMaintainer */.vA)(connection, of.project, { signal, action: 'set-permissions' }, () => (0,permissions/* setPermissions */.jb)(connection, of, { ...asked, append, ...(0,service_connection/* actingFor */.IH)(given), ...(0,service_connection/* submitting */.B2)(given, signal) }));
        accomplished('changed', `the permissions of ${placeOf(of)} are changed`);
        setOutput('changed', true);
        after = await (0,permissions/* fetchPermissions */.LN)(connection, of, fresh);
        tellOfOthers(wanted, after);
    }
    setOutput('after', (0,permission_changes/* permissionsJson */.FU)(after));
    const outcome = changed
        ? 'are changed'
        : isPlan
            ? 'would change (dry-run)'
            : 'are as they should be: nothing to do';
    const title = `The permissions of ${placeOf(of)} ${outcome}`;
    if (changes.length === 0)
        (0,log/* line */.n8)(title);
    else
        (0,log/* group */.Os)(title, (0,permission_changes/* changeLines */.Ow)(changes));
    const icon = changed ? '\u2705' : isPlan ? '\ud83d\udcdd' : '\u26aa';
    const table = changes.length === 0 ? [] : [(0,permission_changes/* changesTable */.EI)(changes)];
    await (0,summary/* writeSummary */.Sy)(`### ${icon} ${(0,kit_escape/* escapeMarkup */.My)(title)}`, ...table);
    setOutput('status', changed ? 'changed' : isPlan ? 'planned' : 'unchanged');
}
/** Returns the change that the inputs describe. Code `invalid-input` for a combination that makes no sense. */
async function askedFor(given) {
    const { owners, asset } = given;
    const globalWrite = given['global-write'];
    if (asset !== undefined && globalWrite !== undefined) {
        throw (0,gobbler_error/* gobblerError */.k5)('global-write-of-asset', { asset, input: 'global-write' });
    }
    const uploaders = await (0,uploader_list/* parseUploaders */.x)(given.uploaders);
    if (owners === undefined && uploaders === undefined && globalWrite === undefined) {
        throw (0,gobbler_error/* gobblerError */.k5)('no-change-of-permissions', {});
    }
    return {
        ...(owners && { owners }),
        ...(uploaders && { uploaders }),
        ...(globalWrite !== undefined && { globalWrite }),
    };
}
function warnOfShadowed(before, after) {
    const sentences = shadowedUploaders(before.uploaders, after.uploaders).map(({ entry, by }) => `${(0,permission_changes/* uploaderText */.aw)(entry)} comes after ${(0,permission_changes/* uploaderText */.aw)(by)}, which decides`);
    if (sentences.length === 0)
        return;
    (0,log/* annotateWarning */.tf)({
        title: 'Entries without effect',
        sentences,
        hint: (0,hint/* hint */.aK) `Set ${(0,hint/* setting */.Pe)('mode', 'replace')} with the whole list, this entry first: the service takes the first entry that fits.`,
        input: 'uploaders',
    });
}
/** Permissions of an asset that does not exist create it, without versions: most likely a typing error. */
async function warnOfNewAsset(connection, { project, asset }, signal) {
    if (asset === undefined)
        return;
    if ((await (0,listing/* listAssets */.qs)(connection, project, { forceRemote: true, signal })).includes(asset))
        return;
    (0,log/* annotateWarning */.tf)({
        title: 'New asset',
        sentences: [`${project}/${asset} has not existed so far; setting its permissions creates it.`],
        hint: 'Check the name.',
        input: 'asset',
    });
}
/** This change is there; others may have been made at the same time. */
function tellOfOthers(wanted, after) {
    const differences = (0,permission_changes/* permissionChanges */.BZ)(wanted, after);
    if (differences.length > 0)
        (0,log/* group */.Os)('Somebody else has changed these permissions at the same time', (0,permission_changes/* changeLines */.Ow)(differences));
}


/***/ }),

/***/ 4507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ parseUploaders)
/* harmony export */ });
/* harmony import */ var _client_requests_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7154);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5023);


const FIELDS = ['id', 'asset', 'version', 'until', 'trusted'];
const refusal = (fault) => (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('uploader-list-malformed', fault);
/**
 * The input `uploaders` as a list; undefined if it is empty. YAML is read without its guesses, so that a version `1.10`
 * and a user `007` stay what is written. Code `invalid-input`, also for what the service would refuse.
 */
async function parseUploaders(text) {
    if (text === undefined)
        return undefined;
    const value = contentOf(await Promise.all(/* import() | commands */[__webpack_require__.e(641), __webpack_require__.e(908), __webpack_require__.e(214), __webpack_require__.e(215), __webpack_require__.e(199), __webpack_require__.e(321), __webpack_require__.e(544), __webpack_require__.e(217)]).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19)), text);
    if (!Array.isArray(value))
        throw refusal({ kind: 'no-list', value });
    const uploaders = value.map((entry, index) => uploaderOf(entry, index + 1));
    (0,_client_requests_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requireUploaders */ .$S)(uploaders);
    return uploaders;
}
/**
 * The content of a YAML document. Whatever the library would only warn of is refused: it prints its warnings itself, and
 * they quote the text, in which a line may look like a command to the runner.
 */
function contentOf({ parseDocument }, text) {
    const document = parseDocument(text, { schema: 'failsafe', logLevel: 'error' });
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem !== undefined)
        throw refusal(unreadable(problem));
    try {
        const content = document.toJS();
        JSON.stringify(content); // an alias may contain itself
        return content;
    }
    catch (error) {
        throw refusal(unreadable(error)); // such as too many aliases
    }
}
const unreadable = (error) => {
    const [first = ''] = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error).split('\n', 1);
    return { kind: 'unreadable', error: first };
};
/** `number` is that of the entry, from 1. */
function uploaderOf(value, number) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw refusal({ kind: 'no-entry', entry: number, value });
    const fields = new Map(Object.entries(value));
    for (const [field, value] of fields) {
        if (!FIELDS.some((known) => known === field))
            throw refusal({ kind: 'unknown-field', entry: number, field, fields: FIELDS });
        if (typeof value !== 'string' || value === '')
            throw refusal({ kind: 'no-text', entry: number, field, value });
    }
    const text = (field) => fields.get(field);
    const [id, asset, version, until] = [text('id'), text('asset'), text('version'), text('until')];
    if (id === undefined)
        throw refusal({ kind: 'no-id', entry: number });
    const trusted = trustOf(text('trusted'), number);
    return {
        id,
        ...(asset !== undefined && { asset }),
        ...(version !== undefined && { version }),
        ...(until !== undefined && { until }),
        ...(trusted !== undefined && { trusted }),
    };
}
function trustOf(word, number) {
    if (word === undefined)
        return undefined;
    if (['true', 'True', 'TRUE'].includes(word))
        return true;
    if (['false', 'False', 'FALSE'].includes(word))
        return false;
    throw refusal({ kind: 'no-trust', entry: number, value: word });
}


/***/ }),

/***/ 918:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8265);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3455);




const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Project of the version'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Asset of the version'),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Version to validate'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requestInputs */ .jU,
};
const outputs = { status: '`valid`, `failed`, `timed-out` or `cancelled`' };
/**
 * The command `validate`: has the service compare a version on its disk with its records, every checksum included. For
 * administrators of the service.
 */
const validate = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'validate',
    inputs,
    outputs,
    failed: (given) => `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(given)} was not validated`,
    run,
});
async function run({ inputs: given, setOutput, signal }) {
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireVersion */ .eU)(ref);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .validateVersion */ .Pj)(connection, ref, (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .submitting */ .B2)(given, signal));
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} matches its records`);
    setOutput('status', 'valid');
}


/***/ }),

/***/ 7409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   approve: () => (/* binding */ approve)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6366);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3009);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5060);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9159);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4444);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(244);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9829);
/* harmony import */ var _other_approver_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1774);







const inputs = {
    ...(0,_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .decisionInputs */ .yN)('Version to approve'),
    'checksums-file': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalPath */ .s2)('File with the sha256 sum of every file, in sha256sum format, with paths relative to the version; refuse a version in which any byte or the list of files differs'),
    'require-other-approver': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Refuse a version that was uploaded by the account that approves it: this user, or the one that `spoof` names', false),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .spoofableInputs */ .bc,
};
const outputs = {
    status: '`approved`, `failed`, `timed-out` or `cancelled`',
    changed: '`true` if this step approved it, `false` if it was already approved',
    ..._decision_js__WEBPACK_IMPORTED_MODULE_0__/* .decisionOutputs */ .NT,
};
/** Takes a version off probation, if its content is the one that was looked at. */
const approve = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCommand */ .N)({
    name: 'approve',
    inputs,
    outputs,
    failed: (given, _error, answers) => `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(given)} ${answers.get('changed') === 'true' ? 'is approved, but the step has failed since' : 'was not approved'}`,
    unanswered: { changed: false },
    run,
});
async function run({ inputs: given, setOutput, accomplished, signal }) {
    const { project, asset, 'checksums-file': checksumsFile, 'manifest-digest': pinned } = given;
    const ref = { project, asset, version: given.version };
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireVersion */ .eU)(ref);
    const sums = checksumsFile === undefined ? undefined : await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readSums */ .P)(checksumsFile);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`Approving ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} at ${given.url}`);
    const version = new _versions_index_js__WEBPACK_IMPORTED_MODULE_7__/* .RemoteVersion */ .r(await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_8__/* .connectTo */ .m6)(given, signal), ref, signal);
    const { name } = version;
    setOutput('version-path', version.path);
    const summary = await version.requireComplete('approve');
    await (0,_other_approver_js__WEBPACK_IMPORTED_MODULE_9__/* .requireOtherApprover */ .t)(version, summary, { ...given, asking: (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_8__/* .submitting */ .B2)(given, signal) });
    const content = await version.content();
    setOutput('manifest-digest', content.digest);
    version.requirePinned(pinned, content);
    if (sums !== undefined)
        await requireSums(version, { summary, content }, sums);
    // Another content may have the name by the time that a lock is free.
    const beforeRepeat = async () => version.requirePinned(content.digest, await version.content());
    const changed = summary.onProbation &&
        (await (0,_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .takeOffProbation */ .DJ)(version, { ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_8__/* .actingFor */ .IH)(given), ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_8__/* .submitting */ .B2)(given, signal), beforeRepeat }));
    setOutput('changed', changed);
    const done = () => accomplished('approved', `${name} is approved`);
    if (pinned === undefined && sums === undefined)
        done();
    // Between the look and the approval it may have been rejected and uploaded again.
    const approved = summary.onProbation ? await version.content() : content;
    const { digest } = approved;
    if (pinned !== undefined && digest !== content.digest)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_10__/* .gobblerError */ .k5)('replaced-when-approved', { version: name, expected: content.digest, digest });
    if (sums !== undefined && summary.onProbation)
        await requireStillSame(version, summary, sums);
    done();
    const latest = await version.latest();
    const other = latest === undefined ? 'and the asset has no latest version' : `which is ${latest}`;
    const standing = latest === ref.version ? 'the latest version' : `not the latest version, ${other}`;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${name} ${changed ? 'is approved' : 'was approved before'}: ${(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_11__/* .contentSize */ .vc)(approved)}, ${standing}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)((0,_versions_index_js__WEBPACK_IMPORTED_MODULE_11__/* .versionLine */ .b1)(summary, approved.digest));
    const heading = `### \u2705 ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_12__/* .escapeMarkup */ .My)(name)} ${changed ? 'approved' : 'was approved before'}`;
    const facts = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_13__/* .factTable */ .Bu)([
        ...(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_11__/* .versionRows */ .QI)(summary, approved),
        ['Latest version', latest === undefined ? 'none' : (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_12__/* .escapeCode */ .tn)(latest)],
    ]);
    await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_13__/* .writeSummary */ .Sy)(heading, facts);
    setOutput('status', 'approved');
}
/**
 * Refuses content that differs from the sums. Nothing has been requested from the service by then. Code
 * `content-differs`.
 */
async function requireSums(version, { summary, content }, sums) {
    const differences = await version.differences(content, sums);
    if (differences.length > 0)
        throw (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .otherSums */ .rZ)(version.ref, 'not-approved', differences);
    const now = await version.requireComplete('approve');
    const { digest } = await version.content();
    if ((0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .isSameUpload */ .YK)(summary, now) && digest === content.digest)
        return;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_10__/* .gobblerError */ .k5)('replaced-while-compared', { version: version.name });
}
/** Makes sure that what was approved is what was compared before. Code `content-differs`. */
async function requireStillSame(version, compared, sums) {
    const now = await version.look();
    if (now.kind === 'complete' && (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .isSameUpload */ .YK)(compared, now.summary) && !(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .isRecent */ .Kb)(compared))
        return;
    const differences = await version.differences(await version.content(), sums);
    if (differences.length > 0)
        throw (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .otherSums */ .rZ)(version.ref, 'replaced-when-approved', differences);
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  awaitApproval: () => (/* binding */ awaitApproval)
});

// EXTERNAL MODULE: ./build/errors/hint.js
var hint = __webpack_require__(8054);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/commands/connect/service-inputs.js
var service_inputs = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/summary.js
var kit_summary = __webpack_require__(3009);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var kit_log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/versions/change-outputs.js
var change_outputs = __webpack_require__(3427);
// EXTERNAL MODULE: ./build/commands/versions/sha256sum.js
var sha256sum = __webpack_require__(5060);
// EXTERNAL MODULE: ./build/commands/versions/changes.js
var versions_changes = __webpack_require__(3595);
// EXTERNAL MODULE: ./build/commands/kit/escape.js
var kit_escape = __webpack_require__(6366);
// EXTERNAL MODULE: ./build/commands/provenance/found-origin.js
var found_origin = __webpack_require__(8443);
// EXTERNAL MODULE: ./build/commands/provenance/origin-text.js
var origin_text = __webpack_require__(4674);
// EXTERNAL MODULE: ./build/commands/versions/maintainers.js
var versions_maintainers = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/commands/versions/version-facts.js
var version_facts = __webpack_require__(4444);
// EXTERNAL MODULE: ./build/commands/versions/how-to-approve.js
var how_to_approve = __webpack_require__(6664);
;// CONCATENATED MODULE: ./build/commands/approval/approval-review.js



/** Collects the facts for an approver. Leaves out those that are unavailable, and logs the reason. */
async function reviewOf(version, seen) {
    const { connection, ref, signal } = version;
    const maintainers = await (0,versions_maintainers/* maintainersOf */.dO)(connection, ref.project, signal);
    const compared = await (0,versions_changes/* changesSinceLatest */.Lq)(connection, ref, seen.content.manifest, signal);
    const origin = await (0,found_origin/* foundOrigin */.D)(connection, ref, seen.content.manifest, signal);
    return { version, seen, maintainers, compared, origin };
}
/**
 * Writes a review to the log: a few lines, the paths that differ, folded, and how to approve the version if it is to be
 * approved.
 */
function logReview({ version, seen, maintainers, compared, origin }, { toGive }) {
    const { connection, ref } = version;
    const { summary, content } = seen;
    (0,kit_log/* line */.n8)(`${version.name} was uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
    (0,kit_log/* line */.n8)(`It holds ${(0,version_facts/* contentSize */.vc)(content)}; manifest-digest ${content.digest}`);
    if (origin !== undefined)
        (0,origin_text/* logOrigin */.Vx)(origin);
    if (compared.comparison !== undefined)
        (0,versions_changes/* logChanges */._1)(compared.comparison);
    if (toGive)
        (0,how_to_approve/* logHowToApprove */.Xt)({ connection, ref, digest: content.digest }, maintainers);
}
/** A review as blocks of the job summary, with what to paste for an approval if there is one `toGive`. */
function reviewMarkdown({ version, seen, maintainers, compared, origin }, { toGive }) {
    const { connection, ref } = version;
    const { summary, content } = seen;
    const { comparison: changes, incomparable } = compared;
    const rows = (0,version_facts/* versionRows */.QI)(summary, content);
    rows.push(['Files', (0,kit_escape/* escapeLink */.Es)((0,how_to_approve/* versionUrl */.Aj)(connection, ref))]);
    if (origin !== undefined)
        rows.push(...(0,origin_text/* originRows */.oG)(origin));
    if (changes !== undefined)
        rows.push(...(0,versions_changes/* changeRows */.QP)(changes));
    if (incomparable !== undefined)
        rows.push(['Changes', (0,kit_escape/* escapeMarkup */.My)((0,versions_changes/* incomparableText */.zX)(incomparable))]);
    if (toGive)
        rows.push(['Can be approved by', (0,kit_escape/* escapeMarkup */.My)(maintainers)]);
    return [
        (0,kit_summary/* factTable */.Bu)(rows),
        ...(changes === undefined ? [] : (0,versions_changes/* changesMarkdown */.T4)(changes, { isOpen: toGive })),
        ...(toGive ? (0,how_to_approve/* howToApproveMarkdown */.kt)({ connection, ref, digest: content.digest }) : []),
    ];
}

// EXTERNAL MODULE: ./build/errors/problems/approval.js
var approval = __webpack_require__(9945);
// EXTERNAL MODULE: ./build/commands/versions/checked-sums.js
var checked_sums = __webpack_require__(244);
;// CONCATENATED MODULE: ./build/commands/approval/approval-verdict.js




const ICONS = {
    approved: '\u2705',
    pending: '\ud83d\udfe1',
    'rejected-or-expired': '\u26d4',
    replaced: '\u26d4',
    missing: '\u26aa',
    'timed-out': '\u23f0',
    unknown: '\u2754',
};
const WORDS = {
    ...approval/* UNAPPROVED */.h,
    approved: 'is approved',
    pending: 'awaits approval',
    unknown: 'could not be checked',
};
const hasOtherSums = ({ differences = [] }) => differences.length > 0;
/** The outcome in a sentence for the log. */
function verdictSentence(outcome) {
    const { ref, status, failure, differences = [] } = outcome;
    if (hasOtherSums(outcome))
        return (0,checked_sums/* otherSums */.rZ)(ref, 'approved', differences).message;
    const because = failure === undefined ? '' : `; the last check failed: ${failure.message}`;
    return `${(0,names/* formatRef */.rq)(ref)} ${WORDS[status]}${because}`;
}
/** The outcome as the heading of a summary. */
function verdictHeading(outcome) {
    const { ref, status } = outcome;
    const words = hasOtherSums(outcome) ? 'is approved, but is not what checksums-file says' : WORDS[status];
    return `### ${ICONS[status]} ${(0,kit_escape/* escapeMarkup */.My)((0,names/* formatRef */.rq)(ref))} ${words}`;
}
/** The heading of the review, for when the outcome is reported elsewhere. */
function seenHeading({ ref }) {
    return `#### \ud83d\udd0e ${(0,kit_escape/* escapeMarkup */.My)((0,names/* formatRef */.rq)(ref))} as it was seen last`;
}
/** A version of another content than was waited for; `pinned` is the digest it should have, if there is one. */
function replacedError(outcome, pinned) {
    const { ref, review, differences = [] } = outcome;
    if (hasOtherSums(outcome))
        return (0,checked_sums/* otherSums */.rZ)(ref, 'approved', differences);
    const digest = review?.seen.content.digest;
    const isPinned = pinned !== undefined && digest !== pinned;
    return (0,gobbler_error/* gobblerError */.k5)('version-replaced', { version: (0,names/* formatRef */.rq)(ref), ...(isPinned && { pinned, digest }) });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/format.js
var format = __webpack_require__(8034);
// EXTERNAL MODULE: ./build/commands/versions/remote-version.js
var remote_version = __webpack_require__(9159);
;// CONCATENATED MODULE: ./build/commands/approval/approval-log.js



/** While nothing changes, a line is written this often: hours of waiting stay a screen. */
const LOG_EVERY_MS = 15 * 60_000;
/** Tells in the log how the waiting goes: a line when something changes, and now and then otherwise. */
class ApprovalLog {
    #ref;
    #begun = performance.now();
    #logged;
    #failure;
    constructor(ref) {
        this.#ref = ref;
    }
    /** Why the last look failed, if it did. */
    get failure() {
        return this.#failure;
    }
    /** Runs a check; undefined if it fails, which is logged. Rethrows errors that end the wait: a stop, or a bug. */
    async look(look, signal) {
        try {
            const verdict = await look();
            if (this.#failure !== undefined)
                (0,kit_log/* line */.n8)('Status checks work again');
            this.#failure = undefined;
            return verdict;
        }
        catch (error) {
            if (!(error instanceof gobbler_error/* GobblerError */.CE) || signal.aborted)
                throw error;
            this.#failure = error;
            this.#log(`failure ${error.code}`, `Status check failed; still waiting: ${error.message}`);
            return undefined;
        }
    }
    /** Says that the waiting goes on. */
    waiting(verdict, pauseMs) {
        const waited = (0,format/* formatDuration */.a3)(performance.now() - this.#begun);
        const standing = verdict === 'unfinished' ? 'is still being uploaded' : 'is on probation';
        this.#log(verdict, `${(0,names/* formatRef */.rq)(this.#ref)} ${standing} after ${waited}; checking again in ${(0,format/* formatDuration */.a3)(pauseMs)}, then less often`);
    }
    #log(what, sentence) {
        const now = performance.now();
        if (this.#logged?.what === what && now - this.#logged.at < LOG_EVERY_MS)
            return;
        this.#logged = { what, at: now };
        (0,kit_log/* line */.n8)(sentence);
    }
}

;// CONCATENATED MODULE: ./build/commands/approval/watched-version.js


/**
 * A version that awaits approval. Remembers its state at the first check, since a version that was rejected and
 * uploaded again has the same name. Always queries the service.
 */
class WatchedVersion {
    #version;
    #pin;
    #first;
    #latest;
    #differences = [];
    constructor(version, pin) {
        this.#version = version;
        this.#pin = pin;
    }
    /** How the bytes of the approved version differ from the sums. */
    get differences() {
        return this.#differences;
    }
    /** The last complete observation; undefined before the first. */
    get seen() {
        return this.#latest;
    }
    /** Looks once. Throws if that fails: then nothing is known that was not known before. */
    async look() {
        const state = await this.#version.look();
        if (state.kind === 'unfinished')
            return 'unfinished';
        if (state.kind === 'complete')
            return this.#judge(state.summary);
        if (this.#first === undefined)
            return 'missing';
        // A rejection leaves the project behind. Without it, the service has most likely lost sight of its registry.
        if (state.missing === 'project') {
            throw (0,gobbler_error/* gobblerError */.k5)('project-vanished', { project: this.#version.ref.project });
        }
        return 'rejected-or-expired';
    }
    async #judge(summary) {
        const isSame = this.#first !== undefined && (0,checked_sums/* isSameUpload */.YK)(this.#first.summary, summary);
        if (isSame && summary.onProbation)
            return 'pending';
        // Read after the summary: once a version is approved, its content stays.
        const content = await this.#version.content();
        const expected = this.#pin.digest ?? this.#first?.content.digest ?? content.digest;
        const isReplaced = (this.#first !== undefined && !isSame) || content.digest !== expected;
        this.#latest = { summary, content };
        this.#first ??= this.#latest;
        if (isReplaced)
            return 'replaced';
        return summary.onProbation ? 'pending' : this.#compare(this.#latest);
    }
    /** Compares the bytes of a version that is approved: so they stay, unless an administrator removes it. */
    async #compare({ summary, content }) {
        const { sums } = this.#pin;
        if (sums === undefined)
            return 'approved';
        this.#differences = await this.#version.differences(content, sums);
        const now = await this.#version.look();
        const isSame = now.kind === 'complete' && (0,checked_sums/* isSameUpload */.YK)(summary, now.summary);
        return this.#differences.length === 0 && isSame ? 'approved' : 'replaced';
    }
}

;// CONCATENATED MODULE: ./build/commands/approval/approval-wait.js









/** Checks once. A problem of the environment is an outcome, `unknown`, not a failure; wrong inputs are thrown. */
async function checkApproval(watch) {
    const { ref, pin } = watch;
    (0,kit_log/* line */.n8)(`Checking ${(0,names/* formatRef */.rq)(ref)} at ${watch.service.url}`);
    try {
        const version = await connected(watch);
        const watched = new WatchedVersion(version, pin);
        const verdict = await watched.look();
        const review = watched.seen && (await loggedReview(version, watched.seen, verdict));
        const { differences } = watched;
        return { ref, status: verdict === 'unfinished' ? 'pending' : verdict, review, differences };
    }
    catch (error) {
        if (!(error instanceof gobbler_error/* GobblerError */.CE) || error.code === 'invalid-input' || error.code === 'cancelled')
            throw error;
        return { ref, status: error.code === 'timed-out' ? 'timed-out' : 'unknown', failure: error };
    }
}
/**
 * Waits for a decision, or until the time is over. The first contact must succeed, since a wrong address is no reason
 * to wait for hours; from then on, a failed check is logged and retried.
 */
async function waitForApproval(watch) {
    const { ref, signal, pin, firstPauseMs, timeoutMs } = watch;
    const limit = timeoutMs === 0 ? '' : `, for up to ${(0,format/* formatDuration */.a3)(timeoutMs)}`;
    (0,kit_log/* line */.n8)(`Waiting for the approval of ${(0,names/* formatRef */.rq)(ref)} at ${watch.service.url}${limit}`);
    const schedule = new PollSchedule({ firstMs: firstPauseMs, timeoutMs, now: performance.now() });
    const log = new ApprovalLog(ref);
    let review;
    // The first contact must succeed, whatever `on-timeout` says.
    const version = await connected(watch);
    try {
        const watched = new WatchedVersion(version, pin);
        for (;;) {
            const verdict = await log.look(() => watched.look(), signal);
            const { seen, differences } = watched;
            if (seen !== undefined) {
                if (review === undefined || verdict === 'replaced')
                    review = await loggedReview(version, seen, verdict);
                else
                    review = { ...review, seen };
            }
            if (verdict !== undefined && verdict !== 'pending' && verdict !== 'unfinished') {
                return { ref, status: verdict, review, differences };
            }
            const pauseMs = schedule.next(performance.now());
            if (pauseMs === undefined)
                break;
            if (verdict !== undefined)
                log.waiting(verdict, pauseMs);
            await (0,promises_.setTimeout)(pauseMs, undefined, { signal });
        }
    }
    catch (error) {
        // A look that was still under way when the time was over.
        const isTimeUp = signal.aborted && signal.reason.code === 'timed-out';
        if (!isTimeUp)
            throw signal.aborted ? signal.reason : error;
    }
    return { ref, status: 'timed-out', review, failure: log.failure };
}
async function connected({ ref, service, signal, onPath }) {
    const version = new remote_version/* RemoteVersion */.r(await (0,service_connection/* connectTo */.m6)(service, signal), ref, signal);
    onPath(version.path);
    return version;
}
async function loggedReview(version, seen, verdict) {
    const review = await reviewOf(version, seen);
    // Content that has replaced the awaited one is not to be approved by a line that is copied from here.
    logReview(review, { toGive: verdict === 'pending' });
    return review;
}
/** Pauses grow up to this, unless the first one is longer. */
const LONGEST_PAUSE_MS = 5 * 60_000;
const GROWTH = 1.5;
/** By how much a pause varies, so that many who wait do not ask at once. */
const JITTER = 0.2;
/** The last look comes so long before the deadline; less where there is little time at all. */
const LAST_LOOK_MS = 5_000;
/** When to look next: pauses grow, vary, and the last one ends just before the deadline. */
class PollSchedule {
    #pauseMs;
    #longestMs;
    #lastLookAt;
    /** `timeoutMs` 0 means that there is no deadline. */
    constructor({ firstMs, timeoutMs, now }) {
        this.#pauseMs = firstMs;
        this.#longestMs = Math.max(firstMs, LONGEST_PAUSE_MS);
        const marginMs = Math.min(LAST_LOOK_MS, timeoutMs / 5);
        this.#lastLookAt = timeoutMs === 0 ? Number.POSITIVE_INFINITY : now + timeoutMs - marginMs;
    }
    /** How long to pause, in milliseconds; undefined once there is no time for another look. */
    next(now, random = Math.random) {
        const remainingMs = this.#lastLookAt - now;
        if (remainingMs <= 0)
            return undefined;
        const pauseMs = this.#pauseMs * (1 + JITTER * (random() - 0.5));
        this.#pauseMs = Math.min(this.#pauseMs * GROWTH, this.#longestMs);
        return Math.min(pauseMs, remainingMs);
    }
}

;// CONCATENATED MODULE: ./build/commands/approval/await-approval.js








const await_approval_inputs = {
    project: (0,inputs/* requiredText */.$4)('Project of the version'),
    asset: (0,inputs/* requiredText */.$4)('Asset of the version'),
    version: (0,inputs/* requiredText */.$4)('Version to be approved'),
    mode: (0,inputs/* choice */.Yq)('`wait` for a decision, or `check` once, which never fails because of what it finds', ['wait', 'check'], 'wait'),
    'timeout-minutes': (0,inputs/* minutes */.Gx)('How long to wait, in minutes or like `90s` or `2h`; keep it below the timeout of the job. 0 disables it', 150),
    'poll-interval': (0,inputs/* duration */.p0)('Initial polling interval, like `30s` or `2m`; it grows up to 5 minutes', '30s'),
    'on-timeout': (0,inputs/* choice */.Yq)('Behavior if nobody decides in time: `fail` or `pass`', ['fail', 'pass'], 'fail'),
    'fail-on-rejection': (0,inputs/* flag */.Jt)('Fail if the version is rejected, expires or is replaced. If false, check `status`', true),
    'manifest-digest': (0,inputs/* digest */.br)('Digest of the content to be approved, from an output `manifest-digest` or `gobbler status`; any other counts as `replaced`'),
    'checksums-file': (0,inputs/* optionalPath */.s2)('File with the sha256 sum of every file, in sha256sum format, with paths relative to the version. After approval, every byte is compared; any other content counts as `replaced`'),
    ...service_inputs/* serviceInputs */.r7,
    'show-summary': (0,inputs/* flag */.Jt)('Write a job summary', true),
};
const outputs = {
    status: '`approved`, `rejected-or-expired`, `replaced`, `pending`, `missing` or `timed-out`; `unknown` if a check could not look; `failed` or `cancelled`',
    approved: '`true` if the version is approved',
    'waited-seconds': 'Duration of the wait, in seconds',
    'version-path': 'Absolute path of the version in the registry',
    'manifest-digest': 'The digest of what was seen last, a sha256 over paths, sizes and MD5 sums, links left out',
    'previous-version': 'The latest version, with which it was compared when it was seen first',
    ...change_outputs/* changeOutputs */.D,
};
/** Waits until somebody has decided about a version on probation, or looks once whether that has happened. */
const awaitApproval = (0,command/* defineCommand */.N)({
    name: 'await-approval',
    inputs: await_approval_inputs,
    outputs,
    failed: (given) => `${(0,names/* formatRef */.rq)(given)} is not approved`,
    unanswered: { approved: false },
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,names/* requireVersion */.eU)(ref);
    const checksumsFile = given['checksums-file'];
    const sums = checksumsFile === undefined ? undefined : await (0,sha256sum/* readSums */.P)(checksumsFile);
    const watch = {
        ref,
        service: given,
        pin: { digest: given['manifest-digest'], sums },
        firstPauseMs: given['poll-interval'],
        timeoutMs: given['timeout-minutes'],
        signal,
        onPath: (path) => setOutput('version-path', path),
    };
    const begun = performance.now();
    try {
        await report(context, await (given.mode === 'check' ? checkApproval(watch) : waitForApproval(watch)));
    }
    finally {
        setOutput('waited-seconds', Math.round((performance.now() - begun) / 1000));
    }
}
/** Sets the outputs, and writes the summary, or fails if the outcome is one to fail for. */
async function report({ inputs: given, setOutput, ifItFails }, outcome) {
    const { status, review, failure } = outcome;
    setOutput('status', status);
    setOutput('approved', status === 'approved');
    setOutput('manifest-digest', review?.seen.content.digest ?? '');
    const changes = review?.compared.comparison;
    if (changes !== undefined) {
        setOutput('previous-version', changes.version);
        (0,versions_changes/* setChangeOutputs */.Fl)(setOutput, changes.difference);
    }
    const refusal = refusalOf(outcome, given);
    // A version that is gone, or was replaced, cannot be approved any more.
    const toGive = status === 'pending' || status === 'timed-out';
    const details = review === undefined ? [] : reviewMarkdown(review, { toGive });
    if (refusal !== undefined) {
        if (details.length > 0)
            ifItFails(seenHeading(outcome), ...details);
        throw refusal;
    }
    await (0,kit_summary/* writeSummary */.Sy)(verdictHeading(outcome), ...details);
    const sentence = verdictSentence(outcome);
    if (failure === undefined && status !== 'timed-out')
        (0,kit_log/* line */.n8)(sentence);
    else {
        (0,kit_log/* annotateWarning */.tf)({
            title: status === 'timed-out' ? 'Not approved in time' : 'Approval is unknown',
            sentences: [sentence],
            hint: failure?.advice ?? undecidedHint(outcome),
        });
    }
}
/** The workflow goes on although nobody has decided, or nobody knows. */
const undecidedHint = ({ ref, review, failure }) => review !== undefined && failure === undefined
    ? (0,hint/* hint */.aK) `${{ input: (0,names/* formatRef */.rq)(ref) }} was still on probation; the workflow goes on, as ${(0,hint/* setting */.Pe)('on-timeout')} says.`
    : (0,hint/* hint */.aK) `Check the service: it is unknown whether ${{ input: (0,names/* formatRef */.rq)(ref) }} is on probation. The workflow goes on.`;
/** The failure that an outcome is, by what the inputs say; undefined if the step is to succeed. */
function refusalOf(outcome, given) {
    const { ref, status, review, failure } = outcome;
    const version = (0,names/* formatRef */.rq)(ref);
    if (given.mode === 'check' || status === 'approved')
        return undefined;
    if (status === 'missing')
        return (0,gobbler_error/* gobblerError */.k5)('nothing-to-approve', { version });
    if (status === 'timed-out') {
        if (given['on-timeout'] === 'pass')
            return undefined;
        const facts = { version, project: ref.project, maintainers: review?.maintainers };
        return (0,gobbler_error/* gobblerError */.k5)('not-decided-in-time', { ...facts, error: failure?.message });
    }
    if (!given['fail-on-rejection'])
        return undefined;
    if (status === 'replaced')
        return replacedError(outcome, given['manifest-digest']);
    return (0,gobbler_error/* gobblerError */.k5)('rejected-or-expired', { version });
}


/***/ }),

/***/ 7189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reject: () => (/* binding */ reject)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4768);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6366);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3009);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9159);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4444);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9829);






const inputs = {
    ...(0,_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .decisionInputs */ .yN)('Version to reject'),
    force: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Reject the version even if its manifest is damaged', false),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .spoofableInputs */ .bc,
};
const outputs = {
    status: '`rejected`, `failed`, `timed-out` or `cancelled`',
    changed: '`true` if this step rejected it, `false` if it no longer existed',
    ..._decision_js__WEBPACK_IMPORTED_MODULE_0__/* .decisionOutputs */ .NT,
};
/** Removes a version that is on probation, if its content is the one that was looked at. */
const reject = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCommand */ .N)({
    name: 'reject',
    inputs,
    outputs,
    failed: (given) => `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(given)} was not rejected`,
    unanswered: { changed: false },
    run,
});
async function run({ inputs: given, setOutput, accomplished, signal }) {
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireVersion */ .eU)(ref);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`Rejecting ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} at ${given.url}`);
    const version = new _versions_index_js__WEBPACK_IMPORTED_MODULE_6__/* .RemoteVersion */ .r(await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_7__/* .connectTo */ .m6)(given, signal), ref, signal);
    const { name } = version;
    setOutput('version-path', version.path);
    const before = await version.look();
    (0,_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .requireRejectable */ .d9)(version, before);
    const summary = before.kind === 'complete' ? before.summary : undefined;
    const content = summary && (await contentToReject(version, given));
    if (content !== undefined)
        setOutput('manifest-digest', content.digest);
    if (summary !== undefined) {
        const what = content === undefined ? name : `${name} (${(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .contentSize */ .vc)(content)})`;
        const deed = `reject and remove ${what}, uploaded by ${summary.uploadUserId}`;
        // Another content may have the name by now.
        if ((await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .requireConfirmation */ .L)(deed, signal)) && content !== undefined)
            version.requirePinned(content.digest, await version.content());
    }
    const beforeRepeat = async () => {
        if (content !== undefined)
            version.requirePinned(content.digest, await version.content());
    };
    const asking = { ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_7__/* .actingFor */ .IH)(given), force: given.force, ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_7__/* .submitting */ .B2)(given, signal), beforeRepeat };
    const changed = summary !== undefined && (await (0,_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .removePending */ .Km)(version, asking));
    accomplished('rejected', `${name} is gone`);
    setOutput('changed', changed);
    const size = content === undefined ? '' : `: ${(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .contentSize */ .vc)(content)}`;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`${name} ${changed ? `is rejected, and gone${size}` : 'is gone already: nothing to do'}`);
    if (summary && content)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)((0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .versionLine */ .b1)(summary, content.digest));
    const heading = `### \ud83d\uddd1\ufe0f ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_10__/* .escapeMarkup */ .My)(name)} ${changed ? 'rejected' : 'was gone already'}`;
    await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_11__/* .writeSummary */ .Sy)(heading, ...(summary && content ? [(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_11__/* .factTable */ .Bu)((0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .versionRows */ .QI)(summary, content))] : []));
    setOutput('status', 'rejected');
}
/**
 * The content about to be removed. With `force`, a damaged manifest is no reason to stop, unless a content was pinned.
 */
async function contentToReject(version, { force, 'manifest-digest': pinned }) {
    try {
        const content = await version.content();
        version.requirePinned(pinned, content);
        return content;
    }
    catch (error) {
        const isDamaged = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_12__/* .GobblerError */ .CE && ['not-found', 'corrupt-record'].includes(error.code);
        if (!isDamaged || !force || pinned !== undefined)
            throw error;
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`${error.message}. Continuing, because force is set.`);
        return undefined;
    }
}


/***/ }),

/***/ 1366:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/commands/connect/service-inputs.js
var service_inputs = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/current-directory.js
var current_directory = __webpack_require__(8394);
// EXTERNAL MODULE: ./build/errors/hint.js
var errors_hint = __webpack_require__(8054);
// EXTERNAL MODULE: ./build/errors/findings.js
var findings = __webpack_require__(2833);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/commands/kit/runtime.js
var runtime = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
;// CONCATENATED MODULE: ./build/commands/doctor/check.js


const ok = (check, found) => ({ check, verdict: 'ok', found });
const warning = (check, found, hint) => ({
    check,
    verdict: 'warning',
    found,
    hint: (0,errors_hint/* hintText */.dx)(hint, (0,runtime/* host */.H)().settingText),
});
function failure(check, found, hint) {
    const next = hint === undefined ? {} : { hint: (0,errors_hint/* hintText */.dx)(hint, (0,runtime/* host */.H)().settingText) };
    return { check, verdict: 'failure', found, ...next };
}
/** A reason to refuse an upload, as a failed check. */
const findingFailure = (check, finding) => failure(check, (0,findings/* findingText */.NK)(finding), (0,findings/* findingHint */.zG)(finding));
const errorFailure = (check, { message, advice }) => failure(check, message, advice);
/** When to tell that a check takes long: a dead file server may never answer. */
const SLOW_MS = 2000;
/** Examines one part: a `GobblerError`, or an error of the system, is a failed check. `place` is named in the log if it takes long. */
async function examine(check, place, signal, look) {
    const timer = setTimeout(() => (0,log/* line */.n8)(`Still checking ${place}; it may not answer`), SLOW_MS);
    try {
        return await look();
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof gobbler_error/* GobblerError */.CE)
            return [errorFailure(check, error)];
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
        return [
            failure(check, `${place} cannot be examined: ${(0,errno/* messageOf */.b)(error)}`, 'Check its filesystem and its permissions.'),
        ];
    }
    finally {
        clearTimeout(timer);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/client/plan/hard-links.js
var hard_links = __webpack_require__(8994);
// EXTERNAL MODULE: ./build/client/requests/staging-area.js + 1 modules
var staging_area = __webpack_require__(3621);
// EXTERNAL MODULE: ./build/fs/system-errors.js
var system_errors = __webpack_require__(8368);
// EXTERNAL MODULE: ./build/fs/filesystem.js
var filesystem = __webpack_require__(7220);
// EXTERNAL MODULE: ./build/fs/open-file.js
var open_file = __webpack_require__(2778);
// EXTERNAL MODULE: ./build/commands/connect/cache-folder.js
var cache_folder = __webpack_require__(2058);
;// CONCATENATED MODULE: ./build/commands/doctor/directory-checks.js








/** Tries whether files of a directory can be hard linked into staging, which saves their copies. */
async function checkHardLinks({ staging }, directory) {
    const check = 'hard links';
    const stats = await (0,system_errors/* ifThere */.y)(external_node_fs_.promises.stat(directory));
    if (stats?.isDirectory() !== true)
        return [
            failure(check, `${directory} should be a directory, but ${stats === undefined ? 'does not exist' : 'is not'}`, 'Create it, or choose another directory for the results.'),
        ];
    const files = `files of ${directory} (${(0,filesystem/* filesystemOf */.f)(directory, stats.dev).type})`;
    const reason = await whyNoLink(directory, staging);
    if (reason !== undefined)
        return [
            warning(check, `${files} have to be copied to staging: ${reason}`, 'To save the copy, write results to the filesystem of staging, below the same mount point.'),
        ];
    const umask = process.umask();
    if ((0,hard_links/* isLinkableMode */.u)(0o666 & ~umask))
        return [ok(check, `${files} can be hard linked into staging`)];
    return [
        warning(check, `${files} that are made with umask ${umask.toString(8).padStart(4, '0')} have to be copied to staging`, 'Only files that everybody may read, and only you may write, are linked: set umask 022 before results are written.'),
    ];
}
/** Makes a file in staging, and gives it a second name in the directory for a moment. Returns the refusal of the system. */
async function whyNoLink(directory, staging) {
    const name = (0,staging_area/* newRunName */.D3)();
    const [file, link] = [external_node_path_default().join(staging, name), external_node_path_default().join(directory, `.${name}`)];
    await (0,open_file/* withOpen */.X)(file, 'wx', async () => undefined, 0o600);
    try {
        await external_node_fs_.promises.link(file, link);
        await external_node_fs_.promises.rm(link);
        return undefined;
    }
    catch (error) {
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
        return (0,errno/* messageOf */.b)(error);
    }
    finally {
        await external_node_fs_.promises.rm(file, { force: true });
    }
}
/** Looks for a place to keep checksums and fetched files. Commands work without it. */
async function checkCache() {
    try {
        const folder = await (0,cache_folder/* cacheFolder */.n)();
        return [ok('cache', `${folder} (${(0,filesystem/* filesystemOf */.f)(folder).type}) keeps checksums and fetched files`)];
    }
    catch (error) {
        if (!(error instanceof gobbler_error/* GobblerError */.CE))
            throw error;
        return [warning('cache', error.message, error.advice ?? 'Free the cache directory.')];
    }
}

// EXTERNAL MODULE: ./build/client/connection/connection.js + 1 modules
var connection_connection = __webpack_require__(7143);
// EXTERNAL MODULE: ./build/client/registry/listing.js
var listing = __webpack_require__(3387);
// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/format.js
var format = __webpack_require__(8034);
;// CONCATENATED MODULE: ./build/commands/doctor/service-checks.js





/** Connects. A registry that is not there is a failed check; everything else about it needs none. Codes as `connect`. */
async function findService({ url = '', staging, registry }, signal) {
    const start = performance.now();
    const answers = (connection) => ok('service', `a Gobbler answers at ${connection.url} in ${(0,format/* formatDuration */.a3)(performance.now() - start)}`);
    try {
        const connection = await (0,connection_connection/* connect */.N)(url, { staging, registry, signal });
        return { connection, checks: [answers(connection)] };
    }
    catch (error) {
        if (!(error instanceof gobbler_error/* GobblerError */.CE) || error.code !== 'registry-unavailable')
            throw error;
        const connection = await (0,connection_connection/* connect */.N)(url, { staging, signal });
        return { connection, checks: [answers(connection), errorFailure('registry', error)] };
    }
}
/** Lists the projects over HTTP, and compares the registry of this machine with that of the service. */
async function checkRegistry(connection, isGiven, signal) {
    const projects = await (0,listing/* listProjects */.hF)(connection, { forceRemote: true, signal });
    if (isGiven)
        await (0,service_connection/* requireOwnRegistry */.f2)(connection, signal);
    const { registry, registryVisible, registryFilesystem, registryProblem } = connection;
    const content = (0,format/* formatNumberOf */.Of)(projects.length, 'project');
    if (registryVisible)
        return [
            ok('registry', `${registry} (${registryFilesystem?.type}) is that of the service, with ${content}`),
            ...withoutCto('registry', registryFilesystem),
        ];
    const found = registryProblem === undefined ? 'is not a directory here' : registryProblem;
    return [
        warning('registry', `${content} can be read over HTTP only: on this machine, ${registry} ${found}`, (0,errors_hint/* hint */.aK) `Mount the registry, or set ${(0,errors_hint/* setting */.Pe)('registry')} if it is mounted elsewhere, to read files in place.`),
    ];
}
/** A warning about a mount that hides changes by other machines. */
function withoutCto(check, filesystem) {
    if (filesystem?.hasNoCto !== true)
        return [];
    const found = `its filesystem (${filesystem.type}) is mounted with nocto, which may hide changes by other machines`;
    return [warning(check, found, 'Mount it without nocto.')];
}

// EXTERNAL MODULE: ./build/commands/settings/site-settings.js
var site_settings = __webpack_require__(7129);
;// CONCATENATED MODULE: ./build/commands/doctor/settings-checks.js




/** Looks for the settings. Code `invalid-input` for a settings file that cannot be used. */
function findSettings(inputs) {
    const found = (0,site_settings/* settingsInEffect */.AQ)(withoutGaps(inputs));
    const files = (0,site_settings/* settingsFiles */.pb)().map((file) => ((0,external_node_fs_.existsSync)(file) ? file : `no ${file}`));
    const checks = Object.keys(site_settings/* SETTINGS */.yy).map((name) => {
        const { value, origin } = found.get(name) ?? {};
        if (value !== undefined)
            return ok(`setting ${name}`, `${value}, from ${origin ?? `the option --${name}`}`);
        if (name !== 'url')
            return ok(`setting ${name}`, 'as the service reports it');
        const missing = (0,errors_hint/* hint */.aK) `Give ${(0,errors_hint/* setting */.Pe)('url')}, or set $GOBBLER_URL, or "url" in a settings file.`;
        return failure(`setting ${name}`, 'the address of the service is not known', missing);
    });
    return {
        checks: [ok('settings files', files.join(', ')), ...checks],
        settings: Object.fromEntries([...found].map(([name, { value }]) => [name, value])),
    };
}
function withoutGaps(inputs) {
    return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./build/client/connection/identity.js
var identity = __webpack_require__(6836);
// EXTERNAL MODULE: ./build/client/requests/clock-skew.js
var clock_skew = __webpack_require__(3775);
// EXTERNAL MODULE: ./build/client/requests/acting-user.js
var acting_user = __webpack_require__(9518);
// EXTERNAL MODULE: ./build/client/upload/preflight.js + 1 modules
var preflight = __webpack_require__(4393);
;// CONCATENATED MODULE: ./build/commands/doctor/staging-checks.js







/** Writes to staging, and asks the service whether it sees that. */
async function checkStaging(connection, signal) {
    const { staging, serviceStaging, stagingFilesystem } = connection;
    const findings = await (0,preflight/* stagingFindings */.S4)(connection, { run: (0,staging_area/* newRunName */.D3)(), signal, onNotice: log/* line */.n8 });
    if (findings.length > 0)
        return findings.map((finding) => findingFailure(finding.kind === 'clock' ? 'clocks' : 'staging', finding));
    const there = serviceStaging === staging ? '' : `, which sees it as ${serviceStaging}`;
    const found = `${staging} (${stagingFilesystem?.type}) is writable, and shared with the service${there}`;
    return [ok('staging', found), ...withoutCto('staging', stagingFilesystem)];
}
/** A difference that a slow answer may cause. */
const UNSURE_S = 5;
/** Compares the clocks of staging and of this machine with that of the service. */
async function checkClocks(connection, signal) {
    const clocks = await (0,clock_skew/* readClocks */.CB)(connection, signal);
    return [clocks === undefined ? unknownClocks : clockCheck(clocks)];
}
const unknownClocks = ok('clocks', 'the service does not report its time');
function clockCheck({ stagingAheadS, hereAheadS }) {
    const differing = [
        ['the clock of staging', stagingAheadS],
        ['the clock of this machine', hereAheadS],
    ];
    const found = differing
        .filter(([, aheadS]) => Math.abs(aheadS) > UNSURE_S)
        .map(([clock, aheadS]) => `${clock} is ${Math.abs(aheadS)} s ${aheadS > 0 ? 'ahead of' : 'behind'} that of the service`);
    if (found.length === 0)
        return ok('clocks', `staging, this machine and the service agree within ${UNSURE_S} s`);
    const isRefused = -stagingAheadS > clock_skew/* MAY_DIFFER_S */.bN;
    const advice = `Synchronize the clocks. The service refuses requests that seem more than ${clock_skew/* MAY_DIFFER_S */.bN} s old.`;
    return (isRefused ? failure : warning)('clocks', found.join('; '), advice);
}
/** Asks the service which account it sees. */
async function checkAccount(connection, signal) {
    const here = (0,identity/* currentUser */.N)();
    const uid = process.geteuid?.();
    const id = uid === undefined ? '' : ` (id ${uid})`;
    let account;
    try {
        account = await (0,acting_user/* actingUser */.e)(connection, { signal, onNotice: log/* line */.n8 });
    }
    catch (error) {
        const isNameless = error instanceof gobbler_error/* GobblerError */.CE && ['connection-lost', 'service-failed'].includes(error.code);
        if (!isNameless)
            throw error;
        return [failure('account', `${error.message}${id}`, (0,findings/* generalHint */.yX)('unknown-user'))];
    }
    if (account.isAdministrator)
        return [ok('account', `${here ?? 'this user'}${id} is an administrator of the service`)];
    const { user: name } = account;
    if (name === undefined || name === here)
        return [
            ok('account', `the service knows this user as ${here ?? 'somebody'}${id}, not as an administrator`),
        ];
    return [
        warning('account', `the service knows this user${id} as ${name}, not as ${here ?? 'on this machine, where the id has no name'}`, `Permissions of projects have to name ${name}.`),
    ];
}

;// CONCATENATED MODULE: ./build/commands/doctor/doctor.js








/** A setting that is missing or wrong is a failed check: none of them is refused before. */
const doctor_inputs = {
    directory: (0,inputs/* optionalPath */.s2)('Directory with results to publish. Defaults to the current directory'),
    url: (0,inputs/* text */.Qq)(service_inputs/* serviceInputs */.r7.url.description),
    staging: (0,inputs/* optionalPath */.s2)(service_inputs/* serviceInputs */.r7.staging.description),
    registry: (0,inputs/* optionalPath */.s2)(service_inputs/* serviceInputs */.r7.registry.description),
    ...service_inputs/* timeoutInput */.sR,
};
const outputs = {
    status: 'The worst verdict: `ok`, `warning` or `failure`; `failed`, `timed-out` or `cancelled`',
    checks: 'The checks as JSON: a list of objects with `check`, `verdict`, `found` and `hint`',
};
/**
 * The command `doctor`: checks everything that an upload needs, one part after another, and reports all of it. Changes
 * nothing that stays.
 */
const doctor = (0,command/* defineCommand */.N)({
    name: 'doctor',
    inputs: doctor_inputs,
    outputs,
    failed: () => 'the checks were not completed',
    unanswered: { checks: '[]' },
    run,
});
async function run(context) {
    const checks = await allChecks(context);
    context.setOutput('checks', JSON.stringify(checks));
    context.setOutput('status', worstOf(checks));
}
function worstOf(checks) {
    const worst = ['failure', 'warning'].find((one) => checks.some(({ verdict }) => verdict === one));
    return worst ?? 'ok';
}
/** Skips checks that depend on one that failed: they would only repeat its failure. */
async function allChecks({ inputs: given, signal }) {
    const checks = [
        ok('node', `${process.version} on ${process.platform} ${process.arch}, ${process.execPath}`),
        ...(await examine('cache', 'the cache directory', signal, checkCache)),
    ];
    const found = orFailure('settings files', () => findSettings(given));
    if ('verdict' in found)
        return [...checks, found];
    checks.push(...found.checks);
    const { settings } = found;
    if (settings.url === undefined)
        return checks;
    let service;
    const ofService = await examine('service', settings.url, signal, async () => {
        service = await findService(settings, signal);
        return service.checks;
    });
    checks.push(...ofService);
    // A cast, since the compiler does not see that the function above has been called.
    const { connection } = service ?? {};
    if (connection === undefined)
        return checks;
    const { registry, staging } = connection;
    if (!ofService.some(({ check }) => check === 'registry'))
        checks.push(...(await examine('registry', registry, signal, () => checkRegistry(connection, settings.registry !== undefined, signal))));
    const ofStaging = await examine('staging', staging, signal, () => checkStaging(connection, signal));
    checks.push(...ofStaging);
    if (ofStaging.some(({ verdict }) => verdict === 'failure'))
        return checks;
    const directory = given.directory ?? (0,current_directory/* currentDirectory */.n)();
    for (const part of [
        () => examine('clocks', staging, signal, () => checkClocks(connection, signal)),
        () => examine('account', staging, signal, () => checkAccount(connection, signal)),
        () => examine('hard links', directory, signal, () => checkHardLinks(connection, directory)),
    ])
        checks.push(...(await part()));
    return checks;
}
function orFailure(check, find) {
    try {
        return find();
    }
    catch (error) {
        if (!(error instanceof gobbler_error/* GobblerError */.CE))
            throw error;
        return errorFailure(check, error);
    }
}


/***/ }),

/***/ 1494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clone: () => (/* binding */ clone)
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
// EXTERNAL MODULE: ./build/fs/make-directory.js
var make_directory = __webpack_require__(8431);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/client/registry/manifest-digest.js
var manifest_digest = __webpack_require__(4475);
;// CONCATENATED MODULE: ./build/client/download/clone.js






/**
 * Makes a working copy of a version that takes no room: a link into the registry for every file, and the empty
 * directories. Replace what is to change, and upload the rest as it is: the links stay links. The registry has to be
 * visible here. Nothing that exists at the destination is overwritten. Returns the manifest of the version. Codes
 * `not-found`, `registry-unavailable`, `destination-unavailable`.
 */
async function cloneVersion(connection, ref, destination, { signal } = {}) {
    if (!connection.registryVisible)
        throw (0,gobbler_error/* gobblerError */.k5)('clone-without-registry', {});
    const manifest = await (0,versions/* fetchManifest */.Cj)(connection, ref, { forceRemote: true, signal });
    const source = external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref));
    try {
        const keys = [...manifest.keys()];
        const directories = (0,manifest_digest/* directoriesWith */.UD)(manifest, keys);
        // All directories first: ext4 takes six times as long if creating directories and files alternates.
        for (const directory of ['', ...directories]) {
            signal?.throwIfAborted();
            await (0,make_directory/* makeDirectory */.O)(external_node_path_default().join(destination, directory));
        }
        for (const key of keys.filter((one) => !directories.has(one))) {
            signal?.throwIfAborted();
            await external_node_fs_.promises.symlink(external_node_path_default().join(source, key), external_node_path_default().join(destination, key));
        }
        return manifest;
    }
    catch (error) {
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
        throw (0,gobbler_error/* gobblerError */.k5)('clone-failed', { error: (0,errno/* messageOf */.b)(error) }, { cause: error });
    }
}

// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/commands/connect/service-inputs.js
var service_inputs = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/versions/remote-version.js
var remote_version = __webpack_require__(9159);
// EXTERNAL MODULE: ./build/commands/versions/version-facts.js
var version_facts = __webpack_require__(4444);
;// CONCATENATED MODULE: ./build/commands/fetch/clone.js





const clone_inputs = {
    project: (0,inputs/* requiredText */.$4)('Project of the version'),
    asset: (0,inputs/* requiredText */.$4)('Asset of the version'),
    version: (0,inputs/* requiredText */.$4)('Version to clone'),
    destination: (0,inputs/* directoryPath */.dh)('Directory for the links; created if missing'),
    ...service_inputs/* serviceInputs */.r7,
    ...service_inputs/* timeoutInput */.sR,
};
const outputs = {
    status: '`cloned`, `failed`, `timed-out` or `cancelled`',
    path: 'Absolute path of the directory',
    'manifest-digest': 'A sha256 over paths, sizes and MD5 sums, links left out',
};
/** The command `clone`: makes a working copy of a version, with a link into the registry for each file. */
const clone = (0,command/* defineCommand */.N)({
    name: 'clone',
    inputs: clone_inputs,
    outputs,
    failed: (given) => `${(0,names/* formatRef */.rq)(given)} was not cloned`,
    run,
});
async function run({ inputs: given, setOutput, signal }) {
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,names/* requireVersion */.eU)(ref);
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    (0,service_connection/* requireOwnPlace */.dp)(connection, given.destination);
    const version = new remote_version/* RemoteVersion */.r(connection, ref, signal);
    await version.requireComplete('use');
    const manifest = await cloneVersion(connection, ref, given.destination, { signal });
    const content = { manifest, digest: (0,manifest_digest/* manifestDigest */.It)(manifest) };
    setOutput('path', given.destination);
    setOutput('manifest-digest', content.digest);
    (0,log/* line */.n8)(`${version.name} is cloned to ${given.destination}: ${(0,version_facts/* contentSize */.vc)(content)}, as links`);
    setOutput('status', 'cloned');
}


/***/ }),

/***/ 144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetch: () => (/* binding */ fetch)
});

// EXTERNAL MODULE: ./build/client/select/select.js
var select_select = __webpack_require__(4530);
// EXTERNAL MODULE: ./build/client/registry/manifest-digest.js
var manifest_digest = __webpack_require__(4475);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/commands/connect/service-inputs.js
var service_inputs = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/kit/format.js
var format = __webpack_require__(8034);
// EXTERNAL MODULE: ./build/commands/kit/escape.js
var kit_escape = __webpack_require__(6366);
// EXTERNAL MODULE: ./build/commands/kit/summary.js
var kit_summary = __webpack_require__(3009);
// EXTERNAL MODULE: ./build/commands/progress/file-ticker.js
var file_ticker = __webpack_require__(8995);
// EXTERNAL MODULE: ./build/commands/versions/version-to-fetch.js
var version_to_fetch = __webpack_require__(4059);
// EXTERNAL MODULE: ./build/commands/versions/version-facts.js
var version_facts = __webpack_require__(4444);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/fs/concurrency.js
var fs_concurrency = __webpack_require__(535);
// EXTERNAL MODULE: ./build/fs/checksums.js
var checksums = __webpack_require__(6879);
;// CONCATENATED MODULE: ./build/client/destination/standing.js





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
        conflicts.push({ path: '', found: 'no-directory' });
    if (root === undefined)
        return { missing: keys, linked };
    const directories = (0,manifest_digest/* directoriesOf */.Pv)(keys);
    await (0,fs_concurrency/* forEachConcurrently */.DW)(directories, concurrency, async (directory) => {
        const found = await statsOf(external_node_path_default().join(to, directory));
        if (found !== undefined && !found.isDirectory())
            conflicts.push({ path: directory, found: 'no-directory' });
    }, signal);
    await (0,fs_concurrency/* forEachConcurrently */.DW)(keys, concurrency, async (key) => {
        const expected = manifest.get(key);
        const found = await statsOf(external_node_path_default().join(to, key));
        if (found === undefined)
            missing.push(key);
        else if (expected?.md5sum === '') {
            if (!found.isDirectory())
                conflicts.push({ path: key, found: 'no-directory' });
        }
        else if (found.isSymbolicLink()) {
            const target = await external_node_fs_.promises.readlink(external_node_path_default().join(to, key)).catch((error) => {
                throw unreadable(external_node_path_default().join(to, key), error);
            });
            if (target === external_node_path_default().join(from, key))
                linked.push(key);
            else
                conflicts.push({ path: key, found: 'link', target });
        }
        else if (!found.isFile())
            conflicts.push({ path: key, found: 'no-file' });
        else if (found.size !== expected?.size)
            conflicts.push({ path: key, found: 'other-size', bytes: found.size });
        else
            sameSize.push({ path: key, sizeBytes: found.size });
    }, signal);
    const onFailure = ({ path: key }, error) => {
        throw unreadable(external_node_path_default().join(to, key), error);
    };
    const sums = await (0,checksums/* md5OfFiles */.RW)(sameSize, ({ path: key }) => external_node_path_default().join(to, key), { signal, onFailure });
    for (const [key, sum] of sums) {
        if (sum !== manifest.get(key)?.md5sum)
            conflicts.push({ path: key, found: 'other-content' });
    }
    if (conflicts.length === 0)
        return { missing, linked };
    throw (0,gobbler_error/* gobblerError */.k5)('destination-occupied', { destination: to, conflicts });
}
/** Returns the metadata of a path; undefined if nothing is there. */
async function statsOf(item, { follow = false } = {}) {
    try {
        return await (follow ? external_node_fs_.promises.stat(item) : external_node_fs_.promises.lstat(item));
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes((0,errno/* errnoOf */.U)(error) ?? ''))
            return undefined;
        throw unreadable(item, error);
    }
}
function unreadable(item, error) {
    return (0,gobbler_error/* gobblerError */.k5)('destination-unreadable', { path: item, error: (0,errno/* messageOf */.b)(error) }, { cause: error });
}

// EXTERNAL MODULE: ./build/fs/own-files.js
var own_files = __webpack_require__(6617);
;// CONCATENATED MODULE: ./build/client/destination/file-source.js


/** A version in the registry on this machine, and how closely to check its files. */
function registryFiles(root, check) {
    return {
        root,
        mayHave: () => true,
        openFlags: external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK,
        checkOf: (_, stats) => (stats.isFile() ? check : undefined),
    };
}
/** A version of which the cache may have a part; the rest is downloaded by `replace`. */
function cachedFiles({ root, manifest, cached }, replace) {
    return {
        root,
        mayHave: (key) => cached.mayHave(key),
        openFlags: external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOFOLLOW,
        checkOf: (key, stats) => {
            if (!(0,own_files/* isOwnFile */.Z4)(stats) || stats.size !== manifest.get(key)?.size)
                return undefined;
            return cached.isTrusted(key, stats) ? 'size' : 'checksum';
        },
        replace,
    };
}

// EXTERNAL MODULE: ./build/fs/make-directory.js
var make_directory = __webpack_require__(8431);
// EXTERNAL MODULE: ./build/fs/adaptive-io.js + 1 modules
var adaptive_io = __webpack_require__(522);
// EXTERNAL MODULE: ./build/fs/system-errors.js
var system_errors = __webpack_require__(8368);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/client/connection/service-url.js
var service_url = __webpack_require__(2215);
// EXTERNAL MODULE: ./build/client/connection/http.js
var http = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/fs/replace-file.js
var replace_file = __webpack_require__(4546);
// EXTERNAL MODULE: ./build/fs/threads/large-files.js + 1 modules
var large_files = __webpack_require__(1162);
// EXTERNAL MODULE: ./build/fs/threads/worker-pool.js + 1 modules
var worker_pool = __webpack_require__(3323);
;// CONCATENATED MODULE: ./build/fs/threads/md5-stream.js

/** Pieces of a stream that wait for being hashed. */
const PIECES_IN_FLIGHT = 4;
/** Computes the MD5 of a stream in a thread of its own. To be closed, however it ends. */
class Md5Stream {
    #worker;
    #inFlight = [];
    #spare = [];
    constructor(worker) {
        this.#worker = worker;
    }
    /** Undefined if every worker is busy, or none can start. */
    static async open() {
        const worker = await (0,worker_pool/* takeStarted */.h9)();
        return worker === undefined ? undefined : new Md5Stream(worker);
    }
    /** Memory for a piece. Always the same few, so that a large file does not fill the heap with what it was. */
    room(length) {
        const spare = this.#spare.pop();
        const memory = spare !== undefined && spare.byteLength >= length ? spare : new ArrayBuffer(length * 1.25);
        return new Uint8Array(memory, 0, length);
    }
    /** Takes the memory of `bytes` over. Resolves when there is room for more. */
    async update(bytes) {
        const reply = this.#worker.perform({ kind: 'piece', bytes }, [bytes.buffer]);
        // The failure is reported to the awaiter; that may be later.
        reply.catch(() => undefined);
        this.#inFlight.push(reply);
        if (this.#inFlight.length <= PIECES_IN_FLIGHT)
            return;
        const memory = await this.#inFlight.shift();
        if (memory !== undefined)
            this.#spare.push(memory);
    }
    digest() {
        return this.#worker.perform({ kind: 'digest' });
    }
    /** Gives the worker back, and drops the bytes since the last digest. */
    async close() {
        try {
            await this.#worker.perform({ kind: 'digest' });
        }
        finally {
            (0,worker_pool/* giveBack */.F5)(this.#worker);
        }
    }
}

;// CONCATENATED MODULE: ./build/client/download/place-small.js


/** The calls for a small file: opening, writing, closing, renaming. */
const PLACING_CALLS = 4;
/** Writes a file as a whole, and gives it its name when it is complete. */
function placeSmall(content, { partial, target, mode, isNew }, pace) {
    const now = () => {
        try {
            (0,external_node_fs_.writeFileSync)(partial, content, { flag: 'wx', mode });
            if (isNew)
                (0,replace_file/* nameNewNow */.YH)(partial, target);
            else
                (0,external_node_fs_.renameSync)(partial, target);
        }
        catch (error) {
            (0,external_node_fs_.rmSync)(partial, { force: true });
            throw error;
        }
    };
    return pace.once({
        now,
        later: () => (0,replace_file/* replaceFile */.fR)(target, [content], { partial, mode, isNew }),
        calls: PLACING_CALLS,
    });
}

;// CONCATENATED MODULE: ./build/client/download/partial-file.js





/** The size of the write buffer. Smaller files are created only when they are complete. */
const WRITE_BYTES = 1024 * 1024;
/**
 * A file that is being received: written in large pieces under another name, its checksum computed on the way, and put
 * in place when it is complete. A small one is kept in memory until then.
 */
class PartialFile {
    #file;
    #naming;
    #handle;
    #pending = [];
    #pendingBytes = 0;
    #writtenBytes = 0;
    /** Of what is written; what is small is hashed in one go. */
    #hash = (0,external_node_crypto_.createHash)('md5');
    /** Instead of the hash, for a large file. */
    #stream;
    #isLarge;
    /** All of a finished file that is small, and not written yet. */
    #small;
    constructor(file, { expectedBytes, mode, isNew }) {
        this.#file = file;
        this.#naming = { mode, isNew };
        this.#isLarge = expectedBytes >= large_files/* WORTH_A_THREAD_BYTES */.kr;
    }
    /** Forgets what came so far. */
    async restart() {
        if (this.#handle !== undefined || this.#stream !== undefined)
            await this.discard();
        this.#handle = undefined;
        this.#pending = [];
        this.#pendingBytes = 0;
        this.#writtenBytes = 0;
        this.#hash = (0,external_node_crypto_.createHash)('md5');
        if (this.#isLarge)
            this.#stream = await Md5Stream.open();
    }
    async write(chunk) {
        this.#pending.push(chunk);
        this.#pendingBytes += chunk.length;
        if (this.#pendingBytes >= WRITE_BYTES)
            await this.#flush();
    }
    /** Size and checksum of all that came. */
    async finish() {
        if (this.#handle === undefined && this.#stream === undefined) {
            this.#small = Buffer.concat(this.#pending);
            return { size: this.#small.length, md5sum: (0,checksums/* md5Of */.iF)(this.#small) };
        }
        await this.#flush();
        await this.#close();
        const md5sum = (await this.#stream?.digest()) ?? this.#hash.digest('hex');
        await this.#closeStream();
        return { size: this.#writtenBytes, md5sum };
    }
    /** Puts the finished file at `target`. */
    async place(target, pace) {
        const [partial, small, naming] = [this.#file, this.#small, this.#naming];
        if (small !== undefined)
            await placeSmall(small, { partial, target, ...naming }, pace);
        else if (naming.isNew)
            await (0,replace_file/* nameNew */.kb)(partial, target);
        else
            await external_node_fs_.promises.rename(partial, target);
    }
    /** Removes the rest of a download that was not completed. */
    async discard() {
        try {
            await this.#closeStream();
        }
        finally {
            await this.#close();
            await external_node_fs_.promises.rm(this.#file, { force: true });
        }
    }
    /** Before the file gets its name: a network filesystem may only report a full disk here. */
    async #close() {
        const handle = this.#handle;
        this.#handle = undefined;
        await handle?.close();
    }
    async #closeStream() {
        const stream = this.#stream;
        this.#stream = undefined;
        await stream?.close();
    }
    async #flush() {
        this.#handle ??= await external_node_fs_.promises.open(this.#file, 'wx', this.#naming.mode);
        // In order, from where the last piece ended; unlike a plain write, it writes all of it.
        const piece = this.#stream?.room(this.#pendingBytes) ?? new Uint8Array(this.#pendingBytes);
        join(this.#pending, piece);
        await this.#handle.writeFile(piece);
        if (this.#stream === undefined)
            this.#hash.update(piece);
        else
            await this.#stream.update(piece);
        this.#writtenBytes += this.#pendingBytes;
        this.#pending = [];
        this.#pendingBytes = 0;
    }
}
function join(chunks, whole) {
    let at = 0;
    for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
    }
}

;// CONCATENATED MODULE: ./build/client/download/download.js






/** Random numbers are dear, compared with a small file: one a process is enough. */
const OURS = (0,external_node_crypto_.randomBytes)(12).toString('hex');
let partials = 0;
/** A new name in `directory` for a file while it is incomplete; nobody else uses it. */
function download_newPartial(directory, prefix = '') {
    return external_node_path_default().join(directory, `${prefix}${OURS}-${partials++}`);
}
/**
 * Fetches one file over HTTP, checks its size and checksum, and only then puts it in place. Returns whether it exists.
 * Codes `content-differs` if it is not what was expected, `destination-unavailable` if it cannot be written, `already-exists`
 * with `isNew`, and those of `httpGet`.
 */
async function download_download(connection, work) {
    const { registryPath, target, partial, mode, isNew = false, expected, signal } = work;
    const { pace = new adaptive_io/* AdaptiveIo */.p() } = work;
    const url = (0,service_url/* addressOf */.ci)(connection, registryPath);
    let placed = false;
    const file = new PartialFile(partial, { expectedBytes: expected?.size ?? 0, mode, isNew });
    try {
        let received = 0;
        const status = await (0,http/* httpDownload */.d8)(url, {
            signal,
            onStart: async () => {
                received = 0;
                await download_writing(partial, () => file.restart());
            },
            onChunk: async (chunk) => {
                received += chunk.length;
                // An endless body must not fill the disk.
                if (expected !== undefined && received > expected.size)
                    throw (0,gobbler_error/* gobblerError */.k5)('download-differs', { url, expected: contentOf(expected), found: 'longer' });
                await download_writing(partial, () => file.write(chunk));
            },
        });
        if (status === 404 || status === 301)
            return false;
        if (status !== 200)
            throw (0,gobbler_error/* gobblerError */.k5)('fetch-failed', { url, status }, { httpStatus: status });
        const found = await download_writing(target, () => file.finish());
        if (expected !== undefined && (found.size !== expected.size || found.md5sum !== expected.md5sum)) {
            const facts = { url, expected: contentOf(expected), found: contentOf(found) };
            throw (0,gobbler_error/* gobblerError */.k5)('download-differs', facts);
        }
        await download_writing(target, () => file.place(target, pace));
        placed = true;
        return true;
    }
    finally {
        if (!placed)
            await file.discard();
    }
}
const contentOf = ({ size: bytes, md5sum: md5 }) => ({ bytes, md5 });
/** Runs what writes `item`; its failure gets the code `destination-unavailable`, or `already-exists` if the name is taken. */
const download_writing = (item, write) => write().catch(notWritten(item));
/** The same for what is done at once. */
function writingAtOnce(item, write) {
    try {
        write();
    }
    catch (error) {
        notWritten(item)(error);
    }
}
const notWritten = (item) => (0,system_errors/* refusedAs */.xb)((error) => (0,errno/* errnoOf */.U)(error) === 'EEXIST'
    ? (0,gobbler_error/* gobblerError */.k5)('destination-taken', { path: item }, { cause: error })
    : (0,gobbler_error/* gobblerError */.k5)('download-not-written', { item, error: (0,errno/* messageOf */.b)(error) }, { cause: error }));

// EXTERNAL MODULE: ./build/fs/open-file.js
var open_file = __webpack_require__(2778);
// EXTERNAL MODULE: ./build/fs/reflink.js
var reflink = __webpack_require__(7426);
;// CONCATENATED MODULE: ./build/client/destination/checked-copies.js






/**
 * Copies files of a version one by one, each checked by what was read of the open source, and only then put in place.
 * Functions return the problem of the source, if there is one. Code `destination-unavailable` for what cannot be written.
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
            const file = external_node_path_default().join(source.root, key);
            content = (0,open_file/* withOpenNow */.B)(file, source.openFlags, (descriptor) => this.#readSmall(key, descriptor));
        }
        catch (error) {
            return checked_copies_unreadable(key, error);
        }
        if ('path' in content)
            return content;
        const { partial, target } = placeOf(key);
        writingAtOnce(target, () => {
            try {
                (0,external_node_fs_.writeFileSync)(partial, content, { flag: 'wx' });
                (0,replace_file/* nameNewNow */.YH)(partial, target);
            }
            catch (error) {
                (0,external_node_fs_.rmSync)(partial, { force: true });
                throw error;
            }
        });
        return undefined;
    }
    #readSmall(key, descriptor) {
        const check = this.#checkOf(key, (0,external_node_fs_.fstatSync)(descriptor));
        if ('path' in check)
            return check;
        const content = (0,checksums/* readSmall */.o5)(descriptor);
        const md5sum = check.wantsChecksum ? (0,checksums/* md5Of */.iF)(content) : '';
        return this.#problemOf(key, { size: content.length, md5sum }) ?? content;
    }
    /** A file of any size. */
    async copy(key) {
        const { root, openFlags } = this.#options.source;
        const copied = (0,open_file/* withOpen */.X)(external_node_path_default().join(root, key), openFlags, (from) => this.#copyOpen(key, from));
        // A failure to write becomes an error with a code.
        return copied.catch((error) => checked_copies_unreadable(key, error));
    }
    async #copyOpen(key, from) {
        const stats = await from.stat();
        const check = this.#checkOf(key, stats);
        if ('path' in check)
            return check;
        const { partial, target } = this.#options.placeOf(key);
        return download_writing(target, async () => {
            let isPlaced = false;
            try {
                const copied = (await this.#clone(key, stats, { partial, ...check })) ??
                    (await this.#copyBytes(from, stats.size, { partial, ...check }));
                const problem = 'path' in copied ? copied : this.#problemOf(key, copied);
                if (problem !== undefined)
                    return problem;
                await (0,replace_file/* nameNew */.kb)(partial, target);
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
        return (0,open_file/* withOpen */.X)(partial, 'wx', (to) => (0,large_files/* copyFile */.m3)({ descriptor: from.fd, sizeBytes }, to.fd, { wantsChecksum, signal }));
    }
    /** Undefined if the filesystem cannot share blocks. Checks the clone, not the source, which is found by its path. */
    async #clone(key, stats, { partial, wantsChecksum }) {
        const { source, clones, signal } = this.#options;
        if (!clones || stats.size <= checksums/* SMALL_FILE_BYTES */.XG)
            return undefined;
        return (0,open_file/* withOpen */.X)(partial, 'wx', async (made) => {
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
                return { path: key, kind: 'changed' };
            const { size } = await made.stat();
            if (!wantsChecksum)
                return { size, md5sum: '' };
            return (0,large_files/* hashFile */.DC)({ descriptor: made.fd, sizeBytes: size }, { signal });
        });
    }
    #expected(key) {
        return this.#options.manifest.get(key);
    }
    /** Returns how to copy an open file, or the problem with it. */
    #checkOf(key, stats) {
        const check = this.#options.source.checkOf(key, stats);
        if (check === undefined)
            return { path: key, kind: 'unsuitable' };
        const { size } = this.#expected(key);
        if (stats.size !== size)
            return { path: key, kind: 'size', expected: size, found: stats.size };
        return { wantsChecksum: check === 'checksum' };
    }
    #problemOf(key, copied) {
        const { size, md5sum } = this.#expected(key);
        if (copied.size !== size)
            return { path: key, kind: 'size', expected: size, found: copied.size };
        if (copied.md5sum === '' || copied.md5sum === md5sum)
            return undefined;
        return { path: key, kind: 'md5', expected: md5sum, found: copied.md5sum };
    }
}
/** Only what the filesystem says of the source: failures to write are thrown elsewhere. */
function checked_copies_unreadable(key, error) {
    if ((0,errno/* errnoOf */.U)(error) === undefined)
        throw error;
    return { path: key, kind: 'unreadable', error: (0,errno/* messageOf */.b)(error) };
}

;// CONCATENATED MODULE: ./build/client/destination/place-files.js








const LARGE_FILES_IN_FLIGHT = 8;
/** Opening and closing two files, looking, reading, writing, giving the name, taking the other one. */
const CALLS_A_COPY = 10;
const CALLS_A_LINK = 1;
/** The name prefix of incomplete files, and such a name. */
const PARTIAL = '.gobbler-fetch-';
const IS_PARTIAL = /^\.gobbler-fetch-[0-9a-f]{24}-\d+$/;
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
    await download_writing(to, () => (0,make_directory/* makeDirectory */.O)(to));
    const directories = (0,manifest_digest/* directoriesWith */.UD)(manifest, keys);
    for (const directory of directories) {
        signal?.throwIfAborted();
        await download_writing(to, () => (0,make_directory/* makeDirectory */.O)(external_node_path_default().join(to, directory)));
    }
    for (const directory of ['', ...directories])
        await removeLeftovers(placing, directory);
    // Beside the target: ext4 takes half as long again, or twice, if each file is made in one directory for another.
    const placeOf = (key) => ({
        partial: download_newPartial(external_node_path_default().join(to, external_node_path_default().dirname(key)), PARTIAL),
        target: external_node_path_default().join(to, key),
    });
    const files = keys.filter((key) => !directories.has(key));
    for (const key of keys)
        if (directories.has(key))
            onFile(key);
    const background = { concurrency, signal };
    if (method === 'symlink') {
        const links = linking(source.root, (key) => external_node_path_default().join(to, key), onFile);
        await new adaptive_io/* AdaptiveIo */.p().forEach(files, { ...links, calls: CALLS_A_LINK }, background);
        return;
    }
    const copies = new CheckedCopies({ source, manifest, placeOf, clones: method === 'auto', signal });
    const wrong = [];
    const note = (key, problem) => {
        if (problem === undefined)
            onFile(key);
        else
            wrong.push(problem);
    };
    const now = (key) => note(key, copies.copySmallNow(key));
    const later = async (key) => note(key, await copies.copy(key));
    const small = [];
    const large = [];
    const missing = [];
    for (const key of files) {
        const { size = 0 } = manifest.get(key) ?? {};
        if (!source.mayHave(key))
            missing.push(key);
        else
            (size <= checksums/* SMALL_FILE_BYTES */.XG ? small : large).push(key);
    }
    await new adaptive_io/* AdaptiveIo */.p().forEach(small, { now, later, calls: CALLS_A_COPY }, background);
    await (0,fs_concurrency/* forEachConcurrently */.DW)(large, Math.min(concurrency, LARGE_FILES_IN_FLIGHT), later, signal);
    if (missing.length === 0 && wrong.length === 0)
        return;
    const { replace } = source;
    if (replace === undefined) {
        const problems = [...missing.map((key) => ({ path: key, kind: 'missing' })), ...wrong];
        throw (0,gobbler_error/* gobblerError */.k5)('files-differ', { directory: source.root, problems });
    }
    const all = wrong.length === 0 ? missing : [...missing, ...wrong.map(({ path: key }) => key)];
    await replace(all, placeOf, onFile);
}
function linking(from, placeOf, onFile) {
    const now = (key) => {
        const [text, target] = [external_node_path_default().join(from, key), placeOf(key)];
        writingAtOnce(target, () => {
            try {
                (0,external_node_fs_.symlinkSync)(text, target);
            }
            catch (error) {
                if ((0,errno/* errnoOf */.U)(error) !== 'EEXIST' || textNow(target) !== text)
                    throw error;
            }
        });
        onFile(key);
    };
    const later = async (key) => {
        const [text, target] = [external_node_path_default().join(from, key), placeOf(key)];
        const isSame = async () => (await external_node_fs_.promises.readlink(target).catch(noLink)) === text;
        await download_writing(target, () => external_node_fs_.promises.symlink(text, target).catch(async (error) => {
            if ((0,errno/* errnoOf */.U)(error) !== 'EEXIST' || !(await isSame()))
                throw error;
        }));
        onFile(key);
    };
    return { now, later };
}
const noLink = (0,system_errors/* ifErrno */.E6)(['EINVAL'], () => undefined);
/** Where a symlink leads; undefined for something else. */
function textNow(link) {
    try {
        return (0,external_node_fs_.readlinkSync)(link);
    }
    catch (error) {
        return noLink(error);
    }
}
/** Removes incomplete files of this user that killed runs have left; never a file of the version. */
async function removeLeftovers({ to, manifest }, directory) {
    const place = external_node_path_default().join(to, directory);
    for (const name of await download_writing(place, () => external_node_fs_.promises.readdir(place))) {
        if (!IS_PARTIAL.test(name) || manifest.has(external_node_path_default().join(directory, name)))
            continue;
        const item = external_node_path_default().join(place, name);
        const found = await statsOf(item);
        if (found === undefined || !(0,own_files/* isOwnFile */.Z4)(found) || Date.now() - found.mtimeMs < LEFTOVER_MS)
            continue;
        await download_writing(item, () => external_node_fs_.promises.rm(item, { force: true }));
    }
}

// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/protocol/records.js
var protocol_records = __webpack_require__(7270);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/client/download/cache.js
var download_cache = __webpack_require__(7442);
;// CONCATENATED MODULE: ./build/client/download/cached-files.js





/** Not through a link, and without waiting for the other end of a pipe. */
const TO_READ = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Somebody has made it writable: it is closed again. */
const WRITABLE = 0o222;
/** Errors that mean there is no readable file: it is replaced, or the write reports the problem. */
const ifUnusable = (0,system_errors/* ifErrno */.E6)(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'ENXIO'], () => false);
/** The cached files of one version. */
class CachedFiles {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** Returns whether there is a file for a key, whatever its content. */
    mayHave(key) {
        return this.#options.present.has(key);
    }
    /** Returns whether an open file need not be read to know that its content is right. */
    isTrusted(key, stats) {
        return !this.#options.rehash && this.#options.verified.isUnchanged(key, stats);
    }
    /**
     * Returns whether the file of a key is there with the content that the manifest lists. A file that has not changed
     * since this was found last need not be read again; all others are hashed. Everything is decided about an open file,
     * whose attributes are fresh on network filesystems, too.
     */
    async holds(key) {
        if (!this.mayHave(key))
            return false;
        const { content, manifest, pace } = this.#options;
        const file = external_node_path_default().join(content, key);
        if ((manifest.get(key)?.size ?? 0) > checksums/* SMALL_FILE_BYTES */.XG)
            return this.#isRight(key, file);
        const now = () => {
            try {
                return (0,open_file/* withOpenNow */.B)(file, TO_READ, (descriptor) => this.#isSmallRight(key, descriptor));
            }
            catch (error) {
                return ifUnusable(error);
            }
        };
        return pace.once({ now, later: () => this.#isRight(key, file), calls: 3 });
    }
    #isRight(key, file) {
        return (0,open_file/* withOpen */.X)(file, TO_READ, async (handle) => {
            const before = await handle.stat();
            if (!this.#canBeRight(key, before))
                return false;
            if (this.isTrusted(key, before))
                return true;
            const begunMs = Date.now();
            const { signal } = this.#options;
            const { md5sum } = await (0,large_files/* hashFile */.DC)({ descriptor: handle.fd, sizeBytes: before.size }, { signal });
            if (!this.#isListed(key, md5sum))
                return false;
            this.#note(key, { before, after: await handle.stat(), begunMs });
            if (before.mode & WRITABLE)
                await handle.chmod(before.mode & download_cache/* CACHED_MODE */.td);
            return true;
        }).catch(ifUnusable);
    }
    /** The same at once. */
    #isSmallRight(key, descriptor) {
        const before = (0,external_node_fs_.fstatSync)(descriptor);
        if (!this.#canBeRight(key, before))
            return false;
        if (this.isTrusted(key, before))
            return true;
        const begunMs = Date.now();
        if (!this.#isListed(key, (0,checksums/* md5Of */.iF)((0,checksums/* readSmall */.o5)(descriptor))))
            return false;
        this.#note(key, { before, after: (0,external_node_fs_.fstatSync)(descriptor), begunMs });
        if (before.mode & WRITABLE)
            (0,external_node_fs_.fchmodSync)(descriptor, before.mode & download_cache/* CACHED_MODE */.td);
        return true;
    }
    #canBeRight(key, stats) {
        return (0,own_files/* isOwnFile */.Z4)(stats) && stats.size === this.#options.manifest.get(key)?.size;
    }
    #isListed(key, md5sum) {
        return this.#options.manifest.get(key)?.md5sum === md5sum;
    }
    /** Unless it changed while it was read. */
    #note(key, read) {
        const { before, after, begunMs } = read;
        if (after.ctimeMs === before.ctimeMs)
            this.#options.verified.noteHashed(key, after, begunMs);
    }
}

// EXTERNAL MODULE: external "node:timers"
var external_node_timers_ = __webpack_require__(7997);
;// CONCATENATED MODULE: ./build/fs/threads/small-file-writer.js


/** The memory of a batch. Larger files are not small. */
const BATCH_BYTES = 1024 * 1024;
/**
 * Checks and writes many small files in a thread of its own, several at a time: handing over one takes as long as writing
 * it. To be closed, once nothing is being written any more.
 */
class SmallFileWriter {
    #thread;
    #options;
    #spare = [];
    #isBusy = false;
    #isDue = false;
    /** The next batch: all that comes while the thread writes the last one. */
    #memory;
    #usedBytes = 0;
    #sizes = [];
    #texts = '';
    #waiting = [];
    constructor(thread, options) {
        this.#thread = thread;
        this.#options = options;
    }
    /** Undefined if every worker is busy, or none can start. */
    static async open(options) {
        const thread = await (0,worker_pool/* takeStarted */.h9)();
        return thread === undefined ? undefined : new SmallFileWriter(thread, options);
    }
    /**
     * Writes a file, and gives it its name when it is complete; returns false, and writes nothing, if its content has
     * another checksum. The content, of at most a megabyte, may be reused at once.
     */
    place(content, { partial, target, md5sum }) {
        if (this.#usedBytes + content.length > BATCH_BYTES)
            this.#handOver();
        this.#memory ??= new Uint8Array(this.#spare.pop() ?? new ArrayBuffer(BATCH_BYTES));
        this.#memory.set(content, this.#usedBytes);
        this.#usedBytes += content.length;
        this.#sizes.push(content.length);
        this.#texts += `${partial}\0${target}\0${md5sum}\0`;
        if (!this.#isDue) {
            this.#isDue = true;
            // With all that have arrived by then.
            (0,external_node_timers_.setImmediate)(() => {
                this.#isDue = false;
                if (!this.#isBusy)
                    this.#handOver();
            });
        }
        return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    }
    /** Gives the worker back. */
    close() {
        (0,worker_pool/* giveBack */.F5)(this.#thread);
    }
    #handOver() {
        const memory = this.#memory;
        if (memory === undefined)
            return;
        const bytes = memory.subarray(0, this.#usedBytes);
        const [sizes, texts, waiting] = [this.#sizes, this.#texts, this.#waiting];
        this.#memory = undefined;
        this.#usedBytes = 0;
        this.#sizes = [];
        this.#texts = '';
        this.#waiting = [];
        this.#isBusy = true;
        const { mode, isNew } = this.#options;
        this.#thread.perform({ kind: 'place', bytes, sizes, texts, mode, isNew }, [memory.buffer]).then((placed) => this.#settle(waiting, placed), (error) => {
            this.#isBusy = false;
            for (const { reject } of waiting)
                reject(error);
            // The thread has ended: what came meanwhile fails at once as well.
            this.#handOver();
        });
    }
    #settle(waiting, { memory, tookMs, wrong, failed }) {
        this.#spare.push(memory);
        this.#isBusy = false;
        this.#handOver();
        this.#options.onBatch(waiting.length, tookMs);
        for (const { at, ...failure } of failed)
            waiting[at]?.reject((0,worker_pool/* errorOf */.Mz)(failure));
        for (const at of wrong)
            waiting[at]?.resolve(false);
        // Those that are settled already stay as they are.
        for (const { resolve } of waiting)
            resolve(true);
    }
}

;// CONCATENATED MODULE: ./build/client/connection/pipelined-gets.js

/**
 * GETs that are sent on a connection before the first of them is answered. Measured: client and service then read and
 * write several at a time, which halves the processor time of both. The embedded service refuses more than 64.
 */
const PIPELINE_DEPTH = 8;
/**
 * GETs of many small files of one service, several in flight on each of a few connections. Nothing is retried here, and
 * nothing is explained: the caller repeats a failed GET by `httpDownload`, which does both.
 */
class PipelinedGets {
    #agent;
    #origin;
    constructor(agent, origin) {
        this.#agent = agent;
        this.#origin = origin;
    }
    /** `url` is any address of the service. Connections are opened as they are needed, up to `connections`. */
    static async open(url, connections) {
        const undici = await __webpack_require__.e(/* import() | http */ 295).then(__webpack_require__.bind(__webpack_require__, 7723));
        const agent = new undici.Agent({ connections, pipelining: PIPELINE_DEPTH, connect: http/* CONNECT */.hg });
        return new PipelinedGets(agent, new URL(url).origin);
    }
    /**
     * Returns the body of the file at `url`; undefined if it is not served with status 200 and `sizeBytes`, for whatever
     * reason. Once the instance is closed, always undefined.
     */
    get(url, sizeBytes) {
        return new Promise((resolve) => {
            const request = {
                origin: this.#origin,
                path: url.slice(this.#origin.length),
                method: 'GET',
                // Others may be sent before this one is answered.
                blocking: false,
                headersTimeout: http/* SILENCE_MS */.h,
                bodyTimeout: http/* SILENCE_MS */.h,
            };
            this.#agent.dispatch(request, new Receiver(sizeBytes, resolve));
        });
    }
    /** Ends what is in flight, and closes all connections. */
    close() {
        return this.#agent.destroy();
    }
}
/** Keeps the body of one answer. */
class Receiver {
    #sizeBytes;
    #resolve;
    #pieces = [];
    #receivedBytes = 0;
    #status = 0;
    constructor(sizeBytes, resolve) {
        this.#sizeBytes = sizeBytes;
        this.#resolve = resolve;
    }
    onRequestStart() { }
    onResponseStart(_controller, status) {
        this.#status = status;
    }
    onResponseData(controller, piece) {
        this.#receivedBytes += piece.length;
        // An endless body must not fill the memory.
        if (this.#receivedBytes > this.#sizeBytes)
            controller.abort(new Error('the body is too long'));
        else
            this.#pieces.push(piece);
    }
    onResponseEnd() {
        const isRight = this.#status === 200 && this.#receivedBytes === this.#sizeBytes;
        this.#resolve(isRight ? whole(this.#pieces) : undefined);
    }
    onResponseError() {
        this.#resolve(undefined);
    }
}
/** Most files arrive in one piece. */
function whole(pieces) {
    const [first] = pieces;
    return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces);
}

;// CONCATENATED MODULE: ./build/client/download/download-each.js







/** Files up to this size are received in memory, and requested before the last one has arrived. */
const PIPELINED_BYTES = 256 * 1024;
/** While some files of a connection are on their way, as many others are being written. */
const FILES_A_CONNECTION = 2 * PIPELINE_DEPTH;
/** A thread takes as long to start as it takes to write about as many small files. */
const WORTH_A_THREAD_FILES = 1000;
/**
 * Downloads files of one version, each checked against the manifest before it gets its name: calls `work` for each key,
 * with a function that downloads the file of the key, and with as many in flight as keep all connections busy. Small files
 * share connections, and if there are many, another thread checks and writes them. Codes as `download`, and `not-found` for
 * a file that has gone.
 */
async function downloadEach(connection, version, keys, work, options) {
    if (keys.length === 0)
        return;
    const { concurrency, signal } = options;
    const isSmall = (key) => (version.manifest.get(key)?.size ?? 0) <= PIPELINED_BYTES;
    const small = keys.filter(isSmall);
    const smallFirst = [...small, ...keys.filter((key) => !isSmall(key))];
    const pipelined = await PipelinedGets.open(connection.url, concurrency);
    const downloads = new VersionDownloads(connection, version, options, pipelined);
    // Nothing waits for it: files are written here until it has started.
    const writer = small.length < WORTH_A_THREAD_FILES ? undefined : downloads.startWriter();
    const stop = () => downloads.stop(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    try {
        const bring = (key) => work(key, (to) => downloads.bring(key, to));
        await (0,fs_concurrency/* forEachConcurrently */.DW)(smallFirst, concurrency * FILES_A_CONNECTION, bring, signal);
    }
    finally {
        signal?.removeEventListener('abort', stop);
        await pipelined.close();
        (await writer)?.close();
    }
}
/**
 * The downloads that are in flight. A small file whose answer is not exactly as expected is requested once more, by itself,
 * which finds out why.
 */
class VersionDownloads {
    #connection;
    #version;
    #options;
    #pipelined;
    /** For what needs a connection, or a descriptor, for a file of its own. */
    #turns;
    #pace = new adaptive_io/* AdaptiveIo */.p();
    #writer;
    #failure;
    constructor(connection, version, options, pipelined) {
        this.#connection = connection;
        this.#version = version;
        this.#options = options;
        this.#pipelined = pipelined;
        this.#turns = new fs_concurrency/* Turns */.P0(options.concurrency);
    }
    async startWriter() {
        const onBatch = (files, tookMs) => this.#pace.note(tookMs / files / PLACING_CALLS);
        const { mode, isNew } = this.#options;
        this.#writer = await SmallFileWriter.open({ mode, isNew, onBatch });
        return this.#writer;
    }
    /** Lets everything that is in flight fail with `error`, rather than find out the same, one after another. */
    stop(error) {
        this.#failure ??= { error };
        void this.#pipelined.close();
    }
    /** Downloads the file of a key. */
    async bring(key, to) {
        try {
            const expected = this.#entry(key);
            const registryPath = `${(0,layout/* refPath */.NA)(this.#version.ref)}/${key}`;
            const isPlaced = expected.size <= PIPELINED_BYTES && (await this.#bringSmall(registryPath, expected, to));
            if (!isPlaced)
                await this.#turns.run(() => this.#bringAlone(registryPath, expected, to));
        }
        catch (error) {
            this.stop(error);
            throw error;
        }
    }
    /** Returns false if the answer is not what was expected. */
    async #bringSmall(registryPath, expected, to) {
        const content = await this.#pipelined.get((0,service_url/* addressOf */.ci)(this.#connection, registryPath), expected.size);
        if (content === undefined || this.#failure !== undefined)
            return false;
        const { mode, isNew } = this.#options;
        const { md5sum } = expected;
        const writer = this.#writer;
        if (writer !== undefined && !this.#pace.isSlow)
            return download_writing(to.target, () => writer.place(content, { ...to, md5sum }));
        if ((0,checksums/* md5Of */.iF)(content) !== md5sum)
            return false;
        const write = () => placeSmall(content, { ...to, mode, isNew }, this.#pace);
        await download_writing(to.target, () => (this.#pace.isSlow ? this.#turns.run(write) : write()));
        return true;
    }
    async #bringAlone(registryPath, expected, to) {
        if (this.#failure !== undefined)
            throw this.#failure.error;
        const { mode, isNew, signal } = this.#options;
        const work = { ...to, registryPath, expected, mode, isNew, pace: this.#pace, signal };
        if (!(await download_download(this.#connection, work)))
            throw (0,gobbler_error/* gobblerError */.k5)('file-vanished', { path: registryPath });
    }
    #entry(key) {
        const entry = this.#version.manifest.get(key);
        if (entry === undefined)
            throw new Error(`${JSON.stringify(key)} is not in the manifest`);
        return entry;
    }
}

;// CONCATENATED MODULE: ./build/client/download/tidy-cache.js



/**
 * Removes from the cache what does not belong there: entries that nobody has published, and links, or whatever else has
 * taken the place of a file or directory. Returns the paths of the files that are there; nothing is known of their
 * content.
 */
async function tidy_cache_tidyCache({ root, isFile, directories, look, }) {
    const present = new Set();
    const missing = new Set();
    for (const directory of ['', ...look]) {
        const entries = missing.has(parentOf(directory))
            ? undefined
            : await (0,system_errors/* ifThere */.y)(external_node_fs_.promises.readdir(external_node_path_default().join(root, directory), { withFileTypes: true }));
        if (entries === undefined)
            missing.add(directory);
        for (const entry of entries ?? []) {
            const item = directory === '' ? entry.name : `${directory}/${entry.name}`;
            const isDirectory = directories.has(item);
            if (isDirectory && entry.isDirectory())
                continue;
            if (!isDirectory && entry.isFile() && isFile(item))
                present.add(item);
            else
                await external_node_fs_.promises.rm(external_node_path_default().join(root, item), { recursive: true, force: true });
        }
    }
    return present;
}
/** Above a relative path; empty for the root. */
const parentOf = (directory) => external_node_path_default().posix.join(directory, '..').replace(/^\.\.?$/, '');

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/client/download/verified-files.js





/** Numbers kept of each file: inode, mtime, ctime. The size is in the manifest. */
const NUMBERS = 3;
const HEADER_BYTES = 32;
/**
 * A file that changes twice within one tick of the filesystem's clock shows it only once. Kernels tick at least every
 * 10 ms.
 */
const TICK_MS = 20;
/** Some filesystems keep whole seconds, or two. Files that are hashed again have to have rested for as long. */
const REST_MS = 2_000;
const ONLY_READ = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/**
 * The files of a cached version as they were when their content was last compared with the manifest. A file whose
 * inode, mtime and ctime are the same has not been written to since: any write, rename, link or change of mode moves
 * ctime, which nobody can set back.
 *
 * On disk: a hash over the keys of the manifest, then the numbers of each key, in the manifest's order. Such a file
 * counts as empty if it belongs to another user or to other keys. The device is left out, since the numbers of network
 * devices change when the machine starts.
 */
class VerifiedFiles {
    #file;
    #header;
    #manifest;
    /** The place of each key in the manifest; made when it is needed, since there may be a million. */
    #indexes;
    #known;
    #isChanged = false;
    #notedAt = Number.NEGATIVE_INFINITY;
    constructor(file, header, manifest, known) {
        this.#file = file;
        this.#header = header;
        this.#manifest = manifest;
        this.#known = known;
    }
    /** Reads the record `file` of a version with this manifest, if there is one. */
    static async open(file, manifest) {
        const header = headerOf(manifest);
        const known = await read(file, header, manifest.size * NUMBERS);
        return new VerifiedFiles(file, header, manifest, known);
    }
    /** Returns whether an open file is exactly as it was when its content was right. */
    isUnchanged(key, { ino, mtimeMs, ctimeMs }) {
        const at = this.#placeOf(key);
        const known = this.#known;
        return ino === known[at] && mtimeMs === known[at + 1] && ctimeMs === known[at + 2];
    }
    /** Records a file that has just been put in place, as `stats` show it. */
    noteNew(key, stats) {
        this.#notedAt = performance.now();
        // A coarse clock would not show what changes within its tick.
        if (stats.ctimeMs % 1000 !== 0)
            this.#note(key, stats);
    }
    /** Records a file whose content was found right; `hashedMs` is when its reading began. */
    noteHashed(key, stats, hashedMs) {
        if (hashedMs - stats.ctimeMs >= REST_MS)
            this.#note(key, stats);
    }
    /**
     * Writes the record, through a new file `partial` on the same filesystem, and lets the clock of the filesystem go on:
     * a later change then has another time than what was noted.
     */
    async save(partial) {
        if (this.#isChanged) {
            const content = [this.#header, new Uint8Array(this.#known.buffer)];
            await (0,replace_file/* replaceFile */.fR)(this.#file, content, { partial, mode: 0o600 });
            this.#isChanged = false;
        }
        const restMs = this.#notedAt + TICK_MS - performance.now();
        if (restMs > 0)
            await (0,promises_.setTimeout)(restMs);
    }
    #note(key, { ino, mtimeMs, ctimeMs }) {
        this.#known.set([ino, mtimeMs, ctimeMs], this.#placeOf(key));
        this.#isChanged = true;
    }
    #placeOf(key) {
        this.#indexes ??= indexesOf(this.#manifest);
        const index = this.#indexes.get(key);
        if (index === undefined)
            throw new Error(`${JSON.stringify(key)} is not in the manifest`);
        return index * NUMBERS;
    }
}
/** The keys are hashed in pieces of this many characters. */
const PIECE_LENGTH = 64 * 1024;
/** The hash over the keys, in their order. No key contains NUL. */
function headerOf(manifest) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let pending = `verified 1 ${external_node_os_default().endianness()}`;
    for (const key of manifest.keys()) {
        pending += `\0${key}`;
        if (pending.length < PIECE_LENGTH)
            continue;
        hash.update(pending);
        pending = '';
    }
    return hash.update(pending).digest();
}
function indexesOf(manifest) {
    const indexes = new Map();
    for (const key of manifest.keys())
        indexes.set(key, indexes.size);
    return indexes;
}
/** The numbers in a record; all zero if it cannot be used. */
async function read(file, header, count) {
    const expected = HEADER_BYTES + count * Float64Array.BYTES_PER_ELEMENT;
    // A link, or somebody else's.
    const notOurs = (0,system_errors/* ifErrno */.E6)(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'], () => undefined);
    const content = await (0,open_file/* withOpen */.X)(file, ONLY_READ, async (handle) => {
        const stats = await handle.stat();
        return (0,own_files/* isOwnFile */.Z4)(stats) && stats.size === expected ? handle.readFile() : undefined;
    }).catch(notOurs);
    const isUsable = content?.length === expected && content.subarray(0, HEADER_BYTES).equals(header);
    // A copy, since numbers have to be aligned.
    return isUsable
        ? new Float64Array(new Uint8Array(content.subarray(HEADER_BYTES)).buffer)
        : new Float64Array(count);
}

;// CONCATENATED MODULE: ./build/client/download/cached-version.js











/** Measured: more files in flight do not make a local service faster, and fewer leave it idle. */
const cached_version_DEFAULT_CONCURRENCY = 32;
/** Asks the service what the version holds now: one on probation may have been replaced since it was cached. */
async function cached_version_openVersion(connection, cache, ref, options) {
    const fresh = { forceRemote: true, signal: options.signal };
    const [summary, manifest] = await (0,fs_concurrency/* allFinished */.Qk)([
        (0,versions/* fetchSummary */.zn)(connection, ref, fresh),
        (0,versions/* fetchManifest */.Cj)(connection, ref, fresh),
    ]);
    const digest = (0,manifest_digest/* manifestDigest */.It)(manifest);
    const record = cache.verified(ref, digest);
    const verified = await download_writing(record, () => VerifiedFiles.open(record, manifest));
    return { ref, summary, manifest, content: cache.content(ref, digest), verified };
}
/** The records of a version as files: what the service keeps in its directory; a text in pieces, if it may be long. */
function recordsOf({ manifest, summary }) {
    const links = new Map();
    for (const [key, { link }] of manifest) {
        if (link === undefined)
            continue;
        const directory = external_node_path_default().posix.dirname(key);
        const ofDirectory = links.get(directory) ?? new Map();
        links.set(directory, ofDirectory.set(external_node_path_default().posix.basename(key), link));
    }
    const records = new Map([[layout/* MANIFEST */.e0, (0,protocol_records/* manifestPieces */.Nz)(manifest)]]);
    for (const [directory, found] of links)
        records.set(external_node_path_default().posix.join(directory, layout/* LINKS */.A), (0,protocol_records/* encodeLinks */.Gu)(found));
    return records.set(layout/* SUMMARY */.$M, (0,protocol_records/* encodeSummary */.zp)(summary));
}
/**
 * Checks some files of a version in the cache, and updates the cache's records. Removes anything that does not belong
 * there. Code `destination-unavailable`.
 */
async function openContent(cache, version, keys, { pace, rehash = false, signal }) {
    const { manifest, content, verified } = version;
    const isAll = keys.length === manifest.size;
    const directories = (0,manifest_digest/* directoriesWith */.UD)(manifest, isAll ? keys : [...manifest.keys()]);
    const look = isAll ? directories : (0,manifest_digest/* directoriesWith */.UD)(manifest, [...linksIn(manifest), ...keys]);
    const records = recordsOf(version);
    const isFile = (item) => manifest.has(item) || records.has(item);
    const present = await download_writing(content, () => tidy_cache_tidyCache({ root: content, isFile, directories, look }));
    for (const [name, text] of records)
        await writeRecord(external_node_path_default().join(content, name), text, cache);
    return new CachedFiles({ content, manifest, present, verified, pace, rehash, signal });
}
/** The keys of a manifest that are links, one by one: it may have a million entries. */
function* linksIn(manifest) {
    for (const [key, { link }] of manifest)
        if (link !== undefined)
            yield key;
}
/**
 * Brings files and empty directories of a version into the cache, by their keys in the manifest, and its records. Files
 * that are there are kept if their content is right; see {@link CachedFiles}. Codes as `download`, and `not-found`.
 */
async function fetchContent(connection, cache, version, keys, options) {
    const { manifest, content, verified } = version;
    const { overwrite = false, concurrency = cached_version_DEFAULT_CONCURRENCY, onProgress, signal } = options;
    const totalBytes = keys.reduce((sum, key) => sum + (manifest.get(key)?.size ?? 0), 0);
    const done = { files: 0, bytes: 0 };
    const pace = new adaptive_io/* AdaptiveIo */.p();
    const cached = await openContent(cache, version, keys, { ...options, pace });
    await makeDirectories(content, (0,manifest_digest/* directoriesWith */.UD)(manifest, keys), concurrency);
    const advance = (key) => {
        done.files++;
        done.bytes += manifest.get(key)?.size ?? 0;
        onProgress?.({ ...done, totalFiles: keys.length, totalBytes });
    };
    const missing = [];
    const look = async (key) => {
        const isDirectory = manifest.get(key)?.md5sum === '';
        const isThere = isDirectory || (!overwrite && (await download_writing(external_node_path_default().join(content, key), () => cached.holds(key))));
        if (isThere)
            advance(key);
        else
            missing.push(key);
    };
    try {
        await (0,fs_concurrency/* forEachConcurrently */.DW)(keys, concurrency, look, signal);
        await downloadEach(connection, version, missing, async (key, bring) => {
            const target = external_node_path_default().join(content, key);
            await bring({ target, partial: download_newPartial(cache.downloads) });
            const lookAgain = { now: () => (0,external_node_fs_.lstatSync)(target), later: () => external_node_fs_.promises.lstat(target) };
            verified.noteNew(key, await download_writing(target, () => pace.once(lookAgain)));
            advance(key);
        }, { concurrency, mode: download_cache/* CACHED_MODE */.td, isNew: false, signal });
    }
    finally {
        // After an interruption, the next attempt need not hash the files that have arrived.
        await download_writing(content, () => verified.save(download_newPartial(cache.downloads)));
    }
    return cached;
}
/** Fetches a directory above or beside the versions, as the service lists it; every file is fetched anew. */
async function fetchRecords(connection, cache, registryPath, { concurrency = cached_version_DEFAULT_CONCURRENCY, signal }) {
    const listed = await listRecursively(connection, registryPath, { forceRemote: true, signal });
    for (const file of listed)
        if (!isPlainPath(file.replace(/\/$/, '')))
            throw escapingPath(registryPath, file);
    const root = cache.record(registryPath);
    // A listing has empty directories with a slash at the end.
    const files = new Set(listed.filter((item) => !item.endsWith('/')));
    const empty = listed.filter((item) => item.endsWith('/')).map((item) => item.slice(0, -1));
    const named = new Set([...directoriesOf(listed), ...empty]);
    const isFile = (file) => files.has(file);
    await writing(root, () => tidyCache({ root, isFile, directories: named, look: named }));
    await makeDirectories(root, ['', ...named], concurrency);
    await writing(cache.downloads, () => makeDirectory(cache.downloads));
    const bring = async (file) => {
        const [target, partial] = [path.join(root, file), newPartial(cache.downloads)];
        const work = { registryPath: `${registryPath}/${file}`, target, partial, mode: CACHED_MODE, signal };
        const isThere = await download(connection, work);
        // It may have gone since it was listed, and be there from an earlier time.
        if (!isThere)
            await writing(target, () => fs.rm(target, { force: true }));
    };
    await forEachConcurrently(files, concurrency, bring, signal);
    return root;
}
/** Makes directories that are missing, before there are files: ext4 takes six times as long if they alternate. */
async function makeDirectories(root, directories, limit) {
    await (0,fs_concurrency/* forEachConcurrently */.DW)(directories, limit, async (directory) => {
        const place = external_node_path_default().join(root, directory);
        await download_writing(place, () => (0,make_directory/* makeDirectory */.O)(place));
    });
}
async function writeRecord(file, text, { downloads }) {
    await download_writing(file, async () => {
        await (0,make_directory/* makeDirectory */.O)(downloads);
        await (0,make_directory/* makeDirectory */.O)(external_node_path_default().dirname(file));
        await (0,replace_file/* replaceFile */.fR)(file, text, { partial: download_newPartial(downloads), mode: download_cache/* CACHED_MODE */.td });
    });
}

;// CONCATENATED MODULE: ./build/client/destination/fetch-to.js






/** Reduced by the umask, as for any new file. */
const DESTINATION_MODE = 0o666;
/**
 * Brings files of a version to a destination: from the cache where it has them, else over HTTP, written once unless they are
 * kept in the cache as well. Nothing is overwritten. Codes as `fetchContent`, `standingAt` and `placeFiles`.
 */
async function fetchContentTo(connection, cache, version, keys, to) {
    const { destination, method, concurrency, rehash = false, signal, onStanding, onPhase } = to;
    const { manifest, content } = version;
    const placing = { to: destination, manifest, concurrency, signal };
    const standing = await standingAt({ ...placing, from: content, keys });
    const { missing, linked } = standing;
    onStanding?.(standing);
    const isKept = to.keepInCache || method === 'symlink';
    const forCache = isKept ? [...linked, ...missing] : linked;
    if (forCache.length > 0) {
        onPhase?.('cache', forCache.length);
        const onProgress = () => to.onCached?.();
        await fetchContent(connection, cache, version, forCache, { concurrency, rehash, signal, onProgress });
    }
    const phase = method === 'symlink' ? 'link' : isKept ? 'copy' : 'fetch';
    onPhase?.(phase, missing.length);
    const cached = await openContent(cache, version, missing, { rehash, signal, pace: new adaptive_io/* AdaptiveIo */.p() });
    const replace = (wrong, placeOf, onReplaced) => downloadEach(connection, version, wrong, async (key, bring) => {
        await bring(placeOf(key));
        onReplaced(key);
    }, { concurrency, mode: DESTINATION_MODE, isNew: true, signal });
    const source = cachedFiles({ root: content, manifest, cached }, replace);
    const onFile = (key) => to.onPlaced?.(key);
    await placeFiles({ ...placing, keys: missing }, source, { method, onFile });
}
/**
 * Fetches files of a version over HTTP to a directory, even where the registry is visible here. Each is checked before it
 * gets its name. Files that are there already stay, if they are right; nothing is overwritten. Returns the directory. Codes
 * as `fetchDirectory`, `already-exists` with everything that is in the way, and anything that `select` throws.
 */
async function fetchTo(connection, ref, destination, options = {}) {
    requireVersion(ref);
    const { method = 'auto', keepInCache = false, concurrency = DEFAULT_CONCURRENCY } = options;
    requireConcurrency(concurrency);
    const { rehash, signal, onProgress, select = (manifest) => [...manifest.keys()] } = options;
    const cache = await cacheFor(connection.url, options.cache);
    const version = await openVersion(connection, cache, ref, { signal });
    const { manifest } = version;
    const keys = select(manifest);
    const sizeOf = (some) => some.reduce((sum, key) => sum + (manifest.get(key)?.size ?? 0), 0);
    const total = { totalFiles: keys.length, totalBytes: sizeOf(keys) };
    const done = { files: 0, bytes: 0 };
    await fetchContentTo(connection, cache, version, keys, {
        ...{ destination, method, keepInCache, concurrency, rehash, signal },
        onStanding: ({ missing }) => {
            done.files = keys.length - missing.length;
            done.bytes = total.totalBytes - sizeOf(missing);
        },
        onPlaced: (key) => {
            done.files++;
            done.bytes += sizeOf([key]);
            onProgress?.({ ...done, ...total });
        },
    });
    return { path: destination, manifest, keys };
}

// EXTERNAL MODULE: ./build/client/registry/registry-reader.js
var registry_reader = __webpack_require__(8214);
// EXTERNAL MODULE: ./build/commands/connect/cache-folder.js
var cache_folder = __webpack_require__(2058);
// EXTERNAL MODULE: ./build/commands/upload/manifest-output.js
var manifest_output = __webpack_require__(7411);
// EXTERNAL MODULE: ./build/commands/versions/verify-files.js
var verify_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./build/commands/fetch/bring-version.js











const DOING = {
    cache: 'Fetching',
    fetch: 'Fetching',
    copy: 'Copying',
    link: 'Linking',
};
/**
 * Gets the selected files to where later steps find them, checked. Codes as `requireSelected`, `placeFiles`, `verifyFiles`
 * and `fetchContent`.
 */
async function bringVersion(connection, ref, bringing) {
    return (await isHere(connection, ref, bringing.remote, bringing.signal))
        ? bringFromRegistry(connection, ref, bringing)
        : bringOverHttp(connection, ref, bringing);
}
/** Returns whether the version can be read from the registry on this machine. */
async function isHere(connection, ref, remote, signal) {
    if (remote === 'always')
        return false;
    const directory = external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref));
    if (await (0,registry_reader/* awaitVisible */.Je)(connection, ref, signal))
        return true;
    if (remote === 'auto') {
        (0,log/* line */.n8)(`${directory} cannot be read on this machine: fetching over HTTP`);
        return false;
    }
    throw (0,gobbler_error/* gobblerError */.k5)('version-not-visible', { directory });
}
async function bringFromRegistry(connection, ref, bringing) {
    const { destination, method, verify, concurrency, signal, ticker } = bringing;
    const manifest = await (0,versions/* fetchManifest */.Cj)(connection, ref, { forceRemote: true, signal });
    const { 'manifest-path': manifestPath } = await (0,manifest_output/* manifestOutputs */.A)(connection, ref, manifest);
    const keys = (0,version_to_fetch/* requireSelected */.b5)(ref, manifest, bringing.selection);
    const root = external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref));
    const check = async (some, how) => {
        const onFile = () => ticker.advance();
        if (how === 'checksum')
            ticker.begin('Verifying', some.length);
        await (0,verify_files/* verifyFiles */.x)({ root, manifest, keys: some, concurrency, signal, onFile }, how);
    };
    if (destination === undefined) {
        await check(keys, verify);
        return { path: root, manifest, keys, manifestPath };
    }
    // Nothing is written of a version that is not whole.
    await check(keys, 'size');
    const standing = await standingAt({ from: root, to: destination, manifest, keys, concurrency, signal });
    reportPresent(keys, standing);
    const unchecked = method === 'symlink' ? [...standing.missing, ...standing.linked] : standing.linked;
    await check(unchecked, verify);
    ticker.begin(DOING[method === 'symlink' ? 'link' : 'copy'], standing.missing.length);
    const placing = { to: destination, manifest, keys: standing.missing, concurrency, signal };
    const source = registryFiles(root, verify === 'checksum' ? 'checksum' : 'size');
    await placeFiles(placing, source, { method, onFile: () => ticker.advance() });
    return { path: destination, manifest, keys, manifestPath };
}
/** Through the cache, in the tool cache of the runner, which outlives the job, or in that of the user. */
async function bringOverHttp(connection, ref, bringing) {
    const { destination, method, verify, concurrency, signal, ticker } = bringing;
    const cache = await (0,download_cache/* cacheFor */.c9)(connection.url, await (0,cache_folder/* cacheFolder */.n)());
    const options = { concurrency, signal, rehash: verify === 'checksum' };
    const version = await cached_version_openVersion(connection, cache, ref, options);
    const { manifest, content } = version;
    const keys = (0,version_to_fetch/* requireSelected */.b5)(ref, manifest, bringing.selection);
    const manifestPath = external_node_path_default().join(content, layout/* MANIFEST */.e0);
    if (destination === undefined) {
        const onProgress = ({ files }) => ticker.advance(files);
        ticker.begin(DOING.cache, keys.length);
        await fetchContent(connection, cache, version, keys, { ...options, onProgress });
        return { path: content, manifest, keys, manifestPath };
    }
    await fetchContentTo(connection, cache, version, keys, {
        ...{ destination, method, keepInCache: bringing.cache, ...options },
        onStanding: (standing) => reportPresent(keys, standing),
        onPhase: (phase, files) => ticker.begin(DOING[phase], files),
        onCached: () => ticker.advance(),
        onPlaced: () => ticker.advance(),
    });
    return { path: destination, manifest, keys, manifestPath };
}
function reportPresent(keys, { missing }) {
    const present = keys.length - missing.length;
    if (present > 0)
        (0,log/* line */.n8)(`Already present: ${(0,format/* formatNumberOf */.Of)(present, 'entry', 'entries')}`);
}

;// CONCATENATED MODULE: ./build/commands/fetch/fetch.js







const fetch_DEFAULT_CONCURRENCY = 16;
const fetch_inputs = {
    project: (0,inputs/* requiredText */.$4)('Project of the asset'),
    asset: (0,inputs/* requiredText */.$4)('Asset to fetch'),
    version: (0,inputs/* text */.Qq)('Version to fetch. Defaults to the latest'),
    destination: (0,inputs/* optionalPath */.s2)('Directory to put the files in, relative to the workspace. If omitted, nothing is copied, and `path` points into the registry'),
    files: (0,inputs/* lines */.Mn)('Patterns of files to fetch, one per line, relative to the version; `!` excludes', '**'),
    method: (0,inputs/* choice */.Yq)('How to put files in `destination`: `copy`, `symlink`, or `auto` (copies that share blocks where the filesystem supports it)', ['auto', 'copy', 'symlink'], 'auto'),
    remote: (0,inputs/* choice */.Yq)('When to fetch over HTTP, into a cache that checks each file: `auto` (if this machine cannot read the registry), `never` or `always`', ['auto', 'never', 'always'], 'auto'),
    cache: (0,inputs/* flag */.Jt)('Keep files fetched over HTTP in the cache even if they go to `destination`. Cached files are used either way', false),
    verify: (0,inputs/* choice */.Yq)('How to compare files with the manifest: `checksum`, `size` or `off`. Files fetched over HTTP are always compared by checksum', ['checksum', 'size', 'off'], 'size'),
    'allow-probational': (0,inputs/* flag */.Jt)('Allow fetching a version that is on probation', false),
    'if-not-found': (0,inputs/* choice */.Yq)('Behavior if the version does not exist, or `files` selects nothing: `error`, `warn` or `ignore`. A damaged record of the latest version is always an error', ['error', 'warn', 'ignore'], 'error'),
    ...service_inputs/* concurrencyInput */.ei,
    ...service_inputs/* serviceInputs */.r7,
    ...service_inputs/* timeoutInput */.sR,
    'show-summary': (0,inputs/* flag */.Jt)('Write a job summary', true),
};
const outputs = {
    status: '`fetched`, `not-found`, `failed`, `timed-out` or `cancelled`',
    found: '`true` if the version was found',
    path: 'Absolute path of the files',
    version: 'The version that was fetched',
    'manifest-path': 'A file with the manifest of the whole version',
    'manifest-digest': 'The digest of the whole version, a sha256 over paths, sizes and MD5 sums, links left out',
    'files-count': 'Number of files that were selected',
    'size-bytes': 'Size of the files that were selected',
};
/** Makes a version available to later steps: in place, as copies, or as links. */
const fetch = (0,command/* defineCommand */.N)({
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
    (0,names/* requireNames */.kR)((0,names/* givenNames */.Sh)(given));
    const selection = await (0,select_select/* selectPaths */.LO)(given.files);
    (0,log/* line */.n8)(`Fetching ${nameOf(given)} from ${given.url}`);
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    if (given.destination !== undefined)
        (0,service_connection/* requireOwnPlace */.dp)(connection, given.destination);
    const ticker = new file_ticker/* FileTicker */.rX();
    try {
        const { project, asset, version, 'allow-probational': allowProbational } = given;
        const wanted = { project, asset, version, allowProbational };
        const { ref, summary } = await (0,version_to_fetch/* versionToFetch */.M6)(connection, wanted, signal);
        const concurrency = given.concurrency ?? fetch_DEFAULT_CONCURRENCY;
        const brought = await bringVersion(connection, ref, { ...given, selection, concurrency, signal, ticker });
        context.accomplished('fetched', `${(0,names/* formatRef */.rq)(ref)} is at ${brought.path}`);
        await report({ ref, summary, ...brought }, context, ticker);
    }
    catch (error) {
        if (!(0,version_to_fetch/* lacksVersion */.Du)(error) || given['if-not-found'] === 'error')
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
    const digest = (0,manifest_digest/* manifestDigest */.It)(manifest);
    setOutput('found', true);
    setOutput('path', found.path);
    setOutput('version', ref.version);
    setOutput('manifest-path', found.manifestPath);
    setOutput('manifest-digest', digest);
    setOutput('files-count', entries.length);
    setOutput('size-bytes', bytes);
    const amount = (0,format/* amountText */.cY)({ files: entries.length, bytes });
    const spent = (0,format/* formatDuration */.a3)(ticker.stop());
    (0,log/* line */.n8)(`${(0,names/* formatRef */.rq)(ref)} is at ${found.path}: ${amount} in ${spent}`);
    (0,log/* line */.n8)((0,version_facts/* versionLine */.b1)(summary, digest));
    const rows = (0,version_facts/* versionRows */.QI)(summary, { manifest, digest });
    if (keys.length < manifest.size)
        rows.push(['Selected', amount]);
    rows.push(['Path', (0,kit_escape/* escapeCode */.tn)(found.path)], ['Time', spent]);
    if (given.version === undefined)
        rows.unshift(['Version', `${(0,kit_escape/* escapeCode */.tn)(ref.version)}, the latest`]);
    await (0,kit_summary/* writeSummary */.Sy)(`### \u2705 ${(0,kit_escape/* escapeMarkup */.My)((0,names/* formatRef */.rq)(ref))} fetched`, (0,kit_summary/* factTable */.Bu)(rows));
    setOutput('status', 'fetched');
}
async function reportNotFound(error, { inputs: given, setOutput }) {
    if (given['if-not-found'] === 'ignore')
        (0,log/* line */.n8)(error.message);
    else {
        const { message, hint, input } = error;
        (0,log/* annotateWarning */.tf)({ title: 'Not found', sentences: [message], hint, input });
    }
    await (0,kit_summary/* writeSummary */.Sy)(`### \u26aa ${(0,kit_escape/* escapeMarkup */.My)(nameOf(given))} was not found`);
    setOutput('status', 'not-found');
}


/***/ }),

/***/ 3290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diff: () => (/* binding */ diff)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5642);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1700);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3455);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3427);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3595);





const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Project of the version'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Asset of the version'),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Version to compare'),
    other: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Version to compare with'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .timeoutInput */ .sR,
};
const outputs = {
    status: '`same`, `differs`, `failed`, `timed-out` or `cancelled`',
    added: 'Paths that only the newer version has',
    changed: 'Paths with other content',
    removed: 'Paths that only the older version has',
    ..._versions_index_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOutputs */ .D,
    'files-count': 'Number of files in the newer version',
    'size-bytes': 'Size of all files in the newer version',
    changes: 'All changes as JSON, largest first: `kind`, `path`, `beforeBytes`, `afterBytes`',
};
/** How another version differs from one: paths that it adds, changes and lacks. By manifests alone, so it takes a moment. */
const diff = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCommand */ .N)({
    name: 'diff',
    inputs,
    outputs,
    failed: ({ version, other, ...asset }) => `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(asset)}: ${version} and ${other} were not compared`,
    places: (given) => [placeOf(given), otherVersion(placeOf(given), given.other)],
    run,
});
const placeOf = ({ project, asset, version }) => ({ project, asset, version });
async function run({ inputs: given, setOutput, signal }) {
    const before = placeOf(given);
    const after = otherVersion(before, given.other);
    for (const ref of [before, after])
        (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireVersion */ .eU)(ref);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_5__/* .connectTo */ .m6)(given, signal);
    const fresh = { forceRemote: true, signal };
    const [earlier, later] = [
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchManifest */ .Cj)(connection, before, fresh),
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchManifest */ .Cj)(connection, after, fresh),
    ];
    const difference = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_7__/* .differenceOf */ .Pq)(earlier, later);
    for (const kind of ['added', 'changed', 'removed'])
        setOutput(kind, difference[kind].map(({ path }) => path));
    (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .setChangeOutputs */ .Fl)(setOutput, difference);
    setOutput('files-count', difference.after.files);
    setOutput('size-bytes', difference.after.bytes);
    setOutput('changes', (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .changesJson */ .c$)(difference));
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .line */ .n8)(`From ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(before)} to ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(after)}: ${(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .changeCounts */ .Zg)(difference)}`);
    for (const text of (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .changeTotals */ .QI)(difference))
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .line */ .n8)(`  ${text}`);
    const { added, changed, removed } = difference;
    const isSame = added.length + changed.length + removed.length === 0;
    setOutput('status', isSame ? 'same' : 'differs');
}
/** `1.1` is another version of the same asset; `p/a/1.1` one of any asset. */
function otherVersion(asset, other) {
    const parts = other.split('/');
    if (parts.length !== 3)
        return { ...asset, version: other };
    const [project = '', name = '', version = ''] = parts;
    return { project, asset: name, version };
}


/***/ }),

/***/ 4939:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  list: () => (/* binding */ list)
});

// EXTERNAL MODULE: ./build/client/registry/listing.js
var listing = __webpack_require__(3387);
// EXTERNAL MODULE: ./build/client/review/version-states.js
var version_states = __webpack_require__(7175);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/protocol/names.js
var protocol_names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/commands/connect/service-inputs.js
var service_inputs = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/runtime.js
var runtime = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/kit/format.js
var format = __webpack_require__(8034);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/client/requests/permissions.js
var permissions = __webpack_require__(7154);
// EXTERNAL MODULE: ./build/client/review/unreadable.js
var review_unreadable = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/client/registry/difference.js
var difference = __webpack_require__(1700);
// EXTERNAL MODULE: ./build/fs/concurrency.js
var concurrency = __webpack_require__(535);
// EXTERNAL MODULE: ./build/protocol/times.js
var times = __webpack_require__(1838);
// EXTERNAL MODULE: ./build/commands/progress/file-ticker.js
var file_ticker = __webpack_require__(8995);
;// CONCATENATED MODULE: ./build/commands/inspect/list-facts.js






/** A manifest may take much memory. */
const MANIFESTS_IN_FLIGHT = 4;
const SIZE = { title: 'SIZE', isNumeric: true };
/** The columns after the name of a version, or of an asset. */
const FACTS = [
    { title: 'STATE' },
    { title: 'LATEST' },
    SIZE,
    { title: 'FILES', isNumeric: true },
    { title: 'DATE' },
    { title: 'UPLOADER' },
];
/** The facts of a version, but for its standing. */
function entryOf(name, summary, amounts) {
    return {
        name,
        sizeBytes: amounts?.sizeBytes ?? null,
        filesCount: amounts?.filesCount ?? null,
        uploadFinish: summary?.uploadFinish ?? null,
        uploadedBy: summary?.uploadUserId ?? null,
    };
}
/** The cells of {@link FACTS}, after the name. */
const cellsOf = ({ name, state, latest, sizeBytes, filesCount, uploadFinish, uploadedBy, }) => [
    { value: name },
    { value: state },
    { value: latest },
    sizeCell(sizeBytes ?? undefined),
    { value: filesCount ?? '' },
    dateCell(uploadFinish),
    { value: uploadedBy ?? '' },
];
/** A size in bytes; for people, with a unit. */
function sizeCell(bytes) {
    return bytes === undefined ? { value: '' } : { value: bytes, shown: (0,format/* formatBytes */.z3)(bytes) };
}
/** A time as it is recorded; for people, that of their time zone. */
function dateCell(time) {
    const ms = time === null ? undefined : (0,times/* parseTimestamp */.EH)(time);
    if (time === null || ms === undefined)
        return { value: time ?? '' };
    const date = new Date(ms);
    const two = (number) => String(number).padStart(2, '0');
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    return { value: time, shown: `${day} ${two(date.getHours())}:${two(date.getMinutes())}` };
}
/** Counts the content of a version, by its manifest. */
async function amountsOf(connection, ref, signal) {
    const manifest = await (0,versions/* findManifest */.J9)(connection, ref, { signal });
    const { files, bytes } = (0,difference/* amountOfFiles */.$k)(manifest ?? new Map());
    return { filesCount: files, sizeBytes: bytes };
}
/** Reads facts of each item, a few at a time, and shows how far that has come. */
async function reading(items, signal, read) {
    const ticker = new file_ticker/* FileTicker */.rX();
    ticker.begin('Reading', items.length, 'record');
    try {
        const readOne = async (item) => {
            await read(item);
            ticker.advance();
        };
        await (0,concurrency/* forEachConcurrently */.DW)(items, MANIFESTS_IN_FLIGHT, readOne, signal);
    }
    finally {
        ticker.stop();
    }
}

;// CONCATENATED MODULE: ./build/commands/inspect/long-list.js




/** Lists versions with their state, size, number of files, date and uploader. */
async function longVersions(connection, { versions, unreadable }, signal) {
    const facts = new Map();
    const unread = [...unreadable];
    await reading(versions, signal, async (version) => {
        if (version.summary === undefined)
            return;
        await (0,review_unreadable/* unlessUnreadable */.Mh)((0,protocol_names/* formatRef */.rq)(version.ref), unread, async () => {
            facts.set(version, await amountsOf(connection, version.ref, signal));
        });
    });
    const rows = versions.map((version) => {
        const { ref, state, isLatest, summary } = version;
        return { ...entryOf(ref.version, summary, facts.get(version)), state, latest: isLatest ? 'latest' : '' };
    });
    return {
        table: { columns: [{ title: 'VERSION' }, ...FACTS], rows: rows.map(cellsOf) },
        records: rows.map(({ latest, ...row }) => ({ ...row, isLatest: latest !== '' })),
        unreadable: unread,
    };
}
/** Lists assets with the facts of their latest versions. */
async function longAssets(connection, project, assets, signal) {
    const facts = new Map();
    const unreadable = [];
    await reading(assets, signal, async (asset) => {
        const ref = { project, asset };
        await (0,review_unreadable/* unlessUnreadable */.Mh)((0,protocol_names/* formatRef */.rq)(ref), unreadable, async () => {
            facts.set(asset, await entryOfAsset(connection, ref, signal));
        });
    });
    const rows = assets.map((asset) => facts.get(asset) ?? { ...entryOf(asset), state: 'unknown', latest: '' });
    return {
        table: { columns: [{ title: 'ASSET' }, ...FACTS], rows: rows.map(cellsOf) },
        records: rows.map((row) => ({ ...row, latest: row.latest || null })),
        unreadable,
    };
}
async function entryOfAsset(connection, asset, signal) {
    const latest = await (0,versions/* fetchLatest */.wF)(connection, asset, { signal });
    if (latest === undefined) {
        const { versions } = await (0,version_states/* versionStates */.X)(connection, asset, { signal });
        const state = versions.find(({ state }) => state === 'pending') ?? versions[0];
        return { ...entryOf(asset.asset), state: state?.state ?? 'empty', latest: '' };
    }
    const ref = { ...asset, version: latest };
    const summary = await (0,versions/* findSummary */.ws)(connection, ref, { signal });
    return {
        ...entryOf(asset.asset, summary, await amountsOf(connection, ref, signal)),
        state: 'approved',
        latest,
    };
}
/** Lists projects with their assets, usage and owners. */
async function longProjects(connection, projects, signal) {
    const facts = new Map();
    const unreadable = [];
    await reading(projects, signal, async (project) => {
        await (0,review_unreadable/* unlessUnreadable */.Mh)(project, unreadable, async () => {
            const { length: assetsCount } = await (0,listing/* listAssets */.qs)(connection, project, { signal });
            const sizeBytes = await (0,versions/* fetchUsage */.wW)(connection, project, { signal });
            const { owners } = await (0,permissions/* fetchPermissions */.LN)(connection, { project }, { signal });
            facts.set(project, { assetsCount, sizeBytes, owners });
        });
    });
    const columns = [{ title: 'PROJECT' }, { title: 'ASSETS', isNumeric: true }, SIZE, { title: 'OWNERS' }];
    const rows = projects.map((name) => {
        const { assetsCount = '', sizeBytes, owners = [] } = facts.get(name) ?? {};
        return [{ value: name }, { value: assetsCount }, sizeCell(sizeBytes), { value: owners.join(',') }];
    });
    const unknown = { assetsCount: null, sizeBytes: null, owners: null };
    const records = projects.map((name) => ({ name, ...(facts.get(name) ?? unknown) }));
    return { table: { columns, rows }, records, unreadable };
}
/** Lists files of a version with their sizes, checksums and links; an empty directory has none of these. */
async function longFiles(connection, ref, names, signal) {
    const manifest = await (0,versions/* fetchManifest */.Cj)(connection, ref, { signal });
    const rows = names.map((name) => {
        const { size, md5sum, link } = manifest.get(name) ?? {};
        const target = link === undefined ? null : `${(0,protocol_names/* formatRef */.rq)(link)}/${link.path}`;
        return { name, sizeBytes: size ?? null, md5sum: md5sum || null, link: target };
    });
    return {
        table: {
            columns: [{ title: 'PATH' }, SIZE, { title: 'MD5' }, { title: 'LINK' }],
            rows: rows.map(({ name, sizeBytes, md5sum, link }) => [
                { value: name },
                sizeCell(sizeBytes ?? undefined),
                { value: md5sum ?? '' },
                { value: link ?? '' },
            ]),
        },
        records: rows,
        unreadable: [],
    };
}

// EXTERNAL MODULE: ./build/commands/inspect/unreadable.js
var inspect_unreadable = __webpack_require__(2666);
;// CONCATENATED MODULE: ./build/commands/inspect/list.js







const list_inputs = {
    project: (0,inputs/* text */.Qq)('Project to list'),
    asset: (0,inputs/* text */.Qq)('Asset to list'),
    version: (0,inputs/* text */.Qq)('Version to list'),
    prefix: (0,inputs/* text */.Qq)('Only list files whose path starts with this'),
    long: (0,inputs/* flag */.Jt)('Also show facts: of versions and assets their state, latest version, size, number of files, date and uploader; of projects their assets, size and owners; of files their size, checksum and link', false),
    ...service_inputs/* serviceInputs */.r7,
    ...service_inputs/* timeoutInput */.sR,
};
const outputs = {
    status: '`listed`, `failed`, `timed-out` or `cancelled`',
    names: 'Names of projects, assets or versions',
    records: 'With `long`, an object for each name as JSON: `name`, and the facts in camelCase; null where they are not known',
    latest: 'For an asset, its latest version',
    versions: 'For an asset, its versions as JSON: `version`, `state` (`approved`, `pending`, `unfinished` or `unreadable`), `isLatest`, `uploadedBy`, `uploadFinish`',
};
/** The command `list`: lists projects, the assets of a project, the versions of an asset, or the files of a version. */
const list = (0,command/* defineCommand */.N)({ name: 'list', inputs: list_inputs, outputs, failed: () => 'nothing was listed', run });
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,protocol_names/* requireNames */.kR)((0,protocol_names/* givenNames */.Sh)(given));
    if (given.prefix !== undefined && given.version === undefined) {
        throw (0,gobbler_error/* gobblerError */.k5)('prefix-without-version', {});
    }
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    const { noun, names, facts, ...listed } = await listingOf(connection, context);
    setOutput('names', names);
    const long = given.long ? await facts() : undefined;
    if (long !== undefined)
        setOutput('records', JSON.stringify(long.records));
    const { table, unreadable = [] } = long ?? listed;
    (0,inspect_unreadable/* warnOfUnreadable */.R)(unreadable);
    if (table !== undefined)
        (0,runtime/* host */.H)().table?.(table);
    (0,log/* line */.n8)((0,format/* formatNumberOf */.Of)(names.length, noun));
    setOutput('status', 'listed');
}
async function listingOf(connection, context) {
    const { inputs: { project, asset, version, prefix }, signal, } = context;
    if (project === undefined) {
        const names = await (0,listing/* listProjects */.hF)(connection, { signal });
        return { noun: 'project', names, facts: () => longProjects(connection, names, signal) };
    }
    if (asset === undefined) {
        const names = await (0,listing/* listAssets */.qs)(connection, project, { signal });
        return { noun: 'asset', names, facts: () => longAssets(connection, project, names, signal) };
    }
    if (version === undefined)
        return versionsOf(connection, { project, asset }, context);
    const ref = { project, asset, version };
    const names = await (0,listing/* listFiles */.CS)(connection, ref, { prefix, includeDotdot: false, signal });
    return { noun: 'file', names, facts: () => longFiles(connection, ref, names, signal) };
}
/** Lists the versions of an asset, and marks those on probation and the latest one. */
async function versionsOf(connection, asset, { setOutput, signal }) {
    const states = await (0,version_states/* versionStates */.X)(connection, asset, { signal });
    const { versions, unreadable } = states;
    setOutput('latest', versions.find(({ isLatest }) => isLatest)?.ref.version ?? '');
    setOutput('versions', JSON.stringify(versions.map(memberOf)));
    return {
        noun: 'version',
        names: versions.map(({ ref }) => ref.version),
        facts: () => longVersions(connection, states, signal),
        unreadable,
        table: {
            columns: [{ title: 'VERSION' }, { title: 'STATE' }],
            rows: versions.map(({ ref, state, isLatest }) => [
                { value: ref.version },
                isLatest ? { value: 'latest' } : { value: state, shown: SHOWN[state] },
            ]),
        },
    };
}
/** A state on a terminal, where only what is unusual stands out. */
const SHOWN = {
    approved: '',
    pending: 'on probation',
    unfinished: 'unfinished',
    unreadable: 'unreadable',
};
const memberOf = ({ ref, state, isLatest, summary }) => ({
    version: ref.version,
    state,
    isLatest,
    uploadedBy: summary?.uploadUserId ?? null,
    uploadFinish: summary?.uploadFinish ?? null,
});


/***/ }),

/***/ 2358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pending: () => (/* binding */ pending)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2837);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3387);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7611);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1838);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8034);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2405);
/* harmony import */ var _progress_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8995);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4674);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3595);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6664);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2666);








const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Project to search. Defaults to all projects in which this user can approve'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Asset to search'),
    all: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Search all projects, also those in which this user cannot approve', false),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .timeoutInput */ .sR,
};
const outputs = {
    status: '`listed`, `failed`, `timed-out` or `cancelled`',
    'versions-count': 'Number of versions on probation',
    versions: 'The versions as JSON, the newest first, with the facts that `gobbler status` has of one',
    projects: 'The projects that were searched',
    unreadable: 'Places whose records cannot be read, which the list may lack',
};
/** The command `pending`: lists versions on probation, for the users who decide about them. */
const pending = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'pending',
    inputs,
    outputs,
    failed: () => 'versions on probation were not listed',
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireNames */ .kR)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .givenNames */ .Sh)(given));
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    const projects = await projectsToSearch(connection, context);
    const { versions, unreadable } = await findPending(connection, projects.names, context);
    const unread = [...projects.unreadable, ...unreadable];
    (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_5__/* .warnOfUnreadable */ .R)(unread);
    warnOfIncomparable(versions);
    (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_6__/* .warnOfMismatches */ .cl)(versions.flatMap(({ ref, provenance: origin }) => (origin === undefined ? [] : [{ ref, origin }])));
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatNumberOf */ .Of)(versions.length, 'version')} on probation in ${projects.description}`);
    setOutput('versions-count', versions.length);
    setOutput('versions', JSON.stringify(versions.map((version) => memberOf(connection, version))));
    setOutput('projects', projects.names);
    setOutput('unreadable', unread.map(({ place }) => place));
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .host */ .H)().table?.(tableOf(versions));
    setOutput('status', 'listed');
}
/** Searches projects, and shows how far the search has come. */
async function findPending(connection, projects, { inputs: { asset }, signal }) {
    const ticker = new _progress_index_js__WEBPACK_IMPORTED_MODULE_10__/* .FileTicker */ .rX();
    const onProgress = (done, total) => {
        if (done === 1)
            ticker.begin('Searching', total, 'version');
        ticker.advance(done);
    };
    try {
        return await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_11__/* .pendingVersions */ .jZ)(connection, projects, { asset, signal, onProgress });
    }
    finally {
        ticker.stop();
    }
}
async function projectsToSearch(connection, { inputs: { project, asset, all }, signal }) {
    if (project !== undefined) {
        // A name that does not exist is an error, not a place without versions.
        if (asset === undefined)
            await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_12__/* .listAssets */ .qs)(connection, project, { signal });
        else
            await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_12__/* .listVersions */ .yO)(connection, { project, asset }, { signal });
        const description = asset === undefined ? project : (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)({ project, asset });
        return { names: [project], description, unreadable: [] };
    }
    if (all) {
        const names = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_12__/* .listProjects */ .hF)(connection, { signal });
        return { names, description: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatNumberOf */ .Of)(names.length, 'project'), unreadable: [] };
    }
    const { projects, of, user, isAdministrator, unreadable } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_13__/* .approvableProjects */ .J)(connection, {
        signal,
    });
    if (isAdministrator === undefined && projects.length < of)
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)('Only the projects that you own are searched: checking whether you are an administrator requires a file in staging, and failed. Give --all to search all projects.');
    const number = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatNumberOf */ .Of)(projects.length, 'project');
    const description = `${number} in which ${user ?? 'this user'} can approve, of ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(of)} in all`;
    return { names: projects, description, unreadable };
}
/** Warns of latest versions that nothing can be compared with: approvers do not see what changes. */
function warnOfIncomparable(versions) {
    const sentences = versions.flatMap(({ ref, incomparable }) => incomparable === undefined ? [] : [`${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)}: ${(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .incomparableText */ .zX)(incomparable)}`]);
    if (sentences.length === 0)
        return;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .annotateWarning */ .tf)({
        title: 'Unknown changes',
        sentences,
        hint: 'Ask an administrator of the service to repair or remove the latest version.',
    });
}
/** A version for programs, with members named as the outputs of `status`. */
function memberOf(connection, version) {
    const { ref, summary, content, manifestDigest: digest, changes, incomparable, provenance } = version;
    return {
        ...ref,
        uploadedBy: summary.uploadUserId,
        uploadStart: summary.uploadStart,
        uploadFinish: summary.uploadFinish,
        filesCount: content?.files ?? null,
        sizeBytes: content?.bytes ?? null,
        manifestDigest: digest ?? null,
        versionUrl: (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_15__/* .versionUrl */ .Aj)(connection, ref),
        previousVersion: changes?.version ?? null,
        filesAdded: changes?.added ?? null,
        filesChanged: changes?.changed ?? null,
        filesRemoved: changes?.removed ?? null,
        previousSizeBytes: changes?.before.bytes ?? null,
        newBytes: changes?.newBytes ?? null,
        unchangedBytes: changes?.unchangedBytes ?? null,
        incomparable: incomparable === undefined ? null : (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .incomparableFacts */ .Xz)(incomparable),
        provenance: provenance ?? null,
        approveCommand: digest === undefined ? null : (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_15__/* .approveCommand */ .f6)({ connection, ref, digest }),
    };
}
/**
 * Programs get the time of the upload, bytes, and the changes in cells of their own, empty if there is no latest version; in
 * the last two, the commit and the actor that a provenance file states, unless it describes something else.
 */
function tableOf(versions) {
    const now = Date.now();
    const isHidden = versions.every(({ provenance }) => provenance === undefined);
    return {
        columns: [
            { title: 'VERSION' },
            { title: 'UPLOADER' },
            { title: 'AGE', isNumeric: true },
            { title: 'SIZE', isNumeric: true },
            { title: 'FILES', isNumeric: true },
            { title: 'CHANGES' },
            { title: 'CHANGED', isHidden: true },
            { title: 'REMOVED', isHidden: true },
            { title: 'COMMIT', isHidden },
            { title: 'ACTOR', isHidden },
        ],
        rows: versions.map((version) => rowOf(version, now)),
    };
}
function rowOf(version, now) {
    const { ref, summary, content, changes, provenance } = version;
    const finished = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_16__/* .parseTimestamp */ .EH)(summary.uploadFinish);
    return [
        { value: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref) },
        { value: summary.uploadUserId },
        { value: summary.uploadFinish, ...(finished !== undefined && { shown: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatAge */ .nV)(now - finished) }) },
        { value: content?.bytes ?? '', ...(content && { shown: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatBytes */ .z3)(content.bytes) }) },
        { value: content?.files ?? '', ...(content && { shown: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(content.files) }) },
        { value: changes?.added ?? '', shown: changesText(version) },
        { value: changes?.changed ?? '' },
        { value: changes?.removed ?? '' },
        ...originCells(provenance),
    ];
}
function changesText({ content, changes, incomparable }) {
    if (content === undefined)
        return 'unreadable';
    if (incomparable !== undefined)
        return 'unknown';
    if (changes === undefined)
        return 'first version';
    const [added, changed, removed] = [changes.added, changes.changed, changes.removed].map(_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4);
    return `+${added} ~${changed} -${removed}`;
}
const SHORT_COMMIT = 10;
function originCells(provenance) {
    if (provenance === undefined)
        return [{ value: '' }, { value: '' }];
    if ((0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_6__/* .mismatchOf */ .mW)(provenance) !== undefined)
        return [{ value: '', shown: 'wrong' }, { value: '' }];
    const { commit = '', actor = '', modified } = provenance;
    return [
        { value: commit, shown: `${commit.slice(0, SHORT_COMMIT)}${modified ? '+' : ''}` },
        { value: actor },
    ];
}


/***/ }),

/***/ 8299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3387);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7154);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5642);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1700);
/* harmony import */ var _client_review_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5145);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(3956);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8034);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8443);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(4674);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3427);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9159);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(6664);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4444);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3595);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(5157);








const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Project to show, or that contains the asset or version to show'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Asset to show, or that contains the version to show'),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Version to show'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .timeoutInput */ .sR,
};
/** A version may differ in a million files; `gobbler diff` lists all. */
const MOST_CHANGES = 1000;
const outputs = {
    status: '`approved`, `pending`, `unfinished` or `missing`; `found` for a project or an asset; `ready` for a service; `failed`, `timed-out` or `cancelled`',
    'version-path': 'Absolute path of the version in the registry',
    latest: '`true` if it is the latest version of its asset; empty if that is unknown',
    'uploaded-by': 'User who has uploaded it',
    'upload-start': 'Time of the upload, RFC 3339',
    'upload-finish': 'Time at which the upload was complete, RFC 3339',
    'files-count': 'Number of files in the version',
    'size-bytes': 'Size of all files in the version; of a project, that of all files that are not links',
    'manifest-digest': 'A sha256 over paths, sizes and MD5 sums, links left out',
    provenance: 'The statement of its provenance file as JSON, with `subject` and `match`: whether it describes this version. Nobody has signed it; empty if there is none',
    'version-url': "The version under the service's `/fetch`",
    'previous-version': 'For a version on probation, the latest version, with which it is compared',
    ..._versions_index_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOutputs */ .D,
    incomparable: 'Why it cannot be compared with the latest version, as JSON: `version`, `code` and `message`. Empty if it can',
    changes: `The ${MOST_CHANGES} largest changes as JSON, largest first: \`kind\`, \`path\`, \`beforeBytes\`, \`afterBytes\``,
    'approve-command': 'For a version on probation, the command that approves exactly this content',
    url: 'Address of the service',
    registry: 'Absolute path of its registry',
    staging: 'Absolute path of its staging directory',
    'projects-count': 'Number of projects',
    'assets-count': 'Number of assets of the project',
    'versions-count': 'Number of versions of the asset',
    'latest-version': 'Latest version of the asset; empty if none is approved',
    owners: 'Owners of the project, or of that of a version on probation: they can approve it, as administrators can',
};
/**
 * How a version stands, or what a project or an asset holds; without a place, whether the service answers, and where its
 * directories are.
 */
const status = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCommand */ .N)({
    name: 'status',
    inputs,
    outputs,
    failed: () => 'the status is not known',
    run,
});
async function run(context) {
    const { project, asset, version } = context.inputs;
    if (project === undefined)
        return statusOfService(context);
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireNames */ .kR)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .givenNames */ .Sh)({ project, asset, version }));
    if (asset === undefined)
        return statusOfProject(context, project);
    if (version === undefined)
        return statusOfAsset(context, { project, asset });
    return statusOfVersion(context, { project, asset, version });
}
async function statusOfService({ inputs: given, setOutput, signal }) {
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_5__/* .connectTo */ .m6)(given, signal);
    const projects = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_6__/* .listProjects */ .hF)(connection, { forceRemote: true, signal });
    setOutput('url', connection.url);
    setOutput('registry', connection.registry);
    setOutput('staging', connection.staging);
    setOutput('projects-count', projects.length);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`A Gobbler answers at ${connection.url} with ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatNumberOf */ .Of)(projects.length, 'project')}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`  registry ${connection.registry}${connection.registryVisible ? '' : ' (not visible here)'}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`  staging  ${connection.staging}`);
    setOutput('status', 'ready');
}
async function statusOfProject({ inputs: given, setOutput, signal }, project) {
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_5__/* .connectTo */ .m6)(given, signal);
    const fresh = { forceRemote: true, signal };
    const assets = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_6__/* .listAssets */ .qs)(connection, project, fresh);
    const { owners } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_9__/* .fetchPermissions */ .LN)(connection, { project }, fresh);
    const bytes = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .fetchUsage */ .wW)(connection, project, fresh);
    setOutput('assets-count', assets.length);
    setOutput('size-bytes', bytes);
    setOutput('owners', owners);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`${project} has ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatNumberOf */ .Of)(assets.length, 'asset')}, and uses ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatBytes */ .z3)(bytes)}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`  owners ${owners.join(', ') || '(none)'}`);
    setOutput('status', 'found');
}
async function statusOfAsset({ inputs: given, setOutput, signal }, asset) {
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_5__/* .connectTo */ .m6)(given, signal);
    const fresh = { forceRemote: true, signal };
    const versions = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_6__/* .listVersions */ .yO)(connection, asset, fresh);
    const latest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .fetchLatest */ .wF)(connection, asset, fresh);
    setOutput('versions-count', versions.length);
    if (latest !== undefined)
        setOutput('latest-version', latest);
    const standing = latest === undefined ? 'none is approved' : `the latest is ${latest}`;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(asset)} has ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatNumberOf */ .Of)(versions.length, 'version')}: ${standing}`);
    setOutput('status', 'found');
}
async function statusOfVersion({ inputs: given, setOutput, signal }, ref) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireVersion */ .eU)(ref);
    const version = new _versions_index_js__WEBPACK_IMPORTED_MODULE_11__/* .RemoteVersion */ .r(await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_5__/* .connectTo */ .m6)(given, signal), ref, signal);
    setOutput('version-path', version.path);
    const state = await version.look();
    if (state.kind === 'unfinished') {
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`The upload of ${version.name} has not finished`);
        return setOutput('status', 'unfinished');
    }
    if (state.kind === 'absent') {
        setOutput('status', 'missing');
        throw version.incomplete(state, 'use');
    }
    const { summary } = state;
    const content = await version.content();
    const latest = await (0,_client_review_index_js__WEBPACK_IMPORTED_MODULE_12__/* .readOne */ .JF)(version.latest());
    if (latest.error === undefined)
        setOutput('latest', latest.value === ref.version);
    setOutput('uploaded-by', summary.uploadUserId);
    setOutput('upload-start', summary.uploadStart);
    setOutput('upload-finish', summary.uploadFinish);
    const { files, bytes } = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_13__/* .amountOfFiles */ .$k)(content.manifest);
    setOutput('files-count', files);
    setOutput('size-bytes', bytes);
    setOutput('manifest-digest', content.digest);
    setOutput('version-url', (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .versionUrl */ .Aj)(version.connection, ref));
    const standing = summary.onProbation
        ? 'is on probation'
        : latest.value === ref.version
            ? 'is the latest version'
            : latest.error === undefined
                ? `is approved; the latest version is ${latest.value ?? 'missing'}`
                : `is approved; the latest version is unknown: ${latest.error.message}`;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`${version.name} ${standing}: ${(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_15__/* .contentSize */ .vc)(content)}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`  uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`  manifest-digest ${content.digest}`);
    const origin = await (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_16__/* .foundOrigin */ .D)(version.connection, ref, content.manifest, signal);
    if (origin !== undefined) {
        setOutput('provenance', JSON.stringify(origin));
        (0,_provenance_index_js__WEBPACK_IMPORTED_MODULE_17__/* .logOrigin */ .Vx)(origin);
    }
    if (summary.onProbation)
        await tellReview({ setOutput, signal }, version, content);
    setOutput('status', summary.onProbation ? 'pending' : 'approved');
}
/** Tells what an approver needs to know: the changes, and how to approve exactly this content. */
async function tellReview({ setOutput, signal }, { connection, ref }, { manifest, digest }) {
    const { comparison: changes, incomparable } = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .changesSinceLatest */ .Lq)(connection, ref, manifest, signal);
    if (incomparable !== undefined)
        setOutput('incomparable', JSON.stringify((0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .incomparableFacts */ .Xz)(incomparable)));
    if (changes !== undefined) {
        setOutput('previous-version', changes.version);
        (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .setChangeOutputs */ .Fl)(setOutput, changes.difference);
        setOutput('changes', (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .changesJson */ .c$)(changes.difference, MOST_CHANGES));
        (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .logChanges */ ._1)(changes);
    }
    const approvable = { connection, ref, digest };
    const maintainers = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_19__/* .findMaintainers */ .j7)(connection, ref.project, signal);
    setOutput('approve-command', (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .approveCommand */ .f6)(approvable));
    setOutput('owners', maintainers.owners ?? []);
    (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .logHowToApprove */ .Xt)(approvable, (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_20__/* .maintainersText */ .b)(maintainers));
}


/***/ }),

/***/ 2666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ warnOfUnreadable)
/* harmony export */ });
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8034);

/** Warns of places in the registry that a list may lack, since their records cannot be read. */
function warnOfUnreadable(unreadable) {
    if (unreadable.length === 0)
        return;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .annotateWarning */ .tf)({
        title: 'Unreadable records',
        sentences: [
            `the records of ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(unreadable.length, 'place')} in the registry cannot be read`,
            ...unreadable.map(({ place, error }) => `${place}: ${error.message}`),
        ],
        isHeaded: true,
        hint: 'Ask an administrator of the service to repair or remove them.',
    });
}


/***/ }),

/***/ 6686:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   usage: () => (/* binding */ usage)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5642);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8034);




const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Project to measure'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .timeoutInput */ .sR,
};
const outputs = {
    status: '`found`, `failed`, `timed-out` or `cancelled`',
    'size-bytes': 'Size of all files of the project that are not links',
};
/** The command `usage`: the disk space that a project uses, as the service has recorded it. */
const usage = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'usage',
    inputs,
    outputs,
    failed: ({ project }) => `the usage of ${project} is not known`,
    run,
});
async function run({ inputs: given, setOutput, signal }) {
    const { project } = given;
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireName */ .rI)('project', project);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    const bytes = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchUsage */ .wW)(connection, project, { forceRemote: true, signal });
    setOutput('size-bytes', bytes);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${project} uses ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .formatBytes */ .z3)(bytes)}`);
    setOutput('status', 'found');
}


/***/ }),

/***/ 2568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4530);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1700);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3951);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8034);
/* harmony import */ var _upload_index_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3928);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9159);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4059);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9579);








const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)('Project of the version'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)('Asset of the version'),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)('Version to compare with'),
    directory: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalPath */ .s2)('Directory to compare'),
    files: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)('Patterns of files to compare in the directory, or to read in the version, relative to it; `!` excludes', '**'),
    'include-hidden-files': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Also compare files and directories whose names start with a dot', false),
    symlinks: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('How to compare links in the directory: `preserve` (with the published links), `dereference` (as their targets) or `error` (refuse them)', ['preserve', 'dereference', 'error'], 'preserve'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .timeoutInput */ .sR,
};
const outputs = {
    status: '`verified`, `failed`, `timed-out` or `cancelled`',
    'version-path': 'Absolute path of the version in the registry',
    'files-count': 'Number of files that were compared',
};
/**
 * The command `verify`: checks whether a directory has the content of a version, as an upload with `if-exists: verify`
 * would; without a directory, whether the files in the registry match their manifest. Reads every byte.
 */
const verify = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCommand */ .N)({
    name: 'verify',
    inputs,
    outputs,
    failed: (given) => `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(given)} was not verified`,
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireVersion */ .eU)(ref);
    const selection = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .selectPaths */ .LO)(given.files);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_6__/* .connectTo */ .m6)(given, signal);
    const version = new _versions_index_js__WEBPACK_IMPORTED_MODULE_7__/* .RemoteVersion */ .r(connection, ref, signal);
    setOutput('version-path', version.path);
    await version.requireComplete('use');
    const { manifest } = await version.content();
    let verified = manifest;
    if (given.directory === undefined) {
        if (!connection.registryVisible)
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .gobblerError */ .k5)('version-not-readable', { path: version.path });
        const concurrency = 4 * node_os__WEBPACK_IMPORTED_MODULE_0___default().availableParallelism();
        const keys = (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .requireSelected */ .b5)(ref, manifest, selection);
        await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_10__/* .verifyFiles */ .x)({ root: version.path, manifest, keys, concurrency, signal }, 'checksum');
        const selected = new Set(keys);
        verified = new Map([...manifest].filter(([key]) => selected.has(key)));
    }
    else
        await compareDirectory(connection, ref, { directory: given.directory, selection }, context);
    setOutput('files-count', (0,_client_index_js__WEBPACK_IMPORTED_MODULE_11__/* .amountOfFiles */ .$k)(verified).files);
    const where = given.directory ?? version.path;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_12__/* .line */ .n8)(`${where} matches ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} (${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_13__/* .formatNumberOf */ .Of)(verified.size, 'entry', 'entries')}, all checksums verified)`);
    setOutput('status', 'verified');
}
/** Compares by a dry run of an upload: since the version exists, it does nothing else. */
async function compareDirectory(connection, ref, { directory, selection: select }, { inputs: given, signal }) {
    const includeHidden = given['include-hidden-files'];
    const { symlinks } = given;
    try {
        const options = { ...ref, directory, symlinks, includeHidden, select, allowEmpty: true, signal };
        const result = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_14__/* .uploadDirectory */ .z)(connection, { ...options, ifExists: 'verify', dryRun: true });
        (0,_upload_index_js__WEBPACK_IMPORTED_MODULE_15__/* .tellLeftOut */ .B)(result.leftOut);
    }
    catch (error) {
        const differs = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .factsOf */ .xS)(error, 'version-differs');
        if (differs === undefined)
            throw error;
        const { version, mismatches } = differs;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .gobblerError */ .k5)('directory-differs', { directory, version, mismatches });
    }
}


/***/ }),

/***/ 4768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requireConfirmation)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6366);
/* harmony import */ var _runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2405);



/**
 * Asks whether to go on with something that cannot be undone, `deed`, such as "remove demo/assay", where a front end asks:
 * a workflow has been reviewed. Returns whether it took the time of an answer, in which much may have changed. Codes
 * `invalid-input` if nobody can be asked, and `cancelled` for any answer but yes.
 */
async function requireConfirmation(deed, signal) {
    const answer = await (0,_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().confirm?.((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(`Really ${deed}?`), signal);
    if (answer === 'unasked')
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('unconfirmed', { deed });
    if (answer === 'no')
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('declined', { deed });
    return answer === 'yes';
}


/***/ }),

/***/ 4295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stage: () => (/* binding */ stage_stage)
});

// EXTERNAL MODULE: ./build/client/select/select.js
var select_select = __webpack_require__(4530);
// EXTERNAL MODULE: ./build/client/parts/create-upload.js
var create_upload = __webpack_require__(2404);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/errors/upload-refused.js
var upload_refused = __webpack_require__(5191);
// EXTERNAL MODULE: ./build/fs/checksums.js
var fs_checksums = __webpack_require__(6879);
// EXTERNAL MODULE: ./build/fs/system-errors.js
var system_errors = __webpack_require__(8368);
// EXTERNAL MODULE: ./build/fs/fresh.js
var fresh = __webpack_require__(835);
// EXTERNAL MODULE: ./build/fs/adaptive-io.js + 1 modules
var adaptive_io = __webpack_require__(522);
// EXTERNAL MODULE: ./build/protocol/names.js
var protocol_names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/plan/links.js
var links = __webpack_require__(1002);
// EXTERNAL MODULE: ./build/client/plan/hard-links.js
var hard_links = __webpack_require__(8994);
// EXTERNAL MODULE: ./build/client/plan/plan.js
var plan_plan = __webpack_require__(7192);
// EXTERNAL MODULE: ./build/client/requests/staging-area.js + 1 modules
var staging_area = __webpack_require__(3621);
// EXTERNAL MODULE: ./build/client/requests/request.js
var request = __webpack_require__(6719);
// EXTERNAL MODULE: ./build/client/source/stages.js
var source_stages = __webpack_require__(4590);
// EXTERNAL MODULE: ./build/client/source/scan-source.js
var scan_source = __webpack_require__(7024);
// EXTERNAL MODULE: ./build/client/source/source-tree.js
var source_tree = __webpack_require__(2181);
// EXTERNAL MODULE: ./build/client/staging/stage.js + 1 modules
var stage = __webpack_require__(7829);
// EXTERNAL MODULE: ./build/client/upload/filesystem-facts.js
var filesystem_facts = __webpack_require__(4960);
// EXTERNAL MODULE: ./build/client/upload/preflight.js + 1 modules
var preflight = __webpack_require__(4393);
// EXTERNAL MODULE: ./build/client/parts/actor.js
var actor = __webpack_require__(8591);
// EXTERNAL MODULE: ./build/client/parts/collisions.js
var collisions = __webpack_require__(8461);
// EXTERNAL MODULE: ./build/client/parts/listing.js
var listing = __webpack_require__(3398);
// EXTERNAL MODULE: ./build/client/parts/multipart-upload.js
var multipart_upload = __webpack_require__(7878);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
;// CONCATENATED MODULE: ./build/client/parts/part-path.js



/**
 * Splits the path of a part within the version into names: none for the top. Code `invalid-input` for a path that leaves the
 * version, or has a name that is reserved for the service.
 */
function partPathNames(partPath) {
    const names = partPath.replace(/\/+$/, '').split('/');
    if (partPath === '' || (names.length === 1 && names[0] === '.'))
        return [];
    if (partPath.startsWith('/'))
        throw (0,gobbler_error/* gobblerError */.k5)('part-path-unusable', { path: partPath, found: 'absolute' });
    const kept = names[0] === '.' ? names.slice(1) : names;
    for (const name of kept) {
        const rule = (0,protocol_names/* nameProblem */.rH)(name);
        if (rule !== undefined)
            throw (0,gobbler_error/* gobblerError */.k5)('part-path-unusable', { path: partPath, found: { name, rule } });
    }
    return kept;
}
/** Moves the paths of a scan below `names`. */
function scanAt(scan, names) {
    if (names.length === 0)
        return scan;
    const at = names.join('/');
    return {
        ...scan,
        files: scan.files.map((file) => (0,source_tree/* withPath */.iD)(file, `${at}/${file.path}`)),
        links: scan.links.map(({ path, text }) => ({ path: `${at}/${path}`, text })),
        directories: [
            ...names.map((_, depth) => names.slice(0, depth + 1).join('/')),
            ...scan.directories.map((directory) => `${at}/${directory}`),
        ],
    };
}

// EXTERNAL MODULE: ./build/client/parts/part-run.js
var part_run = __webpack_require__(2033);
// EXTERNAL MODULE: ./build/client/parts/records.js
var records = __webpack_require__(3352);
// EXTERNAL MODULE: ./build/client/parts/upload-state.js
var upload_state = __webpack_require__(5877);
;// CONCATENATED MODULE: ./build/client/parts/stage-part.js

















/**
 * Stages the files of a directory as a part of a multipart upload; replaces the part if it exists. The part appears at one
 * moment, complete, or not at all: a kill leaves nothing that counts. Parts may be staged concurrently, from any machine.
 * Two parts with the same path are refused, and the error names both. The directory is only read. Codes as
 * `openMultipartUpload` and `uploadDirectory`; `invalid-name` for the part; `already-exists` for collisions, for an upload
 * that was submitted, and if another run of the part has begun meanwhile; `lock-timeout` during a submit.
 */
async function stagePart(connection, uploadId, part, options) {
    (0,part_run/* requirePartName */.wC)(part);
    const names = partPathNames(options.path ?? '');
    const upload = await (0,multipart_upload/* openMultipartUpload */.aL)(connection, uploadId, options.ref);
    const stopTouching = (0,staging_area/* keepFresh */.yA)([upload.path]);
    let run;
    try {
        await (0,upload_state/* requireOpen */.gb)(upload);
        const addition = await prepare(connection, upload, { part, names, options });
        const replaced = await (0,part_run/* findReplaced */.Ms)(upload, part);
        run = await part_run/* PartRun */.p2.begin(upload, addition.record);
        const { record, copied, hardLinked } = await carryOut(addition, run);
        const { signal, onEvent } = options;
        await run.commit(record, { signal, onNotice: (sentence) => onEvent?.({ kind: 'notice', sentence }) });
        run = undefined;
        const { leftOut, losses, files, links } = addition.scanned;
        const isEmpty = files.length + links.length === 0;
        return { upload, record, replaced, leftOut, losses, isEmpty, copied, hardLinked };
    }
    catch (error) {
        options.signal?.throwIfAborted();
        if ((0,errno/* errnoOf */.U)(error) === 'ENOENT')
            await (0,upload_state/* requireOpen */.gb)(upload); // it may have been removed just now
        const why = run === undefined ? error : await run.explain(error);
        throw (0,errno/* errnoOf */.U)(why) === undefined ? why : (0,request/* stagingWriteError */.f)(upload.path, why);
    }
    finally {
        stopTouching();
        await run?.abandon();
    }
}
/** Longer than any real number of a run, to check the length of paths. */
const MANY_RUNS = 999_999;
/** Finds every reason to refuse the part, and plans how its content gets into the upload. */
async function prepare(connection, upload, { part, names, options }) {
    const { ref } = upload;
    const stages = new source_stages/* StageClock */.V(options.onEvent);
    const scanned = await stages.run('scan', () => (0,scan_source/* scanSource */.bX)(options));
    (0,filesystem_facts/* tellFilesystems */.Q)(connection, scanned, options.onEvent);
    return stages.run('check', async () => {
        // The directory has its longest name during a submit.
        const staging = (0,listing/* filesIn */.nG)(external_node_path_default().join((0,multipart_upload/* sealedBy */.CE)(upload.path, (0,staging_area/* newRunName */.D3)()), `${part}@${MANY_RUNS}`));
        const resolved = await (0,links/* resolveLinks */.A)(connection, ref, scanned, options.signal);
        (0,upload_refused/* refuseIfAny */.Y)(`the directory for ${(0,protocol_names/* formatRef */.rq)(ref)}`, [
            ...scanned.findings,
            ...(await (0,preflight/* overlapFindings */.c2)(connection, scanned, {})),
            ...(0,preflight/* lengthFindings */.XY)({ ...connection, staging }, ref, scanAt(scanned, names)),
            ...resolved.findings,
            ...(0,scan_source/* emptyFindings */.Qp)(scanned, options),
        ]);
        const isSafe = await (0,hard_links/* hardLinkRule */.M)(connection, options.symlinks);
        const plan = (0,plan_plan/* planUpload */.d7)({
            scan: scanned,
            links: resolved.links,
            asset: ref,
            earlier: { latest: undefined, candidates: [] },
            checksums: new Map(),
            serviceRegistry: connection.serviceRegistry,
            mayHardLink: (file) => isFixed(file) && isSafe(file),
        });
        const record = {
            part,
            generation: 0,
            path: names.join('/'),
            staged: (0,actor/* thisActor */.Y)(),
            filesCount: scanned.files.length,
            sizeBytes: scanned.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
            entriesCount: 0,
        };
        const parts = [
            ...(await othersNear(upload, record)),
            { record, entries: listed({ names, scanned, plan }) },
        ];
        (0,upload_refused/* refuseIfAny */.Y)(`part ${JSON.stringify(part)} of ${(0,protocol_names/* formatRef */.rq)(ref)}`, (0,collisions/* collisionsOf */.l)(parts, 'path'));
        return { names, options, stages, scanned, plan, record };
    });
}
/** Fills the directory of a run. */
async function carryOut(addition, { directory, generation }) {
    const { names, options, stages, scanned, plan } = addition;
    const { concurrency, signal, onEvent } = options;
    const root = external_node_path_default().join((0,listing/* filesIn */.nG)(directory), ...names);
    const onFile = (0,source_stages/* progressOf */.jA)('stage', [...plan.hardLinks, ...plan.copies], onEvent);
    const { filesystems } = scanned;
    const staging = { needsChecksum: () => true, filesystems, concurrency, signal, onFile };
    const { copied, hardLinked, ...staged } = await stages.run('stage', async () => {
        for (let depth = 0; depth <= names.length; depth++)
            await (0,staging_area/* makeReadableDirectory */.CP)(external_node_path_default().join((0,listing/* filesIn */.nG)(directory), ...names.slice(0, depth)));
        return (0,stage/* stage */.d)(scanned.root, root, plan, staging);
    });
    // The content of a hard link is fixed by its checksum: the file may be changed under its other name.
    const placeOf = (file) => external_node_path_default().join(root, file.path);
    const linkedSums = await (0,fs_checksums/* md5OfFiles */.RW)(hardLinked, placeOf, { signal, require: source_tree/* requireUnchanged */.jr });
    const checksums = new Map([...staged.checksums, ...linkedSums]);
    const entries = listed(addition, await inspect(root, { copied, hardLinked, checksums }));
    await (0,listing/* writeListing */.UD)(directory, entries);
    signal?.throwIfAborted();
    return { record: { ...addition.record, generation, entriesCount: entries.length }, copied, hardLinked };
}
/**
 * A multipart upload lives for hours or days, while later jobs use the workspace and may write to its files, under all their
 * names. So only files that nobody may write to are linked; others are copied.
 */
const isFixed = ({ mode, uid }) => (mode & 0o222) === 0 && uid === process.geteuid?.();
/** The content of the other parts that may collide with this one. */
async function othersNear(upload, own) {
    const contents = [];
    for (const run of await (0,part_run/* completeParts */.us)((0,multipart_upload/* placesIn */.yN)(upload.path).parts)) {
        if (run.part === own.part)
            continue;
        const record = await (0,records/* findRecord */.Tq)((0,part_run/* recordIn */.Rn)(run.path), records/* PART_RECORD */.Yv);
        if (record === undefined || !(0,collisions/* mayCollide */.g)(record, own))
            continue;
        const entries = await (0,system_errors/* ifThere */.y)((0,listing/* readListing */.vS)(run.path, record));
        // A repeat may have replaced it just now; submit checks all parts again.
        if (entries !== undefined)
            contents.push({ record, entries });
    }
    return contents;
}
async function inspect(root, { copied, hardLinked, checksums }) {
    const filesystems = new fresh/* Filesystems */.H4();
    const linked = new Set(hardLinked);
    const states = new Map();
    const note = (file, { mtimeMs, ino, ctimeMs }) => {
        const md5sum = checksums.get(file.path) ?? '';
        states.set(file.path, { mtimeMs, ino, ...(linked.has(file) && { ctimeMs }), md5sum });
    };
    await new adaptive_io/* AdaptiveIo */.p().forEach([...copied, ...hardLinked], {
        now: (file) => note(file, filesystems.entryNow(external_node_path_default().join(root, file.path))),
        later: async (file) => note(file, await filesystems.entry(external_node_path_default().join(root, file.path))),
    });
    return states;
}
/** The entries of a part, by their paths in the version. */
function listed({ names, scanned, plan }, states = new Map()) {
    const prefix = names.map((name) => `${name}/`).join('');
    return [
        ...scanAt(scanned, names).directories.map((directory) => ({ kind: 'directory', path: directory })),
        ...scanned.files.map(({ path: file, sizeBytes, mtimeMs, ino }) => {
            const state = states.get(file) ?? { mtimeMs, ino, md5sum: '' };
            return { kind: 'file', path: `${prefix}${file}`, sizeBytes, ...state };
        }),
        ...plan.links.map((link) => {
            return { kind: 'link', path: `${prefix}${link.path}`, text: link.text };
        }),
    ];
}

// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/summary.js
var summary = __webpack_require__(3009);
// EXTERNAL MODULE: ./build/commands/kit/escape.js
var kit_escape = __webpack_require__(6366);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/kit/format.js
var format = __webpack_require__(8034);
// EXTERNAL MODULE: ./build/commands/progress/progress.js
var progress_progress = __webpack_require__(5465);
// EXTERNAL MODULE: ./build/commands/upload/staging-sweep.js
var staging_sweep = __webpack_require__(9470);
// EXTERNAL MODULE: ./build/commands/upload/left-out.js
var left_out = __webpack_require__(3928);
// EXTERNAL MODULE: ./build/commands/upload/losses.js
var losses = __webpack_require__(7451);
// EXTERNAL MODULE: ./build/commands/connect/service-inputs.js
var service_inputs = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/runtime.js
var runtime = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/commands/upload/upload-inputs.js
var upload_inputs = __webpack_require__(5455);
;// CONCATENATED MODULE: ./build/commands/parts/stage-inputs.js





const stageInputs = {
    'upload-id': (0,inputs/* text */.Qq)('Upload to add to, from the output `upload-id` of the step that started it. If omitted, starts a new upload of `project`, `asset` and `version`'),
    project: (0,inputs/* text */.Qq)('Project to publish in; must exist. Optional with `upload-id`'),
    asset: (0,inputs/* text */.Qq)('Asset to publish; created if missing. Optional with `upload-id`'),
    version: (0,inputs/* text */.Qq)('Name of the new version. Optional with `upload-id`'),
    part: (0,inputs/* text */.Qq)('Name of the part, for example from the matrix. Staging a part again replaces the earlier one'),
    directory: (0,inputs/* optionalPath */.s2)('Directory with the files of the part, relative to the workspace'),
    path: (0,inputs/* text */.Qq)('Directory of the version to put the files in. Defaults to its top'),
    files: (0,inputs/* lines */.Mn)('Patterns of files to stage, one per line, relative to `directory`; `!` excludes', '**'),
    'include-hidden-files': (0,inputs/* flag */.Jt)('Stage files and directories whose names start with a dot. Otherwise a warning counts those left out; metadata of data formats, like `.zarray`, is always staged', false),
    'if-no-files-found': (0,inputs/* choice */.Yq)('Behavior if there is nothing to stage: `error`, `warn` or `ignore`; the latter two stage an empty part', ['error', 'warn', 'ignore'], 'error'),
    ...upload_inputs/* symlinksInput */.$Q,
    ...service_inputs/* serviceInputs */.r7,
    spoof: (0,inputs/* text */.Qq)('User on whose behalf the version will be submitted, if the service allows it'),
    'keep-days': (0,inputs/* integer */.nd)('Days without a change, from 1 to 7, after which the upload counts as abandoned and later runs of the same user remove it', { from: 1, to: 7, standard: 7 }),
    ...service_inputs/* concurrencyInput */.ei,
    ...service_inputs/* undoingTimeoutInput */.w7,
    'show-summary': (0,inputs/* flag */.Jt)('Write a job summary', true),
};
/** The required inputs depend on each other. Code `invalid-input`, with all missing ones. */
function stageTask(given) {
    const { 'upload-id': uploadId, project, asset, version, part, directory, path = '' } = given;
    const wantsPart = uploadId !== undefined || part !== undefined || directory !== undefined || given.path !== undefined;
    requireGiven({
        ...(uploadId === undefined && { project, asset, version }),
        ...(wantsPart && { part, directory }),
    });
    if (part !== undefined)
        (0,part_run/* requirePartName */.wC)(part);
    partPathNames(path);
    const staged = part === undefined || directory === undefined ? undefined : { name: part, directory, path };
    if (uploadId !== undefined && staged !== undefined)
        return { uploadId, part: staged };
    const ref = { project: project ?? '', asset: asset ?? '', version: version ?? '' };
    return { uploadId: undefined, ref, part: staged };
}
function requireGiven(values) {
    const missing = Object.keys(values).filter((name) => values[name] === undefined);
    if (missing.length > 0)
        throw (0,gobbler_error/* gobblerError */.k5)('stage-inputs-missing', { missing, advice: (0,runtime/* host */.H)().adviceOnInputs });
}

;// CONCATENATED MODULE: ./build/commands/parts/stage.js








const outputs = {
    status: '`started`, `staged`, `failed`, `timed-out` or `cancelled`',
    'upload-id': 'Id of the upload, for other jobs',
    'upload-path': "Absolute path of the upload's directory on this machine",
    'files-count': 'Number of files in the part',
    'size-bytes': 'Size of all files in the part',
};
/** Starts a multipart upload of a version, or stages a part of it, or both. */
const stage_stage = (0,command/* defineCommand */.N)({
    name: 'stage',
    inputs: stageInputs,
    outputs,
    failed: ({ 'upload-id': uploadId, part }) => {
        if (part !== undefined)
            return `part ${JSON.stringify(part)} was not staged`;
        return uploadId === undefined ? 'no upload was started' : 'nothing was staged';
    },
    run,
});
async function run(context) {
    const { inputs: given, signal, setOutput } = context;
    const task = stageTask(given);
    const select = await (0,select_select/* selectPaths */.LO)(given.files);
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    if (task.uploadId !== undefined)
        return addPart(connection, context, task.uploadId, { ...task.part, select });
    const upload = await start(connection, context, task.ref);
    if (task.part === undefined) {
        context.accomplished('started', `upload ${upload.id} of ${(0,protocol_names/* formatRef */.rq)(upload.ref)} is started`);
        tellUpload(context, upload);
        await (0,summary/* writeSummary */.Sy)(`### \u2705 Upload of ${(0,kit_escape/* escapeMarkup */.My)((0,protocol_names/* formatRef */.rq)(upload.ref))} started`, (0,summary/* factTable */.Bu)([['Upload id', (0,kit_escape/* escapeCode */.tn)(upload.id)]]));
        setOutput('status', 'started');
        return;
    }
    try {
        await addPart(connection, context, upload.id, { ...task.part, select });
    }
    catch (error) {
        // Nobody else knows its id. If it cannot be removed now, a later sweep removes it.
        await (0,create_upload/* discardMultipartUpload */.U8)(connection, upload).catch(() => undefined);
        throw error;
    }
}
async function start(connection, { inputs: given, signal }, ref) {
    (0,log/* line */.n8)(`Starting an upload of ${(0,protocol_names/* formatRef */.rq)(ref)} at ${given.url}`);
    await (0,staging_sweep/* sweepLeftovers */.ZW)(connection.staging);
    await (0,staging_sweep/* sweepAbandoned */.Lj)(connection);
    const keepDays = given['keep-days'];
    return (0,create_upload/* createMultipartUpload */.mD)(connection, ref, {
        ...(keepDays !== undefined && { keepDays }),
        spoof: given.spoof,
        signal,
        onNotice: log/* line */.n8,
    });
}
function tellUpload({ setOutput }, upload) {
    setOutput('upload-id', upload.id);
    setOutput('upload-path', upload.path);
    (0,log/* line */.n8)(`The upload id is ${upload.id}`);
}
async function addPart(connection, context, uploadId, { select, ...part }) {
    const { inputs: given, signal, setOutput } = context;
    (0,log/* line */.n8)(`Staging ${part.directory} as part ${JSON.stringify(part.name)} of ${uploadId}`);
    const { project, asset, version, symlinks, concurrency } = given;
    const progress = new progress_progress/* UploadProgress */.T();
    let staged;
    try {
        staged = await stagePart(connection, uploadId, part.name, {
            directory: part.directory,
            path: part.path,
            ref: { project, asset, version },
            includeHidden: given['include-hidden-files'],
            allowEmpty: given['if-no-files-found'] !== 'error',
            symlinks,
            select,
            concurrency,
            signal,
            onEvent: (event) => progress.handle(event),
        });
    }
    finally {
        progress.stop(signal);
    }
    context.accomplished('staged', `part ${JSON.stringify(part.name)} of ${(0,protocol_names/* formatRef */.rq)(staged.upload.ref)} is staged`);
    (0,left_out/* tellLeftOut */.B)(staged.leftOut);
    (0,losses/* tellLosses */.x)(staged.losses);
    tellUpload(context, staged.upload);
    setOutput('files-count', staged.record.filesCount);
    setOutput('size-bytes', staged.record.sizeBytes);
    await reportPart(context, staged);
    setOutput('status', 'staged');
}
async function reportPart({ inputs: given }, { upload, record, replaced, isEmpty, copied, hardLinked }) {
    const amount = (0,format/* amountText */.cY)({ files: record.filesCount, bytes: record.sizeBytes });
    const name = `part ${JSON.stringify(record.part)} of ${(0,protocol_names/* formatRef */.rq)(upload.ref)}`;
    const place = record.path === '' ? '' : `, below ${record.path}`;
    (0,log/* line */.n8)(`${name} is staged: ${amount}${place}`);
    if (replaced !== undefined) {
        const before = (0,format/* amountText */.cY)({ files: replaced.filesCount, bytes: replaced.sizeBytes });
        (0,log/* line */.n8)(`  replaces the part that ${replaced.staged.user} staged at ${replaced.staged.at}: ${before}`);
    }
    if (isEmpty && given['if-no-files-found'] === 'warn') {
        const sentences = [`directory ${given.directory} holds no files to stage: ${name} is empty`];
        (0,log/* annotateWarning */.tf)({ title: 'No files found', sentences, input: 'directory' });
    }
    const moved = [
        ...(copied.length > 0 ? [`${copied.length} copied`] : []),
        ...(hardLinked.length > 0 ? [`${hardLinked.length} linked, since they are read-only`] : []),
    ];
    await (0,summary/* writeSummary */.Sy)(`### \u2705 ${(0,kit_escape/* escapeMarkup */.My)(name)} is staged`, (0,summary/* factTable */.Bu)([
        ['Content', amount],
        ...(record.path === '' ? [] : [['Below', (0,kit_escape/* escapeCode */.tn)(record.path)]]),
        ...(moved.length === 0 ? [] : [['Files', moved.join(', ')]]),
        ['Upload id', (0,kit_escape/* escapeCode */.tn)(upload.id)],
    ]));
}


/***/ }),

/***/ 4460:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  submit: () => (/* binding */ submit_submit)
});

// EXTERNAL MODULE: ./build/client/parts/multipart-upload.js
var multipart_upload = __webpack_require__(7878);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/errors/findings.js
var findings = __webpack_require__(2833);
// EXTERNAL MODULE: ./build/errors/upload-refused.js
var upload_refused = __webpack_require__(5191);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/fs/retry.js
var retry = __webpack_require__(4205);
// EXTERNAL MODULE: ./build/fs/system-errors.js
var system_errors = __webpack_require__(8368);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/plan/lost-content.js
var lost_content = __webpack_require__(9745);
// EXTERNAL MODULE: ./build/client/requests/staging-area.js + 1 modules
var staging_area = __webpack_require__(3621);
// EXTERNAL MODULE: ./build/client/requests/lock-retry.js
var lock_retry = __webpack_require__(3004);
// EXTERNAL MODULE: ./build/client/requests/request.js
var request = __webpack_require__(6719);
// EXTERNAL MODULE: ./build/client/upload/upload-directory.js + 14 modules
var upload_directory = __webpack_require__(3951);
// EXTERNAL MODULE: ./build/client/parts/collisions.js
var collisions = __webpack_require__(8461);
// EXTERNAL MODULE: ./build/client/parts/listing.js
var listing = __webpack_require__(3398);
// EXTERNAL MODULE: ./build/fs/fresh.js
var fresh = __webpack_require__(835);
// EXTERNAL MODULE: ./build/fs/adaptive-io.js + 1 modules
var adaptive_io = __webpack_require__(522);
// EXTERNAL MODULE: ./build/fs/checksums.js
var checksums = __webpack_require__(6879);
// EXTERNAL MODULE: ./build/client/staging/stage.js + 1 modules
var stage = __webpack_require__(7829);
;// CONCATENATED MODULE: ./build/client/parts/merge.js





/**
 * Merges all parts in `target`, an empty directory on the same filesystem: makes a hard link to every file, copies not a
 * byte, and leaves the parts as they are. Returns the known checksums. Code `content-differs` if a part has changed since it
 * was staged.
 */
async function merge(upload, parts, target, { concurrency, signal }) {
    const checksums = new Map();
    const made = new Set();
    const filesystems = new fresh/* Filesystems */.H4();
    for (const { record, entries, directory: run } of parts) {
        const listed = entries.filter(({ kind }) => kind === 'directory').map((entry) => entry.path);
        const directories = listed.filter((directory) => !made.has(directory));
        for (const directory of directories)
            made.add(directory);
        const files = entries.filter((entry) => entry.kind === 'file');
        const hardLinks = files.map(asSource);
        const links = entries.filter((entry) => entry.kind === 'link');
        const plan = { directories, unchanged: [], hardLinks, copies: [], links };
        const root = (0,listing/* filesIn */.nG)(run);
        try {
            await requireLinkedUnchanged(root, files, { filesystems, signal });
            await (0,stage/* stage */.d)(root, target, plan, { needsChecksum: () => false, filesystems, concurrency, signal });
        }
        catch (error) {
            if (!(error instanceof gobbler_error/* GobblerError */.CE) || error.code !== 'invalid-source')
                throw error;
            const facts = { part: record.part, directory: upload.path, error: error.message };
            throw (0,gobbler_error/* gobblerError */.k5)('part-changed', facts, { cause: error });
        }
        for (const { path: file, md5sum } of files)
            if (md5sum !== '')
                checksums.set(file, md5sum);
    }
    return checksums;
}
/**
 * A hard link shares its file with the source of the part. If its ctime has changed since, compares the content by checksum:
 * timestamps can be restored. (The hard link of an earlier submit also changes the ctime.) Code `invalid-source`.
 */
async function requireLinkedUnchanged(root, files, { filesystems, signal }) {
    const linked = files.filter(({ ctimeMs }) => ctimeMs !== undefined);
    const touched = [];
    const placeOf = ({ path: file }) => external_node_path_default().join(root, file);
    const look = (file, { ctimeMs }) => {
        if (ctimeMs !== file.ctimeMs)
            touched.push(file);
    };
    const work = {
        now: (file) => look(file, filesystems.entryNow(placeOf(file))),
        later: async (file) => look(file, await filesystems.entry(placeOf(file))),
    };
    await new adaptive_io/* AdaptiveIo */.p().forEach(linked, work, { signal });
    const sums = await (0,checksums/* md5OfFiles */.RW)(touched, placeOf, { signal });
    const changed = touched.find((file) => sums.get(file.path) !== file.md5sum);
    if (changed === undefined)
        return;
    throw (0,gobbler_error/* gobblerError */.k5)('part-file-changed', { path: changed.path });
}
/** With what a hard link needs: owner and device do not matter. */
function asSource({ path: file, sizeBytes, mtimeMs, ino }) {
    return { path: file, sizeBytes, mtimeMs, ino, ctimeMs: 0, dev: 0, mode: 0o644, uid: 0 };
}

// EXTERNAL MODULE: ./build/client/parts/part-run.js
var part_run = __webpack_require__(2033);
// EXTERNAL MODULE: ./build/client/parts/records.js
var records = __webpack_require__(3352);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/errors/actor.js
var errors_actor = __webpack_require__(2206);
// EXTERNAL MODULE: ./build/fs/open-file.js
var open_file = __webpack_require__(2778);
// EXTERNAL MODULE: ./build/client/connection/http.js
var http = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/client/parts/actor.js
var actor = __webpack_require__(8591);
// EXTERNAL MODULE: ./build/client/parts/upload-state.js
var upload_state = __webpack_require__(5877);
;// CONCATENATED MODULE: ./build/client/parts/submit-lock.js











const BEAT_EVERY_MS = 10_000;
/** Silence after which a submit on another machine counts as killed. Attributes may be a minute old there. */
const SILENCE_MS = 180_000;
/** How often `parts` may be found between two names before it counts as lost. */
const MOST_MOMENTS = 100;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
/**
 * The lock of a submit: `parts`, renamed after the run of the submit. While a submit holds it, nothing can be staged, and no
 * other submit can take it. A holder that was killed is noticed by its process on the same host, and by silence elsewhere. If
 * that is wrong, two submits publish the same parts, and the service accepts only one.
 */
class SubmitLock {
    #upload;
    #run;
    #heartbeat;
    #text = JSON.stringify((0,actor/* thisActor */.Y)());
    #timer;
    #beating = Promise.resolve();
    constructor(upload, run) {
        this.#upload = upload;
        this.#run = run;
        this.#heartbeat = external_node_path_default().join((0,multipart_upload/* placesIn */.yN)(upload.path).submits, run);
    }
    /**
     * Takes the lock for a run, after waiting for its holder; undefined if the upload was submitted meanwhile. Code
     * `lock-timeout` if that takes too long. A run that was killed has left the directory of its name in staging, which is
     * removed.
     */
    static async take(upload, run, waiting) {
        const lock = new SubmitLock(upload, run);
        try {
            // Before the lock is taken: a holder always has a heartbeat.
            await external_node_fs_.promises.writeFile(lock.#heartbeat, lock.#text, { mode: 0o600 });
            lock.#timer = setInterval(() => {
                // A missed beat does no harm, and a submit that has lost its lock notices before it publishes.
                lock.#beating = lock.#beating.then(() => lock.#beat()).catch(() => undefined);
            }, BEAT_EVERY_MS).unref();
            // Checked again: the previous holder may have submitted it.
            if ((await lock.#acquire(waiting)) && (await (0,upload_state/* findSubmitted */.vw)(upload)) === undefined)
                return lock;
            await lock.release();
            return undefined;
        }
        catch (error) {
            // The first error is more important; a lock that stays is noticed as that of a dead submit.
            await lock.release().catch(() => undefined);
            throw error;
        }
    }
    /** Writes the heartbeat; returns its time, by the clock of the file server. */
    #beat() {
        return (0,open_file/* withOpen */.X)(this.#heartbeat, 'r+', async (file) => {
            await file.write(this.#text, 0);
            await file.sync();
            return (await file.stat()).mtimeMs;
        });
    }
    /** The name of `parts` while this submit holds it. */
    get parts() {
        return (0,multipart_upload/* sealedBy */.CE)(this.#upload.path, this.#run);
    }
    /** Makes sure that no other submit has taken over. Code `lock-timeout`. */
    async requireHeld() {
        // A path may be remembered, a listing is not.
        if ((await (0,upload_state/* holderOf */.Kd)(this.#upload)) === this.#run)
            return;
        throw (0,gobbler_error/* gobblerError */.k5)('submit-taken-over', { uploadId: this.#upload.id });
    }
    /** Stops the heartbeat. NFS cannot remove the directory of an open file. */
    async fallSilent() {
        clearInterval(this.#timer);
        await this.#beating;
    }
    /** Releases the lock: parts can be staged again. */
    async release() {
        await this.fallSilent();
        await renamed(this.parts, (0,multipart_upload/* placesIn */.yN)(this.#upload.path).parts, false);
        await external_node_fs_.promises.rm(this.#heartbeat, { force: true });
    }
    /** False if another submit was faster. */
    async #acquire({ giveUpAt, signal, onNotice }) {
        const upload = this.#upload;
        const { parts, submits } = (0,multipart_upload/* placesIn */.yN)(upload.path);
        for (let looks = 0;; looks++) {
            signal?.throwIfAborted();
            if ((await (0,upload_state/* findSubmitted */.vw)(upload)) !== undefined)
                return false;
            if (await renamed(parts, this.parts))
                return true;
            const holder = await (0,upload_state/* holderOf */.Kd)(upload);
            if (holder === undefined) {
                if (looks > MOST_MOMENTS)
                    throw (0,records/* damaged */.qM)(parts);
                await (0,http/* pause */.v7)(FIRST_PAUSE_MS, signal); // released, or submitted, just now
                continue;
            }
            if (await this.#isDead(holder)) {
                if (await this.#takeOver(holder))
                    return true;
                continue;
            }
            const actor = await (0,records/* findActor */.zm)(external_node_path_default().join(submits, holder));
            if (Date.now() >= giveUpAt) {
                const facts = { uploadId: upload.id, version: (0,names/* formatRef */.rq)(upload.ref), ...(actor && { by: actor }) };
                throw (0,gobbler_error/* gobblerError */.k5)('other-submit-running', facts);
            }
            if (looks === 0) {
                const who = actor === undefined ? 'another process' : (0,errors_actor/* actorText */.f)(actor);
                onNotice?.(`Waiting for another submit of ${upload.id}, begun by ${who}.`);
            }
            await (0,http/* pause */.v7)(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
        }
    }
    async #isDead(holder) {
        if ((0,staging_area/* runState */.HQ)(holder) === 'ended')
            return true;
        const { submits } = (0,multipart_upload/* placesIn */.yN)(this.#upload.path);
        await (0,fresh/* refreshDirectory */.FD)(submits);
        const theirs = await (0,system_errors/* ifThere */.y)((0,fresh/* freshStat */.VG)(external_node_path_default().join(submits, holder)));
        if (theirs === undefined)
            return true; // it has ended, and could not rename
        // Both times are the file server's.
        return (await this.#beat()) - theirs.mtimeMs > SILENCE_MS;
    }
    async #takeOver(holder) {
        const { path: directory } = this.#upload;
        if (!(await renamed((0,multipart_upload/* sealedBy */.CE)(directory, holder), this.parts)))
            return false;
        if ((0,staging_area/* isRunName */.lK)(holder))
            await (0,retry/* removeTree */.d)(external_node_path_default().join(external_node_path_default().dirname(directory), holder));
        await external_node_fs_.promises.rm(external_node_path_default().join((0,multipart_upload/* placesIn */.yN)(directory).submits, holder), { force: true });
        return true;
    }
}
/** Renames a file or directory; returns false if it does not exist. `isOwn`: nobody else would give it that name. */
async function renamed(from, to, isOwn = true) {
    if (await (0,system_errors/* ifThere */.y)(external_node_fs_.promises.rename(from, to).then(() => true)))
        return true;
    // A call that the client has repeated to the file server fails although it was carried out.
    const names = (await (0,system_errors/* ifThere */.y)(external_node_fs_.promises.readdir(external_node_path_default().dirname(to)))) ?? [];
    return isOwn && names.includes(external_node_path_default().basename(to)) && !names.includes(external_node_path_default().basename(from));
}

// EXTERNAL MODULE: ./build/errors/problems/parts.js
var problems_parts = __webpack_require__(4406);
// EXTERNAL MODULE: ./build/fs/replace-file.js
var replace_file = __webpack_require__(4546);
// EXTERNAL MODULE: ./build/client/registry/manifest-digest.js
var manifest_digest = __webpack_require__(4475);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/client/source/stages.js
var stages = __webpack_require__(4590);
// EXTERNAL MODULE: ./build/client/upload/upload-result.js
var upload_result = __webpack_require__(7744);
;// CONCATENATED MODULE: ./build/client/parts/submitted-parts.js











/** Records the outcome of an upload, and removes everything else in it. */
async function closeUpload(upload, parts, manifest) {
    const record = {
        ...upload.ref,
        submitted: (0,actor/* thisActor */.Y)(),
        parts: parts.map(({ part }) => part),
        generations: parts.map(({ generation }) => generation),
        manifestDigest: (0,manifest_digest/* manifestDigest */.It)(manifest),
    };
    const { submitted } = (0,multipart_upload/* placesIn */.yN)(upload.path);
    const partial = `${submitted}.${(0,staging_area/* newRunName */.D3)()}`;
    await (0,replace_file/* replaceFile */.fR)(submitted, JSON.stringify(record), { partial, mode: 0o600 });
    await clearUpload(upload);
}
/** A later sweep removes what cannot be removed now. */
async function clearUpload(upload) {
    const { record, submitted } = (0,multipart_upload/* placesIn */.yN)(upload.path);
    const kept = new Set([record, submitted]);
    for (const name of await external_node_fs_.promises.readdir(upload.path)) {
        const item = external_node_path_default().join(upload.path, name);
        if (!kept.has(item))
            await (0,retry/* removeTree */.d)(item).catch(() => undefined);
    }
}
/**
 * Settles a repeated submit: it succeeds if the version exists, has the content of then, and includes the required parts.
 */
async function settleSubmitted(connection, upload, before, { ifExists = 'error', parts = [], signal, onEvent }) {
    await clearUpload(upload); // the submit may have been killed before it did
    const { ref } = upload;
    const facts = { uploadId: upload.id, version: (0,names/* formatRef */.rq)(ref), by: before.submitted };
    if (ifExists === 'error')
        throw (0,gobbler_error/* gobblerError */.k5)('submitted-before', facts);
    const lacking = new Set(parts.filter((part) => !before.parts.includes(part)));
    if (lacking.size > 0)
        throw (0,gobbler_error/* gobblerError */.k5)('submitted-without-parts', { ...facts, parts: [...lacking] });
    if ((await (0,versions/* findSummary */.ws)(connection, ref, { forceRemote: true, signal })) === undefined) {
        throw (0,gobbler_error/* gobblerError */.k5)('submitted-version-gone', facts);
    }
    const confirmed = await (0,versions/* readBack */.e7)(connection, ref, signal);
    if (ifExists === 'verify' && (0,manifest_digest/* manifestDigest */.It)(confirmed.manifest) !== before.manifestDigest) {
        throw (0,gobbler_error/* gobblerError */.k5)('submitted-version-replaced', facts);
    }
    onEvent?.({ kind: 'notice', sentence: `${(0,problems_parts/* submittedText */.l)(facts)}.` });
    const context = { connection, ref, stages: new stages/* StageClock */.V(undefined), signal };
    const status = ifExists === 'skip' ? 'skipped' : 'verified';
    const result = await (0,upload_result/* publishedResult */.G)(context, status, { confirmed });
    return { ...result, upload, parts: before.parts };
}

;// CONCATENATED MODULE: ./build/client/parts/submit-parts.js

















/**
 * Publishes the parts of a multipart upload as one version, and removes the upload, except for a record of the outcome.
 * Copies nothing. Submits of one upload wait for each other. If a submit fails, is killed, or skips, the upload stays as it
 * was, and can be submitted again. An upload that was submitted before is `verified` (or `skipped`, as `ifExists` says), if
 * the version still has the content of then.
 *
 * Missing, unfinished and colliding parts are refused as one `UploadRefused`. Code `incomplete-upload` if parts are missing
 * or unfinished; others as `openMultipartUpload` and
 * `uploadDirectory`; `lock-timeout` if another submit takes too long; `content-differs` if a part has changed since it was
 * staged.
 */
async function submitParts(connection, uploadId, options = {}) {
    const upload = await (0,multipart_upload/* openMultipartUpload */.aL)(connection, uploadId, options.ref);
    const before = await (0,upload_state/* findSubmitted */.vw)(upload);
    if (before !== undefined)
        return settleSubmitted(connection, upload, before, options);
    const run = (0,staging_area/* newRunName */.D3)();
    const directory = external_node_path_default().join(connection.staging, run);
    const stopTouching = (0,staging_area/* keepFresh */.yA)([upload.path, directory]);
    const { lockPatienceMs = lock_retry/* DEFAULT_PATIENCE_MS */.D, signal, onEvent } = options;
    const onNotice = (sentence) => onEvent?.({ kind: 'notice', sentence });
    let lock;
    try {
        const waiting = { giveUpAt: Date.now() + lockPatienceMs, signal, onNotice };
        lock = await SubmitLock.take(upload, run, waiting);
        if (lock !== undefined)
            return await submitLocked(connection, upload, { lock, directory, options, onNotice });
    }
    catch (error) {
        // Another submit may have taken over, and been faster.
        if ((await (0,upload_state/* findSubmitted */.vw)(upload).catch(() => undefined)) === undefined)
            throw (0,errno/* errnoOf */.U)(error) === undefined ? error : (0,request/* stagingWriteError */.f)(upload.path, error);
    }
    finally {
        stopTouching();
        // The outcome of the submit is more important than these.
        await (0,retry/* removeTree */.d)(directory).catch((error) => {
            onNotice(`${directory} could not be removed from staging: ${(0,errno/* messageOf */.b)(error)}`);
        });
        await lock?.release().catch((error) => {
            onNotice(`The lock of ${upload.path} could not be released: ${(0,errno/* messageOf */.b)(error)}`);
        });
    }
    const meanwhile = await (0,upload_state/* findSubmitted */.vw)(upload);
    if (meanwhile === undefined)
        throw new Error(`${upload.path} is neither held nor submitted`);
    return settleSubmitted(connection, upload, meanwhile, options);
}
async function submitLocked(connection, upload, submit) {
    const { lock, directory, options, onNotice } = submit;
    const { parts, unfinished, checksums } = await mergeAll(upload, submit);
    for (const facts of unfinished.values())
        onNotice(`${(0,findings/* findingText */.NK)({ kind: 'unfinished-part', facts })}: the version does not include it.`);
    await lock.requireHeld();
    const { parts: _parts, ref: _ref, ...uploadOptions } = options;
    const result = await (0,upload_directory/* uploadDirectory */.z)(connection, {
        ...uploadOptions,
        ...upload.ref,
        directory,
        checksums,
    });
    const names = parts.map(({ record }) => record.part);
    if (result.status === 'skipped') {
        onNotice(`${upload.id} stays as it is: it was not published, nor compared with the version that exists.`);
        return { ...result, upload, parts: names };
    }
    // The runners may be gone, and with them all other copies.
    await (0,lost_content/* requireWhole */.Z7)(connection, upload.ref, result.manifest, { exactly: true, signal: options.signal });
    await lock.requireHeld();
    await lock.fallSilent();
    const records = parts.map(({ record }) => record);
    const tell = (0,system_errors/* ifRefused */.yR)((error) => onNotice(`${upload.path} was submitted, but could not be removed: ${(0,errno/* messageOf */.b)(error)}`));
    await closeUpload(upload, records, result.manifest).catch(tell);
    return { ...result, upload, parts: names };
}
/**
 * Reads the parts, refuses what is wrong with them, and merges them in `directory`, which it makes. A part that ends on
 * another machine just now may still add its directory (see `PartRun.commit`): so lists the parts once more in the end,
 * and starts again if they have changed.
 */
async function mergeAll(upload, { lock, directory, options, onNotice }) {
    for (let attempts = 1;; attempts++) {
        // In this order: a part that is completed in between was found as unfinished, and is not lost between the two.
        const unfinished = await unfinishedParts(upload);
        const runs = await (0,part_run/* completeParts */.us)(lock.parts);
        const parts = await contentsOf(runs);
        (0,upload_refused/* refuseIfAny */.Y)(`the submit of ${(0,names/* formatRef */.rq)(upload.ref)}`, [
            ...missingParts(upload, { parts, unfinished }, options.parts),
            ...(0,collisions/* collisionsOf */.l)(parts, 'upload-id'),
        ]);
        const own = await (0,staging_area/* makeClosedDirectory */.wq)(directory);
        const checksums = await merge(upload, parts, directory, options);
        if ((0,external_node_util_.isDeepStrictEqual)(await (0,part_run/* completeParts */.us)(lock.parts), runs)) {
            await (0,staging_area/* openToService */.$Y)(own);
            return { parts, unfinished, checksums };
        }
        if (attempts === MOST_MERGES) {
            const version = (0,names/* formatRef */.rq)(upload.ref);
            throw (0,gobbler_error/* gobblerError */.k5)('parts-keep-coming', { uploadId: upload.id, version, times: MOST_MERGES });
        }
        onNotice('A part was staged just now; merging the parts again.');
        await (0,retry/* removeTree */.d)(directory);
    }
}
const MOST_MERGES = 5;
async function contentsOf(runs) {
    const contents = [];
    for (const { path: directory } of runs) {
        const record = await (0,records/* requireRecord */.jp)((0,part_run/* recordIn */.Rn)(directory), records/* PART_RECORD */.Yv);
        contents.push({ record, directory, entries: await (0,listing/* readListing */.vS)(directory, record) });
    }
    return contents;
}
/** Parts with an unfinished run. */
async function unfinishedParts(upload) {
    const found = new Map();
    for (const { part, path: run } of await (0,part_run/* runsIn */.UN)((0,multipart_upload/* placesIn */.yN)(upload.path).unfinished)) {
        const begun = await (0,records/* findActor */.zm)((0,part_run/* recordIn */.Rn)(run));
        found.set(part, { part, ...(begun && { begun }) });
    }
    return found;
}
/** Parts that an error names. */
const MOST_NAMES = 10;
/** Parts that are not there: those of `wanted` or, without it, those that were begun. */
function missingParts({ id: uploadId }, { parts, unfinished }, wanted) {
    if (wanted === undefined) {
        if (parts.length === 0 && unfinished.size === 0)
            return [
                { kind: 'missing-part', input: 'upload-id', facts: { uploadId, complete: [], completeCount: 0 } },
            ];
        return [...unfinished.values()].map((facts) => ({ kind: 'unfinished-part', facts }));
    }
    const complete = [...new Set(parts.map(({ record }) => record.part))];
    const there = { complete: complete.slice(0, MOST_NAMES), completeCount: complete.length };
    const missing = [...new Set(wanted)].filter((part) => !complete.includes(part));
    return missing.map((part) => {
        const run = unfinished.get(part);
        return {
            kind: 'missing-part',
            facts: { uploadId, part, ...there, ...(run !== undefined && { unfinished: run }) },
        };
    });
}

// EXTERNAL MODULE: ./build/commands/connect/service-inputs.js
var service_inputs = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/kit/format.js
var format = __webpack_require__(8034);
// EXTERNAL MODULE: ./build/commands/provenance/origin.js + 2 modules
var provenance_origin = __webpack_require__(3555);
// EXTERNAL MODULE: ./build/commands/upload/upload-inputs.js
var upload_inputs = __webpack_require__(5455);
// EXTERNAL MODULE: ./build/commands/upload/staging-sweep.js
var staging_sweep = __webpack_require__(9470);
// EXTERNAL MODULE: ./build/commands/upload/upload-files.js
var upload_files = __webpack_require__(6415);
// EXTERNAL MODULE: ./build/commands/upload/manifest-output.js
var manifest_output = __webpack_require__(7411);
// EXTERNAL MODULE: ./build/commands/upload/upload-report.js + 1 modules
var upload_report = __webpack_require__(1558);
// EXTERNAL MODULE: ./build/commands/upload/publishing.js + 1 modules
var publishing = __webpack_require__(3216);
;// CONCATENATED MODULE: ./build/commands/parts/submit.js






const submit_inputs = {
    'upload-id': (0,inputs/* requiredText */.$4)('Upload to submit, from the output `upload-id` of the step that started it'),
    parts: (0,inputs/* lines */.Mn)('Names of required parts, one per line. If omitted, every part that was begun must be complete', ''),
    project: (0,inputs/* text */.Qq)('Project of the version; if given, must match the upload'),
    asset: (0,inputs/* text */.Qq)('Asset of the version; if given, must match the upload'),
    version: (0,inputs/* text */.Qq)('Name of the version; if given, must match the upload'),
    ...service_inputs/* serviceInputs */.r7,
    ...upload_inputs/* publishingInputs */.lo,
    verify: (0,inputs/* choice */.Yq)('How to compare the published manifest with the source: `checksum` (all sizes, and checksums of files copied when staged), `all` (all checksums), `size` or `off`', ['checksum', 'all', 'size', 'off'], 'checksum'),
    ...service_inputs/* concurrencyInput */.ei,
    'checksums-file': (0,inputs/* optionalPath */.s2)('Also write sha256 sums of the staged files to this file, in sha256sum format, after comparing every published byte with them (unless `verify` is `off`)'),
    ...service_inputs/* spoofableInputs */.bc,
    ...service_inputs/* undoingTimeoutInput */.w7,
    'lock-wait-minutes': (0,inputs/* minutes */.Gx)('How long to wait for another submit of the upload and for other uploads to the asset, in minutes or like `90s` or `2h`', 30),
};
const outputs = {
    ...upload_inputs/* versionOutputs */.V7,
    status: '`created`, `verified`, `skipped`, `failed`, `timed-out` or `cancelled`',
    'copied-bytes': 'Bytes that had to be copied to publish it; usually none',
    'parts-count': 'Number of parts in the version',
};
/** Publishes the parts of a multipart upload as one version. */
const submit_submit = (0,command/* defineCommand */.N)({
    name: 'submit',
    inputs: submit_inputs,
    outputs,
    failed: ({ 'upload-id': uploadId }, error, answers) => (0,upload_inputs/* notPublished */.W8)(uploadId, error, answers),
    unanswered: { created: false },
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,log/* line */.n8)(`Submitting ${given['upload-id']} at ${given.url}`);
    const origin = await (0,provenance_origin/* findOrigin */.U)(given);
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    await (0,staging_sweep/* sweepLeftovers */.ZW)(connection.staging);
    const checksumsFile = given['checksums-file'];
    if (checksumsFile !== undefined)
        await (0,upload_files/* requireWritableChecksums */.m0)(connection, checksumsFile);
    const { project, asset, version } = given;
    const { ref } = await (0,multipart_upload/* openMultipartUpload */.aL)(connection, given['upload-id'], { project, asset, version });
    await (0,staging_sweep/* sweepAbandoned */.Lj)(connection);
    await (0,manifest_output/* requireHandover */.v)(connection);
    const { result, created } = await publish(connection, context, { ref, origin });
    if (!created)
        setOutput('created', false);
    context.accomplished(result.status, `${(0,names/* formatRef */.rq)(ref)} ${upload_report/* OUTCOMES */.im[result.status]}`);
    setOutput('parts-count', result.parts.length);
    (0,log/* group */.Os)(`${(0,names/* formatRef */.rq)(ref)} consists of ${(0,format/* formatNumberOf */.Of)(result.parts.length, 'part')}`, result.parts);
    await (0,upload_report/* reportVersion */.fV)(connection, { inputs: given, setOutput, signal, origin }, result);
    setOutput('status', result.status);
}
async function publish(connection, { inputs: given, setOutput, signal }, { ref, origin }) {
    const progress = (0,publishing/* publishingProgress */.n)(connection, ref, given);
    let created = false;
    try {
        const result = await submitParts(connection, given['upload-id'], {
            ref,
            ...(given.parts.length > 0 && { parts: given.parts }),
            ...(0,publishing/* publishingOptions */.W)(given, origin),
            signal,
            onEvent: (event) => {
                if (event.kind === 'created') {
                    created = true;
                    setOutput('created', true);
                }
                progress.handle(event);
            },
        });
        return { result, created };
    }
    finally {
        progress.stop(signal);
    }
}


/***/ }),

/***/ 5956:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   noteSimilarNames: () => (/* binding */ noteSimilarNames)
/* harmony export */ });
/* unused harmony export closestTo */
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7785);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);


/** How long a failure may wait for suggestions. */
const PATIENCE_MS = 5_000;
/** As the parser of the command line has it for commands and options. */
const MOST_EDITS = 3;
const LEAST_SIMILARITY = 0.4;
const MOST_NAMES = 3;
/** Problems of versions that did exist, and of things that are no names of the registry: no other name is meant. */
const NOT_ABOUT_NAMES = new Set([
    'rejected-or-expired',
    'version-not-finished',
    'file-vanished',
    'nothing-selected',
    'upload-missing',
    'upload-removed',
    'submitted-without-parts',
    'submitted-version-gone',
]);
/**
 * Notes in an error about something that does not exist which names resemble the first missing one: of the projects, of
 * the assets or of the versions beside it. Does nothing if they cannot be listed soon.
 */
async function noteSimilarNames(error, places, namesIn) {
    if (NOT_ABOUT_NAMES.has(error.problem))
        return;
    const patience = AbortSignal.timeout(PATIENCE_MS);
    try {
        for (const place of places) {
            error.similar = await similarTo(place, namesIn, patience);
            if (error.similar.length > 0)
                return;
        }
    }
    catch (failure) {
        // The failure to report is the first one. Without its service, or in time, there are no suggestions.
        if (!(failure instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE) && !patience.aborted)
            throw failure;
    }
}
async function similarTo({ project, asset, version }, namesIn, signal) {
    const levels = [
        [project, {}],
        [asset, { project }],
        [version, { project, asset }],
    ];
    for (const [name, parent] of levels) {
        if (name === undefined)
            return [];
        const names = await namesIn(parent, signal);
        if (!names.includes(name))
            return closestTo(name, names);
    }
    return [];
}
/** The names that take the fewest edits to become this one, if those are few. */
function closestTo(name, candidates) {
    const near = candidates.flatMap((candidate) => {
        const length = Math.max(name.length, candidate.length);
        const edits = (0,leven__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(name.toLowerCase(), candidate.toLowerCase(), { maxDistance: MOST_EDITS + 1 });
        const isSimilar = edits <= MOST_EDITS && (length - edits) / length > LEAST_SIMILARITY;
        return isSimilar ? [{ candidate, edits }] : [];
    });
    const fewest = Math.min(...near.map(({ edits }) => edits));
    const closest = near.filter(({ edits }) => edits === fewest);
    return closest.slice(0, MOST_NAMES).map(({ candidate }) => candidate);
}


/***/ }),

/***/ 5306:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweep: () => (/* binding */ sweep)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3621);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1449);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6464);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8034);
/* harmony import */ var _staging_sweep_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9470);





const inputs = {
    all: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Also remove leftovers of runs on other machines or in other containers at once; only if no upload of this user is running there. Otherwise, they are removed once they are a day old', false),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .timeoutInput */ .sR,
};
const outputs = {
    status: '`swept`, `failed`, `timed-out` or `cancelled`',
    removed: 'Names of the removed leftovers, and sentences about abandoned multipart uploads',
};
/** Removes this user's leftovers from staging, where no post step does. Code `staging-unavailable` if some had to stay. */
const sweep = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'sweep',
    inputs,
    outputs,
    failed: () => 'not all leftovers were removed',
    run,
});
async function run({ inputs: given, setOutput, signal }) {
    const { staging } = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_3__/* .connectTo */ .m6)(given, signal);
    const runs = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .sweepStaging */ .ii)(staging, { olderThanMs: given.all ? 0 : _staging_sweep_js__WEBPACK_IMPORTED_MODULE_5__/* .STALE_MS */ .fQ });
    const uploads = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_6__/* .sweepMultipartUploads */ .$)({ staging });
    const removed = [...runs.removed, ...uploads.removed];
    const failures = [...runs.failures, ...uploads.failures];
    setOutput('removed', removed);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`Removed ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatNumberOf */ .Of)(removed.length, 'leftover')} from ${staging}`);
    if (failures.length > 0)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_9__/* .gobblerError */ .k5)('leftovers-stay', { staging, failures });
    setOutput('status', 'swept');
}


/***/ }),

/***/ 244:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ isRecent),
/* harmony export */   YK: () => (/* binding */ isSameUpload),
/* harmony export */   rZ: () => (/* binding */ otherSums)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1838);


/** Another content than `checksums-file` says, with code `content-differs`. */
function otherSums(ref, state, mismatches) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('other-sums', { version: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref), state, mismatches });
}
/** Records of time have whole seconds, and clocks may differ by a minute. */
const MAY_HAVE_BEEN_REPLACED_MS = 120_000;
/**
 * Returns whether a version may have taken the place of one with the same summary: of another that was uploaded,
 * rejected and uploaded again within a second.
 */
function isRecent({ uploadFinish }) {
    return Date.now() - ((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTimestamp */ .EH)(uploadFinish) ?? Date.now()) < MAY_HAVE_BEEN_REPLACED_MS;
}
/** Returns whether two summaries appear to be of one upload. */
function isSameUpload(a, b) {
    return (a.uploadUserId === b.uploadUserId && a.uploadStart === b.uploadStart && a.uploadFinish === b.uploadFinish);
}


/***/ }),

/***/ 9579:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ verifyFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5023);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6464);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(835);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(522);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6879);




/** Compares files with their manifest. Code `content-differs` with everything that is not as it should be. */
async function verifyFiles(files, check) {
    const { root, manifest, keys, concurrency, signal, onFile } = files;
    if (check === 'off')
        return;
    const problems = [];
    const sound = [];
    const realKeys = keys.filter((key) => manifest.get(key)?.md5sum !== '');
    const look = (key, found) => {
        const expected = manifest.get(key)?.size ?? 0;
        if (!(found instanceof node_fs__WEBPACK_IMPORTED_MODULE_0__.Stats))
            problems.push({ path: key, kind: 'metadata-unreadable', error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(found) });
        else if (found.size === expected)
            sound.push({ path: key, sizeBytes: found.size });
        else
            problems.push({ path: key, kind: 'size', expected, found: found.size });
    };
    const filesystems = new _fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Filesystems */ .H4();
    const dev = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(root, { throwIfNoEntry: false })?.dev ?? NO_DEVICE;
    await new _fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .AdaptiveIo */ .p().forEach(realKeys, {
        now: (key) => look(key, outcomeOf(() => filesystems.statNow(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, key), dev))),
        later: async (key) => {
            const found = await filesystems.stat(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, key), dev).catch((error) => error);
            look(key, found);
        },
    }, { concurrency, signal });
    if (check === 'checksum') {
        const onFailure = ({ path: key }, error) => void problems.push({ path: key, kind: 'unreadable', error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .b)(error) });
        const reading = { signal, onFile, onFailure };
        const sums = await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_5__/* .md5OfFiles */ .RW)(sound, ({ path: key }) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, key), reading);
        for (const [key, sum] of sums) {
            const { md5sum = '' } = manifest.get(key) ?? {};
            if (sum !== md5sum)
                problems.push({ path: key, kind: 'md5', expected: md5sum, found: sum });
        }
    }
    if (problems.length > 0)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gobblerError */ .k5)('files-differ', { directory: root, problems });
}
/** Of a directory that is not there: its files are looked for all the same, and are problems then. */
const NO_DEVICE = -1;
/** Returns the result of some work, or the error it throws. */
function outcomeOf(work) {
    try {
        return work();
    }
    catch (error) {
        return error;
    }
}


/***/ }),

/***/ 4059:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ lacksVersion),
/* harmony export */   M6: () => (/* binding */ versionToFetch),
/* harmony export */   b5: () => (/* binding */ requireSelected)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6464);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4530);
/* harmony import */ var _client_registry_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6764);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _remote_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9159);





/** Problems of a version that does not exist. */
const MISSING = new Set([
    'no-approved-version',
    'version-missing',
    'version-not-finished',
    'nothing-selected',
]);
/** Returns whether an error says that there is no such version, which the user may want to handle. */
function lacksVersion(error) {
    return error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE && MISSING.has(error.problem);
}
/**
 * The requested version, or the latest one, if it may be used. Throws an error for which {@link lacksVersion} holds, and codes
 * `on-probation`, and `corrupt-record` if the version that is recorded as the latest one is missing or has no summary.
 */
async function versionToFetch(connection, wanted, signal) {
    const asset = { project: wanted.project, asset: wanted.asset };
    const use = (version) => requireUsable(new _remote_version_js__WEBPACK_IMPORTED_MODULE_1__/* .RemoteVersion */ .r(connection, { ...asset, version }, signal), wanted.allowProbational);
    if (wanted.version !== undefined)
        return use(wanted.version);
    const found = await (0,_client_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .withLatest */ .G)(connection, asset, (version) => use(version).catch(unlessMissing), signal);
    if (found === undefined)
        throw (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('no-approved-version', { asset: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(asset) });
    return found;
}
/** A latest version was complete once: without a summary, it is being removed, or damaged. */
function unlessMissing(error) {
    const isMissing = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE &&
        (error.problem === 'version-missing' || error.problem === 'version-not-finished');
    if (!isMissing)
        throw error;
}
async function requireUsable(version, allowProbational) {
    const summary = await version.requireComplete('use');
    if (summary.onProbation && !allowProbational) {
        throw (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('version-on-probation', { version: version.name });
    }
    return { ref: version.ref, summary };
}
/** The keys of a version that are selected. Throws an error for which {@link lacksVersion} holds if none is, unless the version is empty. */
function requireSelected(ref, manifest, selection) {
    const keys = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .selectedKeys */ .AH)(manifest, selection);
    if (keys.length > 0 || manifest.size === 0)
        return keys;
    throw (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('nothing-selected', { version: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref), entries: manifest.size });
}


/***/ }),

/***/ 8441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 4 modules
var core = __webpack_require__(4962);
// EXTERNAL MODULE: ./build/client/connection/identity.js
var identity = __webpack_require__(6836);
// EXTERNAL MODULE: ./build/client/download/cache.js
var cache = __webpack_require__(7442);
// EXTERNAL MODULE: ./build/client/connection/connection.js + 1 modules
var connection_connection = __webpack_require__(7143);
// EXTERNAL MODULE: ./build/client/requests/maintenance.js
var maintenance = __webpack_require__(8265);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/client/requests/permissions.js
var permissions = __webpack_require__(7154);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/runtime.js
var runtime = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/commands/kit/output-writes.js
var output_writes = __webpack_require__(9357);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/fs/open-file.js
var open_file = __webpack_require__(2778);
;// CONCATENATED MODULE: ./build/fs/remove-shared-tree.js



const OPEN_DIRECTORY = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW;
/**
 * Removes a directory with everything in it, where other users may write: links are removed, and directories are entered by
 * descriptor, so that nothing outside is touched, whatever is replaced by a link meanwhile. A missing one is fine. Removes
 * as much as it can, and throws the first failure in the end. Without `/proc`, it goes by paths.
 */
function removeSharedTree(directory) {
    if (!(0,external_node_fs_.existsSync)('/proc/self/fd')) {
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
        return;
    }
    const removal = new Removal();
    removal.remove(Buffer.from(directory), directory);
    if (removal.failure !== undefined)
        throw removal.failure;
}
class Removal {
    failure;
    /** Removes what is at a place, which is `shown` in errors. */
    remove(place, shown) {
        try {
            if (isUnlinked(place))
                return;
            (0,open_file/* withOpenNow */.B)(place, OPEN_DIRECTORY, (descriptor) => {
                const here = Buffer.from(`/proc/self/fd/${descriptor}/`);
                for (const name of (0,external_node_fs_.readdirSync)(here, { encoding: 'buffer' }))
                    this.remove(Buffer.concat([here, name]), `${shown}/${name}`);
            });
            (0,external_node_fs_.rmdirSync)(place);
        }
        catch (error) {
            const code = (0,errno/* errnoOf */.U)(error);
            if (code === undefined)
                throw error;
            // Somebody else was faster.
            if (code === 'ENOENT')
                return;
            // It was replaced by a link meanwhile, which is removed as one.
            if ((code === 'ENOTDIR' || code === 'ELOOP') && isUnlinked(place))
                return;
            this.failure ??= Object.assign(new Error(`${code}: ${shown} cannot be removed`, { cause: error }), {
                code,
            });
        }
    }
}
/** Removes anything but a directory; false for one, for which Linux says EISDIR and POSIX EPERM. */
function isUnlinked(place) {
    try {
        (0,external_node_fs_.unlinkSync)(place);
        return true;
    }
    catch (error) {
        const code = (0,errno/* errnoOf */.U)(error);
        if (code === 'ENOENT')
            return true;
        if (code !== 'EISDIR' && code !== 'EPERM')
            throw error;
        return false;
    }
}

// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/github/runner.js
var runner = __webpack_require__(8801);
// EXTERNAL MODULE: ./build/github/command-files.js
var command_files = __webpack_require__(8356);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(9863);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/processes.js
var processes = __webpack_require__(2142);
;// CONCATENATED MODULE: ./build/github/start/process-identity.js



/**
 * Returns the start time of a process, which distinguishes it from a later one with the same number. Undefined if there
 * is no such process; empty where the system does not tell.
 */
function startTimeOf(pid) {
    if (!send(pid, 0))
        return undefined;
    return canSeeProcesses() ? livingFacts(pid)?.startTime : '';
}
/** Every process that has not ended; undefined where the system does not tell. */
function allProcesses() {
    if (!canSeeProcesses())
        return undefined;
    const numbers = (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name));
    return numbers.flatMap((number) => livingFacts(Number(number)) ?? []);
}
/** Sends a signal to a process, or with a negative number to its group. False if there is none. */
function send(pid, signal) {
    try {
        process.kill(pid, signal);
        return true;
    }
    catch (error) {
        // It exists, and belongs to somebody else.
        if ((0,errno/* errnoOf */.U)(error) === 'EPERM')
            return true;
        if ((0,errno/* errnoOf */.U)(error) === 'ESRCH')
            return false;
        throw error;
    }
}
const canSeeProcesses = () => (0,processes/* processFacts */.PJ)(process.pid) !== undefined;
function livingFacts(pid) {
    const facts = (0,processes/* processFacts */.PJ)(pid);
    return facts?.hasEnded === false ? facts : undefined;
}

;// CONCATENATED MODULE: ./build/github/start/service-processes.js




const LOOK_EVERY_MS = 50;
/** The variable whose value marks every process of one service. */
const MARK = 'GOBBLER_ACTION_SERVICE';
const newMark = () => (0,external_node_crypto_.randomBytes)(12).toString('hex');
/**
 * Ends a service: its leader, which may be a script that waits for the service, all processes of the leader's group and
 * session, and those that have left it but carry the mark. Each gets SIGTERM, and after `patienceMs` SIGKILL. Gives the
 * numbers of those that are still there, such as processes of other users. No other process is touched, even if it has
 * got the number of one that has ended.
 */
async function endService(service, patienceMs) {
    const isOurs = membership(service);
    const asked = new Set();
    let members = membersOf(service, isOurs);
    for (const signal of ['SIGTERM', 'SIGKILL']) {
        const giveUpAt = performance.now() + patienceMs;
        while (members.length > 0 && performance.now() < giveUpAt) {
            for (const { pid, startTime } of members) {
                // A second SIGTERM would make the service end at once.
                const once = `${signal} ${pid} ${startTime}`;
                if (!asked.has(once))
                    send(pid, signal);
                asked.add(once);
            }
            await (0,promises_.setTimeout)(LOOK_EVERY_MS);
            members = membersOf(service, isOurs);
        }
    }
    return members.map(({ pid }) => pid);
}
/** Returns whether any process of the service is there. */
const isServiceThere = (service) => membersOf(service, membership(service)).length > 0;
/**
 * Group and session count only if the leader is there in the beginning: as long as one of them has a member, the system
 * gives the leader's number to nobody else.
 */
function membership({ leader, leaderStartTime, mark }) {
    const leads = startTimeOf(leader) === leaderStartTime;
    const marked = `${MARK}=${mark}`;
    return ({ pid, group, session }) => (leads && (group === leader || session === leader)) || (0,processes/* environmentOf */.p7)(pid).includes(marked);
}
function membersOf({ leader, leaderStartTime }, isOurs) {
    const all = allProcesses();
    if (all !== undefined)
        return all.filter(isOurs);
    // Where the system does not show processes, a group can only be addressed as a whole.
    const group = { pid: -leader, group: leader, session: leader, startTime: leaderStartTime };
    return send(group.pid, 0) ? [group] : [];
}

;// CONCATENATED MODULE: ./build/github/start/service-environment.js

/** Variables to keep from the service: inputs of this step, and tokens of the job. */
const RUNNER_VARIABLES = /^(INPUT_|STATE_|GITHUB_|ACTIONS_)/;
/**
 * The environment of a service that this action starts, with a mark that all of its processes inherit. It keeps
 * `RUNNER_TRACKING_ID`, by which the runner finds processes that a job has left behind: should the post step not run,
 * the service still ends with the job.
 */
function serviceEnvironment(mark) {
    const kept = Object.entries(process.env).filter(([name]) => !RUNNER_VARIABLES.test(name));
    return {
        ...Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
        ...(mark !== undefined && { [MARK]: mark }),
    };
}

;// CONCATENATED MODULE: ./build/github/start/gobbler-program.js






/** How long a program may take to list its flags, and how much longer to end after SIGTERM. */
const HELP_PATIENCE_S = 5;
const END_PATIENCE_S = 2;
/** How `timeout` says that it has ended the program, or that there is none to run. */
const ENDED_BY_TIMEOUT = [124, 137];
const CANNOT_BE_RUN = [126, 127];
/** The Gobbler in the bundle that is running. */
function embeddedProgram() {
    return [process.execPath, external_node_path_default().join(external_node_path_default().dirname((0,external_node_url_.fileURLToPath)(require("url").pathToFileURL(__filename).href)), 'index.js'), 'serve'];
}
/**
 * The program of a Gobbler of the site's own, made sure to be one by the flags it says it has. A name without a slash is
 * looked for in PATH, another one is relative to the workspace. Code `invalid-input`.
 */
async function siteProgram(binary, signal) {
    const workspace = process.env.GITHUB_WORKSPACE || process.cwd();
    const command = binary.includes('/') ? external_node_path_default().resolve(workspace, binary) : binary;
    const { help, fault } = await unlessStopped(helpOf(command), signal);
    if (/(^|\s)-registry\b/m.test(help) && /(^|\s)-staging\b/m.test(help))
        return [command];
    throw (0,gobbler_error/* gobblerError */.k5)('binary-unfit', { command, found: fault ?? { kind: 'no-flags' } });
}
/**
 * Through `timeout`, since the toolkit cannot give up. Many programs end with an error after their flags. Given
 * no input: a program that has ended before it was written would take this one with it.
 */
async function helpOf(command) {
    const limit = [`-k${END_PATIENCE_S}`, String(HELP_PATIENCE_S)];
    try {
        const { exitCode, stdout, stderr } = await (0,exec/* getExecOutput */.H)('timeout', [...limit, command, '-h'], {
            silent: true,
            ignoreReturnCode: true,
            env: serviceEnvironment(),
        });
        const help = stdout + stderr;
        if (ENDED_BY_TIMEOUT.includes(exitCode))
            return { help, fault: { kind: 'endless' } };
        if (!CANNOT_BE_RUN.includes(exitCode))
            return { help };
        const error = stderr.trim().split('\n').at(-1) || `exit code ${exitCode}`;
        return { help, fault: { kind: 'not-run', error } };
    }
    catch (error) {
        return { help: '', fault: { kind: 'not-tried', error: (0,errno/* messageOf */.b)(error) } };
    }
}
/** The result of work that cannot be stopped; it goes on by itself when the signal comes, whose reason is thrown. */
async function unlessStopped(work, signal) {
    signal.throwIfAborted();
    const stopped = (0,external_node_events_.once)(signal, 'abort').then(() => {
        throw signal.reason;
    });
    return Promise.race([work, stopped]);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: ./build/fs/make-directory.js
var make_directory = __webpack_require__(8431);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
;// CONCATENATED MODULE: ./build/github/start/service-directories.js







/**
 * A name in the runner's temporary directory that nobody can foresee: for everything that is left to us. Without a runner,
 * everybody can make names where it is.
 */
async function temporaryName() {
    const temp = await external_node_fs_.promises.realpath(process.env.RUNNER_TEMP || external_node_os_default().tmpdir());
    return external_node_path_default().join(temp, `gobbler-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`);
}
/**
 * Makes the directory of that name, which must not exist: it would belong to somebody else. Others may enter it, since
 * they reach staging through it. Code `destination-unavailable`.
 */
async function makeTemporary(temporary) {
    try {
        await external_node_fs_.promises.mkdir(temporary);
        await external_node_fs_.promises.chmod(temporary, 0o755);
    }
    catch (error) {
        const facts = { directory: temporary, error: (0,errno/* messageOf */.b)(error) };
        throw (0,gobbler_error/* gobblerError */.k5)('temporary-not-created', facts, { cause: error });
    }
}
/**
 * Makes the directories of a service: those that are given where they are missing, the others in `temporary`. The staging
 * directory can be written by everybody, as clients of other users need. Codes `destination-unavailable`, and
 * `invalid-input` for directories within each other.
 */
async function makeDirectories(given, temporary) {
    const logFile = given.logFile ?? external_node_path_default().join(temporary, 'gobbler.log');
    const places = {
        registry: given.registry ?? external_node_path_default().join(temporary, 'registry'),
        staging: given.staging ?? external_node_path_default().join(temporary, 'staging'),
        'log-file': external_node_path_default().dirname(logFile),
    };
    requireApart(places);
    if ([given.registry, given.staging, given.logFile].includes(undefined))
        await makeTemporary(temporary);
    for (const [input, directory] of Object.entries(places)) {
        try {
            const isNew = await (0,make_directory/* makeDirectory */.O)(directory);
            if (isNew && input === 'staging')
                await external_node_fs_.promises.chmod(directory, 0o1777);
            if (input === 'log-file')
                await external_node_fs_.promises.writeFile(logFile, '', { flag: 'a' });
        }
        catch (error) {
            const facts = { input, error: (0,errno/* messageOf */.b)(error) };
            throw (0,gobbler_error/* gobblerError */.k5)('service-directory-unusable', facts, { cause: error });
        }
    }
    const { registry, staging } = places;
    // The service compares paths as they are spelled, so it gets them without links.
    return { registry: await external_node_fs_.promises.realpath(registry), staging: await external_node_fs_.promises.realpath(staging), logFile };
}
/** Before anything is made; what only is the same through links, the service refuses itself. */
function requireApart({ registry, staging }) {
    if (!(0,layout/* isInside */.FK)(registry, staging) && !(0,layout/* isInside */.FK)(staging, registry))
        return;
    throw (0,gobbler_error/* gobblerError */.k5)('directories-nested', { registry, staging });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
var external_node_net_default = /*#__PURE__*/__webpack_require__.n(external_node_net_);
;// CONCATENATED MODULE: ./build/github/start/started-service.js









/** How long a service may take until it answers. */
const START_PATIENCE_MS = 30_000;
const started_service_LOOK_EVERY_MS = 50;
/** How long a service may take until it has undone what is running. */
const STOP_PATIENCE_MS = 10_000;
/** A free port may be taken before the service gets it. */
const PORT_ATTEMPTS = 3;
/**
 * Starts a service that outlives this process, and waits until it answers as ours: with our staging directory. Its output
 * goes to the log file, since a child that holds our own would keep the step from ending. Code `service-unreachable`.
 */
async function startDetached(wish) {
    for (let attempt = 1;; attempt++) {
        const port = wish.port || (await freePort());
        try {
            return await startAt(wish, port);
        }
        catch (error) {
            wish.signal.throwIfAborted();
            // The service has ended; if its port is in use all the same, somebody else was faster.
            if (wish.port !== 0 || attempt === PORT_ATTEMPTS || (await isFree(port)))
                throw error;
        }
    }
}
async function startAt(wish, port) {
    const { registry, staging, signal, logFile } = wish;
    if (await isListening(port)) {
        throw (0,gobbler_error/* gobblerError */.k5)('port-taken', { port });
    }
    const [command, ...args] = wish.program;
    const places = ['-registry', registry, '-staging', staging, '-port', String(port)];
    const mark = newMark();
    const url = `http://127.0.0.1:${port}`;
    const log = (0,external_node_fs_.openSync)(logFile, 'a');
    const child = (0,external_node_child_process_.spawn)(command, [...args, ...places, ...wish.flags], {
        detached: true,
        stdio: ['ignore', log, log],
        env: serviceEnvironment(mark),
    });
    (0,external_node_fs_.closeSync)(log);
    let fault;
    child.once('error', (error) => {
        fault = { kind: 'error', error: (0,errno/* messageOf */.b)(error) };
    });
    // A program may go into the background, and leave the service to a process of its own.
    let isInBackground = false;
    child.once('exit', (code, by) => {
        if (code === 0)
            isInBackground = true;
        else
            fault ??= { kind: 'ended', by: by ?? code ?? 'no exit code' };
    });
    child.unref();
    const { pid: leader } = child;
    const processes = leader === undefined ? undefined : { leader, leaderStartTime: startTimeOf(leader) ?? '', mark };
    if (processes !== undefined)
        wish.onProcess(processes, url);
    const giveUpAt = performance.now() + START_PATIENCE_MS;
    try {
        while (fault === undefined && performance.now() < giveUpAt) {
            const limit = AbortSignal.timeout(Math.max(1, Math.ceil(giveUpAt - performance.now())));
            const found = await serviceAt(url, AbortSignal.any([signal, limit]));
            if (found?.staging === staging && processes !== undefined)
                return { url, processes };
            if (found !== undefined)
                fault = { kind: 'other-service', staging: found.staging };
            else if (isInBackground && !(processes && isServiceThere(processes)))
                fault = { kind: 'ended', by: 0 };
            else
                await (0,promises_.setTimeout)(started_service_LOOK_EVERY_MS, undefined, { signal });
        }
    }
    catch (error) {
        fault = { kind: 'error', error: (0,errno/* messageOf */.b)(error) };
    }
    if (processes !== undefined)
        await endService(processes, STOP_PATIENCE_MS);
    signal.throwIfAborted();
    const isPortGiven = wish.port !== 0;
    const found = fault ?? { kind: 'silent', seconds: START_PATIENCE_MS / 1000 };
    throw (0,gobbler_error/* gobblerError */.k5)('service-not-up', { url, isPortGiven, found, logFile, log: endOfLog(logFile) });
}
/**
 * Returns whether a service that was ended still holds its port. The port may have been taken by somebody else since,
 * if the service had ended before.
 */
async function holdsPort(url, staging, wasThere) {
    if (!(await isListening(Number(new URL(url).port))))
        return false;
    return wasThere || (await serviceAt(url, AbortSignal.timeout(STOP_PATIENCE_MS)))?.staging === staging;
}
/**
 * Returns the staging directory of the service at an address, undefined if it is no Gobbler; or undefined while nobody
 * answers.
 */
async function serviceAt(url, signal) {
    if (!(await isListening(Number(new URL(url).port))))
        return undefined;
    try {
        return await (0,connection_connection/* serviceInfo */.w)(url, { signal });
    }
    catch (error) {
        if (error instanceof gobbler_error/* GobblerError */.CE && error.code === 'service-misconfigured')
            return { staging: undefined };
        return undefined;
    }
}
/** Asked first, since a connection that is refused is tried again for a while. */
function isListening(port) {
    return new Promise((resolve) => {
        const socket = external_node_net_default().connect(port, '127.0.0.1', () => {
            socket.destroy();
            resolve(true);
        });
        socket.once('error', () => resolve(false));
    });
}
/** Whether a service could listen at a port. */
const isFree = (port) => listenOnce(port).then(Boolean, () => false);
const freePort = () => listenOnce(0);
/** Listens at a port for a moment, 0 for any that is free, and returns its number. */
function listenOnce(port) {
    return new Promise((resolve, reject) => {
        const probe = external_node_net_default().createServer().once('error', reject);
        probe.listen(port, '127.0.0.1', () => {
            const { port: taken } = probe.address();
            probe.close(() => resolve(taken));
        });
    });
}
const LOG_LINES = 20;
/** The last lines of a log; instead of a log that cannot be read, why. */
function endOfLog(logFile) {
    try {
        return (0,external_node_fs_.readFileSync)(logFile, 'utf8').trimEnd().split('\n').slice(-LOG_LINES);
    }
    catch (error) {
        return [`(the log cannot be read: ${(0,errno/* messageOf */.b)(error)})`];
    }
}

;// CONCATENATED MODULE: ./build/github/start/start.js













const start_inputs = {
    registry: (0,inputs/* optionalPath */.s2)("Registry directory; created if missing, and kept. Defaults to one under the runner's temporary directory, removed at the end of the job"),
    staging: (0,inputs/* optionalPath */.s2)('Staging directory, handled like `registry`'),
    port: (0,inputs/* integer */.nd)('Port to listen on; 0 picks a free one', { from: 0, to: 65_535, standard: 0 }),
    admin: (0,inputs/* nameLines */.RA)("Names of administrators, one per line. Defaults to the runner's user"),
    projects: (0,inputs/* lines */.Mn)('Projects to create, one per line', ''),
    binary: (0,inputs/* text */.Qq)('Your own Gobbler program, or a script that wraps it. Defaults to the embedded one'),
    'probation-days': (0,inputs/* integer */.nd)('Remove versions after this many days on probation. Defaults to never', {
        from: 1,
        to: 36_500,
    }),
    'log-file': (0,inputs/* optionalPath */.s2)("Log file of the service; kept. Defaults to a file under the runner's temporary directory"),
};
const outputs = {
    url: 'Address of the service; also exported as `GOBBLER_URL` to later steps',
    staging: 'Absolute path of its staging directory',
    registry: 'Absolute path of its registry',
    pid: 'Number of its process, and of its process group',
    'log-path': 'Absolute path of its log',
};
/** State passed to the post step; each is saved before what it is about is there to be cleaned up. */
const STATE_TEMPORARY = 'temporary';
const STATE_PID = 'pid';
/** Not empty once the main step has succeeded; else it has ended the service itself. */
const STATE_STARTED = 'started';
/** The rest about the service, as JSON. */
const STATE_SERVICE = 'service';
/** A Gobbler for the length of a job. */
const start = (0,command/* defineCommand */.N)({
    name: 'start',
    inputs: start_inputs,
    outputs,
    failed: () => 'the Gobbler was not started',
    run,
    post,
});
async function run({ inputs: given, setOutput, signal }) {
    const me = (0,identity/* currentUser */.N)();
    const admins = given.admin ?? (me === undefined ? [] : [me]);
    for (const project of given.projects)
        requireProjectName(project);
    requireAdmin(given.projects, admins, me);
    const program = given.binary === undefined ? embeddedProgram() : await siteProgram(given.binary, signal);
    const temporary = await temporaryName();
    (0,runtime/* host */.H)().keep(STATE_TEMPORARY, temporary);
    const places = { registry: given.registry, staging: given.staging, logFile: given['log-file'] };
    const { registry, staging, logFile } = await makeDirectories(places, temporary);
    setOutput('log-path', logFile);
    const days = given['probation-days'];
    const flags = [
        ...(admins.length > 0 ? ['-admin', admins.join(',')] : []),
        ...(days === undefined ? [] : ['-probation', String(days)]),
    ];
    const { url, processes } = await startDetached({
        program,
        registry,
        staging,
        port: given.port ?? 0,
        flags,
        logFile,
        signal,
        onProcess: ({ leader, ...processes }, at) => {
            const mayComeBack = given.registry !== undefined && (given.port ?? 0) > 0;
            const saved = { ...processes, url: at, staging, logFile, mayComeBack };
            (0,runtime/* host */.H)().keep(STATE_SERVICE, JSON.stringify(saved));
            (0,runtime/* host */.H)().keep(STATE_PID, String(leader));
        },
    });
    (0,log/* line */.n8)(`A Gobbler is ready at ${url}`);
    (0,log/* line */.n8)(`  registry ${registry}`);
    (0,log/* line */.n8)(`  staging  ${staging}`);
    (0,log/* line */.n8)(`  log      ${logFile}`);
    const pid = processes.leader;
    (0,log/* line */.n8)(`  process  ${pid}${(0,runner/* hasRunner */.X)() ? '' : `, until it is stopped: kill -- -${pid}`}`);
    try {
        await createProjects(url, given.projects, signal);
    }
    catch (error) {
        await endService(processes, STOP_PATIENCE_MS);
        throw error;
    }
    (0,runtime/* host */.H)().keep(STATE_STARTED, 'true');
    const exported = () => (0,command_files/* appending */.R)('GITHUB_ENV', () => core/* exportVariable */.dN('GOBBLER_URL', url));
    if ((0,runner/* hasRunner */.X)())
        (0,output_writes/* tryWrite */.FA)('GOBBLER_URL', exported);
    setOutput('url', url);
    setOutput('staging', staging);
    setOutput('registry', registry);
    setOutput('pid', pid);
}
function requireProjectName(project) {
    try {
        (0,names/* requireName */.rI)('project', project);
    }
    catch (error) {
        const bad = (0,gobbler_error/* factsOf */.xS)(error, 'bad-name');
        if (bad === undefined)
            throw error;
        const { name, found } = bad;
        throw (0,gobbler_error/* gobblerError */.k5)('bad-project-name', { ...(name !== undefined && { name }), found });
    }
}
/** Projects are created by this process, so it has to be one of the administrators. */
function requireAdmin(projects, admins, me) {
    if (projects.length === 0 || (me !== undefined && admins.includes(me)))
        return;
    throw (0,gobbler_error/* gobblerError */.k5)('projects-without-admin', { user: me, admins });
}
async function createProjects(url, projects, signal) {
    if (projects.length === 0)
        return;
    const connection = await (0,connection_connection/* connect */.N)(url, { signal });
    for (const project of new Set(projects)) {
        try {
            await (0,maintenance/* createProject */.gA)(connection, project, { signal, onNotice: log/* line */.n8 });
            (0,log/* line */.n8)(`Created the project ${project}`);
        }
        catch (error) {
            if (!(error instanceof gobbler_error/* GobblerError */.CE) || error.code !== 'already-exists')
                throw error;
            await (0,permissions/* fetchPermissions */.LN)(connection, { project }, { signal });
            (0,log/* line */.n8)(`The project ${project} already exists`);
        }
    }
}
/** Stops the service, shows the end of its log, and removes what was made for it. */
async function post() {
    const leader = Number((0,runtime/* host */.H)().recall(STATE_PID));
    if (leader > 0)
        await stop(leader);
    const temporary = (0,runtime/* host */.H)().recall(STATE_TEMPORARY);
    // Its staging directory is open to everybody.
    if (temporary !== '')
        removeSharedTree(temporary);
}
/** A failure is no reason to leave more behind. */
async function removeCached(url) {
    try {
        await (0,cache/* removeCacheOf */.kH)(url, (0,runtime/* host */.H)().places.cache);
    }
    catch (error) {
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
        (0,log/* line */.n8)(`The cached files of ${url} could not be removed: ${(0,errno/* messageOf */.b)(error)}`);
    }
}
async function stop(leader) {
    const saved = JSON.parse((0,runtime/* host */.H)().recall(STATE_SERVICE));
    const processes = { ...saved, leader };
    const { url, staging, logFile, mayComeBack } = saved;
    const wasThere = isServiceThere(processes);
    const left = await endService(processes, STOP_PATIENCE_MS);
    const isOpen = await holdsPort(url, staging, wasThere);
    // Nobody else fetches from this address; see docs/client.md.
    if (!mayComeBack)
        await removeCached(url);
    const lastLines = endOfLog(logFile);
    // A post step does not learn whether the job has failed; the log is folded, so it does no harm.
    (0,log/* group */.Os)(`The end of the log of the Gobbler (${logFile})`, lastLines);
    if (left.length > 0 || isOpen) {
        (0,log/* annotateWarning */.tf)({
            title: 'The Gobbler could not be stopped',
            sentences: [
                ...(left.length > 0 ? [`These processes did not end: ${left.join(', ')}.`] : []),
                ...(isOpen ? [`A service still listens at ${url}.`] : []),
            ],
            hint: `Find it with "ss -ltnp", and end it. Have the binary start the service in its own session, and as this user.`,
        });
    }
    else if (!wasThere && (0,runtime/* host */.H)().recall(STATE_STARTED) !== '') {
        (0,log/* annotateWarning */.tf)({
            title: 'The Gobbler has ended early',
            sentences: ['It had ended before the job did. The end of its log:', ...lastLines.slice(-3)],
        });
    }
}


/***/ })

};
})(),
(() => {
"use strict";
return {

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var Scalar = __webpack_require__(3301);
var YAMLMap = __webpack_require__(4454);
var YAMLSeq = __webpack_require__(2223);
var resolveBlockMap = __webpack_require__(7103);
var resolveBlockSeq = __webpack_require__(334);
var resolveFlowCollection = __webpack_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Document = __webpack_require__(3021);
var composeNode = __webpack_require__(5937);
var resolveEnd = __webpack_require__(7788);
var resolveProps = __webpack_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Alias = __webpack_require__(4065);
var identity = __webpack_require__(1127);
var composeCollection = __webpack_require__(7349);
var composeScalar = __webpack_require__(5413);
var resolveEnd = __webpack_require__(7788);
var utilEmptyScalarPosition = __webpack_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var Scalar = __webpack_require__(3301);
var resolveBlockScalar = __webpack_require__(8913);
var resolveFlowScalar = __webpack_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var node_process = __webpack_require__(932);
var directives = __webpack_require__(1342);
var Document = __webpack_require__(3021);
var errors = __webpack_require__(1464);
var identity = __webpack_require__(1127);
var composeDoc = __webpack_require__(3683);
var resolveEnd = __webpack_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Pair = __webpack_require__(7165);
var YAMLMap = __webpack_require__(4454);
var resolveProps = __webpack_require__(4631);
var utilContainsNewline = __webpack_require__(9499);
var utilFlowIndentCheck = __webpack_require__(4051);
var utilMapIncludes = __webpack_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var YAMLSeq = __webpack_require__(2223);
var resolveProps = __webpack_require__(4631);
var utilFlowIndentCheck = __webpack_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var Pair = __webpack_require__(7165);
var YAMLMap = __webpack_require__(4454);
var YAMLSeq = __webpack_require__(2223);
var resolveEnd = __webpack_require__(7788);
var resolveProps = __webpack_require__(4631);
var utilContainsNewline = __webpack_require__(9499);
var utilMapIncludes = __webpack_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // \u2192 key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3301);
var resolveEnd = __webpack_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var utilContainsNewline = __webpack_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Alias = __webpack_require__(4065);
var Collection = __webpack_require__(101);
var identity = __webpack_require__(1127);
var Pair = __webpack_require__(7165);
var toJS = __webpack_require__(4043);
var Schema = __webpack_require__(5840);
var stringifyDocument = __webpack_require__(6829);
var anchors = __webpack_require__(9215);
var applyReviver = __webpack_require__(3661);
var createNode = __webpack_require__(23);
var directives = __webpack_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 9215:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var visit = __webpack_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 23:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Alias = __webpack_require__(4065);
var identity = __webpack_require__(1127);
var Scalar = __webpack_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var visit = __webpack_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '\u2026' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '\u2026';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '\u2026\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var composer = __webpack_require__(9984);
var Document = __webpack_require__(3021);
var Schema = __webpack_require__(5840);
var errors = __webpack_require__(1464);
var Alias = __webpack_require__(4065);
var identity = __webpack_require__(1127);
var Pair = __webpack_require__(7165);
var Scalar = __webpack_require__(3301);
var YAMLMap = __webpack_require__(4454);
var YAMLSeq = __webpack_require__(2223);
var cst = __webpack_require__(3461);
var lexer = __webpack_require__(361);
var lineCounter = __webpack_require__(6628);
var parser = __webpack_require__(3456);
var publicApi = __webpack_require__(4047);
var visit = __webpack_require__(204);



exports.Composer = composer.Composer;
exports.Document = Document.Document;
exports.Schema = Schema.Schema;
exports.YAMLError = errors.YAMLError;
exports.YAMLParseError = errors.YAMLParseError;
exports.YAMLWarning = errors.YAMLWarning;
exports.Alias = Alias.Alias;
exports.isAlias = identity.isAlias;
exports.isCollection = identity.isCollection;
exports.isDocument = identity.isDocument;
exports.isMap = identity.isMap;
exports.isNode = identity.isNode;
exports.isPair = identity.isPair;
exports.isScalar = identity.isScalar;
exports.isSeq = identity.isSeq;
exports.Pair = Pair.Pair;
exports.Scalar = Scalar.Scalar;
exports.YAMLMap = YAMLMap.YAMLMap;
exports.YAMLSeq = YAMLSeq.YAMLSeq;
exports.CST = cst;
exports.Lexer = lexer.Lexer;
exports.LineCounter = lineCounter.LineCounter;
exports.Parser = parser.Parser;
exports.parse = publicApi.parse;
exports.parseAllDocuments = publicApi.parseAllDocuments;
exports.parseDocument = publicApi.parseDocument;
exports.stringify = publicApi.stringify;
exports.visit = visit.visit;
exports.visitAsync = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var node_process = __webpack_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var anchors = __webpack_require__(9215);
var visit = __webpack_require__(204);
var identity = __webpack_require__(1127);
var Node = __webpack_require__(6673);
var toJS = __webpack_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var createNode = __webpack_require__(23);
var identity = __webpack_require__(1127);
var Node = __webpack_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var applyReviver = __webpack_require__(3661);
var identity = __webpack_require__(1127);
var toJS = __webpack_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var createNode = __webpack_require__(23);
var stringifyPair = __webpack_require__(7367);
var addPairToJSMap = __webpack_require__(7104);
var identity = __webpack_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var Node = __webpack_require__(6673);
var toJS = __webpack_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyCollection = __webpack_require__(1212);
var addPairToJSMap = __webpack_require__(7104);
var Collection = __webpack_require__(101);
var identity = __webpack_require__(1127);
var Pair = __webpack_require__(7165);
var Scalar = __webpack_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var createNode = __webpack_require__(23);
var stringifyCollection = __webpack_require__(1212);
var Collection = __webpack_require__(101);
var identity = __webpack_require__(1127);
var Scalar = __webpack_require__(3301);
var toJS = __webpack_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var log = __webpack_require__(7249);
var merge = __webpack_require__(452);
var stringify = __webpack_require__(2148);
var identity = __webpack_require__(1127);
var toJS = __webpack_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var resolveBlockScalar = __webpack_require__(8913);
var resolveFlowScalar = __webpack_require__(6842);
var errors = __webpack_require__(1464);
var stringifyString = __webpack_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 96:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` \u2013 Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` \u2013 Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` \u2013 Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` \u2013 The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var cstScalar = __webpack_require__(110);
var cstStringify = __webpack_require__(1733);
var cstVisit = __webpack_require__(96);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var cst = __webpack_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var node_process = __webpack_require__(932);
var cst = __webpack_require__(3461);
var lexer = __webpack_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var composer = __webpack_require__(9984);
var Document = __webpack_require__(3021);
var errors = __webpack_require__(1464);
var log = __webpack_require__(7249);
var identity = __webpack_require__(1127);
var lineCounter = __webpack_require__(6628);
var parser = __webpack_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var map = __webpack_require__(9832);
var seq = __webpack_require__(1706);
var string = __webpack_require__(4083);
var tags = __webpack_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 9832:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var YAMLMap = __webpack_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var YAMLSeq = __webpack_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 4083:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyString = __webpack_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3301);
var stringifyNumber = __webpack_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyNumber = __webpack_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var map = __webpack_require__(9832);
var _null = __webpack_require__(3632);
var seq = __webpack_require__(1706);
var string = __webpack_require__(4083);
var bool = __webpack_require__(3959);
var float = __webpack_require__(8405);
var int = __webpack_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3301);
var map = __webpack_require__(9832);
var seq = __webpack_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var map = __webpack_require__(9832);
var _null = __webpack_require__(3632);
var seq = __webpack_require__(1706);
var string = __webpack_require__(4083);
var bool = __webpack_require__(3959);
var float = __webpack_require__(8405);
var int = __webpack_require__(9874);
var schema = __webpack_require__(896);
var schema$1 = __webpack_require__(3559);
var binary = __webpack_require__(6083);
var merge = __webpack_require__(452);
var omap = __webpack_require__(303);
var pairs = __webpack_require__(8385);
var schema$2 = __webpack_require__(5913);
var set = __webpack_require__(1528);
var timestamp = __webpack_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var node_buffer = __webpack_require__(181);
var Scalar = __webpack_require__(3301);
var stringifyString = __webpack_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3301);
var stringifyNumber = __webpack_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyNumber = __webpack_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var Scalar = __webpack_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var toJS = __webpack_require__(4043);
var YAMLMap = __webpack_require__(4454);
var YAMLSeq = __webpack_require__(2223);
var pairs = __webpack_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var Pair = __webpack_require__(7165);
var Scalar = __webpack_require__(3301);
var YAMLSeq = __webpack_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var map = __webpack_require__(9832);
var _null = __webpack_require__(3632);
var seq = __webpack_require__(1706);
var string = __webpack_require__(4083);
var binary = __webpack_require__(6083);
var bool = __webpack_require__(8398);
var float = __webpack_require__(5782);
var int = __webpack_require__(873);
var merge = __webpack_require__(452);
var omap = __webpack_require__(303);
var pairs = __webpack_require__(8385);
var set = __webpack_require__(1528);
var timestamp = __webpack_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var Pair = __webpack_require__(7165);
var YAMLMap = __webpack_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var stringifyNumber = __webpack_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 6856:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var anchors = __webpack_require__(9215);
var identity = __webpack_require__(1127);
var stringifyComment = __webpack_require__(9799);
var stringifyString = __webpack_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var stringify = __webpack_require__(2148);
var stringifyComment = __webpack_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var stringify = __webpack_require__(2148);
var stringifyComment = __webpack_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 7367:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);
var Scalar = __webpack_require__(3301);
var stringify = __webpack_require__(2148);
var stringifyComment = __webpack_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var Scalar = __webpack_require__(3301);
var foldFlowLines = __webpack_require__(6856);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var identity = __webpack_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 9863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ getExecOutput)
});

// UNUSED EXPORTS: exec

// EXTERNAL MODULE: external "string_decoder"
var external_string_decoder_ = __webpack_require__(3193);
// EXTERNAL MODULE: external "os"
var external_os_ = __webpack_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __webpack_require__(4434);
// EXTERNAL MODULE: external "child_process"
var external_child_process_ = __webpack_require__(5317);
// EXTERNAL MODULE: external "path"
var external_path_ = __webpack_require__(6928);
// EXTERNAL MODULE: external "assert"
var external_assert_ = __webpack_require__(2613);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __webpack_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_.dirname(filePath);
                        const upperName = external_path_.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
// EXTERNAL MODULE: external "timers"
var external_timers_ = __webpack_require__(3557);
;// CONCATENATED MODULE: ./build/node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 7785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ leven)
/* harmony export */ });
/* unused harmony export closestMatch */
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ })

};
})());
