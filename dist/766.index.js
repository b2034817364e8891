"use strict";
exports.id = 766;
exports.ids = [766];
exports.modules = {

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

/***/ 766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8807);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3368);
/* harmony import */ var _pinned_content_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4142);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8827);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8951);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4375);
/* harmony import */ var _version_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9214);
/* harmony import */ var _version_to_fetch_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3251);














const inputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .minutes */ .Gx)(0),
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
const status = (0,_verb_js__WEBPACK_IMPORTED_MODULE_8__/* .defineVerb */ .P)({
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
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_6__/* .connectTo */ .m6)(given, signal);
    const projects = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .listProjects */ .hF)(connection, { forceRemote: true, signal });
    setOutput('url', connection.url);
    setOutput('registry', connection.registry);
    setOutput('staging', connection.staging);
    setOutput('projects-count', projects.length);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_11__/* .line */ .n8)(`A Gobbler answers at ${connection.url} with ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_12__/* .formatNumberOf */ .Of)(projects.length, 'project')}`);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_11__/* .line */ .n8)(`  registry ${connection.registry}${connection.registryVisible ? '' : ' (not visible here)'}`);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_11__/* .line */ .n8)(`  staging  ${connection.staging}`);
    setOutput('status', 'ready');
}
async function statusOfVersion({ inputs: given, setOutput, signal }, ref) {
    (0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .requireVersion */ .eU)(ref);
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_6__/* .connectTo */ .m6)(given, signal);
    setOutput('version-path', node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(ref)));
    const state = await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_9__/* .lookAtVersion */ .B)(connection, ref, signal);
    if (state.kind === 'unfinished') {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_11__/* .line */ .n8)(`The upload of ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} has not finished`);
        return setOutput('status', 'unfinished');
    }
    if (state.kind === 'absent')
        setOutput('status', 'missing');
    const summary = (0,_version_to_fetch_js__WEBPACK_IMPORTED_MODULE_10__/* .requireComplete */ .x$)(ref, state);
    const content = await (0,_pinned_content_js__WEBPACK_IMPORTED_MODULE_5__/* .contentOf */ .$)(connection, ref, signal);
    const latest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchLatest */ .wF)(connection, ref, { forceRemote: true, signal });
    setOutput('latest', latest === ref.version);
    setOutput('uploaded-by', summary.uploadUserId);
    setOutput('upload-start', summary.uploadStart);
    setOutput('upload-finish', summary.uploadFinish);
    const { files, bytes } = (0,_version_facts_js__WEBPACK_IMPORTED_MODULE_13__/* .contentCount */ .vP)(content);
    setOutput('files-count', files);
    setOutput('size-bytes', bytes);
    setOutput('manifest-digest', content.digest);
    const standing = summary.onProbation
        ? 'is on probation'
        : latest === ref.version
            ? 'is the latest version'
            : `is approved; the latest version is ${latest}`;
    (0,_log_js__WEBPACK_IMPORTED_MODULE_11__/* .line */ .n8)(`${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} ${standing}: ${(0,_version_facts_js__WEBPACK_IMPORTED_MODULE_13__/* .contentSize */ .vc)(content)}`);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_11__/* .line */ .n8)(`  uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_11__/* .line */ .n8)(`  manifest-digest ${content.digest}`);
    setOutput('status', summary.onProbation ? 'pending' : 'approved');
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