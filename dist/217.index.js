"use strict";
exports.id = 217;
exports.ids = [217];
exports.modules = {

/***/ 2341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   al: () => (/* binding */ legDirectories),
/* harmony export */   gb: () => (/* binding */ requireOpen),
/* harmony export */   vw: () => (/* binding */ findSubmitted)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2377);
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8591);
/* harmony import */ var _area_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7809);
/* harmony import */ var _area_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6887);






/** What stays of an area that was submitted; undefined if it was not. */
function findSubmitted(area) {
    return (0,_area_record_js__WEBPACK_IMPORTED_MODULE_2__/* .findRecord */ .Tq)((0,_area_js__WEBPACK_IMPORTED_MODULE_3__/* .placesIn */ .yN)(area.path).submitted, _area_record_js__WEBPACK_IMPORTED_MODULE_2__/* .SUBMITTED_RECORD */ .S1);
}
/** The number of the submit that has the area; undefined if legs can be added. */
async function holderOf(area) {
    for (const name of await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(area.path)) {
        const [, number] = _area_js__WEBPACK_IMPORTED_MODULE_3__/* .SEALED */ .pU.exec(name) ?? [];
        if (number !== undefined)
            return Number(number);
    }
    return undefined;
}
/** The directory with the records of complete legs, whatever it is called now; none in an area that was submitted. */
async function legDirectories(area) {
    const legs = node_path__WEBPACK_IMPORTED_MODULE_1___default().basename((0,_area_js__WEBPACK_IMPORTED_MODULE_3__/* .placesIn */ .yN)(area.path).legs);
    const names = (await (0,_area_record_js__WEBPACK_IMPORTED_MODULE_2__/* .ifThere */ .y)(node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(area.path))) ?? [];
    return names.filter((name) => name === legs || _area_js__WEBPACK_IMPORTED_MODULE_3__/* .SEALED */ .pU.test(name)).map((name) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(area.path, name));
}
/** Refuses an area to which nothing can be added any more. Codes `already-exists`, `lock-timeout` and `not-found`. */
async function requireOpen(area) {
    const submitted = await findSubmitted(area);
    const ref = (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(area.ref);
    if (submitted !== undefined) {
        throw new _protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .GobblerError */ .CE('already-exists', `area ${area.name} was submitted as ${ref}, by ${(0,_actor_js__WEBPACK_IMPORTED_MODULE_6__/* .actorText */ .fv)(submitted.submitted)}`, {
            input: 'area',
            hint: 'Versions are permanent: allocate an area for another version.',
        });
    }
    let holder;
    try {
        holder = await holderOf(area);
    }
    catch (error) {
        if ((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .UQ)(error) !== 'ENOENT')
            throw error;
        throw new _protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .GobblerError */ .CE('not-found', `area ${area.name} for ${ref} was removed meanwhile`, {
            input: 'area',
            hint: 'Areas that nobody touches are swept after keep-days: allocate a new one.',
        });
    }
    if (holder === undefined)
        return;
    const actor = await (0,_area_record_js__WEBPACK_IMPORTED_MODULE_2__/* .findActor */ .zm)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join((0,_area_js__WEBPACK_IMPORTED_MODULE_3__/* .placesIn */ .yN)(area.path).submits, String(holder)));
    const who = actor === undefined ? '' : `, by ${(0,_actor_js__WEBPACK_IMPORTED_MODULE_6__/* .actorText */ .fv)(actor)}`;
    throw new _protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .GobblerError */ .CE('lock-timeout', `area ${area.name} for ${ref} is being submitted${who}`, {
        input: 'area',
        hint: 'Let submit need all legs. If that submit was killed, repeat it: it publishes what is there, or opens the area again.',
    });
}


/***/ }),

/***/ 8461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ mayCollide),
/* harmony export */   l: () => (/* binding */ collisionsOf)
/* harmony export */ });
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8591);

/** Whether two legs can have a path in common: only if one lies at or below where the other does. Pure. */
function mayCollide(one, other) {
    const [outer, inner] = [one.path, other.path].sort((a, b) => a.length - b.length);
    return outer === '' || outer === inner || inner.startsWith(`${outer}/`);
}
/**
 * Every path that two legs claim: a file or link of both, or a file of one that is a directory of the other. A directory
 * may be in several. Each is a sentence that names both. `input` is what the caller can change. Pure.
 */
function collisionsOf(legs, input) {
    const claimed = new Map();
    const findings = [];
    for (const { record, entries } of legs) {
        for (const { path, kind } of entries) {
            const earlier = claimed.get(path);
            if (earlier === undefined)
                claimed.set(path, { record, kind });
            else if (earlier.kind !== 'directory' || kind !== 'directory') {
                findings.push({ kind: 'collision', input, message: sentence(path, earlier, { record, kind }) });
            }
        }
    }
    return findings;
}
function sentence(path, one, other) {
    const asWhat = ({ record, kind }) => `leg ${JSON.stringify(record.leg)} (a ${kind}, from ${(0,_actor_js__WEBPACK_IMPORTED_MODULE_0__/* .actorText */ .fv)(record.staged)})`;
    return `${JSON.stringify(path)} is claimed by two legs: ${asWhat(one)} and ${asWhat(other)}`;
}


/***/ }),

/***/ 663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wF: () => (/* binding */ LegRun),
  Ly: () => (/* binding */ completeLegs),
  Ms: () => (/* binding */ findReplaced),
  BU: () => (/* binding */ partOf),
  tb: () => (/* binding */ requireLegName),
  CD: () => (/* binding */ unfinishedRuns)
});

// UNUSED EXPORTS: findLeg

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/requests/staging-area.js
var staging_area = __webpack_require__(1649);
// EXTERNAL MODULE: ./build/client/parts/actor.js
var parts_actor = __webpack_require__(8591);
// EXTERNAL MODULE: ./build/client/parts/area.js
var parts_area = __webpack_require__(7809);
// EXTERNAL MODULE: ./build/client/parts/area-record.js
var area_record = __webpack_require__(6887);
// EXTERNAL MODULE: ./build/client/parts/area-state.js
var area_state = __webpack_require__(2341);
// EXTERNAL MODULE: ./build/client/connection/http.js
var http = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/client/requests/lock-retry.js
var lock_retry = __webpack_require__(3004);
;// CONCATENATED MODULE: ./build/client/parts/leg-verdict.js








/** How often the records may be found to have just been renamed. */
const MOST_MOMENTS = 3;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/**
 * Returns once a leg whose record was put among those of complete legs is sure to count. A rename on NFS goes by the
 * remembered handle of the directory, so it may have put the record into `legs` after a submit on another machine has
 * renamed that, and perhaps read it. Then the submit decides: if it succeeds, it writes down which legs are in the version;
 * if it fails, it opens the area again, with the record. Codes `already-exists` if the version was published without the
 * leg, `not-found` if the area is gone, `lock-timeout` if the submit takes longer than half an hour.
 */
async function awaitVerdict(area, record, { signal, onNotice }) {
    const giveUpAt = performance.now() + lock_retry/* DEFAULT_PATIENCE_MS */.D;
    for (let looks = 0;; looks++) {
        signal?.throwIfAborted();
        // In this order: an area that is opened again, or submitted, between the two is looked at once more.
        const [directory] = await (0,area_state/* legDirectories */.al)(area);
        const submitted = await (0,area_state/* findSubmitted */.vw)(area);
        if (submitted !== undefined) {
            const at = submitted.legs.indexOf(record.leg);
            if ((submitted.generations[at] ?? 0) >= record.generation)
                return;
            throw tooLate(area, record, (0,parts_actor/* actorText */.fv)(submitted.submitted));
        }
        if (directory === (0,parts_area/* placesIn */.yN)(area.path).legs) {
            const found = await (0,area_record/* findRecord */.Tq)(external_node_path_default().join(directory, record.leg), area_record/* LEG_RECORD */.JM);
            // A later run of the leg may have replaced it by now.
            if ((found?.generation ?? 0) >= record.generation)
                return;
        }
        if (directory === undefined && looks > MOST_MOMENTS)
            await (0,area_state/* requireOpen */.gb)(area); // it was removed
        if (performance.now() > giveUpAt)
            throw stillSubmitting(area, record);
        if (looks === 1) {
            onNotice(`A submit of ${area.name} has begun; waiting for whether leg ${JSON.stringify(record.leg)} is part of it.`);
        }
        await (0,http.pause)(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
    }
}
function tooLate(area, { leg }, by) {
    return new errors/* GobblerError */.CE('already-exists', `leg ${JSON.stringify(leg)} came too late: area ${area.name} was submitted as ${(0,names/* formatRef */.rq)(area.ref)} without it, by ${by}`, {
        input: 'area',
        hint: 'Let submit start after all legs, or name them in legs. Versions are permanent: allocate an area for another version.',
    });
}
function stillSubmitting(area, { leg }) {
    return new errors/* GobblerError */.CE('lock-timeout', `leg ${JSON.stringify(leg)} was staged while area ${area.name} was being submitted, and that has not ended yet`, {
        input: 'area',
        hint: 'Let submit start after all legs. If that submit was killed, repeat it: the leg is part of what it publishes.',
    });
}

;// CONCATENATED MODULE: ./build/client/parts/leg-run.js









/** So that a number and what the filesystem allows fit behind it. */
const LONGEST_LEG_BYTES = 200;
const RUN = /^(.+)@(\d+)$/s;
/** Refuses a name that no leg can have, with code `invalid-name`. */
function requireLegName(leg) {
    const problem = legNameProblem(leg);
    if (problem === undefined)
        return;
    throw new errors/* GobblerError */.CE('invalid-name', `leg name ${JSON.stringify(leg)} ${problem}`, {
        input: 'leg',
        hint: 'Choose another name for the leg; letters, digits, dots, dashes and underscores are always safe.',
    });
}
function legNameProblem(leg) {
    const bytes = Buffer.byteLength(leg);
    if (bytes > LONGEST_LEG_BYTES)
        return `may not be longer than ${LONGEST_LEG_BYTES} bytes, but has ${bytes}`;
    // As `legs` of submit is read, a name a line.
    if (/^[\s#]|[\r\n]|\s$/.test(leg))
        return "may not begin with '#', hold a line break, or begin or end with a blank, since it could not be named in legs";
    return (0,names/* nameProblem */.rH)(leg);
}
/**
 * One run of a leg. Runs of a leg are numbered; each has a claim, a file that becomes the record of the leg when it is
 * renamed into `legs`. Who begins takes the claims of all earlier runs away, so of two runs the one that began later is
 * what counts, and an earlier one can never replace it, whenever it ends. No clock is asked.
 */
class LegRun {
    #area;
    #leg;
    generation;
    /** Whether the record of the leg is that of this run: then its part belongs to the area. */
    #isDone = false;
    constructor(area, leg, generation) {
        this.#area = area;
        this.#leg = leg;
        this.generation = generation;
    }
    /** Claims the next number, and makes an empty part. What killed runs of this leg have left is removed. */
    static async begin(area, leg, actor) {
        const { claims, parts } = (0,parts_area/* placesIn */.yN)(area.path);
        for (let tried = 0;;) {
            const generation = 1 + Math.max(tried, await lastGeneration(area, leg));
            tried = generation;
            const name = `${leg}@${generation}`;
            const claim = external_node_path_default().join(claims, name);
            // Somebody else may be as fast.
            const file = await ifNew(external_node_fs_.promises.open(claim, 'wx', 0o600));
            if (file === undefined)
                continue;
            try {
                try {
                    await file.writeFile(JSON.stringify(actor));
                }
                finally {
                    await file.close();
                }
                const part = await ifNew(external_node_fs_.promises.mkdir(external_node_path_default().join(parts, name), { mode: 0o700 }).then(() => name));
                if (part !== undefined) {
                    const run = new LegRun(area, leg, generation);
                    await run.#supersede();
                    return run;
                }
            }
            catch (error) {
                await external_node_fs_.promises.rm(claim, { force: true }); // else submit would wait for this run
                await (0,staging_area/* removeFromStaging */.ub)(external_node_path_default().join(parts, name));
                throw error;
            }
            await external_node_fs_.promises.unlink(claim);
        }
    }
    get #claim() {
        return external_node_path_default().join((0,parts_area/* placesIn */.yN)(this.#area.path).claims, `${this.#leg}@${this.generation}`);
    }
    /** The directory that this run fills. */
    get part() {
        return partOf(this.#area, this.#leg, this.generation);
    }
    /**
     * Makes what is in the part the content of the leg, all of it at one moment, and removes what it replaces. If a submit
     * has taken the area just then, waits for what it makes of the leg: this returns only if the leg counts. Codes
     * `already-exists` if another run of the leg has begun meanwhile, or if the area was submitted without it;
     * `lock-timeout` while the area is being submitted.
     */
    async commit(record, waiting) {
        try {
            // Not made anew: without a claim, nothing may be committed.
            const claim = await external_node_fs_.promises.open(this.#claim, 'r+');
            try {
                await claim.truncate();
                await claim.write(JSON.stringify(record), 0);
            }
            finally {
                await claim.close();
            }
            await external_node_fs_.promises.rename(this.#claim, external_node_path_default().join((0,parts_area/* placesIn */.yN)(this.#area.path).legs, this.#leg));
        }
        catch (error) {
            // A call that the client has repeated to the file server fails although it was carried out.
            if ((0,errors/* errnoOf */.UQ)(error) !== 'ENOENT' || !(await this.#isCommitted()))
                throw await this.explain(error);
        }
        this.#isDone = true;
        await awaitVerdict(this.#area, record, waiting);
        // It is done now; what cannot be removed goes with the area.
        await this.#removeEarlier().catch(() => undefined);
    }
    /** Whether the record of this run is where those of complete legs are. */
    async #isCommitted() {
        const directories = await (0,area_state/* legDirectories */.al)(this.#area);
        for (const directory of directories) {
            const record = await (0,area_record/* findRecord */.Tq)(external_node_path_default().join(directory, this.#leg), area_record/* LEG_RECORD */.JM);
            if (record?.generation === this.generation)
                return true;
        }
        return false;
    }
    async #removeEarlier() {
        for (const earlier of await runsIn((0,parts_area/* placesIn */.yN)(this.#area.path).parts, this.#leg)) {
            if (earlier < this.generation)
                await (0,staging_area/* removeFromStaging */.ub)(partOf(this.#area, this.#leg, earlier));
        }
    }
    /** Why something of this run has gone, if that is what an error means; else the error. */
    async explain(error) {
        const claimed = (await (0,area_record/* ifThere */.y)(external_node_fs_.promises.readdir((0,parts_area/* placesIn */.yN)(this.#area.path).claims))) ?? [];
        const isClaimed = claimed.includes(external_node_path_default().basename(this.#claim));
        try {
            await (0,area_state/* requireOpen */.gb)(this.#area);
        }
        catch (reason) {
            return reason;
        }
        if (isClaimed)
            return error;
        const { claims } = (0,parts_area/* placesIn */.yN)(this.#area.path);
        const later = Math.max(0, ...(await runsIn(claims, this.#leg)));
        const actor = (await (0,area_record/* findActor */.zm)(external_node_path_default().join(claims, `${this.#leg}@${later}`))) ??
            (await findLeg(this.#area, this.#leg))?.staged;
        const who = actor === undefined ? '' : `, by ${(0,parts_actor/* actorText */.fv)(actor)}`;
        return new errors/* GobblerError */.CE('already-exists', `another run of leg ${JSON.stringify(this.#leg)} of ${(0,names/* formatRef */.rq)(this.#area.ref)} has begun after this one${who}, and counts instead`, {
            input: 'leg',
            hint: 'Give each leg a name of its own, such as one made from the matrix.',
            cause: error,
        });
    }
    /** Leaves nothing of this run behind, unless it has become the content of the leg. */
    async abandon() {
        if (this.#isDone)
            return;
        await external_node_fs_.promises.rm(this.#claim, { force: true });
        await (0,staging_area/* removeFromStaging */.ub)(this.part);
    }
    /** Without its claim, no earlier run can be committed any more; then what it has staged is of no use. */
    async #supersede() {
        const { claims } = (0,parts_area/* placesIn */.yN)(this.#area.path);
        for (const earlier of await runsIn(claims, this.#leg)) {
            if (earlier >= this.generation)
                continue;
            try {
                await external_node_fs_.promises.unlink(external_node_path_default().join(claims, `${this.#leg}@${earlier}`));
            }
            catch (error) {
                if ((0,errors/* errnoOf */.UQ)(error) === 'ENOENT')
                    continue; // committed just now: what it has staged counts until we are done
                throw error;
            }
            await (0,staging_area/* removeFromStaging */.ub)(partOf(this.#area, this.#leg, earlier));
        }
    }
}
/** Where a run of a leg has put what it brings. */
function partOf({ path: area }, leg, generation) {
    return external_node_path_default().join((0,parts_area/* placesIn */.yN)(area).parts, `${leg}@${generation}`);
}
/** The record of a leg that is complete; undefined if there is none. */
function findLeg(area, leg) {
    return (0,area_record/* findRecord */.Tq)(external_node_path_default().join((0,parts_area/* placesIn */.yN)(area.path).legs, leg), area_record/* LEG_RECORD */.JM);
}
/** As {@link findLeg}, for who replaces it: undefined if it is damaged, too. */
async function findReplaced(area, leg) {
    try {
        return await findLeg(area, leg);
    }
    catch (error) {
        if (error instanceof errors/* GobblerError */.CE && error.code === 'corrupt-record')
            return undefined;
        throw error;
    }
}
/** The records of all legs that are complete, by name. `directory` is `legs`, or what it is called by now. */
async function completeLegs(directory, butOf) {
    const records = [];
    for (const name of (await external_node_fs_.promises.readdir(directory)).sort()) {
        if (name === butOf)
            continue;
        const record = await (0,area_record/* findRecord */.Tq)(external_node_path_default().join(directory, name), area_record/* LEG_RECORD */.JM);
        if (record !== undefined)
            records.push(record);
    }
    return records;
}
/** Runs that have begun, and neither ended nor been replaced: they are at work, or were killed. */
async function unfinishedRuns(area) {
    const { claims } = (0,parts_area/* placesIn */.yN)(area.path);
    const runs = [];
    for (const name of (await external_node_fs_.promises.readdir(claims)).sort()) {
        const [, leg] = RUN.exec(name) ?? [];
        if (leg !== undefined)
            runs.push({ leg, begun: await (0,area_record/* findActor */.zm)(external_node_path_default().join(claims, name)) });
    }
    return runs;
}
/** The result; undefined if something of that name exists already. */
async function ifNew(making) {
    try {
        return await making;
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === 'EEXIST')
            return undefined;
        throw error;
    }
}
async function runsIn(directory, leg) {
    return (await external_node_fs_.promises.readdir(directory)).flatMap((name) => {
        const [, of, number] = RUN.exec(name) ?? [];
        return of === leg ? [Number(number)] : [];
    });
}
async function lastGeneration(area, leg) {
    const { claims, parts } = (0,parts_area/* placesIn */.yN)(area.path);
    const committed = (await findReplaced(area, leg))?.generation ?? 0;
    return Math.max(committed, ...(await runsIn(claims, leg)), ...(await runsIn(parts, leg)));
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
/* harmony import */ var _area_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6887);



/** Where the files of a part lie, as in the version. */
const filesIn = (part) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(part, 'files');
const listingIn = (part) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(part, 'listing');
/** Lines that are joined before they are written. */
const LINES_AT_A_TIME = 1_000;
/** Writes what is in a part, a line of JSON for each entry; parents before children. */
async function writeListing(part, entries) {
    const handle = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.open(listingIn(part), 'wx', 0o600);
    try {
        for (let at = 0; at < entries.length; at += LINES_AT_A_TIME) {
            const lines = entries.slice(at, at + LINES_AT_A_TIME).map((entry) => `${JSON.stringify(entry)}\n`);
            await handle.write(lines.join(''));
        }
    }
    finally {
        await handle.close();
    }
}
/** Reads what is in the part of a leg. Code `corrupt-record` unless it is all there. */
async function readListing(part, { entriesCount }) {
    const file = listingIn(part);
    const lines = (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(file, 'utf8')).split('\n').slice(0, -1);
    if (lines.length !== entriesCount)
        throw (0,_area_record_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(file);
    try {
        return lines.map((line) => JSON.parse(line));
    }
    catch {
        throw (0,_area_record_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(file);
    }
}


/***/ }),

/***/ 8265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ rerouteLinks),
/* harmony export */   Vx: () => (/* binding */ removeAsset),
/* harmony export */   bI: () => (/* binding */ removeVersion),
/* harmony export */   gA: () => (/* binding */ createProject),
/* harmony export */   oE: () => (/* binding */ removeProject)
/* harmony export */ });
/* unused harmony exports refreshLatest, refreshUsage, reindexVersion, validateVersion */
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8208);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2377);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7310);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7154);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3586);



/* What administrators do. Each throws `not-authorized` for everybody else, and the codes of `submit`. */
/** Removes a project with everything in it. One that does not exist is fine. Protocol §11.10. */
async function removeProject(connection, project, options = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireName */ .rI)('project', project);
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteRequest */ .Fb)({ project }), options);
}
/**
 * Removes an asset with all its versions. One that does not exist is fine. `force` goes on although records are
 * damaged; the usage of the project may be wrong then. Protocol §11.10.
 */
async function removeAsset(connection, { project, asset }, { force, ...options } = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireNames */ .kR)({ project, asset });
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteRequest */ .Fb)({ project, asset }, force), options);
}
/**
 * Removes a version. One that does not exist is fine. The next older version becomes the latest (protocol §20 T14).
 * With `force` it works on a version that a crash has left unfinished. Links from elsewhere would dangle: see
 * {@link rerouteLinks}. Protocol §11.10.
 */
async function removeVersion(connection, { project, asset, version }, { force, ...options } = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireNames */ .kR)({ project, asset, version });
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteRequest */ .Fb)({ project, asset, version }, force), options);
}
/**
 * Changes every link that leads into what is going to be deleted, so that nothing dangles afterwards: to an older
 * ancestor, or to a copy. Returns what was changed, or with `dryRun` what would be. Deletes nothing itself. Everything
 * in `toDelete` has to exist. Protocol §11.11, §14.
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
        throw new _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE('invalid-input', `version ${JSON.stringify(version)} of ${project} lacks its asset`, {
            input: 'toDelete',
            hint: 'Give the asset that the version belongs to.',
        });
    }
    const { changes } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rerouteLinksRequest */ .VZ)(toDelete, dryRun), options);
    return (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parseChanges */ .pS)(changes, 'the list of changes');
}
/** Finds the latest version of an asset anew, and returns its name; undefined if all are on probation. Protocol §11.6. */
async function refreshLatest(connection, { project, asset }, options = {}) {
    requireNames({ project, asset });
    const { version } = await submit(connection, refreshLatestRequest({ project, asset }), options);
    if (version !== undefined && typeof version !== 'string')
        throw replyError('version', 'a string');
    return version;
}
/** Adds up the sizes of a project anew, and returns them in bytes. Protocol §11.7. */
async function refreshUsage(connection, project, options = {}) {
    requireName('project', project);
    const { total } = await submit(connection, refreshUsageRequest(project), options);
    if (typeof total !== 'number')
        throw replyError('total', 'a number');
    return total;
}
/** Writes the manifest and the links of a version anew from what is on disk. Protocol §11.8. */
async function reindexVersion(connection, ref, options = {}) {
    requireVersion(ref);
    await submit(connection, reindexVersionRequest(ref), options);
}
/**
 * Proves that a version on disk is what its records say, every checksum included. Code `content-differs`, with the
 * service's first finding, if it is not: the service reports that like an outage (protocol §18, §20 T7). Protocol §11.9.
 */
async function validateVersion(connection, ref, options = {}) {
    requireVersion(ref);
    try {
        await submit(connection, validateVersionRequest(ref), options);
    }
    catch (error) {
        if (!(error instanceof GobblerError) || error.code !== 'service-failed')
            throw error;
        throw new GobblerError('content-differs', `${formatRef(ref)} is not what its records say: ${error.message}`, {
            hint: 'An administrator can reindex the version if its files are right, or delete it.',
            cause: error,
        });
    }
}
function replyError(member, expected) {
    return new GobblerError('service-misconfigured', `the service's reply should have ${expected} as ${member}`, {
        hint: 'Check that url leads to a Gobbler of a known version.',
    });
}
/**
 * Creates a project; administrators only. Without `owners` the requester becomes the only one. Codes `already-exists`,
 * `not-authorized`, `invalid-input` for uploaders that make no sense, and those of `submit`. Protocol §11.1.
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

/***/ 8354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ rejectProbation),
/* harmony export */   i: () => (/* binding */ approveProbation)
/* harmony export */ });
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8208);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3586);


/**
 * Takes a version off probation; owners of the project and administrators only. It becomes the latest version if it
 * finished later than the present one (protocol §20 T16). Codes `not-on-probation`, `not-found`, `not-authorized`, and
 * those of `submit`. Protocol §11.4.
 */
async function approveProbation(connection, ref, { spoof, ...options } = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireVersion */ .eU)(ref);
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .approveProbationRequest */ .JN)(ref, { spoof }), options);
}
/**
 * Removes a version that is on probation; owners of the project and administrators only. `force` goes on although the
 * manifest is damaged. Codes as {@link approveProbation}. Protocol §11.5.
 */
async function rejectProbation(connection, ref, { spoof, force, ...options } = {}) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireVersion */ .eU)(ref);
    await (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .submit */ .t)(connection, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rejectProbationRequest */ .je)(ref, { spoof, force }), options);
}


/***/ }),

