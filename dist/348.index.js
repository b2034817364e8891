"use strict";
exports.id = 348;
exports.ids = [348];
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

/***/ 8348:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  setPermissions: () => (/* binding */ setPermissions)
});

// EXTERNAL MODULE: ./build/client/identity.js
var identity = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/client/index.js + 59 modules
var client = __webpack_require__(1935);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(851);
// EXTERNAL MODULE: ./build/verbs/inputs.js
var inputs = __webpack_require__(8441);
// EXTERNAL MODULE: ./build/protocol/permissions.js
var protocol_permissions = __webpack_require__(7608);
;// CONCATENATED MODULE: ./build/verbs/lockout.js


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
    throw new client/* GobblerError */.CE('invalid-input', `owners would not hold ${JSON.stringify(user)} any more, who makes this change and could not take it back`, { input: 'owners', hint: 'Add the user to owners, or set prevent-lockout: false if that is intended.' });
}

// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/maintainers.js
var maintainers = __webpack_require__(5709);
// EXTERNAL MODULE: ./build/verbs/permission-changes.js
var permission_changes = __webpack_require__(43);
// EXTERNAL MODULE: ./build/verbs/service-connection.js + 1 modules
var service_connection = __webpack_require__(1974);
// EXTERNAL MODULE: ./build/verbs/service-inputs.js
var service_inputs = __webpack_require__(8827);
;// CONCATENATED MODULE: ./build/verbs/shadowed-uploaders.js
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

// EXTERNAL MODULE: ./build/verbs/summary.js
var summary = __webpack_require__(3566);
// EXTERNAL MODULE: ./build/verbs/uploader-list.js
var uploader_list = __webpack_require__(3947);
// EXTERNAL MODULE: ./build/verbs/verb.js + 2 modules
var verb = __webpack_require__(8951);
;// CONCATENATED MODULE: ./build/verbs/set-permissions.js















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
const setPermissions = (0,verb/* defineVerb */.P)({
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
    const project = await (0,client/* fetchPermissions */.LN)(connection, { project: of.project }, fresh);
    const before = of.asset === undefined ? project : await (0,client/* fetchPermissions */.LN)(connection, of, fresh);
    setOutput('before', (0,permission_changes/* permissionsJson */.FU)(before));
    const append = given.mode === 'append';
    const lists = await (0,client/* setPermissions */.jb)(connection, of, { ...asked, append, dryRun: true, signal });
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
        await (0,maintainers/* asMaintainer */.v)(connection, of.project, { signal, what: `change permissions in ${of.project}, besides owners of an asset those of that asset` }, () => (0,client/* setPermissions */.jb)(connection, of, { ...asked, append, ...(0,service_connection/* actingFor */.IH)(given), ...(0,service_connection/* submitting */.B2)(given, signal) }));
        accomplished('changed', `the permissions of ${placeOf(of)} are changed`);
        setOutput('changed', true);
        after = await (0,client/* fetchPermissions */.LN)(connection, of, fresh);
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
    await (0,summary/* writeSummary */.Sy)(`### ${icon} ${(0,harmless/* harmlessMarkup */.km)(title)}`, ...table);
    setOutput('status', changed ? 'changed' : isPlan ? 'planned' : 'unchanged');
}
/** What the inputs ask for. Code `invalid-input` for a combination that makes no sense. */
async function askedFor(given) {
    const { owners, asset } = given;
    const globalWrite = given['global-write'];
    if (asset !== undefined && globalWrite !== undefined) {
        throw new client/* GobblerError */.CE('invalid-input', 'global-write is a matter of projects, but an asset is given', {
            input: 'global-write',
            hint: 'Leave out one of the two.',
        });
    }
    const uploaders = await (0,uploader_list/* parseUploaders */.x)(given.uploaders);
    if (owners === undefined && uploaders === undefined && globalWrite === undefined) {
        throw new client/* GobblerError */.CE('invalid-input', 'none of owners, uploaders and global-write says what to change', {
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
    if ((await (0,client/* listAssets */.qs)(connection, project, { forceRemote: true, signal })).includes(asset))
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