"use strict";
exports.id = 703;
exports.ids = [703];
exports.modules = {

/***/ 7703:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   approve: () => (/* binding */ approve)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _checked_sums_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4300);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(851);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3368);
/* harmony import */ var _maintainers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5709);
/* harmony import */ var _pinned_content_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4142);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8827);
/* harmony import */ var _sha256sum_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9388);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3566);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8951);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4375);
/* harmony import */ var _version_state_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9214);

















const inputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requiredText */ .$4)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requiredText */ .$4)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requiredText */ .$4)(),
    'manifest-digest': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .digest */ .br)(),
    'checksums-file': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .optionalPath */ .s2)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .serviceInputs */ .r7,
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .spoofableInputs */ .bc,
};
const outputs = ['status', 'changed', 'version-path', 'manifest-digest'];
/** Takes a version off probation, if its content is the one that was looked at. */
const approve = (0,_verb_js__WEBPACK_IMPORTED_MODULE_12__/* .defineVerb */ .P)({
    name: 'approve',
    inputs,
    outputs,
    failed: (given) => `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(given)} was not approved`,
    unanswered: { changed: false },
    run,
});
async function run({ inputs: given, setOutput, accomplished, signal }) {
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .requireVersion */ .eU)(ref);
    const checksumsFile = given['checksums-file'];
    const sums = checksumsFile === undefined ? undefined : await (0,_sha256sum_js__WEBPACK_IMPORTED_MODULE_10__/* .readSums */ .P)(checksumsFile);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_14__/* .line */ .n8)(`Approving ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} at ${given.url}`);
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_8__/* .connectTo */ .m6)(given, signal);
    setOutput('version-path', node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(ref)));
    const before = await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_13__/* .lookAtVersion */ .B)(connection, ref, signal);
    if (before.kind !== 'complete')
        throw notThere(ref, before);
    const content = await (0,_pinned_content_js__WEBPACK_IMPORTED_MODULE_7__/* .contentOf */ .$)(connection, ref, signal);
    setOutput('manifest-digest', content.digest);
    (0,_pinned_content_js__WEBPACK_IMPORTED_MODULE_7__/* .requirePinned */ .w)(ref, given['manifest-digest'], content);
    const seen = { summary: before.summary, content };
    if (sums !== undefined)
        await requireSums(connection, ref, { seen, sums }, signal);
    const changed = before.summary.onProbation && (await takeOffProbation(connection, ref, { given, signal }));
    setOutput('changed', changed);
    const isPinned = given['manifest-digest'] !== undefined || sums !== undefined;
    const done = () => accomplished('approved', `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} is approved`);
    if (!isPinned)
        done();
    // Between the look and the approval it may have been rejected and uploaded again.
    const approved = before.summary.onProbation ? await (0,_pinned_content_js__WEBPACK_IMPORTED_MODULE_7__/* .contentOf */ .$)(connection, ref, signal) : content;
    if (given['manifest-digest'] !== undefined)
        requireStillPinned(ref, content, approved);
    if (sums !== undefined && before.summary.onProbation)
        await requireStillSame(connection, ref, { seen, sums }, signal);
    done();
    const latest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchLatest */ .wF)(connection, ref, { forceRemote: true, signal });
    const standing = latest === ref.version ? 'the latest version' : `not the latest version, which is ${latest}`;
    (0,_log_js__WEBPACK_IMPORTED_MODULE_14__/* .line */ .n8)(`${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} ${changed ? 'is approved' : 'was approved before'}: ${(0,_version_facts_js__WEBPACK_IMPORTED_MODULE_15__/* .contentSize */ .vc)(approved)}, ${standing}`);
    const heading = `### ✅ ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_16__/* .harmlessMarkup */ .km)((0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref))} ${changed ? 'approved' : 'was approved before'}`;
    const facts = (0,_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .factTable */ .Bu)([
        ...(0,_version_facts_js__WEBPACK_IMPORTED_MODULE_15__/* .versionRows */ .QI)(before.summary, approved),
        ['Latest version', latest === undefined ? 'none' : (0,_harmless_js__WEBPACK_IMPORTED_MODULE_16__/* .harmlessCode */ .tt)(latest)],
    ]);
    await (0,_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .writeSummary */ .Sy)(heading, facts);
    setOutput('status', 'approved');
}
/** Asks the service for it. False if somebody else has done so meanwhile. */
async function takeOffProbation(connection, ref, { given, signal }) {
    try {
        await (0,_maintainers_js__WEBPACK_IMPORTED_MODULE_6__/* .asMaintainer */ .v)(connection, ref.project, { signal, what: `approve versions of ${ref.project}` }, () => (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .approveProbation */ .iD)(connection, ref, { ...(0,_service_connection_js__WEBPACK_IMPORTED_MODULE_8__/* .actingFor */ .IH)(given), ...(0,_service_connection_js__WEBPACK_IMPORTED_MODULE_8__/* .submitting */ .B2)(given, signal) }));
        return true;
    }
    catch (error) {
        const isDone = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE && ['not-on-probation', 'connection-lost'].includes(error.code);
        if (!isDone)
            throw error;
        const now = await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_13__/* .lookAtVersion */ .B)(connection, ref, signal);
        if (now.kind !== 'complete' || now.summary.onProbation)
            throw error;
        (0,_log_js__WEBPACK_IMPORTED_MODULE_14__/* .line */ .n8)(`${error.message}. The registry says that it is approved.`);
        return error.code === 'connection-lost';
    }
}
/** Refuses another content than the sums say. Nothing has been asked of the service by then. Code `content-differs`. */
async function requireSums(connection, ref, { seen, sums }, signal) {
    const { content, summary } = seen;
    const differences = await (0,_checked_sums_js__WEBPACK_IMPORTED_MODULE_4__/* .differencesFromSums */ .tT)(connection, ref, { content, sums }, signal);
    if (differences.length > 0)
        throw (0,_checked_sums_js__WEBPACK_IMPORTED_MODULE_4__/* .otherSums */ .rZ)(ref, 'is not approved', differences);
    const now = await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_13__/* .lookAtVersion */ .B)(connection, ref, signal);
    if (now.kind !== 'complete')
        throw notThere(ref, now);
    const { digest: found } = await (0,_pinned_content_js__WEBPACK_IMPORTED_MODULE_7__/* .contentOf */ .$)(connection, ref, signal);
    if ((0,_checked_sums_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameUpload */ .YK)(summary, now.summary) && found === content.digest)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('content-differs', `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} was replaced while it was compared`, {
        input: 'checksums-file',
        hint: 'It was rejected and uploaded again, perhaps by another run. Run this again if that is expected.',
    });
}
/** Makes sure that what was approved is what was compared before. Code `content-differs`. */
async function requireStillSame(connection, ref, { seen: { summary }, sums }, signal) {
    const now = await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_13__/* .lookAtVersion */ .B)(connection, ref, signal);
    if (now.kind === 'complete' && (0,_checked_sums_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameUpload */ .YK)(summary, now.summary) && !(0,_checked_sums_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecent */ .Kb)(summary))
        return;
    const content = await (0,_pinned_content_js__WEBPACK_IMPORTED_MODULE_7__/* .contentOf */ .$)(connection, ref, signal);
    const differences = await (0,_checked_sums_js__WEBPACK_IMPORTED_MODULE_4__/* .differencesFromSums */ .tT)(connection, ref, { content, sums }, signal);
    if (differences.length > 0)
        throw (0,_checked_sums_js__WEBPACK_IMPORTED_MODULE_4__/* .otherSums */ .rZ)(ref, 'is approved, since it was replaced at that very moment', differences);
}
function requireStillPinned(ref, before, after) {
    if (before.digest === after.digest)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('content-differs', `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} is approved, but was replaced at that very moment: its digest is ${after.digest}, not ${before.digest}`, {
        input: 'manifest-digest',
        hint: 'Look at its content now. If it should not stay, an administrator has to delete the version.',
    });
}
function notThere(ref, state) {
    if (state.kind === 'unfinished') {
        return new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('not-found', `the upload of ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} has not finished`, {
            input: 'version',
            hint: 'Wait for it: the action await-approval does so.',
        });
    }
    const { missing } = state;
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('not-found', (0,_version_state_js__WEBPACK_IMPORTED_MODULE_13__/* .absence */ .A)(ref, missing), {
        input: missing,
        hint: 'Check the names. A version may also have been rejected, or removed because it was on probation for too long.',
    });
}