/***/ 4440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createProject: () => (/* binding */ createProject)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7154);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8265);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2377);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3009);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6366);
/* harmony import */ var _permission_changes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9755);
/* harmony import */ var _uploader_list_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4507);






const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    owners: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .nameLines */ .RA)(),
    uploaders: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    'if-exists': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['skip', 'error'], 'skip'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requestInputs */ .jU,
};
const outputs = ['status', 'changed', 'before', 'after'];
/** Makes sure that there is a project, for administrators of the service. */
const createProject = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineVerb */ .P)({
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
        throw existsAlready(project);
    await report({ project, changed, after, wanted });
    setOutput('status', changed ? 'created' : 'skipped');
}
/** False if somebody else has created it meanwhile. */
async function createOrSkip(connection, given, wanted, signal) {
    const { project } = given;
    try {
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_9__/* .createProject */ .gA)(connection, project, { ...wanted, ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_6__/* .submitting */ .B2)(given, signal) });
        return true;
    }
    catch (error) {
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .GobblerError */ .CE))
            throw error;
        if (error.code === 'not-authorized') {
            throw new _client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .GobblerError */ .CE('not-authorized', error.message, {
                input: 'project',
                hint: 'Only administrators of the service create projects: ask one, or run this as one.',
                cause: error,
            });
        }
        if (error.code !== 'already-exists' && error.code !== 'connection-lost')
            throw error;
        const now = await permissionsOf(connection, project, signal);
        if (now !== undefined)
            return error.code === 'connection-lost';
        if (error.code === 'connection-lost')
            throw error;
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .GobblerError */ .CE('already-exists', `${error.message}, but it has no permissions`, {
            input: 'project',
            hint: 'It is what a failed creation has left; an administrator has to delete the project first.',
            cause: error,
        });
    }
}
function existsAlready(project) {
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .GobblerError */ .CE('already-exists', `project ${JSON.stringify(project)} exists already`, {
        input: 'if-exists',
        hint: 'Choose another name, or set if-exists: skip.',
    });
}
async function permissionsOf(connection, project, signal) {
    try {
        return await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_8__/* .fetchPermissions */ .LN)(connection, { project }, { forceRemote: true, signal });
    }
    catch (error) {
        if (error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_10__/* .GobblerError */ .CE && error.code === 'not-found')
            return undefined;
        throw error;
    }
}
async function report({ project, changed, after, wanted }) {
    if (changed) {
        const granted = (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .permissionChanges */ .BZ)(undefined, after);
        if (granted.length === 0)
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`Project ${project} is created: nobody but administrators may use it yet`);
        else
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .group */ .Os)(`Project ${project} is created`, (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .changeLines */ .Ow)(granted));
        const table = granted.length === 0 ? 'Nobody but administrators may use it yet.' : (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .changesTable */ .EI)(granted);
        await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_11__/* .writeSummary */ .Sy)(`### ✅ Project ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_12__/* .harmlessCode */ .tt)(project)} created`, table);
        return;
    }
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`Project ${project} exists already: nothing to do`);
    const differences = (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .permissionChanges */ .BZ)(after, { ...after, ...wanted });
    const parts = [`### ⚪ Project ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_12__/* .harmlessCode */ .tt)(project)} exists already`];
    if (differences.length > 0) {
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .annotateWarning */ .tf)({
            title: 'Permissions differ',
            sentences: [
                `Project ${JSON.stringify(project)} exists with other permissions:`,
                ...(0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .changeLines */ .Ow)(differences),
            ],
            hint: 'They are left as they are. The action set-permissions changes them.',
        });
        parts.push('To be as asked for, its permissions would have to change:', (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_7__/* .changesTable */ .EI)(differences));
    }
    await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_11__/* .writeSummary */ .Sy)(...parts);
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
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7310);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6366);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6182);


const MOST_ROWS = 50;
/** Permissions as the registry writes them, in one line; empty if there are none. */
function permissionsJson(permissions) {
    if (permissions === undefined)
        return '';
    const { owners, uploaders, globalWrite } = permissions;
    return (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeJson */ .P)({ owners, uploaders: (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_1__/* .encodableUploaders */ .dn)(uploaders), global_write: globalWrite });
}
/** What differs between two permissions, list by list. The order of uploaders matters, since the first that fits decides. */
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
        .map(({ sign, kind, text }) => `| ${sign === '+' ? 'added' : 'removed'} | ${kind} | ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessCode */ .tt)((0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(text))} |`);
    const rest = changes.length - MOST_ROWS;
    if (rest > 0)
        rows.push(`| | | … and ${rest} more |`);
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
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(0),
};
const outputs = ['status', 'permissions'];
/** Who may do what in a project or an asset. */
const permissions = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineVerb */ .P)({
    name: 'permissions',
    inputs,
    outputs,
    failed: ({ project }) => `the permissions of ${project} are not known`,
    run,
});
async function run({ inputs: given, setOutput, signal, }) {
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

/***/ 2564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   remove: () => (/* binding */ remove)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2377);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3387);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8265);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8034);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4059);





const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    yes: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    force: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    reroute: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(true),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requestInputs */ .jU,
};
const outputs = ['status', 'rerouted-links'];
const nameOf = ({ project, asset, version }) => [project, asset, version].filter((name) => name !== undefined).join('/');
/** Removes a project, an asset or a version for good, for administrators of the service. */
const remove = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineVerb */ .P)({
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
    if (!given.yes) {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE('invalid-input', `yes should be given to confirm that ${nameOf(target)} is to be removed, but is not`, {
            input: 'yes',
            hint: 'What is removed is gone for good, for everybody.',
        });
    }
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_5__/* .connectTo */ .m6)(given, signal);
    await requireThere(connection, target, signal);
    const submit = (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_5__/* .submitting */ .B2)(given, signal);
    if (given.reroute)
        setOutput('rerouted-links', await reroute(connection, target, context));
    await removeTarget(connection, target, { ...submit, force: given.force });
    context.accomplished('removed', `${nameOf(target)} is removed`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${nameOf(target)} is removed`);
    setOutput('status', 'removed');
}
/** To the service it is all the same, but nobody should read that what he has mistyped is removed. */
async function requireThere(connection, target, signal) {
    const { project, asset, version } = target;
    const fresh = { forceRemote: true, signal };
    const isThere = asset === undefined
        ? (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_7__/* .listProjects */ .hF)(connection, fresh)).includes(project)
        : version === undefined
            ? (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_7__/* .listAssets */ .qs)(connection, project, fresh)).includes(asset)
            : (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_7__/* .listVersions */ .yO)(connection, { project, asset }, fresh)).includes(version);
    if (isThere)
        return;
    const kind = asset === undefined ? 'project' : version === undefined ? 'asset' : 'version';
    throw new _versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .NotFound */ .Mk(`${nameOf(target)} does not exist`, 'Check the names; list what there is.', kind);
}
/**
 * Other versions may have their unchanged files there: lets those links lead elsewhere, and returns how many. With force,
 * it goes on where the service cannot, which stops at the first damaged record of the registry.
 */
async function reroute(connection, target, { inputs: given, signal }) {
    try {
        const changes = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_9__/* .rerouteLinks */ .Mc)(connection, [target], (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_5__/* .submitting */ .B2)(given, signal));
        const links = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_10__/* .formatNumberOf */ .Of)(changes.length, 'link');
        if (changes.length > 0)
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${links} into ${nameOf(target)} now lead elsewhere`);
        return changes.length;
    }
    catch (error) {
        if (!given.force || !(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE) || error.code !== 'service-failed')
            throw error;
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .annotateWarning */ .tf)({
            title: 'Links are not rerouted',
            sentences: [error.message],
            hint: `Links of other versions into ${nameOf(target)}, if there are any, lead to nothing from now on.`,
            input: 'reroute',
        });
        return 0;
    }
}
async function removeTarget(connection, { project, asset, version }, { force, ...submit }) {
    if (asset === undefined)
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_9__/* .removeProject */ .oE)(connection, project, submit);
    else if (version === undefined)
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_9__/* .removeAsset */ .Vx)(connection, { project, asset }, { ...submit, force });
    else
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_9__/* .removeVersion */ .bI)(connection, { project, asset, version }, { ...submit, force });
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
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/client/registry/listing.js
var listing = __webpack_require__(3387);
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
 * Refuses a change after which the user who makes it could make no other, with code `invalid-input`. Who is no owner now
 * is an administrator, or will be refused by the service anyway.
 */
function requireNoLockout({ user, asset, project, before, after }) {
    if (user === undefined)
        return;
    const may = (permissions) => asset === undefined
        ? (0,protocol_permissions/* mayMaintainProject */.qo)(user, permissions)
        : (0,protocol_permissions/* mayMaintainAsset */.vr)(user, project, permissions);
    if (!may(before) || may(after))
        return;
    throw new errors/* GobblerError */.CE('invalid-input', `owners would not hold ${JSON.stringify(user)} any more, who makes this change and could not take it back`, { input: 'owners', hint: 'Add the user to owners, or set prevent-lockout: false if that is intended.' });
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
/** Whether `earlier` fits every upload that `entry` fits. */
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
    project: (0,inputs/* requiredText */.$4)(),
    asset: (0,inputs/* text */.Qq)(),
    owners: (0,inputs/* nameLines */.RA)(),
    uploaders: (0,inputs/* text */.Qq)(),
    'global-write': (0,inputs/* optionalFlag */.bS)(),
    mode: (0,inputs/* choice */.Yq)(['append', 'replace'], 'append'),
    'dry-run': (0,inputs/* flag */.Jt)(false),
    'prevent-lockout': (0,inputs/* flag */.Jt)(true),
    ...service_inputs/* serviceInputs */.r7,
    ...service_inputs/* spoofableInputs */.bc,
};
const outputs = ['status', 'changed', 'before', 'after'];
/** Changes who may do what in a project or an asset. Sends nothing if all is as it should be. */
const setPermissions = (0,command/* defineVerb */.P)({
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
        await (0,maintainers/* asMaintainer */.v)(connection, of.project, { signal, what: `change permissions in ${of.project}, besides owners of an asset those of that asset` }, () => (0,permissions/* setPermissions */.jb)(connection, of, { ...asked, append, ...(0,service_connection/* actingFor */.IH)(given), ...(0,service_connection/* submitting */.B2)(given, signal) }));
        accomplished('changed', `the permissions of ${placeOf(of)} are changed`);
        setOutput('changed', true);
        after = await (0,permissions/* fetchPermissions */.LN)(connection, of, fresh);
        tellOfOthers(wanted, after);
    }
    setOutput('after', (0,permission_changes/* permissionsJson */.FU)(after));
    const said = changed
        ? 'are changed'
        : isPlan
            ? 'would change (dry-run)'
            : 'are as they should be: nothing to do';
    const title = `The permissions of ${placeOf(of)} ${said}`;
    if (changes.length === 0)
        (0,log/* line */.n8)(title);
    else
        (0,log/* group */.Os)(title, (0,permission_changes/* changeLines */.Ow)(changes));
    const icon = changed ? '✅' : isPlan ? '📝' : '⚪';
    const table = changes.length === 0 ? [] : [(0,permission_changes/* changesTable */.EI)(changes)];
    await (0,summary/* writeSummary */.Sy)(`### ${icon} ${(0,kit_escape/* harmlessMarkup */.km)(title)}`, ...table);
    setOutput('status', changed ? 'changed' : isPlan ? 'planned' : 'unchanged');
}
/** What the inputs ask for. Code `invalid-input` for a combination that makes no sense. */
async function askedFor(given) {
    const { owners, asset } = given;
    const globalWrite = given['global-write'];
    if (asset !== undefined && globalWrite !== undefined) {
        throw new errors/* GobblerError */.CE('invalid-input', 'global-write is a matter of projects, but an asset is given', {
            input: 'global-write',
            hint: 'Leave out one of the two.',
        });
    }
    const uploaders = await (0,uploader_list/* parseUploaders */.x)(given.uploaders);
    if (owners === undefined && uploaders === undefined && globalWrite === undefined) {
        throw new errors/* GobblerError */.CE('invalid-input', 'none of owners, uploaders and global-write says what to change', {
            input: 'owners, uploaders, global-write',
            hint: 'Give at least one of them. An empty list is written [].',
        });
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
        hint: 'The service takes the first entry that fits. Set mode: replace with the whole list, this entry first.',
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
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2377);
/* harmony import */ var _client_requests_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7154);



const FIELDS = ['id', 'asset', 'version', 'until', 'trusted'];
function refusal(found) {
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('invalid-input', `uploaders should be a list in YAML or JSON, but ${found}`, {
        input: 'uploaders',
        hint: 'Write a list like [{ id: alicia, asset: my-asset, until: 2030-12-31T23:59:59Z, trusted: true }]; all but id may be left out.',
    });
}
/**
 * The input `uploaders` as a list; undefined if it is empty. YAML is read without its guesses, so that a version `1.10`
 * and a user `007` stay what is written. Code `invalid-input`, also for what the service would refuse.
 */
async function parseUploaders(text) {
    if (text === undefined)
        return undefined;
    const value = contentOf(await Promise.all(/* import() | commands */[__webpack_require__.e(329), __webpack_require__.e(699), __webpack_require__.e(410), __webpack_require__.e(217)]).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19)), text);
    if (!Array.isArray(value))
        throw refusal(`is ${JSON.stringify(value)?.slice(0, 60)}`);
    const uploaders = value.map((entry, index) => uploaderOf(entry, `entry ${index + 1}`));
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
        return document.toJS();
    }
    catch (error) {
        throw refusal(unreadable(error)); // such as too many aliases
    }
}
const unreadable = (error) => `cannot be read: ${(0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).split('\n', 1)}`;
function uploaderOf(entry, name) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
        throw refusal(`${name} is ${JSON.stringify(entry)}, not an entry with an id`);
    }
    const fields = new Map(Object.entries(entry));
    for (const [field, value] of fields) {
        if (!FIELDS.some((known) => known === field))
            throw refusal(`${name} has a field ${JSON.stringify(field)}, which is none of ${FIELDS.join(', ')}`);
        if (typeof value !== 'string' || value === '')
            throw refusal(`${field} of ${name} is ${JSON.stringify(value)}, not a text`);
    }
    const text = (field) => fields.get(field);
    const [id, asset, version, until] = [text('id'), text('asset'), text('version'), text('until')];
    if (id === undefined)
        throw refusal(`${name} has no id`);
    const trusted = trustOf(text('trusted'), name);
    return {
        id,
        ...(asset !== undefined && { asset }),
        ...(version !== undefined && { version }),
        ...(until !== undefined && { until }),
        ...(trusted !== undefined && { trusted }),
    };
}
function trustOf(word, name) {
    if (word === undefined)
        return undefined;
    if (['true', 'True', 'TRUE'].includes(word))
        return true;
    if (['false', 'False', 'FALSE'].includes(word))
        return false;
    throw refusal(`trusted of ${name} is ${JSON.stringify(word)}, not true or false`);
}


/***/ }),

/***/ 7409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   approve: () => (/* binding */ approve)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5642);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8354);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(2377);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6820);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6366);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3009);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5060);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1222);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7254);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4444);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(5157);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(244);






const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(),
    'manifest-digest': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(),
    'checksums-file': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalPath */ .s2)(),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .spoofableInputs */ .bc,
};
const outputs = ['status', 'changed', 'version-path', 'manifest-digest'];
/** Takes a version off probation, if its content is the one that was looked at. */
const approve = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineVerb */ .P)({
    name: 'approve',
    inputs,
    outputs,
    failed: (given) => `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(given)} was not approved`,
    unanswered: { changed: false },
    run,
});
async function run({ inputs: given, setOutput, accomplished, signal }) {
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .requireVersion */ .eU)(ref);
    const checksumsFile = given['checksums-file'];
    const sums = checksumsFile === undefined ? undefined : await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readSums */ .P)(checksumsFile);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`Approving ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} at ${given.url}`);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_7__/* .connectTo */ .m6)(given, signal);
    setOutput('version-path', node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_8__/* .refPath */ .NA)(ref)));
    const before = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .lookAtVersion */ .B)(connection, ref, signal);
    if (before.kind !== 'complete')
        throw notThere(ref, before);
    const content = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_10__/* .contentOf */ .$)(connection, ref, signal);
    setOutput('manifest-digest', content.digest);
    (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_10__/* .requirePinned */ .w)(ref, given['manifest-digest'], content);
    const seen = { summary: before.summary, content };
    if (sums !== undefined)
        await requireSums(connection, ref, { seen, sums }, signal);
    const changed = before.summary.onProbation && (await takeOffProbation(connection, ref, { given, signal }));
    setOutput('changed', changed);
    const isPinned = given['manifest-digest'] !== undefined || sums !== undefined;
    const done = () => accomplished('approved', `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} is approved`);
    if (!isPinned)
        done();
    // Between the look and the approval it may have been rejected and uploaded again.
    const approved = before.summary.onProbation ? await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_10__/* .contentOf */ .$)(connection, ref, signal) : content;
    if (given['manifest-digest'] !== undefined)
        requireStillPinned(ref, content, approved);
    if (sums !== undefined && before.summary.onProbation)
        await requireStillSame(connection, ref, { seen, sums }, signal);
    done();
    const latest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_11__/* .fetchLatest */ .wF)(connection, ref, { forceRemote: true, signal });
    const standing = latest === ref.version ? 'the latest version' : `not the latest version, which is ${latest}`;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} ${changed ? 'is approved' : 'was approved before'}: ${(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_12__/* .contentSize */ .vc)(approved)}, ${standing}`);
    const heading = `### ✅ ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_13__/* .harmlessMarkup */ .km)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref))} ${changed ? 'approved' : 'was approved before'}`;
    const facts = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_14__/* .factTable */ .Bu)([
        ...(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_12__/* .versionRows */ .QI)(before.summary, approved),
        ['Latest version', latest === undefined ? 'none' : (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_13__/* .harmlessCode */ .tt)(latest)],
    ]);
    await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_14__/* .writeSummary */ .Sy)(heading, facts);
    setOutput('status', 'approved');
}
/** Asks the service for it. False if somebody else has done so meanwhile. */
async function takeOffProbation(connection, ref, { given, signal }) {
    try {
        await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_15__/* .asMaintainer */ .v)(connection, ref.project, { signal, what: `approve versions of ${ref.project}` }, () => (0,_client_index_js__WEBPACK_IMPORTED_MODULE_16__/* .approveProbation */ .i)(connection, ref, { ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_7__/* .actingFor */ .IH)(given), ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_7__/* .submitting */ .B2)(given, signal) }));
        return true;
    }
    catch (error) {
        const isDone = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_17__/* .GobblerError */ .CE && ['not-on-probation', 'connection-lost'].includes(error.code);
        if (!isDone)
            throw error;
        const now = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .lookAtVersion */ .B)(connection, ref, signal);
        if (now.kind !== 'complete' || now.summary.onProbation)
            throw error;
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${error.message}. The registry says that it is approved.`);
        return error.code === 'connection-lost';
    }
}
/** Refuses another content than the sums say. Nothing has been asked of the service by then. Code `content-differs`. */
async function requireSums(connection, ref, { seen, sums }, signal) {
    const { content, summary } = seen;
    const differences = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .differencesFromSums */ .tT)(connection, ref, { content, sums }, signal);
    if (differences.length > 0)
        throw (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .otherSums */ .rZ)(ref, 'is not approved', differences);
    const now = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .lookAtVersion */ .B)(connection, ref, signal);
    if (now.kind !== 'complete')
        throw notThere(ref, now);
    const { digest: found } = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_10__/* .contentOf */ .$)(connection, ref, signal);
    if ((0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .isSameUpload */ .YK)(summary, now.summary) && found === content.digest)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_17__/* .GobblerError */ .CE('content-differs', `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} was replaced while it was compared`, {
        input: 'checksums-file',
        hint: 'It was rejected and uploaded again, perhaps by another run. Run this again if that is expected.',
    });
}
/** Makes sure that what was approved is what was compared before. Code `content-differs`. */
async function requireStillSame(connection, ref, { seen: { summary }, sums }, signal) {
    const now = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .lookAtVersion */ .B)(connection, ref, signal);
    if (now.kind === 'complete' && (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .isSameUpload */ .YK)(summary, now.summary) && !(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .isRecent */ .Kb)(summary))
        return;
    const content = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_10__/* .contentOf */ .$)(connection, ref, signal);
    const differences = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .differencesFromSums */ .tT)(connection, ref, { content, sums }, signal);
    if (differences.length > 0)
        throw (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_18__/* .otherSums */ .rZ)(ref, 'is approved, since it was replaced at that very moment', differences);
}
function requireStillPinned(ref, before, after) {
    if (before.digest === after.digest)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_17__/* .GobblerError */ .CE('content-differs', `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} is approved, but was replaced at that very moment: its digest is ${after.digest}, not ${before.digest}`, {
        input: 'manifest-digest',
        hint: 'Look at its content now. If it should not stay, an administrator has to delete the version.',
    });
}
function notThere(ref, state) {
    if (state.kind === 'unfinished') {
        return new _client_index_js__WEBPACK_IMPORTED_MODULE_17__/* .GobblerError */ .CE('not-found', `the upload of ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} has not finished`, {
            input: 'version',
            hint: 'Wait for it: the action await-approval does so.',
        });
    }
    const { missing } = state;
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_17__/* .GobblerError */ .CE('not-found', (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .absence */ .A)(ref, missing), {
        input: missing,
        hint: 'Check the names. A version may also have been rejected, or removed because it was on probation for too long.',
    });
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
// EXTERNAL MODULE: ./build/commands/versions/sha256sum.js
var sha256sum = __webpack_require__(5060);
// EXTERNAL MODULE: ./build/client/connection/service-url.js
var service_url = __webpack_require__(2215);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/client/registry/manifest-digest.js
var manifest_digest = __webpack_require__(4475);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/commands/kit/paths-list.js
var paths_list = __webpack_require__(6182);
// EXTERNAL MODULE: ./build/commands/kit/escape.js
var kit_escape = __webpack_require__(6366);
// EXTERNAL MODULE: ./build/commands/versions/maintainers.js
var versions_maintainers = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/commands/versions/version-facts.js
var version_facts = __webpack_require__(4444);
;// CONCATENATED MODULE: ./build/commands/approval/approval-review.js






const MOST_PATHS_LOGGED = 50;
const MOST_PATHS_IN_SUMMARY = 10;
/** Collects what an approver wants to know. Whatever cannot be found out is left out, and said. */
async function reviewOf(connection, ref, seen, signal) {
    const maintainers = await (0,versions_maintainers/* maintainersOf */.d)(connection, ref.project, signal);
    return {
        connection,
        ref,
        seen,
        maintainers,
        against: await compareToLatest(connection, ref, seen, signal),
    };
}
async function compareToLatest(connection, ref, { content }, signal) {
    const fresh = { forceRemote: true, signal };
    try {
        const latest = await (0,versions/* fetchLatest */.wF)(connection, ref, fresh);
        if (latest === undefined || latest === ref.version)
            return undefined;
        const before = await (0,versions/* fetchManifest */.Cj)(connection, { ...ref, version: latest }, fresh);
        return { latest, difference: (0,manifest_digest/* differenceOf */.Pq)(before, content.manifest) };
    }
    catch (error) {
        signal.throwIfAborted();
        (0,kit_log/* line */.n8)(`It cannot be compared to the latest version: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
