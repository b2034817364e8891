"use strict";
exports.id = 961;
exports.ids = [961];
exports.modules = {

/***/ 2689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ optionalCacheFolder),
/* harmony export */   n: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var _client_cache_root_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4378);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1406);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3368);




/**
 * Where this process keeps things between runs: in the tool cache of the runner, or in the user's cache directory. Code
 * `destination-unavailable` if neither can be used; see {@link cacheRoot}.
 */
function cacheFolder() {
    return (0,_client_cache_root_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheRoot */ .P)((0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().places.cache);
}
/** The same for what is only a convenience: undefined if there is no such place, which the log then says. */
async function optionalCacheFolder() {
    try {
        return await cacheFolder();
    }
    catch (error) {
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE))
            throw error;
        (0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`Checksums are not remembered: ${error.message}`);
        return undefined;
    }
}


/***/ }),

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

/***/ 3380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ tellLosses)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8807);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3368);


/** Says which properties of files a Gobbler does not preserve, a line for each that applies. */
function tellLosses(losses) {
    const { executable, dated, sparse, sparseBytes, allocatedBytes, hardLinks } = losses;
    const lose = (count) => (count === 1 ? 'loses its' : 'lose their');
    if (executable > 0)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(executable, 'file')} ${lose(executable)} executable bit`);
    if (dated > 0)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(dated, 'file')} ${lose(dated)} ${dated === 1 ? 'timestamp' : 'timestamps'}`);
    if (sparse > 0) {
        const files = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(sparse, 'sparse (or compressed) file');
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${files} ${lose(sparse)} holes: ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(sparseBytes)} instead of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(allocatedBytes)}`);
    }
    if (hardLinks === 1)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('1 hard link becomes a file of its own');
    if (hardLinks > 1)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(hardLinks, 'hard link')} become files of their own`);
}


/***/ }),

/***/ 961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runUpload: () => (/* binding */ runUpload),
/* harmony export */   sweepAfterUpload: () => (/* binding */ sweepAfterUpload)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _arrivals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8698);
/* harmony import */ var _cache_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2689);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(851);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1406);
/* harmony import */ var _left_out_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8988);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3368);
/* harmony import */ var _losses_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3380);
/* harmony import */ var _manifest_output_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4471);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5067);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1974);
/* harmony import */ var _staging_sweep_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4506);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3566);
/* harmony import */ var _upload_files_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9091);
/* harmony import */ var _upload_report_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1081);


















