"use strict";
exports.id = 857;
exports.ids = [857];
exports.modules = {

/***/ 8988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ tellLeftOut)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8807);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3368);


const MOST_NAMES = 5;
/** Warns of hidden entries that were left out of a source, and lists what `files` has left out. */
function tellLeftOut(leftOut) {
    warnOfHidden(leftOut);
    const { unselected, unselectedExamples } = leftOut;
    if (unselected === 0)
        return;
    const first = unselected > unselectedExamples.length ? `, the first ${unselectedExamples.length}` : '';
    const count = (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(unselected, 'entry', 'entries');
    (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .group */ .Os)(`Left out: ${count} not selected (see files)${first}`, unselectedExamples);
}
/** They may be data: a version that lacks them lacks them for good. */
function warnOfHidden({ hidden, hiddenExamples }) {
    if (hidden === 0)
        return;
    const names = hiddenExamples.slice(0, MOST_NAMES).map((name) => JSON.stringify(name));
    const rest = hidden - names.length;
    const more = rest > 0 ? ` and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(rest)} more` : '';
    const count = (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(hidden, 'hidden entry', 'hidden entries');
    (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({
        title: 'Hidden files left out',
        sentences: [`${count} left out: ${names.join(', ')}${more}`],
        hint: 'Set include-hidden-files: true to publish them, or exclude them with files if they are no data.',
        input: 'include-hidden-files',
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

/***/ 5857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1935);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6820);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9748);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8807);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8441);
/* harmony import */ var _left_out_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8988);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3368);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8827);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8951);
/* harmony import */ var _verify_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9315);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4375);
/* harmony import */ var _version_state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9214);
/* harmony import */ var _version_to_fetch_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3251);
















const inputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requiredText */ .$4)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requiredText */ .$4)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requiredText */ .$4)(),
    directory: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .optionalPath */ .s2)(),
    files: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .lines */ .Mn)('**'),
    'include-hidden-files': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)(false),
    symlinks: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['preserve', 'dereference', 'error'], 'preserve'),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .minutes */ .Gx)(0),
};
const outputs = ['status', 'version-path', 'files-count'];
/**
 * Whether a directory holds what a version does, as an upload with `if-exists: verify` would find; without a directory,
 * whether the files in the registry are what their manifest says. Every byte is read.
 */
const verify = (0,_verb_js__WEBPACK_IMPORTED_MODULE_8__/* .defineVerb */ .P)({
    name: 'verify',
    inputs,
    outputs,
    failed: (given) => `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(given)} was not verified`,
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_4__/* .requireVersion */ .eU)(ref);
    const selection = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .selectPaths */ .LO)(given.files);
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_6__/* .connectTo */ .m6)(given, signal);
    const versionPath = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(connection.registry, (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refPath */ .NA)(ref));
    setOutput('version-path', versionPath);
    (0,_version_to_fetch_js__WEBPACK_IMPORTED_MODULE_11__/* .requireComplete */ .x$)(ref, await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_10__/* .lookAtVersion */ .B)(connection, ref, signal));
    const manifest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchManifest */ .Cj)(connection, ref, { forceRemote: true, signal });
    let verified = manifest;
    if (given.directory === undefined) {
        requireVisible(connection, versionPath);
        const concurrency = 4 * node_os__WEBPACK_IMPORTED_MODULE_0___default().availableParallelism();
        const keys = (0,_version_to_fetch_js__WEBPACK_IMPORTED_MODULE_11__/* .requireSelected */ .b5)(ref, manifest, selection);
        await (0,_verify_files_js__WEBPACK_IMPORTED_MODULE_9__/* .verifyFiles */ .xJ)({ root: versionPath, manifest, keys, concurrency, signal, hint: _verify_files_js__WEBPACK_IMPORTED_MODULE_9__/* .DAMAGED */ .Ax }, 'checksum');
        const selected = new Set(keys);
        verified = new Map([...manifest].filter(([key]) => selected.has(key)));
    }
    else
        await holdAgainst(connection, ref, { directory: given.directory, selection }, context);
    setOutput('files-count', (0,_version_facts_js__WEBPACK_IMPORTED_MODULE_12__/* .contentCount */ .vP)({ manifest: verified }).files);
    const where = given.directory ?? versionPath;
    (0,_log_js__WEBPACK_IMPORTED_MODULE_13__/* .line */ .n8)(`${where} is ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)}: ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_14__/* .formatNumberOf */ .Of)(verified.size, 'entry', 'entries')}, every checksum right`);
    setOutput('status', 'verified');
}
/** The version exists, so that a dry run of its upload compares, and does no more. */
async function holdAgainst(connection, ref, { directory, selection: select }, { inputs: given, signal }) {
    const includeHidden = given['include-hidden-files'];
    const { symlinks } = given;
    try {
        const options = { ...ref, directory, symlinks, includeHidden, select, allowEmpty: true, signal };
        const result = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadDirectory */ .zA)(connection, { ...options, ifExists: 'verify', dryRun: true });
        (0,_left_out_js__WEBPACK_IMPORTED_MODULE_15__/* .tellLeftOut */ .B)(result.leftOut);
    }
    catch (error) {
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE) || error.code !== 'already-exists')
            throw error;
        const findings = error.findings.map(asOfTheDirectory);
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE('content-differs', `${directory} does not hold what ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRef */ .rq)(ref)} holds: ${findings[0]}`, {
            input: 'directory',
            findings,
            hint: 'Entries that are left out by files, or because they are hidden, count as missing in the directory.',
        });
    }
}
function requireVisible({ registryVisible }, versionPath) {
    if (registryVisible)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE('registry-unavailable', `${versionPath} should be readable here, but is not`, {
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