/** Writes a review to the log: a few lines, and the paths that differ, folded. */
function logReview({ ref, seen, maintainers, against }) {
    const { summary, content } = seen;
    (0,kit_log/* line */.n8)(`${(0,names/* formatRef */.rq)(ref)} was uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
    (0,kit_log/* line */.n8)(`It holds ${(0,version_facts/* contentSize */.vc)(content)}; manifest-digest ${content.digest}`);
    if (against !== undefined) {
        const { added, changed, removed } = against.difference;
        const paths = [
            ...added.map((path) => `+ ${path}`),
            ...changed.map((path) => `~ ${path}`),
            ...removed.map((path) => `- ${path}`),
        ];
        const title = `Compared to the latest version, ${against.latest}: ${(0,paths_list/* differenceCounts */.Uc)(against.difference)}`;
        if (paths.length === 0)
            (0,kit_log/* line */.n8)(title);
        else
            (0,kit_log/* group */.Os)(title, (0,kit_log/* atMostLines */.C3)(MOST_PATHS_LOGGED, paths));
    }
    if (summary.onProbation)
        (0,kit_log/* line */.n8)(`It can be approved by ${maintainers}`);
}
/** A review as blocks of the job summary, with what to paste for an approval if there is one `toGive`. */
function reviewMarkdown({ connection, ref, seen, maintainers, against }, { toGive }) {
    const { summary, content } = seen;
    const rows = (0,version_facts/* versionRows */.QI)(summary, content);
    rows.push(['Files', (0,kit_escape/* harmlessLink */.YM)(`${(0,service_url/* fetchUrl */.QJ)(connection, (0,layout/* refPath */.NA)(ref))}/`)]);
    if (against !== undefined) {
        rows.push([`Compared to ${(0,kit_escape/* harmlessCode */.tt)(against.latest)}`, (0,paths_list/* differenceCounts */.Uc)(against.difference)]);
        for (const kind of ['added', 'changed', 'removed']) {
            const paths = against.difference[kind];
            if (paths.length > 0)
                rows.push([`… ${kind}`, (0,paths_list/* pathsLine */.h4)(paths, MOST_PATHS_IN_SUMMARY)]);
        }
    }
    if (!toGive)
        return [(0,kit_summary/* factTable */.Bu)(rows)];
    rows.push(['Can be approved by', (0,kit_escape/* harmlessMarkup */.km)(maintainers)]);
    const step = (0,version_facts/* stepToPaste */.$7)('approve', {
        url: connection.url,
        project: ref.project,
        asset: ref.asset,
        version: ref.version,
        'manifest-digest': content.digest,
    });
    return [(0,kit_summary/* factTable */.Bu)(rows), `To approve exactly this content, run this step as one of them:\n\n${step}`];
}

// EXTERNAL MODULE: ./build/commands/versions/checked-sums.js
var checked_sums = __webpack_require__(244);
;// CONCATENATED MODULE: ./build/commands/approval/approval-verdict.js




const ICONS = {
    approved: '✅',
    pending: '🟡',
    'rejected-or-expired': '⛔',
    replaced: '⛔',
    missing: '⚪',
    'timed-out': '⏰',
    unknown: '❔',
};
const WORDS = {
    approved: 'is approved',
    pending: 'awaits approval',
    'rejected-or-expired': 'was rejected, or has expired',
    replaced: 'is not what it was: another content has been uploaded under its name',
    missing: 'does not exist',
    'timed-out': 'was neither approved nor rejected in time',
    unknown: 'could not be looked at',
};
const hasOtherSums = ({ differences = [] }) => differences.length > 0;
/** The outcome in a sentence for the log. */
function verdictSentence(outcome) {
    const { ref, status, failure, differences = [] } = outcome;
    if (hasOtherSums(outcome))
        return (0,checked_sums/* otherSums */.rZ)(ref, 'is approved', differences).message;
    const because = failure === undefined ? '' : `; the last look failed: ${failure.message}`;
    return `${(0,names/* formatRef */.rq)(ref)} ${WORDS[status]}${because}`;
}
/** The outcome as the heading of a summary. */
function verdictHeading(outcome) {
    const { ref, status } = outcome;
    const words = hasOtherSums(outcome) ? 'is approved, but is not what checksums-file says' : WORDS[status];
    return `### ${ICONS[status]} ${(0,kit_escape/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(ref))} ${words}`;
}
/** The heading of what was seen, where the outcome is told elsewhere. */
function seenHeading({ ref }) {
    return `#### 🔎 ${(0,kit_escape/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(ref))} as it was seen last`;
}
/** The failure that an outcome is, by what the inputs say; undefined if the step is to succeed. */
function refusalOf(outcome, policy) {
    const { ref, status, review } = outcome;
    const sentence = verdictSentence(outcome);
    if (policy.isCheck || status === 'approved')
        return undefined;
    if (status === 'timed-out') {
        if (!policy.failOnTimeout)
            return undefined;
        return new errors/* GobblerError */.CE('timed-out', sentence, {
            input: 'timeout-minutes',
            hint: `Those who can decide are ${review?.maintainers ?? `the owners of ${ref.project}`}. Ask them and run this again, or allow more time.`,
        });
    }
    if (status === 'missing') {
        return new errors/* GobblerError */.CE('not-found', sentence, {
            input: 'project, asset, version',
            hint: 'Check the names. It may have been rejected before this began.',
        });
    }
    if (!policy.failOnRejection)
        return undefined;
    if (status === 'replaced')
        return replaced(sentence, outcome, policy.pinned);
    return new errors/* GobblerError */.CE('not-found', sentence, {
        input: 'fail-on-rejection',
        hint: 'The service does not tell the two apart: ask the owners, correct what they found, and publish again.',
    });
}
function replaced(sentence, outcome, pinned) {
    const { ref, review, differences = [] } = outcome;
    if (hasOtherSums(outcome))
        return (0,checked_sums/* otherSums */.rZ)(ref, 'is approved', differences);
    const found = review?.seen.content.digest;
    const isPinned = pinned !== undefined && found !== pinned;
    return new errors/* GobblerError */.CE('content-differs', isPinned ? `${sentence}: manifest-digest pins ${pinned}, but it has ${found}` : sentence, {
        input: isPinned ? 'manifest-digest' : 'fail-on-rejection',
        hint: 'It was rejected and uploaded again, perhaps by another run. The run that uploaded it can wait for its approval.',
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/format.js
var format = __webpack_require__(8034);
;// CONCATENATED MODULE: ./build/commands/approval/approval-log.js



/** While nothing changes, a line is written this often: hours of waiting stay a screen. */
const SAY_EVERY_MS = 15 * 60_000;
/** Tells in the log how the waiting goes: a line when something changes, and now and then otherwise. */
class ApprovalLog {
    #ref;
    #begun = performance.now();
    #said;
    #failure;
    constructor(ref) {
        this.#ref = ref;
    }
    /** Why the last look failed, if it did. */
    get failure() {
        return this.#failure;
    }
    /** Runs a look; undefined if it fails, which is said. Passes on what ends the waiting: a stop, or a defect. */
    async look(look, signal) {
        try {
            const verdict = await look();
            if (this.#failure !== undefined)
                (0,kit_log/* line */.n8)('Looking works again');
            this.#failure = undefined;
            return verdict;
        }
        catch (error) {
            if (!(error instanceof errors/* GobblerError */.CE) || signal.aborted)
                throw error;
            this.#failure = error;
            this.#say(`failure ${error.code}`, `A look has failed, which decides nothing: ${error.message}. Trying again`);
            return undefined;
        }
    }
    /** Says that the waiting goes on. */
    waiting(verdict, pauseMs) {
        const waited = (0,format/* formatDuration */.a3)(performance.now() - this.#begun);
        const standing = verdict === 'unfinished' ? 'is still being uploaded' : 'is on probation';
        this.#say(verdict, `${(0,names/* formatRef */.rq)(this.#ref)} ${standing} after ${waited}; looking again in ${(0,format/* formatDuration */.a3)(pauseMs)}, then less often`);
    }
    #say(what, sentence) {
        const now = performance.now();
        if (this.#said?.what === what && now - this.#said.at < SAY_EVERY_MS)
            return;
        this.#said = { what, at: now };
        (0,kit_log/* line */.n8)(sentence);
    }
}

// EXTERNAL MODULE: ./build/commands/versions/version-state.js
var version_state = __webpack_require__(1222);
// EXTERNAL MODULE: ./build/commands/versions/pinned-content.js
var pinned_content = __webpack_require__(7254);
;// CONCATENATED MODULE: ./build/commands/approval/watched-version.js


/**
 * A version whose approval is waited for. Remembers what it was at the first look, since a version that was rejected
 * and uploaded again has the same name. Only asks the service.
 */
class WatchedVersion {
    #connection;
    #ref;
    #pin;
    #first;
    #latest;
    #differences = [];
    constructor(connection, ref, pin) {
        this.#connection = connection;
        this.#ref = ref;
        this.#pin = pin;
    }
    /** How the bytes of the approved version differ from the sums, as sentences. */
    get differences() {
        return this.#differences;
    }
    /** What was seen last; undefined while nothing complete has been there. */
    get seen() {
        return this.#latest;
    }
    /** Looks once. Throws if that fails: then nothing is known that was not known before. */
    async look(signal) {
        const state = await (0,version_state/* lookAtVersion */.B)(this.#connection, this.#ref, signal);
        if (state.kind === 'unfinished')
            return 'unfinished';
        if (state.kind === 'complete')
            return this.#judge(state.summary, signal);
        if (this.#first === undefined)
            return 'missing';
        // A rejection leaves the project behind. Without it, the service has most likely lost sight of its registry.
        if (state.missing === 'project') {
            throw new errors/* GobblerError */.CE('registry-unavailable', `the service does not find the project ${JSON.stringify(this.#ref.project)} any more`, { hint: 'Its registry may not be mounted, or an administrator has deleted the project.' });
        }
        return 'rejected-or-expired';
    }
    async #judge(summary, signal) {
        const isSame = this.#first !== undefined && (0,checked_sums/* isSameUpload */.YK)(this.#first.summary, summary);
        if (isSame && summary.onProbation)
            return 'pending';
        // Read after the summary: once a version is approved, its content stays.
        const content = await (0,pinned_content/* contentOf */.$)(this.#connection, this.#ref, signal);
        const expected = this.#pin.digest ?? this.#first?.content.digest ?? content.digest;
        const isReplaced = (this.#first !== undefined && !isSame) || content.digest !== expected;
        this.#latest = { summary, content };
        this.#first ??= this.#latest;
        if (isReplaced)
            return 'replaced';
        return summary.onProbation ? 'pending' : this.#compare(this.#latest, signal);
    }
    /** Compares the bytes of a version that is approved: so they stay, unless an administrator removes it. */
    async #compare({ summary, content }, signal) {
        const { sums } = this.#pin;
        if (sums === undefined)
            return 'approved';
        const [connection, ref] = [this.#connection, this.#ref];
        this.#differences = await (0,checked_sums/* differencesFromSums */.tT)(connection, ref, { content, sums }, signal);
        const now = await (0,versions/* findSummary */.ws)(connection, ref, { forceRemote: true, signal });
        const isSame = now !== undefined && (0,checked_sums/* isSameUpload */.YK)(summary, now);
        return this.#differences.length === 0 && isSame ? 'approved' : 'replaced';
    }
}

;// CONCATENATED MODULE: ./build/commands/approval/approval-wait.js









/** Looks once. What is wrong with the world is an outcome, `unknown`, not a failure; wrong inputs are thrown. */
async function checkApproval(watch) {
    const { ref, signal, pin } = watch;
    (0,kit_log/* line */.n8)(`Looking at ${(0,names/* formatRef */.rq)(ref)} at ${watch.service.url}`);
    try {
        const connection = await connected(watch);
        const watched = new WatchedVersion(connection, ref, pin);
        const verdict = await watched.look(signal);
        const review = watched.seen && (await reviewOf(connection, ref, watched.seen, signal));
        if (review !== undefined)
            logReview(review);
        const { differences } = watched;
        return { ref, status: verdict === 'unfinished' ? 'pending' : verdict, review, differences };
    }
    catch (error) {
        if (!(error instanceof errors/* GobblerError */.CE) || error.code === 'invalid-input' || error.code === 'cancelled')
            throw error;
        return { ref, status: error.code === 'timed-out' ? 'timed-out' : 'unknown', failure: error };
    }
}
/**
 * Waits until it is decided, or there is no more time. The first contact must succeed, since a wrong address is no
 * reason to wait for hours; from then on, a look that fails is said and repeated.
 */
async function waitForApproval(watch) {
    const { ref, signal, pin, firstPauseMs, timeoutMs } = watch;
    const limit = timeoutMs === 0 ? '' : `, for up to ${(0,format/* formatDuration */.a3)(timeoutMs)}`;
    (0,kit_log/* line */.n8)(`Waiting for the approval of ${(0,names/* formatRef */.rq)(ref)} at ${watch.service.url}${limit}`);
    const schedule = new PollSchedule({ firstMs: firstPauseMs, timeoutMs, now: performance.now() });
    const log = new ApprovalLog(ref);
    let review;
    try {
        const connection = await connected(watch);
        const watched = new WatchedVersion(connection, ref, pin);
        for (;;) {
            const verdict = await log.look(() => watched.look(signal), signal);
            review = await reviewed(review, verdict, { connection, watched, watch });
            if (verdict !== undefined && verdict !== 'pending' && verdict !== 'unfinished') {
                return { ref, status: verdict, review, differences: watched.differences };
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
    const connection = await (0,service_connection/* connectTo */.m6)(service, signal);
    onPath(external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref)));
    return connection;
}
/** The review that belongs to what was seen last: made, and written to the log, when there is something new. */
async function reviewed(review, verdict, { connection, watched, watch }) {
    const { seen } = watched;
    if (seen === undefined)
        return undefined;
    if (review !== undefined && verdict !== 'replaced')
        return { ...review, seen };
    const fresh = await reviewOf(connection, watch.ref, seen, watch.signal);
    logReview(fresh);
    return fresh;
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
    project: (0,inputs/* requiredText */.$4)(),
    asset: (0,inputs/* requiredText */.$4)(),
    version: (0,inputs/* requiredText */.$4)(),
    mode: (0,inputs/* choice */.Yq)(['wait', 'check'], 'wait'),
    'timeout-minutes': (0,inputs/* minutes */.Gx)(300),
    'poll-interval': (0,inputs/* duration */.p0)('30s'),
    'on-timeout': (0,inputs/* choice */.Yq)(['fail', 'pass'], 'fail'),
    'fail-on-rejection': (0,inputs/* flag */.Jt)(true),
    'manifest-digest': (0,inputs/* digest */.br)(),
    'checksums-file': (0,inputs/* optionalPath */.s2)(),
    ...service_inputs/* serviceInputs */.r7,
    'show-summary': (0,inputs/* flag */.Jt)(true),
};
const outputs = ['status', 'approved', 'waited-seconds', 'version-path', 'manifest-digest'];
/** Waits until somebody has decided about a version on probation, or looks once whether that has happened. */
const awaitApproval = (0,command/* defineVerb */.P)({
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
    const { status, ref, review, failure } = outcome;
    setOutput('status', status);
    setOutput('approved', status === 'approved');
    setOutput('manifest-digest', review?.seen.content.digest ?? '');
    const refusal = refusalOf(outcome, {
        isCheck: given.mode === 'check',
        failOnTimeout: given['on-timeout'] === 'fail',
        failOnRejection: given['fail-on-rejection'],
        pinned: given['manifest-digest'],
    });
    // What is gone, or was replaced, is nothing to approve any more.
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
            hint: failure?.hint ?? `${(0,names/* formatRef */.rq)(ref)} is still on probation; the workflow goes on, as on-timeout says.`,
        });
    }
}


/***/ }),

/***/ 7189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reject: () => (/* binding */ reject)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2377);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8354);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6820);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6366);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3009);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1222);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4444);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7254);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5157);






const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)(),
    'manifest-digest': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(),
    force: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(false),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceInputs */ .r7,
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .spoofableInputs */ .bc,
};
const outputs = ['status', 'changed', 'version-path', 'manifest-digest'];
/** Removes a version that is on probation, if its content is the one that was looked at. */
const reject = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineVerb */ .P)({
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
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_6__/* .connectTo */ .m6)(given, signal);
    setOutput('version-path', node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_7__/* .refPath */ .NA)(ref)));
    const before = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .lookAtVersion */ .B)(connection, ref, signal);
    requireRejectable(ref, before);
    const content = before.kind === 'complete' ? await contentToReject(connection, ref, given, signal) : undefined;
    if (content !== undefined)
        setOutput('manifest-digest', content.digest);
    const changed = before.kind === 'complete' && (await remove(connection, ref, { given, signal }));
    accomplished('rejected', `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} is gone`);
    setOutput('changed', changed);
    const size = content === undefined ? '' : `: ${(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .contentSize */ .vc)(content)}`;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} ${changed ? `is rejected, and gone${size}` : 'is gone already: nothing to do'}`);
    const heading = `### 🗑️ ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_10__/* .harmlessMarkup */ .km)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref))} ${changed ? 'rejected' : 'was gone already'}`;
    const rows = before.kind === 'complete' && content !== undefined ? (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .versionRows */ .QI)(before.summary, content) : [];
    await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_11__/* .writeSummary */ .Sy)(heading, ...(rows.length > 0 ? [(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_11__/* .factTable */ .Bu)(rows)] : []));
    setOutput('status', 'rejected');
}
/** A version that is gone is as good as rejected; but a name that never led anywhere is a mistake. */
function requireRejectable(ref, state) {
    if (state.kind === 'absent' && state.missing !== 'version') {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_12__/* .GobblerError */ .CE('not-found', (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .absence */ .A)(ref, state.missing), {
            input: state.missing,
            hint: 'A rejected version leaves its project and its asset behind, so this name cannot be right.',
        });
    }
    if (state.kind === 'unfinished') {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_12__/* .GobblerError */ .CE('not-found', `the upload of ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} has not finished`, {
            input: 'version',
            hint: 'Wait until it has. If it never does, its upload has crashed, and an administrator has to delete it.',
        });
    }
    if (state.kind === 'complete' && !state.summary.onProbation)
        throw approvedAlready(ref);
}
function approvedAlready(ref, cause) {
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_12__/* .GobblerError */ .CE('not-on-probation', `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} is approved, or never was on probation, and so cannot be rejected`, {
        input: 'version',
        hint: 'Versions are permanent. Only an administrator of the service can delete one.',
        ...(cause !== undefined && { cause }),
    });
}
/** What is about to go. With `force`, a damaged manifest is no reason to stop, unless a content was pinned. */
async function contentToReject(connection, ref, { force, 'manifest-digest': pinned }, signal) {
    try {
        const content = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_13__/* .contentOf */ .$)(connection, ref, signal);
        (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_13__/* .requirePinned */ .w)(ref, pinned, content);
        return content;
    }
    catch (error) {
        const isDamaged = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_12__/* .GobblerError */ .CE && ['not-found', 'corrupt-record'].includes(error.code);
        if (!isDamaged || !force || pinned !== undefined)
            throw error;
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`${error.message}. Going on, as force says.`);
        return undefined;
    }
}
/** Asks the service for it. False if it has gone by itself meanwhile. */
async function remove(connection, ref, { given, signal }) {
    const { force } = given;
    try {
        await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .asMaintainer */ .v)(connection, ref.project, { signal, what: `reject versions of ${ref.project}` }, () => (0,_client_index_js__WEBPACK_IMPORTED_MODULE_15__/* .rejectProbation */ .W)(connection, ref, { ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_6__/* .actingFor */ .IH)(given), force, ...(0,_connect_index_js__WEBPACK_IMPORTED_MODULE_6__/* .submitting */ .B2)(given, signal) }));
        return true;
    }
    catch (error) {
        const mayBeGone = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_12__/* .GobblerError */ .CE &&
            ['not-found', 'not-on-probation', 'connection-lost'].includes(error.code);
        if (!mayBeGone)
            throw error;
        const now = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_8__/* .lookAtVersion */ .B)(connection, ref, signal);
        if (now.kind === 'complete' && !now.summary.onProbation)
            throw approvedAlready(ref, error);
        if (now.kind !== 'absent' || now.missing !== 'version')
            throw error;
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`${error.message}. The registry says that it is gone.`);
        return error.code === 'connection-lost';
    }
}


