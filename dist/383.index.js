"use strict";
exports.id = 383;
exports.ids = [383];
exports.modules = {

/***/ 7383:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diff: () => (/* binding */ diff)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _client_upload_difference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2654);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9748);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3368);
/* harmony import */ var _paths_list_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9007);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8827);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8951);









const inputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .requiredText */ .$4)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .requiredText */ .$4)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .requiredText */ .$4)(),
    other: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .requiredText */ .$4)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .minutes */ .Gx)(0),
};
const outputs = ['status', 'added', 'changed', 'removed'];
/** How another version differs from one: paths that it adds, changes and lacks. By manifests alone, so it takes a moment. */
const diff = (0,_verb_js__WEBPACK_IMPORTED_MODULE_6__/* .defineVerb */ .P)({
    name: 'diff',
    inputs,
    outputs,
    failed: ({ version, other, ...asset }) => `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(asset)}: ${version} and ${other} were not compared`,
    run,
});
async function run({ inputs: given, setOutput, signal, }) {
    const before = { project: given.project, asset: given.asset, version: given.version };
    const after = otherVersion(before, given.other);
    for (const ref of [before, after])
        (0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_2__/* .requireVersion */ .eU)(ref);
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    const fresh = { forceRemote: true, signal };
    const [earlier, later] = [
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchManifest */ .Cj)(connection, before, fresh),
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchManifest */ .Cj)(connection, after, fresh),
    ];
    const difference = (0,_client_upload_difference_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceOf */ .P)(earlier, later);
    for (const kind of ['added', 'changed', 'removed'])
        setOutput(kind, difference[kind]);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)(`From ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(before)} to ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(after)}: ${(0,_paths_list_js__WEBPACK_IMPORTED_MODULE_8__/* .differenceCounts */ .Uc)(difference)}`);
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


/***/ })

};
;