"use strict";
exports.id = 848;
exports.ids = [848];
exports.modules = {

/***/ 8848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   submit: () => (/* binding */ submit)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _arrivals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8698);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8807);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3368);
/* harmony import */ var _manifest_output_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4471);
/* harmony import */ var _not_published_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1256);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5067);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8827);
/* harmony import */ var _staging_sweep_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4506);
/* harmony import */ var _upload_files_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9091);
/* harmony import */ var _upload_inputs_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2747);
/* harmony import */ var _upload_report_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1081);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8951);


















const inputs = {
    area: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requiredText */ .$4)(),
    legs: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .lines */ .Mn)(''),
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .serviceInputs */ .r7,
    probation: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)(false),
    'if-probational': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['warn', 'error', 'ignore'], 'warn'),
    'if-exists': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['verify', 'skip', 'error'], 'verify'),
    deduplicate: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['latest', 'all', 'off'], 'latest'),
    verify: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['checksum', 'all', 'size', 'off'], 'checksum'),
    concurrency: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .integerOrAuto */ .NJ)({ from: 1, to: 1024 }),
    'checksums-file': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .optionalPath */ .s2)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .spoofableInputs */ .bc,
};
const outputs = [..._upload_inputs_js__WEBPACK_IMPORTED_MODULE_13__/* .versionOutputs */ .V7, 'legs-count'];
/** Publishes what the legs of an area have brought, as one version. */
const submit = (0,_verb_js__WEBPACK_IMPORTED_MODULE_15__/* .defineVerb */ .P)({
    name: 'submit',
    inputs,
    outputs,
    failed: ({ area }, error, answers) => (0,_not_published_js__WEBPACK_IMPORTED_MODULE_7__/* .notPublished */ .W)(area, error, answers),
    unanswered: { created: false },
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,_log_js__WEBPACK_IMPORTED_MODULE_16__/* .line */ .n8)(`Submitting ${given.area} at ${given.url}`);
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_9__/* .connectTo */ .m6)(given, signal);
    await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_11__/* .sweepLeftovers */ .Z)(connection.staging);
    const checksumsFile = given['checksums-file'];
    if (checksumsFile !== undefined)
        await (0,_upload_files_js__WEBPACK_IMPORTED_MODULE_12__/* .requireWritableChecksums */ .m0)(connection, checksumsFile);
    const { project, asset, version } = given;
    const { ref } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openArea */ .GO)(connection, given.area, { project, asset, version });
    await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_11__/* .sweepAbandoned */ .L)(connection);
    await (0,_manifest_output_js__WEBPACK_IMPORTED_MODULE_6__/* .requireHandover */ .v)(connection);
    const { result, created } = await publish(connection, context, ref);
    if (!created)
        setOutput('created', false);
    context.accomplished(result.status, `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} ${_upload_report_js__WEBPACK_IMPORTED_MODULE_14__/* .SAID */ .SK[result.status]}`);
    setOutput('legs-count', result.legs.length);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_16__/* .group */ .Os)(`${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} consists of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_17__/* .formatNumberOf */ .Of)(result.legs.length, 'leg')}`, result.legs);
    await (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_14__/* .reportVersion */ .fV)(connection, { inputs: given, setOutput, signal }, result);
    setOutput('status', result.status);
}
async function publish(connection, { inputs: given, setOutput, signal }, ref) {
    const directory = node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(ref));
    const progress = new _progress_js__WEBPACK_IMPORTED_MODULE_8__/* .UploadProgress */ .T({
        arrivals: connection.registryVisible ? new _arrivals_js__WEBPACK_IMPORTED_MODULE_4__/* .Arrivals */ .V(directory) : undefined,
        verifies: given.verify !== 'off',
    });
    let created = false;
    try {
        const result = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .submitArea */ .Yp)(connection, given.area, {
            ref,
            ...(given.legs.length > 0 && { legs: given.legs }),
            probation: given.probation,
            refuseProbation: given['if-probational'] === 'error',
            ifExists: given['if-exists'],
            deduplicate: given.deduplicate,
            verify: given.verify,
            sha256: given['checksums-file'] !== undefined,
            concurrency: given.concurrency,
            spoof: given.spoof,
            lockPatienceMs: given['lock-wait-minutes'],
            signal,
            onEvent: (event) => {
                // Whatever fails from here on, the version is there.
                if (event.kind === 'done' && event.stage === 'publish') {
                    created = true;
                    setOutput('created', true);
                }
                progress.handle(event);
            },
        });
        return { result, created };
    }
    finally {
        progress.stop(signal);
    }
}


/***/ })

};
;