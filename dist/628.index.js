"use strict";
exports.id = 628;
exports.ids = [628];
exports.modules = {

/***/ 8628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   remove: () => (/* binding */ remove)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8807);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3368);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8827);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8951);
/* harmony import */ var _version_to_fetch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3251);









const inputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .requiredText */ .$4)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    yes: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(false),
    force: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(false),
    reroute: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(true),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceInputs */ .r7,
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .requestInputs */ .jU,
};
const outputs = ['status', 'rerouted-links'];
const nameOf = ({ project, asset, version }) => [project, asset, version].filter((name) => name !== undefined).join('/');
/** Removes a project, an asset or a version for good, for administrators of the service. */
const remove = (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .defineVerb */ .P)({
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
    (0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .requireNames */ .kR)((0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .givenNames */ .Sh)(target));
    if (!given.yes) {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('invalid-input', `yes should be given to confirm that ${nameOf(target)} is to be removed, but is not`, {
            input: 'yes',
            hint: 'What is removed is gone for good, for everybody.',
        });
    }
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .connectTo */ .m6)(given, signal);
    await requireThere(connection, target, signal);
    const submit = (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .submitting */ .B2)(given, signal);
    if (given.reroute)
        setOutput('rerouted-links', await reroute(connection, target, context));
    await removeTarget(connection, target, { ...submit, force: given.force });
    context.accomplished('removed', `${nameOf(target)} is removed`);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`${nameOf(target)} is removed`);
    setOutput('status', 'removed');
}
/** To the service it is all the same, but nobody should read that what he has mistyped is removed. */
async function requireThere(connection, target, signal) {
    const { project, asset, version } = target;
    const fresh = { forceRemote: true, signal };
    const isThere = asset === undefined
        ? (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listProjects */ .hF)(connection, fresh)).includes(project)
        : version === undefined
            ? (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listAssets */ .qs)(connection, project, fresh)).includes(asset)
            : (await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listVersions */ .yO)(connection, { project, asset }, fresh)).includes(version);
    if (isThere)
        return;
    const kind = asset === undefined ? 'project' : version === undefined ? 'asset' : 'version';
    throw new _version_to_fetch_js__WEBPACK_IMPORTED_MODULE_6__/* .NotFound */ .Mk(`${nameOf(target)} does not exist`, 'Check the names; list what there is.', kind);
}
/**
 * Other versions may have their unchanged files there: lets those links lead elsewhere, and returns how many. With force,
 * it goes on where the service cannot, which stops at the first damaged record of the registry.
 */
async function reroute(connection, target, { inputs: given, signal }) {
    try {
        const changes = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rerouteLinks */ .Mc)(connection, [target], (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .submitting */ .B2)(given, signal));
        const links = (0,_figures_js__WEBPACK_IMPORTED_MODULE_8__/* .formatNumberOf */ .Of)(changes.length, 'link');
        if (changes.length > 0)
            (0,_log_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`${links} into ${nameOf(target)} now lead elsewhere`);
        return changes.length;
    }
    catch (error) {
        if (!given.force || !(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE) || error.code !== 'service-failed')
            throw error;
        (0,_log_js__WEBPACK_IMPORTED_MODULE_7__/* .annotateWarning */ .tf)({
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
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .removeProject */ .oE)(connection, project, submit);
    else if (version === undefined)
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .removeAsset */ .Vx)(connection, { project, asset }, { ...submit, force });
    else
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .removeVersion */ .bI)(connection, { project, asset, version }, { ...submit, force });
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