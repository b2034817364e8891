"use strict";
exports.id = 119;
exports.ids = [119];
exports.modules = {

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

/***/ 5119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reject: () => (/* binding */ reject)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(851);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3368);
/* harmony import */ var _maintainers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5709);
/* harmony import */ var _pinned_content_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4142);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8827);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3566);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8951);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4375);
/* harmony import */ var _version_state_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9214);















const inputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .requiredText */ .$4)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .requiredText */ .$4)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .requiredText */ .$4)(),
    'manifest-digest': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .digest */ .br)(),
    force: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)(false),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .serviceInputs */ .r7,
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .spoofableInputs */ .bc,
};
const outputs = ['status', 'changed', 'version-path', 'manifest-digest'];
/** Removes a version that is on probation, if its content is the one that was looked at. */
const reject = (0,_verb_js__WEBPACK_IMPORTED_MODULE_10__/* .defineVerb */ .P)({
    name: 'reject',
    inputs,
    outputs,
    failed: (given) => `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(given)} was not rejected`,
    unanswered: { changed: false },
    run,
});
async function run({ inputs: given, setOutput, accomplished, signal }) {
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .requireVersion */ .eU)(ref);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_12__/* .line */ .n8)(`Rejecting ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} at ${given.url}`);
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_7__/* .connectTo */ .m6)(given, signal);
    setOutput('version-path', node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(ref)));
    const before = await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_11__/* .lookAtVersion */ .B)(connection, ref, signal);
    requireRejectable(ref, before);
    const content = before.kind === 'complete' ? await contentToReject(connection, ref, given, signal) : undefined;
    if (content !== undefined)
        setOutput('manifest-digest', content.digest);
    const changed = before.kind === 'complete' && (await remove(connection, ref, { given, signal }));
    accomplished('rejected', `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} is gone`);
    setOutput('changed', changed);
    const size = content === undefined ? '' : `: ${(0,_version_facts_js__WEBPACK_IMPORTED_MODULE_13__/* .contentSize */ .vc)(content)}`;
    (0,_log_js__WEBPACK_IMPORTED_MODULE_12__/* .line */ .n8)(`${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} ${changed ? `is rejected, and gone${size}` : 'is gone already: nothing to do'}`);
    const heading = `### 🗑️ ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_14__/* .harmlessMarkup */ .km)((0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref))} ${changed ? 'rejected' : 'was gone already'}`;
    const rows = before.kind === 'complete' && content !== undefined ? (0,_version_facts_js__WEBPACK_IMPORTED_MODULE_13__/* .versionRows */ .QI)(before.summary, content) : [];
    await (0,_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .writeSummary */ .Sy)(heading, ...(rows.length > 0 ? [(0,_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .factTable */ .Bu)(rows)] : []));
    setOutput('status', 'rejected');
}
/** A version that is gone is as good as rejected; but a name that never led anywhere is a mistake. */
function requireRejectable(ref, state) {
    if (state.kind === 'absent' && state.missing !== 'version') {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('not-found', (0,_version_state_js__WEBPACK_IMPORTED_MODULE_11__/* .absence */ .A)(ref, state.missing), {
            input: state.missing,
            hint: 'A rejected version leaves its project and its asset behind, so this name cannot be right.',
        });
    }
    if (state.kind === 'unfinished') {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('not-found', `the upload of ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} has not finished`, {
            input: 'version',
            hint: 'Wait until it has. If it never does, its upload has crashed, and an administrator has to delete it.',
        });
    }
    if (state.kind === 'complete' && !state.summary.onProbation)
        throw approvedAlready(ref);
}
function approvedAlready(ref, cause) {
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('not-on-probation', `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} is approved, or never was on probation, and so cannot be rejected`, {
        input: 'version',
        hint: 'Versions are permanent. Only an administrator of the service can delete one.',
        ...(cause !== undefined && { cause }),
    });
}
/** What is about to go. With `force`, a damaged manifest is no reason to stop, unless a content was pinned. */
async function contentToReject(connection, ref, { force, 'manifest-digest': pinned }, signal) {
    try {
        const content = await (0,_pinned_content_js__WEBPACK_IMPORTED_MODULE_6__/* .contentOf */ .$)(connection, ref, signal);
        (0,_pinned_content_js__WEBPACK_IMPORTED_MODULE_6__/* .requirePinned */ .w)(ref, pinned, content);
        return content;
    }
    catch (error) {
        const isDamaged = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE && ['not-found', 'corrupt-record'].includes(error.code);
        if (!isDamaged || !force || pinned !== undefined)
            throw error;
        (0,_log_js__WEBPACK_IMPORTED_MODULE_12__/* .line */ .n8)(`${error.message}. Going on, as force says.`);
        return undefined;
    }
}
/** Asks the service for it. False if it has gone by itself meanwhile. */
async function remove(connection, ref, { given, signal }) {
    const { force } = given;
    try {
        await (0,_maintainers_js__WEBPACK_IMPORTED_MODULE_5__/* .asMaintainer */ .v)(connection, ref.project, { signal, what: `reject versions of ${ref.project}` }, () => (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .rejectProbation */ .Wl)(connection, ref, { ...(0,_service_connection_js__WEBPACK_IMPORTED_MODULE_7__/* .actingFor */ .IH)(given), force, ...(0,_service_connection_js__WEBPACK_IMPORTED_MODULE_7__/* .submitting */ .B2)(given, signal) }));
        return true;
    }
    catch (error) {
        const mayBeGone = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE &&
            ['not-found', 'not-on-probation', 'connection-lost'].includes(error.code);
        if (!mayBeGone)
            throw error;
        const now = await (0,_version_state_js__WEBPACK_IMPORTED_MODULE_11__/* .lookAtVersion */ .B)(connection, ref, signal);
        if (now.kind === 'complete' && !now.summary.onProbation)
            throw approvedAlready(ref, error);
        if (now.kind !== 'absent' || now.missing !== 'version')
            throw error;
        (0,_log_js__WEBPACK_IMPORTED_MODULE_12__/* .line */ .n8)(`${error.message}. The registry says that it is gone.`);
        return error.code === 'connection-lost';
    }
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