/***/ }),

/***/ 3874:
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
// EXTERNAL MODULE: ./build/client/download/cache.js
var download_cache = __webpack_require__(7442);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/fs/concurrency.js
var fs_concurrency = __webpack_require__(2916);
// EXTERNAL MODULE: ./build/fs/adaptive-io.js
var adaptive_io = __webpack_require__(1326);
// EXTERNAL MODULE: ./build/fs/make-directory.js
var make_directory = __webpack_require__(8431);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/protocol/records.js + 2 modules
var protocol_records = __webpack_require__(7310);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/fs/checksums.js
var checksums = __webpack_require__(6879);
// EXTERNAL MODULE: ./build/fs/large-files/large-files.js
var large_files = __webpack_require__(6332);
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
            : await entriesOf(external_node_path_default().join(root, directory));
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
async function entriesOf(directory) {
    try {
        return await external_node_fs_.promises.readdir(directory, { withFileTypes: true });
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === 'ENOENT')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
    #indexes;
    #known;
    #isChanged = false;
    #notedAt = Number.NEGATIVE_INFINITY;
    constructor(file, header, indexes, known) {
        this.#file = file;
        this.#header = header;
        this.#indexes = indexes;
        this.#known = known;
    }
    /** Reads the record `file` of a version with this manifest, if there is one. */
    static async open(file, manifest) {
        const indexes = new Map();
        for (const key of manifest.keys())
            indexes.set(key, indexes.size);
        // No key contains NUL.
        const text = `verified 1 ${external_node_os_default().endianness()}\0${[...indexes.keys()].join('\0')}`;
        const header = (0,external_node_crypto_.createHash)('sha256').update(text).digest();
        const known = await read(file, header, indexes.size * NUMBERS);
        return new VerifiedFiles(file, header, indexes, known);
    }
    /** Whether an open file is exactly as it was when its content was right. */
    isUnchanged(key, { ino, mtimeMs, ctimeMs }) {
        const at = this.#placeOf(key);
        const known = this.#known;
        return ino === known[at] && mtimeMs === known[at + 1] && ctimeMs === known[at + 2];
    }
    /** Records a file that has just been put in place, as `stats` of the open file show it. */
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
            try {
                const handle = await external_node_fs_.promises.open(partial, 'wx', 0o600);
                try {
                    await handle.writeFile(this.#header);
                    await handle.writeFile(new Uint8Array(this.#known.buffer));
                }
                finally {
                    await handle.close();
                }
                await external_node_fs_.promises.rename(partial, this.#file);
            }
            catch (error) {
                await external_node_fs_.promises.rm(partial, { force: true });
                throw error;
            }
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
        const index = this.#indexes.get(key);
        if (index === undefined)
            throw new Error(`${JSON.stringify(key)} is not in the manifest`);
        return index * NUMBERS;
    }
}
/** The numbers in a record; all zero if it cannot be used. */
async function read(file, header, count) {
    const nothing = () => new Float64Array(count);
    let handle;
    try {
        handle = await external_node_fs_.promises.open(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        // A link, or somebody else's: not ours.
        if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'].includes((0,errors/* errnoOf */.UQ)(error) ?? ''))
            return nothing();
        throw error;
    }
    try {
        const stats = await handle.stat();
        const expected = HEADER_BYTES + count * Float64Array.BYTES_PER_ELEMENT;
        if (!isOwnFile(stats) || stats.size !== expected)
            return nothing();
        const content = await handle.readFile();
        if (content.length !== expected || !content.subarray(0, HEADER_BYTES).equals(header))
            return nothing();
        // A copy, since numbers have to be aligned.
        return new Float64Array(new Uint8Array(content.subarray(HEADER_BYTES)).buffer);
    }
    finally {
        await handle.close();
    }
}
/** Whether an open file is a regular one of this user's: somebody else could change it at any time. */
function isOwnFile(stats) {
    return stats.isFile() && (process.geteuid === undefined || stats.uid === process.geteuid());
}

;// CONCATENATED MODULE: ./build/client/download/cached-files.js








/** Not through a link, and without waiting for the other end of a pipe. */
const TO_READ = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Somebody has made it writable: it is closed again. */
const WRITABLE = 0o222;
/** What is there instead of a file that can be read; it is replaced, or writing says what is wrong. */
const UNUSABLE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'ENXIO']);
/** What the cache holds of one version. */
class CachedFiles {
    #options;
    #present;
    constructor(options, present) {
        this.#options = options;
        this.#present = present;
    }
    /**
     * Removes from the directories `look` what is neither in the manifest nor one of the `records`, links included.
     * `directories` are all of the version.
     */
    static async open(options, tree) {
        const { content, manifest } = options;
        const isFile = (item) => manifest.has(item) || tree.records.has(item);
        const present = await tidy_cache_tidyCache({ ...tree, root: content, isFile });
        return new CachedFiles(options, present);
    }
    /** Whether there is a file for a key, whatever its content. */
    mayHave(key) {
        return this.#present.has(key);
    }
    /** Whether an open file need not be read to know that its content is right. */
    isTrusted(key, stats) {
        return !this.#options.rehash && this.#options.verified.isUnchanged(key, stats);
    }
    /**
     * Whether the file of a key is there with the content that the manifest lists. A file that has not changed since this
     * was found last need not be read again; all others are hashed. Everything is decided about an open file, whose
     * attributes are fresh on network filesystems, too.
     */
    async holds(key) {
        if (!this.mayHave(key))
            return false;
        const { content, manifest, pace } = this.#options;
        const file = external_node_path_default().join(content, key);
        if ((manifest.get(key)?.size ?? 0) > checksums/* SMALL_FILE_BYTES */.XG)
            return this.#isRight(key, file);
        let isRight = false;
        await pace.once({
            now: () => {
                isRight = this.#isSmallRight(key, file);
            },
            later: async () => {
                isRight = await this.#isRight(key, file);
            },
            calls: 3,
        });
        return isRight;
    }
    async #isRight(key, file) {
        const handle = await external_node_fs_.promises.open(file, TO_READ).catch(unusable);
        if (handle === undefined)
            return false;
        try {
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
        }
        finally {
            await handle.close();
        }
    }
    /** The same at once. */
    #isSmallRight(key, file) {
        let descriptor;
        try {
            descriptor = (0,external_node_fs_.openSync)(file, TO_READ);
        }
        catch (error) {
            unusable(error);
            return false;
        }
        try {
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
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    #canBeRight(key, stats) {
        return isOwnFile(stats) && stats.size === this.#options.manifest.get(key)?.size;
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
/** Returns if an error only says that there is no such file to read, and throws it otherwise. */
function unusable(error) {
    if (!UNUSABLE.has((0,errors/* errnoOf */.UQ)(error) ?? ''))
        throw error;
}

// EXTERNAL MODULE: ./build/client/connection/service-url.js
var service_url = __webpack_require__(2215);
// EXTERNAL MODULE: ./build/client/connection/http.js
var http = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/fs/large-files/worker-pool.js + 1 modules
var worker_pool = __webpack_require__(759);
;// CONCATENATED MODULE: ./build/fs/large-files/md5-stream.js

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
    /** Undefined if every worker is busy. */
    static open() {
        const worker = (0,worker_pool/* takeFree */.wX)();
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
        // Whoever waits for it hears of its failure; that may be later.
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
    /** Gives the worker back, without what it has been told since the last digest. */
    async close() {
        try {
            await this.#worker.perform({ kind: 'digest' });
        }
        finally {
            (0,worker_pool/* giveBack */.F5)(this.#worker);
        }
    }
}

;// CONCATENATED MODULE: ./build/client/download/partial-file.js






/** What is collected before it is written. Smaller files are only made when they are complete. */
const WRITE_BYTES = 1024 * 1024;
/**
 * A file that is being received: written in large pieces under another name, its checksum computed on the way, and put
 * in place when it is complete. A small one is kept in memory until then.
 */
class PartialFile {
    #file;
    #mode;
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
    /** `mode` is that of the file in place, reduced by the umask. */
    constructor(file, { expectedBytes, mode }) {
        this.#file = file;
        this.#mode = mode;
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
            this.#stream = Md5Stream.open();
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
    /** Puts the finished file at `target`, and returns its metadata there. Parent directories are made. */
    async place(target, pace) {
        const small = this.#small;
        if (small === undefined)
            return rename(this.#file, target);
        let placed;
        await pace.once({
            now: () => {
                placed = placeAtOnce(small, { partial: this.#file, mode: this.#mode, target });
            },
            later: async () => {
                this.#handle = await this.#openNew();
                await this.#handle.writeFile(small);
                await this.#close();
                placed = await rename(this.#file, target);
            },
            calls: 5,
        });
        return placed;
    }
    /** Removes what is left of a download that did not get into place. */
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
    async #openNew() {
        try {
            return await external_node_fs_.promises.open(this.#file, 'wx', this.#mode);
        }
        catch (error) {
            if ((0,errors/* errnoOf */.UQ)(error) !== 'ENOENT')
                throw error;
            await (0,make_directory/* makeDirectory */.O)(external_node_path_default().dirname(this.#file));
            return external_node_fs_.promises.open(this.#file, 'wx', this.#mode);
        }
    }
    async #closeStream() {
        const stream = this.#stream;
        this.#stream = undefined;
        await stream?.close();
    }
    async #flush() {
        this.#handle ??= await this.#openNew();
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
async function rename(partial, target) {
    try {
        await external_node_fs_.promises.rename(partial, target);
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) !== 'ENOENT')
            throw error;
        await (0,make_directory/* makeDirectory */.O)(external_node_path_default().dirname(target));
        await external_node_fs_.promises.rename(partial, target);
    }
    return external_node_fs_.promises.lstat(target);
}
/** The same at once: for something small, the background takes longer than the work. */
function placeAtOnce(content, { partial, mode, target }) {
    const needs = (directory, work) => {
        try {
            work();
        }
        catch (error) {
            if ((0,errors/* errnoOf */.UQ)(error) !== 'ENOENT')
                throw error;
            (0,make_directory/* makeDirectoryAtOnce */.W)(directory);
            work();
        }
    };
    needs(external_node_path_default().dirname(partial), () => (0,external_node_fs_.writeFileSync)(partial, content, { flag: 'wx', mode }));
    needs(external_node_path_default().dirname(target), () => (0,external_node_fs_.renameSync)(partial, target));
    return (0,external_node_fs_.lstatSync)(target);
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
 * Fetches one file over HTTP, checks its size and checksum, and only then puts it in place. Returns its metadata there,
 * from the open file; undefined if it does not exist.
 * Codes `content-differs` if it is not what was expected, `destination-unavailable` if it cannot be written, and those
 * of `httpGet`.
 */
async function download_download(connection, work) {
    const { registryPath, target, partial, mode, expected, pace = new adaptive_io/* DiskPace */.F(), signal, onBytes } = work;
    const url = (0,service_url/* addressOf */.ci)(connection, registryPath);
    let placed = false;
    const file = new PartialFile(partial, { expectedBytes: expected?.size ?? 0, mode });
    try {
        let received = 0;
        const status = await (0,http.httpDownload)(url, {
            signal,
            onStart: async () => {
                received = 0;
                await download_writing(partial, () => file.restart());
            },
            onChunk: async (chunk) => {
                received += chunk.length;
                if (expected !== undefined && received > expected.size)
                    throw tooLong(url, expected);
                await download_writing(partial, () => file.write(chunk));
                onBytes?.(chunk.length);
            },
        });
        if (status === 404 || status === 301)
            return undefined;
        if (status !== 200) {
            throw new errors/* GobblerError */.CE('service-failed', `${url} should be readable, but answered with status ${status}`, {
                httpStatus: status,
                hint: 'Look into the log of the service.',
            });
        }
        const { size, md5sum } = await download_writing(target, () => file.finish());
        if (expected !== undefined && (size !== expected.size || md5sum !== expected.md5sum)) {
            throw new errors/* GobblerError */.CE('content-differs', `${url} should have ${expected.size} bytes with MD5 ${expected.md5sum}, but has ${size} with ${md5sum}`, {
                hint: 'The version may have been replaced just now, or the registry is damaged: ask for a validation.',
            });
        }
        const stats = await download_writing(target, () => file.place(target, pace));
        placed = true;
        return stats;
    }
    finally {
        if (!placed)
            await file.discard();
    }
}
/** What has no end must not fill the disk. */
function tooLong(url, { size }) {
    return new errors/* GobblerError */.CE('content-differs', `${url} should have ${size} bytes, but has more`, {
        hint: 'The version may have been replaced just now, or the registry is damaged: ask for a validation.',
    });
}
/** Runs what writes `item`; its failure gets the code `destination-unavailable`. */
async function download_writing(item, write, hint = NOT_WRITTEN) {
    try {
        return await write();
    }
    catch (error) {
        throw notWritten(item, error, hint);
    }
}
/** The same for what is done at once. */
function writingAtOnce(item, write) {
    try {
        write();
    }
    catch (error) {
        throw notWritten(item, error);
    }
}
const NOT_WRITTEN = 'Check the directory, its free space, and the rights of this user.';
function notWritten(item, error, hint = NOT_WRITTEN) {
    if ((0,errors/* errnoOf */.UQ)(error) === undefined)
        return error;
    return new errors/* GobblerError */.CE('destination-unavailable', `${item} could not be written: ${(0,errors/* messageOf */.bD)(error)}`, {
        hint,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/client/download/cached-version.js










/** Measured: more files in flight do not make a local service faster, and fewer leave it idle. */
const DEFAULT_CONCURRENCY = 32;
/** Asks the service what the version holds now: one on probation may have been replaced since it was cached. */
async function openVersion(connection, cache, ref, options) {
    const fresh = { forceRemote: true, signal: options.signal };
    const [summary, manifest] = await (0,fs_concurrency/* allFinished */.Q)([
        (0,versions/* fetchSummary */.zn)(connection, ref, fresh),
        (0,versions/* fetchManifest */.Cj)(connection, ref, fresh),
    ]);
    const digest = (0,manifest_digest/* manifestDigest */.It)(manifest);
    const record = cache.verified(ref, digest);
    const verified = await download_writing(record, () => VerifiedFiles.open(record, manifest));
    return { ref, summary, manifest, content: cache.content(ref, digest), verified };
}
/** The records of a version as files: what the service keeps in its directory. */
function recordsOf({ manifest, summary }) {
    const links = new Map();
    for (const [key, { link }] of manifest) {
        if (link === undefined)
            continue;
        const directory = external_node_path_default().posix.dirname(key);
        const ofDirectory = links.get(directory) ?? new Map();
        links.set(directory, ofDirectory.set(external_node_path_default().posix.basename(key), link));
    }
    const records = [...links].map(([directory, found]) => [
        external_node_path_default().posix.join(directory, layout/* LINKS */.A),
        (0,protocol_records/* encodeLinks */.Gu)(found),
    ]);
    return new Map([[layout/* MANIFEST */.e0, (0,protocol_records/* encodeManifest */.Gb)(manifest)], ...records, [layout/* SUMMARY */.$M, (0,protocol_records/* encodeSummary */.zp)(summary)]]);
}
/**
 * Looks at what the cache has of some files of a version, and brings its records up to date. What does not belong there
 * is removed. Code `destination-unavailable`.
 */
async function openContent(cache, version, keys, { pace, rehash = false, signal }) {
    const { manifest, content, verified } = version;
    const directories = (0,manifest_digest/* directoriesWith */.UD)(manifest, [...manifest.keys()]);
    const links = [...manifest].flatMap(([key, { link }]) => (link === undefined ? [] : [key]));
    const isAll = keys.length === manifest.size;
    const look = isAll ? directories : (0,manifest_digest/* directoriesWith */.UD)(manifest, [...links, ...keys]);
    const looking = { content, manifest, verified, pace, rehash, signal };
    const records = recordsOf(version);
    const cached = await download_writing(content, () => CachedFiles.open(looking, { directories, look, records }));
    for (const [name, text] of records)
        await replaceFile(external_node_path_default().join(content, name), text, cache);
    return cached;
}
/**
 * Brings files and empty directories of a version into the cache, by their keys in the manifest, and its records. Files
 * that are there are kept if their content is right; see {@link CachedFiles}. Codes as `download`, and `not-found`.
 */
async function fetchContent(connection, cache, version, keys, options) {
    const { manifest, content, verified } = version;
    const { overwrite = false, concurrency = DEFAULT_CONCURRENCY, onProgress, signal } = options;
    const totalBytes = keys.reduce((sum, key) => sum + (manifest.get(key)?.size ?? 0), 0);
    const done = { files: 0, bytes: 0 };
    const pace = new adaptive_io/* DiskPace */.F();
    const cached = await openContent(cache, version, keys, { ...options, pace });
    const bring = async (key) => {
        const target = external_node_path_default().join(content, key);
        const expected = manifest.get(key);
        if (expected === undefined)
            return;
        if (expected.md5sum === '')
            await download_writing(target, () => (0,make_directory/* makeDirectory */.O)(target));
        else if (overwrite || !(await download_writing(target, () => cached.holds(key)))) {
            const partial = download_newPartial(cache.downloads);
            const mode = download_cache/* CACHED_MODE */.td;
            const stats = await downloadEntry(connection, version, key, { target, partial, mode, pace, signal });
            verified.noteNew(key, stats);
        }
        done.files++;
        done.bytes += expected.size;
        onProgress?.({ ...done, totalFiles: keys.length, totalBytes });
    };
    try {
        await (0,fs_concurrency/* forEachConcurrently */.D)(keys, concurrency, bring, signal);
    }
    finally {
        // If it was interrupted, the next attempt need not hash what has arrived.
        await download_writing(content, () => verified.save(download_newPartial(cache.downloads)));
    }
    return cached;
}
/**
 * Downloads a file of a version, checked against its manifest; its metadata in place. Codes as `download`, and
 * `not-found` if it has gone.
 */
async function downloadEntry(connection, { ref, manifest }, key, to) {
    const registryPath = `${(0,layout/* refPath */.NA)(ref)}/${key}`;
    const placed = await download_download(connection, { ...to, registryPath, expected: manifest.get(key) });
    if (placed === undefined)
        throw vanished(registryPath);
    return placed;
}
/** A directory above or beside the versions, as the service lists it; every file is asked for anew. */
async function fetchRecords(connection, cache, registryPath, { concurrency = DEFAULT_CONCURRENCY, signal }) {
    const listed = await listRecursively(connection, registryPath, { forceRemote: true, signal });
    for (const file of listed)
        if (!isPlainPath(file.replace(/\/$/, '')))
            throw escapingPath(registryPath, file);
    const root = cache.record(registryPath);
    const files = new Set(listed);
    const named = new Set([...directoriesOf(listed), ...listed.flatMap(emptyDirectory)]);
    await writing(root, async () => {
        await makeDirectory(root);
        await tidyCache({
            root,
            isFile: (file) => files.has(file),
            directories: named,
            look: named,
        });
    });
    await forEachConcurrently(listed, concurrency, async (file) => {
        if (file.endsWith('/')) {
            await writing(file, () => makeDirectory(path.join(root, file)));
            return;
        }
        const target = path.join(root, file);
        const placed = await download(connection, {
            registryPath: `${registryPath}/${file}`,
            target,
            partial: newPartial(cache.downloads),
            mode: CACHED_MODE,
            signal,
        });
        // It may have gone since it was listed, and be there from an earlier time.
        if (placed === undefined)
            await writing(target, () => fs.rm(target, { force: true }));
    }, signal);
    return root;
}
/** A listing has empty directories with a slash at the end. */
const emptyDirectory = (listed) => (listed.endsWith('/') ? [listed.slice(0, -1)] : []);
function vanished(registryPath) {
    return new errors/* GobblerError */.CE('not-found', `${JSON.stringify(registryPath)} is in the manifest, but not in the registry`, {
        hint: 'The version may have been replaced or removed just now; if it goes on, ask for a validation.',
    });
}
async function replaceFile(file, text, cache) {
    const partial = download_newPartial(cache.downloads);
    const write = async () => {
        await (0,make_directory/* makeDirectory */.O)(cache.downloads);
        await (0,make_directory/* makeDirectory */.O)(external_node_path_default().dirname(file));
        await external_node_fs_.promises.writeFile(partial, text, { flag: 'wx', mode: download_cache/* CACHED_MODE */.td });
        await external_node_fs_.promises.rename(partial, file);
    };
    await download_writing(file, write);
}

// EXTERNAL MODULE: ./build/client/registry/registry-reader.js
var registry_reader = __webpack_require__(8214);
// EXTERNAL MODULE: ./build/commands/connect/cache-folder.js
var cache_folder = __webpack_require__(2058);
// EXTERNAL MODULE: ./build/commands/upload/manifest-output.js
var manifest_output = __webpack_require__(7411);
// EXTERNAL MODULE: ./build/commands/versions/verify-files.js
var verify_files = __webpack_require__(9579);
;// CONCATENATED MODULE: ./build/commands/fetch/destination.js








const MOST_CONFLICTS = 1000;
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
    const directories = (0,manifest_digest/* directoriesOf */.Pv)(keys);
    await (0,fs_concurrency/* forEachConcurrently */.D)(directories, concurrency, async (directory) => {
        const found = await statsOf(external_node_path_default().join(to, directory));
        if (found !== undefined && !found.isDirectory())
            conflicts.push(`${directory} is no directory there`);
    }, signal);
    await (0,fs_concurrency/* forEachConcurrently */.D)(keys, concurrency, async (key) => {
        const expected = manifest.get(key);
        const found = await statsOf(external_node_path_default().join(to, key));
        if (found === undefined)
            missing.push(key);
        else if (expected?.md5sum === '') {
            if (!found.isDirectory())
                conflicts.push(`${key} is no directory there`);
        }
        else if (found.isSymbolicLink()) {
            const target = await external_node_fs_.promises.readlink(external_node_path_default().join(to, key));
            if (target === external_node_path_default().join(from, key))
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
    const sums = await (0,checksums/* md5OfFiles */.RW)(sameSize, ({ path: key }) => external_node_path_default().join(to, key), { signal });
    for (const [key, sum] of sums) {
        if (sum !== manifest.get(key)?.md5sum)
            conflicts.push(`${key} has another content there`);
    }
    if (conflicts.length === 0)
        return { missing, linked };
    const others = (0,format/* formatNumberOf */.Of)(conflicts.length, 'other file', 'other files');
    const message = `${to} holds ${others} where the version's should go`;
    throw new errors/* GobblerError */.CE('already-exists', `${message}: ${conflicts[0]}`, {
        input: 'destination',
        findings: [message, ...conflicts.sort().slice(0, MOST_CONFLICTS)],
        hint: 'Nothing was written. Remove them first, or choose another destination.',
    });
}
/** What is at a path; undefined if nothing is. */
async function statsOf(item, { follow = false } = {}) {
    try {
        return await (follow ? external_node_fs_.promises.stat(item) : external_node_fs_.promises.lstat(item));
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes((0,errors/* errnoOf */.UQ)(error) ?? ''))
            return undefined;
        throw new errors/* GobblerError */.CE('destination-unavailable', `${item} could not be looked at: ${(0,errors/* messageOf */.bD)(error)}`, {
            input: 'destination',
            hint: 'Check the directory, and the rights of this user.',
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/commands/fetch/file-source.js



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
            if (!isOwnFile(stats) || stats.size !== manifest.get(key)?.size)
                return undefined;
            return cached.isTrusted(key, stats) ? 'size' : 'checksum';
        },
        replace,
        hint: verify_files/* DAMAGED */.Ax,
    };
}

// EXTERNAL MODULE: ./build/fs/reflink.js
var reflink = __webpack_require__(7426);
;// CONCATENATED MODULE: ./build/client/download/checked-copies.js






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
        writingAtOnce(target, () => {
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
        return download_writing(target, async () => {
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

;// CONCATENATED MODULE: ./build/commands/fetch/place-files.js







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
    await download_writing(to, () => (0,make_directory/* makeDirectory */.O)(to));
    const directories = (0,manifest_digest/* directoriesWith */.UD)(manifest, keys);
    for (const directory of directories) {
        signal.throwIfAborted();
        await download_writing(to, () => (0,make_directory/* makeDirectory */.O)(external_node_path_default().join(to, directory)));
    }
    for (const directory of ['.', ...directories])
        await removeLeftovers(external_node_path_default().join(to, directory));
    // Beside the target: ext4 takes half as long again, or twice, if each file is made in one directory for another.
    const placeOf = (key) => ({
        partial: download_newPartial(external_node_path_default().join(to, external_node_path_default().dirname(key)), PARTIAL),
        target: external_node_path_default().join(to, key),
    });
    const files = keys.filter((key) => !directories.has(key));
    const background = { concurrency, signal };
    if (method === 'symlink') {
        const links = linking(source.root, placeOf, onFile);
        await new adaptive_io/* DiskPace */.F().forEach(files, { ...links, calls: CALLS_A_LINK }, background);
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
    await new adaptive_io/* DiskPace */.F().forEach(small, { now, later, calls: CALLS_A_COPY }, background);
    await (0,fs_concurrency/* forEachConcurrently */.D)(large, Math.min(concurrency, LARGE_FILES_IN_FLIGHT), later, signal);
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
    await (0,fs_concurrency/* forEachConcurrently */.D)(wrong.keys(), concurrency, bring, signal);
}
function linking(from, placeOf, onFile) {
    const now = (key) => {
        const { partial, target } = placeOf(key);
        writingAtOnce(target, () => {
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
        await download_writing(target, async () => {
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
    for (const name of await download_writing(directory, () => external_node_fs_.promises.readdir(directory))) {
        if (!name.startsWith(PARTIAL))
            continue;
        const item = external_node_path_default().join(directory, name);
        const found = await statsOf(item);
        if (found === undefined || Date.now() - found.mtimeMs < LEFTOVER_MS)
            continue;
        await download_writing(item, () => external_node_fs_.promises.rm(item, { force: true }));
    }
}

;// CONCATENATED MODULE: ./build/commands/fetch/bring-version.js













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
    if (await (0,registry_reader/* becomesVisible */.H5)(connection, ref, signal))
        return true;
    if (remote === 'auto') {
        (0,log/* line */.n8)(`${directory} cannot be read on this machine: fetching over HTTP`);
        return false;
    }
    throw new errors/* GobblerError */.CE('registry-unavailable', `${directory} should be readable here, but is not`, {
        input: 'remote',
        hint: 'Mount the registry on this machine, set registry to where it is, or allow HTTP with remote: auto.',
    });
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
        await (0,verify_files/* verifyFiles */.xJ)({ root, manifest, keys: some, concurrency, signal, onFile, hint: verify_files/* DAMAGED */.Ax }, how);
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
    await place(standing, registryFiles(root, verify), { ...bringing, manifest, destination });
    return { path: destination, manifest, keys, manifestPath };
}
/** Through the cache, in the tool cache of the runner, which outlives the job, or in that of the user. */
async function bringOverHttp(connection, ref, bringing) {
    const { destination, method, verify, concurrency, signal, ticker } = bringing;
    const cache = await (0,download_cache/* cacheFor */.c9)(connection.url, await (0,cache_folder/* cacheFolder */.n)());
    const options = { concurrency, signal, rehash: verify === 'checksum' };
    const version = await openVersion(connection, cache, ref, options);
    const { manifest, content } = version;
    const keys = (0,version_to_fetch/* requireSelected */.b5)(ref, manifest, bringing.selection);
    const manifestPath = external_node_path_default().join(content, layout/* MANIFEST */.e0);
    const intoCache = (some) => {
        const onProgress = ({ files }) => ticker.advance(files);
        ticker.begin('Fetching', some.length);
        return fetchContent(connection, cache, version, some, { ...options, onProgress });
    };
    if (destination === undefined) {
        await intoCache(keys);
        return { path: content, manifest, keys, manifestPath };
    }
    const standing = await standingAt({ from: content, to: destination, manifest, keys, concurrency, signal });
    reportPresent(keys, standing);
    const kept = bringing.cache || method === 'symlink';
    if (kept || standing.linked.length > 0)
        await intoCache([...standing.linked, ...(kept ? standing.missing : [])]);
    const pace = new adaptive_io/* DiskPace */.F();
    const cached = await openContent(cache, version, standing.missing, { ...options, pace });
    const source = cachedFiles({ root: content, manifest, cached }, async (key, at) => {
        await downloadEntry(connection, version, key, { ...at, mode: DESTINATION_MODE, pace, signal });
    });
    await place(standing, source, { ...bringing, manifest, destination });
    return { path: destination, manifest, keys, manifestPath };
}
function reportPresent(keys, { missing }) {
    const present = keys.length - missing.length;
    if (present > 0)
        (0,log/* line */.n8)(`There already: ${(0,format/* formatNumberOf */.Of)(present, 'entry', 'entries')}`);
}
async function place({ missing }, source, bringing) {
    const { destination, manifest, method, concurrency, signal, ticker } = bringing;
    ticker.begin(method === 'symlink' ? 'Linking' : 'Copying', missing.length);
    const placing = { to: destination, manifest, keys: missing, concurrency, signal };
    await placeFiles(placing, source, { method, onFile: () => ticker.advance() });
}

;// CONCATENATED MODULE: ./build/commands/fetch/fetch.js







const fetch_DEFAULT_CONCURRENCY = 16;
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
const fetch = (0,command/* defineVerb */.P)({
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
    (0,log/* line */.n8)(`${(0,names/* formatRef */.rq)(ref)} is at ${found.path}: ${amount} in ${spent}, manifest-digest ${digest}`);
    const rows = (0,version_facts/* versionRows */.QI)(summary, { manifest, digest });
    if (keys.length < manifest.size)
        rows.push(['Selected', amount]);
    rows.push(['Path', (0,kit_escape/* harmlessCode */.tt)(found.path)], ['Time', spent]);
    if (given.version === undefined)
        rows.unshift(['Version', `${(0,kit_escape/* harmlessCode */.tt)(ref.version)}, the latest`]);
    await (0,kit_summary/* writeSummary */.Sy)(`### ✅ ${(0,kit_escape/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(ref))} fetched`, (0,kit_summary/* factTable */.Bu)(rows));
    setOutput('status', 'fetched');
}
async function reportNotFound(error, { inputs: given, setOutput }) {
    if (given['if-not-found'] === 'ignore')
        (0,log/* line */.n8)(error.message);
    else {
        const { message, hint, input } = error;
        (0,log/* annotateWarning */.tf)({ title: 'Not found', sentences: [message], hint, input });
    }
    await (0,kit_summary/* writeSummary */.Sy)(`### ⚪ ${(0,kit_escape/* harmlessMarkup */.km)(nameOf(given))} was not found`);
    setOutput('status', 'not-found');
}


/***/ }),

/***/ 3290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diff: () => (/* binding */ diff)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5642);
/* harmony import */ var _client_registry_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4475);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6182);





const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    other: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(0),
};
const outputs = ['status', 'added', 'changed', 'removed'];
/** How another version differs from one: paths that it adds, changes and lacks. By manifests alone, so it takes a moment. */
const diff = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineVerb */ .P)({
    name: 'diff',
    inputs,
    outputs,
    failed: ({ version, other, ...asset }) => `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(asset)}: ${version} and ${other} were not compared`,
    run,
});
async function run({ inputs: given, setOutput, signal, }) {
    const before = { project: given.project, asset: given.asset, version: given.version };
    const after = otherVersion(before, given.other);
    for (const ref of [before, after])
        (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireVersion */ .eU)(ref);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    const fresh = { forceRemote: true, signal };
    const [earlier, later] = [
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchManifest */ .Cj)(connection, before, fresh),
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchManifest */ .Cj)(connection, after, fresh),
    ];
    const difference = (0,_client_registry_index_js__WEBPACK_IMPORTED_MODULE_6__/* .differenceOf */ .Pq)(earlier, later);
    for (const kind of ['added', 'changed', 'removed'])
        setOutput(kind, difference[kind]);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`From ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(before)} to ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(after)}: ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_8__/* .differenceCounts */ .Uc)(difference)}`);
    const isSame = Object.values(difference).every((paths) => paths.length === 0);
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

/***/ 3513:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2377);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3387);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8034);




const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    prefix: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(0),
};
const outputs = ['status', 'names'];
/** What there is: projects, the assets of a project, the versions of an asset, or the files of a version. */
const list = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineVerb */ .P)({ name: 'list', inputs, outputs, failed: () => 'nothing was listed', run });
async function run({ inputs: given, setOutput, signal }) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .requireNames */ .kR)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .givenNames */ .Sh)(given));
    if (given.prefix !== undefined && given.version === undefined) {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE('invalid-input', 'prefix is about the files of a version, and no version is given', {
            input: 'prefix',
            hint: 'Give a project, an asset and a version, or leave prefix out.',
        });
    }
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_5__/* .connectTo */ .m6)(given, signal);
    const [noun, names] = await namesIn(connection, given, signal);
    setOutput('names', names);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)((0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .formatNumberOf */ .Of)(names.length, noun));
    setOutput('status', 'listed');
}
async function namesIn(connection, { project, asset, version, prefix }, signal) {
    if (project === undefined)
        return ['project', await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_8__/* .listProjects */ .hF)(connection, { signal })];
    if (asset === undefined)
        return ['asset', await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_8__/* .listAssets */ .qs)(connection, project, { signal })];
    if (version === undefined)
        return ['version', await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_8__/* .listVersions */ .yO)(connection, { project, asset }, { signal })];
    const options = { prefix, includeDotdot: false, signal };
    return ['file', await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_8__/* .listFiles */ .CS)(connection, { project, asset, version }, options)];
}


/***/ }),

