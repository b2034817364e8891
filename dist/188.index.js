"use strict";
exports.id = 188;
exports.ids = [188];
exports.modules = {

/***/ 7715:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pattern: () => (/* binding */ Pattern)
/* harmony export */ });
/* harmony import */ var _node_modules_actions_glob_lib_internal_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(115);
/**
 * The patterns of `@actions/glob`, without its walk of the disk. The package exports only the walk, so the class is
 * imported by file; the version is pinned, and `glob-pattern.test.ts` fails if the class changes. The library embeds what
 * is imported here (`scripts/build-library.mjs`), so that it depends on neither the file nor the package.
 */

const Pattern = _node_modules_actions_glob_lib_internal_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .Pattern */ .z;


/***/ }),

/***/ 5925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runUpload: () => (/* binding */ runUpload),
/* harmony export */   sweepAfterUpload: () => (/* binding */ sweepAfterUpload)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4530);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2128);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(446);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8420);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9748);
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6820);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1381);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2058);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3455);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2405);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3009);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(6366);
/* harmony import */ var _progress_index_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5465);
/* harmony import */ var _progress_index_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8440);
/* harmony import */ var _left_out_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3928);
/* harmony import */ var _losses_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7451);
/* harmony import */ var _manifest_output_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7411);
/* harmony import */ var _staging_sweep_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9201);
/* harmony import */ var _upload_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6415);
/* harmony import */ var _upload_report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1558);












/** State passed to the post step. Saved before the first thing is made in staging. */
const STATE_STAGING = 'staging';
const STATE_RUN = 'run';
const STATE_CONSUMING = 'consuming';
/** Publishes a directory as a new version, and tells people and later steps. */
async function runUpload(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`Publishing ${given.directory} as ${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(given)} at ${given.url}`);
    const select = withoutChecksums(given, await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .selectPaths */ .LO)(given.files));
    const connection = await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_4__/* .connectTo */ .m6)(given, signal);
    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().keep(STATE_STAGING, connection.staging);
    await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_6__/* .sweepLeftovers */ .Z)(connection.staging);
    const checksumsFile = given['checksums-file'];
    if (checksumsFile !== undefined)
        await (0,_upload_files_js__WEBPACK_IMPORTED_MODULE_7__/* .requireWritableChecksums */ .m0)(connection, checksumsFile);
    if (!given['dry-run'])
        await (0,_manifest_output_js__WEBPACK_IMPORTED_MODULE_8__/* .requireHandover */ .v)(connection);
    const result = await uploadOrSkip(connection, context, select);
    if (result?.status !== 'created')
        setOutput('created', false);
    if (result === undefined)
        return setOutput('status', 'skipped');
    if (result.status !== 'planned')
        context.accomplished(result.status, `${(0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(given)} ${_upload_report_js__WEBPACK_IMPORTED_MODULE_9__/* .SAID */ .SK[result.status]}`);
    (0,_left_out_js__WEBPACK_IMPORTED_MODULE_10__/* .tellLeftOut */ .B)(result.leftOut);
    if (result.status !== 'skipped')
        (0,_losses_js__WEBPACK_IMPORTED_MODULE_11__/* .tellLosses */ .x)(result.losses);
    if (result.status === 'planned')
        await (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_9__/* .reportPlan */ ._S)(context, result);
    else {
        await (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_9__/* .reportVersion */ .fV)(connection, context, result);
        if (given.consume)
            (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_9__/* .reportKept */ .FJ)(context, result);
    }
    setOutput('status', result.status);
}
/** The file for checksums describes the version, and is no part of it: else the next run would find it in the directory. */
function withoutChecksums({ directory, 'checksums-file': file }, selection) {
    const own = file && (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_12__/* .relativeInside */ .JA)(directory, file);
    if (!own)
        return selection;
    return { ...selection, selects: (entry, kind) => entry !== own && selection.selects(entry, kind) };
}
/** Uploads; undefined if there was nothing to upload and the step is to go on all the same. */
async function uploadOrSkip(connection, { inputs: given, setOutput, signal }, select) {
    const directory = node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_12__/* .refPath */ .NA)(given));
    const progress = new _progress_index_js__WEBPACK_IMPORTED_MODULE_13__/* .UploadProgress */ .T({
        arrivals: connection.registryVisible ? new _progress_index_js__WEBPACK_IMPORTED_MODULE_14__/* .Arrivals */ .V(directory) : undefined,
        verifies: given.verify !== 'off',
    });
    try {
        return await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_15__/* .uploadDirectory */ .z)(connection, {
            project: given.project,
            asset: given.asset,
            version: given.version,
            directory: given.directory,
            symlinks: given.symlinks,
            includeHidden: given['include-hidden-files'],
            select,
            probation: given.probation,
            refuseProbation: given['if-probational'] === 'error',
            ifExists: given['if-exists'],
            deduplicate: given.deduplicate,
            consume: given.consume,
            verify: given.verify,
            sha256: given['checksums-file'] !== undefined,
            hashCache: given['hash-cache'] ? await (0,_connect_index_js__WEBPACK_IMPORTED_MODULE_16__/* .optionalCacheFolder */ .H)() : undefined,
            concurrency: given.concurrency,
            dryRun: given['dry-run'],
            spoof: given.spoof,
            lockPatienceMs: given['lock-wait-minutes'],
            signal,
            onEvent: (event) => {
                if (event.kind === 'run')
                    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().keep(STATE_RUN, event.run);
                if (event.kind === 'stage' && event.stage === 'clean')
                    (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().keep(STATE_CONSUMING, given.directory);
                // Whatever fails from here on, the version is there.
                if (event.kind === 'done' && event.stage === 'publish')
                    setOutput('created', true);
                progress.handle(event);
            },
        });
    }
    catch (error) {
        const onlyEmpty = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_17__/* .UploadRefused */ .gH && error.groups.every((group) => group.kind === 'no-files');
        if (!onlyEmpty || given['if-no-files-found'] === 'error')
            throw error;
        const sentences = [`${error.message}. Nothing was uploaded.`];
        await (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_18__/* .writeSummary */ .Sy)(`### ⚪ ${(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_19__/* .harmlessMarkup */ .km)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(given))} was not published: no files found`);
        if (given['if-no-files-found'] === 'ignore')
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(sentences.join());
        else
            (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({ title: 'No files found', sentences, hint: error.hint, input: 'directory' });
        return undefined;
    }
    finally {
        progress.stop(signal);
    }
}
/**
 * Removes what a killed run left in staging, and what older ones of this user did, and puts entries of the source back that
 * it was about to remove.
 */
async function sweepAfterUpload() {
    const consuming = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().recall(STATE_CONSUMING);
    if (consuming !== '')
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_20__/* .restoreSource */ .Mf)(consuming);
    const staging = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().recall(STATE_STAGING);
    const ended = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .host */ .H)().recall(STATE_RUN);
    if (staging !== '')
        await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_6__/* .sweepLeftovers */ .Z)(staging, ended === '' ? [] : [ended]);
}


/***/ })

};
;