"use strict";
exports.id = 624;
exports.ids = [624];
exports.modules = {

/***/ 5624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createProject: () => (/* binding */ createProject)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(851);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3368);
/* harmony import */ var _permission_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8827);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3566);
/* harmony import */ var _uploader_list_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3947);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8951);











const inputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .requiredText */ .$4)(),
    owners: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .nameLines */ .RA)(),
    uploaders: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    'if-exists': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['skip', 'error'], 'skip'),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .serviceInputs */ .r7,
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requestInputs */ .jU,
};
const outputs = ['status', 'changed', 'before', 'after'];
/** Makes sure that there is a project, for administrators of the service. */
const createProject = (0,_verb_js__WEBPACK_IMPORTED_MODULE_8__/* .defineVerb */ .P)({
    name: 'create-project',
    inputs,
    outputs,
    failed: ({ project }) => `project ${project} was not created`,
    unanswered: { changed: false },
    run,
});
async function run({ inputs: given, setOutput, accomplished, signal }) {
    const { project, owners } = given;
    (0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .requireName */ .rI)('project', project);
    const uploaders = await (0,_uploader_list_js__WEBPACK_IMPORTED_MODULE_7__/* .parseUploaders */ .x)(given.uploaders);
    const wanted = { ...(owners && { owners }), ...(uploaders && { uploaders }) };
    (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .line */ .n8)(`Creating the project ${project} at ${given.url}`);
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    const before = await permissionsOf(connection, project, signal);
    setOutput('before', (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionsJson */ .FU)(before));
    const changed = before === undefined && (await createOrSkip(connection, given, wanted, signal));
    if (changed)
        accomplished('created', `project ${project} is created`);
    const after = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchPermissions */ .LN)(connection, { project }, { forceRemote: true, signal });
    setOutput('after', (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionsJson */ .FU)(after));
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
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .createProject */ .gA)(connection, project, { ...wanted, ...(0,_service_connection_js__WEBPACK_IMPORTED_MODULE_4__/* .submitting */ .B2)(given, signal) });
        return true;
    }
    catch (error) {
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE))
            throw error;
        if (error.code === 'not-authorized') {
            throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('not-authorized', error.message, {
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
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('already-exists', `${error.message}, but it has no permissions`, {
            input: 'project',
            hint: 'It is what a failed creation has left; an administrator has to delete the project first.',
            cause: error,
        });
    }
}
function existsAlready(project) {
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('already-exists', `project ${JSON.stringify(project)} exists already`, {
        input: 'if-exists',
        hint: 'Choose another name, or set if-exists: skip.',
    });
}
async function permissionsOf(connection, project, signal) {
    try {
        return await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchPermissions */ .LN)(connection, { project }, { forceRemote: true, signal });
    }
    catch (error) {
        if (error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE && error.code === 'not-found')
            return undefined;
        throw error;
    }
}
async function report({ project, changed, after, wanted }) {
    if (changed) {
        const granted = (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionChanges */ .BZ)(undefined, after);
        if (granted.length === 0)
            (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .line */ .n8)(`Project ${project} is created: nobody but administrators may use it yet`);
        else
            (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .group */ .Os)(`Project ${project} is created`, (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .changeLines */ .Ow)(granted));
        const table = granted.length === 0 ? 'Nobody but administrators may use it yet.' : (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .changesTable */ .EI)(granted);
        await (0,_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .writeSummary */ .Sy)(`### ✅ Project ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_10__/* .harmlessCode */ .tt)(project)} created`, table);
        return;
    }
    (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .line */ .n8)(`Project ${project} exists already: nothing to do`);
    const differences = (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionChanges */ .BZ)(after, { ...after, ...wanted });
    const parts = [`### ⚪ Project ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_10__/* .harmlessCode */ .tt)(project)} exists already`];
    if (differences.length > 0) {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_9__/* .annotateWarning */ .tf)({
            title: 'Permissions differ',
            sentences: [
                `Project ${JSON.stringify(project)} exists with other permissions:`,
                ...(0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .changeLines */ .Ow)(differences),
            ],
            hint: 'They are left as they are. The action set-permissions changes them.',
        });
        parts.push('To be as asked for, its permissions would have to change:', (0,_permission_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .changesTable */ .EI)(differences));
    }
    await (0,_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .writeSummary */ .Sy)(...parts);
}


/***/ }),

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

/***/ 3947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ parseUploaders)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _client_permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2711);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2377);



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
    const value = contentOf(await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19)), text);
    if (!Array.isArray(value))
        throw refusal(`is ${JSON.stringify(value)?.slice(0, 60)}`);
    const uploaders = value.map((entry, index) => uploaderOf(entry, `entry ${index + 1}`));
    (0,_client_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .requireUploaders */ .$S)(uploaders);
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
const unreadable = (error) => `cannot be read: ${(0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error).split('\n', 1)}`;
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


/***/ })

};
;