/***/ 8299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3387);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5642);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6820);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8034);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1222);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4059);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7254);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4444);






const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(0),
};
const outputs = [
    'status',
    'version-path',
    'latest',
    'uploaded-by',
    'upload-start',
    'upload-finish',
    'files-count',
    'size-bytes',
    'manifest-digest',
    'url',
    'registry',
    'staging',
    'projects-count',
];
/** How a version stands; without one, whether the service answers, and where its directories are. */
const status = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineVerb */ .P)({
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
    return statusOfVersion(context, { project, asset: asset ?? '', version: version ?? '' });
}
async function statusOfService({ inputs: given, setOutput, signal }) {
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    const projects = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .listProjects */ .hF)(connection, { forceRemote: true, signal });
    setOutput('url', connection.url);
    setOutput('registry', connection.registry);
    setOutput('staging', connection.staging);
    setOutput('projects-count', projects.length);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`A Gobbler answers at ${connection.url} with ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_7__/* .formatNumberOf */ .Of)(projects.length, 'project')}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`  registry ${connection.registry}${connection.registryVisible ? '' : ' (not visible here)'}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`  staging  ${connection.staging}`);
    setOutput('status', 'ready');
}
async function statusOfVersion({ inputs: given, setOutput, signal }, ref) {
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_8__/* .requireVersion */ .eU)(ref);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    setOutput('version-path', node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_9__/* .refPath */ .NA)(ref)));
    const state = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_10__/* .lookAtVersion */ .B)(connection, ref, signal);
    if (state.kind === 'unfinished') {
        (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`The upload of ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatRef */ .rq)(ref)} has not finished`);
        return setOutput('status', 'unfinished');
    }
    if (state.kind === 'absent')
        setOutput('status', 'missing');
    const summary = (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_11__/* .requireComplete */ .x$)(ref, state);
    const content = await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_12__/* .contentOf */ .$)(connection, ref, signal);
    const latest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_13__/* .fetchLatest */ .wF)(connection, ref, { forceRemote: true, signal });
    setOutput('latest', latest === ref.version);
    setOutput('uploaded-by', summary.uploadUserId);
    setOutput('upload-start', summary.uploadStart);
    setOutput('upload-finish', summary.uploadFinish);
    const { files, bytes } = (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .contentCount */ .vP)(content);
    setOutput('files-count', files);
    setOutput('size-bytes', bytes);
    setOutput('manifest-digest', content.digest);
    const standing = summary.onProbation
        ? 'is on probation'
        : latest === ref.version
            ? 'is the latest version'
            : `is approved; the latest version is ${latest}`;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_8__/* .formatRef */ .rq)(ref)} ${standing}: ${(0,_versions_index_js__WEBPACK_IMPORTED_MODULE_14__/* .contentSize */ .vc)(content)}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`  uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)(`  manifest-digest ${content.digest}`);
    setOutput('status', summary.onProbation ? 'pending' : 'approved');
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
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4530);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5642);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2128);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(2377);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6820);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5136);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1381);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(668);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7893);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8034);
/* harmony import */ var _upload_index_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3928);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4059);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1222);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9579);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4444);








const inputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .requiredText */ .$4)(),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .requiredText */ .$4)(),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .requiredText */ .$4)(),
    directory: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalPath */ .s2)(),
    files: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)('**'),
    'include-hidden-files': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(false),
    symlinks: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['preserve', 'dereference', 'error'], 'preserve'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_3__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_2__/* .minutes */ .Gx)(0),
};
const outputs = ['status', 'version-path', 'files-count'];
/**
 * Whether a directory holds what a version does, as an upload with `if-exists: verify` would find; without a directory,
 * whether the files in the registry are what their manifest says. Every byte is read.
 */
const verify = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_4__/* .defineVerb */ .P)({
    name: 'verify',
    inputs,
    outputs,
    failed: (given) => `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .formatRef */ .rq)(given)} was not verified`,
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .requireVersion */ .eU)(ref);
    const selection = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_6__/* .selectPaths */ .LO)(given.files);
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_7__/* .connectTo */ .m6)(given, signal);
    const versionPath = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.registry, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_8__/* .refPath */ .NA)(ref));
    setOutput('version-path', versionPath);
    (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .requireComplete */ .x$)(ref, await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_10__/* .lookAtVersion */ .B)(connection, ref, signal));
    const manifest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_11__/* .fetchManifest */ .Cj)(connection, ref, { forceRemote: true, signal });
    let verified = manifest;
    if (given.directory === undefined) {
        requireVisible(connection, versionPath);
        const concurrency = 4 * node_os__WEBPACK_IMPORTED_MODULE_0___default().availableParallelism();
        const keys = (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_9__/* .requireSelected */ .b5)(ref, manifest, selection);
        await (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_12__/* .verifyFiles */ .xJ)({ root: versionPath, manifest, keys, concurrency, signal, hint: _versions_index_js__WEBPACK_IMPORTED_MODULE_12__/* .DAMAGED */ .Ax }, 'checksum');
        const selected = new Set(keys);
        verified = new Map([...manifest].filter(([key]) => selected.has(key)));
    }
    else
        await holdAgainst(connection, ref, { directory: given.directory, selection }, context);
    setOutput('files-count', (0,_versions_index_js__WEBPACK_IMPORTED_MODULE_13__/* .contentCount */ .vP)({ manifest: verified }).files);
    const where = given.directory ?? versionPath;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_14__/* .line */ .n8)(`${where} is ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .formatRef */ .rq)(ref)}: ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_15__/* .formatNumberOf */ .Of)(verified.size, 'entry', 'entries')}, every checksum right`);
    setOutput('status', 'verified');
}
/** The version exists, so that a dry run of its upload compares, and does no more. */
async function holdAgainst(connection, ref, { directory, selection: select }, { inputs: given, signal }) {
    const includeHidden = given['include-hidden-files'];
    const { symlinks } = given;
    try {
        const options = { ...ref, directory, symlinks, includeHidden, select, allowEmpty: true, signal };
        const result = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_16__/* .uploadDirectory */ .z)(connection, { ...options, ifExists: 'verify', dryRun: true });
        (0,_upload_index_js__WEBPACK_IMPORTED_MODULE_17__/* .tellLeftOut */ .B)(result.leftOut);
    }
    catch (error) {
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_18__/* .GobblerError */ .CE) || error.code !== 'already-exists')
            throw error;
        const findings = error.findings.map(asOfTheDirectory);
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_18__/* .GobblerError */ .CE('content-differs', `${directory} does not hold what ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_5__/* .formatRef */ .rq)(ref)} holds: ${findings[0]}`, {
            input: 'directory',
            findings,
            hint: 'Entries that are left out by files, or because they are hidden, count as missing in the directory.',
        });
    }
}
function requireVisible({ registryVisible }, versionPath) {
    if (registryVisible)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_18__/* .GobblerError */ .CE('registry-unavailable', `${versionPath} should be readable here, but is not`, {
        input: 'registry',
        hint: 'Mount the registry on this machine, or give a directory to hold against the version.',
    });
}
/** An upload holds the version against the directory; here it is the directory that should be like the version. */
function asOfTheDirectory(finding) {
    return finding
        .replace(/ should have (.+), but has (.+) there$/, ' has $1, but should have $2')
        .replace(/\bthere$/, 'in the version');
}


/***/ }),

/***/ 5417:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stage: () => (/* binding */ stage_stage)
});

// EXTERNAL MODULE: ./build/client/select/select.js
var select_select = __webpack_require__(4530);
// EXTERNAL MODULE: ./build/client/parts/allocate-area.js
var allocate_area = __webpack_require__(3637);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/fs/checksums.js
var fs_checksums = __webpack_require__(6879);
// EXTERNAL MODULE: ./build/fs/fresh.js
var fresh = __webpack_require__(835);
// EXTERNAL MODULE: ./build/fs/adaptive-io.js
var adaptive_io = __webpack_require__(1326);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/protocol/names.js
var protocol_names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/plan/links.js
var links = __webpack_require__(1002);
// EXTERNAL MODULE: ./build/client/plan/hard-links.js
var hard_links = __webpack_require__(8994);
// EXTERNAL MODULE: ./build/client/plan/plan.js
var plan = __webpack_require__(7192);
// EXTERNAL MODULE: ./build/client/requests/staging-area.js
var staging_area = __webpack_require__(1649);
// EXTERNAL MODULE: ./build/client/requests/request.js + 1 modules
var request = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/client/source/stages.js
var source_stages = __webpack_require__(4590);
// EXTERNAL MODULE: ./build/client/source/scan-source.js
var scan_source = __webpack_require__(7024);
// EXTERNAL MODULE: ./build/client/source/finding.js + 1 modules
var finding = __webpack_require__(446);
// EXTERNAL MODULE: ./build/client/source/source-tree.js
var source_tree = __webpack_require__(2181);
// EXTERNAL MODULE: ./build/client/staging/stage.js + 1 modules
var stage = __webpack_require__(3068);
// EXTERNAL MODULE: ./build/client/upload/filesystem-facts.js
var filesystem_facts = __webpack_require__(4960);
// EXTERNAL MODULE: ./build/client/upload/preflight.js + 1 modules
var preflight = __webpack_require__(4393);
// EXTERNAL MODULE: ./build/client/parts/actor.js
var actor = __webpack_require__(8591);
// EXTERNAL MODULE: ./build/client/parts/area.js
var parts_area = __webpack_require__(7809);
// EXTERNAL MODULE: ./build/client/parts/area-state.js
var area_state = __webpack_require__(2341);
// EXTERNAL MODULE: ./build/client/parts/collisions.js
var collisions = __webpack_require__(8461);
;// CONCATENATED MODULE: ./build/client/parts/leg-path.js

/**
 * The place of a leg within the version, as its names: none for the top. Code `invalid-input` for one that leads out of
 * it, or through a name that the service keeps for itself.
 */
function legPathNames(legPath) {
    const refuse = (found) => new errors/* GobblerError */.CE('invalid-input', `path should be a path within the version, but ${JSON.stringify(legPath)} ${found}`, { input: 'path', hint: 'Write it like samples/a, or leave it out for the top of the version.' });
    const names = legPath.replace(/\/+$/, '').split('/');
    if (legPath === '' || (names.length === 1 && names[0] === '.'))
        return [];
    if (legPath.startsWith('/'))
        throw refuse('begins at the root');
    const kept = names[0] === '.' ? names.slice(1) : names;
    for (const name of kept) {
        const problem = (0,protocol_names/* nameProblem */.rH)(name);
        if (problem !== undefined)
            throw refuse(`has the name ${JSON.stringify(name)}, which ${problem}`);
    }
    return kept;
}
/** What a scan finds, as it lies in the version when it is put at `names`. */
function scanAt(scan, names) {
    if (names.length === 0)
        return scan;
    const at = names.join('/');
    const moved = (entries) => entries.map((entry) => ({ ...entry, path: `${at}/${entry.path}` }));
    return {
        ...scan,
        files: moved(scan.files),
        links: moved(scan.links),
        directories: [
            ...names.map((_, depth) => names.slice(0, depth + 1).join('/')),
            ...scan.directories.map((directory) => `${at}/${directory}`),
        ],
    };
}

// EXTERNAL MODULE: ./build/client/parts/leg-run.js + 1 modules
var leg_run = __webpack_require__(663);
// EXTERNAL MODULE: ./build/client/parts/listing.js
var listing = __webpack_require__(3398);
;// CONCATENATED MODULE: ./build/client/parts/add-leg.js















/**
 * Adds the files of a directory to an area, as the part of a leg; if the leg has one already, as its new part. The part
 * appears at one moment, complete, or not at all: a kill leaves nothing that counts. Legs may be added at the same time,
 * from any machine. A path that another leg has brought is refused with both legs named. The directory is only read.
 * Codes as `openArea` and `uploadDirectory`; `invalid-name` for the leg; `already-exists` for collisions, for an area that
 * was submitted, and if another run of the leg has begun meanwhile; `lock-timeout` while the area is being submitted.
 */
async function addLeg(connection, areaName, leg, options) {
    (0,leg_run/* requireLegName */.tb)(leg);
    const names = legPathNames(options.path ?? '');
    const area = await (0,parts_area/* openArea */.GO)(connection, areaName, options.ref);
    const stopTouching = (0,staging_area/* keepFresh */.yA)(area.path);
    let run;
    try {
        await (0,area_state/* requireOpen */.gb)(area);
        const addition = await prepare(connection, area, { leg, names, options });
        const replaced = await (0,leg_run/* findReplaced */.Ms)(area, leg);
        run = await leg_run/* LegRun */.wF.begin(area, leg, addition.record.staged);
        const { record, copied, hardLinked } = await carryOut(addition, run);
        const { signal, onEvent } = options;
        await run.commit(record, { signal, onNotice: (sentence) => onEvent?.({ kind: 'notice', sentence }) });
        run = undefined;
        const { leftOut, losses, files, links } = addition.scanned;
        const isEmpty = files.length + links.length === 0;
        return { area, record, replaced, leftOut, losses, isEmpty, copied, hardLinked };
    }
    catch (error) {
        options.signal?.throwIfAborted();
        if ((0,errors/* errnoOf */.UQ)(error) === 'ENOENT')
            await (0,area_state/* requireOpen */.gb)(area); // has it gone just now?
        const why = run === undefined ? error : await run.explain(error);
        throw (0,errors/* errnoOf */.UQ)(why) === undefined ? why : (0,request/* stagingWriteError */.f)(area.path, why);
    }
    finally {
        stopTouching();
        await run?.abandon();
    }
}
/** Finds every reason to refuse the leg, and throws them as one. */
async function prepare(connection, area, { leg, names, options }) {
    const stages = new source_stages/* StageClock */.V(options.onEvent);
    const scanned = await stages.run('scan', () => (0,scan_source/* scanSource */.bX)(options));
    (0,filesystem_facts/* tellFilesystems */.Q)(connection, scanned, options.onEvent);
    return stages.run('check', async () => {
        const plan = await check(connection, area, { leg, scanned, names, options });
        const record = {
            leg,
            generation: 0,
            path: names.join('/'),
            staged: (0,actor/* thisActor */.YS)(),
            filesCount: scanned.files.length,
            sizeBytes: scanned.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
            entriesCount: 0,
        };
        const own = { record, entries: listed({ names, scanned, plan }) };
        const others = await othersNear(area, record);
        (0,finding/* refuseIfAny */.Yb)(`leg ${JSON.stringify(leg)} of ${(0,protocol_names/* formatRef */.rq)(area.ref)}`, (0,collisions/* collisionsOf */.l)([...others, own], 'path'));
        return { names, options, stages, scanned, plan, record };
    });
}
/** Fills the part of a run. */
async function carryOut(addition, { part, generation }) {
    const { options, stages, names } = addition;
    const { copied, hardLinked, ...filled } = await stages.run('stage', () => fill(part, addition));
    const root = external_node_path_default().join((0,listing/* filesIn */.nG)(part), ...names);
    // The content of a hard link is fixed by its checksum: the file may be changed under its other name.
    const linkedSums = await (0,fs_checksums/* md5OfFiles */.RW)(hardLinked, (file) => external_node_path_default().join(root, file.path), {
        signal: options.signal,
        require: source_tree/* requireUnchanged */.jr,
    });
    const checksums = new Map([...filled.checksums, ...linkedSums]);
    const stats = await lookAt(root, [...copied, ...hardLinked]);
    const entries = listed(addition, { checksums, stats, linked: new Set(hardLinked) });
    await (0,listing/* writeListing */.UD)(part, entries);
    options.signal?.throwIfAborted();
    return { record: { ...addition.record, generation, entriesCount: entries.length }, copied, hardLinked };
}
/** Whose number is as long as any will be, for the length of paths. */
const MANY_RUNS = 999_999;
/** Refuses what is in the directory, all reasons as one; else says how it gets into the area. */
async function check(connection, area, { leg, scanned, names, options }) {
    const { ref } = area;
    const staging = (0,listing/* filesIn */.nG)((0,leg_run/* partOf */.BU)(area, leg, MANY_RUNS));
    const resolved = await (0,links/* resolveLinks */.A)(connection, ref, scanned, options.signal);
    (0,finding/* refuseIfAny */.Yb)(`the directory for ${(0,protocol_names/* formatRef */.rq)(ref)}`, [
        ...scanned.findings,
        ...(await (0,preflight/* overlapFindings */.c2)(connection, scanned, {})),
        ...(0,preflight/* lengthFindings */.XY)({ ...connection, staging }, ref, scanAt(scanned, names)),
        ...resolved.findings,
        ...(0,scan_source/* emptyFindings */.Qp)(scanned, options),
    ]);
    const isSafe = await (0,hard_links/* hardLinkRule */.M)(connection, options.symlinks);
    return (0,plan/* planUpload */.d7)({
        scan: scanned,
        links: resolved.links,
        asset: ref,
        earlier: { latest: undefined, candidates: [] },
        checksums: new Map(),
        serviceRegistry: connection.serviceRegistry,
        mayHardLink: (file) => isFixed(file) && isSafe(file),
    });
}
/**
 * An area lives for hours or days, while the workspace of the runner is used again: a second name of a file that a later
 * job may write to would change with it. Only what nobody may write to is not copied.
 */
const isFixed = ({ mode, uid }) => (mode & 0o222) === 0 && uid === process.geteuid?.();
async function fill(part, { names, scanned, plan, options }) {
    const { concurrency, signal, onEvent } = options;
    let target = (0,listing/* filesIn */.nG)(part);
    await (0,staging_area/* makeReadableDirectory */.CP)(target);
    for (const name of names) {
        target = external_node_path_default().join(target, name);
        await (0,staging_area/* makeReadableDirectory */.CP)(target);
    }
    const onFile = (0,source_stages/* progressOf */.jA)('stage', [...plan.hardLinks, ...plan.copies], onEvent);
    const { filesystems } = scanned;
    return (0,stage/* stage */.d)(scanned.root, target, plan, {
        needsChecksum: () => true,
        filesystems,
        concurrency,
        signal,
        onFile,
    });
}
/** What the other legs have brought that could be in the way. */
async function othersNear(area, own) {
    const contents = [];
    for (const record of await (0,leg_run/* completeLegs */.Ly)((0,parts_area/* placesIn */.yN)(area.path).legs, own.leg)) {
        if (!(0,collisions/* mayCollide */.g)(record, own))
            continue;
        try {
            const entries = await (0,listing/* readListing */.vS)((0,leg_run/* partOf */.BU)(area, record.leg, record.generation), record);
            contents.push({ record, entries });
        }
        catch (error) {
            // A repeat has replaced it just now; submit looks at all of them again.
            if ((0,errors/* errnoOf */.UQ)(error) !== 'ENOENT')
                throw error;
        }
    }
    return contents;
}
/** The metadata of what was staged: submit notices by that if somebody has written to it since. */
async function lookAt(root, files) {
    const filesystems = new fresh/* Filesystems */.H4();
    const found = new Map();
    await new adaptive_io/* DiskPace */.F().forEach(files, {
        now: (file) => found.set(file.path, filesystems.entryNow(external_node_path_default().join(root, file.path))),
        later: async (file) => void found.set(file.path, await filesystems.entry(external_node_path_default().join(root, file.path))),
    });
    return found;
}
const NOT_FILLED = { checksums: new Map(), stats: new Map(), linked: new Set() };
/** What a leg brings, by its place in the version. */
function listed({ names, scanned, plan }, { checksums, stats, linked } = NOT_FILLED) {
    const prefix = names.map((name) => `${name}/`).join('');
    const fileEntry = (file) => {
        const { mtimeMs, ino, ctimeMs } = stats.get(file.path) ?? file;
        return {
            kind: 'file',
            path: `${prefix}${file.path}`,
            sizeBytes: file.sizeBytes,
            mtimeMs,
            ino,
            ...(linked.has(file) && { ctimeMs }),
            md5sum: checksums.get(file.path) ?? '',
        };
    };
    return [
        ...scanAt(scanned, names).directories.map((directory) => ({
            kind: 'directory',
            path: directory,
        })),
        ...scanned.files.map(fileEntry),
        ...plan.links.map((link) => ({ kind: 'link', path: `${prefix}${link.path}`, text: link.text })),
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
// EXTERNAL MODULE: ./build/commands/upload/staging-sweep.js + 1 modules
var staging_sweep = __webpack_require__(9201);
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
;// CONCATENATED MODULE: ./build/commands/parts/stage-inputs.js




const stageInputs = {
    area: (0,inputs/* text */.Qq)(),
    project: (0,inputs/* text */.Qq)(),
    asset: (0,inputs/* text */.Qq)(),
    version: (0,inputs/* text */.Qq)(),
    leg: (0,inputs/* text */.Qq)(),
    directory: (0,inputs/* optionalPath */.s2)(),
    path: (0,inputs/* text */.Qq)(),
    files: (0,inputs/* lines */.Mn)('**'),
    'include-hidden-files': (0,inputs/* flag */.Jt)(false),
    'if-no-files-found': (0,inputs/* choice */.Yq)(['error', 'warn', 'ignore'], 'error'),
    symlinks: (0,inputs/* choice */.Yq)(['preserve', 'dereference', 'error'], 'preserve'),
    ...service_inputs/* serviceInputs */.r7,
    spoof: (0,inputs/* text */.Qq)(),
    'keep-days': (0,inputs/* integer */.nd)({ from: 1, to: 7, standard: 7 }),
    concurrency: (0,inputs/* integerOrAuto */.NJ)({ from: 1, to: 1024 }),
    'timeout-minutes': (0,inputs/* minutes */.Gx)(0),
    'show-summary': (0,inputs/* flag */.Jt)(true),
};
/** Which inputs have to be given depends on others. Code `invalid-input`, with all that are missing. */
function stageTask(given) {
    const { area, project, asset, version, leg, directory, path = '' } = given;
    const wantsLeg = area !== undefined || leg !== undefined || directory !== undefined || given.path !== undefined;
    requireGiven({
        ...(area === undefined && { project, asset, version }),
        ...(wantsLeg && { leg, directory }),
    });
    if (leg !== undefined)
        (0,leg_run/* requireLegName */.tb)(leg);
    legPathNames(path);
    const added = leg === undefined || directory === undefined ? undefined : { leg, directory, path };
    if (area !== undefined && added !== undefined)
        return { area, leg: added };
    const ref = { project: project ?? '', asset: asset ?? '', version: version ?? '' };
    return { area: undefined, ref, leg: added };
}
/** Why each of these has to be given. */
const FOR = {
    project: 'to allocate an area, unless area is given',
    asset: 'to allocate an area, unless area is given',
    version: 'to allocate an area, unless area is given',
    leg: 'to stage files',
    directory: 'to stage files',
};
function requireGiven(values) {
    const missing = Object.keys(values).filter((name) => values[name] === undefined);
    const sentences = missing.map((name) => `${name} is required ${FOR[name]}, but is empty`);
    const [first] = sentences;
    if (first === undefined)
        return;
    throw new errors/* GobblerError */.CE('invalid-input', sentences.length === 1 ? first : `${sentences.length} inputs are missing`, { input: missing.join(', '), findings: sentences, hint: (0,runtime/* host */.H)().adviceOnInputs });
}

;// CONCATENATED MODULE: ./build/commands/parts/stage.js








const outputs = ['status', 'area', 'area-path', 'files-count', 'size-bytes'];
/** Allocates an area for a version, or adds the files of one leg to it, or both. */
const stage_stage = (0,command/* defineVerb */.P)({
    name: 'stage',
    inputs: stageInputs,
    outputs,
    failed: ({ area, leg }) => {
        if (leg !== undefined)
            return `leg ${JSON.stringify(leg)} was not staged`;
        return area === undefined ? 'no area was allocated' : 'nothing was staged';
    },
    run,
});
async function run(context) {
    const { inputs: given, signal, setOutput } = context;
    const task = stageTask(given);
    const select = await (0,select_select/* selectPaths */.LO)(given.files);
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    if (task.area !== undefined) {
        await add(connection, context, { area: task.area, leg: task.leg, select });
        return;
    }
    const area = await allocate(connection, context, task.ref);
    if (task.leg === undefined) {
        context.accomplished('allocated', `the area ${area.name} for ${(0,protocol_names/* formatRef */.rq)(area.ref)} is allocated`);
        tellArea(context, area);
        await (0,summary/* writeSummary */.Sy)(`### ✅ An area for ${(0,kit_escape/* harmlessMarkup */.km)((0,protocol_names/* formatRef */.rq)(area.ref))} is allocated`, (0,summary/* factTable */.Bu)([['Area', (0,kit_escape/* harmlessCode */.tt)(area.name)]]));
        setOutput('status', 'allocated');
        return;
    }
    try {
        await add(connection, context, { area: area.name, leg: task.leg, select });
    }
    catch (error) {
        // Nobody else knows of it. If it cannot be removed now, it is swept like any other that was abandoned.
        await (0,allocate_area/* discardArea */.Qf)(connection, area).catch(() => undefined);
        throw error;
    }
}
async function allocate(connection, { inputs: given, signal }, ref) {
    (0,log/* line */.n8)(`Allocating an area for ${(0,protocol_names/* formatRef */.rq)(ref)} at ${given.url}`);
    await (0,staging_sweep/* sweepLeftovers */.Z)(connection.staging);
    await (0,staging_sweep/* sweepAbandoned */.L)(connection);
    const keepDays = given['keep-days'];
    return (0,allocate_area/* allocateArea */.r2)(connection, ref, {
        ...(keepDays !== undefined && { keepDays }),
        spoof: given.spoof,
        signal,
        onNotice: log/* line */.n8,
    });
}
function tellArea({ setOutput }, area) {
    setOutput('area', area.name);
    setOutput('area-path', area.path);
    (0,log/* line */.n8)(`The area is ${area.name}`);
}
async function add(connection, context, { area, leg, select }) {
    const { inputs: given, signal, setOutput } = context;
    (0,log/* line */.n8)(`Staging ${leg.directory} as leg ${JSON.stringify(leg.leg)} in ${area}`);
    const { project, asset, version, symlinks, concurrency } = given;
    const progress = new progress_progress/* UploadProgress */.T();
    let added;
    try {
        added = await addLeg(connection, area, leg.leg, {
            directory: leg.directory,
            path: leg.path,
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
    context.accomplished('staged', `leg ${JSON.stringify(leg.leg)} of ${(0,protocol_names/* formatRef */.rq)(added.area.ref)} is staged`);
    (0,left_out/* tellLeftOut */.B)(added.leftOut);
    (0,losses/* tellLosses */.x)(added.losses);
    tellArea(context, added.area);
    setOutput('files-count', added.record.filesCount);
    setOutput('size-bytes', added.record.sizeBytes);
    await reportLeg(context, added);
    setOutput('status', 'staged');
}
async function reportLeg({ inputs: given }, { area, record, replaced, isEmpty, copied, hardLinked }) {
    const amount = (0,format/* amountText */.cY)({ files: record.filesCount, bytes: record.sizeBytes });
    const name = `leg ${JSON.stringify(record.leg)} of ${(0,protocol_names/* formatRef */.rq)(area.ref)}`;
    const place = record.path === '' ? '' : `, below ${record.path}`;
    (0,log/* line */.n8)(`${name} is staged: ${amount}${place}`);
    if (replaced !== undefined) {
        const before = (0,format/* amountText */.cY)({ files: replaced.filesCount, bytes: replaced.sizeBytes });
        (0,log/* line */.n8)(`  in place of what ${replaced.staged.user} has staged at ${replaced.staged.at}: ${before}`);
    }
    if (isEmpty && given['if-no-files-found'] === 'warn') {
        const sentences = [`directory ${given.directory} holds no files to stage: ${name} is empty`];
        (0,log/* annotateWarning */.tf)({ title: 'No files found', sentences, input: 'directory' });
    }
    const moved = [
        ...(copied.length > 0 ? [`${copied.length} copied`] : []),
        ...(hardLinked.length > 0 ? [`${hardLinked.length} linked, since they are read-only`] : []),
    ];
    await (0,summary/* writeSummary */.Sy)(`### ✅ ${(0,kit_escape/* harmlessMarkup */.km)(name)} is staged`, (0,summary/* factTable */.Bu)([
        ['Content', amount],
        ...(record.path === '' ? [] : [['Below', (0,kit_escape/* harmlessCode */.tt)(record.path)]]),
        ...(moved.length === 0 ? [] : [['Files', moved.join(', ')]]),
        ['Area', (0,kit_escape/* harmlessCode */.tt)(area.name)],
    ]));
}


/***/ }),

/***/ 70:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  submit: () => (/* binding */ submit_submit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/client/parts/area.js
var parts_area = __webpack_require__(7809);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/plan/lost-content.js
var lost_content = __webpack_require__(9745);
// EXTERNAL MODULE: ./build/client/requests/staging-area.js
var staging_area = __webpack_require__(1649);
// EXTERNAL MODULE: ./build/client/requests/lock-retry.js
var lock_retry = __webpack_require__(3004);
// EXTERNAL MODULE: ./build/client/requests/request.js + 1 modules
var request = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/client/source/finding.js + 1 modules
var finding = __webpack_require__(446);
// EXTERNAL MODULE: ./build/client/upload/upload-directory.js + 13 modules
var upload_directory = __webpack_require__(2128);
// EXTERNAL MODULE: ./build/client/parts/actor.js
var actor = __webpack_require__(8591);
// EXTERNAL MODULE: ./build/client/parts/area-state.js
var area_state = __webpack_require__(2341);
// EXTERNAL MODULE: ./build/client/parts/collisions.js
var collisions = __webpack_require__(8461);
// EXTERNAL MODULE: ./build/client/parts/leg-run.js + 1 modules
var leg_run = __webpack_require__(663);
// EXTERNAL MODULE: ./build/client/parts/listing.js
var listing = __webpack_require__(3398);
// EXTERNAL MODULE: ./build/fs/fresh.js
var fresh = __webpack_require__(835);
// EXTERNAL MODULE: ./build/fs/adaptive-io.js
var adaptive_io = __webpack_require__(1326);
// EXTERNAL MODULE: ./build/fs/checksums.js
var checksums = __webpack_require__(6879);
// EXTERNAL MODULE: ./build/client/staging/stage.js + 1 modules
var stage = __webpack_require__(3068);
;// CONCATENATED MODULE: ./build/client/parts/merge.js







/**
 * Puts the parts of all legs together in `target`, an empty directory: every file gets a second name there, on the same
 * filesystem, so not a byte is copied and the parts stay as they are. Returns the checksums that are known. Code
 * `content-differs` if a part is not what its leg has staged.
 */
async function merge(area, legs, target, { concurrency, signal }) {
    const checksums = new Map();
    const made = new Set();
    const filesystems = new fresh/* Filesystems */.H4();
    for (const { record, entries } of legs) {
        const directories = entries.flatMap(({ kind, path: directory }) => kind === 'directory' && !made.has(directory) ? [directory] : []);
        for (const directory of directories)
            made.add(directory);
        const hardLinks = entries.flatMap((entry) => entry.kind === 'file' ? [asSource(entry)] : []);
        const links = entries.flatMap((entry) => (entry.kind === 'link' ? [entry] : []));
        const plan = { directories, unchanged: [], hardLinks, copies: [], links, expected: new Map() };
        const part = (0,listing/* filesIn */.nG)((0,leg_run/* partOf */.BU)(area, record.leg, record.generation));
        try {
            await requireLinkedUnchanged(part, entries, { filesystems, signal });
            await (0,stage/* stage */.d)(part, target, plan, { needsChecksum: () => false, filesystems, concurrency, signal });
        }
        catch (error) {
            if (!(error instanceof errors/* GobblerError */.CE) || error.code !== 'invalid-source')
                throw error;
            throw touched(record.leg, external_node_path_default().join((0,parts_area/* placesIn */.yN)(area.path).parts), error);
        }
        for (const entry of entries) {
            if (entry.kind === 'file' && entry.md5sum !== '')
                checksums.set(entry.path, entry.md5sum);
        }
    }
    return checksums;
}
/**
 * A hard link shares its file with the directory that the leg came from. If anything at all has happened to the file since,
 * its content is compared by checksum: times can be restored. (An earlier submit has also linked it.) Code `invalid-source`.
 */
async function requireLinkedUnchanged(part, entries, { filesystems, signal }) {
    const linked = entries.filter((entry) => entry.kind === 'file' && entry.ctimeMs !== undefined);
    const touched = [];
    const placeOf = ({ path: file }) => external_node_path_default().join(part, file);
    await new adaptive_io/* DiskPace */.F().forEach(linked, {
        now: (file) => {
            if (filesystems.entryNow(placeOf(file)).ctimeMs !== file.ctimeMs)
                touched.push(file);
        },
        later: async (file) => {
            if ((await filesystems.entry(placeOf(file))).ctimeMs !== file.ctimeMs)
                touched.push(file);
        },
    }, { signal });
    const sums = await (0,checksums/* md5OfFiles */.RW)(touched, placeOf, { signal });
    const changed = touched.find((file) => sums.get(file.path) !== file.md5sum);
    if (changed === undefined)
        return;
    throw new errors/* GobblerError */.CE('invalid-source', `${JSON.stringify(changed.path)} has another content by now`);
}
/** As far as it matters for a second name: whose it is, and where, is known. */
function asSource({ path: file, sizeBytes, mtimeMs, ino }) {
    return { path: file, sizeBytes, mtimeMs, ino, ctimeMs: 0, dev: 0, mode: 0o644, uid: 0 };
}
function touched(leg, parts, cause) {
    return new errors/* GobblerError */.CE('content-differs', `the part of leg ${JSON.stringify(leg)} is not what was staged: ${cause.message}`, {
        input: 'area',
        hint: `Repeat the leg. Nothing but stage may write below ${parts}, nor to read-only files that were staged.`,
        cause,
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/client/connection/http.js
var http = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/client/parts/area-record.js
var area_record = __webpack_require__(6887);
;// CONCATENATED MODULE: ./build/client/parts/submit-hold.js










const BEAT_EVERY_MS = 10_000;
/** A submit on another machine that has said nothing for so long was killed. Attributes may be a minute old there. */
const SILENCE_MS = 180_000;
/** How often `legs` may be found to have just been given back before it is taken for lost. */
const MOST_MOMENTS = 100;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
/**
 * The right to submit an area: `legs`, renamed. Nothing can be added while somebody holds it, and nobody else can take it
 * from one who is alive. One who was killed is noticed by the process, on the same host, and elsewhere by silence. That
 * may be wrong, and then two submit the same legs: the service publishes a version only once.
 */
class SubmitHold {
    #area;
    #number;
    #file;
    #text;
    #beating;
    #isSilent = false;
    constructor(area, number, file, text) {
        this.#area = area;
        this.#number = number;
        this.#file = file;
        this.#text = text;
        this.#beating = setInterval(() => void this.#beat().catch(() => undefined), BEAT_EVERY_MS).unref();
    }
    /** Writes the same text again: for the time that the file server gives it. */
    async #beat() {
        await this.#file.write(this.#text, 0);
        await this.#file.sync();
    }
    /**
     * Takes the right, after waiting for whoever has it; undefined if the area was submitted meanwhile. Code `lock-timeout`
     * if that takes too long. `merged` is where this submit puts things.
     */
    static async take(area, merged, waiting) {
        const hold = await SubmitHold.#announce(area, { by: (0,actor/* thisActor */.YS)(), merged });
        try {
            // Looked at again: whoever had it may have been clearing it.
            if ((await hold.#acquire(waiting)) && (await (0,area_state/* findSubmitted */.vw)(area)) === undefined)
                return hold;
            await hold.release();
            return undefined;
        }
        catch (error) {
            await hold.release();
            throw error;
        }
    }
    static async #announce(area, record) {
        const { submits } = (0,parts_area/* placesIn */.yN)(area.path);
        const text = JSON.stringify(record);
        for (let tried = 0;;) {
            const taken = (await external_node_fs_.promises.readdir(submits)).map(Number);
            tried = 1 + Math.max(tried, (await (0,area_state/* holderOf */.Kd)(area)) ?? 0, ...taken);
            try {
                const file = await external_node_fs_.promises.open(external_node_path_default().join(submits, String(tried)), 'wx', 0o600);
                await file.write(text, 0);
                return new SubmitHold(area, tried, file, text);
            }
            catch (error) {
                if ((0,errors/* errnoOf */.UQ)(error) !== 'EEXIST')
                    throw error;
            }
        }
    }
    /** What `legs` is called while this submit has it. */
    get legs() {
        return (0,parts_area/* sealedBy */.CE)(this.#area.path, this.#number);
    }
    /** Makes sure that nobody has taken the right from here. Code `lock-timeout`. */
    async requireHeld() {
        // A path may be remembered: a listing is what there is.
        if ((await external_node_fs_.promises.readdir(this.#area.path)).includes(external_node_path_default().basename(this.legs)))
            return;
        throw new errors/* GobblerError */.CE('lock-timeout', `the submit of area ${this.#area.name} was taken for dead, and another one goes on with it`, { input: 'area', hint: 'Look at how that ends. If it fails, too, repeat submit.' });
    }
    /** Says no more that this submit is alive. A file that is open could not be removed from NFS. */
    async fallSilent() {
        if (this.#isSilent)
            return;
        this.#isSilent = true;
        clearInterval(this.#beating);
        await this.#file.close();
    }
    /** Gives the right back: legs can be added again. */
    async release() {
        await this.fallSilent();
        const { legs, submits } = (0,parts_area/* placesIn */.yN)(this.#area.path);
        await renamed(this.legs, legs, false);
        await external_node_fs_.promises.rm(external_node_path_default().join(submits, String(this.#number)), { force: true });
    }
    /** False if the area was submitted by somebody else. */
    async #acquire({ giveUpAt, signal, onNotice }) {
        const area = this.#area;
        for (let looks = 0;; looks++) {
            signal?.throwIfAborted();
            if ((await (0,area_state/* findSubmitted */.vw)(area)) !== undefined)
                return false;
            if (await renamed((0,parts_area/* placesIn */.yN)(area.path).legs, this.legs))
                return true;
            const holder = await (0,area_state/* holderOf */.Kd)(area);
            if (holder === undefined) {
                if (looks > MOST_MOMENTS)
                    throw (0,area_record/* damaged */.qM)((0,parts_area/* placesIn */.yN)(area.path).legs);
                await (0,http.pause)(FIRST_PAUSE_MS, signal); // given back, or over, just now
                continue;
            }
            if (await this.#isDead(holder)) {
                if (await this.#takeOver(holder))
                    return true;
                continue;
            }
            const by = await (0,area_record/* findActor */.zm)(external_node_path_default().join((0,parts_area/* placesIn */.yN)(area.path).submits, String(holder)));
            const who = by === undefined ? 'somebody' : (0,actor/* actorText */.fv)(by);
            if (Date.now() >= giveUpAt)
                throw tooLong(area, who);
            if (looks === 0)
                onNotice(`Waiting for another submit of ${area.name}, begun by ${who}.`);
            await (0,http.pause)(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
        }
    }
    async #isDead(holder) {
        const file = external_node_path_default().join((0,parts_area/* placesIn */.yN)(this.#area.path).submits, String(holder));
        await (0,fresh/* refreshDirectory */.FD)(external_node_path_default().dirname(file));
        const theirs = await (0,area_record/* ifThere */.y)((0,fresh/* freshStat */.VG)(file));
        if (theirs === undefined)
            return true; // it has ended, and could not rename
        const by = await (0,area_record/* findActor */.zm)(file);
        if (by !== undefined && (0,actor/* hasEnded */.hY)(by))
            return true;
        // Both times are the file server's.
        await this.#beat();
        const ours = await this.#file.stat();
        return ours.mtimeMs - theirs.mtimeMs > SILENCE_MS;
    }
    async #takeOver(holder) {
        const { submits } = (0,parts_area/* placesIn */.yN)(this.#area.path);
        const file = external_node_path_default().join(submits, String(holder));
        const record = await (0,area_record/* findRecord */.Tq)(file, { merged: 'string', by: 'actor' }).catch(() => undefined);
        if (!(await renamed((0,parts_area/* sealedBy */.CE)(this.#area.path, holder), this.legs)))
            return false;
        if (record !== undefined && (0,staging_area/* isRunName */.lK)(record.merged))
            await (0,staging_area/* removeFromStaging */.ub)(external_node_path_default().join(external_node_path_default().dirname(this.#area.path), record.merged));
        await external_node_fs_.promises.rm(file, { force: true });
        return true;
    }
}
/** Renames what is there; false if it is not. `isOwn`: nobody else would give it that name. */
async function renamed(from, to, isOwn = true) {
    try {
        await external_node_fs_.promises.rename(from, to);
        return true;
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) !== 'ENOENT')
            throw error;
    }
    // A call that the client has repeated to the file server fails although it was carried out.
    const names = await external_node_fs_.promises.readdir(external_node_path_default().dirname(to));
    return isOwn && names.includes(external_node_path_default().basename(to)) && !names.includes(external_node_path_default().basename(from));
}
function tooLong(area, who) {
    return new errors/* GobblerError */.CE('lock-timeout', `area ${area.name} for ${(0,names/* formatRef */.rq)(area.ref)} is being submitted, by ${who}`, {
        input: 'area',
        hint: 'Wait until that is over, with more lock-wait-minutes; one that was killed on another machine is noticed after three minutes.',
    });
}

// EXTERNAL MODULE: ./build/fs/clocks.js
var clocks = __webpack_require__(2220);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/client/registry/manifest-digest.js
var manifest_digest = __webpack_require__(4475);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/client/registry/registry-reader.js
var registry_reader = __webpack_require__(8214);
// EXTERNAL MODULE: ./build/client/source/source-tree.js
var source_tree = __webpack_require__(2181);
// EXTERNAL MODULE: ./build/client/source/losses.js
var losses = __webpack_require__(9906);
// EXTERNAL MODULE: ./build/client/source/stages.js
var stages = __webpack_require__(4590);
// EXTERNAL MODULE: ./build/client/upload/upload-result.js
var upload_result = __webpack_require__(7744);
;// CONCATENATED MODULE: ./build/client/parts/submitted-area.js










const NOTHING = {
    root: '',
    files: [],
    links: [],
    directories: [],
    findings: [],
    leftOut: source_tree/* NOTHING_LEFT_OUT */.rr,
    losses: losses/* NOTHING_LOST */.Z,
    filesystems: new fresh/* Filesystems */.H4(),
    clocks: new clocks/* FilesystemClocks */.X(),
};
/** Writes down what became of an area, and removes everything else that is in it. */
async function closeArea(area, legs, manifest) {
    const record = {
        ...area.ref,
        submitted: (0,actor/* thisActor */.YS)(),
        legs: legs.map(({ leg }) => leg),
        generations: legs.map(({ generation }) => generation),
        manifestDigest: (0,manifest_digest/* manifestDigest */.It)(manifest),
    };
    const { submitted } = (0,parts_area/* placesIn */.yN)(area.path);
    const fresh = `${submitted}.${(0,staging_area/* newRunName */.D3)()}`;
    await external_node_fs_.promises.writeFile(fresh, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
    await external_node_fs_.promises.rename(fresh, submitted);
    await clearArea(area);
}
/** What cannot be removed now is, when the area is swept. */
async function clearArea(area) {
    const { record, submitted } = (0,parts_area/* placesIn */.yN)(area.path);
    const kept = new Set([record, submitted]);
    for (const name of await external_node_fs_.promises.readdir(area.path)) {
        const item = external_node_path_default().join(area.path, name);
        if (!kept.has(item))
            await (0,staging_area/* removeFromStaging */.ub)(item).catch(() => undefined);
    }
}
/** An area that was submitted before: that is success if the version is there, is what was published then, and has the legs. */
async function settleSubmitted(connection, area, before, { ifExists = 'error', legs = [], signal, onEvent }) {
    await clearArea(area); // whoever has submitted it may have been killed just after
    const { ref } = area;
    const sentence = `area ${area.name} was submitted as ${(0,names/* formatRef */.rq)(ref)} before, by ${(0,actor/* actorText */.fv)(before.submitted)}`;
    if (ifExists === 'error') {
        throw new errors/* GobblerError */.CE('already-exists', sentence, {
            input: 'area',
            hint: 'There is nothing left to do. Set if-exists: verify to make that a success.',
        });
    }
    const lacking = legs.filter((leg) => !before.legs.includes(leg));
    if (lacking.length > 0) {
        const names = [...new Set(lacking)].map((leg) => JSON.stringify(leg)).join(', ');
        throw new errors/* GobblerError */.CE('not-found', `${sentence}, without leg ${names}`, {
            input: 'legs',
            hint: 'Versions are permanent: correct legs, or allocate an area for another version, and add all legs to it.',
        });
    }
    if ((await (0,versions/* findSummary */.ws)(connection, ref, { forceRemote: true, signal })) === undefined) {
        throw new errors/* GobblerError */.CE('not-found', `${sentence}, but the version is not there any more`, {
            input: 'area',
            hint: 'It was rejected, has expired, or was removed: allocate a new area, and add all legs again.',
        });
    }
    const confirmed = await (0,versions/* readBack */.e7)(connection, ref, signal);
    if (ifExists === 'verify' && (0,manifest_digest/* manifestDigest */.It)(confirmed.manifest) !== before.manifestDigest) {
        throw new errors/* GobblerError */.CE('content-differs', `${sentence}, but the version is another one by now`, {
            input: 'area',
            hint: 'It was removed, and somebody has published something else under its name: choose another version name.',
        });
    }
    onEvent?.({ kind: 'notice', sentence: `${sentence}.` });
    const versionPath = external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref));
    const visible = await (0,registry_reader/* becomesVisible */.H5)(connection, ref, signal);
    const status = ifExists === 'skip' ? 'skipped' : 'verified';
    const stageMs = new stages/* StageClock */.V(undefined).spentMs;
    const result = (0,upload_result/* resultOf */.B)(connection, { ref, status, versionPath, visible, stageMs }, { scanned: NOTHING, confirmed });
    if (result.status === 'planned')
        throw new Error('what was confirmed cannot be planned');
    return { ...result, area, legs: before.legs };
}

;// CONCATENATED MODULE: ./build/client/parts/submit-area.js
















/**
 * Publishes what the legs of an area have brought, as one version, and removes the area; a record of what became of it
 * stays. Nothing is copied. Only one can submit at a time, another one waits. If it fails, is killed, or skips, the area is
 * there as before, and can be submitted again. An area that was submitted before is `verified` (or `skipped`, as `ifExists`
 * says), if the version still is what was published then.
 *
 * Legs that are missing, unfinished or in each other's way are refused as one `UploadRefused`. Codes as `openArea` and
 * `uploadDirectory`; `lock-timeout` if somebody else submits it for too long; `content-differs` if a part is not what its
 * leg has staged.
 */
async function submitArea(connection, areaName, options = {}) {
    const area = await (0,parts_area/* openArea */.GO)(connection, areaName, options.ref);
    const before = await (0,area_state/* findSubmitted */.vw)(area);
    if (before !== undefined)
        return settleSubmitted(connection, area, before, options);
    const stopTouching = (0,staging_area/* keepFresh */.yA)(area.path);
    const merged = (0,staging_area/* newRunName */.D3)();
    const { lockPatienceMs = lock_retry/* DEFAULT_PATIENCE_MS */.D, signal, onEvent } = options;
    const onNotice = (sentence) => onEvent?.({ kind: 'notice', sentence });
    let hold;
    try {
        const waiting = { giveUpAt: Date.now() + lockPatienceMs, signal, onNotice };
        hold = await SubmitHold.take(area, merged, waiting);
        if (hold !== undefined)
            return await submitHeld(connection, area, { hold, merged, options });
    }
    catch (error) {
        // Somebody else may have taken it for dead, and been faster.
        if ((await (0,area_state/* findSubmitted */.vw)(area).catch(() => undefined)) === undefined)
            throw (0,errors/* errnoOf */.UQ)(error) === undefined ? error : (0,request/* stagingWriteError */.f)(area.path, error);
    }
    finally {
        stopTouching();
        await removeMerged(external_node_path_default().join(connection.staging, merged), onNotice);
        await hold?.release();
    }
    const meanwhile = await (0,area_state/* findSubmitted */.vw)(area);
    if (meanwhile === undefined)
        throw new Error(`${area.path} is neither ours nor submitted`);
    return settleSubmitted(connection, area, meanwhile, options);
}
/** Never throws: what became of the submit is more important. */
async function removeMerged(directory, onNotice) {
    try {
        await (0,staging_area/* removeFromStaging */.ub)(directory);
    }
    catch (error) {
        onNotice(`${directory} could not be removed from staging: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function submitHeld(connection, area, { hold, merged, options }) {
    const directory = external_node_path_default().join(connection.staging, merged);
    const stopTouching = (0,staging_area/* keepFresh */.yA)(directory);
    try {
        const { legs, unfinished, checksums } = await mergeAll(area, { hold, directory, options });
        for (const sentence of unfinished.values())
            options.onEvent?.({ kind: 'notice', sentence: `${sentence}: what it brings is not in the version.` });
        await hold.requireHeld();
        const result = await publishMerged(connection, area, { directory, checksums, options });
        const names = legs.map(({ record }) => record.leg);
        if (result.status === 'skipped') {
            const sentence = `${area.name} stays as it is: nothing of it was published, and what is there was not compared with it.`;
            options.onEvent?.({ kind: 'notice', sentence });
            return { ...result, area, legs: names };
        }
        // Its runners may have gone, and with them all other copies.
        await (0,lost_content/* requireWhole */.Z7)(connection, area.ref, result.manifest, { exactly: true, signal: options.signal });
        await hold.requireHeld();
        await hold.fallSilent();
        const records = legs.map(({ record }) => record);
        await closeArea(area, records, result.manifest).catch((error) => {
            if ((0,errors/* errnoOf */.UQ)(error) === undefined)
                throw error;
            const sentence = `${area.path} could not be removed, although it is submitted: ${(0,errors/* messageOf */.bD)(error)}`;
            options.onEvent?.({ kind: 'notice', sentence });
        });
        return { ...result, area, legs: names };
    }
    finally {
        stopTouching();
    }
}
/**
 * Reads what the legs have brought, refuses what is wrong with it, and puts it together in `directory`, which is made. A
 * leg that ends on another machine just now may still add its record (see `awaitVerdict`): the records are read once more
 * when all is done, and everything is done again if there is another one.
 */
async function mergeAll(area, { hold, directory, options }) {
    for (let attempts = 1;; attempts++) {
        // In this order: what becomes complete in between was found as unfinished, and is not lost between the two.
        const unfinished = await unfinishedLegs(area);
        const records = await (0,leg_run/* completeLegs */.Ly)(hold.legs);
        const legs = await contentsOf(area, records);
        (0,finding/* refuseIfAny */.Yb)(`the submit of ${(0,names/* formatRef */.rq)(area.ref)}`, [
            ...missingLegs(area, { legs, unfinished, wanted: options.legs }),
            ...(0,collisions/* collisionsOf */.l)(legs, 'area'),
        ]);
        const own = await (0,staging_area/* makeClosedDirectory */.wq)(directory);
        const checksums = await merge(area, legs, directory, options);
        if ((0,external_node_util_.isDeepStrictEqual)(await (0,leg_run/* completeLegs */.Ly)(hold.legs), records)) {
            await (0,staging_area/* openToService */.$Y)(own);
            return { legs, unfinished, checksums };
        }
        if (attempts === MOST_MERGES)
            throw neverDone(area);
        options.onEvent?.({
            kind: 'notice',
            sentence: 'A leg was added just now; putting the legs together again.',
        });
        await (0,staging_area/* removeFromStaging */.ub)(directory);
    }
}
const MOST_MERGES = 5;
function neverDone({ name, ref }) {
    return new errors/* GobblerError */.CE('lock-timeout', `area ${name} for ${(0,names/* formatRef */.rq)(ref)} got new legs ${MOST_MERGES} times while it was being submitted`, { input: 'area', hint: 'Let submit start after all legs.' });
}
async function publishMerged(connection, { ref }, { directory, checksums, options, }) {
    const { probation, refuseProbation, ifExists, deduplicate, verify, sha256, concurrency } = options;
    const { spoof, lockPatienceMs, signal, onEvent } = options;
    const result = await (0,upload_directory/* uploadDirectory */.z)(connection, {
        ...ref,
        directory,
        checksums,
        ...(probation !== undefined && { probation }),
        ...(refuseProbation !== undefined && { refuseProbation }),
        ...(ifExists !== undefined && { ifExists }),
        ...(deduplicate !== undefined && { deduplicate }),
        ...(verify !== undefined && { verify }),
        ...(sha256 !== undefined && { sha256 }),
        concurrency,
        spoof,
        lockPatienceMs,
        signal,
        ...(onEvent && { onEvent }),
    });
    if (result.status === 'planned')
        throw new Error('an upload that was not dry has published nothing');
    return result;
}
async function contentsOf(area, records) {
    const contents = [];
    for (const record of records) {
        const part = (0,leg_run/* partOf */.BU)(area, record.leg, record.generation);
        contents.push({ record, entries: await (0,listing/* readListing */.vS)(part, record) });
    }
    return contents;
}
/** A sentence for each leg of which a run has not finished. */
async function unfinishedLegs(area) {
    const sentences = new Map();
    for (const { leg, begun } of await (0,leg_run/* unfinishedRuns */.CD)(area)) {
        const who = begun === undefined ? '' : ` (${(0,actor/* actorText */.fv)(begun)})`;
        sentences.set(leg, `a run of leg ${JSON.stringify(leg)}${who} has not finished`);
    }
    return sentences;
}
const MOST_NAMES = 10;
function firstNames(names) {
    const shown = names.slice(0, MOST_NAMES).map((name) => JSON.stringify(name));
    return names.length > MOST_NAMES
        ? `${shown.join(', ')} and ${names.length - MOST_NAMES} more`
        : shown.join(', ');
}
function missingLegs(area, { legs, unfinished, wanted }) {
    if (wanted === undefined) {
        if (legs.length === 0 && unfinished.size === 0)
            return [{ kind: 'missing-leg', input: 'area', message: `area ${area.name} holds no leg yet` }];
        return [...unfinished.values()].map((message) => ({ kind: 'unfinished-leg', message }));
    }
    const complete = new Set(legs.map(({ record }) => record.leg));
    const missing = [...new Set(wanted)].filter((leg) => !complete.has(leg));
    const there = `which holds ${complete.size === 0 ? 'no leg yet' : firstNames([...complete])}`;
    return missing.map((leg) => {
        const message = unfinished.get(leg) ?? `leg ${JSON.stringify(leg)} is not in area ${area.name}, ${there}`;
        return { kind: 'missing-leg', message };
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
// EXTERNAL MODULE: ./build/commands/progress/progress.js
var progress_progress = __webpack_require__(5465);
// EXTERNAL MODULE: ./build/commands/progress/arrivals.js
var arrivals = __webpack_require__(8440);
// EXTERNAL MODULE: ./build/commands/upload/upload-inputs.js
var upload_inputs = __webpack_require__(5455);
// EXTERNAL MODULE: ./build/commands/upload/staging-sweep.js + 1 modules
var staging_sweep = __webpack_require__(9201);
// EXTERNAL MODULE: ./build/commands/upload/upload-files.js
var upload_files = __webpack_require__(6415);
// EXTERNAL MODULE: ./build/commands/upload/manifest-output.js
var manifest_output = __webpack_require__(7411);
// EXTERNAL MODULE: ./build/commands/upload/upload-report.js + 1 modules
var upload_report = __webpack_require__(1558);
;// CONCATENATED MODULE: ./build/commands/parts/submit.js







const submit_inputs = {
    area: (0,inputs/* requiredText */.$4)(),
    legs: (0,inputs/* lines */.Mn)(''),
    project: (0,inputs/* text */.Qq)(),
    asset: (0,inputs/* text */.Qq)(),
    version: (0,inputs/* text */.Qq)(),
    ...service_inputs/* serviceInputs */.r7,
    probation: (0,inputs/* flag */.Jt)(false),
    'if-probational': (0,inputs/* choice */.Yq)(['warn', 'error', 'ignore'], 'warn'),
    'if-exists': (0,inputs/* choice */.Yq)(['verify', 'skip', 'error'], 'verify'),
    deduplicate: (0,inputs/* choice */.Yq)(['latest', 'all', 'off'], 'latest'),
    verify: (0,inputs/* choice */.Yq)(['checksum', 'all', 'size', 'off'], 'checksum'),
    concurrency: (0,inputs/* integerOrAuto */.NJ)({ from: 1, to: 1024 }),
    'checksums-file': (0,inputs/* optionalPath */.s2)(),
    ...service_inputs/* spoofableInputs */.bc,
};
const outputs = [...upload_inputs/* versionOutputs */.V7, 'legs-count'];
/** Publishes what the legs of an area have brought, as one version. */
const submit_submit = (0,command/* defineVerb */.P)({
    name: 'submit',
    inputs: submit_inputs,
    outputs,
    failed: ({ area }, error, answers) => (0,upload_inputs/* notPublished */.W8)(area, error, answers),
    unanswered: { created: false },
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,log/* line */.n8)(`Submitting ${given.area} at ${given.url}`);
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    await (0,staging_sweep/* sweepLeftovers */.Z)(connection.staging);
    const checksumsFile = given['checksums-file'];
    if (checksumsFile !== undefined)
        await (0,upload_files/* requireWritableChecksums */.m0)(connection, checksumsFile);
    const { project, asset, version } = given;
    const { ref } = await (0,parts_area/* openArea */.GO)(connection, given.area, { project, asset, version });
    await (0,staging_sweep/* sweepAbandoned */.L)(connection);
    await (0,manifest_output/* requireHandover */.v)(connection);
    const { result, created } = await publish(connection, context, ref);
    if (!created)
        setOutput('created', false);
    context.accomplished(result.status, `${(0,names/* formatRef */.rq)(ref)} ${upload_report/* SAID */.SK[result.status]}`);
    setOutput('legs-count', result.legs.length);
    (0,log/* group */.Os)(`${(0,names/* formatRef */.rq)(ref)} consists of ${(0,format/* formatNumberOf */.Of)(result.legs.length, 'leg')}`, result.legs);
    await (0,upload_report/* reportVersion */.fV)(connection, { inputs: given, setOutput, signal }, result);
    setOutput('status', result.status);
}
async function publish(connection, { inputs: given, setOutput, signal }, ref) {
    const directory = external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref));
    const progress = new progress_progress/* UploadProgress */.T({
        arrivals: connection.registryVisible ? new arrivals/* Arrivals */.V(directory) : undefined,
        verifies: given.verify !== 'off',
    });
    let created = false;
    try {
        const result = await submitArea(connection, given.area, {
            ref,
            ...(given.legs.length > 0 && { legs: given.legs }),
            probation: given.probation,
            refuseProbation: given['if-probational'] === 'error',
            ifExists: given['if-exists'],
            deduplicate: given.deduplicate,
            verify: given.verify,
            sha256: given['checksums-file'] !== undefined,
            concurrency: given.concurrency,
            spoof: given.spoof,
            lockPatienceMs: given['lock-wait-minutes'],
            signal,
            onEvent: (event) => {
                // Whatever fails from here on, the version is there.
                if (event.kind === 'done' && event.stage === 'publish') {
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

/***/ 244:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ isRecent),
/* harmony export */   YK: () => (/* binding */ isSameUpload),
/* harmony export */   rZ: () => (/* binding */ otherSums),
/* harmony export */   tT: () => (/* binding */ differencesFromSums)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2377);
/* harmony import */ var _client_registry_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(461);
/* harmony import */ var _client_source_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(446);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1838);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3455);
/* harmony import */ var _progress_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8995);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4444);







/** Compares every byte of a version with `checksums-file`. Returns how they differ, as sentences. Codes as `compareSums`. */
async function differencesFromSums(connection, ref, { content, sums }, signal) {
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`Comparing ${(0,_version_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .contentSize */ .vc)(content)} of ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(ref)} with checksums-file`);
    const ticker = new _progress_index_js__WEBPACK_IMPORTED_MODULE_3__/* .FileTicker */ .rX();
    ticker.begin('Comparing', content.manifest.size);
    try {
        const { manifest } = content;
        return await (0,_client_registry_index_js__WEBPACK_IMPORTED_MODULE_4__/* .compareSums */ .s)(connection, ref, { manifest, sums }, { signal, onFile: () => ticker.advance() });
    }
    finally {
        ticker.stop();
    }
}
/** Another content than `checksums-file` says, with code `content-differs`. */
function otherSums(ref, state, differences) {
    const count = differences.length;
    const differ = count === 1 ? 'one of its files is' : `${count} of its files are`;
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_5__/* .GobblerError */ .CE('content-differs', `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(ref)} ${state}, but ${differ} not what checksums-file says: ${differences[0]}`, {
        input: 'checksums-file',
        findings: (0,_client_source_index_js__WEBPACK_IMPORTED_MODULE_6__/* .firstOf */ .Ku)(differences),
        hint: 'Find out which of the two is right: the sums may be those of another version, or the files of another build.',
    });
}
/** Records of time have whole seconds, and clocks may differ by a minute. */
const MAY_HAVE_BEEN_REPLACED_MS = 120_000;
/**
 * Whether a version may have taken the place of one with the same summary: of another that was uploaded, rejected and
 * uploaded again within a second.
 */
function isRecent({ uploadFinish }) {
    return Date.now() - ((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_7__/* .parseTimestamp */ .EH)(uploadFinish) ?? Date.now()) < MAY_HAVE_BEEN_REPLACED_MS;
}
/** Whether two summaries are of one upload, as far as they tell. */
function isSameUpload(a, b) {
    return (a.uploadUserId === b.uploadUserId && a.uploadStart === b.uploadStart && a.uploadFinish === b.uploadFinish);
}


/***/ }),

/***/ 7254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf),
/* harmony export */   w: () => (/* binding */ requirePinned)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5642);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4475);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2377);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);


/** Asks the service what a version holds. Codes as `fetchManifest`. */
async function contentOf(connection, ref, signal) {
    const manifest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchManifest */ .Cj)(connection, ref, { forceRemote: true, signal });
    return { manifest, digest: (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(manifest) };
}
/** Refuses a content that is not the one that was pinned, if one was, with code `content-differs`. */
function requirePinned(ref, pinned, { digest }) {
    if (pinned === undefined || pinned === digest)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE('content-differs', `manifest-digest pins ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} to ${pinned}, but its content has the digest ${digest}`, {
        input: 'manifest-digest',
        hint: 'It is not what was looked at: it may have been rejected and uploaded again. Look at what is there now, and pin that if it is right.',
    });
}


/***/ }),

/***/ 9579:
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
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2377);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(835);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1326);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6879);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8034);






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
            problems.push(`${key} could not be looked at: ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(found)}`);
        else if (found.size === expected)
            sound.push({ path: key, sizeBytes: found.size });
        else
            problems.push(`${key} should have ${expected} bytes, but has ${found.size}`);
    };
    const filesystems = new _fs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Filesystems */ .H4();
    const dev = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(root, { throwIfNoEntry: false })?.dev ?? NO_DEVICE;
    await new _fs_index_js__WEBPACK_IMPORTED_MODULE_4__/* .DiskPace */ .F().forEach(files, {
        now: (key) => look(key, outcomeOf(() => filesystems.statNow(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, key), dev))),
        later: async (key) => {
            const found = await filesystems.stat(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, key), dev).catch((error) => error);
            look(key, found);
        },
    }, { concurrency, signal });
    if (check === 'checksum') {
        const sums = await (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_5__/* .md5OfFiles */ .RW)(sound, ({ path: key }) => node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, key), { signal, onFile });
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
    const message = `${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_6__/* .formatNumberOf */ .Of)(problems.length, 'file')} in ${root} ${problems.length === 1 ? 'differs' : 'differ'} from the manifest`;
    return new _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE('content-differs', `${message}: ${problems[0]}`, {
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

/***/ 1222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ absence),
/* harmony export */   B: () => (/* binding */ lookAtVersion)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5642);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7154);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3387);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2377);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7143);

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
    if (!(await exists((0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchPermissions */ .LN)(connection, { project: ref.project }, fresh)))) {
        return { kind: 'absent', missing: 'project' };
    }
    const versions = await exists((0,_client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .listVersions */ .yO)(connection, ref, fresh));
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
        if (error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE && error.code === 'not-found')
            return undefined;
        throw error;
    }
}
async function requireSameService({ url, serviceStaging }, signal) {
    const { staging } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceInfo */ .w)(url, { signal });
    if (staging === serviceStaging)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE('service-misconfigured', `${url} should be the service with the staging directory ${serviceStaging}, but now has ${staging}`, { input: 'url', hint: 'Another Gobbler answers at this address.' });
}


/***/ }),

/***/ 4059:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M6: () => (/* binding */ versionToFetch),
/* harmony export */   Mk: () => (/* binding */ NotFound),
/* harmony export */   b5: () => (/* binding */ requireSelected),
/* harmony export */   x$: () => (/* binding */ requireComplete)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2377);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5642);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4530);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9748);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8034);
/* harmony import */ var _version_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1222);




/** What was asked for does not exist, for which the user may have other plans than a failure. */
class NotFound extends _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE {
    constructor(message, hint, input) {
        super('not-found', message, { hint, input });
    }
}
/** The version that was asked for, or the latest one, if it may be used. Throws {@link NotFound}, and code `on-probation`. */
async function versionToFetch(connection, wanted, signal) {
    const asset = { project: wanted.project, asset: wanted.asset };
    const version = wanted.version ?? (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchLatest */ .wF)(connection, asset, { forceRemote: true, signal }));
    if (version === undefined) {
        const hint = 'Check project and asset. Versions on probation are never the latest: name such a version.';
        throw new NotFound(`${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(asset)} does not exist, or has no approved version`, hint, 'project, asset');
    }
    const ref = { ...asset, version };
    const summary = requireComplete(ref, await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_3__/* .lookAtVersion */ .B)(connection, ref, signal));
    if (summary.onProbation && !wanted.allowProbational) {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('on-probation', `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(ref)} is on probation: nobody has approved it yet`, {
            input: 'allow-probational',
            hint: 'Wait until an owner of the project approves it, or set allow-probational: true. It may still be rejected, and vanish.',
        });
    }
    return { ref, summary };
}
/** The keys of a version that are selected. Throws {@link NotFound} if none is, unless the version is empty. */
function requireSelected(ref, manifest, selection) {
    const keys = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_4__/* .selectedKeys */ .AH)(manifest, selection);
    if (keys.length > 0 || manifest.size === 0)
        return keys;
    const hint = `The version has ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .formatNumberOf */ .Of)(manifest.size, 'entry', 'entries')}; patterns are relative to it.`;
    throw new NotFound(`files selects nothing of ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(ref)}`, hint, 'files');
}
/** The summary of a version that is there. Throws {@link NotFound} for one that is not, or not yet. */
function requireComplete(ref, state) {
    if (state.kind === 'complete')
        return state.summary;
    if (state.kind === 'unfinished') {
        throw new NotFound(`the upload of ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(ref)} has not finished`, 'Try it later. If it never finishes, its upload has crashed, and an administrator has to delete it (with force).', 'version');
    }
    throw new NotFound((0,_version_state_js__WEBPACK_IMPORTED_MODULE_3__/* .absence */ .A)(ref, state.missing), 'Check the names; a version on probation may also have been rejected.', state.missing);
}


/***/ }),

/***/ 8670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 4 modules
var core = __webpack_require__(4962);
// EXTERNAL MODULE: ./build/client/connection/identity.js
var identity = __webpack_require__(6836);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/client/connection/connection.js + 1 modules
var connection_connection = __webpack_require__(7143);
// EXTERNAL MODULE: ./build/client/requests/maintenance.js
var maintenance = __webpack_require__(8265);
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
// EXTERNAL MODULE: ./build/commands/kit/untold.js
var untold = __webpack_require__(9191);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/github/runner.js + 1 modules
var runner = __webpack_require__(3549);
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
;// CONCATENATED MODULE: ./build/github/start/process-identity.js


/**
 * The start time of a process, by which it is told from a later one with the same number. Undefined if there is no such
 * process; empty where the system does not tell.
 */
function startTimeOf(pid) {
    if (!send(pid, 0))
        return undefined;
    return canSeeProcesses() ? factsOf(pid)?.startTime : '';
}
/** Every process that has not ended; undefined where the system does not tell. */
function allProcesses() {
    if (!canSeeProcesses())
        return undefined;
    const numbers = (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name));
    return numbers.flatMap((number) => factsOf(Number(number)) ?? []);
}
/** Whether a process has a line in its environment. False for processes of other users, whose environment is closed. */
function hasInEnvironment(pid, entry) {
    return readOf(pid, 'environ')?.split('\0').includes(entry) ?? false;
}
/** Sends a signal to a process, or with a negative number to its group. False if there is none. */
function send(pid, signal) {
    try {
        process.kill(pid, signal);
        return true;
    }
    catch (error) {
        // It exists, and belongs to somebody else.
        if ((0,errors/* errnoOf */.UQ)(error) === 'EPERM')
            return true;
        if ((0,errors/* errnoOf */.UQ)(error) === 'ESRCH')
            return false;
        throw error;
    }
}
const canSeeProcesses = () => readOf(process.pid, 'stat') !== undefined;
function factsOf(pid) {
    // The name of the program, in parentheses, may hold anything; the fields after it are fixed.
    const fields = readOf(pid, 'stat')?.split(') ').at(-1)?.split(' ');
    if (fields === undefined)
        return undefined;
    const [state = '', , group, session] = fields;
    if ('ZX'.includes(state))
        return undefined;
    return { pid, group: Number(group), session: Number(session), startTime: fields[19] ?? '' };
}
/** The content of a file of a process; undefined if it has ended, or does not show it to this user. */
function readOf(pid, file) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/${file}`, 'latin1');
    }
    catch (error) {
        if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((0,errors/* errnoOf */.UQ)(error) ?? ''))
            return undefined;
        throw error;
    }
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
/** Whether any process of the service is there. */
const isServiceThere = (service) => membersOf(service, membership(service)).length > 0;
/**
 * Group and session count only if the leader is there in the beginning: as long as one of them has a member, the system
 * gives the leader's number to nobody else.
 */
function membership({ leader, leaderStartTime, mark }) {
    const leads = startTimeOf(leader) === leaderStartTime;
    const marked = `${MARK}=${mark}`;
    return ({ pid, group, session }) => (leads && (group === leader || session === leader)) || hasInEnvironment(pid, marked);
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

/** What is none of the service's business: inputs of this step, and tokens of the job. */
const RUNNER_VARIABLES = /^(INPUT_|STATE_|GITHUB_|ACTIONS_)/;
/**
 * The environment of a service of ours, with a mark that all of its processes inherit. It keeps `RUNNER_TRACKING_ID`, by which the runner finds what a job has left
 * behind: should the post step not run, the service still ends with the job.
 */
function serviceEnvironment(mark) {
    const kept = Object.entries(process.env).filter(([name]) => !RUNNER_VARIABLES.test(name));
    return {
        ...Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
        ...(mark !== undefined && { [MARK]: mark }),
    };
}

;// CONCATENATED MODULE: ./build/github/start/gobbler-program.js






/** How long a program may take to say what flags it has, and how much longer to end when it is told to. */
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
    const { said, failure } = await unlessStopped(helpOf(command), signal);
    if (/(^|\s)-registry\b/m.test(said) && /(^|\s)-staging\b/m.test(said))
        return [command];
    throw new errors/* GobblerError */.CE('invalid-input', `binary should be a Gobbler, but ${command} -h ${failure ?? 'names no flags -registry and -staging'}`, {
        input: 'binary',
        hint: 'Give the path of a Gobbler that can be run on this machine, or leave it out for the embedded one.',
    });
}
/**
 * Through `timeout`, since the toolkit cannot be told to give up. Many programs end with an error after their flags. Given
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
        const said = stdout + stderr;
        if (ENDED_BY_TIMEOUT.includes(exitCode))
            return { said, failure: 'does not end' };
        if (!CANNOT_BE_RUN.includes(exitCode))
            return { said };
        return { said, failure: `cannot be run: ${stderr.trim().split('\n').at(-1) || `exit code ${exitCode}`}` };
    }
    catch (error) {
        return { said: '', failure: `cannot be tried: ${(0,errors/* messageOf */.bD)(error)}` };
    }
}
/** The result of work that cannot be stopped; it goes on by itself when the signal comes, whose reason is thrown. */
async function unlessStopped(work, signal) {
    signal.throwIfAborted();
    let stop = () => undefined;
    const stopped = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([work, stopped]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
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
        throw new errors/* GobblerError */.CE('destination-unavailable', `${temporary} cannot be made: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: 'Set RUNNER_TEMP, or TMPDIR, to a directory in which this user can write.',
            cause: error,
        });
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
            throw new errors/* GobblerError */.CE('destination-unavailable', `${input} cannot be used: ${(0,errors/* messageOf */.bD)(error)}`, {
                input,
                hint: 'Choose a directory in which this user can write, or leave the input out.',
                cause: error,
            });
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
    throw new errors/* GobblerError */.CE('invalid-input', `registry ${registry} and staging ${staging} should lie apart`, {
        input: 'registry, staging',
        hint: 'Give two directories of which neither is in the other.',
    });
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
        try {
            return await startAt(wish, wish.port || (await freePort()));
        }
        catch (error) {
            const isFinal = wish.port !== 0 || attempt === PORT_ATTEMPTS || !isPortTaken(wish.logFile);
            if (isFinal)
                throw error;
        }
    }
}
async function startAt(wish, port) {
    const { registry, staging, signal, logFile } = wish;
    if (await isListening(port)) {
        throw new errors/* GobblerError */.CE('service-unreachable', `another service answers at port ${port} already`, {
            input: 'port',
            hint: 'Choose another port, or 0 for any that is free.',
        });
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
    let failure;
    child.once('error', (error) => {
        failure = (0,errors/* messageOf */.bD)(error);
    });
    // A program may go into the background, and leave the service to a process of its own.
    let isInBackground = false;
    child.once('exit', (code, by) => {
        if (code === 0)
            isInBackground = true;
        else
            failure ??= `it ended with ${by ?? `exit code ${code}`}`;
    });
    child.unref();
    const processes = child.pid === undefined ? undefined : processesFrom(child.pid, mark);
    if (processes !== undefined)
        wish.onProcess(processes, url);
    const giveUpAt = performance.now() + START_PATIENCE_MS;
    try {
        while (failure === undefined && performance.now() < giveUpAt) {
            const found = await stagingAt(url, signal);
            if (found === staging && processes !== undefined)
                return { url, processes };
            if (found !== undefined)
                failure = `another service answers there, with the staging directory ${found}`;
            else if (isInBackground && !(processes && isServiceThere(processes)))
                failure = 'it ended with exit code 0';
            else
                await (0,promises_.setTimeout)(started_service_LOOK_EVERY_MS, undefined, { signal });
        }
    }
    catch (error) {
        failure = (0,errors/* messageOf */.bD)(error);
    }
    if (processes !== undefined)
        await endService(processes, STOP_PATIENCE_MS);
    signal.throwIfAborted();
    const why = failure ?? `it did not answer within ${START_PATIENCE_MS / 1000} s`;
    const message = `the service did not come up at ${url}: ${why}`;
    throw new errors/* GobblerError */.CE('service-unreachable', message, {
        ...(wish.port !== 0 && { input: 'port' }),
        findings: [message, ...endOfLog(logFile)],
        hint: `Its log tells more: ${logFile}`,
    });
}
const processesFrom = (leader, mark) => ({
    leader,
    leaderStartTime: startTimeOf(leader) ?? '',
    mark,
});
/**
 * Whether a service that was ended still holds its port. The port may have been taken by somebody else since, if the
 * service had ended before.
 */
async function holdsPort(url, staging, wasThere) {
    if (!(await isListening(Number(new URL(url).port))))
        return false;
    return wasThere || (await stagingAt(url, AbortSignal.timeout(STOP_PATIENCE_MS))) === staging;
}
/** What answers at an address, by its staging directory; undefined while nobody does, or not like a Gobbler. */
async function stagingAt(url, signal) {
    if (!(await isListening(Number(new URL(url).port))))
        return undefined;
    try {
        return (await (0,connection_connection/* serviceInfo */.w)(url, { signal })).staging;
    }
    catch (error) {
        if (error instanceof errors/* GobblerError */.CE && error.code === 'service-misconfigured')
            return 'of something else';
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
function freePort() {
    return new Promise((resolve, reject) => {
        const probe = external_node_net_default().createServer().once('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}
function isPortTaken(logFile) {
    return endOfLog(logFile).some((text) => /EADDRINUSE|address already in use/.test(text));
}
const LOG_LINES = 20;
/** The last lines of a log; none if it cannot be read. */
function endOfLog(logFile) {
    try {
        return (0,external_node_fs_.readFileSync)(logFile, 'utf8').trimEnd().split('\n').slice(-LOG_LINES);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/github/start/start.js











const start_inputs = {
    registry: (0,inputs/* optionalPath */.s2)(),
    staging: (0,inputs/* optionalPath */.s2)(),
    port: (0,inputs/* integer */.nd)({ from: 0, to: 65_535, standard: 0 }),
    admin: (0,inputs/* nameLines */.RA)(),
    projects: (0,inputs/* lines */.Mn)(''),
    binary: (0,inputs/* text */.Qq)(),
    'probation-days': (0,inputs/* integer */.nd)({ from: 1, to: 36_500 }),
    'log-file': (0,inputs/* optionalPath */.s2)(),
};
const outputs = ['url', 'staging', 'registry', 'pid', 'log-path'];
/** State passed to the post step; each is saved before what it is about is there to be cleaned up. */
const STATE_TEMPORARY = 'temporary';
const STATE_PID = 'pid';
const STATE_START_TIME = 'start-time';
const STATE_MARK = 'mark';
const STATE_URL = 'url';
const STATE_STAGING = 'staging';
const STATE_LOG = 'log';
/** A Gobbler for the length of a job. */
const start = (0,command/* defineVerb */.P)({
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
    (0,runtime/* host */.H)().keep(STATE_LOG, logFile);
    (0,runtime/* host */.H)().keep(STATE_STAGING, staging);
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
        onProcess: ({ leader, leaderStartTime, mark }, at) => {
            (0,runtime/* host */.H)().keep(STATE_PID, String(leader));
            (0,runtime/* host */.H)().keep(STATE_START_TIME, leaderStartTime);
            (0,runtime/* host */.H)().keep(STATE_MARK, mark);
            (0,runtime/* host */.H)().keep(STATE_URL, at);
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
    if ((0,runner/* hasRunner */.X)())
        (0,untold/* telling */.gM)('GOBBLER_URL', () => core/* exportVariable */.dN('GOBBLER_URL', url));
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
        if (!(error instanceof errors/* GobblerError */.CE))
            throw error;
        throw new errors/* GobblerError */.CE(error.code, `projects: ${error.message}`, {
            input: 'projects',
            ...(error.hint !== undefined && { hint: error.hint }),
        });
    }
}
/** Projects are created by this process, so it has to be one of the administrators. */
function requireAdmin(projects, admins, me) {
    if (projects.length === 0 || (me !== undefined && admins.includes(me)))
        return;
    throw new errors/* GobblerError */.CE('invalid-input', `projects are created by ${me ?? 'this user, who has no name'}, but admin names ${admins.join(', ') || 'nobody'}`, { input: 'admin', hint: `Add ${me ?? 'a user with a name'} to admin, or leave out admin or projects.` });
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
            if (!(error instanceof errors/* GobblerError */.CE) || error.code !== 'already-exists')
                throw error;
            await (0,permissions/* fetchPermissions */.LN)(connection, { project }, { signal });
            (0,log/* line */.n8)(`The project ${project} exists already`);
        }
    }
}
/** Stops the service, shows the end of its log, and removes what was made for it. */
async function post() {
    const leader = Number((0,runtime/* host */.H)().recall(STATE_PID));
    if (leader > 0)
        await stop(leader);
    const temporary = (0,runtime/* host */.H)().recall(STATE_TEMPORARY);
    if (temporary !== '')
        await external_node_fs_.promises.rm(temporary, { recursive: true, force: true });
}
async function stop(leader) {
    const processes = {
        leader,
        leaderStartTime: (0,runtime/* host */.H)().recall(STATE_START_TIME),
        mark: (0,runtime/* host */.H)().recall(STATE_MARK),
    };
    const [url, staging, logFile] = [STATE_URL, STATE_STAGING, STATE_LOG].map((name) => (0,runtime/* host */.H)().recall(name));
    const wasThere = isServiceThere(processes);
    const left = await endService(processes, STOP_PATIENCE_MS);
    const isOpen = await holdsPort(url ?? '', staging ?? '', wasThere);
    const said = endOfLog(logFile ?? '');
    // Whether the job has failed is not told to a post step; the log is folded, so it does no harm.
    (0,log/* group */.Os)(`The end of the log of the Gobbler (${logFile})`, said);
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
    else if (!wasThere) {
        (0,log/* annotateWarning */.tf)({
            title: 'The Gobbler has ended early',
            sentences: [
                'It was not there any more at the end of the job. The last it has said:',
                ...said.slice(-3),
            ],
        });
    }
}


/***/ })

};
;