/** State passed to the post step. Saved before the first thing is made in staging. */
const STATE_STAGING = 'staging';
const STATE_RUN = 'run';
const STATE_CONSUMING = 'consuming';
/** Publishes a directory as a new version, and tells people and later steps. */
async function runUpload(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,_log_js__WEBPACK_IMPORTED_MODULE_13__/* .line */ .n8)(`Publishing ${given.directory} as ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(given)} at ${given.url}`);
    const select = withoutChecksums(given, await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .selectPaths */ .LO)(given.files));
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_8__/* .connectTo */ .m6)(given, signal);
    (0,_host_js__WEBPACK_IMPORTED_MODULE_14__/* .host */ .H)().keep(STATE_STAGING, connection.staging);
    await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_9__/* .sweepLeftovers */ .Z)(connection.staging);
    const checksumsFile = given['checksums-file'];
    if (checksumsFile !== undefined)
        await (0,_upload_files_js__WEBPACK_IMPORTED_MODULE_11__/* .requireWritableChecksums */ .m0)(connection, checksumsFile);
    if (!given['dry-run'])
        await (0,_manifest_output_js__WEBPACK_IMPORTED_MODULE_6__/* .requireHandover */ .v)(connection);
    const result = await uploadOrSkip(connection, context, select);
    if (result?.status !== 'created')
        setOutput('created', false);
    if (result === undefined)
        return setOutput('status', 'skipped');
    if (result.status !== 'planned')
        context.accomplished(result.status, `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(given)} ${_upload_report_js__WEBPACK_IMPORTED_MODULE_12__/* .SAID */ .SK[result.status]}`);
    (0,_left_out_js__WEBPACK_IMPORTED_MODULE_15__/* .tellLeftOut */ .B)(result.leftOut);
    if (result.status !== 'skipped')
        (0,_losses_js__WEBPACK_IMPORTED_MODULE_16__/* .tellLosses */ .x)(result.losses);
    if (result.status === 'planned')
        await (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_12__/* .reportPlan */ ._S)(context, result);
    else {
        await (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_12__/* .reportVersion */ .fV)(connection, context, result);
        if (given.consume)
            (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_12__/* .reportKept */ .FJ)(context, result);
    }
    setOutput('status', result.status);
}
/** The file for checksums describes the version, and is no part of it: else the next run would find it in the directory. */
function withoutChecksums({ directory, 'checksums-file': file }, selection) {
    const own = file && (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .relativeInside */ .JA)(directory, file);
    if (!own)
        return selection;
    return { ...selection, selects: (entry, kind) => entry !== own && selection.selects(entry, kind) };
}
/** Uploads; undefined if there was nothing to upload and the step is to go on all the same. */
async function uploadOrSkip(connection, { inputs: given, setOutput, signal }, select) {
    const directory = node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(given));
    const progress = new _progress_js__WEBPACK_IMPORTED_MODULE_7__/* .UploadProgress */ .T({
        arrivals: connection.registryVisible ? new _arrivals_js__WEBPACK_IMPORTED_MODULE_4__/* .Arrivals */ .V(directory) : undefined,
        verifies: given.verify !== 'off',
    });
    try {
        return await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadDirectory */ .zA)(connection, {
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
            hashCache: given['hash-cache'] ? await (0,_cache_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .optionalCacheFolder */ .H)() : undefined,
            concurrency: given.concurrency,
            dryRun: given['dry-run'],
            spoof: given.spoof,
            lockPatienceMs: given['lock-wait-minutes'],
            signal,
            onEvent: (event) => {
                if (event.kind === 'run')
                    (0,_host_js__WEBPACK_IMPORTED_MODULE_14__/* .host */ .H)().keep(STATE_RUN, event.run);
                if (event.kind === 'stage' && event.stage === 'clean')
                    (0,_host_js__WEBPACK_IMPORTED_MODULE_14__/* .host */ .H)().keep(STATE_CONSUMING, given.directory);
                // Whatever fails from here on, the version is there.
                if (event.kind === 'done' && event.stage === 'publish')
                    setOutput('created', true);
                progress.handle(event);
            },
        });
    }
    catch (error) {
        const onlyEmpty = error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .UploadRefused */ .gH && error.groups.every((group) => group.kind === 'no-files');
        if (!onlyEmpty || given['if-no-files-found'] === 'error')
            throw error;
        const sentences = [`${error.message}. Nothing was uploaded.`];
        await (0,_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .writeSummary */ .Sy)(`### ⚪ ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_17__/* .harmlessMarkup */ .km)((0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(given))} was not published: no files found`);
        if (given['if-no-files-found'] === 'ignore')
            (0,_log_js__WEBPACK_IMPORTED_MODULE_13__/* .line */ .n8)(sentences.join());
        else
            (0,_log_js__WEBPACK_IMPORTED_MODULE_13__/* .annotateWarning */ .tf)({ title: 'No files found', sentences, hint: error.hint, input: 'directory' });
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
    const consuming = (0,_host_js__WEBPACK_IMPORTED_MODULE_14__/* .host */ .H)().recall(STATE_CONSUMING);
    if (consuming !== '')
        await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .restoreSource */ .Mf)(consuming);
    const staging = (0,_host_js__WEBPACK_IMPORTED_MODULE_14__/* .host */ .H)().recall(STATE_STAGING);
    const ended = (0,_host_js__WEBPACK_IMPORTED_MODULE_14__/* .host */ .H)().recall(STATE_RUN);
    if (staging !== '')
        await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_9__/* .sweepLeftovers */ .Z)(staging, ended === '' ? [] : [ended]);
}


/***/ })

};
;