/***/ }),

/***/ 4300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ isRecent),
/* harmony export */   YK: () => (/* binding */ isSameUpload),
/* harmony export */   rZ: () => (/* binding */ otherSums),
/* harmony export */   tT: () => (/* binding */ differencesFromSums)
/* harmony export */ });
/* harmony import */ var _client_compare_sums_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1965);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _client_upload_confirm_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5369);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _protocol_times_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1838);
/* harmony import */ var _file_ticker_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5409);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3368);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4375);








/** Compares every byte of a version with `checksums-file`. Returns how they differ, as sentences. Codes as `compareSums`. */
async function differencesFromSums(connection, ref, { content, sums }, signal) {
    (0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`Comparing ${(0,_version_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .contentSize */ .vc)(content)} of ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} with checksums-file`);
    const ticker = new _file_ticker_js__WEBPACK_IMPORTED_MODULE_4__/* .FileTicker */ .r();
    ticker.begin('Comparing', content.manifest.size);
    try {
        const { manifest } = content;
        return await (0,_client_compare_sums_js__WEBPACK_IMPORTED_MODULE_0__/* .compareSums */ .s)(connection, ref, { manifest, sums }, { signal, onFile: () => ticker.advance() });
    }
    finally {
        ticker.stop();
    }
}
/** Another content than `checksums-file` says, with code `content-differs`. */
function otherSums(ref, state, differences) {
    const count = differences.length;
    const differ = count === 1 ? 'one of its files is' : `${count} of its files are`;
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('content-differs', `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} ${state}, but ${differ} not what checksums-file says: ${differences[0]}`, {
        input: 'checksums-file',
        findings: (0,_client_upload_confirm_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(differences),
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
    return Date.now() - ((0,_protocol_times_js__WEBPACK_IMPORTED_MODULE_7__/* .parseTimestamp */ .EH)(uploadFinish) ?? Date.now()) < MAY_HAVE_BEEN_REPLACED_MS;
}
/** Whether two summaries are of one upload, as far as they tell. */
function isSameUpload(a, b) {
    return (a.uploadUserId === b.uploadUserId && a.uploadStart === b.uploadStart && a.uploadFinish === b.uploadFinish);
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

/***/ 4142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf),
/* harmony export */   w: () => (/* binding */ requirePinned)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);


/** Asks the service what a version holds. Codes as `fetchManifest`. */
async function contentOf(connection, ref, signal) {
    const manifest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchManifest */ .Cj)(connection, ref, { forceRemote: true, signal });
    return { manifest, digest: (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestDigest */ .It)(manifest) };
}
/** Refuses a content that is not the one that was pinned, if one was, with code `content-differs`. */
function requirePinned(ref, pinned, { digest }) {
    if (pinned === undefined || pinned === digest)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('content-differs', `manifest-digest pins ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref)} to ${pinned}, but its content has the digest ${digest}`, {
        input: 'manifest-digest',
        hint: 'It is not what was looked at: it may have been rejected and uploaded again. Look at what is there now, and pin that if it is right.',
    });
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


/***/ })

};
;