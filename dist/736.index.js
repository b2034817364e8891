"use strict";
exports.id = 736;
exports.ids = [736];
exports.modules = {

/***/ 736:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8807);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3368);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8827);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8951);








const inputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    prefix: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .minutes */ .Gx)(0),
};
const outputs = ['status', 'names'];
/** What there is: projects, the assets of a project, the versions of an asset, or the files of a version. */
const list = (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .defineVerb */ .P)({ name: 'list', inputs, outputs, failed: () => 'nothing was listed', run });
async function run({ inputs: given, setOutput, signal }) {
    (0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .requireNames */ .kR)((0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .givenNames */ .Sh)(given));
    if (given.prefix !== undefined && given.version === undefined) {
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('invalid-input', 'prefix is about the files of a version, and no version is given', {
            input: 'prefix',
            hint: 'Give a project, an asset and a version, or leave prefix out.',
        });
    }
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .connectTo */ .m6)(given, signal);
    const [noun, names] = await namesIn(connection, given, signal);
    setOutput('names', names);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8)((0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .formatNumberOf */ .Of)(names.length, noun));
    setOutput('status', 'listed');
}
async function namesIn(connection, { project, asset, version, prefix }, signal) {
    if (project === undefined)
        return ['project', await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listProjects */ .hF)(connection, { signal })];
    if (asset === undefined)
        return ['asset', await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listAssets */ .qs)(connection, project, { signal })];
    if (version === undefined)
        return ['version', await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listVersions */ .yO)(connection, { project, asset }, { signal })];
    const options = { prefix, includeDotdot: false, signal };
    return ['file', await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listFiles */ .CS)(connection, { project, asset, version }, options)];
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