"use strict";
exports.id = 926;
exports.ids = [926];
exports.modules = {

/***/ 43:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ permissionChanges),
/* harmony export */   EI: () => (/* binding */ changesTable),
/* harmony export */   FU: () => (/* binding */ permissionsJson),
/* harmony export */   Ow: () => (/* binding */ changeLines),
/* harmony export */   aw: () => (/* binding */ uploaderText)
/* harmony export */ });
/* harmony import */ var _protocol_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7360);
/* harmony import */ var _protocol_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7310);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(851);
/* harmony import */ var _paths_list_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9007);




const MOST_ROWS = 50;
/** Permissions as the registry writes them, in one line; empty if there are none. */
function permissionsJson(permissions) {
    if (permissions === undefined)
        return '';
    const { owners, uploaders, globalWrite } = permissions;
    return (0,_protocol_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeJson */ .P)({ owners, uploaders: (0,_protocol_records_js__WEBPACK_IMPORTED_MODULE_1__/* .encodableUploaders */ .dn)(uploaders), global_write: globalWrite });
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
        .map(({ sign, kind, text }) => `| ${sign === '+' ? 'added' : 'removed'} | ${kind} | ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessCode */ .tt)((0,_paths_list_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(text))} |`);
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

/***/ 8926:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   permissions: () => (/* binding */ permissions)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3368);
/* harmony import */ var _permission_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8827);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8951);








const inputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .requiredText */ .$4)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .serviceInputs */ .r7,
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .minutes */ .Gx)(0),
};
const outputs = ['status', 'permissions'];
/** Who may do what in a project or an asset. */
const permissions = (0,_verb_js__WEBPACK_IMPORTED_MODULE_6__/* .defineVerb */ .P)({
    name: 'permissions',
    inputs,
    outputs,
    failed: ({ project }) => `the permissions of ${project} are not known`,
    run,
});
async function run({ inputs: given, setOutput, signal, }) {
    const { project, asset } = given;
    (0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .requireNames */ .kR)((0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .givenNames */ .Sh)({ project, asset }));
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    const found = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchPermissions */ .LN)(connection, { project, asset }, { forceRemote: true, signal });
    setOutput('permissions', (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionsJson */ .FU)(found));
    const lines = (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .changeLines */ .Ow)((0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionChanges */ .BZ)(undefined, found)).map((change) => change.slice(2));
    (0,_log_js__WEBPACK_IMPORTED_MODULE_7__/* .group */ .Os)(`Permissions of ${asset === undefined ? project : `${project}/${asset}`}`, lines);
    setOutput('status', 'found');
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